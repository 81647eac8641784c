"""What a sentence leads to in a display or a block of code below it: in six languages, each also with wrong numbers."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

GRAPH = Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.5, x=2, b=-0.2, y=1)
NEURON = Exercise.from_graph(GRAPH, ["z", "a", "L", "dL/da", "da/dz", "dL/dz", "dL/dw"])
SLOPE, LOSS, GRADIENT, OUTPUT = "da/dz", "L", "dL/dw", "a"
NUMBERS = {SLOPE: "0.2139", LOSS: "0.0961", GRADIENT: "-0.2653", OUTPUT: "0.69"}
TEX = {SLOPE: r"\frac{\partial a}{\partial z}", LOSS: "L", GRADIENT: r"\frac{\partial L}{\partial w}", OUTPUT: "a"}
LEADS = {
    "The derivative of the sigmoid is": SLOPE,
    "The derivative of the activation with respect to z is then": SLOPE,
    "The slope of the sigmoid at this point comes out as": SLOPE,
    "The gradient with respect to the weight works out to": GRADIENT,
    "The output of the neuron therefore is": OUTPUT,
    "The loss is nothing but": LOSS,
    "La dérivée de la sigmoïde vaut": SLOPE,
    "Le gradient par rapport au poids est alors": GRADIENT,
    "La sortie du neurone est donc": OUTPUT,
    "La perte est donnée par": LOSS,
    "Die Ableitung der Sigmoidfunktion lautet": SLOPE,
    "Die Ableitung des Verlusts nach dem Gewicht ist gegeben durch": GRADIENT,
    "La derivada de la sigmoide es": SLOPE,
    "La derivada de la pérdida respecto al peso viene dada por": GRADIENT,
    "A derivada da sigmoide é igual a": SLOPE,
    "A derivada da perda em relação ao peso é dada por": GRADIENT,
    "La derivata della sigmoide vale": SLOPE,
    "La perdita risulta": LOSS,
}
BELOW = [
    "{lead}\n$${tex} = {number}$$",
    "{lead}:\n\n$${tex} \\approx {number}$$",
    "{lead} {number}.",
    "{lead}\n$$ {number} $$",
    "{lead}\n\n$$ {number} $$\n\nSo much for that.",
    "{lead}\n```text\n{number}\n```",
]


@pytest.mark.parametrize("form", BELOW)
@pytest.mark.parametrize("lead", LEADS)
def test_what_a_sentence_leads_to_is_read(lead: str, form: str) -> None:
    key = LEADS[lead]
    said = form.format(lead=lead, tex=TEX[key], number=NUMBERS[key])
    assert verdicts(said, NEURON)[key].status in ACCEPTED


@pytest.mark.parametrize("form", BELOW)
@pytest.mark.parametrize("lead", LEADS)
def test_wrong_numbers_below_are_not_accepted(lead: str, form: str) -> None:
    key = LEADS[lead]
    said = form.format(lead=lead, tex=TEX[key], number=NUMBERS[key].replace("0.", "0.4"))
    assert verdicts(said, NEURON)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    "said",
    [
        "The derivative of the sigmoid is not\n$$ 0.2139 $$",
        "Tom: The derivative of the sigmoid is\n$$ 0.2139 $$",
        "The derivative of the sigmoid is, says Ben,\n$$ 0.2139 $$",
        "I doubt that the derivative of the sigmoid is\n$$ 0.2139 $$",
        "If the weight were 3, the derivative of the sigmoid would be\n$$ 0.2139 $$",
        "The derivative of the wrong function is\n$$\\frac{\\partial a}{\\partial z} = 0.2139$$",
        "According to the solution, the derivative is\n$$\\frac{\\partial a}{\\partial z} = 0.2139$$",
        "Dans le livre la dérivée de la sigmoïde est\n$$\\frac{\\partial a}{\\partial z} = 0.2139$$",
    ],
)
def test_what_a_sentence_does_not_claim_is_not_read_below_it(said: str) -> None:
    assert verdicts(said, NEURON)[SLOPE].status not in ACCEPTED


@pytest.mark.parametrize(
    "said",
    [
        "The derivative of the activation with respect to z is 0.2139.",
        "The gradient of the output with respect to z is 0.2139.",
        "Die Ableitung der Ausgabe nach z ist 0,2139.",
    ],
)
def test_a_derivative_of_a_node_is_none_of_the_loss(said: str) -> None:
    judged = verdicts(said, NEURON)
    assert judged[SLOPE].status in ACCEPTED
    assert judged["dL/dz"].status is Status.MISSING or judged["dL/dz"].status is Status.UNREAD


def test_words_that_look_like_differentials_are_words() -> None:
    judged = verdicts("A derivada da perda em relação a w é dada por -0.2653.", NEURON)
    assert judged[GRADIENT].status in ACCEPTED
    assert verdicts("da = -0.62", NEURON)["dL/da"].status in ACCEPTED
