"""One number for all entries of a vector, where an answer says so behind it: "z = 0.2 (both)", "W = 0.1 (all four)"."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.grammar.draft import Draft

_BESIDE = (Role.ARTICLE, Role.FOR, Role.NUMBER, Role.WEIGHT, Role.VALUES, Role.OF)
_ENTRIES = frozenset(
    {"entries", "weights", "elements", "units", "neurons", "components", "eintrage", "gewichte", "poids"}
)


def spread(draft: Draft, behind: list[Token], lexicon: Lexicon) -> list[Draft]:
    """Return an equation of one number once for each entry, where what stands behind it says so; else as it is.

    Args:
        draft: the equation.
        behind: the words of a remark right behind it.
        lexicon: gives the entries of stems.
    """
    if not behind or not _says_each(behind):
        return [draft]
    tokens = [token for side in draft.sides for token in side]
    stem, *others = {token.text for token in tokens if token.kind == "vec"} or {""}
    if not stem or others or any(token.kind == "sep" and token.text in ("comma", "row") for token in tokens):
        return [draft]
    names = [name for row in lexicon.array(stem) for name in row]
    return [
        replace(draft, sides=[[entry_of(token, stem, name) for token in side] for side in draft.sides])
        for name in names
    ]


def _says_each(words: list[Token]) -> bool:
    texts = [bare(word.text) for word in words]
    known = all(
        text in EACH or text in _ENTRIES or word.role in _BESIDE for word, text in zip(words, texts, strict=True)
    )
    return known and not EACH.isdisjoint(texts)


def entry_of(token: Token, stem: str, name: str) -> Token:
    """Return an entry for the vector that it is of."""
    if token.kind != "vec" or token.text != stem:
        return token
    match token.node:
        case New():
            return replace(token, kind="new", text=name, node=New(name))
        case Old():
            return replace(token, kind="old", text=name, node=Old(name))
    return replace(token, kind="name", text=name, node=Symbol(name))
