"""Overcome: sentences that only tell of a mistake which was made at first, and is none any more.

At first I forgot the minus.    (Hatte zuerst das -1 vergessen, die Probe zeigt es.)    最初 cos を忘れていました。

One without a word for "at first", or that says what should be, what still is or who has another number, is heard.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.people import is_given_name

_AT_FIRST = (
    r"\b(?:at first|(?<!the )(?<!my )(?<!on )first(?= I\b| we\b| forgot| had| got|,)|(?<=I )first|initially"
    r"|originally|(?:the|my|on the|in my|on my) first (?:time|try|attempt|go|version|draft)|zuerst|anfangs"
    r"|zunächst|ursprünglich|am anfang|erst|(?:beim|im) ersten (?:mal|versuch|anlauf|moment)|au début|d['’]abord"
    r"|au départ|la première fois|au premier (?:essai|jet)|initialement|al principio|primero|la primera vez"
    r"|inicialmente|al primer intento|(?:en )?(?:el|mi) primer intento|no (?:começo|início)|(?:de|ao) início"
    r"|primeiro|(?:da|na|a) primeira vez|all['’]inizio|la prima volta|inizialmente|dapprima|al primo (?:tentativo"
    r"|giro)|prima|eerst|aanvankelijk|in het begin|de eerste keer|najpierw|na początku|początkowo"
    r"|za pierwszym razem|сначала|сперва|поначалу|вначале|(?:в )?первый раз|с первого раза|спочатку|спершу"
    r"|первоначально|ilk başta|önce|başta|ilk seferinde|ilk denemede|awalnya|mulanya|tadinya|lúc đầu|ban đầu|först"
    r"|i början|nejdřív|nejprve|zpočátku|na začátku|napoprvé|prima dată|inițial|la început|elsőre|először|eleinte"
    r"|først|i starten|ensin|aluksi|στην αρχή|αρχικά|πρώτα|पहले|शुरू में|pehle|shuru mein|al principi|primer"
    r"|d['’]entrada|prvo|isprva|u početku|прво|у почетку|първо|отначало|в началото|najprv|na začiatku|noong una"
    r"|في البداية|بالبداية|أولا|ابتدا|اولش|اول|בהתחלה|প্রথমে)(?!\w)"
    r"|ตอนแรก|ทีแรก|一开始|刚开始|开始时|起初|最初|はじめ|初め|처음"
)
_FORGOT = (
    r"forg[eo]t\w*|dropped|missed|overlooked|left out|mixed|swapped|flipped|miscounted|misread|messed|vergessen"
    r"|vergaß|übersehen|vertauscht|verrechnet|vertan|weggelassen|unterschlagen|verwechselt|oublié\w*|omis\w*"
    r"|raté|trompé\w*|inversé\w*|olvid\w+|equivo\w+|confund\w+|comí|esquec\w+|errei|troquei|confundi|dimentic\w+"
    r"|sbagli\w+|scordat\w+|vergeten|gemist|verwisseld|zapomni\w+|pomyli\w+|zgubi\w+|pomin\w+|забы\w+|ошиб\w+"
    r"|перепута\w+|потерял\w*|пропустил\w*|упустил\w*|забув\w*|забул\w*|помил\w+|unut\w+|kaçır\w+|atla\w+|lupa"
    r"|terlewat|quên|nhầm|sót|glömde|glömt|missade|zapomněl\w*|spletl\w*|vynechal\w*|uitat\w*|elfelejtett\w*"
    r"|elrontott\w*|kihagyt\w*|glemte|glemt|unohd\w+|ξέχασα|भूल\w*|bhool\w*|oblid\w+|zaborav\w+|pogri?[ješ]\w+"
    r"|забора\w+|забрав\w+|сбърка\w+|zabud\w+|pomýlil\w*|nakalimutan|نسيت|أخطأت|فراموش|שכחתי|טעיתי|ভুলে"
)
_FORGOT_SIGNS = "ลืม|忘|漏|弄反|算错|写错|間違え|抜け|빼먹|틀렸|까먹|놓쳤|잊"
_ERRED = (
    r"mistake|slip(?:ped)?|error|wrong|typo|missing|lost|in degrees|falsch\w*|\w*fehler|fehlte|faute|erreur|faux"
    r"|perdu|en degrés|faltaba|faltó|error|en grados|faltou|faltava|erro|errad[oa]|em graus|errore|perso|mancava"
    r"|in gradi|fout\w*|błąd|źle|ошибк\w+|неверно|hata\w*|yanlış|salah|keliru|fel|chyb\w+|greș\w+|hib\w+|feil"
    r"|fejl|virhe\w*|λάθος|गलत\w*|galat\w*|greš\w+|греш\w+|mali|اشتباه|طأ|טעות|ভুল"
)
_ERRED_SIGNS = "ผิด|พลาด|ミス|실수"
_HEARD = regex(  # what is struck out, should be, still is, is right, not so or not sure, and who else has a number
    r"\b(?:str(?:ike|uck)|cross\w*|streich\w*|gestrichen|barr\w+|tach\w+|skreśl\w+|зач[её]рк\w+|right|correct|no|richtig|stimmt|kein\w*|juste|correct[oae]?|pas|aucune?|cierto|nada|certo|não|non"
    r"|giust[oa]|niet|geen|juist|goed|nie|dobrze|не|нет|правильно|верно|değil|yok|doğru|tidak|bukan|benar|không"
    r"|đúng|inte|rätt|ikke|rett|správně|nu|nem|jó|eivät|ei|oikein|δεν|σωστ\w+|thought|should|must|ought|still"
    r"|maybe|perhaps|probably|unsure|not|think|guess\w*|cop(?:y|ied)|he|she|they|his|her|their|friend|neighbou?r"
    r"|classmate|sollte|müsste|muss|noch|vielleicht|nicht|abgeschrieben|devrait|doit|encore|peut-être|copié"
    r"|debería|debe|todavía|quizás?|copi[éeo]\w*|deveria|deve|ainda|talvez|dovrebbe|ancora|forse|moet|nog"
    r"|misschien|powinno|może|nadal|должн\w+|может|ещё|olmalı|hâlâ|belki|harus|masih|mungkin|phải|vẫn|có lẽ|borde"
    r"|ska|kanske|mělo"
    r"|možná|ar trebui|poate|kellene|talán)(?!\w)|应该|應該|还是|也许|可能|はず|べき|たぶん|해야|아마|[?？]|\bn['’]t\b",
    re.IGNORECASE,
)
_SENTENCE = regex(
    r"(?:(?<=[(（。！ㅎㅋ])|(?<=[.!:;…—–] )|\A)"
    r"(?P<said>(?:[^\n.!?。！？()（）]|[.,](?=\d)){6,200})(?P<mark>[.!。！…]*)"
)
_STATES = regex(r"[=≈:→⇒]|->")
_FIRST = regex(_AT_FIRST, re.IGNORECASE)
_FORGOTTEN = regex(rf"\b(?:{_FORGOT})(?!\w)|{_FORGOT_SIGNS}", re.IGNORECASE)
_ERROR = regex(rf"\b(?:{_ERRED})(?!\w)|{_ERRED_SIGNS}", re.IGNORECASE)
_NAME = regex(r"[^\W\d_]{2,}")


def _hint(word: str) -> str:
    """Return the letters with which every form that a pattern for a word has begins, but for what may stand before."""
    plain = regex(r"(?:\\w\*)?([^\\\[(?]*)(\?(?!:))?").match(word)
    assert plain is not None
    return plain[1][:-1] if plain[2] else plain[1]


_HINTS = frozenset(map(_hint, "|".join((_FORGOT, _FORGOT_SIGNS, _ERRED, _ERRED_SIGNS)).split("|")))
"""Of which one is in each word for a mistake: to look for them is many times as fast."""


def without_overcome(source: str) -> str:
    """Return a source, as long as it was, with blanks for sentences that only tell of what was once mistaken."""
    lowered = source.lower()
    hints = [hint for hint in _HINTS if hint in lowered]
    if not hints:
        return source
    return "\n".join(
        _SENTENCE.sub(_without, line) if any(hint in line.lower() for hint in hints) else line
        for line in source.split("\n")
    )


def _without(sentence: re.Match[str]) -> str:
    return " " * len(sentence.group()) if _tells_overcome(sentence["said"]) else sentence.group()


def _tells_overcome(said: str) -> bool:
    """Whether a sentence only tells of a mistake that was made at first."""
    first = _FIRST.search(said)
    if first is None or _STATES.search(said, 0, first.start()) or _HEARD.search(said):
        return False
    if any(is_given_name(name) for name in _NAME.findall(said)):
        return False
    if _FORGOTTEN.search(said):
        return len(_STATES.findall(said)) <= 1
    return _ERROR.search(said) is not None and not _STATES.search(said) and not any(sign.isdigit() for sign in said)
