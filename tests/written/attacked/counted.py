"""Labels that only count, people whose names are words, forms of answers, what was so, and operations with nothing."""

# exercise, key, whether the answer is to be accepted, answers
COUNTED: list[tuple[str, str, bool, list[str]]] = [
    (
        "seed",
        "q",
        False,
        [
            "Ben says q = 10", "Ben got q = 10", "Ben: q = 10", "q = 10 — Ben", 'Ben: "q = 10"', '"q = 10", Ben said',
            "Tom says q = 10", "Mark says q = 10", "Rose found q = 10", "Max: \"q = 10\"", "Grace got q = 10",
            "Tim sagt q = 10", "Lea meint: q = 10", "Luc dit que q = 10", "Mia dice que q = 10", "Sue's result: q = 10",
            "observation 2: q = 10", "observation 2:\n\nq = 10", "Sample B: q = 10", "Sample B:\n\nq = 10",
            "Beobachtung 2: q = 10", "$x^{(2)}$:\n\n$$q = 10$$", "x^(2): q = 10", "i = 2: q = 10", "i = 2:\n\nq = 10",
            "t = 7:\n\nq = 10", "k = 3:\n\n- q = 10\n- r = 8", "n=2:\n\n$$q = 10$$", "pattern 2: q = 10",
            "Format: q = 10", "format: `q = 10`", "Answer format: q = 10", "Write it like this: q = 10",
            "Schreibe so: q = 10", "Notation: q = 10", "Formato: q = 10", "Формат: q = 10",
            "| node | epoch 5 |\n|---|---|\n| q | 10 |", "| node | iteration 3 |\n|---|---|\n| q | 10 |",
            "The mistake is that q = 10", "Der Fehler ist, dass q = 10", "L'erreur est que q = 10",
            "El error es que q = 10", "O erro é que q = 10", "L'errore è che q = 10", "Błąd polega na tym, że q = 10",
            "Ошибка в том, что q = 10",
        ],
    ),
    (
        "seed",
        "q",
        True,
        [
            "i = 1: q = 10", "Sample A: q = 10", "observation 1: q = 10", "t = 0:\n\nq = 10", "x^(1): q = 10",
            "The error tells us that q = 10", "This means that q = 10", "q was 10", "Max is not needed: q = 10",
            "Dan heeft q de waarde 10", "We write q = 10", "Will be used later: q = 10",
        ],
    ),
    (
        "seed",
        "df/dw",
        False,
        [
            "df/dw = 6 times something", "df/dw = 6 times", "df/dw = 6 mal etwas", "df/dw = 6 divided by the batch",
            "df/dw = 6 plus the rest", "df/dw = 6 veces algo", "df/dw = 6 volte qualcosa", "df/dw = 6 keer iets",
            "df/dw = 6 razy coś", "df/dw = 6 multiplied by the rate", "minus df/dw is 6",
        ],
    ),
    (
        "seed",
        "w1",
        False,
        [
            "w was 4.94", "w war 4,94", "w waren 4.94", "w était 4,94", "w era 4,94", "w było 4.94", "w は 4.94 だった",
            "w는 4.94였다", "w had been 4.94",
        ],
    ),
    ("seed", "w1", True, ["The new w is 4.94", "w is 4.94"]),
    (
        "seed",
        "f",
        False,
        [
            "the square of the output f is 24", "das Quadrat von f = 24", "le carré de f = 24", "el cuadrado de f = 24",
            "the absolute value of f = 24", "minus f is 24", "der Betrag von f ist 24", "the reciprocal of f is 24",
        ],
    ),
    (
        "seed",
        "q",
        False,
        [
            "t = 7:\n\n| node | value |\n|---|---|\n| q | 10 |", "value (sample 2): q = 10",
            "```python\nq = None  # 10\n```", "```python\nq = ...  # 10\n```", "After training, q = 10",
            "q = 10 after training", "Nach dem Training ist q = 10", "训练后 q = 10",
        ],
    ),
    (
        "seed",
        "df/dw",
        False,
        [
            "gradient (sample 2): df/dw = 6", "df/dw = 6 up to a factor", "df/dw = 6 bis auf einen Faktor",
            "| node | d/dw |\n|---|---|\n| q | 6 |", "| node | d/dw | d/dx |\n|---|---|---|\n| q | 6 | 15 |",
        ],
    ),
    (
        "seed",
        "df/dw",
        True,
        [
            "| node | d/dw |\n|---|---|\n| f | 6 |", "| | d/dw | d/dx |\n|---|---|---|\n| f | 6 | 15 |",
            "| | df/dw |\n|---|---|\n| value | 6 |", "After this training step, df/dw = 6",
        ],
    ),
    (
        "seed",
        "q",
        False,
        [
            f"{caption}\n\n| node | value |\n|---|---|\n| q | 10 |"
            for caption in ("Values (epoch 3)", "Values of sample B", "Values after 3 steps", "With momentum")
        ],
    ),
]  # fmt: skip
