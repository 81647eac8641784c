"""Opinions of the model: "the network thinks that it is spam" says what it predicts, and doubts nothing beside it.

Nor does the target, which it is compared with: "the prediction is 0.75, but the true answer is 1".
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import last_seen, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.degrees import MODEL, PREDICTIONS

_VERBS = frozenset({
    "thinks", "think", "believes", "guesses", "guess", "guessed", "estimates", "estimated", "suspects", "assumes",
    "schatzt", "glaubt", "denkt", "vermutet", "rat", "meint", "estime", "pense", "croit", "suppose", "devine", "estima",
    "cree", "piensa", "supone", "adivina", "acredita", "acha", "supoe", "pensa", "crede", "stima", "suppone", "schat",
    "gelooft", "vermoedt", "gokt", "szacuje", "mysli", "uwaza", "думает", "считает", "полагает", "оценивает",
})  # fmt: skip
_SAYS = bare_words("sagt dit dice diz zegt mówi говорит says said predicts")
_IS = bare_words("is was ist war est était es era é è er jest")
_PREFERS = bare_words(
    "prefers predicts favors favours chooses votes bevorzugt wählt préfère prédit prefiere predice preferisce"
)
_WRONG = bare_words(
    "wrong incorrect mistaken falsch fausse faux equivocada equivocado errada errado sbagliata sbagliato fout"
)
_ANY = bare_words("a an ein eine einen une un una um uma uno een")
_TOLD = 400  # tokens back to where the target was told
_FAR = 6  # tokens of what the target is called
BUT = frozenset({
    "but", "while", "whereas", "although", "though", "aber", "doch", "wahrend", "mais", "alors que", "tandis que",
    "pero", "mientras que", "mas", "ma", "mentre", "maar", "terwijl", "ale", "но", "а", "但", "但是", "而", "だが",
    "しかし", "ただし", "하지만", "그러나", "다만", "ama", "fakat", "ancak", "namun", "tetapi", "nhưng", "nhung",
})  # fmt: skip
TRUE = frozenset({
    "true", "correct", "actual", "real", "right", "desired", "expected", "wahre", "richtige", "korrekte",
    "tatsachliche", "vraie", "bonne", "correcta", "verdadera", "correto", "verdadeiro", "corretta", "vera", "juiste",
})  # fmt: skip
SLOPES = frozenset({"diff", "der", "frac", "pd", "diffsub", "nabla"})
VERSUS = bare_words("vs versus")
_TARGETS = bare_words(  # none that may say what is right: "vs. the correct 216"
    "target label truth ground true actual desired ziel zielwert soll cible objetivo etiqueta alvo bersaglio doel cel "
    "цель 目标 真实值 正解 目標 정답"
)


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


def versus(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the target that a number is set against: "Predicted 0.67 vs. target 1"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _past_target(tokens, at) if token.kind == "word" and bare(token.text) in VERSUS else 0
        found += [] if end else [token]
        at = end or at + 1
    return found


def _past_target(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the target that stands behind "vs" and a number; 0 where none does."""
    before, place = last_seen(tokens, at), at + 1
    clause = tokens[sentence_start(tokens, at) : at]
    if before < 0 or tokens[before].kind not in ("num", "close") or any(token.kind in SLOPES for token in clause):
        return 0  # no slope has a target
    if place < len(tokens) and tokens[place].text == "stop" and tokens[place].start == tokens[at].end:  # vs.
        place += 1
    called = False
    while place < min(at + _FAR, len(tokens)) and (tokens[place].edge or tokens[place].kind == "word"):
        target = bare(tokens[place].text) in _TARGETS
        if not (target or tokens[place].edge or tokens[place].role in (Role.ARTICLE, Role.VALUES)):
            return 0
        called, place = called or target, place + 1
    if place >= len(tokens) or tokens[place].kind != "num":
        return 0
    numbers = [token.node for token in tokens[max(0, at - _TOLD) : before] if token.kind == "num"]
    told = tokens[place].node in numbers
    return place + 1 if called or (told and _is_predicted(tokens, at)) else 0


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
    """Return the tokens, words that doubt only what the model says as plain ones.

    So are a verb right behind the network or the model, "the net says p = 8", and what a prediction is said to be that
    misses its target: "a wrong prediction (p = 8)", "the network is wrong".
    """
    found = list(tokens)
    for at, token in enumerate(tokens):
        says = token.role is Role.HEDGE and bare(token.text) in _VERBS
        says = says or (token.role is Role.OTHERS and bare(token.text) in _SAYS)
        subject = last_seen(tokens, at)
        if says and subject >= 0 and bare(tokens[subject].text) in MODEL:
            found[at] = replace(token, role=Role.PLAIN)
        if token.role is Role.DENIAL and (_misses(tokens, at) or _is_of_model(tokens, at)):
            found[at] = replace(token, role=Role.PLAIN)
    return found


def _is_of_model(tokens: Sequence[Token], at: int) -> bool:
    """Whether the network is called wrong for what it predicts: "the network is wrong: it prefers class 2"."""
    verb = last_seen(tokens, at)
    subject = last_seen(tokens, verb) if verb > 0 and bare(tokens[verb].text) in _IS else -1
    called = bare(tokens[at].text) in _WRONG and subject >= 0 and bare(tokens[subject].text) in MODEL
    return called and any(bare(token.text) in _PREFERS for token in tokens[at + 1 : at + _FAR])


def only_misses(words: Sequence[str]) -> bool:
    """Whether all that words deny is that a prediction meets its target: "we got a wrong prediction"."""
    texts = [bare(word) for word in words]
    denials = [at for at, word in enumerate(words) if any(role is Role.DENIAL for _, role in DICTIONARY.known_in(word))]
    beside = [(texts[max(0, at - 1)], texts[min(at + 1, len(texts) - 1)], texts[max(0, at - 2) : at]) for at in denials]
    missed = [
        (before in PREDICTIONS or behind in PREDICTIONS) and not _ANY.isdisjoint(led) for before, behind, led in beside
    ]
    return bool(missed) and all(missed)


def _misses(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective is of a prediction that nothing was said of before: "a wrong prediction"."""
    before, behind = last_seen(tokens, at), at + 1
    noun = before if before >= 0 and bare(tokens[before].text) in PREDICTIONS else behind
    first = min(noun, at)
    article = last_seen(tokens, first) if first > 0 else -1
    named = noun < len(tokens) and tokens[noun].kind == "word" and bare(tokens[noun].text) in PREDICTIONS
    return named and article >= 0 and bare(tokens[article].text) in _ANY
