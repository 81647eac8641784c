"""The folder of a run: its files' names, what is in it, who works in it, and how it comes into being."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from safetensors import SafetensorError

from gradbook.core.errors import AbsentError, RunError
from gradbook.core.files import replacing
from gradbook.core.lock import InUseError, locked
from gradbook.core.outputs import OutputError
from gradbook.core.scratch import scratch_folder

CONFIG, CHECKPOINT, MODEL = "config.json", "checkpoint.safetensors", "model.safetensors"
HISTORY, TRAINED_ON, METRICS = "history.csv", "trained_on.npy", "metrics.json"
FIGURES, REPORT = "figures", "report.html"
RUNS = Path("runs")
"""Where the command line keeps runs, if nobody says otherwise; it says so itself, as it must not wait for PyTorch."""


def is_run(folder: Path) -> bool:
    """Whether a folder holds a run, complete or not."""
    return (folder / CONFIG).is_file()


def is_complete(folder: Path) -> bool:
    """Whether a folder holds a run that got to its end."""
    return all((folder / name).is_file() for name in (CONFIG, MODEL, METRICS))


def new_folder(path: Path, *, overwrite: bool = False) -> Path:
    """Return `path` if a run can be made there; nothing is made or removed yet.

    Args:
        path: where the run is to be.
        overwrite: a run that is there may be replaced.

    Raises:
        OutputError: there is something already, and it may not be or is not a run to overwrite.
    """
    if not path.exists() or (path.is_dir() and not any(path.iterdir())):
        return path
    if not overwrite:
        done = "a complete run" if is_complete(path) else "an unfinished run" if is_run(path) else "something else"
        resume = f"Go on with it: --resume {path}, or choose" if done == "an unfinished run" else "Choose"
        raise OutputError(f"{path} exists already ({done}). {resume} another --name, or --overwrite.")
    if not is_run(path):
        raise OutputError(f"{path} is not a run, so it is not overwritten. Choose another --name.")
    return path


def free_folder(root: Path, name: str) -> Path:
    """Return the first of `root`/name, name-2, name-3, ... that does not exist."""
    path, number = root / name, 1
    while path.exists():
        number += 1
        path = root / f"{name}-{number}"
    return path


@contextlib.contextmanager
def made(path: Path, config: bytes, *, overwrite: bool) -> Iterator[None]:
    """Make a run's folder with its configuration in it, at once or not at all, and keep it to ourselves meanwhile.

    Args:
        path: where; see `new_folder`.
        config: what is in `CONFIG`.
        overwrite: replace the run that is there, unless somebody works in it.

    Raises:
        OutputError: something is in the way.
        RunError: it is in use, or the folder cannot be made.
    """
    with contextlib.ExitStack() as stack:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with scratch_folder(path.parent, path.name) as scratch:
                fresh = scratch / "new"
                fresh.mkdir()
                (fresh / CONFIG).write_bytes(config)
                stack.enter_context(locked(fresh))
                _put(fresh, new_folder(path, overwrite=overwrite), scratch / "old")
        except OSError as error:
            raise RunError(f"{path} cannot be made ({error.strerror}).") from error
        yield


def _put(fresh: Path, path: Path, aside: Path) -> None:
    """Rename a folder to `path`; what is there, if it is not empty, goes aside."""
    if path.exists() and any(path.iterdir()):
        with in_use(path):
            path.rename(aside)
            fresh.rename(path)
        shutil.rmtree(aside, ignore_errors=True)
        return
    if path.exists():
        path.rmdir()
    fresh.rename(path)


@contextlib.contextmanager
def in_use(folder: Path) -> Iterator[None]:
    """Keep other processes from working in a run.

    Raises:
        AbsentError: there is no such folder.
        RunError: another one does so now.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(folder))
        except InUseError:
            raise RunError(f"{folder} is being trained by another process. Wait until that has ended.") from None
        except OSError as error:
            raise AbsentError(f"{folder}: there is no run ({error.strerror}).") from error
        yield


@contextlib.contextmanager
def written(path: Path) -> Iterator[Path]:
    """Yield a scratch path for one of a run's files, which takes its place in the end; what was there stays till then.

    Raises:
        RunError: it cannot be written; the message says how to go on.
    """
    try:
        with replacing(path) as scratch:
            yield scratch
    except (OSError, SafetensorError) as error:  # a full disk is the one to Python and the other to safetensors
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise RunError(
            f"{path} cannot be written ({reason}). Make room there, or see to it that you may write there; then go on "
            f"with: gradbook train --resume {path.parent}"
        ) from error
