"""The prediction in words: "the prediction is 0.73", "the model predicts 2 * 3 + 1 = 7".

It is what is compared with the target, and calculated from all else: where the words mean another number, that does not
fit, and says nothing.
"""

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.notation import VALUE_WORDS
from gradbook.written.parsing.grammar.signs import ahead
from gradbook.written.parsing.phrases.called.values import past_owner
from gradbook.written.parsing.phrases.values.outcomes import is_new

VERBS = frozenset({
    "predicts", "predicted", "prognostiziert", "prédit", "prédisait", "predice", "predijo", "prediz", "prevê", "previu",
    "prevede", "voorspelt", "voorspelde", "przewiduje", "przewidział", "przewidziała", "предсказывает", "предсказал",
    "предсказала", "предсказало", "memprediksi", "dự đoán", "预测", "预测为",
})  # fmt: skip
_VALUE = VALUE_WORDS | {"值"}
_PASSED = (Role.FILLER, Role.ARTICLE)
_CALCULATES = frozenset({"num", "open", "fn", "group"})


def predicted(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a prediction with its number, or with the calculation that leads to it."""
    name = lexicon.recall(prediction_of)
    if not name or tokens[at].kind != "word":
        return None
    place, says, follows = ahead(tokens, past_owner(tokens, at + 1), _is_passed)
    if not says and tokens[at].text.lower() not in VERBS:
        return None
    signed = follows + (follows < len(tokens) and tokens[follows].text == "-")
    if signed >= len(tokens) or tokens[signed].kind not in _CALCULATES:
        return None
    new = is_new(before, sure=False)
    head = Token(
        "new" if new else "name",
        tokens[at].text,
        tokens[at].start,
        tokens[at].end,
        New(name) if new else Symbol(name),
        Role.ERROR,
    )
    if says:
        return [head], place
    return [head, Token("rel", "is", tokens[at].end, tokens[at].end)], follows


def _is_passed(token: Token) -> bool:
    return token.edge or (token.kind == "word" and (token.role in _PASSED or token.text.lower() in _VALUE))
