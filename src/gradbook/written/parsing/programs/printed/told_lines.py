"""Told lines: output that says itself what it shows, by a name before it or above it, or by a comment behind it."""

import re
from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.written.expression import New
from gradbook.written.parsing.programs.leaves import Span
from gradbook.written.parsing.programs.output.outputs import NUMBER, Line, Slot, matched, shows_values
from gradbook.written.parsing.programs.output.parameters import label_at, shown_by_loops
from gradbook.written.parsing.programs.output.sessions import bare, names_above
from gradbook.written.parsing.programs.printed.told import told_at
from gradbook.written.parsing.programs.stream import Stream
from gradbook.written.parsing.programs.text.lines import Sort, Unit
from gradbook.written.parsing.programs.values.meaning import Meaning

_BLANKS = regex(r"[ \t]*")
_REMARKED = regex(
    r"[#%/ \t]*(?:(?:>{1,3}|-{1,2}>|={1,2}>|→|⇒|prints?:?|(?:out(?:put)?|result|ausgabe|ergebnis|sortie|résultat|salida"
    r"|resultado|saída|uscita|risultato|uitvoer|wynik|вывод|результат|kết quả|çıktı|keluaran|hasil|输出|结果|出力|結果"
    r"|출력|결과)[ \t]?[:：])[ \t]*)?",
    re.IGNORECASE,
)
_NAMED = regex(r"[ \t]*([A-Za-z_]\w*)(?:[ \t]*[:=][ \t]*|[ \t]+)(?=\[|\(|array\(|tensor\()")
_ROWS_BELOW = regex(rf"[ \t]*(?P<name>[A-Za-z_]\w*)[ \t]*=\s*\n\s*(?P<rows>{NUMBER}(?:\s+{NUMBER})+)\s*")
_STRING = regex(r"[ \t]*[\"']([^\"'\n]*)[\"'][ \t]*")
PLAIN = (Sort.PYTHON, Sort.OTHER, Sort.OUTPUT)


class ToldLines:
    """What is known of the prints so far, and the lines of output that need none of it.

    Attributes:
        pending: the lines that were printed, and their output not yet seen.
        value: the lines of the last expression, if its value is shown.
        expression: the last that stands alone, as Python writes it.

    Args:
        source: the answer.
        meaning: says what an expression shows.
        stream: takes what is shown.
    """

    def __init__(self, source: str, meaning: Meaning, stream: Stream) -> None:
        self.pending: list[Line] = []
        self.value: list[Line] = []
        self.expression = ""
        self._source = source
        self._meaning = meaning
        self._stream = stream

    def named(self, unit: Unit) -> bool:
        """Take a line that says itself of which array it shows the entries: "dw  [6., 15.]"; return whether it is one.

        Python would take it for an index, or for nothing.
        """
        name = _NAMED.match(self._source, unit.start, unit.end)
        python = unit.sort is Sort.PYTHON and "=" in self._source[unit.start : unit.end]
        if name is None or python or unit.sort not in (Sort.PYTHON, Sort.OTHER):
            return False
        values = self._meaning.array(name.group(1))
        line = Line((self._meaning.shown(values),)) if values is not None else None
        if line is None or matched(line, self._source, name.end(), unit.end) is None:
            return False
        self._stream.output(line, name.end(), unit.end, sure=True)
        return True

    def is_parameter(self, unit: Unit) -> bool:
        """Take a line of a loop over the parameters of a network: "0.weight tensor([[0.5]]) tensor([[-12.]])"."""
        label = label_at(self._source, unit.start, unit.end) if unit.sort in PLAIN and self._by_parameters else ""
        nodes = self._meaning.parameters(label) if label else ()
        for kinds in self._by_parameters if nodes else ():
            if "" in kinds or ("data" in kinds and not all(isinstance(node, New) for node in nodes)):
                continue  # what is made of one, or a parameter before the step
            slots = (Slot(tuple(map(self._meaning.gradient, nodes)) if kind == "grad" else nodes) for kind in kinds)
            line = Line((label, *slots))
            if matched(line, self._source, unit.start, unit.end):
                self._stream.output(line, unit.start, unit.end, sure=True)
                return True
        return False

    @cached_property
    def _by_parameters(self) -> list[list[str]]:
        return [*shown_by_loops(self._source)]

    def told(self, unit: Unit) -> bool:
        """Take a value that a comment behind it says what it is of; return whether it is one."""
        start, end = self.output_lines(unit)[0]
        lines = told_at(self._source, start, end, self._meaning, self._stream.lex) if unit.sort in PLAIN else []
        for tokens in lines:
            self._stream.add(start, end, tokens)
        return bool(lines)

    def titled(self, unit: Unit) -> bool:
        """Take numbers below the names that they are of, as R shows a vector; return whether they are."""
        above, *rows = self._source[unit.start : unit.end].split("\n")
        row = rows[-1] if rows else ""
        shown = bare(row, 0, len(row)).removeprefix(" ").removeprefix("[1]").strip()
        if not rows or any(map(str.strip, rows[:-1])) or "=" in above or not shows_values(shown):
            return False
        names = names_above(bare(above, 0, len(above)).rstrip(" \t:"), len(shown.split()))
        slot = Slot(tuple(self._meaning.entry_of(self.expression, name) if name else None for name in names))
        end = unit.start + self._source[unit.start : unit.end].rindex(shown) + len(shown)
        self._stream.output(Line((slot,)), end - len(shown), end, sure=False)
        self.value, self.pending = [], []
        return True

    def rows_below(self, unit: Unit) -> bool:
        """Take the rows of an array below its name, as MATLAB shows it; return whether they are."""
        named = _ROWS_BELOW.fullmatch(self._source, unit.start, unit.end)
        values = self._meaning.array(named["name"]) if named else None
        slot = self._meaning.shown(values) if values is not None else None
        if named is None or slot is None or len(named["rows"].split()) != len(slot.nodes) or len(slot.nodes) < 2:
            return False
        self._stream.output(Line((Slot(slot.nodes),)), *named.span("rows"), sure=True)
        self.value, self.pending = [], []
        return True

    def output_lines(self, unit: Unit) -> list[Span]:
        """Return the lines that a unit is as output: Python takes the rows of a matrix for one list."""
        found: list[Span] = []
        start = unit.start
        if unit.sort is Sort.OUTPUT:
            text = _STRING.fullmatch(self._source, start, unit.end)  # R and Out[3] show a text as a string
            return [text.span(1) if text else (start, unit.end)]
        if self._source.startswith(("(", "{"), start):  # several values, one below the other
            return [(start, unit.end)]
        for line in self._source[unit.start : unit.end].split("\n"):
            end = start + len(line)
            lead = (_REMARKED if unit.sort is Sort.COMMENT else _BLANKS).match(line)
            found.append((start + (lead.end() if lead else 0), end))
            start = end + 1
        return found
