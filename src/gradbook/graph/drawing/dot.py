"""The picture of a graph as DOT, for Graphviz and its kin."""

from gradbook.graph.drawing.layout import lay_out
from gradbook.graph.tape import Tape


def dot(graph: Tape, *, values: bool = True, grads: bool = True) -> str:
    """Write a graph in the DOT language."""
    layout = lay_out(graph, values=values, grads=grads)
    lines = ["digraph {", "  rankdir=LR;", '  node [fontname="sans-serif"];', '  edge [fontname="sans-serif"];']
    for box in layout.boxes.values():
        shape = "box" if box.is_input else "circle"
        label = box.sign if box.is_input else f"{box.sign}\\n{box.name}"
        lines.append(f'  n{box.index + 1} [label="{_quoted(label)}", shape={shape}];')
    for edge in layout.edges:
        start = layout.boxes[edge.start]
        grad = edge.share or start.grad
        label = "\\n".join(part for part in (start.value, grad) if part)
        lines.append(f'  n{edge.start + 1} -> n{edge.end + 1} [label="{_quoted(label)}"];')
    lines.append("}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return text.replace('"', r"\"")
