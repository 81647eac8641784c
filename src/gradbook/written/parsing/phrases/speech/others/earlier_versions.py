"""Earlier versions: notes on what a text once had, or its writer, of which nothing stands any more.

EDIT: the first version of this post said b = 0.33.        Oben stand J = 0,423.        La versión anterior decía 3
At first I forgot the path over b and had df/dx = -2, finite differences caught it.

Such a number is none of the text's own. Where the text has it all the same, it was not corrected, and is in doubt.
"""

import re
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.phrases.speech.others.other_answers import endorses, keeps, speaks_of_oneself

_VERSION = r"""
    (?: \b(?:first|earlier|previous|prior|original|initial|old(?:er)?|former)\s+(?:version|edition|revision|draft
    |printing|upload)\b
      | \b(?:ersten?|frühere[nr]?|alten?|ursprüngliche[nr]?|vorige[nr]?|vorherige[nr]?)\s+(?:fassung|version|auflage)\b
      | \b(?:première|précédente|ancienne)\s+version\b | \bversion\s+(?:précédente|initiale|antérieure|d['’]origine)\b
      | \b(?:primera|anterior|antigua)\s+versión\b | \bversión\s+(?:anterior|original|inicial|previa)\b
      | \b(?:primeira|antiga)\s+versão\b | \bversão\s+(?:anterior|original|inicial|antiga)\b
      | \b(?:prima|precedente|vecchia)\s+versione\b | \bversione\s+(?:precedente|originale|iniziale)\b
      | \b(?:eerste|vorige|eerdere|oude)\s+versie\b | \b(?:versie|version|fassung|versión|versão|versione
      |wersji)\s+\d+(?:\.\d+)?\b
      | \b(?:pierwsz\w+|poprzedni\w+|wcześniejsz\w+)\s+(?:wersj\w+|wydani\w+)\b
      | \b(?:перв\w+|прежн\w+|предыдущ\w+|ранн\w+|стар\w+)\s+(?:верси\w+|редакци\w+|издани\w+)
      | (?:první|předchozí|původní)\s+verz\w+ | (?:första|tidigare)\s+version\w*
      | (?:之前|原来|原來|最初|上一|旧|舊|初)(?:的)?(?:版本?|稿) | (?:初版|旧版|以前の版|最初の版) | (?:이전|처음
      |초기)\s*(?:버전|판)
    )"""
_HAD = r"""
    (?:\b(?:said|read|showed|printed|returned|computed|imprimía|imprimia|druckte|stampava|выводила?|had|was
      |stated|claimed|listed|gave|stand|standen|hatte|hieß\s+es|sagte|affichait|indiquait|donnait|disait
      |avait|annonçait|lisait|mostraba|decía|ponía|figuraba|daba|tenía|aparecía|constava|dizia|mostrava|tinha|trazia|dava|riportava
      |diceva|aveva|stond|gaf|było|był[ao]?|podawał\w*|стоял\w*|был[ао]?|указан\w*|написан\w*|bylo|stálo|stod)\b
      | (?:写的?是|写成|写了|写着|是|显示|为) | (?:では|には|は))"""
_HERE = r"""
    (?:\b(?:oben|hier|dort|vorher|ursprünglich|zuvor)\s+(?:stand(?:en)?|hieß\s+es)
      | \b(?:it|there|here)\s+(?:originally|initially|previously|formerly)\s+(?:said|read|showed|had|stated)
      | \b(?:this|the)\s+(?:post|article|page|text|table|figure|slide)\s+(?:originally|initially|previously|formerly
      |first|once)\s+
        (?:said|read|showed|had|stated|listed)
      | \b(?:hier|hierboven|eerst)\s+stond(?:en)?)\b"""
_FLAGS = re.IGNORECASE | re.VERBOSE
_TOLD = rf"(?:{_VERSION}[^.;:=]{{0,40}}?{_HAD}|{_HERE})"
_EARLIER = regex(_TOLD, _FLAGS)
_LEADS = regex(rf"{_TOLD}(?:\s+(?:that|dass|que|che|dat|że|что))?[^\w=]*$", _FLAGS)
_UP_AGAIN = regex(
    r"""\d | \b(?:after\s+all|back|again|still|stays?|stands?|holds?|valid|applies|reverted|restored|keep|kept|fine
    |ok(?:ay)?|good
    |doch|wieder|zurück|gilt|gelten|bleibt|stimmte|finalement|vaut|valable|reste|otra\s+vez|de\s+nuevo|al\s+final|vale|válid[oa]|queda
    |de\s+novo|afinal|fica|di\s+nuovo|alla\s+fine|valid[oa]|resta|opnieuw|toch|geldt|blijft|jednak|obowiązuje|однако|снова
    |всё[- ]таки|все[- ]таки|верна|верно|остаётся)\b | 还是|還是|为准|為準|有效|やはり|有効|역시|유효""",
    _FLAGS,
)

_PREFERRED = regex(  # over what stands there
    r"""\b(?:keep|take|use|go\s+with|stick|prefer|better|correct|right|count\s+that|gilt|gelten|nehmt|nehmen\s+wir|besser
    |stimmte?|richtig|garde[zr]?|prenez|vaut|correcte?|juste|vale|queda[tm]?|usa[dr]?|tomad?|mejor|fica|usem?|melhor|tenete
    |prendete|migliore|houd|neem|geldt|beter)\b|为准|為準|以那个|用那个|保留|採用|맞|정답|正しい""",
    _FLAGS,
)

_GAP = r"(?:[^.;:!?\n]|\.(?=\d)){0,80}?"
_ATTEMPTS = (  # when, and that the writer then had something
    (
        r"(?:(?:at|on|in)\s+)?(?:my\s+|the\s+)?first(?:\s+(?:go|try|time|attempt|pass|draft))?|initially|originally",
        "had|got|wrote|put|computed|calculated|obtained|found",
    ),
    (r"zuerst|zunächst|anfangs|im\s+ersten\s+(?:versuch|anlauf)|beim\s+ersten\s+mal", "hatten?|kam|bekam"),
    (r"au\s+début|d['’]abord|au\s+départ|la\s+première\s+fois", "avais|avions|avait|trouvais|obtenais"),
    (r"al\s+principio|primero|la\s+primera\s+vez", r"tenía|había|puse|obtuve|me\s+(?:dio|salió)"),
    (r"no\s+(?:início|começo)|primeiro|da\s+primeira\s+vez", "tinha|obtive|coloquei|deu"),
    (r"all['’]inizio|inizialmente|la\s+prima\s+volta", "avevo|ottenevo|ottenni"),
    (r"eerst|aanvankelijk|de\s+eerste\s+keer", "had(?:den)?|kreeg|kwam"),
    ("сначала|вначале|поначалу", "получил[аи]?|был[ои]?|вышло|написал[аи]?"),
)
_ATTEMPT = regex("|".join(rf"^\W*(?:{when})\b{_GAP}\b(?:{had})\b{_GAP}$" for when, had in _ATTEMPTS), re.IGNORECASE)
_ATTEMPT_IN_SIGNS = regex(r"^\W*(?:(?:で|でも)?(?:最初|はじめ|当初)|一开始|起初|起先|当初|처음(?:에는|에)?)")
_HAD_IN_SIGNS = regex(
    r"^[\s*_$`)）」]*(?:と(?:して)?|って|이?라고|로)?\s*(?:提出|書|答え|計算|思|考え|出し|제출|적었|썼|답했|생각)\w*?(?:した|いた|ました|었|했)"
    r"|^[\s*_$`)）]*$"
)
_LED_IN_SIGNS = regex(r"(?:写成|写了|写的是|算成|算出|得到|以为|当成)(?:了)?[\s*_$`(（]*$")
_RIGHTED = regex(
    r"正しくは|正解|本当は|実際は|应该|應該|正确|正確|其实|后来(?:发现|检查|改|更正|才)|올바른|실제로|정답|맞는"
)
_STAYS_IN_SIGNS = regex(r"のまま|不变|不變|一样|一樣|그대로")
_WAS_WRONG = regex(
    r"""\b(?:forgot|had\s+forgotten|wrong(?:ly)?|caught|corrected|vergessen|übersehen|falsch|oubli\w+|olvid\w+|esquec\w+|dimenticat\w+
    |sbagliat\w+|vergeten|забыл\w*|неверно|неправильно)\b""",
    _FLAGS,
)
_STANDS = regex(  # the attempt may be right, or nobody says which is
    r"""\b(?:no|not|never|none|nothing|which\s+(?:one|of)|either|both|maybe|perhaps|one\s+of|right|correct|nicht|vielleicht|peut-être|quizás?|talvez|forse|misschien|keine?n?|nie|richtig|beiden?|pas|aucune?|juste
    |rien|non|nunca|ningún|correct[oa]|cuál|não|nenhum|cert[oa]|qual|giust[oa]|quale|niet|geen|juist|goed|не|ни|верно|правильно)\b
    |n['’]t\b""",
    _FLAGS,
)
_OVER = regex(
    r"""thank|merci|danke|gracias|obrigad|grazie|bedankt|dzięki|спасибо|谢|謝|感謝|감사|\b(?:typo|slip|forgot\w*|typed|fixed|corrected|mended
    |missing|missed|behoben|korrigiert|vergessen|fehlte|tippfehler|corrigé\w*|oublié\w*|manquait|corregid\w+|olvid\w+|faltaba|errata
    |corrigid\w+|faltava|esquec\w+|corrett\w+|dimenticat\w+|mancava|vergeten|poprawi\w+|исправ\w+|забыл\w*)\b|修正|改正|忘|漏""",
    _FLAGS,
)


@lru_cache(maxsize=1_000)
def tells_of_earlier_version(text: str) -> bool:
    """Whether a sentence tells what an earlier version of the text had, and not that it was right."""
    return _EARLIER.search(text) is not None and not (speaks_of_oneself(text) or endorses(text))


def prefers_earlier(text: str) -> bool:
    """Whether a sentence about an earlier version says that what it had holds: "it printed 0.2, keep that"."""
    return _PREFERRED.search(text) is not None


@lru_cache(maxsize=1_000)
def leads_to_former(lead: str) -> bool:
    """Whether what stands before a number in its sentence says that an earlier version of the text had it.

    Args:
        lead: up to the equation; it ends with what the version did: "the first version of this post said".
    """
    return tells_of_earlier_version(lead) and _LEADS.search(lead) is not None


@lru_cache(maxsize=1_000)
def leads_to_attempt(lead: str, rest: str) -> bool:
    """Whether a writer tells what they had in a first attempt, and that it was wrong: "At first I forgot b and had".

    Args:
        lead: what stands before a number in its sentence.
        rest: what stands behind it there.
    """
    said = f"{lead}\n{rest}"
    return _ATTEMPT.search(lead) is not None and _WAS_WRONG.search(said) is not None and not _STANDS.search(said)


def leads_to_attempt_in_signs(lead: str, rest: str, behind: str) -> bool:
    """Whether the same is told in Chinese, Japanese or Korean: "最初、df/dx = 3 として提出しました。正しくは".

    Args:
        lead: what stands before a number in its sentence.
        rest: what stands behind it there.
        behind: what is written behind that.
    """
    if lead.isascii() or _ATTEMPT_IN_SIGNS.search(lead) is None:
        return False
    had = _LED_IN_SIGNS.search(lead) is not None or (rest.strip() != "" and _HAD_IN_SIGNS.search(rest) is not None)
    return had and _RIGHTED.search(f"{rest}{behind}") is not None and not _STAYS_IN_SIGNS.search(f"{rest}{behind}")


def gives_it_up(rest: str) -> bool:
    """Whether what follows such a number takes nothing of it up again, nor gives another: "Thanks to Jane."."""
    if endorses(rest) or keeps(rest) or _UP_AGAIN.search(rest):
        return False
    return _OVER.search(rest) is not None or not any(map(str.isalnum, rest))
