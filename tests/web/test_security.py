"""Who may speak to a page of this machine: nobody but its own pages."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from gradbook.web.security import LocalPagesOnly, content_security_policy


@pytest.fixture(scope="module")
def client() -> TestClient:
    route = Route("/", lambda _: PlainTextResponse("secret"), methods=["GET", "POST"])
    protection = Middleware(LocalPagesOnly, policy=content_security_policy())
    return TestClient(Starlette(routes=[route], middleware=[protection]), base_url="http://127.0.0.1:8765")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "localhost", "[::1]:8765"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).text == "secret"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        "[",
        "127.0.0.2",
        "127.1",
        "0.0.0.0:8765",
        "localhost.:8765",
        "a@b",
        "evil.example@127.0.0.1",
        "127.0.0.1#evil.example",
        "127.0.0.1/evil.example",
        "127.0.0.1:8765, evil.example",
        "127.0.0.1:evil",
    ],
)
def test_another_name_that_leads_here_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 403
    assert "secret" not in answer.text
    assert "Open the address that it printed" in answer.text


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "https://127.0.0.1:8765", "http://127.0.0.1:9999", "null", "http://localhost:8765"],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_another_origin_is_refused(client: TestClient, origin: str, method: str) -> None:
    answer = client.request(method, "/", headers={"Origin": origin})
    assert answer.status_code == 403
    assert "secret" not in answer.text


def test_our_own_pages_are_answered(client: TestClient) -> None:
    headers = {"Origin": "http://127.0.0.1:8765", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/", headers=headers).text == "secret"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pictures_and_scripts_of_other_sites_are_refused_but_links_are_not(client: TestClient, site: str) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/", headers=headers).status_code == 403
    opened = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/", headers=opened).text == "secret"
    assert client.post("/", headers=opened).status_code == 403
    assert client.get("/", headers={**opened, "Sec-Fetch-Dest": "iframe"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:8765"])
def test_no_socket_is_opened_to_anybody(client: TestClient, origin: str) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/", headers={"Origin": origin}):
        pass


def test_every_answer_carries_the_policy_also_a_refusal(client: TestClient) -> None:
    for host in ("127.0.0.1", "evil.example"):
        headers = client.get("/", headers={"Host": host}).headers
        assert "default-src 'none'; script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
