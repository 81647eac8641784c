"""Stream: what the lines of a program and its output say, as tokens, and how far each counts."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, is_literal
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM
from gradbook.written.parsing.cues.settings.contexts import MOVED
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.programs.comments import (
    SIGN,
    SIGNS,
    behind_words,
    calculates,
    comment_tokens,
    function_of,
    is_filled_in,
    is_own_slope,
    is_shape,
    says_another,
    speaks_against,
    undecorated,
    unwrapped,
)
from gradbook.written.parsing.programs.leaves import QUANTITY, Span, equal, goes_on, leaf, lists, renewed, told_apart
from gradbook.written.parsing.programs.output.disputing import disputed, disputed_below
from gradbook.written.parsing.programs.output.labels import is_earlier, is_state, speaks_only_of
from gradbook.written.parsing.programs.output.outputs import OPENED, Line, Shown, Slot, matched, values_in
from gradbook.written.parsing.programs.output.remarked import value_end
from gradbook.written.parsing.programs.text.items import count_in, item_at, line_above
from gradbook.written.parsing.programs.text.lines import ROW

Lex = Callable[[int, int], list[Token]]
_REMARK = regex(r"(?<=[\w)\]'])[ \t]+(?://|#+|[▷▶])(?=[ \t])")  # a comment behind mathematics
_GOES_ON = regex(r"[ \t]*\n[ \t]*[=≈]")  # the next line
_COMMENT_GOES_ON = regex(r"[ \t]*\n[ \t]*#[ \t]*[=≈]")
_OWN = regex(r"(?!d[a-z]?_?[A-Za-z]\w?\b|delta)[^\W\d]\w{0,15}")  # dW has its rows as W has them
_TAG = regex(r"[ \t]*\[[A-Za-z_]{1,12}\]")  # of a line of a log
QUOTED = "a string of a program, which calculates nothing"
_TITLED = regex(r"^(?:[^\W\d_]{2,}[ \t]+){1,4}[-–—][ \t]+")  # "Hidden gradient - dL/db1"
_LEAD = regex(rf"{SIGN}[ \t]*(?:\(\d{{1,2}}\)[ \t]+(?=[-\d]))?(?:={{1,2}}>?|-{{1,2}}>|→|⇒)?[ \t]*")  # "# (4) 1.1, 650"


@dataclass(frozen=True, slots=True)
class _Read:
    """A line that was read as program text: where it stands, whether it counts only where it fits, and what it prints.

    Attributes:
        printed: what is printed behind a label that names something else, by where its number stands.
    """

    start: int
    end: int
    tentative: bool
    doubt: str
    later: int
    printed: Mapping[int, Node]


class Stream:
    """The tokens of program text, line by line.

    Attributes:
        tentative: whether what is said now counts only where it fits: in a branch, a loop or a function.
        recites: whether the block only prints text.
        doubt: what speaks against all that is said now, such as that it is never run.
        lex: gives the tokens of a piece of the source that is no Python.
        loose: the numbers that were shown of who knows what.

    Args:
        source: the answer.
        lex: gives the tokens of a piece of the source that is no Python.
        means: gives the quantity that a label names.
        holds: whether a label names an array that has a quantity among its entries.
    """

    def __init__(
        self, source: str, lex: Lex, means: Callable[[str], Node | None], holds: Callable[[str, Node | None], bool]
    ) -> None:
        self.tentative = self.recites = False
        self.doubt = ""
        self.loose: list[str] = []
        self._source = source
        self.lex = lex
        self._means = means
        self._holds = holds
        self._read: list[_Read] = []
        self._lines: list[list[Token]] = []
        self._last: dict[Node, int] = {}
        self._first = 0  # round of a loop that shows its number
        self._held: list[Token] = []  # comments behind the sides of an equation that goes on below them

    def taken(self) -> list[Token]:
        """Return the tokens so far, and begin anew."""
        tokens = [token for line in self._lines for token in line]
        self._lines, self._last = [], {}
        return tokens

    def qualified(self, statement: Statement, given: Mapping[Node, tuple[Node, int]]) -> Statement:
        """Return a statement with what the program says of it: its conditions, and whether it counts where it fits."""
        read = next((read for read in self._read if read.start <= statement.start < read.end), None)
        if read is None:
            return statement
        conditions = (
            *statement.conditions,
            *((node, value) for node, (value, place) in given.items() if place <= statement.start),
        )
        return replace(
            statement,
            context=statement.context if _is_set(statement) and statement.context in MOVED else "",
            doubt=statement.doubt or read.doubt or disputed_below(self._source, statement.end),
            tentative=statement.tentative or read.tentative,
            later=read.later or statement.later,
            conditions=conditions,
            printed=read.printed.get(statement.members[-1].start),
        )

    def add(
        self,
        start: int,
        end: int,
        tokens: list[Token],
        *,
        tentative: bool = False,
        doubt: str = "",
        later: int = 0,
        printed: Mapping[int, Node] | None = None,
    ) -> None:
        """Add the tokens of a line."""
        self._lines.append([Token("sep", "stop", start, start), *tokens, Token("sep", "stop", end, end)])
        self._read.append(_Read(start, end, tentative or self.tentative, doubt or self.doubt, later, printed or {}))

    def text(self, start: int, end: int) -> None:
        """Add a piece of the source that is no Python: mathematics, words, output that says itself what it is."""
        remark = _REMARK.search(self._source, start, end)
        tokens, stop = self._words_of(start, remark.start() if remark else end)
        for row in ROW.finditer(self._source, start, end):  # of an array that goes on in the comment below
            tokens, stop = [*(t for t in tokens if t.start < row.start()), *self.lex(row.end(), end)], end
        if remark is not None:
            behind, stop = comment_tokens(self._source, remark.end() - len(remark.group().strip()), end, self.lex), end
            if any(token.role in NO_CLAIM for token in behind):  # the equation ends here
                tokens += [*behind, Token("sep", "stop", end, end)]
            elif goes_on(behind) or not _GOES_ON.match(self._source, end):
                tokens += behind
            else:
                self._held += [*behind, Token("sep", "line", end, end)]
        self._lines.append([*tokens, Token("sep", "line", stop, stop)])
        if self._held and not _GOES_ON.match(self._source, end):
            self._lines.append(self._held)
            self._held = []

    def quoted(self, start: int, end: int) -> None:
        """Add a string that nothing is done with, or that is printed as it is: it may say anything."""
        tokens = self.lex(start, end)
        tokens = _leading(tokens, end) if speaks_against(tokens) else tokens
        self.add(start, end, tokens, doubt="" if self.recites else QUOTED)

    def comment(self, comment: Span | None) -> None:
        """Add a comment on its own."""
        if comment is not None:
            tokens, end = self._words_of(*comment)
            if tokens and tokens[0].kind == "rel" and self._is_behind(comment[0]):  # "print(int(q))  # 8"
                tokens[0] = Token("sep", "item", comment[0], comment[0])
            self.add(comment[0], end, tokens)

    def _is_behind(self, place: int) -> bool:
        """Whether something else stands before a place in its line."""
        return before_in_line(self._source, place).strip(" \t>") != ""

    def _words_of(self, start: int, end: int) -> tuple[list[Token], int]:
        """Return what a line says that is no Python, and where its words end; a comment may lead what follows it."""
        begin, stop = undecorated(self._source, start, end)
        own = not self._is_behind(start)
        behind = item_at(self._source, begin, stop) if own else begin
        tokens = [Token("sep", "item", begin, behind, count_in(self._source, begin, behind))] if behind > begin else []
        tokens += unwrapped(self._source, behind, stop, self.lex)
        if not own or not self._source.startswith(SIGNS, start):
            return tokens, stop
        against = speaks_against(tokens)
        if against:
            tokens = _leading(tokens, stop)
        words = [token for token in tokens if token.kind != "sep"]
        if not words or words[0].kind != "word":
            return tokens, stop
        if stop < end and not against:  # "--- Verification ---" is a title, and no remark on what stands above
            tokens.insert(0, Token("sep", "heading", begin, begin))
        elif not line_above(self._source, start)[0].startswith(SIGNS):
            tokens.insert(0, Token("sep", "stop", begin, begin))  # no more of an equation above it
        elif self._source[words[0].start].islower() and self._ends_open():
            return tokens[tokens.index(words[0]) :], stop
        return tokens, stop

    def _ends_open(self) -> bool:
        """Whether the line before ends with a word, so that a comment goes on with it; drop its end then."""
        last = self._lines[-1] if self._lines else []
        size = next((size for size in range(len(last), 0, -1) if last[size - 1].kind != "sep"), 0)
        ends = size > 0 and last[size - 1].kind == "word" and all(token.text == "line" for token in last[size:])
        if ends:
            self._lines[-1] = last[:size]
        return ends

    def behind(self, comment: Span | None) -> list[Token]:
        """Return the tokens of a comment behind a line; the first is a relation or a word where they go on with it."""
        if comment is None or is_shape(self._source, *comment):
            return []
        return comment_tokens(self._source, *comment, self.lex)

    def words(self, start: int, end: int) -> list[Token]:
        """Return the words in a piece of the source."""
        return [token for token in self.lex(start, end) if token.kind in ("word", "sep")]

    def say(
        self, head: Node, node: Node | None, span: Span, comment: Span | None = None, *, tentative: bool = False
    ) -> None:
        """Say that a quantity is what an expression is.

        Args:
            head: the quantity, or an expression that may be one.
            node: what it is; None where that is not understood.
            span: where that is written.
            comment: where the comment behind it stands.
            tentative: it counts only where it fits.
        """
        start, end = span
        tokens = [leaf(head, start, end)]
        behind = self.behind(comment)
        if isinstance(head, New):  # "q is 4.94 now" means the new one
            behind = renewed(behind, head)
        slope = isinstance(head, Derivative) and (node is None or is_own_slope(node))
        function = "" if slope else function_of(node, behind[1:]) if isinstance(node, Call) else None
        if function is not None and is_filled_in(behind[1:], function):
            behind[0] = equal(start, end)
        if node is None and calculates(behind):  # "db = grad_b(z, da)  # da * 2 = 6"
            behind, tentative = [equal(start, end), *behind[1:]], True
        if node is not None and node != head:
            tokens += [equal(start, end), leaf(node, start, end)]
        elif node is None and goes_on(behind):
            tokens += [equal(start, end), Token("bad", self._source[start:end], start, end)]
        elif node is None:  # no number either: it is only mentioned
            tokens.append(Token("bad", self._source[start:end], start, end))
        self._last[head] = len(self._lines)
        doubt = says_another(behind[1:]) or disputed(self._source, comment)
        stop = max(end, comment[1] if comment else end)
        self.add(start, stop, [*tokens, *behind], tentative=tentative, doubt=doubt)

    def list_below(self, heads: Sequence[Node | None], shape: tuple[int, ...], end: int) -> None:
        """Name the entries of an array in brackets where a comment below goes on with them: "# = [1, 2]"."""
        if None in heads or not _COMMENT_GOES_ON.match(self._source, end):
            return
        width = shape[-1] if len(shape) > 1 else len(heads)
        tokens = [Token("open", "matrix" if len(shape) > 1 else "[", end, end)]
        for place, head in enumerate(heads):
            if place:
                tokens.append(Token("sep", "comma" if place % width else "row", end, end))
            tokens += [leaf(head, end, end)] if head is not None else []
        self.add(end, end, [*tokens, Token("close", tokens[0].text, end, end)])

    def take_back(self, head: Node) -> None:
        """Take back what was said of a quantity that goes on changing: dx = 0, dx += ..."""
        if head in self._last:
            self._lines[self._last.pop(head)] = []

    def output(self, line: Line | None, start: int, end: int, *, sure: bool) -> None:
        """Add a line of output.

        Args:
            line: what was printed there, where that is known.
            start, end: where it stands.
            sure: whether it is the output of that line, and of no other.
        """
        found = matched(line, self._source, start, end) if line is not None else None
        tokens = self._untagged(unwrapped(self._source, start, end, self.lex), start)
        later = self._round_of(line, found or [])
        spans = [(shown.start, shown.end) for shown in found or ()]
        told = [t for t in tokens if not any(a <= t.start < b for a, b in spans)]
        labelled = line is None or line.labelled
        named = labelled and any(token.kind in QUANTITY for token in told)
        kinds = [token.kind for token in told]
        chained = found is not None and kinds.count("rel") > len(found) and "op" in kinds  # "dw = 1 * x = 3"
        if found is None or (named and (chained or not self._labels_agree(found, start, end))):  # it says it itself
            parted = told_apart(tokens, {shown.start for shown in found or ()})
            printed = {shown.start: shown.node for shown in found or () if shown.node is not None}
            self.add(start, end, parted, tentative=found is None and not told, later=later, printed=printed)
            return
        pieces: list[Token] = []
        behind = start
        for shown in found:
            label = self._label(behind, shown)
            words = [t for t in told if labelled and behind <= t.start < shown.start and t.kind in ("word", "sep")]
            pieces += [t for t in words if not label or t.start < label[0]]
            behind = shown.end
            if shown.node is not None:
                number = Token("num", self._source[shown.start : shown.end], *shown.span, Number(shown.value))
                called = shown.text if _OWN.fullmatch(shown.text) or _is_signals(shown) else ""
                pieces += [leaf(shown.node, start, shown.start, called), equal(start, shown.start), number]
                pieces.append(Token("sep", "wide", shown.end, shown.end))
        self.add(start, end, pieces, tentative=not sure, later=later)

    def _round_of(self, line: Line | None, found: list[Shown]) -> int:
        """Return by how many rounds a line of output is later than the first of its loop."""
        counts = [int(shown.value) for shown in found if shown.node is None] if line and line.counted else []
        if line is None or not (counts and line.later):
            self._first = counts[0] if counts else self._first
            return 0
        return max(1, counts[0] - self._first)

    def unknown(self, start: int, end: int) -> None:
        """Add numbers that were shown of who knows what: they belong to no equation above them."""
        numbers = values_in(self._source, start, end)
        tokens = [Token("num", self._source[a:b], a, b, Number(value)) for a, b, value in numbers]
        apart = [Token("sep", "item", start, start)]
        for token in tokens:
            apart += [token, Token("sep", "wide", token.end, token.end)]
        self.add(start, end, apart)
        self.loose.append(self._source[start:end])

    def _untagged(self, tokens: list[Token], start: int) -> list[Token]:
        """Return the tokens of a line of output without the tag that it begins with, such as "[fwd]"."""
        tag = _TAG.match(self._source, start)
        inside = [token for token in tokens if tag and token.start < tag.end()]
        return tokens if any(token.role in NO_CLAIM for token in inside) else tokens[len(inside) :]

    def _label(self, behind: int, shown: Shown) -> Span | None:
        """Return where a label stands that is the very expression which is shown: "q = 10" where q is printed."""
        text = self._source[behind : shown.start].rstrip(" \t\n=:")
        own = shown.text and re.search(rf"(?<![\w.]){re.escape(shown.text)}$", text)
        return (behind + own.start(), shown.start) if own else None

    def _labels_agree(self, found: list[Shown], start: int, end: int) -> bool:
        """Whether each number is shown behind what is printed there by its own name, or behind no name."""
        behind = start
        if found and lists(self.lex(start, found[0].start), [shown.node for shown in found]):
            behind, found = found[0].end, found[1:]
        for shown in found:
            text = OPENED.sub("", self._source[behind : shown.start])
            said = self.lex(behind, shown.start)
            if is_earlier(said, shown):
                return False
            if not self._label(behind, shown) and any(token.kind in QUANTITY for token in said):
                label = self._untitled(behind, text)
                named = self._means(label)
                known = (named is not None and named == shown.node) or self._holds(label, shown.node)
                if not (known or speaks_only_of(said, shown) or is_state(said, shown)):
                    return False
            behind = shown.end
        return not any(token.kind in QUANTITY for token in self.lex(behind, end))

    def _untitled(self, start: int, text: str) -> str:
        """Return a label without words before a dash that name nothing: "Hidden gradient - dL/db1", not "a - b"."""
        label = text.strip(" \t\n=:,;|[(")
        titled = _TITLED.match(label)
        if titled is None:
            return label
        begin = start + text.index(label)
        tokens = self.lex(begin, begin + titled.end())
        return label if any(token.kind in QUANTITY for token in tokens) else label[titled.end() :]

    def noted(self, line: Line, comment: Span) -> bool:
        """Take a comment that gives what a line shows; return whether it does."""
        lead = _LEAD.match(self._source, *comment)
        start, end = lead.end() if lead else comment[0], comment[1]
        start = behind_words(self._source, start, end, line.parts[0], self.lex)
        slots = tuple(part for part in line.parts if isinstance(part, Slot))
        values = replace(line, parts=slots) if len(slots) > 1 else line  # "print('q, r =', q, r)  # 10, 8"
        shown = next((one for one in (line, values) if matched(one, self._source, start, end) is not None), None)
        stop = value_end(self._source, start, end) if shown is None else end
        shown = values if stop < end and matched(values, self._source, start, stop) is not None else shown
        if shown is not None:
            self.output(shown, start, stop, sure=True)
            self.comment((stop, end) if stop < end else None)
        return shown is not None

    def note(self, line: Line, comment: Span | None) -> None:
        """Take a comment for what a line shows, or for words."""
        if comment and not self.noted(line, comment):
            self.comment(comment)


def _leading(tokens: Sequence[Token], end: int) -> list[Token]:
    """Return the tokens of a comment as those of a title of what follows it, in which brackets count too."""
    said = [token for token in tokens if token.kind not in ("open", "close")]
    return [*said, Token("sep", "colon", end, end), Token("sep", "line", end, end)]


def _is_signals(shown: Shown) -> bool:
    """Whether a number is one of several that are printed as "delta1": one alone is of what its index says."""
    return shown.listed and shown.text.isidentifier() and shown.text.startswith("delta")


def _is_set(statement: Statement) -> bool:
    """Whether a line gives a quantity a number, as under the comment "# update": "w = 0.9"."""
    head, *others = statement.members
    return isinstance(head.node, Symbol) and len(others) == 1 and is_literal(others[0].node)
