"""Bylines: titles and lines that say whose work an answer is, "# Authors: Hannah, Peter", "# Homework 3 - Anna Weber".

Nothing but names stands behind what they begin with: "# Homework 3 - Anna's mistake" is none. The first line of an
answer may be names and numbers of course and exercise alone: "Hannah Lind-Moore — Q3", "Ethan R.   CS 112   HW 5".
"""

import re

from gradbook.core.text.lines import before_in_line, end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AND, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import EVERYDAY, TELLS_OR_HAS, WORDS_TOO, is_given_name

_LEAD = (
    r"(?:written|submitted|prepared|done)[ ]by|authors?|names?|students?|(?:group|team)[ ]?(?:mates?|members?)?"
    r"|members?|home ?work|assignment|lab|exercise|project|hw"
    r"|autor(?:en|es|as?)?|verfasser(?:in)?|namen|gruppe|übung(?:sblatt)?|aufgabe|abgabe|nombres?|alumn[oa]s?|integrantes"
    r"|estudiantes?|tarea|práctica|grupo|noms?|auteurs?|étudiante?s?|groupe|devoir|tp|nomes?|alun[oa]s?|trabalho|nom[ei]"
    r"|studente|studenti|compito|gruppo|姓名|作者|小组|作业|이름|작성자|과제|氏名|名前|課題|автор|студент|имя"
)
_BYLINE = regex(
    rf"[ \t#*_>]*(?P<lead>{_LEAD})\b[ \t]*(?:\d{{1,3}}(?:\.\d)?)?[*_ \t]*[:：,|–—-](?P<who>[\w\s,.&/|·–—*-]*)",
    re.IGNORECASE,
)
_HEADED = regex(  # a first line of words and numbers, which leads to nothing
    r"[ \t#*_>]*(?:<[^<>\n]{1,40}>)*(?:\\(?:textbf|section\*?|subsection\*?|title|author|underline|emph)\{)?"
    r"(?P<said>[^\W\d_](?:[\w .,·|/()#*°º–—&'’-]|[:：](?=.*[^\s*_}<]))*?)\}?(?:</\w+>)*[ \t*_]*",
)
_LEADS = regex(  # of course, exercise, author, group and student number
    rf"(?:{_LEAD}|week|sheet|worksheet|blatt|woche|question|q|ex|exo|class|course|kurs|hoja|folha|tarefa|exercício"
    r"|ejercicio|exercice|esercizio|foglio|opdracht|oefening|zadanie|úkol|cvičení|задание|задача|домашнее|ödev|uppgift"
    r"|övning|opgave|oppgave|tehtävä|feladat|tema|tugas|hausaufgaben?|hausübung|deberes|cours|curso|corso|turma|classe"
    r"|klasse|klas|id|n[º°or]|num|num[eé]r\w*|number|nummer|matr|mat|matr[íi]c\w*|matrikel\w*|reg|roll|legajo|dni"
    r"|td|gr|grp|grupa|grupp[ea]?|группа|група|skupina|ryhmä|albumu|sk|seminar|tutorial|mssv|nim|npm|neptun|am|tc|numara"
    r"|naam|namn|navn|nimi|nama|jméno|meno|név|nume|ім'я|ім|я|όνομα|ad|soyad|adı|soyadı|imię|nazwisko|họ|tên|lớp|kelas"
    r"|фио|студентка|студента|учень|учениця|ученик|ученица|opiskelija|hallgató|öğrenci|мсж|elev|eleva|élève|schüler(?:in)?"
    r"|学号|學號|班级|班級|班|学籍番号|学生番号|組|番号|학번|반|성명|제출자|학생)",
    re.IGNORECASE,
)
_NUMBERED = regex(r"[\w-]*\d[\w-]*")  # numbers, and codes with a number: "TD3", "s1234567"
_STUDENT = regex(r"\d{5}")  # the number of one
_LABELLED = regex(rf"(?:{_LEADS.pattern})[\w ]{{0,12}}?[ *_]*[:：]", re.IGNORECASE)
_TITLES = bare_words(  # of somebody else, mostly
    "mr mrs ms miss mme mlle monsieur madame herr frau señor señora sr sra don doña dr prof professor professore "
    "profesor professeur sir madam meneer mevrouw господин госпожа bey hanım hoca hocam pan pani signor signora sig "
    "bapak ibu thầy cô teacher tutor ta"
)
_OF_OTHERS = (  # what a name of somebody else ends with
    "先生", "さん", "様", "君", "くん", "ちゃん", "老师", "老師", "教授", "同学", "同學", "小姐", "女士", "씨", "님",
)  # fmt: skip
_INITIALS = 2  # of a name, or a course
_CODE = 4  # capitals of a course's code, or an initial
_APART = regex(r"[,|/·(–—]|\s-\s|\s{2,}|[A-Z]\.")  # what stands between a name and the rest
_WORD = regex(r"[^\W\d_]+")
_JOINS = frozenset({
    "and", "und", "et", "y", "e", "en", "i", "и", "de", "del", "da", "dos", "di", "du", "la", "le", "van", "von", "der",
    "den", "bin", "al", "el", "ve", "dan", "và",
})  # fmt: skip
_BEHIND = regex(r"[\"”»*_`'’]*[ ]*(?:([:：])|([^\W\d_]+))?")
_COLONS = (":", "：")
_QUOTES = frozenset('"“„«')
_SIGNED = regex(r"[-–—―\"”“»,]\s*\Z")
_LONGEST = 200  # letters of a line
_SHORT = 4  # letters of a name in scripts that set no blanks


def is_byline(source: str, start: int) -> bool:
    """Whether a place stands in a line that says whose work the answer is, and nothing else."""
    line, end = start_of_line(source, start), end_of_line(source, start)
    found = _BYLINE.fullmatch(source, line, end) if end - line <= _LONGEST else None
    if found is None:
        return False
    words = _WORD.findall(found.group("who"))
    return bool(words) and all(word in _JOINS or may_be_name(word) for word in words)


def opens_byline(source: str, start: int) -> bool:
    """Whether a word is the first of such a line: "# Authors: ..."."""
    return not before_in_line(source, start).strip(" \t#*_>") and is_byline(source, start)


def names_author(line: str) -> bool:
    """Whether the first line of an answer has a name, and else nothing but words and codes of course and exercise."""
    headed = _HEADED.fullmatch(line) if len(line) <= _LONGEST else None
    if headed is None:
        return False
    said = headed["said"]
    label, colon, who = said.replace("：", ":").partition(":")
    if colon and _names_in(label) and _names_in(who):  # "Copied: Anna Weber"
        return False
    words = _WORD.findall(_NUMBERED.sub(" ", said))
    if any(bare(word) in _TITLES | AND or word.endswith(_OF_OTHERS) for word in words):  # "Carla und Tim"
        return False
    names = _names_in(said)
    apart = _APART.search(said) or _LABELLED.match(said)
    whole = _STUDENT.search(said) and any(word.lower() == word.upper() for word in names)  # 王小明 20211234
    told = len(names) > 1 or whole or apart is not None  # "Homework of Hannah" may be somebody else's
    return bool(names) and told and all(may_be_name(word) or is_given_name(word) for word in names)


def _names_in(text: str) -> list[str]:
    """Return the words of a text that are not of course, exercise, author or group."""
    words = _WORD.findall(_NUMBERED.sub(" ", text))
    return [word for word in words if not (_LEADS.fullmatch(word) or _is_code(word) or word in _JOINS)]


def _is_code(word: str) -> bool:
    """Whether a word may be a course's code, or an initial: "CS", "R"; "VOID" and "OLD" are words."""
    known = len(word) > _INITIALS and DICTIONARY.known_in(word.lower())
    return len(word) <= _CODE and word.isupper() and not known


def may_be_name(word: str) -> bool:
    """Whether a word may be somebody's name: it has a capital, where there are such, and is no word of a language."""
    known = bool(DICTIONARY.known_in(word.lower()))
    cased = word.lower() != word.upper()
    return not known and (word[0].isupper() if cased else len(word) <= _SHORT)


def is_telling(word: str, source: str, start: int, end: int) -> bool:
    """Whether a word is a name by what stands beside it: "Ben:", "Mark says", "q = 10 — Ben"."""
    behind = _BEHIND.match(source, end)
    verb = (behind.group(2) or "").lower() if behind is not None else ""
    told = verb in TELLS_OR_HAS and not (bare(word) in EVERYDAY and _speak_alike(bare(word), verb))
    if bare(word) in WORDS_TOO:
        quoted = source[end : end + 4].lstrip(" ")[:1] in _COLONS and bool(_QUOTES.intersection(source[end : end + 4]))
        return word.istitle() and (told or quoted or source.startswith(("'s ", "’s "), end))
    signed = source[end : end + 1] in ("", "\n", ".") and _SIGNED.search(source[max(0, start - 3) : start]) is not None
    beside = signed or bool(behind and behind.group(1))
    return is_given_name(word) and (told or (beside and not is_byline(source, start)))


def _speak_alike(one: str, other: str) -> bool:
    """Whether a language knows two words."""
    return not {name for name, _ in DICTIONARY.known_in(one)}.isdisjoint(name for name, _ in DICTIONARY.known_in(other))
