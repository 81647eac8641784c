r"""Indicators, 1 where something holds, in one form: \mathbb{1}_{\{z > 0\}} and (1 if z > 0 else 0) are 1[z > 0]."""

import re

from gradbook.core.text.patterns import regex

_ONE = (
    r"(?:\\math(?:bb|bf|rm|cal|ds)\s*(?:\{\s*[1I]\s*\}|[1I])|\\(?:mathds|boldsymbol|bm|text|textbf)\s*\{\s*[1I]\s*\}"
    r"|\\(?:indicator|ind|one|bbone|Ind)(?![a-zA-Z])|𝟙|𝟏|𝕀|(?<![\w.}])[1I](?=[_(\[{]))"
)
_TERM = r"[^{}()\[\]\n<>=]"
_HOLDS = (  # what is compared, perhaps with an index in braces, and with what
    rf"{_TERM}{{1,30}}(?:\{{[^{{}}\n]{{1,9}}\}}{_TERM}{{0,9}})?"
    r"(?:[<>≥≤]=?|\\[gl](?:t|eq?)(?![a-zA-Z]))[^{}()\[\]\n<>\\]{1,9}"
)
_SIZE = r"\s{0,9}(?:\\(?:left|right|[bB]igg?[lr]?)\s{0,9})?"
_WRITTEN = regex(
    rf"{_ONE}(?:\s{{0,9}}_\s{{0,9}}\{{\s*(?:\\?[\[{{(]\s*)?(?P<below>{_HOLDS})(?:\s*\\?[\])}}])?\s*\}}"
    rf"|{_SIZE}(?:\\\{{|[(\[{{])\s*(?P<beside>{_HOLDS}){_SIZE}(?:\\\}}|[)\]}}]))"
)
_PROGRAM = regex(
    rf"\(\s*1(?:\.0?)?\s+(?:if|falls|si|se)\s+({_HOLDS})\s*(?:,\s*)?"
    r"(?:else|otherwise|sonst|sinon|senão|si no|altrimenti)\s+0(?:\.0?)?\s*\)"
)


_SIGNS = (">", "<", "≥", "≤", "\\g", "\\l")


def bracketed(source: str) -> str:
    """Return a source, as long as it was, with such indicators as a 1 with square brackets set close."""
    if not any(sign in source for sign in _SIGNS):
        return source
    source = _WRITTEN.sub(lambda found: _in_brackets(found, found["below"] or found["beside"]), source)
    return _PROGRAM.sub(lambda found: _in_brackets(found, found[1]), source)


def _in_brackets(found: re.Match[str], condition: str) -> str:
    return f"1[{condition.strip()}]".ljust(len(found.group()))
