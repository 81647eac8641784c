"""Notes in square brackets on how a handwritten page looks: "[crossed out: 12] 10", "10 [boxed]", "10 <- [ 10 ]".

A number that was crossed out is none. A mark around a result, a drawing or a stain, "[arrow from b to a]", and the
place of a note, "[in the margin: ...]", say nothing of it. A note that says more stays.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.transcribed.crossed import CROSSED
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.lexing.words.languages import DICTIONARY

_STRUCK = regex(
    rf"\[[ ]?{CROSSED}[ ]?[:：][ ]?(?P<struck>[^\[\]\n~]{{1,60}})\](?=[ \t]*\$?[ \t]*[-−+\w\\.(]|[ \t]*\*\*\w)",
    re.IGNORECASE,
)
_MARKED = regex(
    r"[*_]{0,2}[\[(][ ]?(?:(?:double[ -]?|twice )?(?:boxed|circled|underlined|framed|highlighted)"
    r"|in (?:a|the) (?:box|circle|frame)"
    r"|umrandet|eingerahmt|eingekreist|unterstrichen|encadrée?|entourée?|soulignée?|recuadrad[oa]|encuadrad[oa]"
    r"|en (?:un )?recuadro|subrayad[oa]|rodead[oa]|emoldurad[oa]|sublinhad[oa]|circulad[oa]|riquadrat[oa]"
    r"|cerchiat[oa]|sottolineat[oa]|omkaderd|omcirkeld|onderstreept|w ramce|zakreślone|podkreślon[eay]|inramat"
    r"|understruket|v rámečku|podtrženo|в рамке|обвед[её]н[оа]?|подч[её]ркнут[оа]?|kutu(?:lu| içinde)?|çerçeveli"
    r"|daire içinde|alt[ıi] (?:\w+ ){0,2}çizili|đóng khung|gạch chân|框起来|方框|加框|圈出|圈起来|下划线"
    r"|네모(?: ?칸)?|밑줄|동그라미|박스|枠|囲み|下線)"
    r"(?:,? (?:twice|two times|in (?:red|blue|green|pencil|pen)|zweimal|doppelt|deux fois|dos veces|due volte"
    r"|duas vezes|iki kez|두 번))?[\])][*_]{0,2}",
    re.IGNORECASE,
)
_PLACED = regex(  # where the learner's own words stand
    r"(?<=[\[(])[ ]?(?:(?:written |added |noted |note )?(?:(?:in|on|at) the (?:left |right )?margin"
    r"|(?:above|over|below)(?: the line)?|sideways|margin(?: note)?)|am rand|darüber|darunter|en marge"
    r"|dans la marge|au-dessus|en dessous|al margen|encima|debajo|na margem|acima|abaixo|a margine|di traverso"
    r"|scritto di traverso|sopra|sotto|in de (?:marge|kantlijn)|erboven|eronder|na marginesie|nad|obok|на полях"
    r"|сверху"
    r"|снизу|сбоку|на берегах|зверху|kenarda|kenar notu|üstte|altta|i marginalen|ovanför|na okraji|nahoře"
    r"|a margón|lề|bên lề"
    r"|phía trên|di pinggir|di margin|旁边|旁注|上方|页边|欄外|余白|여백|옆에|위에)[ ]?[:：][ ]?",
    re.IGNORECASE,
)
_DRAWN = regex(
    r"(?<!\d)\[[ ]?(?:(?:an?|the|teacher['’]s|big|small|thick|long|curved|red|blue|green|pencil|ink|coffee"
    r"|tea)[ ]){0,3}"
    r"(?:arrows?|doodles?|drawings?|drawn|sketch(?:es|ed)?|stamps?|smudges?|smudged|stains?|blots?|smiley"
    r"|diagrams?|pictures?|pfeile?|zeichnung|skizze|fleck|stempel|flèche|dessin|croquis|tache"
    r"|tampon|flecha|dibujo|mancha|sello|freccia|disegno|macchia|timbro|seta|desenho"
    r"|carimbo|pijl|tekening|vlek|strzałka|rysunek|plama|pieczątka|стрелка|рисунок|клякса|пятно|печать|стрілка"
    r"|малюнок|пляма|ok işareti|çizim|leke|pil|ritning|fläck|šipka|obrázek|skvrna|nyíl|rajz|folt|mũi tên|hình vẽ|vết"
    r"|panah|gambar|coretan|箭头|箭號|涂鸦|污渍|涂改|矢印|落書き|染み|화살표|낙서|그림|얼룩)"
    r"(?P<more>(?![^\W\d_]|[^\[\]\n]*(?:mov|belong|gehör|appart|perten))[^\[\]\n=\d:]{0,60})\](?!\d)",
    re.IGNORECASE,
)
_AGAIN = regex(r"(?P<said>[-−+]?\d[\d.,]*)(?P<box>[ \t]+(?:←|⟵|<-{1,2})[ \t]*\[[ \t]*(?P=said)[ \t]*\])[ \t]*$", re.M)
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN = frozenset({"of", "a", "an", "in", "on", "to", "the", "de", "en", "from"})  # which deny in no language here
_SAYS = regex(r"(?<![\\A-Za-z])[^\W\d_]{2}")  # a word


def without_struck(source: str) -> str:
    """Return a source, as long as it was, without numbers that such notes call crossed out before other ones."""
    if "[" not in source:
        return source
    return _STRUCK.sub(lambda note: note.group() if _SAYS.search(note["struck"]) else " " * len(note.group()), source)


def without_drawings(source: str) -> str:
    """Return a source, as long as it was, without notes of what is drawn on a page."""
    if "[" not in source:
        return source
    return _DRAWN.sub(lambda note: note.group() if _denies(note["more"]) else " " * len(note.group()), source)


def without_notes(source: str) -> str:
    """Return a source, as long as it was, without notes on marks, and without those on where a note stands."""
    if "[" not in source and "(" not in source:
        return source
    source = _MARKED.sub(lambda note: " " * len(note.group()), source)
    source = _PLACED.sub(lambda place: " " * len(place.group()), source)
    return _AGAIN.sub(lambda box: box["said"] + " " * len(box["box"]), source)


def _denies(words: str) -> bool:
    """Whether words of a note speak against something; that a line of a drawing is crossed out does not."""
    rest = re.sub(CROSSED, "", words, flags=re.IGNORECASE)
    said = {bare(word) for word in _WORD.findall(rest)} - _PLAIN
    return any(map(DICTIONARY.against, said))
