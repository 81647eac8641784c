"""The command that reads a written answer and says what is right, and what probably went wrong."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gradbook.cli.options import say_namesake, whole
from gradbook.cli.terminal.explanation import print_explanation
from gradbook.cli.terminal.show import print_table
from gradbook.core.errors import UsageError
from gradbook.core.pictures import PHOTOS
from gradbook.core.text.quotes import one_line
from gradbook.digits.training.hyperparameter import Bounds

if TYPE_CHECKING:
    from gradbook.written import Explanation, Verdict, Verdicts


_DRAWING = ".svg"  # text, but none that anybody has written
_FRAGMENT = 60  # characters of an answer that tell which place is meant


def _say_namesake(reference: str) -> str:
    say_namesake(reference.rpartition(":")[0])
    return reference


def read(
    answer: Annotated[str, typer.Argument(metavar="ANSWER.md", help="The answer, a text file; - reads from the pipe.")],
    exercise: Annotated[
        str,
        typer.Option(
            "--exercise",
            "-e",
            metavar="ASSIGNMENT:QUESTION",
            help="What was asked, such as a8:q4.",
            callback=_say_namesake,
        ),
    ],
    variant: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose numbers, where each learner has numbers of their own.")
    ] = None,
    hints: Annotated[
        int,
        typer.Option(
            metavar="N", help="How many hints to give for each mistake.", parser=whole("--hints", 2, Bounds(0))
        ),
    ] = 1,
    teacher: Annotated[bool, typer.Option("--teacher", help="Diagnoses, points and places in the text.")] = False,
    why: Annotated[
        bool,
        typer.Option(
            "--explain", help="Why each verdict is what it is: what was read where, and what stands against it."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Everything, as JSON.")] = False,
) -> None:
    """Read a written answer and judge it, quantity by quantity.

    What could not be read is said to be unread, never wrong. Hints do not give the answer away, nor does --explain;
    with --teacher it names the rules too that read and doubted.

    \b
    Examples:
      gradbook read answer.md --exercise a8:q4
      echo 'df/dw = zx = 6' | gradbook read - -e a8:q4 --teacher
      gradbook read answer.md -e a8:q4 --explain
    """
    from gradbook.assignment.definition import parse_reference

    assignment, question = parse_reference(exercise)
    # A file is opened before what reads it is imported, so that a wrong name is refused at once; a pipe, which somebody
    # may have to type, waits until there is an exercise.
    text = _text(answer) if answer != "-" and question.kind == "written" else None
    from gradbook.assignment.graph_questions import exercise as exercise_of
    from gradbook.written import explain, judge, marked_text
    from gradbook.written import read as read_answer

    asked = exercise_of(assignment, question, variant)
    text = _text(answer) if text is None else text
    if not (text.strip() or as_json):
        raise UsageError(f"The answer {'from the pipe' if answer == '-' else answer} is empty. Write it, and save it.")
    explanation = explain(text, asked) if why else None
    verdicts = explanation.verdicts if explanation else judge(read_answer(text, asked), asked)
    if as_json:
        data = _data(exercise, verdicts)
        typer.echo(json.dumps(_explained(data, explanation) if explanation else data, indent=1, ensure_ascii=False))
        return
    typer.echo(marked_text(verdicts.source, verdicts, colour=sys.stdout.isatty()).rstrip() + "\n")
    _show(verdicts, hints, teacher)
    if explanation:
        print_explanation(explanation, rules=teacher)


def _text(answer: str) -> str:
    if answer == "-":
        return sys.stdin.read()
    path = Path(answer)
    if path.suffix.lower() in (*PHOTOS, _DRAWING):
        raise UsageError(
            f"{answer} is a picture, no text: a person looks at pictures. Copy what it says into a text file."
        )
    if path.suffix == ".ipynb":
        raise UsageError(f"{answer} is a notebook: gradbook check {answer} reads all answers in it.")
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "is a folder" if path.is_dir() else "is not there" if not path.exists() else str(error.strerror)
        raise UsageError(f"{answer} cannot be read: it {reason}. Name a text file, or - for the pipe.") from None
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UsageError(f"{answer} is no text in UTF-8. Save it as a text file, or copy the answer into one.")
    return text


def _data(reference: str, verdicts: "Verdicts") -> dict[str, Any]:
    return {
        "exercise": reference,
        "points": float(verdicts.points),
        "of": float(verdicts.of),
        "decided": verdicts.decided,
        "verdicts": [
            {
                "key": verdict.key,
                "status": str(verdict.status),
                "diagnosis": str(verdict.diagnosis),
                "points": str(verdict.points),
                "of": str(verdict.of),
                "understood": verdict.understood,
                "read": verdict.read,
                "start": verdict.start,
                "end": verdict.end,
                "lines": _lines(verdicts.source, verdict),
                "work_shown": verdict.work_shown,
                "number": verdict.number,
                "learner": verdict.learner,
                "hints": list(verdict.hints),
                "teacher": verdict.teacher,
            }
            for verdict in verdicts
        ],
    }


def _explained(data: dict[str, Any], explanation: "Explanation") -> dict[str, Any]:
    """Return the data with why each verdict is what it is, and with the lines from which nothing was taken."""
    for verdict, reasons in zip(data["verdicts"], explanation.reasons, strict=True):
        verdict["explanation"] = {
            "decided_by": str(reasons.verdict.basis),
            "places": [asdict(place) | {"counts": place.counts} for place in reasons.places],
            "against": [asdict(doubt) for doubt in reasons.against],
        }
    return data | {"nothing_taken": [asdict(line) for line in explanation.unused]}


def _show(verdicts: "Verdicts", hints: int, teacher: bool) -> None:
    from gradbook.assignment.checking.points import points_text

    understood = sorted((v.start, v.understood) for v in verdicts if v.understood and v.status.decided)
    for text in dict.fromkeys(text for _, text in understood):  # one statement can answer two questions
        typer.echo(f"I read: {text}")
    rows = [_teacher_row(verdicts.source, v) if teacher else _learner_row(v, hints) for v in verdicts]
    head = ["", "asked", "verdict", "points", "where", "note"] if teacher else ["", "asked", "verdict", "note"]
    print_table("", head, rows, left=len(head))
    typer.echo(f"{points_text(verdicts.points)} of {points_text(verdicts.of)} points" + _open(verdicts))


def _open(verdicts: "Verdicts") -> str:
    undecided = sum(not verdict.status.decided for verdict in verdicts)
    return f"; {undecided} for a person to look at." if undecided else "."


def _learner_row(verdict: "Verdict", hints: int) -> list[str]:
    notes = [*verdict.hints[:hints]] if verdict.hints else [verdict.learner]
    return [verdict.mark, verdict.asked, str(verdict.status), "\n".join(notes)]


def _teacher_row(source: str, verdict: "Verdict") -> list[str]:
    from gradbook.assignment.checking.points import points_text

    points = f"{points_text(verdict.points)} of {points_text(verdict.of)}"
    return [verdict.mark, verdict.asked, str(verdict.status), points, _place(source, verdict), _note(verdict)]


def _note(verdict: "Verdict") -> str:
    """Say to a teacher what was found; that no work is shown stands beside it, never in its place."""
    from gradbook.written import Status

    match verdict.status:
        case Status.WRONG | Status.WRONG_STEP:
            note = verdict.teacher
        case Status.CARRIED:
            note = "Follows from an earlier answer, which is not right."
        case Status.UNREAD:
            return f"{verdict.reason or 'Could not be read.'} Please look."
        case Status.PERSON:
            return verdict.teacher if verdict.diagnosis or verdict.teacher != verdict.status else verdict.learner
        case _:
            note = verdict.teacher if verdict.diagnosis else verdict.learner
    bare = verdict.end > verdict.start and not verdict.work_shown
    return f"{note} No work shown." if bare else note


def _lines(source: str, verdict: "Verdict") -> list[int]:
    """Return the first and the last line that a verdict is about, counted from 1; nothing where it is about none."""
    if verdict.end <= verdict.start:
        return []
    return [source.count("\n", 0, place) + 1 for place in (verdict.start, verdict.end - 1)]


def _place(source: str, verdict: "Verdict") -> str:
    """Say where in the answer a verdict's statement stands, as an editor counts, and what it is."""
    lines = _lines(source, verdict)
    if not lines:
        return ""
    first, last = lines
    shown = one_line(source[verdict.start : verdict.end], _FRAGMENT)
    return f"line {first}: {shown}" if first == last else f"lines {first}-{last}: {shown}"
