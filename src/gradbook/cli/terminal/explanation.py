"""How the command line shows why each verdict on a written answer is what it is."""

import shutil
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

import typer

from gradbook.core.text.quotes import one_line, quoted

if TYPE_CHECKING:
    from gradbook.written import Explanation
    from gradbook.written.judging.explaining.doubts import Doubt
    from gradbook.written.judging.explaining.explanation import Reasons
    from gradbook.written.judging.explaining.places import Place
    from gradbook.written.tracing.trace import Rule

_FRAGMENT = 100  # characters of a place, or of a sentence
_STEP = "  "


def print_explanation(explanation: "Explanation", *, rules: bool) -> None:
    """Print why each verdict is what it is, and the lines from which nothing was taken.

    Args:
        explanation: of one answer.
        rules: whether to name the rules that read and doubted, and where they stand in the code.
    """
    width = max(shutil.get_terminal_size().columns, 40)
    typer.echo("")
    for reasons in explanation.reasons:
        for depth, text in _reasons(reasons, rules=rules):
            indent = _STEP * depth
            typer.echo("\n".join(wrap(text, width, initial_indent=indent, subsequent_indent=indent + _STEP)))
    if explanation.unused:
        typer.echo("Nothing was taken from")
    for line in explanation.unused:
        typer.echo(f"{_STEP}line {line.number}: {one_line(line.text, _FRAGMENT)}")


def _reasons(reasons: "Reasons", *, rules: bool) -> Iterator[tuple[int, str]]:
    """Yield lines with how deep they stand."""
    verdict = reasons.verdict
    yield 0, f"{verdict.mark} {verdict.asked}, {verdict.status}: {verdict.basis}."
    for place in reasons.places:
        yield from _place(place, rules=rules)
    for doubt in reasons.against:
        yield 1, f"against it: {_doubt(doubt)}"


def _place(place: "Place", *, rules: bool) -> Iterator[tuple[int, str]]:
    yield 1, f"{_lines(*place.lines)}{one_line(place.text, _FRAGMENT)}"
    if place.understood:
        yield 2, f"read as {one_line(place.understood)}"
    yield 2, "; ".join((place.finding, *place.notes, place.weight))
    for doubt in place.doubts:
        yield 2, f"against it: {_doubt(doubt)}"
        if rules and doubt.rule:
            yield 3, f"found by {_rule(doubt.rule)}"
    for rule in place.rules if rules else ():
        yield 2, f"words read by {_rule(rule)}"


def _lines(first: int, last: int) -> str:
    if not first:
        return "somewhere: "
    return f"line {first}: " if first == last else f"lines {first}-{last}: "


def _doubt(doubt: "Doubt") -> str:
    """Say what stands against a statement: line 7: “I think” in “I think q = 11”."""
    where = f"line {doubt.line}: " if doubt.line else ""
    said = ", ".join(filter(None, (doubt.told, doubt.words and quoted(doubt.words))))
    inside = quoted(doubt.sentence, _FRAGMENT) if one_line(doubt.sentence) != one_line(doubt.words) else ""
    return where + " in ".join(filter(None, (said, inside)))


def _rule(rule: "Rule") -> str:
    return f"the rule “{rule.name}”, {rule.function} in written/{rule.file}"
