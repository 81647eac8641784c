r"""Fields: lines that say one thing each of the quantity that stands above them, a table in all but its form.

- z                          ### Node z
    - formula: w*x + b
    - result: 0.8            value: 0.8
- dL/dz                      gradient: -0.066
    - chain rule: ...
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.drawn.records import Place, Records

_NODE = r"(?:(?:Node|Variable|Gate|Parameter|Quantity|Knoten|Größe|Nœud|Noeud|Nodo|Nó|Узел)[ ])?"
_SLOPE = r"[d∂]\w{1,8}/[d∂]\w{1,8}|\\[dt]?frac\{(?:\\partial|d)\s?[^{}\n]{1,20}\}\{(?:\\partial|d)\s?[^{}\n]{1,20}\}"
_HEAD = regex(
    rf"(?P<lead>[ \t]*+)(?:[-*+•]|\d{{1,2}}[.)]|\#{{1,6}}|(?=\*\*|{_NODE}(?<=[ ])))[ \t]*(?:\*\*|__)?{_NODE}[`$]?"
    rf"(?P<name>(?P<slope>{_SLOPE})|[^\W\d][\w'^{{}}\\]{{0,14}})[`$]?:?(?:\*\*|__)?:?[ \t]*\n+"
)
_FIELD = regex(
    r"(?P<lead>[ \t]*)(?:[-*+•][ \t]+)?(?:\*\*|__|\*)?(?P<label>[^\W\d_]{1,14}(?:[ -][^\W\d_]{1,14}){0,2})"
    r"(?:(?:\*\*|__|\*)?[ \t]?[:：]|[:：](?:\*\*|__|\*))[ \t]*(?P<value>[^\s:][^\n]*?)[ \t]*(?:\n|\Z)"
)
_KNOWN = regex(
    r"(?:.*[ ])?(?:value|results?|answer|forward|backward|grad(?:ient)?|derivative|before|after|old|new"
    r"|wert|ergebnis|ableitung|vorwärts|rückwärts|vorher|nachher|alt|neu|valeur|résultat|dérivée|avant|arrière|après"
    r"|valore?|resultado|derivada|gradiente|antes|después|depois|risultato|derivata|prima|dopo|waarde|afgeleide"
    r"|значение|результат|градиент|производная|値|結果|勾配|順伝播|逆伝播"
    r"|值|结果|梯度|前向|反向|값|결과|기울기)(?:[ ].*)?",
    re.IGNORECASE,
)
_LISTS = regex(r"=[^=\n]*(?:[,;→⇒]|->|=>)[^=\n]*=")  # what says several things is none of one quantity
_MOST = 12  # fields of one quantity


def fields_at(source: str, at: int) -> Records | None:
    """Return the fields of the quantities from a line on, the names of the fields first; None where none stand there.

    Derivatives make a table of their own, as do names.
    """
    labels: dict[str, Place] = {}
    rows: list[tuple[Place, dict[str, Place]]] = []
    end, slopes = at, False
    while head := _HEAD.match(source, end):
        fields, stop = _fields(source, head.end(), len(head["lead"]) if head["lead"] or source[end] in "-*+•" else -1)
        if not any(_KNOWN.fullmatch(label) for label in fields) or (rows and slopes is not bool(head["slope"])):
            break
        slopes = bool(head["slope"])
        for label, (place, _) in fields.items():
            labels.setdefault(label, place)
        rows.append((head.span("name"), {label: value for label, (_, value) in fields.items()}))
        end = stop
        while source.startswith("\n", end):
            end += 1
    if not rows:
        return None
    cells = [[name, *(fields.get(label, (name[1], name[1])) for label in labels)] for name, fields in rows]
    return Records([[(at, at), *labels.values()], *cells], stop - source.endswith("\n", at, stop))


def _fields(source: str, at: int, indent: int) -> tuple[dict[str, tuple[Place, Place]], int]:
    """Return the fields of the lines from a place on that are indented deeper, by their names; and where they end."""
    found: dict[str, tuple[Place, Place]] = {}
    while len(found) < _MOST and (field := _FIELD.match(source, at)):
        label = field["label"].lower()
        if len(field["lead"]) <= indent or label in found or _LISTS.search(field["value"]):
            break
        found[label] = field.span("label"), field.span("value")
        at = field.end()
    return found, at
