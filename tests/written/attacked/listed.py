"""Lists, words for the loss, rounded steps, ReLUs left out and programs without a fence: what says no right answer."""

# exercise, key, whether the answer is to be accepted, answers
LISTED: list[tuple[str, str, bool, list[str]]] = [
    (
        "seed",
        "df/dw",
        False,
        [
            "df/dx, df/dw = 6 15",
            "df/dx, df/dw = 15 -6",
            "df/dx, df/dw = 15 6 3",
            "df/dx, df/dw != 15 6",
            "df/dx, df/dw: tensor(6.) tensor(15.)",
            "df/dx, df/dw = 9 6 wrong",
            "w.grad, x.grad = 15 6",
        ],
    ),
    (
        "seed",
        "df/dw",
        True,
        ["df/dx, df/dw = 15 6", "df/dx, df/dw: tensor(15.) tensor(6.)", "x.grad, w.grad = 15.0 6.0"],
    ),
    ("square", "dL/dw", False, ["dL/db, dL/dw = -3 - 9", "dL/db, dL/dw = -3 9", "dL/dw, dL/db = -3 -9"]),
    ("square", "dL/dw", True, ["dL/db, dL/dw = -3 -9", "L, dL/dw: 2.25 -9"]),
    ("power", "f", False, ["loss = 40", "cost = 40"]),  # nothing is compared: who knows what is lost
    ("division", "f", False, ["loss = 1.5"]),
    (
        "ratio",
        "y",
        False,
        ["loss = 1.5", "the cost = 1.5"],
    ),
]
