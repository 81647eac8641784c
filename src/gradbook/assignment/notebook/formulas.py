"""A learner's formula as MathML, which browsers show without a network; what cannot be typeset is shown as written."""

import re
import warnings
from xml.etree import ElementTree

from markupsafe import Markup

_MATHML = "http://www.w3.org/1998/Math/MathML"
_TAGS = {
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded",
    "mphantom", "mfenced", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts",
    "mprescripts", "none", "mtable", "mtr", "mtd",
}  # fmt: skip
_ATTRIBUTES = {
    "display", "displaystyle", "scriptlevel", "mathvariant", "stretchy", "fence", "form", "separator", "lspace",
    "rspace", "minsize", "maxsize", "accent", "accentunder", "linethickness", "columnalign", "rowspacing",
    "columnspacing", "width", "height", "depth", "notation", "symmetric",
}  # fmt: skip

# What an environment begins and ends with, in those that the converter knows. Lines have no numbers, as in a notebook.
_ALIGNED = (r"\begin{align*}", r"\end{align*}")
_CENTRED = (r"\begin{matrix}", r"\end{matrix}")
_BRACE_RIGHT = (r"\left.\begin{array}{ll}", r"\end{array}\right\}")
_ENVIRONMENTS = {
    **dict.fromkeys(("align", "aligned", "alignat", "alignedat", "flalign"), _ALIGNED),
    **dict.fromkeys(("gather", "gathered", "multline"), _CENTRED),
    **dict.fromkeys(("rcases", "drcases"), _BRACE_RIGHT),
    "eqnarray": (r"\begin{array}{rcl}", r"\end{array}"),
    "dcases": (r"\begin{cases}", r"\end{cases}"),
}
_EDGE = re.compile(
    rf"\\(?P<edge>begin|end)\s*\{{(?P<name>{'|'.join(_ENVIRONMENTS)})\*?\}}"
    r"(?:(?<=at\})\s*\{\d+\}|(?<=at\*\})\s*\{\d+\}|\s*\[[tbc]\])?"  # how many columns, or where on the line
)
# What says nothing on a page: a name for references, "no number here", the distance to the next line.
_SILENT = re.compile(r"\\(?:nonumber|notag)(?![a-zA-Z])|\\label\s*\{[^{}]*\}|(?<=\\\\)\s*\[[-\d.]+\s*[a-z]{2}\]")
_PIECE = re.compile(r"\\(?P<edge>begin|end)\s*\{[^{}]*\}|(?P<line>\\\\)|\\.|(?P<column>&)|(?P<brace>[{}])", re.DOTALL)


def mathml(latex: str, *, block: bool = False) -> Markup:
    """Return LaTeX as MathML; where that fails, the LaTeX as written.

    Args:
        latex: a formula without its dollar signs.
        block: whether it stands on lines of its own.
    """
    from latex2mathml.converter import convert

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # The converter writes text into XML as it is: < and > must not reach it.
            ready = _known(latex.strip(), block).replace("<", r"\lt ").replace(">", r"\gt ")
            tree = ElementTree.fromstring(convert(ready, display="block" if block else "inline"))
            _clean(tree)
    except Exception:  # the converter has no base class for its errors
        return Markup("<code>{}</code>").format(latex.strip())
    return Markup(ElementTree.tostring(tree, encoding="unicode"))


def _known(latex: str, block: bool) -> str:
    """Return a formula in environments that the converter knows; a block's lines outside of any get one."""
    written = _EDGE.sub(lambda edge: _ENVIRONMENTS[edge["name"]][edge["edge"] == "end"], _SILENT.sub("", latex))
    lines, columns = _bare(written) if block else (False, False)
    if columns:
        return f"{_ALIGNED[0]}{written}{_ALIGNED[1]}"
    return rf"\begin{{array}}{{l}}{written}\end{{array}}" if lines else written


def _bare(latex: str) -> tuple[bool, bool]:
    """Return whether a formula has breaks of lines and of columns outside of all environments and braces."""
    depth, lines, columns = 0, False, False
    for piece in _PIECE.finditer(latex):
        depth += (piece["edge"] == "begin" or piece["brace"] == "{") - (piece["edge"] == "end" or piece["brace"] == "}")
        if not depth:
            lines, columns = lines or piece["line"] is not None, columns or piece["column"] is not None
    return lines, columns


def _clean(tree: ElementTree.Element) -> None:
    """Keep known tags and attributes only: \\href and \\class would pass through the converter."""
    for element in tree.iter():
        tag = element.tag.removeprefix(f"{{{_MATHML}}}")
        if tag not in _TAGS:
            raise ValueError(f"{tag} is not shown")
        element.tag = tag
        element.attrib = {name: value for name, value in element.attrib.items() if name in _ATTRIBUTES}
