"""Numbers of other places, later times, other inputs and single paths, in lines, under bars and in tables."""

# ruff: noqa: E501


def _barred(*points: str) -> list[str]:
    return [rf"$\left.\frac{{\partial f}}{{\partial w}}\right|_{{{point}}} = 6$" for point in points]


def _under(*titles: str, said: str = "q = 10") -> list[str]:
    return [f"{title}\n{said}" for title in titles]


_ROUNDS = [
    "After 10 epochs:", "10 epochs later:", "After training for 100 epochs:", "Ten epochs later:", "Nach 10 Epochen:",
    "10 Epochen später:", "Après 10 époques :", "Después de 10 épocas:", "Depois de 10 épocas:", "Dopo 10 epoche:",
    "Na 10 epochs:", "Po 10 epokach:", "После 10 эпох:", "10 epoktan sonra:", "Setelah 10 epoch:", "Sau 10 epoch:",
    "10轮之后：", "10 エポック後：", "10 에포크 후:", "After 5 iterations:", "After 3 steps:",
]  # fmt: skip
_TRAINED = [
    "After training:", "### After training", "**After training**", "After convergence:", "At convergence:",
    "At the minimum:", "Nach dem Training:", "Après l'entraînement :", "Después del entrenamiento:",
    "Depois do treinamento:", "Dopo l'addestramento:", "Po treningu:", "После обучения:", "Na het trainen:",
    "Eğitimden sonra:", "训练后：", "学習後：", "학습 후:",
]  # fmt: skip
_BEHIND = [
    "after the update", "after one step", "with the new weights", "nach dem Update", "nach einem Schritt",
    "mit den neuen Gewichten", "après la mise à jour", "avec les nouveaux poids", "después de la actualización",
    "con los nuevos pesos", "depois da atualização", "dopo l'aggiornamento", "na één stap", "po aktualizacji",
    "после обновления",
]  # fmt: skip


def _table(head: list[str], *rows: list[object]) -> str:
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, ["---"] * len(head), *rows))


def _beside(title: str, *numbers: object, given: str = "solution") -> str:
    return _table(["node", given, title], *([name, *pair] for name, *pair in zip("qr", (10, 8), numbers, strict=True)))


_OWN = [
    "me", "mine", "my answer", "own", "yours", "by hand", "submitted", "what I had", "mine (first try)", "second try", "ich",
    "mein Ergebnis", "von Hand", "moi", "ma réponse", "yo", "mi respuesta", "eu", "io", "ik", "ja", "мой ответ", "我", "我的", "自分", "나의 답",
]  # fmt: skip
_OUGHT = [
    "should be", "correct", "correct answer", "sollte sein", "richtig", "devrait être", "debería ser", "deveria ser",
    "dovrebbe essere", "正确答案", "正解", "정답",
]  # fmt: skip
_STEPS = [
    "{} - rate*grad, epoch 7",
    "{} - rate*grad with momentum",
    "{} + rate*grad",
    "{} * 2",
    "{} - 2*rate*grad",
    "{} - 0.1*grad",
    "{} - 0.06",
]

# as the rows of attacks
OTHERWISE: list[tuple[str, str, bool, list[str]]] = [
    (
        "seed", "df/dw", False,
        _barred(
            r"x=\pi", r"x=\sqrt{3}", r"x=\sqrt 3", r"x=\frac12", r"x=\frac{1}{2}", r"x=2+\epsilon", r"x\to 3", "x=e", "t=5", "x=2.5",
            r"\text{epoch } 5", r"\text{sample } 2", r"\text{wrong}", r"\text{Ben}", "z", "(3,5,-2,3)", "(x,w)=(3,5)", "x=2, w=6", "q=11",
            r"\substack{x=2\\w=6}", "x=1+2", r"\theta_1", "n=7", "x=2^2",
        ),
    ),
    (
        "seed", "df/dw", True,
        _barred(
            "x=2", "w=5", "x=2,w=5", r"x=2,\,w=5", "x=2; w=5", "x=2.0", "w=5, x=2, b=-2, z=3", r"x=\frac{4}{2}", r"x=\sqrt{4}", "q=10",
            "(x,w)=(2,5)", r"\substack{x=2\\w=5}", r"x=2 \text{ and } w=5", "w=w_0", "w_0", "x=1+1",
        ),
    ),
    ("seed", "df/dw", False, [r"$\left[\frac{\partial f}{\partial w}\right]_{x = \sqrt 3} = 6$", r"$\frac{\partial f}{\partial w}\bigg\vert_{x=\frac{1}{2}} = 6$"]),
    ("seed", "q", False, [r"$q\big|_{x=\frac32} = 10$", r"$q = (w x)|_{x=3} = 10$", r"$q\big|_{\text{Ben}} = 10$"]),
    ("seed", "q", True, [r"$q\big|_{x=2,w=5} = 10$", r"$q = (w x)|_{x=2} = 10$"]),
    ("paths", "df/dx", False, [r"$\frac{\partial f}{\partial x}\Big|_{\text{path } u} = 21$"]),
    ("fan-out", "df/dx", False, [r"$\frac{\partial f}{\partial x}\Big|_{\text{path } p} = -3$", r"$\frac{\partial f}{\partial x}\Big|_{p} = -3$"]),
    ("seed", "q", False, _under(*_ROUNDS, *_TRAINED)),
    ("seed", "df/dw", False, _under(*_ROUNDS, *_TRAINED, said="df/dw = 6")),
    ("seed", "w1", False, _under(*_ROUNDS, "At convergence:", said="w = 4.94")),
    ("seed", "q", False, [f"q = 10 {behind}" for behind in _BEHIND]),
    ("seed", "df/dw", False, [f"df/dw = 6 {behind}" for behind in _BEHIND]),
    ("seed", "q", False, ["q = 10 (after the update)", "q = 10 (new weights)", "q = 10 using the updated weights", "q = 10 (nach dem Update)", "Final state (after training)\nq = 10", "Once trained, q = 10", "With the trained weights q = 10", "Mit den trainierten Gewichten ist q = 10", "x ← 3\nq = 10"]),
    ("seed", "q", True, ["We use q = 10 in the next step", "q = 10 (forward pass)", "x ← 2\nq = 10"]),
    ("seed", "w1", True, _under("After one step:", "After the update:", "After 1 epoch:", "After epoch 1:", "After the first epoch:", "After one training step:", said="w = 4.94")),
    ("seed", "w1", True, ["w = 4.94 after the update", "w = 4.94 after one step", "After one step: w = 4.94", "w = 4.94 nach dem Update"]),
    ("seed", "q", True, [*_under("After the forward pass:", "After the multiplication:"), "q = 10 after the forward pass", "q = 10, after the update w = 4.94", "After training:\nw = 4.94\n\nThe forward pass gives\nq = 10"]),
    ("seed", "df/dw", True, [*_under("After backpropagation:", said="df/dw = 6"), "df/dw = 6 after backpropagation", "df/dw = 6. After the update w = 4.94"]),
    (
        "seed", "q", False,
        [
            "x = 3/2: q = 10", r"$x = \frac{3}{2}: q = 10$", "x = 2 + 1: q = 10", "$x = 2^2$: q = 10", "x = π/2: q = 10", r"At $x = \sqrt{2}$: q = 10",
            "Given x = π/2, q = 10", "x ➔ 3: q = 10", "x ↦ 3, q = 10", "x ← 3, q = 10", r"$x \leftarrow 3$: q = 10", "x: 3\nq: 10", "- x: 3\n- q: 10",
            "Inputs: x 3, w 5\nq = 10", "Eingaben: x 3, w 5\nq = 10", "Entrées : x 3, w 5\nq = 10", "Entradas: x 3, w 5\nq = 10", "**x = 3**\n\n$$q = 10$$",
            "(x, w, b, z) = (2, 6, -2, 3): q = 10", "Now let x be three. q = 10", "Now x is doubled. q = 10", "With all inputs negated q = 10",
            "If we swap the inputs, q = 10", "Wenn wir die Eingaben vertauschen, ist q = 10", r"$$q = 10 \iff x = 3$$",
            r"$$q = \begin{cases} 10 & x = 3 \\ 12 & x = 2\end{cases}$$", "```python\nx = 4\nq = 10\n```",
            _table(["x", "w", "q"], ["1/2", 5, 10]), _table(["x=3", "value"], ["q", 10]), _table(["node", "value", "x"], ["q", 10, 3]),
        ],
    ),
    (
        "seed", "q", True,
        [
            "x = 4/2: q = 10", "x = 1 + 1: q = 10", r"At $x = \sqrt{4}$: q = 10", "x: 2\nq: 10", "- x: 2\n- q: 10", "Inputs: x 2, w 5, b -2, z 3\nq = 10",
            "**x = 2**\n\n$$q = 10$$", "(x, w, b, z) = (2, 5, -2, 3): q = 10", "Now let x be two. q = 10", "x ← 2, q = 10", "w ← 4.94, q = 10",
            "```python\nx = 2\nq = 10\n```", r"$$\begin{cases} q &= 10 \\ r &= 8\end{cases}$$", _table(["x", "w", "q"], ["4/2", 5, 10]),
            _table(["x=2", "value"], ["q", 10]), _table(["node", "value", "x"], ["q", 10, 2]),
        ],
    ),
    ("seed", "df/dw", True, ["The multiply gate swaps the inputs: df/dw = z x = 6", "q: 10\nx: 2\n\nGradients\n\nx: 15\nw: 6"]),
    ("seed", "q", False, [_beside(own, 11, 9) for own in _OWN] + [_beside(own, "", "") for own in ("mine", "ich", "moi", "我的")]),
    ("seed", "q", False, [_beside("mine", "wrong sign: -10", "?"), _beside("me", "blank", "blank")]),
    ("seed", "q", True, [_beside(own, 10, 8) for own in _OWN] + [_beside("solution", 10, 8, given=own) for own in ("mine", "my value", "mein Wert", "我的")]),
    ("seed", "q", False, [_beside(ought, 11, 9, given="value") for ought in (*_OUGHT, "Ben", "attempt 2", "PyTorch")]),
    ("seed", "q", True, [_beside(title, 10, 8, given="value") for title in ("should be", "richtig", "正确答案", "正解", "정답")] + [_beside(title, 3, 3, given="value") for title in ("gradient", "grad")]),
    (
        "seed", "q", True,
        [
            _table(["Gate", "Input 1", "Input 2", "Output"], ["q = w*x", 5, 2, 10], ["r = q + b", 10, -2, 8]),
            *(_table(["node", "value", title, "grad"], ["q", 10, 2, 3], ["r", 8, 1, 3]) for title in ("depth", "fan-out", "order", "weight", "local")),
        ],
    ),
    ("seed", "df/dw", False, [_table(["", "autograd", "by hand"], ["df/dw", 6, 12]), *(_table(["quantity", "result", of], ["df/dw", 6, 5]) for of in ("Sample", "Epoch", "Epoche", "x"))]),
    ("seed", "df/dw", True, [_table(["", "autograd", "by hand"], ["df/dw", 6, 6]), *(_table(["quantity", "result", of], ["df/dw", 6, 1]) for of in ("Sample", "Epoch", "Epoche"))]),
    ("seed", "df/dw", True, [_table(["quantity", "result", "x"], ["df/dw", 6, 2])]),
    ("seed", "q", False, [_table(["Ben", "q", 10], ["Ben", "r", 8], ["Ben", "f", 24]), *(_table([who, "quantity", "value"], [name, "q", 10], [name, "r", 8]) for who, name in (("Student", "Ben"), ("Kind", "error"), ("Network", "second network")))]),
    ("seed", "q", False, [_table([who, "q", "r"], [name, 10, 8]) for who, name in (("Student", "Ben"), ("Schüler", "Max"), ("", "Ben"), ("学生", "小明"))]),
    ("seed", "q", True, [_table(["Phase", "Quantity", "Result"], ["Forward", "q", 10], ["Forward", "r", 8]), _table(["pass", "q", "r"], ["forward", 10, 8])]),
    ("seed", "w1", False, [_table(["", f"new ({step.format('old')})"], ["w", 4.94], ["b", -2.03]) for step in (*_STEPS, "step 2 - rate*grad", "target - rate*grad")]),
    ("seed", "w1", True, [_table(["", f"new ({step.format(old)})"], ["w", 4.94], ["b", -2.03]) for step in ("{} - rate*grad", "{} - 0.01*grad", "{} − η·∂f/∂w", "{} - step") for old in ("old", "alt", "w")]),
    ("seed", "w1", False, [_table(["Learning rate", "new w"], [0.5, 4.94]), _table(["Learning rate (η)", "w"], [0.5, 4.94])]),
    ("seed", "w1", True, [_table(["Learning rate", "new w"], [0.01, 4.94])]),
    (
        "fan-out", "df/dx", False,
        [
            "df/dx = -3 (via p)", "df/dx (first path) = -3", "df/dx (upper branch) = -3", "df/dx (direct) = -3", "df/dx (one part) = -3", "df/dx (term 1) = -3",
            "df/dx (contribution of p) = -3", "df/dx (one path only) = -3", "df/dx = -3 (direct)", "df/dx = -3 über p", "df/dx = -3 (par le chemin p)",
            "df/dx = -3 (Weg 1)", "df/dx = -3, through p", "Along path 1: df/dx = -3", "Via p: df/dx = -3", "Path 1:\ndf/dx = -3", "The contribution via p is df/dx = -3",
            "df/dx (erster Pfad) = -3", "df/dx (premier chemin) = -3", "df/dx (primer camino) = -3", "df/dx (contributo di p) = -3", "df/dx (第一条路径) = -3",
            _table(["path", "df/dx"], ["via p", -3]), _table(["path", "df/dx"], ["via p", -3], ["direct", 1]),
        ],
    ),
    (
        "fan-out", "df/dx", True,
        [
            "df/dx = -3 (both paths)", "df/dx (total) = -3", "df/dx = -4 (via p) + 1 (direct) = -3", "df/dx = -3 (through x)", "df/dx = -3 (via p and directly)",
            "df/dx = -3 via the chain rule", _table(["path", "df/dx"], ["via p", -4], ["direct", 1], ["total", -3]),
        ],
    ),
    ("paths", "df/dx", False, ["df/dx = 21 via u", "df/dx = 21 through u only", "df/dx = 21 (path 1)", "df/dx (via u, v) = 90; df/dx = 21", "df/dx (via x) = 90, df/dx = 21", *(f"df/dx = 21 {by} u" for by in ("durch", "por", "par", "attraverso", "через"))]),
    ("paths", "df/dx", False, [_table(["node", "paths from x", "paths from y"], ["x", 1, 0], ["y", 0, 1], ["u", 1, 1], ["f", 21, 16])]),
    ("paths", "df/dx", True, ["df/dx = 21 (via u and v)", "df/dx = 21 through u and v", "df/dx = 21 (via u, v)"]),
    ("seed", "df/dw", True, ["df/dw = 6 (via q)", "df/dw = 6 via q and r", "df/dw = 6 (path 1)"]),
    ("seed", "q", False, ["mean q = 10", "relative q = 10", "q = 10 is the number of samples", "q = 10, the number of samples", "q = 10 (number of samples)", "q = 10 ist die Anzahl der Beispiele", "q = 10 est le nombre d'exemples", "q = 10 es el número de muestras", "q: 10 points lost"]),
    ("seed", "q", True, ["the product q = 10", "The second node q = 10", "q = 10 is the number that we need"]),
]  # fmt: skip
