"""Modals: "we could calculate the derivatives as follows" says what one can do, and is no doubt about what is so.

Nor is "we should get p = 6", where nothing in its sentence sets it against what came out.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_end, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.conditionals import conditional

_SUBJECTS = frozenset({"we", "you", "one", "i"})
_MODALS = frozenset({"could", "can", "may", "might"})
_WORK = frozenset(
    {"calculate", "compute", "derive", "find", "apply", "use", "write", "express", "evaluate", "differentiate"}
)
_BETWEEN = frozenset({"also", "now", "then", "simply", "easily", "just", "thus", "therefore"})
_EXPECTED = bare_words(
    "should sollte sollten devrait devrions devez devriez debería deberíamos debes deberías deveria deveríamos deve "
    "dovrebbe dovremmo dovresti"
)
_COMES_OUT = bare_words(
    "get have see give obtain find end come print go yield become land reach receive "
    "erhalten bekommen haben herauskommen ergeben stehen sehen werden "
    "obtenir avoir trouver donner voir obtener tener dar salir quedar ver llegar "
    "obter ter dar ver chegar ficar ottenere avere dare vedere venire uscire "
    "increase decrease grow shrink go move raise lower reduce erhöhen verringern vergrößern verkleinern steigen sinken "
    "augmenter diminuer réduire aumentar disminuir subir bajar reducir diminuir reduzir aumentare diminuire ridurre"
)
_SET_AGAINST = bare_words(
    "but though although however if instead rather yet aber doch jedoch obwohl wenn statt mais pourtant si "
    "pero aunque sin porém mas embora se ma però anche"
)
_AGAINST = frozenset({
    Role.RETRACTION, Role.NEGATION, Role.DENIAL, Role.HEDGE, Role.OTHERS, Role.AGAINST, Role.ERROR,
})  # fmt: skip
_NEAR = 3  # tokens between the modal and its verb


def able(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a modal verb between a subject and what it works out as a plain word; so what would be so."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind == "word" and bare(token.text) in _EXPECTED and _comes_out(tokens, at):
            found[at] = replace(token, role=Role.PLAIN)
            continue
        if token.role is not Role.HEDGE or token.text.lower() not in _MODALS:
            continue
        before, behind = last_seen(tokens, at), seen(tokens, at + 1)
        while behind < len(tokens) and tokens[behind].text in _BETWEEN:
            behind = seen(tokens, behind + 1)
        works = behind < len(tokens) and tokens[behind].text in _WORK
        if works and before >= 0 and tokens[before].text.lower() in _SUBJECTS:
            found[at] = replace(token, role=Role.PLAIN)
    return conditional(found)


def _comes_out(tokens: list[Token], at: int) -> bool:
    """Whether a modal is of what comes out, and nothing else in its sentence is against that."""
    start, end = sentence_start(tokens, at), sentence_end(tokens, at)
    others = [token for n, token in enumerate(tokens[start : end + 1], start) if n != at and token.kind == "word"]
    against = any(token.role in _AGAINST or token.text in "?？" for token in others)
    before = {bare(token.text) for token in tokens[start:at]}
    return not against and before.isdisjoint(_SET_AGAINST) and comes_out([token.text for token in tokens[at:end]])


def comes_out(words: Sequence[str]) -> bool:
    """Whether words say what should come out: "in the end we should have"."""
    texts = [bare(word) for word in words]
    modal = next((at for at, text in enumerate(texts) if text in _EXPECTED), len(texts))
    verb = next((at for at, text in enumerate(texts) if at > modal and text in _COMES_OUT), -1)
    near = verb - modal <= _NEAR or texts[modal].startswith("sollt")  # a German verb ends its sentence
    missed = any(text == "been" or text.endswith("ed") for text in texts[verb + 1 : verb + 2])  # "should have been 12"
    return verb >= 0 and near and not missed and _SET_AGAINST.isdisjoint(texts)
