"""Titles: headings whose words of doubt are of their topic, and deny nothing that stands under them.

# TODO: 2        # Step 1: calculate the mistakes        # The sample code contains wrong logic

So are those of a task that is set behind an answer, "TODO: draw the graph", unless it is to look at the answer again.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import lines, parts
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.usages import is_in_heading

_TASKS = frozenset({"todo", "to do"})
_TO_BE_DONE = bare_words(
    "implement implementing compute calculate derive differentiate fill write complete code coding add start begin do "
    "your my the a all in of for and with by here below forward backward pass propagation backprop gradient gradients "
    "derivative derivatives loss output value values graph node nodes rule chain exercise task question problem part "
    "step section exercice tâche aufgabe teil schritt ejercicio tarea parte paso exercício tarefa esercizio compito "
    "berechnen berechne ableiten ausfüllen calculer compléter calcular completar calcolare completare"
)
_LOOKS_AGAIN = bare_words(
    "check recheck verify fix redo recompute recalculate correct confirm test ask sure review compare look debug sign "
    "prüfen überprüfen nachrechnen korrigieren vérifier corriger recalculer revisar verificar comprobar corregir "
    "recalcular conferir corrigir controllare verificare correggere kontrollera kontrollere"
)
_ALL_AGAIN = bare_words("again everything all these alles alle encore tout toutes otra todo todas tudo 全部 重新")
_LATER = bare_words("tomorrow morgen demain mañana amanhã domani jutro завтра imorgon zítra 明天 明日 내일")
_IN_PLANS = frozenset({Role.NEGATION, Role.CONDITION})  # "TODO tomorrow: see if f drops" is of what is not written yet
_ITEMS = frozenset({"item", "line", "block"})
_OF_NETWORKS = frozenset({Role.WEIGHT, Role.BIAS, Role.SLOPES, Role.VALUES, Role.BACKWARD, Role.STEP})
_SAID = frozenset({"word", "num", "rel"})  # kinds of what a line may say
_ERRORS = frozenset({"mistakes"})
_WORKED_OUT = frozenset({"calculate", "compute", "measure"})
_PAGES = bare_words("sample tutorial tutorials docs documentation library textbook autograd pytorch tensorflow keras")
_MINE = bare_words("my our this here mein meine unser unsere")
_HOLDS = frozenset({"contains", "contain", "has", "have"})


def titled(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words of doubt in a heading that are only of its topic as plain words."""
    return [replace(token, role=Role.PLAIN) if _is_topic(tokens, at) else token for at, token in enumerate(tokens)]


def _is_topic(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.role not in (Role.DENIAL, Role.HEDGE):
        return False
    if token.text in _TASKS and (_sets_task(tokens, at) or _is_all_of_name(tokens, at)):
        return True
    if not is_in_heading(tokens, at):
        return False
    before = [*takewhile(lambda other: other.kind == "word" or other.edge, reversed(tokens[:at]))]
    words = [bare(other.text) for other in reversed(before) if other.kind == "word"]
    if token.text in _TASKS:
        behind = takewhile(lambda other: other.kind != "sep" or other.text in ("soft", "colon"), tokens[at + 1 :])
        return all(other.kind != "word" or bare(other.text) in _TO_BE_DONE for other in behind)
    if bare(token.text) in _ERRORS:
        return len(words) > 1 and words[-2] in _WORKED_OUT and words[-1] == "the"
    verb = next((place for place, text in enumerate(words) if text in _HOLDS), 0)
    subject = words[:verb]
    return token.role is Role.DENIAL and not _PAGES.isdisjoint(subject) and _MINE.isdisjoint(subject)


def _sets_task(tokens: Sequence[Token], at: int) -> bool:
    """Whether "TODO" at the beginning of a line leads to what is still to be done, and to no check."""
    start, behind = at, at + 1
    while start and tokens[start - 1].text == "stop":  # ".. todo::", a directive
        start -= 1
    while behind < len(tokens) and (tokens[behind].text == "colon" or bare(tokens[behind].text) in _LATER):
        behind += 1
    begins = not start or tokens[at - 1].text == "stop"  # "L = 0.07. TODO: draw the graph"
    begins = begins or (
        tokens[start - 1].kind == "sep" and tokens[start - 1].text in ("line", "block", "item", "heading")
    )
    if not begins:
        return False
    task = [*takewhile(lambda t: t.kind != "sep" or t.text in ("soft", "comma"), tokens[behind:])]
    if not any(token.kind == "word" for token in task):
        return _lists_tasks(tokens[behind + len(task) :])
    rest = [*takewhile(lambda t: t.text != "block", tokens[behind + len(task) :])]
    if any(token.kind != "sep" for token in rest):  # "TODO: draw the graph. It is 6."
        return False
    words = [other for other in task if other.kind == "word"]
    if behind == at + 1 and any(other.kind not in ("word", "sep") for other in task):  # "TODO multiply by 2"
        return False
    named = len(words) > 1 or any(word.role in _OF_NETWORKS for word in words)  # "TODO: biases"
    later = not _LATER.isdisjoint(bare(word.text) for word in (*words, *tokens[at + 1 : behind]))
    against = NO_CLAIM - _IN_PLANS if later else NO_CLAIM
    return named and not any(w.role in against or bare(w.text) in _LOOKS_AGAIN for w in words)


def _is_all_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether "TODO" is all that a line has behind a name, and no number stands below: "b → *TODO*"."""
    start, end = next((begins, ends) for begins, ends in lines(tokens) if at < ends)
    others = [*tokens[start:at], *tokens[at + 1 : end]]
    below = next((token for token in tokens[end:] if token.kind != "sep"), None)
    if any(token.node is not None for token in others) and not any(token.kind in _SAID for token in others):
        return start > 0 if below is None else below.kind == "word" or (below.node is not None and below.kind != "num")
    return False  # a line alone is not known to be the last


def _lists_tasks(tokens: Sequence[Token]) -> bool:
    """Whether the items of a list up to the end are tasks that name no number and look at nothing again."""
    items = ([token for token in tokens[begin:end] if not token.edge] for begin, end in parts(tokens, _ITEMS))
    tasks = [item for item in items if item]
    return bool(tasks) and all(map(_is_task, tasks))


def _is_task(item: Sequence[Token]) -> bool:
    words = [token for token in item if token.kind == "word"]
    plain = all(token.kind in ("word", "open", "close") or token.text in ("comma", "stop") for token in item)
    against = any(word.role in NO_CLAIM or bare(word.text) in _LOOKS_AGAIN | _ALL_AGAIN for word in words)
    return plain and len(words) > 1 and not against
