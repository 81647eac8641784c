"""The shell of an HTML report: one self-contained page that opens offline, light or dark."""

import base64
from collections.abc import Collection, Iterable, Sequence
from html import escape

STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #fff; --card: #f5f7fa; --line: #dde3ea;
  --accent: #2457c5; --good: #18794e; --bad: #c62a2f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #9aa7b8; --paper: #12161c; --card: #1b212a;
  --line: #2f3844; --accent: #7aa2ff; --good: #4cc38a; --bad: #ff7b7f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; color: var(--ink); background: var(--paper);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem; } h2 { margin: 2.6rem 0 .6rem; font-size: 1.35rem; }
h3 { margin: 1.6rem 0 .4rem; font-size: 1.05rem; } p { margin: .5rem 0; max-width: 46rem; }
.lead { color: var(--soft); font-size: 1.05rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; margin: .8rem 0; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .8rem; border-bottom: 1px solid var(--line); text-align: right; }
th.left, td.left { text-align: left; } th { color: var(--soft); font-weight: 600; font-size: .9rem; }
figure { margin: 1rem 0; padding: .8rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
figure img, figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figure img { background: #fff; border-radius: .3rem; }
figcaption { color: var(--soft); font-size: .9rem; padding-top: .5rem; }
.note { border-left: .25rem solid var(--accent); background: var(--card); padding: .6rem .9rem; margin: .8rem 0;
  border-radius: .2rem; max-width: 46rem; }
.warn { border-left-color: var(--bad); } .grid { display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); } .grid figure { margin: 0; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.2rem 0; padding: 0; }
.tile { flex: 1 1 9rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
  padding: .7rem .9rem; }
.tile b { display: block; font-size: 1.5rem; line-height: 1.2; } .tile span { color: var(--soft); font-size: .85rem; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace; font-size: .9em; }
pre { overflow-x: auto; background: var(--card); padding: .8rem; border-radius: .4rem; }
/* Indices are set low by what a font says of mathematics, so that it must be one that says something. */
math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "DejaVu Math TeX Gyre", math, serif; }
footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line);
  padding-top: .8rem; }
"""


def page(title: str, lead: str, body: Iterable[str], footer: str = "") -> str:
    """Return a whole HTML document. `body` holds ready HTML; `title`, `lead` and `footer` are plain text."""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f'<link rel="icon" href="data:,">\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f'<h1>{escape(title)}</h1>\n<p class="lead">{escape(lead)}</p>\n' + "\n".join(body) + "\n"
        f"<footer>{escape(footer)}</footer>\n</body>\n</html>\n"
    )


def section(title: str, *body: str) -> str:
    """Return a section with a heading (plain text) over ready HTML."""
    return f"<section>\n<h2>{escape(title)}</h2>\n" + "\n".join(body) + "\n</section>"


def paragraph(text: str) -> str:
    """Return plain text as a paragraph."""
    return f"<p>{escape(text)}</p>"


def note(text: str, *, warn: bool = False) -> str:
    """Return plain text as a note in the margin's colour; `warn` makes it red."""
    return f'<div class="note{" warn" if warn else ""}">{escape(text)}</div>'


def table(header: Sequence[str], rows: Iterable[Sequence[object]], *, left: Collection[int] = (0,)) -> str:
    """Return a table of plain-text cells; the columns `left` are aligned left, the others right."""

    def line(tag: str, cells: Sequence[object]) -> str:
        sides = (' class="left"' if number in left else "" for number in range(len(cells)))
        return "".join(f"<{tag}{side}>{escape(str(cell))}</{tag}>" for side, cell in zip(sides, cells, strict=True))

    head = line("th", header)
    body = "\n".join(f"<tr>{line('td', row)}</tr>" for row in rows)
    return f'<div class="scroll"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>'


def tiles(figures: Iterable[tuple[str, str]]) -> str:
    """Return a row of big numbers, each a pair (number, what it is)."""
    cells = "".join(
        f'<div class="tile"><b>{escape(number)}</b><span>{escape(label)}</span></div>' for number, label in figures
    )
    return f'<div class="tiles">{cells}</div>'


def picture(png: bytes, caption: str) -> str:
    """Return a PNG, embedded in the page, over its caption (which is its alternative text too)."""
    data = base64.b64encode(png).decode()
    text = escape(caption)
    return f'<figure><img alt="{text}" src="data:image/png;base64,{data}"><figcaption>{text}</figcaption></figure>'


def grid(*figures: str) -> str:
    """Lay ready figures side by side where the page is wide enough."""
    return '<div class="grid">' + "\n".join(figures) + "</div>"
