"""Written answers, read and judged.

>>> from gradbook.graph import Graph
>>> from gradbook.written import Exercise, judge, read
>>> exercise = Exercise.from_graph(Graph("q = w*x; f = q + b", w=5, x=2, b=-2), ask=["q", "df/dw"])
>>> [str(verdict.status) for verdict in judge(read("$q = wx = 10$ and df/dw = x = 2", exercise), exercise)]
['right', 'right']
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gradbook.written.exercise import Exercise
    from gradbook.written.judging.explaining.explanation import Explanation, explain
    from gradbook.written.judging.grader import judge
    from gradbook.written.markup import marked_html, marked_text
    from gradbook.written.neighbours.variants import variant, variant_seed
    from gradbook.written.parsing.equations.statements import Statement
    from gradbook.written.reading import Reading, read
    from gradbook.written.verdict import Basis, Diagnosis, Status, Verdict
    from gradbook.written.verdicts import Verdicts

__all__ = [
    "Basis",
    "Diagnosis",
    "Exercise",
    "Explanation",
    "Reading",
    "Statement",
    "Status",
    "Verdict",
    "Verdicts",
    "explain",
    "judge",
    "marked_html",
    "marked_text",
    "read",
    "variant",
    "variant_seed",
]

# Where each name lives. It is fetched when it is asked for: reading and judging are seven hundred modules, and whoever
# makes an assignment, or names a file that is not there, needs none of them.
_HOMES = {
    "exercise": ("Exercise",),
    "judging.explaining.explanation": ("Explanation", "explain"),
    "judging.grader": ("judge",),
    "markup": ("marked_html", "marked_text"),
    "neighbours.variants": ("variant", "variant_seed"),
    "parsing.equations.statements": ("Statement",),
    "reading": ("Reading", "read"),
    "verdict": ("Basis", "Diagnosis", "Status", "Verdict"),
    "verdicts": ("Verdicts",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
