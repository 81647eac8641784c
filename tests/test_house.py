"""The house in order: a room imports only rooms below it."""

import ast
from pathlib import Path

import gradbook

ROOT = Path(gradbook.__file__).parent
MAY_IMPORT = {
    "core": set(),
    "graph": {"core"},
    "written": {"core", "graph"},
    "digits": {"core"},
    "assignment": {"core", "graph", "written", "digits"},
    "grading": {"core", "graph", "written", "digits", "assignment"},
    "web": {"core", "graph", "written", "digits", "assignment", "grading"},
    "assignments": {"assignment"},  # package data: the assignments themselves, written with the kit
    "lab": {"core", "graph", "written", "digits", "assignment", "grading"},
    "cli": {"core", "graph", "written", "digits", "assignment", "grading", "web", "lab"},
}


def imported_rooms(path: Path) -> set[str]:
    """The rooms that a module imports anywhere, also inside functions."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    parts = [name.split(".") for name in names]
    return {part[1] for part in parts if part[0] == "gradbook" and len(part) > 1} & MAY_IMPORT.keys()


def test_every_room_is_known() -> None:
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms <= MAY_IMPORT.keys()


def test_a_room_imports_only_rooms_below() -> None:
    for room, allowed in MAY_IMPORT.items():
        for path in (ROOT / room).rglob("*.py"):
            above = imported_rooms(path) - allowed - {room}
            assert not above, f"{path} imports {above}, which are not below {room}"


def test_files_stay_small() -> None:
    long = {path.name: n for path in ROOT.rglob("*.py") if (n := len(path.read_text().splitlines())) > 600}
    assert not long
