"""Beside: cells of a row that say nothing of its quantity: a word or two, or the equation that it comes from."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node, subtrees
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare, bare_words
from gradbook.written.parsing.equations.statements import Member
from gradbook.written.parsing.phrases.speech.attributions import of_others
from gradbook.written.parsing.phrases.speech.weighing.explained import AGAINST
from gradbook.written.parsing.phrases.speech.weighing.scales import BEHIND, charge, explains
from gradbook.written.parsing.tables.grids.alterations import owner
from gradbook.written.parsing.tables.grids.cells import comes_to
from gradbook.written.parsing.tables.grids.grids import Cell, Grid
from gradbook.written.parsing.tables.grids.heads import name_of
from gradbook.written.parsing.tables.grids.titles import Sense, against, is_step, sense_of
from gradbook.written.parsing.tables.grids.whose import LEFT_OPEN, left_open, not_in_full

_HANDS_ON = bare_words(  # what an operation does with the gradient that it gets
    "passes passing routes distributes copies sends splits swaps gate node hands broadcasts shares switches verteilt "
    "reicht leitet kopiert tauscht distribue copie transmet echange reparte distribuye copia pasa intercambia"
)
_OPERATIONS = frozenset({
    "addition", "subtraction", "multiplication", "division", "add", "mul", "sub", "div", "sum", "product", "input",
    "output", "summe", "produkt", "eingabe", "ausgabe", "somme", "produit", "entrée", "sortie", "suma", "producto",
    "entrada", "salida", "soma", "produto", "saída", "加法", "减法", "乘法", "除法", "输入", "输出", "加算",
    "減算", "乗算", "除算", "入力", "出力", "덧셈", "뺄셈", "곱셈", "나눗셈", "입력", "출력",
})  # fmt: skip
_SLOPES = frozenset({"der", "diff"})
_DENIES = (Role.DENIAL, Role.HEDGE, Role.RETRACTION)
_CHARGES = AGAINST - {Role.BEHIND, Role.ERROR, Role.EVERYDAY}  # a step: "past the ReLU", "error", "score" do not
_BRIEF = 5  # words of a remark
_FEW = 3  # words that are no sentence yet
_SHORT = 3  # letters of names side by side
_FORMULA = frozenset({"num", "op", "open", "close", "fn", "name"})


def of_gradients(grid: Grid, lexicon: Lexicon) -> Grid:
    """Return a table with the title of its gradients above their calculations too: "value | dL/d | calculation".

    They are those of the column right before them where any of them is of derivatives, or where all rows are of inputs
    and each calculation comes to the gradient beside it.
    """
    titles = grid[0] if grid else []
    given = all(row and _is_input(row[0], lexicon) for row in grid[1:])
    for at in range(2, len(titles)):
        if sense_of(titles[at]) is not Sense.WORK or sense_of(titles[at - 1]) is not Sense.SLOPE:
            continue
        worked_out = given and not is_step(titles[at]) and all(_works_out(row, at, lexicon) for row in grid[1:])
        if worked_out or any(_is_sloped(row[at]) for row in grid[1:] if at < len(row)):
            same = replace(titles[at - 1], start=titles[at].start)
            return [[*titles[:at], same, *titles[at + 1 :]], *grid[1:]]
    return grid


def _is_input(head: Cell, lexicon: Lexicon) -> bool:
    node = name_of(head, lexicon)
    return isinstance(node, Symbol) and node.name in lexicon.inputs


def _works_out(row: Sequence[Cell], at: int, lexicon: Lexicon) -> bool:
    """Whether a cell is empty, or calculates the number in the cell before it."""
    return at >= len(row) or row[at].empty or comes_to(row[at], row[at - 1], lexicon)


def _is_sloped(cell: Cell) -> bool:
    return any(token.kind in _SLOPES for token in cell.tokens)


def is_remark(tokens: Sequence[Token]) -> bool:
    """Whether a cell only says what is done in its row, such as "addition", or why: "the gradient from relu"."""
    if all(token.edge or (token.kind == "word" and token.text in _OPERATIONS) for token in tokens):
        return True
    words = [token.role for token in tokens if token.kind == "word"]
    if not AGAINST.isdisjoint(words):
        return False
    counts = any(token.kind == "num" for token in tokens)
    said = not counts and len(words) > _FEW and explains(" ".join(token.text for token in tokens if not token.edge))
    return (said or any(role in (Role.SLOPE, Role.SLOPES) for role in words)) and not any(
        token.kind in ("rel", "op", "arrow", "der") for token in tokens if token.text != "is"
    )


def remark(before: Sequence[Cell], head: Cell, cells: Sequence[tuple[Cell | None, Cell]]) -> str:
    """Return the words that speak against a row: "w | 6 | wrong", "w | 6 | from my neighbour", "wrong w | 6".

    Args:
        before: cells that name the row's step: "forward (wrong) | q = 3".
        head: the cell that names its quantity.
        cells: the others, with their titles.
    """
    if left_open(cells):
        return LEFT_OPEN
    said = next(filter(None, map(_against_step, before)), "") or against(head)
    return said or _denied(cells) or charged([*before, *(cell for _, cell in cells)])


def _against_step(label: Cell) -> str:
    words = [token for token in label.tokens if token.kind == "word"]
    said = any(word.role in _CHARGES for word in words) or owner([t for t in label.tokens if not t.edge], words)
    return label.text.strip() if said else ""


def _denied(cells: Sequence[tuple[Cell | None, Cell]]) -> str:
    """Return what a few words beside a row deny of it, given the cells with their titles: "w | 6 | wrong"."""
    for title, cell in cells:
        said = [token for token in cell.tokens if token.kind not in ("open", "close")]
        words = (title is not None or len(cells) > 1) and all(token.kind in ("word", "sep") for token in said)
        if words and len(said) <= _BRIEF and (cell.says(*_DENIES) or of_others(said)):
            return cell.text.strip()
        if title is not None and not_in_full(title, cell):
            return cell.text.strip()
    return ""


def charged(cells: Sequence[Cell]) -> str:
    """Return what a cell of words charges the others of its row with: "q | 3 | copied from my neighbour"."""
    told = (charge(cell.text.strip(), BEHIND) for cell in cells if _is_sentence(cell.tokens))
    return next(filter(None, told), "")


def _is_sentence(tokens: Sequence[Token]) -> bool:
    words = sum(token.kind == "word" for token in tokens)
    return words > _FEW and not any(token.kind in ("rel", "der", "diff") for token in tokens if token.text != "is")


def only_remarks(cell: Cell) -> bool:
    """Whether a cell says in passing what a node does, and nothing of its numbers: "(relu off)"."""
    return all(
        token.kind in ("open", "close", "fn") or (token.kind == "word" and token.role in HARMLESS)
        for token in cell.tokens
    )


def is_foreign(tokens: Sequence[Token]) -> bool:
    """Whether a cell is a formula in names of another's: "4xy" beside "v4 = v3 * v2 = 4"."""
    shown = [token for token in tokens if not token.edge]
    letters = [token for token in shown if token.kind == "bad" and len(token.text) <= _SHORT and token.text.isalpha()]
    return bool(letters) and all(token in letters or token.kind in _FORMULA for token in shown)


def says_rule(tokens: Sequence[Token]) -> bool:
    """Whether a cell says in words what an operation does with gradients: "+ passes it on", "* swaps the inputs"."""
    shown = [token for token in tokens if not token.edge]
    if len(shown) < 2 or shown[0].kind != "op" or shown[1].kind != "word" or bare(shown[1].text) not in _HANDS_ON:
        return False
    roles = [token.role for token in shown if token.kind == "word"]
    return AGAINST.isdisjoint(roles) and not any(token.kind in ("rel", "num", "der") for token in shown)


def is_of_another(read: Sequence[Member], before: Node | None, node: Node) -> bool:
    """Whether a cell in the row of a derivative is the equation of a node, and not one for what stands before it.

    "df/dq = z | z = -4" says what z is; "df/dq = 1 | f = q + r" says why.
    """
    head = read[0].node
    if not isinstance(node, Derivative) or not isinstance(head, Symbol) or len(read) < 2:
        return False
    return before is not None and head not in subtrees(before)


def unnamed(tokens: list[Token], node: Node) -> list[Token]:
    """Return an equation without the known words before it that name it: "squared error L = (y - a)^2", "MSE: L"."""
    first = next((at for at, token in enumerate(tokens) if token.kind != "word"), 0)
    known = all(word.role in HARMLESS | {Role.OF, Role.ARTICLE} for word in tokens[:first])
    if first and tokens[first].text == "colon":
        first = next((at for at in range(first + 1, len(tokens)) if not tokens[at].edge), first)
    stated = [token.node if token.kind != "rel" else None for token in tokens[first : first + 2]] == [node, None]
    return tokens[first:] if known and stated else tokens
