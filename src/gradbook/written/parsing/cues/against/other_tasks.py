"""Other tasks: what is said to be of an exercise that the answer is not of: "q = 10 (Exercise 5)"."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import TASKS
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.remarks import THIS

_NEXT = bare_words(
    "next last previous other another former nächsten letzten vorigen anderen prochain dernier précédent autre suivant "
    "próximo siguiente último pasado anterior otro seguinte passado outro prossimo ultimo scorso precedente altro "
    "volgende vorige andere laatste następnym poprzednim ostatnim innym следующем прошлом предыдущем другом"
)
_PASSED = frozenset({Role.FOR, Role.OF, Role.ARTICLE, Role.FILLER, Role.LINK})
_IN = frozenset({"in", "im", "dans", "en", "em", "nel", "l'", "l"})
_LEAST = 2  # the word and its number


def tasks(words: Sequence[Token]) -> bool:
    """Whether words speak of a task."""
    return not TASKS.isdisjoint(bare(word.text) for word in words)


def of_another_task(around: Surroundings, number: int) -> str:
    """Return the word for a task with a number, or the next or last one, in brackets or words behind an equation."""
    if around.held.isdisjoint(TASKS) and not around.asides:
        return ""
    tokens, behind = around.tokens, around.behind(number)
    told = next(filter(None, (_task(inside, around, number) for inside in around.asides_behind(number))), "")
    if told or behind >= len(tokens):
        return told
    if tokens[behind].kind == "word":
        return _task(tokens[behind : behind + 5], around, number)
    if tokens[behind].text != "stop" or behind + 1 >= len(tokens):
        return ""
    begins = bare(tokens[behind + 1].text)
    return _task(tokens[behind + 1 : behind + 8], around, number) if begins in THIS else ""


def _task(tokens: Sequence[Token], around: Surroundings, number: int) -> str:
    """Return the word for a task where tokens begin with it and its number, which no title before has."""
    said = [t for t in tokens if t.role not in _PASSED and bare(t.text) not in THIS | _IN and t.text != "is"]
    if len(said) < _LEAST:
        return ""
    led = tokens[0].role is Role.FOR or bare(tokens[0].text) in _IN
    if led and {bare(word.text) for word in said[:2]} & _NEXT and tasks(said[:2]):
        return said[0].text  # "q = 10 in the next exercise"
    if bare(said[0].text) not in TASKS or said[1].kind != "num":
        return ""
    before = around.tokens[: around.drafts[number].first]
    own = any(one.text == said[1].text and one.kind == "num" for one in before)
    return "" if own else said[0].text
