"""The picture of a graph as SVG: values above and gradients below each edge, light and dark."""

from html import escape

from gradbook.graph.drawing.layout import Box, Edge, Layout, Shown, lay_out
from gradbook.graph.tape import Tape

RADIUS = 23.0
RUN = 78.0  # length of the straight line under a node's labels
STYLE = """
.gb-graph { --gb-ink: #1c2430; --gb-paper: #ffffff; --gb-value: #18794e; --gb-grad: #c62a2f; --gb-fill: #eef2f8;
  font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; background: var(--gb-paper);
  max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { .gb-graph { --gb-ink: #e6eaf0; --gb-paper: #12161c; --gb-value: #4cc38a;
  --gb-grad: #ff8f93; --gb-fill: #242c38; } }
.gb-graph text { fill: var(--gb-ink); text-anchor: middle; dominant-baseline: central; font-size: 15px; }
.gb-graph .long { font-size: 11px; } .gb-graph .longer { font-size: 7.5px; }
.gb-graph .n { fill: var(--gb-fill); stroke: var(--gb-ink); stroke-width: 1.4; }
.gb-graph .e { fill: none; stroke: var(--gb-ink); stroke-width: 1.3; }
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
    """
    layout = lay_out(graph, values=values, grads=grads)
    lines = [_line(layout, edge) for edge in layout.edges]
    nodes = [_node(box) for box in layout.boxes.values()]
    width, height = f"{layout.width:.0f}", f"{layout.height:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="gb-graph" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">\n<title>{escape(_title(graph))}</title>\n<style>{STYLE}</style>\n'
        f'<defs><marker id="gb-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" '
        f'orient="auto"><path class="h" d="M0 0 8 4 0 8z"/></marker></defs>\n' + "\n".join(lines + nodes) + "\n</svg>\n"
    )


def _title(graph: Tape) -> str:
    return f"Computational graph of {graph.text}" if graph.text else f"Computational graph of {graph.output}"


def course(layout: Layout, edge: Edge) -> list[tuple[float, float]]:
    """Return the points of a line: its start, the end of its straight part, then three a curve (cubic Béziers)."""
    a, b = layout.boxes[edge.start], layout.boxes[edge.end]
    # Straight under the labels of its start, and through each column on its way.
    points = [(a.x + RADIUS, a.y), (a.x + RADIUS + RUN, a.y)]
    for x, y in (*edge.via, (b.x, b.y)):
        x0, y0 = points[-1]
        x1 = x - RADIUS - 2
        bend = max(14.0, (x1 - x0) / 2)
        points += [(x0 + bend, y0), (x1 - bend, y), (x1, y)]
        if (x, y) != (b.x, b.y):
            points += [(x, y), (x + RADIUS, y), (x + RADIUS + RUN / 2, y)]
    return points


def share_place(layout: Layout, edge: Edge) -> tuple[float, float]:
    """Return where the gradient that flows along a line is written: where the line bends first."""
    a, b = layout.boxes[edge.start], layout.boxes[edge.end]
    x, y = edge.via[0] if edge.via else (b.x, b.y)
    middle = (a.x + RADIUS + RUN + x - RADIUS) / 2
    return middle + 4, (a.y + y) / 2 + (15 if y > a.y else -13)


def _line(layout: Layout, edge: Edge) -> str:
    first, second, *rest = [f"{x:.0f} {y:.0f}" for x, y in course(layout, edge)]
    line = f'<path class="e" d="M{first} L{second} C{" ".join(rest)}" marker-end="url(#gb-arrow)"/>'
    if edge.share:
        x, y = share_place(layout, edge)
        line += f'<text class="s halo" x="{x:.0f}" y="{y:.0f}">{escape(edge.share)}</text>'
    start, end = (escape(layout.boxes[index].name) for index in (edge.start, edge.end))
    return f'<g data-from="{start}" data-to="{end}">{line}</g>'


def _node(box: Box) -> str:
    x, y = box.x, box.y
    if box.index == -1:
        return f'<text class="l halo" x="{x:.0f}" y="{y:.0f}">{escape(box.sign)}</text>'
    label_x = x + RADIUS + RUN / 2
    if box.is_input:
        shape = f'<rect class="n" x="{x - RADIUS:.0f}" y="{y - 17:.0f}" width="{2 * RADIUS:.0f}" height="34" rx="6"/>'
    else:
        shape = f'<circle class="n" cx="{x:.0f}" cy="{y:.0f}" r="{RADIUS:.0f}"/>'
    size = "" if len(box.sign) <= 4 else ' class="long"' if len(box.sign) <= 7 else ' class="longer"'
    parts = [shape, f'<text{size} x="{x:.0f}" y="{y:.0f}">{escape(box.sign)}</text>']
    if not box.is_input:
        parts.append(f'<text class="l halo" x="{x:.0f}" y="{y - RADIUS - 10:.0f}">{escape(box.name)}</text>')
    for text, css, dy in ((box.value, "v", -13), (box.grad, "g", 14)):
        if text is not None:
            parts.append(f'<text class="{css} halo" x="{label_x:.0f}" y="{y + dy:.0f}">{escape(text)}</text>')
        else:
            parts.append(f'<rect class="b" x="{label_x - 20:.0f}" y="{y + dy - 9:.0f}" width="40" height="18" rx="3"/>')
    return f'<g data-node="{escape(box.name)}">{"".join(parts)}</g>'
