"""What a learner wrote: a notebook held against the blank one that it was made from."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from gradbook.assignment.definition import Assignment, Question
from gradbook.assignment.layout import BLANK
from gradbook.assignment.notebook.cells import (
    ANSWER,
    BEGIN,
    CHECK,
    END,
    PLACEHOLDER,
    PROMPT,
    Cell,
    Notebook,
    Place,
    heading_of,
    places,
    plain_title,
    stamp_master,
    stamp_of,
)
from gradbook.assignment.notebook.file import read_notebook
from gradbook.assignment.notebook.given import GivenLine, given_lines, other_line
from gradbook.assignment.notebook.images import targets

_STUB = re.compile(r"(?:[-*] )?\$+ ?([A-Za-z]\w*) ?= ?([^$]+)\$+")
# What learners do not get of a master's code: lines between two marks, and lines with a mark behind them.
_SOLUTION = re.compile(
    r"^[ \t]*#[ \t]*BEGIN SOLUTION\b(?s:.*?)(?:^[ \t]*#[ \t]*END SOLUTION\b|\Z)|^.*#[ \t]*SOLUTION\b",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_LINES = 10_000  # of a notebook's text that are looked at, twenty times what one has: each is held against many
_BUILT = (BEGIN, END, "_Points:_")  # what Otter Assign puts into a question's text


Line = tuple[Place | None, str]
"""A line of a notebook's text, with the stamp of its cell."""


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
    def told(self) -> str:
        """What is said of it once it was handed in."""
        return f"{self.question}: its {'check' if self.role == CHECK else 'answer'} cell is not in this notebook."

    @property
    def advice(self) -> str:
        """What a learner is told who still works on it."""
        if self.role == CHECK:
            return f'its check cell is gone. Put one back: grader.check("{self.question}")'
        return (
            "its answer cell is gone. Bring it back with Edit > Undo Cell Operation, or copy it from a fresh folder "
            "(gradbook start makes one)."
        )


class Outline:
    """The blank notebook: which cells a question has, and its text as the learner got it.

    Args:
        assignment: whose folder holds the blank notebook, or the master that it is made from.
        fill: puts numbers into a master's text.

    Raises:
        NotebookError: it cannot be read.
    """

    def __init__(self, assignment: Assignment, fill: Callable[[str], str]) -> None:
        self.questions: Sequence[Question] = assignment.questions
        self._cells = _blank_cells(assignment)
        stamps = [place for place in map(stamp_of, self._cells) if place]
        self.expected = tuple(dict.fromkeys(place for place in stamps if place.role in (ANSWER, CHECK)))
        self._fill = fill

    @cached_property
    def given(self) -> tuple[GivenLine, ...]:
        """The lines that have numbers filled in; none where they were filled in before, in a learner's folder."""
        return given_lines(self._cells, self._fill)

    @cached_property
    def prompts(self) -> dict[str, str]:
        """The text of each question that is answered in Markdown, by its id."""
        found: dict[str, str] = {}
        for cell in self._cells:
            place = stamp_of(cell)
            if place and place.role == PROMPT and cell["cell_type"] == "markdown":
                found[place.question] = found.get(place.question, "") + self._fill(cell["source"]) + "\n"
        return found

    @cached_property
    def code(self) -> frozenset[str]:
        """The lines of code that learners get."""
        sources = (cell["source"] for cell in self._cells if cell["cell_type"] == "code")
        return frozenset(line for source in sources for line in _lines(_SOLUTION.sub("", source)))

    @cached_property
    def pictures(self) -> frozenset[str]:
        """What the pictures of its own texts lead to, as written: they are the assignment's."""
        texts = (
            cell["source"]
            for cell in self._cells
            if cell["cell_type"] == "markdown" and ((place := stamp_of(cell)) is None or place.role != ANSWER)
        )
        return frozenset(target.text for text in texts for target in targets(text))


class HandedIn:
    """A learner's notebook with the place of each of its cells.

    Args:
        notebook: as `read_notebook` gives it.
        outline: of the notebook that it was made from.
        placed: the same notebook beside the blank one with other numbers: where its cells belong does not depend on
            them, and is not found out again.
    """

    def __init__(self, notebook: Notebook, outline: Outline, placed: "HandedIn | None" = None) -> None:
        self.notebook = notebook
        self.places: tuple[Place, ...] = placed.places if placed else places(notebook, outline.questions)
        self.questions = outline.questions
        self._outline = outline
        lines = self._each_line()
        self._text: tuple[Line, ...] = placed._text if placed else tuple(islice(lines, _MOST_LINES))

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What was written for each question, by id, in the assignment's order.

        What a learner wrote into the question's own text counts as well.
        """
        cells = self.notebook["cells"]
        prompts = self._outline.prompts
        found = {}
        for question in self.questions:
            mine = self._cells_of(question, ANSWER)
            parts = [cells[index]["source"] for index in mine]
            if question.in_markdown and question.id in prompts:
                asked = self._cells_of(question, PROMPT)
                parts[:0] = [_added(question, cells[index]["source"], prompts[question.id]) for index in asked]
            text = "\n\n".join(part for part in map(_without_placeholder, parts) if part)
            found[question.id] = Answer(question.id, text, tuple(mine), bool(mine))
        return found

    @cached_property
    def worked(self) -> dict[str, str]:
        """What was written into each question's own cells, where anything was."""
        cells = self.notebook["cells"]
        found = {}
        for question in self.questions:
            parts = (_without_placeholder(cells[index]["source"]) for index in self._cells_of(question, ANSWER))
            written = [part for part in parts if self._is_written(question, part)]
            if written and question.kind != "quiz":  # its cells are the assignment's; choices are in record.txt
                found[question.id] = "\n\n".join(written)
        return found

    @property
    def given_pictures(self) -> frozenset[str]:
        """What the pictures of the assignment's own texts lead to: that one is not there is no fault of a learner's."""
        return self._outline.pictures

    @property
    def missing(self) -> list[Missing]:
        """The questions whose answer cells are gone, and the checks that are."""
        # A check cell is known by its call, so it is only missed where the notebook has stamps to go by.
        stamped = any(map(stamp_of, self.notebook["cells"]))
        there = set(self.places)
        return [
            Missing(*place)
            for place in self._outline.expected
            if place not in there and (stamped or place.role == ANSWER)
        ]

    @cached_property
    def other_numbers(self) -> str:
        """A line of the notebook's text that gives other numbers than its questions are judged by; "" for none."""
        return other_line(self._text, self._outline.given)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was written, in the question's own text neither, and no answer cell was deleted."""
        answers = ((question, self.answers[question.id]) for question in self.questions if question.kind != "quiz")
        return all(answer.found and not self._is_written(question, answer.text) for question, answer in answers)

    @property
    def is_known(self) -> bool:
        """Whether at least half of the questions are there, by their text or their title."""
        prompts = self._outline.prompts
        asked = [question for question in self.questions if question.id in prompts]
        there = {line for _, line in self._text}
        titles = {heading_of(cell) for cell in self.notebook["cells"]} - {""}
        known = [
            question
            for question in asked
            if plain_title(question.title) in titles
            or 2 * len({*_lines(prompts[question.id])} & there) > len({*_lines(prompts[question.id])})
        ]
        return 2 * len(known) >= len(asked)

    def _is_written(self, question: Question, text: str) -> bool:
        """Whether a learner wrote a text: of code, a line that the blank notebook has not, and that is no blank."""
        if question.in_markdown:
            return bool(text)
        return any(line not in self._outline.code and "..." not in line for line in _lines(text))

    def _each_line(self) -> Iterator[Line]:
        """Yield the lines of the notebook's text, without the answers, each with the stamp of its cell."""
        for cell, place in zip(self.notebook["cells"], self.places, strict=True):
            if cell["cell_type"] == "markdown" and place.role != ANSWER:
                stamp = stamp_of(cell)
                yield from ((stamp, line) for line in _lines(cell["source"]))

    def _cells_of(self, question: Question, role: str) -> list[int]:
        wanted = Place(question.id, role)
        return [index for index, place in enumerate(self.places) if place == wanted]


def _blank_cells(assignment: Assignment) -> Sequence[Cell]:
    """Return the cells of the blank notebook: the learner's folder has it, a teacher's has the master."""
    blank = assignment.folder / BLANK
    if blank.is_file():
        cells: Sequence[Cell] = read_notebook(blank)["cells"]
        return cells
    master = read_notebook(assignment.folder / assignment.notebook)
    stamp_master(master)
    return [cell for cell in master["cells"] if cell["cell_type"] != "raw"]


def _without_placeholder(text: str) -> str:
    return text.replace(PLACEHOLDER, "").replace(BEGIN, "").replace(END, "").strip()


def _added(question: Question, text: str, original: str) -> str:
    """Return the lines that a learner wrote into a question's own text."""
    before, after = _lines(original), _lines(text)
    if 2 * len({*before} & {*after}) < len({*before}):
        return "\n\n".join(_filled_stubs(question, after))  # another course's wording, not ours with something in it
    left = Counter(before)
    added = []
    for line in after:
        if left[line]:
            left[line] -= 1
        else:
            added.append(line)
    return "\n".join(added)


def _filled_stubs(question: Question, lines: list[str]) -> list[str]:
    """Return the lines `$q = 10$` whose left side is asked, where a course's own text has `$q = $` to be filled in."""
    wanted = {}
    for key in question.ask:
        name, _, kind = key.partition(":")
        wanted[name] = kind
    found = []
    for line in lines:
        stub = _STUB.fullmatch(line)
        # A course may define its names in the text, in letters; a value has digits.
        if stub and stub[1] in wanted:
            needs = r"\S" if wanted[stub[1]] == "formula" else r"\d"
            found += [line] if re.search(needs, stub[2]) else []
    return found


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(_BUILT)]
