"""The command that says what this machine has."""

from typing import Annotated

import typer

from gradbook.cli.terminal.show import print_table

_TOOLS = (
    ("Otter-Grader", "otter-grader", "assignments: gradbook build, and the notebook's first cell"),
    ("JupyterLab", "jupyterlab", "gradbook start --open: pip install jupyterlab"),
    ("ipykernel", "ipykernel", "gradbook check runs notebooks in it"),
    ("ipywidgets", "ipywidgets", "the quiz's buttons"),
)


def doctor(json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Say what this machine has: Python, PyTorch, devices, data, optional tools.

    \b
    Example:
      gradbook doctor
    """
    import json as json_format

    rows = _rows()
    if json:
        typer.echo(json_format.dumps({what: value for what, value, _ in rows}, indent=2))
        return
    print_table("", ("", "found", "what for"), rows, left=3)


def _rows() -> list[tuple[str, str, str]]:
    import importlib.util
    import os
    import platform
    import shutil

    import torch

    from gradbook import __version__
    from gradbook.digits.datasets.sources import available
    from gradbook.digits.device import bfloat16_gain, pick_device

    device = pick_device("auto")
    gain = bfloat16_gain(device)
    rows = [
        ("gradbook", __version__, ""),
        ("Python", platform.python_version(), platform.platform(terse=True)),
        (
            "PyTorch",
            torch.__version__,
            f"{_count(torch.get_num_threads(), 'thread')} on {_count(os.cpu_count() or 1, 'processor')}",
        ),
        ("device", str(device), "training; --device chooses another"),
        ("bfloat16", f"{gain:.1f} times as fast as float32", "matrix products; measured just now"),
    ]
    rows += [(f"data: {name}", where, "tried in this order by --data auto") for name, where in available()]
    rows += [(name, _version(package), purpose) for name, package, purpose in _TOOLS]
    for module, purpose in (("pillow_heif", "HEIC photos from iPhones: pip install 'gradbook[heic]'"),):
        rows.append((module, "yes" if importlib.util.find_spec(module) else "no", purpose))
    rows += _sandbox()
    browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    rows.append(("Chromium", browser or "no", "only the project's own tests"))
    return rows


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "no"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _sandbox() -> list[tuple[str, str, str]]:
    """Say how hand-ins of a class would be run here; it is tried, which takes some seconds."""
    from gradbook.grading.sandbox.protection import protection

    found = protection()
    rows = [("sandbox", f"{found.mode}: {found.name}" if found.mode else found.name, "gradbook grade; tried just now")]
    said = (("protects", found.holds), ("does not", found.left), ("better", found.better))
    rows += [(f"sandbox: {what}", text, "") for what, text in said if text]
    return rows + [("sandbox: refused", reason, "") for reason in found.refused]
