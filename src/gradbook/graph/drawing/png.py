"""The picture of a graph as PNG, drawn with matplotlib from the same layout as the SVG."""

import io

from gradbook.core.palette import LIGHT
from gradbook.graph.drawing.layout import LONG, RADIUS, Shown, lay_out
from gradbook.graph.drawing.lines import course, share_place
from gradbook.graph.engine.tape import Tape

_INK, _FILL, _VALUE, _GRAD = LIGHT.ink, LIGHT.fill, LIGHT.good, LIGHT.bad
_SCALE = 72.0  # layout units an inch


def png(graph: Tape, *, values: Shown = True, grads: Shown = True) -> bytes:
    """Draw a graph; see `svg.svg`, whose picture and arguments these are."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch, Rectangle
    from matplotlib.path import Path

    layout = lay_out(graph, values=values, grads=grads)
    figure = Figure(figsize=(layout.width / _SCALE, layout.height / _SCALE), dpi=144)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, layout.width)
    axes.set_ylim(layout.height, 0)
    axes.axis("off")
    halo = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
    for edge in layout.edges:
        points = course(layout, edge)
        path = Path(points, [Path.MOVETO, Path.LINETO, *[Path.CURVE4] * (len(points) - 2)])
        axes.add_patch(FancyArrowPatch(path=path, arrowstyle="-|>", mutation_scale=11, color=_INK, linewidth=1.1))
        if edge.share:
            x, y = share_place(layout, edge)
            axes.text(x, y, edge.share, color=_GRAD, fontsize=9, ha="center", va="center", bbox=halo)
    for box in layout.boxes.values():
        middle = {"ha": "center", "va": "center"}
        if box.index == -1:
            axes.text(box.x, box.y, box.sign, color=_INK, fontsize=10, style="italic", ha="center", va="center")
            continue
        shape: Circle | FancyBboxPatch
        if not box.is_input and box.half == RADIUS:
            shape = Circle((box.x, box.y), RADIUS)
        else:
            half, pad = (13, 4) if box.is_input else (1, RADIUS - 1)
            corner, width = (box.x - box.half + pad, box.y - half), 2 * (box.half - pad)
            shape = FancyBboxPatch(corner, width, 2 * half, boxstyle=f"round,pad={pad}")
        shape.set(facecolor=_FILL, edgecolor=_INK, zorder=3)
        axes.add_patch(shape)
        if not box.is_input:
            axes.text(box.x, box.y - RADIUS - 10, box.label, fontsize=10, style="italic", ha="center", va="center")
        size = 8 if len(box.sign) > LONG else 12
        axes.text(box.x, box.y, box.sign, fontsize=size, color=_INK, zorder=4, ha="center", va="center")
        for text, colour, dy in ((box.value, _VALUE, -13), (box.grad, _GRAD, 14)):
            if text is not None:
                axes.text(box.number_x, box.y + dy, text, color=colour, fontsize=11, weight="bold", **middle)  # type: ignore[arg-type]
            else:
                axes.add_patch(
                    Rectangle((box.number_x - 20, box.y + dy - 9), 40, 18, fc="white", ec=_INK, ls=":", lw=0.9)
                )
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()
