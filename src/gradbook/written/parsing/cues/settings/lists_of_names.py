"""Lists of names that derivatives begin: each has what a derivative by it is, without an equals sign.

dL/dz = 4
w: 12
b: 4

A title above a number alone, a remark below, or an equation that goes on with it, may say that it is something else.
"""

from collections.abc import Collection, Sequence
from itertools import takewhile, zip_longest

from gradbook.graph.expression import Derivative
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.phrases.worked.gates import GATES

_DIFFERENTIATES = frozenset({"diff", "diffsub", "pd", "nabla"})
_SIGNS = ("=", "≈", "\\", "←", "<", ":=", "-=", "+=")
_PARTS = frozenset({"block", "heading", "item"})
_BREAKS = frozenset({"block", "heading"})  # behind them a remark says something else of a list only by such words:
_OTHERWISE = AGAINST_IT | {Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE, Role.STEP, Role.VALUES, Role.WEIGHT, Role.BIAS}


def differentiates(draft: Draft) -> bool:
    """Whether an equation is about a derivative."""
    return any(token.kind in _DIFFERENTIATES or isinstance(token.node, Derivative) for token in draft.sides[0])


def is_listed(around: Surroundings, before: int | None, number: int, listed: Collection[int]) -> bool:
    """Whether a draft is in such a list.

    Args:
        around: the drafts in their stream.
        before: the draft before it that states something.
        number: the draft's.
        listed: those before it that are in such lists.
    """
    draft = around.drafts[number]
    goes_on = before is not None and (before in listed or differentiates(around.drafts[_past_factors(around, before)]))
    if before is None or not goes_on or not _only_names(draft, around.source):
        return False
    if before in listed and _begins_item(around, number) and not _begins_item(around, before):
        return False  # "w: 4, b: 2" and in the next part "(c) w .9"
    between = _between(around, before, number)
    headed = any(token.kind == "sep" and token.text == "heading" for token in between)
    return not headed and not (_is_bare(draft) and _is_title(between))


def _past_factors(around: Surroundings, number: int) -> int:
    """Return the draft before calculations of no quantity that go on from it: "dL/do = 2, times o(1 - o) = 0.25"."""
    while number and around.drafts[number].states and len(around.drafts[number].sides[0]) > 1:
        between = _between(around, number - 1, number)
        if differentiates(around.drafts[number]) or any(map(ends_sentence, between)):
            break
        number -= 1
    return number


def derived(around: Surroundings, numbers: Sequence[int], listed: Collection[int]) -> Collection[int]:
    """Return the drafts in lists of derivatives: in none that end with a remark, or with an equation of another kind.

    Args:
        around: the drafts in their stream.
        numbers: of those that state something, in order.
        listed: those in lists.
    """
    if not listed:
        return listed
    found = set(listed)
    ends = False  # so the list of the draft that follows
    for number, following in reversed([*zip_longest(numbers, numbers[1:])]):
        draft, between = around.drafts[number], _between(around, number, following)
        end = around.drafts[following].first if following is not None else len(around.tokens)
        asides = [inside for place, inside in around.asides if draft.last < place <= end]
        said = any(token.kind == "word" for token in takewhile(lambda token: token.text not in _BREAKS, between))
        if following is not None and differentiates(around.drafts[following]) and _labels(between):
            said = False  # "Hidden layer: dL/dh = 2"
        said = said or any(
            token.role in _OTHERWISE for token in takewhile(lambda token: token.text != "heading", between)
        )
        said = said or any(token.kind == "word" and len(token.text) > 1 for inside in asides for token in inside)
        parted = asides or any(token.kind == "sep" and token.text in _PARTS for token in between)
        another = following is not None and not (
            following in listed or parted or differentiates(around.drafts[following])
        )
        ends = (said and _is_bare(draft)) or another or (ends and following in listed)
        if ends:
            found.discard(number)
    return found


def _labels(between: Sequence[Token]) -> bool:
    """Whether what stands between two equations ends with a label of the second, in a line of its own."""
    told = [token for token in between if not token.edge]
    return bool(told) and told[-1].text == "colon" and any(token.text == "line" for token in told)


def _begins_item(around: Surroundings, number: int) -> bool:
    first = around.drafts[number].first
    return first > 0 and around.tokens[first - 1].kind == "sep" and around.tokens[first - 1].text == "item"


def _between(around: Surroundings, number: int, following: int | None) -> Sequence[Token]:
    """Return what stands between two drafts, or behind the last, but for others that state nothing."""
    end = around.drafts[following].first if following is not None else len(around.tokens)
    return [around.tokens[at] for at in range(around.drafts[number].last + 1, end) if at not in around.owner]


def _only_names(draft: Draft, source: str) -> bool:
    """Whether a name stands before a number without an equals sign: "w: 6"."""
    head = draft.sides[0]
    if [token.kind for token in head if not token.edge] != ["name"]:
        return False
    rest = source[head[-1].end :].lstrip(" \t$`*")
    return not (rest.startswith(_SIGNS) or rest[:1].isalpha())  # nor "has the value"


def _is_bare(draft: Draft) -> bool:
    """Whether a name has a number and nothing that it is worked out from."""
    return not any(token.kind == "op" for side in draft.sides[1:] for token in side[1:])


def _is_title(between: Sequence[Token]) -> bool:
    """Whether words may say that what stands below is no derivative, as those on a gate do not."""
    words = [bare(token.text) for token in between if token.kind == "word"]
    return bool(words) and GATES.isdisjoint(words)
