"""Recipes refuse what cannot work, and fit themselves to small data."""

from dataclasses import replace

import pytest

from gradbook.core.errors import UsageError
from gradbook.digits import PRESETS, Digits, Recipe, preset

IMPOSSIBLE = {
    "epochs": 0,
    "coarse_epochs": -1,
    "batch_size": 0,
    "learning_rate": 0.0,
    "coarse_rate": 0.0,
    "schedule": "square",
    "warmup": 1.0,
    "optimizer": "newton",
    "beta1": 1.0,
    "beta2": -0.1,
    "eps": 0.0,
    "weight_decay": -1.0,
    "label_smoothing": 1.0,
    "hidden_size": 0,
    "share": 1.5,
    "distort": 9.0,
    "styles": 1.5,
    "no_digits": -0.5,
    "calibration": 1.0,
    "precision": "float8",
}


@pytest.mark.parametrize(("field", "value"), IMPOSSIBLE.items())
def test_an_impossible_value_is_named(field: str, value: object) -> None:
    with pytest.raises(UsageError, match=f"^{field.replace('_', ' ')} must be .*, not {value}"):
        Recipe("test").replace(**{field: value})


def test_every_number_has_a_rule() -> None:
    assert IMPOSSIBLE.keys() | {"name", "trim"} == set(Recipe.__dataclass_fields__)


def test_unknown_names_are_refused(sample: Digits) -> None:
    with pytest.raises(UsageError, match="notebook, fast, best"):
        preset("slow", sample)
    with pytest.raises(UsageError, match="momentum"):
        preset("fast", sample, momentum=0.9)


def test_the_notebook_preset_is_the_assignments_protocol() -> None:
    recipe = PRESETS["notebook"]
    assert (recipe.share, recipe.batch_size, recipe.epochs, recipe.learning_rate) == (0.1, 100, 3, 0.001)
    assert (recipe.beta1, recipe.beta2, recipe.eps, recipe.hidden_size) == (0.9, 0.999, 1e-8, 500)
    assert (recipe.coarse_epochs, recipe.label_smoothing, recipe.weight_decay, recipe.distort) == (0, 0, 0, 0)
    assert (recipe.schedule, recipe.trim) == ("constant", False)


def test_the_sample_is_used_whole_and_longer(sample: Digits) -> None:
    assert preset("notebook", sample).train_count(sample) == 4_000
    assert preset("fast", sample).total_epochs == 45


@pytest.mark.parametrize(
    "changed", [{"epochs": 2}, {"coarse_epochs": 0}, {"distort": 0.5}, {"epochs": 2, "trim": False}]
)
@pytest.mark.parametrize("name", ["fast", "best", "notebook"])
def test_a_number_that_is_given_changes_no_other(sample: Digits, name: str, changed: dict[str, object]) -> None:
    assert preset(name, sample, **changed) == preset(name, sample).replace(**changed)


def test_full_size_data_changes_nothing(sample: Digits) -> None:
    big = replace(sample, train_images=sample.train_images.repeat(15, 1, 1))
    assert all(preset(name, big) == recipe for name, recipe in PRESETS.items())
    assert preset("notebook", big).train_count(big) == 6_000
