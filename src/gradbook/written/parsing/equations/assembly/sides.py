"""Sides: where an operand or a sign goes on with a side, begins another equation, or makes a side unread."""

from dataclasses import replace
from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, JOINING, NO_CLAIM, OPERATIONS, UNKNOWN, Role, bare
from gradbook.written.parsing.equations.assembly.chains import APART, Chains
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen
from gradbook.written.parsing.grammar.parser import quantity

_THAT_IS = frozenset({"that's", "thats"})
_SO = frozenset(map(bare, (
    "so", "thus", "hence", "therefore", "giving", "gives", "get", "obtain", "somit", "damit", "daher", "folglich",
    "donc", "soit", "obtient", "entonces", "luego", "o sea", "así", "portanto", "logo", "ou seja", "então", "quindi",
    "dunque", "cioè", "dus", "czyli", "więc", "значит", "итого", "所以", "因此", "따라서", "이니까", "jadi", "maka",
)))  # fmt: skip
_WE = frozenset(map(bare, ("we", "it", "us", "which", "this", "on", "nous", "que", "nos", "da", "wir", "ci", "that")))
_LABEL = 8  # tokens of a label, with its colon
_IN_LABEL = frozenset({"op", "num", "word", "open", "close", "name", "fn"})
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "row", "semicolon"})
_OF_LANGUAGE = frozenset(Role) - {Role.STRANGE, *OPERATIONS}
_REASONS = frozenset({"as", "since", "because", "da", "weil", "car", "puisque", "porque", "como", "siccome", "poiche"})
_NUMBER = 6  # tokens of a number, the edges of its mathematics and what stands behind it
_BY = frozenset({"num", "op", "name", "fn", "frac", "sqrt"})  # begin what a number may be multiplied by
_CALCULATION_BEGINS = frozenset({"num", "op", "open", "frac"})


class Sides(Chains):
    """What an assembler does with operands and signs."""

    def _operand(self, at: int, end: int) -> None:
        chain = self._chain
        if chain is None:
            self._pass_gap()
            self._start(at)
            self._append(at, end)
            return
        if not (self._words or self._seps or chain.relations[-1] == "is"):  # nothing stands between
            self._append(at, end)
            return
        self._say_again(chain, at)
        words, seps = self._words, self._seps
        side = chain.sides[-1]
        if (not side or side[-1].kind == "op") and (words or seps or chain.relations[-1] == "is"):
            self._go_on(chain, at, end, words, seps)
            return
        if seps & APART:
            self._start(at)
        elif words:
            ahead = self._quantity_ahead(at)
            slopes = next((at for at, word in enumerate(words) if word.role in (Role.SLOPE, Role.SLOPES)), 0)
            operated = words[slopes + 1 :] if slopes else words
            unclear = [word for word in words if word.role in UNKNOWN]  # "0.1 times the gradients gives w = 0.8"
            unknown = next(iter(unclear or [word for word in operated if word.role in OPERATIONS]), None)
            if self._is_by(chain, at):
                side.append(replace(words[0], kind="bad"))
            elif ahead:
                joined = words[0].text in AND and words[0] is not words[-1]  # "C = 6 and the bill L is 7"
                own = joined and all(word.role in _OF_LANGUAGE for word in words)
                unsure = None if own or chain.spoken else unknown
                chain.unsure = chain.unsure or unsure
                self._start(at).unsure = unsure
            elif chain.states and (unknown or self._takes_both(chain, at)):
                chain.spoiled.add(len(chain.sides) - 1)
            else:
                self._start(at)
        elif "soft" in seps and not self._is_next_factor(chain, at):
            self._start(at)
        self._append(at, end)

    def _takes_both(self, chain: Draft, at: int) -> bool:
        """Whether a verb leads to two operands: "z は w と x の積" (the product of w and x)."""
        side, token = chain.sides[-1], self._tokens[at]
        alone = bool(chain.sides[0]) and len(side) == 1 and token.kind == side[0].kind
        if chain.relations[-1] != "is" or not alone or self._seps - {"soft"}:
            return False
        words = [word.text.lower() for word in self._words]
        return token.kind == "name" and len(words) == 1 and words[0] in AND

    def _is_by(self, chain: Draft, at: int) -> bool:
        """Whether a number goes on with "by", multiplied or divided: "= 0.4 by 1.5", "= 3 by x = 6"."""
        alone = not self._seps - {"soft"} and [word.text.lower() for word in self._words] == ["by"]
        return (
            alone
            and chain.states
            and [token.kind for token in chain.sides[-1][-1:]] == ["num"]
            and self._tokens[at].kind in _BY
        )

    def _is_next_factor(self, chain: Draft, at: int) -> bool:
        """Whether mathematics goes on with the next derivative of a chain: "$dL/dw = dL/dq$ $dq/dw$", "$dw = x$ dq"."""
        ahead = [*takewhile(lambda token: token.kind not in ("sep", "rel", "word"), self._tokens[at:])]
        factor, side = quantity(ahead, self._lexicon), chain.sides[-1]
        if not chain.states or not isinstance(factor, Derivative):
            return False
        head = quantity(chain.sides[0], self._lexicon)
        if isinstance(head, Derivative) and head.of == factor.of and [token.kind for token in side] == ["name"]:
            return head.by != factor.by and head.by in self._lexicon.cone(factor.by)
        ends = (quantity(side[begin:], self._lexicon) for begin in range(len(side)))
        last = next((end for end in ends if isinstance(end, Derivative)), None)
        return last is not None and last.by == factor.of

    def _go_on(self, chain: Draft, at: int, end: int, words: list[Token], seps: set[str]) -> None:
        """Take the first operand of a side, or the one behind a sign."""
        edges = {"line", "block", "item", "row", "arrow"} if chain.states else {"block"}
        ahead = bool(seps & edges) and bool(self._quantity_ahead(at))
        apart = seps & APART and words and (not chain.states or "colon" in seps)  # "sigmoid + cross-entropy"
        named = not chain.states and all(token.kind in ("fn", "op") for token in chain.sides[-1])
        apart = apart or (words and named and bool(self._quantity_ahead(at)))
        replaced = seps == {"struck"} and not chain.sides[-1] and chain.relations[-1] == "="  # "q = ~~4~~ max(6, 4)"
        replaced = replaced and not self._quantity_ahead(at)
        if (seps & {"stop", "comma", "heading", "item", "struck"} and not replaced) or ahead or apart:
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
        if not all(word.role is Role.SAME or word.text in _THAT_IS for word in words) and not self._concludes(
            chain, at
        ):
            return False
        if self._tokens[at].kind not in _CALCULATION_BEGINS:
            return False
        if self._quantity_ahead(at):  # "also df/dw = 3" is an equation of its own
            return False
        behind = next((t for t in self._tokens[at:] if t.kind in ("word", "sep", "rel") and not t.edge), None)
        if behind is not None and behind.kind == "word":  # "i.e. 2 more"
            return False
        chain.sides.append([])
        chain.relations.append("=")
        self._pass_gap()
        return True

    def _concludes(self, chain: Draft, at: int) -> bool:
        """Whether a number alone stands behind a calculation and "so", up to the end: "q is w * x, so 10"."""
        words = {bare(word.text) for word in self._words}
        calculated = any(token.kind in ("name", "op", "fn", "der") for token in chain.sides[-1])
        number = [token for token in self._tokens[at : at + _NUMBER] if not token.edge]
        number = number[1:] if number[:1] and number[0].text == "-" else number
        ends = all(token.kind == "sep" and token.text in _ENDS for token in number[1:2])
        lead = last_seen(self._tokens, chain.first)
        # "as s = 1 + v, so 0.65" is of another
        reason = lead >= 0 and (self._tokens[lead].role is Role.REASON or bare(self._tokens[lead].text) in _REASONS)
        return (
            calculated
            and not reason
            and not words.isdisjoint(_SO)
            and words <= _SO | _WE
            and number[:1] != []
            and (number[0].kind == "num" and ends)
        )

    def _restate(self, chain: Draft, at: int, stop: int) -> None:
        """Take "the derivative of f by w is df/dw = 6" for one of df/dw; begin "which gives q = 10" at q."""
        quoted = [t for t in self._tokens[at:stop] if not t.edge]
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

    def _labels(self, at: int) -> bool:
        """Whether a line begins with a label that has a sign: "+1 gate: df/dx = 3", "+y → q = 3", "+1 : df/de -> 3"."""
        worded = False
        for place, token in enumerate(self._tokens[at : at + _LABEL], at):
            if token.kind == "sep" and not token.edge:
                behind = place + 1
                arrow = token.text == "arrow" and self._quantity_ahead(behind) > 0
                return arrow or (token.text == "colon" and (worded or self._slope_ahead(behind)))
            worded = worded or token.kind == "word"
            if token.kind not in _IN_LABEL and not token.edge:
                return False
        return False

    def _begins_in_words(self, at: int) -> bool:
        """Whether mathematics ends at a place, and the next line begins with harmless words, and has no number."""
        edge = at < len(self._tokens) and self._tokens[at].edge
        behind = next((token for token in self._tokens[at:] if not token.edge), None)
        line = behind is not None and (behind.kind, behind.text) == ("sep", "line")
        begin = next((n for n in range(at, len(self._tokens)) if self._tokens[n].text == "line"), len(self._tokens)) + 1
        below = takewhile(lambda token: not ends_sentence(token), self._tokens[begin:])
        counts = any(token.kind == "num" for token in below)
        return edge and line and not counts and all(word.role not in NO_CLAIM for word in self._words)

    def _sign(self, at: int) -> None:
        chain = self._chain
        if chain is None:
            self._pass_gap()
            self._start(at)
        elif not self._words and not self._seps:
            pass  # nothing stands between
        elif chain.sides[-1] and not self._say_again(chain, at):
            words, seps = self._words, self._seps
            tight = self._tokens[at].text == "-" and "line" in seps
            apart = bool(seps & (APART - {"row", "line"}))
            labelled = "line" in seps and self._labels(at)
            known = all(word.role not in UNKNOWN and word.role not in OPERATIONS for word in words)
            if words and known and "line" in seps and self._begins_in_words(chain.last + 1):
                self._start(at)  # "$f = qz$", and below it "upstream gradient * local gradient"
            elif words and not apart and (not known or self._tokens[at].text in "*/^%"):
                chain.spoiled.add(len(chain.sides) - 1)
            elif words or apart or (tight and chain.sides[-1][-1].kind != "op") or labelled:
                self._start(at)
        elif self._words and not all(word.role in JOINING for word in self._words):
            if chain.relations[-1] == "is":
                self._start(at)
            else:
                chain.spoiled.add(len(chain.sides) - 1)
        elif self._seps & {"stop", "comma", "heading", "item", "struck"}:
            self._start(at)
        self._append(at, at + 1)
