"""Derivations as HTML: formulas are MathML, which needs no script."""

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from gradbook.core.html import page
from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.derivation.text import parts_latex, remarks

# A chain breaks before its equals signs; a part that is too wide by itself is scrolled.
STYLE = """<style>
.gb-derivation ul { padding-left: .4rem; } .gb-derivation li { margin: .35rem 0; list-style: none; }
.gb-step { display: flex; flex-wrap: wrap; align-items: center; row-gap: .2rem; padding-left: 1.6rem; }
.gb-part { max-width: 100%; overflow-x: auto; overflow-y: hidden; padding: .15rem .3em .15rem 0; }
.gb-part:first-child { margin-left: -1.6rem; } .gb-part math { font-size: 1.12em; white-space: nowrap; }
.gb-blank { display: inline-block; width: 7em; height: 1.4em; border-bottom: 1px dashed currentColor; }
.gb-picture { overflow-x: auto; }
@media (max-width: 40rem) { .gb-picture svg.gb-graph { max-width: none; } }
.gb-shape { opacity: .65; font-size: .85em; padding-left: .8em; }
</style>"""


def document(
    title: str, sections: Sequence[Section], notes: Sequence[str], digits: int | None = None, picture: str = ""
) -> str:
    """Write a derivation as a page that opens offline.

    Args:
        title: its heading.
        sections: the steps.
        notes: what stands below them.
        digits: significant digits of numbers; by default as many as people read.
        picture: an SVG that stands above them.
    """
    steps = [step for section in sections for step in section.steps]
    if any(step.blank for step in steps):
        lead = "A worksheet: fill in the blanks."
    elif any(step.shape for step in steps):
        lead = "Every step, in matrix form; shapes stand beside."
    else:
        lead = "Every step, with the numbers put in."
    shown = [Markup(f'<figure class="gb-picture">{picture}</figure>')] if picture else []
    return page(title, lead, [*shown, fragment(sections, notes, digits)])


def fragment(sections: Sequence[Section], notes: Sequence[str], digits: int | None = None) -> Markup:
    """Write a derivation as a piece of HTML, for a page of one's own."""
    parts = [STYLE, '<div class="gb-derivation">']
    for section in sections:
        parts += [f"<h3>{escape(section.title)}</h3>", "<ul>"]
        parts += [f'<li class="gb-step">{_equation(step, digits)}</li>' for step in section.steps]
        parts.append("</ul>")
    parts += [f"<p>{escape(note)}</p>" for note in notes]
    parts.append("</div>")
    return Markup("\n".join(parts))


def _equation(step: Step, digits: int | None) -> str:
    """Write the left side and each "= member" as a formula of its own, between which the line may break."""
    from latex2mathml.converter import convert

    left, *members = parts_latex(step, digits)
    formulas = [left, *(f"= {member}" for member in members if not step.blank)]
    written = [f'<span class="gb-part">{convert(formula)}</span>' for formula in formulas]
    if step.blank:
        written.append('<span class="gb-part">=&nbsp;<span class="gb-blank"></span></span>')
    if beside := remarks(step):
        written.append(f'<span class="gb-shape">{escape(beside)}</span>')
    return "".join(written)
