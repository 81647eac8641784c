"""Reading an answer: from its tokens to statements, each a chain of equal members with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number as Num
from gradbook.graph.expression import Symbol as Name
from gradbook.written.chains import Segment, asides, chains_of, doubts, last_clause, segments_of
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import New, Node, number_of
from gradbook.written.lexer import Lexer
from gradbook.written.members import Member, members_of, quantity
from gradbook.written.prose import changes, colons, spoken
from gradbook.written.tables import Cell, grids, pairs
from gradbook.written.tokens import MAX_LENGTH, Token, TooLongError
from gradbook.written.words import DENIAL, NEW, NO_ANSWER, NUMBERS, OTHERS_FOLLOW, RETRACT, SLOPE, SLOPES_FOLLOW, TAINT


@dataclass(frozen=True, slots=True)
class Statement:
    """A chain of members.

    Attributes:
        members: from left to right.
        start, end: its place in the source.
        tainted: something beside it makes its meaning doubtful, such as a "not".
        retracts: words before it take back what was said.
    """

    members: tuple[Member, ...]
    start: int
    end: int
    tainted: bool = False
    retracts: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an answer.

    Attributes:
        source: the answer.
        statements: in order.
        person: whether a person must look: an image, or too long.
        blank: whether it is empty, or says that there is no answer.
        loose: fragments that hold a relation but belong to no statement.
        mentions: sentences that name quantities and numbers but state no equation.
        image: whether it shows a picture, which may hold what is not in the text.
    """

    source: str
    statements: tuple[Statement, ...] = ()
    person: bool = False
    blank: bool = False
    loose: tuple[str, ...] = ()
    mentions: tuple["Mention", ...] = ()
    image: bool = False

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that may say something of a quantity, in words that are not read as an equation."""

    text: str
    names: frozenset[str]
    derivatives: frozenset[tuple[str, str]]
    words: frozenset[str]

    def may_be_about(self, kind: str, of: str, by: str) -> bool:
        """Whether this may be about a value, a derivative, or a new value."""
        slope = bool(self.words & SLOPE)
        if kind in ("total", "local"):
            return (of, by) in self.derivatives or (by in self.names and slope)
        if kind == "new":
            return of in self.names and bool(self.words & NEW)
        return of in self.names


def read(markdown: str, exercise: Exercise) -> Reading:
    """Read an answer. Never raises: what cannot be read is left unread."""
    try:
        tables, rest = _tables(markdown, exercise)
        tokens = Lexer(rest, exercise).run()
    except TooLongError:
        return Reading(markdown[:200], person=True)
    tokens = changes(colons(spoken(tokens, exercise), exercise), exercise)
    image = any(token.kind == "image" for token in tokens)
    segments = segments_of(asides([token for token in tokens if token.kind != "image"]))
    statements, loose = _statements(segments, exercise, markdown)
    statements = sorted([*statements, *tables], key=lambda statement: statement.start)
    mentions = tuple(_mentions(tokens, statements, markdown))
    blank = not statements and not loose and (not markdown.strip() or bool(NO_ANSWER.search(markdown)))
    person = (image or not blank) and not statements and not loose
    return Reading(markdown, tuple(statements), person, blank, tuple(loose), mentions, image)


def _mentions(tokens: list[Token], statements: list[Statement], source: str) -> Iterator[Mention]:
    """Yield the sentences outside statements that name quantities, if numbers stand outside statements too."""
    spans = iter(sorted((statement.start, statement.end) for statement in statements))
    span = next(spans, None)
    sentence: list[Token] = []
    found: list[Mention] = []
    slope, numbers = False, False
    for token in [*tokens, Token("sep", "line", len(source), len(source))]:
        while span and token.start >= span[1]:
            span = next(spans, None)
        stated = span is not None and token.start >= span[0]
        if not stated and token.kind != "sep":
            sentence.append(token)
        elif sentence and (stated or token.text in ("line", "stop")):
            names = {t.text for t in sentence if t.kind == "name"}
            ders = {(t.text.rstrip("!").split()[0], t.text.rstrip("!").split()[1]) for t in sentence if t.kind == "der"}
            words = {t.text for t in sentence if t.kind in ("word", "bad", "rel")}
            slope = slope or bool(words & SLOPE) or any(t.kind == "diff" for t in sentence)
            numbers = numbers or any(t.kind == "num" for t in sentence) or bool(words & {*NUMBERS, "stays", "half"})
            if names or ders:
                if slope:
                    words.add("derivative")
                text = source[sentence[0].start : sentence[-1].end]
                found.append(Mention(text, frozenset(names), frozenset(ders), frozenset(words)))
            sentence = []
    yield from found if numbers else ()


# -- tables ------------------------------------------------------------------------------------------------------------


def _tables(markdown: str, exercise: Exercise) -> tuple[list[Statement], str]:
    """Read the tables, and return the answer with blanks in their place."""
    if len(markdown) > MAX_LENGTH:
        raise TooLongError
    statements: list[Statement] = []
    for grid in grids(markdown):
        found = pairs(grid, exercise, lambda cell: _named(cell, exercise))
        if not found:
            continue
        for node, name, cells in found:
            statements += _row(node, name, cells, exercise)
        markdown = markdown[: grid.start] + " " * (grid.end - grid.start) + markdown[grid.end :]
    return statements, markdown


def _cell_tokens(cell: Cell, exercise: Exercise) -> list[Token]:
    tokens = spoken(Lexer(cell.text, exercise).run(), exercise)
    return [
        replace(token, start=token.start + cell.start, end=token.end + cell.start)
        for token in tokens
        if not (token.kind == "sep" and token.text in ("soft", "line"))
    ]


def _named(cell: Cell, exercise: Exercise) -> Node | None:
    """Return the quantity that a cell names, words about it left out."""
    return quantity([token for token in _cell_tokens(cell, exercise) if token.kind != "word"], exercise)


def _row(node: Node, name: Cell, cells: list[Cell], exercise: Exercise) -> list[Statement]:
    """Return what cells say of a quantity, as one chain; a cell that says it in full stands for itself."""
    start = name.start + len(name.text) - len(name.text.lstrip())
    members = [Member(node, start, name.start + len(name.text.rstrip()))]
    for cell in cells:
        tokens = _cell_tokens(cell, exercise)
        while tokens and tokens[0].kind == "rel":
            tokens = tokens[1:]
        if not tokens:
            continue
        cut = next((i for i, token in enumerate(tokens) if token.kind in ("word", "sep")), len(tokens))
        read = members_of(tokens[:cut], exercise) if cut else [Member(None, tokens[0].start, tokens[-1].end)]
        if any(token.kind == "rel" for token in tokens[cut:]):
            read = [Member(None, tokens[0].start, tokens[-1].end)]
        if len(read) > 1 and read[0].node == node:
            read = read[1:]
        elif len(read) > 1 and isinstance(read[0].node, Der | New):
            return [Statement(tuple(read), read[0].start, read[-1].end)]
        members += [replace(read[0], relation="="), *read[1:]]
    return [Statement(tuple(members), members[0].start, members[-1].end)] if len(members) > 1 else []


def _statements(segments: list[Segment], exercise: Exercise, source: str) -> tuple[list[Statement], list[str]]:
    """Parse the members of chains, and mark those that are in doubt."""
    chains, loose = chains_of(segments, exercise, source)
    statements: list[Statement] = []
    stated = -1  # the place of the chain that made the last statement
    passed: set[str] = set()  # words since then
    context = ""
    for place, chain in enumerate(chains):
        passed.update(chain.words)
        if not any(token.kind == "rel" for token in chain.tokens):
            if stated >= 0 and stated == place - 1:
                own_line = chain.before in ("line", "stop") or "." in chain.words
                stated = place if not own_line else -1
                result = number_of(statements[-1].members[-1].node, exercise)
                if doubts(chain, passed, result, exercise):  # q, r = 10, 8; df/dw = 6, or 15
                    statements[-1] = replace(statements[-1], tainted=True)
            continue
        if chain.tokens[-1].text == "is" and len(chain.tokens) == 2 and not TAINT & set(chain.after[:1]):
            continue  # "a is the activation"
        if re.search(r"old|prev", source[chain.tokens[0].start : chain.tokens[0].end]):
            continue  # w_old = 5: what was before
        members = members_of(chain.tokens, exercise)
        start, end = chain.tokens[0].start, chain.tokens[-1].end
        tainted = bool(TAINT & set(last_clause(chain.words)) or DENIAL & set(chain.after[:2]))
        before = chains[place - 1] if place else None
        listed = before and chain.before == "comma" and before.before in ("", "comma", "line", "stop")
        if before and listed and len(before.tokens) == 1 and before.tokens[0].kind in ("name", "der"):
            if chain.tokens[0].text in exercise.graph.inputs:
                continue  # x, w = 2, 5: what was given
            tainted = True  # q, r = 10, 8
            loose.append(source[before.tokens[0].start : end])
        bare = [member for member in members if isinstance(member.node, Name | Der | New)]
        if not bare or (members[0].node is None and not isinstance(members[-1].node, Name | Der | New)):
            if bare or any(member.node is None for member in members) or not statements:
                loose.append(source[start:end])
            if not bare:
                continue
        context = _context(context, set(chain.words))
        members = _told(members, chain.words, exercise)
        if context == "after" and isinstance(members[0].node, Name) and members[0].node.name in exercise.arguments:
            continue  # after the step all values are others
        if context == "slopes":
            members = _as_slope(members, exercise)
        retracts, stated, passed = bool(RETRACT & passed), place, set()
        statements.append(Statement(tuple(members), start, end, tainted, retracts))
    return statements, loose


def _context(before: str, words: set[str]) -> str:
    """Return what is spoken of from here on: gradients under their heading, values after the step, or neither."""
    if words & SLOPES_FOLLOW and not words & {"new", "updated"}:
        return "slopes"
    if "after" in words and words & {"update", "step", "updating"}:
        return "after"
    ends = words & OTHERS_FOLLOW or (before == "after" and "." in words)
    return "" if ends else before


def _as_slope(members: list[Member], exercise: Exercise) -> list[Member]:
    """Take "w = 6" in a list of gradients for the gradient by w."""
    match [member.node for member in members]:
        case [Name(name), Num(value)] if name != exercise.graph.output and value != exercise.here.value[name]:
            return [replace(members[0], node=Der(exercise.graph.output, name)), members[1]]
    return members


def _told(members: list[Member], words: list[str], exercise: Exercise) -> list[Member]:
    """Take "local" or "direct" before a derivative at its word."""
    head = members[0].node
    if isinstance(head, Der) and {"local", "direct"} & set(words[-2:]) and (head.of, head.by) in exercise.here.local:
        return [replace(members[0], node=Der(head.of, head.by, True)), *members[1:]]
    return members
