"""One pass over an answer: its blocks to tokens, these to equations, and the equations to statements."""

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property, partial

from gradbook.graph.expression import Derivative
from gradbook.written.expression import Call, Node, has_names, is_worked_out
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.blocks import without_names
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.lexer import Lexer
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import OPERATIONS, Role
from gradbook.written.parsing.arrays.followed import followed
from gradbook.written.parsing.arrays.names.abbreviated import Abbreviated
from gradbook.written.parsing.arrays.names.named import in_one
from gradbook.written.parsing.arrays.spread import spread
from gradbook.written.parsing.cues.against.denials.sentences.by_reference import denied_by_reference, told_back
from gradbook.written.parsing.cues.against.denials.sentences.denied import with_denials
from gradbook.written.parsing.cues.against.denials.sentences.doubted_numbers import denied_by_number
from gradbook.written.parsing.cues.against.denials.sentences.errata import denied_by_errata
from gradbook.written.parsing.cues.against.denials.sentences.in_any_words import denied_in_any_words
from gradbook.written.parsing.cues.against.denials.sentences.named_later import denied_by_name
from gradbook.written.parsing.cues.against.shared import with_shared_doubts
from gradbook.written.parsing.cues.answers import PROMPTING, Answered, answered
from gradbook.written.parsing.cues.around.disowned import without_disowned
from gradbook.written.parsing.cues.around.footnotes import without_noted
from gradbook.written.parsing.cues.around.surroundings import PASSING, Surroundings
from gradbook.written.parsing.cues.conclusions import CONCLUDING, concluded
from gradbook.written.parsing.cues.frames import framed
from gradbook.written.parsing.cues.labelled import LABELLING, labelled
from gradbook.written.parsing.cues.nameless import is_nameless, is_quotient, with_sense
from gradbook.written.parsing.cues.paired import paired
from gradbook.written.parsing.cues.statement_cues import WITH, Cues
from gradbook.written.parsing.cues.subjects import NAMING, under_subjects
from gradbook.written.parsing.cues.told.loosely import Loose, loosely
from gradbook.written.parsing.cues.told.told import told_of
from gradbook.written.parsing.equations.assembly.assembler import Assembler
from gradbook.written.parsing.equations.assembly.put_in import with_numbers
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.equations.generic import says_dependence
from gradbook.written.parsing.equations.introduced.cited import with_cited
from gradbook.written.parsing.equations.order import in_order
from gradbook.written.parsing.equations.solved import solved
from gradbook.written.parsing.equations.statements import Statement, is_quantity, statements_of
from gradbook.written.parsing.grammar.asides import asides
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.grammar.inventory import inventory
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.ledger.pages import Book
from gradbook.written.parsing.ledger.undenied import undenied
from gradbook.written.parsing.phrases.bracketed.bracketed import with_brackets
from gradbook.written.parsing.phrases.layout.unsigned import with_signs
from gradbook.written.parsing.phrases.named_behind import named_behind
from gradbook.written.parsing.phrases.rules import meant, prepared, spoken
from gradbook.written.parsing.programs.program import Program
from gradbook.written.parsing.programs.text.zeroed import without_zeroed
from gradbook.written.parsing.tables.captions import caption_below, caption_of, captioned, headed, titles_over
from gradbook.written.parsing.tables.disputed import disputed
from gradbook.written.parsing.tables.grids.cells import drafts_of
from gradbook.written.parsing.tables.grids.grids import Grid, grid_of
from gradbook.written.parsing.tables.grids.named_only import named_only
from gradbook.written.parsing.tables.kinds.valued import valued
from gradbook.written.parsing.tables.marked import without_marks
from gradbook.written.parsing.tables.printed import is_printed
from gradbook.written.parsing.tables.remarks import doubt_behind, paragraph_behind
from gradbook.written.parsing.tables.sentences import counts_sentences, sentences_of
from gradbook.written.parsing.tables.statements_in import DIFFER, table_statements
from gradbook.written.parsing.tables.unfilled import without_unfilled
from gradbook.written.parsing.tables.worded import only_fitting, worded
from gradbook.written.tracing.trace import said as told_at

_NO_COMMAS = frozenset(";；—–-")  # parts of a sentence, not of a list
_LISTED_SIDES = 2  # of "q, r = 10, 8"; what is calculated behind "after taking away x," is no list
_LEAD_ON = OPERATIONS | {Role.FOR, Role.OF, Role.BY, Role.RELATION}
_LISTED = "a list of names before the sign"


class Pass:
    """What one pass over a source finds.

    Attributes:
        statements: in order.
        loose: fragments that hold a relation but belong to no statement.
        tokens: of all that is shown outside tables that are read.
        drafts: the equations of which the statements are made.
        unseen: quantities that a program prints, where no output is shown, or that a table names without a number.
        nameless: calculations of numbers that name no quantity.
        loosely: sentences that name quantities and numbers in words.
        code: where program text stands.
    """

    def __init__(self, source: str, blocks: list[Block], lexicon: Lexicon, *, join: bool = False) -> None:
        """Read a source once.

        Args:
            source: the answer, in plain letters.
            blocks: what it is made of.
            lexicon: the names that the exercise and the answer so far give.
            join: take "10 r" for a product where it may also be the end of one equation and the beginning of another.
        """
        self._source, self._lexicon, self._join = source, lexicon, join
        self._lexer = Lexer(source, lexicon)
        self.statements: list[Statement] = []
        self.loose: list[str] = []
        self.drafts: list[Draft] = []
        self.unseen: tuple[Node, ...] = ()
        self.loosely: list[Loose] = []
        self.nameless: list[Statement] = []
        shown = [part for block in blocks for part in ([block] if block.kind is not Kind.TABLE else self._table(block))]
        self._text(shown, blocks)

    @property
    def slopes(self) -> bool:
        """Whether a derivative in words is left that no rule has understood."""
        return Role.SLOPE in [token.role for token in self.tokens]

    def _spoken(self, tokens: list[Token]) -> list[Token]:
        return spoken(tokens, self._lexicon, self._lexer.languages, self._source)

    def _cell(self, start: int, end: int) -> list[Token]:
        return self._spoken(self._lexer.cell(start, end))

    def _quantity(self, text: str) -> Node | None:
        return quantity(self._lexer.apart(text), self._lexicon)

    def _titled(self, start: int, end: int) -> Node | None:
        return quantity([token for token in self._cell(start, end) if token.role is not Role.ARTICLE], self._lexicon)

    def _denoted(self, text: str) -> Node | None:
        return denoted(self._lexer.apart(text), self._lexicon)

    def _table(self, block: Block) -> list[Block]:
        """Add what a table states; return it, or what else it may be where it is none that is read."""
        source, lexicon = self._source, self._lexicon
        grid, title = headed(grid_of(source, block.start, block.end, self._cell, code=block.code))
        grid = without_marks(without_unfilled(grid, source))
        if block.code and is_printed(grid, source, block.start):
            return [Block(Kind.CODE, block.start, block.end)]
        if counts_sentences(grid):
            return sentences_of(grid)
        table = table_statements(grid, lexicon, self._denoted) if grid else None
        if table is None and grid:
            named = worded(grid, self._spoken, lexicon)
            table = table_statements(named, lexicon, self._denoted)
            table = only_fitting(table, named) if table is not None else self._valued(grid)
        self.drafts += drafts_of(grid)
        if table is None:
            return [Block(without_names(source, block), block.start, block.end)]
        caption = () if title else caption_of(source, block.start)
        lead = self._cell(*caption) if caption else title
        if grid:
            behind = caption_below(source, block.end)
            titles = (self._cell(*title) for title in titles_over(source, block.start))
            table = captioned(table, grid, lead, self._lexicon, self._cell(*behind) if behind else (), titles)
            table = disputed(table, grid, source, block.end, lexicon)
            said = paragraph_behind(source, block.end) if table else None
            told = doubt_behind(self._cell(*said), block.end, source, lexicon) if said else ""
            table = [replace(one, doubt=one.doubt or told) for one in table] if told else table
        self.statements += table
        self.unseen += named_only(grid, table, lexicon)
        self.loose += [source[s.start : s.end] for s in table if s.doubt == DIFFER]  # of what is each?
        return [block]

    def _valued(self, grid: Grid) -> list[Statement] | None:
        """Return what a table of equations with their values beside them states; None where it is none."""
        found: list[Statement] = []
        for tokens, doubt in valued(grid):
            for draft in Assembler(tokens, self._lexicon).run():
                found += (replace(s, doubt=s.doubt or doubt) for s in statements_of(draft, self._lexicon))
        return found or None

    def _text(self, shown: list[Block], blocks: list[Block]) -> None:
        """Add what stands outside tables."""
        lexicon = self._lexicon
        program: Program | None = None
        if any(block.kind is Kind.CODE for block in shown):
            program = Program(self._source, lexicon, self._lexer.code, self._lexer.apart, self._quantity, self._titled)
        lexed = self._lexed = in_one(self._lexer.run(shown, program.tokens if program else None), lexicon, self._source)
        self._plain = prepared(lexed, lexicon, self._lexer.languages, self._source)
        spoken = meant([*self._plain], lexicon, self._lexer.languages)
        if "(" in self._source or "[" in self._source:
            spoken = with_brackets(spoken, lexicon)
        named = named_behind(with_cited(spoken, self._source, lexicon), lexicon)
        self.code = [(block.start, block.end) for block in shown if block.kind is Kind.CODE]
        pairs = paired(named.tokens, lexicon, self._source, self.code)
        signed = with_signs(pairs, lexicon, self._source, self.code)
        asked = self._retold(signed.tokens)
        unsure = sorted(asked.starts | named.starts | signed.starts)
        self.tokens = asked.tokens
        self.loose += program.loose if program else ()
        stream, apart = asides(self.tokens, lexicon, self._source)
        around = self._state(stream, apart)
        self.statements = [replace(one, tentative=True) if _holds(unsure, one) else one for one in self.statements]
        denied = [*denied_by_errata(self._source, lexicon), *denied_by_number(self._source)]
        for said in (around, *(self._state([*inside], []) for _, inside in apart)):
            denied += denied_by_name(said, lexicon, self._source)
            denied += denied_in_any_words(said, lexicon, self._source)
            denied += denied_by_reference(said, lexicon, self.statements, self._source)
            self.loosely += loosely(said, lexicon)
        for note in self._lexer.notes:
            self._note(note)
        if program:
            self.statements = [program.qualified(statement) for statement in self.statements]
            self.nameless = [program.qualified(statement) for statement in self.nameless]
            self.unseen += program.unseen
        self.statements.sort(key=lambda statement: statement.start)
        self.statements = without_zeroed(in_order(self.statements, self._source), self._source)
        self.statements = framed(self.statements, around, self._source, blocks, lexicon)
        self.statements = with_denials(self.statements, denied, self._source, self._lexicon.inputs)
        self.statements = without_disowned(self.statements, self._source)
        self.statements = without_noted(self.statements, self._source, self._told_back)
        self.statements = solved(self.statements, self.tokens, lexicon)
        self.nameless = framed(self.nameless, around, self._source, blocks, lexicon)
        self._around, self._denied, self._blocks = around, denied, blocks

    def _told_back(self, start: int, end: int) -> str:
        return told_back(self._cell(start, end), self._source[start:end])

    def _retold(self, tokens: list[Token]) -> Answered:
        """Return tokens with the names and signs that labels and questions mean, where any rule for these may apply."""
        lexicon, held = self._lexicon, inventory(tokens)
        for needs, retell in ((NAMING, under_subjects), (LABELLING, labelled)):
            if not held.isdisjoint(needs):
                tokens = retell(tokens, lexicon)
                held = inventory(tokens)
        asked = Answered(tokens)
        if not held.isdisjoint(PROMPTING):
            asked = answered(tokens, lexicon)
            held = inventory(asked.tokens)
        return asked if held.isdisjoint(CONCLUDING) else concluded(asked, lexicon)

    @cached_property
    def may_tell(self) -> tuple[Statement, ...]:
        """What clauses in words may tell, where nothing else tells of a quantity and nothing beside it says otherwise.

        What is not sure in which sense a clause speaks of a quantity is tentative.
        """
        negated = {token.start for token in self._lexed if token.role is Role.NEGATION}
        told = told_of(self._plain, self._lexicon, negated)
        if not told.starts:
            return ()
        kept = self.statements, self.drafts, self.loose, self.nameless
        self.statements, self.drafts, self.loose, self.nameless = [], [], [], []
        around = self._state(*asides(told.tokens, self._lexicon, self._source))
        denied = [*denied_by_name(around, self._lexicon, self._source)]
        found = with_denials(self.statements, denied, self._source, self._lexicon.inputs)
        self.statements, self.drafts, self.loose, self.nameless = kept
        return tuple(
            replace(one, tentative=(one.start, one.members[0].node) not in told.sure)
            for one in found
            if one.start in told.starts and not (one.doubt or one.supposed) and is_worked_out(one.members[-1].node)
        )

    @cached_property
    def ledger(self) -> Book:
        """All quantities with the numbers beside them, whatever the layout, that nothing speaks against."""
        told = partial(undenied, self._source, self._blocks, self._lexicon, self._around, self._denied, self._told_back)
        return Book(self._source, self._blocks, self._cell, self._lexicon, told)

    def _note(self, note: list[Token]) -> None:
        """Add what a label at a brace says, where all of it is understood: a note need not be an equation."""
        for draft in Assembler(note, self._lexicon).run():
            for statement in statements_of(draft, self._lexicon) if draft.states else ():
                nodes = [member.node for member in statement.members]
                if len(nodes) > 1 and None not in nodes and any(is_quantity(node) for node in nodes):
                    self.statements.append(statement)

    def _state(self, stream: list[Token], apart: list[tuple[int, list[Token]]]) -> Surroundings:
        """Put the equations of a stream together and add what they state; return what stands around them."""
        drafts = followed(Assembler(stream, self._lexicon).run(), stream, self._lexicon)
        drafts = with_numbers(drafts, stream, self._lexicon)
        self.drafts += drafts
        sloped = any(isinstance(statement.members[0].node, Derivative) for statement in self.statements)
        around = Surroundings(stream, drafts, apart, self._source)
        cues = Cues(around, self._lexicon, sloped=sloped)
        abbreviated = Abbreviated(self._lexicon)
        previous: int | None = None
        found: list[tuple[Draft, Statement]] = []
        for number, draft in enumerate(drafts):
            if not draft.states:
                continue
            listed = _is_listed(drafts, number, stream, self._source, self._lexicon)
            whole = draft.split if draft.split and (draft.sure or not self._join) else [draft]
            remark = _remark_behind(around, number) if apart else []
            for part in (each for one in whole for each in spread(abbreviated.spelled(one), remark, self._lexicon)):
                generic = says_dependence(part, stream)
                for statement in statements_of(part, self._lexicon):
                    is_told = self._is_told(statement, part, stream, first=not (self.statements or found))
                    nameless = not generic and is_nameless(statement, part)
                    if not (is_told or nameless):
                        continue
                    if listed and getattr(statement.members[0].node, "name", "") in self._lexicon.inputs:
                        continue  # x, w = 2, 5: what was given
                    if listed and len(part.sides) > 1 and all(map(_is_call, part.sides[1:])):
                        continue  # dx, dw = layer.backward(dq): no number
                    told = cues.statement(number, statement, previous)
                    if nameless:
                        self.nameless.append(with_sense(told, part, around, number, self._lexicon.output))
                    if is_told and not generic:
                        found.append((draft, replace(told, doubt=_LISTED) if listed else told))
            if not (self.nameless and _is_calculation(self.nameless[-1], draft) and _goes_on(around, number)):
                previous = number
        self.statements += with_shared_doubts(found, stream, self._source)
        return around

    def _is_told(self, statement: Statement, draft: Draft, stream: list[Token], *, first: bool) -> bool:
        """Whether a statement tells of a quantity; what tells of none may be loose."""
        if (
            has_names(head := statement.members[0].node)
            and isinstance(head, Call)
            and _is_differentiated(draft, stream)
        ):
            return False
        about = any(is_quantity(member.node) for member in statement.members) and not _defines(draft, statement)
        if not about and (first or any(member.node is None for member in statement.members)):
            self.loose.append(_as_text(draft, stream))
        own = bool(statement.alias) and not any(is_quotient(member.node) for member in statement.members)
        return len(statement.members) > 1 and (about or own)


def _holds(places: list[int], statement: Statement) -> bool:
    """Whether a statement begins at one of some places, in order, or one of them lies in it."""
    at = bisect_left(places, statement.start)
    return at < len(places) and places[at] < statement.end


def _remark_behind(around: Surroundings, number: int) -> list[Token]:
    """Return the words of the first aside right behind an equation."""
    inside = next(iter(around.asides_behind(number)), [])
    return inside if all(token.kind == "word" for token in inside) else []


def _defines(draft: Draft, statement: Statement) -> bool:
    """Whether a function is only defined, f(x, y) = ..., in mathematics that is not read, or g(z) = z: no number."""
    if len(statement.members) != 2 or not draft.sides[0]:
        return False
    (named, defined), head, side = statement.members, draft.sides[0], draft.sides[-1]
    if defined.node is not None and not (named.node is None and defined.formula and head[0].kind == "bad"):
        return False
    called = len(head) > 2 and head[-1].kind == "close"
    return called and any(token.kind in ("name", "bad", "vec") for token in side)


def _is_listed(drafts: list[Draft], number: int, stream: list[Token], source: str, lexicon: Lexicon) -> bool:
    """Whether bare names and commas stand before an equation, as in "q, r = 10, 8"."""
    if not number or drafts[number - 1].states or len(drafts[number].sides) > _LISTED_SIDES:
        return False
    before = drafts[number - 1]
    if (named := quantity(before.tokens, lexicon)) is None or named == quantity(drafts[number].sides[0], lexicon):
        return False  # "Forward: z", "z = 3"
    between = stream[before.last + 1 : drafts[number].first]
    lead = last_seen(stream, before.first)
    if lead >= 0 and (stream[lead].role in _LEAD_ON or stream[lead].kind == "rel" or stream[lead].text in PASSING):
        return False  # "the same for y, df/dy = 1.5", "adding b, f = 2", "because that's y, df/dy = 1.5"
    while lead >= 0 and stream[lead].role is Role.ARTICLE:
        lead = last_seen(stream, lead)
    if lead >= 0 and stream[lead].text in WITH:  # "with the new weight, q = 9.88"
        return False
    commas = [token.text for token in between if token.kind == "sep" and token.text != "soft"] == ["comma"]
    commas = commas and not any(token.text == "comma" and source[token.start] in _NO_COMMAS for token in between)
    return commas and not any(token.kind == "word" for token in between)


def _is_differentiated(draft: Draft, stream: list[Token]) -> bool:
    """Whether an equation begins with a formula of which it tells the derivative: "the derivative of 2(x - 1) is 2"."""
    place = last_seen(stream, draft.first)
    while place >= 0 and stream[place].role in (Role.OF, Role.ARTICLE):
        place = last_seen(stream, place)
    return place >= 0 and stream[place].role is Role.SLOPE


def _is_calculation(statement: Statement, draft: Draft) -> bool:
    """Whether a draft states a calculation with numbers alone, 1.1 * 2 = 2.2."""
    own = bool(draft.tokens) and draft.tokens[0].start <= statement.start <= draft.tokens[-1].start
    return own and all(member.node is not None and not has_names(member.node) for member in statement.members)


def _goes_on(around: Surroundings, number: int) -> bool:
    """Whether another equation stands behind a draft in its paragraph: "no wait, 1.1 * 2 = 2.2, so q = 4.4"."""
    first = around.drafts[number].last + 1
    end = next((draft.first for draft in around.drafts[number + 1 :] if draft.states), first)
    return first < end and not any(token.kind == "sep" and token.text == "block" for token in around.tokens[first:end])


def _is_call(side: list[Token]) -> bool:
    """Whether a side is a call of what a program has, and no number: layer.backward(dq)."""
    kinds = [token.kind for token in side]
    return (
        kinds[:1] == ["bad"] and kinds[-1:] == ["close"] and "open" in kinds and not {"num", "op"}.intersection(kinds)
    )


def _as_text(draft: Draft, stream: list[Token]) -> str:
    tokens = draft.tokens or [stream[draft.first]]
    return told_at(" ".join(token.text for token in tokens), tokens[0].start, tokens[-1].end)
