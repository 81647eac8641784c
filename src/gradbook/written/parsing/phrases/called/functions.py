"""Derivatives of the function of the only neuron: "the slope of the sigmoid at z = 0.8 is 0.21", "sigmoid derivative".

Such a derivative is that of the neuron's output by what goes into it, and counts where it fits: it may be taken at
another place.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import At, Call, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import activation_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.notation import FUNCTIONS
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.stated import leads_to_number

_SIGMOIDS = ("sigmo", "logisti", "сигмо", "logisty", "シグモ", "시그모", "ロジスティ")
_ACTIVATIONS = frozenset(map(bare, (
    "activation", "activation function", "aktivierungsfunktion", "fonction d'activation", "función de activación",
    "função de ativação", "funzione di attivazione", "激活函数", "活性化関数", "활성화 함수", "функции активации",
    "funkcji aktywacji", "nonlinearity", "squashing function",
)))  # fmt: skip
_NOUNS = frozenset(map(bare, (
    "function", "gate", "curve", "node", "unit", "neuron", "layer", "step", "funktion", "kurve", "fonction", "función",
    "função", "funzione", "funkcji", "функции", "函数", "関数", "함수",
)))  # fmt: skip
_OTHERS = frozenset(map(bare, (
    "second", "third", "maximal", "maximum", "greatest", "largest", "minimal", "negative", "inverse", "mean", "average",
    "zweite", "maximale", "negative", "seconde", "deuxième", "segunda", "seconda", "máxima", "massima", "negativa",
)))  # fmt: skip
_PASSED = (
    Role.LINK, Role.ARTICLE, Role.OF, Role.FOR, Role.PLAIN, Role.PART_OF_GRAPH, Role.NET, Role.ASPECT, Role.FILLER,
)  # fmt: skip
_FRACTION = 14  # tokens of a derivative in signs, in LaTeX
_MOST = 8  # tokens between the function and what its derivative is


def of_function(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the derivative of the sigmoid" and "sigmoid derivative" where a value follows."""
    name = lexicon.recall(activation_of)
    operands = lexicon.operands.get(name, ())
    if not name or len(operands) != 1 or operands[0] not in lexicon.operands or operands[0] in lexicon.unnamed:
        return None
    start = at
    place = _past_function(tokens, at + 1, name, lexicon)
    if not place:
        lead = last_seen(before)
        lead = last_seen(before, lead) if lead >= 0 and before[lead].text in ("s", "の", "의", "的") else lead
        while lead > 0 and bare(before[lead].text) in _NOUNS:
            lead = last_seen(before, lead)
        if lead < 0 or not _is_function(before[lead], name, lexicon):
            return None
        start, place = before[lead].start, at + 1
    else:
        lead, start = len(before), tokens[at].start
    sign, number = _sign(tokens, place, operands[0])
    if not sign or not leads_to_number(tokens, sign) or _is_another(before[:lead]):
        return None
    del before[lead:]
    node = _at(Derivative(name, operands[0]), number)
    head = Token("der", "slope", start, tokens[sign - 1].end, node, Role.ERROR)
    led = [] if says(tokens[sign]) else [Token("rel", "is", tokens[sign].start, tokens[sign].end)]
    return [head, *led], sign + len(led)


def at_argument(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "dσ/dz at z2 = 0.246" as the derivative of the neuron's output by what goes into it."""
    place = seen(tokens, at + 1)
    argument = tokens[place].name if place < len(tokens) else ""
    places = [n for n in range(max(0, len(before) - _FRACTION), len(before)) if not _only_groups(before[n])][-4:]
    if argument not in lexicon.operands or [before[n].kind for n in places[:3]] != ["diff", "fn", "diff"]:
        return None
    operation = FUNCTIONS.get(before[places[1]].text, before[places[1]].text)
    own = [n for n, op in lexicon.operations.items() if op == operation and lexicon.operands[n] == (argument,)]
    by = before[places[3]]
    known = by.name == argument or (by.kind == "bad" and argument.startswith(by.text))  # z, of z1 and z2
    sign, number = _sign(tokens, place, argument) if len(own) == 1 and known else (0, None)
    if not sign:
        return None
    start = places[0]
    while start and before[start - 1].kind in ("frac", "group"):
        start -= 1
    node = _at(Derivative(own[0], argument), number)
    head = Token("der", "slope", before[start].start, tokens[sign - 1].end, node, Role.ERROR)
    del before[start:]
    return [head], sign


def _only_groups(token: Token) -> bool:
    """Whether a token only holds the parts of a fraction together."""
    return token.edge or token.kind in ("frac", "group", "end") or token.text == "/"


def _past_function(tokens: Sequence[Token], at: int, name: str, lexicon: Lexicon) -> int:
    """Return the place behind "of the sigmoid function"; 0 where that does not stand at a place."""
    place = seen(tokens, at)
    while place < len(tokens) and tokens[place].role in (Role.OF, Role.ARTICLE, Role.LOCAL):
        place = seen(tokens, place + 1)
    if place >= len(tokens):
        return 0
    if bare(tokens[place].text) in _NOUNS and tokens[place].kind == "word":  # "of the function sigmoid"
        named = seen(tokens, place + 1)
        return named + 1 if named < len(tokens) and _is_function(tokens[named], name, lexicon) else 0
    return place + 1 if _is_function(tokens[place], name, lexicon) else 0


def _is_function(token: Token, name: str, lexicon: Lexicon) -> bool:
    """Whether a token is what the function of a node is called."""
    operation = lexicon.operations[name]
    if token.kind == "fn":
        return FUNCTIONS.get(token.text, token.text) == operation
    word = bare(token.text) if token.kind in ("word", "bad") else ""
    return word == operation or word in _ACTIVATIONS or (operation == "sigmoid" and word.startswith(_SIGMOIDS))


def _at(slope: Derivative, number: Node | None) -> Node:
    """Return a derivative at the number that is said of its argument, which may be another than the exercise's."""
    return slope if number is None else At(slope, (Call("at", (Symbol(slope.by), number)),))


def _is_another(before: Sequence[Token]) -> bool:
    """Whether a word says that another derivative is meant: "the second derivative of", "the maximal slope of"."""
    last = last_seen(before)
    return last >= 0 and bare(before[last].text) in _OTHERS


def _sign(tokens: Sequence[Token], at: int, argument: str) -> tuple[int, Node | None]:
    """Return the place of the sign behind what is differentiated, 0 for none, and the number where it is taken.

    "at z = 0.8", "at 0.8", "here", "at this point".
    """
    place, taken = seen(tokens, at), None
    for _ in range(_MOST):
        if place >= len(tokens):
            break
        token = tokens[place]
        follows = seen(tokens, place + 1)
        named = token.name == argument and follows < len(tokens) and tokens[follows].kind == "rel"
        begin = seen(tokens, follows + 1) if named and tokens[follows].text == "=" else place
        number = past_number(tokens, begin) if begin != place or token.kind == "num" or token.text == "-" else 0
        if number and (begin == place or _goes_on(tokens, number)):
            value = tokens[number - 1].node
            taken = Call("neg", (value,)) if value is not None and tokens[begin].text == "-" else value
            place = seen(tokens, number)
            continue
        if says(token) or token.text == "arrow":
            return place, taken
        if token.name == argument or (token.kind == "word" and token.role in _PASSED):
            place = follows
            continue
        break
    return 0, None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign stands at a place, so that the number before it is only that of a point."""
    place = seen(tokens, at)
    return place < len(tokens) and (says(tokens[place]) or tokens[place].text in ("comma", "arrow"))
