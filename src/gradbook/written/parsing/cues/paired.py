"""Pairs: quantities with their numbers right behind them, and no sign in the whole line.

z 0.8, a 0.69, L 0.048          new: w 0.85   b -0.37          dL/dw -0.0995

A name with a number may be a product too: a lone pair of them needs another line of pairs above or below.
"""

from collections.abc import Sequence
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, UNKNOWN, Role, bare, bare_words
from gradbook.written.parsing.equations.assembly.ahead import named
from gradbook.written.parsing.grammar.brackets import QUANTITY_BEGINS
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, parts, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.layout.unsigned import is_stroke, marks_next

_PARTS = frozenset({"comma", "wide"})
_BEHIND_NUMBER = QUANTITY_BEGINS | {"sep", "word"}
_QUANTITY_ENDS = frozenset({"name", "new", "der", "end", "close"})
_OPEN_ENDS = frozenset({"rel", "op"})  # of a line that goes on in the next
_LONGEST = 12  # tokens of a quantity's name
_LEADS = (Role.ARTICLE, Role.OF, Role.FOR)
_HEADS = bare_words(
    "forward vorwärts hin avant adelante avanti direto voorwaarts node nodes knoten values 前向 順伝播 순전파"
)
_PASSES = bare_words(
    "pass phase propagation computation evaluation direction all every each first step durchlauf rechnung lauf schritt "
    "alle passe propagación paso pase passo propagação propagazione etappe étape 传播 计算 計算 계산"
)
_JOINS = (Role.LINK, Role.ARTICLE, Role.FILLER)


class _Told(NamedTuple):
    """The tokens of a line of pairs, with signs in them; whether it can be nothing else."""

    tokens: list[Token]
    sure: bool


def paired(tokens: list[Token], lexicon: Lexicon, source: str, code: Sequence[tuple[int, int]]) -> list[Token]:
    """Return the tokens, with signs between the quantities and numbers of a line that has nothing else.

    Args:
        tokens: in which words have become what they stand for.
        lexicon: the exercise's.
        source: the answer.
        code: where programs and their output stand, which are read otherwise.
    """
    last = [at for at, token in enumerate(tokens) if token.kind in _QUANTITY_ENDS]
    if not any(_is_pair(tokens, at) for at in last):
        return tokens
    spans = [*parts(tokens, SENTENCE_ENDS)]
    lines = [tokens[start:stop] for start, stop in spans]
    told = [
        None
        if line
        and (any(start <= line[0].start < stop for start, stop in code) or marks_next(line[0], line[-1], source))
        else _told(line, lexicon, source)
        for line in lines
    ]
    found: list[Token] = []
    headed = True
    for number, (line, pairs) in enumerate(zip(lines, told, strict=True)):
        beside = told[max(number - 1, 0) : number] + told[number + 1 : number + 2]
        goes_on = number > 0 and lines[number - 1][-1:] != [] and lines[number - 1][-1].kind in _OPEN_ENDS
        headed = headed if pairs or not line else _may_head(line)
        lone = pairs and any(beside) and not goes_on and headed
        found += pairs.tokens if pairs and (pairs.sure or lone) else line
        found += tokens[spans[number][1] : spans[number][1] + 1]
    return found


def _may_head(line: list[Token]) -> bool:
    """Whether a line above lone pairs is an equation, or words that say of values that they follow."""
    words = [token for token in line if token.kind == "word"]
    if any(token.kind == "rel" for token in line):
        return not words
    tells = [word.role is Role.VALUES or bare(word.text) in _HEADS for word in words]
    leads = (told or word.role in _LEADS or bare(word.text) in _PASSES for word, told in zip(words, tells, strict=True))
    return not words or (any(tells) and all(leads))


def _is_pair(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands behind the end of what may be a quantity, set off by a blank."""
    behind = seen(tokens, at + 1)
    return past_number(tokens, behind) > 0 and tokens[behind].start > tokens[at].end


def _told(line: list[Token], lexicon: Lexicon, source: str) -> _Told | None:
    """Return a line with signs in its pairs; None where it has more than such pairs and words, or none."""
    begin = _past_label(line)
    found, at, pairs, sure = [*line[:begin]], begin, 0, False
    while at < len(line):
        token = line[at]
        if pairs and is_stroke(line, at):
            found.append(Token("sep", "comma", token.start, token.end))
            at += 1
            continue
        if token.edge or (token.kind == "sep" and token.text in _PARTS) or token.role in _JOINS:
            found.append(token)
            at += 1
            continue
        if pairs and _is_aside(line, at):
            found += line[at:]
            break
        pair = _pair(line, at, lexicon)
        if pair is None or "\n" in source[line[pair[1] - 1].end : line[pair[1]].start]:
            return None
        node, stop, end = pair
        found += [*line[at:stop], Token("rel", "is", line[stop].start, line[stop].start), *line[stop:end]]
        if end < len(line) and line[end].kind not in ("sep", "word", "open"):
            found.append(Token("sep", "comma", line[end].start, line[end].start))
        pairs, sure, at = pairs + 1, sure or not isinstance(node, Symbol), end
    return _Told(found, sure or pairs > 1) if pairs else None


def _is_aside(line: Sequence[Token], at: int) -> bool:
    """Whether brackets with words in them begin at a place, and the line ends with them."""
    inside, last = line[at + 1 : -1], line[-1]
    if line[at].kind != "open" or last.kind != "close" or at + 1 >= len(line):
        return False
    return not any(token.kind == "close" for token in inside) and any(token.kind == "word" for token in inside)


def _past_label(line: list[Token]) -> int:
    """Return the place behind words with which a line begins, and a colon; brackets may stand among them."""
    at, depth = 0, 0
    while at < len(line):
        token = line[at]
        depth += (token.kind == "open") - (token.kind == "close")
        if token.text == "colon" and not depth and at:
            said = line[:at]
            known = all(t.role not in AGAINST_IT and t.role not in UNKNOWN for t in said if t.kind == "word")
            return at + 1 if known and said[0].kind == "word" else 0
        if not depth and token.kind not in ("word", "sep", "open", "close"):
            break
        at += 1
    words = 0
    while words < len(line) and (line[words].edge or line[words].role in (*_JOINS, Role.NEW, Role.VALUES, Role.SLOPES)):
        words += 1
    return words


def _pair(line: list[Token], at: int, lexicon: Lexicon) -> tuple[Node, int, int] | None:
    """Return the quantity that begins at a place, the place of its number and the place behind that."""
    if line[at].kind not in QUANTITY_BEGINS:
        return None
    for stop in range(at + 1, min(at + 1 + _LONGEST, len(line))):
        end = past_number(line, stop)
        last = last_seen(line, stop)
        if not end or line[stop].start <= line[last].end or not _is_one_number(line, stop, end):
            continue
        node = quantity(named(line[at:stop]), lexicon)
        return (node, stop, end) if isinstance(node, Symbol | Derivative | New) else None
    return None


def _is_one_number(line: Sequence[Token], stop: int, end: int) -> bool:
    """Whether a number stands alone, its sign right before it: "w -0.3", not "w - 0.3"."""
    signed = line[stop].text == "-"
    behind = seen(line, end)
    alone = behind >= len(line) or line[behind].kind in _BEHIND_NUMBER
    alone = alone or _is_aside(line, behind) or is_stroke(line, behind)
    return alone and (not signed or line[stop].end == line[stop + 1].start)
