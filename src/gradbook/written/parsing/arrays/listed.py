"""Lists in brackets as arrays: entries between commas or blanks, in rows."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.arrays.array import Array, Entry
from gradbook.written.parsing.grammar.brackets import matches

_NUMERIC = frozenset({"open", "close", "num", "op", "sep"})


def listed_array(inside: list[Token], *, loose: bool = True) -> Array | None:
    """Return what stands in brackets as an array: entries between commas, in rows."""
    if len(inside) > 1 and inside[-1].kind == "sep" and inside[-1].text == "comma":
        inside = inside[:-1]  # behind the last entry too, as programs are formatted
    if spaced := _spaced(inside):
        return spaced
    inside = _parted(inside)
    closes, start = matches(inside), 0
    rows: list[list[Entry]] = [[]]
    at = 0
    while at <= len(inside):
        sign = inside[at].text if at < len(inside) and inside[at].kind == "sep" else ""
        if at == len(inside) or sign in ("comma", "row", "cell"):
            rows[-1].append([token for token in inside[start:at] if token.kind != "sep" or token.text == "comma"])
            start = at + 1
            if sign == "row":
                rows.append([])
                loose = False
        at = closes.get(at, at) + 1
    if len(rows) > 1 and rows[-1] == [[]]:
        rows.pop()  # a row ends with its mark
    even = all(len(row) == len(rows[0]) and all(row) for row in rows)
    if not even or (len(rows) == 1 and len(rows[0]) == 1):
        return None
    if len(rows) == 1 and all(_is_bracketed(entry) for entry in rows[0]):  # [[1, 2], [3, 4]]
        inner = [listed_array(entry[1:-1]) for entry in rows[0]]
        lengths = {array.shape for array in inner if array is not None}
        if not lengths and not any(token.kind == "sep" for entry in rows[0] for token in entry):
            return Array(tuple((entry[1:-1],) for entry in rows[0]))  # [[1], [2]]
        if None not in inner and len(lengths) == 1:
            return Array(tuple(tuple(array.entries) for array in inner if array is not None))
    if loose:
        return Array(tuple((entry,) for entry in rows[0]), loose=True)
    return Array(tuple(map(tuple, rows)))


def _parted(inside: list[Token]) -> list[Token]:
    """Put a comma between rows that stand side by side: [[1, 2] [3, 4]]."""
    if inside[:1] and (inside[0].kind != "open" or any(token.kind not in _NUMERIC for token in inside)):
        return inside
    found: list[Token] = []
    for token in inside:
        if found and found[-1].kind == "close" and token.kind == "open" and found[-1].end < token.start:
            found.append(Token("sep", "comma", token.start, token.start))
        found.append(token)
    return found


def _spaced(inside: list[Token]) -> Array | None:
    """Return numbers between blanks as an array, in rows between commas: [1 -2; 3 4], as NumPy and MATLAB write it."""
    rows: list[list[Entry]] = [[[]]]
    inside = [token for token in inside if token.kind != "sep" or token.text != "wide"]  # two blanks, in columns
    for place, token in enumerate(inside):
        if token.kind == "sep":
            rows.append([[]])
            continue
        before = inside[place - 1] if place else None
        if token.kind not in ("num", "op") or (token.kind == "op" and token.text not in "+-"):
            return None
        if before is not None and before.kind == "num" and before.end < token.start:
            tight = place + 1 < len(inside) and inside[place + 1].start == token.end
            if token.kind == "op" and not tight:
                return None  # 3 - 2
            rows[-1].append([])
        elif before is not None and before.kind != "sep" and token.kind == "op":
            return None
        rows[-1][-1].append(token)
    width = len(rows[0])
    if width < 2 or any(len(row) != width or not all(row) for row in rows):
        return None
    if len(rows) == 1:
        return Array(tuple((entry,) for entry in rows[0]), loose=True)
    return Array(tuple(map(tuple, rows)))


def _is_bracketed(entry: Entry) -> bool:
    return matches(entry).get(0) == len(entry) - 1
