"""What `graph` prints is right, in every notation; what is changed in it is not."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph.derivation.text import equation_latex, equation_text
from gradbook.written import Exercise, Status, variant

FORMATS = ["text", "md", "latex"]
PRINTED = sorted(EXERCISES.keys() - {"layers"})  # what graph prints of that one is longer than an answer may be


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", PRINTED)
def test_what_graph_prints_is_right(name: str, format: str) -> None:
    exercise = EXERCISES[name]
    printed = exercise.solution(format)
    for key, verdict in verdicts(printed, exercise).items():
        if not key.startswith("local:"):  # graph prints these inside a sum only
            assert verdict.status is Status.RIGHT, (key, verdict)
            assert printed[verdict.start : verdict.end] == verdict.read


# What a learner may write for what graph writes; each keeps the meaning.
REWRITINGS = [
    lambda text: text,
    lambda text: text.replace("\\frac", "\\dfrac").replace("\\cdot", "\\times"),
    lambda text: re.sub(r"\\cdot (?=[a-z])", r"\\, ", text.replace(" * ", " × ")),
    lambda text: text.replace("\\partial", "d").replace(" = ", "="),
    lambda text: text.replace("$$", "\n").replace("=", " = "),
    lambda text: (
        re.sub(r"^(?! *=)", "- ", text, flags=re.MULTILINE) if "\\begin" not in text and "$" not in text else text
    ),
    lambda text: re.sub(r" = (-?[\d.]+)$", r" = \\boxed{\1}", text, flags=re.MULTILINE) if "$" in text else text,
]


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(PRINTED),
    st.integers(0, 10**6),
    st.sampled_from(FORMATS),
    st.sampled_from(range(len(REWRITINGS))),
)
@example("sigmoid", 444532, "text", 0)  # takes more draws than most
@example("two layers", 49767, "text", 0)  # nine factors, each of which can stand for several quantities
def test_solutions_of_variants_are_right(name: str, seed: int, format: str, rewriting: int) -> None:
    exercise = variant(EXERCISES[name], seed)
    printed = REWRITINGS[rewriting](exercise.solution(format))
    for key, verdict in verdicts(printed, exercise).items():
        if not key.startswith("local:"):
            assert verdict.status is Status.RIGHT, (exercise.graph.text, key, verdict, printed)


def printed_equations() -> Iterator[tuple[Exercise, str, str, str]]:
    """Yield each asked equation that `graph` prints: the exercise that asks it alone, its key, head and rest."""
    for exercise in map(EXERCISES.__getitem__, PRINTED):
        for step in exercise.graph.solution(lr=exercise.lr, wrt=exercise.graph.inputs).steps:
            if step.key in exercise.points and step.kind != "formula":
                for write in (equation_text, equation_latex):
                    head, sign, rest = write(step).partition("=")
                    alone = replace(exercise, keys=tuple(key for key in exercise.keys if key.text == step.key))
                    yield alone, step.key, head + sign, rest


def test_a_changed_number_is_not_accepted() -> None:
    draw = random.Random(0)
    slipped: list[str] = []
    tried = 0
    for exercise, key, head, rest in islice(printed_equations(), 0, None, 2):
        # In [s > 0] the 0 is no number of the calculation; another one there makes the step unread.
        places = list(re.finditer(r"(?<![\w.{])(?<!> )\d+(?:\.\d+)?(?![\w.}])", rest))
        for place in draw.sample(places, (len(places) + 1) // 2):
            number = float(place.group())
            changed = number + draw.choice([-1, 1, 2, 3]) * max(1.0, abs(number) * 0.1)
            mutant = head + rest[: place.start()] + f"{changed:g}" + rest[place.end() :]
            tried += 1
            if verdicts(mutant, exercise)[key].status in ACCEPTED:
                slipped.append(mutant)
    assert tried > 200
    assert len(slipped) <= 0.002 * tried, slipped


def test_a_changed_operator_is_not_accepted() -> None:
    draw = random.Random(1)
    slipped: list[str] = []
    tried = 0
    for exercise, key, head, rest in printed_equations():
        for place in re.finditer(r" [+\-*/] | \\cdot | \\, ", rest):
            old = place.group().strip().replace("\\cdot", "*").replace("\\,", "*")
            behind = rest[place.end() :]
            for sign in draw.sample("+-*/", 1):
                # To divide by 1 or -1 instead of multiplying by it is no mistake.
                ones = re.match(r"(?:(?:\\left)?\(-)?1\b(?!\.)|(?:\\left)?\[s", behind)
                if sign == old or ({sign, old} == set("*/") and ones):
                    continue
                mutant = head + rest[: place.start()] + f" {sign} " + behind
                tried += 1
                if verdicts(mutant, exercise)[key].status in ACCEPTED:
                    slipped.append(mutant)
    assert tried > 1_000
    assert len(slipped) <= 0.001 * tried, slipped
