"""Opinions of the model: "the network thinks that it is spam" says what it predicts, and doubts nothing beside it.

Nor does the target, which it is compared with: "the prediction is 0.75, but the true answer is 1".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import last_seen, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.degrees import MODEL, PREDICTIONS

_VERBS = frozenset({
    "thinks", "think", "believes", "guesses", "guess", "guessed", "estimates", "estimated", "suspects", "assumes",
    "schatzt", "glaubt", "denkt", "vermutet", "rat", "meint", "estime", "pense", "croit", "suppose", "devine", "estima",
    "cree", "piensa", "supone", "adivina", "acredita", "acha", "supoe", "pensa", "crede", "stima", "suppone", "schat",
    "gelooft", "vermoedt", "gokt", "szacuje", "mysli", "uwaza", "думает", "считает", "полагает", "оценивает",
})  # fmt: skip
_TOLD = 400  # tokens back to where the target was told
_FAR = 6  # tokens of what the target is called
BUT = frozenset({
    "but", "while", "whereas", "although", "though", "aber", "doch", "wahrend", "mais", "alors que", "tandis que",
    "pero", "mientras que", "mas", "ma", "mentre", "maar", "terwijl", "ale", "но", "а", "但", "但是", "而",
})  # fmt: skip
TRUE = frozenset({
    "true", "correct", "actual", "real", "right", "desired", "expected", "wahre", "richtige", "korrekte",
    "tatsachliche", "vraie", "bonne", "correcta", "verdadera", "correto", "verdadeiro", "corretta", "vera", "juiste",
})  # fmt: skip


def compared_with_target(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a "but" behind a prediction, and the true answer that it leads to, as plain words."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if bare(token.text) not in BUT or token.kind != "word":
            continue
        verb = next((place for place in range(at, min(at + _FAR, len(tokens))) if tokens[place].text == "is"), 0)
        said = tokens[at:verb]
        if (
            said
            and not TRUE.isdisjoint(bare(word.text) for word in said)
            and not any(w.kind == "num" for w in said)
            and is_target(tokens, at, verb + 1)
        ):
            found[at:verb] = [replace(word, role=Role.PLAIN) if word.kind == "word" else word for word in said]
    return found


def is_target(tokens: Sequence[Token], but: int, at: int) -> bool:
    """Whether a number behind a prediction may be the target: a class, or one that the answer has told before."""
    if at >= len(tokens) or not isinstance(number := tokens[at].node, Number) or tokens[at].kind != "num":
        return False
    if not _is_predicted(tokens, but):
        return False
    told = (token for token in tokens[max(0, but - _TOLD) : but] if token.kind == "num")
    return number.value in (0, 1) or any(token.node == number for token in told)


def _is_predicted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause that ends at a place speaks of a prediction."""
    clause = tokens[sentence_start(tokens, at) : at]
    said = {bare(token.text) for token in clause if token.kind in ("word", "name")}
    return not said.isdisjoint(PREDICTIONS)


def predicting(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a verb right behind its subject, the network or the model, as a plain word."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is not Role.HEDGE or bare(token.text) not in _VERBS:
            continue
        subject = last_seen(tokens, at)
        if subject >= 0 and bare(tokens[subject].text) in MODEL:
            found[at] = replace(token, role=Role.PLAIN)
    return found
