"""Notes in square brackets on how a handwritten page looks: "[crossed out: 12] 10", "10 [boxed]", "10 <- [ 10 ]".

A number that was crossed out is none, and a mark around a result says nothing of it. A note that says more stays.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name

_STRUCK = regex(
    r"\[[ ]?(?:crossed[ -]?out|struck(?:[ -](?:out|through))?|strike-?through|scratched[ -]out|scribbled[ -]out|erased"
    r"|deleted|(?:durch)?gestrichen|radiert|barrée?|rayée?|raturée?|biffée?|gommée?|tachad[oa]|borrad[oa]|riscad[oa]"
    r"|apagad[oa]|barrat[oa]|cancellat[oa]|depennat[oa]|doorgestreept|doorgehaald|(?:prze|s|wy)kreślon[eay]|överstruket"
    r"|škrtnuto|přeškrtnuto|зач[её]ркнуто|вычеркнуто|üst[üu] çizil(?:i|miş)|karalanmış|silinmiş|gạch bỏ|dicoret"
    r"|划掉|劃掉|涂掉|删去|删掉|줄 그어 지움|지움|지운 것|取り消し線|消した跡|二重線)"
    r"[ ]?[:：][ ]?(?P<struck>[^\[\]\n~]{1,60})\]",
    re.IGNORECASE,
)
_MARKED = regex(
    r"[*_]{0,2}\[[ ]?(?:(?:double[ -]?|twice )?(?:boxed|circled|underlined|framed|highlighted)"
    r"|in (?:a|the) (?:box|circle|frame)"
    r"|umrandet|eingerahmt|eingekreist|unterstrichen|encadrée?|entourée?|soulignée?|recuadrad[oa]|encuadrad[oa]"
    r"|en (?:un )?recuadro|subrayad[oa]|rodead[oa]|emoldurad[oa]|sublinhad[oa]|circulad[oa]|riquadrat[oa]"
    r"|cerchiat[oa]|sottolineat[oa]|omkaderd|omcirkeld|onderstreept|w ramce|zakreślone|podkreślon[eay]|inramat"
    r"|understruket|v rámečku|podtrženo|в рамке|обвед[её]н[оа]?|подч[её]ркнут[оа]?|kutu(?:lu| içinde)?|çerçeveli"
    r"|daire içinde|alt[ıi] (?:\w+ ){0,2}çizili|đóng khung|gạch chân|框起来|方框|加框|圈出|圈起来|下划线"
    r"|네모(?: ?칸)?|밑줄|동그라미|박스|枠|囲み|下線)"
    r"(?P<more>[^\[\]\n:：=]{0,60})\][*_]{0,2}",
    re.IGNORECASE,
)
_AGAIN = regex(r"(?P<said>[-−+]?\d[\d.,]*)(?P<box>[ \t]+(?:←|⟵|<-{1,2})[ \t]*\[[ \t]*(?P=said)[ \t]*\])[ \t]*$", re.M)
_WORD = regex(r"[^\W\d_]+")
_SAYS = regex(r"(?<![\\A-Za-z])[^\W\d_]{2}")  # a word


def without_notes(source: str) -> str:
    """Return a source, as long as it was, without what such notes call crossed out, and without those on marks."""
    if "[" not in source:
        return source
    source = _STRUCK.sub(lambda note: note.group() if _SAYS.search(note["struck"]) else " " * len(note.group()), source)
    source = _MARKED.sub(lambda note: note.group() if _speaks(note["more"]) else " " * len(note.group()), source)
    return _AGAIN.sub(lambda box: box["said"] + " " * len(box["box"]), source)


def _speaks(text: str) -> bool:
    """Whether a note says anything more that may speak against a number: "boxed, but wrong"."""
    return any(not (roles := _roles(word)) or not roles.isdisjoint(AGAINST_IT) for word in _WORD.findall(text))


def _roles(word: str) -> set[Role]:
    """Return what a word does in any language; nothing where it is not known, or names somebody."""
    return set() if is_given_name(word) else {role for _, role in DICTIONARY.known_in(word.lower())}
