"""What comes back from hand-ins that mean no harm, whatever happens to them."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from gradbook.assignment.running.exports import Exports
from gradbook.assignment.running.runner import Cell, Job, Limits, Outcome
from gradbook.grading.sandbox import MODES, SandboxError, SandboxRunner, best_runner, choice
from gradbook.grading.sandbox.protection import protection
from gradbook.grading.sandbox.selftest import prove

LIMITS = replace(Limits(), cell=1.0, wall=20.0, memory=400 << 20, scratch=16 << 20, files=200)
PROBE = {
    "name": "p",
    "call": "f",
    "arrays": "torch",
    "attributes": [],
    "cases": [{"sizes": {}, "built_with": None, "inputs": [[1.0, 2.0]]}],
}


@pytest.fixture(scope="module", params=MODES)
def runner(request: pytest.FixtureRequest) -> Iterator[SandboxRunner]:
    try:
        made = SandboxRunner(request.param)
    except SandboxError as error:
        pytest.skip(str(error))
    yield made
    made.close()


def job(*cells: str, names: tuple[str, ...] = ("y", "z"), probes: tuple[dict[str, object], ...] = ()) -> Job:
    return Job(
        tuple(Cell(2 * place, "q", source) for place, source in enumerate(cells)),
        {"names": list(names), "probes": list(probes)},
    )


def statuses(outcome: Outcome) -> list[str]:
    return [run.status for run in outcome.exports.cells]


def test_values_arrays_text_pictures_and_errors_come_back(runner: SandboxRunner) -> None:
    outcome = runner.run(
        job(
            "import torch, matplotlib.pyplot as plt\ny = 784\nz = torch.ones(3)\nprint('hello')\nz",
            "plt.plot([1, 2])\nplt.show()",
            "1/0",
            "",
            "def f(x):\n    return x.sum()",
            probes=(PROBE,),
        )
    )
    assert outcome.trouble == ""
    assert outcome.exports.values == {"y": 784}
    assert outcome.exports.arrays["z"].tolist() == [1, 1, 1]
    assert outcome.exports.cases("p")[0].output == 3
    first, second, third, fourth, _ = outcome.exports.cells
    assert first.text == "hello\ntensor([1., 1., 1.])\n"
    assert second.pictures[0].startswith(b"\x89PNG")
    assert (third.status, third.error) == ("error", "ZeroDivisionError: division by zero")
    assert (fourth.status, fourth.index, fourth.question) == ("empty", 6, "q")


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("while True: pass", "timeout"),
        ("import os\nos._exit(0)", "died"),
        ("import os\nos.close(3)", "died"),
        ("import ctypes\nctypes.string_at(0)", "died"),
        ("bytearray(10 << 30)", "error"),
        ("raise SystemExit", "error"),
        ("def f(:", "error"),
    ],
)
def test_a_cell_that_fails_is_named_and_the_rest_counts(runner: SandboxRunner, cell: str, status: str) -> None:
    outcome = runner.run(job("y = 1", cell, "z = 2"), LIMITS)
    assert statuses(outcome) == ["ok", status, "ok"]
    assert outcome.exports.values == {"y": 1, "z": 2}


def test_a_call_that_ends_the_process_costs_itself_only(runner: SandboxRunner) -> None:
    deadly = "def f(x):\n    import os\n    os._exit(1)"
    outcome = runner.run(job("y = z = 1", deadly, probes=(PROBE,)), LIMITS)
    assert outcome.exports.values == {"y": 1, "z": 1}
    assert outcome.exports.problems == {"p": "it ended the process"}


def test_what_came_before_counts_when_too_many_cells_die(runner: SandboxRunner) -> None:
    outcome = runner.run(job("y = 1", *["import os\nos._exit(1)"] * 6, "z = 1"), LIMITS)
    assert outcome.exports.values == {"y": 1}
    assert statuses(outcome)[:2] == ["ok", "died"]


def test_when_the_time_is_over_what_there_is_counts(runner: SandboxRunner) -> None:
    outcome = runner.run(job("y = 1", *["import time\ntime.sleep(0.5)"] * 4, "z = 1"), replace(LIMITS, wall=1.0))
    assert outcome.exports.values == {"y": 1}
    assert statuses(outcome)[-1] == "skipped"
    assert outcome.trouble == "it took 1 s, all that it may"


def test_shell_lines_are_skipped_with_a_word_and_loaders_load_in_the_process(runner: SandboxRunner) -> None:
    loader = "import torch\nfrom torch.utils.data import DataLoader\n"
    outcome = runner.run(
        job(
            "!pip install torch\n%pip install torch\nx = !ls\nprint(list(x))",
            "%%bash\nls",
            loader
            + "y = sum(len(batch) for batch in DataLoader(range(10), 4, num_workers=2, persistent_workers=True))",
            "import subprocess\nsubprocess.run(['ls'])",
            "import otter\ngrader = otter.Notebook('a.ipynb')\ngrader.check('q1')\ngrader.export(pdf=False)",
            "import gradbook.notebook\nfrom gradbook.quiz import ask\nask('q1')\nz = 1",
        )
    )
    assert statuses(outcome) == ["ok", "ok", "ok", "error", "ok", "ok"]
    assert outcome.exports.values == {"y": 10, "z": 1}
    assert outcome.exports.cells[0].text.count("[skipped: no other programs run") == 3
    assert outcome.exports.cells[3].error.startswith("PermissionError: no other program")


def test_files_are_there_and_stay_inside(runner: SandboxRunner) -> None:
    asked = replace(
        job("y = open('imgs/q1.txt').read()\nz = __import__('os').path.exists('../up')"),
        files={"imgs/q1.txt": b"p", "../up": b""},
    )
    outcome = runner.run(asked)
    assert outcome.exports.values == {"y": "p", "z": False}


def test_many_run_side_by_side_and_draw_numbers_of_their_own(runner: SandboxRunner) -> None:
    cell = "import random, numpy, torch\ny = [random.random(), numpy.random.rand(), torch.rand(1).item()]"
    outcomes = dict(runner.map((job(cell, names=("y",)) for _ in range(6)), LIMITS, workers=3))
    assert sorted(outcomes) == list(range(6))
    drawn = [tuple(outcome.exports.values["y"]) for outcome in outcomes.values()]
    assert all(len(set(numbers)) == 6 for numbers in zip(*drawn, strict=True))


@pytest.mark.parametrize("mode", ["", *MODES])
def test_what_this_machine_has_is_said_in_words(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(tried: str) -> SimpleNamespace:
        if tried != mode:
            raise SandboxError(f"{tried}: it is not to be had")
        return SimpleNamespace(close=lambda: None)

    monkeypatch.setattr("gradbook.grading.sandbox.protection.open_sandbox", opened)
    found = protection()
    assert found.mode == mode
    assert bool(found.holds) == bool(found.mode)
    assert found.left
    assert found.better or found.mode == MODES[0]


def test_without_a_sandbox_code_is_run_only_if_it_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise SandboxError("ns: a hand-in reads another file")

    monkeypatch.setattr(choice, "open_sandbox", refuse)
    with pytest.raises(SandboxError, match=r"reads another file .*--trust"):
        best_runner()
    assert best_runner(trust=True).isolation.startswith("none")


def test_a_wall_that_lets_something_through_is_a_reason_not_to_use_a_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    class Leaky:
        isolation = "ns"

        def run(self, job: Job, limits: Limits) -> Outcome:
            return Outcome(Exports(values={"fell": ["reads another file"], "needs": []}))

    with pytest.raises(SandboxError, match="ns: a hand-in reads another file"):
        prove(Leaky())  # type: ignore[arg-type]


def test_another_system_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(SandboxError, match=r"this is darwin.*Linux 5\.13.*--trust"):
        best_runner()
    assert protection().mode == ""


def test_the_batch_goes_on_when_the_server_is_ended_from_outside(runner: SandboxRunner) -> None:
    outcomes = runner.map((job(f"y = {place}", names=("y",)) for place in range(4)), LIMITS, workers=1)
    found = [next(outcomes)]
    os.kill(runner.server, signal.SIGKILL)
    found += outcomes
    assert [outcome.exports.values for _, outcome in sorted(found, key=lambda pair: pair[0])] == [
        {"y": place} for place in range(4)
    ]


DRAWS = """
import matplotlib.pyplot as plt, numpy
for _ in range(3):
    plt.imshow(numpy.random.rand(200, 200))
    plt.show()
y = 784
"""


def test_opening_and_judging_others_costs_a_hand_in_no_time(runner: SandboxRunner) -> None:
    def jobs() -> Iterator[Job]:
        yield job(DRAWS)
        time.sleep(1.5)  # longer than a cell may take; its pictures are more than a pipe holds
        yield job("y = 3")

    outcomes = {}
    for place, outcome in runner.map(jobs(), replace(LIMITS, cell=1.2), 2):
        outcomes[place] = outcome
    assert outcomes[0].exports.values == {"y": 784}, outcomes[0].exports.cells[0].error
    assert statuses(outcomes[0]) == ["ok"] and len(outcomes[0].exports.cells[0].pictures) == 3
    assert outcomes[1].exports.values == {"y": 3}


def test_who_opens_what_breaks_leaves_no_process_behind(runner: SandboxRunner) -> None:
    def jobs() -> Iterator[Job]:
        yield job("while True:\n    pass")
        raise ValueError("it broke")

    with pytest.raises(ValueError, match="it broke"):
        list(runner.map(jobs(), LIMITS, 2))
    assert "sandbox-watch" not in {thread.name for thread in threading.enumerate()}
    assert runner.run(job("y = 3"), LIMITS).exports.values == {"y": 3}


def test_a_function_that_draws_and_prints_gives_back_what_it_returns(runner: SandboxRunner) -> None:
    drawing = "    plt.plot([1])\n    plt.show()\n    print(x)\n    return x.sum()"
    outcome = runner.run(job(f"import matplotlib.pyplot as plt\ndef f(x):\n{drawing}", "f", probes=(PROBE,)), LIMITS)
    assert outcome.exports.problems.keys() == {"y", "z"}
    assert outcome.exports.cases("p")[0].output == 3


def test_where_memory_is_short_the_kernel_ends_a_hand_in_first(runner: SandboxRunner) -> None:
    read = "y = int(open('/proc/self/oom_score_adj').read())"
    change = "try:\n    open('/proc/self/oom_score_adj', 'w').write('0')\nexcept OSError:\n    z = 1"
    outcome = runner.run(job(read, change), LIMITS)
    assert outcome.exports.values == {"y": 1000, "z": 1}
    assert int(Path("/proc/self/oom_score_adj").read_text()) < 1000
