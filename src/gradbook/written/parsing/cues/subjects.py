"""Subjects: a line that only names a quantity, and lines below it that say with a label what is said of it.

    Parameter w                      dL/dw: 3 factors
    - gradient: -0.31 * 0.32 = -0.0995      product: -0.31 * 0.2139 * 1.5 = -0.0995
    - update: 0.8 + 0.0497 = 0.85

They count where they fit: what stands below a name need not be of it.
"""

from collections.abc import Sequence

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.notation import VALUE_WORDS
from gradbook.written.parsing.equations.assembly.ahead import named, quantity_ahead
from gradbook.written.parsing.grammar.edges import lines, past_number, seen
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.grammar.signs import says

NAMING = frozenset({Role.BY, Role.SLOPE, Role.STEP, Role.NEW, Role.AFTER, Role.PART_OF_GRAPH})
_BESIDE = HARMLESS | {
    Role.ARTICLE, Role.LINK, Role.FILLER, Role.RESULT, Role.WEIGHT, Role.BIAS, Role.FOR, Role.OF, Role.STEP, Role.BY,
}  # fmt: skip
_LABELS = HARMLESS | {Role.ARTICLE, Role.LINK, Role.FILLER, Role.RESULT, Role.OF, Role.SLOPE, Role.VALUES}
_MOVED = frozenset({Role.NEW, Role.STEP, Role.AFTER})
_PRODUCTS = frozenset(map(bare, (
    "product", "result", "total", "sum", "summe", "somme", "suma", "soma", "somma", "сумма", "和", "합", "합계", "合計",
    "produkt", "ergebnis", "produit", "résultat", "producto", "resultado", "produto",
    "prodotto", "risultato", "произведение", "результат", "итого", "乘积", "结果", "積", "結果", "곱", "결과",
    "numbers",
)))  # fmt: skip
_CALCULATES = frozenset({"num", "open", "name", "frac", "group", "fn", "euler", "sqrt"})
_MOST = 8  # tokens of a label
_LONGEST = 16  # tokens of a line that only names a quantity
_COUNTED = (
    "factors", "factor", "terms", "steps", "faktoren", "facteurs", "factores", "ways", "paths", "routes", "branches",
    "contributions", "parts", "wege", "pfade", "beitrage", "chemins", "termes", "caminos", "caminhos", "percorsi",
)  # fmt: skip


def under_subjects(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, what stands behind labels as equations of the quantity that a line above them names."""
    found: list[Token] = []
    subject: Symbol | Derivative | None = None
    told: set[Node | None] = set()  # of the subject: what is told twice may be somebody else's the second time
    for begin, end in lines(tokens):
        line = tokens[begin:end]
        if begin and tokens[begin - 1].text == "heading":
            subject = None
        if about := _subject(line, lexicon):
            subject, told = about, set()
            line = line[: _counted_from(line)]
        elif subject is not None and (place := _behind_label(line, lexicon)):
            head = _head(line, place, subject, lexicon)
            node = head[-2].node if len(head) > place else None
            if node is None or node not in told:
                found += head
                line = line[place:]
            told.add(node)
        found += line
        found += tokens[end : end + 1]
    return found


def _subject(line: list[Token], lexicon: Lexicon) -> Symbol | Derivative | None:
    """Return the quantity that a line names, if it does nothing else."""
    body = [token for token in line if not token.edge]
    if not body or len(body) > _LONGEST:
        return None
    opened = next((at for at, token in enumerate(body) if token.text == "(" and at), len(body))
    inside = [token.kind for token in body[opened:]]
    if opened < len(body) and (inside[-1] != "close" or "rel" in inside):
        opened = len(body)
    body = body[:opened]
    body = body[: _counted_from(body)]
    while body and body[-1].text == "colon":
        body = body[:-1]
    lead = 0
    while lead < len(body) and body[lead].kind == "word" and body[lead].role in _BESIDE:
        lead += 1
    node = quantity(body[lead:], lexicon) if lead < len(body) else None
    if isinstance(node, Symbol) and lead and body[lead - 1].role is Role.BY:  # "with respect to a"
        below = node.name in lexicon.cone(lexicon.output) - {lexicon.output}
        return Derivative(lexicon.output, node.name) if below else None
    if isinstance(node, Symbol) and node.name != lexicon.output:
        return node if node.name in lexicon.inputs or node.name in lexicon.operands else None
    return node if isinstance(node, Derivative) else None


def _counted_from(line: Sequence[Token]) -> int:
    """Return where a line begins to count what is said below it, "dL/dw: 3 factors"; its end where it does not."""
    counted = len(line) > 3 and bare(line[-1].text) in _COUNTED and line[-3].text == "colon"
    counts = counted and (line[-2].kind == "num" or line[-2].role is Role.NUMBER)
    return len(line) - 3 if counts else len(line)


def _behind_label(line: list[Token], lexicon: Lexicon) -> int:
    """Return the place behind a label and its sign where a calculation or number begins; 0 for any other line."""
    at = seen(line, 0)
    begin = at
    while at < min(len(line), begin + _MOST) and not (says(line[at]) or past_number(line, at)):
        token = line[at]
        new = token.kind == "new" and token.role is Role.ERROR and bare(token.text) in VALUE_WORDS
        if not (new or token.edge or (token.kind == "word" and (token.role in _LABELS or token.role in _MOVED))):
            return 0
        at += 1
    if at in (begin, len(line)) or not (says(line[at]) or past_number(line, at)):
        return 0
    place = seen(line, at + 1) if says(line[at]) else at
    starts = place < len(line) and (line[place].kind in _CALCULATES or line[place].text == "-")
    return place if starts and not quantity_ahead(line, place, lexicon) else 0


def _head(line: list[Token], place: int, subject: Symbol | Derivative, lexicon: Lexicon) -> list[Token]:
    """Return what a label says that the number behind it is of, with a sign; the label as it is where it is unclear."""
    label = named(line[:place])
    roles = {token.role for token in label}
    moved = not roles.isdisjoint(_MOVED) or any(token.kind == "new" for token in label)
    name = subject.by if isinstance(subject, Derivative) else subject.name
    start = line[place].start
    if moved and name in lexicon.inputs:
        head = Token("new", name, start, start, New(name), Role.ERROR)
    elif Role.SLOPE in roles and not moved and name in lexicon.cone(lexicon.output) and isinstance(subject, Symbol):
        head = Token("der", name, start, start, Derivative(lexicon.output, name), Role.ERROR)
    elif isinstance(subject, Derivative) and any(bare(token.text) in _PRODUCTS for token in label):
        head = Token("der", name, start, start, subject, Role.ERROR)
    else:
        return line[:place]
    return [*line[:place], Token("sep", "stop", start, start), head, Token("rel", "=", start, start)]
