"""What a quantity takes over from another: "x just copies what q got", "x hereda lo que recibió q", "x inherits q's".

That it has the same gradient is what such words say; they become the words that say so.
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES

COPIES = bare_words(
    "copy copies kopiert kopieren übernimmt copie copient recopie reprend copia copian copiam copiano kopieert "
    "kopiëren kopiuje kopiują копирует копируют kopyalar"
)
TAKES_OVER = COPIES | RECEIVES
_WHAT = bare_words("what whatever was que che wat co что")
_GOT = bare_words(
    "got had has gets received receives bekam bekommt erhielt erhält bekommen erhalten hat reçu reçoit avait recibió "
    "recibe tenía recebeu recebe tinha ricevuto riceve aveva kreeg krijgt had dostało dostał dostała dostaje получил "
    "получила получило получает"
)
_BETWEEN = bare_words("ce lo o quello ciò to то a ha just only exactly")  # "ce que q a reçu", "to, co"
_MOST = 6  # words from the verb on


def taken_over(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "gets the same as q" in the place of "copies what q got"."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        name, behind = _what_it_got(tokens, at) if tokens[at].kind == "word" else (0, 0)
        if not behind:
            result.append(tokens[at])
            at += 1
            continue
        verb, edge = tokens[at], tokens[name].start
        result.append(Token("word", "gets", verb.start, verb.end, role=Role.LINK))
        result += (Token("word", word, edge, edge, role=Role.LINK) for word in ("same", "as"))
        result.append(tokens[name])
        at = behind
    return result


def _what_it_got(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Return the place of the name in "copies what q got" and that behind; zeros where that does not stand there."""
    if bare(tokens[at].text) not in TAKES_OVER:
        return 0, 0
    name, what, got = 0, False, False
    place = seen(tokens, at + 1)
    while place < len(tokens) and place - at <= _MOST:
        token = tokens[place]
        word = bare(token.text) if token.kind == "word" else ""
        if token.kind == "name" and token.name and what and not name:
            name = place
        elif word in _GOT and what and not got:
            got = True
        elif word in _WHAT and not what:
            what = True
        elif not (word in _BETWEEN or token.role is Role.FILLER or (token.text == "comma" and not what)):
            break
        place = seen(tokens, place + 1)
        if name and got:
            return name, place
    return 0, 0
