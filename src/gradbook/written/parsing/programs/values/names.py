"""Names: what the identifiers of a program mean, such as df_dx, grad_w, x_new and derivative_f_wrt_x."""

from collections.abc import Callable

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node, Old, Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.forms.derivatives import derivative_of
from gradbook.written.lexing.tokens import Token

_OF_BY = regex(
    r"(?:(?:derivative|deriv|partial|gradient|grad|del|d)_?(?:of_)?)?(\w+?)_(?:d|wrt|by|by_d|over|over_d|nach)_?(\w+)"
)
_PAIR = regex(r"(?:(?:derivative|deriv|partial|gradient|grad)_|D_?)(\w+?)_(\w+)")  # derivative_f_w, Df_w
_SHORT = regex(r"g_(\w+)")  # g_w, the gradient by w
_FOUND_BY = regex(r"_(?:manual|manuell|manuel|by_hand|hand|analytic|analytical|exact|val|value)$")


class Names:
    """Looks identifiers up in a lexicon.

    Args:
        lexicon: the exercise's.
        lex: gives the tokens of a piece of mathematics.
    """

    def __init__(self, lexicon: Lexicon, lex: Callable[[str], list[Token]]) -> None:
        self._lexicon = lexicon
        self._lex = lex
        self._known: dict[str, Node | None] = {}
        self._shouts = any(name != name.lower() for name in (*lexicon.inputs, *lexicon.operands))
        self._trailing = any(name.endswith("_") for name in (*lexicon.inputs, *lexicon.operands))

    def __getitem__(self, identifier: str) -> Node | None:
        """Return the quantity that an identifier names; None where it is a name of the learner's own."""
        if identifier not in self._known:
            self._known[identifier] = self._look(identifier)
        return self._known[identifier]

    def _exact(self, identifier: str) -> Node | None:
        """Return the quantity of which an identifier is the name letter by letter, or the gradient by it."""
        for name in (*self._lexicon.inputs, *self._lexicon.operands):
            if identifier == name:
                return Symbol(name)
            if identifier in (f"d{name}", f"d_{name}"):
                return Derivative(self._lexicon.output, name)
        return None

    def _slopes(self, identifier: str) -> list[Derivative]:
        """Return the derivatives that an identifier spells letter by letter, where y_ is a name, and y may be one."""
        names = (*self._lexicon.inputs, *self._lexicon.operands)
        return [
            Derivative(of, by)
            for of in self._lexicon.operands
            if identifier.startswith(f"d{of}")
            for by in names
            if by != of and identifier in (f"d{of}_d{by}", f"d{of}d{by}")
        ]

    def _look(self, identifier: str) -> Node | None:
        lexicon = self._lexicon
        own = identifier in lexicon.aliases and identifier not in lexicon.further
        if own or not identifier.strip("_"):
            return None  # a name of the learner's own: the program says what it is at each line
        if identifier.endswith("_") and (exact := self._exact(identifier)):
            return exact
        if self._trailing and (slopes := self._slopes(identifier)):
            return slopes[0] if len(slopes) == 1 else None
        if lexicon.name(identifier) is None and (pair := derivative_of(identifier, lexicon)):
            return Derivative(*pair)
        tokens = self._lex(identifier)
        match tokens:
            case [Token(node=Symbol(name) | New(name) | Old(name))] if name and tokens[0].kind != "vec":
                return tokens[0].node
            case [Token(node=Derivative() | Rate())]:
                return tokens[0].node
            case [Token(kind="diff", text="d"), Token(kind="name", node=Symbol(name))]:
                return Derivative(lexicon.output, name)
        if found := _OF_BY.fullmatch(identifier):
            of, by = map(lexicon.name, found.groups())
            if of is not None and of in lexicon.operands and by is not None:
                return Derivative(of, by)
        if two := _PAIR.fullmatch(identifier):
            of, by = map(lexicon.name, two.groups())
            if of is not None and by is not None and by != of and by in lexicon.cone(of):
                return Derivative(of, by)
        if (short := _SHORT.fullmatch(identifier)) and lexicon.name("g") is None:
            by = lexicon.name(short.group(1))
            return Derivative(lexicon.output, by) if by is not None else None
        if identifier.isupper() and not self._shouts:  # FORTRAN AND BASIC
            return self[identifier.lower()]
        bare = _FOUND_BY.sub("", identifier)
        found_by = self[bare] if bare != identifier else None
        valued = bare + "_val" == identifier and isinstance(found_by, Symbol)  # u_val beside the formula of u
        return found_by if valued or isinstance(found_by, Derivative) else None
