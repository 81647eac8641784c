"""Reading an answer: from its source to statements, by blocks, tokens and rules. It knows a lexicon, and no values."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.exercise import Exercise
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.blocks import blocks_of, without_names
from gradbook.written.lexing.blocks.drawings import circuit_in
from gradbook.written.lexing.blocks.indented import in_dollars
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.escapes import unescaped, unquoted
from gradbook.written.lexing.letters import unaccented, upright
from gradbook.written.lexing.lexer import Lexer
from gradbook.written.lexing.tokens import MAX_LENGTH, Token, TooLongError
from gradbook.written.lexing.words.dictionary import Languages, Role
from gradbook.written.lexing.words.traditional import simplified
from gradbook.written.parsing.arrays.entries import introduced as introduced_vectors
from gradbook.written.parsing.arrays.slopes import slopes
from gradbook.written.parsing.cues.answers import answered
from gradbook.written.parsing.cues.frames import framed
from gradbook.written.parsing.cues.statement_cues import WITH, Cues
from gradbook.written.parsing.cues.surroundings import PASSING, Surroundings
from gradbook.written.parsing.equations.activations import with_sigma
from gradbook.written.parsing.equations.aliases import introduced as introduced_names
from gradbook.written.parsing.equations.assembler import Assembler
from gradbook.written.parsing.equations.generic import says_dependence
from gradbook.written.parsing.equations.solved import solved
from gradbook.written.parsing.equations.statements import Statement, is_quantity, statements_of
from gradbook.written.parsing.equations.taken import taken
from gradbook.written.parsing.grammar.brackets import asides
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.nouns import nouns
from gradbook.written.parsing.phrases.rules import spoken
from gradbook.written.parsing.programs.program import Program
from gradbook.written.parsing.tables.captions import caption_of, captioned, headed
from gradbook.written.parsing.tables.cells import drafts_of
from gradbook.written.parsing.tables.grids import grid_of
from gradbook.written.parsing.tables.statements_in import DIFFER, table_statements


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that may say something of a quantity, in words that are not read as an equation.

    Attributes:
        text: the sentence.
        names, derivatives: the quantities that it names.
        roles: what its words do.
    """

    text: str
    names: frozenset[str]
    derivatives: frozenset[tuple[str, str]]
    roles: frozenset[Role]

    def may_be_about(self, kind: str, of: str, by: str) -> bool:
        """Whether this may be about a value, a derivative, or a new value."""
        if kind in ("total", "local"):
            return (of, by) in self.derivatives or (by in self.names and bool(self.roles & {Role.SLOPE, Role.SLOPES}))
        if kind == "new":
            return of in self.names and bool(self.roles & {Role.NEW, Role.STEP, Role.AFTER, Role.RELATION})
        return of in self.names


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of an answer.

    Attributes:
        source: the answer.
        statements: in order.
        person: whether a person must look: an image, or too long.
        blank: whether it is empty, or says that there is no answer.
        loose: fragments that hold a relation but belong to no statement.
        mentions: sentences that name quantities and numbers but state no equation.
        image: whether it shows a picture, which may hold what is not in the text.
        hidden: whether it holds equations that the page does not show.
        otherwise: the statements of the other way to read it, where there is one.
    """

    source: str
    statements: tuple[Statement, ...] = ()
    person: bool = False
    blank: bool = False
    loose: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    image: bool = False
    hidden: bool = False
    otherwise: tuple[Statement, ...] | None = None

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)


@dataclass(slots=True)
class _Pass:
    """What one pass over the source found."""

    statements: list[Statement] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    languages: Languages = ()
    unseen: tuple[Node, ...] = ()

    @property
    def slopes(self) -> bool:
        """Whether a derivative in words is left that no rule has understood."""
        return Role.SLOPE in [token.role for token in self.tokens]


def read(markdown: str, exercise: Exercise) -> Reading:
    """Read an answer. Never raises: what cannot be read is left unread.

    Args:
        markdown: the answer, as it stands in a cell or a file.
        exercise: what is asked; only its lexicon is looked at.
    """
    return reading_of(markdown, exercise.lexicon)


def reading_of(markdown: str, lexicon: Lexicon) -> Reading:
    """Read an answer with the names and shape of an exercise, and without its values."""
    if len(markdown) > MAX_LENGTH:
        return Reading(markdown[:200], person=True)
    source = unaccented(in_dollars(unquoted(unescaped(simplified(upright(markdown))))), lexicon.names)
    blocks = blocks_of(source)
    lexicon = with_sigma(source, lexicon)
    try:
        found = _pass(source, blocks, lexicon)
        for _ in range(MAX_INTRODUCTIONS):
            introduced = introduced_names(found.drafts, lexicon, source)
            vectors = introduced_vectors(found.drafts, lexicon)
            words = nouns(found.tokens, lexicon) if found.slopes else {}
            gradients = slopes(found.drafts, lexicon)
            steps = taken(found.drafts, {**lexicon.aliases, **introduced}, lexicon)
            known = introduced.keys() <= lexicon.aliases.keys() and vectors.keys() <= lexicon.vectors.keys()
            known = known and steps.keys().isdisjoint(introduced.keys() | lexicon.aliases.keys())
            if known and words.keys() <= lexicon.nouns.keys() and gradients.keys() <= lexicon.slopes.keys():
                break
            lexicon = lexicon.with_names(introduced | steps, vectors, words, gradients)
            found = _pass(source, blocks, lexicon)
    except TooLongError:
        return Reading(markdown[:200], person=True)
    doubtful = any(draft.split and not draft.sure for draft in found.drafts)
    other = _pass(source, blocks, lexicon, join=True).statements if doubtful else None
    found.loose += filter(None, [circuit_in(source)])
    statements = found.statements
    image = any(block.kind is Kind.IMAGE for block in blocks)
    hidden = any(block.kind is Kind.HIDDEN and _says(source[block.start : block.end]) for block in blocks)
    mentions = (*_mentions(found.tokens, statements, markdown), *map(_printed, found.unseen))
    claims = statements or found.loose
    blank = not claims and (not markdown.strip() or _gives_up(found.tokens))
    person = (image or not blank) and not claims and not hidden
    return Reading(
        markdown,
        tuple(statements),
        person,
        blank,
        tuple(found.loose),
        mentions,
        image,
        hidden,
        tuple(other) if other is not None else None,
    )


MAX_INTRODUCTIONS = 3  # names of an answer that are explained by other names of it, in turn
_LISTED = "a list of names before the sign"


def _pass(source: str, blocks: list[Block], lexicon: Lexicon, *, join: bool = False) -> _Pass:
    """Read a source once.

    Args:
        join: take "10 r" for a product where it may also be the end of one equation and the beginning of another.
    """
    lexer = Lexer(source, lexicon)
    found = _Pass(languages=lexer.languages)
    shown: list[Block] = []
    for block in blocks:
        if block.kind is Kind.TABLE:
            grid = grid_of(
                source,
                block.start,
                block.end,
                lambda a, b: spoken(lexer.cell(a, b), lexicon, lexer.languages),
                code=block.code,
            )
            grid, title = headed(grid)
            table = table_statements(grid, lexicon, lambda text: quantity(lexer.apart(text), lexicon)) if grid else None
            found.drafts += drafts_of(grid)
            if table is not None:
                caption = () if title else caption_of(source, block.start)
                lead = spoken(lexer.cell(*caption), lexicon, lexer.languages) if caption else title
                if lead and grid:
                    table = captioned(table, grid, lead)
                found.statements += table
                found.loose += [source[s.start : s.end] for s in table if s.doubt == DIFFER]  # of what is each?
                shown.append(block)
                continue
            kind = without_names(source, block)
            shown.append(Block(kind, block.start, block.end))
            continue
        shown.append(block)
    program: Program | None = None
    if any(block.kind is Kind.CODE for block in shown):
        program = Program(source, lexicon, lexer.code, lexer.apart, lambda text: quantity(lexer.apart(text), lexicon))
    tokens = lexer.run(shown, program.tokens if program else None)
    asked = answered(spoken(tokens, lexicon, lexer.languages), lexicon)
    found.tokens = asked.tokens
    found.loose += program.loose if program else ()
    stream, apart = asides(found.tokens, lexicon)
    around = _state(stream, apart, lexicon, found, join=join)
    if asked.starts:
        found.statements = [
            replace(statement, tentative=True) if statement.start in asked.starts else statement
            for statement in found.statements
        ]
    for _, inside in apart:
        _state([*inside], [], lexicon, found, join=join)
    for note in lexer.notes:
        _noted(note, lexicon, found)
    if program:
        found.statements = [program.qualified(statement) for statement in found.statements]
        found.unseen = program.unseen
    found.statements = framed(_in_order(found.statements), around, source, blocks, lexicon)
    found.statements = solved(found.statements, found.tokens, lexicon)
    return found


def _in_order(statements: list[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.start)


def _noted(note: list[Token], lexicon: Lexicon, found: _Pass) -> None:
    """Add what a label at a brace says, where all of it is understood: a note need not be an equation."""
    for draft in Assembler(note, lexicon).run():
        for statement in statements_of(draft, lexicon) if draft.states else ():
            nodes = [member.node for member in statement.members]
            if len(nodes) > 1 and None not in nodes and any(is_quantity(node) for node in nodes):
                found.statements.append(statement)


def _state(
    stream: list[Token], apart: list[tuple[int, list[Token]]], lexicon: Lexicon, found: _Pass, *, join: bool
) -> Surroundings:
    """Put the equations of a stream together and add what they state; return what stands around them."""
    drafts = Assembler(stream, lexicon).run()
    found.drafts += drafts
    sloped = any(isinstance(statement.members[0].node, Derivative) for statement in found.statements)
    around = Surroundings(stream, drafts, apart)
    cues = Cues(around, lexicon, sloped=sloped)
    previous: int | None = None
    for number, draft in enumerate(drafts):
        if not draft.states:
            continue
        parts = draft.split if draft.split and (draft.sure or not join) else [draft]
        for part in parts:
            for statement in statements_of(part, lexicon):
                about = any(is_quantity(member.node) for member in statement.members) and not _defines(part, statement)
                if not about and (not found.statements or any(member.node is None for member in statement.members)):
                    found.loose.append(_text(part, stream))
                if len(statement.members) < 2 or not (about or statement.alias):
                    continue
                listed = _listed(drafts, number, stream)
                if listed and getattr(statement.members[0].node, "name", "") in lexicon.inputs:
                    continue  # x, w = 2, 5: what was given
                told = cues.statement(number, statement, previous)
                if says_dependence(part, stream):
                    continue
                found.statements.append(replace(told, doubt=_LISTED) if listed else told)
        previous = number
    return around


def _defines(draft: Draft, statement: Statement) -> bool:
    """Whether a function is only defined, f(x, y) = ..., in mathematics that is not read: no number is in that."""
    if len(statement.members) != 2 or statement.members[1].node is not None:
        return False
    head, side = draft.sides[0], draft.sides[-1]
    called = len(head) > 2 and head[-1].kind == "close"
    return called and any(token.kind in ("name", "bad", "vec") for token in side)


def _listed(drafts: list[Draft], number: int, stream: list[Token]) -> bool:
    """Whether bare names and commas stand before an equation, as in "q, r = 10, 8"."""
    if not number or drafts[number - 1].states or len(drafts[number - 1].tokens) != 1:
        return False
    before = drafts[number - 1]
    between = stream[before.last + 1 : drafts[number].first]
    lead = last_seen(stream, before.first)
    if lead >= 0 and (stream[lead].role in (Role.FOR, Role.OF, Role.BY) or stream[lead].text in PASSING):
        return False  # "the same for y, df/dy = 1.5"
    while lead >= 0 and stream[lead].role is Role.ARTICLE:
        lead = last_seen(stream, lead)
    if lead >= 0 and stream[lead].text in WITH:  # "with the new weight, q = 9.88"
        return False
    commas = [token.text for token in between if token.kind == "sep" and token.text != "soft"] == ["comma"]
    return (
        before.tokens[0].node is not None
        and before.tokens[0].kind in ("name", "der", "new")
        and commas
        and not any(token.kind == "word" for token in between)
    )


def _text(draft: Draft, stream: list[Token]) -> str:
    tokens = draft.tokens
    return " ".join(token.text for token in tokens) if tokens else stream[draft.first].text


def _says(hidden: str) -> bool:
    """Whether hidden text holds what could be an answer."""
    return any(sign in hidden for sign in "=≈:") and any(letter.isdigit() for letter in hidden)


def _gives_up(tokens: list[Token]) -> bool:
    """Whether an answer says in words that there is none."""
    words = [token for token in tokens if token.kind == "word"]
    return (
        bool(words)
        and any(word.role in (Role.DENIAL, Role.HEDGE) for word in words)
        and len(words) < 12
        and not any(token.kind == "num" for token in tokens)
    )


def _mentions(tokens: list[Token], statements: list[Statement], source: str) -> Iterator[Mention]:
    """Yield the sentences outside statements that name quantities, if numbers stand outside statements too."""
    sentences = list(_unstated(tokens, statements))
    if not any(map(_tells_number, chain.from_iterable(sentences))):
        return
    slope = False
    for sentence in sentences:
        nodes = [t.node for t in sentence if t.node is not None]
        names = {getattr(node, "name", "") for node in nodes} - {""}
        ders = {(node.of, node.by) for node in nodes if isinstance(node, Derivative)}
        roles = {t.role for t in sentence if t.kind == "word" and t.role is not None}
        roles |= {Role.RELATION for t in sentence if t.kind == "rel"}
        roles |= {Role.NEW for t in sentence if t.kind == "new"}
        slope = slope or bool(roles & {Role.SLOPE, Role.SLOPES}) or any(t.kind == "diff" for t in sentence)
        if names or ders:
            if slope:
                roles.add(Role.SLOPE)
            text = source[sentence[0].start : sentence[-1].end]
            yield Mention(text, frozenset(names), frozenset(ders), frozenset(roles))


def _printed(node: Node) -> Mention:
    """Return that a program prints a quantity, and that no output of it is shown or understood."""
    match node:
        case Derivative(of, by):
            return Mention(f"print(d{of}/d{by})", frozenset(), frozenset({(of, by)}), frozenset({Role.SLOPE}))
        case Symbol(name) | New(name):
            role = Role.NEW if isinstance(node, New) else Role.VALUES
            return Mention(f"print({name})", frozenset({name}), frozenset(), frozenset({role}))
    return Mention("", frozenset(), frozenset(), frozenset())


def _tells_number(token: Token) -> bool:
    return token.kind == "num" or (token.kind == "word" and token.role in (Role.NUMBER, Role.PART))


def _unstated(tokens: list[Token], statements: list[Statement]) -> Iterator[list[Token]]:
    """Yield the sentences, and the parts of such, that stand outside statements."""
    spans = iter(sorted((statement.start, statement.end) for statement in statements))
    span = next(spans, None)
    sentence: list[Token] = []
    for token in tokens:
        while span and token.start >= span[1]:
            span = next(spans, None)
        if span and token.start >= span[0]:
            ends = True
        elif token.kind == "sep":
            ends = token.text in SENTENCE_ENDS
        else:
            sentence.append(token)
            continue
        if ends and sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
