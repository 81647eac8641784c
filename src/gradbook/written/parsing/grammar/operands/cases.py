"""Cases and comparisons: s where s > 0 and 0 otherwise, [s > 0], and the indicator 1[s > 0]."""

from gradbook.graph.expression import Number
from gradbook.written.expression import COMPARISONS, Call, Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.parsing.grammar.operands.cursor import Cursor, UnreadError


def holds(node: Node) -> bool:
    """Whether an expression is 1 where a comparison holds, and 0 elsewhere."""
    return isinstance(node, Call) and node.op in COMPARISONS


class Cases(Cursor):
    """What a parser does where one thing holds in one case and another in another."""

    def _expression(self, binding: int) -> Node:
        """Take what binds more tightly than that."""
        raise NotImplementedError

    def _indicates(self, token: Token) -> bool:
        """Whether a 1 is an indicator: brackets stand close behind it that hold a comparison."""
        behind = self._tokens[self._at + 1 : self._at + 2]
        close = bool(behind) and (behind[0].kind, behind[0].text) == ("open", "[") and behind[0].start == token.end
        return close and token.value == 1

    def _comparison(self, left: Node) -> Node:
        return Call(self._next().text, (left, self._expression(0)))

    def _cases(self) -> Node:
        """Take what is one thing in one case and another in another: s where s > 0, and 0 otherwise."""
        args: list[Node] = []
        while self._kind() != "cases":
            if self._is_undefined():
                continue
            args.append(self._expression(0))
            conditions: list[Node] = []
            while self._kind() in ("sep", "word") and self._tokens[self._at].text != "row":
                otherwise = self._next().role is Role.OTHERWISE
                conditions += [Number(1.0)] if otherwise else []
            if not conditions and self._kind() not in ("sep", "cases", ""):
                left = self._expression(0)
                conditions.append(self._comparison(left) if self._kind() == "cmp" else Number(0.0))
            if len(conditions) != 1 or conditions == [Number(0.0)]:
                raise UnreadError
            args += conditions
            while self._kind() == "sep":
                self._at += 1
        self._next()
        if not args:
            raise UnreadError
        return Call("cases", tuple(args))

    def _is_undefined(self) -> bool:
        """Pass over a case that only says where there is no value: "undefined", where s = 0."""
        end = self._at
        while end < len(self._tokens) and self._tokens[end].text not in ("row", "end"):
            end += 1
        said = self._tokens[self._at : end]
        cell = next((place for place, token in enumerate(said) if token.text == "cell"), 0)
        told = [token for token in said[cell + 1 :] if token.kind not in ("word", "sep")]
        at_zero = len(told) > 2 and told[-2].text == "=" and told[-1].node == Number(0.0)
        if not (cell and at_zero and all(token.kind == "word" for token in said[:cell])):
            return False
        while end < len(self._tokens) and self._tokens[end].kind == "sep":
            end += 1
        self._at = end
        return True
