"""Derivatives as they are written: d/dw f, df/dw, (df)/(dw), a fraction of two, and a lone dw."""

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, Node, Old, Slope, leaves
from gradbook.written.lexing.naming.neurons import function_of
from gradbook.written.notation import ACTIVATIONS
from gradbook.written.parsing.grammar.operands.cursor import Cursor, UnreadError


class Slopes(Cursor):
    """What a parser does where a derivative may begin."""

    def _expression(self, binding: int) -> Node:
        """Take what binds more tightly than that."""
        raise NotImplementedError

    def _operand(self) -> Node:
        """Take one operand."""
        raise NotImplementedError

    def _group(self) -> Node:
        """Take what is in braces."""
        raise NotImplementedError

    def _bar(self, node: Node) -> Node:
        """Take where a derivative is evaluated."""
        raise NotImplementedError

    def _fraction(self) -> Node:
        start, deep = self._at, self._deep("group")
        if self._kind(deep) == "diff" and deep:
            self._at += deep + 1
            self._no_named_number()
            of = self._activation("end") or (None if self._kind() == "end" else self._expression(0))
            self._skip("end", deep)
            self._skip("group", self._deep("group"))
            self._expect("diff")
            by = self._expression(0)
            self._skip("end", max(1, self._deep("end")) if deep > 1 else 1)
            if of is None:
                of = self._differentiated()
            return self._bar(self._derivative(of, by))
        self._at = start
        above, below = self._group(), self._group()
        return self._bar(Call("/", (above, below)))

    def _bracketed(self) -> Node | None:
        """Take (df)/(dw), of which the first bracket is passed."""
        kinds = [self._kind(i) for i in range(7)]
        if kinds != ["diff", "name", "close", "op", "open", "diff", "name"] or self._tokens[self._at + 3].text != "/":
            return None
        of, by = self._tokens[self._at + 1].node, self._tokens[self._at + 6].node
        self._at += 7
        self._expect("close")
        return self._derivative(of, by)

    def _differentiated(self) -> Node:
        """Take what stands behind d/dw: a product of names, or one factor where other things are in it."""
        start = self._at
        self._differentiates += 1
        product = self._expression(19)
        if any(not isinstance(leaf, Symbol | Number) for leaf in leaves(product)):
            self._at = start
            product = self._expression(25)
        self._differentiates -= 1
        return product

    def _slashed(self) -> Node:
        """Take df/dw, d/dw (f), d(zr)/dw, or a lone dw, the gradient of the output by w as programs call it."""
        self._deeper()
        node = self._one_over_another()
        self._depth -= 1
        return node

    def _no_named_number(self) -> None:
        """Give up where what is differentiated is a name that the answer gives to a number: of what, nobody knows."""
        if self._kind() == "name" and isinstance(self._tokens[self._at].node, Number):
            raise UnreadError

    def _one_over_another(self) -> Node:
        self._no_named_number()
        of = self._activation("op") or (None if self._kind() == "op" else self._operand())
        sign = self._tokens[self._at - 1 - (of is not None)]
        over = self._kind() == "op" and self._tokens[self._at].text == "/" and self._kind(1) == "diff"
        if isinstance(of, Symbol) and sign.text == "d" and not over:
            return Derivative(self._lexicon.output, of.name)  # dz * x, as programs call it
        token = self._next() if self._at < len(self._tokens) else None
        if token is None or token.kind != "op" or token.text != "/" or self._kind() != "diff":
            raise UnreadError
        self._at += 1
        # In df/dq (x), x is no argument of q.
        by = self._next().node if self._kind() == "name" else self._operand()
        if of is None:
            of = self._differentiated()
        return self._bar(self._derivative(of, by))

    def _activation(self, behind: str) -> Node | None:
        """Take a function that is called by its own name only: the sigma of d sigma/dz."""
        if self._kind() != "fn" or self._kind(1) != behind:
            return None
        return Call(self._next().text, ())

    def _derivative(self, of: Node | None, by: Node | None) -> Node:
        lexicon = self._lexicon
        of = Symbol(of.name) if isinstance(of, Old) and of.name in lexicon.operands else of  # C_0
        if isinstance(of, Symbol) and isinstance(by, Symbol):
            if of.name in lexicon.operands:
                return Derivative(of.name, by.name)
            if by.name not in lexicon.operands:
                return Number(float(of.name == by.name))  # dx/dx, and dx/dw of inputs
            raise UnreadError
        if isinstance(of, Call) and not of.args:
            if not isinstance(by, Symbol):
                raise UnreadError
            if of.op in ACTIVATIONS and function_of(lexicon, by.name, of.op):
                return Call(f"d{of.op}", (by,))
            node = function_of(lexicon, by.name, of.op)
            return self._derivative(Symbol(node) if node else None, by)
        if isinstance(of, Call) and isinstance(by, Symbol) and of.op in ACTIVATIONS and of.args == (by,):
            return Call(f"d{of.op}", (by,))  # d sigma(z)/dz
        if of is None or by is None or isinstance(by, Number):
            raise UnreadError
        if any(not isinstance(leaf, Symbol | Number) for leaf in (*leaves(of), *leaves(by))):
            raise UnreadError
        return Slope(of, by)
