"""The course of a picture's lines, which all drawings share."""

from itertools import takewhile

from gradbook.graph.drawing.layout import RUN, Edge, Layout

_STRAIGHT, _A_COLUMN = 2, 6  # points of a course: its straight part, and each column that it passes through


def partings(layout: Layout) -> list[int]:
    """Return for each line how many points of its course a line before it, from the same node, has gone already."""
    found, before = [], dict[int, list[Edge]]()
    for edge in layout.edges:
        others = before.setdefault(edge.start, [])
        columns = [_together(edge, other) for other in others]
        found.append(_STRAIGHT + _A_COLUMN * max(columns) if columns else 0)
        others.append(edge)
    return found


def _together(a: Edge, b: Edge) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a.via, b.via, strict=False)))


def course(layout: Layout, edge: Edge) -> list[tuple[float, float]]:
    """Return the points of a line: its start, the end of its straight part, then three a curve (cubic Béziers)."""
    a, b = layout.boxes[edge.start], layout.boxes[edge.end]
    # Straight under the labels of its start, and through each column on its way.
    points = [(a.x + a.half, a.y), (a.x + a.column + RUN, a.y)]
    for x, y, half in (*edge.via, (b.x, b.y, b.half)):
        x0, y0 = points[-1]
        x1 = x - half - 2
        bend = max(14.0, (x1 - x0) / 2)
        points += [(x0 + bend, y0), (x1 - bend, y), (x1, y)]
        if (x, y) != (b.x, b.y):
            points += [(x, y), (x + half, y), (x + half + RUN / 2, y)]
    return points


def share_place(layout: Layout, edge: Edge) -> tuple[float, float]:
    """Return where the gradient that flows along a line is written: where the line bends last, on its own."""
    a, b = layout.boxes[edge.start], layout.boxes[edge.end]
    x, y, run = (*edge.via[-1][:2], edge.via[-1][2] + RUN / 2) if edge.via else (a.x, a.y, a.column + RUN)
    return (x + run + b.x - b.half) / 2 + 4, (y + b.y) / 2 + (15 if b.y > y else -13)
