r"""The last layer by its letter: a^{(L)} and \delta^L, where the exercise has numbers for its layers.

The layer before it, a^{(L-1)}, is the one with the number before; that of the data, a^{(0)}, is the only input.
"""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.wiring import is_bias
from gradbook.written.notation import plain

_LETTER = regex(
    r"(?P<mark>[_^])\s*(?:\{\s*[(\[]?\s*L\s*(?:[-−]\s*(?P<before>[12])\s*)?[)\]]?\s*\}|[(\[]L[)\]]|L(?![\w(]))"
)
_LAYERED = regex(  # what has layers
    r"(?:(?P<sure>\\delta|δ)|(?<![A-Za-z\\])[aAzZwWbBhH]"
    r"|\\(?:math(?:bf|bb|rm|it)|boldsymbol|bm|vec|hat|bar)\s*\{?\s*(?:\\delta|[aAzZwWbBhH])\s*\}?)"
    r"(?:\s*[_^]\s*(?:\{[^{}]{1,8}\}|\w)|['′]){0,2}\s*$"
)
_BEFORE_LAST = regex(r"L\s*[-−]\s*1")
_NEAR = 24  # signs of a name
_CALLED = regex(  # \delta^{out}, as others write \delta_{out}
    r"((?:\\delta|δ)\s*)\^(?=\s*(?:\{\s*(?:\\(?:text|mathrm)\s*\{\s*)?\(?(?:out|output|hid|hidden|o|h)\)?\s*\}|[oh](?!\w)))"
)
_MARKED = regex(r"(?<![A-Za-z])(\\?[A-Za-z]+_(?:\{\w{1,3}\}|\w))\s*\^\s*\{?\s*[(\[]\s*(\d)\s*[)\]]\s*\}?")
_NUMBERED = regex(r"[aAzZhHwWbB](\d)")
_LAYER_ZERO = regex(  # a^{(0)} = x, and whatever else it is said to be
    r"(?<![A-Za-z\\])[ah]\s*(?:[_^]\s*)?\{?\s*[(\[]?\s*0\s*[)\]]?\s*\}?\s*\$?\s*(?:&?\s*:?=|:|(?=≠|\\neq?\b)|\bis\b)"
    r"\s*\$?([^\n,;.$=&)]*)(?![\d.])"
)
_FEWEST = 2  # names of a layer


def in_numbers(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with a number for the letter of the last layer, below the name.

    A blank where no other layer has names; and no layers above names that have none.
    """
    if "^" in source:
        source = _without_marks(_CALLED.sub(r"\1_", source), lexicon)
    if "L" not in source or not _LETTER.search(source):
        return source
    last = _last(lexicon)
    given = [plain(name) for name in lexicon.given]
    named = any(name[-1:] == "L" and len(name) > 1 for name in given)
    only = not any(letter.isdecimal() for name in given for letter in name)  # z and a are those of the last layer
    if not (last or named or only):
        return source

    above = _BEFORE_LAST.search(source) is not None

    def number(found: re.Match[str]) -> str:
        before = int(found["before"] or 0)
        base = _LAYERED.search(source, max(0, found.start() - _NEAR), found.start())
        if base is None:
            return found.group()
        may_be_power = found["mark"] == "^" and not above and not base["sure"] and found.group()[-1:] == "L"
        if only and not before and not named and may_be_power:
            return found.group()
        if only and not before and not named:
            return " " * len(found.group())
        if not last:
            return found.group() if before or not named else "_L".ljust(len(found.group()))
        index = f"_{last - before}" if last - before >= 0 else found.group()
        return index.ljust(len(found.group()))

    return _LETTER.sub(number, source)


def _without_marks(source: str, lexicon: Lexicon) -> str:
    """Return a source without the layers above names that have none: w_{11}^{(1)} and w_{13}^{(2)} of w11 and w13.

    A name with several numbers above it counts steps or samples.
    """
    marks: dict[str, set[str]] = {}
    for name, layer in _MARKED.findall(source):
        marks.setdefault(plain(name), set()).add(layer)
    layers = set().union(*marks.values()) if marks else set()
    known = all(
        name in lexicon.names and f"{name}^({layer})" not in lexicon.names for name in marks for layer in layers
    )
    if len(layers) < _FEWEST or "0" in layers or not known or any(len(found) > 1 for found in marks.values()):
        return source
    return _MARKED.sub(lambda found: found[1].ljust(len(found.group())), source)


def _last(lexicon: Lexicon) -> int:
    """Return the number of the last layer; 0 where the exercise numbers no layers."""
    numbers = [int(found[1]) for name in lexicon.given if (found := _NUMBERED.fullmatch(plain(name)))]
    counted = [number for number in set(numbers) if numbers.count(number) >= _FEWEST]
    last = max(counted, default=0)
    return last if sorted(counted) == list(range(1, last + 1)) else 0


def with_data_layer(source: str, lexicon: Lexicon) -> Lexicon:
    r"""Return a lexicon that knows the only input that is data as layer zero, a^{(0)} or a_0."""
    if "0" not in source or not _last(lexicon):
        return lexicon
    first = lexicon.names.get("z1")
    data = [name for name in lexicon.below(first) if not lexicon.wiring.is_learned(name)] if first else []
    data = [name for name in data if not is_bias(plain(name).rstrip("0123456789"))]
    if len(data) != 1 or _is_otherwise(source, data[0]):
        return lexicon
    found = {form: Symbol(data[0]) for form in ("a0", "a^(0)", "a^[0]", "h0", "h^(0)") if form not in lexicon.names}
    return replace(lexicon, aliases={**lexicon.aliases, **found})


def _is_otherwise(source: str, data: str) -> bool:
    """Whether an answer says that layer zero is something else than the data."""
    return any(
        plain(said.strip(" $&")).lower() not in (plain(data).lower(), "") for said in _LAYER_ZERO.findall(source)
    )
