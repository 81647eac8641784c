"""Folders and zips as they come: whose is what, and how it is opened. All of it is hostile."""

import json
import os
import struct
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.grading.small import DUE, RECORD, notebook, submitted, zipped

from gradbook.assignment.deadline import zone_of
from gradbook.grading.errors import GradingError, GradingUsageError
from gradbook.grading.intake.collect import Attempt, Collected, collect
from gradbook.grading.intake.given import Keep
from gradbook.grading.intake.hand_in import Claims, HandIn, open_hand_in
from gradbook.grading.intake.plan import Plan, arrival, plan
from gradbook.grading.intake.roster import read_roster
from gradbook.grading.intake.tree import MAX_ENTRIES
from gradbook.grading.late import TimeSource

NOTEBOOK = notebook()
METADATA = """\
submission_1:
  :submitters:
  - :name: Ada Lovelace
    :sid: 'S1'
    :email: ada@x.org
  :created_at: 2023-06-03 02:59:59.123456000 Z
  :score: 1.0
submission_2:
  :submitters:
  - :name: Bob
    :sid: 'S2'
  - :name: Eve
    :email: eve@x.org
  :created_at: !ruby/object:ActiveSupport::TimeWithZone
    utc: 2023-06-03 04:00:00 Z
    zone: !ruby/object:ActiveSupport::TimeZone
      name: America/Los_Angeles
submission_3:
  :submitters:
  - :name: Gone
    :sid: 'S3'
"""


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def names(found: Collected) -> list[str]:
    return sorted(attempt.named.id for attempt in found.attempts)


def one(found: Collected) -> Attempt:
    (attempt,) = found.attempts
    return attempt


def opened(path: Path) -> HandIn:
    return open_hand_in(one(collect([path], "A1")), "A1.ipynb")


def planned(found: Collected, keep: Keep = Keep.LAST) -> Plan:
    from gradbook.assignment.definition import Late

    return plan(found.attempts, None, keep, zone_of(Late(zone="America/Los_Angeles"), DUE))


def test_a_download_from_canvas_is_put_together_by_learner(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "lovelaceada_LATE_1_10_A1.ipynb": NOTEBOOK,
            "lovelaceada_LATE_1_11_record.txt": RECORD,
            "lovelaceada_LATE_1_12_photo.png": b"\x89PNG\r\n\x1a\n",
            "smithbob_2_13_A1-1.zip": zipped({"A1.ipynb": NOTEBOOK}),
            "graceh_3_14_photo.png": b"\x89PNG\r\n\x1a\n",
            "notes.txt": b"mine",
        },
    )
    found = collect([tmp_path], "A1")
    assert names(found) == ["1", "2", "3"]
    by = {attempt.named.id: open_hand_in(attempt, "A1.ipynb") for attempt in found.attempts}
    assert by["1"].record == RECORD and by["2"].notebook is not None
    assert by["3"].problem == "there is no notebook (.ipynb) in it"
    assert [line.rpartition("/")[2] for line in found.left_out] == ["notes.txt (neither a notebook nor a zip)"]


def test_pictures_beside_a_notebook_have_the_names_that_the_learner_gave_them(tmp_path: Path) -> None:
    files = {"lovelaceada_1_2_A1.ipynb": NOTEBOOK, "lovelaceada_1_3_Q1.png": b"png"}
    with collect([write(tmp_path, files)], "A1") as found:
        assert set(open_hand_in(one(found), "A1.ipynb").files) == {"Q1.png"}
    inside = {"A1/A1.ipynb": NOTEBOOK, "A1/imgs/ada_1_2_Q1.png": b"png"}
    (tmp_path / "x.zip").write_bytes(zipped(inside))
    assert set(opened(tmp_path / "x.zip").files) == {"imgs/ada_1_2_Q1.png"}  # a learner's own name stays


def test_a_download_from_moodle_has_a_folder_a_learner(tmp_path: Path) -> None:
    root = write(
        tmp_path / "class",
        {
            "Ada Lovelace_11_assignsubmission_file_/A1.ipynb": NOTEBOOK,
            "Ada Lovelace_11_assignsubmission_file_/imgs/q1.png": b"\x89PNG\r\n\x1a\n",
            "Bob_12_assignsubmission_file_/A1_2023_06_02T18_00_00_1.zip": zipped({"A1.ipynb": NOTEBOOK}),
            "Bob_12_assignsubmission_file_/A1_2023_06_02T19_00_00_1.zip": zipped({"A1.ipynb": NOTEBOOK}),
        },
    )
    found = collect([root], "A1")
    assert names(found) == ["11", "12", "12"]
    kept = planned(found).planned
    assert [one.attempt.source.rpartition("/")[2] for one in kept if one.learner.id == "12"] == [
        "A1_2023_06_02T19_00_00_1.zip"
    ]
    first = planned(found, Keep.FIRST).planned
    assert [one.attempt.source.rpartition("/")[2] for one in first if one.learner.id == "12"] == [
        "A1_2023_06_02T18_00_00_1.zip"
    ]
    assert [one.rivals for one in planned(found, Keep.BEST).planned] == [1, 2, 2]


@pytest.mark.parametrize("as_zip", [False, True])
def test_an_export_of_gradescope_says_who_and_when(tmp_path: Path, as_zip: bool) -> None:
    files = {
        "assignment_9_export/submission_metadata.yml": METADATA.encode(),
        "assignment_9_export/submission_1/A1.ipynb": NOTEBOOK,
        "assignment_9_export/submission_2/A1.ipynb": NOTEBOOK,
    }
    if as_zip:
        path = tmp_path / "export.zip"
        path.write_bytes(zipped(files))
    else:
        path = write(tmp_path / "export", files)
    with collect([path], "A1") as found:
        assert names(found) == ["S1", "S2", "eve@x.org"]  # of a group each gets it
        assert all(open_hand_in(attempt, "A1.ipynb").notebook for attempt in found.attempts)
    times = {attempt.named.id: attempt.site_time for attempt in found.attempts}
    assert times["S1"] is not None and times["S1"].isoformat() == "2023-06-03T02:59:59.123456+00:00"
    assert times["S2"] is not None and times["S2"].isoformat() == "2023-06-03T04:00:00+00:00"
    assert found.left_out == ("submission_3 (it is in submission_metadata.yml, but not in the export)",)


@pytest.mark.parametrize("root", ["", "assignment_9_export/"])
def test_what_lies_beside_an_export_of_gradescope_is_graded_or_said(tmp_path: Path, root: str) -> None:
    files = {
        f"{root}submission_metadata.yml": METADATA.encode(),
        f"{root}submission_1/A1.ipynb": NOTEBOOK,
        f"{root}submission_77/A1.ipynb": NOTEBOOK,
        f"{root}smith_A1.ipynb": NOTEBOOK,
        f"{root}jones/A1.ipynb": NOTEBOOK,
        f"{root}letter.txt": b"Dear teacher",
        "outside/A1.ipynb": NOTEBOOK,
    }
    with collect([write(tmp_path / "class", files)], "A1") as found:
        assert names(found) == ["S1", "jones", "outside", "smith", "submission_77"]
    assert [line for line in found.left_out if f"{root}letter.txt (neither" in line]


def test_a_damaged_table_of_gradescope_is_a_message(tmp_path: Path) -> None:
    write(tmp_path, {"submission_metadata.yml": b"a: [", "submission_1/A1.ipynb": NOTEBOOK})
    with pytest.raises(GradingError, match="cannot be read"):
        collect([tmp_path], "A1")


def test_plain_folders_files_and_nested_ones(tmp_path: Path) -> None:
    write(
        tmp_path / "class",
        {
            "smith_A1.ipynb": NOTEBOOK,
            "jones/A1.ipynb": NOTEBOOK,
            "jones/imgs/a.png": b"x",
            "lee/hw/deep/A1.ipynb": NOTEBOOK,
            "__MACOSX/._A1.ipynb": b"x",
            "jones/.ipynb_checkpoints/A1-checkpoint.ipynb": NOTEBOOK,
        },
    )
    found = collect([tmp_path / "class"], "A1")
    assert names(found) == ["jones", "lee", "smith"]
    jones = next(attempt for attempt in found.attempts if attempt.named.id == "jones")
    assert set(open_hand_in(jones, "A1.ipynb").files) == {"imgs/a.png"}


def test_a_folder_around_the_class_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path, {"submissions/ada/A1.ipynb": NOTEBOOK, "submissions/bob/A1.ipynb": NOTEBOOK})
    assert names(collect([tmp_path], "A1")) == ["ada", "bob"]


def test_single_files_are_taken_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, {"ada_A1.ipynb": NOTEBOOK, "bob.zip": submitted({"A1.ipynb": NOTEBOOK}, DUE)})
    found = collect([tmp_path / "ada_A1.ipynb", tmp_path / "bob.zip"], "A1")
    assert names(found) == ["ada", "bob"]


def test_a_learners_own_folder_is_one_hand_in(tmp_path: Path) -> None:
    write(tmp_path / "a1", {"A1.ipynb": NOTEBOOK, "other.ipynb": NOTEBOOK, ".gradbook/assignment.toml": b""})
    assert opened(tmp_path / "a1").notebook_name == "A1.ipynb"


def test_the_time_comes_from_the_best_source(tmp_path: Path) -> None:
    zone = DUE.tzinfo
    assert zone is not None
    cases = {
        "A1_ada_attempt_2023-06-02-10-00-00_A1.ipynb": (NOTEBOOK, TimeSource.NAME, 10),
        "bob.zip": (submitted({"A1.ipynb": NOTEBOOK}, DUE.replace(hour=11)), TimeSource.RECEIPT, 11),
        "eve_A1_2023_06_02T12_00_00_1.zip": (zipped({"A1.ipynb": NOTEBOOK}), TimeSource.OTTER, 12),
    }
    for name, (data, source, hour) in cases.items():
        write(tmp_path, {name: data})
        attempt = one(collect([tmp_path / name], "A1"))
        found = arrival(
            plan([attempt], None, Keep.LAST, zone).planned[0], open_hand_in(attempt, "A1.ipynb").claims, zone
        )
        assert found.time is not None
        assert (found.source, found.time.astimezone(zone).hour) == (source, hour)
    write(tmp_path, {"kim_A1.ipynb": NOTEBOOK})
    os.utime(tmp_path / "kim_A1.ipynb", (DUE.timestamp(), DUE.timestamp()))
    attempt = one(collect([tmp_path / "kim_A1.ipynb"], "A1"))
    found = arrival(plan([attempt], None, Keep.LAST, zone).planned[0], open_hand_in(attempt, "A1.ipynb").claims, zone)
    assert (found.source, found.time) == (TimeSource.FILE, DUE)


def test_a_file_in_a_zip_has_its_time_in_utc_where_the_zip_says_so(tmp_path: Path) -> None:
    zone = DUE.tzinfo
    assert zone is not None
    exact = struct.pack("<HHQ", 9, 8, 0) + struct.pack("<HHBL", 0x5455, 5, 1, int(DUE.timestamp()))
    bad = {"cut": struct.pack("<HHB", 0x5455, 1, 1), "no time": struct.pack("<HHBL", 0x5455, 5, 2, 9), "none": b""}
    local = DUE.replace(hour=19, minute=0)  # by the clock of the zip's maker, which the assignment's zone is taken for
    for number, (extra, time, source) in enumerate(
        [(exact, DUE, TimeSource.FILE), *((extra, local, TimeSource.ZIP) for extra in bad.values())]
    ):
        path = tmp_path / f"class{number}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name in ("kim_A1.ipynb", "bob_A1.ipynb"):
                info = zipfile.ZipInfo(name, (2023, 6, 2, 19, 0, 0))
                info.extra = extra if name == "kim_A1.ipynb" else b""
                archive.writestr(info, NOTEBOOK)
        with collect([path], "A1") as collected:
            kim = next(one for one in collected.attempts if one.named.id == "kim")
        found = arrival(plan([kim], None, Keep.LAST, zone).planned[0], Claims(), zone)
        assert (found.source, found.time) == (source, time)
        both = replace(kim, files=kim.tree.entries)  # with a zone and without
        assert arrival(plan([both], None, Keep.LAST, zone).planned[0], Claims(), zone).time == time


def test_of_several_notebooks_the_assignments_own_is_taken_and_it_is_said(tmp_path: Path) -> None:
    write(tmp_path, {"ada.zip": zipped({"old.ipynb": b"{}", "sub/A1 (2).ipynb": b"{}", "x/A1.ipynb": NOTEBOOK})})
    found = opened(tmp_path)
    assert found.notebook is not None
    assert "3 notebooks; A1.ipynb was taken" in found.notes[0]


def test_a_zip_in_a_zip_is_opened_once(tmp_path: Path) -> None:
    inner = zipped({"A1.ipynb": NOTEBOOK})
    write(tmp_path, {"ada.zip": zipped({"mine.zip": inner}), "bob.zip": zipped({"a.zip": zipped({"b.zip": inner})})})
    assert opened(tmp_path / "ada.zip").notebook is not None
    assert opened(tmp_path / "bob.zip").problem == "there is no notebook (.ipynb) in it"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b"not json", "(Expecting value: line 1"),
        (b"[" * 100_000, "recursion"),
        (b"[]", "it is JSON, but not a notebook"),
        (b'{"cells": 3}', "it has no cells"),
        (b'{"cells": [' + b'{"cell_type": "raw"},' * 3000 + b'{"cell_type": "raw"}]}', "2,000 cells"),
        (b'{"worksheets": [{"cells": [' + b'{"cell_type": "x"},' * 3000 + b"1]}]}", "2,000 cells"),
        (b'{"cells": [{"cell_type": "code", "source": "' + b"x" * (5 << 20) + b'"}]}', "million characters"),
        (b'{"n": ' + b"9" * 5000 + b"}", "Exceeds the limit"),
        (b"\xff\xfe", "can't decode byte"),
        (b"<html>", "(Expecting value: line 1"),
    ],
)
def test_a_broken_notebook_is_said_to_be_one(tmp_path: Path, data: bytes, why: str) -> None:
    write(tmp_path, {"ada_A1.ipynb": data})
    found = opened(tmp_path / "ada_A1.ipynb")
    assert found.notebook is None and why in found.problem


def test_cells_of_any_type_become_cells_of_the_right_one(tmp_path: Path) -> None:
    odd = (
        b'{"cells": [{"cell_type": "code", "source": ["a", 3, null, "b"], "metadata": [1], "id": 7}, 5, null, '
        b'{"cell_type": "markdown", "source": {"x": 1}, "attachments": {"p": {"image/png": 9}}}, '
        b'{"cell_type": "x"}, {"cell_type": "raw", "source": "\\ud800"}, {"cell_type": [1, {}]}]}'
    )
    write(tmp_path, {"ada_A1.ipynb": odd})
    found = opened(tmp_path / "ada_A1.ipynb").notebook
    assert found is not None
    assert [(cell["cell_type"], cell["source"]) for cell in found["cells"]] == [
        ("code", "ab"), ("markdown", ""), ("markdown", ""), ("raw", "?"), ("markdown", "")
    ]  # fmt: skip


def test_a_file_without_a_name_is_left_out_and_said(tmp_path: Path) -> None:
    write(
        tmp_path / "class", {"ada.zip": zipped({"A1.ipynb": NOTEBOOK, "nameless": b""}).replace(b"nameless", bytes(8))}
    )
    collected = collect([tmp_path / "class"], "A1")
    assert planned(collected).planned
    hand_in = open_hand_in(one(collected), "A1.ipynb")
    assert hand_in.notebook is not None and hand_in.notes[0].startswith("Left out")


def test_what_leads_out_of_a_zip_is_left_out_and_said(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.png")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
        for name in (
            "../up.png",
            "/etc/up.png",
            "C:\\up.png",
            "a\\..\\..\\up.png",
            "x" * 500 + ".png",
            "a" + "/b" * 30,
        ):
            archive.writestr(name, b"x")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("A1.ipynb", NOTEBOOK)
    found = opened(tmp_path / "ada.zip")
    assert found.notebook is not None and not found.files
    assert found.notes[0].startswith("Left out, links or names that no file should have: ")


def test_links_and_pipes_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the key")
    folder = write(tmp_path / "class", {"ada/A1.ipynb": NOTEBOOK, "bob/x.txt": b""})
    (folder / "ada" / "key.txt").symlink_to(secret)
    (folder / "ada" / "up").symlink_to(tmp_path)
    (folder / "bob" / "A1.ipynb").symlink_to(folder / "ada" / "A1.ipynb")
    os.mkfifo(folder / "ada" / "pipe.txt")
    found = collect([folder], "A1")
    assert len(found.left_out) == 3
    by = {attempt.named.id: open_hand_in(attempt, "A1.ipynb") for attempt in found.attempts}
    assert not by["ada"].files and by["bob"].notebook is None


def test_a_bomb_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    write(tmp_path, {"ada.zip": zipped({"A1.ipynb": NOTEBOOK, "big.txt": bytes(40 << 20)})})
    found = opened(tmp_path / "ada.zip")
    assert found.notebook is not None and "larger than 32 MiB" in found.notes[0]
    write(tmp_path, {"bob.zip": zipped({"A1.ipynb": bytes(40 << 20)})})
    bob = opened(tmp_path / "bob.zip")
    assert "larger than 32 MiB" in bob.problem
    assert bob.advice.startswith("The notebook is larger than the 32 MiB that are read. Clear its outputs")


def test_what_is_too_large_is_named_with_what_to_do(tmp_path: Path) -> None:
    wordy = json.loads(NOTEBOOK)
    wordy["cells"] = [{"cell_type": "markdown", "metadata": {}, "source": "x" * (5 << 20)}]
    many = {**wordy, "cells": [{"cell_type": "markdown", "metadata": {}, "source": ""}] * 2_001}
    write(
        tmp_path,
        {
            "wordy.ipynb": json.dumps(wordy).encode(),
            "many.ipynb": json.dumps(many).encode(),
            "files.zip": zipped({"A1.ipynb": NOTEBOOK, **{f"venv/{n}.py": b"" for n in range(2_001)}}),
        },
    )
    words = "Its cells hold more than 4 million characters, outputs not counted: more than is read. Delete"
    assert opened(tmp_path / "wordy.ipynb").advice.startswith(words)
    assert "more than 2,000 cells" in opened(tmp_path / "many.ipynb").advice
    assert "more than the 2,000 files that are read. Hand in only" in opened(tmp_path / "files.zip").advice


def test_a_file_that_makes_a_hand_in_too_large_is_said_to_do_so(tmp_path: Path) -> None:
    files = {f"{n}.bin": bytes(30 << 20) for n in range(3)}
    write(tmp_path, {"ada.zip": zipped({"A1.ipynb": NOTEBOOK, **files})})
    assert opened(tmp_path / "ada.zip").notes == ("A file was left out: with 2.bin the hand-in is larger than 64 MiB.",)


def test_a_folder_with_too_many_files_spoils_no_other(tmp_path: Path) -> None:
    write(tmp_path, {"ada/A1.ipynb": NOTEBOOK, "bob/A1.ipynb": NOTEBOOK})
    for number in range(MAX_ENTRIES + 50):
        (tmp_path / "ada" / f"{number}.txt").touch()
    by = {attempt.named.id: open_hand_in(attempt, "A1.ipynb") for attempt in collect([tmp_path], "A1").attempts}
    assert by["ada"].problem == "it holds more than 2,000 files" and by["bob"].notebook is not None


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 1000, zipped({"A1.ipynb": NOTEBOOK})[:-30]]
)
def test_a_damaged_zip_in_a_folder_is_somebodys_and_fails_alone(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {"ada_A1.zip": data})
    attempt = one(collect([tmp_path], "A1"))
    assert attempt.named.id == "ada"
    assert open_hand_in(attempt, "A1.ipynb").problem


@pytest.mark.parametrize("name", ["class.zip", "ada.zip", "lovelaceada_1_2_A1.zip"])
def test_a_zip_that_cannot_be_opened_given_by_itself_is_a_download_that_was_cut_off(tmp_path: Path, name: str) -> None:
    whole = zipped({"bob_A1.ipynb": NOTEBOOK, "eve_A1.ipynb": NOTEBOOK})
    for data in (b"", b"PK", b"x" * 1000, whole[: len(whole) // 2]):
        write(tmp_path, {name: data, "bob.zip": whole})
        with pytest.raises(GradingUsageError, match=f"{name} is no zip that can be opened: download it again"):
            collect([tmp_path / name], "A1", known=lambda named: named.id == "ada")
        assert (
            len(collect([tmp_path / name, tmp_path / "bob.zip"], "A1").attempts) == 2
        )  # each of several is somebody's


def test_a_folder_of_grades_is_no_learner(tmp_path: Path) -> None:
    made = {".gradbook-grades.json": b"{}", "class.html": b"", "learners/ada.html": b"", "grades.csv": b""}
    write(tmp_path, {"ada_A1.ipynb": NOTEBOOK, "bob/A1.ipynb": NOTEBOOK, "eve/A1.ipynb": NOTEBOOK})
    write(tmp_path / "grades", made)
    write(tmp_path / "eve", {".gradbook-grades.json": b"{}"})  # a learner's word that hers is none counts nothing
    found = collect([tmp_path], "A1")
    assert sorted(attempt.named.id for attempt in found.attempts) == ["ada", "bob", "eve"]
    assert found.left_out == (f"{tmp_path}/grades/ (grades that Gradbook made)",)


def test_a_hostile_receipt_is_a_claim_that_nobody_believes(tmp_path: Path) -> None:
    for number, receipt in enumerate(
        (b"[]", b"{", b'{"time": 7}', b'{"time": "0001-01-01T00:00:00+14:00"}', b"[" * 99_999)
    ):
        write(tmp_path, {f"{number}.zip": zipped({"A1.ipynb": NOTEBOOK, "receipt.json": receipt})})
        attempt = one(collect([tmp_path / f"{number}.zip"], "A1"))
        hand_in = open_hand_in(attempt, "A1.ipynb")
        zone = DUE.tzinfo
        assert hand_in.notebook is not None and zone is not None
        found = arrival(plan([attempt], None, Keep.LAST, zone).planned[0], hand_in.claims, zone)
        assert found.source is TimeSource.FILE


def test_a_receipt_takes_nobodys_place_who_handed_in_by_name(tmp_path: Path) -> None:
    later = submitted({"A1.ipynb": NOTEBOOK}, DUE, who="ada")
    write(tmp_path / "class", {"ada.zip": submitted({"A1.ipynb": NOTEBOOK}, DUE.replace(hour=1)), "A1.zip": later})
    found = {one.learner.id: one for one in planned(collect([tmp_path / "class"], "A1")).planned}
    assert sorted(found) == ["A1", "ada"]
    assert found["ada"].attempt.source.endswith("ada.zip") and not found["ada"].notes
    assert "claims ada, who handed in another file" in found["A1"].teacher[0]
    assert not any("ada" in note for note in found["A1"].notes)  # a page names nobody else


def test_who_claims_nothing_is_nobody_of_the_roster(tmp_path: Path) -> None:
    write(tmp_path, {"roster.csv": b"id,name\nada,\n", "A1.ipynb": NOTEBOOK})
    attempt = one(collect([tmp_path / "A1.ipynb"], "A1"))
    assert DUE.tzinfo is not None
    found = plan([attempt], read_roster(tmp_path / "roster.csv"), Keep.LAST, DUE.tzinfo)
    assert [one.learner.id for one in found.planned] == ["A1"] and [one.id for one in found.absent] == ["ada"]


def test_nothing_there_is_a_message(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path / "none.zip", tmp_path):
        with pytest.raises(GradingUsageError, match="There is no"):
            collect([path], "A1")
    write(tmp_path, {"a.pdf": b"x"})
    with pytest.raises(GradingUsageError, match="is no hand-in"):
        collect([tmp_path / "a.pdf"], "A1")
