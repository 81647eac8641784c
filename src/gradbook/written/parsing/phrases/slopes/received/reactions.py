"""Reactions: what says with which quantity the output moves, and the number that it moves by.

    nudge e → L changes at −1.12        How much L cares about a: −0.755        D vs ox: 5        an z gedreht: −0,1481
    If s goes up a hair, E goes up 2.5 hairs.        E ändras med 2v, alltså 2,4, när v ändras.

Such a number counts where it is the gradient: what moves by it need not be the output. One of a move downwards has no
sign of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.moving import BITS, HOW, NUDGING, OTHERWISE, PUSHING, WHEN, moves
from gradbook.written.parsing.grammar.edges import ends_line, ends_sentence
from gradbook.written.parsing.phrases.slopes.received.inquiries import is_harmless
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

VERSUS = bare_words("vs versus against gegen gegenüber contre contra contro tegen против przeciw mot karşı")
_BACKWARDS = bare_words("backwards backward rückwärts arrière atrás indietro trás achteruit wstecz назад geri")
_UNITS = (*bare_words("unit einheit unité unidad unidade unità eenheid jednostk единиц enhet birim"),)
_TO = bare_words("to auf zu bis a à al hasta até ao fino naar tot do до till til 到 成 へ に")
_MOST = 14  # tokens of such a label
_FEW = 8  # tokens between a label and its number that say again that the output moves
_LEADS = 3  # words of these before the output
_CALCULATES = frozenset({"num", "open", "frac", "group"})


def with_reactions(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, labels and clauses that say with which quantity the output moves as derivatives."""
    found: list[Token] = []
    at, moved = 0, False
    while at < len(tokens):
        begins = not found or ends_sentence(found[-1])
        titled = bool(found) and found[-1].kind == "sep" and found[-1].text == "colon"
        read = _labelled(tokens, at, lexicon) if begins else None
        read = read or (_explained(tokens, at, lexicon) if begins or titled else None)
        if read is None:
            moved = moved and not begins
            if not (moved and found[-1].kind == "num" and bare(tokens[at].text).startswith(BITS)):  # "2.5 hairs"
                found.append(tokens[at])
            at += 1
            continue
        moved = True
        by, number, at = read
        slope = Derivative(lexicon.output, by.name)
        found += [Token("der", by.text, by.start, by.end, slope, Role.ERROR), Token("rel", "=", by.end, by.end)]
        found += (token for token in number if not bare(token.text).startswith(BITS))
    return found


def _labelled(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Token, Sequence[Token], int] | None:
    """Return what a label names that begins at a place, the number behind it, and where to go on."""
    if tokens[at].kind != "word" and tokens[at].name != lexicon.output:
        return None
    for sign in range(at + 1, min(at + _MOST, len(tokens))):
        token = tokens[sign]
        if token.text in MARKS:
            return _answered(tokens, at, sign, lexicon)
        if token.kind == "sep" and token.text in ("colon", "arrow", "comma"):
            behind = _moved_behind(tokens, sign, lexicon)
            if token.text == "comma" and not behind:
                return None
            by = _moved_with(tokens[at:sign], lexicon, again=behind > 0)
            if by is None or not (behind or _leads_to_number(tokens, sign)):
                return None
            return by, (), behind or sign + 1
        if not (token.kind in ("word", "name") or token.text == "is" or token.edge):
            return None
    return None


def _answered(
    tokens: Sequence[Token], at: int, mark: int, lexicon: Lexicon
) -> tuple[Token, Sequence[Token], int] | None:
    """Return the same of a question with its answer behind its mark: "How much does f care about w? 7"."""
    asks = any(bare(word.text) in HOW for word in tokens[at:mark])
    by = _moved_with(tokens[at:mark], lexicon, again=False) if asks else None
    stop = mark + 1 < len(tokens) and tokens[mark + 1].text == "stop"
    number = _number(tokens, mark + 1 + stop) if by is not None else 0
    return (by, (), number) if by is not None and number else None


def _moved_with(label: Sequence[Token], lexicon: Lexicon, *, again: bool) -> Token | None:
    """Return the name of the quantity with which a label says that the output moves.

    Args:
        label: words and names.
        lexicon: the exercise's.
        again: whether what stands behind it says that it does.
    """
    names = [token for token in label if token.kind == "name"]
    others = [token for token in names if token.name != lexicon.output]
    words = [token for token in label if token.kind == "word"]
    others = others or [
        replace(word, kind="name", node=Symbol(name)) for word in words if (name := _letter(word, lexicon))
    ]
    if len(others) != 1 or len(names) > 2 or others[0].name not in lexicon.cone(lexicon.output):
        return None
    texts = [part for word in words for part in bare(word.text).split()]
    if any((text.startswith(OTHERWISE) and text not in VERSUS) or text in _BACKWARDS for text in texts):
        return None
    if len(names) > 1 and len(texts) == 1 and texts[0] in VERSUS:
        return others[0]
    supposes = again or any(word.role is Role.CONDITION for word in words) or not WHEN.isdisjoint(texts)
    nudges = any(text.startswith(NUDGING if supposes else PUSHING) for text in texts)  # "I changed w: 4.3" is a step
    told = any(map(moves, texts)) if len(names) > 1 or (supposes and again) else nudges
    told = told or nudges or (again and any(text.startswith(_UNITS) for text in texts))
    harmless = all(is_harmless(word) or word.role is Role.CONDITION for word in words)
    return others[0] if told and harmless else None


def _letter(word: Token, lexicon: Lexicon) -> str:
    """Return the name that a letter is, which may be a word too: "turn s up"."""
    return (len(word.text) == 1 and word.role is not Role.ARTICLE and lexicon.name(word.text)) or ""


def _moved_behind(tokens: Sequence[Token], sign: int, lexicon: Lexicon) -> int:
    """Return the place of the number behind words that say by how much the output moves, "f goes up 2.5"; else 0."""
    line = list(takewhile(lambda token: not ends_line(token), tokens[sign + 1 : sign + 1 + _LEADS + _FEW]))
    output = next((n for n, token in enumerate(line[: _LEADS + 1]) if token.name == lexicon.output), -1)
    number = _number(line, output + 1) if output >= 0 else 0
    return sign + 1 + number if number and _rises(line[:output] + line[output + 1 : number]) else 0


def _explained(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[Token, Sequence[Token], int] | None:
    """Return the same of a sentence that says first how the output moves: "f moves by 7 when w moves"."""
    if tokens[at].name != lexicon.output:
        return None
    sentence = list(takewhile(lambda token: not ends_sentence(token), tokens[at:]))
    first = _number(sentence, 1)
    when = next((n for n in range(first, len(sentence)) if first and _is_when(sentence[n])), 0)
    if not when or not _rises(sentence[1:first]):
        return None
    names = [token for token in sentence[when:] if token.kind == "name"]
    others = [token for token in sentence[when:] if token.kind not in ("name", "word") and not token.edge]
    if len(names) != 1 or others or names[0].name not in lexicon.cone(lexicon.output) - {lexicon.output}:
        return None
    if not _rises(token for token in sentence[when + 1 :] if token.kind == "word"):
        return None
    number = sentence[first:when]
    while number and number[-1].kind == "sep":
        number = number[:-1]
    return names[0], number, at + len(sentence)


def _number(tokens: Sequence[Token], at: int) -> int:
    """Return where a calculation begins behind harmless words; 0 where it does not: none to which something moves."""
    for place in range(at, min(at + _FEW, len(tokens))):
        token = tokens[place]
        if token.kind in _CALCULATES or token.text == "-":
            return 0 if bare(tokens[place - 1].text) in _TO else place
        if not (token.edge or (token.kind == "word" and is_harmless(token))):
            return 0
    return 0


def _rises(words: Iterable[Token]) -> bool:
    """Whether words say that something moves, and neither that it falls nor anything against it."""
    said = [word for word in words if not word.edge]
    texts = [part for word in said for part in bare(word.text).split()]
    falls = any(text.startswith(OTHERWISE) for text in texts)
    return any(map(moves, texts)) and not falls and all(word.kind == "word" and is_harmless(word) for word in said)


def _is_when(token: Token) -> bool:
    return token.kind == "word" and (token.role is Role.CONDITION or bare(token.text) in WHEN)


def _leads_to_number(tokens: Sequence[Token], sign: int) -> bool:
    """Whether a number stands in the line behind a sign, and not that to which something is moved: "5 -> 5.01"."""
    line = list(takewhile(lambda token: not ends_line(token), tokens[sign + 1 :]))
    return any(token.kind == "num" for token in line) and all(token.text != "arrow" for token in line)
