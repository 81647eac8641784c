"""Overcome: sentences that only tell of a mistake which was made at first, and is none any more.

At first I forgot the minus.    (Hatte zuerst das -1 vergessen, die Probe hat's verraten.)    最初 cos を忘れていました。

One without a word for "at first", or that says what should be, what still is or who has another number, is heard.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.people import is_given_name

_AT_FIRST = (
    r"\b(?:at first|(?<!the )(?<!my )(?<!on )first(?= I\b| we\b| forgot| had| got|,)|(?<=I )first|initially|originally|(?:the|my|on the|in my|on my) first (?:time|try|attempt|go|version|draft)"
    r"|zuerst|anfangs|zunächst|ursprünglich|am anfang|erst|(?:beim|im) ersten (?:mal|versuch|anlauf|moment)"
    r"|au début|d['’]abord|au départ|la première fois|au premier (?:essai|jet)|initialement"
    r"|al principio|primero|la primera vez|inicialmente|al primer intento|(?:en )?(?:el|mi) primer intento"
    r"|no (?:começo|início)|(?:de|ao) início|primeiro|(?:da|na|a) primeira vez"
    r"|all['’]inizio|la prima volta|inizialmente|dapprima|al primo (?:tentativo|giro)|prima"
    r"|eerst|aanvankelijk|in het begin|de eerste keer|najpierw|na początku|początkowo|za pierwszym razem"
    r"|сначала|сперва|поначалу|вначале|(?:в )?первый раз|с первого раза|спочатку|спершу|первоначально"
    r"|ilk başta|önce|başta|ilk seferinde|ilk denemede|awalnya|mulanya|tadinya|lúc đầu|ban đầu|först|i början"
    r"|nejdřív|nejprve|zpočátku|na začátku|napoprvé|prima dată|inițial|la început|elsőre|először|eleinte|først"
    r"|i starten|ensin|aluksi|στην αρχή|αρχικά|πρώτα|पहले|शुरू में|pehle|shuru mein|al principi|primer|d['’]entrada|prvo"
    r"|isprva|u početku|прво|у почетку|първо|отначало|в началото|najprv|na začiatku|noong una"
    r"|في البداية|بالبداية|أولا|ابتدا|اولش|اول|בהתחלה|প্রথমে)(?!\w)|ตอนแรก|ทีแรก|一开始|刚开始|开始时|起初|最初|はじめ|初め|처음"
)
_FORGOT = (
    r"\b(?:forg[eo]t\w*|dropped|missed|overlooked|left out|mixed|swapped|flipped|miscounted|misread|messed|vergessen|vergaß"
    r"|übersehen|vertauscht|verrechnet|vertan|weggelassen|unterschlagen|verwechselt|oublié\w*|omis\w*|raté|trompé\w*"
    r"|inversé\w*|olvid\w+|equivo\w+|confund\w+|comí|esquec\w+|errei|troquei|confundi|dimentic\w+|sbagli\w+|scordat\w+"
    r"|vergeten|gemist|verwisseld|zapomni\w+|pomyli\w+|zgubi\w+|pomin\w+|забы\w+|ошиб\w+|перепута\w+|потерял\w*"
    r"|пропустил\w*|упустил\w*|забув\w*|забул\w*|помил\w+|unut\w+|kaçır\w+|atla\w+|lupa|terlewat|quên|nhầm|sót|glömde"
    r"|glömt|missade|zapomněl\w*|spletl\w*|vynechal\w*|uitat\w*|elfelejtett\w*|elrontott\w*|kihagyt\w*|glemte|glemt"
    r"|unohd\w+|ξέχασα|भूल\w*|bhool\w*|oblid\w+|zaborav\w+|pogri?[ješ]\w+|забора\w+|забрав\w+|сбърка\w+|zabud\w+"
    r"|pomýlil\w*|nakalimutan|نسيت|أخطأت|فراموش|שכחתי|טעיתי|ভুলে)(?!\w)|ลืม|忘|漏|弄反|算错|写错|間違え|抜け|빼먹|틀렸|까먹|놓쳤|잊"
)
_ERRED = (
    r"\b(?:mistake|slip(?:ped)?|error|wrong|typo|missing|lost|in degrees|falsch\w*|\w*fehler|fehlte|faute|erreur|faux|perdu"
    r"|en degrés|faltaba|faltó|error|en grados|faltou|faltava|erro|errad[oa]|em graus|errore|perso|mancava|in gradi|fout\w*"
    r"|błąd|źle|ошибк\w+|неверно|hata\w*|yanlış|salah|keliru|fel|chyb\w+|greș\w+|hib\w+|feil|fejl|virhe\w*|λάθος|गलत\w*"
    r"|galat\w*|greš\w+|греш\w+|mali|اشتباه|طأ|טעות|ভুল)(?!\w)|ผิด|พลาด|ミス|실수"
)
_HEARD = regex(  # what should be or still is, what is right or not, what is not sure, and who else has a number
    r"\b(?:right|correct|no|richtig|stimmt|kein\w*|juste|correct[oae]?|pas|aucune?|cierto|nada|certo|não|non|giust[oa]|niet"
    r"|geen|juist|goed|nie|dobrze|не|нет|правильно|верно|değil|yok|doğru|tidak|bukan|benar|không|đúng|inte|rätt|ikke|rett"
    r"|správně|nu|nem|jó|eivät|ei|oikein|δεν|σωστ\w+|thought|should|must|ought|still|maybe|perhaps|probably|unsure|not|think|guess\w*|cop(?:y|ied)|he|she|they|his|her|their"
    r"|friend|neighbou?r|classmate|sollte|müsste|muss|noch|vielleicht|nicht|abgeschrieben|devrait|doit|encore|peut-être"
    r"|copié|debería|debe|todavía|quizás?|copi[éeo]\w*|deveria|deve|ainda|talvez|dovrebbe|ancora|forse|moet|nog|misschien"
    r"|powinno|może|nadal|должн\w+|может|ещё|olmalı|hâlâ|belki|harus|masih|mungkin|phải|vẫn|có lẽ|borde|ska|kanske|mělo"
    r"|možná|ar trebui|poate|kellene|talán)(?!\w)|应该|應該|还是|也许|可能|はず|べき|たぶん|해야|아마|[?？]|\bn['’]t\b",
    re.IGNORECASE,
)
_SENTENCE = regex(
    r"(?:(?<=[\n(（。！ㅎㅋ])|(?<=[.!:;…—–] )|\A)(?P<said>(?:[^\n.!?。！？()（）]|[.,](?=\d)){6,200})(?P<mark>[.!。！…]*)"
)
_STATES = regex(r"[=≈:→⇒]|->")
_FIRST, _FORGOTTEN, _ERROR = (regex(words, re.IGNORECASE) for words in (_AT_FIRST, _FORGOT, _ERRED))
_NAME = regex(r"[^\W\d_]{2,}")


def without_overcome(source: str) -> str:
    """Return a source, as long as it was, with blanks for sentences that only tell of what was once mistaken."""
    if not _FIRST.search(source):
        return source
    return _SENTENCE.sub(_without, source)


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
