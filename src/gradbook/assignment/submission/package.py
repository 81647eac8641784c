"""Handing in: the zip, what it lacks, and a receipt. No browser and no LaTeX are needed, and nothing is run."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gradbook.assignment.deadline import deadline_text
from gradbook.assignment.definition import Assignment, load_assignment
from gradbook.assignment.folder import PlaceError, find_folder, find_notebook, learner_name, notebook_of, require_folder
from gradbook.assignment.graph_questions import GraphQuestions
from gradbook.assignment.layout import IMAGES, RECORD
from gradbook.assignment.notebook.answers import HandedIn, Outline
from gradbook.assignment.notebook.cells import Notebook
from gradbook.assignment.notebook.file import CLEAR_OUTPUTS, LARGEST_HANDED_IN, read_notebook
from gradbook.assignment.notebook.images import links
from gradbook.assignment.notebook.origin import foreign
from gradbook.assignment.quiz.record import read_record
from gradbook.assignment.submission.answer_page import answer_page
from gradbook.assignment.submission.completeness import Finding, Severity, look_over
from gradbook.assignment.submission.earlier import ZIP_NAME, HandInError, require_places, zip_path
from gradbook.assignment.submission.own_check import assignment_of
from gradbook.assignment.submission.receipt import RECEIPT_ENDING, Receipt, make_receipt
from gradbook.assignment.submission.whose import give_name, require_no_other
from gradbook.core.files import write_bytes, write_text

_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".heic", ".pdf"}
MAX_FILE = 20 * 2**20


@dataclass(frozen=True, slots=True)
class HandIn:
    """What was made.

    Attributes:
        zip: the file to hand in.
        receipt_path: the receipt beside it, to keep.
        receipt: what it says.
        findings: what to look at; none of it kept the zip from being made.
        page: the written part to read, where it was asked for.
        notebook: what was handed in.
    """

    zip: Path
    receipt_path: Path
    receipt: Receipt
    findings: tuple[Finding, ...]
    page: Path | None = None
    notebook: Path | None = None

    @property
    def text(self) -> str:
        """What a learner is told."""
        missing = [finding for finding in self.findings if finding.severity is Severity.MISSING]
        doubtful = [finding for finding in self.findings if finding.severity is Severity.DOUBTFUL]
        lines = []
        if missing:
            lines += ["Missing:", *(f"  {finding}" for finding in missing)]
        if doubtful:
            lines += ["Please look at:", *(f"  {finding}" for finding in doubtful)]
        lines.append(
            "The zip is made all the same; mend what you like and make it again."
            if self.findings
            else "Complete: nothing is missing."
        )
        files = ", ".join(part.name for part in self.receipt.parts)
        lines += [
            *([self.receipt.deadline] if self.receipt.deadline else []),
            f"Hand in:  {_shown(self.zip)}  ({files})",
            f"Receipt:  {_shown(self.receipt_path)}  (content {self.receipt.sha256[:16]}...)",
            *([] if self.receipt.learner else [f"          It bears no name. Add yours: {self._with_name}"]),
        ]
        if self.page is not None:
            lines.append(f"To read:  {_shown(self.page)}")
        return "\n".join(lines)

    @property
    def _with_name(self) -> str:
        """The command that makes it again with a name."""
        here = self.notebook is None or self.notebook.resolve().parent == Path.cwd()
        which = "" if here else f' "{self.notebook}"'
        return f'gradbook submit{which} --name "Your Name"'


def hand_in(
    start: Path | None = None,
    notebook: Path | None = None,
    out: Path | None = None,
    *,
    assignment: str | None = None,
    name: str | None = None,
    extra: Iterable[str | Path] = (),
    reading: bool = False,
    now: datetime | None = None,
) -> HandIn:
    """Look a learner's folder over and make the zip and the receipt.

    Args:
        start: the learner's folder, or one below it; by default that of the notebook, or the current one.
        notebook: by default the one in the folder, whatever it is called.
        out: the zip; by default NOTEBOOK_TIME.zip beside the notebook. Only an earlier zip of ours is replaced.
        assignment: which the notebook is of, where its folder does not say.
        name: the learner's, for the receipt; a learner's folder without one keeps it.
        extra: further files of the folder to put in.
        reading: whether to make a page of the written part too.
        now: the time; by default the present.

    Raises:
        PlaceError: no assignment or no notebook is there, or the folder bears another name.
        OutputError: `out` is something else than an earlier zip.
        HandInError: the zip cannot be written.
    """
    if notebook is not None and not notebook.is_file():
        raise PlaceError(f"There is no notebook {notebook}. Say which one is yours, or leave it out.")
    at_home = notebook is None or find_folder(notebook.resolve().parent) is not None
    if assignment is None and (start is not None or at_home):  # else it is said which to give
        folder = require_folder(start or (notebook.parent if notebook is not None else None))
        path = notebook or find_notebook(folder, otherwise=load_assignment(folder).notebook)
    else:
        path = notebook or notebook_of(start, assignment)
        folder = path.resolve().parent
    read = read_notebook(path)
    asked, variant = assignment_of(path, read, assignment)
    require_no_other(folder, name)
    record = read_record(folder)
    handed_in = HandedIn(read, Outline(asked, GraphQuestions(asked, variant).fill))
    doubt = foreign(handed_in, asked)
    findings = [Finding(Severity.MISSING, path.name, f"{doubt}.")] if doubt else look_over(handed_in, folder, record)
    files, too_large = _files(folder, asked, path, read, extra)
    findings += too_large
    time = (now or datetime.now()).astimezone()
    target = zip_path(out) if out else folder / f"{path.stem}_{time:%Y_%m_%dT%H_%M_%S}.zip"
    receipt = make_receipt(
        asked.title,
        files,
        time,
        learner=learner_name(folder) or name or "",
        variant=variant or asked.variant or "",
        deadline=deadline_text(asked, time),
    )
    page = target.with_suffix(".html") if reading else None
    receipt_path = target.with_name(f"{target.stem}{RECEIPT_ENDING}")
    require_places(target, receipt_path, page, read=path)
    give_name(folder, name)
    try:
        write_bytes(target, _zip(files, receipt, target.name))
        write_text(receipt_path, receipt.text)
        if page is not None:
            write_text(page, answer_page(handed_in, asked, folder, path.name))
    except OSError as error:
        raise HandInError(f"Cannot write {target}: {error.strerror}. Give another place with --out.") from error
    return HandIn(target, receipt_path, receipt, tuple(findings), page, path)


def _files(
    folder: Path, assignment: Assignment, path: Path, notebook: Notebook, extra: Iterable[str | Path]
) -> tuple[dict[str, bytes], list[Finding]]:
    """Return the files by their name in the zip, and what is too large to go in."""
    # The grader looks for the name that the assignment gave: a renamed notebook gets it back.
    files = {assignment.notebook: path.read_bytes()}
    if (folder / RECORD).is_file():
        files[RECORD] = (folder / RECORD).read_bytes()
    shown = {
        link.path.resolve()
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown"
        for link in links(cell["source"], folder)
        if link.path is not None
    }
    kept = {item.resolve() for item in (folder / IMAGES).rglob("*") if item.suffix.lower() in _PICTURES}
    wanted = {inner.resolve() for item in extra for inner in _all_in(folder / item)}
    findings = []
    if len(files[assignment.notebook]) > LARGEST_HANDED_IN:
        text = (
            f"it is larger than the {LARGEST_HANDED_IN // 2**20} MiB that grading reads. {CLEAR_OUTPUTS}, "
            "or make pictures in it smaller, and save it."
        )
        findings.append(Finding(Severity.MISSING, path.name, text))
    for item in sorted(shown | kept | wanted):
        # What is not inside, a link to elsewhere, say, is not the learner's to hand in by accident.
        if not item.is_file() or not item.is_relative_to(folder.resolve()):
            continue
        name = item.relative_to(folder.resolve()).as_posix()
        if item.stat().st_size > MAX_FILE:
            text = f"it is larger than {MAX_FILE // 2**20} MiB and is left out. Make it smaller."
            findings.append(Finding(Severity.MISSING, name, text))
        else:
            files[name] = item.read_bytes()
            if not files[name] and item in kept - shown:  # of one that a cell shows, it is said there
                findings.append(Finding(Severity.DOUBTFUL, name, "it is empty (0 bytes). Save it again."))
    return files, findings


def _shown(path: Path) -> str:
    """Return a file's name, or all of its path where it is not in the current folder."""
    return path.name if path.resolve().parent == Path.cwd() else str(path.resolve())


def _all_in(path: Path) -> list[Path]:
    return [path, *path.rglob("*")] if path.is_dir() else [path]


def _zip(files: dict[str, bytes], receipt: Receipt, name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in files.items():
            archive.writestr(part, data)
        archive.writestr("receipt.json", receipt.json)
        archive.writestr(ZIP_NAME, name)
    return buffer.getvalue()
