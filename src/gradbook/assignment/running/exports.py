"""What a hand-in exports: plain data, made where the learner's code ran, judged where it never was.

Everything in `Exports` that came from a learner is a claim. The inputs and weights of probes are not: they are the
grader's own, drawn by `request` and put back beside the outputs by `Exports.from_bytes`.
"""

import json
import math
import random
import secrets
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook.assignment.definition import Probe, Question
from gradbook.assignment.errors import ExportError
from gradbook.assignment.running import harvest as harvesting
from gradbook.assignment.running.shapes import kind_words, numbers_in, shape_words

Array = npt.NDArray[Any]
Request = dict[str, Any]
_MOST_DIMENSIONS = 16


class WrongAnswer(Exception):  # noqa: N818 - in checks.py it reads as what it says
    """A check's finding: the answer is not right. The message is for the learner and never gives the answer."""


@dataclass(frozen=True, slots=True)
class CellRun:
    """What became of one cell.

    Attributes:
        index: its place in the notebook, from 0.
        question: the question that it belongs to, or "".
        status: "ok", "error", "timeout" (it did not end), "died" (it ended the kernel), "skipped" or "empty".
        seconds: how long it ran.
        text: what it printed, cut at 10,000 characters.
        pictures: its PNG pictures.
        error: the last line of its traceback.
    """

    index: int
    question: str
    status: str
    seconds: float = 0.0
    text: str = ""
    pictures: tuple[bytes, ...] = ()
    error: str = ""


@dataclass(frozen=True, eq=False)
class ProbeCase:
    """One call of a learner's function or class.

    Attributes:
        sizes: the sizes that were drawn.
        inputs: the grader's own inputs: arrays, or numbers.
        output: what came back, whatever it is: an array or JSON, None where nothing did; see `number` and `array`.
        state: the weights by name that the built module had of itself.
        weights: the grader's own, which were loaded before it was called; where they do not fit, there is no output.
        attributes: of the built object, those asked for.
        problem: why there is no output.
    """

    sizes: Mapping[str, int]
    inputs: tuple[Any, ...]
    output: Any = None
    state: Mapping[str, Array] = field(default_factory=dict)
    weights: Mapping[str, Array] = field(default_factory=dict)
    attributes: Mapping[str, Any] = field(default_factory=dict)
    problem: str | None = None

    def number(self) -> float:
        """Return the output as a single number.

        Raises:
            WrongAnswer: it is none; the message says what came back instead.
        """
        return float(self.array())

    def array(self, *shape: int) -> Array:
        """Return the output as an array of numbers of this shape; lists of numbers are taken for one.

        Args:
            *shape: the length of each dimension, as in `case.array(len(x), 3)`.

        Raises:
            WrongAnswer: it is of another shape, or no numbers; the message says what came back instead.
        """
        found = numbers_in(self.output)
        if found is None or found.shape != shape:
            with_sizes = ", ".join(f"{name} = {size}" for name, size in self.sizes.items())
            raise WrongAnswer(
                f"{f'For {with_sizes} it' if with_sizes else 'It'} should return {shape_words(shape)}, and it returns "
                f"{kind_words(self.output) if found is None else shape_words(found.shape)}."
            )
        return found


_UNFINISHED = {
    "timeout": "its cell did not come to its end in time",
    "died": "its cell ended the whole run",
    "skipped": "its cell was not run, as the run was over before",
}


@dataclass(frozen=True, eq=False)
class Exports:
    """All that checks may look at.

    Attributes:
        values: numbers, texts, lists and objects by name; NaN and the infinities are None.
        arrays: arrays and tensors by name.
        states: weights of modules, and state dicts, by name.
        problems: for each name that could not be exported, why.
        probes: by probe, one case a call.
        cells: what became of each cell; empty where none was run.
        answers: the Markdown of written answers, by question.
        record: the content of record.txt.
        no_record: whether record.txt itself is not there, so that what was chosen is not known.
        other_numbers: whether the notebook gives other numbers than its written questions are judged by.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    arrays: Mapping[str, Array] = field(default_factory=dict)
    states: Mapping[str, Mapping[str, Array]] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    probes: Mapping[str, tuple[ProbeCase, ...]] = field(default_factory=dict)
    cells: tuple[CellRun, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    record: bytes = b""
    no_record: bool = False
    other_numbers: bool = False

    @classmethod
    def from_bytes(cls, data: bytes, asked: Request) -> "Exports":
        """Read what `harvest` wrote.

        Args:
            data: two frames, written by anybody.
            asked: the request that they answer.

        Raises:
            ExportError: they are not of the form agreed on.
        """
        header, tensors = _parse(data)
        values = {name: header["values"][name] for name in asked["names"] if name in header["values"]}
        arrays = {name: tensors[f"value/{name}"] for name in asked["names"] if f"value/{name}" in tensors}
        states = {name: _below(f"value/{name}/", tensors) for name in asked["names"] if name in header["states"]}
        problems = {str(name): str(why)[:500] for name, why in header["problems"].items()}
        probes = {
            probe["name"]: tuple(
                _case(probe["name"], number, case, header["probes"], tensors)
                for number, case in enumerate(probe["cases"])
            )
            for probe in asked["probes"]
        }
        return cls(values, arrays, states, problems, probes)

    def with_answers(
        self, answers: Mapping[str, str], record: bytes | None = b"", *, other_numbers: bool = False
    ) -> "Exports":
        """Return the same exports with the notebook's written answers and the quiz's record, None for a lost one."""
        return replace(
            self,
            answers=dict(answers),
            record=record or b"",
            no_record=record is None,
            other_numbers=other_numbers,
        )

    def with_causes(self, questions: Iterable[Question]) -> "Exports":
        """Return the same exports where a name that is not there is laid to the cell of its question that never ended.

        Args:
            questions: of the assignment.
        """
        why = {run.question: _UNFINISHED[run.status] for run in reversed(self.cells) if run.status in _UNFINISHED}
        problems, probes = dict(self.problems), dict(self.probes)
        for question in questions:
            cause = why.get(question.id)
            if cause is None:
                continue
            for name in question.export:
                if problems.get(name) == harvesting.UNDEFINED:
                    problems[name] = cause
            for probe in question.probes:
                probes[probe.name] = tuple(
                    replace(case, problem=cause) if case.problem == f"{probe.call} is not defined" else case
                    for case in self.probes.get(probe.name, ())
                )
        return replace(self, problems=problems, probes=probes)

    # -- what checks ask; each raises WrongAnswer with a message for the learner --------------------------------------

    def number(self, name: str) -> int | float:
        """Return an exported number, of exact type int or float."""
        value = self.values.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        raise WrongAnswer(self._absence(name, "a number"))

    def numbers(self, name: str) -> list[float]:
        """Return an exported list of numbers; one that is not finite is NaN."""
        value = self.values.get(name)
        if name in self.arrays and self.arrays[name].ndim == 1:
            if self.arrays[name].size > harvesting.MAX_ITEMS:  # a list takes thirty times an array's memory
                raise WrongAnswer(f"`{name}` cannot be used: it has too many parts.")
            value = self.arrays[name].tolist()
        if isinstance(value, list) and all(item is None or type(item) in (int, float) for item in value):
            return [float("nan") if item is None else float(item) for item in value]
        raise WrongAnswer(self._absence(name, "a list of numbers"))

    def array(self, name: str) -> Array:
        """Return an exported array or tensor."""
        if name in self.arrays:
            return self.arrays[name]
        raise WrongAnswer(self._absence(name, "an array or a tensor"))

    def state(self, name: str) -> Mapping[str, Array]:
        """Return the weights of an exported module, by name."""
        if name in self.states:
            return self.states[name]
        raise WrongAnswer(self._absence(name, "a module"))

    def cases(self, probe: str) -> tuple[ProbeCase, ...]:
        """Return the calls of a probe, all of which gave something back."""
        cases = self.probes.get(probe, ())
        for case in cases:
            if case.problem is not None:
                raise WrongAnswer(f"Tried with other numbers than the notebook's, it fails: {case.problem}.")
        if not cases:
            why = self.problems.get(probe, "run the cells above first")
            raise WrongAnswer(f"It could not be called: {why}.")
        return cases

    def _absence(self, name: str, wanted: str) -> str:
        if name in self.problems:
            return f"`{name}` cannot be used: {self.problems[name]}."
        if name in self.values or name in self.arrays or name in self.states:
            return f"`{name}` is there, but it is not {wanted}."
        return f"`{name}` is not there: run the cell that defines it."


def request(questions: Iterable[Question], seed: int) -> Request:
    """Return what is asked of a learner's namespace, probe inputs included, as plain data for `harvest`.

    Args:
        questions: those to be checked.
        seed: of the random sizes and inputs; a new one for each check, so that nobody can prepare for it.
    """
    asked = list(questions)
    draw = random.Random(seed)
    names = list(dict.fromkeys(name for question in asked for name in question.export))
    return {"names": names, "probes": [_draw(probe, draw) for question in asked for probe in question.probes]}


def live_exports(questions: Iterable[Question], namespace: Mapping[str, Any]) -> Exports:
    """Export from the namespace of a running notebook, which stays as it is.

    Args:
        questions: those to be checked.
        namespace: the learner's variables, such as `get_ipython().user_ns`.
    """
    asked = request(questions, secrets.randbits(63))
    return Exports.from_bytes(harvesting.harvest(namespace, asked), asked)


def _draw(probe: Probe, draw: random.Random) -> dict[str, Any]:
    cases = []
    for _ in range(probe.cases):
        sizes = {name: draw.randint(low, high) for name, (low, high) in probe.sizes.items()}

        def filled(shape: Iterable[str | int], sizes: Mapping[str, int] = sizes) -> Any:
            return _filled([sizes[part] if isinstance(part, str) else part for part in shape], draw)

        cases.append(
            {
                "sizes": sizes,
                "built_with": [sizes[name] for name in probe.built_with] or None,
                "inputs": [filled(shape) for shape in probe.inputs],
                "weights": {name: filled(shape) for name, shape in probe.weights.items()},
            }
        )
    return {
        "name": probe.name,
        "call": probe.call,
        "arrays": probe.arrays,
        "attributes": list(probe.attributes),
        "cases": cases,
    }


def _filled(shape: list[int], draw: random.Random) -> Any:
    if not shape:
        return round(draw.gauss(0, 1), 6)
    return [_filled(shape[1:], draw) for _ in range(shape[0])]


def _parse(data: bytes) -> tuple[dict[str, Any], dict[str, Array]]:
    if len(data) > harvesting.MAX_BYTES + 2 * harvesting.MAX_HEADER:
        raise ExportError(f"The exports are too large ({len(data):,} bytes).")
    try:
        (size,) = struct.unpack_from("<Q", data, 0)
        text = data[8 : 8 + size]
        (rest,) = struct.unpack_from("<Q", data, 8 + size)
        packed = data[16 + size :]
        if len(text) != size or len(packed) != rest:
            raise ValueError("a frame is cut short, or something follows the last one")
        if size > harvesting.MAX_HEADER:
            raise ValueError("the header is too large")
        header = _sound(json.loads(text, parse_constant=_refuse))
        parts = ("values", "states", "problems", "probes")
        if not isinstance(header, dict) or not all(isinstance(header.get(part), dict) for part in parts):
            raise ValueError("the header has not the parts agreed on")
        return header, _tensors(packed)
    except (ValueError, struct.error, RecursionError, OverflowError) as error:
        raise ExportError(f"The exports cannot be read: {error}.") from error


def _tensors(packed: bytes) -> dict[str, Array]:
    if not packed:
        return {}
    import safetensors
    import safetensors.numpy

    if int.from_bytes(packed[:8], "little") > harvesting.MAX_HEADER:
        raise ValueError("there are too many arrays")
    try:
        arrays = dict(safetensors.numpy.load(packed))
    except (safetensors.SafetensorError, KeyError, TypeError) as error:
        raise ValueError(f"the arrays are damaged ({error})") from error
    for name, array in arrays.items():
        endless = array.size == 0 and max(array.shape) > harvesting.MAX_ITEMS  # no bytes, and lists without number
        if array.dtype.kind not in "fiub" or array.ndim > _MOST_DIMENSIONS or endless:
            raise ValueError(f"the array {name[:100]} is of no kind that is exported")
    return arrays


def _sound(value: Any) -> Any:
    """Return what JSON gave with nothing in it that `harvest` never writes: a check must not break on it.

    Numbers are finite and can be printed, texts can be written to a file.
    """
    if isinstance(value, dict):
        return {_sound(name): _sound(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_sound(part) for part in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and value.bit_length() > harvesting.MAX_BITS:
        raise ValueError("a number is too large")
    return value


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _below(prefix: str, tensors: Mapping[str, Array]) -> dict[str, Array]:
    return {name.removeprefix(prefix): array for name, array in tensors.items() if name.startswith(prefix)}


def _case(
    name: str, number: int, case: dict[str, Any], claims: Mapping[str, Any], tensors: Mapping[str, Array]
) -> ProbeCase:
    inputs = tuple(np.array(value) if isinstance(value, list) else value for value in case["inputs"])
    claimed = claims.get(name)
    claim = claimed[number] if isinstance(claimed, list) and number < len(claimed) else None
    if not isinstance(claim, dict):
        return ProbeCase(case["sizes"], inputs, problem="nothing came back")
    place = f"probe/{name}/{number}"
    attributes = claim.get("attributes")
    problem = claim.get("problem")
    return ProbeCase(
        case["sizes"],
        inputs,
        output=tensors.get(f"{place}/output", claim.get("output")),
        state=_below(f"{place}/state/", tensors),
        weights={weight: np.array(value, dtype=np.float64) for weight, value in (case.get("weights") or {}).items()},
        attributes=attributes if isinstance(attributes, dict) else {},
        problem=None if problem is None else str(problem)[:500],
    )
