"""Data files: what JSON, YAML, TOML, CSV, logs and reprs say of nodes by their keys, and where they say nothing."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Exercise, Status, judge, read

SEED = EXERCISES["seed"]
KEYS = ("q", "r", "df/dq", "df/dr")

# each says that q is 10 and r is 8, with gradients 3 and 3
FILES = {
    "json": """{
  "nodes": [
    {"id": "q", "op": "mul", "data": 10.0, "grad": 3.0},
    {"id": "r", "op": "add", "data": 8.0, "grad": 3.0}
  ]
}""",
    "json, an entry a line": """{
  "q": {
    "value": 10,
    "gradient": 3
  },
  "r": {
    "value": 8,
    "gradient": 3
  }
}""",
    "json by sections": '{\n  "inputs": {"w": 5},\n  "forward": {"q": 10, "r": 8},\n  "backward": {"q": 3, "r": 3}\n}',
    "json lines": '{"node": "q", "value": 10, "grad": 3}\n{"node": "r", "value": 8, "grad": 3}',
    "javascript": "const rows = [\n  { sym: 'q', how: 'w·x', num: 10, grad: 3 },\n"
    "  { sym: 'r', how: 'q + b', num: 8, grad: 3 },\n];",
    "yaml": "forward:\n  q: 10\n  r: 8\nbackward:\n  q: 3\n  r: 3",
    "yaml, an entry a node": "nodes:\n  - name: q\n    value: 10\n    grad: 3\n  - name: r\n    value: 8\n    grad: 3",
    "yaml with remarks": "# all by hand\nforward:\n  q: 10   # the product\n  r: 8\ngrads:\n  q: 3    # z\n  r: 3",
    "toml": "[case]\nw = 5\n\n[case.forward]\nq = 10  # 5 * 2\nr = 8\n\n[case.backward]\nq = 3\nr = 3",
    "csv": "node,value,grad\nq,10,3\nr,8,3",
    "csv by steps": "step,name,value,grad\n0,q,10,3\n0,r,8,3\n1,q,9,3\n1,r,7,3",
    "log": "level=info phase=fwd node=q op=mul value=10\nlevel=info phase=fwd node=r op=add value=8\n"
    "level=info phase=bwd node=r grad=3\nlevel=info phase=bwd node=q grad=3",
    "reprs": "Node(name='q', op='*', value=10.0, grad=3.0)\nNode(name='r', op='+', value=8.0, grad=3.0)",
    "reprs behind names": "q   Value(data=10.0, grad=3.0)\nr   Value(data=8.0, grad=3.0)",
}


@pytest.mark.parametrize("fence", ["{}", "```\n{}\n```", "The log:\n\n```yaml\n{}\n```\n"])
@pytest.mark.parametrize("answer", FILES.values(), ids=FILES)
def test_keys_say_of_what_numbers_are(answer: str, fence: str) -> None:
    found = verdicts(fence.format(answer), SEED)
    assert {key: found[key].status for key in KEYS} == dict.fromkeys(KEYS, Status.RIGHT)


@pytest.mark.parametrize("answer", FILES.values(), ids=FILES)
@pytest.mark.parametrize(("old", "new", "keys"), [("10", "11", ("q",)), ("3", "4", ("df/dq", "df/dr"))])
def test_a_wrong_number_is_not_accepted(answer: str, old: str, new: str, keys: tuple[str, ...]) -> None:
    found = verdicts(answer.replace(old, new), SEED)
    assert all(found[key].status not in ACCEPTED for key in keys)


def test_what_is_after_the_step_is_a_new_value() -> None:
    rows = '[\n  {"id": "w", "was": 5, "grad": 6, "now": 4.94},\n  {"id": "x", "was": 2, "grad": 15, "now": 1.85}\n]'
    stepped = Exercise.from_graph(SEED.graph, ["df/dw", "df/dx", "new:w", "new:x"], lr=0.01)
    found = judge(read(rows, stepped), stepped)
    assert [verdict.status for verdict in found] == [Status.RIGHT] * 4


# what may be of another round, of somebody else, or of who knows what
NOTHING = [
    '{"node": "q", "epoch": 7, "value": 10, "grad": 3}\n{"node": "r", "epoch": 7, "value": 8, "grad": 3}',
    '{"node": "q", "guess": 10, "grad": 3}\n{"node": "r", "guess": 8, "grad": 3}',
    "wrong:\n  forward:\n    q: 10\n    r: 8\n  backward:\n    q: 3\n    r: 3",
    "forward:\n  q: 10  # wrong\n  r: 8  # wrong\nbackward:\n  q: 3  # wrong\n  r: 3  # wrong",
    "phase=eval node=q value=10 grad=3\nphase=eval node=r value=8 grad=3",
    "node,student,value,grad\nq,Ben,10,3\nr,Ben,8,3",
    "step,name,value,grad\n5,q,10,3\n5,r,8,3",
]


@pytest.mark.parametrize("answer", NOTHING)
def test_data_of_another_round_or_of_no_known_sense_says_nothing(answer: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status not in ACCEPTED for key in KEYS)


def test_a_note_is_read_as_words() -> None:
    nodes = '"q": {"value": 10, "grad": 3},\n  "r": {"value": 8, "grad": 3}'
    rows = f'{{\n  {nodes},\n  "note": "all of these numbers are wrong"\n}}'
    found = verdicts(rows, SEED)
    assert all(found[key].status not in ACCEPTED for key in KEYS)
