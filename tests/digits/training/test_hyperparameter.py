"""A hyperparameter is declared once; checks and options are made from the declaration."""

import pytest

from gradbook.digits.training.hyperparameter import Bounds, Choices, Hyperparameter, hyperparameters
from gradbook.digits.training.recipe import Recipe

INF, NAN = float("inf"), float("nan")

BOUNDS = [
    (Bounds(1), "at least 1", (1, 5), (0, -1)),
    (Bounds(0), "0 or more", (0, 5.5), (-1e-9, NAN, INF)),
    (Bounds(0, open_below=True), "above 0", (1e-9,), (0, NAN, INF)),
    (Bounds(0, 10, open_below=True, open_above=True), "above 0 and below 10", (9.9,), (0, 10, NAN)),
    (Bounds(0, 100, open_below=True), "above 0 and at most 100", (100,), (0, 100.1)),
    (Bounds(0, 1, open_above=True), "at least 0 and below 1", (0, 0.99), (1, -0.1)),
    (Bounds(0, 3), "from 0 to 3", (0, 3), (-1, 3.1, INF)),
    (Bounds(1, 20_000), "from 1 to 20,000", (1, 20_000), (0, 20_001)),
]


@pytest.mark.parametrize(("bounds", "words", "works", "fails"), BOUNDS, ids=str)
def test_bounds_hold_and_say_what_they_hold(
    bounds: Bounds, words: str, works: tuple[float, ...], fails: tuple[float, ...]
) -> None:
    assert str(bounds) == words
    assert all(map(bounds.holds, works))
    assert not any(map(bounds.holds, fails))


@pytest.mark.parametrize(
    ("declared", "value", "fault"),
    [
        (Hyperparameter("batch_size", int, "", Bounds(1), None), 2.5, "batch size must be a whole number, not 2.5."),
        (Hyperparameter("batch_size", int, "", Bounds(1), None), True, "batch size must be a whole number, not True."),
        (Hyperparameter("eps", float, "", Bounds(0), None), "1", "eps must be a number, not 1."),
        (Hyperparameter("eps", float, "", Bounds(0), None), 1, None),
        (Hyperparameter("trim", bool, "", None, None), 1, "trim must be true or false, not 1."),
        (Hyperparameter("mode", str, "", Choices(("a", "b")), None), "c", "mode must be a or b, not c."),
        (Hyperparameter("mode", str, "", Choices(("a", "b")), None), None, "mode must be a or b, not None."),
    ],
)
def test_a_value_of_the_wrong_kind_or_size_is_told(declared: Hyperparameter, value: object, fault: str | None) -> None:
    assert declared.fault(value) == fault


def test_options_are_named_after_fields() -> None:
    options = {declared.name: declared.option for declared in hyperparameters(Recipe)}
    assert options["batch_size"] == ("--batch-size",)
    assert options["learning_rate"] == ("--learning-rate", "--lr")
    assert options["trim"] == ("--trim/--no-trim",)
    assert options.keys() | {"name"} == set(Recipe.__dataclass_fields__)
