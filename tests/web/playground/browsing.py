"""Pages opened in a real browser; nothing on their consoles may complain, and nothing leaves this machine."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page, expect

expect.set_options(timeout=30_000)


def opened(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a fresh page as wide as a phone's, a laptop's or a projector's; a phone is touched."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=address, has_touch=width < 600, reduced_motion="reduce"
    )
    made = context.new_page()
    made.set_default_timeout(20_000)
    complaints: list[str] = []
    elsewhere: list[str] = []
    made.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith(address) else elsewhere.append(asked.url))
    yield made
    context.close()
    assert complaints == []
    assert elsewhere == []


def draw(page: Page, strokes: list[list[list[float]]]) -> None:
    """Draw strokes on the page of digits, by the mouse."""
    pad = page.locator("#pad").bounding_box()
    assert pad
    for stroke in strokes:
        x, y = stroke[0]
        page.mouse.move(pad["x"] + x * pad["width"], pad["y"] + y * pad["height"])
        page.mouse.down()
        for x, y in [*stroke[1:-1:3], stroke[-1]]:
            page.mouse.move(pad["x"] + x * pad["width"], pad["y"] + y * pad["height"])
        page.mouse.up()
