"""Written answers, read and judged.

>>> from gradbook.graph import Graph
>>> from gradbook.written import Exercise, judge, read
>>> exercise = Exercise.from_graph(Graph("q = w*x; f = q + b", w=5, x=2, b=-2), ask=["q", "df/dw"])
>>> [str(verdict.status) for verdict in judge(read("$q = wx = 10$ and df/dw = x = 2", exercise), exercise)]
['right', 'right']
"""

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
