"""Likeness: what has the same gradient as another: "c has the same derivative as v", "same for u", "dL/db too".

It counts where it fits only, and where the sentence says no more: "c gets the same, only positive" is something else.
What it is the same as must be named, or be what was said right before it. In some languages it is named before the word
("k ile aynı", "k と同じ", "与 k 相同").
"""

from collections.abc import Callable, Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ALMOST, BESIDE_SAME, LIKEWISE, SAMES, TOO
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import (
    ends_sentence,
    last_seen,
    past_number,
    seen,
    sentence_end,
    sentence_start,
)
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.same.sameness import SO
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.getting import HAVING, RECEIVES
from gradbook.written.parsing.phrases.slopes.received.shares import ALSO, before_colon, gradient_by, is_and, learned

_AS = frozenset({"as", "like", "wie", "que", "como", "come", "als", "di", "do", "da", "de"})
_NOUNS = frozenset({
    "thing", "amount", "quantity", "signal", "sache", "chose", "cosa", "coisa", "one", "is", "number", "zahl", "nombre",
    "numero", "getal",
})  # fmt: skip
_EXACTLY = frozenset({"very", "exactly", "just", "genau", "exactement", "exactamente", "exatamente", "esattamente"})
_HOLDS = frozenset({
    "holds", "hold", "goes", "applies", "true", "gilt", "geht", "vale", "vaut", "va", "sirve", "ocurre", "pasa",
    "geldt", "also", "auch", "aussi", "tambien", "tambem", "anche", "as well",
})  # fmt: skip
_FOR = frozenset({"at", "in", "en", "em", "bei"})
_THAT = frozenset(
    {"that", "the", "one", "der", "die", "das", "dem", "celui", "celle", "el", "la", "lo", "o", "a", "il"}
)
_TOO = TOO | {"again", "here"}
_NEARLY = ALMOST | {"about", "roughly", "circa"}
_ONLY = frozenset({
    "only", "just", "but", "nur", "bloss", "seulement", "mais", "solo",
    "so", "ma", "nothing", "half", "unknown", "flips", "negates", "positive", "negative", "nichts", "rien",
    "negated", "subtracted", "multiplied", "divided", "scaled", "squared", "doubled", "halved", "flipped", "inverted",
    "opposite", "sign", "subtrahiert", "negiert", "multipliziert", "vorzeichen", "soustrait", "resta", "restado",
})  # fmt: skip
_PARTING = frozenset({"comma", "colon"})
_LEADS_TO = frozenset({"comma", "colon", "(", "=", "is"})  # a number: "the same, -3", "the same (-3)"
_JOINS = frozenset({Role.LINK, Role.REASON, Role.ARTICLE, Role.FILLER})
_AROUND = _JOINS | {Role.BIAS, Role.WEIGHT, Role.PART_OF_GRAPH, Role.RESULT, Role.PLUS}  # "so the bias c gets ..."
_GOES_ON = _AROUND | {Role.PLAIN, Role.FOR, Role.OF, Role.BY}  # "..., because it is added", "..., and same for c"
_SLOPES = frozenset({"der", "diff", "frac", "pd", "nabla"})
_SLOPE_ENDS = frozenset({"rel", "sep", "word", "close", "open"})
_ELSEWHERE = frozenset({*AGAINST_IT, Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE}) - {Role.PART}
_MOST = 6  # words of one kind in a row
_FAR = 40  # tokens back to the gradient that was spoken of last


def the_same(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "c has the same derivative as v" and "same for u and c" as what the gradients by these are."""
    if not goes_back(before):
        return None
    place = _past(tokens, at + 1, _is_noun)
    other, front = _in_front(before, lexicon)
    like, behind = (other, place) if other is not None else _like(tokens, place, lexicon)
    ahead = before[:front]
    if (
        like is not None
        and (lead := last_seen(ahead)) >= 0
        and ahead[lead].kind == "sep"
        and ahead[lead].text == "colon"
    ):
        ahead = ahead[:lead]
    derivatives = _derivatives(ahead, lexicon)
    if bare(tokens[at].text) in TOO and not (derivatives and _is_all(tokens, at + 1)):
        return None  # "dL/db is also -4"
    subjects, begin, verb = derivatives or _subjects(ahead, lexicon)
    valued = any(bare(token.text) in VALUE_NOUNS for token in tokens[at + 1 : place])  # "has the same value"
    if not subjects and behind == place and _begins_clause(before):
        subjects, behind = _objects(tokens, _past(tokens, place, _is_holding), lexicon)
        begin = len(before)
    understood = behind == place or like is not None or bool(subjects and begin == len(before))
    if not subjects or not understood or (valued and begin < len(before) and verb not in RECEIVES):
        return None
    strict = bare(tokens[at].text) in LIKEWISE or before[-1:] == [] or before[-1].kind == "open"
    if strict and not _is_all(tokens, behind):
        return None  # "likewise for c we multiply"
    since = before[sentence_start(before, max(0, len(before) - 1)) :]
    if any(token.role in _ELSEWHERE for token in since):
        return None  # "after the step dL/dv = -3 (same for c)"
    of = like or _said_right_before(before[:begin], lexicon)
    known = all(name.kind == "der" or name.name in lexicon.cone(lexicon.output) for name in subjects)
    number = _number(tokens, behind)
    if (
        of is None
        or not known
        or any(name.name == of.by or name.node == of for name in subjects)
        or not _ends(tokens, number or behind)
    ):
        return None
    del before[begin:]
    heads = [
        one if one.kind == "der" else gradient_by(one.name, one.start, one.end, lexicon, math=one.math)
        for one in subjects
    ]
    chain = [part for head in heads[1:] for part in (Token("rel", "=", head.start, head.start), head)]
    edge, end = tokens[at].start, max(tokens[at].end, heads[-1].end)
    found = [heads[0], *chain, Token("rel", "=", edge, edge), Token("der", f"d{of.of}/d{of.by}", edge, end, of)]
    if not number:
        return found, behind
    return [*found, Token("rel", "is", end, end)], number - (tokens[number - 1].kind == "open")


def _in_front(before: list[Token], lexicon: Lexicon) -> tuple[Derivative | None, int]:
    """Return the gradient by the name in "k ile" and "与 k" at the end, and where that begins; None where none."""
    last = last_seen(before)
    first = last_seen(before, last) if last >= 0 else -1
    if first < 0:
        return None, len(before)
    name, joint = (before[last], before[first]) if before[last].kind == "name" else (before[first], before[last])
    known = name.kind == "name" and name.name in lexicon.cone(lexicon.output) - {lexicon.output}
    if not (known and joint.kind == "word" and joint.text in BESIDE_SAME):
        return None, len(before)
    return Derivative(lexicon.output, name.name), first


def _is_all(tokens: list[Token], at: int) -> bool:
    """Whether nothing follows in its sentence or bracket."""
    place = seen(tokens, at)
    return place >= len(tokens) or tokens[place].kind in ("sep", "close")


def _derivatives(before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int, str] | None:
    """Return the gradient in "dL/dy is the same", where it begins, and its verb; None where none is."""
    place, verb = last_seen(before), ""
    while place >= 0 and (before[place].role is Role.ARTICLE or bare(before[place].text) in ALSO | _EXACTLY):
        place = last_seen(before, place)
    if place >= 0 and before[place].kind == "rel" and before[place].text == "is":
        place, verb = last_seen(before, place), "is"
    begin = place + 1
    closed = 0
    while begin and (before[begin - 1].kind not in ("rel", "sep", "word") or before[begin - 1].edge):
        closed += (before[begin - 1].kind == "close") - (before[begin - 1].kind == "open")
        if closed < 0:
            break  # of a bracket that the gradient stands in
        begin -= 1
    node = quantity([token for token in before[begin : place + 1] if not token.edge], lexicon) if place >= 0 else None
    if not isinstance(node, Derivative) or node.of != lexicon.output or not _begins_clause(before[:begin]):
        return None
    head = Token("der", "", before[begin].start, before[place].end, node, Role.SLOPE)
    return [head], begin, verb


def _is_noun(token: Token) -> bool:
    return token.role in (Role.SLOPE, Role.SLOPES) or bare(token.text) in _NOUNS | VALUE_NOUNS


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


def _subjects(before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int, str]:
    """Return the names of which something is had, "u and c both get", where they begin, and the verb.

    None where no verb is, or the clause says more before them than what joins it.
    """
    place, verb = last_seen(before), ""
    while place >= 0 and (
        before[place].role is Role.ARTICLE
        or bare(before[place].text) in ALSO | _EXACTLY
        or before[place].text in HAVING
    ):
        verb = before[place].text if before[place].text in HAVING else verb
        place = last_seen(before, place)
    place = before_colon(before, place) if verb else place  # "x and y: both get the same as q"
    if place < 0 or not (verb or _is_parted(before, place)):
        return [], len(before), ""
    noun = learned(before, place, lexicon)
    names, begin = ([noun], place) if noun is not None else ([], place)
    while not noun and place >= 0 and before[place].name and before[place].kind == "name":
        names.insert(0, before[place])
        begin = place
        joint = last_seen(before, place)
        if joint < 1 or not is_and(before[joint]):
            break
        place = last_seen(before, joint)
    return (names, begin, verb) if names and _begins_clause(before[:begin]) else ([], len(before), "")


def _is_parted(before: list[Token], at: int) -> bool:
    """Whether a clause begins with the name at a place: "..., c the same"."""
    lead = last_seen(before, at)
    return lead >= 0 and (before[lead].kind == "sep" or before[lead].text in AND)


def _begins_clause(before: Sequence[Token]) -> bool:
    """Whether nothing stands before in the clause but what joins it to another, or what a quantity is."""
    joined = False
    for token in reversed(before):
        if token.edge:
            continue
        if token.kind in ("sep", "open") or (joined and token.kind in ("num", "close", "name")):
            return True  # "dL/dv = -3 and", "dL/dv = -3 ("
        joined = token.kind == "word" and token.text in AND
        if token.kind != "word" or token.role not in _AROUND or bare(token.text) in _NEARLY:
            return False
    return True


def _objects(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Token], int]:
    """Return the names or gradients in "for u and for the bias c", "for dL/du", and the place behind them."""
    names: list[Token] = []
    led = False
    place = end = at
    while place < len(tokens) and place - at < 4 * _MOST:
        token = tokens[place]
        if token.role in (Role.FOR, Role.BY, Role.OF) or bare(token.text) in _FOR:
            led = True
        elif led and token.kind in _SLOPES:
            slope, end = _slope_at(tokens, place, lexicon)
            if slope is None:
                return [], at
            names.append(slope)
            place = end
            continue
        elif token.name and token.kind == "name" and led:
            names.append(token)
            end = place + 1
        elif not (token.edge or token.role in (Role.ARTICLE, Role.WEIGHT, Role.BIAS) or (names and is_and(token))):
            break
        place += 1
    told = seen(tokens, end)
    apart = told < len(tokens) and tokens[told].text in _PARTING and seen(tokens, told + 1) < len(tokens)
    if apart and tokens[seen(tokens, told + 1)].kind in _SLOPES:
        return [], at  # "and the same for y, df/dy = 0.4" is done the same way
    return names, end


def _slope_at(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Token | None, int]:
    """Return the gradient that is written at a place, and the place behind it; None where it is equated itself."""
    end = at
    while end < len(tokens) and (tokens[end].edge or tokens[end].kind not in _SLOPE_ENDS):
        end += 1
    told = end < len(tokens) and (tokens[end].kind == "rel" or tokens[end].text == "colon")
    node = None if told else quantity([token for token in tokens[at:end] if not token.edge], lexicon)
    if not isinstance(node, Derivative) or node.of != lexicon.output:
        return None, at
    return Token("der", "", tokens[at].start, tokens[end - 1].end, node, Role.SLOPE), end


def _like(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Derivative | None, int]:
    """Return the gradient in "as v", "as that of v", "as dL/dv", and the place behind.

    None where none is named, and the place behind what says "as" where it is not understood.
    """
    if at >= len(tokens) or bare(tokens[at].text) not in _AS:
        return None, at
    place = seen(tokens, at + 1)
    for _ in range(_MOST):
        token = tokens[place] if place < len(tokens) else None
        if token is None or not (token.kind == "word" and (bare(token.text) in _THAT or _leads(token))):
            break
        place = seen(tokens, place + 1)
    token = tokens[place] if place < len(tokens) else None
    behind = seen(tokens, place + 1)
    whole = behind >= len(tokens) or tokens[behind].kind in ("sep", "word", "close", "open", "rel")
    if token is not None and whole and isinstance(token.node, Derivative):
        return token.node, place + 1
    if token is not None and whole and token.kind == "name" and token.name in lexicon.cone(lexicon.output):
        return (Derivative(lexicon.output, token.name), place + 1) if token.name != lexicon.output else (None, place)
    return None, at + 1


def _leads(token: Token) -> bool:
    return token.role in (Role.OF, Role.FOR, Role.BY, Role.SLOPE, Role.ARTICLE)


def _number(tokens: list[Token], at: int) -> int:
    """Return the place of a number that is told behind, "the same, -3" and "the same (-3)"; 0 where none is."""
    place = seen(tokens, at)
    while place < len(tokens) and (tokens[place].text in _LEADS_TO or bare(tokens[place].text) in _TOO | SO):
        place = seen(tokens, place + 1)
    return place if past_number(tokens, place) > 0 else 0


def _ends(tokens: list[Token], at: int) -> bool:
    """Whether the sentence says no more from a place on than a number, and a reason or another clause behind."""
    place = past_number(tokens, at) or seen(tokens, at)
    if place < len(tokens) and tokens[place].kind == "close":
        place = seen(tokens, place + 1)
    end = min(sentence_end(tokens, place - 1) if place else len(tokens), len(tokens))
    if end - place > _FAR:
        return False
    rest = [token for token in tokens[place:end] if not token.edge]
    while rest and bare(rest[0].text) in _TOO:
        rest = rest[1:]
    if not rest or rest[0].kind == "rel":  # "each get the same -3 = ..." is read on
        return True
    lead = rest[1] if rest[0].text == "comma" and len(rest) > 1 else rest[0]
    joined = lead.role in (Role.LINK, Role.REASON) or lead.kind in ("name", "der", "diff") or bare(lead.text) in SAMES
    words = (word for word in rest if word.kind == "word")
    plain = all(word.role in _GOES_ON and bare(word.text) not in _ONLY for word in words)
    kinds = {token.kind for token in rest} - {"sep", "word", "name"}
    parted = [token for token in rest if token.kind == "sep" and token.text == "colon"]
    return joined and plain and not parted and kinds <= {"der", "diff", "rel", "num", "op"}


def _said_right_before(before: Sequence[Token], lexicon: Lexicon) -> Derivative | None:
    """Return the gradient that was said last to be something, where nothing else has been said since."""
    place = len(before) - 1
    while place >= 0 and before[place].kind != "num":
        token = before[place]
        if token.kind == "der" and isinstance(token.node, Derivative):  # "same for u, and same for c"
            return token.node if token.node.of == lexicon.output else None
        joins = token.kind in ("sep", "open", "close") or (token.kind == "word" and token.role in _AROUND)
        if not joins or len(before) - place > _FAR:
            return None
        place -= 1
    sign = place - 1
    while (
        sign >= 0
        and before[sign].kind not in ("sep", "word", "name", "der")
        and not (before[sign].kind == "rel" and _head(before, sign, lexicon) is not None)
    ):
        sign -= 1
    while sign >= 0 and before[sign].kind != "rel" and not ends_sentence(before[sign]):
        sign -= 1
    first = _first_sign(before, sign)
    found = _head(before, first, lexicon) if first >= 0 else None
    return found if found is not None and found.of == lexicon.output else None


def _first_sign(before: Sequence[Token], at: int) -> int:
    """Return the place of the first sign of the chain that the sign at a place is of: "dL/dv = 2v = -3"."""
    first = at
    while at >= 0 and before[at].kind not in ("sep", "word"):
        first = at if before[at].kind == "rel" else first
        at -= 1
    return first


def _head(before: Sequence[Token], sign: int, lexicon: Lexicon) -> Derivative | None:
    """Return the derivative that stands before a sign."""
    begin = sign
    while begin and before[begin - 1].kind not in ("rel", "sep", "word"):
        begin -= 1
    found = quantity([*before[begin:sign]], lexicon) if begin < sign else None
    return found if isinstance(found, Derivative) else None
