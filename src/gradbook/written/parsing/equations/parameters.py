"""Parameters: where an answer writes L(w, b) = ..., L(1, 1) is L at w = 1, b = 1, whatever else L depends on."""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import plain

_DEFINED = regex(r"(?<![\w\\{])([A-Za-z]\w{0,19})\(([^()\n=]{3,60})\)[ \t]*:?=")


def with_parameters(source: str, lexicon: Lexicon) -> Lexicon:
    """Return a lexicon that knows by which of its inputs an answer writes a node, where they are some of several."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for function, inside in _DEFINED.findall(source) if "(" in source else ():
        node = lexicon.name(plain(function)) or ""
        names = tuple(lexicon.name(plain(entry.strip())) or "" for entry in inside.split(","))
        if node in lexicon.operands and all(name in lexicon.below(node) for name in names):
            found.setdefault(node, set()).add(names)
    told = {node: ways.pop() for node, ways in found.items() if len(ways) == 1}
    some = {node: names for node, names in told.items() if 1 < len({*names}) == len(names) < len(lexicon.below(node))}
    return replace(lexicon, parameters=some) if some else lexicon
