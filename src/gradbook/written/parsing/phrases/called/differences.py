"""What is compared, by its noun: 2 * (prediction - target), where the graph has one prediction and one target."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of, target_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.kinds import OUTPUTS, PREDICTIONS

_PREDICTED = OUTPUTS | bare_words(
    "pred preds predictions predicted guess estimate estimated out vorhergesagt vorhergesagter prédit prédite predicho "
    "previsto predetto voorspeld"
) | frozenset(map(bare, PREDICTIONS))  # fmt: skip
_TARGETS = bare_words(
    "target targets label actual true truth correct expected desired observed goal answer ziel zielwert soll sollwert "
    "wahr wahrer istwert cible étiquette vrai vraie réel réelle attendu objetivo deseado real etiqueta esperado "
    "verdadero alvo rótulo verdadeiro desejado obiettivo bersaglio reale atteso vero doel doelwaarde echte cel цель "
    "метка 真实值 真值 目标 目标值 标签 期望 期望值 实际值 실제값 정답 타깃 타겟 목표 목표값 目標 目標値 "
    "正解 教師 正解ラベル 教師データ"
)
_MEANS = bare_words("means mean denotes stands bedeutet signifie significa ")
COMPARED = _PREDICTED | _TARGETS  # nouns of what is compared


def with_nouns(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, the nouns of a difference between prediction and target as the names of these."""
    if any(_is_otherwise(tokens, at, lexicon) and not _is_taken_away(tokens, at) for at in range(len(tokens))):
        return tokens
    found = [*tokens]
    for at, token in enumerate(tokens):
        if (token.kind, token.text) != ("op", "-"):
            continue
        before, behind = last_seen(tokens, at), seen(tokens, at + 1)
        if before < 0 or behind >= len(tokens) or "word" not in (tokens[before].kind, tokens[behind].kind):
            continue
        meant = [meant_by(tokens[place], lexicon) for place in (before, behind)]
        if set(meant) == {lexicon.recall(prediction_of), lexicon.recall(target_of)} and all(meant):
            for place, name in zip((before, behind), meant, strict=True):
                if tokens[place].kind == "word":
                    found[place] = replace(tokens[place], kind="name", node=Symbol(name), role=None)
    return found


def _is_taken_away(tokens: list[Token], at: int) -> bool:
    """Whether a noun is taken away from another, so that what follows is of both: "prediction - truth = 3 - 7"."""
    sign = last_seen(tokens, at)
    other = last_seen(tokens, sign) if sign > 0 and (tokens[sign].kind, tokens[sign].text) == ("op", "-") else -1
    return other >= 0 and tokens[other].kind == "word" and bare(tokens[other].text) in COMPARED


def _is_otherwise(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun at a place is said to be what it would not mean: "where target means the output"."""
    noun = tokens[at]
    if noun.kind != "word" or bare(noun.text) not in COMPARED:
        return False
    place = seen(tokens, at + 1)
    verb = tokens[place] if place < len(tokens) else noun
    if verb.text == "≠":
        return True
    if not (says(verb) or verb.role is Role.RELATION or bare(verb.text) in _MEANS):
        return False
    place = seen(tokens, place + 1)
    while place < len(tokens) and tokens[place].role in (Role.ARTICLE, Role.FILLER):
        place = seen(tokens, place + 1)
    behind = seen(tokens, place + 1)
    if place >= len(tokens):
        return False
    if behind < len(tokens) and tokens[behind].kind in ("op", "fn", "open", "name"):
        return bare(noun.text) in _TARGETS and tokens[place].kind in ("num", "name")  # no target is calculated
    return meant_by(tokens[place], lexicon) not in ("", meant_by(noun, lexicon))


def meant_by(token: Token, lexicon: Lexicon) -> str:
    """Return the node or input that a side of the difference names; "" for another."""
    if token.kind == "name":
        return token.name
    word = bare(token.text) if token.kind == "word" else ""
    if word in _TARGETS:
        return lexicon.recall(target_of)
    return lexicon.recall(prediction_of) if word in _PREDICTED else ""
