"""Reading an answer: from its source to statements, by blocks, tokens and rules. It knows a lexicon, and no values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from gradbook.core.text.scripts import composed, lettered, unlettered, with_plain_signs
from gradbook.written.exercise import Exercise
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.blocks import blocks_of
from gradbook.written.lexing.blocks.components import shown
from gradbook.written.lexing.blocks.drawn.branches import without_branches
from gradbook.written.lexing.blocks.drawn.drawings import circuit_in
from gradbook.written.lexing.blocks.drawn.stacked import unstacked
from gradbook.written.lexing.blocks.drawn.typed import in_box_signs
from gradbook.written.lexing.blocks.fences import fenced
from gradbook.written.lexing.blocks.indented import in_dollars
from gradbook.written.lexing.blocks.kinds import Kind
from gradbook.written.lexing.blocks.tables.separated import tabbed
from gradbook.written.lexing.folded import unfolded
from gradbook.written.lexing.naming.forms.capitals import as_named
from gradbook.written.lexing.naming.forms.loud import quietened
from gradbook.written.lexing.source.abreast import in_lines
from gradbook.written.lexing.source.commented import uncommented_tex
from gradbook.written.lexing.source.credits import without_column
from gradbook.written.lexing.source.defined import without_headers
from gradbook.written.lexing.source.dictated import punctuated
from gradbook.written.lexing.source.edges import (
    beside,
    grouped,
    multiplied,
    placeheld,
    raised_plus,
    set_together,
    without_factors,
    without_named,
)
from gradbook.written.lexing.source.formulas.accents import accented, barred
from gradbook.written.lexing.source.formulas.braces import signed
from gradbook.written.lexing.source.formulas.dots import filled_in, led, times, without_arguments
from gradbook.written.lexing.source.formulas.indicators import bracketed
from gradbook.written.lexing.source.formulas.matrices import in_one_line
from gradbook.written.lexing.source.formulas.measures import without_units
from gradbook.written.lexing.source.formulas.nested import unnested
from gradbook.written.lexing.source.formulas.plain_words import in_signs
from gradbook.written.lexing.source.formulas.stripped import in_display, in_line, restored
from gradbook.written.lexing.source.formulas.struck import without_replaced
from gradbook.written.lexing.source.formulas.transposes import transposed_behind
from gradbook.written.lexing.source.letters import seen, unaccented, upright
from gradbook.written.lexing.source.pasted.aligned import equated
from gradbook.written.lexing.source.pasted.copies import without_copies
from gradbook.written.lexing.source.pasted.feet import without_feet
from gradbook.written.lexing.source.pasted.files.cards import answered_below
from gradbook.written.lexing.source.pasted.files.documents import from_document
from gradbook.written.lexing.source.pasted.files.notes import without_upkeep
from gradbook.written.lexing.source.pasted.files.outlines import out_of_outline
from gradbook.written.lexing.source.pasted.files.quizzes import out_of_quiz
from gradbook.written.lexing.source.pasted.files.sheets import calculated_in_cells
from gradbook.written.lexing.source.pasted.files.wikis import unwikied
from gradbook.written.lexing.source.pasted.graph_labels import by_labels
from gradbook.written.lexing.source.pasted.letters.left_open import without_words_behind_open
from gradbook.written.lexing.source.pasted.letters.overcome import without_overcome
from gradbook.written.lexing.source.pasted.letters.salutations import without_salutations
from gradbook.written.lexing.source.pasted.listed.boxed import without_boxes
from gradbook.written.lexing.source.pasted.listed.ticked import without_ticks
from gradbook.written.lexing.source.pasted.listed.turned import names_first
from gradbook.written.lexing.source.pasted.mangled import mended
from gradbook.written.lexing.source.pasted.numbering import numbered
from gradbook.written.lexing.source.pasted.pictured import undrawn
from gradbook.written.lexing.source.pasted.programs.commented_out import without_comment_signs
from gradbook.written.lexing.source.pasted.programs.dictionaries import without_others
from gradbook.written.lexing.source.pasted.programs.escapes import uncoloured, unescaped
from gradbook.written.lexing.source.pasted.programs.framed import without_row_numbers
from gradbook.written.lexing.source.pasted.programs.in_place import in_operators
from gradbook.written.lexing.source.pasted.programs.logged import without_stamps
from gradbook.written.lexing.source.pasted.programs.notebooks import out_of_notebook
from gradbook.written.lexing.source.pasted.programs.prompted import unprompted
from gradbook.written.lexing.source.pasted.programs.remarked import without_labels
from gradbook.written.lexing.source.pasted.programs.shown import as_numbers, in_english
from gradbook.written.lexing.source.pasted.programs.strings import out_of_strings
from gradbook.written.lexing.source.pasted.programs.wrapped import named_objects, plain_dicts, unwrapped_numbers
from gradbook.written.lexing.source.pasted.scanned import scanned
from gradbook.written.lexing.source.quotes import bold, uncommented, unmarked
from gradbook.written.lexing.source.references import (
    unnumbered,
    without_addresses,
    without_owner,
    without_shapes,
    without_sources,
)
from gradbook.written.lexing.source.transcribed.notes import without_drawings, without_notes, without_struck
from gradbook.written.lexing.source.transcribed.spoiled import without_spoiled
from gradbook.written.lexing.tokens import MAX_LENGTH, Token, TooLongError
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.respelt import respelt
from gradbook.written.lexing.words.traditional import simplified
from gradbook.written.mentions import Mention, mentions_in, printed
from gradbook.written.parsing.arrays.entries import introduced as introduced_vectors
from gradbook.written.parsing.arrays.names.own import arrays
from gradbook.written.parsing.arrays.names.slopes import slopes
from gradbook.written.parsing.cues.told.bare_numbers import Bare, bare_numbers
from gradbook.written.parsing.cues.told.loosely import Loose
from gradbook.written.parsing.equations.introduced.activations import with_activations
from gradbook.written.parsing.equations.introduced.aliases import introduced as introduced_names
from gradbook.written.parsing.equations.introduced.counts import with_counts
from gradbook.written.parsing.equations.introduced.layers.by_output import named_by_count
from gradbook.written.parsing.equations.introduced.layers.last_layer import in_numbers, with_data_layer
from gradbook.written.parsing.equations.introduced.layers.layer_names import layer_names
from gradbook.written.parsing.equations.introduced.layers.layered import layers_of, with_tiers
from gradbook.written.parsing.equations.introduced.letters.adjoints import with_adjoints
from gradbook.written.parsing.equations.introduced.letters.declared import with_declared
from gradbook.written.parsing.equations.introduced.letters.loss_letters import with_loss_letters
from gradbook.written.parsing.equations.introduced.letters.predicted import with_predictions
from gradbook.written.parsing.equations.introduced.letters.rates import with_rates
from gradbook.written.parsing.equations.introduced.letters.targets import with_targets
from gradbook.written.parsing.equations.introduced.letters.worded import with_words
from gradbook.written.parsing.equations.introduced.samples import with_samples
from gradbook.written.parsing.equations.introduced.taken import taken
from gradbook.written.parsing.equations.parameters import with_parameters
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.ledger.narration import Page
from gradbook.written.parsing.phrases.slopes.nouns import nouns
from gradbook.written.passes import Pass
from gradbook.written.tracing.trace import with_place

MAX_INTRODUCTIONS = 3  # names of an answer that are explained by other names of it, in turn


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
        loosely: those that name derivatives in words.
        image: whether it shows a picture, which may hold what is not in the text.
        hidden: whether it holds equations that the page does not show.
        otherwise: the statements of the other way to read it, where there is one.
        nameless: calculations that name no quantity.
        bare: numbers that are told as results, of what is not said.
        may_tell: reads what clauses in words may tell, for where nothing else tells of a quantity.
        ledger: reads all quantities with the numbers beside them, for where nothing else tells enough.
        scattered: the same, of titles and lines too that are not understood.
    """

    source: str
    statements: tuple[Statement, ...] = ()
    person: bool = False
    blank: bool = False
    loose: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    loosely: tuple[Loose, ...] = ()
    image: bool = False
    hidden: bool = False
    otherwise: tuple[Statement, ...] | None = None
    nameless: tuple[Statement, ...] = ()
    bare: tuple[Bare, ...] = ()
    may_tell: Callable[[], tuple[Statement, ...]] = tuple
    ledger: Callable[[], tuple[Page, ...]] = tuple
    scattered: Callable[[], tuple[Page, ...]] = tuple
    narrated: Callable[[], tuple[Page, ...]] = tuple

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)


# What a source is before it is cut into blocks; each change keeps all places as they are.
_SAME_LENGTH = (
    composed,
    with_plain_signs,
    out_of_notebook,
    without_upkeep,
    without_struck,
    without_drawings,
    without_spoiled,
    without_notes,
    without_replaced,
    mended,
    without_salutations,
    without_words_behind_open,
    without_overcome,
    numbered,
    lettered,
    without_stamps,
    without_row_numbers,
    without_column,
    without_labels,
    without_feet,
    uncommented_tex,
    undrawn,
    in_english,
    as_numbers,
    without_comment_signs,
    in_operators,
    unwrapped_numbers,
    named_objects,
    plain_dicts,
    unprompted,
    equated,
    tabbed,
    calculated_in_cells,
    out_of_quiz,
    answered_below,
    accented,
    barred,
    upright,
    uncoloured,
    unwikied,
    out_of_outline,
    from_document,
    by_labels,
    fenced,
    in_box_signs,
    unfolded,
    unstacked,
    without_branches,
    without_copies,
    punctuated,
    seen,
    in_lines,
    simplified,
    without_headers,
    without_others,
    out_of_strings,
    unescaped,
    in_signs,
    unmarked,
    bold,
    uncommented,
    without_factors,
    without_named,
    unnested,
    in_one_line,
    beside,
    placeheld,
    raised_plus,
    grouped,
    set_together,
    multiplied,
    transposed_behind,
    without_arguments,
    filled_in,
    led,
    times,
    shown,
    signed,
    in_dollars,
    in_line,
    in_display,
    restored,
    unnumbered,
    without_addresses,
    without_sources,
    without_shapes,
    without_owner,
    bracketed,
)


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
    source = markdown
    for change in _SAME_LENGTH:
        source = change(source)
    if not source.isascii():
        source = unaccented(source, {*lexicon.names, *lexicon.names.values()})
    source = named_by_count(as_named(quietened(source, lexicon), lexicon), lexicon)
    source = without_boxes(in_numbers(scanned(respelt(source, lexicon), lexicon), lexicon), lexicon)
    source = without_units(names_first(without_ticks(source), lexicon), lexicon)
    if layered := layer_names(source, lexicon, lexicon.recall(layers_of)):
        by_layers = _reading_of(markdown, source, layered.lexicon)
        return replace(
            layered.restored(by_layers),
            may_tell=lambda: layered.restored(by_layers.may_tell()),
            ledger=lambda: layered.restored(by_layers.ledger()),
            scattered=lambda: layered.restored(by_layers.scattered()),
            narrated=lambda: layered.restored(by_layers.narrated()),
        )
    return _reading_of(markdown, source, lexicon)


def _reading_of(markdown: str, source: str, lexicon: Lexicon) -> Reading:
    """Read an answer, in plain letters as it is, by the names of a lexicon."""
    blocks = blocks_of(source)
    lexicon = with_predictions(source, with_targets(source, with_tiers(source, lexicon)))
    lexicon = with_adjoints(source, with_loss_letters(source, with_data_layer(source, lexicon)))
    lexicon = with_counts(source, with_parameters(source, with_activations(source, with_samples(source, lexicon))))
    lexicon = with_rates(source, with_words(source, with_declared(source, lexicon)))
    try:
        found = Pass(source, blocks, lexicon)
        for _ in range(MAX_INTRODUCTIONS):
            introduced = introduced_names(found.drafts, lexicon, source)
            vectors = introduced_vectors(found.drafts, lexicon)
            words = nouns(found.tokens, lexicon) if found.slopes else {}
            gradients = slopes(found.drafts, lexicon)
            own = arrays(found.drafts, lexicon, source)
            steps = taken(found.drafts, {**lexicon.aliases, **introduced}, lexicon)
            known = introduced.keys() <= lexicon.aliases.keys() and vectors.keys() <= lexicon.vectors.keys()
            known = known and steps.keys().isdisjoint(introduced.keys() | lexicon.aliases.keys())
            if (
                known
                and words.keys() <= lexicon.nouns.keys()
                and gradients.keys() <= lexicon.slopes.keys()
                and own == lexicon.arrays
            ):
                break
            lexicon = lexicon.with_names(introduced | steps, vectors, words, gradients, own)
            found = Pass(source, blocks, lexicon)
    except TooLongError:
        return Reading(markdown[:200], person=True)
    doubtful = any(draft.split and not draft.sure for draft in found.drafts)
    other = Pass(source, blocks, lexicon, join=True).statements if doubtful else None
    found.loose += filter(None, [circuit_in(source)])
    statements = found.statements
    image = any(block.kind is Kind.IMAGE for block in blocks)
    hidden = any(block.kind is Kind.HIDDEN and _says(source[block.start : block.end]) for block in blocks)
    mentions = (*mentions_in(found.tokens, statements, markdown), *map(printed, found.unseen))
    claims = statements or found.loose
    blank = not claims and (not markdown.strip() or _gives_up(found.tokens))
    person = (image or not blank) and not claims and not hidden
    return Reading(
        markdown,
        tuple(statements),
        person,
        blank,
        tuple(with_place(text, unlettered(text)) for text in found.loose),
        mentions,
        tuple(found.loosely),
        image,
        hidden,
        tuple(other) if other is not None else None,
        tuple(found.nameless),
        tuple(bare_numbers(found.tokens, statements, found.code)),
        lambda: found.may_tell,
        lambda: found.ledger.pages,
        lambda: found.ledger.scattered,
        lambda: found.ledger.narrated,
    )


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
