"""The shell of a report escapes what it is given and needs nothing from outside."""

from gradbook.core import html


def test_text_is_escaped_everywhere() -> None:
    evil = "<script>alert(1)</script>"
    page = html.page(
        evil,
        evil,
        [
            html.section(evil, html.paragraph(evil), html.note(evil)),
            html.table((evil,), [(evil,)]),
            html.tiles([(evil, evil)]),
            html.picture(b"png", evil),
        ],
        footer=evil,
    )
    assert "<script" not in page


def test_a_page_loads_nothing() -> None:
    page = html.page("t", "l", [html.picture(b"png", "c")])
    assert 'src="data:image/png;base64,' in page
    assert "http" not in page
