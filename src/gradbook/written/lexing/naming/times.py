"""Times: an x that is a sign between numbers and brackets, "(3) x (8)", and no name."""

from functools import cached_property

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.naming.units import Units
from gradbook.written.notation import plain

FACTOR = regex(r" (?:\d|\.\d|[-−]\d|[(\[|]\s*[-−+\d])")
_OPERANDS = frozenset({"num", "close", "name", "der", "new", "old", "rate"})
_OPERAND = regex(r" [-−]?(?:[\d(√∂]|(d?)([^\W\d]\w*))")
_POWER_OF_E = regex(r" e\s?(?:\^|\*\*)")
_TIGHT = regex(r"(?P<digits>\d+)(?:[.,]\d)?|[-−]?\.?\d")  # "4x1.5", "2x-3"
_INDEXED = regex(r"(?<![\w.])x(\d+)(?!\w)")
_RAISED = ("2", "3")  # may be a power that lost its place: "3x2"
_BY_X = regex(r"[\d)] [xX] (?:[-−]\s*)?[\d(\[]|/[d∂]\w+ [xX] [d∂]\w+/")


class Times(Units):
    """What a lexer does with an x."""

    def _is_times(self, start: int, end: int) -> bool:
        """Whether an x between numbers and brackets is a sign: "(3) x (8)", "3 x -4", "4x1.5".

        Between names it is one too where the answer writes it so between numbers: "q x z = 3 x -4".
        """
        previous = self._tokens[-1].kind if self._tokens else ""
        if self._source[start - 1 : start] != " ":
            return previous == "num" and self._is_tight(start, end)
        if previous in ("num", "close") and FACTOR.match(self._source, end):
            return True
        behind = _OPERAND.match(self._source, end) if previous in _OPERANDS else None
        if behind is not None and behind.group(2) and self._is_product(self._tokens[-1].name, behind.group(2)):
            return True  # "f = a x b", which the exercise multiplies
        if behind is None or not self._by_x:
            return False
        name, lexicon = behind.group(2), self._lexicon
        if not name or plain(name) in lexicon.names or plain(behind.group(1) + name) in lexicon.names:
            return True
        return (
            bool(lexicon.array(name)) or name in lexicon.functions or _POWER_OF_E.match(self._source, end) is not None
        )

    def _is_product(self, one: str | None, other: str) -> bool:
        """Whether two quantities are multiplied in the exercise, with no x between them."""
        lexicon, name = self._lexicon, self._lexicon.name(other)
        pairs = (lexicon.operands[node] for node, operation in lexicon.operations.items() if operation == "mul")
        return bool(one) and name is not None and any(sorted(pair) == sorted((str(one), name)) for pair in pairs)

    def _is_tight(self, start: int, end: int) -> bool:
        """Whether digits stand right before an x and behind it, and the answer has no such name."""
        behind = _TIGHT.match(self._source, end, self._end)
        if behind is None or not self._source[start - 1].isdigit():
            return False
        digits, own = behind["digits"], "x" in self._lexicon.names
        if digits is None:
            return not own  # "2x-3" is a difference where x is a name
        named = f"x{digits}" in self._lexicon.names or digits in self._indices_of_x
        return not named and not (own and behind.group() in _RAISED)

    @cached_property
    def _indices_of_x(self) -> frozenset[str]:
        """The numbers that stand behind an x which stands by itself."""
        return frozenset(_INDEXED.findall(self._source))

    @cached_property
    def _by_x(self) -> bool:
        return _BY_X.search(self._source) is not None
