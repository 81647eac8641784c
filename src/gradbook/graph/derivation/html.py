"""Derivations as HTML: formulas are MathML, which needs no script."""

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from gradbook.core.html import page
from gradbook.graph.derivation.steps import Section
from gradbook.graph.derivation.text import equation_latex, remarks

STYLE = """<style>
.gb-derivation math { font-size: 1.12em; display: inline math; }
.gb-derivation li { margin: .35rem 0; list-style: none; }
.gb-derivation ul { padding-left: .4rem; } .gb-shape { opacity: .65; font-size: .85em; padding-left: .8em; }
.gb-scroll { overflow-x: auto; overflow-y: hidden; padding: .15rem 0; }
</style>"""


def document(title: str, sections: Sequence[Section], notes: Sequence[str]) -> str:
    """Write a derivation as a page that opens offline."""
    return page(title, "Every step, with the numbers put in.", [fragment(sections, notes)])


def fragment(sections: Sequence[Section], notes: Sequence[str]) -> Markup:
    """Write a derivation as a piece of HTML, for a page of one's own."""
    from latex2mathml.converter import convert

    parts = [STYLE, '<div class="gb-derivation">']
    for section in sections:
        parts += [f"<h3>{escape(section.title)}</h3>", "<ul>"]
        for step in section.steps:
            beside = remarks(step)
            shown = f'<span class="gb-shape">{escape(beside)}</span>' if beside else ""
            parts.append(
                f'<li><div class="gb-scroll">{convert(equation_latex(step), display="block")}{shown}</div></li>'
            )
        parts.append("</ul>")
    parts += [f"<p>{escape(note)}</p>" for note in notes]
    parts.append("</div>")
    return Markup("\n".join(parts))
