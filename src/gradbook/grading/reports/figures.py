"""The picture of a class's totals: bars as SVG, in the page's own colours, light and dark."""

import math
from collections.abc import Sequence

from markupsafe import Markup

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 720, 240, 40, 44, 18
_BARS = 10


def histogram(totals: Sequence[float], most: float, provisional: int = 0) -> Markup:
    """Return how many learners have which total.

    Args:
        totals: points, each between 0 and `most`.
        most: what the assignment is worth.
        provisional: how many of the totals wait for a person.

    Returns:
        An SVG element with a text for those who do not see it.
    """
    counts = [0] * _BARS
    for total in totals:
        counts[min(_BARS - 1, max(0, int(_BARS * total / most)))] += 1
    highest = max([*counts, 1])
    step = _nice(highest)
    top = step * math.ceil(highest / step)
    wide = (_WIDTH - _LEFT) / _BARS
    tall = _HEIGHT - _BOTTOM - _TOP

    def y(count: float) -> float:
        return _TOP + tall * (1 - count / top)

    rule = Markup('<line x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}" class="rule"/>')
    side = Markup('<text x="{}" y="{:.1f}" class="side">{}</text>')
    lines = [
        rule.format(_LEFT, _WIDTH, y(count), y(count)) + side.format(_LEFT - 8, y(count) + 4, count)
        for count in range(0, top + 1, step)
    ]
    bars = []
    for number, count in enumerate(counts):
        x = _LEFT + number * wide
        label = Markup('<text x="{:.1f}" y="{:.1f}" class="count">{}</text>').format(x + wide / 2, y(count) - 5, count)
        bars.append(
            Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="3" class="bar"/>').format(
                x + 3, y(count), wide - 6, max(0.0, _HEIGHT - _BOTTOM - y(count))
            )
            + (label if count else Markup(""))
        )
    edges = [
        Markup('<text x="{:.1f}" y="{}" class="edge">{:g}</text>').format(
            _LEFT + number * wide, _HEIGHT - _BOTTOM + 18, round(most * number / _BARS, 3)
        )
        for number in range(_BARS + 1)
    ]
    said = ", ".join(
        f"{count} from {most * number / _BARS:.3g} to {most * (number + 1) / _BARS:.3g}"
        for number, count in enumerate(counts)
        if count
    )
    return Markup(
        '<figure><svg class="histogram" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}'
        '<text x="{}" y="{}" class="edge">points</text></svg>'
        "<figcaption>How many learners have how many points, lateness counted{}.</figcaption></figure>"
    ).format(
        _WIDTH + 16, _HEIGHT, f"Learners by points: {said or 'none'}.", Markup("").join(lines), Markup("").join(bars),
        Markup("").join(edges), _LEFT + (_WIDTH - _LEFT) / 2, _HEIGHT - 6,
        f"; {provisional:,} of them {'is' if provisional == 1 else 'are'} provisional" if provisional else "",
    )  # fmt: skip


def _nice(highest: int) -> int:
    """Return the distance between two lines: 1, 2 or 5 times a power of ten, five lines at most."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= 5 * factor * power:
                return factor * power
        power *= 10
