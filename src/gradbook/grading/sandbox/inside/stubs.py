"""What stands in a hand-in's process in the place of things that cannot, or need not, work there.

Otter and Gradbook's own notebook helpers check, save and ask: here nobody reads what they say, and points are given
outside. What starts processes says so in words rather than by a failed system call.
"""

import inspect
import sys
import types
from typing import Any, NoReturn

_NO_PROCESSES = "no other program or process can be started where hand-ins are graded"


class Silent:
    """Takes any call and any attribute, and does nothing."""

    def __getattr__(self, name: str) -> "Silent":
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: object, **__: object) -> None:
        return None

    def __repr__(self) -> str:
        return "(checked elsewhere)"


class Notebook(Silent):
    """Stands for `otter.Notebook`."""

    def __init__(self, *_: object, **__: object) -> None:
        pass


def install() -> None:
    """Put all stand-ins in place."""
    otter = types.ModuleType("otter", "Otter's place: nothing is checked here.")
    vars(otter).update(Notebook=Notebook, __version__="7", __path__=[])
    notebook = types.ModuleType("gradbook.notebook", "Nothing needs mending here.")
    quiz = types.ModuleType("gradbook.quiz", "The choices were handed in already.")
    vars(quiz).update(ask=lambda *_, **__: None)
    for module in (otter, notebook, quiz):
        sys.modules[module.__name__] = module
        if "." in module.__name__:
            parent, _, name = module.__name__.rpartition(".")
            setattr(sys.modules[parent], name, module)
    _load_in_process()
    _refuse_processes()


def _load_in_process() -> None:
    """Let a DataLoader with workers load in the process itself: workers would be forked."""
    from torch.utils.data import DataLoader

    original = DataLoader.__init__
    signature = inspect.signature(original)
    plain = {"num_workers": 0, "timeout": 0, "prefetch_factor": None, "persistent_workers": False}
    plain |= {"multiprocessing_context": None, "pin_memory": False}

    def initialise(self: Any, *args: Any, **kwargs: Any) -> None:
        given = signature.bind(self, *args, **kwargs)
        given.arguments.update({name: value for name, value in plain.items() if name in given.arguments})
        original(*given.args, **given.kwargs)

    initialise.__signature__ = signature  # type: ignore[attr-defined]
    DataLoader.__init__ = initialise  # type: ignore[method-assign]


def _refuse_processes() -> None:
    import os
    import subprocess

    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(_NO_PROCESSES)

    names = ("fork", "forkpty", "system", "popen", "posix_spawn", "posix_spawnp")
    for name in (*names, *(name for name in vars(os) if name.startswith(("exec", "spawn")))):
        setattr(os, name, refused)
    process: Any = subprocess.Popen
    process.__init__, process.__del__ = refused, lambda self: None
