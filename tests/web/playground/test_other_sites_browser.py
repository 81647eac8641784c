"""Other sites in a real browser on the same machine: none of them reaches the playground."""

import pytest
from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser
EVIL = "http://evil.example"
ATTACKS = """async address => {
  const start = JSON.stringify({ preset: "notebook", name: "stolen" });
  const json = { "Content-Type": "application/json" };
  const tried = [
    fetch(`${address}/training/start`, { method: "POST", mode: "no-cors", body: start }),
    fetch(`${address}/training/start`, { method: "POST", body: start, headers: json }),
    fetch(`${address}/digits/make`, { method: "POST", mode: "no-cors", body: "{}" }),
    fetch(`${address}/digits/networks`),
    fetch(`${address}/training/presets`, { mode: "no-cors" }),
  ];
  const read = [];
  for (const each of await Promise.allSettled(tried)) {
    if (each.status === "fulfilled" && each.value.type !== "opaque") read.push(await each.value.text());
  }
  const gone = element => new Promise(done => {
    element.onload = () => done("loaded");
    element.onerror = () => done("");
  });
  for (const [name, path] of [["img", "/graph/graph.svg"], ["script", "/static/graph.js"], ["iframe", "/graph"]]) {
    const element = document.createElement(name);
    const end = gone(element);
    element.src = address + path;
    document.body.append(element);
    if (await end && name !== "iframe") read.push(name);
  }
  return read;
}"""


def test_a_page_of_another_site_reads_and_starts_nothing(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer) if answer.url.startswith(address) else None)
    page.route(f"{EVIL}/**", lambda asked: asked.fulfill(body="<body>evil</body>", content_type="text/html"))
    page.goto(f"{EVIL}/")
    assert page.evaluate(ATTACKS, address) == []
    assert {answer.status for answer in answers} <= {403, 405}
    page.context.close()


def test_a_name_that_is_made_to_lead_here_gets_nothing(browser: Browser, chromium: str, address: str) -> None:
    port = address.rpartition(":")[2]
    rebound = browser.browser_type.launch(
        executable_path=chromium,
        args=["--headless", "--no-sandbox", "--host-resolver-rules=MAP evil.example 127.0.0.1"],
    )
    page = rebound.new_page()
    answer = page.goto(f"{EVIL}:{port}/graph")
    assert answer is not None
    assert answer.status == 403
    assert "answers to 127.0.0.1 only" in page.inner_text("body")
    told = page.evaluate(
        "async () => { const a = await fetch('/training/start', { method: 'POST', body: '{\"preset\": \"fast\"}', "
        "headers: { 'Content-Type': 'application/json' } }); return [a.status, await a.text()]; }"
    )
    assert told[0] == 403
    rebound.close()
