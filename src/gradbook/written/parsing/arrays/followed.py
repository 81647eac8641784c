r"""Numbers in arrays behind a formula that has no value yet: what they come to is what the formula is.

    z = W x + b
    [[1, 2], [3, 4]] [1, 0] + [0, 1] = [1, 4]

Who writes so puts the numbers in. It is not said, so that what is read so counts where it fits.
"""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import JOINING
from gradbook.written.parsing.arrays.array import Array, NoArrayError
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.arrays.names.named import names_arrays
from gradbook.written.parsing.arrays.pieces import pieces_of
from gradbook.written.parsing.grammar.draft import Draft

_NUMERIC = frozenset({"num", "op", "open", "close", "sep", "group", "end", "frac", "transposed"})
_BETWEEN = frozenset({"block", "soft", "line", "colon", "arrow", "row", "wide"})


def followed(drafts: list[Draft], stream: list[Token], lexicon: Lexicon) -> list[Draft]:
    """Return drafts in which a calculation with arrays of numbers is part of the formula right before it."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if before is not None and _puts_in(before, draft, stream, lexicon):
            found[-1] = before.followed_by(draft)
        else:
            found.append(draft)
    return found


def _puts_in(before: Draft, draft: Draft, stream: list[Token], lexicon: Lexicon) -> bool:
    if not draft.states or draft.given or before.given or before.split or draft.split or 0 in draft.spoiled:
        return False
    if not _calculates(draft.sides[0], lexicon) or not _is_formula(before, lexicon):
        return False
    between = stream[before.last + 1 : draft.first]
    if any(token.role not in JOINING if token.kind == "word" else token.text not in _BETWEEN for token in between):
        return False
    one, other = entries_of(before.sides[0], lexicon), entries_of(draft.sides[0], lexicon)
    if one is None or other is None:
        return one is other
    return sorted(one[1]) == sorted(other[1]) if 1 in one[1] else one[1] == other[1]


def _calculates(side: list[Token], lexicon: Lexicon) -> bool:
    """Whether a side is a calculation with arrays of numbers, and not only one of them."""
    if not side or not _NUMERIC.issuperset(token.kind for token in side):
        return False
    try:
        pieces = pieces_of(side, lexicon)
    except NoArrayError:
        return False
    return len(pieces) > 1 and any(isinstance(piece, Array) for piece in pieces)


def _is_formula(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether a draft ends with a formula of arrays, and no number stands in it yet."""
    last = draft.sides[-1]
    arrays = any(token.kind in ("vec", "nabla") for token in last) or names_arrays(last, lexicon)
    return arrays and not draft.spoiled and not any(token.kind == "num" for side in draft.sides for token in side)
