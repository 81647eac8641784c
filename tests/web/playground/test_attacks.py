"""What others may try: other sites, files that are not the playground's, pictures and functions that are too large."""

import struct
import zlib
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from gradbook.web.playground.app import make_app
from gradbook.web.playground.digits.jobs import _MOST_WAITING, Training, Trainings
from gradbook.web.playground.digits.training_process import Job


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/static/%00",
     "/static/..\\app.py", "/graph/../static/../app.py", "/training/events/../presets/x"],
)  # fmt: skip
def test_a_path_leads_to_no_other_file(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (204, 404)
    assert "Starlette" not in answer.text


def test_whatever_changes_something_must_be_posted_as_json(runs: Path) -> None:
    app = make_app(runs, "sample")
    posts = [route.path for route in app.routes if isinstance(route, Route) and "POST" in (route.methods or ())]
    assert len(posts) == 11
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for path in posts:
            assert client.get(path).status_code == 405
            if path != "/digits/photo":  # a picture; it changes nothing
                assert client.post(path, content="{}", headers={"Content-Type": "text/plain"}).status_code == 415
            away = client.post(path, content="{}", headers={"Origin": "http://evil.example"})
            assert away.status_code == 403


def test_to_open_every_page_starts_nothing(runs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def start(*_: object) -> Training:
        raise AssertionError("a training was started")

    monkeypatch.setattr(Trainings, "start", start)
    opened = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    app = make_app(runs, "sample")
    pages = [route.path for route in app.routes if isinstance(route, Route) and "GET" in (route.methods or ())]
    with TestClient(app, base_url="http://127.0.0.1") as client:
        for path in pages:
            assert client.get(path, headers=opened).status_code in (200, 204, 404), path


def png(width: int, height: int) -> bytes:
    """Return a white picture that is small as a file, however large it is."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    content = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", content) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("photo", "said"),
    [
        (png(30_000, 30_000), "pixels"),
        (png(60_000, 2), "No digit"),
        (png(2, 60_000), "No digit"),
        (png(1, 1), "No digit"),
        (png(200, 200)[:-40], ""),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/x"/></svg>', "expected an image"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n(/etc/passwd) run", "expected an image"),
    ],
    ids=["bomb", "wide", "high", "dot", "broken", "svg", "postscript"],
)
def test_whatever_is_uploaded_is_answered_in_a_sentence(client: TestClient, photo: bytes, said: str) -> None:
    answer = client.post("/digits/photo?network=fast", content=photo)
    assert answer.status_code == 200
    assert said in answer.text
    assert len(answer.text) < 400


def test_a_flood_as_a_photo_is_not_read_to_its_end(client: TestClient) -> None:
    read = 0

    def flood() -> Any:
        nonlocal read
        for _ in range(200):
            read += 1
            yield b"x" * 2**20

    assert client.post("/digits/photo?network=fast", content=flood()).status_code == 413


LONG = {
    "a chain": "; ".join(f"a{k} = a{k - 1}*w + x" for k in range(1, 900)),
    "a sum": "f = " + "+".join(["a"] * 9_900),
    "brackets": "f = " + "exp(-" * 900 + "a" + ")" * 900,
    "many inputs": "f = " + "+".join(f"x{k}" for k in range(2_800)),
    "powers": "; ".join(f"a{k} = a{k - 1}**a{k - 1}" for k in range(1, 60)),
}


@pytest.mark.parametrize("name", LONG)
def test_a_huge_function_is_answered_wherever_it_goes(client: TestClient, name: str) -> None:
    query = urlencode({"f": LONG[name], "step": 3})
    for format in ("svg", "md", "py"):
        assert client.get(f"/graph/graph.{format}?{query}").status_code in (200, 400)
    assert client.get(f"/graph?{query}").status_code == 200
    state = {"text": LONG[name]}
    for path in ("show", "descend"):
        answer = client.post(f"/graph/{path}", json=state)
        assert answer.status_code == 200
        assert len(answer.text) < 500_000


def test_who_listens_too_slowly_gets_the_curve_and_no_pictures(runs: Path) -> None:
    import asyncio

    class Silent:
        async def readline(self) -> bytes:
            await asyncio.sleep(3600)
            return b""

    class Process:
        stdin, stdout = None, Silent()

        def kill(self) -> None: ...

    async def listened() -> list[dict[str, Any]]:
        training = Training("1", Job(None, "fast", folder="run"), Process())  # type: ignore[arg-type]
        stream = training.events()
        progress = {"kind": "progress", "total": 200, "seconds_left": 1, "losses": [], "weights": "w" * 1000}
        training._take({**progress, "done": 0})
        found = [await anext(stream)]
        for done in range(1, 200):
            training._take({**progress, "done": done})
        training._take({"kind": "end"})
        found += [event async for event in stream]
        late = [event async for event in training.events()]
        assert [event["kind"] for event in late] == ["progress"] * 200 + ["end"]
        assert not any("weights" in event for event in late)
        return found

    found = asyncio.run(listened())
    assert [event.get("done") for event in found] == [*range(200), None]
    assert sum("weights" in event for event in found) <= _MOST_WAITING + 1
