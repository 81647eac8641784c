"""Suppositions: what is so only where an input is another number, or larger, than it is.

    If x were 3, q = 15. Then r = 8.       Had x been 3, q = 10       q = 10 if w is larger

A number that is supposed for an input is a condition for all that follows in the paragraph, up to "but", or up to
another number for that input; whether it is the exercise's own is seen when it is judged. What is only said to be
larger or smaller is so in its own sentence.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.around.surroundings import SENTENCE, Surroundings
from gradbook.written.parsing.cues.elsewhere.other_points import paragraph_end
from gradbook.written.parsing.cues.elsewhere.plugged_in import PLUGGING, plugged_in, speaks_of_slopes
from gradbook.written.parsing.cues.settings.contexts import MOVED, Setting
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.phrases.speech.over import part_end

_SUPPOSES = frozenset({Role.CONDITION, Role.SUPPOSITION})
_CHANGES = frozenset({Role.CHANGES, Role.BY, Role.TIMES, Role.PLUS, Role.MINUS})  # "if w increases by 1"
_INVERTED = frozenset({  # what supposes where it stands right before an input: "had x been 3"
    "had", "should", "sollte", "sollten", "war", "fut", "eut", "ser", "sido", "esser", "essere", "stato", "fora",
})  # fmt: skip
_WHEN = frozenset({
    "when", "whenever", "once", "with", "provided", "long", "unless", "at", "wenn", "sobald", "solange", "bei",
    "mit", "quand", "lorsque", "des", "avec", "cuando", "siempre", "con", "quando", "sempre", "com", "purche",
    "als", "wanneer", "zodra", "met", "bij",
})  # fmt: skip
_LEADS = _WHEN | _INVERTED
_OTHERWISE = frozenset({  # than it is
    "larger", "bigger", "greater", "higher", "smaller", "lower", "different", "doubled", "halved", "tripled",
    "grosser", "grossere", "grosseren", "grosserem", "grosserer", "groesser", "groessere", "groesserem", "kleiner",
    "kleinere", "kleineren", "kleinerem", "kleinerer", "hoher", "hoheren", "hoherem", "niedriger", "anders",
    "verdoppelt", "grand", "grande", "petit", "petite", "eleve", "elevee", "differente", "double",
    "mayor", "menor", "pequeno", "pequena", "alto", "alta", "bajo", "baja", "distinto", "distinta", "diferente",
    "doble", "maior", "diverso", "diversa", "maggiore", "minore", "piccolo", "piccola", "doppio", "doppia",
    "groter", "hoger", "lager", "wieksze", "mniejsze", "больше", "меньше",
})  # fmt: skip
_MORE = frozenset({"plus", "moins", "mas", "menos", "mais", "piu", "meno"})  # what "grand" needs before it
_ALONE = _OTHERWISE - {
    "grand", "grande", "petit", "petite", "eleve", "elevee", "double", "pequeno", "pequena", "alto", "alta", "bajo",
    "baja", "piccolo", "piccola",
}  # fmt: skip
_MORE_SIGN = ("更", "더")
_IN_SIGNS = (
    "更大", "更小", "更高", "更低", "变大", "变小", "较大", "较小", "더 ", "커지", "작아지", "もっと", "より大",
    "より小",
)  # fmt: skip
_BUT = frozenset({
    "but", "however", "actually", "here", "instead", "really", "aber", "jedoch", "hier", "tatsachlich", "sondern",
    "mais", "ici", "pero", "sin", "aqui", "mas", "porem", "ma", "tuttavia", "qui", "maar", "ale", "но",
    "但", "但是", "而", "不过", "하지만", "그러나", "여기서", "しかし", "ここでは",
})  # fmt: skip
_SINCE = frozenset({Role.AFTER, Role.BY})
_AFTERWARDS = frozenset({"nachdem", "po", "na", "dopo", "depois", "despues", "apres", "sau"})
_MAY_SUPPOSE = _SUPPOSES | _INVERTED
_MAY_CHANGE = _WHEN | _SINCE | _AFTERWARDS | {Role.CONDITION}
_MOVES = frozenset({  # beside the words that say that something changes
    "changing", "changed", "perturbing", "perturbed", "doubling", "halving", "raising", "raised", "bumping", "erhoht",
    "erhohung", "vergrosserung", "verkleinerung", "anderung", "augmenter", "augmentation", "diminution", "diminuer",
    "aumentar", "disminuir", "diminuir", "aumentare", "aumentato", "diminuire", "verhogen", "verhoging", "verlagen",
    "verlaging", "zwiekszeniu", "zmniejszeniu", "увеличения", "увеличив", "уменьшения", "tang", "giam", "menaikkan",
    "meningkatkan", "menurunkan", "artirildiktan", "artirdiktan", "增大", "增加", "减小", "減小", "改变",
    "raise", "erhohen", "vergrossern", "verkleinern", "verringern", "augmente", "augmentons", "diminue", "diminuons",
    "aumentamos", "aumento", "aumentarmos", "diminuirmos", "disminuimos", "aumentiamo", "diminuiamo",
})  # fmt: skip
_MOVING = frozenset({Role.CHANGES, Role.PLAIN})
_SHORT = 7  # words of a clause that says nothing but what is changed
_LEAD = 3  # tokens of a clause up to an input behind an inverted verb: "de haber sido x 3"
_BETWEEN = 4  # tokens between an input and the number that is supposed for it
_BESIDE = 3  # tokens between a name and a word that compares it


class Supposed(NamedTuple):
    """What is supposed where an equation stands.

    Attributes:
        conditions: the inputs that are other numbers, if they are.
        told: the word that says an input to be larger or smaller.
    """

    conditions: Conditions = ()
    told: str = ""


class _Clause(NamedTuple):
    start: int
    end: int
    seen: list[int]


def suppositions(around: Surroundings, settings: Mapping[int, Setting], lexicon: Lexicon) -> dict[int, Supposed]:
    """Return what is supposed for drafts, by their numbers.

    Args:
        around: the drafts in their stream.
        settings: what headings and leads say of them.
        lexicon: the exercise's.
    """
    if around.silent:
        return {}
    changing = not around.held.isdisjoint(_MAY_CHANGE) and not around.held.isdisjoint(_MOVING)
    plugging = not around.held.isdisjoint(PLUGGING) or bool(around.asides)
    supposing = plugging or not around.held.isdisjoint(_MAY_SUPPOSE)
    comparing = not around.held.isdisjoint(_OTHERWISE) or (
        not around.source.isascii() and any(isinstance(text, str) and _is_more(text) for text in around.held)
    )
    if not supposing and not comparing and not changing:
        return {}
    clauses = list(_clauses(around.tokens))
    found: dict[int, Supposed] = {}
    if comparing:
        for clause in clauses:
            if told := _compared(around.tokens, clause):
                start, end = around.sentence_at(clause.start)
                for number, draft in enumerate(around.drafts):
                    if draft.states and start <= draft.first < end and _is_beside(around, clause, number):
                        found[number] = Supposed((), told)
    if changing:
        for number, draft in enumerate(around.drafts):
            moved = settings.get(number, Setting()).context in MOVED
            if draft.states and (told := _if_moved(around, number, moved=moved)):
                found.setdefault(number, Supposed((), told))
    if supposing:
        values = [value for clause in clauses for value in _values(around, clause, lexicon)]
        for place, head, value in values:
            later = (at for at, other, _ in values if at > place and other == head)
            end = min(reach(around, place), next(later, len(around.tokens)), _contrast(around, place, head))
            for number, draft in enumerate(around.drafts):
                inside = place < draft.first < end and draft.states
                if inside and settings.get(number, Setting()).context not in MOVED:
                    before = found.get(number, Supposed())
                    found[number] = before._replace(conditions=(*before.conditions, (head, value)))
    for number, pair in _plugged_behind(around, clauses, lexicon) if plugging else ():
        before = found.get(number, Supposed())
        found[number] = before._replace(conditions=(*before.conditions, pair))
    return found


def _plugged_behind(
    around: Surroundings, clauses: Sequence[_Clause], lexicon: Lexicon
) -> Iterator[tuple[int, tuple[Node, Node]]]:
    """Yield the drafts behind which words plug a number into an input: "q = 10, using 3 for x", "(x set to 3)"."""
    sloped = speaks_of_slopes(around.roles)
    for clause in clauses:
        said = [around.tokens[at] for at in clause.seen]
        for at, head, value in plugged_in(said, lexicon, sloped=sloped):
            start, end = around.sentence_at(clause.start)
            place = clause.seen[at]
            stating = [
                number for number, draft in enumerate(around.drafts) if draft.states and start <= draft.first < end
            ]
            if stating and around.drafts[stating[-1]].first < place:
                yield from ((number, (head, value)) for number in stating)
    for number in range(len(around.drafts)) if around.asides else ():
        for inside in around.asides_behind(number):
            said = [token for token in inside if not token.edge]
            yield from ((number, (head, value)) for _, head, value in plugged_in(said, lexicon, sloped=sloped))


def reach(around: Surroundings, place: int) -> int:
    """Return where it ends what is supposed at a place: with its paragraph, or with its part if that says no more."""
    end = paragraph_end(around.tokens, place)
    if any(draft.states and place < draft.first < end for draft in around.drafts):
        return end
    return part_end(around.tokens, place)


def _clauses(tokens: Sequence[Token]) -> Iterator[_Clause]:
    """Yield the parts of sentences between commas."""
    start = 0
    for place, token in enumerate([*tokens, Token("sep", "stop", 0, 0)]):
        if token.kind == "sep" and token.text in (*SENTENCE, "comma", "colon"):
            seen = [at for at in range(start, place) if not tokens[at].edge]
            if seen:
                yield _Clause(start, place, seen)
            start = place + 1


def _values(around: Surroundings, clause: _Clause, lexicon: Lexicon) -> Iterator[tuple[int, Symbol, Node]]:
    """Yield the inputs that a clause supposes to be numbers, each with the place of its number."""
    tokens = [around.tokens[at] for at in clause.seen]
    if not around.held.isdisjoint(PLUGGING):
        for at, head, taken in plugged_in(tokens, lexicon, sloped=speaks_of_slopes(around.roles)):
            yield clause.seen[at], head, taken
    for place, token in enumerate(tokens):
        node = token.node
        if token.kind != "name" or not isinstance(node, Symbol) or node.name not in lexicon.inputs:
            continue
        number = place + 1
        while number < len(tokens) and number <= place + _BETWEEN and _may_stand_between(tokens[number]):
            number += 1
        sign = number < len(tokens) and tokens[number].text == "-"
        value = number_in(tokens[number + sign]) if number + sign < len(tokens) else None
        if value is None:
            continue
        behind = tokens[number + sign + 1 : number + sign + 3]
        goes_on = behind and behind[0].kind in ("op", "name", "open", "frac", "num")
        before = tokens[:place]
        inverted = place > 0 and bare(tokens[place - 1].text) in _INVERTED and place <= _LEAD
        supposed = any(one.role in _SUPPOSES for one in (*before, *tokens[place:number], *behind[:1]))
        if not goes_on and (inverted or supposed) and not _is_said(before):
            yield clause.seen[number + sign], node, Number(-value.value) if sign else value


def number_in(token: Token) -> Number | None:
    """Return the number that a token is, or that its word counts: three."""
    if token.kind == "num" and isinstance(token.node, Number):
        return token.node
    counted = DICTIONARY.value(token.text) if token.role is Role.NUMBER else None
    return Number(counted) if counted is not None else None


def _may_stand_between(token: Token) -> bool:
    return (token.kind == "word" and token.role not in {*_CHANGES, Role.NUMBER}) or (
        token.kind == "rel" and token.text in ("is", "=")
    )


def _is_said(before: Sequence[Token]) -> bool:
    """Whether an equation of something else stands before an input in its clause."""
    return any(token.kind in ("rel", "cmp", "num", "op") for token in before)


def _contrast(around: Surroundings, place: int, head: Symbol) -> int:
    """Return where a sentence begins behind a place that goes back to what is so, or that says it of the input."""
    tokens = around.tokens
    for at in range(place + 1, len(tokens)):
        begins = tokens[at - 1].kind == "sep" and tokens[at - 1].text in (*SENTENCE, "comma")
        if begins and tokens[at].kind == "word" and bare(tokens[at].text) in _BUT:
            return at
        if tokens[at].node == head and at + 1 < len(tokens) and tokens[at + 1].kind == "rel":
            return at
    return len(tokens)


def _compared(tokens: Sequence[Token], clause: _Clause) -> str:
    """Return the word by which a clause supposes a quantity to be larger or smaller: "if w is larger"."""
    said = [tokens[at] for at in clause.seen]
    for place, token in enumerate(said):
        if token.kind != "word":
            continue
        beside = said[max(0, place - _BESIDE) : place + _BESIDE + 1]
        if not any(one.kind == "name" for one in beside):
            continue
        if SIGNS.match(token.text):
            if _is_more(token.text):
                return token.text
            continue
        word = bare(token.text)
        more = word in _ALONE or (word in _OTHERWISE and place > 0 and bare(said[place - 1].text).split()[-1] in _MORE)
        led = (one.role in _SUPPOSES or one.role is Role.FOR or bare(one.text) in _LEADS for one in said[:place])
        if more and any(led):
            return token.text
    return ""


def _may_suppose(said: Sequence[Token], *, moved: bool) -> bool:
    """Whether a clause may suppose something, or tell of what was done before: "if", "when", "after increasing w"."""
    first, last = said[0], said[-1]
    if first.role is Role.CONDITION or bare(first.text) in _WHEN:
        return True
    behind = SIGNS.match(last.text) is not None and last.role in _SINCE  # 增大 w 后
    return not moved and (first.role in _SINCE or bare(first.text) in _AFTERWARDS or behind)


def _if_moved(around: Surroundings, number: int, *, moved: bool) -> str:
    """Return what moves an input where a value is said to be so if that is done: "q = 10 if we increase w".

    "If we increase w, f grows by 6" says what a slope means: that goes on, or is of a slope. Behind the step, "after
    decreasing w" is that step.
    """
    draft, tokens = around.drafts[number], around.tokens
    if any(token.kind in ("der", "frac", "diff", "nabla", "new") for token in draft.sides[0]):
        return ""
    end = around.sentence(number)[1]
    start = around.sentence(number)[0]
    for clause in (tokens[draft.last + 1 : end], tokens[start : draft.first]):
        said = [token for token in clause if token.text not in ("soft", "comma")]
        if not said or len(said) > _SHORT or not _may_suppose(said, moved=moved):
            continue
        names = [token for token in said if token.kind == "name"]
        told = next((t.text for t in said if t.role is Role.CHANGES or bare(t.text) in _MOVES), "")
        if told and len(names) == 1 and all(token.kind in ("name", "word") or token.text == "is" for token in said):
            return told
    return ""


def _is_more(text: str) -> bool:
    """Whether a word in signs says that something is more than it is; 更新 is a step."""
    return text in _MORE_SIGN or (text.startswith(_IN_SIGNS) and not text.endswith(("一个", "者", "值")))


def _is_beside(around: Surroundings, clause: _Clause, number: int) -> bool:
    """Whether no other equation stands between an equation and a clause."""
    draft = around.drafts[number]
    low, high = sorted((draft.first, clause.start))
    return not any(
        other.states and any(token.kind == "num" for token in other.tokens)
        for at, other in enumerate(around.drafts)
        if at != number and low <= other.first < high
    )
