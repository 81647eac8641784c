"""The picture of a graph as DOT, for Graphviz and its kin."""

from gradbook.graph.drawing.layout import Shown, lay_out
from gradbook.graph.engine.tape import Tape


def dot(graph: Tape, *, values: Shown = True, grads: Shown = True) -> str:
    """Write a graph in the DOT language; see `svg.svg`, whose picture and arguments these are."""
    layout = lay_out(graph, values=values, grads=grads)
    lines = ["digraph {", "  rankdir=LR;", '  node [fontname="sans-serif"];', '  edge [fontname="sans-serif"];']
    for box in layout.boxes.values():
        shape = "box" if box.is_input else "circle"
        label = _label(box.sign) if box.is_input else _label(box.sign, box.name)
        lines.append(f'  n{box.index + 1} [label="{label}", shape={shape}];')
    for edge in layout.edges:
        start = layout.boxes[edge.start]
        grad = edge.share or start.grad
        label = _label(start.value or "", grad or "")
        lines.append(f'  n{edge.start + 1} -> n{edge.end + 1} [label="{label}"];')
    lines.append("}")
    return "\n".join(lines) + "\n"


def _label(*lines: str) -> str:
    return "\\n".join(line.replace("\\", "\\\\").replace('"', r"\"") for line in lines if line)
