"""A quantity before and after its step, each behind a label: "w: old 0.8, new 0.85", "w was 0.8 and becomes 0.85".

It says what "w: 0.8 -> 0.85" does; "w after: 0.85" is the new value alone. So do "L = 0.4 before and 0.3 after the
step" and "the loss was 0.4 before and is 0.3 now"; "the loss is 0.4 before" is the old one alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_number, seen, sentence_start
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.values.moved.changes import FROM, TO

_OLD = (Role.OLD, Role.BEFORE)
_NEW = (Role.NEW, Role.AFTER)
_WAS = frozenset({"was", "war", "betrug", "etait", "valait", "era", "valia", "valeva", "было", "был", "была", "bylo"})
_BETWEEN = frozenset({"comma", "wide", "stop", "soft"})
_TO = TO | {"to", "a", "à", "naar", "do", "на", "zu"}
_FILLS = (Role.LINK, Role.FILLER, Role.ARTICLE)
_NOW = frozenset(
    {"now", "afterwards", "jetzt", "nun", "danach", "maintenant", "ensuite", "ahora", "agora", "ora", "nu"}
)
_WRITERS = frozenset({"i", "ich", "je", "j'avais", "yo", "tenia", "eu", "tinha", "io", "avevo", "ik", "ja", "я", "my"})

Number = tuple[list[Token], int]


def replaced(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what is struck through between a sign and the number in its place: "z = ~~7~~ 8".

    What takes back right behind a line's struck beginning speaks of that: "~~z = 7~~ my mistake, it is a sum:".
    """
    spoken = [
        replace(token, role=Role.PLAIN) if _is_of_struck(tokens, at) else token for at, token in enumerate(tokens)
    ]
    return [
        token
        for at, token in enumerate(spoken)
        if not (
            (token.kind, token.text) == ("sep", "struck")
            and past_number(tokens, _past_plus(tokens, seen(tokens, at + 1)))
            and (last := last_seen(tokens, at)) >= 0
            and says(tokens[last])
        )
    ]


def _past_plus(tokens: Sequence[Token], at: int) -> int:
    """Return where a number begins whose sign is set right: "~~-5~~ +5"."""
    return seen(tokens, at + 1) if at < len(tokens) and (tokens[at].kind, tokens[at].text) == ("op", "+") else at


def _is_of_struck(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].role not in (Role.DENIAL, Role.RETRACTION):
        return False
    begin = at - 1
    while begin >= 0 and (tokens[begin].kind == "word" or tokens[begin].edge):
        begin -= 1
    struck = begin >= 0 and (tokens[begin].kind, tokens[begin].text) == ("sep", "struck")
    return struck and _begins(tokens, begin) and (last_seen(tokens, begin) < 0 or ends_sentence(tokens[begin - 1]))


def before_and_after(tokens: list[Token]) -> list[Token]:
    """Return the tokens, such labels as signs that stand between a quantity and its numbers."""
    found: list[Token] = []
    at = 0
    tokens = _labelled_behind(tokens)
    while at < len(tokens):
        read = _read(tokens, at) if _is_named(tokens[at]) else None
        if read and found and found[-1].role is Role.FOR and _begins(found, len(found) - 1):
            found.pop()  # "for w: old 0.8, new 0.85"
        more, at = read or ([tokens[at]], at + 1)
        found += more
    return found


def _is_named(token: Token) -> bool:
    """Whether a token is a quantity by its name, or the loss by its noun."""
    named = token.kind == "name" and isinstance(token.node, Symbol)
    return named or (token.kind == "word" and bare(token.text) in LOSS_WORDS)


def _labelled_behind(tokens: list[Token]) -> list[Token]:
    """Return the tokens, numbers with "before" and "after" behind them as a change: "L = 0.4 before, 0.3 after"."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        behind = seen(tokens, at + 1) if tokens[at].kind == "num" else len(tokens)
        labelled = _labels(tokens, behind, (Role.BEFORE,)) and _heads(found)
        place = _over(tokens, behind + 1) if labelled else 0
        if labelled and (place >= len(tokens) or ends_sentence(tokens[place]) or tokens[place].text == ")"):
            found.append(tokens[at])  # "loss 0.4 before."
            at = behind + 1
            continue
        new = past_number(tokens, place) if labelled else 0
        end = _past_after(tokens, seen(tokens, new)) if new else 0
        if not end:
            found.append(tokens[at])
            at += 1
            continue
        sign = last_seen(found) if found[last_seen(found)].kind == "rel" else last_seen(found, last_seen(found))
        if found[sign].kind == "rel":
            found[sign] = Token("sep", "colon", found[sign].start, found[sign].end)
        middle = tokens[place].start
        found += [tokens[at], Token("sep", "arrow", middle, middle), *tokens[place:new]]
        at = end
    return found


def _heads(before: Sequence[Token]) -> bool:
    """Whether a loss, or a calculated quantity and a sign, stands at the end: "L =", "the loss was", "loss"."""
    place = last_seen(before)
    place = last_seen(before, place) if place >= 0 and before[place].text == "-" else place
    signed = place >= 0 and (says(before[place]) or bare(before[place].text) in _WAS)
    head = last_seen(before, place) if signed else place
    if head < 0 or not (before[head].kind == "name" or bare(before[head].text) in LOSS_WORDS):
        return False
    if not _WRITERS.isdisjoint(bare(token.text) for token in before[sentence_start(before, head) : head]):
        return False  # "I had L = 0.4 before" is an answer that is given up
    return signed or before[head].kind == "word"


def _over(tokens: Sequence[Token], at: int) -> int:
    """Return the place of what follows on a comma, "and" and a verb."""
    while at < len(tokens) and (
        tokens[at].edge
        or tokens[at].text in ("comma", "is")
        or (tokens[at].kind == "word" and (tokens[at].role in _FILLS or bare(tokens[at].text) in _WAS))
    ):
        at += 1
    return at


def _past_after(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind "after", "after the step", "afterwards" or "now" at the end of a clause; 0 for none."""
    if not _labels(tokens, at, (Role.AFTER, Role.NEW)) and not (at < len(tokens) and bare(tokens[at].text) in _NOW):
        return 0
    place = at + 1
    while place < len(tokens) and (tokens[place].role in (Role.ARTICLE, Role.STEP, Role.NUMBER) or tokens[place].edge):
        place += 1
    return place if place >= len(tokens) or tokens[place].kind in ("sep", "close") else 0


def _begins(tokens: Sequence[Token], at: int) -> bool:
    before = last_seen(tokens, at)
    return before < 0 or tokens[before].kind == "sep"


def _read(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """Return what a quantity and its labels are read as, and the place behind; None where they do not stand here."""
    name = tokens[at]
    place = seen(tokens, at + 1)
    opened = _is(tokens, place, "(")
    place = seen(tokens, place + 1) if opened or _is(tokens, place, "colon") else place
    if _labels(tokens, place, _OLD) or (place < len(tokens) and bare(tokens[place].text) in _WAS):
        old = _number(tokens, seen(tokens, place + 1))
        behind = _past(tokens, old[1], name) if old else 0
        moves = old is not None and behind < len(tokens) and tokens[behind].role is Role.RESULT
        new = _number(tokens, seen(tokens, behind + 1)) if moves or _labels(tokens, behind, _NEW) else None
        if old is None or new is None or (opened and not _is(tokens, seen(tokens, new[1]), ")")):
            return None
        return _change(name, old, new, new[0][0].start), seen(tokens, new[1]) + 1 if opened else new[1]
    if moved := _updated(tokens, place, name) or _becomes(tokens, at, name):
        return moved
    behind = _behind_new(tokens, place) if not opened else 0
    if behind and isinstance(name.node, Symbol):
        end = tokens[behind - 1].end
        return [Token("new", name.text, name.start, end, New(name.node.name)), Token("rel", "=", end, end)], behind
    return None


def _behind_new(tokens: Sequence[Token], place: int) -> int:
    """Return the place behind "after:", "is updated to", "的新值 是", "更新 为"; 0 where none stands at a place."""
    stepped = _labels(tokens, place, (Role.STEP,)) and _is(tokens, place + 1, "is")
    if stepped:
        return place + 2
    if _is(tokens, place, "is") and _moves(tokens, place + 1):
        return place + 3 if place + 2 < len(tokens) and bare(tokens[place + 2].text) in _TO else 0
    place += _labels(tokens, place, (Role.OF,))
    if not _labels(tokens, place, _NEW):
        return 0
    linked = seen(tokens, place + 1)
    owned = _labels(tokens, place - 1, (Role.OF,)) and _labels(tokens, linked, (Role.LINK,))
    return linked + 1 if owned or _is(tokens, linked, "colon") or _is(tokens, linked, "=") else 0


def _updated(tokens: Sequence[Token], place: int, name: Token) -> tuple[list[Token], int] | None:
    """Read "is updated from 0.8 to 0.85", "wird von 0,8 auf 0,85"."""
    if not _is(tokens, place, "is"):
        return None
    place += 1 + _moves(tokens, place + 1)
    old = _number(tokens, place + 1) if place < len(tokens) and bare(tokens[place].text) in FROM else None
    new = _number(tokens, old[1] + 1) if old and old[1] < len(tokens) and bare(tokens[old[1]].text) in _TO else None
    if old is None or new is None:
        return None
    return _change(name, old, new, new[0][0].start), new[1]


def _becomes(tokens: Sequence[Token], at: int, name: Token) -> tuple[list[Token], int] | None:
    """Read "w: 0.8 becomes 0.85", "w: 0.8 to 0.85", "w: 0.8 ↦ 0.85"."""
    colon = seen(tokens, at + 1)
    old = _number(tokens, colon + 1) if _is(tokens, colon, "colon") else None
    sign = seen(tokens, old[1]) if old else len(tokens)
    if old is None or sign >= len(tokens) or not _leads_to_new(tokens[sign]):
        return None
    new = _number(tokens, seen(tokens, sign + 1))
    if new is None or not (new[1] >= len(tokens) or tokens[new[1]].kind in ("sep", "word", "close")):
        return None
    return _change(name, old, new, tokens[sign].start), new[1]


def _change(name: Token, old: Number, new: Number, middle: int) -> list[Token]:
    """Return a quantity with its two numbers as "w: 0.8 -> 0.85" has them, the arrow at a place of the source."""
    colon, arrow = Token("sep", "colon", name.end, name.end), Token("sep", "arrow", middle, middle)
    return [name, colon, *old[0], arrow, *new[0]]


def _leads_to_new(token: Token) -> bool:
    """Whether a token leads from a value to the one in its place."""
    verb = token.kind == "rel" and (token.text == "<-" or token.role is Role.RESULT)
    return verb or (token.kind == "word" and token.text.lower() in _TO)


def _moves(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle says that a quantity changes: "updated", "reduced"; "raised" may be to a power."""
    return _labels(tokens, at, (*_NEW, Role.CHANGES)) and bare(tokens[at].text) != "raised"


def _labels(tokens: Sequence[Token], at: int, roles: tuple[Role, ...]) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].role in roles


def _is(tokens: Sequence[Token], at: int, text: str) -> bool:
    return at < len(tokens) and tokens[at].text == text


def _number(tokens: Sequence[Token], at: int) -> Number | None:
    """Return a number behind a colon or a verb, with its sign, and the place behind it."""
    while at < len(tokens) and (tokens[at].text in ("colon", "is") or tokens[at].edge):
        at += 1
    end = past_number(tokens, at)
    return ([*tokens[at:end]], end) if end else None


def _past(tokens: Sequence[Token], at: int, name: Token) -> int:
    """Return the place behind what may part the two numbers, the quantity again among it."""
    while at < len(tokens) and (
        tokens[at].edge
        or (tokens[at].kind == "sep" and tokens[at].text in _BETWEEN)
        or (tokens[at].kind == "word" and tokens[at].role in _FILLS)
        or (tokens[at].kind == "name" and tokens[at].node == name.node)
    ):
        at += 1
    return at
