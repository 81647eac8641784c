"""Predictions: whether a letter with a prime is one, by what the answer calls it or compares it with: y - y'."""

import re
from functools import lru_cache

_CALLED = (
    r"(?:predict|estimat|output|vorhersag|ausgabe|prédi|sortie|predic|salida|saída|previs"
    r"|预测|输出|予測|出力|예측|출력)"
)


@lru_cache(maxsize=256)
def is_prediction(letter: str, source: str) -> bool:
    """Whether an answer calls a letter with a prime a prediction, or compares it with the letter itself."""
    primed, alone = rf"(?<![^\W_]){re.escape(letter)}['′’]", rf"(?<!\w){re.escape(letter)}"
    compared = rf"{alone}[ ]?[-−][ ]?{primed}|{primed}[ ]?[-−][ ]?{alone}(?!\w)"
    return re.search(rf"(?i:{_CALLED})[^.\n]{{0,40}}{primed}|{compared}", source) is not None
