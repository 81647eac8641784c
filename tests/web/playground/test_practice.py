"""Practice without a browser: exercises, verdicts, and which comes next."""

from html.parser import HTMLParser
from typing import Any

import pytest
from starlette.testclient import TestClient

from gradbook.graph.printing import number_text
from gradbook.web.playground.practice import MODELS, drawn, next_name


class Seen(HTMLParser):
    """Which tags and attributes a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def judged(client: TestClient, name: str, seed: int, answers: dict[str, str]) -> dict[str, Any]:
    answer = client.post("/practice/judge", json={"name": name, "seed": seed, "answers": answers})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def truths(name: str, seed: int) -> dict[str, str]:
    exercise = drawn(name, seed).exercise
    return {key.text: number_text(exercise.truth(key)) for key in exercise.keys}


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("seed", range(5))
def test_the_truth_is_right_and_fills_the_graph(client: TestClient, name: str, seed: int) -> None:
    answer = judged(client, name, seed, truths(name, seed))
    assert answer["done"]
    assert all(verdict["right"] for verdict in answer["verdicts"].values())
    assert 'class="b"' not in answer["svg"]  # no blank is left


def test_the_graph_shows_what_is_given_and_what_was_found_only(client: TestClient) -> None:
    exercise = drawn("chain", 3).exercise
    key = exercise.keys[0].text
    blank = client.post("/practice/next", json={"name": "chain", "seed": 3}).json()
    some = judged(client, "chain", 3, {key: truths("chain", 3)[key]})
    blanks = [picture.count('class="b"') for picture in (blank["svg"], some["svg"])]
    # Of seven nodes the four inputs have values, and the output its own gradient.
    assert blanks == [3 + 6, 3 + 6 - 1]
    for name in exercise.graph.intermediates:
        shown = f">{exercise.graph.value[name]:.4g}<"
        assert shown not in blank["svg"]
    assert f">{exercise.graph.value[key]:.4g}<" in some["svg"]


def test_an_answer_may_be_a_number_steps_or_latex(client: TestClient) -> None:
    exercise = drawn("product", 0).exercise
    w, x = exercise.graph.inputs[:2]
    q = exercise.graph.intermediates[0]
    value = number_text(float(exercise.graph.value[q]))
    for text in (value, f"{w}*{x} = {value}", rf"{w} \cdot {x} = {value}", f"${w} {x} = {value}$", f"{q} = {value}"):
        verdict = judged(client, "product", 0, {q: text})["verdicts"][q]
        assert verdict["right"], (text, verdict)
    preview = judged(client, "product", 0, {q: rf"{w} \cdot {x}"})["verdicts"][q]["preview"]
    assert preview.startswith("<math")


def test_a_mistake_is_told_by_its_hints_and_what_follows_is_carried(client: TestClient) -> None:
    exercise = drawn("chain", 3).exercise
    q, r, _ = exercise.graph.intermediates
    wrong = truths("chain", 3) | {q: number_text(-float(exercise.graph.value[q]))}
    verdict = judged(client, "chain", 3, wrong)["verdicts"][q]
    assert verdict["diagnosis"] == "sign"
    assert verdict["hints"]
    assert not verdict["right"]
    assert number_text(float(exercise.graph.value[q])) not in " ".join([verdict["learner"], *verdict["hints"]])
    assert judged(client, "chain", 3, wrong)["verdicts"][r]["right"]


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", r"\frac{" * 300, "$" * 500, "\x00\x1b[31m", "=" * 900,
                                  r"\text{<script>alert(1)</script>}", "𝒙" * 400,
                                  r"\text{<![CDATA[<img src=x onerror=alert(1)>]]>}", r"\color{x\" onload=\"y}{z}",
                                  r"\href{javascript:alert(1)}{x}", r"\text{<mi onclick=alert(1)>}"])  # fmt: skip
def test_whatever_is_typed_is_answered(client: TestClient, text: str) -> None:
    answer = judged(client, "chain", 3, {drawn("chain", 3).exercise.keys[0].text: text})
    [verdict] = answer["verdicts"].values()
    assert not verdict["right"]
    seen = Seen()
    seen.feed(verdict["preview"] or "")
    assert all(tag in ("math", "code") or tag.startswith("m") for tag in seen.tags), seen.tags
    assert not [name for name in seen.attributes if name.startswith("on") or name in ("href", "style", "src")]


def test_a_flood_in_a_field_is_refused(client: TestClient) -> None:
    key = drawn("chain", 3).exercise.keys[0].text
    assert "at most 2,000 characters" in judged(client, "chain", 3, {key: "1" * 2001})["problem"]
    assert "there is no exercise" in judged(client, "nonsense", 3, {})["problem"]


def test_next_is_what_was_solved_least_and_never_the_same_twice() -> None:
    names = list(MODELS)
    assert next_name({}, {}, None, 0) == names[0]
    assert next_name({names[0]: 1}, {}, names[0], 0) == names[1]
    assert next_name(dict.fromkeys(names, 2) | {names[4]: 1}, {}, None, 0) == names[4]
    assert next_name({}, {}, names[0], 0) == names[1]


def test_a_misconception_brings_an_exercise_on_which_it_can_come_again() -> None:
    chosen = {next_name({}, {"pathproduct": 1}, None, seed) for seed in range(40)}
    assert chosen  # one path only allows no product of paths
    for name in chosen:
        exercise = drawn(name, 1).exercise
        graph = exercise.graph
        users = [
            sum(arg == graph.index_of(n) for i in range(len(graph)) for arg in graph.args_of(i)) for n in graph.inputs
        ]
        assert max(users) > 1, name
