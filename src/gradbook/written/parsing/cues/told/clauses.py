"""Clauses: what a sentence in words says each of its numbers to be of, whatever its verbs are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.cues.told.mentions import Mention, mentions
from gradbook.written.parsing.cues.told.numbers import Run
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts, seen
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.slopes.received.direction import BACKWARD
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES, together
from gradbook.written.parsing.phrases.speech.counts import is_many
from gradbook.written.parsing.phrases.values.moved.changes import is_of_step
from gradbook.written.parsing.phrases.values.outcomes import NOW

SUBJECT, OF, BY, FROM, FUNCTION, OPERAND = "subject", "of", "by", "from", "function", "operand"

_SLOPED = (Role.SLOPE, Role.SLOPES, Role.PARTIAL)
_HARMLESS = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "но", "但", "但是"})
_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")
_SOFT = {Role.SUPPOSITION, Role.PART, Role.NEGATION, Role.AGAINST, Role.BEHIND, Role.OTHER}
_ANYWHERE = AGAINST_IT - _SOFT
_BESIDE = AGAINST_IT - {Role.SUPPOSITION}
_SHIFTS = bare_words(
    "half twice double triple thrice third quarter misses miss missing lacks lack lacking loses lose fails fail "
    "without except ignores ignore skips skip avoids drops above below before beyond beside near past around over "
    "under less more fewer least most almost nearly percent steps times apart away off"
)
_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_DEPENDS = bare_words(
    "depends depend changes change reacts react responds respond varies vary grows grow moves move follows follow "
    "sensitive touches touch enters "
    "hängt ändert reagiert dépend varie change depende cambia varía reacciona muda varia reage dipende reagisce"
)
_UNIT = bare_words("unit einheit unité unidad unidade unità") | {"per unit", "pro einheit", "par unite", "por unidad"}
_PER = bare_words("per pro por par je") | _UNIT
_TOWARDS = bare_words("to towards toward for after by per nach zu an für on in via wrt regarding")
_AWAY = bare_words("from von aus de du desde da dal dalla do van uit od из от")
_CALCULATES = frozenset({"num", "op", "open", "close", "frac", "group", "end", "sqrt", "fn"})
_INTO = bare_words(
    "from than factor input target rate times mal fois veces vezes von de desde da di dal aus als que"
)
_MEASURED = bare_words("by with at")
_IT = frozenset({"it", "its"})
_OPERAND_NOUNS = {
    bare(word): place
    for place, words in enumerate((
        "numerator zähler numérateur numerador numeratore teller 分子 분자",
        "denominator nenner dénominateur denominador denominatore noemer 分母 분모",
    ))
    for word in words.split()
}


class Named(NamedTuple):
    """A quantity that is named in a sentence, and its part there."""

    at: int
    end: int
    node: Node
    part: str
    joined: bool


@dataclass(slots=True)
class _Speech:
    """What was last spoken of: gradients, local ones, a step, or else values; of rounds or not."""

    sloped: bool = False
    local: bool = False
    stepping: bool = False
    counted: bool = False


@dataclass(slots=True)
class _About:
    """What the clauses so far are about: some quantities, and what is differentiated."""

    nodes: tuple[Node, ...] = ()
    of: tuple[str, ...] = ()


def told_in_clauses(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Run, list[Node]]]:
    """Yield the numbers of an answer with all that each may be of, by what clauses say."""
    speech, about = _Speech(), _About()
    for start, end in parts(tokens, SENTENCE_ENDS):
        said = tokens[start:end]
        if not said:
            continue
        _follow(said, speech)
        if any(t.role in _ANYWHERE and not _is_harmless(said, at) for at, t in enumerate(said)):
            about = _About()
            continue
        found, about = _sentence(tokens, start, end, speech, lexicon, about)
        yield from found


def _is_harmless(said: Sequence[Token], at: int) -> bool:
    token = said[at]
    if bare(token.text) in _HARMLESS:
        return True
    return token.role is Role.CONDITION and at + 1 < len(said) and bare(said[at + 1].text) in _ANYBODY


def _follow(said: Sequence[Token], speech: _Speech) -> None:
    stepping = back = counted = local = False
    for token in said:
        stepping = stepping or is_of_step(token) or (token.kind == "word" and bare(token.text) in NOW)
        local = local or token.role is Role.LOCAL
        if token.kind == "word":
            back = back or token.role in _SLOPED or token.role is Role.BACKWARD or token.text in BACKWARD
            counted = counted or token.text.lower() in ORDINALS or is_many(token)
        else:
            back = back or token.kind in ("der", "diff")
    speech.counted = counted
    if stepping or back or local:
        speech.sloped, speech.stepping, speech.local = back or local, stepping, local


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for at in range(start, end):
        token = tokens[at]
        comma = token.kind == "sep" and token.text in _PARTS
        joins = token.kind == "word" and bare(token.text) in AND
        joins = joins and any(t.kind == "num" for t in tokens[begin:at])
        if comma or joins:
            yield begin, at
            begin = at + 1
    yield begin, end


def with_numbers(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with numbers in words as numbers, where these may be results: "is minus three"."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        value = _value(token)
        place = seen(tokens, at + 1) if value is not None else 0
        follows = tokens[place] if value is not None and place < len(tokens) else None
        ends = follows is None or follows.kind in ("sep", "close") or bare(follows.text) in AND | _TOWARDS | {"as", "too"}
        ends = ends or (follows is not None and follows.role in (Role.FOR, Role.BY, Role.LINK, Role.REASON))
        minus = last_seen(found) if found else -1
        signed = minus >= 0 and found[minus].role is Role.MINUS
        if value is None or not (ends or signed) or (minus >= 0 and found[minus].kind in ("num", "op")):
            found.append(token)
            continue
        start = token.start
        if signed:
            start = found[minus].start
            del found[minus:]
        found.append(Token("num", token.text, start, token.end, Number(-value if signed else value)))
    return found


def _value(token: Token) -> float | None:
    return DICTIONARY.value(token.text) if token.kind == "word" else None


def _named(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Iterator[Named]:
    depends = any(t.kind == "word" and bare(t.text) in _DEPENDS for t in tokens[start:end])
    found = [m for m in mentions(tokens, start, end, lexicon) if not m.function]
    taken = {m.at for m in found}
    begins = [begin for begin, _ in _clauses(tokens, start, end)]
    listed: list[Named] = []
    for at in range(start, end):
        token = tokens[at]
        if at in taken:
            mention = next(m for m in found if m.at == at)
            begin = max(b for b in begins if b <= at)
            part = _part(tokens, mention, begin, depends=depends)
            if mention.joined and listed:
                part = listed[-1].part
            listed.append(Named(at, mention.end, mention.node, part, mention.joined))
        elif token.kind in ("word", "fn"):
            text = bare(token.text)
            op = OPERATION.get(text)
            if op and (nodes := [n for n, name in lexicon.operations.items() if name == op and n not in lexicon.unnamed]) and len(nodes) == 1:
                listed.append(Named(at, at + 1, Symbol(nodes[0]), FUNCTION, False))
            elif text in _OPERAND_NOUNS:
                nodes = [n for n, name in lexicon.operations.items() if name == "div"]
                if len(nodes) == 1:
                    listed.append(Named(at, at + 1, Symbol(lexicon.operands[nodes[0]][_OPERAND_NOUNS[text]]), SUBJECT, False))
    return iter(listed)


def _sentence(
    tokens: Sequence[Token], start: int, end: int, speech: _Speech, lexicon: Lexicon, before: _About
) -> tuple[list[tuple[Run, list[Node]]], _About]:
    told: list[tuple[Run, list[Node]]] = []
    everything = [*_named(tokens, start, end, lexicon)]
    about = _About() if any(n.part != FUNCTION for n in everything) else before
    depends = any(t.kind == "word" and bare(t.text) in _DEPENDS for t in tokens[start:end])
    for begin, stop in _clauses(tokens, start, end):
        named = [n for n in everything if begin <= n.at < stop]
        run = _result(tokens, begin, stop)
        sloped = speech.sloped or depends or any(
            t.role in _SLOPED or (t.kind == "word" and t.text in RECEIVES) for t in tokens[begin:stop]
        )
        target = _target(tokens, begin, stop, run, named, everything, about) if run else ()
        of = tuple(n.node.name for n in named if n.part in (SUBJECT, OF, FROM, FUNCTION) and isinstance(n.node, Symbol) and n.node.name in lexicon.operands)
        of = (*of, *about.of)
        if run and target and not together(tokens[begin : run.start]):
            meant = [*dict.fromkeys(m for node in target for m in _meant(node, speech, of, lexicon, sloped=sloped))]
            if meant:
                if not named:
                    told = [(other, nodes) for other, nodes in told if not set(nodes) & set(meant)]
                told.append((run, meant))
        mains = [n for n in named if n.part not in (OPERAND, FUNCTION, FROM)]
        if mains:
            nodes = (mains[-1].node,)
            nodes = tuple(n.node for n in mains) if all(n.joined for n in mains[1:]) else nodes
            about = _About(nodes, of)
        elif of:
            about = _About(about.nodes, of)
    return told, about


def _part(tokens: Sequence[Token], mention: Mention, begin: int, *, depends: bool) -> str:
    """Return what a mention is in its clause."""
    place = last_seen(tokens, mention.at)
    while place >= begin and tokens[place].kind == "word" and tokens[place].role in (Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.NET, Role.PART_OF_GRAPH):
        place = last_seen(tokens, place)
    if place < begin or tokens[place].kind != "word":
        return OPERAND if mention.operand or mention.first else SUBJECT
    lead, text = tokens[place], bare(tokens[place].text)
    ahead = last_seen(tokens, place)
    further = tokens[ahead] if ahead >= begin else None
    if lead.role is Role.OF:
        if further is not None and bare(further.text) in _UNIT:
            return BY
        if further is not None and further.role in _SLOPED:
            return OF
        return FROM if text in _AWAY and not (further is not None and further.kind in ("num", "op")) else OPERAND
    if lead.role is Role.BY and (further is None or further.role not in OPERATIONS):
        return BY
    if depends and text in WITH:
        return BY
    if text in _AWAY:
        return FROM
    if text in _TOWARDS and lead.role in (Role.FILLER, Role.FOR):
        return BY
    if mention.operand or mention.first:
        return OPERAND
    return BY if lead.role is Role.FOR or text in _TOWARDS else SUBJECT


def _result(tokens: Sequence[Token], begin: int, stop: int) -> Run | None:
    """Return the last calculation of a clause that ends in a number and that nothing is done with."""
    at, last = begin, None
    while at < stop:
        token = tokens[at]
        if token.kind not in ("num", "open", "frac", "fn", "sqrt", "group") and token.text not in ("-", "+"):
            at += 1
            continue
        end = at
        while end < stop and (tokens[end].kind in _CALCULATES or tokens[end].edge or _is_sign(tokens, end, stop)):
            end += 1
        inner = last_seen(tokens, end)
        while inner > at and tokens[inner].kind in ("open", "close") and tokens[inner - 1].kind not in _CALCULATES - {"num"}:
            inner = last_seen(tokens, inner)
        if inner >= at and tokens[inner].kind in ("num", "end") and _is_result(tokens, at, inner + 1, begin, stop):
            last = Run(at, inner + 1)
        at = max(end, at + 1)
    return last


def _is_sign(tokens: Sequence[Token], at: int, end: int) -> bool:
    behind = seen(tokens, at + 1)
    equal = tokens[at].kind == "rel" and tokens[at].text in ("=", "~")
    return equal and behind < end and tokens[behind].kind in _CALCULATES


def _is_result(tokens: Sequence[Token], start: int, end: int, begin: int, stop: int) -> bool:
    behind = seen(tokens, end)
    if behind < stop:
        follows = tokens[behind]
        if follows.kind in ("op", "rel", "name", "num", "der", "fn"):
            return False
        if follows.kind == "word" and (follows.role in OPERATIONS or follows.role in (Role.PART, Role.BEHIND)):
            return False
        if follows.role is Role.OF:
            return False
    place = last_seen(tokens, start)
    if place < begin:
        return True
    lead = tokens[place]
    if lead.kind in ("op", "num", "open"):
        return False
    if lead.kind == "rel":
        head = last_seen(tokens, place)
        return lead.text == "is" or head < begin or tokens[head].kind == "word"
    text = bare(lead.text)
    if lead.kind == "word" and (lead.role in OPERATIONS or lead.role in (Role.RATE, Role.STEP) or text in _INTO):
        return False
    if lead.role is Role.BY or text in _MEASURED:
        further = last_seen(tokens, place)
        return not (further >= begin and tokens[further].role in OPERATIONS)
    return True


def _target(
    tokens: Sequence[Token],
    begin: int,
    stop: int,
    run: Run,
    named: Sequence[Named],
    everything: Sequence[Named],
    about: _About,
) -> tuple[Node, ...]:
    if not _is_clear(tokens[begin : run.start]):
        return ()
    if behind := _behind(tokens, run, everything):
        return behind
    before = [n for n in named if n.end <= run.start and n.part in (SUBJECT, OF, BY)]
    if before:
        bys = [n for n in before if n.part == BY]
        ofs = [n for n in before if n.part == OF]
        mains = bys or ofs or before
        if len([n for n in mains if not n.joined]) != 1:
            return ()
        return tuple(n.node for n in mains)
    if any(n.part in (SUBJECT, OF, BY) for n in named):
        return ()
    if len(about.nodes) > 1 and any(t.text in _IT for t in tokens[begin : run.start]):
        return ()
    return about.nodes


def _behind(tokens: Sequence[Token], run: Run, named: Sequence[Named]) -> tuple[Node, ...]:
    place = seen(tokens, run.end)
    if place >= len(tokens):
        return ()
    comma = tokens[place].kind == "sep" and tokens[place].text == "comma"
    if tokens[place].kind == "open":
        close = seen(tokens, seen(tokens, place + 1) + 1)
        found = [n for n in named if n.at == seen(tokens, place + 1)]
        return (found[0].node,) if found and close < len(tokens) and tokens[close].kind == "close" else ()
    if comma:
        return _named_last(tokens, seen(tokens, place + 1), named)
    lead = tokens[place]
    if lead.kind != "word" or (lead.role not in (Role.FOR, Role.FILLER, Role.BY) and bare(lead.text) not in _TOWARDS | _PER):
        return ()
    found = [n for n in named if n.at > place and n.part in (BY, SUBJECT)]
    if not found or any(t.kind != "word" or t.role in _BESIDE for t in tokens[place : found[0].at] if not t.edge):
        return ()
    return (found[0].node, *_joined(named, found[0]))


def _joined(named: Sequence[Named], first: Named) -> Iterator[Node]:
    for one in named[named.index(first) + 1 :]:
        if not one.joined:
            break
        yield one.node


def _named_last(tokens: Sequence[Token], place: int, named: Sequence[Named]) -> tuple[Node, ...]:
    """Return what a clause behind a number only names: "1.918, our f", "0.66, so that is out", ", with respect to w"."""
    begin = place
    while place < len(tokens) and (
        tokens[place].edge
        or tokens[place].kind == "rel"
        or (tokens[place].kind == "word" and tokens[place].role in (Role.LINK, Role.SAME, Role.ARTICLE, Role.RELATION, Role.FILLER, Role.BY, Role.PART_OF_GRAPH, Role.PLAIN))
    ):
        place += 1
    found = [n for n in named if n.at == place]
    if not found:
        return ()
    behind = seen(tokens, found[0].end)
    respect = any(token.role is Role.BY for token in tokens[begin:place])
    ends = behind >= len(tokens) or (tokens[behind].kind == "sep" and tokens[behind].text in {"comma", *SENTENCE_ENDS})
    ends = ends or bare(tokens[behind].text) in AND
    said = any(t.kind == "rel" or t.role in (Role.ARTICLE, Role.RELATION) for t in tokens[begin:place])
    return (found[0].node,) if respect or (ends and said) else ()


def _is_clear(said: Sequence[Token]) -> bool:
    for token in said:
        if token.kind != "word":
            continue
        text = bare(token.text)
        if text in _HARMLESS:
            continue
        if token.role in _BESIDE or token.role in (None, Role.STRANGE) or text in _SHIFTS:
            return False
    return True


def _meant(node: Node, speech: _Speech, ofs: Sequence[str], lexicon: Lexicon, *, sloped: bool) -> Iterator[Node]:
    if isinstance(node, Derivative):
        yield node
        for of in ofs:
            if of != node.of and node.by in lexicon.operands.get(of, ()):
                yield Derivative(of, node.by, True)
        return
    if not isinstance(node, Symbol):
        yield node
        return
    name = node.name
    if speech.stepping and not sloped:
        if name in lexicon.inputs and not speech.counted:
            yield New(name)
        return
    if sloped:
        for of in ofs:
            if of != name and name in lexicon.cone(of):
                yield Derivative(of, name, name in lexicon.operands[of] and of != lexicon.output)
        parents = [node for node, below in lexicon.operands.items() if name in below]
        if speech.local and len(parents) == 1:
            yield Derivative(parents[0], name, True)
        if not speech.local and name != lexicon.output:
            yield Derivative(lexicon.output, name)
        return
    if name in lexicon.operands and name not in lexicon.unnamed:
        yield node
