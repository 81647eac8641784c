"""Comparisons where particles are words: "q는 r보다 크다" says that q is larger, and not that it is r."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import PARTICLE, Role
from gradbook.written.parsing.brackets import matches
from gradbook.written.parsing.edges import last_seen

_THAN = ("보다", "より")


def compared(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "is" before a quantity that another is compared with, and "than" behind it, as plain words."""
    found = list(tokens)
    opens = {close: begin for begin, close in matches(tokens).items()}
    for at, token in enumerate(tokens):
        if token.kind != "word" or not token.text.startswith(_THAN) or not PARTICLE.match(token.text):
            continue
        place = last_seen(tokens, at)
        place = last_seen(tokens, opens[place]) if place in opens else place  # r(8)보다
        if place < 0 or not tokens[place].name:
            continue
        sign = last_seen(tokens, place)
        if sign >= 0 and tokens[sign].kind == "rel" and tokens[sign].text == "is":
            found[sign] = Token("word", "is", tokens[sign].start, tokens[sign].end, None, Role.PLAIN)
            found[at] = replace(token, role=Role.PLAIN)
    return found
