"""What the network thinks is a prediction, and no doubt of the answer; what the learner thinks is one."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

LOSS = Exercise.from_graph(Graph("p = sigmoid(z); C = -log(p)", z=0.4), ["C"])  # C = 0.51302


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("The network thinks that it is spam with 60 %.", True),
        ("The model estimates a probability of 60 %.", True),
        ("Le réseau estime à 60 % la probabilité.", True),
        ("Das Netz glaubt mit 60 % an Spam.", True),
        ("La red cree que es spam.", True),
        ("Je pense que c'est bon.", False),
        ("J'estime que c'est le résultat.", False),
    ],
)
def test_only_the_network_may_think(sentence: str, right: bool) -> None:
    assert (verdicts(f"$C = -\\ln(0.5987) = 0.513$\n\n> {sentence}", LOSS)["C"].status in ACCEPTED) is right
    assert verdicts(f"$C = -\\ln(0.5987) = 0.613$\n\n> {sentence}", LOSS)["C"].status not in ACCEPTED
