"""The practice page: fields to fill in, judged as one types."""

import secrets
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gradbook.assignment.notebook.formulas import mathml
from gradbook.core.errors import UsageError
from gradbook.graph.derivation.text import equation_latex
from gradbook.graph.drawing.svg import svg
from gradbook.graph.printing import latex, number_text
from gradbook.web.exchange import Answer, calculation
from gradbook.web.playground.practice import MAX_ANSWER, MODELS, Drawn, drawn, next_name, possible_mistakes
from gradbook.web.playground.views import page
from gradbook.written import Exercise, Status, Verdict, judge, read

_SEEDS = 2**31
_RIGHT = (Status.RIGHT, Status.STEP_UNREAD)


class _Next(BaseModel):
    """What was done so far; the page keeps it."""

    model_config = ConfigDict(extra="forbid")

    solved: dict[str, int] = Field(default_factory=dict, max_length=100)
    missed: dict[str, int] = Field(default_factory=dict, max_length=100)
    last: str | None = None
    name: str | None = None
    seed: int | None = Field(default=None, ge=0, lt=_SEEDS)


class _Answers(BaseModel):
    """A learner's answers to an exercise, by key."""

    model_config = ConfigDict(extra="forbid")

    name: str
    seed: int = Field(ge=0, lt=_SEEDS)
    answers: dict[str, str] = Field(max_length=100)


async def _practice_page(request: Request) -> Response:
    return page("practice.html", here="practice", data={}, models={name: model.title for name, model in MODELS.items()})


def _next(asked: _Next) -> Answer:
    seed = secrets.randbelow(_SEEDS) if asked.seed is None else asked.seed
    name = asked.name or next_name(asked.solved, asked.missed, asked.last, seed)
    return _shown(drawn(name, seed))


def _shown(made: Drawn) -> Answer:
    exercise = made.exercise
    graph = exercise.graph
    steps = graph.solution(exercise.lr, graph.inputs).steps
    labels = {step.key: mathml(latex(step.left)) for step in steps}
    return {
        "name": made.name,
        "seed": made.seed,
        "title": made.title,
        "svg": _picture(exercise, ()),
        "formulas": [mathml(equation_latex(step)) for step in steps if step.kind == "formula"],
        "numbers": [[name, number_text(float(graph.value[name]))] for name in graph.inputs],
        "rate": number_text(exercise.lr),
        "fields": [
            {
                "key": key.text,
                "label": labels[key.text],
                "said": _said(key.text),
                "mistakes": sorted(possible_mistakes(exercise, key)),
            }
            for key in exercise.keys
        ],
    }


def _said(key: str) -> str:
    """Say a quantity for who listens."""
    if key.startswith("d"):
        of, _, by = key[1:].partition("/d")
        if by:
            return f"derivative of {of} by {by}"
    return f"new {key[:-1]} after the step" if key.endswith("1") else f"value of {key}"


def _judge(asked: _Answers) -> Answer:
    exercise = drawn(asked.name, asked.seed).exercise
    too_long = [key for key, text in asked.answers.items() if len(text) > MAX_ANSWER]
    if too_long:
        raise UsageError(f"{too_long[0]}: an answer has at most {MAX_ANSWER:,} characters here.")
    given = {key.text: " ".join(asked.answers.get(key.text, "").split()) for key in exercise.keys}
    lines = [f"{_written(key)} = {text}" for key, text in given.items() if text]
    verdicts = judge(read("\n\n".join(lines), exercise), exercise)
    right = [verdict.key for verdict in verdicts if given[verdict.key] and verdict.status in _RIGHT]
    return {
        "svg": _picture(exercise, tuple(right)),
        "verdicts": {v.key: _verdict(v, given[v.key]) for v in verdicts if given[v.key]},
        "done": len(right) == len(exercise.keys),
    }


def _written(key: str) -> str:
    """Return a quantity as a learner writes it on the left of an equation."""
    return f"{key[:-1]}_new" if key.endswith("1") and "/" not in key else key


def _verdict(verdict: Verdict, given: str) -> dict[str, Any]:
    formula = given.strip("$ ") if "\\" in given else None
    return {
        "mark": verdict.mark,
        "right": verdict.status in _RIGHT,
        "status": str(verdict.status),
        "diagnosis": str(verdict.diagnosis),
        "learner": verdict.learner,
        "hints": list(verdict.hints),
        "understood": verdict.understood,
        "preview": mathml(formula) if formula else None,
    }


def _picture(exercise: Exercise, right: tuple[str, ...]) -> str:
    """Draw the graph with what is given and what was found."""
    graph = exercise.graph
    out = graph.output
    gradients = [name for name in exercise.names if f"d{out}/d{name}" in right]
    return svg(graph, values={*graph.inputs, *right}, grads={out, *gradients})


ROUTES = [
    Route("/practice", _practice_page),
    Route("/practice/next", calculation(_Next, _next), methods=["POST"]),
    Route("/practice/judge", calculation(_Answers, _judge), methods=["POST"]),
]
