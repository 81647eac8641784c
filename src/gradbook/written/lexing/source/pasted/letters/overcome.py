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
    r"\b(?:forg[eo]t\w*|dropped|missed|overlooked|left out|mixed|swapped|flipped|miscounted|misread|messed"
    r"|vergessen|vergaß|übersehen|vertauscht|verrechnet|vertan|weggelassen|unterschlagen|verwechselt|oublié\w*"
    r"|omis\w*|raté|trompé\w*|inversé\w*|olvid\w+|equivo\w+|confund\w+|comí|esquec\w+|errei|troquei|confundi"
    r"|dimentic\w+|sbagli\w+|scordat\w+|vergeten|gemist|verwisseld|zapomni\w+|pomyli\w+|zgubi\w+|pomin\w+|забы\w+"
    r"|ошиб\w+|перепута\w+|потерял\w*|пропустил\w*|упустил\w*|забув\w*|забул\w*|помил\w+|unut\w+|kaçır\w+|atla\w+"
    r"|lupa|terlewat|quên|nhầm|sót|glömde|glömt|missade|zapomněl\w*|spletl\w*|vynechal\w*|uitat\w*|elfelejtett\w*"
    r"|elrontott\w*|kihagyt\w*|glemte|glemt|unohd\w+|ξέχασα|भूल\w*|bhool\w*|oblid\w+|zaborav\w+|pogri?[ješ]\w+"
    r"|забора\w+|забрав\w+|сбърка\w+|zabud\w+|pomýlil\w*|nakalimutan|نسيت|أخطأت|فراموش|שכחתי|טעיתי|ভুলে)(?!\w)|ลืม"
    r"|忘|漏|弄反|算错|写错|間違え|抜け|빼먹|틀렸|까먹|놓쳤|잊"
)
_ERRED = (
    r"\b(?:mistake|slip(?:ped)?|error|wrong|typo|missing|lost|in degrees|falsch\w*|\w*fehler|fehlte|faute|erreur"
    r"|faux|perdu|en degrés|faltaba|faltó|error|en grados|faltou|faltava|erro|errad[oa]|em graus|errore|perso"
    r"|mancava|in gradi|fout\w*|błąd|źle|ошибк\w+|неверно|hata\w*|yanlış|salah|keliru|fel|chyb\w+|greș\w+|hib\w+"
    r"|feil|fejl|virhe\w*|λάθος|गलत\w*|galat\w*|greš\w+|греш\w+|mali|اشتباه|طأ|טעות|ভুল)(?!\w)|ผิด|พลาด|ミス|실수"
)
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
_FIRST, _FORGOTTEN, _ERROR = (regex(words, re.IGNORECASE) for words in (_AT_FIRST, _FORGOT, _ERRED))
_NAME = regex(r"[^\W\d_]{2,}")


_HINTS = (  # of which one is in each word for a mistake: to look for them is many times as fast
    "forg", "dropped", "missed", "overlook", "left", "mixed", "swapped", "flipped", "misc", "misread",
    "messed", "mistake", "slip", "error", "wrong", "typo", "missing", "lost", "degrees", "verg", "überseh",
    "vertauscht", "verrechnet", "vertan", "weggelassen", "unterschlagen", "verwechselt", "falsch", "fehl",
    "oubli", "omis", "raté", "tromp", "invers", "faute", "erreur", "faux", "perdu", "degrés", "olvid",
    "equivo", "confund", "comí", "falt", "grados", "esquec", "errei", "troquei", "errad", "erro", "graus",
    "dimentic", "sbagli", "scordat", "errore", "perso", "mancava", "gradi", "gemist", "verwisseld", "fout",
    "zapomni", "pomyli", "zgubi", "pomin", "błąd", "źle", "забы", "ошиб", "перепута", "потерял",
    "пропустил", "упустил", "неверно", "забу", "помил", "unut", "kaçır", "atla", "hata", "yanlış", "lupa",
    "terlewat", "salah", "keliru", "quên", "nhầm", "sót", "glöm", "missade", "fel", "zapomněl", "spletl",
    "vynechal", "chyb", "uitat", "greș", "elfelejtett", "elrontott", "kihagyt", "hib", "glemt", "feil",
    "fejl", "unohd", "virhe", "ξέχασα", "λάθος", "भूल", "गलत", "bhool", "galat", "oblid", "zaborav",
    "pogri", "greš", "забора", "забрав", "сбърка", "греш", "zabud", "pomýlil", "nakalimutan", "mali",
    "نسيت", "أخطأت", "فراموش", "اشتباه", "طأ", "שכחתי", "טעיתי", "טעות", "ভুল", "ลืม", "ผิด", "พลาด", "忘",
    "漏", "弄反", "算错", "写错", "間違え", "抜け", "ミス", "빼먹", "틀렸", "까먹", "놓쳤", "잊", "실수",
)  # fmt: skip


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
