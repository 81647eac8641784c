"""Writing derivations out: plain text, Markdown, LaTeX, HTML, JSON. Renderers know steps, never ops."""

import json
from collections.abc import Callable
from html import escape

import numpy as np

from gradbook.graph.derivation import Derivation, Step
from gradbook.graph.errors import GraphError
from gradbook.graph.printing import latex, text

STYLE = """<style>
.gb-derivation math { font-size: 1.12em; display: inline math; }
.gb-derivation li { margin: .35rem 0; list-style: none; }
.gb-derivation ul { padding-left: .4rem; } .gb-shape { opacity: .65; font-size: .85em; padding-left: .8em; }
.gb-scroll { overflow-x: auto; overflow-y: hidden; padding: .15rem 0; }
</style>"""


def render(derivation: Derivation, format: str = "text") -> str:
    """Write a derivation out in one of `FORMATS`.

    Raises:
        GraphError: there is no such format.
    """
    if format not in FORMATS:
        raise GraphError(f"there is no format {format!r} for a derivation; there are {', '.join(FORMATS)}.")
    return FORMATS[format](derivation)


def equation_text(step: Step) -> str:
    """Write a step as one line of plain text."""
    return " = ".join(text(part) for part in (step.left, *step.members))


def equation_latex(step: Step) -> str:
    """Write a step as one line of LaTeX, without delimiters."""
    return " = ".join(latex(part) for part in (step.left, *step.members))


def _remarks(step: Step) -> str:
    return "  ".join(part for part in (f"({step.shape})" if step.shape else "", step.note) if part)


def _text(derivation: Derivation) -> str:
    lines = [derivation.title]
    for section in derivation.sections:
        lines += ["", section.title]
        for step in section.steps:
            remarks = _remarks(step)
            lines.append(f"  {equation_text(step)}" + (f"   {remarks}" if remarks else ""))
    lines += ["", *derivation.notes] if derivation.notes else []
    return "\n".join(lines) + "\n"


def _markdown(derivation: Derivation) -> str:
    lines = [f"## {derivation.title}"]
    for section in derivation.sections:
        lines += ["", f"### {section.title}", ""]
        for step in section.steps:
            remarks = _remarks(step)
            lines.append(f"- ${equation_latex(step)}$" + (f" {remarks}" if remarks else ""))
    lines += ["", *(f"> {note}" for note in derivation.notes)] if derivation.notes else []
    return "\n".join(lines) + "\n"


def _latex(derivation: Derivation) -> str:
    def upright(words: str) -> str:
        return words.replace("\\", "").replace("_", r"\_").replace("%", r"\%").replace("&", r"\&")

    lines = [
        r"\documentclass{article}",
        r"\usepackage[T1]{fontenc}",
        r"\usepackage{amsmath}",
        r"\allowdisplaybreaks",
        r"\begin{document}",
        rf"\section*{{{upright(derivation.title)}}}",
    ]
    for section in derivation.sections:
        if not section.steps:
            continue
        rows = []
        for step in section.steps:
            first = latex(step.left)
            members = [rf"{'' if place else first} &= {latex(member)}" for place, member in enumerate(step.members)]
            if not members:
                members = [rf"{first} &\quad"]
            remarks = _remarks(step)
            members[-1] += rf" \quad \text{{{upright(remarks)}}}" if remarks else ""
            rows.append(" \\\\\n".join(members))
        lines += [
            rf"\subsection*{{{upright(section.title)}}}",
            r"\begin{align*}",
            " \\\\[4pt]\n".join(rows),
            r"\end{align*}",
        ]
    lines += [upright(note) for note in derivation.notes]
    lines.append(r"\end{document}")
    return "\n".join(lines) + "\n"


def fragment(derivation: Derivation) -> str:
    """Write a derivation as a piece of HTML, for a report: formulas are MathML, which needs no script."""
    from latex2mathml.converter import convert

    parts = [STYLE, '<div class="gb-derivation">']
    for section in derivation.sections:
        parts += [f"<h3>{escape(section.title)}</h3>", "<ul>"]
        for step in section.steps:
            remarks = _remarks(step)
            shown = f'<span class="gb-shape">{escape(remarks)}</span>' if remarks else ""
            parts.append(
                f'<li><div class="gb-scroll">{convert(equation_latex(step), display="block")}{shown}</div></li>'
            )
        parts.append("</ul>")
    parts += [f"<p>{escape(note)}</p>" for note in derivation.notes]
    parts.append("</div>")
    return "\n".join(parts)


def _html(derivation: Derivation) -> str:
    from markupsafe import Markup

    from gradbook.core.html import page

    return page(derivation.title, "Every step, with the numbers put in.", [Markup(fragment(derivation))])


def _json(derivation: Derivation) -> str:
    def step(item: Step) -> dict[str, object]:
        value = item.value
        small = value is not None and np.size(value) <= 1000
        return {
            "kind": item.kind,
            "key": item.key,
            "text": equation_text(item),
            "latex": equation_latex(item),
            "members": [{"text": text(member), "latex": latex(member)} for member in item.members],
            "value": (value if isinstance(value, float) else np.asarray(value).tolist()) if small else None,
            "shape": item.shape,
            "note": item.note,
        }

    data = {
        "title": derivation.title,
        "sections": [
            {"title": section.title, "steps": [step(item) for item in section.steps]} for section in derivation.sections
        ],
        "notes": list(derivation.notes),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Derivation], str]] = {
    "text": _text,
    "md": _markdown,
    "latex": _latex,
    "html": _html,
    "json": _json,
}
