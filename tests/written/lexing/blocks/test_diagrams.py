"""Diagrams of Mermaid and Graphviz: what their labels say is read, the drawing itself is a picture."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

SEED = EXERCISES["seed"]

FIELDS = """```mermaid
flowchart TB
    w["w<br/>data: 5<br/>grad: 6"] --> t1(("*"))
    x["x<br/>data: 2<br/>grad: 15"] --> t1
    t1 --> q["q<br/>data: 10<br/>grad: 3"]
    q --> r["r<br/>data: 8<br/>grad: 3"]
    r --> f["f<br/>data: 24<br/>grad: 1"]
```
"""
EQUATIONS = """The way there:

```mermaid
graph LR
    x["x = 2"] --> m((*))
    w["w = 5"] --> m
    m -->|"q = 10"| p["+"]
    p -->|r = 8| t[*]
    t --> f[f = 24]
```
"""
DOT = """```dot
digraph {
  q [label="{ q | data 10.0 | grad 3.0 }"]
  r [label="{ r | data 8.0 | grad 3.0 }"]
  f [label="{ f | data 24.0 | grad 1.0 }"]
  q -> r -> f
}
```
"""

BELOW = """```mermaid
flowchart LR
    w["w = 5"] --> q["q = w·x<br/>10"]
    q --> r["r = q + b<br/>8"]
    r -. "df/dr = 3" .-> q
    q -- "df/dw = 6" --> w
```
"""


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        (FIELDS, "q r f df/dw df/dx df/dq df/dr"),
        (FIELDS.replace("```mermaid\n", "").replace("```\n", "\nAnd so on."), "q r f df/dw df/dx"),
        (EQUATIONS, "q r f"),
        (EQUATIONS.replace("<br/>", "\\n"), "q r f"),
        (DOT, "q r f df/dq df/dr"),
        (DOT.replace("```dot", "```"), "q r f df/dq df/dr"),
        (BELOW, "q r df/dr df/dw"),
        (f"{FIELDS}\n## Gradients\n\ndf/dw = 6", "q r df/dw"),
    ],
)
def test_labels_of_nodes_and_edges_are_read(answer: str, keys: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status in ACCEPTED for key in keys.split())


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (FIELDS.replace("data: 10", "data: 11"), "q"),
        (FIELDS.replace("grad: 6", "grad: 15"), "df/dw"),
        (FIELDS.replace("grad: 6", "data: 6").replace("data: 5<br/>", ""), "df/dw"),
        (EQUATIONS.replace("q = 10", "q = 10?"), "q"),
        (EQUATIONS.replace("q = 10", "not q = 10"), "q"),
        (EQUATIONS.replace("    m -->|", "    %% m -->|"), "q"),
        (DOT.replace("10.0", "9.0"), "q"),
        (BELOW.replace("10", "11"), "q"),
        (BELOW.replace("= 6", "= 7"), "df/dw"),
        (f"{DOT}\nThe value of q above is wrong: q = 11", "q"),
        ("```mermaid\ngraph LR\n  a -- 10 --> q\n  q -- 8 --> r\n```", "q"),
    ],
)
def test_what_labels_say_wrongly_or_do_not_say_is_not_accepted(answer: str, key: str) -> None:
    assert verdicts(answer, SEED)[key].status not in ACCEPTED


def test_what_a_diagram_does_not_say_is_for_a_person() -> None:
    assert verdicts(EQUATIONS, SEED)["df/dw"].status in (Status.PERSON, Status.UNREAD)


BOX = """Forward:

    ┌───────────────────────────────────────────────┐
    │  w=5 ──┐                                      │
    │        ├──[×]── q=10 ──[+]── r=8 ──[×]── f=24 │
    │  x=2 ──┘              ↑            ↑          │
    │                     b=-2          z=3         │
    └───────────────────────────────────────────────┘
"""
COLUMN = """```
w=5   x=2
  \\   /
   ×  ──→ q=10
            │
            ▼
         ┌─────┐
   b ──→ │  +  │ ──→ r=8
         └─────┘
            ▼
            × ──→ f=24
```
"""

BELOW = """```mermaid
flowchart LR
    w["w = 5"] --> q["q = w·x<br/>10"]
    q --> r["r = q + b<br/>8"]
    r -. "df/dr = 3" .-> q
    q -- "df/dw = 6" --> w
```
"""


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        (BOX, "q r f"),
        (f"```\n{BOX}\n```", "q r f"),
        (BOX.replace("──[×]── q", "──(*)──→ q").replace("[+]", "(+)──▶"), "q r f"),
        (COLUMN, "q r f"),
        (BOX.replace("q=10", "q=11"), "r f"),
        (COLUMN.replace("r=8", "r=7"), "q f"),
        (BOX.replace("q=10 ──", "q=10?──").replace("r=8", "r≠8"), "f"),
        ("This is wrong:\n" + BOX.split("\n\n")[1], ""),
    ],
)
def test_what_stands_at_the_wires_of_a_drawing_is_read(answer: str, keys: str) -> None:
    found = verdicts(answer, SEED)
    assert {key for key in ("q", "r", "f") if found[key].status in ACCEPTED} == set(keys.split())
