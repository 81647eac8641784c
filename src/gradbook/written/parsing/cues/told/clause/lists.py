"""Lists: as many numbers behind as many names are each of its own: "s1 and s2 get 4 and 3"."""

from collections.abc import Iterator, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, bare
from gradbook.written.parsing.cues.told.clause.named import ABOUT, Named


def paired(tokens: Sequence[Token], start: int, end: int, named: Sequence[Named]) -> Iterator[tuple[int, int, Named]]:
    """Yield where each number of a list in a sentence stands, with what is at its place in the list before it."""
    names = [*_runs_of_names(tokens, named)]
    for place, group in enumerate(names):
        until = names[place + 1][0].at if place + 1 < len(names) else end
        numbers = next(iter(_runs_of_numbers(tokens, group[-1].end, until)), [])
        if len(numbers) == len(group) > 1:
            yield from ((*number, one) for number, one in zip(numbers, group, strict=True))


def _runs_of_names(tokens: Sequence[Token], named: Sequence[Named]) -> Iterator[list[Named]]:
    """Yield the names that stand in a list, and other names by themselves."""
    group: list[Named] = []
    for one in named:
        if one.part not in ABOUT and not group:
            continue
        if group and not _only_joins(tokens, group[-1].end, one.at):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _runs_of_numbers(tokens: Sequence[Token], start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the numbers that stand in a list."""
    group: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _number_end(tokens, at)
        if not stop:
            at += 1
            continue
        if group and not _only_joins(tokens, group[-1][1], at):
            yield group
            group = []
        group.append((at, stop))
        at = stop
    if group:
        yield group


def _number_end(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a number with its sign; 0 where none stands."""
    signed = tokens[at].text in ("-", "+") and at + 1 < len(tokens)
    return at + signed + 1 if tokens[at + signed].kind == "num" else 0


def _only_joins(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether only a comma or an "and" stands between two places."""
    between = [token for token in tokens[start:end] if not token.edge]
    return bool(between) and all(
        (token.kind == "sep" and token.text == "comma") or bare(token.text) in AND for token in between
    )
