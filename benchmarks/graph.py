"""How long does it take to build a graph of numbers and go backward, and how does that grow?

Measured on 2 cores of an AMD EPYC, Python 3.11, PyTorch 2.13, medians of runs in turn, 2026-11-25 (a busy machine, so
read the ratios): on the DAG 4.3 to 4.5 times as fast as micrograd at 1,000 operations and 3.6 to 3.8 times at 10,000,
7 to 22 times as fast as torch. A chain of a million takes 0.9 s and 130 MB, two thirds of the time before arguments
were kept in lists of numbers. micrograd fails on every chain (RecursionError).

Rows: Gradbook's `Graph`, micrograd's `Value` (where its recursion survives) and PyTorch's scalars, on two shapes: a
chain (each node from the one before) and a random DAG (each node from two earlier ones, anywhere: its depth grows with
the logarithm of its size, so that recursion survives), of 1,000 to 1,000,000 operations. Each measurement runs in a
process of its own, the three in turn; figures are medians. Memory is what the process grew by.

    python benchmarks/graph.py [--runs 5] [--sizes 1000 10000 100000 1000000] [--json FILE]

Peers: pip install 'gradbook[bench]'.
"""

import argparse
import importlib.util
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

TOOLS = ("gradbook", "micrograd", "torch")
SHAPES = ("chain", "dag")
PICKS: list[tuple[int, int]] = []  # of the DAG, drawn before the clock starts


def start(tool: str, w_value: float) -> tuple[Any, Any, Callable[[Any], None], Callable[[], float]]:
    """Return two inputs, a function that goes backward from a node, and one that reads the first input's gradient."""
    if tool == "gradbook":
        from gradbook.graph import Graph

        graph = Graph()
        x, w = graph.input("x", 1.0), graph.input("w", w_value)
        found: list[float] = []

        def backward(node: Any) -> None:
            found.append(float(graph.grad["x"]))

        return x, w, backward, lambda: found[0]
    if tool == "micrograd":
        from micrograd.engine import Value

        a, b = Value(1.0), Value(w_value)
        return a, b, lambda node: node.backward(), lambda: a.grad
    import torch

    torch.set_num_threads(1)
    p, q = (torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in (1.0, w_value))
    return p, q, lambda node: node.backward(), lambda: float(p.grad)


def build(shape: str, size: int, x: Any, w: Any) -> Any:
    """Build a graph of about `size` operations, and return its last node."""
    if shape == "chain":
        node = x
        for _ in range(size // 2):
            node = node * w + x
        return node
    nodes = [x, w]
    for i, j in PICKS[: size // 3]:
        nodes.append(nodes[i] * w + nodes[j] * w)  # w is about a half here, so the numbers stay in range
    return nodes[-1]


def peak_megabytes() -> float:
    """Return the process's peak memory."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 2**20


def measure(tool: str, shape: str, size: int) -> dict[str, Any]:
    """Measure one tool once, in this process."""
    w_value = 0.999999 if shape == "chain" else 0.5
    if shape == "dag":
        dice = random.Random(1)
        PICKS[:] = [(dice.randrange(k), dice.randrange(k)) for k in range(2, size // 3 + 2)]
    x, w, backward, _ = start(tool, w_value)
    backward(build(shape, 90, x, w))  # warm up
    x, w, backward, gradient = start(tool, w_value)
    before = peak_megabytes()
    begin = time.perf_counter()
    node = build(shape, size, x, w)
    middle = time.perf_counter()
    try:
        backward(node)
    except RecursionError:
        return {"failed": "RecursionError"}
    end = time.perf_counter()
    return {
        "build": middle - begin,
        "backward": end - middle,
        "megabytes": peak_megabytes() - before,
        "gradient": gradient(),
    }


def in_own_process(tool: str, shape: str, size: int) -> dict[str, Any]:
    """Measure one tool once, in a process of its own."""
    command = [sys.executable, __file__, "--measure", tool, shape, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode:
        reason = "out of stack" if done.returncode < 0 else done.stderr.strip().splitlines()[-1][:60]
        return {"failed": reason}
    return dict(json.loads(done.stdout))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="measurements of each row")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--json", help="write raw results to this file")
    parser.add_argument("--measure", nargs=3, metavar=("TOOL", "SHAPE", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        tool, shape, size = options.measure
        print(json.dumps(measure(tool, shape, int(size))))
        return
    tools = [tool for tool in TOOLS if importlib.util.find_spec(tool)]
    rows: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for shape in SHAPES:
        for size in options.sizes:
            for _ in range(options.runs):
                for tool in tools:
                    print(f"{shape} {size:,} {tool}", file=sys.stderr)
                    rows.setdefault((shape, size, tool), []).append(in_own_process(tool, shape, size))
    report(rows)
    for tool in set(TOOLS) - set(tools):
        print(f"\nLeft out: {tool} is not installed.")
    if options.json:
        with open(options.json, "w") as file:  # noqa: PTH123
            json.dump([{"shape": s, "size": n, "tool": t, "runs": r} for (s, n, t), r in rows.items()], file, indent=1)


def report(rows: dict[tuple[str, int, str], list[dict[str, Any]]]) -> None:
    """Print one Markdown table of medians; times are of building and going backward together."""
    print("| shape | operations | tool | seconds | of these backward | µs a node | MB | times Gradbook's |")
    print("|---|---|---|---|---|---|---|---|")
    for (shape, size, tool), runs in rows.items():
        good = [run for run in runs if "failed" not in run]
        if not good:
            print(f"| {shape} | {size:,} | {tool} | {runs[0]['failed']} | | | | |")
            continue
        total = statistics.median(run["build"] + run["backward"] for run in good)
        back = statistics.median(run["backward"] for run in good)
        memory = statistics.median(run["megabytes"] for run in good)
        ours = [run["build"] + run["backward"] for run in rows[shape, size, "gradbook"] if "failed" not in run]
        # Pair by pair, in the order in which they were measured: a drift of the machine cancels out.
        theirs = [run["build"] + run["backward"] for run in good]
        ratio = statistics.median(a / b for a, b in zip(theirs, ours, strict=False))
        print(
            f"| {shape} | {size:,} | {tool} | {total:.4f} | {back:.4f} | {total / size * 1e6:.2f} | {memory:.0f} "
            f"| {ratio:.2f} |"
        )


if __name__ == "__main__":
    main()
