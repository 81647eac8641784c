"""Inquiries: titles that ask how much the output moves when each quantity does. Gradients stand under them.

    How touchy is y?      Hacia atrás, ¿cuánto se mueve f si empujo cada cosa?      What L would do if I nudged each:

What happens when something is doubled or left out is another thing to ask, and so is what happens after the step.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.lists.moving import BITS, HOW, NUDGING, OTHERWISE, WHEN, moves
from gradbook.written.parsing.grammar.edges import ends_line, ends_sentence
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_AGAINST = frozenset({
    Role.NEGATION, Role.DENIAL, Role.OTHERS, Role.OTHER, Role.HEDGE, Role.RETRACTION, Role.AGAINST, Role.EXAMPLE,
    Role.NEW, Role.OLD, Role.BEFORE, Role.STEP, Role.RATE, Role.LOCAL, Role.UPSTREAM, Role.PART, Role.NUMBER,
    Role.SLOPE, Role.VALUES, Role.POWER, Role.RESULT,
})  # fmt: skip
_NOT = bare_words(
    "not never nothing no nicht nie nichts kein ne pas jamais rien nunca nada não non mai niente niet nooit nie nic "
    "не ничего inte ikke aldrig değil tidak tak không chẳng 不 没 ない 않 안 wish hope once used earlier last "
    "previous previously thought believed most least früher einst höchstens mindestens letzten vorherigen dernier "
    "dernière último última ultimo ultima vorige maximaal poprzednim прошлом раньше"
)
_OPENS = HOW | bare_words(
    "ask asks asked wonder question frage fragt demande pregunta pregunto pergunta pergunto chiedo domanda vraag pytam "
    "спрашиваю вопрос"
)
_MOVES = (*NUDGING, *BITS)
_PASSED = frozenset({"comma", "soft"})
_LEAST, _MOST = 3, 30  # words of such a title
_LABEL = 8  # tokens of a line before its number


def with_inquiries(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, a title that asks for gradients as one word that says so.

    Args:
        tokens: of an answer, or of one line of it, of which it is not told what stands below.
        lexicon: the exercise's.
    """
    found: list[Token] = []
    start = 0
    for place in range(len(tokens) + 1):
        ends = place == len(tokens) or _ends(tokens[place])
        if not ends:
            continue
        asks = _asks(tokens[start:place], lexicon) and _heads_list(tokens, place, lexicon)
        if asks:
            first, last = tokens[start], tokens[place - 1]
            found.append(Token("word", "backward", first.start, last.end, None, Role.BACKWARD))
        else:
            found += tokens[start:place]
        found += tokens[place : place + 1]
        start = place + 1
    return found


def _ends(token: Token) -> bool:
    return ends_sentence(token) or (token.kind == "sep" and token.text == "colon")


def _asks(sentence: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a sentence asks how much the output moves, and says nothing else."""
    said = [token for token in sentence if not (token.kind == "sep" and token.text in _PASSED)]
    words = [token for token in said if token.kind == "word" and token.text not in MARKS]
    names = [token for token in said if token.kind != "word" and token.text != "is"]
    if not _LEAST <= len(words) + len(names) <= _MOST or not names:
        return False
    if any(token.kind != "name" or token.name != lexicon.output for token in names):
        return False
    supposes = any(word.role is Role.CONDITION for word in words)
    return inquires((word.text for word in words), supposes=supposes) and all(map(is_harmless, words))


def inquires(words: Iterable[str], *, supposes: bool = False) -> bool:
    """Whether words ask how much something moves, at most when something else is moved a little.

    Args:
        words: of a sentence.
        supposes: whether one of them says on what condition.
    """
    texts = [part for word in words for part in bare(word).split()]
    if HOW.isdisjoint(texts) or not any(map(moves, texts)) or any(text.startswith(OTHERWISE) for text in texts):
        return False
    supposes = supposes or not WHEN.isdisjoint(texts)
    return not supposes or any(text.startswith(NUDGING) for text in texts)


def is_harmless(word: Token) -> bool:
    """Whether a word says nothing against what stands below, nor that it is of something else."""
    texts = bare(word.text).split()
    known = any(text in _OPENS or text.startswith(_MOVES) or moves(text) for text in texts)
    return word.role not in _AGAINST and _NOT.isdisjoint(texts) and (known or word.role not in UNKNOWN)


def _heads_list(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a sentence that ends at a place is the last of its line, and a quantity with a number stands below."""
    at = place
    while at < len(tokens) and tokens[at].kind == "sep" and not ends_line(tokens[at]):
        at += 1
    if at < len(tokens) and tokens[at].kind != "sep":
        return False
    while at < len(tokens) and tokens[at].kind == "sep":
        at += 1
    if at == len(tokens):
        return True
    line = list(takewhile(lambda token: not ends_line(token), tokens[at:]))
    below = lexicon.cone(lexicon.output) - {lexicon.output}
    named = next((n for n, token in enumerate(line[:_LABEL]) if token.name in below), len(line))
    return any(token.kind == "num" for token in line[named:])
