"""Parameters: what PyTorch calls those of a network, "0.weight" and "fc1.bias", and what loops over them print."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from string import digits

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.names.wiring import is_bias
from gradbook.written.notation import plain

_LABEL = regex(r"(?:(?P<module>\w+(?:\.\w+)*)\.)?(?P<kind>weight|bias)")
_SAID = regex(r"(?m)(?:^[ \t]*|['\"])(?:(\w+(?:\.\w+){0,4})\.)?(?:weight|bias)(?=['\"]|[ \t:=]{1,8}[-\d\[t(P])")
_NUMBERED = regex(r"\d+")
_LOOP = regex(
    r"(?m)for[ ]\(?\w{1,12},[ ]?(?P<value>\w{1,12})\)?[ ]in[ ][\w.]{1,40}\.named_parameters\(\)[ ]?:\s{0,40}"
    r"print\((?P<shown>[^\n]{1,200})\)[ \t]*(?:\#[^\n]*)?$"
)
_PLAIN = frozenset({"item", "detach", "numpy", "tolist", "squeeze", "flatten", "clone", "cpu"})
_LINE = regex(r"[ \t]*(?P<label>(?:\w+\.){0,5}(?:weight|bias))\b[ \t:=]*(?=[-\d\[t(P])")


def parameters(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the weights and biases in the order in which PyTorch lists them; none where their layers are not clear."""
    weights, biases = _learned(lexicon, "weight"), _learned(lexicon, "bias")
    if biases and len(weights) != len(biases):
        return ()
    layers = zip(weights, biases, strict=True) if biases else ((weight,) for weight in weights)
    return tuple(name for layer in layers for name in layer)


def parameters_called(label: str, lexicon: Lexicon, source: str) -> tuple[str, ...]:
    """Return the weights or biases that a label means: those of its layer, by its number or its place in the answer."""
    found = _LABEL.fullmatch(label)
    learned = _learned(lexicon, found["kind"]) if found else []
    if found is None or not learned:
        return ()
    modules = _modules(source)
    if len(modules) == 1:
        return tuple(learned)
    counts = [int(number) for module in modules for number in _number(module)]
    if counts != sorted(counts):
        return ()  # in no order of layers
    if len(modules) == len(learned) and found["module"] in modules:
        return (learned[modules.index(found["module"])],)
    count = _number(found["module"])
    by_number = [name for name in learned if [name[len(name.rstrip(digits)) :]] == count]
    return tuple(by_number) if len(by_number) == 1 else ()


@lru_cache(maxsize=4)
def _modules(source: str) -> tuple[str | None, ...]:
    """Return the modules of which an answer names parameters, in order; None for a parameter of its own."""
    return tuple(dict.fromkeys(said[1] for said in _SAID.finditer(source)))


def _number(module: str | None) -> list[str]:
    """Return the last number in the name of a module, alone; none where it has none."""
    return _NUMBERED.findall(module or "")[-1:]


def label_at(source: str, start: int, end: int) -> str:
    """Return the label of a parameter with which a line begins, a number behind it; "" where none does."""
    line = _LINE.match(source, start, end)
    return line["label"] if line else ""


def shown_by_loops(source: str) -> Iterator[list[str]]:
    """Yield what each loop over named parameters prints behind the name of one, in order: "data", "grad"."""
    for loop in _LOOP.finditer(source) if "named_parameters" in source else ():
        try:
            call = ast.parse(f"print({loop['shown']})", mode="eval").body
        except SyntaxError:
            continue
        if isinstance(call, ast.Call):
            yield [kind for arg in call.args for kind in _kinds(arg, loop["value"])]


def _kinds(arg: ast.expr, value: str) -> Iterator[str]:
    if isinstance(arg, ast.JoinedStr):
        for part in arg.values:
            yield from _kinds(part, value)
    elif any(isinstance(node, ast.Name) and node.id == value for node in ast.walk(arg)):
        yield attribute_of(arg, value)


def attribute_of(tree: ast.expr, value: str) -> str:
    """Return what an expression shows of a parameter, "grad" or "data", rounded or not; "" for what is made of it."""
    match tree:
        case ast.Name(id=name):
            return "data" if name == value else ""
        case ast.Attribute(value=ast.Name(id=name), attr="data" | "grad" as kind):
            return kind if name == value else ""
        case ast.FormattedValue(value=inner) | ast.Call(func=ast.Name(id="round" | "float"), args=[inner, *_]):
            return attribute_of(inner, value)
        case ast.Call(func=ast.Attribute(value=inner, attr=method)) if method in _PLAIN:
            return attribute_of(inner, value)
    return ""


def listed_of(tree: ast.ListComp) -> str:
    """Return what a list shows of each parameter: "grad" of [p.grad for p in net.parameters()]; "" for others."""
    match tree.generators:
        case [
            ast.comprehension(target=ast.Name(id=each), iter=ast.Call(func=ast.Attribute(attr="parameters")), ifs=[])
        ]:
            return attribute_of(tree.elt, each)
    return ""


def _learned(lexicon: Lexicon, kind: str) -> list[str]:
    """Return the inputs that are called as weights are, or as biases, in the order of the exercise."""
    if kind == "bias":
        return [name for name in lexicon.inputs if is_bias(plain(name).rstrip(digits))]
    return [name for name in lexicon.inputs if lexicon.wiring.is_learned(name)]
