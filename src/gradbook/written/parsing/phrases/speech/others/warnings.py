"""Warnings: what others answer, told beside an equation with another number, and called wrong or not.

dL/db = 0.5 (many write -0.5 here, but that is wrong!)        dL/db = 0.5. A common mistake here is -0.5.

Their number is denied by it, and nothing of the equation. A warning that says anything else against a number is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, SIGNS, Role
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts
from gradbook.written.parsing.phrases.speech.others.other_answers import (
    judges_false,
    tells_of_mistake,
    tells_of_other_answers,
    words_of_others,
)
from gradbook.written.parsing.phrases.speech.sentences import written_between

_END = SENTENCE_ENDS | {"mark", "struck"}
_JUDGED = regex(  # the clause behind what they answer
    r"(?:[,;:，、；]|[ ][-–—]|\b(?:but|and|aber|und|mais|et|pero|y|mas|e|ma|maar|en|ale|i|но|и|а|ama|men)\b|ですが|が)"
    r"[ ]*(?:(?:but|aber|mais|pero|mas|ma|maar|ale|но|ama|men)[ ])?(?P<said>[^,;:，、；]{2,60})\Z"
)
_NAMED = regex(  # a mistake, and its number: "common mistake: -3", "a common error here is to write -3"
    r"[^,;:，]*?(?:(?:[:：]|\b(?:is|ist|est|es|é|è|war|was|sería|would[ ]be|wäre)\b)"
    r"(?:[ ]*(?:to|of|de|di|zu|a)?[ ]*[^\W\d]{3,12})?)?[ ]*[-−+]?[\d.,/]+"
)
_MANY = regex(  # "many write -0.5 here"
    r"(?:many|most|some|several|viele|muchos|muitos|molti|beaucoup|veel|wielu|многие)[ ](?:write|wrote|get|got|put"
    r"|answer|answered|say|schreiben|bekommen|escriben|ponen|escrevem|scrivono|écrivent|trouvent|schrijven|pisze|пишут|получают)"
    r"(?:[ ](?:here|hier|aquí|aqui|qui|ici|tu|здесь|тут))?[ ]*[-−+]?[\d.,/]+"
    r"(?:[ ](?:here|instead|hier|aquí|aqui|qui|ici))?"
    r"|(?:ここで)?[-−+]?[\d.,/]+(?:と(?:書く|答える|する|間違える))(?:人|学生)(?:が多い|がいる|が多いです|がいます)",
    re.IGNORECASE,
)
_AGAINST = AGAINST_IT | {Role.ERROR}
_RELATES = frozenset({"rel", "arrow"})


def warned(tokens: list[Token], source: str) -> list[Token]:
    """Return the tokens, the words of such warnings as plain ones.

    Args:
        tokens: of the answer.
        source: the answer, in which they have their places.
    """
    found = list(tokens)
    for start, end in (*_in_brackets(tokens), *parts(tokens, _END)):
        if _warns(tokens, start, end, source):
            found[start:end] = [replace(t, role=Role.PLAIN) if t.kind == "word" else t for t in found[start:end]]
    return found


def _in_brackets(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    closes = matches(tokens) if any(token.kind == "open" for token in tokens) else {}
    return ((at + 1, close) for at, close in closes.items())


def _warns(tokens: Sequence[Token], start: int, end: int, source: str) -> bool:
    said = tokens[start:end]
    numbers = {signed(tokens, at) for at in range(start, end) if tokens[at].kind == "num"}
    own = next((signed(tokens, at) for at in range(start - 1, -1, -1) if tokens[at].kind == "num"), None)
    another = bool(numbers) and own is not None and numbers.isdisjoint({own, None})
    if not another or any(token.kind in _RELATES and token.text != "is" for token in said):
        return False
    text = written_between(tokens, start, end, source).rstrip(" .!。！")
    judged = next((one for one in _JUDGED.finditer(text) if judges_false(one["said"])), None)
    telling = text[: judged.start()] if judged else text
    many = _MANY.fullmatch(telling)
    if not (many or tells_of_other_answers(telling)) or (tells_of_mistake(telling) and not _NAMED.fullmatch(telling)):
        return False
    told = " ".join([*([telling] if many else words_of_others(telling)), judged.group() if judged else ""]).lower()
    against = (word for token in said if token.role in _AGAINST for word in token.text.lower().split())
    return all(_has(told, word) for word in against)


def _has(told: str, word: str) -> bool:
    return word in told if SIGNS.match(word) else word in told.split()


def signed(tokens: Sequence[Token], at: int) -> float | None:
    """Return a number with the sign before it; none where it is no plain one, but part of a calculation."""
    node = tokens[at].node
    if not isinstance(node, Number) or (at + 1 < len(tokens) and tokens[at + 1].kind == "op"):
        return None
    operand = at > 1 and tokens[at - 2].kind in ("num", "name", "close")
    if at and tokens[at - 1].kind == "op" and (operand or tokens[at - 1].text not in ("-", "−", "+")):
        return None
    return -node.value if at and tokens[at - 1].text in ("-", "−") and not operand else node.value
