"""The page of digits without a browser."""

import base64
import io
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from starlette.testclient import TestClient
from tests.conftest import Command
from tests.web.playground.hands import hand

from gradbook.core.errors import DataError
from gradbook.digits.datasets.digits import DIGIT_NAMES, FASHION_NAMES
from gradbook.digits.handwriting.photo import read_photo
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.network import scores
from gradbook.digits.runs import load_model
from gradbook.web.playground.app import make_app
from gradbook.web.playground.digits import networks
from gradbook.web.playground.digits.jobs import Trainings
from gradbook.web.playground.digits.networks import Networks
from gradbook.web.playground.digits.strokes import Seen, picture_of
from gradbook.web.playground.digits.training_process import Job
from gradbook.web.playground.digits.verdict import verdict


def read(client: TestClient, strokes: Any, *networks: str) -> dict[str, Any]:
    answer = client.post("/digits/read", json={"strokes": strokes, "networks": list(networks or ["fast"])})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_the_bars_are_what_the_network_makes_of_the_picture_that_is_shown(client: TestClient, runs: Path) -> None:
    for digit in (3, 8):
        [answer] = read(client, hand(digit), "fast", "notebook")["digits"]
        seen = np.frombuffer(base64.b64decode(answer["seen"]), np.uint8).reshape(28, 28)
        for reading, name in zip(answer["readings"], ("fast", "notebook"), strict=True):
            model = load_model(runs / name)
            expected = scores(model, torch.from_numpy(seen.copy())[None]).double().softmax(1)[0].tolist()
            assert reading["probabilities"] == pytest.approx(expected, abs=1e-5)
            assert reading["winner"] == digit


@pytest.mark.parametrize("digit", range(10))
def test_strokes_are_seen_as_a_photo_of_them_would_be(client: TestClient, runs: Path, digit: int) -> None:
    [answer] = read(client, hand(digit))["digits"]
    [photo] = predict(load_model(runs / "fast"), [picture_of(hand(digit))])
    assert photo.image is not None
    seen = np.frombuffer(base64.b64decode(answer["seen"]), np.uint8).reshape(28, 28)
    assert np.abs(seen / 255 - photo.image / 255).mean() < 0.03
    assert answer["readings"][0]["winner"] == photo.digit


def test_an_empty_field_and_a_dot_are_no_digit(client: TestClient) -> None:
    assert read(client, []) == {"verdict": ["", "", ""], "digits": []}
    dot = read(client, [[[0.5, 0.5]]])
    assert dot["digits"] == []
    assert dot["verdict"] == ["No digit: ", "", "what is there is a blot, not a stroke."]


NUMBER = [*hand(3, size=0.45, right=-0.75), *hand(1, size=0.45), *hand(7, size=0.45, right=0.75)]


def test_digits_drawn_side_by_side_are_read_as_a_number_and_each_is_explained(client: TestClient) -> None:
    answer = read(client, NUMBER, "fast", "notebook")
    before, number, after = answer["verdict"]
    assert (before, number) == ("It reads ", "317")
    assert [digit["readings"][0]["winner"] for digit in answer["digits"]] == [3, 1, 7]
    for digit in answer["digits"]:
        first, second = digit["readings"]
        assert (first["network"], second["network"]) == ("fast", "notebook")
        assert f"{first['winner']} ({first['probabilities'][first['winner']]:.1%})" in after


def test_a_photo_of_digits_side_by_side_is_read_as_gradbook_predict_reads_it(client: TestClient, runs: Path) -> None:
    file = io.BytesIO()
    picture_of(NUMBER, 600).save(file, "PNG")
    answer = client.post("/digits/photo?network=fast", content=file.getvalue()).json()
    [reading] = predict(load_model(runs / "fast"), file.getvalue())
    assert answer["verdict"][1] == reading.number == "317"
    for digit, expected in zip(answer["digits"], reading.digits, strict=True):
        assert np.array_equal(np.frombuffer(base64.b64decode(digit["seen"]), np.uint8), expected.image.reshape(-1))
        assert digit["readings"][0]["probabilities"] == pytest.approx(expected.probabilities, abs=1e-5)


BLANK = np.zeros((28, 28), np.uint8)


@pytest.mark.parametrize(
    ("seen", "shares", "classes", "said"),
    [
        (Seen((BLANK,)), [{4: 0.97}], DIGIT_NAMES, ("It reads ", "4", ", 97.0% sure.")),
        (Seen((BLANK,)), [{4: 0.6, 9: 0.3}], DIGIT_NAMES, ("Unsure: ", "4 or 9", " (60.0%).")),
        (
            Seen((BLANK,)),
            [{3: 0.2}],
            DIGIT_NAMES,
            ("Nothing it knows: ", "", "what is there is like none of the ten, most like 3 (20.0%)."),
        ),
        (
            Seen((BLANK, BLANK)),
            [{4: 0.97}, {1: 0.7, 7: 0.2}],
            DIGIT_NAMES,
            ("It reads ", "41", ": 4 (97.0%), 1 (70.0%). Unsure: 1 or 7."),
        ),
        (
            Seen((BLANK,), note="if the photo lies on its side"),
            [{2: 0.9}],
            DIGIT_NAMES,
            ("It reads ", "2", ", 90.0% sure. If the photo lies on its side."),
        ),
        (Seen((BLANK,)), [{9: 0.5, 7: 0.4}], FASHION_NAMES, ("Unsure: ", "Ankle boot or Sneaker", " (50.0%).")),
        (Seen(reason="the picture is blank"), [], DIGIT_NAMES, ("No digit: ", "", "the picture is blank.")),
    ],
)
def test_the_verdict_says_how_sure_it_is_and_why_not(
    seen: Seen, shares: list[dict[int, float]], classes: tuple[str, ...], said: tuple[str, str, str]
) -> None:
    rows = [[row.get(digit, 0.0) for digit in range(10)] for row in shares]
    assert verdict(seen, rows, classes) == said


def test_where_there_is_no_network_a_quick_one_comes_first_and_then_the_one_for_handwriting(
    tmp_path: Path, runs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Made:
        share = 0.4
        seconds_left = 7.5
        ended: dict[str, str] | None = None

    started: list[Job] = []

    async def start(_: object, job: Job) -> Made:
        started.append(job)
        return made

    made = Made()
    monkeypatch.setattr(Trainings, "start", start)
    with TestClient(make_app(tmp_path), base_url="http://127.0.0.1") as client:

        def listed() -> tuple[list[str], bool, Any]:
            answer = client.get("/digits/networks").json()
            return [entry["id"] for entry in answer["networks"]], answer["own"], answer["making"]

        assert listed() == ([], False, None)  # to look starts nothing
        assert client.post("/digits/make", json={}).json() == {}
        assert client.post("/digits/make", json={}).json() == {}  # is under way
        [job] = started
        assert job.own
        assert job.folder is not None
        making = {"share": 0.4, "seconds_left": 7.5}
        assert listed() == ([], False, making)
        shutil.copytree(runs / "fast", job.folder)
        assert listed() == ([".quick"], False, making)
        assert read(client, hand(3), ".quick")["verdict"][1] == "3"
        made.ended = {"kind": "problem", "message": "no data"}
        assert client.get("/digits/networks").json()["problem"] == "no data"
        client.post("/digits/make", json={})  # who asks again tries again
        assert [job.folder for job in started[1:]] == [None]
        made.ended = {"kind": "end"}
        monkeypatch.setattr(networks, "kept_network", lambda: runs / "fast")
        assert listed() == ([".hand"], True, None)
        [entry] = client.get("/digits/networks").json()["networks"]
        assert "for handwriting" in entry["title"]
        assert read(client, hand(3), ".hand")["verdict"][1] == "3"
    assert not Path(job.folder).exists()


def test_the_network_for_handwriting_stands_first_beside_runs(
    client: TestClient, runs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(runs / "fast", tmp_path / "kept")
    figures = (tmp_path / "kept/metrics.json").read_text()
    (tmp_path / "kept/metrics.json").write_text(figures.replace('"recipe": "fast"', '"recipe": "hand"'))
    monkeypatch.setattr(networks, "kept_network", lambda: tmp_path / "kept")
    listed = client.get("/digits/networks").json()
    assert [entry["id"] for entry in listed["networks"]] == [".hand", "fast", "notebook"]
    assert listed["own"]


def test_networks_are_those_of_complete_runs_the_best_preset_first(
    client: TestClient, runs: Path, tmp_path: Path
) -> None:
    listed = client.get("/digits/networks").json()["networks"]
    assert [entry["id"] for entry in listed] == ["fast", "notebook"]
    assert "of its test images right" in listed[0]["title"]
    for name in ("whole", "unfinished", "damaged", "empty"):
        shutil.copytree(runs / "fast", tmp_path / "lab" / name)
    (tmp_path / "lab/unfinished/metrics.json").unlink()
    (tmp_path / "lab/damaged/metrics.json").write_text("[")
    (tmp_path / "lab/empty/metrics.json").write_text("{}")
    assert [entry.id for entry in Networks(tmp_path, tmp_path / "quick").entries()] == ["lab/whole"]


@pytest.mark.parametrize(
    "id", ["../fast", "/etc", "fast/..", "./fast", "nothing", "", ".quick", ".hand", "fast\x00", "..", "a" * 9_000]
)
def test_a_path_is_no_network(client: TestClient, id: str) -> None:
    assert "there is no complete run" in read(client, hand(1), id)["problem"]


def test_a_photo_goes_the_way_of_any_photo(client: TestClient, runs: Path) -> None:
    file = io.BytesIO()
    picture_of(hand(5)).resize((900, 900)).convert("RGB").save(file, "JPEG")
    answer = client.post("/digits/photo?network=fast", content=file.getvalue()).json()
    [expected] = predict(load_model(runs / "fast"), file.getvalue())
    assert answer["digits"][0]["readings"][0]["probabilities"] == pytest.approx(expected.probabilities, abs=1e-6)


@pytest.mark.parametrize("photo", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"%!PS-Adobe"])
def test_a_broken_photo_gives_the_message_of_handwriting(client: TestClient, photo: bytes) -> None:
    with pytest.raises(DataError) as caught:
        read_photo(photo)
    problem = client.post("/digits/photo?network=fast", content=photo).json()["problem"]
    assert problem == str(caught.value)


def test_a_broken_photo_gives_the_terminals_message(
    client: TestClient, gradbook: Command, runs: Path, tmp_path: Path
) -> None:
    problem = client.post("/digits/photo?network=fast", content=b"no picture").json()["problem"]
    (tmp_path / "photo.png").write_bytes(b"no picture")
    said = gradbook("predict", runs / "fast", "photo.png", code=1).stderr
    reason = said.strip().removeprefix("gradbook: ").partition(": ")[2]
    assert problem.endswith(reason)
    assert reason


def test_a_page_that_is_white_holds_no_digit(client: TestClient) -> None:
    file = io.BytesIO()
    Image.fromarray(np.full((200, 200), 255, np.uint8)).save(file, "PNG")
    assert client.post("/digits/photo?network=fast", content=file.getvalue()).json()["verdict"][0] == "No digit: "


def test_a_neuron_shows_its_weights(client: TestClient, runs: Path) -> None:
    model = load_model(runs / "fast")
    answer = client.post("/digits/neuron", json={"network": "fast", "number": 3}).json()
    weights = np.frombuffer(base64.b64decode(answer["weights"]), np.int8) / 127 * answer["most"]
    assert np.allclose(weights, model.l1.weight[3].detach().numpy(), atol=answer["most"] / 250)
    assert answer["out"] == pytest.approx(model.l2.weight[:, 3].tolist(), abs=1e-6)
    assert (
        "500 hidden neurons" in client.post("/digits/neuron", json={"network": "fast", "number": 500}).json()["problem"]
    )


def test_the_change_is_to_the_picture_that_was_seen(client: TestClient) -> None:
    [answer] = read(client, hand(4))["digits"]
    [reading] = answer["readings"]
    wish = {"seen": answer["seen"], "network": "fast", "wanted": reading["runner_up"]}
    change = client.post("/digits/change", json=wish).json()
    before, after = (np.frombuffer(base64.b64decode(text), np.uint8) for text in (answer["seen"], change["picture"]))
    assert change["reached"]
    assert (before != after).sum() == change["added"] + change["erased"] > 0
    assert "28 x 28" in client.post("/digits/change", json={**wish, "seen": "AAAA"}).json()["problem"]
    assert "28 x 28" in client.post("/digits/change", json={**wish, "seen": "no base64!"}).json()["problem"]


@pytest.mark.parametrize(
    "strokes", [[[]], [[[0.5]]], [[["a", "b"]]], [[[1e9, 0]]], [[[0, 0]]] * 201, [[[0, 0]] * 4001], None, [[[None, 1]]]]
)
def test_what_is_no_drawing_is_refused(client: TestClient, strokes: Any) -> None:
    assert client.post("/digits/read", json={"strokes": strokes, "networks": ["fast"]}).status_code == 400
