"""Values that a comment names or numbers, and R's vectors below their names: what is written, what is read."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

_Q, _R = "q = w * x", "r = q + b"

# program text, what it states
TOLD: list[tuple[str, list[str]]] = [
    ("Value(data=10.0, grad=3.0)  # q = w*x", ["q = w * x = 10", "df/dq = 3"]),
    ("Value(data=10.0, grad=0.0)  # q", ["q = 10"]),
    ("tensor(10.)  # q", ["q = 10"]),
    ("tensor(8., grad_fn=<AddBackward0>)  # r = q + b", ["r = q + b = 8"]),
    ("10.0   # q = w*x\n6      # df/dw", ["q = w * x = 10", "df/dw = 6"]),
    ("tensor(6.)   # w.grad\ntensor(15.)  # x.grad", ["df/dw = 6", "df/dx = 15"]),
    ("8   // r (after the bias)", ["r = 8"]),
    ("6   # df/dw, chain rule", ["df/dw = 6"]),
    ("6.0 # dw: gradient of w", ["df/dw = 6"]),
    ("10  <- q", ["q = 10"]),
    ("[10.0]  # q\nnp.float64(8.0)  # r", ["q = 10", "r = 8"]),
    (">>> q\n10   # q", ["q = 10"]),
    ("w -= lr*dw\n4.94   # w", ["w_new = w - lr * df/dw", "w_new = 4.94"]),
    ("-6.0  # dw = 6", ["df/dw = -6", "df/dw = 6"]),
    ("10.0  # q (wrong)", ["q = 10 (wrong)"]),
    ("10.0  # not q", []),
    ("10.0  # q or r", []),
    ("6  # dw should be 15", []),
    ("6  # dw, no, dx", ["df/dw = 6 (no)"]),
]

# comments in columns
COLUMNS: list[tuple[str, list[str]]] = [
    ("q = w*x  # product     #(1)  10", ["q = w * x = 10"]),
    ("q = w*x  #             #(1)  10", ["q = w * x = 10"]),
    ("q = w*x                #(1)  10", ["q = w * x = 10"]),
    ("q = w*x  # product     # 10", ["q = w * x = 10"]),
    ("q = w*x  # product  # = 10", ["q = w * x = 10"]),
    ("q = w*x  # the product     10", ["q = w * x = 10"]),
    ("q = w*x  # product | 10", ["q = w * x = 10"]),
    ("q = w*x  # step 1: 10", ["q = w * x = 10"]),
    ("q = w*x  # (1) 10\nr = q + b  # [2] 8", ["q = w * x = 10", "r = q + b = 8"]),
    ("q = w*x  #1  10", ["q = w * x = 10"]),
    ("q = w*x  # 3) 10", ["q = w * x = 10"]),
    ("q = w*x  # done!   #(5)  q is 10 now", [_Q, "q = 10"]),
    ("q = w*x  # (5)(2) = 10", ["q = w * x = 5 * 2 = 10"]),
    ("r = q + b  # (10) - 2 = 8", ["r = q + b = 10 - 2 = 8"]),
    ("q = w*x  #(3)", [_Q]),
    ("q = w*x  # neuron  #3", [_Q]),
    ("q = w*x  # wrong   #(1)  10", ["q = w * x (10)"]),
    ("q = w*x  # not   # 10", ["q = w * x (10)"]),
    ("q = w*x  # local gradient   # 10", ["q = w * x (10)"]),
    ("q = w*x  # product  #(1)  10 (wrong)", ["q = w * x = 10 (wrong)"]),
    ("## wrong\nq = w*x  # 10", ["q = w * x = 10 (wrong)"]),
]

# what a comment calls what its line calculates, and from where to where a value goes
NAMED: list[tuple[str, list[str]]] = [
    ("g1 = z * x  # df/dw", ["df/dw = z * x"]),
    (">>> z * x  # df/dw\n6", ["df/dw = z * x", "df/dw = 6"]),
    (">>> z * x  # df/dw, of the product\n6", ["df/dw = z * x", "df/dw = 6"]),
    ("w -= lr * dw  # 5 -> 4.94", ["w_new = w - lr * df/dw = 4.94"]),
    ("r = q + b  # 10 -> 8 (shifted)", ["r = q + b = 8"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_comment_calls_what_its_line_calculates(text: str, expected: list[str]) -> None:
    answer = f"```python\n{text}\n```"
    stated = [read_back(each, answer) for each in reading_of(answer, EXERCISES["seed"].lexicon)]
    assert [line.rstrip("?") for line in stated] == expected


def test_a_loop_prints_the_names_of_what_it_shows() -> None:
    loop = 'for n, t in [("q", q), ("r", r)]:\n    print(f"{n:>6} = {t:.4f}")\n'
    found = verdicts(f"```python\n{loop}\n# ---- output ----\n#   q = 10\n#   r = 8\n```", EXERCISES["seed"])
    assert found["q"].status in ACCEPTED and found["r"].status in ACCEPTED


LOOPS = [  # over names and what has them
    'for n, t in [("w", w), ("x", x)]:\n    print(n, t.grad)',
    "for n, t in dict(w=w, x=x).items(): print(n, round(t.grad.item(), 4))",
    'for n, t in {"w": w, "x": x}.items(): print(n, float(t.grad))',
    'for n, t in zip(["w", "x"], [w, x]):\n    print(f"{n} {t.grad.item():.1f}")',
    'for n, t in zip("wx", (w, x)): print(n, t.grad)',
]


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize(("dw", "accepted"), [("6.0", {"df/dw", "df/dx"}), ("5.0", {"df/dx"})])
def test_a_loop_prints_gradients_beside_their_names(loop: str, dw: str, accepted: set[str]) -> None:
    found = verdicts(f"```python\n{loop}\n```\n```\nw {dw}\nx 15.0\n```", EXERCISES["seed"])
    assert {key for key in ("df/dw", "df/dx") if found[key].status in ACCEPTED} == accepted


# R: what is shown below names, behind the signs that knitr and reprex set
BELOW: list[tuple[str, list[str]]] = [
    ("round(c(q = q, r = r), 4)\n##  q  r \n## 10  8 ", ["q = 10?", "r = 8?"]),
    ("print(c(q = q, r = r))\n#>  q  r \n#> 10  8 ", ["q = 10?", "r = 8?"]),
    ("round(c(q, r), 2)\n## [1] 10  8", ["q = 10", "r = 8"]),
    ("cat(q, r, f, '\\n')\n## 10 8 24", ["q = 10", "r = 8", "f = 24"]),
    ("w - lr * dw\n## [1] 4.94", ["w_new = w - lr * df/dw = 4.94"]),
    ("w <- w - lr * dw\nc(w = w)\n##    w \n## 4.94 ", ["w_new = w - lr * df/dw", "w_new = 4.94?"]),
    ("data.frame(q = q, r = r)\n##    q r\n## 1 10 8", ["q = 10?", "r = 8?"]),
    ("data.frame(q, r)\n   q r\n1 10 8", ["q = 10", "r = 8"]),
    ("list(q = q, r = r)\n## $q\n## [1] 10\n## \n## $r\n## [1] 8", ["q = 10?", "r = 8?"]),
    ("c(hidden = q, out = f)\n## hidden    out \n##     10     24 ", ["q = 10?", "f = 24?"]),
    ('c("df/dw" = dw, "df/dx" = dx)\n## df/dw df/dx \n##     6    15 ', ["df/dw = 6?", "df/dx = 15?"]),
    ("sprintf('%.2f', q)\n## [1] \"10.00\"", ["q = 10"]),
    ("print(paste('q:', q, 'r:', r))\n## [1] \"q: 10 r: 8\"", ["q = 10", "r = 8"]),
    ("signif(dw, 3)\n## [1] 6", ["df/dw = 6"]),
]

# values on the line below their name, and names in quotation marks
ANSWERS: list[tuple[str, list[str]]] = [
    ("    >>> q = w * x\n    >>> show(net)\n\n    Id: 2\n    q:\n        10\n", [_Q, "q = 10?"]),
    ("```\nq:\n  10\ndw:\n  6\n```", ["q = 10?", "df/dw = 6?"]),
    ("```python\nq =\n10\n```", ["q = 10"]),
    ("```\nq:\n  wrong\n  10\n```", []),
    ("```\nq:\n10\n```", []),
    ("```python\nif q:\n    10\nelse:\n    8\n```", []),
    ("The gradient of 'w' is 6", ["df/dw = 6"]),
    ("'q' = 10, 'r' = 8", ["q = 10", "r = 8"]),
    ("w' = 4.94", ["w_new = 4.94"]),
    ("(w') = 4.94", ["w_new = 4.94"]),
]

# what is judged, the answer, whether it is accepted
JUDGED: list[tuple[str, str, bool]] = [
    ("q", "```\nValue(data=11.0, grad=3.0)  # q = w*x\n```", False),
    ("df/dw", "```\n-6.0  # dw = 6\n```", False),
    ("q", "```\n10  # q = w + x\n```", False),
    ("q", "```\n10  # q?\n```", False),
    ("df/dw", "```\n6  # local dw\n```", False),
    ("q", "```python\nq = w*x  # product  #(10)  11\n```", False),
    ("q", "```python\nq = w*x  # 11  #(1)  10\n```", False),
    ("q", "```r\nc(q = q, r = r)\n##  q  r \n##  8 10 \n```", False),
    ("q", "```r\nround(c(q, r))\n## [1]  8 10\n```", False),
    ("w1", "```r\nw + lr * dw\n## [1] 4.94\n```", False),
    ("w1", "```r\nw - lr * dw\n## [1] 5.06\n```", False),
    ("q", '```r\nprint(paste("q:", r))\n## [1] "q: 8"\n```', False),
    ("q", "ノートブック出力まとめ\n\n    >>> q = w*x\n    10\n", True),
    ("q", "```\nq:\n  11\n```", False),
    ("q", "これはダメ\n\nq = 10", False),
]


def _read(answer: str) -> list[str]:
    return [
        read_back(statement, answer) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in reading_of(answer, EXERCISES["seed"].lexicon)
    ]


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *COLUMNS])
def test_a_comment_that_names_or_numbers_its_value_is_read(text: str, expected: list[str]) -> None:
    assert _read(f"```python\n{text}\n```") == expected


@pytest.mark.parametrize(("text", "expected"), BELOW)
def test_what_r_shows_is_read_below_its_names(text: str, expected: list[str]) -> None:
    assert _read(f"```r\n{text}\n```") == expected


@pytest.mark.parametrize(("answer", "expected"), ANSWERS)
def test_a_value_below_its_name_is_read(answer: str, expected: list[str]) -> None:
    assert _read(answer) == expected


@pytest.mark.parametrize(("key", "answer", "accepted"), JUDGED)
def test_a_value_that_is_told_is_judged(key: str, answer: str, accepted: bool) -> None:
    assert (verdicts(answer, EXERCISES["seed"])[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "text", ["q = w*x  # a" + " // a" * 100 + " " * 8000, "q:\n" * 1000, "10 # " + "q " * 3000, "##  q r\n" * 500]
)
@pytest.mark.parametrize("tag", ["python", "r", "js"])
def test_comments_that_are_bombs_are_read_at_once(tag: str, text: str) -> None:
    verdicts(f"```{tag}\n{text}\n```", EXERCISES["seed"])
