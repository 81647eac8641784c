"""The picture of a graph as SVG: values above and gradients below each edge, light and dark."""

from html import escape

from gradbook.core.palette import DARK, LIGHT, Palette
from gradbook.graph.drawing.layout import LONG, RADIUS, Box, Edge, Layout, Shown, lay_out
from gradbook.graph.drawing.lines import course, partings, share_place
from gradbook.graph.engine.tape import Tape


def _colours(palette: Palette) -> str:
    return (
        f"--gb-ink: {palette.ink}; --gb-paper: {palette.paper}; --gb-value: {palette.good}; "
        f"--gb-grad: {palette.bad}; --gb-fill: {palette.fill};"
    )


STYLE = f"""
.gb-graph {{ {_colours(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ .gb-graph {{ {_colours(DARK)} }} }}
"""  # what follows has braces of its own
STYLE += """\
.gb-graph { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; background: var(--gb-paper);
  max-width: 100%; height: auto; }
.gb-graph text { fill: var(--gb-ink); text-anchor: middle; dominant-baseline: central; font-size: 15px; }
.gb-graph .long { font-size: 11px; }
.gb-graph .n { fill: var(--gb-fill); stroke: var(--gb-ink); stroke-width: 1.4; }
.gb-graph .e { fill: none; stroke: var(--gb-ink); stroke-width: 1.3; }
.gb-graph .w { fill: none; stroke: none; }
.gb-graph .h { fill: var(--gb-ink); stroke: none; }
.gb-graph .v { fill: var(--gb-value); font-weight: 600; } .gb-graph .g { fill: var(--gb-grad); font-weight: 600; }
.gb-graph .s { fill: var(--gb-grad); font-size: 12px; } .gb-graph .l { font-style: italic; font-size: 13px; }
.gb-graph .halo { paint-order: stroke; stroke: var(--gb-paper); stroke-width: 4px; stroke-linejoin: round; }
.gb-graph .b { fill: var(--gb-paper); stroke: var(--gb-ink); stroke-dasharray: 3 3; opacity: .75; }
"""


def svg(graph: Tape, *, values: Shown = True, grads: Shown = True) -> str:
    """Draw a graph.

    Each node and edge is a group that says which it is (`data-node`, `data-from` and `data-to`), for a page to find.
    Nothing has a style attribute, so that a strict Content-Security-Policy lets the picture in.

    Args:
        graph: what to draw.
        values: write the values above the edges, of all nodes or of those named; else there are blanks to fill in.
        grads: write the gradients of the output below the edges, likewise.

    Returns:
        The picture as an SVG element, with its colours for light and dark.
    """
    layout = lay_out(graph, values=values, grads=grads)
    lines = [_line(layout, edge, gone) for edge, gone in zip(layout.edges, partings(layout), strict=True)]
    nodes = [_node(box) for box in layout.boxes.values()]
    width, height = f"{layout.width:.0f}", f"{layout.height:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gb-graph" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">\n<title>{escape(_title(graph))}</title>\n<style>{STYLE}</style>\n'
        f'<defs><marker id="gb-arrow" viewBox="0 0 8 8" refX="7" refY="4" '
        f'markerUnits="userSpaceOnUse" markerWidth="10.4" markerHeight="10.4" '
        f'orient="auto"><path class="h" d="M0 0 8 4 0 8z"/></marker></defs>\n' + "\n".join(lines + nodes) + "\n</svg>\n"
    )


def _title(graph: Tape) -> str:
    return f"Computational graph of {graph.text}" if graph.text else f"Computational graph of {graph.output}"


def _line(layout: Layout, edge: Edge, gone: int) -> str:
    """Draw a line from where it parts from those before it; the way up to there can be lit, but is not drawn twice."""
    points = [f"{x:.0f} {y:.0f}" for x, y in course(layout, edge)]
    shared = f'<path class="w" d="{_path(points[:gone])}"/>' if gone else ""
    own = f"M{points[gone - 1]} C{' '.join(points[gone:])}" if gone else _path(points)
    line = f'{shared}<path class="e" d="{own}" marker-end="url(#gb-arrow)"/>'
    if edge.share:
        x, y = share_place(layout, edge)
        line += f'<text class="s halo" x="{x:.0f}" y="{y:.0f}">{escape(edge.share)}</text>'
    start, end = (escape(layout.boxes[index].name) for index in (edge.start, edge.end))
    return f'<g data-from="{start}" data-to="{end}">{line}</g>'


def _path(points: list[str]) -> str:
    straight = f"M{points[0]} L{points[1]}"
    return f"{straight} C{' '.join(points[2:])}" if points[2:] else straight


def _node(box: Box) -> str:
    x, y = box.x, box.y
    if box.index == -1:
        return f'<text class="l halo" x="{x:.0f}" y="{y:.0f}">{escape(box.sign)}</text>'
    left, width = f"{x - box.half:.0f}", f"{2 * box.half:.0f}"
    if box.is_input:
        shape = f'<rect class="n" x="{left}" y="{y - 17:.0f}" width="{width}" height="34" rx="6"/>'
    elif box.half > RADIUS:
        top, height = f"{y - RADIUS:.0f}", f"{2 * RADIUS:.0f}"
        shape = f'<rect class="n" x="{left}" y="{top}" width="{width}" height="{height}" rx="{RADIUS:.0f}"/>'
    else:
        shape = f'<circle class="n" cx="{x:.0f}" cy="{y:.0f}" r="{RADIUS:.0f}"/>'
    size = ' class="long"' if len(box.sign) > LONG else ""
    parts = [shape, f'<text{size} x="{x:.0f}" y="{y:.0f}">{escape(box.sign)}</text>']
    if not box.is_input:
        parts.append(f'<text class="l halo" x="{x:.0f}" y="{y - RADIUS - 10:.0f}">{escape(box.label)}</text>')
    for text, css, dy in ((box.value, "v", -13), (box.grad, "g", 14)):
        if text is not None:
            parts.append(f'<text class="{css} halo" x="{box.number_x:.0f}" y="{y + dy:.0f}">{escape(text)}</text>')
        else:
            parts.append(
                f'<rect class="b" x="{box.number_x - 20:.0f}" y="{y + dy - 9:.0f}" width="40" height="18" rx="3"/>'
            )
    return f'<g data-node="{escape(box.name)}">{"".join(parts)}</g>'
