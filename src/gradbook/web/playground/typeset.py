"""Formulas as MathML, which needs no script."""

import functools
from xml.etree import ElementTree

from latex2mathml.converter import convert

MAX_LATEX = 2_000  # characters; longer ones are a picture of nothing
_SPACE = "{http://www.w3.org/1998/Math/MathML}"
_TAGS = {
    "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
    "munder", "mover", "munderover", "mmultiscripts", "mtable", "mtr", "mtd", "mstyle", "mpadded", "mphantom",
}  # fmt: skip
_ATTRIBUTES = {
    "display", "mathvariant", "stretchy", "fence", "form", "separator", "movablelimits", "accent", "lspace", "rspace",
    "minsize", "maxsize", "displaystyle", "scriptlevel", "linethickness", "width", "height", "depth", "columnalign",
    "columnspacing", "rowspacing", "columnlines", "rowlines",
}  # fmt: skip


@functools.lru_cache(maxsize=512)
def mathml(latex: str) -> str:
    """Return LaTeX of our own making as a MathML element."""
    return str(convert(latex))


def learners_mathml(latex: str) -> str | None:
    """Return a learner's LaTeX as MathML; None where it is too long or cannot be typeset (yet).

    The converter hands on what it is given unescaped (`\\text{<script>}` makes a script), so that its result is let in
    only where it is all MathML.
    """
    if len(latex) > MAX_LATEX:
        return None
    try:
        made = mathml(latex)
        tree = ElementTree.fromstring(made)
    except Exception:  # the converter has many errors of its own, and says nothing that helps a learner
        return None
    # Comments and CDATA are read in one way as XML and in another as HTML.
    harmless = "<!" not in made and "<?" not in made
    known = all(
        element.tag.removeprefix(_SPACE) in _TAGS and element.attrib.keys() <= _ATTRIBUTES for element in tree.iter()
    )
    return made if harmless and known else None
