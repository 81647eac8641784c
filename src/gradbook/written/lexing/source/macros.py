r"""Macros: the commands that an answer defines for itself, and what they stand for.

And those that a page defines elsewhere and that only set what they are of, in a colour say: \act{z} = \act{0.4}.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from gradbook.core.text.patterns import regex

MAX_EXPANSIONS = 200  # in one answer
MAX_EXPANDED = 2_000  # signs that one command may become
MAX_NESTED = 20  # commands that stand for each other, or for themselves

_DEFINITION = regex(
    r"\s*\{?\\(?P<name>[a-zA-Z]+)\}?\s*(?:\[(?P<count>\d)\](?:\[[^\]]{0,40}\])?|(?P<hashes>(?:#\d)+))?\s*"
)
_COMMAND = regex(r"\\([a-zA-Z]{2,12})(?![a-zA-Z])(?:\s*\{((?:[^{}=≈]|\{(?:[^{}]|\{[^{}]{0,20}\}){0,40}\}){1,80})\})?")
_VALUE = regex(r"\s*[-−]?\d[\d.]*\s*")
_RESULT = regex(  # at the end of its chain, as no function is
    r"[=≈]\s*\\([a-zA-Z]{2,12})\s*\{\s*[-−]?\d[\d.]*\s*\}\s*"
    r"(?=\\[;\])\\]|\\,?\s*\\q?quad|\\q?quad|[,.;$]|\n|\Z)"
)
_SAYS = regex(  # names of commands that do something, or say something of what they are of
    r"wrong|fals|fau|not?$|old|prev|bad|del|strike|cross|rem|err|fix|todo|guess|friend|target|sq|opp|min|neg|inv|half|doub"
    r"|twice|abs|log|exp|sig|relu|tanh|soft|grad|new|est|approx"
)
_FEWEST = 2  # such commands on a page that sets its mathematics in colours
_ARGUMENT = regex(r"\s*(\\[a-zA-Z]+|[^\s{}\\])")


@dataclass(slots=True)
class Macros:
    """What the answer's own commands stand for, each with the number of its arguments.

    Attributes:
        source: the answer.
        nested: how many of them are being put in, each in the one before.
    """

    source: str = ""
    nested: int = 0
    _bodies: dict[str, tuple[str, int]] = field(default_factory=dict)
    _expanded: int = 0

    def __len__(self) -> int:
        return len(self._bodies)

    def __contains__(self, name: str) -> bool:
        return name in self._bodies

    def define(self, source: str, at: int, operator: bool) -> int:
        r"""Take the definition behind \newcommand; return the place behind it, or 0 where there is none.

        Args:
            operator: it is one of \DeclareMathOperator, whose body is a name.
        """
        head = _DEFINITION.match(source, at)
        body = group(source, head.end()) if head else None
        if not head or body is None:
            return 0
        text, end = body
        count = int(head.group("count") or len(head.group("hashes") or "") // 2)
        self._bodies[head.group("name")] = (rf"\operatorname{{{text}}}" if operator else text, count)
        return end

    def expand(self, name: str, source: str, at: int) -> tuple[str, int] | None:
        """Return what a command stands for, its arguments put in, and the place behind it; None if it cannot be."""
        text, count = self._bodies[name]
        self._expanded += 1
        for place in range(1, count + 1):
            if braced := group(source, at):
                given, at = braced
            elif one := _ARGUMENT.match(source, at):
                given, at = one.group(1), one.end()
            else:
                return None
            text = text.replace(f"#{place}", f"{{{given}}}" if len(given) > 1 else given)
        few = self._expanded <= MAX_EXPANSIONS and self.nested < MAX_NESTED
        return (text, at) if few and len(text) <= MAX_EXPANDED else None

    def only_sets(self, name: str) -> bool:
        """Whether a command that is defined nowhere here does nothing to what it is of."""
        return name in _setting(self.source)


@lru_cache(maxsize=4)
def _setting(source: str) -> frozenset[str]:
    """Return the commands that are always of names and of numbers alone, if one of them is of a result at its end."""
    names, values, others = set[str](), set[str](), set[str]()
    for command in _COMMAND.finditer(source):
        name, inside = command.groups()
        kind = others if inside is None else values if _VALUE.fullmatch(inside) else names
        kind.add(name)
    both = (names & values) - others
    results = {*_RESULT.findall(source)} - others
    found = both | (results & values)
    sure = bool(both & results) and len(found) >= _FEWEST
    return frozenset(name for name in found if name == "err" or not _SAYS.search(name.lower())) if sure else frozenset()


def group(source: str, at: int) -> tuple[str, int] | None:
    """Return what stands in the braces that begin here, and the place behind them."""
    begin = at
    while source[begin : begin + 1].isspace():
        begin += 1
    if source[begin : begin + 1] != "{":
        return None
    depth = 0
    for place in range(begin, min(len(source), begin + MAX_EXPANDED)):
        if source[place] in "{}" and source[place - 1 : place] != "\\":
            depth += 1 if source[place] == "{" else -1
            if not depth:
                return source[begin + 1 : place], place + 1
    return None
