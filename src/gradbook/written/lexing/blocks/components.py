"""Components of pages that show mathematics: <BlockMath math="z = w x" />, as in lessons in MDX and JSX."""

import re

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex

_COMPONENT = regex(
    r"""<(?:(?:Block|Inline)?(?:Math|Formula|Equation)(?:Text|Block|Inline)?|M?Latex|TeX|Tex|Katex|KaTeX)\s+
        (?:(?:math|formula|tex|expression|children)=)(\{?(?:String\.raw)?["'`])(?P<math>[^"`\n]{1,400}?)["'`]\}?\s*/>""",
    re.VERBOSE,
)
_TAG = regex(r"<(?P<closes>/)?(?P<name>[A-Z][\w.]{0,30})(?P<says>[^<>]{0,200}[^/<>])?>")
_COMMENTED = regex(r"/\*(?:(?!\*/).)*\Z|<!--(?:(?!-->).)*\Z", re.DOTALL)
_LAYOUT = frozenset({  # tags that only set out what is in them
    "Fragment", "Box", "Stack", "Grid", "Card", "Section", "Text", "Typography", "Paragraph", "Step", "Steps",
    "Container", "Solution", "Row", "Col", "Column", "Center", "Block", "Main", "Layout", "Slide", "Frame", "Panel",
    "List", "Item",
})  # fmt: skip
_VOICES = regex(r"\b(?:by|author|from|hidden|correct|wrong)\b")
_LOOKED_AT = 2_000  # letters before one
_SPACE = regex(r"""\{(["'`])[ ]{1,4}\1\}""")  # {' '}, behind a formula


def shown(source: str) -> str:
    """Return a source, as long as it was, with formulas between dollars in place of components that show them."""
    if "Math" not in source and "tex" not in source.casefold():
        return source
    if not _COMPONENT.search(source):
        return source
    source = _SPACE.sub(lambda space: " " * len(space.group()), source)
    return _COMPONENT.sub(lambda one: _instead(source, one), source)


def _instead(source: str, component: re.Match[str]) -> str:
    """Return what stands for a component: its formula; nothing where it is commented out, or itself in another one."""
    before = source[max(0, component.start() - _LOOKED_AT) : component.start()]
    line = before_in_line(source, component.start(), _LOOKED_AT)
    if _COMMENTED.search(before) or "//" in line:
        return " " * len(component.group())
    return component.group() if _is_inside(before, line) else _between_dollars(component)


def _is_inside(before: str, line: str) -> bool:
    """Whether a component stands in another one, a quiz or a quotation, or in a value of it."""
    if line.rstrip().endswith(("{", "`", "=")):
        return True
    opened: list[str] = []
    for tag in _TAG.finditer(before):
        if not tag["closes"]:
            opened.append(tag["name"] if not tag["says"] or not _VOICES.search(tag["says"]) else "")
        elif tag["name"] in opened:
            del opened[opened.index(tag["name"]) :]
    return any(name not in _LAYOUT for name in opened)


def _between_dollars(component: re.Match[str]) -> str:
    begin, end = component.start("math") - component.start(), component.end() - component.end("math")
    return f"{'$$'.rjust(begin)}{component.group('math')}{'$$'.ljust(end)}"
