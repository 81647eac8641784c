"""Notes in square brackets on how a handwritten page looks: "[crossed out: 12] 10", "10 [boxed]", "10 <- [ 10 ]".

A number that was crossed out is none, and a mark around a result says nothing of it. A note that says more stays.
"""

import re

from gradbook.core.text.patterns import regex

_STRUCK = regex(
    r"\[[ ]?(?:crossed[ -]?out|struck(?:[ -](?:out|through))?|strike-?through|scratched[ -]out|scribbled[ -]out|erased"
    r"|deleted|(?:durch)?gestrichen|radiert|barrée?|rayée?|raturée?|biffée?|gommée?|tachad[oa]|borrad[oa]|riscad[oa]"
    r"|apagad[oa]|barrat[oa]|cancellat[oa]|depennat[oa]|doorgestreept|doorgehaald|(?:prze|s|wy)kreślon[eay]|överstruket"
    r"|škrtnuto|přeškrtnuto|зач[её]ркнуто|вычеркнуто|üst[üu] çizil(?:i|miş)|karalanmış|silinmiş|gạch bỏ|dicoret"
    r"|划掉|劃掉|涂掉|删去|删掉|줄 그어 지움|지움|지운 것|取り消し線|消した跡|二重線)"
    r"[ ]?[:：][ ]?(?P<struck>[^\[\]\n~]{1,60})\](?=[ \t]*\$?[ \t]*[-−+\w\\.(]|[ \t]*\*\*\w)",
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
_AGAIN = regex(r"(?P<said>[-−+]?\d[\d.,]*)(?P<box>[ \t]+(?:←|⟵|<-{1,2})[ \t]*\[[ \t]*(?P=said)[ \t]*\])[ \t]*$", re.M)
_SAYS = regex(r"(?<![\\A-Za-z])[^\W\d_]{2}")  # a word


def without_notes(source: str) -> str:
    """Return a source, as long as it was, without what such notes call crossed out, and without those on marks."""
    if "[" not in source and "(" not in source:
        return source
    source = _STRUCK.sub(lambda note: note.group() if _SAYS.search(note["struck"]) else " " * len(note.group()), source)
    source = _MARKED.sub(lambda note: " " * len(note.group()), source)
    return _AGAIN.sub(lambda box: box["said"] + " " * len(box["box"]), source)
