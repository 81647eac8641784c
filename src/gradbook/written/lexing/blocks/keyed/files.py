"""Files: lines of YAML, TOML, JSON and logs as one tree: sections and what stands in them, an entry a line.

forward:            [case.backward]         level=info node=q value=10
  q: 10             q = 3   # dr * 1        q  Value(data=10.0, grad=3.0)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.lines import before_in_line, behind_in_line, end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.keyed.keys import Key, sense_of
from gradbook.written.lexing.blocks.keyed.literals import NUMBER, WORD, Literals
from gradbook.written.lexing.blocks.keyed.tree import Branch, Leaf, Place, Tree, What

_KEY = rf"[\"']?(?P<key>{WORD})[\"']?"
_OPENS = regex(
    r"[ \t]*(?:export[ \t]+(?:default[ \t]+)?)?(?:(?:const|let|var|final|return)[ \t]+)?"
    r"(?:[A-Za-z_]\w*[ \t]*(?::[ \t]*[\w<>\[\]]+[ \t]*)?=[ \t]*)?(?=[{\[])"
)
_CLOSES = regex(r"[ \t]*[;,)]{0,2}[ \t]*(?=\n|\Z)")
_SECTION = regex(r"[ \t]*\[{1,2}[ \t]*(?P<keys>[\w.-]{1,60})[ \t]*\]{1,2}[ \t]*(?:#[ \t]*(?P<remark>.*))?")
_ENTRY = regex(rf"(?P<indent>[ \t]*(?P<item>-[ \t]+)?){_KEY}[ \t]*(?P<sign>[:=])(?:[ \t]+|$)")
_ITEM = regex(r"(?P<indent>[ \t]*)-[ \t]+")
_REMARK = regex(r"[ \t]*#[ \t]*(?P<remark>.*)")
_BEHIND = regex(r"(?:^|[ \t])#[ \t]*(?P<remark>.*)")
_RECORD = regex(r"[ \t]*(?:[-*•][ \t]+)?(?:(?P<name>[^\W\d]\w{0,14})[ \t]*(?:[:=][ \t]*)?(?=[A-Z]\w*\())?")
_CELLS = {  # by what separates them
    sign: regex(rf"[^{sign}\s](?:[^{sign}\n]*[^{sign}\s])?|(?<={sign})(?={sign}|$)") for sign in ",;"
}
_NUMERIC = regex(NUMBER)
_DIGIT = regex(r"[\"']?[-−+]?\.?\d")
_LONGEST = 6_000  # letters of a file
_LONGEST_LINE = 300
_FEW = 2


@dataclass(frozen=True, slots=True)
class File:
    """A tree, the places of the remarks in it, and where it ends."""

    tree: Branch
    remarks: list[Place]
    end: int


def files_at(source: str, at: int) -> Iterator[File]:
    """Yield what the lines from a place on may be read as; none that are part of a file that begins above them."""
    end = max(at - 1, 0)
    above = before_in_line(source, end)
    if above.rstrip()[-1:] in ("{", "[", ",") or _ENTRY.match(above) or _SECTION.fullmatch(above):
        return
    for form in (_literal, _records, _sections, _separated):
        if (found := form(source, at)) is not None:
            yield found


def _literal(source: str, at: int) -> File | None:
    """Return one literal, or several of which each begins in a line of its own, as JSON and JavaScript write them."""
    opens = _OPENS.match(source, at)
    literals = Literals(source, min(len(source), at + _LONGEST))
    found = literals.value(opens.end()) if opens else None
    closed = _CLOSES.match(source, found[1]) if found else None
    if found is None or closed is None or not isinstance(found[0], Branch) or "\n" not in source[at : found[1]]:
        return None
    return File(found[0], literals.remarks, closed.end())


def _records(source: str, at: int) -> File | None:
    """Return lines that hold a record each: {...}, Node(...), a name before one, or keys with an equals sign each."""
    branch, remarks, end = Branch(), list[Place](), at
    for start, stop in _lines(source, at):
        found = _record(source, start, stop)
        if found is None:
            break
        branch.entries.append(found[0])
        remarks += found[1]
        end = stop
    return File(branch, remarks, end) if len(branch.entries) >= _FEW else None


def _record(source: str, start: int, stop: int) -> "tuple[tuple[Place | None, Tree], list[Place]] | None":
    lead = _RECORD.match(source, start, stop)
    literals = Literals(source, stop)
    assert lead is not None
    name = lead.span("name") if lead["name"] else None
    found = literals.value(lead.end())
    if found and isinstance(found[0], Branch) and source[found[1] - 1] in ")}":
        remark = _REMARK.match(source, found[1], stop)
        rest = source[found[1] : stop].strip(" \t,;")
        if not rest or remark:
            return (name, found[0]), [remark.span("remark")] if remark else []
        return None
    record, at = Branch(), lead.end()
    while name is None and (pair := literals.pair(at)):  # node=q value=10
        key, entry, at = pair
        record.entries.append((key, entry))
        at += len(source[at:stop]) - len(source[at:stop].lstrip())
    named = any(sense_of(source[slice(*key)]) is Key.NAME for key, _ in record.entries if key)
    return ((None, record), []) if named and at >= stop else None


def _sections(source: str, at: int) -> File | None:
    """Return lines of YAML or TOML: sections, and entries that are set in under them or stand behind their heads."""
    root = Branch()
    stack: list[tuple[int, Branch]] = [(-1, root)]
    remarks: list[Place] = []
    end, in_toml = at, False
    for start, stop in _lines(source, at):
        line = source[start:stop]
        if not line.strip() or line.strip() == "---":
            continue
        if remark := _REMARK.fullmatch(source, start, stop):
            remarks.append(remark.span("remark"))
            end = stop
            continue
        if section := _SECTION.fullmatch(source, start, stop):
            stack, in_toml = [(-1, root)], True
            for key in re.finditer(r"[^.]+", section["keys"]):
                begin = section.start("keys") + key.start()
                stack.append((-1, _opened(stack[-1][1], (begin, begin + len(key.group())))))
        elif entry := _ENTRY.match(source, start, stop):
            indent = len(entry["indent"])
            if (entry["sign"] == "=") != in_toml:
                break
            while stack[-1][0] >= indent:
                stack.pop()
            value = _value(source, entry.end(), stop, remarks)
            if value is None:
                break
            parent = stack[-1][1]
            if entry["item"]:
                parent = _opened(parent, None)
                stack.append((indent - 1, parent))
            parent.entries.append((entry.span("key"), value))
            if isinstance(value, Branch) and entry["sign"] == ":":
                stack.append((indent, value))
        elif not (item := _ITEM.match(source, start, stop)) or _value(source, item.end(), stop, remarks) is None:
            break
        end = stop
    return File(root, remarks, end) if root.entries else None


def _separated(source: str, at: int) -> File | None:
    """Return lines whose cells commas separate, each a record of what the titles in the first line name."""
    titles: list[Place] = []
    remarks: list[Place] = []
    branch, end = Branch(), at
    cells = _CELLS["," if "," in behind_in_line(source, at) else ";"]
    for start, stop in _lines(source, at):
        if titles and (remark := _REMARK.fullmatch(source, start, stop)):
            remarks.append(remark.span("remark"))
            continue
        places = [(start + cell.start(), start + cell.end()) for cell in cells.finditer(source[start:stop])]
        if not titles:
            named = [sense_of(source[slice(*place)]) for place in places]
            if None in named or Key.NAME not in named or len(places) < _FEW:
                return None
            titles = places
            continue
        if len(places) != len(titles):
            break
        leaves = ((title, _leaf(source, place)) for title, place in zip(titles, places, strict=True))
        branch.entries.append((None, Branch([*leaves])))
        end = stop
    return File(branch, [one for one in remarks if one[1] <= end], end) if branch.entries else None


def _leaf(source: str, place: Place) -> Leaf:
    return Leaf(What.NUMBER if _NUMERIC.fullmatch(source, *place) else What.OTHER, place)


def _opened(branch: Branch, key: Place | None) -> Branch:
    below = Branch()
    branch.entries.append((key, below))
    return below


def _value(source: str, at: int, stop: int, remarks: list[Place]) -> Tree | None:
    """Return what stands behind a key: nothing, which opens a section, a literal, or words; None for anything else."""
    remark = _BEHIND.search(source, at - 1, stop)  # a blank before it may be all that stands behind the key
    if remark:
        remarks.append(remark.span("remark"))
    end = max(at, remark.start()) if remark else stop
    text = source[at:end].rstrip()
    if not text:
        return Branch()
    found = Literals(source, at + len(text)).value(at)
    if found and found[1] == at + len(text):
        return found[0]
    return None if _DIGIT.match(text) or "=" in text else Leaf(What.TEXT, (at, at + len(text)))


def _lines(source: str, at: int) -> Iterator[Place]:
    """Yield the lines from a place on."""
    stop = min(len(source), at + _LONGEST)
    while at < stop:
        end = end_of_line(source, at)
        if end - at > _LONGEST_LINE:
            return
        yield at, end
        at = end + 1
