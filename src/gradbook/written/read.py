"""Reading an answer: from its tokens to statements, each a chain of equal members with its place in the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from gradbook.graph.expression import Derivative as Der
from gradbook.graph.expression import Symbol as Name
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import Call, New, Node, Parser, UnreadError
from gradbook.written.tokens import Lexer, Token, TooLongError

_TAINT = {
    "not", "isn't", "isn", "wrong", "incorrect", "if", "suppose", "assume", "instead", "would", "unlike", "rather",
    "false", "never", "neither", "guess", "maybe", "either", "or", "except", "without",
}  # fmt: skip
_RETRACT = {"sorry", "mistake", "correction", "wait", "actually", "thought", "oops", "corrected", "scratch", "edit"}
_SOFT = ("soft", "line", "arrow", "comma")
_HEADS = re.compile(
    r"value|formula|result|expression|answer|number|calculation|work|equation|computation", re.IGNORECASE
)
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
        tokens = Lexer(_tables(markdown), exercise).run()
    except TooLongError:
        return Reading(markdown[:200], person=True)
    tokens = _spoken(tokens, exercise)
    image = any(token.kind == "image" for token in tokens)
    segments = _segments(_asides([token for token in tokens if token.kind != "image"]))
    statements, loose = _statements(segments, exercise, markdown)
    blank = not statements and not loose and (not markdown.strip() or bool(_NO_ANSWER.search(markdown)))
    return Reading(
        markdown, tuple(statements), (image or not blank) and not statements and not loose, blank, tuple(loose)
    )


def _tables(markdown: str) -> str:
    """Turn a table's bars into equals signs where its head says what the columns are; the length stays the same."""
    lines = markdown.split("\n")
    head: list[str] = []
    for number, line in enumerate(list(lines)):
        if not line.strip().startswith("|") or line.count("|") < 3:
            head = []
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
            lines[number] = " " * len(line)
            continue
        if not head:
            head = cells
            if number + 1 < len(lines) and re.fullmatch(r"[|:\s-]+", lines[number + 1]):
                lines[number] = " " * len(line)
                continue
        if len(cells) == 2 or (len(cells) > 2 and all(_HEADS.search(cell) for cell in head[1:])):
            bars = [place for place, letter in enumerate(line) if letter == "|"]
            inner = bars[1 : len(cells)]
            if not any(re.search(r"[=≈]", cell) for cell in cells[:1]) and not re.search(
                r"^\$?\s*[^=]{1,40}=", cells[1]
            ):
                lines[number] = "".join("=" if place in inner else letter for place, letter in enumerate(line))
            elif re.search(r"^\$?\s*=", cells[1]) is None and len(cells) == 2:
                first = cells[0]
                same = re.sub(r"[\s$]", "", cells[1]).startswith(re.sub(r"[\s$]", "", first) + "=")
                if not same:
                    lines[number] = "".join("=" if place in inner else letter for place, letter in enumerate(line))
    return "\n".join(lines)


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
            elif not current.before or mark in ("stop", "word") or current.before == "soft":
                current.before = mark if current.before not in ("stop", "word") else current.before
            if token.kind == "word":
                current.words.append(token.text)
                if segments and len(segments[-1].after) < 3 and current.before != "stop":
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
            previous and first.kind == "rel" and (segment.before != "stop" or first.text != "is")
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
