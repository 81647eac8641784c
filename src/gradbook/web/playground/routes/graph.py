"""The graph page: a function, its picture with values and gradients, a walk through it, and steps down its gradient."""

from typing import Any

from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from gradbook.assignment.notebook.formulas import mathml
from gradbook.core.errors import GradbookError, UsageError
from gradbook.graph import Graph, GraphError
from gradbook.graph.drawing.layout import lay_out
from gradbook.graph.drawing.svg import svg
from gradbook.web.exchange import Answer, calculation
from gradbook.web.playground.examples import EXAMPLES
from gradbook.web.playground.graph_state import GraphState
from gradbook.web.playground.views import page
from gradbook.web.playground.walk import stops, walk_step

_EXAMPLES = {
    example.title: GraphState(text=example.text, values=example.values, rate=example.rate, moves=example.moves)
    for example in EXAMPLES
}
_FIRST = _EXAMPLES[EXAMPLES[0].title]
_MOST_ROWS = 10  # of the field for the function
_BOUNDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)  # of sliders
_FORMATS = {"svg": "image/svg+xml", "md": "text/markdown; charset=utf-8", "py": "text/x-python; charset=utf-8"}


class _Shown(GraphState):
    """What the page asks for.

    Attributes:
        picture: whether the picture is to be drawn anew, as it must be for another function.
        stop: the place of the walk, counted from 0; None off the walk.
    """

    picture: bool = True
    stop: int | None = Field(default=None, ge=0)


async def _graph_page(request: Request) -> Response:
    trouble = ""
    place = request.query_params.get("step", "")  # of the walk, counted from 1; 0 is before it
    stop = int(place) - 1 if place.isdecimal() and len(place) < 6 and int(place) else None
    try:
        state = GraphState.from_query(request.query_params, _FIRST)
    except UsageError as error:
        state, trouble = _FIRST, str(error)
    try:
        shown = _show(_Shown(**state.model_dump(), stop=stop))
    except GradbookError as error:
        trouble = trouble or str(error)
        shown = {}
    text = state.text.replace("; ", "\n")
    data = {
        "state": state.model_dump(),
        "shown": shown,
        "place": 0 if stop is None else stop + 1,
        # The order of inputs is that of the sliders, which an object of JSON does not keep.
        "examples": [{**kept.model_dump(), "values": list(kept.values.items())} for kept in _EXAMPLES.values()],
    }
    rows = min(max(3, text.count("\n") + 1), _MOST_ROWS)
    return page(
        "graph.html", here="graph", data=data, state=state, text=text, rows=rows, shown=shown, trouble=trouble,
        examples=list(_EXAMPLES),
    )  # fmt: skip


def _show(asked: _Shown) -> Answer:
    state, graph = asked.with_graph()
    places = stops(graph)
    answer: Answer = {
        "query": state.query(),
        "output": graph.output,
        "value": graph.value[graph.output],
        "numbers": _numbers(graph),
        "stops": len(places),
        "forward": sum(place.forward for place in places),
        "notes": graph.kinks(),
    }
    if asked.picture:
        moving = graph.parameters() if state.moves is None else state.moves
        answer["svg"] = svg(graph)
        answer["inputs"] = [_slider(name, graph, name in moving) for name in state.values]
    if asked.stop is not None and places:
        step = walk_step(graph, min(asked.stop, len(places) - 1))
        answer["step"] = {
            "forward": step.stop.forward,
            "node": step.stop.node,
            "edges": step.edges,
            "sentence": step.sentence,
            "formula": [mathml(part) for part in step.latex],
            "values": step.values,
            "gradients": step.gradients,
        }
    return answer


def _numbers(graph: Graph) -> dict[str, Any]:
    """Return what is written on the picture, and where: the labels of its own layout."""
    layout = lay_out(graph)
    boxes = layout.boxes
    return {
        "nodes": [[box.name, box.value, box.grad, box.number_x] for box in boxes.values()],
        "edges": [[boxes[edge.start].name, boxes[edge.end].name, edge.share] for edge in layout.edges if edge.share],
    }


def _slider(name: str, graph: Graph, moves: bool) -> dict[str, Any]:
    value = float(graph.value[name])
    bound = next((bound for bound in _BOUNDS if bound >= max(2 * abs(value), 3)), None) or 2 * abs(value)
    return {"name": name, "value": value, "bound": bound, "step": bound / 200, "moves": moves}


def _descend(state: GraphState) -> Answer:
    """Take a step down the gradient.

    Raises:
        GraphError: the step leads where the function is not defined, as a rate that is too large does in the end.
    """
    state, graph = state.with_graph()
    known = [name for name in state.moves or () if name in graph.inputs]
    new = graph.step(state.rate, None if state.moves is None else known)
    if not new:
        raise GraphError("no input moves: tick one that a step may change.")
    values = {**state.values, **{name: float(value) for name, value in new.items()}}
    after, moved = state.model_copy(update={"values": values}).with_graph()
    return {"values": after.values, "before": graph.value[graph.output], "after": moved.value[moved.output]}


async def _export(request: Request) -> Response:
    format = request.path_params["format"]
    if format not in _FORMATS:
        raise HTTPException(404, f"A graph comes as {', '.join(_FORMATS)}.")
    try:
        state, graph = GraphState.from_query(request.query_params, _FIRST).with_graph()
        if format == "svg":
            content = svg(graph)
        elif format == "md":
            content = graph.solution(state.rate, state.moves).render("md")
        else:
            content = state.python()
    except GradbookError as error:
        return PlainTextResponse(f"{error}\n", 400)
    headers = {"Content-Disposition": f'attachment; filename="graph.{format}"'}
    return Response(content, media_type=_FORMATS[format], headers=headers)


async def _home(request: Request) -> Response:
    return RedirectResponse("/graph")


ROUTES = [
    Route("/", _home),
    Route("/graph", _graph_page),
    Route("/graph/show", calculation(_Shown, _show), methods=["POST"]),
    Route("/graph/descend", calculation(GraphState, _descend), methods=["POST"]),
    Route("/graph/graph.{format}", _export),
]
