"""Numbers of other places and of later times: under a bar behind a derivative, under a title, said behind an equation."""

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
    ("seed", "w1", True, _under("After one step:", "After the update:", "After 1 epoch:", "After epoch 1:", "After the first epoch:", "After one training step:", said="w = 4.94")),
    ("seed", "w1", True, ["w = 4.94 after the update", "w = 4.94 after one step", "After one step: w = 4.94", "w = 4.94 nach dem Update"]),
    ("seed", "q", True, [*_under("After the forward pass:", "After the multiplication:"), "q = 10 after the forward pass", "q = 10, after the update w = 4.94", "After training:\nw = 4.94\n\nThe forward pass gives\nq = 10"]),
    ("seed", "df/dw", True, [*_under("After backpropagation:", said="df/dw = 6"), "df/dw = 6 after backpropagation", "df/dw = 6. After the update w = 4.94"]),
]  # fmt: skip
