"""Rows: a table of what data says of nodes, one a row: its value, the gradient by it, and its new value, in columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.lines import start_of_line
from gradbook.written.lexing.blocks.keyed.files import File, files_at
from gradbook.written.lexing.blocks.keyed.keys import PHASES, REMARKS, Key, says_keys, sense_of
from gradbook.written.lexing.blocks.keyed.tree import Branch, Leaf, Path, Place, What, paths
from gradbook.written.lexing.blocks.kinds import Block, Kind

_TOLD = (Key.VALUE, Key.SLOPE, Key.AFTER)
_HOLDING = (*_TOLD, Key.GIVEN, Key.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Data:
    """A table that data makes.

    Attributes:
        rows: the places of the cells of each row, the names of the columns first.
        remarks: the places of comments, by the row that they are about.
        notes: the places of texts that say something in words.
        end: where it ends.
    """

    rows: list[list[Place]]
    remarks: dict[int, Place]
    notes: list[Place]
    end: int

    def blocks(self, start: int, *, code: bool = False) -> Iterator[Block]:
        """Yield the table, and the texts as what they are."""
        yield Block(Kind.TABLE, start, self.end, code=code)
        for place in self.notes:
            yield Block(Kind.BLANK, place[0], place[0])
            yield Block(Kind.PROSE, *place)
            yield Block(Kind.BLANK, place[1], place[1])


@dataclass(frozen=True, slots=True)
class _Cell:
    name: Place
    title: Place | None
    value: Place


class _UnclearError(Exception):
    """Data that may be of another round, or holds what nobody knows the meaning of."""


def data_at(source: str, at: int) -> Data | None:
    """Return the table that the data makes which begins with a line; None where there is none."""
    if not says_keys(source):
        return None
    for file in files_at(source, at):
        try:
            cells = list(_cells(source, file.tree))
            table = _table(source, at, file, cells)
        except _UnclearError:
            continue
        if table is not None:
            return table
    return None


def _cells(source: str, tree: Branch) -> Iterator[_Cell]:
    """Yield what each leaf says of which node."""
    first = ""
    for path in paths(tree):
        senses = [sense_of(source[slice(*key)]) for key in path.keys]
        _check(source, path, senses[-1])
        if path.leaf.what is not What.NUMBER or senses[-1] in (Key.GIVEN, Key.ASIDE, Key.COUNT):
            continue
        named, count = _named(source, path.beside), _count(source, path.beside)
        first = first or count
        if count != first:  # of a later round
            continue
        if count not in ("", "0", "1"):
            raise _UnclearError
        if named is not None and senses[-1] is Key.NAME:  # the number of a record, before its name
            continue
        if named is not None:
            yield _told(named, path, senses, 1)
        elif senses[-1] in _TOLD and len(senses) > 1 and senses[-2] is None:
            yield _told(path.keys[-2], path, senses, 2)
        elif senses[-1] is None and Key.GIVEN not in senses:
            _hold(senses[:-1])
            title = next(
                (key for key, sense in zip(path.keys[-2::-1], senses[-2::-1], strict=True) if sense in _TOLD), None
            )
            yield _Cell(path.keys[-1], title, path.leaf.place)
        elif senses[-1] is not None:
            raise _UnclearError


def _told(name: Place, path: Path, senses: list[Key | None], own: int) -> _Cell:
    """Return what a field of a record says of the node that it names."""
    if senses[-1] not in _TOLD:
        raise _UnclearError
    _hold(senses[:-own])
    return _Cell(name, path.keys[-1], path.leaf.place)


def _hold(senses: list[Key | None]) -> None:
    if not all(sense in _HOLDING for sense in senses):
        raise _UnclearError


def _check(source: str, path: Path, sense: Key | None) -> None:
    """Refuse what is of a later round, or of a phase that is none of the exercise's."""
    text = source[slice(*path.leaf.place)]
    record = _named(source, path.beside) is not None
    late = sense is Key.COUNT and path.leaf.what is What.NUMBER and not record and text not in ("0", "1")
    phase = source[slice(*path.keys[-1])] in ("phase", "pass", "stage") and not PHASES.fullmatch(text)
    if late or phase:
        raise _UnclearError


def _count(source: str, branch: Branch) -> str:
    """Return the number of the round that a record is of; nothing where it has none."""
    return next((source[slice(*leaf.place)] for _, leaf in _under(source, branch, Key.COUNT)), "")


def _named(source: str, branch: Branch) -> Place | None:
    """Return where a record names its node."""
    names = (leaf.place for _, leaf in _under(source, branch, Key.NAME) if leaf.what is not What.NUMBER)
    return next(names, None)


def _under(source: str, branch: Branch, sense: Key) -> Iterator[tuple[Place, Leaf]]:
    """Yield the leaves of a branch that stand under keys of one sense."""
    for key, entry in branch.entries:
        if key and isinstance(entry, Leaf) and sense_of(source[slice(*key)]) is sense:
            yield key, entry


def _table(source: str, at: int, file: File, cells: list[_Cell]) -> Data | None:
    """Return a table of cells; None where none of them is under a key that says what it is, or one is said twice."""
    titles: dict[str, Place] = {}
    rows: dict[Place, dict[str, Place]] = {}
    said: dict[tuple[str, str], str] = {}
    for cell in cells:
        title, value = source[slice(*cell.title)].lower() if cell.title else "", source[slice(*cell.value)]
        titles.setdefault(title, cell.title or (at, at))
        rows.setdefault(cell.name, {})[title] = cell.value
        if said.setdefault((source[slice(*cell.name)], title), value) != value:
            return None
    if len(cells) < 2 or not any(cell.title for cell in cells):
        return None
    body = [[name, *(fields.get(key, (name[1], name[1])) for key in titles)] for name, fields in rows.items()]
    notes = [
        path.leaf.place
        for path in paths(file.tree)
        if path.leaf.what is What.TEXT
        and (" " in source[slice(*path.leaf.place)] or REMARKS.fullmatch(source, *path.keys[-1]))
        and sense_of(source[slice(*path.keys[-1])]) not in (Key.ASIDE, Key.NAME)
    ]
    return Data([[(at, at), *titles.values()], *body], _about(source, file.remarks, body), notes, file.end)


def _about(source: str, remarks: list[Place], body: list[list[Place]]) -> dict[int, Place]:
    """Return the comments by the row that they stand behind, in its line, or above."""
    found: dict[int, Place] = {}
    for remark in remarks:
        begin = start_of_line(source, remark[0])
        beside = [
            row
            for row, cells in enumerate(body, 1)
            if any(begin <= cell[0] < remark[0] and cell[0] < cell[1] for cell in cells)
        ]
        below = [row for row, cells in enumerate(body, 1) if cells[0][0] > remark[1]]
        for row in (beside or below)[:1]:
            found[row] = remark
    return found
