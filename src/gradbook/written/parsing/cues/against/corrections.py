"""Corrections: another number in brackets behind an equation, or behind a cross, that is said instead of its own.

q = 10 (better: 12)        q = 10 (not 10 but 12)        q = 10 (no longer)        q = 10 ❌ 12 ✓

So is one at the end of its line, behind words that take back: "q = 10 ... no, forgot x, 12".
"""

import re
from itertools import takewhile

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.withdrawing import CORRECTIONS
from gradbook.written.parsing.cues.around.surroundings import Surroundings

_FLAGS = re.IGNORECASE | re.VERBOSE
_ASIDE = regex(r"[\s$*_`]*[(（\[]([^()（）\[\]\n]{2,80})[)）\]]")
_NUMBER = regex(r"(?<![\w.])[-−+]?(?:\d+(?:[.,]\d+)?|\.\d+)")
_INSTEAD = regex(
    r"""\W*(?:better|rather|actually|really|i\s+mean(?:t)?|more\s+(?:precisely|correctly|exactly)|read|correct(?:ed|ion|ly)?|now
      |besser|eher|genauer|vielmehr|gemeint(?:\s+ist)?|richtig|korrigiert|jetzt|mieux|plutôt|plus\s+(?:précisément|exactement)
      |corrigé|mejor|más\s+bien|corregido|mejor\s+dicho|melhor|aliás|ou\s+melhor|corrigido|meglio|anzi|corretto|更好|更准确|应为
      |应该是|改为)\s*[:,=]?\s*(?P<number>[-−+]?[\d.,]+)\W*""",
    _FLAGS,
)
_BUT = regex(
    r"""\W*(?:not|nicht|pas|no|não|non|不是).{1,30}?(?:but|sondern|mais|sino|mas|ma|bensì|而是)\s*(?P<number>[-−+]?[\d.,]+)\W*""",
    _FLAGS,
)
_NO_LONGER = regex(
    r"""\W*(?:neither|weder|not\s+any\s*(?:more|longer)|no\s+longer|nicht\s+mehr|plus\s+maintenant|ne\s+.*\s+plus|ya\s+no|já\s+não
      |não\s+mais|non\s+più|不再)\b""",
    _FLAGS,
)
_NOT = regex(r"\b(?:not|nicht|pas|não|non|neither|nor|weder|noch)\b|不是", re.IGNORECASE)
_ANSWERED = regex(  # "Q: df/dz = 3", "A: No!"
    r"""[\s$*]*\n[ \t>*-]*(?:a|answer|back|antwort|réponse|r|respuesta|resposta|risposta)\s?:[\s*]*
    (?:that['’]?s\s+|this\s+is\s+)?
    (?:no\b|nope|false|wrong|not\b|incorrect|nein|falsch|non\b|faux|falso|errado|sbagliato|common\s+mistake)""",
    _FLAGS,
)
_LINES = frozenset({"line", "block", "item", "heading", "row"})
_QUANTITIES = frozenset({"rel", "der", "diff", "frac", "new"})
_TAKES_BACK = frozenset({Role.RETRACTION, Role.DENIAL})
_LABEL = 9  # words of a label: "Correction to the line above:"
_FIRST = 2  # words of it, of which one says that it corrects: "Small correction:"
_CROSSED = regex(r"[\s$*]*[❌✘✗×✖][\s$*]*[-−+]?\d")


def corrected(around: Surroundings, number: int) -> str:
    """Return what is said in brackets behind an equation, or behind a cross, instead of its number."""
    draft, source = around.drafts[number], around.source
    if not draft.tokens or draft.sides[-1:] == [[]]:
        return ""
    end = draft.tokens[-1].end
    if said := _CROSSED.match(source, end) or _ANSWERED.match(source, end):
        return said.group().strip()
    aside = _ASIDE.match(source, end)
    if aside is None:
        return ""
    inside, own = aside[1].strip(), _value(source[draft.sides[-1][0].start : draft.sides[-1][-1].end])
    if _NO_LONGER.match(inside):
        return inside
    for form in (_INSTEAD, _BUT):
        said = form.fullmatch(inside)
        if said and _value(said["number"]) not in (None, own):
            return inside
    denies = _NOT.search(inside)
    return inside if denies and own is not None and own in map(_value, _NUMBER.findall(inside)) else ""


def replaced(around: Surroundings, number: int) -> str:
    """Return the word that takes a number back in its line, where another one and no quantity ends that."""
    draft, tokens = around.drafts[number], around.tokens
    behind = range(draft.last + 1, len(tokens))
    end = next((at for at in behind if tokens[at].kind == "sep" and tokens[at].text in _LINES), len(tokens))
    said = [token for token in tokens[draft.last + 1 : end] if not token.edge]
    result = draft.sides[-1][-1:]
    if any(token.kind in _QUANTITIES for token in said) or not said or not result:
        return ""
    if said[-1].kind != "num" or said[-1].node == result[0].node:
        return ""
    return next((token.text for token in said[:-2] if token.role in _TAKES_BACK), "")  # but not "q = 10, not 12"


def corrected_below(around: Surroundings, number: int) -> str:
    """Return the label of a correction right below that states nothing else: "Correction to the line above: ..."."""
    tokens, draft = around.tokens, around.drafts[number]
    place = next((at for at in range(draft.last + 1, len(tokens)) if tokens[at].kind != "sep"), len(tokens))
    label = [*takewhile(lambda token: token.kind == "word", tokens[place : place + _LABEL])]
    colon = place + len(label)
    if colon >= len(tokens) or tokens[colon].text != "colon" or place == draft.last + 1:
        return ""
    told = next((word.text for word in label[:_FIRST] if bare(word.text) in CORRECTIONS), "")
    end = around.sentence_behind(around.sentence_at(colon)[1])[1] if told else colon
    stated = [one for one in around.drafts[number + 1 :] if place < one.first < end and one.states and one.sides[-1]]
    named = [
        one.head for one in stated if any(token.node is not None and token.kind != "num" for token in one.sides[0])
    ]
    return told if not named or draft.head in named else ""


def _value(text: str) -> float | None:
    try:
        return float(text.strip().replace("−", "-").replace(",", ".").strip("$*{} "))
    except ValueError:
        return None
