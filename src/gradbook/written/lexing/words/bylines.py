"""Bylines: titles and lines that say whose work an answer is, "# Authors: Hannah, Peter", "# Homework 3 - Anna Weber".

Nothing but names stands behind what they begin with: "# Homework 3 - Anna's mistake" is none.
"""

import re

from gradbook.core.text.lines import before_in_line, end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.languages import DICTIONARY

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
_WORD = regex(r"[^\W\d_]+")
_JOINS = frozenset({
    "and", "und", "et", "y", "e", "en", "i", "и", "de", "del", "da", "dos", "di", "du", "la", "le", "van", "von", "der",
    "den", "bin", "al", "el", "ve", "dan", "và",
})  # fmt: skip
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


def may_be_name(word: str) -> bool:
    """Whether a word may be somebody's name: it has a capital, where there are such, and is no word of a language."""
    known = bool(DICTIONARY.known_in(word.lower()))
    cased = word.lower() != word.upper()
    return not known and (word[0].isupper() if cased else len(word) <= _SHORT)
