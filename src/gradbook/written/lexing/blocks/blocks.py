"""Blocks: what kinds of text an answer is made of, each with its place in the source.

A mark of a list, a heading's number or an equation's number is a label, and only there: inside mathematics, and behind
a line that ends with a sign, a minus is a minus. What the rendered cell does not show is no block.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks import marks
from gradbook.written.lexing.blocks.directives import OPTIONS, Directives
from gradbook.written.lexing.blocks.drawn.boxed import unboxed
from gradbook.written.lexing.blocks.drawn.diagrams import OPENS, drawn_at, end_of
from gradbook.written.lexing.blocks.drawn.records import records_at
from gradbook.written.lexing.blocks.fences import closing
from gradbook.written.lexing.blocks.indented import displays_at, program_at, rows_at
from gradbook.written.lexing.blocks.items import ends_item, is_listed, next_item
from gradbook.written.lexing.blocks.keyed.rows import Data, data_at
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.blocks.labels import BOLD_LABEL, GOES_ON, LABEL, LEADS, NAMED, NUMBERED
from gradbook.written.lexing.blocks.paragraphs import Paragraphs, indented_end, is_program, shown_end
from gradbook.written.lexing.blocks.ruled import is_rule, ruled_at
from gradbook.written.lexing.blocks.tables.bars import bars_end
from gradbook.written.lexing.blocks.tables.fields import fields_at
from gradbook.written.lexing.blocks.tables.fixed import set_at
from gradbook.written.lexing.blocks.tables.lists import lists_at
from gradbook.written.lexing.tokens import BRACED
from gradbook.written.notation import DISPLAY

_FENCE = regex(rf"[ \t]*(```+|~~~+)[ \t]*\{{?\.?([A-Za-z]*)[^\n]*(?:\n{OPTIONS}|\Z)")
_SETS_OFF = regex(r"[ \t]*(?:[`:~]{3}|\.\.|flowchart|graph|digraph)")  # so directives, fences and diagrams begin
_MARKED = regex(r"[ \t]*[-*_#>`\[–—=~─━═%]")  # so rules, headings, quotes, references, titles in bold begin
_ARRAY = regex(rf"\\begin\{{(array|tabular)\}}{BRACED}", re.DOTALL)
_ARRAY_ALONE = regex(rf"\s*\\begin\{{(array|tabular)\}}{BRACED}(?:(?!\\begin|\\end)[^$])*\\end\{{\1\}}\s*")
_FENCED = {
    **dict.fromkeys(("math", "latex", "tex"), Kind.DISPLAY),
    **dict.fromkeys(("mermaid", "dot", "graphviz", "plantuml", "tikz", "svg"), Kind.IMAGE),
}
_BOLD, _INDENT = regex(r"[ \t]*(\*{2,3}|__)(?=\S)"), regex(r"    |\t(?![^\n]*\t)")
_SHORT = 30  # letters of a line such as "This prints:"
_WORDED = regex(r"(?:[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])$")
_SIGN_ENDS = "=+*/×·⋅-−≈,(^"


def blocks_of(source: str) -> list[Block]:
    """Return the blocks of an answer, in order; together they cover what is shown of it."""
    return [part for block in _Scanner(source).run() for part in unboxed(source, block)]


def without_names(source: str, table: Block) -> Kind:
    """Return what a table is that names no quantity."""
    if OPENS.match(source, table.start):
        return Kind.IMAGE
    if source[table.start : table.end].lstrip()[:1] == "\\":
        return Kind.DISPLAY
    return Kind.CODE if table.code else Kind.PROSE


def _titled(kind: Kind, at: int, start: int, end: int) -> Iterator[Block]:
    """Yield a title that stands between signs of a rule, in a line of its own."""
    yield Block(Kind.HEADING, at, start)
    yield Block(kind, start, end)
    yield Block(Kind.BLANK, end, end)


class _Scanner:
    """Goes over a source once, from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._paragraphs = Paragraphs(source)
        self._directives = Directives()
        self._missing: set[str] = set()  # closing marks that are not there any more: looked for once
        self._numbered: re.Match[str] | None = None
        self._item: re.Match[str] | None = None  # the next label of a list that goes on in one line
        self._label: re.Match[str] | None = None
        self._numbered_to = self._label_sought = -1
        self._closing, self._cut = closing(source)
        self._last = ""  # the last sign shown before this line
        self._marks: set[str] = set()  # those that began items
        self._listed = False  # whether the line before began with a mark
        self._began = -1  # where the item ends that this line may stand under: its mark
        self._sought = False  # whether program text was looked for inside this paragraph
        self._ran = False  # whether program text stands before this line
        self._worded = False  # whether the line before ended with a word, so that no sign goes on with it
        self._goes_on = False  # whether this line may go on with the one before

    def run(self) -> Iterator[Block]:
        """Yield all blocks."""
        while self._at < len(self._source):
            yield from self._line()

    def _line(self) -> Iterator[Block]:
        """Yield what a line begins with, then what it holds; what is in it may reach over several lines."""
        source = self._source
        start = self._at
        if _SETS_OFF.match(source, start):
            yield from self._set_off()
            if self._at > start:
                return
        line_end = end_of_line(source, start)
        marked = _MARKED.match(source, start) is not None
        if not source[start:line_end].strip() or (
            marked and (marks.RULE.match(source, start) or marks.TEMPLATE.match(source, start))
        ):
            yield Block(Kind.BLANK, self._at, min(line_end + 1, len(source)))
            self._at, self._last = line_end + 1, ""
            return
        self._goes_on = bool(self._last) and self._last not in ":.;" and not self._listed and not self._worded
        leads = self._label_at(start) or (marked and marks.HEADING.match(source, start))
        self._began = self._began if self._listed else -1
        self._listed = bool(leads) or (self._listed and source.startswith("  ", self._at))  # an item goes on indented
        if marked and (unshown := marks.UNSHOWN.match(source, self._at)):
            yield Block(Kind.HIDDEN, self._at, unshown.end())
            self._at = unshown.end() + 1
            return
        if self._ran and not self._last and not leads and (end := indented_end(source, self._at)):
            yield from self._lines(Kind.CODE, self._at, end)
            self._at = end
            return
        if self._ran and (shown := self._paragraphs.shown_at(self._at)):
            yield from self._output(shown)
            return
        if rows := data_at(source, self._at) or self._table() or self._columns():
            yield from rows.blocks(self._at) if isinstance(rows, Data) else [rows]
            self._at, self._last = rows.end + 1, ""
            return
        self._sought &= bool(self._last)
        begins = not self._last or source.startswith(">>> ", self._at)
        if not begins and not self._sought and is_program(source, self._at):  # below a line of words
            begins = self._sought = True
        end = self._paragraphs.program_end(self._at, behind=self._ran) if begins else 0
        if end := end or (begins and self._ran and shown_end(source, self._at)):
            yield from self._lines(Kind.CODE, self._at, end)
            self._at, self._last, self._ran = end, "", True
            return
        if self._ran and (shown := self._paragraphs.output_at(self._at)):
            yield from self._output(shown)
            return
        self._ran = self._ran and line_end - self._at <= _SHORT
        if marked and (quote := marks.QUOTE.match(source, self._at)):
            self._at = quote.end()
        if marked and (title := ruled_at(source, self._at, line_end)):
            yield from _titled(Kind.PROSE, self._at, *title)
            self._at, self._last = line_end + 1, ""
            return
        if marked and (heading := marks.HEADING.match(source, self._at)):
            yield Block(Kind.HEADING, self._at, heading.end())
            self._at = heading.end()
        elif (
            marked and marks.BOLD_LINE.match(source, self._at) and "=" not in source[self._at : line_end]
        ) or self._underlined(line_end):
            yield Block(Kind.HEADING, self._at, self._at)
        yield from self._labels(line_end)
        yield from self._content()
        self._item = None

    def _output(self, place: tuple[int, int]) -> Iterator[Block]:
        """Yield what a program has shown below itself."""
        yield Block(Kind.CODE, *place)
        self._at = end_of_line(self._source, place[1]) + 1

    def _set_off(self) -> Iterator[Block]:
        """Yield what a directive or a fence sets off, if one begins here."""
        source = self._source
        if edge := self._directives.edge(source, self._at):
            begin, stop, end = edge
            if source[begin:stop].strip():
                yield from _titled(Kind.PROSE, self._at, begin, stop)
            yield Block(Kind.BLANK, stop, end)
            self._at, self._last = end, ""
            return
        for kind, look in ((Kind.DISPLAY, displays_at), (Kind.CODE, program_at)):
            if places := look(source, self._at):
                yield from (Block(kind, *place) for place in places)
                self._at, self._last, self._ran = places[-1][1] + 1, "", kind is Kind.CODE
                return
        if end := end_of(source, self._at):
            yield from drawn_at(source, self._at, end)
            self._at, self._last = end + 1, ""
            return
        if (fence := _FENCE.match(source, self._at)) and self._at == self._closing and (self._ran or self._cut):
            yield Block(Kind.BLANK, self._at, fence.end())
            self._at, self._last = fence.end(), ""
        elif fence and not rows_at(source, self._at):
            yield from self._code(fence)

    def _labels(self, line_end: int) -> Iterator[Block]:
        """Yield what a line is labelled with."""
        source = self._source
        for _ in range(3):  # "- 1) (a) ..."
            if not self._goes_on and (whole := BOLD_LABEL.match(source, self._at)) and whole.end() < line_end:
                yield Block(Kind.ITEM, self._at, whole.end())
                self._at = whole.end()
                continue
            bold = _BOLD.match(source, self._at)
            label = self._label_at(bold.end() if bold else self._at)
            if not label or label.end() >= line_end + 1:
                break
            if self._last and self._last in _SIGN_ENDS and not ends_item(source, self._began, label):
                break
            if bold and label.group().strip() in "-*+•–":
                break
            kind = Kind.BLANK if GOES_ON.match(source, label.end()) else Kind.LABEL if bold else Kind.ITEM
            if self._goes_on and label.group().strip() in ("-", "*", "+"):
                kind = kind if is_listed(source, label, line_end + 1, self._marks) else Kind.MARK
            if kind is Kind.ITEM:
                self._marks.add(label.group().strip())
            yield Block(kind, bold.end() if bold else self._at, label.end())
            self._at = self._began = label.end()
            self._item = next_item(source, label.group().strip(), self._at, line_end)

    def _label_at(self, at: int) -> re.Match[str] | None:
        """Return the label of a line that stands at a place, looked for once."""
        if at != self._label_sought:
            self._label_sought, self._label = at, LABEL.match(self._source, at)
        return self._label

    def _content(self) -> Iterator[Block]:
        """Yield prose and what is set in it, up to the end of the line."""
        source = self._source
        start = self._at
        while True:
            match = marks.SPECIAL.search(source, self._at)
            if self._item and self._item.start() < self._at:
                self._item = None  # inside mathematics
            number = self._item or self._number()
            if number and (not match or number.start() < match.start()):
                yield from self._prose(start, number.start())
                yield Block(Kind.ITEM if number is self._item else Kind.LABEL, number.start(), number.end())
                start = self._at = number.end()
                self._item = self._item and next_item(source, number.group().strip(), start, end_of_line(source, start))
                continue
            if not match:
                yield from self._prose(start, len(source))
                self._at = len(source)
                return
            if match.lastgroup == "newline":
                yield from self._prose(start, match.end())
                self._at = match.end()
                return
            found = self._special(match)
            if found is None:
                self._at = match.end()
                continue
            block, go_on = found
            yield from self._prose(start, match.start())
            if block.end > block.start:
                yield block
            start = self._at = go_on
            if block.kind in (Kind.INLINE, Kind.DISPLAY):
                self._last = source[block.start : block.end].rstrip(" \t\n$\\])")[-1:]
                if block.kind is Kind.INLINE and self._last and self._last not in "=+*/×·⋅−≈-":
                    self._last = "x"

    def _number(self) -> re.Match[str] | None:
        """Return the equation's number at the end of this line, looked for once a line."""
        if self._at > self._numbered_to:
            self._numbered_to = end_of_line(self._source, self._at)
            may = any(map(self._source[self._at : self._numbered_to].__contains__, LEADS))
            found = NUMBERED.search(self._source, self._at, self._numbered_to + 1) if may else None
            before = self._source[self._at : found.start()].rstrip(" \t$") if found else ""
            leads = found is not None and "=" not in before and found.group().strip()[0] in ".…_-"  # "q ..... 10"
            self._numbered = None if leads or before[-1:] in ("", *_SIGN_ENDS) else found
        return self._numbered if self._numbered and self._numbered.start() >= self._at else None

    def _prose(self, start: int, end: int) -> Iterator[Block]:
        if end > start:
            yield Block(Kind.PROSE, start, end)
            shown = self._source[start:end].rstrip(" \t\n*_")
            self._worded = _WORDED.search(shown[-3:]) is not None and "=" not in shown
            self._last = shown[-1:] or ("" if "\n" in self._source[start:end] and not self._last else self._last)

    def _special(self, match: re.Match[str]) -> tuple[Block, int] | None:
        """Return the block that a mark opens and where to go on, or None where the mark is only a sign."""
        source, start, end, what = self._source, match.start(), match.end(), match.lastgroup
        if what == "comment":
            close = self._find("-->", end)
            close = close or len(source)  # a page shows nothing behind one that is not closed
            return Block(Kind.HIDDEN, start, close), close
        if what in ("unseen", "styled"):
            name = (match.group("tag") or match.group("name")).lower()
            close = self._find(f"</{name}", end)
            stop = self._find(">", close) if close else 0
            stop = stop or len(source)
            return Block(Kind.HIDDEN, start, stop), stop
        if what in marks.STRIKES:
            closing = f"</{match['stroke']}>" if match["stroke"] else match.group()
            close = marks.braced_end(source, match) or self._find(closing, end)
            return (Block(Kind.STRUCK, start, close), close) if close and close - start <= 1_000 else None
        if what in ("image", "opened"):  # a tag over several lines
            return Block(Kind.IMAGE if what == "image" else Kind.BLANK, start, end), end
        if what == "phantom":
            ends = {r"\begin{comment}": r"\end{comment}", r"\iffalse": r"\fi"}.get(match.group())
            stop = self._find(ends, end) or len(source) if ends else end_of_line(source, end)
            return Block(Kind.HIDDEN, start, stop), stop
        if what == "display":
            mark = match.group().replace("[", "]")
            close = self._find(mark, end)
            if not close:
                return Block(Kind.DISPLAY, end, end), end
            if _ARRAY_ALONE.fullmatch(source, end, close - len(mark)):
                return Block(Kind.TABLE, end, close - len(mark)), close
            name = NAMED.match(source, close)
            return Block(Kind.DISPLAY, end, close - len(mark)), name.end() if name else close
        if what == "environment":
            if (name := match.group("env")) not in DISPLAY:
                return Block(Kind.DISPLAY, end, end), end
            if array := _ARRAY.match(source, start):
                close = self._find(f"\\end{{{array.group(1)}}}", end)
                return (Block(Kind.TABLE, start, close), close) if close else None
            close = self._find(f"\\end{{{name}}}", end)
            return (Block(Kind.DISPLAY, start, close), close) if close else (Block(Kind.DISPLAY, end, end), end)
        if what == "table":
            close = self._find("</table>", end)
            return (Block(Kind.TABLE, start, close), close) if close and not marks.veils(source[end:close]) else None
        if what == "inline":
            if match.group() == "$":
                dollar = marks.DOLLAR.match(source, end)
                if not dollar or not source[end : dollar.end() - 1].strip() or source[start - 1 : start] == "\\":
                    return None
                return Block(Kind.INLINE, end, dollar.end() - 1), dollar.end()
            mark = match.group()[:-1] + ")"  # \\( as Jekyll wants it
            after = self._find(mark, end)
            return (Block(Kind.INLINE, end, after - len(mark)), after) if after else None
        return None

    def _find(self, text: str, at: int) -> int:
        """Return the place behind the next such text, or 0."""
        if text in self._missing:
            return 0
        found = self._source.find(text, at)
        if found < 0:
            self._missing.add(text)
            return 0
        return found + len(text)

    def _underlined(self, line_end: int) -> bool:
        below = self._source[line_end + 1 : end_of_line(self._source, line_end + 1)].strip()
        return bool(marks.UNDERLINE.fullmatch(below)) and "=" not in self._source[self._at : line_end]

    def _code(self, fence: re.Match[str]) -> Iterator[Block]:
        source, mark = self._source, fence.group(1)
        fenced = regex(rf"^[ \t]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        close = fenced.search(source, fence.end())
        end = close.start() if close else len(source)
        drawn = Kind.IMAGE if OPENS.match(source, fence.end()) else Kind.CODE
        kind = _FENCED.get(fence.group(2).lower(), drawn)
        yield from self._lines(kind, fence.end(), end) if kind is not Kind.IMAGE else drawn_at(source, fence.end(), end)
        self._ran = kind is Kind.CODE and not fence.group()[:1].isspace()
        self._at, self._last = (close.end() + 1 if close else len(source)), ""

    def _lines(self, kind: Kind, start: int, end: int) -> Iterator[Block]:
        """Yield program text, and the tables of its output."""
        begin = at = start
        while kind is Kind.CODE and at < end:
            line_end = end_of_line(self._source, at)
            columns = None if self._source.startswith("$ ", at) else set_at(self._source, at, end, code=True)
            if columns and columns.end <= line_end and self._paragraphs.prints(self._source[at:line_end]):
                columns = None  # one line of several that a program shows
            found = columns or records_at(self._source, at) or lists_at(self._source, at) or data_at(self._source, at)
            stop = bars_end(self._source, at, end) or (min(found.end, end) if found else 0)
            title = None if stop else ruled_at(self._source, at, line_end)
            rule = not stop and is_rule(self._source, at, line_end)
            if (stop or title or rule) and at > begin:
                yield Block(kind, begin, at)
            if isinstance(found, Data) and stop:
                yield from found.blocks(at, code=True)
            elif title:
                yield from _titled(kind, at, *title)
            elif rule:
                yield Block(Kind.BLANK, at, line_end)
            elif stop:
                yield Block(Kind.TABLE, at, stop, code=True)
            at = min((stop or line_end) + 1, end)
            begin = at if stop or title or rule else begin
        if begin < end:
            yield Block(kind, begin, end)

    def _columns(self) -> Block | None:
        """Return the lines that are a table set in blanks; what hides text makes it none."""
        source, at = self._source, self._at
        indented = not self._last and _INDENT.match(source, at) is not None
        found = set_at(source, at, len(source), code=indented, columns=not self._label_at(at))
        if found is None or marks.veils(source[at : found.end]):
            return None
        return Block(Kind.TABLE, at, found.end, code=indented)

    def _table(self) -> Block | None:
        """Return the lines that are a table in bars, or a list of lists or of records that is one."""
        source, at = self._source, self._at
        rows = rows_at(source, at) or records_at(source, at) or lists_at(source, at) or fields_at(source, at)
        end = rows.end if rows else bars_end(self._source, self._at, len(self._source))
        return Block(Kind.TABLE, self._at, end) if end else None
