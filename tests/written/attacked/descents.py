"""Where descent comes to, labels behind numbers, arrows and rows of steps, that say no right answer."""

# exercise, key, whether the answer is to be accepted, answers
DESCENDED: list[tuple[str, str, bool, list[str]]] = [
    (
        "square",
        "w1",
        False,  # what descent comes to is no first step
        ["w1 = 1.4\n\nw = 0.5 + 0.5 = 1", "w = 1", "w_new = 1. It converges to w = 1."],
    ),
    (
        "seed",
        "df/dw",
        False,
        ["df/dw = 7  q: 10", "df/dw = 6 * q: 10", "dq/dw = 6  df/dw: 2", "not df/dw = 6  q: 10"],
    ),
    (
        "seed",
        "w1",
        False,
        ["df/dw = 6 → w ← 4.95", "w = 5 → w1 ← 6", "| w | new w |\n|---|---|\n| 5 | 4.95 |\n| 4.95 | 4.94 |"],
    ),
    ("seed", "q", False, ["*q* = 11", "*q* is *not* 10", "~~*q* = 10~~", "*q* = 10 is *wrong*", "*r* = 10"]),
]
