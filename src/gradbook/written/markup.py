"""Markup: an answer shown back, with each statement underlined and coloured by its verdict."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from gradbook.core.palette import LIGHT
from gradbook.core.text.terminal import plain
from gradbook.written.verdict import Status, Verdict

_COLOURS = {
    Status.RIGHT: (LIGHT.good, 32),
    Status.STEP_UNREAD: (LIGHT.good, 32),
    Status.WRONG_STEP: (LIGHT.bad, 33),
    Status.CARRIED: (LIGHT.accent, 33),
    Status.WRONG: (LIGHT.bad, 31),
    Status.UNREAD: (LIGHT.soft, 36),
    Status.PERSON: (LIGHT.soft, 36),
}  # in HTML, and the number of a terminal's colour


def spans(source: str, verdicts: Iterable[Verdict]) -> Iterator[tuple[str, Verdict | None]]:
    """Yield the pieces of an answer in order, each with the verdict that it led to, or None.

    Where several verdicts are about one place, the first of them counts.
    """
    at = 0
    for verdict in sorted((v for v in verdicts if v.end > v.start), key=lambda v: (v.start, v.end)):
        if verdict.start < at:
            continue
        if verdict.start > at:
            yield source[at : verdict.start], None
        yield source[verdict.start : verdict.end], verdict
        at = verdict.end
    if at < len(source):
        yield source[at:], None


def marked_html(source: str, verdicts: Iterable[Verdict]) -> Markup:
    """Return an answer as HTML that is safe to show: all text is escaped, statements are underlined in their colour.

    Args:
        source: the answer.
        verdicts: what was said of it.
    """
    pieces = []
    for text, verdict in spans(source, verdicts):
        if verdict is None:
            pieces.append(Markup("{}").format(text))
            continue
        colour, _ = _COLOURS.get(verdict.status, (LIGHT.soft, 36))
        pieces.append(
            Markup('<span style="text-decoration: underline 2px {0}; color: {0}" title="{1}: {2}">{3}</span>').format(
                colour, verdict.asked, verdict.status, text
            )
        )
    return Markup('<pre style="white-space: pre-wrap">{}</pre>').format(Markup("").join(pieces))


def marked_text(source: str, verdicts: Iterable[Verdict], *, colour: bool = True) -> str:
    """Return an answer for a terminal, statements underlined and coloured; control characters are taken out.

    Args:
        source: the answer.
        verdicts: what was said of it.
        colour: write escape sequences; otherwise each statement is followed by its sign in brackets.
    """
    pieces = []
    for text, verdict in spans(source, verdicts):
        shown = plain(text, lines=True)
        if verdict is None:
            pieces.append(shown)
        elif colour:
            pieces.append(f"\x1b[4;{_COLOURS.get(verdict.status, (LIGHT.soft, 36))[1]}m{shown}\x1b[0m")
        else:
            pieces.append(f"{shown} [{verdict.mark}]")
    return "".join(pieces)
