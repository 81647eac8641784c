"""Neurons in words: what goes into the function of one, and those that are called by a number."""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import HARMLESS, Role
from gradbook.written.notation import ACTIVATIONS
from gradbook.written.parsing.grammar.edges import seen

NOUNS = frozenset({  # of which there are several, each with its number
    "unit", "neuron", "node", "layer", "row", "column", "sample", "case", "knoten", "schicht", "zeile", "neurone",
    "nœud", "couche", "ligne", "neurona", "nodo", "capa", "fila", "neurônio", "nó", "camada", "linha", "strato", "riga",
    "laag", "neuronu", "węzeł", "warstwa", "нейрон", "нейрона", "узел", "слой", "神经元", "节点", "ニューロン",
    "ノード", "뉴런", "노드", "nơron", "nút", "nöron", "düğüm", "simpul",
})  # fmt: skip
_WHOLE = frozenset({"network", "net", "model", "graph", "exercise"})
_OWN = 4  # letters of a name that may be a noun as well: "output"
_MOST_COUNTED = 100
_BEHIND = frozenset({"name", "new", "der", "vec", "open", "sep", "word", "bad"})
_MOST = 5  # tokens up to the neuron's name


def net_input(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the net input of h1" as what h1 is the function of; it is never h1 itself."""
    if tokens[at].role is not Role.NET:
        return None
    if called := _with_count(tokens, at):
        return [called], at + 2
    told = tokens[at].text.endswith((" to", " into"))
    for place in range(at + 1, min(at + 1 + _MOST, len(tokens))):
        token = tokens[place]
        if lexicon.operations.get(token.name) in ACTIVATIONS:
            (below, *others) = lexicon.operands[token.name]
            known = not others and below in lexicon.operands
            node = Symbol(below) if known else None
            return [Token("name" if known else "bad", token.text, tokens[at].start, token.end, node)], place + 1
        told = told or token.role in (Role.OF, Role.FOR, Role.BY)
        passed = token.role in (Role.OF, Role.FOR, Role.BY, Role.ARTICLE) or token.edge
        if not passed and not (told and token.role in HARMLESS):  # "of the hidden neuron h1"; "the net has h1 = 0.7"
            return None
    return None


def _with_count(tokens: list[Token], at: int) -> Token | None:
    """Return the answer's own name for a neuron's net input, "net1 = z1 = 0.4"."""
    noun, count = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if count is None or count.kind != "num" or not count.text.isdecimal() or count.start != noun.end:
        return None
    sign = seen(tokens, at + 2)
    equals = sign < len(tokens) and (tokens[sign].kind, tokens[sign].text) == ("rel", "=")
    return Token("bad", noun.text + count.text, noun.start, count.end) if equals else None


def numbered(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "unit 1" in "c = 0.1, unit 1 w = 3" as a noun: its number is none of an equation."""
    del before
    noun, count = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if noun.kind != "word" or count is None or count.kind != "num" or not count.text.isdecimal():
        return None
    behind = seen(tokens, at + 2)
    follows = behind >= len(tokens) or tokens[behind].kind in _BEHIND or tokens[behind].text == "is"
    if count.start > noun.end + 1 or count.value >= _MOST_COUNTED or not follows:
        return None
    own = any(name.endswith(count.text) for name in (*lexicon.inputs, *lexicon.operands))
    if noun.text in SAMPLES and count.value > 1 and not own:  # "sample 2: q = 10" is of none of the exercise's
        return None
    return [replace(noun, end=count.end, role=Role.PART_OF_GRAPH)], at + 2


def possessed(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Leave "this neuron's output" unread, and "its output" behind a neuron: which of several has that name?"""
    if sum(op in ACTIVATIONS for op in lexicon.operations.values()) < 2:
        return None
    place = at + 1 if tokens[at].text == "its" else at + 2
    if place != at + 1 and (at + 1 >= len(tokens) or tokens[at + 1].text != "s"):
        return None
    if place == at + 1:
        owner = next((t.text for t in reversed(before) if t.kind == "word" and t.text in NOUNS | _WHOLE), "")
        if owner not in NOUNS:
            return None
    name = tokens[place] if place < len(tokens) else None
    if name is None or name.kind != "name" or not name.text.isalpha() or len(name.text) < _OWN:
        return None
    return [*tokens[at:place], replace(name, kind="bad", node=None)], place + 1
