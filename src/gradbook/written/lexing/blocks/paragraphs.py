"""Paragraphs of program text that no fence marks: indented, pasted from a notebook, or typed between sentences.

One line at least must be what nobody writes in mathematics (a print, an import, a comment behind an assignment, a
prompt), and most others must look like a program's.
"""

import re
from functools import cached_property
from typing import NamedTuple

from gradbook.core.text.lines import behind_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.printed import LONGEST, Printed
from gradbook.written.lexing.prompts import SESSION, TYPED, goes_on

_SURE = regex(
    r"""[ \t]*(?:
      (?:import|from)[ \t]+[a-z_.]+(?:[ \t]+(?:as|import)\b|[ \t]*$)
    | def[ \t]+\w+\(.*\).*:[ \t]*(?:\#.*)?$ | (?:for[ \t].*[ \t]in[ \t]|with[ \t]|if[ \t]|class[ \t]).*:[ \t]*(?:\#.*)?$
    | print\(.*\)[ \t]*(?:\#.*)?$
    | assert[ ].*(?:==|<).* | (?:self\.|static_)?assert\w*!?\(.*[=,<].*\);? | (?:EXPECT|ASSERT|CHECK|REQUIRE)\w*\(.*\);?
    | expect\(.*\)(?:\.[a-z]\w*)+\(.*\);? | \#include[ ]*[<"]
    | [A-Za-z_][\w.]*\.(?:backward|step|zero_grad|zero_)\(\)
    | [A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_]\w*)*[ \t]*[-+*/]?=[ \t]*[^\#\n=$\\]+[ \t]\#[ \t]*\S
    | [A-Za-z_]\w*_\w+[ ]?,[ ]?[A-Za-z_]\w*_\w+[ ]*=[^=,()\\$\n]+,[^=,()\\$\n]+$
    | [A-Za-z_]\w*[ \t]*=[^=%\n]+(?:;[ \t]*|[ ]{2,})%[ \t]*\S
    | [A-Za-z_]\w*[ \t]*=[^=!\n]+[ ]{2,}![ ]*\S
    | [A-Za-z_]\w*[ \t]*=[^\n;=]+;[ \t]*[A-Za-z_]\w*\.[a-z_]\w*[ \t]*=[ \t]*[^\s=].*
    | //[ ]*\S | [A-Za-z_]\w*[ \t]*[-+*/]?=[^=\n][^\n;]*;[ \t]*/\*.*\*/
    | (?:-?\d+\.?\d*|(?:tensor|Value|array)\([^()\n]*\))[ \t]+\#[ \t]*[A-Za-z]
    | print[ ]+[\w.]*\.grad\b[^=]* | @(?:test(?:set)?|assert)[ ].*
    | (?:const[ ]+)?[A-Z]\w*[a-z]\w*[ ]+\w+[ ]*=[^=].*;(?:[ ]*//.*)?
    | (?:console\.log|System\.out\.print(?:ln|f)?|fmt\.Print(?:ln|f)?|println!)\(.*\);?[ \t]*(?://.*)?$
    | (?:var|let|const|double|float|auto)[ \t]+\w+[ \t]*=[^=].*; | (?:var|const)[ \t]+\w+[ \t]*=[^=].*
    | [A-Za-z_]\w*[ \t]*[-+*/]?=[ \t]*(?:np|numpy|torch|math|tf|F)\.\w
    | [A-Za-z_.][\w.]*[ \t]*<-[ \t]*(?:(?:function|c)\(|[^\n\#]*[ \t]\#[ \t]*\S)
    | \#\#[ \t]+\[1\][ \t]+[-\d] | c\([ ]*\w+[ ]*=[^=].*\)[ \t]*$ | cat\(['"].*\)[ \t]*$
    )""",
    re.VERBOSE,
)
_LIKELY = regex(
    r"""[ \t]*(?:
      [A-Za-z_][\w.\[\]"']*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*[ \t]*(?:[-+*/]|\*\*)?=(?!=)[^$\\^]*$
    | [A-Za-z_.][\w.]*[ \t]*<-[ \t]*[^$\\]*$
    | (?:\#|//|[%!][ ]).* | return\b.* | \.\.\.[ \t].* | Out[ ]?\[[\d ]*\]:.* | [\])}]+ | [A-Za-z_][\w.]*\(.*\)
    | [A-Za-z_][\w.]* | [-(\[{]?[\d.][-\d.,e ()\[\]]* | (?:\(?tensor|Value)\(.*
    | let[ \t]+\w+[ \t]*=[^=].*
    | assert\b.* | @\w.* | [^=≈]*[{}] | (?:[A-Za-z_][\w<>:&*]*[ ]+){1,3}[A-Za-z_]\w*[ ]*=(?!=)[^$\\]*;
    | [A-Za-z_][\w.!:>-]*\(.*\)(?:\.\w+\(.*\))*; | (?:[A-Za-z_][\w<>:&*]*[ ]+){1,3}[A-Za-z_]\w*[({].*[)}];
    | /\*.*\*/
    )[ \t]*(?:(?:\#|//|/\*|[%!][ ]).*)?$""",
    re.VERBOSE,
)
_OUTPUT = (  # words for what a program shows; before any other, a number is of what the word says: "Loss: 0.25"
    "out|outputs?|prints?|printed|console|terminal|results?|ausgabe|ergebnis|sortie|résultat|affiche|salida|resultado|"
    "saída|saida|uscita|risultato|uitvoer|wynik|wyjście|вывод|результат|çıktı|sonuç|hasil|keluaran|"
    "输出|輸出|结果|結果|出力|출력|결과"
)
# of a number, as libraries show it
_WRAPPER = r"(?:(?:tf\.)?[tT]ensor|[aA]rray|Value|[A-Z]\w{0,15}(?=\((?:data|v|val|value)=))"
_NUMBERS = regex(
    rf"""[ \t>]*(?:[*_]{{0,3}}(?i:{_OUTPUT})(?:[ ]?\[\d{{0,3}}\])?[*_]{{0,3}}[ \t]?[:：][*_]{{0,3}}[ \t]*)?`?
    ((?:[-(\[]{{0,3}}(?:{_WRAPPER}\((?:(?:data|v(?:al(?:ue)?)?)=)?\[{{0,2}})?-?(?:\d++\.?\d*+|\.\d++)(?:e-?\d++)?
    \]{{0,2}}(?:,[ ]?(?:grad_fn|requires_grad|dtype|device|shape|grad)=(?:\(\)|[^\n(),]{{1,40}}))*+[)\]]{{0,3}}
    (?:,[ \t]*|[ \t]+|(?=`?[ \t]*$)))+)`?[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_GRADIENTS = regex(  # each below its name
    r"(?:[ \t]*[A-Za-z_]\w*\.grad(?:ient)?[ \t]*[:=][ \t]*\n[ \t]*-?[\d.][\d.e+-]*[ \t]*(?:\n|\Z))+"
    r"(?=\s*(?:```|\Z)|[ \t]*(?:\n|[A-Za-z_]\w*[ \t]*=))"
)
_DICT = regex(r"[ \t]*(\{'[\w.]+': [^\n{}]*\})[ \t]*(?:\n|\Z)")
_FENCE = regex(r"[ \t]*(?:```|~~~|\$\$)")
_SIGN = regex(r"[#%(\[=>!]|<-|//|/\*|import|^[ \t]*@\w")
_PART = regex(r"^[ \t]*[A-Za-z_][\w.]*[ \t]*[-+*/]?=[^=]", re.MULTILINE)  # of a program whose rest is surely one
_CALLS = regex(r"^[ \t]*(?:#|//)[ ]?\S|^[^#\n]*?[A-Za-z_]\w*\([^()\n]*=", re.MULTILINE)  # or a comment
_COMMENTS = regex(r"(?:[ \t]*\#[^\n]*(?:\n|\Z)){2,}+\Z")
_ALONE = regex(r"[ \t]*[A-Za-z_]\w*[ \t]*$")
_INDENTED = regex(r"(?:(?:[ ]{4}|\t)[^\n]*\S[^\n]*(?:\n|\Z))+")
_EXPRESSION = r"[A-Za-z_][\w.]*(?:\([\w., ]*\)|\[[\w'\":., -]*\])*"
_SHOWN = regex(  # expressions alone, and what is shown of them in a fence below
    rf"(?:[ \t]*+\(?{_EXPRESSION}(?:[ \t]*+,[ \t]*+{_EXPRESSION}){{0,12}}\)?[ \t]*+;?[ \t]*+(?:\#[^\n]*+)?\n){{1,6}}"
    r"(?=\s*(?:```+|~~~+)[ \t]*(?:text|txt|output)?[ \t]*\n"
    rf"[ \t]*(?:[-({{\[.\d]|'|(?:{_WRAPPER}|np\.float\d\d)\())"
)


class _Lines(NamedTuple):
    """How many lines there are up to an end, and how many of them are surely a program's, or likely."""

    end: int
    lines: int = 0
    sure: int = 0
    likely: int = 0


def _numbers_at(source: str, start: int) -> tuple[int, int] | None:
    """Return where numbers alone stand in lines, behind "Output:" or nothing; None where they do not."""
    first = last = _NUMBERS.match(source, start, start + LONGEST)
    while last and (more := _NUMBERS.match(source, last.end() + 1, last.end() + LONGEST)):
        if source[last.end() + 1 : more.start(1)].strip():
            break  # a label of its own
        last = more
    return (first.start(1), last.end(1)) if first and last else None


def indented_end(source: str, start: int) -> int:
    """Return the end of the lines that are indented as Markdown sets program text, or 0 where there is none."""
    match = _INDENTED.match(source, start)
    return match.end() if match else 0


def is_program(source: str, start: int) -> bool:
    """Whether a line is what nobody writes in mathematics."""
    end = start + LONGEST
    return SESSION.match(source, start, end) is not None or _SURE.match(source, start, end) is not None


def _looks(text: str) -> tuple[bool, bool]:
    """Return whether a line is surely a program's, and whether it is at least likely to be."""
    short = len(text) <= LONGEST
    sure = short and is_program(text, 0)
    return sure, sure or (short and _LIKELY.match(text) is not None)


def shown_end(source: str, start: int) -> int:
    """Return the end of a paragraph of expressions whose values a fence below it shows, or 0 where it is none."""
    match = _SHOWN.match(source, start)
    return match.end() if match else 0


class Paragraphs:
    """The paragraphs of a source, each of whose lines is looked at once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._printed = Printed(source)
        self._rest: dict[int, _Lines] = {}  # of a paragraph, from a line on

    def program_end(self, start: int, *, behind: bool = False) -> int:
        """Return the end of the paragraph of program text that begins at a line, or 0 where it is none.

        Args:
            start: where the line begins.
            behind: whether program text stands right above, which comments and calls go on with.
        """
        text = behind_in_line(self._source, start)
        if not _SIGN.search(text) and not _ALONE.match(text):
            return 0
        if SESSION.match(text) or TYPED.match(self._source, start):
            return self._session_end(start)
        rest = self._lines(start)
        goes_on = behind and rest.likely == rest.lines and _CALLS.search(self._source, start, rest.end) is not None
        part = not rest.sure and (goes_on or self._whole) and self._is_part(start, rest.end)
        return rest.end if rest.likely >= 0.7 * rest.lines and (rest.sure or part) else 0

    def shown_at(self, start: int) -> tuple[int, int] | None:
        """Return where lines stand that the prints or a loop above them say that they show; None where they do not."""
        return self._printed.looped_at(start) or self._printed.at(start)

    def prints(self, line: str) -> bool:
        """Whether a line begins with the text of a print and goes on with numbers."""
        return self._printed.shows(line.strip())

    def output_at(self, start: int) -> tuple[int, int] | None:
        """Return where lines stand, below a program, that only it can have shown; None where they do not."""
        if named := _GRADIENTS.match(self._source, start):
            return start, named.end() - named.group().endswith("\n")
        if shown := _DICT.match(self._source, start, start + LONGEST):
            return shown.span(1)
        return _numbers_at(self._source, start)

    def _is_part(self, start: int, end: int) -> bool:
        """Whether a paragraph assigns anything, or is comments alone."""
        assigns = _PART.search(self._source, start, end) is not None
        return assigns or _COMMENTS.match(self._source, start, end) is not None

    @cached_property
    def _whole(self) -> bool:
        """Whether the source is one program: a line of it is surely one's, and nearly all others look like such."""
        lines = [line for line in self._source.split("\n") if line.strip() and not self._printed.shows(line.lstrip())]
        if max(map(len, lines), default=0) > LONGEST or any(map(_FENCE.match, lines)):
            return False
        looks = [_looks(line) for line in lines]
        return any(sure for sure, _ in looks) and sum(likely for _, likely in looks) >= 0.9 * len(lines)

    def _session_end(self, start: int) -> int:
        """Return the end of a session: the paragraphs that begin with a prompt, or with what was shown."""
        end = self._lines(start).end
        at = end
        while at < len(self._source):
            text = behind_in_line(self._source, at)
            if text.strip():
                if not goes_on(self._source, at, at + len(text)):
                    break
                at = end = max(self._lines(at).end, at + len(text))
            else:
                at += len(text) + 1
        return end

    def _lines(self, start: int) -> _Lines:
        """Return what the lines of a paragraph are, from one on."""
        at, lines = start, list[tuple[int, str]]()
        while at not in self._rest:
            text = behind_in_line(self._source, at)
            if at >= len(self._source) or not text.strip() or _FENCE.match(text):
                self._rest[at] = _Lines(min(at, len(self._source)))
                break
            lines.append((at, text))
            at += len(text) + 1
        rest = self._rest[at]
        for place, text in reversed(lines):
            sure, likely = _looks(text)
            rest = _Lines(rest.end, rest.lines + 1, rest.sure + sure, rest.likely + likely)
            self._rest[place] = rest
        return rest
