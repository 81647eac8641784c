"""Slight doubts: a word beside an equation that nobody knows or that denies nothing, or a remark that has no number.

What is right and has nothing worse against it is right: "I assume you don't want errors quoted." says nothing of it.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from gradbook.core.text.lines import end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.judging.claims.unstated.fitting import name_of
from gradbook.written.lexing.words.dictionary import AGAINST_IT, SIGNS, Languages, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.referring import OTHERS, PLACES
from gradbook.written.lexing.words.lists.withdrawing import WHOLE_PARTS
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.phrases.speech.weighing.scales import explains

_DENIES = frozenset({Role.DENIAL, Role.NEGATION, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.AGAINST})
_SPEAKS = _DENIES | {Role.CONDITION, Role.SUPPOSITION, Role.BEHIND, Role.HEDGE}  # of what is beside it, or under it
_SENTENCE = regex(r"[^.!?…\n]+")
_WORD = regex(r"[^\W\d_]+")
_NAME = regex(r"[^\W\d_]+\d*")
_INDEX = regex(r"[_{}\\]")  # in LaTeX
_CONTRAST = regex(r"[ ]?[,(—–]?[ ]?(?:not|and not|nicht|pas|no|non|não|nie|не|niet|inte|ikke)[ ]([-−]?\d[\d.,]*\b)")
_ASKED = regex(r"[^.!?…\n]*[?？]")
_STATES = regex(r"[\d=≈/]")
_FORMS = frozenset({"a list of names before the sign", "a word that is not known", "a mark of a list, or a sign"})
_FEW = 2  # words that may say anything: "withdrawn", "2nd sample"
_LONG = 3  # letters of a word


def is_slight(statement: Statement, source: str, names: Collection[str], output: str) -> bool:
    """Whether a statement is in doubt for what only explains, is of another, or for one word of several in its line.

    Args:
        statement: one of the answer's.
        source: the answer.
        names: of the exercise's quantities, of which a remark must not speak.
        output: that of them of which the gradients are.
    """
    return (
        _is_explained(statement, source)
        or _is_question(statement, source, names)
        or _is_of_another(statement, source, {*names} - {output})
        or _is_one_of_several(statement, source, names)
    )


def _is_of_another(statement: Statement, source: str, names: Collection[str]) -> bool:
    """Whether all that a doubt may come from stands behind other quantities, in lines that name neither this nor all.

    "∂L/∂w: either 0.4 or 0.8, I am not sure."
    """
    doubt, own = statement.doubt.lower(), name_of(statement)
    places = [found.start() for found in re.finditer(rf"\b{doubt}\b", source.lower())] if doubt.isalpha() else []
    number = source[statement.members[-1].start : statement.end]
    return bool(places and own) and all(
        not statement.start <= end_of_line(source, place) <= end_of_line(source, statement.end)
        and _is_about_another(place, own, number, source, names)
        for place in places
    )


def _is_about_another(place: int, own: str, number: str, source: str, names: Collection[str]) -> bool:
    """Whether a word stands in a line behind names of other quantities, that names neither an own one nor several."""
    start = start_of_line(source, place)
    line, before = (_INDEX.sub("", source[start:end]) for end in (end_of_line(source, place), place))
    words = set(map(bare, _WORD.findall(line)))
    speaks = any(one.removeprefix("d") in names for one in _NAME.findall(before))
    several = not (WHOLE_PARTS | PLACES | OTHERS).isdisjoint(words) or number in line
    return speaks and not several and own not in {one.removeprefix("d") for one in _NAME.findall(line)} | words


def _is_explained(statement: Statement, source: str) -> bool:
    """Whether the rest of its line, from which alone a doubt may come, only explains, without numbers."""
    begins, ends = start_of_line(source, statement.start), end_of_line(source, statement.end)
    lead, rest = source[begins : statement.start], source[statement.end : ends]
    if contrast := _CONTRAST.match(rest):
        rest = rest[contrast.end() :] if contrast[1] != source[statement.members[-1].start : statement.end] else rest
    doubt, beside = statement.doubt.lower(), (lead, rest)
    if "?" in source[begins:ends] or (doubt not in _FORMS and doubt in (source[:begins] + source[ends:]).lower()):
        return False
    told = [one for one in beside if (_WORD.search(one) if doubt in _FORMS else doubt in one.lower())]
    return bool(told) and all(map(_only_explains, told))


def _is_question(statement: Statement, source: str, names: Collection[str]) -> bool:
    """Whether a doubt comes of questions in other lines, that name no quantity and no number: "Did you like it?"."""
    begins, ends = start_of_line(source, statement.start), end_of_line(source, statement.end)
    if statement.doubt != "?" or "?" in source[begins:ends]:
        return False
    asked = [found.group() for found in _ASKED.finditer(source)]
    return not any(_STATES.search(one) or not {*names}.isdisjoint(_NAME.findall(one)) for one in asked)


def _only_explains(told: str) -> bool:
    named = any(map(is_given_name, _WORD.findall(told)))
    return not (named or _STATES.search(told)) and explains(told)


def _is_one_of_several(statement: Statement, source: str, names: Collection[str]) -> bool:
    """Whether one word among several, of a line, a title or a remark behind it, makes the doubt, and denies nothing."""
    doubt, ends = statement.doubt.lower(), end_of_line(source, statement.end)
    own = source[start_of_line(source, statement.start) : ends]
    rest = source[statement.end : ends].lower()
    if not doubt.isalpha() or "?" in own or (doubt in rest and _STATES.search(rest)):
        return False
    before = [line for line in source[:ends].split("\n") if doubt in line.lower()]
    behind = [one.group() for one in _SENTENCE.finditer(source, statement.end) if doubt in one.group().lower()]
    words = [word for told in (*before, *behind) for word in _WORD.findall(told)]
    if any(map(SIGNS.search, words)):
        return False  # who knows where one of them ends
    languages = _languages(source)
    against = _SPEAKS if before else _DENIES - {Role.NEGATION}  # "I assume you don't want errors quoted"
    if any(DICTIONARY.role(word, languages) in against or is_given_name(word) for word in words):
        return False
    if any(_STATES.search(told) or not {*names}.isdisjoint(_WORD.findall(told)) for told in behind):
        return False
    spoken = {word for word in words if len(word) >= _LONG and word not in names}
    return len(spoken) > _FEW or any(told.rstrip().endswith(":") for told in before)


def says_nothing(doubt: str, told: str) -> bool:
    """Whether what makes a doubt is one word of several in a sentence, which denies nothing, or a list of names.

    Args:
        doubt: a statement's.
        told: the sentence.
    """
    if doubt in _FORMS:
        return True
    words = _WORD.findall(told)
    if doubt.lower() not in map(str.lower, words) or any(map(SIGNS.search, words)) or is_given_name(doubt):
        return False
    spoken = [word for word in words if len(word) >= _LONG]
    return len(spoken) > _FEW and DICTIONARY.role(doubt.lower(), _languages(told)) not in AGAINST_IT


@lru_cache(maxsize=8)
def _languages(source: str) -> Languages:
    return DICTIONARY.spoken(source)[0]
