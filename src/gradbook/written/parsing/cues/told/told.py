"""Told: numbers of which a clause in words says what they are of, by whatever verb and in whatever order.

    At z we are left with -0.133, and b simply inherits the -0.133.
    The weight gets multiplied by the input, so its gradient is -0.2.

Such a number counts where it fits, and says nothing otherwise. A clause is about the quantity that it names, or about
that of the clause before it in its sentence; between this and the number stand only words that say nothing else.
Whether a value is meant or a gradient, the clause says, or what was last spoken of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.concluding import CONCLUDES, DOING
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.cues.answers import Answered
from gradbook.written.parsing.cues.told.clauses import told_in_clauses
from gradbook.written.parsing.cues.told.mentions import Mention, mentions, receives
from gradbook.written.parsing.cues.told.numbers import LEAVES, Run, runs
from gradbook.written.parsing.cues.told.results import with_numbers
from gradbook.written.parsing.cues.told.words import LEADS, RELATIVE, goes_on, leads_on, says_nothing_else
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts, seen
from gradbook.written.parsing.phrases.slopes.received.direction import BACKWARD
from gradbook.written.parsing.phrases.slopes.received.getting import may_lead, together
from gradbook.written.parsing.phrases.speech.counts import is_many
from gradbook.written.parsing.phrases.values.moved.changes import is_of_step
from gradbook.written.parsing.phrases.values.outcomes import NOW

_NEEDS = {"word", "num"}
_FEWEST = 4  # words of a sentence that tells something, but for such that say what is left
_PARTS = frozenset({"comma", "colon", "wide", "arrow"})
_SLOPED = (Role.SLOPE, Role.SLOPES)
_BACK = frozenset({*_SLOPED, Role.BACKWARD})
_AGAINST = (AGAINST_IT - {Role.SUPPOSITION}) | {Role.LOCAL}
_HARMLESS = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "но", "但", "但是"})
_IT = bare_words(
    "it this that das es dies ihn sie ça cela le la eso lo esto isso isto o ciò questo het dat to это "
    "all total altogether sum overall insgesamt summe ensemble somme suma todos soma tutti somma totaal"
)
_PRODUCES = DOING | bare_words(
    "leaves puts brings makes gives sets turns we you i have get keep wir haben ich habe das dies macht bringt lässt "
    "on tenemos queda deja nos temos deixa abbiamo lascia laisse this that which it"
)
_ANYBODY = bare_words("you we i one wir man ich on nous je se si ci ik we jij men")


@dataclass(slots=True)
class _Context:
    """What was last spoken of."""

    sloped: bool = False
    stepping: bool = False
    counted: bool = False


@dataclass(slots=True)
class _Subject:
    """What the clauses of a sentence are about so far, and whether the last one names nothing else."""

    nodes: tuple[Node, ...] = ()
    sloped: bool = False
    alone: bool = True


def clauses_told(tokens: Sequence[Token], lexicon: Lexicon) -> Answered:
    """Return the tokens with equations for what clauses in words tell, and where these begin."""
    context = _Context()
    inserted: dict[int, list[Token]] = {}
    last: list[Run] = []
    kinds = {token.kind for token in tokens}
    for start, end in parts(tokens, SENTENCE_ENDS) if kinds >= _NEEDS else ():
        said = tokens[start:end]
        if last and _goes_on_with_it(said):
            for run in last:
                del inserted[run.start]
        last = []
        words = _follow(said, context)
        left = any(token.kind == "word" and bare(token.text) in LEAVES | DOING for token in said)
        if words < _FEWEST - left or any(
            _is_against(said, at) for at, token in enumerate(said) if token.role in _AGAINST
        ):
            continue
        for run, nodes in _told_in(tokens, start, end, context, lexicon):
            inserted[run.start] = _heads(nodes, tokens[run.start].start)
            last.append(run)
    return _with_equations(tokens, inserted)


def clauses_may_tell(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Answered, frozenset[tuple[int, Node]]]:
    """Return the tokens with equations for all that clauses in words may tell, where these begin, and the sure ones."""
    tokens = with_numbers(tokens)
    told = [*told_in_clauses(tokens, lexicon)]
    sure = frozenset((tokens[run.start].start, node) for run, meant in told for node, is_sure in meant.items() if is_sure)
    return _with_equations(tokens, {run.start: _either([*meant], tokens, run) for run, meant in told}), sure


def _either(meant: Sequence[Node], tokens: Sequence[Token], run: Run) -> list[Token]:
    """Return what stands before a number that may be of several quantities: an equation for each of them."""
    place = tokens[run.start].start
    number = [token for token in tokens[run.start : run.end] if not token.edge]
    *others, last = (_heads([node], place) for node in meant)
    return [token for heads in others for token in (*heads, *number)] + last


def _with_equations(tokens: Sequence[Token], inserted: Mapping[int, list[Token]]) -> Answered:
    """Return the tokens with what is to stand before some of them."""
    found: list[Token] = []
    for at, token in enumerate(tokens) if inserted else ():
        if at in inserted:
            sign = last_seen(found)
            if sign >= 0 and found[sign].kind == "rel":
                found[sign] = replace(found[sign], kind="sep", text="wide", role=None)
            found += inserted[at]
        found.append(token)
    return Answered(found, frozenset(tokens[at].start for at in inserted))


def _goes_on_with_it(said: Sequence[Token]) -> bool:
    """Whether a sentence makes another number of what the one before it is about: "Then it has to be doubled: 20"."""
    named = any(token.kind in ("name", "der", "new", "diff", "rate") for token in said)
    numbers = any(token.kind == "num" for token in said)
    words = [token for token in said if token.kind == "word"]
    return numbers and not named and any(bare(token.text) in _IT for token in words)


def _is_against(said: Sequence[Token], at: int) -> bool:
    """Whether a word says something against what stands beside it; "if you multiply" does not."""
    token = said[at]
    if bare(token.text) in _HARMLESS:
        return False
    return token.role is not Role.CONDITION or at + 1 == len(said) or bare(said[at + 1].text) not in _ANYBODY


def _follow(said: Sequence[Token], context: _Context) -> int:
    """Take in what a sentence speaks of; return how many words it has."""
    words, stepping, back, counted = 0, False, False, False
    for token in said:
        stepping = stepping or is_of_step(token) or (token.kind == "word" and bare(token.text) in NOW)
        if token.kind == "word":
            words += 1
            back = back or token.role in _BACK or token.text in BACKWARD
            counted = counted or token.text.lower() in ORDINALS or is_many(token)
        else:
            back = back or token.kind in ("der", "diff")
    context.counted = counted
    if stepping or back:
        context.sloped, context.stepping = back, stepping
    return words


def _heads(nodes: Sequence[Node], place: int) -> list[Token]:
    """Return what stands before a number that is told of some quantities."""
    found = [Token("sep", "stop", place, place)]
    for node in nodes:
        name = node.by if isinstance(node, Derivative) else getattr(node, "name", "")
        kind = {Derivative: "der", New: "new"}.get(type(node), "name")
        found += [Token(kind, name, place, place, node), Token("rel", "=", place, place)]
    return found


def _told_in(
    tokens: Sequence[Token], start: int, end: int, context: _Context, lexicon: Lexicon
) -> Iterator[tuple[Run, list[Node]]]:
    """Yield the numbers of a sentence with what they are told to be of.

    What a clause without a subject of its own adds behind a number leaves that in doubt: "b gets 3, and 0.5 from r".
    """
    about = _Subject()
    clauses = [(begin, stop, [*runs(tokens, begin, stop)]) for begin, stop in _clauses(tokens, start, end)]
    if not any(found for _, _, found in clauses):
        return
    waiting: tuple[Run, list[Node]] | None = None
    for begin, stop, found in clauses:
        named = [*mentions(tokens, begin, stop, lexicon)]
        tells = any(token.role in _SLOPED or (receives(token) and not context.stepping) for token in tokens[begin:stop])
        own = _subject(named, lexicon, sloped=tells or context.sloped)
        run = found[-1] if found else None
        if own is not None or (waiting and not _says_again(tokens, begin, stop)):
            if waiting and (own is not None or not _qualifies(tokens, begin, stop)):
                yield waiting
            waiting = None
        clear = run is not None and _is_clear(tokens, begin, run, own, named, about)
        if own is not None:
            joined = _with_joined(named, own)
            led = tokens[begin : min(own.at, begin + 2)] if begin > start else ()
            relative = any(bare(token.text) in RELATIVE for token in led)
            tail = tokens[own.end : run.start if run else stop]
            alone = len(named) == len(joined) and _says_only(tail)
            about = _Subject(() if relative else joined, tells, alone)
        else:
            about.sloped = about.sloped or tells
            about.alone = about.alone and not named
        stated = _has_equation(tokens, begin, stop, named)
        about = _Subject(sloped=about.sloped, alone=False) if stated else about
        one = own is None and len(about.nodes) > 1 and any(t.text in ("it", "its") for t in tokens[begin:stop])
        if run is None or not clear or stated or one:  # "u and c are added, so it gets -3"
            continue
        behind = _behind(named, run, tokens)
        if behind is None and seen(tokens, run.end) < stop and tokens[seen(tokens, run.end)].role is Role.FOR:
            continue  # "w gets 8.3 on the first path"
        nodes = _with_joined(named, behind) if behind else joined if own is not None else about.nodes
        valued = any(bare(token.text) in VALUE_NOUNS for token in tokens[begin : run.start])
        meant = [_meant(node, context, lexicon, sloped=about.sloped) for node in nodes]
        if told := [node for node in meant if node is not None and not (valued and isinstance(node, Derivative))]:
            waiting = run, told
    if waiting:
        yield waiting


def _says_again(tokens: Sequence[Token], begin: int, stop: int) -> bool:
    """Whether a clause leads with words that say what follows to be the same, or to come of it: "so -2", "i.e. 3"."""
    words = [token for token in tokens[begin:stop] if token.kind == "word"]
    return all(token.role in (Role.LINK, Role.SAME, Role.FILLER, Role.RESULT, Role.RELATION) for token in words)


def _qualifies(tokens: Sequence[Token], begin: int, stop: int) -> bool:
    """Whether what a clause adds to the number before it may change that: "too much by far", "less a half"."""
    words = [token for token in tokens[begin:stop] if token.kind == "word"]
    numbers = any(token.kind == "num" for token in tokens[begin:stop])
    explains = bool(words) and (words[0].role is Role.REASON or bare(words[0].text) in LEADS)
    return bool(numbers or words) and not explains


def _is_clear(
    tokens: Sequence[Token], begin: int, run: Run, own: Mention | None, named: Sequence[Mention], about: _Subject
) -> bool:
    """Whether nothing but what is known stands between what a clause is about and its number."""
    if together(tokens[begin : run.start]):
        return False
    if own is not None and own.at < run.start:
        verb = next((at for at in range(own.at - 1, begin - 1, -1) if tokens[at].kind == "rel"), begin - 1)
        led = [token for token in tokens[verb + 1 : own.at] if token.kind == "word" and token.role is not Role.FOR]
        others = [mention for mention in named if own.at < mention.at < run.start and not mention.joined]
        if others:
            return False  # "q leads r to the value 10"
        between = tokens[own.end : run.start]
        of = bool(between) and between[0].role is Role.OF  # "an activation a of 0.6"
        return all(may_lead(token) or bare(token.text) in _PRODUCES for token in led) and _says_only(between[of:])
    if own is not None:  # "we obtain 4 for c"
        verb = last_seen(tokens, run.start)
        return verb >= begin and (tokens[verb].kind == "rel" or bare(tokens[verb].text) in CONCLUDES)
    said = tokens[begin : run.start]
    return _says_only(said) and goes_on([t for t in said if not t.edge], alone=about.alone)


def _says_only(tokens: Sequence[Token]) -> bool:
    """Whether tokens are words that say nothing else, verbs, and other quantities in a list at most."""
    return all(
        token.edge
        or token.kind in ("rel", "name", "der")
        or (token.kind == "word" and says_nothing_else(token))
        or (token.kind == "sep" and token.text == "comma")
        for token in tokens
    )


def _subject(named: Sequence[Mention], lexicon: Lexicon, *, sloped: bool) -> Mention | None:
    """Return what a clause is about: the output where it names nothing else, a function where it tells slopes."""
    own = [mention for mention in named if not mention.operand and not mention.function]
    alone = [mention for mention in own if not mention.first]
    inner = [mention for mention in alone if mention.node != Symbol(lexicon.output)]
    functions = [mention for mention in named if sloped and mention.function]
    return next(iter(inner or functions or alone or own), None)


def _clauses(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the clauses of a sentence begin and end: at commas, and at an "and" behind a number or a verb."""
    begin = start
    for at in range(start, end):
        token = tokens[at]
        comma = token.kind == "sep" and token.text in _PARTS
        joins = token.kind == "word" and bare(token.text) in AND
        joins = joins and (any(t.kind == "num" for t in tokens[begin:at]) or leads_on(tokens[at + 1 : at + 2]))
        if comma or joins:
            yield begin, at
            begin = at + 1
    yield begin, end


def _has_equation(tokens: Sequence[Token], begin: int, stop: int, named: Sequence[Mention]) -> bool:
    """Whether a clause states an equation of a quantity."""
    for mention in named:
        behind = seen(tokens, mention.end)
        if behind < stop and tokens[behind].kind == "rel" and not mention.operand:
            place = seen(tokens, behind + 1)
            if place < stop and tokens[place].kind != "word":
                return True
    return False


def _behind(named: Sequence[Mention], run: Run, tokens: Sequence[Token]) -> Mention | None:
    """Return the quantity that a number is said to be for or of, right behind it: "we get -4 for d"."""
    place = seen(tokens, run.end)
    if place >= len(tokens) or tokens[place].role not in (Role.FOR, Role.FILLER):
        return None
    place = seen(tokens, place + 1)
    while place < len(tokens) and tokens[place].role is Role.ARTICLE:
        place = seen(tokens, place + 1)
    return next((mention for mention in named if mention.at == place), None)


def _with_joined(named: Sequence[Mention], first: Mention) -> tuple[Node, ...]:
    """Return a quantity, and those that stand behind it and an "and"."""
    behind = named[named.index(first) + 1 :]
    return (first.node, *(mention.node for mention in takewhile(lambda mention: mention.joined, behind)))


def _meant(node: Node, context: _Context, lexicon: Lexicon, *, sloped: bool) -> Node | None:
    """Return what a clause about a quantity gives a number of: it, or its gradient; None where that is not clear."""
    if isinstance(node, Derivative):
        return node if node.of != node.by else None
    if not isinstance(node, Symbol):
        return node
    if context.stepping and context.counted:
        return None  # "the second step gives 0.8 for w"
    if context.stepping and not sloped and node.name in lexicon.inputs:
        return New(node.name)
    if sloped or (context.sloped and not context.stepping):
        return Derivative(lexicon.output, node.name) if node.name != lexicon.output else None
    calculated = node.name in lexicon.operands and node.name not in lexicon.unnamed
    return node if calculated and not context.stepping and not context.sloped else None
