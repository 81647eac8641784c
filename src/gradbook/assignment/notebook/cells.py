"""Which cells of a notebook are whose: a question's text, its answer, its check, or nobody's.

Cells that `build` made carry a stamp in their metadata, and the same in their id. Where an editor dropped both, or
plain Otter made the notebook, the BEGIN/END QUESTION comments, the headings and the order tell written questions apart,
and what a cell of code defines tells whose it is.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from gradbook.assignment.definition import Question
from gradbook.assignment.notebook.definitions import MOST_PARSED, question_of

PLACEHOLDER = "_Type your answer here, replacing this text._"
STAMP = "gradbook"
PROMPT, ANSWER, CHECK, TEXT = "prompt", "answer", "check", "text"
BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
_ANSWER_TAG = "otter_answer_cell"
_CELL_ID = re.compile(r"([a-z][a-z0-9]*)-(prompt|answer|check)-\d+")
_CHECK_CALL = re.compile(r"grader\.check\(\s*['\"](\w+)['\"]")
_MASTER_CELL = re.compile(r"#\s+(begin|end)\s+(question|prompt|solution|tests)\b", re.IGNORECASE)

Notebook = Mapping[str, Any]
Cell = Mapping[str, Any]


class Place(NamedTuple):
    """Where a cell belongs: to which question, "" for none, and as what: "prompt", "answer", "check" or "text"."""

    question: str
    role: str


NOWHERE = Place("", TEXT)


def places(notebook: Notebook, questions: Sequence[Question]) -> tuple[Place, ...]:
    """Return for each cell where it belongs."""
    cells: Sequence[Cell] = notebook["cells"]
    found = [stamp_of(cell) or _call(cell) for cell in cells]
    known = {"", *(question.id for question in questions)}
    found = [place if place and place.question in known else None for place in found]
    if any(place and place.role == ANSWER for place in found):
        _adopt(cells, found)
    done = {place.question for place in found if place and place.role == ANSWER}
    readable = [question for question in questions if question.in_markdown]
    if not done & {question.id for question in readable}:
        for index, place in _by_markers(cells, readable).items():
            found[index] = found[index] or place
    if not any(map(stamp_of, cells)):
        _by_definition(cells, questions, found)
    return tuple(place or NOWHERE for place in found)


def stamp_of(cell: Cell) -> Place | None:
    """Return where a cell's stamp, or its id, says that it belongs."""
    if place := _stamped(cell):
        return place
    match = _CELL_ID.fullmatch(str(cell.get("id", "")))
    return Place(match[1], match[2]) if match else None


def _stamped(cell: Cell) -> Place | None:
    stamp = cell["metadata"].get(STAMP)
    if isinstance(stamp, Mapping) and isinstance(stamp.get("question"), str) and isinstance(stamp.get("role"), str):
        return Place(stamp["question"], stamp["role"])
    return None


def needed_metadata(cell: Cell) -> dict[str, Any]:
    """Return what tells where a cell belongs: the rest of its metadata is anybody's, and may be large."""
    kept: dict[str, Any] = {}
    if place := _stamped(cell):
        kept[STAMP] = place._asdict()
    if _ANSWER_TAG in cell["metadata"].get("tags", []):
        kept["tags"] = [_ANSWER_TAG]
    return kept


def stamp_master(notebook: Notebook) -> None:
    """Stamp the cells of a master notebook, in place, by the raw cells that Otter Assign goes by."""
    inside: list[str] = []
    question = ""
    for cell in notebook["cells"]:
        match = _MASTER_CELL.match(cell["source"]) if cell["cell_type"] == "raw" else None
        if match:
            word, block = match[1].lower(), match[2].lower()
            if block == "question":
                found = re.search(r"^name:\s*['\"]?([\w-]+)", cell["source"], re.MULTILINE)
                question = found[1] if word == "begin" and found else ""
            if word == "begin":
                inside.append(block)
            elif inside:
                inside.pop()
            continue
        role = ANSWER if inside and inside[-1] in ("prompt", "solution") else PROMPT if question else TEXT
        cell["metadata"][STAMP] = {"question": question, "role": role}


def called_check(cell: Cell) -> str:
    """Return the question that a cell checks with `grader.check`; "" for any other cell."""
    if cell["cell_type"] != "code":
        return ""
    match = _CHECK_CALL.search(cell["source"])
    return match[1] if match else ""


def _call(cell: Cell) -> Place | None:
    checked = called_check(cell)
    return Place(checked, CHECK) if checked else None


def _adopt(cells: Sequence[Cell], found: list[Place | None]) -> None:
    """Give the cells that a learner added right after an answer to that answer."""
    current: tuple[str, str] | None = None
    for index, cell in enumerate(cells):
        if found[index] is None and current and cell["cell_type"] == current[1] and not _is_boundary(cell):
            found[index] = Place(current[0], ANSWER)
        place = found[index]
        current = (place.question, cell["cell_type"]) if place and place.role == ANSWER else None


def _is_boundary(cell: Cell) -> bool:
    return str(cell["source"]).lstrip().startswith((BEGIN, END))


def _by_markers(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[int, Place]:
    """Tell written questions apart in a notebook without stamps."""
    blocks: list[list[int]] = []
    is_open = False
    for index, cell in enumerate(cells):
        text = cell["source"]
        if cell["cell_type"] == "markdown" and END in text:
            is_open = False
        if cell["cell_type"] == "markdown" and BEGIN in text:
            blocks.append([])
            is_open = True
        if is_open:
            blocks[-1].append(index)
    if not blocks:
        blocks = _by_placeholder(cells, questions)
    found: dict[int, Place] = {}
    for question, block in _matched(cells, blocks, questions):
        markdown = [index for index in block if cells[index]["cell_type"] == "markdown"]
        tagged = [index for index in markdown if _ANSWER_TAG in cells[index]["metadata"].get("tags", [])]
        answer = tagged or markdown[1:]
        found |= {index: Place(question.id, ANSWER if index in answer else PROMPT) for index in markdown}
    return found


def _by_definition(cells: Sequence[Cell], questions: Sequence[Question], found: list[Place | None]) -> None:
    """Tell code and quiz questions apart in a notebook without stamps."""
    wanted = [question for question in questions if not question.in_markdown]
    left = MOST_PARSED
    for index, cell in enumerate(cells):
        if found[index] is None and cell["cell_type"] == "code":
            id = question_of(cell["source"], wanted, left)
            found[index] = Place(id, ANSWER) if id else None
            left -= len(cell["source"]) if len(cell["source"]) <= left else 0


def _by_placeholder(cells: Sequence[Cell], questions: Sequence[Question]) -> list[list[int]]:
    """Where the comments are gone too: a heading of ours and what follows it, up to the next heading or code."""
    titles = {plain_title(question.title) for question in questions}
    blocks: list[list[int]] = []
    is_open = False
    for index, cell in enumerate(cells):
        heading = heading_of(cell)
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
    by_title = {plain_title(question.title): question for question in questions}
    pairs: list[tuple[Question, list[int]]] = []
    rest = []
    for block in blocks:
        question = by_title.pop(heading_of(cells[block[0]]), None)
        if question:
            pairs.append((question, block))
        else:
            rest.append(block)
    return pairs + list(zip(by_title.values(), rest, strict=False))


def heading_of(cell: Cell) -> str:
    """Return the title in a text cell's first heading, as `plain_title` writes it; "" where it has none."""
    match = re.search(r"^#+\s*(.+)$", cell["source"], re.MULTILINE) if cell["cell_type"] == "markdown" else None
    return plain_title(match[1]) if match else ""


def plain_title(title: str) -> str:
    """Return a title's words in small letters, without the word question and its number."""
    return " ".join(re.findall(r"[a-z]+", re.sub(r"\bquestion\b", "", title.lower())))
