"""Whose a hand-in is says what the site or the teacher wrote: no learner's file or folder makes it another's."""

import json
from pathlib import Path

import pytest
from tests.grading.intake.test_collect import METADATA, names, planned, write
from tests.grading.small import DUE, notebook, zipped

from gradbook.grading.errors import GradingError
from gradbook.grading.intake.collect import collect
from gradbook.grading.intake.given import Keep
from gradbook.grading.intake.hand_in import claims_of, open_hand_in
from gradbook.grading.intake.plan import plan
from gradbook.grading.intake.roster import read_roster
from gradbook.grading.intake.sites.gradescope_export import read_metadata

NOTEBOOK = notebook()


def test_a_file_of_a_canvas_download_is_its_learners_whatever_it_is_called(tmp_path: Path) -> None:
    files = (
        "bobbobson_222_9002_A1.ipynb",
        "mallorym_LATE_111_9001_A1.ipynb",
        "mallorym_LATE_111_9003_x_222_assignsubmission_file_A1.ipynb",
        "evee_LATE_333_9004_A_333_attempt_2020-01-01-00-00-00_A1.ipynb",
    )
    found = collect([write(tmp_path, dict.fromkeys(files, NOTEBOOK))], "A1")
    assert names(found) == ["111", "111", "222", "333"]
    assert not any(attempt.named.time for attempt in found.attempts)


@pytest.mark.parametrize("text", [METADATA.encode(), b"a: [1", b"submission_1: !!bool x"])
@pytest.mark.parametrize("folder", ["Mallory_111_assignsubmission_file_", "mallory"])
def test_a_table_of_gradescopes_in_a_learners_folder_is_a_file_like_others(
    tmp_path: Path, folder: str, text: bytes
) -> None:
    beside = folder.replace("Mallory_111", "Bob_222").replace("mallory", "bob")
    files = {f"{folder}/submission_metadata.yml": text, f"{folder}/A1.ipynb": NOTEBOOK,
             f"{folder}/submission_1/A1.ipynb": NOTEBOOK, f"{beside}/A1.ipynb": NOTEBOOK}  # fmt: skip
    found = collect([write(tmp_path, files)], "A1")
    assert names(found) in (["111", "222"], ["bob", "mallory"])
    assert not any(attempt.site_time for attempt in found.attempts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "a: b",
        "submission_1: !!bool x",
        "submission_1: {':created_at': !!timestamp x}",
        "!!int '': {}",
        "submission_1: {':submitters': 7, ':created_at': !!float ''}",
        "a: &a [*a]",
        "? [a]\n: {}",
        "submission_1: !!set 3",
        "? {<<: [{a: 1}]}\n: {}",
        "- " * 3000,
        "submission_1: {':submitters': [{':name': !!python/name:os.system x}]}",
    ],
)
def test_a_table_of_wrong_types_is_a_message(text: str) -> None:
    with pytest.raises(GradingError, match=r"submission_metadata\.yml .*Export it again"):
        read_metadata(text.encode())


def test_what_is_no_text_in_a_table_names_nobody() -> None:
    lists = "x0: &x0 [a]\n" + "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (said,) = read_metadata(f"{lists}s: {{':submitters': [{{':name': *x29, ':sid': 7}}, 3]}}".encode()).values()
    assert [(one.id, one.name) for one in said.submitters] == [("7", "")]


@pytest.mark.parametrize("inner", ["222/A1.ipynb", "bobb_222_9_A1.ipynb", "Bob_222_assignsubmission_file_/A1.ipynb"])
@pytest.mark.parametrize("more", ["444/A1.ipynb", "x/444.ipynb", "notes.txt"])
def test_in_a_folder_that_names_a_learner_nothing_names_another(tmp_path: Path, inner: str, more: str) -> None:
    files = {f"111/{inner}": NOTEBOOK, f"111/{more}": NOTEBOOK, "222/A1.ipynb": NOTEBOOK, "333/A1.ipynb": NOTEBOOK}
    assert names(collect([write(tmp_path, files)], "A1")) == ["111", "222", "333"]


def test_a_learners_name_around_everything_is_no_wrapper(tmp_path: Path) -> None:
    write(tmp_path, {"roster.csv": b"id,name\n111,Mallory\n222,Bob\n", "class/111/222/A1.ipynb": NOTEBOOK,
                     "class/111/444/A1.ipynb": NOTEBOOK})  # fmt: skip
    (tmp_path / "111_A1.zip").write_bytes(zipped({"222.ipynb": NOTEBOOK, "444.ipynb": NOTEBOOK}))
    roster = read_roster(tmp_path / "roster.csv")
    for given in ("class", "111_A1.zip"):
        found = collect([tmp_path / given], "A1", None, lambda named: roster.find(named) is not None)
        assert names(found) == ["111"]


def test_each_of_several_zips_is_one_learners(tmp_path: Path) -> None:
    for who in ("ada", "mallory"):
        (tmp_path / f"{who}_A1.zip").write_bytes(zipped({"ada.ipynb": NOTEBOOK, "A1.ipynb": NOTEBOOK}))
    assert names(collect(sorted(tmp_path.iterdir()), "A1")) == ["ada", "mallory"]


def test_groups_are_folders_that_are_all_alike(tmp_path: Path) -> None:
    days = ("monday/kim", "monday/ortiz", "tuesday/lee", "tuesday/diaz")
    write(tmp_path / "a", {f"{day}/A1.ipynb": NOTEBOOK for day in days})
    assert names(collect([tmp_path / "a"], "A1")) == ["diaz", "kim", "lee", "ortiz"]
    write(tmp_path / "b", {"monday/ada_1_2_A1.ipynb": NOTEBOOK, "tuesday/bob_3_4_A1.ipynb": NOTEBOOK})
    assert names(collect([tmp_path / "b"], "A1")) == ["1", "3"]


def test_what_a_receipt_claims_is_one_line_of_what_can_be_seen(tmp_path: Path) -> None:
    evil = "Eve\nMarks: http://evil/grades.csv\t\x1b[31mRED\x1b[0m\u202e\r"
    receipt = json.dumps({"learner": evil, "variant": evil}).encode()
    (tmp_path / "A1.zip").write_bytes(zipped({"A1.ipynb": NOTEBOOK, "receipt.json": receipt}))
    found = collect([tmp_path / "A1.zip"], "A1")
    line = "Eve Marks: http://evil/grades.csv RED"
    (one,) = planned(found).planned
    assert one.learner.id == one.learner.name == line
    claims = claims_of(found.attempts[0])
    assert (claims.learner, claims.variant) == (line, line)


@pytest.mark.parametrize("depth", [100, 900, 990])
def test_a_receipt_of_lists_in_lists_claims_nothing(tmp_path: Path, depth: int) -> None:
    nest = "[" * depth + "]" * depth
    receipt = f'{{"learner": {nest}, "variant": {nest}, "time": {nest}}}'.encode()
    (tmp_path / "ada.zip").write_bytes(zipped({"A1.ipynb": NOTEBOOK, "receipt.json": receipt}))
    (attempt,) = collect([tmp_path / "ada.zip"], "A1").attempts
    assert claims_of(attempt).learner == "" and open_hand_in(attempt, "A1.ipynb").notebook is not None


def test_an_invisible_sign_makes_no_second_learner(tmp_path: Path) -> None:
    write(tmp_path, {"roster.csv": "id,name\nada,Ada\u200b\n".encode(), "class/ada_A1.ipynb": NOTEBOOK,
                     "class/ada\u200b.ipynb": NOTEBOOK})  # fmt: skip
    assert DUE.tzinfo is not None
    roster = read_roster(tmp_path / "roster.csv")
    found = plan(collect([tmp_path / "class"], "A1").attempts, roster, Keep.LAST, DUE.tzinfo)
    assert [(one.learner.id, one.learner.name) for one in found.planned] == [("ada", "Ada")]
