"""An equation on the way from tokens to a statement."""

from dataclasses import dataclass, field, replace

from gradbook.written.lexing.tokens import Token

SLOPE_BEGINS = frozenset({"diff", "der", "frac", "pd"})  # kinds of tokens


@dataclass(slots=True)
class Draft:
    """An equation as tokens: its sides and the relations between them, and where in the stream it stands.

    Attributes:
        sides: the tokens of each side.
        relations: of each side to the one before it; "" for the first.
        spoiled: the sides with something in them that is not understood.
        first, last: places in the stream of tokens.
        given: what the quantity was before, in "w: 5 -> 4.94".
        unsure: an unknown word that stands between this equation and another.
        split: the same read as several equations, where "10 r" may be a product or the end of one and the begin of
            another; `sure` if nothing speaks for the product.
        joined: numbers are taken to be what a formula before them comes to, which is not said.
    """

    first: int
    last: int
    sides: list[list[Token]] = field(default_factory=lambda: [[]])
    relations: list[str] = field(default_factory=lambda: [""])
    spoiled: set[int] = field(default_factory=set)
    given: list[Token] = field(default_factory=list)
    unsure: Token | None = None
    split: list["Draft"] = field(default_factory=list)
    sure: bool = False
    joined: bool = False

    @property
    def head(self) -> list[str]:
        """The texts of the tokens that its first side has."""
        return [token.text for token in self.sides[0] if not token.edge]

    def trimmed(self) -> "Draft":
        """Return the equation without empty sides before its first: "the error is delta = 3" begins at delta."""
        if self.sides[0]:
            return self
        empty = next((number for number, side in enumerate(self.sides) if side), 0)
        if not empty:
            return self
        return replace(
            self,
            sides=self.sides[empty:],
            relations=["", *self.relations[empty + 1 :]],
            spoiled={number - empty for number in self.spoiled if number >= empty},
        )

    def followed_by(self, calculation: "Draft", *, said: bool = False) -> "Draft":
        """Return the equation with the sides of a calculation behind it, which are said, or taken, to be its value."""
        return replace(
            self,
            last=calculation.last,
            sides=[*self.sides, *calculation.sides],
            relations=[*self.relations, "=", *calculation.relations[1:]],
            spoiled=self.spoiled | {len(self.sides) + number for number in calculation.spoiled},
            joined=self.joined or not said,
        )

    @property
    def states(self) -> bool:
        """Whether there is a relation in it."""
        return len(self.sides) > 1

    @property
    def tokens(self) -> list[Token]:
        """The tokens of all sides."""
        return [token for side in self.sides for token in side]

    @property
    def begins_with_slope(self) -> bool:
        """Whether its first side begins as a derivative does."""
        return any(token.kind in SLOPE_BEGINS for token in self.sides[0][:1])

    @property
    def spoken(self) -> bool:
        """Whether it is only a verb, or the name of a function among words: "the relu lets it through"."""
        return all(token.kind == "fn" for token in self.tokens)
