"""From blocks to tokens: Markdown, LaTeX, HTML, program text and plain text all become one short list of kinds.

Only the exercise's names are known. A run of letters that they do not make up is a word in prose, and unreadable
(`bad`) in mathematics. Nothing inside an equation is dropped: what a reader of the page does not see as a part of it
(spaces, sizes, colours) makes no token, all else does.
"""

from collections.abc import Callable, Iterator

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.blocks.labels import CELL_LABEL
from gradbook.written.lexing.blocks.marks import STROKE, veils
from gradbook.written.lexing.naming.nablas import with_inputs_behind
from gradbook.written.lexing.pattern import LEX
from gradbook.written.lexing.pieces import Pieces
from gradbook.written.lexing.source.edges import is_applied
from gradbook.written.lexing.tokens import MAX_TOKENS, Token, TooLongError, placed
from gradbook.written.lexing.words.dictionary import Languages
from gradbook.written.lexing.words.sentences import begins_behind

_SET = regex(r"\s*\$([^$]+)\$\s*")  # mathematics alone
_BRACKETED = regex(r"\\\((.+?)\\\)")
_ESCAPE = regex(r"\\[*_|#\[\]]")
_BOUNDARIES = {  # blocks that are no more than one, by what it is called
    Kind.HEADING: "heading", Kind.ITEM: "item", Kind.MARK: "mark", Kind.BLANK: "block", Kind.TABLE: "block",
    Kind.STRUCK: "struck", Kind.HIDDEN: "struck", Kind.IMAGE: "stop",
}  # fmt: skip
_OPENS = {Kind.DISPLAY: "block", Kind.INLINE: "soft"}


def _parts_of(cell: str) -> Iterator[tuple[Kind, int, int]]:
    r"""Yield prose and what is set between \( and \) in a cell; one with other commands is mathematics throughout."""
    if "$" not in cell and "\\" in _BRACKETED.sub("", _ESCAPE.sub("", cell)):
        yield Kind.INLINE, 0, len(cell)
        return
    at = 0
    for piece in _BRACKETED.finditer(cell):
        yield Kind.PROSE, at, piece.start()
        yield Kind.INLINE, piece.start(1), piece.end(1)
        at = piece.end()
    yield Kind.PROSE, at, len(cell)


def _unstruck(cell: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a cell begin and end that are not struck through; an empty cell is one."""
    at = 0
    for stroke in STROKE.finditer(cell):
        if cell[at : stroke.start()].strip():
            yield at, stroke.start()
        at = stroke.end()
    if cell[at:].strip() or not at:
        yield at, len(cell)


class Lexer(Pieces):
    """Reads the blocks of one source from left to right.

    Args:
        source: the answer, upright.
        lexicon: the exercise's.
    """

    @property
    def languages(self) -> Languages:
        """The languages of the answer, the likeliest first."""
        return self._languages

    def run(self, blocks: list[Block], program: Callable[[int, int], list[Token]] | None = None) -> list[Token]:
        """Return the tokens of all blocks; tables are read elsewhere.

        Args:
            blocks: in order.
            program: gives the tokens of program text from its place.

        Raises:
            TooLongError: there are too many.
        """
        for block in blocks:
            kind = block.kind
            if boundary := _BOUNDARIES.get(kind):
                self._add("sep", boundary, block.start, block.end)
            elif kind is Kind.CODE and program is not None:
                read = program(block.start, block.end)  # it lexes pieces with this lexer
                self._tokens += read
                if len(self._tokens) > MAX_TOKENS:
                    raise TooLongError
            elif kind is not Kind.LABEL:
                edge = _OPENS.get(kind, "")
                if edge:
                    self._tokens.append(Token("sep", edge, block.start, block.start, math=True))
                self._block(block)
                if edge and not is_applied(self._source, block.end):
                    self._tokens.append(Token("sep", edge, block.end, block.end, math=True))
                if kind is Kind.INLINE and begins_behind(self._source, block.end, self._languages):
                    self._add("sep", "stop", block.end, block.end)
        return placed(self._tokens)

    def _tokens_of(self, text: str) -> list[Token]:
        inner = Lexer(text, self._lexicon)
        inner._macros = self._macros
        inner._block(Block(Kind.INLINE, 0, len(text)))
        return inner._tokens

    def apart(self, text: str) -> list[Token]:
        """Return the tokens of mathematics that is put together from the source, such as a name and its index."""
        return self._tokens_of(text)

    def cell(self, start: int, end: int) -> list[Token]:
        """Return the tokens of one cell of a table: of what is not struck in it; what is hidden makes it unread."""
        first = len(self._tokens)
        body = self._source[start:end]
        shown = list(_unstruck(body))
        if not shown or any(veils(body[begin:stop]) for begin, stop in shown):
            return [Token("bad", body, start, end)]
        for begin, stop in shown:
            if begin > shown[0][0]:
                self._add("sep", "struck", start + begin, start + begin)
            self._part(start + begin, start + stop)
        tokens, self._tokens = self._tokens[first:], self._tokens[:first]
        return placed(tokens)

    def _part(self, start: int, end: int) -> None:
        """Read a part of a cell."""
        body = self._source[start:end]
        if label := CELL_LABEL.match(body):
            start, body = start + label.end(), body[label.end() :]
        if alone := _SET.fullmatch(body):
            self._block(Block(Kind.INLINE, start + alone.start(1), start + alone.end(1)))
        else:
            for kind, begin, stop in _parts_of(body):
                self._block(Block(kind, start + begin, start + stop))

    def code(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a piece of program text that is read as mathematics and words."""
        first = len(self._tokens)
        self._block(Block(Kind.CODE, start, end))
        tokens, self._tokens = self._tokens[first:-1], self._tokens[:first]
        return tokens

    def _block(self, block: Block) -> None:
        self._math = block.kind in (Kind.INLINE, Kind.DISPLAY)
        self._code = block.kind is Kind.CODE
        self._in_text = not self._math
        self._texts, self._depth, self._labelled, self._matrices = [], 0, [], 0
        self._end = end = block.end
        source, at, first = self._source, block.start, len(self._tokens)
        while at < end:
            match = LEX.match(source, at, end)
            assert match is not None
            at = self._take(match)
            if len(self._tokens) > MAX_TOKENS:
                raise TooLongError
        self._end = len(self._source)
        if self._nablas:
            with_inputs_behind(self._tokens, first, self._lexicon, nodes=self._adjoints)
        if self._code:
            self._add("sep", "line", block.end, block.end)
