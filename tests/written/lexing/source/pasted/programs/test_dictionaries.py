"""Numbers by names: an object of JavaScript is judged as Python's dict is, by its name, remarks and later changes."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

SEED = EXERCISES["seed"]


def accepted(answer: str) -> set[str]:
    return {key for key, verdict in verdicts(answer, SEED).items() if verdict.status in ACCEPTED}


@pytest.mark.parametrize(
    "name",
    ["forward", "fwd", "v", "werte", "valeurs", "resultados", "forwardPass", "cache", "ans"],
)
@pytest.mark.parametrize(
    "written", ['{} = {{"q": 10, "r": 8}}', "const {} = {{ q: 10, r: 8 }};", "var {} = {{q: 10, r: 8}};"]
)
def test_a_dictionary_of_the_answer_counts(written: str, name: str) -> None:
    assert {"q", "r"} <= accepted(written.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "const v = { q: 10, r: 8 }; // forward pass",
        "const v = { q: 10, r: 8 }; /* the values */",
        "// forward\nconst v = { q: 10, r: 8 };",
        "let values = {\n  q: 10, // w*x\n  r: 8,\n};",
        "```js\nconst forward = {\n  q: w * x, // 10\n  r: q + b, // 8\n};\n```",
        "const fwd = { q: 10, r: 8 }, bwd = { q: 3 };",
        "{ q: 10, r: 8 }",
        'values = {"q": 10, "r": 8}  # * x',
        "values_of_f = {'q': 10, 'r': 8}",
        "forward -> { q: 10, r: 8 }",
    ],
)
def test_remarks_and_other_dictionaries_take_nothing_back(text: str) -> None:
    assert {"q", "r"} <= accepted(text)


@pytest.mark.parametrize("step", ["params.w = params.w - 0.01 * 6; // 4.94", "params.w -= 0.01 * 6; // 4.94"])
def test_an_entry_of_an_object_takes_a_step(step: str) -> None:
    assert "w1" in accepted(f"let params = {{ w: 5, b: -2 }};\n{step}")
    assert "w1" not in accepted(f"let params = {{ w: 5, b: -2 }};\n{step}".replace("6", "7").replace("4.94", "4.93"))


@pytest.mark.parametrize(
    "name",
    [
        "old", "previous", "other", "fake", "his", "tim", "target", "student2", "theirs", "notMine", "example", "wrong",
        "incorrect", "points", "pages", "no", "falsch", "ancien", "tomsValues",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "written",
    [
        '{} = {{"q": 10, "r": 8}}',
        "const {} = {{ q: 10, r: 8 }};",
        "```js\nconst {} = {{ q: 10, r: 8 }};\n```",
        "let {} = {{\n  q: 10,\n  r: 8, // q + b\n}};",
        "const {} = {{ q: 5 * 2, r: 10 - 2 }};",
        "```python\n{} = dict(q=10, r=8)\n```",
        "{} := {{ q: 10, r: 8 }}",
        "const {}: Record<string, number> = {{ q: 10, r: 8 }};",
        "{} = {{ q => 10, r => 8 }}",
    ],
)
def test_one_that_may_be_anybodys_does_not(written: str, name: str) -> None:
    assert not accepted(written.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "const v = { q: 10, r: 8 }; // Ben's",
        "const v = { q: 10, r: 8 }; // wrong!",
        "const v = { q: 10, r: 8 }; // not mine",
        "const v = { q: 10, r: 8 }; /* Ben's */",
        "// Ben's values\nconst v = { q: 10, r: 8 };",
        "/* wrong */\nconst v = { q: 10, r: 8 };",
        "const v = { q: 10, r: 8 };\n// these are wrong",
        'not mine: v = {"q": 10, "r": 8}',
        "wrong, v = { q: 10, r: 8 }",
        "let v = { q: 10, r: 8 };\nv.q = 12; v.r = 9;",
        "```js\nlet v = { q: 10, r: 8 };\nv.q = 12;\nv.r = 9;\n```",
        'v = {"q": 10, "r": 8}\nv["q"] = 12\nv["r"] = 9',
        'v = {"q": 10, "r": 8}\nv["q"] += 2\nv["r"] -= 1',
        "let v = { q: 10, r: 8 };\nv = { q: 12, r: 9 };",
        "const fake = { q: 10, r: 8 }, bwd = { w: 6 };",
    ],
)
def test_what_is_said_of_one_is_heard(text: str) -> None:
    found = verdicts(text, SEED)
    assert not accepted(text) & {"q", "r"}
    assert not any(found[key].status is Status.WRONG for key in ("q", "r"))
