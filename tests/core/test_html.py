"""The shell of a report escapes what it is given, takes HTML only as such, and needs nothing from outside."""

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from gradbook.core import html, palette

EVIL = "<script>alert(1)</script>"


def test_text_is_escaped_everywhere() -> None:
    page = html.page(
        EVIL,
        EVIL,
        [
            html.section(EVIL, html.paragraph(EVIL), html.note(EVIL), EVIL),
            html.table((EVIL,), [(EVIL,)], stack=True),
            html.tiles([(EVIL, EVIL)]),
            html.picture(b"\x89PNG", EVIL),
            html.grid(EVIL),
            EVIL,
        ],
        footer=EVIL,
    )
    assert "<script" not in page
    assert page.count("&lt;script") == 17


def test_what_is_html_already_is_taken_as_it_is() -> None:
    assert html.section("t", Markup("<b>x</b>")).endswith("<h2>t</h2>\n<b>x</b></section>")
    assert "<td>&lt;b&gt;</td>" in html.table(("a", "b"), [("", "<b>")])


def test_a_page_loads_nothing() -> None:
    page = html.page("t", "l", [html.picture(b"\x89PNG", "c"), html.picture(b"<svg/>", "c")])
    assert 'class="opaque" alt="c" src="data:image/png;base64,' in page
    assert '<img alt="c" src="data:image/svg+xml;base64,' in page
    assert "http" not in page
    assert "url(" not in page


def test_a_table_aligns_its_columns_and_refuses_rows_that_do_not_fit() -> None:
    made = html.table(("name", "n"), [("a", 1)])
    assert '<th scope="col" class="left">name</th><th scope="col">n</th>' in made
    assert '<tr><td class="left">a</td><td>1</td></tr>' in made
    assert '<td data-label="n">1</td>' in html.table(("name", "n"), [("a", 1)], stack=True)
    with pytest.raises(ValueError, match="1 cells under 2 names"):
        html.table(("name", "n"), [("a",)])


def test_a_rooms_template_extends_the_base_and_must_know_its_names() -> None:
    own = html.environment().from_string("{% extends 'core/base.html' %}{% block main %}{{ text }}{% endblock %}")
    made = own.render(title="t", lead="", footer="", text=EVIL)
    assert f"<main>\n{EVIL.replace('<', '&lt;').replace('>', '&gt;')}</main>" in made
    with pytest.raises(UndefinedError):
        own.render(title="t", lead="", footer="")


def test_the_style_has_every_colour_light_and_dark() -> None:
    style = html.stylesheet()
    light, dark = style.split("prefers-color-scheme: dark")[:2]
    assert all(f"--{name}: {colour};" in light for name, colour in palette.LIGHT.items())
    assert all(f"--{name}: {colour};" in dark for name, colour in palette.DARK.items())


def test_a_picture_in_the_light_colours_follows_the_theme() -> None:
    made = palette.themed(f'<?xml version="1.0"?>\n<svg width="1"><path fill="{palette.LIGHT.bad}"/></svg>')
    assert '<path fill="var(--bad)"/>' in made
    assert f"--bad: {palette.LIGHT.bad};" in made.split("@media")[0]
    assert f"--bad: {palette.DARK.bad};" in made.split("@media")[1]
