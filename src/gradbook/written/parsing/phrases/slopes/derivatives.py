"""Derivatives in words."""

from itertools import pairwise

from gradbook.graph.expression import Derivative
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, PARTICLE, Role, bare, bare_words
from gradbook.written.notation import ERROR_WORDS, FUNCTIONS, LOSS_WORDS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.kinds import is_of_several, kind_of
from gradbook.written.parsing.phrases.slopes.nouns import named
from gradbook.written.parsing.phrases.slopes.particles import stands_behind
from gradbook.written.parsing.phrases.slopes.received.shares import TOWARDS

_SLOPE = (Role.SLOPE,)
_WHOLE = HARMLESS - {Role.PART_OF_GRAPH}  # "of the sum" is of one node of several
PARTIALS = frozenset({"partial", "partielle"})  # of a derivative, or for one
_TOWARDS = TOWARDS | {"about", "direction", "richtung", "dirección", "direção", "direzione"}
_MEASURES = bare_words("sign magnitude size norm length modulus betrag vorzeichen signe norme")
_AT = frozenset({"at", "in", "bei", "en", "em", "a", "no", "nel", "an"})
BY_TOO = frozenset({"por", "par", "per", "to"})
"""Words for "by" that have other meanings as well: "la derivada de L por w"."""
_DIFFERENTIATED = frozenset(map(bare, (
    "differentiated", "derived", "abgeleitet", "differenziert", "dérivé", "dérivée", "derivada", "derivado", "derivata",
    "derivato", "afgeleid", "gedifferentieerd",
)))  # fmt: skip
_SKIPPED = (Role.ARTICLE, Role.PARTIAL, Role.WEIGHT, Role.BIAS)
_BY_NOUNS = (Role.WEIGHT, Role.BIAS, Role.NET, Role.PART_OF_GRAPH)
_ERRORS = frozenset({"e", "err", "error", "fehler"})  # nodes that are no loss
_ALSO_IS = frozenset({"도", "も", "也是", "也"})  # 기울기도 9
_PRIMES = frozenset("'′’")
_ENDS = ("rel", "num", "sep")
_DERIVATIVES = bare_words(
    "derivative partial ableitung dérivée derivada derivata afgeleide pochodna производная 导数 偏导数"
)
_SECOND = bare_words(
    "second second-order 2nd 2 zweite zweiten deuxième seconde segunda seconda tweede druga вторая 二阶 二階 2차"
)
_FIRST = bare_words("first 1st erste ersten première primera primeira prima eerste pierwsza первая 一阶 一階 1차")
_NEAR = 6  # words between a derivative and what it is by


def is_by(before: list[Token], behind: list[Token]) -> bool:
    """Whether a word and an article stand between a derivative and what it is by: "Ableitung nach dem Gewicht"."""
    follows = next((token for token in behind if not token.edge), None)
    if follows is None or not (follows.name or follows.role in _BY_NOUNS):
        return False
    for token in reversed(before[-_NEAR:]):
        if token.role in (Role.SLOPE, Role.SLOPES):
            return True
        if token.kind == "rel" or (token.kind == "sep" and not token.edge):
            return False
    return False


def places_ahead(tokens: list[Token], at: int, most: int = 14) -> list[int]:
    """Return the places of the next tokens, those without a meaning here left out, up to a boundary."""
    places: list[int] = []
    for place in range(at, min(at + most, len(tokens))):
        token = tokens[place]
        if token.kind == "sep" and token.text != "soft":
            break
        article = token.role is Role.OF and bool(places) and tokens[places[-1]].role is Role.BY  # nach der
        if token.kind != "sep" and not article and not (token.kind == "word" and token.role in _SKIPPED):
            places.append(place)
    return places


def _der(tokens: list[Token], first: int, last: int, of: str, by: str, lexicon: Lexicon, before: list[Token]) -> Token:
    told = [t.role for t in (*before[-2:], *tokens[first:last])]
    direct = Role.LOCAL in told and by in lexicon.operands.get(of, ())
    if (Role.LOCAL in told and not direct) or _measured(before) or _is_second(before):  # local, of who knows what
        return Token("bad", "gradient of what", tokens[first].start, tokens[last].end)
    between = tokens[first + 1 : last]
    equated = any(token.kind == "rel" and token.text == "=" for token in tokens[last + 1 : last + 2])
    placed = any(map(_says_where, between)) or (equated and any(token.role is Role.FOR for token in between))
    above = any(token.role is Role.UPSTREAM for token in before[-1:])  # "the upstream gradient of w": to w, or by it
    unsure = above or (placed and by in lexicon.inputs)  # "the derivative at w = 5" may say where it is taken
    role = Role.FOR if unsure else None
    return Token("der", f"d{of}/d{by}", tokens[first].start, tokens[last].end, Derivative(of, by, direct), role)


def _says_where(token: Token) -> bool:
    return token.kind == "word" and token.role is not Role.ARTICLE and bare(token.text) in _AT


def _measured(before: list[Token]) -> bool:
    """Whether words speak of the size or the sign of what follows: "the magnitude of the gradient"."""
    said = [token for token in before[-4:] if token.role is not Role.ARTICLE and not token.edge][-2:]
    return len(said) == 2 and said[0].text in _MEASURES and said[1].role is Role.OF


def _is_second(before: list[Token]) -> bool:
    """Whether it is the second derivative, and no other one was called the first before it."""
    place = last_seen(before)
    if place < 0 or bare(before[place].text) not in _SECOND:
        return False
    pairs = pairwise(token for token in before[:place] if not token.edge)
    slopes = (Role.SLOPE, Role.SLOPES)
    return not any(bare(one.text) in _FIRST and (other.role in slopes or other.kind == "der") for one, other in pairs)


def _unread(tokens: list[Token], at: int, text: str) -> tuple[list[Token], int]:
    """Return all that is said up to a sign as what is not read."""
    stop = next((n for n in range(at + 1, len(tokens)) if tokens[n].kind in _ENDS and not tokens[n].edge), len(tokens))
    return [Token("bad", text, tokens[at].start, tokens[stop - 1].end)], stop


def _is_given(tokens: list[Token], at: int, end: int) -> bool:
    """Whether what ends at a place is differentiated by something: "the derivative of w with respect to L".

    Many say "the gradient of w with respect to the loss" and mean that of the loss.
    """
    behind = places_ahead(tokens, end, 4)
    return bare(tokens[at].text) in _DERIVATIVES and bool(behind) and tokens[behind[0]].role in (Role.BY, Role.AFTER)


def of_by(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "derivative of f with respect to w", and "gradient by w of f"."""
    if not _is_slope(tokens, at):
        return None
    rest = places_ahead(tokens, at + 1)
    of = lexicon.output
    if rest and bare(tokens[rest[0]].text) in _SECOND:  # "la dérivée seconde de L par rapport à w"
        return _unread(tokens, at, "second derivative")
    if len(rest) > 1 and tokens[rest[0]].role is Role.OF and named(tokens[rest[1]], lexicon):
        of, rest = named(tokens[rest[1]], lexicon), rest[2:]
    elif len(rest) > 1 and tokens[rest[0]].role is Role.OF and tokens[rest[1]].role in _WHOLE:  # of the output
        if kind_of(tokens[rest[1]], lexicon) or is_of_several(tokens[rest[1]], lexicon):
            return None  # of the activation
        rest = rest[2:]
        if rest and tokens[rest[0]].name in lexicon.operands:  # of the function f
            of, rest = tokens[rest[0]].name, rest[1:]
    elif len(rest) > 1 and tokens[rest[0]].role is Role.OF and tokens[rest[1]].kind == "fn":  # of the log
        of, rest = _only(tokens[rest[1]].text, lexicon), rest[2:]
    elif len(rest) > 2 and tokens[rest[0]].role is Role.PLAIN and tokens[rest[1]].name in lexicon.operands:
        of, rest = tokens[rest[1]].name, rest[2:]  # "turunan fungsi f terhadap w"
    elif len(rest) > 2 and [tokens[i].role for i in (rest[0], rest[2])] == [Role.FOR, Role.BY]:
        of, rest = named(tokens[rest[1]], lexicon), rest[2:]  # "gradient for f with respect to w"
    elif rest and tokens[rest[0]].name in lexicon.operands:  # derivative f wrt w
        of, rest = tokens[rest[0]].name, rest[1:]
    if len(rest) > 2 and tokens[rest[0]].role is Role.BY and tokens[rest[1]].role in HARMLESS and tokens[rest[2]].name:
        del rest[1]  # the variable w
    by_sign = len(rest) > 1 and (tokens[rest[0]].role in (Role.BY, Role.FOR) or tokens[rest[0]].text in BY_TOO)
    if not by_sign or not named(tokens[rest[1]], lexicon):
        return None
    by, last = named(tokens[rest[1]], lexicon), rest[1]
    if len(rest) > 3 and tokens[rest[2]].role is Role.OF and tokens[rest[3]].name in lexicon.operands:
        of, last = tokens[rest[3]].name, rest[3]
    if of not in lexicon.operands:
        if bare(tokens[at].text) not in _DERIVATIVES:
            return None
        return [Token("bad", "derivative of what is given", tokens[at].start, tokens[last].end)], last + 1
    return [_der(tokens, at, last, of, by, lexicon, before)], _behind_branch(tokens, last + 1)


def _behind_branch(tokens: list[Token], at: int) -> int:
    """Return the place behind "branch" in "on the w branch"."""
    return at + (at < len(tokens) and tokens[at].role is Role.PART_OF_GRAPH)


def _only(op: str, lexicon: Lexicon) -> str:
    """Return the only node that is calculated by an operation; "" where there is none, or several."""
    nodes = [name for name, own in lexicon.operations.items() if own == op]
    return nodes[0] if len(nodes) == 1 else ""


def quantities_first(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read what some languages say in the order f, w, derivative: "f 对 w 的偏导数", "f의 w에 대한 편미분"."""
    if tokens[at].role is Role.BY and PARTICLE.search(tokens[at].text):
        return None
    back = last_seen(before) + 1
    differentiated = back > 0 and bare(before[back - 1].text) in _DIFFERENTIATED
    back = last_seen(before, back - 1) + 1 if differentiated else back
    of = _differentiated_before(before, back, lexicon) if tokens[at].role in (Role.BY, Role.OF) else ""
    if not of:
        return None
    rest = [i for i in places_ahead(tokens, at + 1, 8) if tokens[i].role not in (Role.BY, Role.OF)]
    by = tokens[rest[0]].name if rest else ""
    if by and tokens[at].role is Role.BY and by in lexicon.cone(of) and by != of:
        behind = seen(tokens, rest[0] + 1)
        if behind < len(tokens) and bare(tokens[behind].text) in _DIFFERENTIATED:
            behind, differentiated = seen(tokens, behind + 1), True
        moved = back > 1 and before[back - 2].role is Role.CHANGES  # "t moves L by b: 0.5"
        led = behind < len(tokens) and tokens[behind].text == "arrow"
        stated = behind < len(tokens) and (led or says(tokens[behind])) and not moved
        equated = (led or tokens[behind].text == "=") and _begins_clause(before, back - 1) if stated else False
        if stated and (differentiated or equated or tokens[behind].text in ("colon", "is")):  # "L wrt b: -4"
            start = before[back - 1].start
            del before[back - 1 :]
            return [Token("der", f"d{of}/d{by}", start, tokens[rest[0]].end, Derivative(of, by))], behind
    if not before[back - 1].name:
        return None
    if len(rest) < 2 or not tokens[rest[0]].name or tokens[rest[1]].role is not Role.SLOPE:
        return None
    between = {tokens[i].role for i in range(at, rest[1])}
    if not {Role.BY} <= between:
        return None
    start = before[back - 1].start
    del before[back - 1 :]
    return [Token("der", f"d{of}/d{by}", start, tokens[rest[1]].end, Derivative(of, by))], rest[1] + 1


def _differentiated_before(before: list[Token], back: int, lexicon: Lexicon) -> str:
    """Return the node that ends what stands before, or the output where a clause begins with a noun for it; or ""."""
    if not back:
        return ""
    token = before[back - 1]
    primed = isinstance(token.node, New) and token.text[-1:] in _PRIMES  # "L' wrt w = 12"
    name = token.node.name if primed and isinstance(token.node, New) else token.name
    if name in lexicon.operands:
        return name
    begins = _begins_clause(before, back - 1)
    errors = any(name.lower() in _ERRORS for name in lexicon.operands if name != lexicon.output)
    nouns = LOSS_WORDS if errors else LOSS_WORDS | ERROR_WORDS
    return lexicon.output if token.kind == "word" and bare(token.text) in nouns and begins else ""


def _begins_clause(before: list[Token], at: int) -> bool:
    lead = last_seen(before, at)
    return lead < 0 or before[lead].kind == "sep" or before[lead].role in (Role.ARTICLE, Role.LINK)


def _is_slope(tokens: list[Token], at: int) -> bool:
    """Whether a word is "derivative", or "partial" where no such word follows: "the partial for w"."""
    if tokens[at].role in _SLOPE:
        return True
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].text in PARTIALS and behind is not None and _leads_on(behind)


def _leads_on(token: Token) -> bool:
    """Whether a word leads to what is differentiated by: "of", "for", "along", "about"."""
    return token.kind == "word" and (token.role in (Role.OF, Role.FOR, Role.BY) or token.text in _TOWARDS)


def gradient_of(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "gradient of w", "grad(w)" and "gradient for the weight w" as the derivative of the output."""
    if not _is_slope(tokens, at):
        return None
    rest = places_ahead(tokens, at + 1, 10)
    bracketed = bool(rest) and tokens[rest[0]].kind == "open"
    if len(rest) > 2 and tokens[rest[0]].role is Role.OF and tokens[rest[1]].name == lexicon.output:
        rest = rest[2:] if tokens[rest[2]].text in TOWARDS else rest  # the sensitivity of f to w
    lead = [i for i in rest if not _leads_on(tokens[i]) and tokens[i].kind != "open"]
    noun = lead[0] if lead and tokens[lead[0]].role is Role.PART_OF_GRAPH else None
    if noun is not None and len(lead) > 1 and tokens[lead[1]].name and rest.index(lead[1]) == rest.index(noun) + 1:
        del lead[0]  # "into the node q"
    at_name = lead[0] if lead else None
    by = "" if at_name is None else named(tokens[at_name], lexicon)
    if at_name is None or not by or not (bracketed or tokens[rest[0]].role or tokens[rest[0]].name):
        return None
    closing = at_name + 1
    if bracketed:
        if closing >= len(tokens) or tokens[closing].kind != "close":
            return None
        closing += 1
    closing = _behind_branch(tokens, closing)
    function = tokens[at_name].text.lower() in FUNCTIONS  # "the derivative of ReLU is 1", of a node that is called relu
    if by != lexicon.output and _is_given(tokens, at, closing):
        return _unread(tokens, at, "derivative of what is given")
    if by == lexicon.output or function:  # "the gradient of f is 24": of which one?
        return [Token("bad", "gradient of what", tokens[at].start, tokens[at_name].end)], closing
    return [_der(tokens, at, at_name, lexicon.output, by, lexicon, before)], closing


def gradient_behind(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "w gradient = 6", "wの勾配は6" and "重み(w)の微分：6"."""
    if tokens[at].role not in _SLOPE and tokens[at].text not in PARTIALS:
        return None
    place, joined = _quantity_before(before)
    also = at + 1 < len(tokens) and tokens[at + 1].text in _ALSO_IS and past_number(tokens, seen(tokens, at + 2)) > 0
    if place is not None and joined and also and before[place].name in lexicon.cone(lexicon.output):
        by = before[place]
        del before[place:]
        return [_by_output(by, tokens[at], lexicon), Token("rel", "is", tokens[at].end, tokens[at + 1].end)], at + 2
    rest = [i for i in places_ahead(tokens, at + 1, 3) if not (joined and tokens[i].role in (Role.FILLER, Role.LINK))]
    follows = at + 1 < len(tokens) and (joined or _gives_number(tokens, at + 1))
    sign = tokens[rest[0]] if rest else tokens[at + 1] if follows else None
    if place is None or sign is None or not (says(sign) or (follows and sign.text == "arrow")):
        return None
    by = before[place]
    behind = seen(before, place + 1)
    bracketed = behind < len(before) and before[behind].kind == "close"
    del before[last_seen(before, place) if bracketed else place :]
    return [_by_output(by, tokens[at], lexicon)], at + 1


def _by_output(by: Token, word: Token, lexicon: Lexicon) -> Token:
    """Return the derivative of the output by a quantity, of which a word speaks behind it."""
    if by.name == lexicon.output:
        return Token("bad", "gradient of what", by.start, word.end)
    node = Derivative(lexicon.output, by.name)
    return Token("der", f"d{node.of}/d{node.by}", by.start, word.end, node)


def _gives_number(tokens: list[Token], at: int) -> bool:
    """Whether a colon or an arrow stands before a number: "w gradient: 6"; what it announces may be anything else."""
    return tokens[at].text in ("colon", "arrow") and past_number(tokens, seen(tokens, at + 1)) > 0


def _quantity_before(before: list[Token]) -> tuple[int | None, bool]:
    """Return the place of a quantity that ends what stands before, or None, and whether an "of" joins it: "wの"."""
    end = len(before) - (bool(before) and before[-1].text == "s" and before[-1].kind == "word")  # w's
    joined = bool(before) and before[-1].role is Role.OF and stands_behind(before[-1].text)
    end = last_seen(before, end - joined) + 1  # $w$ の勾配
    inside = last_seen(before, end - 1)  # 重み（$w$）の微分
    if joined and end and before[end - 1].kind == "close" and before[last_seen(before, inside)].kind == "open":
        end = inside + 1
    found = bool(end) and before[end - 1].kind == "name" and bool(before[end - 1].name)
    return (end - 1 if found else None), joined


def last_told(before: list[Token], *, over: bool = False) -> Token | None:
    """Return the derivative that was spoken of last in the sentence, or the fraction that may be one.

    Args:
        before: what stands before.
        over: whether it may stand in the sentence before.
    """
    for token in reversed(before):
        if token.kind == "sep" and token.text in ("stop", "line", "block", "item", "heading"):
            if not over or token.text not in ("stop", "line"):
                return None
            over = False
        if isinstance(token.node, Derivative) or token.kind in ("diff", "diffsub", "frac"):
            return token
    return None


def partial_over_partial(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "partial f / partial w"."""
    if tokens[at].role is not Role.PARTIAL or at + 1 >= len(tokens) or tokens[at + 1].kind != "name":
        return None
    begins = at + 3 < len(tokens) and tokens[at + 2].text == "/" and tokens[at + 3].role is Role.PARTIAL
    ends = len(before) > 2 and before[-1].text == "/" and before[-3].kind == "diff"
    if not begins and not ends:
        return None
    return [Token("diff", "∂", tokens[at].start, tokens[at].end)], at + 1
