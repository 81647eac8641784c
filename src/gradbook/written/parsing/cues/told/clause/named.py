"""Named: the quantities that a sentence names, by their names or by what they are, and which part each has in it."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import data_of, target_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import OPERATIONS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.cues.told.clause.mentions import Mention, mentions
from gradbook.written.parsing.cues.told.clause.words import NAMES, QUANTITIES, SLOPED
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.called.operations import OPERATION, does
from gradbook.written.parsing.phrases.slopes.local.dependence import DEPENDS
from gradbook.written.parsing.phrases.slopes.received.getting import HAVING

REACTS = DEPENDS | bare_words(
    "grows grow rises rise falls fall moves move follows follow sensitive touches touch enters wächst steigt fällt "
    "réagit crece cresce"
)
UNIT = bare_words("unit einheit unité unidad unidade unità") | {
    "per unit", "pro einheit", "par unite", "por unidad", "por unidade", "per unita",
}  # fmt: skip
_DIRECTION = bare_words("direction richtung sens dirección direção direzione side seite lado lato côté")
_OF_ONE = UNIT | _DIRECTION
TOWARDS = bare_words("to towards toward for after by per nach zu an für on in via wrt regarding at bei")
_AWAY = bare_words("from von aus de du desde da dal dalla do van uit od из от through durch por par per")
_WAYS = TOWARDS | _AWAY
_AGENTS = bare_words("by par por per da door")  # whom something is done by, or by what one differentiates
_THAT = bare_words("that which who que qui che")
_LETTERS = ("a", "s")
_FINITE = frozenset(map(bare, HAVING)) | bare_words(
    "lands ends goes comes becomes stays sits moves grows drops falls rises"
)
_NOUNS = (Role.ARTICLE, Role.WEIGHT, Role.BIAS, Role.NET, Role.PART_OF_GRAPH, Role.PLAIN, Role.FILLER)
_OPERANDS = {
    bare(word): place
    for place, words in enumerate((
        "numerator zähler numérateur numerador numeratore teller 分子 분자",
        "denominator nenner dénominateur denominador denominatore noemer 分母 분모",
    ))
    for word in words.split()
}  # fmt: skip
_DATA = bare_words("input eingabe eingang entrée entrada ingresso invoer 输入 입력")
_TARGETS = bare_words("target ziel zielwert cible objetivo alvo bersaglio doel label 目标 标签 타깃 목표")


class Part(Enum):
    """Which part a quantity has in its clause."""

    SUBJECT = auto()
    OF = auto()  # what is differentiated: "the gradient of f"
    BY = auto()  # whom something is for, or by what one differentiates: "for w", "with respect to w"
    FROM = auto()  # where something comes from
    FUNCTION = auto()  # only its operation is named: "the product"
    OPERAND = auto()  # something is done with it


ABOUT = (Part.SUBJECT, Part.OF, Part.BY)


class Named(NamedTuple):
    """A quantity that is named.

    Attributes:
        at, end: from where to where.
        node: what it is.
        part: which it has.
        joined: whether it stands behind another and an "and", so that what is said of that one is said of it too.
    """

    at: int
    end: int
    node: Node
    part: Part
    joined: bool = False


def named_in(tokens: Sequence[Token], start: int, end: int, begins: Sequence[int], lexicon: Lexicon) -> Iterator[Named]:
    """Yield what a sentence names, from left to right.

    Args:
        tokens: of the answer.
        start, end: where the sentence begins and ends.
        begins: where its clauses begin.
        lexicon: of the exercise.
    """
    depends = reacts(tokens[start:end])
    found = {
        one.at: one
        for one in mentions(tokens, start, end, lexicon)
        if not (one.function or _is_preposition(tokens, one.at, start))
    }
    last, behind = Part.SUBJECT, start
    for at in range(start, end):
        if mention := found.get(at):
            joined = mention.joined or _is_listed(tokens, behind, at)
            last = last if joined else _part(tokens, mention, begins, depends=depends)
            if last is Part.OF and bare(tokens[at].text) in OPERATION:
                last = Part.OPERAND  # "the derivative of Relu" is that of the function
            behind = mention.end
            yield Named(at, mention.end, mention.node, last, joined)
        elif name := _by_operation(tokens[at], lexicon):
            yield Named(at, at + 1, Symbol(name), Part.FUNCTION)
        elif name := _letter(tokens, at, start, end, lexicon) or _by_place(tokens, at, found, lexicon):
            mention = Mention(at, at + 1, Symbol(name), False, False)
            yield Named(at, at + 1, mention.node, _part(tokens, mention, begins, depends=depends))


def reacts(said: Sequence[Token]) -> bool:
    """Whether it is said how one quantity reacts to another."""
    return any(token.kind == "word" and bare(token.text) in REACTS for token in said)


def _letter(tokens: Sequence[Token], at: int, start: int, end: int, lexicon: Lexicon) -> str:
    """Return a letter that is a word too where it is a name, by what follows it: "a gets 3"; "" for any other word."""
    token = tokens[at]
    if token.kind != "word" or token.text not in _LETTERS or token.text not in lexicon.names:
        return ""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    if (before >= start and tokens[before].kind in NAMES) or behind >= end:
        return ""  # "x's gradient"
    follows = tokens[behind]
    is_said = follows.kind == "rel" or bare(follows.text) in _FINITE or follows.role is Role.CHANGES
    return token.text if is_said else ""


def _is_preposition(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether an a is the word for "to", as in "b sube a 2,9" and "c a 10"."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    led = before >= start and (tokens[before].role is Role.CHANGES or tokens[before].kind == "name")
    signed = behind < len(tokens) and (tokens[behind].kind == "num" or tokens[behind].text in ("-", "+"))
    return tokens[at].text == "a" and led and signed


def _is_listed(tokens: Sequence[Token], end: int, at: int) -> bool:
    """Whether only a comma stands between two names."""
    between = [token for token in tokens[end:at] if not token.edge]
    return [token.text for token in between] == ["comma"] and tokens[end - 1].kind == "name"


def _by_operation(token: Token, lexicon: Lexicon) -> str:
    """Return the only named node of an operation that a word means; "" for none."""
    noun = token.kind == "fn" or (token.kind == "word" and token.role not in OPERATIONS)
    operation = OPERATION.get(bare(token.text)) if noun else None
    nodes = [name for name, of in lexicon.operations.items() if of == operation] if operation else []
    return nodes[0] if len(nodes) == 1 and nodes[0] not in lexicon.unnamed else ""


def _by_place(tokens: Sequence[Token], at: int, found: Mapping[int, Mention], lexicon: Lexicon) -> str:
    """Return what a word calls by its place in the graph: the numerator, the input, the target; "" for none."""
    if tokens[at].kind != "word" or seen(tokens, at + 1) in found:
        return ""  # "the target y" is named
    text = bare(tokens[at].text)
    if text in _OPERANDS:
        nodes = [name for name, of in lexicon.operations.items() if of == "div"]
        operands = lexicon.operands[nodes[0]] if len(nodes) == 1 else ()
        return operands[_OPERANDS[text]] if len(operands) > 1 else ""
    if text in _DATA:
        return lexicon.recall(data_of)
    return lexicon.recall(target_of) if text in _TARGETS else ""


def _part(tokens: Sequence[Token], mention: Mention, begins: Sequence[int], *, depends: bool) -> Part:
    """Return which part a mention has, by the words before it in its clause."""
    begin = max(place for place in begins if place <= mention.at)
    place = last_seen(tokens, mention.at)
    if place > begin and bare(tokens[place].text) in _THAT and tokens[last_seen(tokens, place)].role in _NOUNS:
        return Part.FROM  # "the sum that b enters"
    while place >= begin and tokens[place].kind == "word" and _is_noun(tokens[place]):
        place = last_seen(tokens, place)
    used = mention.operand or mention.first
    is_verb = place > begin and tokens[place].kind == "rel" and tokens[place].text == "is"
    if is_verb and _is_said_of(tokens, begin, place):
        return Part.OPERAND  # "the derivative of f by w is x"
    if place < begin or tokens[place].kind != "word":
        used = used and not (place >= begin and _is_size(tokens, place, begin) and not mention.first)
        return Part.OPERAND if used else Part.SUBJECT
    lead, text = tokens[place], bare(tokens[place].text)
    ahead = last_seen(tokens, place)
    further = tokens[ahead] if ahead >= begin else None
    if lead.role is Role.OF:
        behind = seen(tokens, mention.end)
        by = further is None and behind < len(tokens) and tokens[behind].role is Role.BY
        return Part.OF if by else _of(text, further)  # "and of e2 with respect to w"
    calculates = further is not None and (further.role in OPERATIONS or does(further))
    agent = text in _AGENTS and not any(token.role in SLOPED for token in tokens[begin:place])
    if (lead.role is Role.BY and not calculates and not agent) or (depends and text in WITH):
        return Part.BY
    if text in _AWAY:
        return Part.FROM
    if text in TOWARDS and lead.role in (Role.FILLER, Role.FOR):
        return Part.BY
    if used or calculates or agent:
        return Part.OPERAND
    return Part.BY if lead.role is Role.FOR or text in TOWARDS else Part.SUBJECT


def _is_size(tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Whether a number at a place is the size of a step: "with step 0.1 x goes to 0.8"."""
    lead = last_seen(tokens, place)
    while lead >= begin and tokens[lead].role in (Role.OF, Role.ARTICLE, Role.FILLER):
        lead = last_seen(tokens, lead)
    sized = lead >= begin and (tokens[lead].role in (Role.STEP, Role.RATE) or tokens[lead].kind == "rate")
    return tokens[place].kind == "num" and sized


def _is_said_of(tokens: Sequence[Token], begin: int, verb: int) -> bool:
    """Whether a quantity is named in a clause before its verb."""
    return any(token.kind in QUANTITIES for token in tokens[begin:verb])


def _is_noun(token: Token) -> bool:
    """Whether a word may stand between a preposition and a name: "to the weight w"."""
    return token.role in _NOUNS and bare(token.text) not in _WAYS


def _of(text: str, further: Token | None) -> Part:
    """Return the part of what stands behind "of", by what stands before that."""
    if further is not None and bare(further.text) in _OF_ONE:
        return Part.BY  # "per unit of c", "in the direction of x"
    if further is not None and further.role in SLOPED:
        return Part.OF
    calculated = further is not None and further.kind in ("num", "op")
    return Part.FROM if text in _AWAY and not calculated else Part.OPERAND
