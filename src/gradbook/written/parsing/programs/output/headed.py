"""Headed output: what the line above a block of output says against it, "It did not print:", "Tom gets:"."""

import re
from collections.abc import Callable

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.paragraphs import is_program
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.phrases.speech.attributions import of_others, of_somebody
from gradbook.written.parsing.phrases.speech.set_aside import set_aside

_ABOVE = regex(r"(?:^|\n)[ \t]*([^\n=`|#]{2,80})\n(?:[ \t]*\n)?(?:[ \t]*```\w{0,12}[ \t]*\n)?\Z")
_LOOKED_AT = 130  # letters
_AGAINST = frozenset({Role.DENIAL, Role.NEGATION, Role.OTHERS, Role.AGAINST, Role.ERROR, Role.RETRACTION})
_EXPECTED = regex(r"expect|should|hoped|wanted|erwartet|attendu|esperad", re.IGNORECASE)
_GOT = regex(r"\n[ \t]*(?:but|i|we|it)?[ \t]*(?:got|gets?|actual(?:ly)?|in fact|but)\b[^\n=]{0,20}\n", re.IGNORECASE)


def against_output(source: str, start: int, lex: Callable[[int, int], list[Token]]) -> str:
    """Return what the line above says against the output that begins at a place, or nothing.

    What was expected counts, unless the answer tells below what came instead.
    """
    begin = max(0, start - _LOOKED_AT)
    line = _ABOVE.search(source[begin:start])
    if line is None or is_program(line[1], 0) or re.search(rf"[\"']{re.escape(line[1].strip())}[\"']", source):
        return ""  # what is printed there too
    words = [token for token in lex(begin + line.start(1), begin + line.end(1)) if token.kind == "word"]
    if _EXPECTED.search(line[1]) and _GOT.search(source, start):
        return line[1].strip()
    roles = {word.role for word in words}
    denied = {Role.NEGATION, Role.ERROR} <= roles  # "No errors:"
    told = "" if denied else next((word.text for word in words if word.role in _AGAINST), "")
    return told or of_others(words) or of_somebody(words) or set_aside(words)
