"""The command `gradbook`."""

import re
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from gradbook.cli import assignment, derive, digits, doctor, grade, handin, lab, play, predict, read
from gradbook.cli.terminal.stopping import EXIT_CODE, stoppable
from gradbook.core.errors import GradbookError
from gradbook.core.text.terminal import plain

app = typer.Typer(
    name="gradbook",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class _Command(TyperCommand):
    """A command that says so when it is stopped, and to which -1 is a number, not an option.

    What is wrong with such a number is then said of the number.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments apart."""
        ctx.ignore_unknown_options = any(re.fullmatch(r"-\.?\d.*", arg) for arg in args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run it; whatever it is, a person who stops it is told that it has stopped."""
        with stoppable(lambda: "gradbook: interrupted."):
            return super().invoke(ctx)


def _version(wanted: bool) -> None:
    if wanted:
        from gradbook import __version__

        typer.echo(f"gradbook {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """A lab kit for the first course in neural networks.

    Start with: gradbook lab
    """


for command in (
    lab.lab,
    play.play,
    derive.derive,
    read.read,
    digits.train,
    digits.evaluate,
    predict.predict,
    handin.start,
    assignment.check,
    handin.submit,
    assignment.new,
    assignment.build,
    assignment.verify,
    grade.grade,
    grade.grades,
    grade.mark,
    doctor.doctor,
):
    app.command(cls=_Command)(command)


def main() -> None:
    """Run the command line; a user's mistake ends in a message and an exit code, never in a traceback."""
    try:
        app()
    except GradbookError as error:
        sys.stdout.flush()
        typer.echo(f"gradbook: {plain(str(error), lines=True)}", err=True)
        raise SystemExit(error.exit_code) from None
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # The reader (head, say) has gone: not an error, but Python would complain when it flushes at exit.
            sys.stderr.close()
            raise SystemExit(0) from None
        place = f"{error.filename}: " if error.filename else ""
        reason = error.strerror or type(error).__name__
        typer.echo(f"gradbook: {place}{reason}. Is there room, and may you write there?", err=True)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        typer.echo("gradbook: interrupted.", err=True)
        raise SystemExit(EXIT_CODE) from None
