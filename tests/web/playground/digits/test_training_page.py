"""Watching a network learn, without a browser: the process, its commands, and what is play and what is a run."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from gradbook.digits import PRESETS, Digits, train
from gradbook.digits.runs import is_complete, load_run
from gradbook.web.playground.digits import jobs
from gradbook.web.playground.digits.training_process import NEURONS, SHOWN, Job


def events(client: TestClient, **wanted: Any) -> list[dict[str, Any]]:
    """Start a training, and return all that it says."""
    started = client.post("/training/start", json=wanted).json()
    assert "id" in started, started
    with client.stream("GET", f"/training/events/{started['id']}") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        return [json.loads(line.removeprefix("data: ")) for line in stream.iter_lines() if line]


def test_play_is_the_training_of_gradbook_train(client: TestClient, sample: Digits) -> None:
    first, *between, last = events(client, preset="notebook", learning_rate=0.002)
    assert first["kind"] == "start"
    assert len(first["truths"]) == SHOWN
    assert last["kind"] == "end"
    told = dict(pair for event in between for pair in event["losses"])
    trained = train(sample, "notebook", learning_rate=0.002)
    expected = {batch + 1: loss for batch, loss in enumerate(trained.losses) if (batch + 1) % 10 == 0}
    assert told == pytest.approx(expected, abs=1e-4)
    assert between[-1]["done"] == between[-1]["total"] == 120
    assert between[-1]["accuracy"] > between[0]["accuracy"]
    assert len(between[-1]["certainties"]) == SHOWN
    assert last["folder"] is None


def test_the_page_offers_optimizers_and_each_is_a_recipe(client: TestClient, sample: Digits, runs: Path) -> None:
    offered = client.get("/training/presets").json()["optimizers"]
    assert [(each["name"], each["rate"]) for each in offered] == [
        ("adam", None), ("rmsprop", None), ("sgd", 0.5), ("momentum", 0.1)
    ]  # fmt: skip
    said = events(client, preset="notebook", epochs=1, optimizer="momentum", learning_rate=0.1, name="with-sgd")
    recipe = load_run(Path(said[-1]["folder"])).recipe
    assert (recipe.optimizer, recipe.beta1, recipe.learning_rate) == ("sgd", 0.9, 0.1)
    shutil.rmtree(runs / "with-sgd")


def test_play_that_no_page_ever_watches_ends(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "UNWATCHED_SECONDS", 0.2)
    wanted = {"preset": "notebook", "epochs": 100, "pace": 2}
    id = client.post("/training/start", json=wanted).json()["id"]
    training = client.app.state.studio.trainings.get(id)  # type: ignore[attr-defined]
    for _ in range(300):
        if training.ended is not None:
            break
        time.sleep(0.1)
    assert training.ended == {"kind": "problem", "message": "The training has ended before its time."}


def test_a_run_is_kept_and_can_then_be_chosen(client: TestClient, runs: Path) -> None:
    said = events(client, preset="notebook", epochs=1, hidden_size=30, name="mine")
    assert said[-1]["folder"].endswith("mine")
    assert said[0]["neurons"] == 30 < NEURONS
    assert is_complete(runs / "mine")
    assert load_run(runs / "mine").recipe.hidden_size == 30
    assert "mine" in [entry["id"] for entry in client.get("/digits/networks").json()["networks"]]
    again = client.post("/training/start", json={"preset": "notebook", "name": "mine"}).json()
    assert "exists already" in again["problem"]


@pytest.mark.parametrize("name", ["../up", "a/b", ".hidden", "..", "a\nb", "a\0b", "a\\b", "C:b", "\u202eb"])
def test_a_name_is_no_path(client: TestClient, name: str) -> None:
    assert "is no name" in client.post("/training/start", json={"preset": "fast", "name": name}).json()["problem"]


def test_what_cannot_be_trained_is_said_in_the_terminals_words(client: TestClient) -> None:
    [told] = events(client, preset="nonsense")
    assert told == {"kind": "problem", "message": f"there is no preset 'nonsense'; there are {', '.join(PRESETS)}."}


@pytest.mark.parametrize(
    "wanted",
    [{}, {"preset": "fast", "hidden_size": 10**9}, {"preset": "fast", "learning_rate": -1}, {"preset": "fast", "x": 1}],
)
def test_numbers_that_no_page_sends_are_refused(client: TestClient, wanted: dict[str, Any]) -> None:
    assert client.post("/training/start", json=wanted).status_code == 400


def test_a_training_that_is_not_there_ends_the_stream(client: TestClient) -> None:
    missing = client.get("/training/events/999")
    assert (missing.status_code, missing.content) == (204, b"")
    told = client.post("/training/command", json={"id": "999", "command": "pause"}).json()
    assert "there is no training" in told["problem"]


@pytest.fixture
def slow() -> Iterator[subprocess.Popen[str]]:
    """A process that plays, and waits a little after each event."""
    command = [sys.executable, "-m", "gradbook.web.playground.digits.training_process"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        process.stdin.write(Job("sample", "notebook", {"epochs": 100}, pace=0.05).line())
        process.stdin.flush()
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def tell(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{text}\n")
    process.stdin.flush()


def test_it_stops_when_told(slow: subprocess.Popen[str]) -> None:
    assert said(slow)["kind"] == "start"
    assert said(slow)["kind"] == "progress"
    tell(slow, "stop")
    assert slow.wait(20) == 0


def test_it_pauses_and_goes_on_and_a_paused_one_stops_too(slow: subprocess.Popen[str]) -> None:
    said(slow)
    done = said(slow)["done"]
    tell(slow, "pause")
    tell(slow, "go")
    assert said(slow)["done"] > done
    tell(slow, "pause")
    tell(slow, "stop")
    assert slow.wait(20) == 0


def test_play_ends_with_whoever_started_it(slow: subprocess.Popen[str]) -> None:
    said(slow)
    assert slow.stdin is not None
    slow.stdin.close()
    assert slow.wait(20) == 0
