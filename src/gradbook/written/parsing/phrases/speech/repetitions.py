"""Repetitions: "run the forward pass again" goes through the graph once more, and takes back nothing that was said.

Nor does "again" behind a name, "f again = 12.2", or before what is done, "again apply the sigmoid"; nor "However, as
we go on, it gets longer:", which speaks of how one goes on.
"""

from dataclasses import replace
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.parsing.grammar.brackets import OPERAND_ENDS, matches
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, ends_sentence, seen, sentence_end

AGAINS = frozenset(again.split()[0] for again in AGAIN) | {"à", "ещё"}  # words with which "again" begins
_FORWARD = frozenset({
    "forward", "forwards", "feedforward", "vorwarts", "vorwartsdurchlauf", "vorwartspass", "순전파", "순방향", "順伝播",
    "前向き", "prosty", "прямой", "прямое", "прямого", "vooruit", "voorwaarts", "framat", "dopredu", "ileri", "avanti",
})  # fmt: skip
_APPLIES = frozenset({
    "evaluate", "evaluating", "auswerten", "evaluer", "evaluons", "evaluar", "evaluamos",
    "apply", "applying", "applied", "use", "using", "same", "anwenden", "wende", "verwenden", "appliquer", "appliquons",
    "appliquant", "aplicar", "aplicamos", "aplicando", "applicare", "applichiamo", "toepassen", "stosujemy", "применим",
})  # fmt: skip
_CONTRASTS = frozenset({
    "however", "but", "jedoch", "allerdings", "aber", "cependant", "toutefois", "embargo", "porem", "pero", "mais",
    "maar",
})  # fmt: skip
_POINTS_BACK = frozenset({
    "that", "this", "these", "those", "above", "value", "result", "answer", "correct", "right", "should", "must",
    "number", "sign", "before", "instead", "really", "false", "off", "careful", "note",
})  # fmt: skip
_BACK = frozenset({"zuruck", "terug"})  # the pass, or what is taken
_WORDS = 3  # of an "again", at most
_MANY = 5  # words of a sentence with a subject of its own
_OF_A_PASS = frozenset({Role.BACKWARD, Role.NEW, Role.AFTER})
_NEUTRAL = HARMLESS - {Role.ERROR} | {
    Role.ARTICLE, Role.LINK, Role.FILLER, Role.OF, Role.FOR, Role.BY, Role.STEP, Role.REASON, Role.WEIGHT, Role.SLOPE,
    Role.SLOPES, Role.STAYS, Role.NUMBER, Role.RESULT, Role.TIMES, Role.EVERYDAY, Role.VALUES,
    Role.BEHIND,
}  # fmt: skip
_ENDS = SENTENCE_ENDS | {"colon", "comma"}


def repeated(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "again" as a plain word in a clause that speaks of a pass, or of what is new."""
    tokens = _without_again(tokens)
    found = list(tokens)
    begin = 0
    for at, token in enumerate([*tokens, Token("sep", "stop", 0, 0)]):
        if token.kind != "sep" or token.text not in _ENDS:
            continue
        clause = range(begin, at)
        begin = at + 1
        words = [tokens[place] for place in clause if tokens[place].kind == "word"]
        if not any(
            word.role in _OF_A_PASS or not (_FORWARD | _APPLIES).isdisjoint(bare(word.text).split()) for word in words
        ):
            continue
        if any(word.role in (Role.DENIAL, Role.ERROR, Role.HEDGE) for word in words):
            continue  # "the forward pass was wrong, so again"
        for place in clause:
            if tokens[place].role is Role.RETRACTION and bare(tokens[place].text) in AGAIN:
                found[place] = replace(tokens[place], role=Role.PLAIN)
    for at, token in enumerate(tokens):
        if token.role is Role.RETRACTION and bare(token.text) in _BACK and _is_title(tokens, at):
            found[at] = replace(token, role=Role.BACKWARD)
        if token.role is Role.RETRACTION and bare(token.text) in _CONTRASTS and _goes_on(tokens, at):
            found[at] = replace(token, role=Role.PLAIN)
    return [replace(token, role=Role.PLAIN) if _leads(found, at) else token for at, token in enumerate(found)]


def _without_again(tokens: list[Token]) -> list[Token]:
    """Return the tokens without an "again" between a side and its sign: "f again = 12.2", "= e^s again = 0.5"."""
    found = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        if tokens[at + 1].kind != "word" or token.kind not in OPERAND_ENDS:
            continue
        words = [*takewhile(lambda one: one.kind == "word", tokens[at + 1 : at + 1 + _WORDS])]
        sign = tokens[end] if (end := at + 1 + len(words)) < len(tokens) else token
        leads = bool(token.name) and (at == 0 or tokens[at - 1].kind == "sep")
        relates = (leads and (sign.kind == "rel" or sign.text == "colon")) or (
            sign.kind == "rel" and sign.text != "is" and _is_within_chain(tokens, at)
        )
        if relates and " ".join(bare(word.text) for word in words) in AGAIN:
            found[at + 1 : end] = [Token("sep", "soft", word.start, word.end) for word in words]
    return found


def _is_within_chain(tokens: list[Token], at: int) -> bool:
    """Whether a relation stands before a place in its part of the sentence."""
    part = takewhile(lambda one: one.kind != "sep" or one.edge, reversed(tokens[:at]))
    return any(one.kind == "rel" for one in part)


def _is_title(tokens: list[Token], at: int) -> bool:
    """Whether a word stands alone between the ends of sentences: "2) Zurück.", "zurück (wie stark E mitgeht):"."""
    begins = at == 0 or ends_sentence(tokens[at - 1])
    behind = seen(tokens, at + 1)
    if behind < len(tokens) and tokens[behind].kind == "open":
        behind = seen(tokens, matches(tokens).get(behind, behind) + 1)
    return begins and behind < len(tokens) and tokens[behind].kind == "sep" and tokens[behind].text in _ENDS


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether "again" opens a sentence that states nothing: "Again, we use the chain rule."."""
    if tokens[at].role is not Role.RETRACTION or bare(tokens[at].text) not in AGAIN:
        return False
    opens = at == 0 or ends_sentence(tokens[at - 1])
    comma = tokens[at + 1 : at + 2] and tokens[at + 1].text == "comma"
    sentence = tokens[at : sentence_end(tokens, at)]
    return opens and bool(comma) and all(token.kind in ("word", "sep", "name") for token in sentence)


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a sentence begins with a contrast, names no quantity, and has words of its own that judge nothing."""
    if at and not ends_sentence(tokens[at - 1]):
        return False
    words: list[Token] = []
    for token in tokens[at + 1 :]:
        if token.kind == "sep" and token.text in _ENDS - {"comma", "line"}:
            break
        if token.kind == "word":
            words.append(token)
        elif token.kind != "sep":
            return False
    known = all(word.role in _NEUTRAL and bare(word.text) not in _POINTS_BACK for word in words)
    return len(words) >= _MANY and known
