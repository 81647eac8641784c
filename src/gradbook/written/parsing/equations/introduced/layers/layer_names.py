r"""Layers by a number, Z1 = W1 @ x + b1 and \mathbf{h}_1, where the exercise's names count units: z_1, z_2.

Such an answer is read with the names that a layered exercise would have, z1_1, w1_12, and what is read is said of the
exercise's own quantities again. What an answer calls by one number is a layer only where it writes an array for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.tiers import Rows
from gradbook.written.notation import lowered, plain

T = TypeVar("T")

# Blanks and digits have bounds: a long run of them must not be looked through again and again.
_LAYER = r"(?:\s?\}?\s?(?:[_^]\s?\{?\s?)?[\[({⁽]?(?P<layer>[1-9₁-₉¹²³])[\])}⁾]?\}?)"
_STEM = r"(?P<stem>[A-Za-z])(?:\}\s?)?"
_WRITTEN = regex(rf"(?<![A-Za-z\\]){_STEM}{_LAYER}(?![\d.\w])")
_SIGN = r"(?:d|\\partial\s?|∂|\\math\w{1,4}\{|\\boldsymbol\{|\\nabla_\{?|∇_?)?"
_STATED = regex(rf"(?<![A-Za-z]){_SIGN}{_STEM}{_LAYER}[^=≈\n]{{0,12}}(?:=|≈|\\approx|:)(?P<rest>[^\n]*)")
_NUMBER = r"[-−+]?\d[\d.]{0,20}"
_ARRAY = regex(
    rf"\[\s{{0,9}}\[?\s?{_NUMBER}(?:\s?[,;]\s?|\s{{1,9}}){_NUMBER}|\\begin\{{(?:[pbv]?(?:small)?matrix|array)\}}"
)
_ENTRY = regex(rf"(?:\\begin\{{\w{{0,6}}matrix\}}|\\\\|&)\s?{_STEM}{_LAYER}\s?(?:\\\\|&|\\end)")  # of a vector
_RESULT = regex(r"[=≈]\s{0,9}[-−+]?\d[\d.]{0,20}(?![\d.]|\s{0,9}[*·×/+\-−^(\[])")
_SUMS, _OUTS, _COUNTED = "zsunZSUN", "ahoAHO", "zZaAhHsSuUwW"
_FEWEST = 2  # layers of an answer that counts them
_TIMES = r"\s?(?:@|\\cdot|·|\*|\.dot\(|,|\\,)?\s?(?:\\math\w{1,4}\{\s?)?"
_VECTOR = r"[xXaAhHoO](?:\}|[_^]\{?[\[(]?\d[\])]?\}?|\d)?(?:\^\{?(?:T|\\top|\\intercal)\}?|\.T|ᵀ)?"
_ROWS = regex(rf"(?<![A-Za-z\\]){_VECTOR}{_TIMES}W")
_COLUMNS = regex(rf"W{_LAYER}{_TIMES}{_VECTOR}(?![a-zA-Z(])")


@dataclass(frozen=True)
class LayerNames:
    """The names under which an answer is read.

    Attributes:
        lexicon: with these names.
        own: of each of them, the exercise's own.
    """

    lexicon: Lexicon
    own: Mapping[str, str]

    def restored(self, read: T) -> T:
        """Return what was read, a statement say, of the exercise's own quantities."""
        found: T = _renamed(read, self.own)
        return found


def layer_names(source: str, lexicon: Lexicon, layers: Mapping[str, Rows]) -> LayerNames | None:
    """Return the names by which an answer is read that counts layers; None where it counts none, or otherwise.

    Args:
        source: the answer.
        lexicon: the exercise's.
        layers: what z^[1], W^[1] and so on are.
    """
    if not any(len(rows) > 1 for rows in layers.values()) or not _states_layers(source, lexicon, layers):
        return None
    lying = _ROWS.search(source) is not None
    if lying and _COLUMNS.search(source):
        return None
    names = _names(source, layers, lying=lying)
    taken = {plain(form) for name in names.values() for form in (name, name.split("_")[0])}
    if len(set(names.values())) < len(names) or any(plain(name) in taken for name in set(lexicon.given) - names.keys()):
        return None
    known = {name: Symbol(new) for name, new in names.items() if plain(name) not in taken}  # its own names too
    found = replace(lexicon.renamed(names), aliases=known)
    return LayerNames(found, {new: name for name, new in names.items()})


def _names(source: str, layers: Mapping[str, Rows], *, lying: bool) -> dict[str, str]:
    """Return what the exercise's own names would be if they counted layers, by the letters of an answer."""
    names: dict[str, str] = {}
    for kind, stem in {"z": _stem(source, _SUMS), "a": _stem(source, _OUTS), "W": "w", "b": "b"}.items():
        for layer in range(1, 10):
            rows = layers.get(f"{kind}^[{layer}]", ())
            for name, index in _indexed(rows, lying=lying):
                names.setdefault(name, f"{stem}{layer}_{index}" if index else f"{stem}{layer}")
    return names


def _states_layers(source: str, lexicon: Lexicon, layers: Mapping[str, Rows]) -> bool:
    """Whether an answer writes an array for what has one number, which is no array of the exercise's own names."""
    numbers = {key[-2] for key in layers}
    if any(lexicon.array(f"{stem}{number}") for stem in _SUMS + _OUTS for number in numbers):
        return False
    written = {plain(lowered(match["layer"])) for match in _WRITTEN.finditer(source) if match["stem"] in _COUNTED}
    if not written <= numbers or len(written) < _FEWEST:
        return False
    if any(match["stem"] in _SUMS + _OUTS for match in _ENTRY.finditer(source)):
        return False  # of units
    arrays = False
    for match in _STATED.finditer(source):
        number, rest = plain(lowered(match["layer"])), match["rest"]
        if match["stem"] not in _COUNTED or number not in numbers:
            continue
        is_array = _ARRAY.search(rest) is not None
        arrays = arrays or is_array
        units = layers.get(f"z^[{number}]") or layers.get(f"a^[{number}]", ())
        if not is_array and len(units) > 1 and match["stem"] not in "wW" and _RESULT.search(f"={rest}"):
            return False  # z_1 = 0.2 is of a unit
    return arrays


def _stem(source: str, letters: str) -> str:
    """Return the letter, in lower case, by which an answer calls the layers of a kind."""
    counted = [match["stem"] for match in _WRITTEN.finditer(source) if match["stem"] in letters]
    return max(letters.lower(), key=lambda letter: sum(stem.lower() == letter for stem in counted))


def _indexed(rows: Rows, *, lying: bool) -> Iterator[tuple[str, str]]:
    """Yield names with the indices that they have in a layer."""
    for row, names in enumerate(rows, 1):
        for column, name in enumerate(names, 1):
            both = (column, row) if lying else (row, column)
            one = str(max(row, column)) if len(rows) * len(names) > 1 else ""
            yield name, "".join(map(str, both)) if len(rows) > 1 < len(names) else one


def _renamed(read: Any, own: Mapping[str, str]) -> Any:
    """Return what was read with other names for its quantities, however deep these stand in it."""
    match read:
        case str():
            return own.get(read, read)
        case Symbol(name):
            return Symbol(own.get(name, name))
        case New(name):
            return New(own.get(name, name))
        case Old(name):
            return Old(own.get(name, name))
        case Derivative(of, by, direct):
            return Derivative(own.get(of, of), own.get(by, by), direct)
        case tuple() | list():
            return type(read)(_renamed(part, own) for part in read)
        case frozenset():
            return frozenset(_renamed(part, own) for part in read)
    if is_dataclass(read) and not isinstance(read, type):
        changed = {f.name: _renamed(getattr(read, f.name), own) for f in fields(read)}
        return replace(read, **{name: value for name, value in changed.items() if value is not getattr(read, name)})
    return read
