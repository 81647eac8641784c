"""What is said of a mistake names the quantities that it is about."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written import Diagnosis
from gradbook.written.judging.outcomes.said.messages import hints, teacher_line


@pytest.mark.parametrize("diagnosis", Diagnosis)
def test_no_name_is_left_to_be_put_in(diagnosis: Diagnosis) -> None:
    exercise = EXERCISES["seed"]
    for key in exercise.keys:
        said = (teacher_line(diagnosis, exercise, key), *hints(diagnosis, exercise, key))
        assert all(said)
        assert not any("{" in line for line in said)


def test_the_teachers_line_names_the_quantities() -> None:
    exercise = EXERCISES["seed"]
    (key,) = (key for key in exercise.keys if key.text == "df/dw")
    assert teacher_line(Diagnosis.PATH, exercise, key) == "One path only of several from w to f."
