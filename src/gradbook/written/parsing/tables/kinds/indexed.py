"""Tables in which the heads of a row and a column make one name: "net" over "h1" is net_h1, z_i in row 1 is z_1.

Rows may be of samples, "A" and "B" for z_A and z_B, and they may stand side by side as columns.
"""

import re
from collections.abc import Callable, Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare
from gradbook.written.notation import GREEK_NAMES
from gradbook.written.parsing.phrases.speech.turns import ROUNDS
from gradbook.written.parsing.tables.grids.alterations import altered
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

Named = Callable[[str], Node | None]

_LABEL = regex(r"(?:[^\W\d_]{2,20}[ .:]*|#|[$`*(]*[ijklt]\s*=\s*)?[$`*(]*([A-Za-z]?\d{1,2})[$`*).]*")  # 1, h1, i = 1
_LETTERS = regex(r"(?:[^\W\d_]{2,20}[ .:]+)?[$`*(]*([A-Za-z]\w{0,7})[$`*).:]*")  # A, example A
_UNITS = regex(
    r"neur|unit|node|hidden|knoten|einheit|unidad|unité|unità|nœud|nodo|nó\b|нейрон|узел|单元|單元|节点|神经|ノード"
    r"|ユニット|뉴런|노드|유닛",
    re.IGNORECASE,
)
_TOTAL = regex(  # the row of sums below those of samples
    r"sums?|total|mean|average|avg|summe|gesamt|mittel(?:wert)?|somme|moyenne|suma|media|total|soma|média|somma|totale"
    r"|som|totaal|gemiddelde|razem|średnia|сумма|итого|среднее|Σ|∑|和|总和|合计|平均|合計|합계|평균|toplam|ortalama",
    re.IGNORECASE,
)
_LONGEST_LABEL = 2  # tokens
_TWO = 2  # columns, of names and numbers
_BESIDE = ("word", "open", "close", "sep")
_RUNNING = regex(r"(?<=[^\W\d]|[)}\]])(_?\{?\d?,?)([ijkn]|(?<=_)t|(?<=_\{)t)(,?\d?\}?)$")  # x_t too, at a time; not net
_INDEX = regex(r"(?<=[^\W\d_])_(?:[ijknt]|\{[ijknt]\})(?![^\W_])")  # a running one, wherever it stands
_SET_OFF = regex(r"[$`]([^$`]{1,60})[$`]|\((\w+_\w)\)")
_ENCLOSED = regex(r"\((?=[^=]*_)(.+)\)")  # what stood between \( and \)
_SHORT = regex(r"[A-Za-z]\w{0,3}")  # the e of "error e = p - y"
_DECORATION = regex(r"[$`*]")


def indexed(grid: Grid, named: Named) -> list[tuple[Node, Cell, Cell]]:
    """Return the quantities that row and column name together, each with its head and cell; none where they do not.

    Args:
        grid: the rows, the head first.
        named: gives the quantity that a text names.
    """
    grid = [grid[0], *(row for row in grid[1:] if not row or _TOTAL.fullmatch(row[0].text.strip(" *_:")) is None)]
    found = _by_rows(grid, named)
    counts = _counts_rounds(grid[0][0]) and not all(_UNITS.search(cell.text) for cell in grid[0][1:])
    if found or len({len(row) for row in grid}) > 1 or counts:
        return found
    columns = [list(column) for column in zip(*grid, strict=True)]
    turned = _by_rows(columns, named) if len(grid[0]) > _TWO else []
    stepped = any(isinstance(node, New) and not _says_new(title) for node, title, _ in turned)
    return [] if stepped else turned  # r beside 1: r_1, the new r


def is_label(cell: Cell) -> bool:
    """Whether a cell only says of which sample a row is, or a column: "Example", "example A"."""
    first, rest = cell.tokens[:1], cell.tokens[1:]
    return bool(first) and first[0].role is Role.EXAMPLE and len(rest) < _LONGEST_LABEL and _is_short(rest)


def _is_short(tokens: Sequence[Token]) -> bool:
    return all(token.kind == "num" or len(token.text) == 1 for token in tokens)


def _by_rows(grid: Grid, named: Named) -> list[tuple[Node, Cell, Cell]]:
    head, *body = grid
    steps = any(map(_says_new, head)) or not _counts_samples(head[0])
    labels = _labels(head[0], [row[0] for row in body], named)
    units = all(_UNITS.search(row[0].text) for row in body) or _UNITS.search(head[0].text)
    found: list[tuple[Node, Cell, Cell]] = []
    for place in range(1, len(head) if labels else 0):
        for title in _titles(head[place]):
            joined = _of_layer(title, labels, named) if units else []
            joined = joined or [_joined(title, label, named) for label in labels]
            names = [_stated(head[place], node, steps=steps) for node in joined]
            if None not in names and len(set(names)) == len(body):
                for row, name in zip(body, names, strict=True):
                    if name is not None and place < len(row) and not row[place].empty:
                        found.append((name, head[place], row[place]))
                break
    return found


def _of_layer(title: str, labels: list[str], named: Named) -> list[Node | None]:
    """Return the quantities of the units of the first layer, which may be the only one with several; or nothing."""
    stem = f"\\{title}" if title in GREEK_NAMES else title
    found = [named(f"{stem}^{{(1)}}_{{{label}}}") for label in labels] if "^" not in title else []
    return found if all(isinstance(node, Symbol | Derivative) for node in found) else []


def _labels(corner: Cell, cells: list[Cell], named: Named) -> list[str]:
    """Return what the rows are labelled with, each differently; none where one is not, or all are quantities."""
    texts = [cell.text.strip() for cell in cells]
    labels = [label.group(1) for text in texts if (label := _LABEL.fullmatch(text))]
    if len(labels) < len(cells) and not _counts_rounds(corner):
        labels = [label.group(1) for text in texts if (label := _LETTERS.fullmatch(text))]
        labels = [] if all(named(label) is not None for label in labels) else labels
    return labels if len({*labels}) == len(cells) else []


def _counts_samples(cell: Cell) -> bool:
    return is_label(cell) or any(bare(token.text) in SAMPLES for token in cell.tokens)


def _counts_rounds(cell: Cell) -> bool:
    return any(bare(token.text) in ROUNDS or token.role is Role.STEP for token in cell.tokens)


def _titles(title: Cell) -> list[str]:
    """Return what may be the name in a title: the whole, a side of an equation in it, its mathematics or its code.

    Or what stands in it beside words that say nothing else: "initial z".
    """
    text = title.text
    whole = _DECORATION.sub("", text).strip()
    whole = enclosed.group(1) if (enclosed := _ENCLOSED.fullmatch(whole)) else whole
    set_off = [piece for found in _SET_OFF.findall(text) if (piece := "".join(found).strip()) != whole]
    sides = [side.strip() for piece in (whole, *set_off) if "=" in piece for side in piece.split("=")]
    sides += [word for side in sides for word in side.split()[-1:] if word != side and _SHORT.fullmatch(word)]
    derivatives = [side for side in sides if "partial" in side or "∂" in side or "/" in side]
    beside = [token for token in title.tokens if token.kind not in _BESIDE]
    words = (
        len(beside) == 1 < len(title.tokens)
        and beside[0].kind in ("bad", "name", "vec", "euler")
        and not altered(title.tokens)
    )
    inside = [text[beside[0].start - title.start : beside[0].end - title.start]] if words else []
    found = (*derivatives, *sides, *([] if sides else [whole]), *set_off, *inside)
    return [one for one in found if any(map(str.isalpha, one))]


def _stated(title: Cell, node: Node | None, *, steps: bool) -> Node | None:
    """Return what of a quantity a title speaks of: the quantity, its new value, or the gradient.

    Args:
        title: the title.
        node: what it names.
        steps: whether rows may be of steps, so that "initial" is no value that is asked for.
    """
    if isinstance(node, Symbol) and _says_new(title):
        return New(node.name)
    against = (Role.SLOPE, *NO_CLAIM, *((Role.OLD, Role.BEFORE) if steps else ()))
    if title.says(*against) and not isinstance(node, Derivative):
        return None
    return node if isinstance(node, Symbol | Derivative | New) else None


def _says_new(title: Cell) -> bool:
    return title.says(Role.NEW, Role.AFTER)


def _joined(title: str, label: str, named: Named) -> Node | None:
    """Return the quantity that a title names with the label for its running index, or with the label at its end."""
    if running := _RUNNING.search(title):
        before, after = (re.sub(r"\D", "", part) for part in running.group(1, 3))  # the 1 of w_{i1}
        return named(f"{title[: running.start()]}_{{{before}{label}{after}}}")
    if _INDEX.search(title):  # dp_i/dw
        return named(_INDEX.sub(f"_{{{label}}}", title))
    return named(f"{title}_{{{label}}}")
