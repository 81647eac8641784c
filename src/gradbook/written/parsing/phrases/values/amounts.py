"""Amounts: the number first, then what has it: "12 for q and 3 for f", "gradients of 6 for w", "6 (w) and 15 (x)"."""

from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, HARMLESS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES
from gradbook.written.parsing.grammar.brackets import QUANTITY_BEGINS
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.operations import come_to, done_by
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import TOWARDS, gradient_by
from gradbook.written.parsing.phrases.speech.counts import is_many

_SLOPES = (Role.SLOPE, Role.SLOPES)
_OTHERS = (Role.LOCAL, Role.UPSTREAM, Role.OTHER, Role.STEP, Role.RATE, Role.OLD)
_PASSED = (Role.ARTICLE, Role.LINK, Role.FILLER, Role.RESULT, Role.VALUES, Role.PARTIAL, Role.OF, *HARMLESS)
_BESIDE = (Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.PART_OF_GRAPH)  # "for the weight w"
_STEPS = frozenset({Role.STEP, Role.NEW, Role.AFTER, Role.RATE})
_AGAINST = AGAINST_IT | {Role.ASPECT, Role.OLD, Role.BEFORE}
_LEAVES = bare_words(
    "leaves leaving left leave keep have lässt bleibt bleiben laisse reste queda quedan deja fica deixa"
)
_NOT = frozenset({"not", "never", "nicht", "pas", "no", "non", "nao", "не", "niet", "nie"})
_DERIVED = QUANTITY_BEGINS - {"name"}
_LONGEST = 12  # tokens of a derivative
_PARTIALS = frozenset({"partials"})
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "cell", "mark"})
_CALCULATED = frozenset({"num", "name", "op", "open", "close", "group", "end", "frac", "fn", "sqrt", "der", "diff"})
_SIGNS = ("num", "op", "cmp", "rel", "open", "name", "der", "new", "old", "frac", "fn", "bad")


def named_behind(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "12 for q" where nothing else is said of the number, and "6 for w" of gradients."""
    if not _leads(tokens[at]) or not before:
        return None
    first = _number(before)
    if first is None:
        return None
    found = _quantity(tokens, at + 1, lexicon)
    if found is None:
        return None
    name, behind = found
    place = seen(tokens, behind)
    inside = seen(tokens, place + 1)
    aside = inside < len(tokens) and tokens[place].kind == "open" and tokens[inside].kind == "word"
    if place < len(tokens) and tokens[place].kind in _SIGNS and not aside:
        return None  # "24 for w = 5", "10 for q + 1"
    head = _head(before, first, name, tokens[at], lexicon)
    if head is None:
        return None
    if (start := _given_by(before, first)) > 0:  # "the loss gives 2 * e = 6 for dL/de"
        before[start - 1] = replace(before[start - 1], kind="sep", text="wide")
        before[start:start] = [head, Token("rel", "=", head.end, head.end)]
        return [], behind
    *sign, value = [token for token in before[first:] if not token.edge]
    number = [*sign, replace(value, end=name.end)]
    del before[first:]
    if (verb := last_seen(before)) >= 0 and (before[verb].kind, before[verb].text) == ("rel", "is"):
        before[verb] = replace(before[verb], kind="sep", text="wide")
    return [head, Token("rel", "is", head.end, head.end), *number], behind


def _given_by(before: list[Token], first: int) -> int:
    """Return where the calculation begins that comes to a number at a place, behind a verb; 0 where none does."""
    start = first
    while start > 0 and (before[start - 1].kind in _CALCULATED or before[start - 1].text == "="):
        start -= 1
    verb = start > 0 and (before[start - 1].kind, before[start - 1].text) == ("rel", "is")
    return start if verb and start < first - 1 and before[first - 1].text == "=" else 0


def in_brackets(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the gradients are 6 (w) and 15 (x)" and "the new values are 4.9 (w) and 1.8 (x)", all of them."""
    renewed = tokens[at].role is Role.NEW and at + 1 < len(tokens) and tokens[at + 1].role is Role.VALUES
    if not renewed and tokens[at].role not in _SLOPES and tokens[at].text not in _PARTIALS:
        return None
    if before and before[-1].role in _OTHERS:
        return None
    place = at + 1 + renewed
    while place < len(tokens) and (
        tokens[place].edge or says(tokens[place]) or (tokens[place].kind == "word" and tokens[place].role in _PASSED)
    ):
        place += 1
    found = tokens[at : at + 1 + renewed]
    count = 0
    while place < len(tokens):
        begin = place
        place += tokens[place].text == "-"
        behind = [t for t in tokens[place : place + 6] if not t.edge][:4]
        if [t.kind for t in behind] != ["num", "open", "name", "close"] or not behind[2].name:
            place = begin
            break
        place = tokens.index(behind[3], place) + 1
        name = behind[2]
        if name.name == lexicon.output or (renewed and name.name not in lexicon.inputs):
            return None
        node = New(name.name) if renewed else Derivative(lexicon.output, name.name)
        kind, role = ("new", Role.ERROR) if renewed else ("der", Role.SLOPE)
        head = Token(kind, name.text, tokens[begin].start, tokens[begin].start, node, role)
        found += [head, Token("rel", "is", head.end, head.end), *tokens[begin : tokens.index(behind[0], begin) + 1]]
        count += 1
        while place < len(tokens) and (
            tokens[place].text in ("soft", "comma")
            or (tokens[place].kind == "word" and tokens[place].role is Role.LINK)
        ):
            found.append(tokens[place])
            place += 1
    return (found, place) if count > 1 else None


def _leads(token: Token) -> bool:
    return token.kind == "word" and (token.role in (Role.FOR, Role.BY) or token.text in TOWARDS)


def _number(before: list[Token]) -> int | None:
    """Return where a number begins, with its sign, that ends what stands before."""
    place = len(before) - 1
    while place >= 0 and before[place].edge:
        place -= 1
    if place < 0 or before[place].kind != "num":
        return None
    return place - (place > 0 and before[place - 1].text == "-" and before[place - 1].end == before[place].start)


def _quantity(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Token, int] | None:
    """Return a quantity, over words beside it, and the place behind it; a derivative as one token."""
    while at < len(tokens) and (tokens[at].edge or tokens[at].role in _BESIDE):
        at += 1
    if at < len(tokens) and tokens[at].name:
        return tokens[at], at + 1
    stop = at
    end = min(len(tokens), at + _LONGEST)
    while stop < end and (tokens[stop].edge or tokens[stop].kind not in ("word", "sep", "rel")):
        stop += 1
    named = [token for token in tokens[at:stop] if not token.edge]
    node = quantity(named, lexicon) if named and named[0].kind in _DERIVED else None
    if not isinstance(node, Derivative | New):
        return None
    kind = "der" if isinstance(node, Derivative) else "new"
    return Token(kind, "", named[0].start, named[-1].end, node), stop


def _head(before: list[Token], first: int, name: Token, lead: Token, lexicon: Lexicon) -> Token | None:
    """Return what a number is said to be of: a gradient or a value; None where it may be something else."""
    since = next((i for i in range(first, 0, -1) if before[i - 1].kind == "sep" and before[i - 1].text in _ENDS), 0)
    said = [token for token in before[since:first] if not token.edge]
    if not name.name:
        firm = not any(token.role in _AGAINST for token in said)
        return replace(name, start=before[first].start, end=before[first].start) if firm else None
    last = next((i for i in range(len(said) - 1, 1, -1) if said[i].kind == "num"), 0)
    again = _one_more(said[: last + 1], name, lexicon) if last else None
    if again is not None:
        said = said[last + 1 :]
        if all(token.role in (Role.LINK, Role.OF) or token.text == "comma" for token in said):  # ", 15 for x" goes on
            return again
    slopes = any(token.role in _SLOPES for token in said)
    if (
        lead.role is Role.FOR
        and name.name != lexicon.output
        and not (slopes or _steps(said))
        and goes_back(before[:first])
    ):
        plain = all(token.kind in ("word", "sep", "rel") and token.role not in _AGAINST for token in said)
        return gradient_by(name.name, before[first].start, before[first].start, lexicon) if plain else None
    if lead.role is Role.FOR and name.name in lexicon.inputs and _steps(said):
        return Token("new", name.text, before[first].start, before[first].start, New(name.name), Role.ERROR)
    if lead.role is Role.FOR and name.name in lexicon.operands and _works_out(said, name.name, lexicon):
        return Token("name", name.text, before[first].start, before[first].start, Symbol(name.name), Role.ERROR)
    if told := _told_of(said, name, lead, lexicon):
        return told
    of = lexicon.output
    slope = False
    for place, token in enumerate(said):
        if token.role in _SLOPES or token.text in _PARTIALS:
            slope = True
        elif token.kind == "name" and slope and said[place - 1].role is Role.OF and token.name in lexicon.operands:
            of = token.name
        elif (
            token.role in _OTHERS
            or token.kind not in ("word", "sep", "rel")
            or (token.kind == "word" and token.role not in _PASSED and token.role is not Role.FOR)
        ):
            return None
    if slope:
        if name.name == of:
            return None
        node = Derivative(of, name.name)
        return Token("der", name.text, before[first].start, before[first].start, node, Role.SLOPE)
    if lead.role is not Role.FOR or name.name not in lexicon.operands or not _announces(said):
        return None
    return Token("name", name.text, before[first].start, before[first].start, Symbol(name.name))


def _one_more(said: list[Token], name: Token, lexicon: Lexicon) -> Token | None:
    """Return what one more number is of, where the one before it stood before its quantity too."""
    number = len(said) - 1
    head = number - 2 - (said[number - 1].text == "-")
    if head < 0 or said[number].kind != "num" or said[head + 1].kind != "rel" or said[head].start != said[head].end:
        return None
    match said[head].node:
        case Derivative(of, _) if of != name.name:
            node: Derivative | Symbol | New = Derivative(of, name.name)
        case Symbol() if name.name in lexicon.operands:
            node = Symbol(name.name)
        case New() if name.name in lexicon.inputs:
            node = New(name.name)
        case _:
            return None
    start = said[number].end
    return Token(said[head].kind, name.text, start, start, node, said[head].role)


def _steps(said: list[Token]) -> bool:
    """Whether words before a number speak of the step, and of no gradient: "the step gives 4.94 for w"."""
    roles = {token.role for token in said}
    denied = any(bare(token.text) in _NOT for token in said)
    several = denied or any(is_many(token) for token in said) or Role.NUMBER in roles
    return not roles.isdisjoint(_STEPS) and roles.isdisjoint({*_SLOPES, *_AGAINST}) and not several


def _works_out(said: list[Token], name: str, lexicon: Lexicon) -> bool:
    """Whether words say how a node is calculated, and then that a number comes of it: "multiplying w by x we get"."""
    if not said or said[-1].role not in (Role.RESULT, Role.LINK):
        return False
    plain = all(t.kind in ("word", "name", "op") and t.role not in _AGAINST for t in said[:-1])
    firm = plain and any(t.kind == "name" for t in said) and not any(t.role in _SLOPES for t in said)
    return firm and come_to(said, name, lexicon)


def _told_of(said: list[Token], name: Token, lead: Token, lexicon: Lexicon) -> Token | None:
    """Return what a number stands for that words conclude for a node, where they may: "times four: 1.8 for p"."""
    valued = lead.role is Role.FOR and name.name in lexicon.operands
    if not valued or _announces(said) or any(token.role in _SLOPES for token in said) or _steps(said):
        return None
    parts = [n for n, token in enumerate(said[:-1]) if token.kind == "sep"]
    clause = said[parts[-1] + 1 :] if parts else said
    worked = any(done_by(token) for token in clause)
    if not _concludes(said) or (worked and not come_to(clause, name.name, lexicon)):
        return None
    start = said[-1].end
    return Token("name", name.text, start, start, Symbol(name.name), Role.ERROR)


def _concludes(said: list[Token]) -> bool:
    """Whether words lead to a result that names no quantity yet: "multiplying leaves", "times four:", "me queda"."""
    if len(said) < 2 or any(token.role in _AGAINST for token in said):
        return False
    verb, subject = said[-1], said[-2]
    plain = verb.kind == "rel" and verb.text == "is" and not (subject.name or subject.kind in ("der", "diff", "close"))
    parts = verb.text in ("colon", "comma") and not subject.name and bool(verb.kind == "sep")
    return plain or parts or (verb.kind == "word" and bare(verb.text) in CONCLUDES | _LEAVES)


def _announces(said: list[Token]) -> bool:
    """Whether words lead to numbers that are said: none, "forward:", "we get", "the forward pass gives"."""
    return not said or said[-1].text == "colon" or said[-1].kind == "rel" or said[-1].role in (Role.LINK, Role.OF)
