r"""Pictured formulas: images that a server draws from the LaTeX in their address, as READMEs and pages have them.

<img src="https://latex.codecogs.com/gif.latex?z&space;=&space;u^2">    ![](https://www.zhihu.com/equation?tex=z%3Du%5E2)
"""

import re
from urllib.parse import unquote

from gradbook.core.text.patterns import regex

_SERVER = (
    r"https?://(?:(?:latex|private|www)\.codecogs\.com/(?:gif|png|svg|eq)\.(?:latex|image)\?"
    r"|render\.githubusercontent\.com/render/math\?math=|math\.now\.sh/?\?(?:from|inline)="
    r"|(?:www\.)?zhihu\.com/equation\?tex=|latex\.csdn\.net/eq\?)"
)
_CALLED = (  # what is only named so, or by a letter or signs
    r"(?:\[?公式\]?|equations?|formulas?|formel|latex|math|eq|image|img|fórmula|数式|수식|[^\W\d]?|[^\"'<>a-zA-Z]{0,40})"
)
_SEEN = rf"""(?:\s+(?:(?:alt|title)\s*=\s*["']{_CALLED}["']|(?:align|border)\s*=\s*["']?\w{{1,20}}["']?))*"""
_DRAWN = regex(
    rf"""<img{_SEEN}\s+src\s*=\s*["'](?P<tag>{_SERVER})(?P<tagged>[^"'<>\n]{{1,900}})["']{_SEEN}\s*/?>"""
    rf"""|!\[{_CALLED}\]\((?P<mark>{_SERVER})(?P<marked>[^\s<>"]{{1,900}}?)\)(?!\))"""
)
_STYLE = regex(r"\\(?:inline|large|Large|LARGE|huge|small|dpi\s?\{\d+\}|bg_\w+|fn_\w+)(?![A-Za-z])[ ]?|&mode=\w+$")
_BLANKS = {"&space;": " ", "&plus;": "+", "&amp;": "&", "&nbsp;": " "}
_UNSEEN = regex(r"phantom|comment|iffalse|(?<!\\)%|color|\\(?:st|sout|x?cancel)\b|size|\$|[\n\r]")  # or struck


def undrawn(source: str) -> str:
    """Return a source, as long as it was, with such an image as the formula that it shows, between dollars."""
    return _DRAWN.sub(_formula, source) if "://" in source else source


def _formula(drawn: re.Match[str]) -> str:
    server, latex = drawn["tag"] or drawn["mark"], drawn["tagged"] or drawn["marked"]
    for written, sign in _BLANKS.items():
        latex = latex.replace(written, sign)
    if "zhihu" in server:
        latex = latex.replace("+", " ")
    latex = _STYLE.sub("", unquote(latex)).strip()
    whole = latex.count("{") == latex.count("}") and "\ufffd" not in latex
    if not latex or not whole or _UNSEEN.search(latex):
        return drawn.group()
    return f"${latex}$".ljust(len(drawn.group()))
