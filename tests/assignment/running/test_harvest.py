"""What leaves a learner's namespace: plain data, whatever is in there."""

import json
import struct
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
import torch
from hypothesis import given
from hypothesis import strategies as st

from gradbook.assignment import load_assignment
from gradbook.assignment.checking.checks import CheckResult
from gradbook.assignment.checking.grading_session import GradingSession
from gradbook.assignment.definition import Probe, Question
from gradbook.assignment.errors import ExportError
from gradbook.assignment.running.exports import CellRun, Exports, WrongAnswer, live_exports, request
from gradbook.assignment.running.harvest import harvest

NETWORK = """
import torch
from torch import nn
class NeuralNet(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.input_size = input_size
        self.l1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.l2 = nn.Linear(hidden_size, num_classes)
    def forward(self, x):
        return self.l2(self.relu(self.l1(x)))
"""


def export(**namespace: Any) -> Exports:
    asked = {"names": list(namespace), "probes": []}
    return Exports.from_bytes(harvest(namespace, asked), asked)


def passed(question: str, namespace: dict[str, Any]) -> bool:
    a8 = load_assignment("a8")
    exports = live_exports([a8.question(question)], namespace)
    results = GradingSession(a8).check_question(question, exports)
    assert not any(result.broken for result in results), results
    return all(result.passed for result in results)


def checked(question: Question, namespace: dict[str, Any]) -> list[CheckResult]:
    return GradingSession(load_assignment("a8")).check_question(question, live_exports([question], namespace))


def network(old: str = "", new: str = "") -> dict[str, Any]:
    assert old in NETWORK
    namespace: dict[str, Any] = {}
    exec(NETWORK.replace(old, new), namespace)
    return namespace


class AlwaysEqual(int):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class Liar(int):
    def __int__(self) -> int:
        return 784

    def __index__(self) -> int:
        return 784

    def __float__(self) -> float:
        return 784.0


def test_plain_values_come_through_exactly() -> None:
    values = {"a": 784, "b": -0.5, "c": [1, [2.5, None]], "d": {"k": True}, "e": "text", "f": (1, 2)}
    found = export(**values)
    assert found.values == {**values, "f": [1, 2]}
    assert not found.problems


def test_arrays_and_modules_come_through() -> None:
    found = export(
        array=np.arange(6.0).reshape(2, 3), tensor=torch.ones(2, dtype=torch.bfloat16), model=torch.nn.Linear(3, 2)
    )
    assert found.array("array").tolist() == [[0, 1, 2], [3, 4, 5]]
    assert found.array("tensor").tolist() == [1, 1]
    assert found.state("model")["weight"].shape == (2, 3)
    assert export(scalar=np.float64(3)).number("scalar") == 3


def test_what_is_not_finite_is_none() -> None:
    found = export(a=float("nan"), b=[1.0, float("inf")])
    assert found.values["a"] is None
    assert np.isnan(found.numbers("b")[1])
    with pytest.raises(WrongAnswer):
        found.number("a")


def _deep() -> list[Any]:
    value: list[Any] = []
    for _ in range(900):
        value = [value]
    return value


class Raises:
    def __getattribute__(self, name: str) -> Any:
        raise SystemExit(name)


class ClaimsToBeInt:
    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return int


class Endless(list):  # type: ignore[type-arg]
    def __iter__(self) -> Any:
        while True:
            yield 1


# Made where they are needed: pytest itself would fall for some of them.
HOSTILE = {
    "deep": _deep,
    "object": object,
    "raises": Raises,
    "claims to be int": ClaimsToBeInt,
    "huge number": lambda: 10**400,
    "long list": lambda: list(range(200_000)),
    "objects in an array": lambda: np.array([object()]),
    "texts in an array": lambda: np.array(["text"]),
    "complex": lambda: torch.ones(2, dtype=torch.complex64),
    "blank": lambda: ...,
    "function": lambda: len,
    "keys": lambda: {1: 2},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_values_are_refused_by_name(name: str) -> None:
    found = export(bad=HOSTILE[name](), good=1)
    assert "bad" in found.problems
    assert found.values == {"good": 1}


def test_subclasses_lose_what_they_say_of_themselves() -> None:
    found = export(a=AlwaysEqual(3), b=Liar(3), c=Endless([1, 2]))
    assert type(found.values["a"]) is int
    assert found.values == {"a": 3, "b": 3, "c": [1, 2]}


def test_the_input_size() -> None:
    assert passed("q6", {"input_size": 784})
    for wrong in (783, AlwaysEqual(783), Liar(783), "784", [784], True, ..., None, float("nan"), 784.5):
        assert not passed("q6", {"input_size": wrong}), wrong
    assert not passed("q6", {})


def test_the_network() -> None:
    assert passed("q7", network())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nn.Linear(input_size, hidden_size)", "nn.Linear(784, 500)"),
        ("nn.Linear(hidden_size, num_classes)", "nn.Linear(hidden_size, 10)"),
        ("nn.Linear(input_size, hidden_size)", "..."),
        ("self.relu(self.l1(x))", "self.l1(x)"),
        ("self.l2(self.relu(self.l1(x)))", "self.relu(self.l2(self.l1(x)))"),
        ("return self.l2", "return 2 * self.l2"),
        ("return self.l2(self.relu(self.l1(x)))", "return torch.zeros(len(x), self.l2.out_features)"),
        ("return self.l2(self.relu(self.l1(x)))", "return [[0.0] * self.l2.out_features] * len(x)"),
        ("return self.l2(self.relu(self.l1(x)))", "return torch.zeros(len(x), 10)"),
        ("return self.l2", "raise KeyboardInterrupt\n        return self.l2"),
        ("return self.l2", "raise SystemExit\n        return self.l2"),
        ("self.input_size = input_size", "self.input_size = 784"),
        ("class NeuralNet", "class Other"),
        ("nn.ReLU()", "nn.Linear(hidden_size, hidden_size)"),
    ],
)
def test_another_network_does_not_pass(old: str, new: str) -> None:
    assert not passed("q7", network(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "        self.relu = nn.ReLU()",
            "        for part in self.parameters(): part.data.zero_()\n        self.relu = nn.Identity()",
        ),
        ("self.relu(self.l1(x))", "(self.l1(x) + 50) - 50"),
        ("        self.relu = nn.ReLU()", "        self.l1.bias.data += 50\n        self.relu = nn.Identity()"),
        ("self.l2(self.relu(self.l1(x)))", "self.l2.bias.expand(len(x), -1)"),
        ("nn.ReLU()", "nn.Sigmoid()\n        self.l1.weight.data *= 1e-9"),
        ("nn.ReLU()", "nn.LeakyReLU(0.001)"),
        ("nn.ReLU()", "nn.GELU()"),
        ("nn.ReLU()", "nn.ReLU6()"),
        (
            "        self.relu = nn.ReLU()",
            "        self.l1.weight.data *= float('inf')\n        self.relu = nn.Identity()",
        ),
        ("return self.l2(self.relu(self.l1(x)))", "return self.l2(torch.relu(self.l1(x))) * float('nan')"),
        ("return self.l2(self.relu(self.l1(x)))", "return torch.full((len(x), self.l2.out_features), 1e38) * 10"),
    ],
)
def test_weights_of_the_learners_own_hide_nothing(old: str, new: str) -> None:
    question = load_assignment("a8").question("q7")
    found = {result.name: result for result in checked(question, network(old, new))}
    assert not found["check_q7_forward"].passed
    assert not any(result.broken for result in found.values())


def test_the_graders_weights_are_new_each_time_and_loaded_before_the_call() -> None:
    question = load_assignment("a8").question("q7")
    cases = live_exports([question], network()).cases("network")
    again = live_exports([question], network()).cases("network")
    drawn = [case.weights["l1.weight"] for case in (*cases, *again)]
    assert len({array.tobytes() for array in drawn}) == len(drawn)
    assert all(case.state["l1.weight"].shape == case.weights["l1.weight"].shape for case in cases)
    assert not np.allclose(cases[0].state["l1.weight"], cases[0].weights["l1.weight"])


def test_patches_in_the_learners_process_do_not_help(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = request([load_assignment("a8").question("q7")], seed=1)
    wrong = network("self.relu(self.l1(x))", "self.l1(x)")
    with monkeypatch.context() as patch:
        patch.setattr(torch, "allclose", lambda *_, **__: True)
        patch.setattr(torch.Tensor, "__eq__", lambda *_: True)
        data = harvest(wrong, asked)
    results = GradingSession(load_assignment("a8")).check_question("q7", Exports.from_bytes(data, asked))
    assert {result.name: result.passed for result in results} == {"check_q7_layers": True, "check_q7_forward": False}


def test_probes_are_fresh_and_leave_the_learners_random_numbers_alone() -> None:
    question = load_assignment("a8").question("q7")
    assert request([question], 1) == request([question], 1)
    assert request([question], 1) != request([question], 2)
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    live_exports([question], network())
    assert torch.equal(torch.rand(3), expected)


@pytest.mark.parametrize("name", ["input_size", "losses"])
@pytest.mark.parametrize(
    "forged",
    [
        "1" * 4299,
        "1" * 5000,
        "1e999",
        "-0.0",
        "[" * 60 + "]" * 60,
        '"\\ud800"',
        "[1e999]",
        "[null]",
        '{"a": 1}',
        "[[]]",
        "true",
    ],
)
def test_a_forged_value_is_wrong_and_never_breaks_a_check(name: str, forged: str) -> None:
    a8 = load_assignment("a8")
    session = GradingSession(a8)
    asked = session.request(1)
    network = [{"attributes": {"input_size": "9" * 10}, "problem": None, "output": 1}] * 3
    head = json.dumps({"values": {}, "states": {"model": 1}, "problems": {}, "probes": {"network": network}})
    text = head.replace('"values": {}', f'"values": {{"{name}": {forged}}}').encode()
    tensors = safetensors.numpy.save(
        {
            "value/model/l1.weight": np.full((3, 784), np.float32(3e38)),
            "value/model/l1.bias": np.zeros((3, 0), np.int64),
            "value/model/l2.weight": np.ones((10, 3), bool),
            "value/model/l2.bias": np.ones(()),
            "probe/network/0/state/l1.weight": np.ones((2, 2, 2)),
        }
    )
    data = struct.pack("<Q", len(text)) + text + struct.pack("<Q", len(tensors)) + tensors
    try:
        exports = Exports.from_bytes(data, asked)
    except ExportError:
        return
    for question in ("q6", "q7", "q8"):
        for result in session.check_question(question, exports):
            assert not result.passed
            assert not result.broken, result.message


def test_a_forged_array_fills_no_memory_of_the_graders() -> None:
    # Each of these is a few megabytes, or bytes, and was gigabytes once NumPy or a list had stretched it.
    a8 = GradingSession(load_assignment("a8"))
    falling = [float(180 - step) for step in range(180)]
    shapes = {"l1.weight": (1, 784), "l1.bias": (1,), "l2.weight": (10, 1), "l2.bias": (10,)}
    for name, shape in (("l1.bias", (10**6, 1, 1)), ("l2.bias", (10**6, 1, 10)), ("l1.bias", (10, 1, 1))):
        model = {key: np.ones(size, np.float32) for key, size in (shapes | {name: shape}).items()}
        (result,) = a8.check_question("q8", Exports(values={"losses": falling}, states={"model": model}))
        assert not result.passed and not result.broken, result.message
        assert "shapes" in result.message
    (result,) = a8.check_question("q8", Exports(arrays={"losses": np.ones(200_000, np.int8)}))
    assert "too many parts" in result.message


def test_an_array_without_bytes_but_with_endless_rows_is_refused() -> None:
    text = json.dumps({"values": {}, "states": {}, "problems": {}, "probes": {}}).encode()
    for array in (np.zeros((10**9, 0)), np.zeros((1,) * 17), np.zeros(2, np.complex64)):
        tensors = safetensors.numpy.save({"value/a": array})
        data = struct.pack("<Q", len(text)) + text + struct.pack("<Q", len(tensors)) + tensors
        with pytest.raises(ExportError):
            Exports.from_bytes(data, {"names": ["a"], "probes": []})


def test_a_function_of_numbers() -> None:
    probe = Probe(name="p", call="area", inputs=((), ()), arrays="list", cases=2)
    question = Question.model_validate({"id": "q1", "title": "T", "kind": "code", "points": 1, "probe": [probe]})
    (first, _) = live_exports([question], {"area": lambda a, b: a * b}).cases("p")
    assert first.output == pytest.approx(first.inputs[0] * first.inputs[1])


@given(st.binary(max_size=200))
def test_junk_from_the_sandbox_is_refused(data: bytes) -> None:
    with pytest.raises(ExportError):
        Exports.from_bytes(data, {"names": ["a"], "probes": []})


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("timeout", "its cell did not come to its end"),
        ("died", "its cell ended the whole run"),
        ("error", "it is not defined"),
    ],
)
def test_a_name_that_an_ended_cell_was_to_define_is_laid_to_that_cell(status: str, why: str) -> None:
    questions = load_assignment("a8").questions
    asked = request(questions, 1)
    cells = tuple(CellRun(number, id, status) for number, id in enumerate(("q6", "q7")))
    found = Exports.from_bytes(harvest({}, asked), asked)
    told = Exports(problems=found.problems, probes=found.probes, cells=cells).with_causes(questions)
    with pytest.raises(WrongAnswer, match=f"`input_size` cannot be used: {why}"):
        told.number("input_size")
    with pytest.raises(WrongAnswer, match=why if status != "error" else "NeuralNet is not defined"):
        told.cases("network")


def test_forged_frames_are_refused() -> None:
    asked = request(load_assignment("a8").questions, 1)

    def frames(text: str, tensors: bytes = b"", claimed: int | None = None) -> bytes:
        size = len(text) if claimed is None else claimed
        return struct.pack("<Q", size) + text.encode() + struct.pack("<Q", len(tensors)) + tensors

    head = json.dumps({"values": {}, "states": {}, "problems": {}, "probes": {"network": "mine"}})
    honest = Exports.from_bytes(frames(head), asked)
    assert {case.problem for case in honest.probes["network"]} == {"nothing came back"}
    for data in (
        frames(head, b"junk"),
        frames(head, claimed=10**9),
        frames(head, claimed=2**63),
        frames(head) + b"x",
        frames("[]"),
        frames("[" * 5000),
        frames(head.replace('"mine"', "NaN")),
        frames('{"values": 1}'),
    ):
        with pytest.raises(ExportError):
            Exports.from_bytes(data, asked)
