"""Derivations as a LaTeX document."""

from collections.abc import Sequence

from gradbook.graph.derivation.steps import Section
from gradbook.graph.derivation.text import parts_latex, remarks


def document(title: str, sections: Sequence[Section], notes: Sequence[str], digits: int | None = None) -> str:
    """Write a derivation as a whole document, one aligned equation a step."""

    def upright(words: str) -> str:
        return words.replace("\\", "").replace("_", r"\_").replace("%", r"\%").replace("&", r"\&")

    lines = [
        r"\documentclass{article}",
        r"\usepackage[T1]{fontenc}",
        r"\usepackage{amsmath}",
        r"\allowdisplaybreaks",
        r"\begin{document}",
        rf"\section*{{{upright(title)}}}",
    ]
    for section in sections:
        if not section.steps:
            continue
        rows = []
        for step in section.steps:
            first, *parts = parts_latex(step, digits)
            members = [rf"{'' if place else first} &= {part}" for place, part in enumerate(parts)]
            if not members:
                members = [rf"{first} &\quad"]
            beside = remarks(step)
            members[-1] += rf" \quad \text{{{upright(beside)}}}" if beside else ""
            rows.append(" \\\\\n".join(members))
        lines += [
            rf"\subsection*{{{upright(section.title)}}}",
            r"\begin{align*}",
            " \\\\[4pt]\n".join(rows),
            r"\end{align*}",
        ]
    lines += [upright(note) for note in notes]
    lines.append(r"\end{document}")
    return "\n".join(lines) + "\n"
