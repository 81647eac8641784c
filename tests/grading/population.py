"""A class of any size with the marks that each hand-in deserves: right, half right, wrong, blank, late, renamed, twice
handed in, broken, endless, dying, hostile, on paper, of the original course, under another's name."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import nbformat
from tests.assignment import learner
from tests.grading.small import DUE, RECORD, RIGHT, notebook, submitted, zipped

from gradbook.grading.gradebook.records import Row

HALF, NONE, ONE = Fraction(1, 2), Fraction(0), Fraction(1)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
WRONG = {"q1": "$q = w x = 5 + 2 = 7$\n\n$f = q + b = 7 - 2 = 5$", "q2": "$df/dw = w = 5$", "q5": ""}
SCRIPT = "<script>alert(1)</script>\x1b[2J graded: 4 of 4"
HOSTILE = """
import os, sys, signal, builtins, glob
for place in ("/root", "/home", "/tmp", "..", "../.."):
    try:
        for path in glob.glob(place + "/**/checks.py", recursive=True)[:3]:
            print(open(path).read())
    except Exception as error:
        print(error)
try:
    os.kill(os.getppid(), signal.SIGKILL)
except BaseException as error:
    print(error)
class Always(int):
    __eq__ = lambda self, other: True
    __gt__ = lambda self, other: True
    __hash__ = int.__hash__
builtins.isinstance = lambda *a: True
import json
json.dumps = lambda *a, **k: '{"values": {"size": 784}, "states": {}, "problems": {}, "probes": {}}'
"""
ALL_RIGHT = {"q1": HALF, "q2": HALF, "q3": ONE, "q4": ONE, "q5": NONE}


@dataclass(frozen=True)
class Expected:
    """What a hand-in deserves: points by question, which questions wait for a person, what lateness leaves."""

    kind: str
    points: Mapping[str, Fraction]
    waits: frozenset[str] = frozenset({"q5"})
    credit: Fraction = ONE


def _book(number: int, **options: object) -> bytes:
    """A notebook unlike all others, so that each is really run."""
    code = f"mine = {number}\n{options.pop('code', '')}"
    return notebook(code=code, **options)  # type: ignore[arg-type]


def _as_in_the_course(number: int) -> bytes:
    """A notebook as the original course has it: no stamps, the questions between comments."""
    new = nbformat.v4
    cells = [new.new_code_cell(learner.FIRST.replace("import gradbook.notebook\n", ""))]
    for title, name in (("Values", "q1"), ("Gradients", "q2")):
        cells.append(new.new_markdown_cell(f"<!-- BEGIN QUESTION -->\n\n### {title}\n\n_Points:_ 0.5"))
        cells.append(new.new_markdown_cell(RIGHT[name]))
        cells.append(new.new_markdown_cell("<!-- END QUESTION -->"))
    cells.append(new.new_code_cell(f"size = 784  # {number}"))
    cells.append(new.new_code_cell(learner.LAST))
    made = new.new_notebook(cells=cells, metadata=dict(learner.KERNEL))
    return nbformat.writes(made).encode()  # type: ignore[no-any-return]


def make_class(folder: Path, size: int) -> dict[str, Expected]:
    """Write hand-ins; return by learner what each deserves."""
    folder.mkdir(parents=True)
    expected = {}
    for number in range(size):
        id = f"l{number:03}"
        expected[id] = _make(folder, id, number)
    return expected


def _make(folder: Path, id: str, number: int) -> Expected:
    def put(book: bytes, record: bytes = RECORD, hours: float = -1.0, who: str = "", **more: bytes) -> None:
        files = {"A1.ipynb": book, "record.txt": record} | {
            name.replace("__", "/"): data for name, data in more.items()
        }
        (folder / f"{id}.zip").write_bytes(submitted(files, DUE + timedelta(hours=hours), who))

    match number % 20:
        case 0 | 1 | 2:
            put(_book(number))
            return Expected("right", ALL_RIGHT)
        case 3 | 4:
            put(_book(number, answers={"q1": RIGHT["q1"]}, size="783"), b'k1\t"a"\nk2\t"b"\n')
            return Expected("half right", {**ALL_RIGHT, "q2": NONE, "q3": HALF, "q4": HALF}, frozenset())
        case 5 | 6:
            put(_book(number, answers=WRONG, size="-1"), b'k1\t"b"\nk2\t"b"\n')
            # f follows from a wrong q: carried, which counts half.
            return Expected("wrong", {**dict.fromkeys(ALL_RIGHT, NONE), "q1": Fraction(1, 8)}, frozenset())
        case 7:
            put(_book(number, answers={}, size="..."), b"")
            return Expected("blank", dict.fromkeys(ALL_RIGHT, NONE), frozenset())
        case 8:
            put(_book(number), hours=0.2)
            return Expected("minutes late", ALL_RIGHT, credit=Fraction(3, 4))
        case 9:
            put(_book(number), hours=50 if number % 40 < 20 else 100)
            return Expected("days late", ALL_RIGHT, credit=Fraction(3, 4) if number % 40 < 20 else NONE)
        case 10:
            (folder / f"{id}_A1_2023_06_02T19_00_00_1.zip").write_bytes(
                zipped({f"hw/{id} final (2).ipynb": _book(number), "hw/record.txt": RECORD})
            )
            return Expected("renamed", ALL_RIGHT)
        case 11:
            put(_book(number, answers={}), hours=-3)
            (folder / f"{id}.zip").rename(folder / f"{id}_A1 (1).zip")
            put(_book(number, size="783"))
            return Expected("twice", {**ALL_RIGHT, "q3": HALF})
        case 12:
            put(_book(number)[:-100])
            return Expected("broken", dict.fromkeys(ALL_RIGHT, NONE), frozenset(ALL_RIGHT))
        case 13:
            put(_book(number, code="while True: pass"))
            return Expected("endless", ALL_RIGHT)
        case 14:
            put(_book(number, code="import os\nos._exit(7)"))
            return Expected("dying", ALL_RIGHT)
        case 15:
            put(
                _book(
                    number,
                    size="print(SCRIPT) or Always(783)".replace("SCRIPT", repr(SCRIPT)),
                    code=HOSTILE,
                    answers={},
                ),
                b"k1\t[" * 9999,
            )
            return Expected("hostile", {**dict.fromkeys(ALL_RIGHT, NONE), "q3": NONE}, frozenset())
        case 16:
            put(_book(number, answers={**RIGHT, "q1": "![Q1](imgs/Q1.png)"}), imgs__Q1=PNG, **{"imgs__Q1.png": PNG})
            return Expected("on paper", {**ALL_RIGHT, "q1": NONE}, frozenset({"q1", "q5"}))
        case 17 | 18:
            put(_as_in_the_course(number))
            return Expected("original course", ALL_RIGHT, frozenset())
    put(_book(number), who="Ada Lovelace")
    return Expected("another's name", ALL_RIGHT)


def differences(rows: Iterator[Row], expected: Mapping[str, Expected]) -> list[str]:
    """Say where a gradebook is not what the class deserves."""
    found = []
    rest = dict(expected)
    for row in rows:
        wanted = rest.pop(row.learner.id, None)
        if wanted is None:
            found.append(f"{row.learner.id} is nobody of this class")
            continue
        points = {name: mark.points for name, mark in row.marks.items()}
        if (points, frozenset(row.waits), row.credit) != (dict(wanted.points), wanted.waits, wanted.credit):
            gave = json.dumps({name: str(value) for name, value in points.items()})
            found.append(f"{row.learner.id} ({wanted.kind}): {gave}, waits {row.waits}, counts {row.credit}")
    return found + [f"{id} is not in the gradebook" for id in rest]


def stand(rows: Iterator[Row]) -> list[object]:
    """What stands in a gradebook, row by row, without the times at which it was written and how long it took."""
    return [
        (
            row.learner,
            row.grading and (row.grading.source, row.grading.content, row.grading.status, row.grading.handed_in,
                             row.grading.time_source, row.grading.late, row.grading.credit),
            [(mark.question, mark.points, mark.of, mark.waits, mark.by, mark.why) for mark in row.marks.values()],
        )
        for row in rows
    ]  # fmt: skip
