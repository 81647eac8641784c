"""Reading an answer: from its tokens to statements, each a chain of equal members with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Number
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import Call, New, Node, Parser, UnreadError
from gradbook.written.tables import Cell, grids, pairs
from gradbook.written.tokens import MAX_LENGTH, Lexer, Token, TooLongError

_TAINT = {
    "not", "isn't", "isn", "wrong", "incorrect", "if", "suppose", "assume", "instead", "would", "unlike", "rather",
    "false", "never", "neither", "guess", "maybe", "either", "or", "except", "without",
}  # fmt: skip
_RETRACT = {"sorry", "mistake", "correction", "wait", "actually", "thought", "oops", "corrected", "scratch", "edit"}
_SOFT = ("soft", "line", "arrow", "comma")
_NO_ANSWER = re.compile(r"not sure|don'?t know|no idea|do not know|can'?t|skip", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """One side of an equality: an expression, or None where it could not be read."""

    node: Node | None
    start: int
    end: int
    relation: str = ""


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
    """

    source: str
    statements: tuple[Statement, ...] = ()
    person: bool = False
    blank: bool = False
    loose: tuple[str, ...] = field(default=())

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)


@dataclass(slots=True)
class _Segment:
    """Tokens between separators."""

    tokens: list[Token]
    before: str  # the separator before: "", soft, line, arrow, comma, stop, word
    words: list[str]  # words between this segment and the one before
    after: list[str] = field(default_factory=list)


def read(markdown: str, exercise: Exercise) -> Reading:
    """Read an answer. Never raises: what cannot be read is left unread."""
    try:
        tables, rest = _tables(markdown, exercise)
        tokens = Lexer(rest, exercise).run()
    except TooLongError:
        return Reading(markdown[:200], person=True)
    tokens = _changes(_colons(_spoken(tokens, exercise), exercise), exercise)
    image = any(token.kind == "image" for token in tokens)
    segments = _segments(_asides([token for token in tokens if token.kind != "image"]))
    statements, loose = _statements(segments, exercise, markdown)
    statements = sorted([*statements, *tables], key=lambda statement: statement.start)
    blank = not statements and not loose and (not markdown.strip() or bool(_NO_ANSWER.search(markdown)))
    return Reading(
        markdown, tuple(statements), (image or not blank) and not statements and not loose, blank, tuple(loose)
    )


# -- tables ------------------------------------------------------------------------------------------------------------


def _tables(markdown: str, exercise: Exercise) -> tuple[list[Statement], str]:
    """Read the tables, and return the answer with blanks in their place."""
    if len(markdown) > MAX_LENGTH:
        raise TooLongError
    statements: list[Statement] = []
    for grid in grids(markdown):
        found = pairs(grid, exercise, lambda cell: _quantity(_cell_tokens(cell, exercise), exercise))
        if not found:
            continue
        for node, name, cells in found:
            statements += _row(node, name, cells, exercise)
        markdown = markdown[: grid.start] + " " * (grid.end - grid.start) + markdown[grid.end :]
    return statements, markdown


def _cell_tokens(cell: Cell, exercise: Exercise) -> list[Token]:
    tokens = _spoken(Lexer(cell.text, exercise).run(), exercise)
    return [
        replace(token, start=token.start + cell.start, end=token.end + cell.start)
        for token in tokens
        if not (token.kind == "sep" and token.text in ("soft", "line"))
    ]


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
        read = _members(tokens[:cut], exercise) if cut else [Member(None, tokens[0].start, tokens[-1].end)]
        if any(token.kind == "rel" for token in tokens[cut:]):
            read = [Member(None, tokens[0].start, tokens[-1].end)]
        if len(read) > 1 and read[0].node == node:
            read = read[1:]
        elif len(read) > 1 and isinstance(read[0].node, Der | New):
            return [Statement(tuple(read), read[0].start, read[-1].end)]
        members += [replace(read[0], relation="="), *read[1:]]
    return [Statement(tuple(members), members[0].start, members[-1].end)] if len(members) > 1 else []


def _quantity(tokens: list[Token], exercise: Exercise) -> Node | None:
    """Return the quantity that tokens name, if they are nothing but its name."""
    if not tokens or len(tokens) > 24 or any(token.kind in ("rel", "word", "sep") for token in tokens):
        return None
    node = _parsed(tokens, exercise, first=True)
    return node if isinstance(node, Name | Der | New) else None


# -- words and colons --------------------------------------------------------------------------------------------------


def _colons(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn a colon into an equals sign where a quantity stands before it and its value behind: "df/dw: 6"."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "colon":
            before = _back_to_break(result)
            ahead = [t for t in tokens[place + 1 : place + 60] if not (t.kind == "sep" and t.text == "soft")]
            stop = next((i for i, t in enumerate(ahead) if t.kind in ("sep", "word", "rel")), len(ahead))
            name = _quantity(before, exercise)
            value = _parsed(ahead[:stop], exercise, first=False) if name is not None and stop else None
            states = stop < len(ahead) and ahead[stop].kind == "rel"
            own = (
                states
                and isinstance(value, Der | New | Name)
                and not (isinstance(name, Der) and isinstance(value, Name))
            )
            if name is not None and value is not None and not own:
                while result and result[-1].kind == "sep" and result[-1].text == "soft":
                    result.pop()
                result.append(Token("rel", "=", token.start, token.end))
                continue
        result.append(token)
    return result


def _changes(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn "w: 5 -> 4.94" into the new w: an input, its old value, an arrow and a number."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind == "sep" and token.text == "arrow" and len(result) > 2:
            old = _back_to_break(result)
            old = old[next((i for i, t in enumerate(old) if t.kind == "rel"), len(old)) + 1 :]
            head = len(result) - len(old) - 2
            ahead = next((t for t in tokens[place + 1 :] if not (t.kind == "sep" and t.text == "soft")), None)
            if (
                head >= 0
                and old
                and result[head].kind == "name"
                and ahead
                and (ahead.kind == "num" or ahead.text == "-")
            ):
                name, node = result[head].text, _parsed(old, exercise, first=False)
                if name in exercise.graph.inputs and node == Number(exercise.here.value[name]):
                    result[head:] = [replace(result[head], kind="new"), Token("rel", "=", token.start, token.end)]
                    continue
        result.append(token)
    return result


def _back_to_break(tokens: list[Token]) -> list[Token]:
    """Return the tokens since the last separator or word, soft ones at the end left out."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "sep" and tokens[end - 1].text == "soft":
        end -= 1
    start = end
    while start and tokens[start - 1].kind not in ("sep", "word") and end - start < 24:
        start -= 1
    return tokens[start:end]


def _spoken(tokens: list[Token], exercise: Exercise) -> list[Token]:
    """Turn "gradient of f with respect to w" and "the new w" into tokens."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "word" and token.text in ("gradient", "derivative", "slope", "grad"):
            rest = [t for t in tokens[at + 1 : at + 14] if not (t.kind == "sep" and t.text == "soft")]
            texts = [t.text if t.kind in ("word", "name") else t.kind for t in rest]
            of, place = exercise.graph.output, 0
            if texts[:1] == ["of"]:
                place = 2 if texts[1:2] != ["the"] else 3
                of = rest[1].text if len(rest) > 1 and rest[1].kind == "name" else of if place == 3 else ""
            if texts[place : place + 3] == ["with", "respect", "to"]:
                place += 3
            elif texts[place : place + 1] in (["wrt"], ["by"]):
                place += 1
            elif texts[place : place + 5] == ["w", "sep", "r", "sep", "t"]:
                place += 5
            else:
                place = -1
            if 0 <= place < len(rest) and rest[place].kind == "name" and of in exercise.arguments:
                by = rest[place]
                result.append(Token("der", f"{of} {by.text}", token.start, by.end))
                at = next(i for i in range(at, len(tokens)) if tokens[i] is by) + 1
                continue
        if token.kind == "word" and token.text in ("new", "updated"):
            ahead = [t for t in tokens[at + 1 : at + 6] if t.kind != "sep" and t.text not in ("value", "of")]
            if ahead and ahead[0].kind == "name" and ahead[0].text in exercise.graph.inputs:
                result.append(Token("new", ahead[0].text, token.start, ahead[0].end))
                at = next(i for i in range(at, len(tokens)) if tokens[i] is ahead[0]) + 1
                continue
        result.append(token)
        at += 1
    return result


def _asides(tokens: list[Token]) -> list[Token]:
    """Move brackets that hold words behind the rest, as statements of their own."""
    stack: list[int] = []
    wordy: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if token.kind == "open":
            stack.append(place)
        elif token.kind == "close" and stack:
            first = stack.pop()
            if any(t.kind == "word" for t in tokens[first:place]):
                wordy = [span for span in wordy if span[0] < first]
                wordy.append((first, place))
    kept, moved, last = [], [], 0
    for first, end in wordy:
        kept += tokens[last:first]
        last = end + 1
        moved += [replace(tokens[first], kind="sep", text="stop"), *tokens[first + 1 : end]]
    return [*kept, *tokens[last:], *moved]


def _segments(tokens: list[Token]) -> list[_Segment]:
    segments: list[_Segment] = []
    current = _Segment([], "", [])
    depth = 0
    for place, token in enumerate(tokens):
        if token.kind in ("open", "group"):
            depth += 1
        elif token.kind in ("close", "end"):
            depth = max(0, depth - 1)
        inside = depth and _closes(tokens, place)
        if token.kind == "word" or (token.kind == "sep" and not (inside and token.text == "comma")):
            mark = "word" if token.kind == "word" else token.text
            if current.tokens:
                segments.append(current)
                current = _Segment([], mark, [])
                depth = 0
            elif not current.before or mark in ("stop", "colon", "word") or current.before == "soft":
                current.before = mark if current.before not in ("stop", "colon", "word") else current.before
            if token.kind == "word":
                current.words.append(token.text)
                if segments and len(segments[-1].after) < 3 and current.before not in ("stop", "colon"):
                    segments[-1].after.append(token.text)
            continue
        current.tokens.append(token)
    if current.tokens:
        segments.append(current)
    return segments


def _closes(tokens: list[Token], place: int) -> bool:
    """Whether the bracket that is open here closes soon."""
    return any(token.kind in ("close", "end") for token in tokens[place : place + 40])


def _statements(segments: list[_Segment], exercise: Exercise, source: str) -> tuple[list[Statement], list[str]]:
    """Join segments into chains, parse their members, and mark those that are in doubt."""
    chains: list[_Segment] = []
    for segment in segments:
        previous = chains[-1] if chains else None
        first, related = segment.tokens[0], any(token.kind == "rel" for token in segment.tokens)
        if (previous and previous.tokens[-1].kind in ("rel", "op") and segment.before in ("soft", "line")) or (
            previous and first.kind == "rel" and (segment.before not in ("stop", "colon") or first.text != "is")
        ):
            previous.tokens += segment.tokens
            previous.after = segment.after
        elif (
            previous
            and segment.before == "soft"
            and not related
            and first.kind == "op"
            and first.text != "-"
            and any(token.kind == "rel" for token in previous.tokens)
        ):
            previous.tokens += segment.tokens
        else:
            chains.append(segment)
    statements: list[Statement] = []
    loose: list[str] = []
    for place, chain in enumerate(chains):
        if not any(token.kind == "rel" for token in chain.tokens):
            lone = len(chain.tokens) == 1 and chain.before == "comma" and chain.tokens[0].kind == "num"
            if lone and statements:  # q, r = 10, 8
                statements[-1] = replace(statements[-1], tainted=True)
            continue
        if chain.tokens[-1].text == "is" and len(chain.tokens) == 2 and not _TAINT & set(chain.after[:1]):
            continue  # "a is the activation"
        members = _members(chain.tokens, exercise)
        start, end = chain.tokens[0].start, chain.tokens[-1].end
        tainted = bool(_TAINT & {*chain.words[-3:], *chain.after[:2]})
        before = chains[place - 1] if place else None
        listed = before and chain.before == "comma" and before.before in ("", "comma", "line", "stop")
        if before and listed and len(before.tokens) == 1 and before.tokens[0].kind in ("name", "der"):
            tainted = True  # q, r = 10, 8
            loose.append(source[before.tokens[0].start : end])
        bare = [member for member in members if isinstance(member.node, Name | Der | New)]
        if not bare or (members[0].node is None and not isinstance(members[-1].node, Name | Der | New)):
            if bare or any(member.node is None for member in members) or not statements:
                loose.append(source[start:end])
            if statements and chain.before in ("word", "soft", "comma"):
                statements[-1] = replace(statements[-1], tainted=True)
            if not bare:
                continue
        retracts = bool(_RETRACT & set(chain.words))
        statements.append(Statement(tuple(members), start, end, tainted, retracts))
    return statements, loose


def _members(tokens: list[Token], exercise: Exercise) -> list[Member]:
    parts: list[tuple[str, list[Token]]] = [("", [])]
    for token in tokens:
        if token.kind == "rel":
            parts.append((token.text, []))
        else:
            parts[-1][1].append(token)
    members: list[Member] = []
    for place, (relation, part) in enumerate(parts):
        if not part:
            if relation == "" or place == len(parts) - 1:  # "q =": something was meant to follow
                members.append(Member(None, tokens[0].start, tokens[-1].end, relation))
            continue
        start, end = part[0].start, part[-1].end
        node = _parsed(part, exercise, first=relation == "")
        if relation in ("<-", "-=", "+=") and members:
            name = members[0].node
            if isinstance(name, Name) and name.name in exercise.graph.inputs:
                members[0] = replace(members[0], node=New(name.name))
                if relation != "<-" and node is not None:
                    node = Call(relation[0], (name, node))
            elif not isinstance(name, New):
                node = None
        members.append(Member(node, start, end, relation))
    return members


def _parsed(part: list[Token], exercise: Exercise, *, first: bool) -> Node | None:
    if first and len(part) > 3 and part[0].kind == "name" and part[0].text in exercise.arguments:
        inside = part[2:-1]
        called = part[1].kind == "open" and part[-1].kind == "close" and any(t.kind == "sep" for t in inside)
        if called and all(t.kind in ("name", "sep") for t in inside):
            return Name(part[0].text)  # f(w, x) = ...
    if first and len(part) == 2 and part[0].kind == "diff" and part[1].kind == "name":
        return Der(exercise.graph.output, part[1].text)  # dw = ..., as programs call it
    part = _balanced(part)
    try:
        return Parser(part, exercise).member()
    except UnreadError:
        return None


def _balanced(part: list[Token]) -> list[Token]:
    """Drop braces that surround the whole of a chain, so that they are open in one member and closed in another."""
    unmatched: set[int] = set()
    stack: list[int] = []
    for place, token in enumerate(part):
        if token.kind == "group":
            stack.append(place)
        elif token.kind == "end":
            if stack:
                stack.pop()
            else:
                unmatched.add(place)
    unmatched.update(stack)
    return [token for place, token in enumerate(part) if place not in unmatched]
