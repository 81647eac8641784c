"""Errata: what a list of corrections, or a correction with a colon, speaks of by a name or a number.

Correction of b: -0.27 + 0.12 = -0.15        Erratum: for 0.4225 read 0.2113        Errata:
                                                                                    - L: it gets smaller, so it is 1.01

Whatever was stated before of what is named, or with such a number, is in doubt, unless it ends with the only number of
the correction. So is a derivative that a note behind the answer names, and does not state anew: "PS: df/dw is 4 too".
Where nothing says of what a correction with a number is, all before it is in doubt.
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied
from gradbook.written.parsing.cues.against.denials.sentences.written_numbers import (
    DECIMALS,
    ENDS,
    NUMBER,
    WHOLE,
    is_whole,
    value_of,
)
from gradbook.written.parsing.phrases.speech.others.earlier_versions import tells_of_earlier_version

_NOUN = (
    r"(?:corrections?|errat(?:a|um)|corrigend(?:a|um)|fix(?:es)?|typos?|korrektur(?:en)?|berichtigung(?:en)?|rectificati(?:on|fs?)"
    r"|rectif\.?|correctifs?|corrección|correcciones|fe\s+de\s+erratas?|correç(?:ão|ões)|errat[ae](?:[- ]corrige)?"
    r"|correzion[ei]"
    r"|rettific(?:a|he)|correcties?|poprawk[ai]|sprostowanie|исправлени[ея]|опечатк[аи]|oprav[ay]|düzeltme|更正|勘误|訂正|정오표)"
)
_CHANGES = (
    r"(?:changes|änderungen|modifications?|cambios)(?=[:：]?[ \t*_]*\n)"  # alone: "changes of the weights" are a step's
)
_LIST = regex(
    rf"^[ \t>#*_-]*(?:{_NOUN}|{_CHANGES})(?!\w)[^\n=:：\d]{{0,40}}(?:\([^()\n]*\))?[:：]?[ \t*_]*\n"
    r"(?:[ \t]*\n)?(?P<said>(?:[ \t]*\S[^\n]*(?:\n|\Z))+)",
    re.IGNORECASE | re.MULTILINE,
)
_ONE = regex(rf"^[ \t>#*_(-]*{_NOUN}(?!\w)(?P<said>[^\n]{{0,60}}?[:：][^\n]*\d[^\n]*)", re.IGNORECASE | re.MULTILINE)
_INSTEAD = regex(
    r"(?:\b(?:for|where\s+it\s+says|donde\s+dice|onde\s+se\s+lê|dove\s+si\s+legge|au\s+lieu\s+de|statt"
    r"|anstatt)[ ][\"“„«$`]*"
    rf"(?P<sign>[-−])?(?P<digits>{DECIMALS}|{WHOLE}){ENDS}[\"”“»$`]*,?[ ](?:read|debe|leia|lies|muss|soll|lire|leggi)\b"
    rf"|\bs/(?P<minus>[-−])?(?P<replaced>{DECIMALS}|{WHOLE})/)",
    re.IGNORECASE,
)
_NOTE = regex(
    r"^[ \t>#*_(\[-]*(?:edit(?:ed)?|upd(?:ate)?(?=[ ]?[:(\d])|p\.?[ ]?s\.?|nachtrag|obs\.?|later|oops|whoops|remark"
    r"|note\s+to\s+\w+|addendum|ajout|posdata"
    rf"|追記|补充|추가|{_NOUN})(?!\w)[^\n=:：.!—–-]{{0,40}}[:：.!—–-][^\n]*(?:\n(?![ \t]*\n)[^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_SLOPE = r"[d∂](?P<of>\w{1,20})[ ]?/[ ]?[d∂](?P<by>\w{1,20})(?!\w)"
_NAMED = regex(rf"(?<![\w\\]){_SLOPE}(?![ ]*[=≈:：])")
_BY = regex(
    r"(?<![\w\\])(?P<of>\w{1,20})[ ](?:wrt|w\.r\.t\.?|nach|par\s+rapport\s+à|respecto\s+(?:a|de)|em\s+relação\s+a"
    r"|rispetto\s+a)[ ](?P<by>\w{1,20})"
)
_IN_EQUATION = regex(r"[=←≈][^.;\n]*$")
_NAME = regex(rf"(?<![\w\\/]){_SLOPE}|(?<![\w\\/.])(?P<name>[^\W\d_]\w{{0,20}})(?!\w)")
_LOSS = regex(r"\b(?:the\s+loss|der\s+verlust|la\s+perte|la\s+pérdida|a\s+perda|la\s+perdita)\b", re.IGNORECASE)
_REPLACES = regex(
    r"→|->|=>|\b(?:read|instead|statt|lies|au\s+lieu|en\s+vez|em\s+vez|invece|zamiast|вместо)\b|而不是|ではなく",
    re.IGNORECASE,
)
_LINE = regex(
    r"\b(?:line|row|eq(?:uation)?|zeile|gleichung|ligne|équation|línea|ecuación|linha|equação|riga|equazione|regel|строк\w*)\b|第\d+行",
    re.IGNORECASE,
)
_NUMBER = regex(NUMBER)
_NEAR = 80  # signs before a name, of the equation that it may stand in, and behind it, up to its number
_LETTERS = frozenset(
    {"a", "A", "I", "y", "e", "o", "i", "à", "è", "é", "w", "z", "в", "и", "с", "к", "о", "у", "я", "d", "s", "t"}
)
"""Names that are words, so that only such count as stand first, in mathematics or before a colon."""


def denied_by_errata(source: str, lexicon: Lexicon) -> Iterator[Denied]:
    """Yield what lists of corrections, corrections with colons and notes speak of.

    Args:
        source: the answer.
        lexicon: the names.
    """
    for listed in _LIST.finditer(source):
        for line in re.finditer(r"[^\n]+", listed["said"]):
            yield from _denied(listed.start(), line.group(), lexicon)
    for one in _ONE.finditer(source):
        yield from _denied(one.start(), one["said"], lexicon)
    for one in _INSTEAD.finditer(source):
        number = value_of(one["digits"] or one["replaced"], one["sign"] or one["minus"])
        yield Denied(one.start(), (), one.group(), number=number)
    for note in _NOTE.finditer(source):
        for named in _NAMED.finditer(source, note.start(), note.end()):
            behind = _NUMBER.finditer(source, named.end(), min(note.end(), named.end() + _NEAR))
            given = {value_of(number["digits"], number["sign"]) for number in behind}
            if not given or _IN_EQUATION.search(source, max(note.start(), named.start() - _NEAR), named.start()):
                continue
            if nodes := _slope(named, lexicon):
                other = given.pop() if len(given) == 1 else None
                yield Denied(note.start(), nodes, note.group().strip()[:40], other=other)


def _denied(place: int, said: str, lexicon: Lexicon) -> Iterator[Denied]:
    """Yield what a line of a correction denies; all before it where that cannot be told."""
    said = said.replace("\\partial ", "∂")
    numbers = [value_of(number["digits"], number["sign"]) for number in _NUMBER.finditer(said)]
    if not numbers or tells_of_earlier_version(said):
        return
    other = numbers[-1] if len(set(numbers)) == 1 or "=" in said else None
    named_slopes = (named for form in (_NAMED, _BY) for named in form.finditer(said))
    slopes = tuple(node for named in named_slopes for node in _slope(named, lexicon))
    names = (_nodes(named, said, lexicon) for named in _NAME.finditer(said))
    nodes = slopes or next(filter(None, names), ())  # further names may be those that stay, or of what it is made
    nodes = nodes or ((Symbol(lexicon.output),) if _LOSS.search(said) else ())
    told = said.strip()[:60]
    if nodes:
        yield Denied(place, nodes, told, other=other)
    elif len(numbers) > 1 and not _LINE.search(said):
        replaces = _REPLACES.search(said) is not None
        told_of = (number for number in numbers if replaces or not is_whole(number))
        yield from (Denied(place, (), told, number=number) for number in told_of)
    elif _LINE.search(said) or not all(map(is_whole, numbers)):
        yield Denied(place, (), told, rest=True)


def _nodes(named: re.Match[str], said: str, lexicon: Lexicon) -> tuple[Node, ...]:
    """Return what a name may stand for: a value and the new one, or a slope; nothing where it is none, or a word."""
    if named["of"]:
        return _slope(named, lexicon)
    name, before, behind = named["name"], said[: named.start()].strip(" \t-*•\\:："), said[named.end() :].lstrip()
    known = lexicon.name(name)
    marked = not before or before[-1:] in "$`" or behind[:1] in (":", "：", "=", "$", "`", ",")
    return (Symbol(known), New(known)) if known and (marked or name not in _LETTERS) else ()


def _slope(named: re.Match[str], lexicon: Lexicon) -> tuple[Node, ...]:
    of, by = (lexicon.name(named[part]) for part in ("of", "by"))
    return (Derivative(of, by),) if of and by else ()
