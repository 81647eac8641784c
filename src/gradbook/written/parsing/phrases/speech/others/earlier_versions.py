"""Earlier versions: notes on what a text once had, of which nothing stands any more.

EDIT: the first version of this post said b = 0.33.        Oben stand J = 0,423.        En la primera versión, df/db = -1.5

Such a number is none of the text's own. Where the text has it all the same, it was not corrected, and is in doubt.
"""

import re
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.phrases.speech.others.other_answers import endorses, keeps, speaks_of_oneself

_EARLIER = regex(
    r"""\b(?:first|earlier|previous|prior|original|initial|old(?:er)?|former)\s+(?:version|edition|revision|draft|printing|upload)\b
    | \b(?:version|edition|printing|draft)\s+(?:before|one|1(?:\.0)?)\b
    | \b(?:this|the)\s+(?:post|article|page|answer|text|table|figure|section|solution|sheet|line|slide)\s+
      (?:\w+\s+){0,2}?(?:said|read|showed|used\s+to\s+\w+|stated|claimed|listed|had)\b
    | \b(?:it|there|here|above)\s+(?:originally|initially|previously|formerly|used\s+to)\s+\w+
    | \b(?:ersten?|frühere[nr]?|alten?|ursprüngliche[nr]?|vorige[nr]?|vorherige[nr]?)\s+(?:fassung|version|auflage)\b
    | \b(?:oben|hier|dort|vorher|ursprünglich|zuvor|in\s+der\s+tabelle|auf\s+dem\s+blatt)\s+(?:stand(?:en)?|hieß\s+es|war\s+zu\s+lesen)\b
    | \b(?:première|précédente|ancienne)\s+version\b | \bversion\s+(?:précédente|initiale|antérieure|d['’]origine)\b
    | \b(?:primera|anterior|antigua)\s+versión\b | \bversión\s+(?:anterior|original|inicial|previa)\b
    | \b(?:primeira|antiga)\s+versão\b | \bversão\s+(?:anterior|original|inicial|antiga)\b
    | \b(?:prima|precedente|vecchia)\s+versione\b | \bversione\s+(?:precedente|originale|iniziale)\b
    | \b(?:eerste|vorige|eerdere|oude)\s+versie\b | \b(?:hier|hierboven|eerst|eerder)\s+stond(?:en)?\b
    | \b(?:pierwsz\w+|poprzedni\w+|wcześniejsz\w+)\s+(?:wersj\w+|wydani\w+)\b
    | \b(?:перв\w+|прежн\w+|предыдущ\w+|ранн\w+|стар\w+)\s+(?:верси\w+|редакци\w+|издани\w+)
    | (?:první|předchozí|původní)\s+verz\w+ | (?:första|tidigare)\s+version\w*
    | (?:之前|原来|原來|最初|上一|旧|舊|初)(?:的)?(?:版本?|稿) | 原文(?:中|里|裡)? | (?:初版|旧版|以前の版|最初の版)
    | (?:이전|처음|초기)\s*(?:버전|판) | \bilk\s+(?:sürüm|baskı|versiyon)\w*""",
    re.IGNORECASE | re.VERBOSE,
)

_UP_AGAIN = regex(
    r"""\b(?:after\s+all|back\s+to|again|still|was\s+(?:fine|ok|okay|good)|doch|wieder|zurück|de\s+nouveau|finalement|otra\s+vez
    |de\s+nuevo|al\s+final|de\s+novo|afinal|di\s+nuovo|alla\s+fine|opnieuw|toch|jednak|снова|всё[- ]таки|все[- ]таки)\b|还是|還是|やはり|역시""",
    re.IGNORECASE | re.VERBOSE,
)

@lru_cache(maxsize=1_000)
def tells_of_earlier_version(text: str) -> bool:
    """Whether a sentence tells what an earlier version of the text had, and not that it was right.

    Args:
        text: the sentence, or what stands before an equation in it.
    """
    return _EARLIER.search(text) is not None and not (speaks_of_oneself(text) or endorses(text))


def gives_it_up(rest: str) -> bool:
    """Whether what follows such a number takes nothing of it up again: "Thanks to Jane for the catch."."""
    return not (endorses(rest) or keeps(rest) or _UP_AGAIN.search(rest))
