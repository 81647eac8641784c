"""Checks: a column "ok?" with a tick in each row says nothing of its own, and is left out.

"analytic | numerical" are two gradients where nothing else is compared so.
"""

import re
from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.parsing.tables.grids.grids import Cell, Grid

_ASKS = regex(
    r"\W*(?:ok(?:ay)?|match(?:es)?|agree(?:s|ment)?|equal|same|close|pass(?:ed|es)?|correct|check(?:ed)?|verified|✓|✔|✅"
    r"|stimmt|gleich|korrekt|geprüft|accord|égal|correcte?|vérifié|coincide|igual|correct[oa]|confere|coincidono|uguale"
    r"|klopt|gelijk|zgodne|совпало|совпадает|верно|一致|正确|是否一致|일치|確認)?\W*",
    re.IGNORECASE,
)
_AFFIRMS = regex(
    r"\W*(?:ok(?:ay)?|yes|true|match(?:es)?|pass(?:ed)?|same|y|ja|wahr|oui|vrai|sí|si|sim|sì|tak|да|是|对|一致|예|네|はい)?"
    r"\W*",
    re.IGNORECASE,
)
_STATE = regex(  # asks what a neuron or a weight does
    r"\W*(?:(?:is|relu|unit|neuron|gate|node)[ ])*(?:active|on|open|dead|alive|fires|firing|positive"
    r"|learned|trainable|aktiv|actif|active|activ[oa]|ativ[oa]|attiv[oa])[ ]?\?\W*",
    re.IGNORECASE,
)
_ANSWERS = regex(r"\W*(?:yes|no|on|off|y|n|true|false|ja|nein|oui|non|sí|si|sim|não|sì|да|нет|是|否)\W*", re.IGNORECASE)
_ERROR = regex(
    r"\W*(?:(?:rel(?:ative?r?|ativ[oa])?|abs(?:olute?r?|olut[oa])?|max)[\W_]*)?"
    r"(?:err(?:or|eur|ore)?|erro|fehler|diff(?:erence|erenz|érence)?|diferen[cç](?:ia|a)|abweichung|误差|誤差|오차)"
    r"[\W_]*(?:rel(?:ative?|ativ[oa])?|abs(?:olute?|olut[oa])?)?\W*",
    re.IGNORECASE,
)
_LITTLE = 1e-3  # as a difference quotient errs
_TICK = regex(r"[✓✔✅☑👍]")
_WORD = regex(r"\w")
_DENIES = regex(r"[✗✘❌✖≠]")
_EXACT = regex(
    r"analyti|anal[íi]ti|backprop|autograd|chain|symbol|by hand|manual|hand|rückw|аналит|解析|해석|反向", re.IGNORECASE
)
_NUMERIC = regex(
    r"numeri|numéri|numéri|num[ée]ric|finite|central|difference|differenz|diff[ée]rence|diferenc|численн|数值|수치|数値",
    re.IGNORECASE,
)


def without_checks(grid: Grid) -> Grid:
    """Return a table without columns that only affirm each row, say whether its unit is active, or a tiny error.

    A column of affirmations may have no title: "param | analytic | numeric", and "x | 3.0 | 3.0 | ok".
    """
    head, *body = grid
    wide = max(map(len, grid))
    columns = {at: [row[at] for row in body if at < len(row)] for at in range(1, wide)}
    titles = [*head, *[Cell("", 0, ())] * (wide - len(head))]
    compared = columns if compares_gradients(head) else {}
    errors = {at for at, cells in compared.items() if _errs_little(titles[at], cells)}
    kept = [at for at in range(wide) if not at or not (at in errors or _affirms(titles[at], columns[at]))]
    return grid if len(kept) == wide else [[row[at] for at in kept if at < len(row)] for row in grid]


def _errs_little(title: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a column says by how much two gradients differ, and they hardly do: "rel. error", 2.1e-11."""
    if any(token.kind not in ("num", "op") for cell in cells for token in cell.tokens if not token.edge):
        return False
    errors = [cell.tokens[-1].node for cell in cells if cell.tokens]
    little = (isinstance(error, Number) and abs(error.value) <= _LITTLE for error in errors)
    return bool(errors) and _ERROR.fullmatch(title.text) is not None and all(little)


def _affirms(title: Cell, cells: Sequence[Cell]) -> bool:
    texts = [cell.text.strip() for cell in cells]
    if texts and _STATE.fullmatch(title.text) and all(map(_ANSWERS.fullmatch, texts)):
        return True
    told = all(_AFFIRMS.fullmatch(text) and (_WORD.search(text) or _TICK.search(text)) for text in texts)
    return bool(texts) and told and _ASKS.fullmatch(title.text) is not None and not any(map(_DENIES.search, texts))


def compares_gradients(titles: Sequence[Cell]) -> list[int]:
    """Return the places of the columns in which gradients are compared with difference quotients; none elsewhere."""
    exact = [at for at, title in enumerate(titles) if _EXACT.search(title.text)]
    numeric = [at for at, title in enumerate(titles) if _NUMERIC.search(title.text)]
    return [*exact, *numeric] if exact and numeric else []
