"""Rosters: our own columns, and what course sites export."""

from pathlib import Path

import pytest

from gradbook.grading.errors import GradingUsageError
from gradbook.grading.gradebook.records import Learner
from gradbook.grading.intake.names import Named
from gradbook.grading.intake.roster import Roster, read_roster


def roster(folder: Path, text: str, encoding: str = "utf-8") -> Roster:
    path = folder / "class.csv"
    path.write_bytes(text.encode(encoding))
    return read_roster(path)


def test_our_own_columns(tmp_path: Path) -> None:
    found = roster(tmp_path, "id,name,alias,variant,extension\nada,Ada Lovelace,12345,v1,2 days\nbob,Bob,,,\n")
    assert found.learners == {
        "ada": Learner("ada", "Ada Lovelace", "12345", "v1", "2 days"),
        "bob": Learner("bob", "Bob"),
    }


def test_a_gradebook_of_canvas(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lovelace, Ada",12345,S1,ada,X 1\n',
    )
    assert list(found.learners) == ["12345"]
    named = Named("99", "lovelaceada", site=True)
    assert found.find(named) == found.find(Named("ada")) == found.find(Named("S1")) == found.learners["12345"]


def test_a_grading_worksheet_of_moodle_says_when_too(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "\ufeffIdentifier,Full name,ID number,Email address,Status,Grade,Last modified (submission)\n"
        'Participant 12345,Ada Lovelace,S1,ada@x.org,Submitted,,"Friday, 2 June 2023, 7:59 PM"\n',
    )
    (ada,) = found.learners.values()
    assert (ada.id, ada.email) == ("S1", "ada@x.org")
    assert found.find(Named("12345", "Ada Lovelace", site=True)) == ada
    assert found.times["S1"].isoformat() == "2023-06-02T19:59:00"


def test_a_roster_of_gradescope(tmp_path: Path) -> None:
    found = roster(tmp_path, "First Name,Last Name,SID,Email\nAda,Lovelace,S1,ada@x.org\n")
    assert found.learners["S1"].name == "Ada Lovelace"
    assert found.find(Named("ada@x.org")) == found.find(Named("lovelaceada")) == found.learners["S1"]


def test_a_grading_worksheet_of_moodle_in_german(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Zuletzt geändert (Abgabe)\n"
        'Teilnehmer/in12345,Ada Lovelace,ada@x.org,Abgegeben,,"Dienstag, 1. Dezember 2026, 09:55"\n',
    )
    assert found.learners["12345"] == Learner("12345", "Ada Lovelace", email="ada@x.org")
    assert found.times["12345"].isoformat() == "2026-12-01T09:55:00"


def test_columns_of_other_tables_are_nobodys_mistake(tmp_path: Path) -> None:
    assert roster(tmp_path, "id,sections,mail,type,title,variant,variants\n1,a,b,c,d,v1,x\n").learners["1"].variant


def test_semicolons_and_the_encoding_of_windows_are_read(tmp_path: Path) -> None:
    found = roster(tmp_path, "id;name\n1;Zoë Müller\n", "cp1252")
    assert found.learners["1"].name == "Zoë Müller"


def test_a_name_that_two_learners_have_finds_neither(tmp_path: Path) -> None:
    found = roster(tmp_path, "id,name\n1,Ada Lovelace\n2,Ada Lovelace\n")
    assert found.find(Named("Ada Lovelace")) is None
    assert found.find(Named("2")) == found.learners["2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "needs a column"),
        ("a,b\n1,2\n", "it has a, b"),
        ("id,name\n1,Ada\n1,Bob\n", "line 3: 1 is there twice"),
        ("id,name\n,\n", "names nobody"),
        ("id,time\n1,-\n2,06/02/2023 7pm\n", "line 3, column time: the time '06/02/2023 7pm' cannot be read"),
        ("id,extension\n1,48\n", "line 2, column extension: The extension 48 has no unit. Write 48 h, 48 days"),
        ("id,extension\n1,2 weeks\n", "line 2, column extension: .* cannot be read"),
        ("id,name,extention\n1,Ada,2 days\n", "the column extention is not known; did you mean extension?"),
    ],
)
def test_a_roster_that_cannot_be_used_is_a_message(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(GradingUsageError, match=message):
        roster(tmp_path, text)


def test_an_absent_roster_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(GradingUsageError, match="cannot be read"):
        read_roster(tmp_path / "none.csv")
