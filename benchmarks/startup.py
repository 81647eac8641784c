"""How long does a command take from Return to its end, where what it has to do takes milliseconds?

Measured on 2 cores that other processes wanted too, Python 3.11, medians of 7 rounds, 2026-12-02, so that only ratios
mean anything: to read an answer of two lines takes two thirds of the time of `import torch` and three times that of
`import sympy`; to refuse a file that is not there an eighth of `import torch`.

Rows: commands of Gradbook and, beside them, Python alone and what two libraries take that a course has anyway,
`python -c 'import sympy'` and `python -c 'import torch'`. Every process is a new one; the rows run in turn, round by
round, and figures are medians. All of them find their modules compiled, as `pip install` leaves them: a first round,
which is not counted, compiles them into a folder of its own. With --uncompiled Gradbook's own are not, as where it is
installed with `pip install -e` and PYTHONDONTWRITEBYTECODE is set. With --before another copy of the sources, such as
`git worktree add` makes, takes its turns too.

    python benchmarks/startup.py [--runs 7] [--before FOLDER] [--uncompiled] [--json FILE]

Peer: pip install sympy (PyTorch brings it).
"""

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parents[1]
ANSWER = "df/dw = zx = 6\ndf/db = z = 3\n"
COMMANDS = {
    "help": "gradbook --help",
    "derive": 'gradbook derive "z*(w*x+b)" x=2 w=5 b=-2 z=3',
    "read": "gradbook read answer.md -e a8:q4",
    "read, no such file": "gradbook read nothing.md -e a8:q4",
    "grade, no such path": "gradbook grade nothing -a a8",
    "check, no such file": "gradbook check nothing.ipynb",
    "start": "gradbook start a8 --folder made",
    "check": "gradbook check blank",
}
REFUSED = {"read, no such file", "grade, no such path", "check, no such file", "check"}  # they end with an error
PEERS = {"Python alone": "pass", "import sympy": "import sympy", "import torch": "import torch"}
OURS, BEFORE, PEER = "now", "before", ""


@dataclass
class Row:
    """One thing that is started.

    Attributes:
        name: of the command, or of the peer.
        whose: `OURS`, `BEFORE` or `PEER`.
        seconds: of each run.
    """

    name: str
    whose: str
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """Median seconds."""
        return statistics.median(self.seconds)


@dataclass(frozen=True)
class Start:
    """How a row is started: its command line, the sources that it finds, and where compiled modules are kept."""

    command: list[str]
    sources: Path | None
    compiled: Path | None

    def surroundings(self) -> dict[str, str]:
        """Return the environment."""
        made = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
        if self.sources is not None:
            made["PYTHONPATH"] = str(self.sources / "src")
        if self.compiled is not None:
            return made | {"PYTHONPYCACHEPREFIX": str(self.compiled)}
        return made | {"PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, folder: Path, *, refused: bool) -> float:
        """Run it once, and return the seconds.

        Raises:
            RuntimeError: it ended as it should not.
        """
        shutil.rmtree(folder / "made", ignore_errors=True)
        begun = time.perf_counter()
        done = subprocess.run(self.command, cwd=folder, env=self.surroundings(), capture_output=True, check=False)
        seconds = time.perf_counter() - begun
        if bool(done.returncode) is not refused:
            raise RuntimeError(f"{' '.join(self.command)} ended with {done.returncode}: {done.stderr.decode()[-300:]}")
        return seconds


def starts(names: list[str], before: Path | None, cache: Path, *, uncompiled: bool) -> Iterator[tuple[Row, Start]]:
    """Yield the rows, and how each is started."""
    for name in names:
        command = [sys.executable, "-m", *_split(COMMANDS[name])]
        yield Row(name, OURS), Start(command, HERE, None if uncompiled else cache)
        if before is not None:
            yield Row(name, BEFORE), Start(command, before, None if uncompiled else cache)
    for name, text in PEERS.items():
        module = text.removeprefix("import ")
        if module == "pass" or importlib.util.find_spec(module):
            yield Row(name, PEER), Start([sys.executable, "-c", text], None, cache)


def _split(command: str) -> list[str]:
    return [part.strip('"') for part in command.split()]


def measure(names: list[str], runs: int, before: Path | None, *, uncompiled: bool) -> list[Row]:
    """Start everything, in turn, round by round."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "answer.md").write_text(ANSWER)
        started = list(starts(names, before, folder / "compiled", uncompiled=uncompiled))
        blank = Start([sys.executable, "-m", *_split("gradbook start a8 --folder blank")], HERE, folder / "compiled")
        blank.run(folder, refused=False)
        for number in range(runs + 1):
            for row, start in started:
                print(f"round {number} of {runs}: {row.name} {row.whose}", file=sys.stderr)
                seconds = start.run(folder, refused=row.name in REFUSED)
                if number:  # the first compiles, and fetches from the disk
                    row.seconds.append(seconds)
    return [row for row, _ in started]


def table(rows: list[Row]) -> Table:
    """Make the one table."""
    made = Table(box=box.MARKDOWN)
    for title in ("Started", "Sources"):
        made.add_column(title, no_wrap=True)
    peers = [row for row in rows if row.whose == PEER][1:]
    titles = ["Seconds", "Min to max", *(f"of {row.name}" for row in peers), "Times now"]
    for title in titles:
        made.add_column(title, justify="right", no_wrap=True)
    now = {row.name: row for row in rows if row.whose == OURS}
    for row in rows:
        mine = now.get(row.name)
        made.add_row(
            row.name,
            row.whose,
            f"{row.median:.2f}",
            f"{min(row.seconds):.2f} to {max(row.seconds):.2f}",
            *(_ratio(row, peer) for peer in peers),
            _ratio(row, mine) if mine and row.whose == BEFORE else "",
        )
    return made


def _ratio(row: Row, other: Row) -> str:
    """Return the median of ratios, round by round: a drift of the machine cancels out."""
    return f"{statistics.median(a / b for a, b in zip(row.seconds, other.seconds, strict=True)):.2f}"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--commands", nargs="+", default=list(COMMANDS), choices=list(COMMANDS), metavar="NAME")
    parser.add_argument("--before", type=Path, help="another copy of the sources, measured too")
    parser.add_argument("--uncompiled", action="store_true", help="Gradbook's modules are compiled at each start")
    parser.add_argument("--json", type=Path, help="write raw results to this file")
    given = parser.parse_args()
    before = given.before.resolve() if given.before else None
    rows = measure(given.commands, given.runs, before, uncompiled=given.uncompiled)
    if given.json:
        given.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))
    Console(width=140).print(table(rows))


if __name__ == "__main__":
    main()
