"""Nouns: what an answer calls a quantity in words, "**Score.** s = w*x" or "the score s = 0.3".

Where such a word is differentiated by, or differentiated, that quantity is meant: "with respect to the score".
"""

from collections.abc import Iterator

from gradbook.written.expression import Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, UNKNOWN, Role, bare

_BOUNDARIES = frozenset({"line", "item", "block", "mark", "heading", "stop", "comma", "row"})
_SHORTEST = 3  # letters of such a noun


def nouns(tokens: list[Token], lexicon: Lexicon) -> dict[str, str]:
    """Return what words stand for which calculated node; a word that stands for two is left out."""
    found: dict[str, str] = {}
    doubled: set[str] = set()
    for word, name in _introduced([t for t in tokens if not t.edge], lexicon):
        if found.setdefault(word, name) != name:
            doubled.add(word)
    return {word: name for word, name in found.items() if word not in doubled}


def named(token: Token, lexicon: Lexicon) -> str:
    """Return the quantity that a token names, by a noun of the answer's too; C_0 is the loss of one example."""
    if isinstance(token.node, Old) and token.node.name == lexicon.output:
        return lexicon.output
    return token.name or (lexicon.nouns.get(bare(token.text), "") if token.kind == "word" else "")


def _introduced(tokens: list[Token], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for at, token in enumerate(tokens[1:-1], 1):
        if token.name not in lexicon.operands or tokens[at + 1].kind != "rel":
            continue
        before = tokens[at - 1]
        labelled = before.kind == "sep" and before.text in ("stop", "colon") and at > 1
        noun, place = (tokens[at - 2], at - 2) if labelled else (before, at - 1)
        led = tokens[place - 1] if place else None
        begins = led is None or (led.kind == "sep" and led.text in _BOUNDARIES) or led.role is Role.ARTICLE
        if noun.kind == "word" and begins and noun.role in (*UNKNOWN, *HARMLESS) and len(noun.text) >= _SHORTEST:
            yield bare(noun.text), token.name
