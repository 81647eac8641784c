"""Calculations that name no quantity of the exercise: "2 * (3.5 - 4) = -1", "g = 2 * (3.5 - 4) = -1"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, Old, is_literal, leaves, subtrees
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, OPERATIONS, VAGUE, Role, bare
from gradbook.written.lexing.words.lists.moving import FALLING
from gradbook.written.notation import ERROR_WORDS, LOSS_WORDS
from gradbook.written.parsing.cues.aims import WANTED
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.settings.contexts import DERIVING
from gradbook.written.parsing.equations.statements import Statement, is_quantity
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.values.neurons import NOUNS

_EQUAL = frozenset({"", "=", "~", "is"})
_SLOPES = frozenset({"diff", "nabla", "pd"})
_SLOPE_ROLES = frozenset({Role.SLOPE, Role.SLOPES})
_MARKS = ("δ", "delta", "grad", "∇")  # what names of gradients begin with
_LINE_ENDS = frozenset({"line", "row", "block", "item", "heading", "wide", "cell"})
_CALCULATES = frozenset({"num", "op", "frac", "rel", "name", "der", "new"})
_UNKNOWN = frozenset({"bad", "vec", "run"})
_NEAR = 60  # tokens before a calculation that may say what it is of
_THINGS = frozenset({None, *VAGUE, Role.OTHERS, Role.OTHER, Role.BIAS, Role.RATE, Role.OLD, Role.BEFORE, Role.NUMBER})
_MAY_FOLLOW = frozenset({Role.LINK, Role.REASON, Role.ARTICLE, Role.FILLER, Role.SAME})
_OUTPUT = LOSS_WORDS | ERROR_WORDS | {
    "output", "total", "ausgabe", "sortie", "salida", "saída", "uscita", "uitvoer", "wyjście", "выход", "输出", "出力",
    "출력", "keluaran", "çıktı",
}  # fmt: skip
_COUNTED = frozenset({  # what is counted, and no quantity
    "parameter", "parameters", "points", "point", "punkte", "page", "score", "edges", "kanten", "parametres",
    "parametros", "calculator", "attempt", "versuch", "essai", "intento", "tentativa", "tentativo", "poging", "proba",
    "попытка", "parametri", "parametrow", "параметров", "tham so", "parametre", "参数", "个数", "パラメータ",
    "매개변수",
})  # fmt: skip
_PLACES = NOUNS | {"hidden", "versteckte", "cachee", "oculta", "escondida", "nascosta", "verborgen", "neurons"}
_NO_QUANTITIES = _COUNTED | WANTED
_PAUSES = frozenset({"comma", "stop", "wide", "arrow"})
_SPEAKS_AGAINST = AGAINST_IT | {Role.ERROR, Role.OTHERS, Role.SLOPE, Role.SLOPES, Role.NEW, Role.STEP, Role.NEGATION}
_BY = frozenset({"by", "um", "de", "da", "di", "por", "met", "o", "на", "med", "cu"})


def is_nameless(statement: Statement, draft: Draft) -> bool:
    """Whether a statement is a calculation with numbers and its result, a name before it at most."""
    head, *sides = statement.members
    if draft.spoiled or not sides or any(member.node is None for member in sides):
        return False
    if any(is_quantity(member.node) for member in statement.members):
        return False
    if not _EQUAL.issuperset(draft.relations) or not is_literal(sides[-1].node):
        return False
    if head.node is None and not all(map(_is_of_no_quantity, draft.sides[0])):
        return False
    if any(is_quotient(member.node) for member in statement.members):
        return False
    return any(
        isinstance(member.node, Call) and any(isinstance(leaf, Number) for leaf in leaves(member.node))
        for member in statement.members[:-1]
    )


def is_quotient(node: Node | None) -> bool:
    """Whether a difference is taken of one quantity at two points: (f(0.801) - f(0.8)) / 0.001 is no calculation."""
    for part in subtrees(node) if node is not None else ():
        match part:
            case Call("-", (Call("*", (Symbol(f), Number(one))), Call("*", (Symbol(g), Number(other))))):
                if f == g and one != other:
                    return True
    return False


def with_sense(statement: Statement, draft: Draft, around: Surroundings, number: int, output: str) -> Statement:
    """Return a calculation, said to be of a gradient or of a new value where its name or the words before it tell so.

    In doubt if its line goes on to calculate, nobody knows with what, or speaks of anything that it may be of.
    """
    lead = [*draft.sides[0], *_lead(around, number)]
    placed = any(bare(token.text) in _PLACES for token in [*lead, *around.words(*_before_it(around, number))])
    statement = replace(statement, beside=_before(around, number), tentative=statement.tentative or placed)
    if told := statement.doubt or _of_another(around, number, lead, output):
        return replace(statement, doubt=told)
    named = [] if statement.members[0].node is not None and not statement.alias else draft.sides[0]
    roles = {token.role for token in [*named, *around.lead(number)]}
    if Role.NEW in roles:
        return replace(statement, context="after")
    if roles & _SLOPE_ROLES or any(t.kind in _SLOPES or t.text.casefold().startswith(_MARKS) for t in named):
        return replace(statement, context="slopes")
    if statement.context in DERIVING:
        return statement
    if _is_announced(around, number) or any(token.kind == "der" for token in _label(around, number)):
        return replace(statement, context="slopes")
    if any(token.role is Role.WEIGHT for token in lead):
        return replace(statement, context="after")  # of the exercise's weights nothing else is calculated
    return replace(statement, context="output") if any(t.text.casefold() in _OUTPUT for t in lead) else statement


def _is_announced(around: Surroundings, number: int) -> bool:
    """Whether the sentence before, in the same line, only names a derivative: "We want dL/dq. It is 2 * q = -10"."""
    stop = around.sentence(number)[0] - 1
    if stop < 0 or around.tokens[stop].text != "stop":
        return False
    places = range(around.line_start(stop), stop)
    told = any(place in around.owner and around.drafts[around.owner[place]].states for place in places)
    before = [around.tokens[place] for place in places]
    return not told and any(t.role in _SLOPE_ROLES or t.kind in _SLOPES or t.kind == "der" for t in before)


def _of_another(around: Surroundings, number: int, lead: list[Token], output: str) -> str:
    """Return what a calculation may be of for its words, whatever its numbers say: "bias: ", "for g, ", "6 weights"."""
    told = "another calculation behind it" if _goes_on(around, number) else _said_behind(around, number)
    if told and not _only_moves(around, number, output):
        return told
    return next((token.text for token in lead if _is_thing(token)), "")


def _said_behind(around: Surroundings, number: int) -> str:
    words = around.after(number)
    return words[0].text if words and words[0].role not in _MAY_FOLLOW else ""


def _is_thing(word: Token) -> bool:
    """Whether a word may be for what a calculation is of, or for whose it is."""
    if word.kind == "word" and word.role in _THINGS:
        return True
    return word.kind == "rate" or (word.kind in ("word", "bad") and bare(word.text) in _NO_QUANTITIES)


def _lead(around: Surroundings, number: int) -> list[Token]:
    """Return what stands right before a calculation in its sentence, or in the line of words above it."""
    start, first = _before_it(around, number)
    begin = first
    while begin > start and not (begin - 1 in around.owner and around.drafts[around.owner[begin - 1]].states):
        begin -= 1
    return around.tokens[begin:first]


def _label(around: Surroundings, number: int) -> list[Token]:
    """Return the line above a calculation where it ends in a colon: "**Gradient for w:**"."""
    start, first = _before_it(around, number)
    line = around.tokens[start:first]
    while line and line[-1].kind == "sep" and line[-1].text != "colon":
        line = line[:-1]
    return line if line and line[-1].text == "colon" else []


def _before_it(around: Surroundings, number: int) -> tuple[int, int]:
    """Return where what stands before a calculation begins and ends."""
    first = around.drafts[number].first
    start = around.sentence(number)[0]
    if not around.words(start, first) and all(
        at in around.owner or around.tokens[at].kind == "sep" for at in range(start, first)
    ):
        line = start - 1
        while line > 0 and around.tokens[line].kind == "sep":
            line -= 1
        start = around.line_start(line + 1) if line >= 0 else start
    return start, first


def _before(around: Surroundings, number: int) -> frozenset[str]:
    """Return the names in the words before a draft, up to another equation or sentence, those not known too."""
    found: set[str] = set()
    first = around.drafts[number].first
    for place in range(first - 1, max(-1, first - _NEAR), -1):
        token = around.tokens[place]
        owner = around.drafts[around.owner[place]] if place in around.owner else None
        ends = token.kind == "sep" and token.text == "stop" and not _is_pause(around, token)
        if (owner is not None and owner.states) or ends:
            break
        match token.node:
            case Symbol(name) | New(name) | Old(name):
                found.add(name)
            case Derivative(of, by):
                found |= {of, by}
            case None if token.kind in _UNKNOWN:
                found.add(token.text)
    return frozenset(found)


def _is_pause(around: Surroundings, stop: Token) -> bool:
    """Whether a stop is one of several dots, behind which a sentence goes on: "... to w ... 0.8 * 0.148 = 0.1185"."""
    beside = around.source[max(0, stop.start - 2) : stop.end + 2]
    return ".." in beside or "…" in beside


def _only_moves(around: Surroundings, number: int, output: str) -> bool:
    """Whether its line goes on only to say how the output moved: "= -5.28. So f went down, by 1.28, nice"."""
    line = [token for token in _rest_of_line(around, number) if not token.edge]
    subjects = [token for token in line if token.name == output or bare(token.text) in _OUTPUT]
    words = (part for token in line if token.kind == "word" for part in bare(token.text).split())
    if not subjects or not any(word.startswith(FALLING) for word in words):
        return False
    return all(
        token in subjects
        or (token.kind == "sep" and token.text in _PAUSES)
        or (token.kind == "word" and token.role not in _SPEAKS_AGAINST)
        or (token.kind == "num" and before.kind == "word" and before.text in _BY)
        for before, token in pairwise([line[0], *line])
    )


def _goes_on(around: Surroundings, number: int) -> bool:
    """Whether more is calculated behind a draft in its line."""
    return any(token.kind in _CALCULATES or token.role in OPERATIONS for token in _rest_of_line(around, number))


def _rest_of_line(around: Surroundings, number: int) -> Iterator[Token]:
    """Yield what stands behind a draft in its line."""
    behind = islice(around.tokens, around.behind(number), None)
    return takewhile(lambda token: not (token.kind == "sep" and token.text in _LINE_ENDS), behind)


def _is_of_no_quantity(token: Token) -> bool:
    """Whether a piece of a name that is not known names nothing that is known."""
    return token.kind == "num" or (token.node is None and token.kind not in ("vec", "run", "rel"))
