"""The course of a picture's lines, which all drawings share."""

from gradbook.graph.drawing.layout import RUN, Edge, Layout


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
    """Return where the gradient that flows along a line is written: where the line bends first."""
    a, b = layout.boxes[edge.start], layout.boxes[edge.end]
    x, y, half = edge.via[0] if edge.via else (b.x, b.y, b.half)
    middle = (a.x + a.column + RUN + x - half) / 2
    return middle + 4, (a.y + y) / 2 + (15 if y > a.y else -13)
