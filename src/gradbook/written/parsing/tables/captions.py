"""Captions: what the line above a table says of it where its titles do not: "gradients:" over names and numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.parsing.cues.against.step_counts import of_several
from gradbook.written.parsing.cues.elsewhere.later.counters import of_later_sample
from gradbook.written.parsing.cues.elsewhere.later.rounds import iteration_in
from gradbook.written.parsing.cues.settings.contexts import DERIVING, titled
from gradbook.written.parsing.cues.settings.localities import locality_of
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.phrases.speech.attributions import of_others, of_somebody, unsolved
from gradbook.written.parsing.phrases.speech.turns import turns
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.titles import SAID, Sense, says_slope, sense_of, senses_of
from gradbook.written.parsing.tables.kinds.connections import UNTOLD
from gradbook.written.tracing.trace import found_by

_LEAD = regex(r"(?:^|\n)([^\n=|]{3,100})\n(?:[ \t]*\n){0,2}\Z")
_BELOW = regex(  # the caption that stands behind a table
    r"\s{0,3}\n(?:[ \t]*\n)?[ \t]*(?:[*_>]{1,3}|:)?[ \t]*"
    r"((?:table|tab|tabelle|tableau|tabla|tabela|tabella|tabel|caption"
    r"|legend|note|anmerkung|таблица|表|표)\b[^\n=|]{3,90})(?=\n|\Z)",
    re.IGNORECASE,
)
_SECTION = regex(
    r"^(?:(?P<mark>#{1,6})[ \t]+(?P<title>[^\n=|*]{3,80})|[*]{2}(?P<bold>[^\n=|*]{3,80})[*]{2}:?)[ \t]*$", re.MULTILINE
)
_FENCES = regex(r"(?m)^[ \t]*(?:```|~~~)")
_UNRANKED = 7  # titles in bold are below all that have a rank
_FENCE = regex(r"```\w{0,12}\n")
_TOLD = (Sense.SLOPE, Sense.NEW, Sense.LOCAL, Sense.OTHER, Sense.START, Sense.MOVED)
_LATER = "a later round"
_TOLD_OF = frozenset({"after", "slopes"})
_SLOPES = (Role.SLOPES, Role.SLOPE)
_TOLD_BY = frozenset({Role.STEP, Role.RATE, Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE})
_SPLITS = bare_words(
    "break broke split splitting divide decompose decomposed zerlege zerlegen zerlegt teile aufteilen décompose "
    "découpe divise divido descompongo separo decomponho dividir scompongo rozkładam разбиваю разобьём 分成 分为 나눈다"
)
_OF_BACKWARD = frozenset({
    Role.BACKWARD, Role.SLOPE, Role.SLOPES, Role.ARTICLE, Role.OF, Role.FOR, Role.BY, Role.NUMBER, Role.WEIGHT,
    Role.BIAS, Role.VALUES, Role.PART_OF_GRAPH, Role.STEP,
})  # fmt: skip
_PASSES = bare_words(
    "pass phase propagation hand by rule chain computing compute calculation all through network paso fase "
    "calcul cálculo passage retour hacia atrás para trás all'indietro"
)
_IN_TITLES = frozenset({"word", "sep", "num"})
_ROWS = 3  # of a table with two rows of titles
_SHORT = 60  # letters of a title
_LOOKED_AT = 130  # letters before a table


def caption_of(source: str, start: int) -> tuple[int, int] | None:
    """Return the place of the short line above a table that begins at a place, if it states nothing."""
    begin = max(0, start - _LOOKED_AT)
    found = _LEAD.search(_FENCE.sub(lambda fence: "\n".rjust(len(fence.group())), source[begin:start]))
    return (begin + found.start(1), begin + found.end(1)) if found else None


def titles_over(source: str, start: int) -> list[tuple[int, int]]:
    """Return the places of the titles under which a place is, the innermost first."""
    found: list[tuple[int, int, int]] = []
    for rank, begin, end in _titles(source):
        if begin > start:
            break
        found = [title for title in found if title[0] < rank]
        found.append((rank, begin, end))
    return [(begin, end) for _, begin, end in reversed(found)]


@lru_cache(maxsize=8)
def _titles(source: str) -> tuple[tuple[int, int, int], ...]:
    """Return the ranks and places of an answer's titles; a comment in a program is none."""
    fences = [fence.start() for fence in _FENCES.finditer(source)]
    titles = (title for title in _SECTION.finditer(source) if bisect_left(fences, title.start()) % 2 == 0)
    return tuple(
        (len(title["mark"] or "") or _UNRANKED, *title.span("title" if title["mark"] else "bold")) for title in titles
    )


def caption_below(source: str, end: int) -> tuple[int, int] | None:
    """Return the place of the caption right behind a table that ends at a place: "Table 1: Tom's numbers"."""
    found = _BELOW.match(source, end)
    return found.span(1) if found else None


def headed(grid: Grid) -> tuple[Grid, tuple[Token, ...]]:
    """Return a table without a first row that is one title over the titles of the columns, and that title's tokens."""
    filled = [[cell for cell in row if not cell.empty] for row in grid[:2]]
    if len(grid) < _ROWS or len(filled[0]) != 1 or len(filled[1]) < 2:
        return grid, ()
    words = [token for cell in (*filled[0], *filled[1]) for token in cell.tokens]
    plain = all(word.kind == "word" and word.role not in SAID for word in words)
    return (grid[1:], filled[0][0].tokens) if plain else (grid, ())


def captioned(
    statements: list[Statement],
    grid: Grid,
    lead: Sequence[Token],
    lexicon: Lexicon,
    below: Sequence[Token] = (),
    titles: Iterable[Sequence[Token]] = (),
) -> list[Statement]:
    """Return the statements of a table as what its lead says they are: gradients, values after the step, or wrong.

    Weights between units count only where it says so. A caption below the table may speak against it too. Where the
    lead says nothing of it, the table may be of gradients by the titles that it stands under.
    """
    told = _told(statements, grid, lead, titles)
    if locality := locality_of(lead, lexicon):
        told = [replace(one, locality=locality) if one.context == "slopes" else one for one in told]
    if below and (against := _against(below)):
        told = _doubted(told, against)
    return [one for one in told if one.doubt != UNTOLD]


def _told(
    statements: list[Statement], grid: Grid, lead: Sequence[Token], above: Iterable[Sequence[Token]]
) -> list[Statement]:
    short = bool(lead) and lead[-1].end - lead[0].start <= _SHORT  # a longer line is a sentence of its own
    if short and (against := _against(lead)):
        return _doubted(statements, against)
    words = [token for token in _without_step(lead) if token.kind == "word"]
    roles = {word.role for at, word in enumerate(words) if not _is_of_gradients(words, at)}
    units = any(one.doubt == UNTOLD for one in statements)
    named = _named_in(statements, grid)
    titles = [cell for cell in grid[0][named + 1 :] if not any(token.kind == "num" for token in cell.tokens)]
    told_so = any(sense_of(cell) in _TOLD for cell in titles) and not _of_slopes(titles, roles)
    if not units and (told_so or Role.VALUES in roles):
        return statements
    context = titled(words, "", sloped=True) or ("slopes" if Role.SLOPE in roles else "")
    titled_above = "" if context or roles & _TOLD_BY else next(filter(None, map(_context_of_derivatives, above)), "")
    context = context or titled_above
    if not context or Role.OLD in roles:
        return statements
    if context in _TOLD_OF:
        statements = [replace(one, doubt="") if one.doubt == UNTOLD else one for one in statements]
    return [
        replace(one, context=context, tentative=one.tentative or bool(titled_above))  # of gradients where they fit
        if isinstance(one.members[0].node, Symbol)
        else one
        for one in statements
    ]


def _without_step(lead: Sequence[Token]) -> Sequence[Token]:
    """Return a lead without the "step" that only counts: "Step C - Parameters" is no step of descent."""
    at = next((at for at, token in enumerate(lead[:-1]) if token.role is Role.STEP), None)
    if at is None or any(token.kind == "word" for token in lead[:at]):
        return lead
    count = next((token for token in lead[at + 1 :] if not token.edge), lead[at])
    return lead[at + 1 :] if count.kind == "num" or len(count.text) == 1 else lead


def _context_of_derivatives(title: Sequence[Token]) -> str:
    """Return "backward" for a title that is one of the way back and nothing else; "" for any other title."""
    words = [token for token in title if token.kind == "word" and token.text[0].isalpha()]
    known = all(word.role in _OF_BACKWARD or bare(word.text) in _PASSES for word in words)
    known = known and all(token.kind in _IN_TITLES or token.text == "-" for token in title)
    return "backward" if known and titled(words, "", sloped=False) in DERIVING else ""


def _named_in(statements: list[Statement], grid: Grid) -> int:
    """Return the place of the column that names the quantities: the second under "cell | label | value"."""
    starts = {statement.start for statement in statements}
    found = (at for row in grid[1:] for at, cell in enumerate(row) if starts & {cell.start, *_begins(cell)})
    return min(found, default=0)


def _begins(cell: Cell) -> set[int]:
    return {token.start for token in cell.tokens[:2]}


def _is_of_gradients(words: Sequence[Token], at: int) -> bool:
    """Whether a word only says of what gradients are: "Gradients of the inputs"."""
    led = [word.role for word in words[:at] if word.role is not Role.ARTICLE][-2:]
    led_by_preposition = len(led) > 1 and led[0] in _SLOPES and led[1] in (Role.OF, Role.FOR, Role.BY)
    return led_by_preposition or (led[-1:] == [Role.SLOPES] and words[at].role is Role.VALUES)  # "Gradienty wag"


def _against(lead: Sequence[Token]) -> str:
    """Return what a caption says against its table: "Tom's numbers", "after 3 steps"; or nothing."""
    told = unsolved([token for token in lead if token.kind == "word"])
    against = next((word.text for word in told if word.role in NO_CLAIM), "") or of_others(told) or of_somebody(told)
    later = iteration_in(lead) > 1 or any(count > 1 for _, count in turns(lead)) or of_later_sample(lead)
    splits = any(bare(word.text) in _SPLITS for word in told)  # "I break it up into three steps."
    splits = splits and not any(word.role in (Role.AFTER, Role.BY, Role.VALUES) for word in told)
    return against or (_LATER if later else "") or ("" if splits else of_several(lead))


def _doubted(statements: list[Statement], doubt: str) -> list[Statement]:
    doubt = found_by("said of a table over it, or under it", captioned, doubt)
    return [replace(one, doubt=doubt if one.doubt in ("", UNTOLD) else one.doubt) for one in statements]


def _of_slopes(titles: list[Cell], roles: Set[Role | None]) -> bool:
    """Whether the lead says that a table is of gradients whose titles only say when: "before", "after one step"."""
    leads = bool(roles & {Role.SLOPE, Role.SLOPES}) and Role.STEP not in roles
    return leads and Sense.START in senses_of(titles) and not any(map(says_slope, titles))
