r"""Mathematics in plain words, as AsciiMath and Typst have it: "(del L)/(del c) = 2", "$ h approx 3, quad L = 1 $"."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.formulas.typst import (
    HEADING,
    LAYOUT,
    WORDS,
    displayed,
    in_unicode,
    is_typst,
    without_own_quotients,
)

_QUOTIENT = regex(
    r"(?<!lim )(?<!cancel\()\([ ]?(del|diff|partial|dif)[ ]+(\"?)([^\W\d]\w{0,14})\2[ ]?\)[ ]?/[ ]?"
    r"\([ ]?\1[ ]+(\"?)([^\W\d]\w{0,14})\4[ ]?\)"
)
_QUOTED = regex(r'"([^\W\d]\w{0,14})"')
_INLINE = regex(r"(?<!\$)\$(?!\$)[^$\n\\]{1,300}\$|`[^`\n\\]{1,300}`")
_WORDS = regex(r"(?<=[\w)\]] )(?:dot|times)(?= [\w(∂-])|(?<![\w\\.])(?:q?quad|approx|~~)(?![\w(])")
_TIMES = regex(r"(?<=[\w)\]] )(?:dot|times)(?= ∂)")
_OUT = regex(
    r"^[ \t]*//[^\n]*|/\*.{1,400}?\*/"
    r"|#(?:place\(|box\()?(?:strike|hide|cancel|comment|todo|footnote|quote|let[ ]\w+[ ]?="
    r"|text(?=\([^)\n]*(?:white|0pt))|\w+(?=\(by:))"
    r"[ ]?(?:\([^()\n\[$]{0,80}\))?(?:\[[^\]]{1,400}\]|\([^)]{1,400}\)|\$[^$\n]{1,400}\$)",
    re.MULTILINE | re.DOTALL,
)
_CONDITIONS = frozenset({"if", "for", "when", "where", "with", "unless", "assuming", "suppose", "not", "wrong"})
_LOST = regex(
    r"(?<![A-Za-z\\])partial (?=[A-Za-z\\][\w{}]{0,12}[ ]?/)|(?<=[/{])partial (?=[A-Za-z\\])"
)  # of a command whose backslash a string took away
_SIGNS = WORDS | {"~~": "≈"}


def in_signs(source: str) -> str:
    """Return a source, as long as it was, with signs for such words."""
    if "partial " in source:
        source = _LOST.sub("∂       ", source)
    if "#let " in source:
        source = without_own_quotients(source, [found.span() for found in _OUT.finditer(source)])
    if "$ " in source or "$\n" in source:
        source = displayed(source)
    typst = "$" in source and any(is_typst(found.group()) for found in _INLINE.finditer(source))
    words = "(del " in source or "(diff " in source or "(partial " in source or _WORDS.search(source)
    if not words and not typst:
        return source
    out = [found.span() for found in _OUT.finditer(source)]  # commented out, or struck; or under a condition
    out += [span.span() for span in _INLINE.finditer(source) if not _CONDITIONS.isdisjoint(_QUOTED.findall(span[0]))]

    def counts(found: re.Match[str]) -> bool:
        return not any(start <= found.start() < end for start, end in out)

    if typst:
        source = LAYOUT.sub(lambda found: " " * len(found.group()), source)
        source = HEADING.sub(lambda found: "#" * len(found.group()), source)
        source = _INLINE.sub(lambda found: _of_typst(found.group()) if counts(found) else found.group(), source)
    signs = _QUOTIENT.sub(lambda found: _quotient(found) if counts(found) else found.group(), source)
    typed = signs != source
    if typed:
        signs = _TIMES.sub(lambda found: _SIGNS[found.group()].ljust(len(found.group())), signs)
    return _INLINE.sub(lambda found: _span(found.group(), quoted=typed) if counts(found) else found.group(), signs)


def _of_typst(text: str) -> str:
    return in_unicode(text) if text[0] == "$" and is_typst(text) else text


def _quotient(found: re.Match[str]) -> str:
    """Return "∂L/∂c" with blanks around it for "(del L)/(del c)"."""
    bar = found.group().index("/", found.end(3) - found.start())
    above, below = f"∂{found[3]}", f"∂{found[5]}"
    return above.ljust(bar) + "/" + below.ljust(len(found.group()) - bar - 1)


def _span(text: str, *, quoted: bool) -> str:
    """Return a piece of mathematics with signs for words; quotes around names are left out."""

    def sign(found: re.Match[str]) -> str:
        word = found.group()
        if word in _SIGNS:
            return _SIGNS[word].ljust(len(word))
        return (" " if text[: found.start()].rstrip().endswith(",") else ";").ljust(len(word))

    if text[0] == "`" and not quoted:
        return text
    text = _WORDS.sub(sign, text)
    return _QUOTED.sub(r" \1 ", text) if quoted else text
