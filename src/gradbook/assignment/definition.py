"""An assignment's file, `assignment.toml`, read and checked.

The file says what is asked, what it is worth and which check judges it. What is wrong in it is said with file, key and
remedy, so that a teacher need not read this module.
"""

import contextlib
import math
import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from gradbook.assignment.errors import AssignmentError
from gradbook.assignment.fields import (
    FOLDER,
    ID,
    NOTEBOOK,
    PATTERNS,
    Due,
    Finite,
    Inside,
    Name,
    Picture,
    Points,
    Range,
    Rate,
    Share,
    Zone,
)
from gradbook.assignment.layout import DATA, DEFINITION, IMAGES, KIT
from gradbook.assignment.naming import as_folder, assignment_folder, holds_assignment, is_ours
from gradbook.core.text.suggest import did_you_mean, nearest

Kind = Literal["written", "code", "quiz", "manual"]
AUTOGRADED = ("code", "quiz")
"""Kinds that a machine alone marks; people read the others."""
_LARGEST = 2**20  # bytes of an assignment.toml
_MOST_NUMBERS = 10_000_000  # of all inputs of a probe
_LIST = 'give a list in brackets, such as ["q", "f"] or [2, 9]'


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Probe(_Model):
    """A function or class of the learner's, called with fresh random inputs.

    Attributes:
        name: what checks call it: `exports.cases(name)`.
        call: the learner's name for the function or class.
        sizes: for each size its smallest and largest value, as { n = [2, 9] }; one is drawn a case.
        built_with: the sizes that a class is built with, in order; none for a function.
        inputs: the shape of each input in sizes and numbers, as [["n", 3]]; [] is a single number.
        arrays: what the inputs are: "torch", "numpy" or "list".
        attributes: of the built object, those to export.
        weights: of a built PyTorch module, the shape of each weight by its name; they are then drawn as the inputs are,
            loaded before it is called, and given to checks, so that no weights of the learner's can hide what it does.
        cases: how often it is called, 1 to 20.
    """

    name: Name
    call: Name
    sizes: Mapping[Name, Range] = {}
    built_with: tuple[str, ...] = ()
    inputs: tuple[tuple[str | int, ...], ...] = Field(min_length=1)
    arrays: Literal["torch", "numpy", "list"] = "torch"
    attributes: tuple[Name, ...] = ()
    weights: Mapping[str, tuple[str | int, ...]] = {}
    cases: int = Field(default=3, ge=1, le=20)

    @model_validator(mode="after")
    def _known_sizes(self) -> "Probe":
        if self.weights and not self.built_with:
            raise ValueError("weights belong to a class that is built: say with what, in built_with")
        shapes = (*self.inputs, *self.weights.values())
        used = {*self.built_with, *(part for shape in shapes for part in shape if isinstance(part, str))}
        if unknown := sorted(used - self.sizes.keys()):
            raise ValueError(f"{', '.join(unknown)} has no range; add it under sizes, such as {unknown[0]} = [2, 9]")
        for shape in shapes:
            if any(isinstance(part, int) and not 0 <= part <= 2000 for part in shape):
                raise ValueError("the sizes of inputs must be whole numbers between 0 and 2000")
            if math.prod(self.sizes[part][1] if isinstance(part, str) else part for part in shape) > _MOST_NUMBERS:
                raise ValueError(f"an input may have {_MOST_NUMBERS:,} numbers at the most; make its sizes smaller")
        for name, (low, high) in self.sizes.items():
            if not 0 <= low <= high <= 2000:
                raise ValueError(f"sizes.{name} must be two whole numbers in order, between 0 and 2000")
        return self


class CheckRef(_Model):
    """One function of checks.py and its share of a question's points.

    Attributes:
        name: the function's; one that begins with hidden_ is hidden.
        points: its share; all shares together must be the question's points.
    """

    name: Name
    points: Points

    @property
    def hidden(self) -> bool:
        """Whether learners do not get it."""
        return self.name.startswith("hidden_")


class Question(_Model):
    """One question.

    Attributes:
        id: its name, as in `grader.check("q1")` and in the notebook's `# BEGIN QUESTION`.
        title: its heading.
        kind: "written" (mathematics, judged against the graph), "code" (judged by checks.py on what is exported),
            "quiz" (choices in record.txt) or "manual" (a person reads it).
        points: what it is worth: 0.5, or a fraction as "1/3".
        ask: of a written question, the quantities asked: q, q:formula, df/dw, local:df/dq, w1 or new:w (w after
            one step).
        quiz: of a quiz question, ids of quiz.json.
        export: of a code question, the learner's names whose values are exported.
        probes: of a code question, what is called with random inputs.
        checks: of a code question, which functions of checks.py judge it. Without any: all that are called check_ID,
            check_ID_..., hidden_ID or hidden_ID_..., each with an equal share of the points.
    """

    id: str = Field(pattern=ID)
    title: str = Field(min_length=1)
    kind: Kind
    points: Points
    ask: tuple[str, ...] = ()
    quiz: tuple[str, ...] = ()
    export: tuple[Name, ...] = ()
    probes: tuple[Probe, ...] = Field(default=(), alias="probe")
    checks: tuple[CheckRef, ...] = Field(default=(), alias="check")

    @property
    def in_markdown(self) -> bool:
        """Whether the answer is text in the notebook, not code or a choice."""
        return self.kind in ("written", "manual")

    @model_validator(mode="after")
    def _of_its_kind(self) -> "Question":
        belongs = {"ask": "written", "quiz": "quiz", "export": "code", "probes": "code", "checks": "code"}
        for key, kind in belongs.items():
            if getattr(self, key) and self.kind != kind:
                raise ValueError(f"{key} belongs to a question of kind {kind}, and this one is {self.kind}")
        for key in ("ask", "quiz"):
            if self.kind == belongs[key] and not getattr(self, key):
                raise ValueError(f"a {self.kind} question needs {key}: what is asked")
        return self


class Late(_Model):
    """What a late hand-in counts.

    Attributes:
        credit: the share of its points that it keeps, such as 0.75.
        days: how many days (of 24 hours) late it may be; later it counts nothing.
        grace: minutes after a deadline that do not count as late.
        zone: in which times without a zone are read and all times are shown, such as "America/Los_Angeles"; without
            it the deadline's own.
    """

    credit: Share = Fraction(0)
    days: int = Field(default=0, ge=0, le=3650)
    grace: int = Field(default=0, ge=0, le=14400)
    zone: Zone = None


class GraphDef(_Model):
    """The graph that the written questions are about.

    Attributes:
        text: statements such as "q = w*x; f = q + b".
        values: a number for each input, as { w = 5, x = 2, b = -2 }.
        lr: the learning rate of the gradient step.
        picture: where its picture, a worksheet with blanks, goes in the learner's folder, such as "imgs/graph.png".
        variants: what a learner's variant has of its own: "numbers", or "functions" as well (a sum for a product, a
            tanh for a sigmoid); then the notebook says {{text}} or {{f:latex}} where it speaks of the function.
        ranges: for inputs of a variant, the smallest and the largest number, as { y = [0, 1] }; without one, a target
            gets what its function can give, and all else a number of the size of the one in values.
    """

    text: str
    values: Mapping[Name, Finite]
    lr: Rate = 0.01
    variants: Literal["numbers", "functions"] = "numbers"
    ranges: Mapping[Name, tuple[Finite, Finite]] = Field(default_factory=dict)
    picture: Picture = None

    @model_validator(mode="after")
    def _ranges_of_inputs(self) -> "GraphDef":
        for name, (low, high) in self.ranges.items():
            if name not in self.values:
                raise ValueError(f"ranges: {name} is no input; the inputs are {', '.join(self.values)}")
            if not -1e6 <= low < high <= 1e6 or high - low < 1e-6:
                raise ValueError(f"ranges: give {name} a smallest and a larger number, such as [0, 1]")
        return self


class Assignment(_Model):
    """An assignment, as its file says.

    Attributes:
        name: the name of its folder, such as a8.
        folder: where assignment.toml, checks.py and quiz.json are.
        title: its heading.
        notebook: the file name of the notebook; in a teacher's folder it is the master.
        due: date and time with the time zone, such as 2030-01-31T20:00:00+00:00; without it nothing is late.
        data: "digits" for a data/ in the learner's folder, with MNIST as torchvision lays it out.
        files: what else of a teacher's folder learners get: files, folders, or patterns such as "tables/*.csv".
        variant: whose numbers the learner's folder has; `gradbook build --variant` writes it.
        late: what a late hand-in counts.
        graph: what the written questions are about.
        questions: in order.
    """

    name: str = Field(pattern=FOLDER)
    folder: Path
    title: str = Field(min_length=1)
    notebook: str = Field(pattern=NOTEBOOK)
    due: Due = None
    data: Literal["digits"] | None = None
    files: tuple[Inside, ...] = (IMAGES, DATA)
    variant: str | None = None
    late: Late = Late()
    graph: GraphDef | None = None
    questions: tuple[Question, ...] = Field(alias="question", min_length=1)

    @model_validator(mode="after")
    def _consistent(self) -> "Assignment":
        ids = [question.id for question in self.questions]
        if twice := sorted({id for id in ids if ids.count(id) > 1}):
            raise ValueError(f"two questions are called {twice[0]}; give each an id of its own")
        if self.graph is None and any(question.kind == "written" for question in self.questions):
            raise ValueError("written questions need a [graph] with text and values")
        picture = self.graph.picture if self.graph else None
        if picture and self.data and PurePosixPath(picture).parts[0] == "data":
            raise ValueError("graph.picture cannot be in data/, which holds the digits; use imgs/graph.png")
        probes = [probe.name for question in self.questions for probe in question.probes]
        if twice := sorted({name for name in probes if probes.count(name) > 1}):
            raise ValueError(f"two probes are called {twice[0]}; give each a name of its own")
        return self

    def question(self, id: str) -> Question:
        """Return a question by its id.

        Raises:
            AssignmentError: there is none; the message lists the ids.
        """
        for question in self.questions:
            if question.id == id:
                return question
        known = [question.id for question in self.questions]
        hint = did_you_mean(id, known)
        raise AssignmentError(f"{self.title} has no question {id!r}; it has {', '.join(known)}.{hint}")

    @property
    def points(self) -> Fraction:
        """What the whole assignment is worth."""
        return sum((question.points for question in self.questions), Fraction(0))


def load_assignment(where: str | Path) -> Assignment:
    """Read an assignment.

    Args:
        where: the name of one that comes with Gradbook, such as "a8", or a folder: a teacher's, or a learner's made
            from it; see `naming`.

    Raises:
        AssignmentError: there is none, or its file is wrong; the message names file, key and remedy.
    """
    folder = assignment_folder(where)
    path = folder / DEFINITION
    try:
        if path.stat().st_size > _LARGEST:
            raise AssignmentError(f"{path} is larger than {_LARGEST // 2**20} MiB: it cannot be an assignment's file.")
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AssignmentError(f"{path} cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:  # not TOML, not UTF-8, a number of 5,000 digits, nested too deeply
        raise AssignmentError(f"{path} is not TOML that can be read: {error}.") from error
    shipped = folder.name == KIT
    home = folder.resolve().parent if shipped else folder.resolve()
    try:
        return Assignment.model_validate({"name": home.name, **raw, "folder": folder})
    except ValidationError as error:
        raise AssignmentError(_message(path, error, raw)) from error


def namesake(where: str) -> str:
    """Say that one of Gradbook's was named and that a folder holds another assignment under this name, or return ""."""
    if not is_ours(where) or not holds_assignment(Path(where)):
        return ""
    meant = load_assignment(where)
    with contextlib.suppress(AssignmentError):  # one with a mistake in it is another
        if load_assignment(Path(where)).model_copy(update={"folder": meant.folder}) == meant:
            return ""
    return f"{where} is Gradbook's own assignment ({meant.title}). The folder of this name is {as_folder(Path(where))}."


def _message(path: Path, error: ValidationError, raw: dict[str, Any]) -> str:
    """Say the first thing that is wrong, where, and what to do."""
    # A misspelt key is also one that is missing: the misspelling says more.
    first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    parts = [part for part in first["loc"] if not isinstance(part, str) or part.isidentifier()]
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")
    if parts[:1] == ["question"] and len(parts) > 1 and isinstance(parts[1], int):
        with_id = raw["question"][parts[1]]
        key += f" (question {with_id['id']})" if isinstance(with_id, dict) and "id" in with_id else ""
    where = f"{path}: {key}: " if key else f"{path}: "
    if first["type"] == "extra_forbidden":
        known = _keys_at(parts[:-1])
        near = nearest(str(parts[-1]), known)
        remedy = f"did you mean {near}?" if near else f"the keys here are {', '.join(known)}."
        return f"{where}there is no such key; {remedy}"
    if first["type"] == "missing":
        return f"{where}this key is missing; add it."
    text = first["msg"].removeprefix("Value error, ")
    if first["type"] == "tuple_type":
        table = parts[-1] in ("question", "probe", "check")
        text = f"write its heading in two brackets, [[{'.'.join(map(str, parts[::2]))}]]" if table else _LIST
    elif first["type"] == "literal_error":
        known = re.findall(r"'([^']+)'", first["ctx"]["expected"])
        hint = did_you_mean(str(first["input"]), known)
        return f"{where}it should be {first['ctx']['expected']}, not {first['input']!r}.{hint}"
    elif first["type"] == "string_pattern_mismatch":
        text = PATTERNS.get(first["ctx"]["pattern"], text)
    return f"{where}{text[:1].lower()}{text[1:]}."


def _keys_at(parts: list[int | str]) -> list[str]:
    models: dict[tuple[str, ...], type[BaseModel]] = {
        (): Assignment,
        ("question",): Question,
        ("question", "probe"): Probe,
        ("question", "check"): CheckRef,
        ("late",): Late,
        ("graph",): GraphDef,
    }
    model = models[tuple(part for part in parts if isinstance(part, str))]
    hidden = {"name", "folder"} if model is Assignment else set()
    return [field.alias or name for name, field in model.model_fields.items() if name not in hidden]


def parse_reference(text: str) -> tuple[Assignment, Question]:
    """Return what "a8:q4" refers to.

    Raises:
        AssignmentError: it is not of that form, or there is no such assignment or question.
    """
    where, colon, id = text.rpartition(":")
    if not colon or not where or not id:
        raise AssignmentError(f"{text!r} is not of the form ASSIGNMENT:QUESTION, such as a8:q4.")
    assignment = load_assignment(where)
    return assignment, assignment.question(id)
