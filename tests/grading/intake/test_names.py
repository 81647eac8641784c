"""Names of files and folders, as course sites and people give them."""

import re

import pytest

from gradbook.grading.errors import GradingUsageError
from gradbook.grading.intake.names import by_pattern, compiled, plainly_named, site_named


@pytest.mark.parametrize(
    ("name", "id", "who", "file", "late"),
    [
        ("lovelaceada_LATE_12345_67890_A8.ipynb", "12345", "lovelaceada", "A8.ipynb", True),
        ("lovelaceada_12345_67890_A8-1.zip", "12345", "lovelaceada", "A8-1.zip", False),
        ("lovelaceada_12345_67890_my_A8_final.ipynb", "12345", "lovelaceada", "my_A8_final.ipynb", False),
        ("Ada Lovelace_12345_assignsubmission_file_", "12345", "Ada Lovelace", "", False),
        ("Ada Lovelace_12345_assignsubmission_file", "12345", "Ada Lovelace", "", False),
        ("Ada King_Noel_7_assignsubmission_file_A8.ipynb", "7", "Ada King_Noel", "A8.ipynb", False),
        ("A8_alovelace_attempt_2023-06-02-19-55-01_A8.ipynb", "alovelace", "", "A8.ipynb", False),
    ],
)
def test_a_sites_name_says_who_it_is(name: str, id: str, who: str, file: str, late: bool) -> None:
    found = site_named(name)
    assert found is not None and found.site
    assert (found.id, found.name, found.file, found.late) == (id, who, file, late)


@pytest.mark.parametrize("name", ["A8.ipynb", "smith_A8.ipynb", "A8_2023_06_02T19_55_01.zip", "_", "", "a_b_c_d"])
def test_other_names_are_no_sites(name: str) -> None:
    assert site_named(name) is None


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
    assert found is not None and found.id == "a[31mb"


def test_a_long_hostile_name_takes_no_time() -> None:
    for text in ("_" * 5000, "a" * 5000 + "_1_", "1_" * 2500, "LATE_" * 1000, "_attempt_" * 500):
        assert site_named(text) is None or text
        plainly_named(text, "A8")
