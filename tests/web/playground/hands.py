"""The ten digits as pen strokes, in several hands: control points that a smooth pen goes through."""
# ruff: noqa: E501 (a stroke a line)

import math

Stroke = list[list[float]]
_TURN = 2 * math.pi


def _arc(x: float, y: float, rx: float, ry: float, start: float, turn: float, points: int = 14) -> Stroke:
    """Points on an ellipse; `start` and `turn` in turns, clockwise on the page from the right."""
    steps = (start + turn * k / (points - 1) for k in range(points))
    return [[x + rx * math.cos(_TURN * t), y + ry * math.sin(_TURN * t)] for t in steps]


# Each digit in the ways that people write it.
SHAPES: dict[int, list[list[Stroke]]] = {
    0: [
        [_arc(0.5, 0.5, 0.2, 0.33, 0.75, -1.0, 24)],
        [_arc(0.5, 0.5, 0.27, 0.32, 0.8, -1.04, 24)],
    ],
    1: [
        [[[0.5, 0.15], [0.5, 0.5], [0.5, 0.85]]],
        [[[0.36, 0.32], [0.45, 0.25], [0.53, 0.15], [0.53, 0.5], [0.52, 0.85]]],
    ],
    2: [
        [[*_arc(0.49, 0.34, 0.2, 0.18, 0.52, 0.52), [0.6, 0.52], [0.45, 0.66], [0.28, 0.83], [0.5, 0.82], [0.75, 0.82]]],
        [[*_arc(0.48, 0.33, 0.2, 0.19, 0.55, 0.55), [0.55, 0.6], [0.33, 0.8], [0.34, 0.72], [0.5, 0.8], [0.72, 0.83]]],
    ],
    3: [
        [[*_arc(0.47, 0.33, 0.19, 0.17, 0.55, 0.68), *_arc(0.47, 0.67, 0.22, 0.18, 0.75, 0.7)]],
        [[[0.3, 0.18], [0.68, 0.17], [0.48, 0.44], *_arc(0.46, 0.65, 0.23, 0.2, 0.77, 0.66)]],
    ],
    4: [
        [[[0.36, 0.16], [0.3, 0.35], [0.25, 0.55], [0.5, 0.55], [0.77, 0.54]], [[0.62, 0.2], [0.6, 0.5], [0.59, 0.86]]],
        [[[0.3, 0.2], [0.29, 0.38], [0.33, 0.5], [0.5, 0.52], [0.7, 0.47]], [[0.7, 0.18], [0.69, 0.5], [0.66, 0.86]]],
    ],
    5: [
        [[[0.68, 0.17], [0.37, 0.18], [0.34, 0.46], *_arc(0.47, 0.63, 0.22, 0.2, 0.65, 0.78)]],
        [[[0.36, 0.18], [0.34, 0.46], *_arc(0.46, 0.64, 0.21, 0.19, 0.67, 0.76)], [[0.36, 0.18], [0.52, 0.17], [0.7, 0.17]]],
    ],
    6: [
        [[[0.62, 0.15], [0.47, 0.26], [0.36, 0.45], [0.32, 0.64], *_arc(0.49, 0.67, 0.17, 0.17, 0.5, -1.0, 20)]],
        [[[0.56, 0.14], [0.42, 0.35], [0.36, 0.6], *_arc(0.51, 0.69, 0.15, 0.15, 0.5, -1.0, 20)]],
    ],
    7: [
        [[[0.27, 0.19], [0.5, 0.19], [0.73, 0.18], [0.6, 0.45], [0.46, 0.85]]],
        [[[0.29, 0.2], [0.72, 0.19], [0.58, 0.5], [0.48, 0.85]], [[0.42, 0.52], [0.7, 0.5]]],
    ],
    8: [
        [[*_arc(0.5, 0.33, 0.15, 0.16, 0.9, -0.63, 12), [0.52, 0.51], *_arc(0.5, 0.67, 0.18, 0.17, 0.8, 0.95, 20), [0.58, 0.42], [0.64, 0.28]]],
        [[*_arc(0.5, 0.32, 0.16, 0.15, 0.25, 1.0, 20), *_arc(0.5, 0.66, 0.2, 0.18, 0.75, 1.0, 22)]],
    ],
    9: [
        [[*_arc(0.49, 0.34, 0.17, 0.17, 0.97, -1.0, 20), [0.66, 0.4], [0.65, 0.6], [0.6, 0.86]]],
        [[*_arc(0.48, 0.34, 0.16, 0.17, 0.95, -0.97, 20), [0.66, 0.2], [0.64, 0.55], [0.63, 0.86]]],
    ],
}  # fmt: skip


def hand(digit: int, style: int = 0, slant: float = 0.0, size: float = 1.0, right: float = 0.0) -> list[Stroke]:
    """Return a digit's strokes.

    Args:
        digit: 0 to 9.
        style: which way of writing it.
        slant: how far the top leans to the right.
        size: 1 fills the field.
        right: how far it is moved to the right.
    """

    def moved(x: float, y: float) -> list[float]:
        x += slant * (0.5 - y) + right
        return [round(0.5 + size * (x - 0.5), 4), round(0.5 + size * (y - 0.5), 4)]

    return [[moved(x, y) for x, y in _smooth(stroke)] for stroke in SHAPES[digit][style]]


def _smooth(points: Stroke, between: int = 3) -> Stroke:
    """Put points between the control points, as a hand does that cuts no corners (Catmull and Rom's splines)."""
    padded = [points[0], *points, points[-1]]
    result = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for k in range(between):
            t = k / between
            result.append(
                [
                    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t**2 + (3 * q - p - 3 * r + s) * t**3)
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                ]
            )
    return [*result, points[-1]]
