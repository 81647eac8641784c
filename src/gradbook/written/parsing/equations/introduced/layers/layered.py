r"""Layers in brackets, W^{[1]} and z^{[2]}: the graph's own, where its names count units and not layers.

Round brackets may count steps or samples instead: W^{(1)} beside W^{(2)}, and no W^{(0)}, are of layers.
"""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.tiers import Rows, tiers

_WRITTEN = regex(r"([ZzAaHhWwBb])\s?\}?\s?(?:_\s?\{?\d{1,2}\}?\s?)?\^\s?\{?\s?(\[\d\]|\(\d\))")
_OF_LAYERS = {"W^(1)", "W^(2)"}
_LOW = regex(r"(?<![A-Za-z\\])W(?:_?(\d)|_\{(\d)\}|([₁₂₃₄]))(?![\d₀-₉,]|_?\{?\d)")
_DIGITS = str.maketrans("₁₂₃₄", "1234")
_INPUTS = "^[0]"  # a^[0] is x


def with_tiers(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows the layers that an answer writes; names that have them already stay what they are."""
    lexicon = _with_lowered(source, lexicon) if "W" in source else lexicon
    written = {f"{letter}^{layer}" for letter, layer in _WRITTEN.findall(source)}
    if not written >= _OF_LAYERS or any(name[1:] == "^(0)" for name in written):
        written = {name for name in written if name[2] == "["}
    if not written:
        return lexicon
    known = lexicon.recall(layers_of)
    if written >= _OF_LAYERS:
        known = known | {f"{name[:2]}({name[3]})": rows for name, rows in known.items()}
    layers = {name[1:] for name in known} | {_INPUTS}
    if any(name[1:] not in layers for name in written):
        return lexicon  # the answer counts its layers otherwise
    found = {name: known[name] for name in written & known.keys() if not _is_named(name, known[name], lexicon)}
    signals = {
        f"delta{name[1:]}": tuple(Derivative(lexicon.output, unit) for (unit,) in rows)
        for name, rows in known.items()
        if name[0] == "z" and len(rows) > 1
    }
    return (
        replace(lexicon, tiers={**lexicon.tiers, **found}, slopes={**lexicon.slopes, **signals}) if found else lexicon
    )


def _with_lowered(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows W_1 and W_2 as the weights of layers, where the exercise has no such names."""
    written = {"".join(digits).translate(_DIGITS) for digits in _LOW.findall(source)}
    if not {"1", "2"} <= written:
        return lexicon
    known = lexicon.recall(layers_of)
    names = {f"W{digit}": known.get(f"W^[{digit}]", ()) for digit in written}
    taken = any(lexicon.name(form) or lexicon.array(form) for name in names for form in (name, name.lower()))
    taken = taken or any(len(rows) > 1 < len(rows[0]) for rows in names.values())  # in rows, or in columns?
    if taken or not all(names.values()):
        return lexicon
    return replace(lexicon, tiers={**lexicon.tiers, **names})


def layers_of(lexicon: Lexicon) -> dict[str, Rows]:
    """Return what z^[1], W^[1] and so on are, whether an answer writes them or not."""
    return tiers(lexicon.operands, lexicon.operations, lexicon.unnamed, lexicon.wiring)


def _is_named(written: str, rows: Rows, lexicon: Lexicon) -> bool:
    """Whether the exercise's own names say the layer: z1 of z1_1 and z1_2, or a2 where that is all of its layer."""
    name = written[0] + written[3]
    return lexicon.array(name) != () or (lexicon.name(name) == rows[0][0] and len(rows) == len(rows[0]) == 1)
