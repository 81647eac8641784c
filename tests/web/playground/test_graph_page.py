"""The graph page without a browser: what it asks for and what it gets, and what it says to what cannot be read."""

import html
import math
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient
from tests.conftest import Command

from gradbook.graph import Graph, GraphError
from gradbook.web.playground.examples import EXAMPLES
from gradbook.web.playground.graph_state import GraphState
from gradbook.web.playground.walk import stops, walk_step

ASSIGNMENT = {"text": "q = w*x; r = q + b; f = z*r", "values": {"x": 2, "w": 5, "b": -2, "z": 3}}


def shown(client: TestClient, **asked: Any) -> dict[str, Any]:
    answer = client.post("/graph/show", json={**ASSIGNMENT, **asked})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_what_is_shown_is_what_the_graph_calculates(client: TestClient) -> None:
    graph = Graph(ASSIGNMENT["text"], **{**ASSIGNMENT["values"], "w": -1.25})  # type: ignore[arg-type]
    answer = shown(client, values={**ASSIGNMENT["values"], "w": -1.25})  # type: ignore[dict-item]
    nodes = {name: (value, gradient) for name, value, gradient, _ in answer["numbers"]["nodes"]}
    assert nodes == {
        name: (f"{graph.value[name]:.4g}", f"{graph.grad[name]:.4g}") for name in (*graph.inputs, *graph.intermediates)
    }
    assert answer["svg"] == graph.draw()
    assert "svg" not in shown(client, picture=False)


def test_a_number_that_was_not_given_is_one_and_one_too_many_is_dropped(client: TestClient) -> None:
    answer = shown(client, text="f = a*b", values={"a": 3, "c": 4})
    assert [(row["name"], row["value"]) for row in answer["inputs"]] == [("a", 3), ("b", 1)]
    assert answer["value"] == 3


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_every_example_can_be_walked_and_one_step_lowers_it(client: TestClient, example: Any) -> None:
    state = {"text": example.text, "values": example.values, "rate": example.rate, "moves": example.moves}
    graph = Graph(example.text, **example.values)
    for number in range(len(stops(graph))):
        step = shown(client, **state, stop=number)["step"]
        assert len(step["formula"]) >= 2
        assert all(part.startswith("<math") for part in step["formula"])
        assert step["node"] in step["sentence"]
    answer = client.post("/graph/descend", json=state).json()
    assert answer["after"] < answer["before"]


def test_the_walk_goes_forward_over_all_nodes_and_back_with_all_gradients() -> None:
    graph = Graph("q = x*y; r = x + q; f = q*r", x=2, y=-1)
    steps = [walk_step(graph, number) for number in range(len(stops(graph)))]
    assert [(step.stop.forward, step.stop.node) for step in steps] == [
        (True, "q"), (True, "r"), (True, "f"), (False, "f"), (False, "r"), (False, "q"), (False, "y"), (False, "x"),
    ]  # fmt: skip
    assert steps[1].edges == (("x", "r"), ("q", "r"))
    assert steps[-1].edges == (("x", "q"), ("x", "r"))
    assert set(steps[2].values) == {"x", "y", "q", "r", "f"}
    assert steps[2].gradients == ()
    # Two edges bring x its gradient: from q, whose own is -2, and from r.
    assert "(−2) · (−1) + (−2) · 1 = 0" in steps[-1].sentence
    assert graph.grad["x"] == 0
    # Each equation starts from the gradients just above, not from the output.
    assert steps[6].latex == (
        r"\frac{\partial f}{\partial y}",
        r"\frac{\partial f}{\partial q} \cdot \frac{\partial q}{\partial y}",
        r"\frac{\partial f}{\partial q} \cdot x",
        r"-2 \cdot 2",
        "-4",
    )


def test_a_rate_that_is_too_large_is_seen_to_rise(client: TestClient) -> None:
    state: dict[str, Any] = {"text": "f = w**2", "values": {"w": 1}, "rate": 1.5}
    values = []
    for _ in range(3):
        answer = client.post("/graph/descend", json=state).json()
        values.append(answer["after"])
        state["values"] = answer["values"]
    assert values == [4, 16, 64]
    state["values"] = {"w": 1e200}
    assert "is not defined" in client.post("/graph/descend", json=state).json()["problem"]


def test_only_what_is_ticked_moves(client: TestClient) -> None:
    state = {**ASSIGNMENT, "rate": 0.01, "moves": ["z"]}
    assert client.post("/graph/descend", json=state).json()["values"] == {"w": 5, "x": 2, "b": -2, "z": 3 - 0.01 * 8}
    nothing = {**state, "moves": []}
    assert "no input moves" in client.post("/graph/descend", json=nothing).json()["problem"]


@given(
    st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,3}", fullmatch=True), st.floats(-1e9, 1e9), max_size=4),
    st.floats(1e-9, 1e3),
    st.none() | st.lists(st.sampled_from(["w", "b", "x"]), max_size=3).map(tuple),
)
@settings(max_examples=50, deadline=None)
def test_a_url_holds_the_whole_state(values: dict[str, float], rate: float, moves: tuple[str, ...] | None) -> None:
    from urllib.parse import parse_qsl

    state = GraphState(text="f = w*x + b**2 & %", values=values, rate=rate, moves=moves)
    query = dict(parse_qsl(state.query(), keep_blank_values=True))
    assert GraphState.from_query(query, GraphState(text="")) == state


def test_the_page_opens_at_the_state_of_its_url(client: TestClient) -> None:
    page = client.get("/graph?f=f+=+a*b&at=a:2,b:7&rate=0.5").text
    assert "Computational graph of f = a*b" in page
    assert ">14<" in page
    stepped = client.get("/graph?f=f+=+a*b&at=a:2,b:7&step=2").text
    assert "The way back begins at the end" in stepped
    for place in ("0", "-1", "x", "99999999", ""):
        assert "The way back" not in client.get(f"/graph?f=f+=+a*b&step={place}").text
    assert "holds no function" in client.get("/graph?f=a&at=a:many").text
    assert "holds no function" in client.get("/graph?f=a&at=a").text
    assert "holds no function" in client.get("/graph?f=a&rate=nan").text


def test_it_can_be_taken_along(client: TestClient) -> None:
    query = GraphState(**ASSIGNMENT, rate=0.01).query()  # type: ignore[arg-type]
    program = client.get(f"/graph/graph.py?{query}").text
    assert "g = Graph('q = w*x; r = q + b; f = z*r', x=2, w=5, b=-2, z=3)" in program
    ran: dict[str, Any] = {}
    exec(program.replace("print", "list"), {"list": lambda *_: None}, ran)
    assert ran["g"].grad["w"] == 6
    answer = client.get(f"/graph/graph.md?{query}")
    assert answer.text == ran["g"].solution(lr=0.01).render("md")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert client.get(f"/graph/graph.svg?{query}").text == ran["g"].draw()
    assert client.get(f"/graph/graph.exe?{query}").status_code == 404
    assert client.get("/graph/graph.svg?f=f(").status_code == 400


HOSTILE = ["f = (", "f = __import__('os')", "a." * 3000, "(" * 500, "f = 9**9**9", "x" * 21_000, "f = 1/0", "",
           "w = w*2", "f = exp(exp(exp(9)))", "f = x[0]", "lambda: 1", "f = \x00", "f = 'text'"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_what_cannot_be_read_gives_the_message_of_the_graph(client: TestClient, text: str) -> None:
    with pytest.raises(GraphError) as caught:
        GraphState(text=text).with_graph()
    assert shown(client, text=text, values={})["problem"] == str(caught.value)


def test_the_message_is_the_terminals_own(client: TestClient, gradbook: Command) -> None:
    said = gradbook("derive", "f = 2w", "w=1", code=2).stderr
    assert said == f"gradbook: {shown(client, text='f = 2w')['problem']}\n"


def test_a_function_as_long_as_can_be_is_drawn_without_its_far_end(client: TestClient) -> None:
    text = "; ".join(f"a{k} = a{k - 1}*w + x" for k in range(1, 900))
    answer = shown(client, text=text, values={"w": 0.5, "a0": 1})
    assert answer["stops"] == 0
    assert "more" in answer["svg"]


def test_names_are_text_wherever_they_are_shown(client: TestClient) -> None:
    page = client.get("/graph?f=%3C/script%3E%3Cimg%20src=x%20onerror=alert(1)%3E&at=").text
    assert "<img" not in page
    assert page.count("</script>") == page.count("<script")
    named = client.get("/graph?f=f+=+constructor*__proto__&at=").text
    assert "__proto__" in html.unescape(named)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "null",
        '{"text": 1}',
        '{"text": "a", "values": {"a": "b"}}',
        '{"text": "a", "rate": -1}',
        '{"text": "a", "values": {"a": 1e999}}',
        '{"text": "a", "values": {"a": NaN}}',
        '{"text": "a", "other": 1}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_what_no_page_sends_is_refused_in_a_line(client: TestClient, body: str) -> None:
    answer = client.post("/graph/show", content=body.encode("latin-1"), headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.text.startswith("This is not what the page sends")
    assert len(answer.text) < 300


def test_a_form_of_another_site_and_a_flood_are_refused(client: TestClient) -> None:
    assert client.post("/graph/show", data={"text": "a"}).status_code == 415
    flood = '{"text": "' + "a" * 600_000 + '"}'
    assert client.post("/graph/show", content=flood, headers={"Content-Type": "application/json"}).status_code == 413


def test_sliders_hold_their_number(client: TestClient) -> None:
    for value in (0.0, 0.3, -7.0, 123.0, 5e6):
        [row] = shown(client, text="f = a**2", values={"a": value})["inputs"]
        assert abs(value) < row["bound"]
        assert math.isclose(row["bound"] / row["step"], 200)


def test_pages_load_nothing_from_elsewhere_and_hold_nothing_inline(client: TestClient) -> None:
    for name in ("graph", "practice", "digits", "training"):
        page = client.get(f"/{name}").text
        loads = re.findall(r'(?:src|href)="([^"]*)"', page)
        assert all(link.startswith(("/", "#")) for link in loads), loads
        assert not re.search(r'\s(style|on\w+)="', page)
        assert page.count("<script") == page.count('<script src="/static/') + page.count('<script type="')
