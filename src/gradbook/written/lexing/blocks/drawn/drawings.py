"""Drawings of a graph in plain text, "(s, z) → [×] → t" and "x=1 --(*2)--> a=2": arrows and nodes state nothing."""

from gradbook.core.text.patterns import regex

_ARROW = r"(?:[→⟶➔➜►▶⇒]|─+[>►▶→]|-{1,4}>|={1,3}>)"
_GATE = (  # a node of a graph that is drawn: → [×] →
    r"(?:[-+*/×·÷√^−⊗⊕σ∑]|\*\*2|\^2|[x·]?²|½|sin|cos|tan|exp|log|ln|tanh|[Rr]e[Ll][Uu]|sigmoid|max|min|sqrt|square|neg|abs"
    r"|[Mm]ul|MUL|[Aa]dd|ADD|[Ss]ub|SUB|[Dd]iv|[Pp]ow)"
)
_WRITTEN = (  # what is written at an arrow: --(*2)-->
    rf"(?:{_GATE}|[^\w\s()\[\]<>]|\d|[A-Za-zα-ω]\d?(?![A-Za-z])|\([^()\[\]\w]{{0,2}}\d{{1,4}}(?:/\d{{1,4}})?\)){{1,12}}+"
)
_LABELLED = rf"(?:[\[(]\s?{_WRITTEN}\s?[\])])"
_FUNCTION = r"(?:ln|log|exp|sin|cos|tan|tanh|sigma|sigmoid|relu|ReLU|sqrt|max|min|abs|[A-Za-z])"
_TERM = rf"(?:[^()\n>\w]|[\d_α-ω]|(?<![A-Za-z]){_FUNCTION}(?![A-Za-z]))"
_SAID = rf"\((?:{_TERM}|\({_TERM}{{0,12}}\)){{1,24}}\)"  # --(-ln(1-p))-->
_BARE = rf"(?:{_GATE}[A-Za-z\d]{{0,3}}|[A-Za-z]\d?)"
_STATED = r"[^\W\d_]\w{0,9}\s?=\s?[-−]?[\d.]{1,9}"
DRAWN = (
    rf"(?:-{{1,4}}\s?{_LABELLED}(?:\^\d|[²³])?\s?-{{1,4}}>|-{{2,4}}{_SAID}-{{2,4}}>|<-{{1,4}}\s?{_LABELLED}\s?-{{1,4}}|─+\s?{_LABELLED}\s?─*[>►▶→─]"
    rf"|-{{2,4}}\s?{_BARE}(?:=-?[\d.]{{1,8}}|(?:,\s?{_BARE}){{1,3}})?\s?-{{2,4}}>|<-{{2,4}}\s?{_BARE}\s?-{{2,4}}"
    rf"|[【\[(]\s?(?:[→←⇒⇐↑↓➡⬅]|<?-{{1,2}}>?)\s?[】\])]"
    r"|(?<=[\w)\]]\s)-{1,40}(?:/|-[\\+|])(?=[ \t]*(?:\n|\Z)|[ \t]{2})"  # z=0.8 ---\, the next wire below
    r"|(?<=\d)-{1,40}[/\\](?=[ \t]*(?:\n|\Z))"  # v=-4-/
    rf"|[-+*/×·÷⊗⊕](?=\s─{{1,40}}\s?{_STATED})"  # × ── p=6 ──┐
    rf"|(?<=[\w)\]]\s)-{{2,40}}\s?(?:(?:{_LABELLED}|{_GATE})\s?(?:-{{2,40}}\s?)?)?(?={_STATED})"  # s=2 -- relu r=2
    rf"|(?<=\s\s){_GATE}(?=\s{_STATED}\s?--)"  # the node behind two wires: * u=6 --\
    rf"|[\[(⟨]\s?{_GATE}\s?[\])⟩](?=\s[^\W\d_]\w{{0,9}}\s?=)"  # (*) z = 0.8
    "|"
    rf"[\[(⟨]\s?{_GATE}\s?[\])⟩](?=\s*{_ARROW})|(?<=[→⟶➔➜►▶⇒>]\s)[\[(⟨]\s?{_GATE}\s?[\])⟩](?!\s*[\w(=])"
    rf"|(?<=[→⟶➔➜►▶⇒>]\s)\[(?=[^\]\n]*[^\W\d])[^\[\]\n=≈:]{{1,30}}\](?=\s*{_ARROW})"  # [½(q - t)²]
    rf"|[-+*/×·÷⊗⊕−²](?=\s{{0,4}}[│┃║]?\s{{0,2}}─{{2,}}[>►▶→])"
    rf"|(?<=[→⟶➔➜►▶⇒>]\s)(?:[-+*/×·÷⊗⊕]|[*×·÷]\s?\d{{1,4}}(?:\.\d{{1,6}})?)(?=\s{_ARROW}))"
)
"""A node's operation between arrows, an arrow with what is written at it, or one in brackets."""

_LATEX_BLANK = r"(?:\s|\\[;,:!]|\\q?quad\b|&)*"
_LATEX_GATE = r"(?:[-+*/×·÷⊗⊕−]|\\(?:times|cdot|oplus|otimes|sigma|tanh|exp|log|ln|sum|ast)\b)"
LATEX_NODE = regex(
    rf"{_LATEX_BLANK}(?:[\[(]\s*{_LATEX_GATE}\s*[\])]|\\boxed\{{\s*{_LATEX_GATE}\s*\}})"
    rf"(?:{_LATEX_BLANK}\\(?:(?:long)?rightarrow|to)\b)?"
)
"""A node's operation behind an arrow in LaTeX, with the arrow that leads away from it."""

DRAWN_BEGINS = r"[-+*/×·÷⊗⊕\[(⟨<─【]"

_WIRE = regex(r"(?<![-─━═])[-─━═]{2,}[ ]*(?:[\\/┐┘┤├╮╯╲╱]|\+[-─])|[┐┘├┤╮╯][─-]")
_FEW = 2  # lines with wires make a circuit


def circuit_in(source: str) -> str:
    """Return the first line of a circuit whose wires lead over several lines, with numbers at them; "" where none is.

    Which number belongs to which wire is not read.
    """
    if source.isascii() and "--" not in source:
        return ""
    lines = [line for line in source.split("\n") if _WIRE.search(line) and any(map(str.isalpha, line))]
    return lines[0].strip() if len(lines) >= _FEW and any(map(str.isdigit, "".join(lines))) else ""
