"""An image that is drawn from LaTeX in its address is the formula that it shows, and none where it may be hidden."""

import pytest

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.lexing.source.pasted.pictured import undrawn

CODECOGS = "https://latex.codecogs.com/gif.latex?"
EXERCISE = Exercise.from_graph(Graph("q = x + y; f = q*z", x=-2, y=5, z=-4), ["q", "df/dq"])


@pytest.mark.parametrize(
    ("image", "formula"),
    [
        (f'<img src="{CODECOGS}q&space;=&space;x&plus;y">', "$q = x+y$"),
        (f'<img src = "{CODECOGS}\\dpi{{150}}&space;q=3" alt="q" />', "$q=3$"),
        (f"![q]({CODECOGS}q%20%3D%203)", "$q = 3$"),
        ("![](https://render.githubusercontent.com/render/math?math=q%20%3D%203&mode=inline)", "$q = 3$"),
        ('<img src="https://www.zhihu.com/equation?tex=f%5E2+%3D+-4" alt="[公式]">', "$f^2 = -4$"),
        ("![](https://latex.csdn.net/eq?q%3D3)", "$q=3$"),
    ],
)  # fmt: skip
def test_it_stands_in_dollars_in_the_place_of_the_image(image: str, formula: str) -> None:
    plain = undrawn(f"so {image}.")
    assert plain.split(" ", 1)[1].rstrip(". ") == formula
    assert len(plain) == len(image) + 4


@pytest.mark.parametrize(
    "image",
    [
        f'<img hidden src="{CODECOGS}q=3">',
        f'<img src="{CODECOGS}q=3" width="0">',
        f'<img src="{CODECOGS}q=3" style="display:none">',
        f'<img class="unseen" src="{CODECOGS}q=3">',
        f'<img src="{CODECOGS}\\color{{white}}q=3">',
        f'<img src="{CODECOGS}\\phantom{{q=3}}">',
        f'<img src="{CODECOGS}\\frac{{q=3">',
        f'<img src="{CODECOGS}q%0A=3">',
        f'<img src="https://example.org/?u={CODECOGS}q=3">',
        f"![q]({CODECOGS}q$=3)",
        f"[q]({CODECOGS}q=3)",
        "![q=3](q.png)",
    ],
)
def test_any_other_image_stays(image: str) -> None:
    assert undrawn(image) == image


@pytest.mark.parametrize(("slope", "accepted"), [("-4", True), ("4", False), ("-4?", False)])
def test_it_is_judged_as_what_it_says(slope: str, accepted: bool) -> None:
    answer = f'<img src="{CODECOGS}q=3">\n\n<img src="{CODECOGS}\\frac{{df}}{{dq}}&space;=&space;{slope}">'
    found = judge(read(answer, EXERCISE), EXERCISE)
    assert [v.status in (Status.RIGHT, Status.STEP_UNREAD) for v in found] == [True, accepted]


def test_a_long_text_is_gone_over_as_a_short_one() -> None:
    for text in (f'<img src="{CODECOGS}' * 3_000, "<img alt=" * 9_000, "![](https://" * 8_000):
        assert undrawn(text) == text
