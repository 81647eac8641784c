"""Dependence: "u depends on a with slope 3 and on b with 2", "net changes with w by -1" tell local derivatives."""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.slopes.local.said import number_end, value_of
from gradbook.written.parsing.phrases.slopes.received.shares import is_and

DEPENDS = bare_words(
    "depends depend changes change reacts react responds respond varies vary hängt ändert reagiert dépend varie change "
    "depende cambia varía reacciona muda varia reage dipende reagisce"
)
_ON = bare_words("on with to von mit auf de avec con com da a do em in")
_BY = bare_words(
    "with by at a an the of as slope factor rate strength einem dem der faktor steigung im verhältnis um mit pente "
    "facteur un une par avec con una pendiente factor por com uma inclinação fator di fattore pendenza"
)
_PASSED = bare_words("sich se si only just nur directly")


def depends(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "u depends on a with slope 3 and on b with slope 2" as the derivatives of u by its own operands."""
    name = last_seen(before)
    of = before[name].name if name >= 0 else ""
    if not of or before[name].kind != "name" or of not in lexicon.operands:
        return None
    place = seen(tokens, at + 1)
    while place < len(tokens) and bare(tokens[place].text) in _PASSED:
        place = seen(tokens, place + 1)
    found: list[Token] = []
    end = 0
    while told := _one(tokens, place, of, lexicon):
        by, begin, stop = told
        edge = tokens[begin].start
        head = Token("der", f"d{of}/d{by}", edge, edge, Derivative(of, by, True), Role.ERROR)
        apart = [Token("sep", "wide", edge, edge)] if found else []
        found += [*apart, head, Token("rel", "is", edge, edge), *value_of(tokens[begin:stop])]
        end = place = stop
        place = seen(tokens, place)
        while place < len(tokens) and is_and(tokens[place]):
            place = seen(tokens, place + 1)
    if not found:
        return None
    before[name] = Token("sep", "wide", before[name].start, before[name].end)
    return found, end


def _one(tokens: Sequence[Token], at: int, of: str, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """Return the operand in "on a with slope 3" at a place, and where its number begins and ends."""
    name = seen(tokens, at + 1)
    led = at < len(tokens) and tokens[at].kind == "word" and bare(tokens[at].text) in _ON
    if not led or name >= len(tokens) or tokens[name].name not in lexicon.operands[of]:
        return None
    place = seen(tokens, name + 1)
    begin = place
    while (
        place < len(tokens)
        and tokens[place].kind == "word"
        and (bare(tokens[place].text) in _BY or tokens[place].role in (Role.SLOPE, Role.ARTICLE, Role.FILLER))
    ):
        place = seen(tokens, place + 1)
    end = number_end(tokens, place)
    behind = seen(tokens, end)
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "close", "word")
    return (tokens[name].name, place, end) if end and place > begin and ends else None
