"""Diagrams in text, of Mermaid and Graphviz, whose labels say what nodes and edges hold: c["c<br/>data: 5"]."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.lines import before_in_line, end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.kinds import Block, Kind

OPENS = regex(r"[ \t]*(?:(?:flowchart|graph)[ \t]+(?:LR|RL|TD|TB|BT)|digraph\b[^\n{]{0,30}\{?)[ \t]*;?[ \t]*(?=\n|\Z)")
_LABEL = regex(
    r"""label[ ]?=[ ]?"\{?(?P<dot>[^"\n]{1,200}?)\}?" | [\[({|>]"(?P<quoted>[^"\n]{1,200})"[\])}|]
    | (?<=[\w>])\[(?P<square>[^\[\]"\n|]{1,200})\] | --[>o-]?\|(?P<edge>[^|"\n]{1,200})\|
    | (?:-\.|--|==)[ ]"(?P<told>[^"\n]{1,200})"[ ](?:\.-|--|==)""",
    re.VERBOSE,
)
_GOES_ON = regex(
    r"[ \t]*(?:$|%%|//|style\b|class(?:Def)?\b|linkStyle\b|subgraph\b|end\b|direction\b|rankdir\b|\}|node\b|edge\b)"
    r"|.*(?:--|==|-\.|->|\[|\(\(|\{)"
)
_PARTED = regex(r"<br\s*/?>|\\n|\\l|\||[ ]?[/,;·][ ]?(?=(?:grad|gradient|adj|∇)\b)")
_FIELD = regex(
    r"(?P<key>[^\W\d][^:=\n\d]{0,20}?)[ ]?(?:[:=]|(?<=[^\W\d])[ ](?=[-−\d.]))[ ]*(?P<value>[-−+]?[\d.]\S{0,20})"
)
_NUMBER = regex(r"[-−+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_FEW = 2

Places = list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Diagram:
    """What the labels of a diagram say.

    Attributes:
        rows: the places of what nodes have fields for, a node each, the names of the fields first; none without such.
        labels: the places of labels that hold an equation.
    """

    rows: Places
    labels: list[tuple[int, int]]


def end_of(source: str, at: int) -> int:
    """Return where a diagram ends that begins in a line of its own, without a fence; 0 where none does."""
    opens = OPENS.match(source, at)
    if opens is None:
        return 0
    end = opens.end()
    while end < len(source):
        line_end = end_of_line(source, end + 1)
        if not _GOES_ON.match(source[end + 1 : line_end]):
            break
        end = line_end
    return end if source.count("\n", opens.end(), end) >= _FEW else 0


def diagram_in(source: str, start: int, end: int) -> Diagram | None:
    """Return what the labels of the diagram say that stands between two places; None where none stands there."""
    if not OPENS.match(source, start):
        return None
    keys: dict[str, tuple[int, int]] = {}
    nodes: list[tuple[tuple[int, int], dict[str, tuple[int, int]]]] = []
    labels: list[tuple[int, int]] = []
    for label in _LABEL.finditer(source, start, end):
        if "%%" in before_in_line(source, label.start()):
            continue  # a comment, which no page shows
        name, *parts = _parts(source, *label.span(label.lastgroup or 0))
        fields: dict[str, tuple[int, int]] = {}
        for begin, stop in parts:
            if _NUMBER.fullmatch(source, begin, stop) and "" not in fields:  # "q = w*x<br/>10"
                keys.setdefault("", (start, start))
                fields[""] = begin, stop
            elif field := _FIELD.fullmatch(source, begin, stop):
                keys.setdefault(field["key"].lower(), field.span("key"))
                fields[field["key"].lower()] = field.span("value")
        if fields:
            nodes.append((name, fields))
        labels += [part for part in (name, *parts) if "=" in source[slice(*part)] and not fields]
    head = [(start, start), *keys.values()]
    rows = [[name, *(fields.get(key, (name[1], name[1])) for key in keys)] for name, fields in nodes]
    return Diagram([head, *rows] if len(rows) >= _FEW else [], labels)


def drawn_at(source: str, start: int, end: int) -> Iterator[Block]:
    """Yield a diagram: a picture, with what its labels say."""
    drawn = diagram_in(source, start, end)
    yield Block(Kind.IMAGE, start, start if drawn and (drawn.rows or drawn.labels) else end)
    if drawn and drawn.rows:
        yield Block(Kind.TABLE, start, end)
    for place in drawn.labels if drawn else ():
        yield Block(Kind.BLANK, place[0], place[0])
        yield Block(Kind.PROSE, *place)
        yield Block(Kind.BLANK, place[1], place[1])


def _parts(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the lines of a label, without the blanks around them."""
    places: list[tuple[int, int]] = []
    at = start
    for mark in [*_PARTED.finditer(source, start, end), None]:
        stop = mark.start() if mark else end
        text = source[at:stop]
        if text.strip() or not places:
            places.append((at + len(text) - len(text.lstrip()), at + len(text.rstrip())))
        at = mark.end() if mark else end
    return places
