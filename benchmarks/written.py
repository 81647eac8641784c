"""How fast and how well are written answers read, against the libraries that read LaTeX?

Measured on 2 cores, Python 3.11, on the first 150 answers (`--limit 150`), in one run each: on 2026-11-30 Gradbook
reads 98 % of the right statements right, accepts none of 137 wrong ones, and takes 7.4 ms for the median answer,
SymPy's LaTeX parser with lark 27 times as long (70 %, 8 of 135 accepted). On 2026-11-25, when the reader knew far less
and took a quarter of that time, math-verify read 53 % right (8 accepted) in 3.3 times as long, and SymPy with antlr 71
% (8) in 7.6 times.

The answers are the project's corpus (`tests/written/answers`). Gradbook reads each as it stands and judges all that is
asked. The peers cannot read an answer, so that they get help: for each asked quantity the statement about it, found and
split at its equals signs by Gradbook, one member at a time, with the names' values put in. For each:

- read right: of the statements that are right, the share in which every member is read with its value;
- false accepts: wrong answers (or right ones by a wrong step) whose last member is taken for right;
- ms: median time per answer.

    python benchmarks/written.py [--limit N] [--json FILE]

Peers: pip install 'gradbook[bench]'.
"""

import argparse
import json
import math
import signal
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.written.corpus import ACCEPTED, samples  # noqa: E402

from gradbook.written import Exercise, Status, judge, read  # noqa: E402 (the corpus lies in tests)

Reader = Callable[[str, dict[str, float]], float]


@dataclass(frozen=True)
class Span:
    """What an answer says of one quantity: the members as they are written, and the truth."""

    members: tuple[str, ...]
    truth: float
    right: bool
    values: dict[str, float]


def sympy_reader(backend: str) -> Reader:
    """Return a reader by SymPy's LaTeX parser. ImportError: what the backend needs is not installed."""
    import sympy
    from sympy.parsing.latex import parse_latex

    parse_latex("1", backend=backend)  # SymPy looks for the backend only when it reads

    def value(member: str, values: dict[str, float]) -> float:
        expression = parse_latex(member, backend=backend)
        return float(expression.subs({sympy.Symbol(name): number for name, number in values.items()}).doit())

    return value


def math_verify_reader() -> Reader:
    """Return a reader by math-verify, which compares rather than evaluates: it tells its value to what it gets."""
    import sympy
    from math_verify import parse

    def value(member: str, values: dict[str, float]) -> float:
        found = parse(f"${member}$", parsing_timeout=None)
        expression = next(item for item in found if not isinstance(item, str))
        return float(expression.subs({sympy.Symbol(name): number for name, number in values.items()}).doit())

    return value


def spans(answer: str, exercise: Exercise, expected: dict[str, str]) -> list[Span]:
    """Return what the peers get of an answer."""
    reading = read(answer, exercise)
    found = []
    for key, verdict in zip(exercise.keys, judge(reading, exercise), strict=True):
        statement = next((s for s in reading if (s.start, s.end) == (verdict.start, verdict.end)), None)
        if statement is not None and key.kind != "formula" and expected[key.text] in ("right", "wrong"):
            members = tuple(answer[m.start : m.end].strip(" $.") for m in statement.members[1:])
            values = dict(exercise.here.value)
            found.append(Span(members, exercise.truth(key), expected[key.text] == "right", values))
    return found


class TooSlowError(Exception):
    """A peer took more than its time for one member."""


def peer(reader: Reader, span: Span) -> tuple[bool, bool]:
    """Return whether every member of a right span is read right, and whether the last member is taken for right."""
    results = []
    for member in span.members:
        signal.setitimer(signal.ITIMER_REAL, 2)
        try:
            results.append(reader(member, span.values))
        except TooSlowError:
            results.append(math.nan)
        except Exception:  # a peer may fail in any way: then it has not read
            results.append(math.nan)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    near = [abs(result - span.truth) <= 2e-3 * abs(span.truth) + 1e-9 for result in results]
    return all(near), bool(near and near[-1])


def main() -> None:
    """Read the corpus with everybody and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--limit", type=int, help="only the first N answers")
    options.add_argument("--json", type=Path, help="write the figures there too")
    args = options.parse_args()

    def too_slow(*_: Any) -> None:
        raise TooSlowError

    signal.signal(signal.SIGALRM, too_slow)
    warnings.simplefilter("ignore")  # SymPy's, about what it makes of our answers
    corpus = [(sample.answer, sample.exercise, sample.expected) for sample in islice(samples(), args.limit)]
    rows = [gradbook_row(corpus)]
    pieces = [spans(*item) for item in corpus]
    peers: dict[str, Callable[[], Reader]] = {
        "math-verify": math_verify_reader,
        "SymPy, antlr": lambda: sympy_reader("antlr"),
        "SymPy, lark": lambda: sympy_reader("lark"),
    }
    for name, make in peers.items():
        try:
            rows.append(peer_row(name, make(), pieces))
        except ImportError as error:
            print(f"{name}: not installed ({error})", file=sys.stderr)
    print(f"{len(corpus)} answers\n")
    print(f"{'':14}{'read right':>12}{'false accepts':>15}{'ms median':>11}{'ms 99 %':>9}{'times':>8}")
    for row in rows:
        times = row["median"] / rows[0]["median"]
        print(
            f"{row['name']:14}{row['read']:>12.1%}{row['accepted']:>8} of {row['wrong']:<4}"
            f"{row['median']:>10.2f}{row['slow']:>9.1f}{times:>8.1f}"
        )
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1))


def gradbook_row(corpus: list[tuple[str, Exercise, dict[str, str]]]) -> dict[str, Any]:
    """Time and count our own reading; the corpus is read once before the clock starts."""
    times, right, read_right, wrong, accepted = [], 0, 0, 0, 0
    for answer, exercise, expected in corpus:
        judge(read(answer, exercise), exercise)
        started = time.perf_counter()
        verdicts = judge(read(answer, exercise), exercise)
        times.append(1000 * (time.perf_counter() - started))
        for verdict in verdicts:
            right += expected[verdict.key] == "right"
            read_right += expected[verdict.key] == "right" and verdict.status is Status.RIGHT
            wrong += expected[verdict.key] == "wrong"
            accepted += expected[verdict.key] == "wrong" and verdict.status in ACCEPTED
    return _row("Gradbook", times, read_right / right, accepted, wrong)


def peer_row(name: str, reader: Reader, pieces: list[list[Span]]) -> dict[str, Any]:
    """Time and count a peer on the spans that it is given."""
    times, right, read_right, wrong, accepted = [], 0, 0, 0, 0
    for place, piece in enumerate(pieces):
        if sys.stderr.isatty():
            print(f"\r{name}: {place + 1} of {len(pieces)}", end="", file=sys.stderr)
        started = time.perf_counter()
        results = [peer(reader, span) for span in piece]
        if piece:
            times.append(1000 * (time.perf_counter() - started))
        for span, (all_right, last_right) in zip(piece, results, strict=True):
            right += span.right
            read_right += span.right and all_right
            wrong += not span.right
            accepted += not span.right and last_right
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return _row(name, times, read_right / max(right, 1), accepted, wrong)


def _row(name: str, times: list[float], read: float, accepted: int, wrong: int) -> dict[str, Any]:
    slow = sorted(times)[int(0.99 * len(times))]
    median = statistics.median(times)
    return {"name": name, "read": read, "accepted": accepted, "wrong": wrong, "median": median, "slow": slow}


if __name__ == "__main__":
    main()
