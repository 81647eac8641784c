"""The command that reads handwriting."""

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gradbook.cli.terminal.show import print_table, training_progress
from gradbook.cli.terminal.stopping import stoppable
from gradbook.core.errors import AbsentError, DataError, UsageError
from gradbook.core.pictures import PHOTOS
from gradbook.core.text.terminal import plain

if TYPE_CHECKING:
    from gradbook.digits.handwriting.reading import DigitReading, Reading
    from gradbook.digits.network import NeuralNet
    from gradbook.digits.training.loop import Progress


def predict(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="[RUN] PHOTO...", help="A run's folder, such as runs/best, and pictures of digits."),
    ],
    show: Annotated[
        Path | None, typer.Option(metavar="PNG", help="Write a picture of what the network saw to this file.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the readings as JSON.")] = False,
) -> None:
    """Read handwriting: photos, scans or drawings of a digit, or of several side by side, of any size and colour.

    Without a run, a network for handwriting (preset hand) is trained once, which takes a minute or two, and kept for
    the next time. A reading below 80 % is said to be unsure; a picture that cannot be read does not stop the others.
    The exit code is then 1, and 2 where one is not there.

    \b
    Examples:
      gradbook predict photo.jpg
      gradbook predict runs/best *.png --show seen.png
    """
    from gradbook.core.outputs import require_free, write_output
    from gradbook.digits.handwriting.display import shown
    from gradbook.digits.handwriting.photo import require_photo
    from gradbook.digits.handwriting.prediction import predict as read
    from gradbook.digits.runs import load_model

    run, photos = _run_and_photos(paths)
    if show is not None:
        require_free(show, read=photos, option="--show")
    model = load_model(run) if run is not None else None
    readings: list[Reading] = []
    values: list[dict[str, object]] = []
    code = 0
    for photo in photos:
        try:
            require_photo(photo)  # for nothing no network is trained
            model = model or _hand_network()
            reading = read(model, photo)[0]
        except (AbsentError, DataError) as error:
            typer.echo(f"gradbook: {plain(str(error))}", err=True)
            values.append({"photo": str(photo), "error": str(error)})
            code = max(code, error.exit_code)
        else:
            readings.append(reading)
            values.append(_as_data(reading))
    if json:
        import json as json_format

        typer.echo(json_format.dumps(values, indent=2))
    elif readings:
        print_table("", ("photo", "reading", "second", "third"), list(map(_row, readings)), left=2)
    if show is not None and readings:
        write_output(show, shown(readings), read=photos, option="--show")
        typer.echo(f"What the network saw is in {show}.", err=json)
    if code:
        raise typer.Exit(code)


def _run_and_photos(paths: list[Path]) -> tuple[Path | None, list[Path]]:
    """Tell a run from a photo by what it is; what is not there, by its name."""
    first = paths[0]
    is_run = first.is_dir() or (not first.exists() and first.suffix.lower() not in PHOTOS)
    run, photos = (first, paths[1:]) if is_run else (None, paths)
    if not photos:
        from gradbook.digits.runs import load_model

        if run is not None:
            load_model(run)  # says what is wrong with it, if that is the matter
        raise UsageError("there is no photo to read. Name one after the run: gradbook predict RUN photo.jpg")
    return run, photos


def _hand_network() -> "NeuralNet":
    from gradbook.digits.handwriting.network import PRESET, hand_network

    advice = "Stopped. The next gradbook predict goes on with the training."
    with stoppable(lambda: advice), contextlib.ExitStack() as stack:
        shown: list[Callable[[Progress], None]] = []

        def begin(text: str) -> None:
            typer.echo(text, err=True)
            shown.append(stack.enter_context(training_progress(PRESET, err=True)))

        def advance(now: "Progress") -> None:
            shown[0](now)

        return hand_network(on_start=begin, on_progress=advance)[0]


def _row(reading: "Reading") -> tuple[str, ...]:
    others = [f"{digit} ({probability:.1%})" for digit, probability in reading.top(3)[1:]]
    return (plain(reading.source), plain(reading.verdict()), *(others or ["", ""]))


def _as_data(reading: "Reading") -> dict[str, object]:
    return {
        "photo": reading.source,
        "digit": reading.digit,
        "probabilities": reading.probabilities,
        "number": reading.number,
        "digits": _digits(reading.digits),
        "apart": _digits(reading.apart),
        "certainty": reading.certainty,
        "sure": reading.sure,
        "reading": reading.verdict(),
    }


def _digits(digits: "Iterable[DigitReading]") -> list[dict[str, object]]:
    return [{"digit": each.digit, "certainty": each.certainty, "probabilities": each.probabilities} for each in digits]
