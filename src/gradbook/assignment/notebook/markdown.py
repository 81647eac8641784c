"""A learner's Markdown as HTML that is safe to open: no HTML of theirs, no script, no picture from elsewhere.

Maths becomes MathML, which browsers show without a network. What cannot be typeset is shown as it was written.
"""

import re
import warnings
from collections.abc import Callable
from xml.etree import ElementTree

from markupsafe import Markup

_MATHS = re.compile(
    r"(?P<code>(?P<fence>`{3,}|~{3,}).*?(?:(?P=fence)|\Z)|(?P<tick>`+)[^`].*?(?P=tick))"
    r"|\$\$(?P<block>.{1,4000}?)\$\$|\\\[(?P<bracket>.{1,4000}?)\\\]"
    r"|(?P<environment>\\begin\{(?P<name>align|equation|gather|eqnarray|multline)(?P<star>\*?)\}.{1,4000}?"
    r"\\end\{(?P=name)(?P=star)\})"
    r"|(?<![\\$])\$(?P<inline>[^$\n]*(?:\n[^$\n]+)*?[^\\\s$]|[^$\s\\])\$|\\\((?P<paren>.{1,4000}?)\\\)",
    re.DOTALL,
)
# Placeholders for maths, which Markdown must not read: characters that nobody types.
_OPEN, _CLOSE = "\ue000", "\ue001"
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
_LONGEST = 20_000


def to_html(markdown: str, picture: Callable[[str], str | None]) -> Markup:
    """Return Markdown as HTML.

    Args:
        markdown: as a learner wrote it.
        picture: returns for a picture's target a `data:` URL, or None where there is no such picture.
    """
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    kept: list[Markup] = []

    def keep(match: re.Match[str]) -> str:
        if match["code"] is not None:
            return match[0]
        block = match["block"] or match["bracket"] or match["environment"]
        kept.append(mathml(block or match["inline"] or match["paren"], block=block is not None))
        return f"{_OPEN}{len(kept) - 1}{_CLOSE}"

    def image(tokens: list[Token], index: int, *_: object) -> str:
        # A plain text, not a Markup: that would escape what the renderer has in front of it.
        target, text = str(tokens[index].attrs.get("src", "")), tokens[index].content
        data = picture(target)
        if data is None:
            return str(Markup("<em>[picture not found: {}]</em>").format(target))
        return str(Markup('<img alt="{}" src="{}" style="max-width: 100%">').format(text, data))

    text = markdown[:_LONGEST].replace(_OPEN, "").replace(_CLOSE, "")
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.renderer.rules["image"] = image  # type: ignore[attr-defined]
    html = reader.render(_MATHS.sub(keep, text))
    return Markup(re.sub(f"{_OPEN}(\\d+){_CLOSE}", lambda match: kept[int(match[1])], str(html)))


def mathml(latex: str, *, block: bool = False) -> Markup:
    """Return LaTeX as MathML; where that fails, the LaTeX as written."""
    from latex2mathml.converter import convert

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # The converter writes text into XML as it is: < and > must not reach it.
            ready = latex.strip().replace("<", r"\lt ").replace(">", r"\gt ")
            tree = ElementTree.fromstring(convert(ready, display="block" if block else "inline"))
            _clean(tree)
    except Exception:  # the converter has no base class for its errors
        return Markup("<code>{}</code>").format(latex.strip())
    return Markup(ElementTree.tostring(tree, encoding="unicode"))


def _clean(tree: ElementTree.Element) -> None:
    """Keep known tags and attributes only: \\href and \\class would pass through the converter."""
    for element in tree.iter():
        tag = element.tag.removeprefix(f"{{{_MATHML}}}")
        if tag not in _TAGS:
            raise ValueError(f"{tag} is not shown")
        element.tag = tag
        element.attrib = {name: value for name, value in element.attrib.items() if name in _ATTRIBUTES}
