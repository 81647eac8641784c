"""Salutations: a first line that only greets the reader, says that an answer follows or whose it is, and what in the
last only asks whether all above is right: "Buongiorno professore, ecco la soluzione:", "Correct?", "请问对吗？".

They speak against nothing, nor does the label of a note. What has any other word, a name, or speaks of an error, is
left: "Right? No."
"""

import re
from collections.abc import Iterator

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.letters.aids import tells_aids
from gradbook.written.lexing.source.pasted.letters.checks import asks_whether_right
from gradbook.written.lexing.source.pasted.letters.impressions import tells_impression
from gradbook.written.lexing.source.pasted.letters.regards import sends_regards
from gradbook.written.lexing.source.pasted.letters.requests import invites_corrections
from gradbook.written.lexing.words.bylines import may_be_name, names_author
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.languages import COMMON, DICTIONARY
from gradbook.written.lexing.words.people import is_given_name

_THANKS = bare_words(
    "thanks thank you danke merci gracias obrigado obrigada grazie bedankt dziękuję спасибо teşekkürler teşekkür "
    "ederim cảm ơn terima kasih tack takk děkuji mulțumesc ممنون مرسی شكرا شكراً ευχαριστώ πολύ дякую धन्यवाद kiitos "
    "köszönöm tak 谢谢 谢谢老师 谢谢您 感谢 감사합니다 ありがとうございます"
)
_GREETS = bare_words(
    "hi hello hey dear good morning afternoon evening guten tag morgen abend hallo sehr geehrter geehrte liebe lieber "
    "bonjour bonsoir hola buenas buenos días tardes olá oi bom dia boa tarde ciao buongiorno buonasera salve gentile "
    "merhaba selam iyi günler привет здравствуйте уважаемый уважаемая добрый день dzień dobry szanowny szanowna hej "
    "سلام السلام عليكم مرحبا γεια σας καλημέρα καλησπέρα χαίρετε вітаю доброго дня привіт bună ziua salut नमस्ते hei moi "
    "terve szia kedves jó napot kære god goddag dobrý den thưa chào selamat pagi siang sore"
)
_READER = bare_words(
    "prof professor professore professoressa professora profe profesor profesora sir madam teacher tutor herr frau "
    "madame monsieur hocam pak bu bapak ibu thầy cô panie pani преподаватель استاد دكتور دکتر أستاذ κύριε καθηγητά "
    "κυρία пане викладачу domnule profesor doamnă सर मैम tanár úr tanárnő opettaja"
)
_FOLLOWS = bare_words(
    "here is are my answer answers solution solutions result results homework below for to exercise question task hier "
    "ist sind meine mein lösung lösungen ergebnis ergebnisse antwort antworten zu zur aufgabe voici ma mes réponse "
    "réponses résultats pour l'exercice exercice aqui está estão a minha minhas resposta respostas segue seguem abaixo "
    "aquí mi mis respuesta respuestas solución resultados ejercicio ecco la mia soluzione i miei risultati le mie "
    "risposte esercizio işte cevabım cevaplarım çözümüm мой ответ мои ответы вот моё мое решение ini jawaban saya "
    "berikut đây là bài làm của em oto moje rozwiązanie här är mitt svar lab hw جواب "
    "سوال پاسخ تمرین إجابة سؤال حل السؤال إجابتي η απάντησή μου λύση άσκηση відповідь моя розв'язок завдання răspunsul "
    "meu soluția mea उत्तर हल मेरा besvarelse min vastaukseni ratkaisu megoldásom megoldás unten anbei abgabe "
    "ci-dessous ci-joint abajo adjunto adjunta tarea abaixo anexo tarefa sotto allegato compito hieronder bijgevoegd "
    "uitwerking poniżej níže úkol ниже нижче aşağıda aşağıdadır ekte ektedir ödevim bawah dưới nedan bifogat inlämning "
    "nedenfor vedlagt alla alatt jos"
)
_OPENING = _GREETS | _READER | _FOLLOWS
_LETTERS = bare_words(
    "message letter note mail email postcard nachricht brief notiz lettre mot carta mensaje mensagem recado lettera "
    "messaggio bericht briefje list wiadomość сообщение письмо записка brev meddelande mektup mesaj surat pesan"
)
_WRITTEN_TO = bare_words(  # to whom one is written: none who has written it
    "to a an my the for old good study buddy friend myself sister brother mum dad wife husband colleague future me "
    "self an einen eine meinen meine freund freundin schwester bruder mich selbst à un une mon ma ami amie soeur frère "
    "moi para mi mí misma mismo amigo amiga hermana hermano um uma meu minha irmã irmão mim mesmo mesma al alla "
    "amico amica sorella fratello stesso stessa aan een mijn vriend vriendin zus broer mezelf do przyjaciela "
    "przyjaciółki siostry siebie другу подруге сестре брату себе самому самой till en vän min syster mig själv "
    "arkadaşıma kendime untuk teman saya"
)
_OF_THE_READER = regex(  # what a letter may tell its reader to have: "In your solution q = 10", "Bei dir ist q = 10"
    r"\b(?:you|yours?|du|dir|dich|dein(?:e[rnms]?)?|toi|tu|ta|ton|tes|vous|votre|vos|tú|ti|te|tus|tien\w+|você|teus?"
    r"|tuas?|tens|tu[oe]|tuoi|hai|avevi|dig|din|ditt|dina|dit|dine|jij|jou|jouw|uw|ciebie|tobie|tw(?:ój|oj\w+|oich|oim)"
    r"|masz|ты|тебя|тебе|тво\w+|kamu|sen|senin|sende)\b|[你您]|당신|네가|너는|너의|あなた|君",
    re.IGNORECASE,
)
_OPENS_WITHOUT_BLANKS = regex(
    "(?:(?:老师|老師|教授|助教)(?:(?:您好|你好|好)[,，]?|[,，])|(?:您好|你好)[,，]?)?(?:以下是|这是|這是|下面是)?(?:我的)?(?:答案|解答|作业|作業|结果|結果|解)(?:如下|是)?"
    "|(?:先生[,，、])?(?:これが|以下が)?(?:私の)?(?:答え|解答|回答)(?:です)?"
)
_APOLOGY = regex(  # for a late answer
    "(?:提出が)?(?:大変|少し)?(?:遅く|おそく)なって(?:しまい|しまって)?[、,]?(?:大変)?(?:すみません|申し訳(?:ありません|ございません))(?:でした)?"
    "|(?:提出が)?(?:遅|おく)れて(?:しまい)?(?:すみません|申し訳(?:ありません|ございません))(?:でした)?"
    "|(?:作业)?(?:晚|迟)交了?[，,]?(?:很|非常)?(?:抱歉|对不起|不好意思)"
    "|(?:很|非常)?(?:抱歉|对不起|不好意思)[，,]?(?:作业)?(?:晚|迟)交了?"
    "|(?:과제를?[ ])?(?:제출이[ ])?늦(?:게[ ](?:제출해서|내서)|어서)[ ](?:정말[ ])?(?:죄송합니다|죄송해요|미안합니다)"
)
_SENTENCE = regex(r"[\s*_>\[]{0,9}(?P<said>[^?？؟.!！。*_\s][^?？؟.!！。*_]{0,60})(?P<mark>[?？؟.!！。]*)[\s*_\]]{0,9}")
_MARKS = frozenset("?？؟")
_ASKING = _MARKS | {"。"}  # at the end of such a sentence
_SPLIT = regex(r"[\s,，;:¿、]+")
_CALLS = regex(r"[^\W\d_]+(?:[ ][^\W\d_]+)?[,，、]")  # "Hocam merhaba, ...", not "Prof solution"
_NOTE = regex(  # what begins a note of words alone: "NB: ...", so that "NB: that's wrong" is heard as "that's wrong" is
    r"(?mi)^[ \t]*(?:n\.?[ ]?b\.?|notes?|nota(?:[ ]bene)?|rem(?:arque|ark)?\.?|anm(?:erkung)?\.?|hinweis"
    r"|bem(?:erkung)?\.?|obs\.?|opm(?:erking)?\.?|uwaga|прим(?:ечание)?\.?)[ ]?(?::|(?<=\.))[ ](?=[^\n=≈\d|`$]{3,80}$)"
)
_SIGNED = regex(
    r"[ \t]*(?:[-–—~]{1,2}[ ]?)?(?P<names>[^\W\d_]{2,15}(?:[ ](?!드림|올림|敬上)[^\W\d_]{2,15}){0,2})"
    r"(?:[ ][A-Z]\.?|(?P<closing>[ ]?(?:드림|올림|敬上)))?"
)
_TAIL = regex(r"(?<=\d[.!。] )[^\n\d=≈]{3,}\Z|(?<=\d。)[^\n\d=≈]{3,}\Z")  # of a line that states something
_BOTH = regex(r"[ ](?:&|\+|and|und|et|y|e|i|og|och|en|и|και)[ ](?=[^\W\d_]+$)")  # two who have written it
_TO_DO = regex(  # a note on other work: "TODO: write `_backward` so that ...", not "TODO: check the sign"
    r"(?i)[ \t>*_#-]*(?:to[ -]?do[*_]{0,2}[ ]?[:–—-]|#to-?do\b)[*_]{0,2}[ \t]*"
    r"(?:write|implement|learn|plot|draw|compare|extend|install|automate|refactor|do[ ]the[ ]same"
    r"|same[ ](?:check[ ])?(?:for|with)|programmieren|nachlesen)\b"
    r"(?:[^\n=≈\d]|(?<=[A-Za-z])\d)*"
)
_OF_ANSWERS = bare_words(
    "solution answer answers result results numbers signs sign minus missing proper what follows values copied "
    "copying gradient gradients it from whose whom came taken differs computed key"
)
_AGAINST = AGAINST_IT - {Role.NEGATION, Role.OTHER, Role.CONDITION, Role.SUPPOSITION} | {Role.ERROR}
_RULED = regex(r"\s*(?:[-=*_]{3,}[ \t]*\n\s*)?")  # what stands before the first line
_TITLE = regex(r"[ \t>]*(?:#{1,6}[ ][^=≈\n]*|(?:\*\*|__)[^=≈\n]*(?:\*\*|__)[ \t]*)")
_OPENING_LINES = 3
_CLOSING_LINES = 3  # "Thanks! / Regards, / Anna"
_LONGEST = 90  # signs of such a line
_FEWEST = 2  # lines above the last
_MANY = 4  # equations before a question in their line, so that it is hardly of one


def without_salutations(source: str) -> str:
    """Return a source, as long as it was, with blanks for greetings, last questions, signatures and labels of notes."""
    source = _NOTE.sub(lambda note: " " * len(note.group()), source)
    for start, end in _opening_lines(source):
        source = source[:start] + " " * (end - start) + source[end:]
    for _ in range(_CLOSING_LINES):
        closed, source = source, _without_last(source)
        if source == closed:
            break
    return source


def _opening_lines(source: str) -> Iterator[tuple[int, int]]:
    """Yield where first lines begin and end that greet, or say whose work this is, be it under a title of it."""
    at = opened.end() if (opened := _RULED.match(source)) else 0
    for _ in range(_OPENING_LINES):
        end = source.find("\n", at, at + _LONGEST)
        if end < 0:
            return
        line = source[at:end]
        written_to = _is_letter(line) and _OF_THE_READER.search(source, end) is None
        if (
            _opens(line)
            or written_to
            or tells_aids(line)
            or (names_author(line) and not _is_one_of_several(source, line, end))
        ):
            yield at, end
        elif not _TITLE.fullmatch(line):
            return
        at = len(source) - len(source[end:].lstrip())


def _is_one_of_several(source: str, line: str, end: int) -> bool:
    """Whether further titles behind a place name others, so that each has a part of the answer."""
    titled = _TITLE.fullmatch(line) is not None
    return titled and any(names_author(other) for other in source[end:].split("\n") if _TITLE.fullmatch(other))


def _without_last(source: str) -> str:
    """Return a source with blanks for what its last line asks, thanks for or is signed with."""
    body = source.rstrip()
    tail = _TAIL.search(body, max(0, len(body) - _LONGEST))
    if tail and body.count("=") >= _MANY and not _MARKS.isdisjoint(tail.group()):
        return source[: tail.start()] + _SENTENCE.sub(_unasked, tail.group()) + source[len(body) :]
    start = body.rfind("\n", max(0, len(body) - _LONGEST)) + 1
    if not start or source[:start].strip().count("\n") < _FEWEST - 1:
        return source
    above = source[:start].rstrip()
    line = above[above.rfind("\n") + 1 :]
    greeted = sends_regards(line) or _thanks(line.strip(" *_.,!"))
    apart = greeted or source[len(above) : start].count("\n") > 1
    signed = sends_regards(body[start:]) or tells_aids(body[start:]) or (apart and _signs(body[start:], sure=greeted))
    aside = signed or (_TO_DO.fullmatch(body, start) is not None and not _speaks_of_it(body[start:]))
    last = " " * (len(body) - start) if aside else _SENTENCE.sub(_unasked, body[start:])
    return source[:start] + last + source[len(body) :]


def _speaks_of_it(note: str) -> bool:
    """Whether a note on other work may speak of the answer itself: "TODO: ask why this is wrong"."""
    words = _words(note)
    roles = {DICTIONARY.role(word, COMMON) for word in words if word not in ("todo", "again")}
    named = any(map(is_given_name, _SPLIT.split(note)))
    return named or not _OF_ANSWERS.isdisjoint(words) or not _AGAINST.isdisjoint(roles)


def _signs(line: str, *, sure: bool) -> bool:
    """Whether a line is nothing but the name of who has written the answer: "Giulia", "- Megan O.", "김민수 드림".

    Args:
        line: the last.
        sure: whether a name is expected there, so that any that is no word may be one.
    """
    found = _SIGNED.fullmatch(_BOTH.sub(" ", line))
    if found is None:
        return False
    names = found["names"].split()
    if not all(is_given_name(name) or may_be_name(name) for name in names):
        return False
    return sure or is_given_name(names[0]) or (found["closing"] is not None and not any(map(DICTIONARY.against, names)))


def _opens(line: str) -> bool:
    """Whether a line greets its reader, or says that an answer follows, and nothing else."""
    said = line.strip(" *_>:：.。!！")
    words = _words(said)
    known = _OPENING.issuperset(word for word in words if not word.isdigit())
    greets = bool(words) and (words[0] in _GREETS or (words[0] in _READER and _CALLS.match(said) is not None))
    labels = len(words) == 1 and line.strip(" *_>")[-1:] in (":", "：")  # "Moi :" is no Finnish greeting
    return (known and greets and not labels) or _OPENS_WITHOUT_BLANKS.fullmatch(said) is not None


def _is_letter(line: str) -> bool:
    """Whether a line is the title of a letter: "Message to a friend:"."""
    words = _words(line.strip(" *_>:：.。!！"))
    return len(words) > 1 and words[0] in _LETTERS and _WRITTEN_TO.issuperset(words[1:])


def _unasked(sentence: re.Match[str]) -> str:
    """Return blanks for a sentence that asks whether all is right, invites, thanks, excuses or tells how it felt."""
    said, words = sentence["said"].strip(), _words(sentence["said"])
    marked = not _ASKING.isdisjoint(sentence["mark"])
    asks = (marked and asks_whether_right(said, words)) or invites_corrections(said, words, asks=marked)
    polite = asks or _thanks(said) or _APOLOGY.fullmatch(said) is not None or (not marked and tells_impression(words))
    return " " * len(sentence.group()) if polite else sentence.group()


def _thanks(said: str) -> bool:
    return _THANKS.issuperset(_words(said))


def _words(said: str) -> list[str]:
    return [bare(word) for word in _SPLIT.split(said.lower()) if word]
