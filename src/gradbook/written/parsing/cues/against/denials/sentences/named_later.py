"""Named later: sentences that state no equation, and deny a quantity by its name or give it another number.

    My q is wrong.     There's an error in q.     q can't be 10.     I am not sure about q.     q is in fact 12.

Such a sentence names one quantity, or several in a row, and what it says of them: a denial (and no "not" with it), a
"not" with what holds or with a number, a doubt, or a number alone. It may stand far behind the equation, so that it
counts for all that was stated before it. What is said under a condition is said of nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import SIGNS, Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.lexing.words.lists.referring import LABELLED
from gradbook.written.parsing.cues.against.denials.denying import (
    ANEW,
    ANSWERS,
    CANNOT,
    FEW,
    HOLDS,
    LEADING,
    MADE_UP,
    SAYING,
    SUPPOSING,
    TRULY,
    denial,
    holds,
    is_negated,
    is_sure,
    is_wrong,
    says,
)
from gradbook.written.parsing.cues.against.denials.sentences.by_order import denied_by_order, lines_denied
from gradbook.written.parsing.cues.against.denials.sentences.denied import FALSE, Denied
from gradbook.written.parsing.cues.against.denials.sentences.former import former_numbers
from gradbook.written.parsing.cues.around.denials import ALL, TODO
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import is_quantity
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import parsed, quantity
from gradbook.written.parsing.phrases.speech.remarks import THIS
from gradbook.written.parsing.phrases.speech.sentences import written_between

_NEEDS = frozenset({
    Role.DENIAL, Role.HEDGE, Role.ERROR, Role.RETRACTION, Role.CONDITION, Role.BEHIND, Role.OTHERS, Role.OTHER,
    Role.AGAINST,
})  # fmt: skip
_MOST = 12  # words of such a clause
_LETTERS = frozenset({"I", "J", "j", "a", "A", "M", "l"})  # that are words, where no such name is known
_OPENS = frozenset({"open", "group", "bad"})
_JOINING = frozenset("yeoui")  # in Spanish, Portuguese and Italian
_UNLIKE = frozenset({"", "≠", "!=", "≉", "<>", "neq", "ne", "\\neq", "\\ne"})
_NOR = frozenset({"nor", "or", "noch", "oder", "ni", "ou", "o", "ne", "of"})
_SONDERN = frozenset({"but", "rather", "sondern", "mais", "sino", "mas", "ma", "bensi", "maar", "lecz", "ale", "а"})
_REPLACE = frozenset(
    {"replace", "ersetze", "ersetzt", "remplacer", "remplacez", "reemplaza", "reemplazar", "sustituir"}
)
_MAY = SAYING | {Role.RESULT, Role.VALUES, Role.BEHIND}
_CHECKED = frozenset({
    "calculator", "computer", "fixing", "fixed", "correcting", "correction", "taschenrechner", "rechner", "korrektur",
    "calculatrice", "ordinateur", "calculadora", "ordenador", "python", "pytorch",
})  # fmt: skip
_CLOSER, _BE = frozenset({"closer", "nearer"}), frozenset({"be", "is", "are", "been"})
_TWO = 2
_EITHER_WAY = frozenset({"+", "*", "()"})
_ONLY = frozenset({
    "only", "just", "nur", "bloß", "seul", "seule", "seulement", "solo", "solamente", "só", "apenas", "alleen",
})  # fmt: skip
_TELLING = LEADING | CANNOT | ANEW | _ONLY | _CHECKED | _REPLACE | MADE_UP  # words whose role tells nothing
_DENYING = _NEEDS | _TELLING | _UNLIKE


def denied_by_name(around: Surroundings, lexicon: Lexicon, source: str) -> Iterator[Denied]:
    """Yield what the sentences of a stream deny."""
    if around.held.isdisjoint(_DENYING):
        return
    telling = [place for place, token in enumerate(around.tokens) if _tells(token)]
    for start, end in dict.fromkeys(map(around.sentence_at, telling)):
        for clause in _clauses(around, start, end):
            denied = (
                _denied(around, clause, lexicon) or _by_label(around, clause, source) or _of_the_last(around, clause)
            )
            if denied:
                yield replace(denied, former=former_numbers(around, start, end, source))
            else:
                yield from _by_order(around, clause, source)


def _tells(token: Token) -> bool:
    """Whether a token is one without which a sentence denies nothing."""
    if token.kind == "word":
        return token.role in _NEEDS or bare(token.text) in _TELLING
    return token.role in _NEEDS or (token.kind == "bad" and token.text in _UNLIKE)


def _clauses(around: Surroundings, start: int, end: int) -> Iterator[range]:
    """Yield the clauses of a sentence that are no equations and suppose nothing."""
    begin, supposes = start, False
    for place in range(start, end + 1):
        if place < end and not _parts(around, begin, place):
            continue
        words = around.words(begin, place)
        supposes = supposes or (bool(words) and around.tokens[begin].role in SUPPOSING)
        said = bool(words) or any(token.text in _UNLIKE for token in around.tokens[begin:place])
        if said and not supposes and len(words) <= _MOST:
            yield range(begin, place)
        begin = place + 1


def _texts(around: Surroundings, begin: int, end: int) -> set[str]:
    """Return the words between two places without case and accents; what else stands there is "" among them."""
    tokens = (token for token in around.tokens[begin:end] if not token.edge)
    return {bare(token.text) if token.kind == "word" else "" for token in tokens}


def _parts(around: Surroundings, begin: int, place: int) -> bool:
    """Whether a clause ends at a place: at a comma that lists no quantities, or at an equation."""
    token = around.tokens[place]
    if place in around.owner:
        draft = around.drafts[around.owner[place]]
        return sum(map(bool, draft.sides)) > 1 and not _negates(around, draft)
    if token.kind != "sep" or token.text not in ("comma", "colon", "arrow"):
        return False
    before, behind = last_seen(around.tokens, place), seen(around.tokens, place + 1)
    if token.text == "colon" and behind in around.owner and FALSE.issuperset(_texts(around, begin, place)):
        return False  # "Wrong: q"
    if token.text == "colon":  # "Correction for q: 12", "q: wrong"
        told = around.tokens[behind] if behind < len(around.tokens) else token
        return not (before in around.owner and (told.kind == "num" or told.role is Role.DENIAL))
    return not (before >= begin and before in around.owner and behind in around.owner)


def _unlike(tokens: Sequence[Token]) -> int:
    """Return the place of the sign by which a quantity is said not to be a number; 0 where there is none."""
    return next((at for at, one in enumerate(tokens) if at and one.kind == "bad" and one.text in _UNLIKE), 0)


def _reason(around: Surroundings, begin: int, end: int) -> int:
    """Return the place between two at which a reason is given for what was said before it; 0 where there is none."""
    return next((place for place in range(begin, end) if around.tokens[place].role is Role.REASON), 0)


def _negates(around: Surroundings, draft: Draft) -> bool:
    """Whether a word between the sides of an equation denies it: "q no es 10"."""
    return any(word.role is Role.DENIAL for word in around.words(draft.first, draft.last))


def _denied(around: Surroundings, clause: range, lexicon: Lexicon) -> Denied | None:
    """Return what a clause denies, if it names quantities in a row, with words about them and a number at most."""
    named: list[Node] = []
    number: Node | None = None
    last, end = clause.start, clause.stop
    unlike = False
    drafts = [around.drafts[n] for n in dict.fromkeys(around.owner[p] for p in clause if p in around.owner)]
    for first, side in ((draft.first, side) for draft in drafts for side in draft.sides):
        tokens = side
        if named and (reason := _reason(around, last, first)):
            end = reason
            break
        if _names_nothing(tokens) or (named and _joins_words(around, first, tokens)):
            continue
        if cut := _unlike(tokens):  # q != 10
            unlike, number = True, parsed(tokens[cut + 1 :], lexicon)
            tokens = tokens[:cut]
        elif tokens[-1].kind == "op":  # "q - wrong"
            tokens = tokens[:-1]
        node = quantity(tokens, lexicon)
        formulas = [] if node is not None or named else _formulas(tokens, lexicon)
        if number is not None and not unlike:
            end = first if _SONDERN.isdisjoint(bare(word.text) for word in around.words(last, first)) else end
            break  # "q isn't 10 but 12"
        if node is None and not named and not formulas:
            return None
        if formulas:  # "x + y is wrong"
            named += formulas
            last = first + len(tokens)
            continue
        if node is not None and is_quantity(node):
            between = around.tokens[last:first] if named else ()
            if any(
                token.kind == "word" and token.text not in AND and bare(token.text) not in _NOR for token in between
            ):
                return None
            named.append(node)
            last = first + len(tokens)
        else:
            number = parsed(tokens, lexicon)
            if not isinstance(number, Number):
                return None
    if not named:
        return None
    place = around.tokens[clause.start].start
    if unlike:
        return Denied(place, tuple(named), "≠", number)
    words = around.words(clause.start, end)
    if not words:
        return None
    told = words[0].text
    if end < clause.stop and number is not None and not is_negated(words):
        return None
    if word := denial(words, number):
        return Denied(place, tuple(named), word, None if is_sure(words) else number)
    is_said = any(token.kind == "rel" or bare(token.text) in _BE for token in around.tokens[clause.start : end])
    moved = not is_said and any(bare(word.text) in _CLOSER for word in words)  # "the step brings y closer to 1"
    if number is not None and not moved and says(around.words(last, end)):
        return Denied(place, tuple(named), told, other=number)
    only = not _ONLY.isdisjoint(word.text for word in words) and holds(words) and number is None
    return Denied(place, tuple(named), told, rest=True) if only else None


def _names_nothing(side: list[Token]) -> bool:
    """Whether a side is a bracket, "(q is wrong)", a verb, "the sign of q", or a letter that is a word, as "I"."""
    if all(token.kind in _OPENS and token.text not in _UNLIKE for token in side):
        return True
    return side[0].kind == "fn" or (len(side) == 1 and side[0].text in _LETTERS)


def _joins_words(around: Surroundings, first: int, tokens: list[Token]) -> bool:
    """Whether a letter is the word for "and" or "or": "q no es correcto y queda retirado", but not "q and y"."""
    beside = around.tokens[max(0, first - 1) : first + 2]
    letter = len(tokens) == 1 and tokens[0].text in _JOINING and not tokens[0].math
    words = [token for token in beside if (token.kind == "word" and token.text not in AND) or token.text == "is"]
    return letter and len(words) == len(beside) - 1 == _TWO


def _formulas(tokens: list[Token], lexicon: Lexicon) -> list[Node]:
    """Return the formula that tokens are, and the quantities that it is by the graph."""
    formula = parsed(tokens, lexicon)
    if not isinstance(formula, Call) or formula.op not in SIGNS:
        return []
    args = [arg.name for arg in formula.args if isinstance(arg, Symbol)]
    of = [
        Symbol(name)
        for name, operands in lexicon.operands.items()
        if lexicon.operations[name] == SIGNS[formula.op] and len(args) == len(formula.args)
        and (list(operands) == args or (formula.op in _EITHER_WAY and sorted(operands) == sorted(args)))
    ]  # fmt: skip
    return [formula, *of]


def _by_label(around: Surroundings, clause: range, source: str) -> Denied | None:
    """Return the equation that a clause denies by its number, or all where it says so: "(1) is wrong", "all wrong"."""
    tokens = [around.tokens[place] for place in clause if not around.tokens[place].edge]
    words = [token for token in tokens if token.kind == "word"]
    place = around.tokens[clause.start].start
    said = [token for token in tokens if token.text not in ("(", ")", "is", "colon")]
    numbers = [token.text for token in said if token.kind == "num"]
    item = around.tokens[clause.start - 1] if clause.start else None
    if not numbers and item is not None and item.text == "item" and tokens[0].kind == "rel":
        numbers = re.findall(r"\d+", source[item.start : item.end])
        place = item.start
    plain = all(token.kind in ("word", "num") for token in said)
    whole = bool(words) and words[0].text in ALL and len(words) <= FEW
    if whole and TODO.match(source, words[0].start):  # of other work, of a quantity, or of all
        whole = words[0].role is not Role.PLAIN and not _names_more(around, clause.stop, source)
    called = {bare(word.text) for word in words[:FEW]}
    if not plain or not (word := denial(words, None)) or len(said) > _MOST:
        return None
    values = [token.node for token in said if token.kind == "num"]
    hard = is_negated(words) or any(is_wrong(one, words) for one in words)
    if (
        hard
        and len(values) == 1
        and tokens[0].kind in ("num", "word")
        and len(words) <= FEW
        and LABELLED.isdisjoint(called)
    ):
        return Denied(place, (), word, number=values[0])  # "the 10 is wrong"
    if (
        numbers
        and all(map(str.isdecimal, numbers))
        and (tokens[0].kind in ("open", "rel") or tokens[0].role is Role.BY or not LABELLED.isdisjoint(called))
    ):
        return Denied(place, (), word, label=f"(?:{'|'.join(numbers)})")  # "regarding (5) and (6): not correct"
    return Denied(place, (), word, rest=True) if whole and not numbers else None


def _names_more(around: Surroundings, begin: int, source: str) -> bool:
    """Whether a quantity stands behind a place in its line: "TODO: check dL/dx" is of that, and not of all."""
    if begin >= len(around.tokens):
        return False
    end = source.find("\n", around.tokens[begin].start)
    behind = takewhile(lambda place: end < 0 or around.tokens[place].start < end, range(begin, len(around.tokens)))
    return any(place in around.owner for place in behind)


def _by_order(around: Surroundings, clause: range, source: str) -> Iterator[Denied]:
    """Yield which lines are in doubt, or that all before are, where a clause denies one of them: "the first isn't"."""
    tokens = around.tokens[clause.start : clause.stop]
    if told := denied_by_order(tokens):
        for count in lines_denied(tokens, written_between(around.tokens, clause.start, clause.stop, source)):
            yield Denied(tokens[0].start, (), told, rest=not count, lines=count)


def _of_the_last(around: Surroundings, clause: range) -> Denied | None:
    """Return what is said instead of the last number: "the right answer would be 12", "replace 10 by 12"."""
    tokens = [around.tokens[place] for place in clause if not around.tokens[place].edge]
    words = [token for token in tokens if token.kind == "word"]
    numbers = [token.node for token in tokens if token.kind == "num"]
    texts = {bare(word.text) for word in words}
    place = tokens[0].start
    if any(token.kind not in ("word", "num") and token.text != "is" for token in tokens):
        return None
    if len(numbers) == _TWO and len(words) <= FEW + 1:
        if texts & _REPLACE or is_negated(words):
            return Denied(place, (), words[0].text, number=numbers[0])
        for at, token in enumerate(tokens):
            if token.role is Role.AGAINST and at + 1 < len(tokens):
                behind = next((other.node for other in tokens[at:] if other.kind == "num"), None)
                return Denied(place, (), token.text, number=behind) if behind is not None else None
    checked = bool(texts & _CHECKED) and tokens[-1].kind == "num" and len(words) <= _MOST
    leads = checked or all(word.role in _MAY or bare(word.text) in TRULY | HOLDS | ANSWERS | THIS for word in words)
    right = checked or (not HOLDS.isdisjoint(texts) and not ANSWERS.isdisjoint(texts))
    doubts = any(word.role is Role.HEDGE for word in words) and not THIS.isdisjoint(texts)
    if len(numbers) != 1 or not leads or not (right or doubts):
        return None
    return Denied(place, (), words[0].text, other=numbers[0], near=True)
