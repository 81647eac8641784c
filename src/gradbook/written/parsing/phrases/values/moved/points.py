r"""Points: all inputs together, called by a noun: "the new point is (3.2, -0.6)", "new weights: [0.7, 1.2]".

The order of the entries is the graph's, unless the names stand in brackets behind the noun: "the new point (x, y) is".
"""

from dataclasses import replace

from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.notation import NEW, POINT_WORDS
from gradbook.written.parsing.grammar.brackets import listed, matches, relates
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.layout.step_sizes import is_step
from gradbook.written.parsing.phrases.slopes.parallels import numbers_from
from gradbook.written.parsing.phrases.speech.counts import is_one
from gradbook.written.parsing.phrases.values.moved.changes import FROM_TO, is_passed, word_behind
from gradbook.written.parsing.phrases.values.moved.new_values import step_behind

NOUNS = frozenset(map(bare, POINT_WORDS))
_WEIGHTS = frozenset(map(bare, ("weights", "Gewichte", "poids", "pesos", "pesi", "gewichten", "wagi", "веса")))
_LEARNING = frozenset(map(bare, (
    "training", "backpropagation", "backprop", "backward", "epoch", "optimization", "optimisation", "learning",
    "rückwärtsschritt", "epoche", "optimierung", "lernschritt", "rétropropagation", "entraînement", "époque",
    "apprentissage", "retropropagación", "entrenamiento", "época", "aprendizaje", "retropropagação", "treinamento",
    "treino", "retropropagazione", "addestramento", "epoca", "terugpropagatie", "epoch", "propagacji wstecznej",
    "propagacji", "treningu", "epoce", "epoki", "обучения", "эпохи", "обратного распространения", "eğitimden", "eğitim",
    "pelatihan", "epok", "huấn luyện", "lan truyền ngược", "反向传播", "训练", "逆伝播", "誤差逆伝播", "学習",
    "역전파", "학습",
)))  # fmt: skip
_MOST = 30  # tokens between the noun and its vector
_PASSED = (*HARMLESS, Role.OF, Role.ARTICLE, Role.LINK, Role.FILLER, Role.NEW, Role.FOR)
_NEAR = 4  # tokens between a verb and the noun
_SIGNS = ("-", "+")
_BESIDE = (Role.ARTICLE, Role.LINK, Role.FILLER, Role.PLAIN)


def is_point(token: Token) -> bool:
    """Whether a word may mean all inputs."""
    return token.kind == "word" and bare(token.text) in NOUNS


def new_point(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a noun for all inputs, new, before a vector of numbers as the new values of all of them."""
    if not is_point(tokens[at]):
        return None
    end, new = at, bool(before) and (before[-1].role is Role.NEW or bare(before[-1].text) in NEW)
    place = seen(tokens, at + 1)
    if place < len(tokens) and tokens[place].role is Role.NEW:
        new, end = True, place
    elif place < len(tokens) and tokens[place].role is Role.AFTER and (last := _learned_behind(tokens, place)):
        new, end = True, last
    place = end + 1
    while place < len(tokens) and (tokens[place].edge or tokens[place].role in _PASSED):
        place += 1
    if not new or place >= len(tokens):
        return None
    led = any(token.kind == "rel" and token.text == "is" for token in before[-_NEAR:])
    if not relates(tokens[place]) and not (led and tokens[place].kind == "open"):
        return None  # "gives the new position (4.94, 1.85)" needs no sign
    sign = tokens[place]
    place = seen(tokens, place + 1) if relates(sign) else place
    while place < len(tokens) and (tokens[place].role in _BESIDE or tokens[place].edge):
        place += 1
    count, behind = listed(tokens, place)
    named = tuple(token.name for token in tokens[place:behind] if token.name in lexicon.inputs)
    if count == len(named) and behind < len(tokens) and tokens[behind].kind == "rel":  # the new point: (x, y) =
        head = all_new(named, tokens[at].start, tokens[end].end)
        return [replace(head[0], role=None), *head[1:]], behind
    weights = bare(tokens[at].text) in _WEIGHTS
    rel = Token("rel", "=", sign.start, sign.end if relates(sign) else sign.start)
    count = len(numbers_from(tokens, place)[0])
    if count > 1 and (names := moved(count, lexicon, weights=weights)):  # the new weights are 0.7 and 1.2
        start, stop = tokens[at].start, tokens[end].end
        listing = [replace(token, role=Role.NEW) for token in all_new(names, start, stop)[1:-1]]
        return [*listing, rel], place
    count = entries_ahead(tokens, place)
    names = moved(count, lexicon, weights=weights) if count else ()
    if not names:
        return None
    return [*all_new(names, tokens[at].start, tokens[end].end), rel], place


def _learned_behind(tokens: list[Token], at: int) -> int:
    """Return the place of "step" behind a word, or of "training" or "backpropagation"; 0 where there is none."""
    if (step := step_behind(tokens, at)) > at:
        return step
    place = at + 1
    while place < len(tokens) and (tokens[place].role in (Role.ARTICLE, Role.OF) or is_one(tokens[place])):
        place += 1
    return place if place < len(tokens) and bare(tokens[place].text) in _LEARNING else 0


def point_moved(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "from (4, 3) to (3.94, 2.96)" as a change of all inputs."""
    between = FROM_TO.get(bare(tokens[at].text))
    count, first = listed(tokens, seen(tokens, at + 1)) if between else (0, 0)
    behind = word_behind(tokens, seen(tokens, first), between) if between and count else 0
    begin = seen(tokens, behind) if behind else 0
    last, end = listed(tokens, begin) if begin else (0, 0)
    names = moved(count, lexicon)
    if last != count or not names:
        return None
    back = len(before)
    while back and is_passed(before[back - 1]):
        back -= 1
    if back and before[back - 1].kind == "close":
        opened = next((place for place, close in matches(before).items() if close == back - 1), back)
        named = tuple(token.name for token in before[opened:back] if token.name)
        if set(named) != set(names):
            return None
        names = named
        del before[opened:]
    start, stop = tokens[at].start, tokens[at].end
    old, new = tokens[at + 1 : first], tokens[begin:end]
    arrow = Token("sep", "arrow", tokens[first].start, new[0].start)
    return [*all_new(names, start, stop), Token("rel", "=", stop, stop), *old, arrow, *new], end


def unnamed(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with a head for steps of all inputs that have none: "(4, 3) → (3.94, 2.96)".

    Also "(4, 3) - 0.1 (0.6, 0.4) = (3.94, 2.96)", where the point before the step stands first, and
    "One step of 0.1: (3.94, 2.96)".
    """
    heads: dict[int, list[Token]] = {}
    for at, token in enumerate(tokens):
        if token.text == "colon":
            opened = seen(tokens, at + 1)
            if (names := moved(listed(tokens, opened)[0], lexicon)) and is_step(tokens, at):
                heads[opened] = head_at(names, tokens[opened].start)
            continue
        if token.kind == "sep" and token.text == "arrow":
            close = last_seen(tokens, at)
            end = seen(tokens, at + 1)
        elif token.kind == "op" and token.text == "-" and at and _closes(tokens, last_seen(tokens, at)):
            close = last_seen(tokens, at)
            end = _difference(tokens, at)
        else:
            continue
        opened = next((place for place in range(close, max(-1, close - _MOST), -1) if tokens[place].kind == "open"), 0)
        count, behind = listed(tokens, opened) if close >= 0 else (0, 0)
        names = moved(count, lexicon)
        if not names or behind != close + 1 or listed(tokens, end)[0] != count or not _stands_first(tokens, opened):
            continue
        heads[opened] = head_at(names, tokens[opened].start)
        if token.kind == "op":
            arrow = Token("sep", "arrow", token.start, token.start)
            heads[opened] += [*tokens[opened : close + 1], arrow]
    return with_heads(tokens, heads)


def head_at(names: tuple[str, ...], start: int) -> list[Token]:
    """Return the new values of inputs, and that they are what stands at a place."""
    return [*all_new(names, start, start), Token("rel", "=", start, start)]


def with_heads(tokens: list[Token], heads: dict[int, list[Token]]) -> list[Token]:
    """Return the tokens with heads before those at some places."""
    if not heads:
        return tokens
    return [one for place, token in enumerate(tokens) for one in (*heads.get(place, ()), token)]


def _closes(tokens: list[Token], at: int) -> bool:
    return at >= 0 and tokens[at].kind == "close"


def _difference(tokens: list[Token], at: int) -> int:
    """Return the place of what a difference is said to be; that of the sign where it is not."""
    for place in range(at + 1, min(at + _MOST, len(tokens))):
        if tokens[place].kind == "rel":
            return seen(tokens, place + 1)
        if tokens[place].kind in ("word", "sep") and tokens[place].text not in ("soft", "comma"):
            break
    return at


def _stands_first(tokens: list[Token], at: int) -> bool:
    """Whether nothing before a place is a quantity or a sign that what stands there belongs to."""
    before = last_seen(tokens, at)
    if before >= 0 and tokens[before].kind == "sep" and tokens[before].text == "colon":
        before = last_seen(tokens, before)
        return before >= 0 and tokens[before].kind == "word"
    return before < 0 or tokens[before].kind in ("sep", "word")


def moved(count: int, lexicon: Lexicon, *, weights: bool = False) -> tuple[str, ...]:
    """Return the inputs that a vector of so many entries may be: all, or those that are called weights and biases."""
    kinds = ["w"] if weights else []
    for stems in (*kinds, "", "wb", "w"):
        named = tuple(name for name in lexicon.inputs if not stems or name[0].lower() in stems)
        if len(named) == count > 1:
            return named
    return ()


def all_new(names: tuple[str, ...], start: int, end: int) -> list[Token]:
    """Return the vector of the new values of inputs; its bracket says that their order is not said."""
    found = [Token("open", "(", start, start, role=Role.NEW)]
    for number, name in enumerate(names):
        found += [Token("sep", "comma", start, start)] if number else []
        found.append(Token("new", name, start, end, New(name)))
    return [*found, Token("close", ")", end, end)]


def entries_ahead(tokens: list[Token], at: int) -> int:
    """Return how many numbers the first list in brackets behind a place has, in the same sentence; 0 if none has."""
    for place in range(at, min(at + _MOST, len(tokens))):
        token = tokens[place]
        if token.kind == "open":
            return listed(tokens, place)[0]
        if token.kind == "sep" and token.text not in ("soft", "line", "block", "comma"):
            return 0
    return 0


def barred(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a bar between the numbers of a point as a comma: "(-2|1,8)", as German schools write it."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.text == "|" and at and tokens[at - 1].kind == "num":
            begin = at - 2 - (at > 1 and tokens[at - 2].text in _SIGNS)
            signed = at + 1 < len(tokens) and tokens[at + 1].text in _SIGNS
            pair = [token.kind for token in tokens[at + 1 + signed : at + 3 + signed]]
            if begin >= 0 and tokens[begin].text == "(" and pair == ["num", "close"]:
                found[at] = Token("sep", "comma", token.start, token.end)
    return found
