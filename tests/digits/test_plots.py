"""Pictures are drawn from arrays; as SVG they have no paper of their own and follow the reader's theme."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure

from gradbook.core.palette import DARK, LIGHT
from gradbook.digits import plots

NAMES = tuple("0123456789")
RANDOM = np.random.default_rng(0)
IMAGES = RANDOM.integers(0, 256, (7, 28, 28), dtype=np.uint8)
LABELS = np.arange(7)
PROBABILITIES = np.eye(10, dtype=np.float32)[[0, 1, 2, 3, 4, 5, 8]]  # the last is wrong
COUNTS = np.diag(np.full(10, 90)) + np.eye(10, k=1, dtype=np.int64) * 7

FIGURES = {
    "truths": lambda: plots.truths(IMAGES, LABELS, NAMES),
    "verdicts": lambda: plots.verdicts(IMAGES, LABELS, PROBABILITIES, NAMES),
    "loss": lambda: plots.loss_curve([2.3, 1.0, 0.5, 0.4], [1, 1, 2, 2]),
    "confusion": lambda: plots.confusion(COUNTS, NAMES),
    "first layer": lambda: plots.first_layer(
        RANDOM.normal(size=(30, 784)).astype(np.float32), RANDOM.normal(size=(10, 30)).astype(np.float32)
    ),
}


@pytest.fixture(params=FIGURES)
def figure(request: pytest.FixtureRequest) -> Figure:
    return FIGURES[request.param]()


def test_a_png_is_a_png(figure: Figure) -> None:
    assert plots.png(figure).startswith(b"\x89PNG")


def test_an_svg_has_no_paper_and_only_colours_of_the_theme(figure: Figure) -> None:
    text = plots.svg(figure).decode()
    ElementTree.fromstring(text)
    drawing = re.sub(r"<defs>.*?</defs>", "", text[text.index("</style>") :], flags=re.S)
    assert not re.search(r"#[0-9a-f]{6}", drawing), "a colour that does not follow the theme"
    words = re.findall(r'<g id="text_\d+">.*?<g style="(.*?)"', drawing, flags=re.S)
    assert all("fill: var(--" in style for style in words), "words in black"
    assert len(words) == drawing.count('<g id="text_')
    assert LIGHT.ink in text.split("@media")[0]
    assert DARK.ink in text.split("@media")[1]


def test_the_same_figure_is_the_same_file() -> None:
    assert plots.svg(FIGURES["confusion"]()) == plots.svg(FIGURES["confusion"]())


def test_a_wrong_image_says_how_sure_the_network_was() -> None:
    titles = [text.get_text() for text in FIGURES["verdicts"]().axes[0].texts]
    assert titles == [*(f"GT: {k}, Pred: {k}" for k in range(6)), "GT: 6, Pred: 8\n100% sure"]


def test_the_confusion_matrix_shows_counts_and_colours_mistakes_only() -> None:
    axes = FIGURES["confusion"]().axes[0]
    assert sorted(text.get_text() for text in axes.texts) == ["7"] * 9 + ["90"] * 10
    assert {patch.get_xy() for patch in axes.patches} == {(column - 0.5, column - 1.5) for column in range(1, 10)}


def test_the_ends_of_epochs_are_where_another_follows() -> None:
    assert plots.ends_of_epochs([1, 1, 2, 2, 3]) == [2, 4]
    assert plots.ends_of_epochs([1, 1]) == []
    assert plots.ends_of_epochs(list(range(60))) == []  # too many to draw
    lines = [line for line in FIGURES["loss"]().axes[0].lines if line.get_linestyle() == ":"]
    assert [line.get_xdata()[0] for line in lines] == [2.5]


def test_the_strongest_neurons_come_first() -> None:
    weights = np.zeros((3, 784), dtype=np.float32)
    weights[0, 0], weights[1, 1], weights[2, 2] = 1, 3, -2
    whole = np.asarray(plots.first_layer(weights, np.ones((10, 3), np.float32), 2).axes[0].images[0].get_array())
    first, second = (whole[:28, left : left + 28].reshape(-1, 4) for left in (0, 30))
    assert [int(np.argmax(image[:, 3])) for image in (first, second)] == [1, 2]
    assert first[1, 0] > first[1, 2], "what adds is red"
    assert second[2, 2] > second[2, 0], "what takes away is blue"
