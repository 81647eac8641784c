"""Labels of graphs: a dump has the nodes of a program by what that calls them."""

from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise

EXERCISE = Exercise.from_graph(Graph("xw = x*w; n = xw + b", x=2, w=-3, b=1), ["xw", "n", "dn/dxw"])  # -6, -5, 1
PROGRAM = "```python\nxw = x*w; xw.label = 'x*w'\nn = xw + b; n.label = 'n'\n```\n\n"


def test_a_row_is_of_what_the_program_calls_so() -> None:
    dump = "```\n{ x*w | data -6.0000 | grad 1.0000 }\n{ n   | data -5.0000 | grad 1.0000 }\n```"
    found = verdicts(PROGRAM + dump, EXERCISE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"xw", "n", "dn/dxw"}


def test_another_label_is_of_nothing() -> None:
    found = verdicts(PROGRAM + "```\n{ x*v | data -6.0000 | grad 1.0000 }\n```", EXERCISE)
    assert not {key for key, verdict in found.items() if verdict.status in ACCEPTED}
