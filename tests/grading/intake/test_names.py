"""Names of files and folders, as people give them."""

import re

import pytest

from gradbook.grading.errors import GradingUsageError
from gradbook.grading.intake.names import by_pattern, compiled, plainly_named


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("smith_A8.ipynb", "smith"),
        ("A8_smith.zip", "smith"),
        ("A8-smith (1).ipynb", "smith"),
        ("a8 smith-Copy1.ipynb", "smith"),
        ("smith_A8_2023_06_02T19_55_01_123456.zip", "smith"),
        ("Ada Lovelace A8.ipynb", "Ada Lovelace"),
        ("smith", "smith"),
        ("BA8S.ipynb", "BA8S"),
        ("A8.ipynb", ""),
        ("A8_2023_06_02T19_55_01_123456.zip", ""),
    ],
)
def test_a_plain_name_is_what_is_left_without_the_assignments(name: str, id: str) -> None:
    assert plainly_named(name, "A8").id == id


def test_otters_name_of_a_zip_holds_a_time() -> None:
    time = plainly_named("A8_2023_06_02T19_55_01_123456.zip", "A8").time
    assert time is not None and time.isoformat() == "2023-06-02T19:55:01"


def test_a_teachers_pattern_finds_id_name_and_time() -> None:
    pattern = compiled(r"(?P<time>\d{4}-\d\d-\d\d)_(?P<id>\d+)_(?P<name>[a-z]+)")
    assert pattern is not None
    found = by_pattern(pattern, "2023-06-03_77_ada.ipynb")
    assert found is not None and found.time is not None
    assert (found.id, found.name, found.time.day) == ("77", "ada", 3)
    assert by_pattern(pattern, "other") is None


@pytest.mark.parametrize("pattern", ["(", r"\w+", r"(?P<time>\d+)", r"(?P<other>.*)"])
def test_a_pattern_that_cannot_work_is_a_message(pattern: str) -> None:
    with pytest.raises(GradingUsageError, match="--names"):
        compiled(pattern)


def test_control_characters_of_a_name_are_dropped() -> None:
    found = by_pattern(re.compile(r"(?P<id>.*)"), "a\x1b[31mb\u202e")
    assert found is not None and found.id == "ab"


@pytest.mark.parametrize(
    "name",
    ["ada\u200b", "a\u2060da", "ad\u00ada", "ada\U000e0061", "ada\ufe0f", "\u3164ada", "ada\u202e", " ada\u00a0"],
)
def test_who_looks_the_same_is_the_same(name: str) -> None:
    assert plainly_named(f"{name}_A8.ipynb", "A8").id == "ada"


def test_an_accent_is_the_same_in_one_sign_and_in_two() -> None:
    assert plainly_named("Zoe\u0308.ipynb", "A8").id == "Zo\u00eb"


@pytest.mark.parametrize("text", ["_" * 5000, "a" * 5000 + "_1_", "1_" * 2500, "LATE_" * 1000, "_attempt_" * 500])
def test_a_long_hostile_name_takes_no_time(text: str) -> None:
    assert len(plainly_named(text, "A8").id) <= 200
