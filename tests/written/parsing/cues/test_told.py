"""Numbers that clauses in words tell, of what these clauses are about."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); L = (a - y)**2", w=0.6, x=1.5, b=-0.4, y=1),
    ["z", "a", "L", "da/dz", "dL/da", "dL/dz", "dL/dw", "dL/db", "new:w"],
    lr=0.5,
)
GATES = Exercise.from_graph(
    Graph("m = max(p, q); d = m - c; L = d**2", p=4, q=1.5, c=6),
    ["m", "d", "L", "dL/dm", "dL/dp", "dL/dq", "dL/dc", "dL/dd"],
)
CIRCUIT = Exercise.from_graph(
    Graph("q = x + y; f = q * z", x=-2, y=5, z=-4),
    ["q", "f", "df/dq", "df/dz", "df/dx", "df/dy", "new:x", "new:y", "new:z"],
    lr=0.1,
)
LINE = Exercise.from_graph(
    Graph("p = w * x; e = p - y; L = e ** 2", w=1.5, x=2, y=5),
    ["p", "e", "L", "dL/dw", "dL/dy", "dL/de", "local:dp/dw", "local:dp/dx", "local:de/dy", "new:w"],
    lr=0.1,
)
RATIO = Exercise.from_graph(
    Graph("num = a + b; den = c * d; r = num / den", a=5, b=7, c=2, d=3),
    ["num", "den", "r", "dr/dden", "local:dden/dc", "local:dden/dd"],
)
GRADIENTS = "dL/da = -0.755. "  # so that what follows is of gradients

TOLD = [
    (NEURON, GRADIENTS + "The bias enters z with factor one and so simply inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "At z we are left with -0.177, and w sees that scaled by the input, thus -0.266.", "dL/dw"),
    (NEURON, GRADIENTS + "At z we are left with -0.177.", "dL/dz"),
    (NEURON, GRADIENTS + "The sigmoid itself has slope 0.62 times 0.38, about 0.235 there.", "da/dz"),
    (NEURON, "Sending 0.5 through it gives an activation a of about 0.622.", "a"),
    (NEURON, GRADIENTS + "Der Bias b übernimmt den Wert von z unverändert, sein Gradient ist also -0,177.", "dL/db"),
    (GATES, "Since p is larger, m comes out as the larger one, namely 4.", "m"),
    (GATES, "dL/dd = -4. Since m enters the difference with a plus sign, its gradient is -4 as well.", "dL/dm"),
    (GATES, "dL/dd = -4. So both m and p receive -4, while q receives 0.", "dL/dp"),
    (GATES, "dL/dd = -4. What c gets has the opposite sign, so it is left with 4.", "dL/dc"),
    (GATES, "dL/dd = -4. Differentiating the difference we obtain 4 for c.", "dL/dc"),
    (CIRCUIT, "Adding both inputs brings q to 3.", "q"),
    (CIRCUIT, "I arrive at 3 for q.", "q"),
    (CIRCUIT, "The sum is 3 (that is q).", "q"),
    (CIRCUIT, "Four times that with a minus is -12, our f.", "f"),
    (CIRCUIT, "In the descent step x climbs a bit to -1.6, y rises to 5.4.", "new:y"),
    (CIRCUIT, "After the step x, y and z are -1.6, 5.4 and -4.3.", "new:z"),
    (CIRCUIT, "The gradient of f is -4 for q, 3 for z, -4 for x and -4 for y.", "df/dy"),
    (CIRCUIT, "Going back, x and y both receive -4 because the plus changes nothing.", "df/dx"),
    (CIRCUIT, "Going back, -4 arrives at q and goes on to x.", "df/dq"),
    (CIRCUIT, "Rückwärts: z bekommt den Wert von q, das sind 3.", "df/dz"),
    (CIRCUIT, "En arrière, x récupère donc -4.", "df/dx"),
    (CIRCUIT, "Hacia atrás, a x le llega un -4.", "df/dx"),
    (CIRCUIT, "Para trás, o x fica com -4.", "df/dx"),
    (CIRCUIT, "All'indietro, anche x riceve -4.", "df/dx"),
    (CIRCUIT, "역전파에서 q는 3을 받고 z도 3을 받는다", "df/dz"),
    (LINE, "The error e is the prediction less the target, which makes -2.", "e"),
    (LINE, "Backwards: the weight sees this times x, thus -8.", "dL/dw"),
    (LINE, "The local derivatives: p changes by 2 per unit of w and by 1.5 per unit of x.", "local:dp/dx"),
    (LINE, "Local derivatives: p has slope 2 in the direction of w.", "local:dp/dw"),
    (LINE, "The subtraction has local derivatives 1 for p and -1 for y.", "local:de/dy"),
    (LINE, "With a step of 0.1 the weight grows to 2.3.", "new:w"),
    (RATIO, "The numerator adds up to 12 and the denominator to 6.", "den"),
    (RATIO, "The derivative with respect to den is -num/den² = -0.3333.", "dr/dden"),
    (RATIO, "den depends on c with 3 and on d with 2 (these are local derivatives).", "local:dden/dd"),
]
NOT_TOLD = [
    (NEURON, GRADIENTS + "The bias enters z with factor one and so simply inherits -0.266.", "dL/db"),
    (NEURON, GRADIENTS + "It is not true that the bias inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "The bias inherits -0.177, which is wrong.", "dL/db"),
    (NEURON, GRADIENTS + "My neighbour says that the bias inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "Maybe the bias simply inherits -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "The bias first sees -0.177. In the end the bias is left with -0.2.", "dL/db"),
    (NEURON, "The bias simply has -0.177.", "dL/db"),  # nobody speaks of gradients
    (NEURON, GRADIENTS + "The bias is multiplied by -0.177.", "dL/db"),
    (NEURON, GRADIENTS + "That of z is -0.177, and the bias has one too.", "dL/db"),
    (GATES, "dL/dd = -4. It says that the gradient of m is -2 and that of c is -4.", "dL/dm"),
    (CIRCUIT, "Adding both inputs brings q to 4.", "q"),
    (CIRCUIT, "Adding both inputs does not bring q to 3.", "q"),
    (CIRCUIT, "In the descent step x climbs a bit, by -1.6.", "new:x"),
    (CIRCUIT, "After the step x, y and z are 5.4, -1.6 and -4.3.", "new:x"),
    (CIRCUIT, "After the step z, y and x are -1.6, 5.4 and -4.3.", "new:x"),
    (CIRCUIT, "The gradient of f is 3 for q, -4 for z.", "df/dz"),
    (CIRCUIT, "Going back, x and y receive -4 together.", "df/dx"),
    (CIRCUIT, "Going back, everyone but x receives -4.", "df/dx"),
    (CIRCUIT, "Going back, the partner of x receives -4.", "df/dx"),
    (CIRCUIT, "Going back, x receives -4. Better: 4.", "df/dx"),
    (CIRCUIT, "Rückwärts braucht x -4.", "df/dx"),
    (LINE, "The local derivatives: p changes by 1.5 per unit of w and by 2 per unit of x.", "local:dp/dx"),
    (LINE, "Backwards: the weight sees this times x, thus -8. Half of that remains.", "dL/dw"),
    (LINE, "For x I multiply by w and get -8 backwards.", "dL/dw"),
    (RATIO, "The denominator adds up to 12 and the numerator to 6.", "den"),
    (GATES, "The exponential of m is 4.", "m"),
    (GATES, "The product of c and m is 4.", "m"),
]


@pytest.mark.parametrize(("exercise", "text", "key"), TOLD)
def test_a_clause_tells_a_number_of_what_it_is_about(exercise: Exercise, text: str, key: str) -> None:
    assert verdicts(text, exercise)[key].status in ACCEPTED


@pytest.mark.parametrize(("exercise", "text", "key"), NOT_TOLD)
def test_what_is_said_otherwise_is_not_told(exercise: Exercise, text: str, key: str) -> None:
    assert verdicts(text, exercise)[key].status not in ACCEPTED


def test_what_a_clause_seems_to_tell_is_held_against_nobody() -> None:
    found = verdicts(GRADIENTS + "The bias goes on from there with the same 3 over 2, so 1.5.", NEURON)
    assert str(found["dL/db"].status) not in ("wrong", "carried")


def test_what_clauses_tell_has_the_names_of_the_exercise_where_an_answer_counts_layers() -> None:
    graph = Graph(
        "net_h = w1*x + b1; out_h = sigmoid(net_h); net_o = w2*out_h + b2; out_o = sigmoid(net_o)",
        w1=0.4, x=0.5, b1=0.1, w2=-0.6, b2=0.2,
    )  # fmt: skip
    text = "$W^{[1]} = 0.4$. Adding the bias brings $z^{[1]}$ to 0.3. $z^{[2]} = W^{[2]} a^{[1]} + b^{[2]} = -0.1447$."
    found = verdicts(text, Exercise.from_graph(graph, ["net_h", "out_h", "net_o"]))
    assert [found[key].status in ACCEPTED for key in ("net_h", "out_h", "net_o")] == [True, False, True]
