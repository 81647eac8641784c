"""Names of a tape's nodes: those that were given, and letters for calculated nodes without one.

The letters follow from the tape alone: its unnamed nodes get q, r, s, ... in their order, whoever looks first, and a
letter that somebody gives to a node, with or without an index, is passed over. Looking at a name changes nothing.
"""

from gradbook.graph.errors import GraphError

_LETTERS = ("q", "r", "s", "t", "u", "v", "p", "m", "n", "k", "h", "g", "c", "y")  # no d and e, which are signs too


class Names:
    """Names to places on a tape, and back.

    Args:
        codes: the tape's op codes, which grow with it.
        leaf: the first code that is no calculated node's.
    """

    def __init__(self, codes: list[int], leaf: int) -> None:
        self._codes = codes
        self._leaf = leaf
        self._places: dict[str, int] = {}
        self._given: dict[int, str] = {}
        self._letters: tuple[tuple[int, int], dict[int, str]] = ((0, 0), {})  # (length, names given) then

    def copy(self, codes: list[int]) -> "Names":
        """Return the same names for a copy of the tape."""
        other = Names(codes, self._leaf)
        other._places, other._given = dict(self._places), dict(self._given)
        return other

    def give(self, index: int, name: str) -> None:
        """Name a node.

        Raises:
            GraphError: the name is taken or no name.
        """
        if not name.isidentifier():
            raise GraphError(f"{name!r} is not a name: use letters, digits and _, beginning with a letter.")
        if name in self._places:
            raise GraphError(f"the name {name} is taken.")
        self._places[name] = index
        self._given[index] = name

    def alias(self, index: int, name: str) -> None:
        """Give a node a further name, by which it is found but not called."""
        self._places[name] = index

    def is_given(self, name: str) -> bool:
        """Whether somebody gave this name to a node."""
        return name in self._places

    def given(self, index: int) -> str | None:
        """Return the name that a node was given, if it was."""
        return self._given.get(index)

    def of(self, index: int) -> str:
        """Return the name of a calculated node, or of one that was given a name."""
        name = self._given.get(index) or self._automatic().get(index)
        if name is None:  # all letters are spent
            name = f"v{index}"
            while name in self._places:
                name += "_"
        return name

    def place(self, name: str) -> int | None:
        """Return where the node with a name stands on the tape; None where there is none."""
        if name in self._places:
            return self._places[name]
        for index, letter in self._automatic().items():
            if letter == name:
                return index
        digits = name.rstrip("_")[1:]
        index = int(digits) if name[:1] == "v" and digits.isdecimal() and len(digits) < 19 else -1
        is_calculated = 0 <= index < len(self._codes) and self._codes[index] < self._leaf
        return index if is_calculated and self.of(index) == name else None

    def known(self) -> list[str]:
        """Return the names that were given, then the letters."""
        return [*self._places, *self._automatic().values()]

    def _automatic(self) -> dict[int, str]:
        state = len(self._codes), len(self._places)
        if self._letters[0] != state:
            stems = {name.rstrip("0123456789").rstrip("_") for name in self._places}  # t beside t1 and t2 would confuse
            free = [letter for letter in _LETTERS if letter not in self._places and letter not in stems]
            unnamed = (i for i, code in enumerate(self._codes) if code < self._leaf and i not in self._given)
            self._letters = (state, dict(zip(unnamed, free, strict=False)))
        return self._letters[1]
