"""Derivations as plain text and as Markdown."""

import math
from collections.abc import Sequence

from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.expression import Apply, Number
from gradbook.graph.printing import DIGITS, latex, text

PEOPLE = 6  # significant digits of a number that people read; data has all
_WIDE = 100  # characters of a line; a longer chain breaks at its equals signs
BLANK = "__________"
BLANK_LATEX = r"\underline{\hspace{6em}}"


def digits_of(step: Step) -> int:
    """Return how many digits a step's numbers are written with: so many that a small update can be seen."""
    if step.kind == "given":
        return DIGITS  # what is put in is not rounded
    rule = step.members[1] if step.kind == "update" and len(step.members) == 3 else None
    old = rule.args[0] if isinstance(rule, Apply) else None
    if not isinstance(old, Number) or type(step.value) is not float or old.value == step.value:
        return PEOPLE
    change = abs(step.value - old.value)
    if change >= abs(old.value):
        return PEOPLE
    return max(PEOPLE, min(DIGITS + 5, 2 + math.ceil(math.log10(abs(old.value) / change))))


def parts_text(step: Step, digits: int | None = None) -> list[str]:
    """Write the left side and the members of a step as plain text; a step of a worksheet has a blank.

    Args:
        step: the step.
        digits: significant digits of its numbers; by default as many as people read.
    """
    digits = digits_of(step) if digits is None else digits
    return [text(step.left), *(text(member, digits) for member in step.members)] + [BLANK] * step.blank


def parts_latex(step: Step, digits: int | None = None) -> list[str]:
    """Write the left side and the members of a step as LaTeX; see `parts_text`."""
    digits = digits_of(step) if digits is None else digits
    return [latex(step.left), *(latex(member, digits) for member in step.members)] + [BLANK_LATEX] * step.blank


def equation_text(step: Step, digits: int | None = None) -> str:
    """Write a step as one line of plain text; see `parts_text`."""
    return " = ".join(parts_text(step, digits))


def equation_latex(step: Step, digits: int | None = None) -> str:
    """Write a step as one line of LaTeX, without delimiters; see `parts_text`."""
    return " = ".join(parts_latex(step, digits))


def remarks(step: Step) -> str:
    """Say what stands beside a step: its shape and its note."""
    return "  ".join(part for part in (f"({step.shape})" if step.shape else "", step.note) if part)


def plain(title: str, sections: Sequence[Section], notes: Sequence[str], digits: int | None = None) -> str:
    """Write a derivation as plain text."""
    lines = [title]
    for section in sections:
        lines += ["", section.title]
        for step in section.steps:
            beside = remarks(step)
            left, *members = parts_text(step, digits)
            first = f"  {left}"
            lone = len(equation_text(step, digits)) <= _WIDE
            between = " = " if lone else "\n" + " " * len(first) + " = "
            lines.append(
                first + (" = " if members else "") + between.join(members) + (f"   {beside}" if beside else "")
            )
    lines += ["", *notes] if notes else []
    return "\n".join(lines) + "\n"


def markdown(title: str, sections: Sequence[Section], notes: Sequence[str], digits: int | None = None) -> str:
    """Write a derivation as Markdown with formulas between dollar signs."""
    lines = [f"## {title}"]
    for section in sections:
        lines += ["", f"### {section.title}", ""]
        for step in section.steps:
            beside = remarks(step)
            lines.append(f"- {_formula(step, digits)}" + (f" {beside}" if beside else ""))
    lines += ["", *(f"> {note}" for note in notes)] if notes else []
    return "\n".join(lines) + "\n"


def _formula(step: Step, digits: int | None) -> str:
    """Write a step between dollar signs, a long chain in several lines."""
    left, *members = parts_latex(step, digits)
    if len(equation_text(step, digits)) <= _WIDE:
        return f"${equation_latex(step, digits)}$"
    lines = r" \\ ".join(f"{'' if place else left} &= {member}" for place, member in enumerate(members))
    return rf"$$\begin{{aligned}}{lines}\end{{aligned}}$$"
