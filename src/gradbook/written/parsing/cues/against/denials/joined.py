"""Joined equations: what is denied or doubted of the first is so of the second: "it is not q = 3 and r = 8".

So it is behind a comma, where it is another quantity: "it is not q = 3, r = 8", but "it is not q = 3, q = 10". What is
asked of the last is asked of those before it: "why not q = 3, r = 8?".
"""

from collections.abc import Callable, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, NO_CLAIM, Role, bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_JOINS = AND | frozenset({"nor", "or", "noch", "oder", "ni", "ou", "né", "o", "nem", "且", "并且", "又", "이고"})

_SUPPOSING = (Role.SUPPOSITION, Role.CONDITION)
_LABEL = 2  # words
_MOST = 8  # equations that are joined
_PLURAL = frozenset({
    "are", "aren't", "were", "weren't", "sind", "waren", "sont", "étaient", "son", "eran", "están", "sono", "erano",
    "são", "eram", "estão", "zijn", "są", "是", "هستند", "نیستند", "غلطند", "نادرستند",
})  # fmt: skip
_BOTH = frozenset({
    "both", "all", "beide", "alle", "ambos", "ambas", "todos", "tous", "tout", "entrambi", "tutti", "هر دو", "هردو",
    "همه", "همگی", "كلاهما", "كلتاهما", "كلها", "جميعها", "обидва", "обидві", "ambele",
})  # fmt: skip
_NUMBERS = bare_words(
    "these those results numbers values answers solutions gradients ergebnisse werte zahlen antworten lösungen "
    "resultats valeurs "
    "nombres réponses resultados valores números respuestas respostas risultati valori numeri risposte"
)


def joined(told: Callable[[Surroundings, int], str], *, labels: bool = False) -> Callable[[Surroundings, int], str]:
    """Return a rule that asks another of the equation that "and" joins one to.

    Args:
        told: returns what is said against an equation before it.
        labels: whether that is said in a label, of all that it stands before.
    """

    def rule(around: Surroundings, number: int) -> str:
        drafts, tokens = around.drafts, around.tokens
        while number and drafts[number - 1].states:
            between = tokens[drafts[number - 1].last + 1 : drafts[number].first]
            words = [token.text.lower() for token in between if not token.edge]
            apart = words[:1] == ["comma"] or words in ([], ["wide"])
            if len(words) > 1 or not ((apart and _differ(drafts, number)) or _JOINS.intersection(words)):
                return ""
            number -= 1
            before = last_seen(tokens, drafts[number].first)
            if before >= 0 and tokens[before].text == "colon" and not (labels or _is_label(around, number)):
                return ""  # "the unit is off: h = 0 and L = 4"
            if said := told(around, number):
                supposes = any(w.text == said and w.role in _SUPPOSING for w in around.before(number))
                return "" if supposes else said  # "let b = 4, c = 2": what follows from it is said for sure
        return ""

    return rule


def _is_label(around: Surroundings, number: int) -> bool:
    """Whether nothing but a word or two that deny stands before a colon: "Wrong: q = 10, r = 8"."""
    words = around.words(around.sentence(number)[0], around.drafts[number].first)
    return len(words) <= _LABEL and all(word.role in NO_CLAIM for word in words)


def asked(around: Surroundings, number: int) -> str:
    """Return the mark behind the last of the equations that commas join to one."""
    drafts, tokens = around.drafts, around.tokens
    while number + 1 < len(drafts) and drafts[number + 1].states and _differ(drafts, number + 1):
        between = tokens[drafts[number].last + 1 : drafts[number + 1].first]
        if [token.text for token in between if not token.edge] != ["comma"]:
            return ""
        number += 1
        behind = around.behind(number)
        if behind < len(tokens) and tokens[behind].text in MARKS:
            return tokens[behind].text
    return ""


def _differ(drafts: Sequence[Draft], number: int) -> bool:
    """Whether an equation is of another quantity than the one before."""
    one, other = ([token.text for token in drafts[at].sides[0]] for at in (number - 1, number))
    return one != other


def last_joined(around: Surroundings, number: int) -> int:
    """Return the last of the equations that are joined to one and of which all is said that stands behind: "are wrong".

    The equation itself where nothing behind them is said of several.
    """
    drafts, last = around.drafts, number
    columns = enclosed = True  # with nothing but blanks between them; in one piece of mathematics
    while last + 1 < min(len(drafts), number + _MOST) and drafts[last + 1].states:
        between = around.tokens[drafts[last].last + 1 : drafts[last + 1].first]
        words = [token.text.lower() for token in between if not token.edge]
        if len(words) > 1 or (words and not (words[0] in _JOINS or words[0] == "comma")):
            break
        columns, enclosed = columns and not words, enclosed and not any(token.edge for token in between)
        last += 1
    bracketed = enclosed and around.behind(last) > drafts[last].last + 1 and any(around.asides_behind(last))
    return last if last > number and (columns or bracketed or _is_of_several(around, last)) else number


def _is_of_several(around: Surroundings, number: int) -> bool:
    """Whether a plural verb stands behind an equation, or brackets of both."""
    last, place = around.drafts[number].last, around.behind(number)
    if any(bare(word.text) in _BOTH for word in around.words(last + 1, around.sentence(number)[1])):
        return True  # "q 3, r 8 so both wrong"
    verbs = (around.tokens[last], *around.tokens[place : place + 1])  # a verb without a number behind it may be its own
    if any(around.source[verb.start : verb.end].lower() in _PLURAL for verb in verbs):
        return True
    asides = around.asides_behind(number)
    return any(inside and (inside[0].text in _BOTH or any(map(_speaks_of_several, inside))) for inside in asides)


def _speaks_of_several(word: Token) -> bool:
    """Whether a word in brackets is of others, or a plural for all that stands before: "(Anna's results)"."""
    return word.role is Role.OTHERS or bare(word.text) in _NUMBERS
