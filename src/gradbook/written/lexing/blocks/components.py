"""Components of pages that show mathematics: <BlockMath math="z = w x" />, as in lessons in MDX and JSX."""

import re

_COMPONENT = re.compile(
    r"""<(?:(?:Block|Inline)Math|M?Latex|TeX|Katex|MathBlock)\s+
        (?:(?:math|formula|tex|expression|children)=)(\{?(?:String\.raw)?["'`])(?P<math>[^"`\n]{1,400}?)["'`]\}?\s*/>""",
    re.VERBOSE,
)


def shown(source: str) -> str:
    """Return a source, as long as it was, with formulas between dollars in place of components that show them."""
    if "Math" not in source and "tex" not in source.casefold():
        return source
    return _COMPONENT.sub(_between_dollars, source)


def _between_dollars(component: re.Match[str]) -> str:
    begin, end = component.start("math") - component.start(), component.end() - component.end("math")
    return f"{'$$'.rjust(begin)}{component.group('math')}{'$$'.ljust(end)}"
