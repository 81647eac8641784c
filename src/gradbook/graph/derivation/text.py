"""Derivations as plain text and as Markdown."""

from collections.abc import Sequence

from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.printing import latex, text


def equation_text(step: Step) -> str:
    """Write a step as one line of plain text."""
    return " = ".join(text(part) for part in (step.left, *step.members))


def equation_latex(step: Step) -> str:
    """Write a step as one line of LaTeX, without delimiters."""
    return " = ".join(latex(part) for part in (step.left, *step.members))


def remarks(step: Step) -> str:
    """Say what stands beside a step: its shape and its note."""
    return "  ".join(part for part in (f"({step.shape})" if step.shape else "", step.note) if part)


def plain(title: str, sections: Sequence[Section], notes: Sequence[str]) -> str:
    """Write a derivation as plain text."""
    lines = [title]
    for section in sections:
        lines += ["", section.title]
        for step in section.steps:
            beside = remarks(step)
            lines.append(f"  {equation_text(step)}" + (f"   {beside}" if beside else ""))
    lines += ["", *notes] if notes else []
    return "\n".join(lines) + "\n"


def markdown(title: str, sections: Sequence[Section], notes: Sequence[str]) -> str:
    """Write a derivation as Markdown with formulas between dollar signs."""
    lines = [f"## {title}"]
    for section in sections:
        lines += ["", f"### {section.title}", ""]
        for step in section.steps:
            beside = remarks(step)
            lines.append(f"- ${equation_latex(step)}$" + (f" {beside}" if beside else ""))
    lines += ["", *(f"> {note}" for note in notes)] if notes else []
    return "\n".join(lines) + "\n"
