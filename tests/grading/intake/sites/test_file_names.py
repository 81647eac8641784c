"""Names of files and folders, as course sites give them."""

import pytest

from gradbook.grading.intake.sites.file_names import site_of


@pytest.mark.parametrize(
    ("name", "id", "who", "file", "late"),
    [
        ("lovelaceada_LATE_12345_67890_A8.ipynb", "12345", "lovelaceada", "A8.ipynb", True),
        ("lovelaceada_12345_67890_A8-1.zip", "12345", "lovelaceada", "A8-1.zip", False),
        ("lovelaceada_12345_67890_my_A8_final.ipynb", "12345", "lovelaceada", "my_A8_final.ipynb", False),
        ("Ada Lovelace_12345_assignsubmission_file_", "12345", "Ada Lovelace", "", False),
        ("Ada Lovelace_12345_assignsubmission_file", "12345", "Ada Lovelace", "", False),
        ("mallorym_LATE_111_9003_x_222_assignsubmission_file_A8.ipynb", "111", "mallorym",
         "x_222_assignsubmission_file_A8.ipynb", True),
        ("evee_LATE_333_9004_A_444_attempt_2020-01-01-00-00-00_A8.ipynb", "333", "evee",
         "A_444_attempt_2020-01-01-00-00-00_A8.ipynb", True),
        ("Mallory_11_assignsubmission_file_Bob_22_assignsubmission_file_A8.ipynb", "11", "Mallory",
         "Bob_22_assignsubmission_file_A8.ipynb", False),
        ("A8_eve_attempt_2023-06-02-19-55-01_A8_bob_attempt_2020-01-01-00-00-00_A8.ipynb", "eve", "",
         "A8_bob_attempt_2020-01-01-00-00-00_A8.ipynb", False),
        ("Ada King_Noel_7_assignsubmission_file_A8.ipynb", "7", "Ada King_Noel", "A8.ipynb", False),
        ("A8_alovelace_attempt_2023-06-02-19-55-01_A8.ipynb", "alovelace", "", "A8.ipynb", False),
    ],
)  # fmt: skip
def test_a_sites_name_says_who_it_is(name: str, id: str, who: str, file: str, late: bool) -> None:
    site = site_of([name])
    found = site and site.named(name)
    assert found is not None and found.site
    assert (found.id, found.name, found.file, found.late) == (id, who, file, late)


def test_the_names_of_a_download_say_together_which_site_it_is_from() -> None:
    mine = [f"A8_eve_attempt_2023-06-02-19-55-0{n}_5_6_7_assignsubmission_file_A8.ipynb" for n in range(9)]
    found = site_of([*mine, "A8_bob_attempt_2023-06-02-19-55-01_A8.ipynb"])
    assert found is not None and found.title == "Blackboard"
    plain = site_of(["smith_A8.ipynb", "jones_A8.ipynb", "x_bob_attempt_2020-01-01-00-00-00_A8.ipynb"])
    assert plain is None  # one such name among people's own is that of a person, and its time nobody's


@pytest.mark.parametrize("name", ["A8.ipynb", "smith_A8.ipynb", "A8_2023_06_02T19_55_01.zip", "_", "", "a_b_c_d"])
def test_other_names_are_no_sites(name: str) -> None:
    assert site_of([name]) is None


@pytest.mark.parametrize("text", ["_" * 5000, "a" * 5000 + "_1_", "1_" * 2500, "LATE_" * 1000, "_attempt_" * 500])
def test_a_long_hostile_name_takes_no_time(text: str) -> None:
    found = site_of([text])
    assert found is None or found.named(text) is not None
