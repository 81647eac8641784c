"""Labels of graphs: what a program calls its nodes, x1w1.label = 'x1*w1', by which its drawing or dump has them.

{ x1*w1 | data -3.0000 | grad 0.7116 }        is of x1w1
"""

import re
from itertools import islice

from gradbook.core.text.patterns import regex

_LABELLED = regex(
    r"\b(?P<name>[A-Za-z_]\w{0,30})(?:\.label[ ]*=[ ]*"
    r"|[ ]*=[^\n;=]{1,80}[(,][ ]*label[ ]*=[ ]*)(?P<quote>['\"])(?P<label>[^'\"\n]{2,40})(?P=quote)"
)
_MOST = 60  # labels of one graph


def by_labels(source: str) -> str:
    """Return a source, as long as it was, with names for the labels that begin the rows of a dump."""
    if "label" not in source:
        return source
    names: dict[str, str] = {}
    for found in islice(_LABELLED.finditer(source), _MOST):
        name, label = found["name"], found["label"]
        if name != label and len(name) <= len(label) and not label.isidentifier():
            names.setdefault(label, name)
    if not names:
        return source
    rows = re.compile(rf"(?<=[{{|])(?P<gap>[ \t]*)(?P<label>{'|'.join(map(re.escape, names))})(?=[ \t]*\|)")
    return rows.sub(lambda row: row["gap"] + names[row["label"]].ljust(len(row["label"])), source)
