"""What somebody who mistyped a name may have meant."""

import pytest

from gradbook.core.text.suggest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("pionts", ["title", "points"], "points"),
        ("A88", ["a8", "vectors"], "a8"),
        ("zzz", ["a8"], ""),
        ("", [], ""),
        ("q" * 100_000, ["q1"], ""),
    ],
)
def test_the_nearest_name(typed: str, known: list[str], meant: str) -> None:
    assert nearest(typed, known) == meant
    assert did_you_mean(typed, known) == (f" Did you mean {meant}?" if meant else "")
