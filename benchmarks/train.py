"""How fast and how good is training, against the notebook's loop and the peers?

Measured on 2 cores of an AMD EPYC (Zen 4: AVX-512 with bfloat16), PyTorch 2.13, five seeds, 2026-11-24:
    fast      98.50 % of 10,000 unseen images after 1.06 s of training, 13 times as fast as the notebook's loop (13.9 s)
              and 3.1 times as fast as the fastest peer (Keras on JAX, 97.62 %)
    best      99.25 % after 25.7 s (36 epochs since 2026-11-25; the loop took 13.4 s beside it)
    notebook  91.77 % after 0.21 s, 6.2 times as fast as the notebook's loop on the same 6,000 images (91.46 %)
    cold      from `python` to the printed accuracy 1.8 s, 41 % of the notebook's 4.4 s

    python benchmarks/train.py                                                  # everything, five seeds
    python benchmarks/train.py --only loop fast --seeds 1 --data ../shared/mnist

Every network is 784-500-10. The notebook's loop and the peers train for 3 epochs in batches of 100 with Adam at 0.001.
Each measurement has a process of its own with the same number of threads, and seed by seed every row has its turn, so
that a machine that grows warm or busy does so for all. The clock runs outside the call that trains. `_rows.py` holds
how each row is set up: peers get their data ready-made and their fast settings, and a tiny training before the clock
starts takes imports and compilation upon itself. Peers that are not installed are left out.

"Times as fast" compares with the notebook's loop on the same images. "Of limit" is the useful work over what a bare
matrix product of the same precision does in the same time. Useful are the products of the network, forward and
backward, at the size at which it saw the images (Gradbook trims and halves them); distorting the images is not.
"""

import argparse
import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import torch
from rich.console import Console

from _cold import run_cold, write_scripts
from _results import Results, cold_table, target_lines, training_table
from _rows import LIMITS, ROWS, Measurement
from gradbook.core.errors import GradbookError
from gradbook.core.files import write_text
from gradbook.digits import Digits, load, preset
from gradbook.digits.datasets import idx
from gradbook.digits.training.recipe import FULL_SIZE

COLD = "cold"
FAILED = "failed; its own message stands above"


def main() -> int:
    """Measure, print both tables, and say which targets are reached."""
    options = _options()
    try:
        data = load(options.data)
    except GradbookError as error:
        print(error, file=sys.stderr)
        return 2
    _set_environment(options.threads)
    results = Results(_machine(options.threads, options.seeds), data.describe())
    wanted = options.only or [*ROWS, COLD]
    for name in ROWS:
        if name in wanted and (missing := ROWS[name].missing()):
            results.left_out[name] = f"{', '.join(missing)} not installed"
    rows = [name for name in ROWS if name in wanted and name not in results.left_out]
    with tempfile.TemporaryDirectory(prefix="gradbook-train-") as scratch:
        folder = Path(scratch)
        _write_for_torchvision(data, folder)
        if rows:
            _measure_rows(results, rows, folder, options.threads, options.seeds)
        if COLD in wanted:
            _measure_cold(results, folder, preset("notebook", data).train_count(data), options.seeds)
    if options.json:
        write_text(options.json, json.dumps(asdict(results), indent=1) + "\n")
    _report(results, full_size=len(data.train_images) == FULL_SIZE)
    return 1 if FAILED in results.left_out.values() else 0


def _measure_rows(results: Results, rows: list[str], folder: Path, threads: int, seeds: int) -> None:
    for seed in range(seeds):
        for precision, rate in _in_own_process(LIMITS, folder, seed, threads).items():
            results.limits[precision] = max(rate, results.limits.get(precision, 0.0))
        for number, name in enumerate(rows, 1):
            if name in results.left_out:
                continue
            try:
                run = Measurement(**_in_own_process(name, folder, seed, threads))
            except subprocess.CalledProcessError:  # one broken peer should not cost the other rows their measurements
                results.left_out[name] = FAILED
                continue
            results.runs.append(run)
            _say(f"seed {seed + 1}/{seeds}, row {number}/{len(rows)}: {name} {run.seconds:.2f} s, {run.accuracy:.2%}")


def _in_own_process(row: str, folder: Path, seed: int, threads: int) -> dict[str, Any]:
    command = [sys.executable, str(Path(__file__).with_name("_rows.py")), row, str(folder), str(seed), str(threads)]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def _measure_cold(results: Results, folder: Path, count: int, times: int) -> None:
    scripts = write_scripts(folder, count)
    for turn in range(times):
        for name, script in scripts.items():
            try:
                run = run_cold(name, script)
            except subprocess.CalledProcessError:
                results.left_out[COLD] = FAILED
                return
            results.cold.append(run)
            _say(f"cold {turn + 1}/{times}: {name} {run.seconds:.2f} s, {run.printed}")


def _set_environment(threads: int) -> None:
    """Give all processes started from here the same processors, threads and way of waiting, and no GPU."""
    os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), str(threads))
    os.environ |= {"CUDA_VISIBLE_DEVICES": "", "JAX_PLATFORMS": "cpu"}
    # JAX has no setting for its threads: it makes one for each processor that it may use.
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def _write_for_torchvision(data: Digits, folder: Path) -> None:
    """Write the data as raw files in the layout that torchvision, and so the notebook, reads."""
    raw = folder / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for split, name in (("train", "train"), ("test", "t10k")):
        idx.write(raw / f"{name}-images-idx3-ubyte", getattr(data, f"{split}_images").numpy())
        idx.write(raw / f"{name}-labels-idx1-ubyte", getattr(data, f"{split}_labels").byte().numpy())


def _report(results: Results, full_size: bool) -> None:
    console = Console(width=max(140, Console().width), highlight=False)
    console.print(", ".join(f"{name} {value}" for name, value in results.machine.items()))
    console.print(f"Data: {results.data}")
    if results.runs:
        limits = ", ".join(f"{rate / 1e9:,.0f} GFLOP/s in {precision}" for precision, rate in results.limits.items())
        console.print(f"Matrix products: {limits}\n\nTraining", training_table(results), sep="\n")
    if results.cold:
        console.print("Whole process, from starting Python to the printed accuracy", cold_table(results), sep="\n")
    for name, reason in results.left_out.items():
        console.print(f"Left out: {name} ({reason})")
    console.print("\nTargets")
    if not full_size:
        console.print("They were set for the 60,000 images of MNIST; with other data the figures say little.")
    for line in target_lines(results):
        console.print(line)


def _machine(threads: int, seeds: int) -> dict[str, str]:
    versions = {}
    for package in ("torch", "torchvision", "numpy", "scikit-learn", "keras", "jax", "skorch", "lightning"):
        with contextlib.suppress(PackageNotFoundError):
            versions[package] = version(package)
    return {
        "processor": _processor(),
        "threads": str(threads),
        "seeds": str(seeds),
        "Python": platform.python_version(),
        **versions,
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", default="auto", help="as in gradbook: auto, mnist, sample, or a folder (auto)")
    parser.add_argument("--seeds", type=int, default=5, help="runs of each row and of each cold process (5)")
    parser.add_argument("--only", nargs="+", choices=[*ROWS, COLD], metavar="ROW", help=f"{', '.join(ROWS)}, {COLD}")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads(), help="for every row (PyTorch's choice)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement there")
    options = parser.parse_args()
    if options.seeds < 1 or options.threads < 1:
        parser.error("--seeds and --threads must be at least 1")
    return options


if __name__ == "__main__":
    sys.exit(main())
