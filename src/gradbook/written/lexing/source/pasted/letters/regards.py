"""Regards: how letters end, "Kind regards, Anna", "С уважением", "此致敬礼", with or without whose letter it is."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.bylines import may_be_name
from gradbook.written.lexing.words.dictionary import bare

_PHRASES = (
    "regards; greetings from; greetings to all; kind regards; best regards; warm regards; best; all the best; cheers;"
    "yours; yours sincerely; sincerely;"
    "yours truly; sincerely yours; best wishes; greetings; many greetings; take care; see you; see you in class;"
    "see you on monday; have a nice day; have a good day; have a nice weekend; good night; respectfully; bye;"
    "mit freundlichen grüßen; mit freundlichem gruß; mit besten grüßen; viele grüße; liebe grüße; beste grüße;"
    "schöne grüße; grüße; gruß; freundliche grüße; lg; mfg; vg; bg; schönen tag noch; schönes wochenende; bis montag;"
    "cordialement; bien cordialement; bien à vous; salutations; sincères salutations; respectueusement; bonne journée;"
    "bonne soirée; bon week-end; à bientôt; à lundi; amicalement; saludos; un saludo; saludos cordiales;"
    "un cordial saludo; atentamente; un abrazo; hasta luego; hasta el lunes; buen día; atenciosamente; abraços;"
    "um abraço; abraço; cumprimentos; com os melhores cumprimentos; att; até segunda; até mais; cordiali saluti;"
    "distinti saluti; saluti; un saluto; a presto; buona serata; buona giornata; cordialmente; met vriendelijke groet;"
    "met vriendelijke groeten; vriendelijke groet; groetjes; groeten; groet; mvg; fijne dag; tot maandag; pozdrawiam;"
    "z poważaniem; serdecznie pozdrawiam; do widzenia; miłego dnia; с уважением; с наилучшими пожеланиями;"
    "до свидания; хорошего дня; всего доброго; всего хорошего; з повагою; гарного дня; до побачення; saygılarımla;"
    "saygılar; iyi akşamlar; iyi günler; iyi çalışmalar; sevgiler; selamlar; hälsningar; med vänliga hälsningar;"
    "vänliga hälsningar; mvh; vh; hilsen; med venlig hilsen; med vennlig hilsen; vennlig hilsen; venlig hilsen;"
    "terveisin;"
    "ystävällisin terveisin; terveiset; s pozdravem; hezký den; pěkný den; na shledanou; s pozdravom; üdvözlettel;"
    "tisztelettel; üdv; szép napot; cu stimă; cu respect; o zi bună; la revedere; cu drag; με εκτίμηση; χαιρετισμούς;"
    "φιλικά; καλή συνέχεια; trân trọng; kính thư; thân ái; hormat saya; dhanyavaad; fins dilluns; fins aviat;"
    "salutacions; salam; salam hormat; सादर; آپ کا; مع التحية;"
    "مع أطيب التحيات; تحياتي; با احترام; با تشکر; 此致敬礼; 此致 敬礼; 祝好; 祝老师工作顺利; 敬上; 以上です; 以上;"
    "よろしくお願いします; よろしくお願いいたします; よろしくお願い致します; どうぞよろしくお願いします; 失礼します;"
    "감사합니다; 수고하세요; 안녕히 계세요; 좋은 하루 되세요; 이상입니다"
)
_ENDS = frozenset(bare(phrase.strip()) for phrase in _PHRASES.split(";"))
_LINE = regex(r"[ \t*_>–—~-]*(?P<said>[^\n=≈\d]{2,60}?)[ \t,.!。！*_]*")
_LETTERS = 12  # of a name, at most: "Regards, Abgeschrieben"
_LONGEST = 3  # words of a name, and of where it is


def sends_regards(line: str) -> bool:
    """Whether a line is how a letter ends, and nothing else but a name."""
    found = _LINE.fullmatch(line)
    if found is None:
        return False
    said = bare(found["said"])
    if said in _ENDS:
        return True
    return any(
        bare(found["said"][:at].rstrip(" ,，–—-")) in _ENDS and _is_name(found["said"][at:].strip(" ,，–—-"))
        for at, sign in enumerate(found["said"])
        if sign in " ,，–—-"
    )


def _is_name(said: str) -> bool:
    words = said.replace(".", " ").replace(",", " ").split()
    letters = all(len(word) <= _LETTERS for word in words)
    return letters and 0 < len(words) <= _LONGEST and all(len(word) == 1 or may_be_name(word) for word in words)
