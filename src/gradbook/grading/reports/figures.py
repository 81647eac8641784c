"""The picture of a class's totals: bars as SVG, in the page's own colours, light and dark."""

import math
from collections.abc import Sequence

from markupsafe import Markup

# The margins hold letters of 22, which a telephone gets (class.css): a line above the tallest bar, and two below.
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 720, 256, 40, 50, 28
_BARS, _LINES = 10, 5  # at most
_ROUND = (1, 2, 5)
_QUARTERS = (1, 2, 2.5, 5)  # what is round for points, which need not be whole


def histogram(totals: Sequence[float], most: float, provisional: int = 0) -> Markup:
    """Return how many learners have which total.

    Args:
        totals: points, each between 0 and `most`.
        most: what the assignment is worth.
        provisional: how many of the totals wait for a person.

    Returns:
        An SVG element with a text for those who do not see it.
    """
    each = _nice(most, _BARS, _QUARTERS)
    many = math.ceil(most / each - 1e-9)
    counts = [0] * many
    for total in totals:
        counts[min(many - 1, max(0, int(total / each + 1e-9)))] += 1
    highest = max([*counts, 1])
    step = int(_nice(max(highest, _LINES), _LINES, _ROUND))
    top = step * math.ceil(highest / step)
    wide = (_WIDTH - _LEFT) / many
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
            _LEFT + number * wide, _HEIGHT - _BOTTOM + 20, each * number
        )
        for number in range(many + 1)
    ]
    said = ", ".join(
        f"{count} from {each * number:g} to {each * (number + 1):g}" for number, count in enumerate(counts) if count
    )
    return Markup(
        '<figure><svg class="histogram" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}<g>{}</g>'
        '<text x="{}" y="{}" class="edge">points</text></svg>'
        "<figcaption>How many learners have how many points, lateness counted{}.</figcaption></figure>"
    ).format(
        _WIDTH + 16, _HEIGHT, f"Learners by points: {said or 'none'}.", Markup("").join(lines), Markup("").join(bars),
        Markup("").join(edges), _LEFT + (_WIDTH - _LEFT) / 2, _HEIGHT - 6,
        f"; {provisional:,} of them {'is' if provisional == 1 else 'are'} provisional" if provisional else "",
    )  # fmt: skip


def _nice(whole: float, parts: int, factors: Sequence[float]) -> float:
    """Return the least distance between two ticks, a factor times a power of ten, that makes so many parts at most.

    Args:
        whole: what is divided, above 0.
        parts: the most parts.
        factors: what is round, from 1 to below 10, in order.
    """
    power = 10.0 ** math.floor(math.log10(whole / parts))
    return next(step for factor in (*factors, 10) if (step := factor * power) * parts >= whole * (1 - 1e-9))
