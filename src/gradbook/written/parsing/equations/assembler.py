"""Equations: where one begins, where the next side follows, and where it ends.

    equation := quantity (":" | arrow | IS) side | side (REL side)+
    boundary := new line outside mathematics | "." | ";" | "\\\\" | top-level "," | before "quantity REL"

What stands between two signs is one side, whole: a word in it that no rule understands makes the side unread.
"""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import JOINING, NO_CLAIM, UNKNOWN, Role
from gradbook.written.parsing.equations.ahead import lone_name, quantities, quantity_ahead
from gradbook.written.parsing.equations.colons import divides, may_show, shows
from gradbook.written.parsing.equations.cuts import cut
from gradbook.written.parsing.equations.partings import MAY_PART, parted
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import quantity

_APART = frozenset(
    {"mark", "line", "row", "stop", "comma", "colon", "arrow", "wide", "block", "item", "heading", "struck", "cell"}
)
_HARD = frozenset({"heading", "item", "struck"})
_OPERATIONS = frozenset({Role.TIMES, Role.PLUS, Role.MINUS, Role.OVER, Role.POWER})
_CALCULATION_BEGINS = frozenset({"num", "op", "open", "frac"})
_LONGEST_PHRASE = 12  # tokens between "slope" and what it is by


class Assembler:
    """Goes over a stream of tokens once and puts equations together.

    Args:
        tokens: of one answer, phrases already spoken.
        lexicon: the exercise's.
    """

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._closes = matches(tokens)
        self._transparent: set[int] = set()
        self._chain: Draft | None = None
        self._words: list[Token] = []  # between the last operand and the next
        self._seps: set[str] = set()
        self._drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        """Return all drafts, in order, those without a relation too."""
        at, tokens = 0, self._tokens
        while at < len(tokens):
            token = tokens[at]
            if token.kind in ("word", "sep"):
                at = self._between(at)
            elif token.kind == "rel":
                self._relation(at)
                at += 1
            elif at in self._transparent:
                at += 1
            else:
                end = self._span(at) if at in self._closes else at + 1
                parting = token.text in MAY_PART and not self._words and not self._apart()
                if parting and (stop := parted(self._chain, tokens, at, self._lexicon)):
                    self._seps.add(tokens[at].text)
                    end = stop
                elif token.kind == "op":
                    self._sign(at)
                elif end > at:
                    self._operand(at, end)
                at = max(end, at + 1)
        self._close()
        return self._drafts

    # -- pieces --------------------------------------------------------------------------------------------------------

    def _span(self, at: int) -> int:
        """Return the place behind a bracket that begins here; the same place for a brace around whole equations."""
        close = self._closes[at]
        inside = self._tokens[at + 1 : close]
        relates = any(token.kind == "rel" for token in inside)
        begins = self._chain is None or not self._chain.sides[-1] or self._apart()
        kind = self._tokens[at].kind
        whole = kind == "group" and (
            relates or any(t.kind == "sep" and t.text in _APART - {"comma", "row", "cell"} for t in inside)
        )
        if kind == "open" and relates and begins and (self._chain is None or not self._chain.states or self._apart()):
            whole = True
        if whole:
            self._transparent.update((at, close))
            return at
        return close + 1

    def _apart(self) -> bool:
        return not self._seps.isdisjoint(_APART)

    def _pass_gap(self) -> None:
        if self._words:
            self._words = []
        if self._seps:
            self._seps = set()

    def _start(self, at: int) -> Draft:
        self._close()
        self._chain = Draft(at, at)
        return self._chain

    def _close(self) -> None:
        chain = self._chain
        if chain is not None:
            if chain.states and not chain.sides[-1] and chain.relations[-1] == "is":
                chain.sides.pop()  # "s = 2 is positive", "a is the activation"
                chain.relations.pop()
            cut(chain, self._lexicon)
            self._drafts.append(chain)
        self._chain = None

    def _append(self, at: int, end: int) -> None:
        assert self._chain is not None
        side = self._chain.sides[-1]
        if end == at + 1:
            side.append(self._tokens[at])
        else:
            side += [t for t in self._tokens[at:end] if not (t.kind == "sep" and t.text in ("soft", "line"))]
        self._chain.last = end - 1
        self._pass_gap()

    def _quantity_ahead(self, at: int) -> int:
        return quantity_ahead(self._tokens, at, self._lexicon)

    # -- what comes next -----------------------------------------------------------------------------------------------

    def _between(self, at: int) -> int:
        token = self._tokens[at]
        if token.kind == "sep" and self._chain is not None:
            if token.text == "colon" and self._colon(at):
                return at + 1
            if token.text == "arrow" and self._arrow(at):
                return at + 1
        if token.kind == "word":
            self._words.append(token)
        else:
            self._seps.add(token.text)
        return at + 1

    def _relation(self, at: int) -> None:
        chain, token = self._chain, self._tokens[at]
        if chain is None:
            self._pass_gap()
            self._start(at)
        elif token.text == "<-" and chain.states and self._apart() and self._quantity_ahead(at + 1):
            self._seps.add("arrow")  # lines that begin with arrows back: "← df/dq = 3"
            return
        else:
            words, seps = self._words, self._seps
            joined = all(word.role in JOINING for word in words)
            if not chain.sides[-1] and "stop" in seps and (token.text == "is" or words):
                self._start(at)
            elif not chain.sides[-1]:
                if token.text == "is" or not words:
                    if any(word.role in NO_CLAIM for word in words):  # "is niet gelijk aan"
                        chain.spoiled.add(len(chain.sides) - 1)
                    chain.relations[-1] = token.text if len(chain.relations) > 1 else ""
                    self._pass_gap()
                    return
            elif seps & _HARD or (words and not joined) or ("stop" in seps and (token.text == "is" or words)):
                known = all(word.role not in UNKNOWN for word in words)
                apart = bool(seps & _APART) or any(word.role in (Role.LINK, Role.SAME) for word in words)
                apart = apart or ("soft" in seps and words[-1].role is Role.SLOPE)  # "$q = wx$ the derivative is"
                if seps & (_APART - {"comma"}) or (apart and known):
                    self._start(at)  # a relation of something else, which has no sign here
                else:
                    chain.spoiled.add(len(chain.sides) - 1)
            elif "block" in seps and token.text == "is":
                self._start(at)
        chain = self._chain
        assert chain is not None
        if not chain.states and self._differentiates(chain.first, token.text):
            chain.spoiled.add(0)
        chain.sides.append([])
        chain.relations.append(token.text)
        chain.last = at
        self._pass_gap()

    def _differentiates(self, at: int, relation: str) -> bool:
        """Whether what begins here is only what something is differentiated by, in words that are not understood."""
        words: list[Token] = []
        for token in reversed(self._tokens[max(0, at - _LONGEST_PHRASE) : at]):
            if token.kind == "sep" and token.text != "soft":
                break
            words += [token] if token.text != "soft" and token.role is not Role.ARTICLE else []
        by = bool(words) and words[0].role is Role.BY
        return by and (relation == "is" or any(word.role in (Role.SLOPE, Role.SLOPES) for word in words))

    def _operand(self, at: int, end: int) -> None:
        chain = self._chain
        if chain is None:
            self._pass_gap()
            self._start(at)
            self._append(at, end)
            return
        self._say_again(chain, at)
        words, seps = self._words, self._seps
        side = chain.sides[-1]
        if (not side or side[-1].kind == "op") and (words or seps or chain.relations[-1] == "is"):
            self._go_on(chain, at, end, words, seps)
            return
        if seps & _APART:
            self._start(at)
        elif words:
            ahead = self._quantity_ahead(at)
            unknown = any(word.role in UNKNOWN or word.role in _OPERATIONS for word in words)
            if ahead:
                chain.unsure |= unknown
                self._start(at).unsure = unknown
            elif unknown and chain.states:
                chain.spoiled.add(len(chain.sides) - 1)
            else:
                self._start(at)
        elif "soft" in seps:
            self._start(at)
        self._append(at, end)

    def _go_on(self, chain: Draft, at: int, end: int, words: list[Token], seps: set[str]) -> None:
        """Take the first operand of a side, or the one behind a sign."""
        edges = {"line", "block", "item", "row", "arrow"} if chain.states else {"block"}
        ahead = bool(seps & edges) and bool(self._quantity_ahead(at))
        apart = seps & _APART and words and (not chain.states or "colon" in seps)  # "sigmoid + cross-entropy"
        named = not chain.states and all(token.kind in ("fn", "op") for token in chain.sides[-1])
        apart = apart or (words and named and bool(self._quantity_ahead(at)))
        if seps & {"stop", "comma", "heading", "item", "struck"} or ahead or apart:
            self._start(at)
        elif words and not all(word.role in JOINING for word in words):
            if (chain.relations[-1] == "is" and not chain.sides[-1]) or (
                any(word.role is Role.REASON for word in words) and self._quantity_ahead(at)
            ):
                self._start(at)
            else:
                chain.spoiled.add(len(chain.sides) - 1)
        elif chain.relations[-1] == "is" and not chain.sides[-1] and (stop := self._quantity_ahead(at)):
            self._restate(chain, at, stop)  # "the new weight is w = 4.94"
            return
        self._append(at, end)

    def _say_again(self, chain: Draft, at: int) -> bool:
        """Begin another side behind "that is", where a calculation follows: "df/dq times dq/dx, i.e. -4 * 1"."""
        words = self._words
        if not words or not chain.states or not chain.sides[-1] or self._seps - {"comma", "soft"}:
            return False
        if not all(word.role is Role.SAME for word in words) or self._tokens[at].kind not in _CALCULATION_BEGINS:
            return False
        if self._quantity_ahead(at):  # "also df/dw = 3" is an equation of its own
            return False
        behind = next((t for t in self._tokens[at:] if t.kind in ("word", "sep", "rel") and t.text != "soft"), None)
        if behind is not None and behind.kind == "word":  # "i.e. 2 more"
            return False
        chain.sides.append([])
        chain.relations.append("=")
        self._pass_gap()
        return True

    def _restate(self, chain: Draft, at: int, stop: int) -> None:
        """Take "the derivative of f by w is df/dw = 6" for one of df/dw; begin "which gives q = 10" at q."""
        quoted = [t for t in self._tokens[at:stop] if not (t.kind == "sep" and t.text == "soft")]
        one, other = quantity(chain.sides[0], self._lexicon), quantity(quoted, self._lexicon)
        match one, other:
            case Derivative(of, by), Derivative(of_too, by_too) if (of, by) == (of_too, by_too):
                same = True
            case Derivative(of, by), Symbol(name) if name not in (of, by):  # the derivative of f by w is q = 3
                self._append(at, at + 1 if self._closes.get(at) is None else self._closes[at] + 1)
                return
            case _:
                same = one is not None and getattr(one, "name", "") == getattr(other, "name", None)
        if same and len(chain.sides) == 2:
            self._transparent.update(range(at, stop + 1))
            chain.relations[-1] = self._tokens[stop].text
            for place in range(at, stop + 1):
                self._tokens[place] = Token("sep", "soft", self._tokens[place].start, self._tokens[place].end)
            self._pass_gap()
            return
        self._start(at)
        self._append(at, at + 1 if self._closes.get(at) is None else self._closes[at] + 1)

    def _sign(self, at: int) -> None:
        chain = self._chain
        if chain is None:
            self._pass_gap()
            self._start(at)
        elif chain.sides[-1] and not self._say_again(chain, at):
            words, seps = self._words, self._seps
            tight = self._tokens[at].text == "-" and "line" in seps
            apart = bool(seps & (_APART - {"row", "line"}))
            known = all(word.role not in UNKNOWN and word.role not in _OPERATIONS for word in words)
            if words and not apart and (not known or self._tokens[at].text in "*/^%"):
                chain.spoiled.add(len(chain.sides) - 1)
            elif words or apart or (tight and chain.sides[-1][-1].kind != "op"):
                self._start(at)
        elif self._words and not all(word.role in JOINING for word in self._words):
            if chain.relations[-1] == "is":
                self._start(at)
            else:
                chain.spoiled.add(len(chain.sides) - 1)
        elif self._seps & {"stop", "comma", "heading", "item", "struck"}:
            self._start(at)
        self._append(at, at + 1)

    # -- colons and arrows ---------------------------------------------------------------------------------------------

    def _next(self, at: int) -> int:
        """Return the place of what follows, over the edges of mathematics and new lines."""
        place = at + 1
        while (
            place < len(self._tokens)
            and self._tokens[place].kind == "sep"
            and self._tokens[place].text in ("soft", "line")
        ):
            place += 1
        return place

    def _led_to(self, at: int) -> int:
        """Return the place of the mathematics that a colon or an arrow right behind a side leads to; 0 without any."""
        after = self._next(at)
        behind = not self._words and not self._seps & _APART and after < len(self._tokens)
        return after if behind and self._tokens[after].kind not in ("word", "sep", "rel") else 0

    def _colon(self, at: int) -> bool:
        """Take a colon for an equals sign behind a quantity, or for a division inside a side."""
        chain, after = self._chain, self._led_to(at)
        assert chain is not None
        if not after:
            return False
        if chain.states:
            if shows(self._tokens, at, chain.sides[-1]):
                return self._relate()
            if after != at + 1 or self._quantity_ahead(after) or not divides(self._tokens, at, chain.sides[-1]):
                return False
            if may_show(self._tokens, at, chain.sides[-1]):  # or divides
                chain.spoiled.add(len(chain.sides) - 1)
            self._tokens[at] = Token("op", "/", self._tokens[at].start, self._tokens[at].end)
            self._sign(at)
            return True
        name = quantity(chain.sides[0], self._lexicon)
        before = self._tokens[chain.first - 1] if chain.first else None
        told = name is not None or bool(quantities(chain.sides[0], self._lexicon))
        if not told or (before is not None and before.role in (Role.FOR, Role.BY, Role.OF)):
            return False
        if stop := self._quantity_ahead(after):
            other = quantity([t for t in self._tokens[after:stop] if t.kind != "sep"], self._lexicon)
            if not (isinstance(name, Derivative) and isinstance(other, Symbol)):
                return False
        return self._relate()

    def _relate(self, relation: str = "=") -> bool:
        """Begin a side that is equal to the one before it, or what that becomes."""
        assert self._chain is not None
        self._chain.sides.append([])
        self._chain.relations.append(relation)
        self._pass_gap()
        return True

    def _arrow(self, at: int) -> bool:
        """Take an arrow for an equals sign behind a quantity or a calculation, or for the step to a new value."""
        chain, after = self._chain, self._led_to(at)
        assert chain is not None
        if not after or self._quantity_ahead(after):
            return False
        name = quantity(chain.sides[0], self._lexicon)
        if name is not None and chain.states and self._tokens[after].name in self._lexicon.operands:
            return False  # a network drawn in a line: "w = 2 -> h"
        if isinstance(name, Symbol) and lone_name(self._tokens, after):
            return False  # "e [data: 3] -> d"
        listed = self._tokens[after].kind in ("open", "vec") and quantities(chain.sides[0], self._lexicon)
        moving = listed or [name]
        moves = all(
            isinstance(one, New) or (isinstance(one, Symbol) and one.name in self._lexicon.inputs) for one in moving
        )
        if not chain.states:
            if name is None and not listed:
                return False
            return self._relate("<-" if moves else "=")
        if moves and len(chain.sides) == 2 and (listed or len(chain.sides[1]) <= 2) and not chain.given:
            chain.given, chain.sides[1], chain.relations[1] = chain.sides[1], [], "<-"
        elif self._is_change(chain, name, after):
            head = chain.sides[0][0]
            chain.sides[0] = [Token("new", head.text, head.start, head.end, New(self._lexicon.output))]
            chain.given, chain.sides[1], chain.relations[1] = chain.sides[1], [], "<-"
        elif len(chain.sides[-1]) > 2 and name is not None and not chain.given:
            return self._relate()
        else:
            return False
        self._pass_gap()
        return True

    def _is_change(self, chain: Draft, name: Node | None, after: int) -> bool:
        """Whether a number with an arrow to another is what the output was and is: "L: 0.85 → 0.47"."""
        whole = name == Symbol(self._lexicon.output) and len(chain.sides) == 2 and not chain.given
        kinds = [token.kind for token in chain.sides[1] if token.text != "-"] if whole else []
        follows = self._tokens[after + (self._tokens[after].text == "-") :][:2]
        ends = [token.kind for token in follows] in (["num"], ["num", "sep"], ["num", "word"], ["num", "close"])
        return kinds == ["num"] and ends
