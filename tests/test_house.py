"""The house in order: rooms and their sub-packages import one way, no two files import each other, files stay small."""

import ast
from functools import cache
from pathlib import Path

import gradbook

ROOT = Path(gradbook.__file__).parent
MAY_IMPORT = {
    "core": set(),
    "graph": {"core"},
    "written": {"core", "graph"},
    "digits": {"core"},
    "assignment": {"core", "graph", "written", "digits"},
    "assignments": {"assignment"},  # package data: the assignments themselves, written with the kit
    "grading": {"core", "graph", "written", "digits", "assignment"},
    "web": {"core", "graph", "written", "digits", "assignment", "grading"},
    "lab": {"core", "graph", "written", "digits", "assignment", "grading"},
    "cli": {"core", "graph", "written", "digits", "assignment", "grading", "web", "lab"},
}
LONGEST = 400  # lines of a file that one reads at a sitting
MOST = 12  # files of a folder that one takes in at a glance


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(name: str) -> frozenset[str]:
    """The modules of the package that a module imports anywhere, inside functions and for types as well."""
    found = set()
    for node in ast.walk(ast.parse(modules()[name].read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}: imports are absolute"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules() else str(node.module))
    return frozenset(found & modules().keys() - {name})


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of nodes each of which leads to every other: Tarjan's strongly connected components."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        number[node] = low[node] = len(number)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in number:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == number[node]:
            group = [stack.pop()]
            while group[-1] != node:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for node in sorted(graph):
        if node not in number:
            visit(node)
    return found


def parts(name: str) -> list[str]:
    """The packages that a module lies in, from the room inwards."""
    pieces = name.split(".")
    depth = len(pieces) if modules()[name].name == "__init__.py" else len(pieces) - 1
    return [".".join(pieces[:n]) for n in range(2, depth + 1)]


def test_every_room_is_known() -> None:
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == MAY_IMPORT.keys()


def test_a_room_imports_only_rooms_below() -> None:
    for name in modules():
        room = name.split(".")[1] if name.count(".") else ""
        if room not in MAY_IMPORT:
            continue  # a face, which hands on the names of one room
        others = {other.split(".")[1] for other in imports(name) if other.count(".")}
        above = others & MAY_IMPORT.keys() - MAY_IMPORT[room] - {room}
        assert not above, f"{name} imports {above}, which are not below {room}"


def test_no_two_files_import_each_other() -> None:
    assert circles({name: set(imports(name)) for name in modules()}) == []


def test_rooms_inside_rooms_import_one_way() -> None:
    graph: dict[str, set[str]] = {}
    for name in modules():
        for other in imports(name):
            apart = [(a, b) for a, b in zip(parts(name), parts(other), strict=False) if a != b][:1]
            if apart and parts(name)[0] == parts(other)[0]:
                graph.setdefault(apart[0][0], set()).add(apart[0][1])
    assert circles(graph) == []


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert circles({"a": {"b"}, "b": {"c"}}) == []


def test_files_stay_small() -> None:
    long = {name: n for name, path in modules().items() if (n := len(path.read_text().splitlines())) > LONGEST}
    assert not long


def test_folders_stay_small() -> None:
    full = {path.parent for path in modules().values()}
    assert not {folder: n for folder in full if (n := len({*folder.glob("*.py")} - {folder / "__init__.py"})) > MOST}


def test_no_function_of_a_package_shadows_a_module() -> None:
    for name, path in modules().items():
        if path.name != "__init__.py":
            continue
        for node in ast.parse(path.read_text()).body:
            for alias in node.names if isinstance(node, ast.ImportFrom) else ():
                shown = f"{name}.{alias.asname or alias.name}"
                assert shown not in modules() or f"{node.module}.{alias.name}" == shown, f"{shown} hides a module"


def test_tests_mirror_the_house() -> None:
    here = Path(__file__).parent
    for folder in (path for path in here.rglob("*") if path.is_dir() and any(path.glob("test_*.py"))):
        assert (ROOT / folder.relative_to(here)).is_dir(), f"{folder} tests no room or sub-package of that name"
