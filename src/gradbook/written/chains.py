"""From tokens to chains: where one equality ends and the next begins, across lines, words and punctuation."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.grammar import New, number_of
from gradbook.written.members import parsed, quantity
from gradbook.written.tokens import Token
from gradbook.written.words import AGAINST, DENIAL, ELSE, LINKS, RESULT, RETRACT, TAINT


@dataclass(slots=True)
class Segment:
    """Tokens between separators."""

    tokens: list[Token]
    before: str  # the separator before: "", soft, line, arrow, comma, stop, word
    words: list[str]  # words between this segment and the one before
    after: list[str] = field(default_factory=list)


def asides(tokens: list[Token]) -> list[Token]:
    """Move brackets that hold words or equations behind the rest, as statements of their own."""
    stack: list[int] = []
    wordy: list[tuple[int, int]] = []
    for place, token in enumerate(tokens):
        if token.kind == "open":
            stack.append(place)
        elif token.kind == "close" and stack:
            first = stack.pop()
            inside = [t for t in tokens[first + 1 : place] if t.kind in ("word", "rel")]
            if inside and not all(t.text in TAINT or t.text in DENIAL for t in inside):
                wordy = [span for span in wordy if span[0] < first]
                wordy.append((first, place))
    kept, moved, last = [], [], 0
    for first, end in wordy:
        kept += tokens[last:first]
        last = end + 1
        moved += [replace(tokens[first], kind="sep", text="stop"), *tokens[first + 1 : end]]
    return [*kept, *tokens[last:], *moved]


def segments_of(tokens: list[Token]) -> list[Segment]:
    segments: list[Segment] = []
    current = Segment([], "", [])
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
                current = Segment([], mark, [])
                depth = 0
            elif not current.before or mark in ("stop", "colon", "word") or current.before == "soft":
                current.before = mark if current.before not in ("stop", "colon", "word") else current.before
            if mark in ("stop", "line", "comma", "colon"):
                current.words.append("." if mark in ("stop", "line") else ",")
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


def chains_of(segments: list[Segment], exercise: Exercise, source: str) -> tuple[list[Segment], list[str]]:
    """Join segments into chains; what states a number of nothing in particular is returned beside them."""
    chains: list[Segment] = []
    loose: list[str] = []
    words: list[str] = []
    segments = [part for segment in segments for part in _unlisted(_anew(segment, exercise), exercise)]
    for place, segment in enumerate(segments):
        segment.words[:0] = words
        words = []
        following = segments[place + 1].before if place + 1 < len(segments) else ""
        if len(segment.tokens) == 1 and segment.tokens[0].text == "is" and following != "soft":
            words = segment.words  # "that is the one for x": no equation
            continue
        previous = chains[-1] if chains else None
        first = segment.tokens[0]
        goes_on = segment.before not in ("stop", "colon") or first.text != "is"
        if previous and first.kind == "rel" and not (goes_on and set(segment.words) <= LINKS):
            previous = None
        if previous is None and first.text == "is" and len(segment.tokens) > 1:
            segment.tokens = segment.tokens[1:]  # "the error is e = -1.25"
            if not any(token.kind == "rel" for token in segment.tokens):
                loose.append(source[first.start : segment.tokens[-1].end])
                words = segment.words  # "the target is 1"
                continue
        if first.text == "is" and _states(segment.tokens[1:], exercise):
            segment.tokens = segment.tokens[1:]  # "which gives df/dw = 6"
            previous, first = None, segment.tokens[0]
        joined = previous and previous.tokens[-1].text == "is" and segment.before in ("soft", "line")
        if previous and joined and (stop := _states(segment.tokens, exercise)):
            if _same(previous.tokens[:-1], segment.tokens[:stop], exercise):
                segment.tokens = segment.tokens[stop + 1 :]  # "the derivative of f by w is df/dw = 6"
            else:
                previous.tokens.pop()  # "which gives df/dw = 6"
                if not previous.tokens:
                    chains.pop()
                previous = None
        if not segment.tokens:
            continue
        if (
            previous
            and previous.tokens[-1].kind == "rel"
            and segment.before == "line"
            and _states(segment.tokens, exercise)
        ):
            previous = None  # "df/dh =" was left open
        if previous and (
            first.kind == "rel" or (previous.tokens[-1].kind in ("rel", "op") and segment.before in ("soft", "line"))
        ):
            previous.tokens += segment.tokens
            previous.after = segment.after
        elif (
            previous
            and segment.before in ("soft", "line")
            and first.kind == "op"
            and first.text != "-"
            and any(token.kind == "rel" for token in previous.tokens)
        ):
            previous.tokens += segment.tokens
        else:
            chains.append(segment)
    for chain in chains:
        if chain.tokens[-1].text == "is" and sum(token.kind == "rel" for token in chain.tokens) > 1:
            chain.tokens.pop()  # "s = 2 is positive"
    return chains, loose


def doubts(chain: Segment, passed: set[str], result: float | None, exercise: Exercise) -> bool:
    """Whether a number without an equals sign, right behind a statement, takes it back or says another number.

    Args:
        passed: the words since the statement.
        result: what the statement comes to.
    """
    kinds = {token.kind for token in chain.tokens}
    if "num" not in kinds or "cmp" in kinds:
        return False
    words = set(chain.words)
    value = number_of(parsed(chain.tokens, exercise, first=False), exercise)
    if result is not None and value is not None and abs(value - result) <= 5e-3 * abs(result):
        return False  # 6 (z * 1 * x)
    if words & (RETRACT | {"or", "no", "however", "mean", "oder", "ou"}):
        return True
    if words <= RESULT and kinds <= {"num", "op", "group", "end"}:
        return True  # "Answer: 15", in a line of its own
    if passed & ELSE:
        return False
    apart = "." in words or chain.before in ("line", "stop", "colon")
    return not apart and not (words - {","} and words - {","} <= AGAINST)


def last_clause(words: list[str]) -> list[str]:
    """Return the words since the last full stop, comma or new line."""
    ends = [place for place, word in enumerate(words) if word in (".", ",")]
    return words[ends[-1] + 1 :] if ends else words


def _states(tokens: list[Token], exercise: Exercise) -> int:
    """Return where the equals sign stands behind a quantity at the beginning; 0 if it does not."""
    stop = next((i for i, token in enumerate(tokens) if token.kind == "rel"), 0)
    return stop if quantity(tokens[:stop], exercise) is not None else 0


def _same(before: list[Token], after: list[Token], exercise: Exercise) -> bool:
    one, other = quantity(before, exercise), quantity(after, exercise)
    if isinstance(one, Derivative) and isinstance(other, Derivative):
        return (one.of, one.by) == (other.of, other.by)
    if isinstance(one, New) and isinstance(other, Symbol):  # "the new weight is w = 4.94"
        return one.name == other.name
    return one is not None and one == other


def _anew(segment: Segment, exercise: Exercise) -> Segment:
    """Begin "multiplying w by x gives q = 10" at q; take "the new weight is w = 4.94" for one of the new w."""
    tokens = segment.tokens
    sign = next((i for i, token in enumerate(tokens) if token.kind == "rel"), 0)
    if not sign or tokens[sign].text != "is" or not (stop := _states(tokens[sign + 1 :], exercise)):
        return segment
    before, after = tokens[:sign], tokens[sign + 1 : sign + 1 + stop]
    if _same(before, after, exercise):
        return replace(segment, tokens=[*before, *tokens[sign + 1 + stop :]])
    if isinstance(quantity(before, exercise), Symbol):
        return replace(segment, tokens=tokens[sign + 1 :])
    return segment


def _unlisted(segment: Segment, exercise: Exercise) -> list[Segment]:
    """Split "q = 10 r = 8", where a number ends one statement and a quantity begins the next."""
    tokens = segment.tokens
    signs = [i for i in range(1, len(tokens)) if tokens[i].kind == "rel"]
    cuts = [0]
    for before, sign in pairwise(signs):
        number = next((i for i in range(sign - 2, max(before, sign - 16), -1) if tokens[i].kind == "num"), 0)
        start = number + 1
        if not number or tokens[start].kind not in ("name", "der", "new", "diff", "frac"):
            continue
        first = next(i for i in signs if i >= cuts[-1])
        head, member = tokens[cuts[-1] : first], tokens[before + 1 : sign]
        named = quantity(tokens[start:sign], exercise)
        if named is None or tokens[start].start == tokens[number].end or _comes_to(head, member, exercise):
            continue  # 2x, or f = 3 r = 24
        if isinstance(named, Symbol) and start - before > 2 + (tokens[before + 1].text == "-"):
            continue  # a product of several factors
        listed = len(signs) > 2 or not isinstance(named, Symbol)
        if listed or _comes_to(head, tokens[before + 1 : start], exercise):
            cuts.append(start)
    if len(cuts) == 1:
        return [segment]
    parts = [tokens[a:b] for a, b in zip(cuts, [*cuts[1:], len(tokens)], strict=True)]
    return [Segment(part, segment.before if i == 0 else "comma", []) for i, part in enumerate(parts)]


def _comes_to(head: list[Token], member: list[Token], exercise: Exercise) -> bool:
    """Whether a member has the value of the quantity that it follows."""
    truth = number_of(quantity(head, exercise), exercise)
    value = number_of(parsed(member, exercise, first=False), exercise)
    return truth is not None and value is not None and abs(truth - value) <= 5e-3 * abs(truth)
