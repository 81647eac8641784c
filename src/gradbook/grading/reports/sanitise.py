"""A learner's text as HTML: typeset, with what was read marked in it. It is cleaned by a library at the end."""

from collections.abc import Collection, Iterable, Iterator

import nh3
from markupsafe import Markup, escape

from gradbook.assignment.notebook.images import picture_name
from gradbook.assignment.notebook.markdown import to_html
from gradbook.grading.gradebook.records import Finding

_LONGEST = 8_000
_MATHML = {
    "math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "ms", "mfrac", "msqrt", "mroot", "mstyle", "merror", "mpadded",
    "mphantom", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
}  # fmt: skip
_TEXT = {
    "p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br",
    "table", "thead", "tbody", "tr", "th", "td", "del", "sub", "sup",
}  # fmt: skip
_ATTRIBUTES = {
    "math": {"display"}, "mo": {"stretchy", "fence", "form"}, "mi": {"mathvariant"}, "mtd": {"columnalign"},
}  # fmt: skip
_CLASSES = {"✓": "right", "✗": "wrong", "~": "half", "?": "open"}


def typeset(markdown: str, shown: Collection[str] = ()) -> Markup:
    """Return a learner's Markdown as HTML: no link, no picture, no style, no script; maths as MathML.

    Args:
        markdown: the learner's.
        shown: names of the pictures that the page shows beside it; of all others it is said that they are missing.
    """
    if len(markdown) > _LONGEST:
        return Markup("<pre>{}</pre>").format(markdown[:_LONGEST])

    def beside(target: str) -> str | None:
        return "data:," if picture_name(target) in shown else None  # the element itself is taken out below

    made = to_html(markdown, beside)
    return Markup(nh3.clean(made, tags=_TEXT | _MATHML, attributes=_ATTRIBUTES))


def marked(answer: str, findings: Iterable[Finding]) -> Markup:
    """Return an answer's source with each statement that was judged marked by what was found of it."""
    return Markup("").join(_spans(answer[: 4 * _LONGEST], findings))


def _spans(answer: str, findings: Iterable[Finding]) -> Iterator[Markup]:
    at = 0
    placed = [one for one in findings if 0 <= one.start < one.end <= len(answer)]
    for finding in sorted(placed, key=lambda one: (one.start, one.end)):
        if finding.start < at:
            continue  # one statement can answer two questions: it is marked once
        yield escape(answer[at : finding.start])
        yield Markup('<mark class="{}" title="{}: {}">{}</mark>').format(
            _CLASSES.get(finding.mark, "open"), finding.name, finding.message, answer[finding.start : finding.end]
        )
        at = finding.end
    yield escape(answer[at:])
