"""The weights of features, as they are learned from sentences: "python -m tests.written.weighing" writes them.

They are data: `weights.txt`, in each line a weight in hundredths and all the features that have it, between tabs.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_HUNDREDTH = 100


def written(weights: Mapping[str, float]) -> str:
    """Return the text of a file of weights."""
    lines: dict[int, list[str]] = {}
    for feature in sorted(weights):
        lines.setdefault(round(weights[feature] * _HUNDREDTH), []).append(feature)
    return "".join("\t".join([str(weight), *lines[weight]]) + "\n" for weight in sorted(lines))


def read(text: str) -> dict[str, float]:
    """Return the weights that a file gives."""
    lines = (line.split("\t") for line in text.splitlines())
    return {feature: int(weight) / _HUNDREDTH for weight, *found in lines for feature in found}


@cache
def weights() -> Mapping[str, float]:
    """Return the weight of each feature that counts, and of "" what a sentence has to begin with."""
    return read((files(__package__) / "weights.txt").read_text(encoding="utf-8"))
