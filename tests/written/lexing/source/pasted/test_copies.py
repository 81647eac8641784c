"""A page copied as text gives a formula several times; it is read once, and only where the copies are the same."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.lexing.source.pasted.copies import without_copies

THREE = {
    "We have:u=pq+ru = pq + ru=pq+r": "u = pq + r",
    r"The sum u=p⋅q+r=7u = p \cdot q + r = 7u=p⋅q+r=7. Then": r"u = p \cdot q + r = 7",
    r"du/dp=q=3du/dp = q = 3du/dp=q=3": "du/dp = q = 3",
    r"∂E∂u=−4\frac{\partial E}{\partial u} = -4∂E∂u=−4": r"\frac{\partial E}{\partial u} = -4",
    "∂E∂u=−4\\frac{\\partial E}{\\partial u} = -4∂u∂E\u200b=−4": r"\frac{\partial E}{\partial u} = -4",
    r"(h^−1)2=9(\hat{h} - 1)^2 = 9(h^−1)2=9, so": r"(\hat{h} - 1)^2 = 9",
    r"其中u=p⋅qu = p \cdot qu=p⋅q表示": r"u = p \cdot q",
    r"a\_{1}: a1=2a\_{1} = 2a1=2": r"a _{1} = 2",
    "m=max⁡(0,u)=7m = \\max(0, u) = 7m=max(0,u)=7": r"m = \max(0, u) = 7",
}
TWO = {
    "that is u=7u = 7.": "u =7",
    "J=L+R=4J = L + R = 4 (all)": "J = L + R =4",
    r"the rule: 3×2=63 \times 2 = 6.": r"3 \times 2 =6",
    r"u=p⋅q+r=7u = p \cdot q + r = 7, then": r"u = p \cdot q + r =7",
    r"h^=σ(u)=0.5\hat{h} = \sigma(u) = 0.5": r"\hat{h} = \sigma(u) =0.5",
}
OTHER = [
    r"u=p⋅qu = p \times qu=p⋅q",
    "u=7u = 7u=70",
    "u=7u = 7u=7.5",
    "u=7u = 7u=-7",
    "u=7u = -7u=7",
    "u=8u = 7u=7",
    "u=7u = 7u=7 + 1",
    "u=7u = 7u=7 = 8",
    r"u=p⋅qu = p \cdot q + 1",
    r"u=7u = \color{white}{7}u=7",
    r"u=7u = \phantom{7}u=7",
    "u = 7, u = 7, u = 7",
    "u=7 u = 7 u=7",
    "u=7u = 77",
    "u = 7u=70",
    "u = 8u=7",
    "u = 7 u=7",
    "(u = u=7",
    "11_11=11_11 = 3",
    "papapa =pa = 3",
    "`u=7u = 7u=7` and $u = 7$",
]


@pytest.mark.parametrize(("text", "latex"), (THREE | TWO).items())
def test_a_formula_with_copies_of_it_is_its_latex(text: str, latex: str) -> None:
    plain = without_copies(text)
    assert len(plain) == len(text)
    assert plain.count("$") == 2
    assert " ".join(plain.split("$")[1].split()) == latex.replace("\\_", " _")


@pytest.mark.parametrize("latex", [r"u = p \cdot q + r = 7", r"\frac{\partial E}{\partial u} = -4"])
def test_the_latex_stays_where_it_stood(latex: str) -> None:
    copy = latex.translate(str.maketrans("", "", " {}")).replace(r"\cdot", "⋅")
    copy = copy.replace(r"\frac", "").replace(r"\partial", "∂")
    text = f"so {copy}{latex}{copy}."
    assert without_copies(text).index(latex) == text.index(latex)


@pytest.mark.parametrize("text", OTHER)
def test_what_differs_in_anything_stays(text: str) -> None:
    assert without_copies(text) == text


@pytest.mark.parametrize(
    "text",
    ["ab " * 30_000 + "a=b =", "a" * 100_000 + "=b =", "a=aa = " * 14_000, "=\\frac{" * 14_000, "a=1a = 1a=1" * 9_000,
     "z=\\frac{a}{b} z=\\frac" * 5_000, ("a" * 299 + "=b =") * 330, ("\\frac{a}" * 9 + "=b a=") * 1_000],
)  # fmt: skip
def test_a_long_text_is_gone_over_as_a_short_one(text: str) -> None:
    assert len(without_copies(text)) == len(text)


EXERCISE = Exercise.from_graph(Graph("u = p*q + r; E = (u - t)**2", p=2.0, q=3.0, r=1.0, t=5.0), ["u", "dE/du"])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (r"u=p⋅q+r=7u = p \cdot q + r = 7u=p⋅q+r=7, ∂E∂u=2⋅2=4\frac{\partial E}{\partial u} = 2 \cdot 2 = 4", True),
        (r"u=p⋅q+r=8u = p \cdot q + r = 8u=p⋅q+r=8, ∂E∂u=2⋅2=5\frac{\partial E}{\partial u} = 2 \cdot 2 = 5", False),
        (r"wrong: u=p⋅q+r=7u = p \cdot q + r = 7u=p⋅q+r=7, ∂E∂u=5\frac{\partial E}{\partial u} = 5∂E∂u=5", False),
        (r"u=7u = 8u=7, ∂E∂u=4\frac{\partial E}{\partial u} = 5∂E∂u=4", False),
    ],
)  # fmt: skip
def test_it_is_judged_as_what_it_says(text: str, right: bool) -> None:
    accepted = [v.status in (Status.RIGHT, Status.STEP_UNREAD) for v in judge(read(text, EXERCISE), EXERCISE)]
    assert accepted == [right, right]


@pytest.mark.parametrize(("text", "once"), [("so u = 7u=7", "so u = 7"), ("u = p + q = 7u=p+q=7.", "u = p + q = 7.")])
def test_an_equation_with_a_copy_without_blanks_behind_it_stands_once(text: str, once: str) -> None:
    assert "".join(without_copies(text).split()) == once.replace(" ", "")
