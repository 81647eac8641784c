"""Components of pages that show mathematics: <BlockMath math="z = w x" />, as in lessons in MDX and JSX."""

import re

_COMPONENT = re.compile(
    r"""<(?:(?:Block|Inline)?(?:Math|Formula|Equation)(?:Text|Block|Inline)?|M?Latex|TeX|Tex|Katex|KaTeX)\s+
        (?:(?:math|formula|tex|expression|children)=)(\{?(?:String\.raw)?["'`])(?P<math>[^"`\n]{1,400}?)["'`]\}?\s*/>""",
    re.VERBOSE,
)
_SPACE = re.compile(r"""\{(["'`])[ ]{1,4}\1\}""")  # {' '}, behind a formula


def shown(source: str) -> str:
    """Return a source, as long as it was, with formulas between dollars in place of components that show them."""
    if "Math" not in source and "tex" not in source.casefold():
        return source
    if not _COMPONENT.search(source):
        return source
    source = _SPACE.sub(lambda space: " " * len(space.group()), source)
    return _COMPONENT.sub(_between_dollars, source)


def _between_dollars(component: re.Match[str]) -> str:
    begin, end = component.start("math") - component.start(), component.end() - component.end("math")
    return f"{'$$'.rjust(begin)}{component.group('math')}{'$$'.ljust(end)}"
