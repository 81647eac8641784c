"""Labels: a quantity alone at the begin of a line, or in a title, whose gradient the words behind it speak of.

**w.** The gradient is -0.0995.        The gradients of L are        derivatives of L
w: gradient -0.0995                    - at w: -0.0995               w → 4 x = -8
"""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.moving import NUDGES
from gradbook.written.parsing.grammar.edges import ends_sentence, past_number, seen

LABELLING = frozenset({Role.SLOPE, Role.SLOPES, *NUDGES})  # one of these is in an answer that has any
_BEGINS = frozenset({"stop", "line", "block", "item", "heading", "wide"})
_PARTS = frozenset({"colon", "stop", "comma", "wide", "line", "block"})  # a label from what is said of it
_AT = frozenset({"at", "an", "bei", "en", "em", "à", "in", "for", "für", "pour", "para", "per", "voor", "w"})
_MEANS = frozenset({Role.ARTICLE, Role.FILLER})
_LINES = frozenset({"line", "block", "item"})
_TITLING = frozenset({Role.SLOPES, Role.OF, Role.ARTICLE, Role.PARTIAL})
_CALCULATES = frozenset({"num", "open", "name", "frac", "group", "fn"})
_MOST = 4  # signs and new lines between


def labelled(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, "w: gradient" and "at w" of a list of gradients as the derivative that they mean."""
    found: list[Token] = []
    at, listing, titled = 0, False, False
    while at < len(tokens):
        token = tokens[at]
        if token.kind != "sep" and (not found or (found[-1].kind == "sep" and found[-1].text in _LINES)):
            titled = _is_title(tokens, at, lexicon) or (titled and _behind_arrow(tokens, at, lexicon) > 0)
        begins = not found or (found[-1].kind == "sep" and (found[-1].edge or found[-1].text in _BEGINS))
        listing = _announces(tokens, at) if begins and token.kind != "sep" and not _is_item(tokens, at) else listing
        behind = _behind_label(tokens, at, lexicon) if begins else 0
        behind = behind or (_behind_place(tokens, at, lexicon) if begins and listing and _is_item(tokens, at) else 0)
        behind = behind or (_behind_arrow(tokens, at, lexicon) if begins and titled else 0)
        nudged = 0 if behind or not begins else _behind_nudge(tokens, at, lexicon)
        if behind := behind or nudged:
            name = next(one for one in tokens[at:behind] if one.kind == "name")
            slope = Derivative(lexicon.output, name.name)
            role = Role.ERROR if nudged else None  # it counts where it fits
            found += [Token("der", name.text, name.start, name.end, slope, role), Token("rel", "=", name.end, name.end)]
            at = behind
            continue
        found.append(token)
        at += 1
    return found


def _is_item(tokens: Sequence[Token], at: int) -> bool:
    before = next((token for token in reversed(tokens[max(0, at - 3) : at]) if not token.edge), None)
    return before is not None and before.text == "item"


def _announces(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence without numbers that begins at a place speaks of gradients, right before a list."""
    for place in range(at, len(tokens)):
        token = tokens[place]
        if token.text in ("item", "colon") and token.kind == "sep":
            words = tokens[at:place]
            return any(word.role in (Role.SLOPE, Role.SLOPES) for word in words) and not any(
                word.kind == "num" for word in words
            )
        if ends_sentence(token) and token.text not in ("line", "block"):
            return False
    return False


def _named(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind the name of a node or input that stands at a place; 0 for anything else."""
    at = seen(tokens, at)
    known = at < len(tokens) and tokens[at].kind == "name" and tokens[at].name not in ("", lexicon.output)
    return seen(tokens, at + 1) if known else 0


def _behind_label(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place of the number behind "w: gradient" or "w. The gradient is"; 0 where that does not stand here."""
    place = _named(tokens, at, lexicon)
    begin = place
    while place and place < len(tokens) and place - begin < _MOST and _parts(tokens[place]):
        place = seen(tokens, place + 1)
    if not place or place == begin:
        return 0
    while place < len(tokens) and tokens[place].role in _MEANS:
        place = seen(tokens, place + 1)
    if place >= len(tokens) or tokens[place].role is not Role.SLOPE:
        return 0
    place = seen(tokens, place + 1)
    if place < len(tokens) and (tokens[place].kind == "rel" or tokens[place].text == "colon"):
        place = seen(tokens, place + 1)
    return place if past_number(tokens, place) else 0


def _behind_place(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place of the number behind "at w:" in a list of gradients; 0 where that does not stand here."""
    if tokens[at].kind != "word" or bare(tokens[at].text) not in _AT:
        return 0
    place = _named(tokens, at + 1, lexicon)
    if not place or place >= len(tokens) or tokens[place].text != "colon":
        return 0
    place = seen(tokens, place + 1)
    return place if past_number(tokens, place) else 0


def _behind_nudge(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place of what the output does behind "nudge w:", at the beginning of a line; 0 where none is said."""
    if tokens[at].kind != "word" or bare(tokens[at].text) not in NUDGES:
        return 0
    sign = _named(tokens, at + 1, lexicon)
    if not sign or sign >= len(tokens):
        return 0
    also = tokens[sign].kind == "rel" and tokens[sign].end - tokens[sign].start > 1  # "nudge w: also -3"
    if not also and tokens[sign].text != "colon":
        return 0
    place = seen(tokens, sign + 1)
    begins = place < len(tokens) and (tokens[place].kind in _CALCULATES or tokens[place].text == "-")
    end = next((n for n in range(place, len(tokens)) if ends_sentence(tokens[n])), len(tokens))
    moved = any(token.text == "arrow" or token.role is Role.AFTER for token in tokens[place:end])
    return place if begins and not moved else 0  # not "nudge w: 5 -> 5.01"


def _is_title(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a line says that derivatives of the output follow, and nothing else."""
    end = next((place for place in range(at, len(tokens)) if ends_sentence(tokens[place])), len(tokens))
    line = [token for token in tokens[at:end] if not token.edge and token.text != "colon"]
    roles = [token.role for token in line]
    named = bool(line) and line[-1].name == lexicon.output
    return named and Role.SLOPES in roles and all(role in _TITLING for role in roles[:-1])


def _behind_arrow(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind "w →" at the beginning of a line; 0 where that does not stand here."""
    place = _named(tokens, at, lexicon)
    return seen(tokens, place + 1) if place and place < len(tokens) and tokens[place].text == "arrow" else 0


def _parts(token: Token) -> bool:
    return token.kind == "sep" and token.text in _PARTS
