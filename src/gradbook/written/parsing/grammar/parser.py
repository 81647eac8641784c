"""From the tokens of one side to an expression: a Pratt grammar with implicit products, and derivatives as leaves."""

import math

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import QUANTITIES, At, Call, Node, Old, Rate, compare, evaluate, is_literal
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import function_of, slope_of_function, target_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import ACTIVATIONS, CONTRADICTED, IDENTITY, OWN
from gradbook.written.parsing.grammar.arguments import at_point
from gradbook.written.parsing.grammar.bars import point_under, put_in
from gradbook.written.parsing.grammar.brackets import balanced, matches
from gradbook.written.parsing.grammar.operands.cases import Cases, holds
from gradbook.written.parsing.grammar.operands.cursor import UnreadError
from gradbook.written.parsing.grammar.operands.scientific import product
from gradbook.written.parsing.grammar.operands.slopes import Slopes
from gradbook.written.points import Point

_WHOLE = frozenset({"num", "name", "der", "new", "old", "rate"})  # a side by itself
_OPERATOR_BEGINS = frozenset({"diff", "frac", "group"})
_NO_NAME = frozenset({"rel", "word", "bad", "cmp"})
MAX_SIGNS = 120  # operations in one side: they nest to the left
_NOWHERE = Point({}, {}, {}, {})  # where only numbers have a value


def parsed(tokens: list[Token], lexicon: Lexicon) -> Node | None:
    """Return what tokens say, or None where they are no expression of this exercise."""
    return _side(balanced(tokens) if len(tokens) > 1 else tokens, lexicon) if tokens else None


def worked_out(tokens: list[Token], lexicon: Lexicon) -> float:
    """Return what a calculation comes to; nan where tokens are none of numbers only."""
    node = parsed(tokens, lexicon)
    return math.nan if node is None else evaluate(node, _NOWHERE, math.nan)


def _side(tokens: list[Token], lexicon: Lexicon) -> Node | None:
    if len(tokens) == 1 and tokens[0].kind in _WHOLE:
        return tokens[0].node
    try:
        return Parser(tokens, lexicon).side()
    except UnreadError:
        return None


def quantity(tokens: list[Token], lexicon: Lexicon) -> Node | None:
    """Return the quantity that tokens name, if they are nothing but its name."""
    if not tokens or len(tokens) > 60:
        return None
    if len(tokens) == 1:
        slope = tokens[0].kind == "fn" and tokens[0].text.startswith("d")
        node = (_alone(tokens[0].text, lexicon) if slope else None) or _side(tokens, lexicon)
        called = tokens[0].kind == "name" and not tokens[0].name  # an alias: what the answer calls it stands for
        return node if called or isinstance(node, QUANTITIES) else None
    tokens = balanced(tokens)
    kinds = [token.kind for token in tokens]
    if not _NO_NAME.isdisjoint(kinds) or ("sep" in kinds and _is_parted(tokens)):
        return None
    if kinds == ["diff", "name"] and tokens[0].text != "δ" and tokens[1].name:
        return Derivative(lexicon.output, tokens[1].name)  # dw = ..., as programs call it, or ∂w
    if by := operator(tokens):
        return Derivative(lexicon.output, by)
    if "open" in kinds and kinds[-1] == "close":  # f(w, x) = ..., df/dw (w) = ..., f(1.4) = ...
        opening = len(kinds) - 1 - kinds[::-1].index("open")
        node = quantity(tokens[:opening], lexicon) if tokens[0].kind != "fn" else None
        if node is not None and (taken := at_point(node, tokens[opening + 1 : -1], lexicon, parsed)):
            return taken
    node = _side(tokens, lexicon)
    return node if isinstance(node, QUANTITIES) else None


def _alone(name: str, lexicon: Lexicon) -> Node | None:
    """Return what a function is without an argument, where one node of the exercise only is calculated by it.

    That node for sigma, its slope for sigma', called dsigmoid here.
    """
    function = name.removeprefix("d")
    node = lexicon.sole(function) if function in ACTIVATIONS else None
    if node is None or node in lexicon.unnamed:
        return None
    return Symbol(node) if name == function else Derivative(node, lexicon.operands[node][0])


def operator(tokens: list[Token]) -> str:
    """Return by what is differentiated where it is not said what: w of "d/dw = 6"; "" where tokens are nothing such."""
    if not tokens or tokens[0].kind not in _OPERATOR_BEGINS:
        return ""
    bare = [token for token in tokens if token.kind not in ("frac", "group", "end") and token.text != "/"]
    return bare[2].name if [token.kind for token in bare] == ["diff", "diff", "name"] else ""


def _is_parted(tokens: list[Token]) -> bool:
    return any(token.kind == "sep" and token.text != "comma" for token in tokens)


_BINDS = {"+": 10, "-": 10, "*": 20, "⊙": 20, "⊗": 20, "@": 20, "/": 20, "^": 30}
_IMPLICIT = {
    "num", "name", "der", "new", "old", "rate", "fn", "open", "group", "frac", "sqrt", "diff", "diffsub", "pd", "euler",
    "cases", "sum",
}  # fmt: skip
_ONE_SAMPLE = frozenset({"", *"ijkln", *(f"{letter}:1:1" for letter in "ijkln")})  # a sum over it
_ANGLED = ("sin", "cos", "tan")  # "\sin 2 t" is shown as "\sin 2t"


class Parser(Slopes, Cases):
    """Parses the tokens of one side."""

    def side(self) -> Node:
        """Return the whole side as an expression.

        Raises:
            UnreadError: it is none.
        """
        node = self._expression(0)
        if self._kind() == "cmp" and is_literal(node):  # z = 2.5 > 0, f_new = 1.2 < f
            self._holds(node)
        if self._at < len(self._tokens):
            raise UnreadError
        return slope_of_function(self._lexicon, node) or node  # alone; in a formula it is a function, worked out

    def _holds(self, left: Node) -> None:
        """Take the comparison of a number with another or with a name, which says nothing new of it."""
        sign, right = self._next().text, self._expression(0)
        strict = sign in ("<", ">")
        match left, right:
            case _, Symbol() | Old() if strict:
                return
            case Number(one), Number(other) if (strict or not other) and compare(sign, one, other):
                return
        raise UnreadError

    def _halves(self, left: Node) -> bool:
        """Whether a fraction of numbers stands before something: 1/2 (y - t)^2, where 1/2x may be 1/(2x)."""
        match left:
            case Call("/", (Number(), Number())):
                before, token = self._tokens[self._at - 1], self._tokens[self._at]
                close = matches(self._tokens[self._at :]).get(0, 0) if token.kind == "open" else 0
                behind = self._tokens[self._at + close + 1 :][:1] if close else []
                return token.start > before.end or [one.text for one in behind] == ["^"]
        return False

    def _expression(self, binding: int) -> Node:
        self._deeper()
        left = self._operand()
        slashed, tokens = False, self._tokens
        while self._at < len(tokens):
            token = tokens[self._at]
            self._signs += 1
            if self._signs > MAX_SIGNS:
                raise UnreadError
            if token.kind == "bar":
                if self._differentiates:
                    break  # the bar is of the derivative
                left = self._bar(left)
                continue
            if token.kind == "transposed":  # a number is its own transpose
                self._at += 1
                continue
            if token.kind == "op" and token.text == "%":
                self._at += 1
                left = Call("/", (left, Number(100.0)))
                continue
            if token.kind == "op":
                power = _BINDS[token.text]
                if power <= binding:
                    break
                self._at += 1
                right = self._exponent() if token.text == "^" else self._expression(power)
                left = product("*" if token.text in "⊙⊗@" else token.text, left, right)
                slashed = token.text == "/"
                continue
            if token.kind not in _IMPLICIT or binding >= 20 or (token.kind == "cases" and token.text == "end"):
                break
            before = tokens[self._at - 1]
            rated = isinstance(before.node, Rate) and self._kind(1) in _IMPLICIT  # eta 2(w - 3)
            if token.kind == "num" and before.kind != "close" and not rated and not self._indicates(token):
                raise UnreadError  # 5 2 is no product
            if (slashed and not self._halves(left)) or (
                before.kind == "num" and token.kind == "frac" and self._kind(2) == "num"
            ):
                raise UnreadError  # a/bc and 1 1/2: who knows
            # 5(2), 10 (5*2), z (-4): a product, or what is in the bracket is said of what stands before it
            beside = token.kind == "open" and (isinstance(left, Number) or self._says_value(left))
            inner = self._expression(20)
            left = Call("()" if beside and not holds(inner) else "*", (left, inner))
        self._depth -= 1
        return left

    def _says_value(self, left: Node) -> bool:
        """Whether a bracket holds a number only, "z (-4)" or "z[-4]", or a name behind a slope: "dq/dx(w)"."""
        inside = self._tokens[self._at + 1 : self._at + 4]
        kinds = [token.kind for token in inside if token.text not in ("-", "+")]
        while isinstance(left, Call) and left.op in ("*", "()"):
            left = left.args[-1]
        if isinstance(left, Derivative):
            return kinds[:2] in (["num", "close"], ["name", "close"])
        opening = self._tokens[self._at]
        apart = self._tokens[self._at - 1].end < opening.start or opening.text == "["
        return kinds[:2] == ["num", "close"] and apart

    def _exponent(self) -> Node:
        if self._kind() == "op" and self._tokens[self._at].text == "-":  # e^-v / 2 is (e^-v) / 2
            self._at += 1
            inner = self._expression(29)
            return Number(-inner.value) if isinstance(inner, Number) else Call("neg", (inner,))
        return self._expression(29)

    def _operand(self) -> Node:
        token = self._next()
        match token.kind:
            case "num" | "new" | "old" | "rate" if token.node is not None:
                return token.node
            case "name" if token.node is not None:
                return self._called(token.node)
            case "open":
                if self._kind() == "diff" and (bracketed := self._bracketed()):
                    return bracketed
                inner = self._expression(0)
                if self._kind() == "cmp":  # [s > 0], which is 1 or 0
                    inner = self._comparison(inner)
                self._expect("close")
                return self._bar(inner)
            case "group":
                inner = self._expression(0)
                self._expect("end")
                return inner
            case "frac":
                return self._fraction()
            case "diff":
                return self._slashed()
            case "cases" if token.text == "begin":
                return self._cases()
            case "op" if token.text == "-":
                inner = self._expression(15)
                return Number(-inner.value) if isinstance(inner, Number) else Call("neg", (inner,))
            case "op" if token.text == "+":
                return self._expression(15)
            case "sqrt":
                return Call("sqrt", (self._group(),))
            case "fn":
                return self._function(token.text)
            case "sum" if token.text in _ONE_SAMPLE and self._lexicon.recall(target_of):
                return self._expression(10)
            case "euler":
                if token.text == "pi":
                    return Number(math.pi)
                if self._kind() == "op" and self._tokens[self._at].text == "^":
                    self._at += 1
                    return Call("exp", (self._exponent(),))
                return Number(math.e)
            case "der" if token.node is not None:
                return self._bar(token.node)
            case "pd":
                return self._bar(self._derivative(self._group(), self._group()))
            case "diffsub":
                above = self._expression(25) if self._kind() != "open" else self._operand()
                return self._bar(self._derivative(above, token.node))
        raise UnreadError

    def _bar(self, node: Node) -> Node:
        """Take a bar that says where a derivative is evaluated, or that it is the direct one."""
        if self._kind() == "bar" and not self._differentiates:
            text = self._next().text
            if "direct" in text and isinstance(node, Derivative):
                return Derivative(node.of, node.by, True)
            point = point_under(text, self._lexicon)
            if point is None:
                raise UnreadError
            given = isinstance(node, Symbol) and node.name in self._lexicon.inputs
            if point and isinstance(node, Symbol | Derivative) and not given:
                return At(node, point)
            return put_in(node, point)
        return self._called(node) if isinstance(node, Derivative) else node

    def _called(self, node: Node) -> Node:
        """Take the point behind a quantity that is written as a function: f(w, x, b, z), f(w_new), f(-2, 5, -4)."""
        if self._kind() == "open":
            close = next((at for at in range(self._at, len(self._tokens)) if self._tokens[at].kind == "close"), 0)
            taken = at_point(node, self._tokens[self._at + 1 : close], self._lexicon, parsed)
            product = isinstance(taken, At) and len(taken.args) == 1 and "'" not in self._tokens[self._at - 1].text
            if taken is not None and not product:  # z(5) is a product, f'(5) is none
                self._at = close + 1
                return taken
        return node

    def _group(self) -> Node:
        token = self._next()
        if token.kind in ("num", "name") and token.node is not None:  # \frac12
            return token.node
        if token.kind != "group":
            raise UnreadError
        inner = self._expression(0)
        self._expect("end")
        return inner

    def _multiple(self, factor: Node, *, spaced: bool) -> Node:
        """Take the names right behind what a function without brackets is of: a number, pi, a name; sin 2t, cos xy."""
        spaced = spaced and (is_literal(factor) or factor == Number(math.pi))
        base = factor.args[0] if isinstance(factor, Call) and factor.op == "^" else factor
        while is_literal(base) or isinstance(base, Symbol) or base == Number(math.pi):
            token = self._tokens[self._at] if self._at < len(self._tokens) else None
            of_it = token is not None and (token.kind == "name" or (token.kind, token.text) == ("euler", "pi"))
            if token is None or not of_it or not (spaced or token.start == self._tokens[self._at - 1].end):
                break
            factor = product("*", factor, self._expression(25))
        return factor

    def _itself(self, name: str) -> Node | None:
        """Return what a function without an argument is, where one node only is calculated by it: sigma (1 - sigma).

        Not what has a side for itself: "sigmoid: 0.14914" and "ReLU is active" speak of the function.
        """
        before = self._tokens[self._at - 2].kind if self._at > 1 else ""
        if len(self._tokens) == 1 or (before == "open" and self._kind() == "close"):  # "0.73 (sigmoid)"
            return None
        behind = self._tokens[self._at : self._at + 4]
        kinds = [token.kind for token in behind]
        alone = not kinds or kinds[0] in ("close", "end") or (kinds[0] == "op" and behind[0].text != "^")
        return _alone(name, self._lexicon) if alone or self._is_complement(behind, name) else None

    def _is_complement(self, behind: list[Token], name: str) -> bool:
        """Whether 1 less the same stands in a bracket behind a function: sigma (1 - sigma), sigma (1 - a)."""
        if [token.kind for token in behind[:3]] != ["open", "num", "op"] or len(behind) < 4 or behind[2].text != "-":
            return False
        same = behind[3].text == name if behind[3].kind == "fn" else behind[3].name == self._lexicon.sole(name)
        return behind[1].node == Number(1.0) and bool(same)

    def _function(self, name: str) -> Node:
        if itself := self._itself(name):
            return itself
        if self._kind() == "op" and self._tokens[self._at].text == "^":  # tanh^2(x)
            self._at += 1
            exponent = self._operand()
            return Call("^", (self._function(name), exponent))
        opening = self._kind()
        if opening in ("open", "group"):
            self._at += 1
            args = [self._expression(0)]
            while self._kind() == "sep" and self._tokens[self._at].text == "comma":
                self._at += 1
                args.append(self._expression(0))
            self._expect("close" if opening == "open" else "end")
        else:
            args = [self._multiple(self._expression(25), spaced=name in _ANGLED)]
        if len(args) != (2 if name in ("max", "min") else 1) or name == CONTRADICTED:
            raise UnreadError
        if name.endswith(IDENTITY):
            return args[0] if name == IDENTITY else Number(1.0)
        if name.endswith(OWN):
            of = function_of(self._lexicon, args[0].name) if isinstance(args[0], Symbol) else ""
            if not of:
                raise UnreadError
            name = name.removesuffix(OWN) + self._lexicon.operations[of]
        return Call(name, tuple(args))
