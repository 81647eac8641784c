"""Otter's Notebook, mended: `import gradbook.notebook` puts this class in the place of `otter.Notebook`.

What it mends: a renamed notebook is found; `export` does not wait for a browser that is not there and needs no LaTeX;
every question has a check, the written ones and the quiz too. Where something of ours fails, one line says so and Otter
does what it always did. While Otter grades, this class stays out of the way.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import otter
import otter.check.notebook
from otter.check.utils import list_available_tests
from otter.test_files import GradingResults

from gradbook.assignment.folder import PlaceError, find_folder, find_notebook
from gradbook.assignment.jupyter.autosave import save
from gradbook.core.errors import GradbookError
from gradbook.core.outputs import OutputError

if TYPE_CHECKING:
    from gradbook.assignment.jupyter.session import Session

T = TypeVar("T")
_Plain: type = otter.check.notebook.Notebook


class Notebook(_Plain):  # type: ignore[misc]
    """Otter's Notebook with what a learner needs beside it. The arguments are Otter's."""

    def __init__(
        self, nb_path: str | None = None, tests_dir: str = "./tests", tests_url_prefix: str | None = None
    ) -> None:
        self._given = nb_path
        super().__init__(nb_path, tests_dir, tests_url_prefix)

    def check(self, question: str, global_env: dict[str, Any] | None = None, *, hints: int = 1) -> Any:
        """Check one question, whatever its kind, and return what is shown.

        Args:
            question: its id, such as "q1".
            global_env: the names that the notebook defined; by default those of the caller.
            hints: how many hints the plain text shows of each line; in a notebook they unfold.
        """
        env = sys._getframe(1).f_globals if global_env is None else global_env
        if type(self)._grading_mode:
            return self._graded(question, env)
        session = self._session(env)
        if session is None:
            return self._plain_check(question, env)
        return self._ours(lambda: session.check(question, hints), lambda: self._plain_check(question, env))

    def check_all(self) -> Any:
        """Check every question, in order."""
        env = sys._getframe(1).f_globals
        if type(self)._grading_mode:
            return None
        session = self._session(env)
        if session is None:
            return self._plain_check_all(env)
        return self._ours(session.check_all, lambda: self._plain_check_all(env))

    def export(
        self,
        nb_path: str | None = None,
        export_path: str | None = None,
        pdf: bool = True,
        filtering: bool = True,
        pagebreaks: bool = True,
        files: list[str] | None = None,
        display_link: bool = True,
        force_save: bool = False,
        run_tests: bool = False,
        ignore_log: bool = False,
    ) -> None:
        """Make the zip to hand in, say what it lacks, and leave a receipt beside it.

        Args:
            nb_path, export_path: the notebook and the zip, where they are not to be found out.
            pdf: a PDF is not needed; where one is asked for, a page to read is made beside the zip.
            files: further files to put in.
            display_link: whether to show a link to the zip.
            force_save: whether to ask the browser to save first.
            run_tests: whether to run the notebook from the top in a fresh kernel and check it.
            filtering, pagebreaks, ignore_log: for Otter's own export.
        """
        env = sys._getframe(1).f_globals
        if type(self)._grading_mode:
            return

        def plain() -> None:
            path = os.path.relpath(find_notebook(Path.cwd(), nb_path or self._given, env))
            if force_save:
                print(save(Path(path)).advice)
            options = {"filtering": filtering, "pagebreaks": pagebreaks, "files": files, "display_link": display_link}
            options |= {"run_tests": run_tests, "ignore_log": ignore_log}
            if pdf and self._plain_export(path, export_path, pdf=True, **options):
                return
            self._plain_export(path, export_path, pdf=False, **options)

        session = self._session(env)
        if session is None:
            plain()
            return
        self._ours(
            lambda: session.export(
                notebook=nb_path,
                out=export_path,
                extra=[*(files or []), *self._addl_files],
                reading=pdf,
                link=display_link,
                saving=force_save,
                run=run_tests,
            ),
            plain,
        )

    def _plain_export(self, path: str, export_path: str | None, *, pdf: bool, **options: Any) -> bool:
        """Export as Otter does; return whether it was done. A PDF that cannot be made is no reason to fail."""
        before = set(Path.cwd().glob("*.zip"))
        try:
            super().export(path, export_path, pdf=pdf, force_save=False, **options)
        except Exception as error:
            if not pdf:
                raise
            for half in {*Path.cwd().glob("*.zip")} - before:
                half.unlink()
            print(f"No PDF could be made ({type(error).__name__}): the zip goes without one.")
            return False
        return True

    def _plain_check(self, question: str, env: dict[str, Any]) -> Any:
        # It may have been renamed since.
        self._notebook = self._resolve_nb_path(None, fail_silently=True)
        return super().check(question, env)

    def _plain_check_all(self, env: dict[str, Any]) -> Any:
        tests = list_available_tests(self._tests_dir, self._nbmeta_config)
        return GradingResults([self._plain_check(test, env) for test in tests])

    def _graded(self, question: str, env: dict[str, Any]) -> Any:
        try:
            return super().check(question, env)
        except FileNotFoundError:
            print(f"{question}: Otter has no test for this question; it is graded elsewhere.")
            return None

    def _ours(self, ours: Callable[[], T], plain: Callable[[], T]) -> T:
        """Do a thing our way; where that fails, say so in one line and do it Otter's way."""
        try:
            return ours()
        except OutputError as error:
            raise error from None  # Otter would overwrite what we refused to
        except Exception as error:
            reason = str(error) if isinstance(error, GradbookError) else f"{type(error).__name__}: {error}"
            try:
                done = plain()
            except Exception:
                # Otter can't either, and would only say so in its own terms.
                if isinstance(error, GradbookError):
                    raise error from None
                raise
            print(f"Gradbook could not do this ({reason}). What you see is Otter's own.")
            return done

    def _session(self, env: dict[str, Any]) -> "Session | None":
        folder = find_folder()
        if folder is None:
            return None
        from gradbook.assignment.jupyter.session import Session

        return Session(folder, self._given, env)

    def _resolve_nb_path(self, nb_path: str | None, fail_silently: bool = False) -> str | None:
        """Return the notebook's file, also where it was renamed since its first cell was written."""
        from IPython.core.getipython import get_ipython

        here, shell = Path.cwd(), get_ipython()
        namespace = shell.user_ns if shell is not None else {}
        try:
            return os.path.relpath(find_notebook(here, nb_path or self._given, namespace), here)
        except PlaceError:
            if fail_silently:
                return None
            raise


def install() -> None:
    """Put the mended class in the place of Otter's, wherever a notebook looks for it; only where it is Otter 7."""
    if otter.__version__.split(".")[0] != "7":
        print(f"Gradbook mends Otter 7, and this is {otter.__version__}: it is left as it is.")
        return
    otter.Notebook = Notebook
    otter.check.notebook.Notebook = Notebook
