"""The picture in the DOT language."""

import dataclasses
import re

from tests.graph.derivation.test_derivation import GRAPHS

from gradbook.graph.drawing.dot import dot
from gradbook.graph.engine.tape import Tape
from gradbook.graph.ops import OPS


def test_every_node_and_line_is_there() -> None:
    written = dot(GRAPHS["seed"])
    assert written.count("shape=") == 7
    assert written.count("->") == 6
    assert 'label="10\\n3"' in written


def test_a_worksheet_prints_no_answers() -> None:
    assert not re.search(r"label=\"[^\"]*\b(10|24|15)\b", dot(GRAPHS["seed"], values=False, grads=False))


def test_quotes_and_backslashes_stay_in_their_label() -> None:
    tape = Tape(x=1.0)
    tape.operate(dataclasses.replace(OPS["sin"], name='a"b\\'), [0])
    assert r'[label="a\"b\\\nq", shape=circle];' in dot(tape)
