"""What is the same as another: "dL/db: same as dL/dz, -4", "df/dy is the same, -4", "df/dy also -4"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import BESIDE_SAME
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.phrases.slopes.flows import MOVES
from gradbook.written.parsing.phrases.slopes.particles import begins
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back

SAME = frozenset({
    "same", "likewise", "ditto", "idem", "dito", "similarly", "equally", "also", "too", "gleich", "gleiche", "gleichen",
    "dasselbe", "derselbe", "dieselbe", "ebenso", "ebenfalls", "gleichfalls", "genauso", "auch", "pareil", "pareille",
    "même", "aussi", "également", "igual", "mismo", "misma", "también", "igualmente", "mesmo", "mesma", "também",
    "stesso", "stessa", "uguale", "anche", "ugualmente", "zelfde", "hetzelfde", "ook", "też", "także", "тоже", "также",
    "同样", "相同", "一样", "同上", "같은", "마찬가지로",
})  # fmt: skip
_SAME = frozenset(map(bare, SAME))
_BESIDE = frozenset({
    "thing", "value", "number", "one", "again", "here", "wert", "zahl", "sache", "chose", "valeur", "lo", "o", "de",
    "cosa", "valor", "coisa", "valore", "ding", "well",
})  # fmt: skip
_AS = frozenset({"as", "wie", "que", "come", "como", "als", "jak", "как"})
SO = frozenset({
    "so", "thus", "hence", "namely", "i.e.", "somit", "also", "nämlich", "donc", "soit", "entonces", "portanto",
    "quindi",
})  # fmt: skip
TOO_IN_TURKISH = frozenset({"de", "da"})
_QUANTITY = frozenset({"name", "der", "new", "diff"})
_NAMING = frozenset({Role.SLOPE, Role.OF, Role.ARTICLE, Role.BY, Role.PARTIAL})
_PARTING = frozenset({"colon", "comma"})
_LONGEST = 4  # words
_FURTHER = 12  # tokens of the other quantity


def alike(tokens: list[Token]) -> list[Token]:
    """Take "the same" between a quantity and a number, or another quantity, for the sign that says so."""
    result: list[Token] = []
    tokens = list(tokens)
    at = 0
    while at < len(tokens):
        behind = _said(tokens, at, result) if tokens[at].kind == "word" else 0
        if not behind:
            result.append(tokens[at])
            at += 1
            continue
        led = last_seen(result)
        if _leads(result[led]):
            del result[led:]
        result.append(Token("rel", "=", tokens[at].start, tokens[behind - 1].end))
        at = behind
    return result


def _said(tokens: list[Token], at: int, before: list[Token]) -> int:
    """Return the place behind words that say so, and what leads to the number; 0 where they do not."""
    led = last_seen(before)
    place = last_seen(before, led) if led >= 0 and _leads(before[led]) else led
    behind = at
    while behind < len(tokens) and behind - at < _LONGEST and _is_of_it(tokens[behind]):
        behind += 1
    words = [bare(token.text) for token in tokens[at:behind]]
    if place == led and _is_particle(tokens, at, before):
        return at + 1
    if place < 0 or before[place].kind not in _QUANTITY or _SAME.isdisjoint(words):
        return 0
    if (joint := last_seen(before, place)) >= 0 and before[joint].text in BESIDE_SAME:
        return 0  # "与 k 相同, -2": the same as k
    if words[-1] in _AS:
        other = seen(tokens, behind)
        if other < len(tokens) and tokens[other].kind == "name" and goes_back(before):
            return 0  # as its gradient is
        return behind if _goes_on(tokens, behind) else 0
    behind = _led_to(tokens, behind)
    verb = past_number(tokens, behind)
    moves = 0 < verb < len(tokens) and tokens[verb].text in MOVES  # "e = p - y, the same -4 arrives at p"
    return behind if _is_calculated(tokens, behind) and not moves else 0


def _is_particle(tokens: list[Token], at: int, before: list[Token]) -> bool:
    """Whether "too" stands in Turkish between a derivative and its number: "dL/db de 2"."""
    place = last_seen(before)
    over = place > 1 and before[place].kind == "name" and before[place - 1].kind == "diff"
    too = place >= 0 and tokens[at].text in TOO_IN_TURKISH and tokens[at].role is Role.LINK
    return too and (over or before[place].kind == "der") and past_number(tokens, seen(tokens, at + 1)) > 0


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether another quantity is named at a place; a number behind it is then what both are."""
    end = at
    while end < len(tokens) and end - at < _FURTHER and _is_of_quantity(tokens[end]):
        end += 1
    number = _led_to(tokens, end)
    if end < number and _is_calculated(tokens, number):
        tokens[end:number] = [Token("rel", "=", tokens[end].start, tokens[number - 1].end)]
    return any(token.kind in _QUANTITY for token in tokens[at:end])


def _is_calculated(tokens: list[Token], at: int) -> bool:
    """Whether a number or a calculation begins at a place, and no name."""
    return begins(tokens, at) and not tokens[at].name


def _led_to(tokens: list[Token], at: int) -> int:
    """Return the place behind a comma, a colon, words for "so" and a sign of equality."""
    while at < len(tokens) and (tokens[at].edge or _leads(tokens[at]) or tokens[at].text in SO):
        at += 1
    return at


def _leads(token: Token) -> bool:
    return (token.kind == "rel" and token.text in ("is", "=")) or (token.kind == "sep" and token.text in _PARTING)


def _is_of_it(token: Token) -> bool:
    word = bare(token.text)
    return token.kind == "word" and (word in _SAME | _BESIDE | _AS or token.role is Role.ARTICLE)


def _is_of_quantity(token: Token) -> bool:
    return token.kind in _QUANTITY or token.edge or token.text == "/" or token.role in _NAMING
