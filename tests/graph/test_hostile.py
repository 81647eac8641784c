"""1,500 expressions, valid, damaged and hostile: each is derived or refused with a message, whatever is asked of it."""

import random
import re

import pytest

from gradbook.graph import Graph, GraphError
from gradbook.graph.ops import OPS

FUNCTIONS = [name for name, op in OPS.items() if op.text.startswith(name)]
ELEMENTWISE = [name for name in FUNCTIONS if OPS[name].elementwise]
NAMES = ["x", "y", "w1", "b_2", "α", "θ", "lambda_", "f", "q", "L", "e", "N", "g"]
SPICE = [
    "**", "//", "^", "²", "·", "−", "√", "∂", "'", '"', "#", ";", "\n", "\\", "{", "[", "@", ".T", ":=", "\0",
    "\u200b", "1e999", "0x1F", "1_000", "True", "None", "lambda:", "import os", "__class__", "x.y", "f'{x}'", "...",
    "𝐱", "١", "(" * 40, "-" * 60, "</script>", "\x1b[31m", "if x else", "for x in y", "=", "==", "<", "\ufeff",
]  # fmt: skip


def valid(draw: random.Random, depth: int) -> str:
    kind = draw.random()
    if depth == 0 or kind < 0.2:
        return draw.choice([*NAMES, *NAMES, "0", "1", "2.5", "1e-9", "1e300"])
    if kind < 0.7:
        return f"({valid(draw, depth - 1)} {draw.choice('+-*/')} {valid(draw, depth - 1)})"
    if kind < 0.8:
        return f"({valid(draw, depth - 1)})**{draw.choice(['2', '3', '-1', '0.5', '64', 'x'])}"
    name = draw.choice(ELEMENTWISE if kind < 0.97 else FUNCTIONS)
    return f"{name}({', '.join(valid(draw, depth - 1) for _ in range(OPS[name].arity))})"


def statements(draw: random.Random) -> str:
    lines = [f"{draw.choice(NAMES)}{number} = {valid(draw, 2)}" for number in range(draw.randint(0, 4))]
    return "; ".join([*lines, valid(draw, draw.randint(0, 5))])


def damaged(draw: random.Random) -> str:
    text = list(statements(draw))
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(text) + 1)
        match draw.randrange(3):
            case 0:
                text[place : place + draw.randint(1, 5)] = []
            case 1:
                text[place:place] = draw.choice(SPICE)
            case _:
                text[place : place + 1] = draw.choice("()+-*/=., ;x1²")
    return "".join(text)


def hostile(draw: random.Random) -> str:
    match draw.randrange(6):
        case 0:
            return "".join(draw.choice(SPICE) for _ in range(draw.randint(1, 12)))
        case 1:
            return draw.choice(["-", "+", "(", "x+", "x*", "sin(", "1/", "2**"]) * draw.randint(50, 3000)
        case 2:
            size = draw.choice([3, 5, 8, 13, 70])
            return "; ".join(["a0 = x", *(f"a{n + 1} = a{n} {draw.choice('+*-')} y" for n in range(size))])
        case 3:
            return draw.choice(["+", "*", "@"]).join(["x"] * draw.randint(60, 400))
        case 4:
            return f"{draw.choice(FUNCTIONS)}({', '.join(['x'] * draw.randint(0, 5))})"
    return "".join(
        chr(draw.choice([draw.randrange(32, 127), draw.randrange(0x3000)])) for _ in range(draw.randint(1, 80))
    )


def ask(text: str, draw: random.Random) -> None:
    """Do with a text what `gradbook derive` may be asked to."""
    names = [name for name in dict.fromkeys(re.findall(r"[^\W\d]\w*", text)) if name not in OPS]
    values = {name: draw.choice([0, 1, -1, 2.5, -0.3, 1e-12, 1e200]) for name in names if f"{name} =" not in text}
    graph = Graph(text, **values)
    format = draw.choice(["text", "md", "latex", "json"] + ["html"] * (len(graph) < 8))
    assert graph.solution(lr=draw.choice([0.01, 0, 1e9])).render(format)
    assert graph.draw().startswith("<svg")
    graph.kinks()
    graph.check()


@pytest.mark.parametrize("kind", [statements, damaged, hostile], ids=lambda kind: str(kind.__name__))
def test_every_expression_is_derived_or_refused(kind: object) -> None:
    assert callable(kind)
    derived = 0
    for seed in range(500):
        draw = random.Random(f"{kind.__name__} {seed}")
        text = kind(draw)
        try:
            ask(text, draw)
            derived += 1
        except GraphError as error:
            assert str(error)
        except Exception as error:
            raise AssertionError(f"seed {seed}: {text[:300]!r}") from error
    assert derived >= {"statements": 60, "damaged": 10, "hostile": 10}[kind.__name__]
