"""Spoiled: notes in square brackets that say of a number on a page that it is struck, unreadable, doubted or another's.

df/dz = 3 [erased, still faintly visible]     df/dz = 3 [minus added in front]     [in another hand:] df/dz = 3

Whoever types off a page says so in words of his own. They become words by which a number does not count.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.transcribed.crossed import CROSSED

_STRUCK = (
    rf"(?:{CROSSED}|cross(?:ed)? (?:out|over|through)|lined[ -]out|(?:lines?|strokes?|x"
    rf"|cross) (?:\w+ )?(?:through|over|across)"
    r"|x-?ed out|tipp-ex|whited? out|white-?out|rubbed out|struck|scribbles?|scribbled|eraser|deleted"
    r"|durchgestrichen\w*|gestrichen\w*|ausradiert|effacé|rayé|barré|tachad[oa]s?|cancellat[oae]|doorgestreept"
    r"|áthúzva"
    r"|kihúzva|çizilmiş|çizildi|silinmiş|перечёркнуто|стёрто|消し線|消して|消され|划去|擦掉|지워)"
)
_QUESTIONED = (
    r"(?:question marks?|thumbs[ -]down|fragezeichen|points? d['’]interrogation|signos? de interrogación"
    r"|punto interrogativo|ponto de interrogação|vraagteken|znak zapytania|вопросительный знак|soru işareti"
    r"|kérdőjel|otazník|frågetecken"
    r"|问号|問號|有个问号|疑問符|물음표|(?<=[: ])\?{3}(?=\]))"
)
_SIGN = (
    r"(?:(?:minus|sign|moins|menos|meno|vorzeichen|マイナス|负号|负)[^\[\]\n]{0,30}(?:front|added|squeezed|later|faint"
    r"|ajouté|devant|davor|ergänzt|añadido|delante|aggiunto|davanti|erbij|voor|dodany)"
    r"|(?:added|above|in front|davor|devant)[^\[\]\n]{0,12}(?:minus|moins|menos|meno)(?![a-z]))"
)
_UNREAD = (
    r"(?:illegible|unreadable|partly legible|(?:rest|first|last|next)[^\[\]\n]{0,20}(?:covered|torn|lost|cut)"
    r"|reads like"
    r"|looks like|torn off|smudged|could be|unleserlich|unlesbar|illisible|ilegible|ilegível|illeggibile|onleesbaar"
    r"|nieczyteln\w*|неразборчиво|okunmuyor|olvashatatlan|看不清|読めない|알아볼 수 없)"
)
_OTHERS = (
    r"(?:(?:other|another|different|neighbou?r['’]s|somebody['’]s|teacher['’]s) (?:hand|handwriting|ink)"
    r"|(?:pre-?)?printed|(?:black|white)?board|copied|sticky note from|post-it from|not my|fremde[rn]? hand"
    r"|abgeschrieben|vorgedruckt"
    r"|autre (?:main|écriture)|recopié|otra (?:mano|letra)|copiado|altra mano|copiato|andere hand|overgeschreven"
    r"|reconstructed|guessed)"
)
_MOVED = r"(?:belongs? to|moving it|gehört zu|appartient à|pertenece a|appartiene a|hoort bij|относится к)"
_SPOILED = regex(
    rf"\[(?P<note>[^\[\]\n]{{0,60}}?(?:{_STRUCK}|{_QUESTIONED}|{_SIGN}|{_OTHERS}|{_MOVED})[^\[\]\n]{{0,60}})\]",
    re.IGNORECASE,
)
_BEHIND = regex(rf"(?<=[\d)])[ \t]*\[(?P<note>[^\[\]\n]{{0,40}}?{_UNREAD}[^\[\]\n]{{0,40}})\]", re.IGNORECASE)
_AHEAD = regex(
    r":\s*\Z|\b(?:from here|following|next|start|begin\w*|below|ab hier|folgende\w*|nächste\w*|à partir)\b", re.I
)
_HOLDS = regex(r"[:：][^:]*\w[^:]*[=≈]")  # itself what it calls struck: "[crossed out: df/dx = ...]"
_INSTEAD = regex(  # another number, over the line or at the foot of the page
    r"(?<=[\d)])[ \t]*\[(?P<note>[^\[\]\n\d=]{1,30}(?::|then|,|写着|に)[ \t]*[-−+]?\d[\d.,]*(?: instead)?"
    r"|(?:then|上に)[ \t]*[-−+]?\d[\d.,]*)\]",
    re.IGNORECASE,
)
_WORDS = ("crossed out", "struck", "?")


def without_spoiled(source: str) -> str:
    """Return a source, as long as it was, with such notes as words that say that a number is crossed out."""
    if "[" not in source:
        return source
    source = _INSTEAD.sub(_crossed, source)
    source = _SPOILED.sub(_crossed, source)
    return _BEHIND.sub(_crossed, source)


def _crossed(note: re.Match[str]) -> str:
    whole, said = note.group(), note["note"]
    if _HOLDS.search(said):
        return " " * len(whole)
    word = next((word for word in _WORDS if len(word) + 2 <= len(whole)), "")
    return f"{word}:".ljust(len(whole)) if _AHEAD.search(said) else f"[{word}]".rjust(len(whole))
