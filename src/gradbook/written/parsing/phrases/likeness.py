"""Likeness: what has the same gradient as another: "c has the same derivative as v", "y gets the same", "same for u".

It counts where it fits only: which gradient was spoken of last, and is meant, is a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.slopes.shares import ALSO, HAVING, goes_back, learned
from gradbook.written.parsing.phrases.slopes.shares import is_and as joins

_AS = frozenset({"as", "like", "wie", "que", "como", "come", "als", "di", "do", "da", "de"})
_NOUNS = VALUE_NOUNS - {"size", "magnitude"} | {
    "thing", "amount", "quantity", "share", "signal", "sache", "wert", "chose", "cosa", "coisa", "valeur", "valor",
    "valore", "waarde", "one", "is", "number", "zahl", "nombre", "numero", "número", "getal",
}  # fmt: skip
_HOLDS = frozenset({
    "holds", "hold", "goes", "applies", "true", "gilt", "geht", "vale", "vaut", "va", "sirve", "ocurre", "pasa",
    "geldt", "also", "auch", "aussi", "también", "anche", "as well",
})  # fmt: skip
_FOR = frozenset({"at", "in", "en", "em", "bei"})
_THAT = frozenset(
    {"that", "the", "one", "der", "die", "das", "dem", "celui", "celle", "el", "la", "lo", "o", "a", "il"}
)
_BESIDE = frozenset({"too", "again", "as well", "also", "here", "auch", "aussi", "también", "também", "anche", "ook"})
_PARTING = frozenset({"comma", "colon"})
_SLOPES = frozenset({"der", "diff", "frac", "pd", "nabla"})
_MOST = 6  # words of one kind in a row
_FAR = 120  # tokens back to the gradient that was spoken of last


def the_same(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "c has the same derivative as v" and "same for u and c" as what the gradients by these are."""
    if not goes_back(before):
        return None
    place = _past(tokens, at + 1, _is_noun)
    subjects, begin = _subjects(before, lexicon)
    like, behind = _like(tokens, place, lexicon)
    if not subjects and not like:
        place = _past(tokens, place, _is_holding)
        subjects, behind = _objects(tokens, place, lexicon)
        begin = len(before)
    if not _ends(tokens, behind):
        return None
    of = like or _last_slope(before[:begin], lexicon)
    known = [name for name in subjects if name.name in lexicon.cone(lexicon.output)]
    if of is None or not known or len(known) < len(subjects) or any(name.name == of.by for name in subjects):
        return None
    del before[begin:]
    heads = [
        replace(
            name,
            kind="der",
            text=f"d{lexicon.output}/d{name.name}",
            node=Derivative(lexicon.output, name.name),
            role=Role.SLOPE,
        )
        for name in subjects
    ]
    chain = [part for head in heads[1:] for part in (Token("rel", "=", head.start, head.start), head)]
    edge, end = tokens[at].start, max(tokens[at].end, heads[-1].end)
    of_token = Token("der", f"d{of.of}/d{of.by}", edge, end, of)
    if _told_apart(tokens, behind):
        return None
    number = seen(tokens, behind)
    number = seen(tokens, number + 1) if number < len(tokens) and tokens[number].text in _PARTING else number
    if past_number(tokens, number) > 0:
        return [heads[0], *chain, Token("rel", "=", edge, edge), of_token, Token("rel", "is", end, end)], number
    return [heads[0], *chain, Token("rel", "=", edge, edge), of_token], behind


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether no more is said of likeness at a place: "the same sign" is of the sign only."""
    at = seen(tokens, at)
    if at >= len(tokens) or tokens[at].kind in ("sep", "open", "close", "rel"):
        return True
    word = tokens[at]
    return word.kind == "word" and (word.role in (Role.LINK, Role.REASON) or bare(word.text) in _BESIDE)


def _told_apart(tokens: list[Token], at: int) -> bool:
    """Whether the gradient itself is told behind: "and the same for y, df/dy = 0.4" is done the same way."""
    place = seen(tokens, at)
    parted = place < len(tokens) and tokens[place].text in _PARTING
    place = seen(tokens, place + 1) if parted else place
    return parted and place < len(tokens) and tokens[place].kind in _SLOPES


def _is_noun(token: Token) -> bool:
    return token.role in (Role.SLOPE, Role.SLOPES) or bare(token.text) in _NOUNS


def _is_holding(token: Token) -> bool:
    return bare(token.text) in _HOLDS


def _past(tokens: Sequence[Token], at: int, passed: Callable[[Token], bool]) -> int:
    """Return the place behind words of one kind."""
    place = seen(tokens, at)
    for _ in range(_MOST):
        if place >= len(tokens) or tokens[place].kind not in ("word", "rel") or not passed(tokens[place]):
            break
        place = seen(tokens, place + 1)
    return place


def _subjects(before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int]:
    """Return the names of which something is had, "u and c both get", and where they begin; none where no verb is."""
    place = last_seen(before)
    had = False
    while place >= 0 and (
        before[place].role is Role.ARTICLE or bare(before[place].text) in ALSO or before[place].text in HAVING
    ):
        had = had or before[place].text in HAVING
        place = last_seen(before, place)
    if place < 0 or not (had or _begins(before, place)):
        return [], 0
    noun = learned(before, place, lexicon)
    if noun is not None:
        return [noun], place
    names: list[Token] = []
    while place >= 0 and before[place].name and before[place].kind == "name":
        names.insert(0, before[place])
        begin = place
        joint = last_seen(before, place)
        if joint < 1 or not joins(before[joint]):
            break
        place = last_seen(before, joint)
    return (names, begin) if names else ([], 0)


def _begins(before: list[Token], at: int) -> bool:
    """Whether a clause begins with the name at a place: "..., c the same"."""
    lead = last_seen(before, at)
    return lead >= 0 and (before[lead].kind == "sep" or before[lead].text in AND)


def _objects(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Token], int]:
    """Return the names in "for u and for the bias c", and the place behind them."""
    names: list[Token] = []
    led = False
    place = end = at
    while place < len(tokens) and place - at < 4 * _MOST:
        token = tokens[place]
        if token.role in (Role.FOR, Role.BY, Role.OF) or bare(token.text) in _FOR:
            led = True
        elif token.name and token.kind == "name" and led:
            names.append(token)
            end = place + 1
        elif not (token.edge or token.role in (Role.ARTICLE, Role.WEIGHT, Role.BIAS) or (names and joins(token))):
            break
        place += 1
    return names, end


def _like(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Derivative | None, int]:
    """Return the gradient in "as v", "as that of v", "as dL/dv", and the place behind; None where none is named."""
    if at >= len(tokens) or bare(tokens[at].text) not in _AS:
        return None, at
    place = seen(tokens, at + 1)
    for _ in range(_MOST):
        token = tokens[place] if place < len(tokens) else None
        if token is None or not (token.kind == "word" and (bare(token.text) in _THAT or _leads(token))):
            break
        place = seen(tokens, place + 1)
    token = tokens[place] if place < len(tokens) else None
    if token is None:
        return None, at
    if isinstance(token.node, Derivative):
        return token.node, place + 1
    if token.kind == "name" and token.name in lexicon.cone(lexicon.output):
        return Derivative(lexicon.output, token.name), place + 1
    return None, at


def _leads(token: Token) -> bool:
    return token.role in (Role.OF, Role.FOR, Role.BY, Role.SLOPE, Role.ARTICLE)


def _last_slope(before: list[Token], lexicon: Lexicon) -> Derivative | None:
    """Return the gradient that was said last to be something."""
    for place in range(len(before) - 1, max(0, len(before) - _FAR), -1):
        if isinstance(node := before[place].node, Derivative) and before[place].kind == "der":
            return node if node.of == lexicon.output else None
        if before[place].kind != "rel":
            continue
        begin = place
        while begin and before[begin - 1].kind not in ("rel", "sep", "word"):
            begin -= 1
        if isinstance(found := quantity(before[begin:place], lexicon), Derivative):
            return found if found.of == lexicon.output else None
    return None
