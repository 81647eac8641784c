"""Crossed out: what those who type off a page call a number that a learner struck."""

CROSSED = (
    r"(?:crossed[ -]?out|struck(?:[ -](?:out|through))?|strike-?through|scratched[ -]out|scribbled[ -]out|erased"
    r"|deleted|(?:durch)?gestrichen|radiert|barrée?|rayée?|raturée?|biffée?|gommée?|tachad[oa]|borrad[oa]|riscad[oa]"
    r"|apagad[oa]|barrat[oa]|cancellat[oa]|depennat[oa]|doorgestreept|doorgehaald|(?:prze|s|wy)kreślon[eay]|överstruket"
    r"|škrtnuto|přeškrtnuto|зач[её]ркнуто|вычеркнуто|üst[üu] çizil(?:i|miş)|karalanmış|silinmiş|gạch bỏ|dicoret"
    r"|划掉|劃掉|涂掉|删去|删掉|줄 그어 지움|지움|지운 것|取り消し線|消した跡|二重線)"
)
