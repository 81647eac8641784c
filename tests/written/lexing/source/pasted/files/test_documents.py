r"""Documents of LaTeX as their source: titles, slides in parts, points and struck numbers are no part of equations."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise
from gradbook.written.lexing.source.pasted.files.documents import from_document

EXERCISE = Exercise.from_graph(Graph("p = w*x; L = (p - y)**2", w=0.5, x=2, y=3), ["p", "L", "dL/dp"])  # 1, 4, -4


@pytest.mark.parametrize("text", [
    "\\section*{Forward}\n$p = 1$, $L = 4$\n\\paragraph{Zpětný průchod.} $\\frac{\\partial L}{\\partial p} = -4$",
    "\\begin{align*}\np &= 1 && \\text{(2p)}\\\\ L &= 4 && \\text{(1 pt)}\\\\ \\frac{\\partial L}{\\partial p} &= "
    "-4\n\\end{align*}",
    "\\begin{align*}\np &= 1 \\only<2->{\\\\ L &= (1-3)^2 = 4} \\only<3->{\\\\ \\frac{\\partial L}{\\partial p} &= "
    "\\alert<3>{-4}}\n\\end{align*}",
    "$p=\\num{1}$, $L=\\num{4.0}$, $\\frac{\\partial L}{\\partial p}=\\num{-4}$",
    "$p = \\cancel{2}\\; 1$, $L = \\sout{-4}\\ 4$, $\\frac{\\partial L}{\\partial p} = -4$",
])  # fmt: skip
def test_what_documents_have_is_read(text: str) -> None:
    found = verdicts(text, EXERCISE)
    assert {key for key, verdict in found.items() if verdict.status in ACCEPTED} == {"p", "L", "dL/dp"}


@pytest.mark.parametrize("text", [
    "\\section{Wrong attempt}\n\\subsection{Forward pass}\n$p = 1$, $L = 4$",
    "\\only<0>{$p = 1$, $L = 4$}",
    "$p = \\num{75 e-2}$ and $L = \\cancel{4}$",
])  # fmt: skip
def test_what_does_not_count_there_is_not_read(text: str) -> None:
    assert not [key for key, verdict in verdicts(text, EXERCISE).items() if verdict.status in ACCEPTED]


@pytest.mark.parametrize(
    "text", ["no section here", "\\frac{\\cancel{2}}{\\cancel{2}} & 3", "\\section{p = 1}", "a < b", "\\only<2>{"]
)
def test_a_source_is_as_long_as_it_was(text: str) -> None:
    assert len(from_document(text)) == len(text)


def test_a_slide_ends_at_its_own_brace() -> None:
    assert from_document("\\only<0>{hidden \\\\} f = 8").strip() == "f = 8"
    assert from_document("\\only<2->{f = 8") == "\\only<2->{f = 8"
    assert "only" not in from_document("\\only<2->{f = \\{8\\}} " * 70)
