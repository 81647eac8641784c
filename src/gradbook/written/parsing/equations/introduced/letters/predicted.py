r"""Predictions by another mark: y_pred where the exercise has y_hat, of an answer that writes no \hat{y} itself.

Where the exercise marks none, a marked y is what is compared with y.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import prediction_of
from gradbook.written.notation import COMPARES, PREDICTED, plain

_MARKS = {  # what each looks like in a source
    "hat": regex(r"(?:[_\\]|(?<![a-zA-Z])[yopz])hat(?![a-z])|[ŷŶĥô\u0302]"),
    "pred": regex(r"pred(?:icted)?(?![a-z])", re.IGNORECASE),
}

_TARGETS = frozenset({"y", "t"})
_TARGET = regex(r"([yt])_?(\d{1,2})")
_CALCULATED = regex(r"([yop])_?(\d{1,2})")


def with_predictions(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows predictions by the only mark that an answer uses; by two, they may differ."""
    low = source.lower() if source.isascii() else ""  # where none has an accent, a mark is a word
    used = [mark for mark, looks in _MARKS.items() if (mark in low or not low) and looks.search(source) is not None]
    if len(used) != 1:
        return lexicon
    found: dict[str, Symbol] = {}
    for name in lexicon.operands:
        marked = PREDICTED.fullmatch(plain(name))
        written = f"{marked.group(1)}{used[0]}{marked.group(3)}" if marked and marked.group(2) != used[0] else ""
        if written and written not in lexicon.names:
            found[written] = Symbol(name)
    if not any(PREDICTED.fullmatch(plain(name)) for name in lexicon.given):
        several = _of_samples(lexicon, used[0]) or _counted(lexicon, used[0])
        if len(several) > 1:
            stem = re.sub(r"\d+", "", next(iter(several)))
            vectors = {**lexicon.vectors, stem: tuple(node.name for node in several.values())}
            return replace(lexicon, aliases={**lexicon.aliases, **several}, vectors=vectors)
        predicted = lexicon.recall(prediction_of)
        targets = [name for name in lexicon.inputs if len(name) == 1 and f"{name}{used[0]}" not in lexicon.names]
        found = {f"{name}{used[0]}": Symbol(predicted) for name in targets if predicted and name in _TARGETS}
    return replace(lexicon, aliases={**lexicon.aliases, **found}) if found else lexicon


def _of_samples(lexicon: Lexicon, mark: str) -> dict[str, Symbol]:
    """Return what is compared with each of several targets, yhat1 with y1, where no name is marked."""
    found: dict[str, Symbol] = {}
    for name, operands in lexicon.operands.items():
        target = next((match for one in operands if one in lexicon.inputs and (match := _TARGET.fullmatch(one))), None)
        others = [one for one in operands if one in lexicon.operands and one not in lexicon.unnamed]
        if target and len(others) == 1 and lexicon.operations.get(name) in COMPARES:
            found[f"{target.group(1)}{mark}{target.group(2)}"] = Symbol(others[0])
    told = {node.name for node in found.values()}
    return {} if len(told) < len(found) or found.keys() & lexicon.names.keys() else found


def _counted(lexicon: Lexicon, mark: str) -> dict[str, Symbol]:
    """Return the calculated y1, y2 ... of an exercise that marks none of them: they are predictions themselves."""
    counted = ((name, _CALCULATED.fullmatch(name)) for name in lexicon.operands if name not in lexicon.unnamed)
    found = {f"{one.group(1)}{mark}{one.group(2)}": Symbol(name) for name, one in counted if one}
    stems = {name.rstrip("0123456789") for name in found}
    return {} if len(stems) > 1 or found.keys() & lexicon.names.keys() else found
