"""From a notebook to its questions: which cells are a question's, and what the learner wrote there.

Cells that `build` made carry a stamp in their metadata, and the same in their id. Where an editor dropped both, or
plain Otter made the notebook, the BEGIN/END QUESTION comments, the headings and the order tell the questions apart.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gradbook.assignment.definition import Assignment, Question
from gradbook.assignment.errors import NotebookError
from gradbook.assignment.folder import BLANK
from gradbook.assignment.graph_questions import fill

PLACEHOLDER = "_Type your answer here, replacing this text._"
STAMP = "gradbook"
PROMPT, ANSWER, CHECK, TEXT = "prompt", "answer", "check", "text"
_ANSWER_TAG = "otter_answer_cell"
_CELL_ID = re.compile(r"([a-z][a-z0-9]*)-(prompt|answer|check)-\d+")
_BEGIN, _END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
_BUILT = (_BEGIN, _END, "_Points:_")  # what Otter Assign puts into a question's text
_MASTER_CELL = re.compile(r"#\s+(begin|end)\s+(question|prompt|solution|tests)\b", re.IGNORECASE)

Notebook = Mapping[str, Any]
Cell = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner wrote for one question.

    Attributes:
        question: its id.
        text: the answer's cells, without the placeholder; "" where nothing was written.
        cells: their places in the notebook, from 0.
        found: whether there is an answer cell at all; it may have been deleted.
    """

    question: str
    text: str
    cells: tuple[int, ...]
    found: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A cell of the blank notebook that is not in this one."""

    question: str
    role: str

    @property
    def advice(self) -> str:
        """What a learner is told."""
        if self.role == CHECK:
            return f'its check cell is gone. Put one back: grader.check("{self.question}")'
        return (
            "its answer cell is gone. Bring it back with Edit > Undo Cell Operation, or copy it from a fresh folder "
            "(gradbook start makes one)."
        )


def read_notebook(path: Path) -> Any:
    """Read a notebook of any version 4, whoever saved it.

    Raises:
        NotebookError: it is absent, or no notebook.
    """
    import nbformat

    try:
        return nbformat.reads(path.read_text(encoding="utf-8-sig"), as_version=4)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise NotebookError(f"{path} cannot be read ({error.strerror}).") from error
    except Exception as error:  # nbformat raises many kinds, all of which mean that this is no notebook
        raise NotebookError(f"{path} is not a Jupyter notebook ({_first_line(error)}). Save it again.") from error


def answers(notebook: Notebook, assignment: Assignment, variant: str | None = None) -> dict[str, Answer]:
    """Return what was written for each question, by id, in the assignment's order.

    What a learner wrote into the question's own text counts as well.
    """
    cells = notebook["cells"]
    places = roles(notebook, assignment)
    prompts = _prompts(assignment, variant)
    found = {}
    for question in assignment.questions:
        mine = [index for index, place in enumerate(places) if place == (question.id, ANSWER)]
        parts = [_text(cells[index]) for index in mine]
        if question.in_markdown and question.id in prompts:
            asked = [index for index, place in enumerate(places) if place == (question.id, PROMPT)]
            parts[:0] = [_added(_text(cells[index]), prompts[question.id]) for index in asked]
        text = "\n\n".join(part for part in map(_without_placeholder, parts) if part)
        found[question.id] = Answer(question.id, text, tuple(mine), bool(mine))
    return found


def missing(notebook: Notebook, assignment: Assignment) -> list[Missing]:
    """Return the questions whose answer cells are gone, and the checks that are."""
    there = set(roles(notebook, assignment))
    outline = _outline(assignment)
    expected = dict.fromkeys(place for place in map(_stamp, outline) if place and place[1] in (ANSWER, CHECK))
    # A check cell is known by its call, so it is only missed where the notebook has stamps to go by.
    stamped = any(map(_stamp, notebook["cells"]))
    return [Missing(*place) for place in expected if place not in there and (stamped or place[1] == ANSWER)]


def roles(notebook: Notebook, assignment: Assignment) -> list[tuple[str, str]]:
    """Return for each cell the question that it belongs to and its role there; ("", "text") for all others."""
    cells: Sequence[Cell] = notebook["cells"]
    places = [_stamp(cell) or _call(cell) for cell in cells]
    known = {question.id for question in assignment.questions}
    places = [place if place and place[0] in {*known, ""} else None for place in places]
    if any(place and place[1] == ANSWER for place in places):
        _adopt(cells, places)
    done = {place[0] for place in places if place and place[1] == ANSWER}
    readable = [question for question in assignment.questions if question.in_markdown]
    if not done & {question.id for question in readable}:
        for index, place in _by_markers(cells, readable).items():
            places[index] = places[index] or place
    return [place or ("", TEXT) for place in places]


def stamp_master(notebook: Notebook) -> None:
    """Stamp the cells of a master notebook, in place, by the raw cells that Otter Assign goes by."""
    inside: list[str] = []
    question = ""
    for cell in notebook["cells"]:
        match = _MASTER_CELL.match(_text(cell)) if cell["cell_type"] == "raw" else None
        if match:
            word, block = match[1].lower(), match[2].lower()
            if block == "question":
                found = re.search(r"^name:\s*['\"]?([\w-]+)", _text(cell), re.MULTILINE)
                question = found[1] if word == "begin" and found else ""
            if word == "begin":
                inside.append(block)
            elif inside:
                inside.pop()
            continue
        role = ANSWER if inside and inside[-1] in ("prompt", "solution") else PROMPT if question else TEXT
        cell["metadata"][STAMP] = {"question": question, "role": role}


def _stamp(cell: Cell) -> tuple[str, str] | None:
    stamp = cell["metadata"].get(STAMP)
    if isinstance(stamp, Mapping) and isinstance(stamp.get("question"), str) and isinstance(stamp.get("role"), str):
        return stamp["question"], stamp["role"]
    match = _CELL_ID.fullmatch(str(cell.get("id", "")))
    return (match[1], match[2]) if match else None


def _call(cell: Cell) -> tuple[str, str] | None:
    if cell["cell_type"] != "code":
        return None
    match = re.search(r"grader\.check\(\s*['\"](\w+)['\"]", _text(cell))
    return (match[1], CHECK) if match else None


def _adopt(cells: Sequence[Cell], places: list[tuple[str, str] | None]) -> None:
    """Give the cells that a learner added right after an answer to that answer."""
    current: tuple[str, str] | None = None
    for index, cell in enumerate(cells):
        if places[index] is None and current and cell["cell_type"] == current[1] and not _is_boundary(cell):
            places[index] = (current[0], ANSWER)
        place = places[index]
        current = (place[0], cell["cell_type"]) if place and place[1] == ANSWER else None


def _is_boundary(cell: Cell) -> bool:
    return _text(cell).lstrip().startswith((_BEGIN, _END))


def _by_markers(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[int, tuple[str, str]]:
    """Tell written questions apart in a notebook without stamps."""
    blocks: list[list[int]] = []
    is_open = False
    for index, cell in enumerate(cells):
        text = _text(cell)
        if cell["cell_type"] == "markdown" and _END in text:
            is_open = False
        if cell["cell_type"] == "markdown" and _BEGIN in text:
            blocks.append([])
            is_open = True
        if is_open:
            blocks[-1].append(index)
    if not blocks:
        blocks = _by_placeholder(cells, questions)
    found: dict[int, tuple[str, str]] = {}
    for question, block in _matched(cells, blocks, questions):
        markdown = [index for index in block if cells[index]["cell_type"] == "markdown"]
        tagged = [index for index in markdown if _ANSWER_TAG in cells[index]["metadata"].get("tags", [])]
        answer = tagged or markdown[1:]
        found |= {index: (question.id, ANSWER if index in answer else PROMPT) for index in markdown}
    return found


def _by_placeholder(cells: Sequence[Cell], questions: Sequence[Question]) -> list[list[int]]:
    """Where the comments are gone too: a heading of ours and what follows it, up to the next heading or code."""
    titles = {_plain(question.title) for question in questions}
    blocks: list[list[int]] = []
    is_open = False
    for index, cell in enumerate(cells):
        heading = _heading(cell)
        if cell["cell_type"] != "markdown" or heading:
            is_open = heading in titles
            if is_open:
                blocks.append([])
        if is_open:
            blocks[-1].append(index)
    return blocks


def _matched(
    cells: Sequence[Cell], blocks: list[list[int]], questions: Sequence[Question]
) -> list[tuple[Question, list[int]]]:
    """Pair blocks with questions: by heading where there is one of ours, the rest in order."""
    by_title = {_plain(question.title): question for question in questions}
    pairs: list[tuple[Question, list[int]]] = []
    rest = []
    for block in blocks:
        question = by_title.pop(_heading(cells[block[0]]), None)
        if question:
            pairs.append((question, block))
        else:
            rest.append(block)
    return pairs + list(zip(by_title.values(), rest, strict=False))


def _heading(cell: Cell) -> str:
    match = re.search(r"^#+\s*(.+)$", _text(cell), re.MULTILINE) if cell["cell_type"] == "markdown" else None
    return _plain(match[1]) if match else ""


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[a-z]+", re.sub(r"\bquestion\b", "", title.lower())))


def _text(cell: Cell) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _without_placeholder(text: str) -> str:
    return text.replace(PLACEHOLDER, "").replace(_BEGIN, "").replace(_END, "").strip()


def _added(text: str, original: str) -> str:
    """Return the lines that a learner wrote into a question's own text."""
    before, after = _lines(original), _lines(text)
    if 2 * len({*before} & {*after}) < len({*before}):
        return ""  # another course's wording, not ours with something in it
    return "\n".join(line[2:] for line in difflib.ndiff(before, after) if line.startswith("+ "))


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(_BUILT)]


def _prompts(assignment: Assignment, variant: str | None) -> dict[str, str]:
    """Return the text of each question as the learner got it."""
    prompts: dict[str, str] = {}
    for cell in _outline(assignment):
        place = _stamp(cell)
        if place and place[1] == PROMPT and cell["cell_type"] == "markdown":
            prompts[place[0]] = prompts.get(place[0], "") + fill(_text(cell), assignment, variant) + "\n"
    return prompts


def _outline(assignment: Assignment) -> Sequence[Cell]:
    """Return the cells of the blank notebook: the learner's folder has it, a teacher's has the master."""
    blank = assignment.folder / BLANK
    if blank.is_file():
        cells: Sequence[Cell] = read_notebook(blank)["cells"]
        return cells
    master = read_notebook(assignment.folder / assignment.notebook)
    stamp_master(master)
    return [cell for cell in master["cells"] if cell["cell_type"] != "raw"]


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
