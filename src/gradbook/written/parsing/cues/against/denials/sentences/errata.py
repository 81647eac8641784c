"""Errata: what a list of corrections, or a correction with a colon, speaks of by name, however it goes on.

Correction of b: -0.27 + 0.12 = -0.15        Errata:
                                              - nll: it can't get smaller, so it is 0.72 + 0.29 = 1.01

Whatever was stated before of what is named is in doubt, unless it ends with the number with which the correction ends. So
is a derivative that a note behind the answer names, and does not state anew: "PS: df/dw passes to 4 too, of course".
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied
from gradbook.written.parsing.phrases.speech.others.earlier_versions import tells_of_earlier_version

_NOUN = (
    r"(?:corrections?|corrected|errat(?:a|um)|corrigend(?:a|um)|korrektur(?:en)?|berichtigung(?:en)?|rectificati(?:on|fs?)"
    r"|corrección|correcciones|fe\s+de\s+erratas?|correç(?:ão|ões)|errat[ae](?:[- ]corrige)?|correzion[ei]|rettific(?:a|he)"
    r"|correcties?|poprawk[ai]|sprostowanie|исправлени[ея]|опечатк[аи]|oprav[ay]|düzeltme|更正|勘误|修正|訂正|정정|수정)"
)
_OPENS = regex(rf"^[ \t>#*_-]*{_NOUN}\b[^\n=:：]{{0,40}}[:：]?[ \t*_]*$", re.IGNORECASE | re.MULTILINE)
_OF = r"(?:of|for|to|in|at|von|zu|für|bei|vom|zum|de|du|des|pour|del?|dell[ao]|para|do|da|van|voor|dla|для|к|的)?"
_LED = regex(rf"^[ \t>#*_-]*{_NOUN}\s+{_OF}[ ]?(?P<name>[$`]?[^\s:：=]{{1,40}}?[$`]?)\s*[:：]", re.IGNORECASE | re.MULTILINE)
_ITEM = regex(r"[ \t]*(?:[-*•–]|\(?\d{1,2}[.):])[ \t]*(?P<name>[$`]?[^\s:：=]{1,40}?[$`]?)(?=[:：]|[ \t]+[^\W\d_]{2})")
_NOTE = regex(
    r"^[ \t>#*_(\[-]*(?:edit(?:ed)?|upd(?:ate)?|p\.?[ ]?s\.?|nachtrag|obs\.?|later|oops|whoops|remark|note\s+to\s+\w+|addendum|ajout|posdata"
    rf"|追記|补充|추가|{_NOUN})(?!\w)[^\n=:：.!—–-]{{0,40}}[:：.!—–-][^\n]*(?:\n(?![ \t]*\n)[^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED = regex(r"(?<![\w\\])[d∂](?P<of>\w{1,20})[ ]?/[ ]?[d∂](?P<by>\w{1,20})(?!\w)(?![ ]*[=≈:：])")
_SLOPE = regex(r"[d∂](?P<of>\w+)/[d∂](?P<by>\w+)")
_NUMBER = regex(r"(?<![\w.,}])(?P<sign>[-−])?[ ]?(?P<digits>\d+(?:(?:[.,]|\{,\})\d+)?)")


def denied_by_errata(source: str, lexicon: Lexicon) -> Iterator[Denied]:
    """Yield what lists of corrections and corrections with colons speak of.

    Args:
        source: the answer.
        lexicon: the names.
    """
    for led in _LED.finditer(source):
        yield from _denied(led, source, lexicon)
    for note in _NOTE.finditer(source):
        for named in _NAMED.finditer(source, note.start(), note.end()):
            if nodes := _quantity(named.group().replace(" ", ""), lexicon):
                yield Denied(note.start(), nodes, note.group().strip()[:40])
    for opened in _OPENS.finditer(source):
        at = opened.end() + 1
        while item := _ITEM.match(source, at):
            yield from _denied(item, source, lexicon)
            at = source.find("\n", item.end()) + 1
            while at and source[at : at + 1] in (" ", "\t") and not _ITEM.match(source, at):  # the item goes on
                at = source.find("\n", at) + 1
            if not at:
                break


def _denied(found: re.Match[str], source: str, lexicon: Lexicon) -> Iterator[Denied]:
    """Yield what one correction denies, if it begins with the name of a quantity."""
    nodes = _quantity(found["name"].strip("$`*"), lexicon)
    end = source.find("\n", found.end())
    said = source[found.end() : end if end >= 0 else len(source)]
    numbers = list(_NUMBER.finditer(said))
    if nodes and numbers and not tells_of_earlier_version(said):
        yield Denied(found.start(), nodes, found.group().strip(), other=_value(numbers[-1]))


def _value(number: re.Match[str]) -> Number:
    value = float(re.sub(r"\{,\}|,", ".", number["digits"]))
    return Number(-value if number["sign"] else value)


def _quantity(name: str, lexicon: Lexicon) -> tuple[Node, ...]:
    """Return what a name may stand for: a value and the new one, or a slope; nothing where it is no name."""
    if slope := _SLOPE.fullmatch(name):
        of, by = (lexicon.name(slope[part]) for part in ("of", "by"))
        return (Derivative(of, by),) if of and by else ()
    known = lexicon.name(name)
    return (Symbol(known), New(known)) if known else ()
