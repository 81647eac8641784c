"""Localities: of what a title says that the gradients under it are, if not of the output by each quantity.

    Local gradients:         Gradients of q:          Upstream:
    w: 2                     - w: 2                   q: 3
    x: 5                     - x: 5

Right under such a title a number can be nothing else. Behind further words it is what it fits.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise, takewhile
from operator import itemgetter

from gradbook.core.text.lines import end_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.localities import ANY_NODE, EVERYWHERE, NO_NODE, UPSTREAM, Locality
from gradbook.written.parsing.grammar.draft import Draft

_LONGEST = 9  # words and names of a title
_FAR = 400  # tokens from a title to what is under it
_SLOPES = frozenset({Role.SLOPE, Role.SLOPES})
_UNCLEAR = AGAINST_IT | {Role.OLD, Role.NEW, Role.BEFORE, Role.AFTER, Role.HEDGE, Role.EXAMPLE}
_WHOLE = bare_words(  # what local gradients are multiplied to
    "chain total global full kette kettenregel kettingregel gesamt chaîne zincir łańcuchowa łańcucha цепочки цепное "
    "totale globale cadena cadeia catena totali"
)
_DOWN = bare_words(  # and what is inside or outside, which are factors
    "downstream inner outer innere äussere interne externo esterno binnenste buitenste wewnętrzna zewnętrzna "
    "внутренняя внешняя iç dış 下流 下流の 内側 内側の 外側 外側の"
)
_LAYERS = bare_words("layer schicht couche capa camada strato laag warstwa слой 层 層 층")
_PASSED = (Role.ARTICLE, Role.PART_OF_GRAPH, Role.LOCAL)
_BEGINS = regex(r"[ \t]*(?P<mark>[^\s\w\\$*_]*(?:\d{1,2}[.)])?)")
_DIGITS = str.maketrans(dict.fromkeys("0123456789", "#"))
_ENDS = frozenset({"colon", "line", "block"})


class Localities:
    """The titles of gradients in a stream.

    Args:
        around: the stream of tokens.
        lexicon: the exercise's.
    """

    def __init__(self, around: Surroundings, lexicon: Lexicon) -> None:
        self._around, self._lexicon = around, lexicon

    def over(self, draft: Draft) -> Locality:
        """Return of what the nearest title above an equation says that gradients are; it may say that itself."""
        place = draft.first
        at = bisect_left(self._titles, place, key=itemgetter(0)) - 1
        end, title = self._titles[at] if at >= 0 else (0, EVERYWHERE)
        if title == EVERYWHERE or place - end > _FAR or not _is_short(draft):
            return EVERYWHERE
        if any(token.text == "heading" for token in self._around.tokens[end + 1 : place]):
            return EVERYWHERE
        firm = (
            title.firm
            and not self._says_more(end, place)
            and _is_one_list(self._around.source, *self._span(end, place))
        )
        return replace(title, firm=firm)

    def _span(self, end: int, place: int) -> tuple[int, int]:
        """Return where in the source a title ends, and where the line ends that a place is in."""
        tokens = self._around.tokens
        return tokens[end].start, end_of_line(self._around.source, tokens[place].start)

    def _says_more(self, start: int, place: int) -> bool:
        """Whether a line with words, or an equation of a derivative, stands between two places.

        What is below it may be of something else.
        """
        tokens, owner, drafts = self._around.tokens, self._around.owner, self._around.drafts
        ends = [at for at in range(start, place) if tokens[at].kind == "sep" and tokens[at].text in ("line", "block")]
        if any(
            drafts[owner[at]].states and not _is_short(drafts[owner[at]]) for at in range(start, place) if at in owner
        ):
            return True
        spans = (range(begin, end) for begin, end in pairwise([*ends, place]))
        return any(tokens[at].kind == "word" for span in spans for at in span if at not in owner)

    @cached_property
    def _titles(self) -> list[tuple[int, Locality]]:
        """The titles, each with the place where it ends."""
        held = self._around.roles
        if held.isdisjoint(_SLOPES) and held.isdisjoint((Role.LOCAL, Role.UPSTREAM)):
            return []
        ends = (at for at, token in enumerate(self._around.tokens) if token.kind == "sep" and token.text in _ENDS)
        return [(at, title) for at in ends if (title := self._title(at)) is not None]

    def _title(self, place: int) -> Locality | None:
        """Return what the line or label that ends at a place says of gradients, if it is a title of such."""
        start = self._around.line_start(place)
        colons = (at for at in range(place - 1, start, -1) if self._around.tokens[at].text == "colon")
        return locality_of(self._around.tokens[next(colons, start) : place], self._lexicon)  # "Back: local gradients:"


def locality_of(title: Sequence[Token], lexicon: Lexicon) -> Locality | None:
    """Return of what a title says that gradients are; None where it is no title of gradients.

    One of local gradients and what they are multiplied with is of their products.

    Args:
        title: its tokens.
        lexicon: the exercise's.
    """
    tokens = [token for token in title if token.kind != "sep" and not token.edge]
    words = [token for token in tokens if token.kind == "word"]
    if len(tokens) > _LONGEST or not all(token.name or token.kind == "word" for token in tokens):
        return None
    slopes = any(word.role in _SLOPES for word in words)
    roles = {word.role for word in words}
    first = next((word.role for word in words if word.role is not Role.ARTICLE), None)
    begins = first in _SLOPES or first in (Role.LOCAL, Role.UPSTREAM)  # "Using the local gradients:" is of what follows
    if (
        roles >= {Role.LOCAL, Role.UPSTREAM}
        or Role.TIMES in roles
        or any(not _WHOLE.isdisjoint(bare(word.text).split()) for word in words)
    ):
        return EVERYWHERE if slopes else None
    told = next((word.text for word in words if word.role in _UNCLEAR), "")
    told = told or next((one.text for one, two in pairwise(words) if _qualifies(one, two)), "")
    if slopes and told and any(word.role in (Role.LOCAL, Role.UPSTREAM) for word in words):
        return Locality(NO_NODE, told, True)  # "Old local derivatives"
    if upstream := next((word for word in words if word.role is Role.UPSTREAM and bare(word.text) not in _DOWN), None):
        return Locality(UPSTREAM, upstream.text, begins) if slopes or len(tokens) == 1 else None
    name = _node(tokens, lexicon)
    if local := next((word for word in words if word.role is Role.LOCAL), None):
        return Locality(name or ANY_NODE, local.text, begins) if slopes or len(tokens) == 1 else None
    if not slopes:
        return None
    before = [token for token in takewhile(lambda token: not token.name, tokens) if token.role not in _PASSED]
    of = len(before) > 1 and before[-1].role is Role.OF and before[-2].role in _SLOPES  # not "of the inputs of q"
    of = of and not any(bare(word.text) in _LAYERS for word in words)  # of the parameters of it
    return Locality(name, name, of) if name else EVERYWHERE


def _is_one_list(source: str, start: int, end: int) -> bool:
    """Whether the lines between two places are items of one list: nothing parts them, and all begin alike."""
    lines = source[start:end].split("\n")
    items = [line for line in lines[1:] if line.strip()]
    if len(lines) > 1 and lines[0].strip(" \t:：*_#|$"):
        return False  # "Local gradients: 3"
    while len(lines) > 1 and not lines[1].strip():
        del lines[1]
    begins = {mark["mark"].translate(_DIGITS) for line in items if (mark := _BEGINS.match(line))}
    return all(line.strip() for line in lines[1:]) and len(begins) <= 1


def _qualifies(word: Token, behind: Token) -> bool:
    """Whether nobody knows which local derivatives a title is of: "Possible local derivatives"."""
    return word.role is Role.PLAIN and behind.role in (Role.LOCAL, Role.UPSTREAM)


def _node(title: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the only quantity in a title, where it is calculated and not the output: "Gradients of the node q"."""
    names = [token.name for token in title if token.name]
    behind = next((at for at, token in enumerate(title) if token.name), len(title))
    if any(token.role is Role.LINK or bare(token.text) in AND for token in title[behind:]):
        return ""  # "of q and its inputs"
    calculated = len(names) == 1 and names[0] in lexicon.operands and names[0] != lexicon.output
    return names[0] if calculated else ""


def _is_short(draft: Draft) -> bool:
    """Whether an equation is of a name, "w" or "dw", so that it does not say of what the derivative by it is."""
    named = [token for token in draft.sides[0] if not token.edge]
    short = len(named) == 1 and isinstance(named[0].node, Symbol)
    return short or ([token.kind for token in named] == ["diff", "name"] and len(named[0].text) == 1)
