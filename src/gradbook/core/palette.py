"""The colours of everything that Gradbook draws or writes, light and dark: pages, pictures and plots."""

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours by what they are for, each as "#rrggbb".

    Attributes:
        ink: text and lines that matter.
        soft: text beside the point: captions, labels, axes.
        paper: the page.
        card: what lies on the page: figures, tiles, notes.
        fill: what is filled, such as the nodes of a graph.
        line: borders.
        accent: links, curves, and what is true.
        quiet: the accent's pale neighbour, for what stands behind.
        good: right, and values.
        bad: wrong, and gradients.
    """

    ink: str
    soft: str
    paper: str
    card: str
    fill: str
    line: str
    accent: str
    quiet: str
    good: str
    bad: str

    def items(self) -> list[tuple[str, str]]:
        """Return pairs (name, colour), in the order of the fields."""
        return list(dataclasses.asdict(self).items())


LIGHT = Palette(
    ink="#1c2430",
    soft="#5b6675",
    paper="#ffffff",
    card="#f5f7fa",
    fill="#eef2f8",
    line="#dde3ea",
    accent="#2457c5",
    quiet="#aab8d4",
    good="#18794e",
    bad="#c62a2f",
)
DARK = Palette(
    ink="#e6eaf0",
    soft="#9aa7b8",
    paper="#12161c",
    card="#1b212a",
    fill="#242c38",
    line="#2f3844",
    accent="#7aa2ff",
    quiet="#3f5485",
    good="#4cc38a",
    bad="#ff8f93",
)
# Pixels cannot follow a theme: these two do on white and on black. They are told apart by people who see few colours.
ADDS, TAKES_AWAY = "#e0393e", "#3f74e8"


def themed(svg: str) -> str:
    """Make an SVG that was drawn in the colours of `LIGHT` follow the reader's theme, also inside an `<img>`.

    Args:
        svg: a whole document.
    """
    for name, colour in LIGHT.items():
        svg = svg.replace(colour, f"var(--{name})")

    def rule(palette: Palette) -> str:
        return "svg { " + " ".join(f"--{name}: {colour};" for name, colour in palette.items()) + " }"

    style = f"<style>{rule(LIGHT)} @media (prefers-color-scheme: dark) {{ {rule(DARK)} }}</style>"
    begin = svg.index(">", svg.index("<svg")) + 1
    return f"{svg[:begin]}\n{style}{svg[begin:]}"
