"""Doctests: the sessions in texts that document functions, and at which point the calls in them are."""

import re
from collections.abc import Callable, Iterator

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node
from gradbook.written.parsing.programs.output.outputs import NUMBER

SESSION = regex(r"^[ \t]*>>> ", re.MULTILINE)
QUOTES = '"""'
_DEFINED = regex(r"\bdef (?P<name>\w+)\((?P<params>[^()\n]*)\)[^\n:]*:\s*\Z")
_CALLED = regex(r"\b(?!(?:round|print|abs|float)\()(?P<name>[A-Za-z_]\w*)\((?P<args>[^()\n]*)\)")
_NUMERIC = regex(rf"[ \t]*{NUMBER}[ \t]*")


def called_with(
    source: str, start: int, end: int, named: Callable[[str], Node | None]
) -> Iterator[tuple[Symbol | None, Number]]:
    """Yield what the calls in a session give numbers: the quantity that a parameter is called after, or None.

    Args:
        source: the answer.
        start, end: where the text with the session stands; the lines before it are no tree, as a prompt stands in them.
        named: gives the quantity that a name means.
    """
    function = _DEFINED.search(source, 0, start)
    params = [param.partition(":")[0].strip() for param in function["params"].split(",")] if function else []
    for call in _CALLED.finditer(source, start, end):
        own = params if function and call["name"] == function["name"] else []
        for place, argument in enumerate(call["args"].split(",")):
            key, _, number = argument.rpartition("=")
            if _NUMERIC.fullmatch(number):
                node = named(key.strip() or (own[place] if place < len(own) else "_"))
                yield (node if isinstance(node, Symbol) else None), Number(float(number.replace("−", "-")))
