"""Leads: what a colon and an arrow right behind a side lead to: what it is, what it becomes, or a division."""

from itertools import takewhile

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.prepositions import THROUGH
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.equations.assembly.ahead import lone_name, quantities
from gradbook.written.parsing.equations.assembly.chains import APART
from gradbook.written.parsing.equations.assembly.colons import divides, may_show, shows
from gradbook.written.parsing.equations.assembly.sides import Sides
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.grammar.parser import quantity

_ADDS = frozenset({  # "I have to add h: 0.8 + 0.5 = 1.3" says nothing of h alone
    "add", "adding", "added", "subtract", "subtracting", "addiere", "addieren", "subtrahiere", "subtrahieren", "ajoute",
    "ajouter", "sumar", "sumo", "sumamos", "somar", "somo", "somamos", "aggiungo", "aggiungere", "sommo", "tel", "加上",
})  # fmt: skip
_INTO = frozenset({"in", "into", "ins", "dans", "en", "em", "nel", "no", "na"})
_SAYS_AGAIN = frozenset({Role.SAME, Role.LINK})
_OVER_LINES = frozenset({"line", "soft"})
_CALCULATES = frozenset({"num", "op", "name", "open", "close", "sup", "fn", "power", "frac", "end", "group"})
_LINE = 40  # tokens of one that an arrow begins
_BLOCK = 80  # tokens of lines under a label


class Leads(Sides):
    """What an assembler does with colons and arrows."""

    _led: Draft | None = None  # the equation that goes on in lines which begin with arrows

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
        behind = not self._words and not self._seps & APART and after < len(self._tokens)
        return after if behind and self._tokens[after].kind not in ("word", "sep", "rel") else 0

    def _colon(self, at: int) -> bool:
        """Take a colon for an equals sign behind a quantity, or for a division inside a side."""
        chain, after = self._chain, self._led_to(at)
        assert chain is not None
        if not after:
            return False
        if chain.states:
            if chain.first and bare(self._tokens[chain.first - 1].text) in THROUGH:
                return False  # "from d = c + a: 1.0", the part of a gradient
            if shows(self._tokens, at, chain.sides[-1]):
                return self._relate()
            labels = self._quantity_ahead(after) or self._slope_ahead(after)
            if after != at + 1 or labels or not divides(self._tokens, at, chain.sides[-1]):
                return False
            if may_show(self._tokens, at, chain.sides[-1]):  # or divides
                chain.spoiled.add(len(chain.sides) - 1)
            self._tokens[at] = Token("op", "/", self._tokens[at].start, self._tokens[at].end)
            self._sign(at)
            return True
        name = quantity(chain.sides[0], self._lexicon)
        before = self._tokens[chain.first - 1] if chain.first else None
        told = denoted(chain.sides[0], self._lexicon) is not None or bool(quantities(chain.sides[0], self._lexicon))
        if not told or (before is not None and _leads_on(before) and not self._is_value(chain)) or self._is_edge(chain):
            return False
        if isinstance(name, Symbol) and self._tokens[after].text.startswith(("delta", "δ")):
            return False  # "h_1: δ_1 = -0.018" is of the unit's error signal
        by = self._tokens[after + 1].role is Role.BY if after + 1 < len(self._tokens) else False
        if by and isinstance(name, Derivative) and self._tokens[after].name == name.of:
            return False  # "dz/dw: z with respect to w"
        if self._is_subject(after):
            return False  # "df/du: u is used twice, so v + u = -9"
        if name is not None and after > at + 1 and self._is_named_below(after, name):
            return False  # "Calculate z:" and below it "0.5 * 2 = 1", "z = 1 + 0.1 = 1.1"
        if stop := self._quantity_ahead(after):
            other = quantity([t for t in self._tokens[after:stop] if t.kind != "sep"], self._lexicon)
            if not (isinstance(name, Derivative) and isinstance(other, Symbol)) or name.of == other.name:
                return False  # "dz/dw: z = w * x" says what is differentiated
        return self._relate()

    def _is_subject(self, at: int) -> bool:
        """Whether a sentence of a name begins at a place, that comes to an equation at its end."""
        subject, *rest = self._tokens[at : at + _BLOCK]
        words = [*takewhile(lambda token: not ends_sentence(token), rest)]
        stated = any(token.kind == "rel" and token.text != "is" for token in words)
        if subject.kind != "name" or len(words) < 2 or not (stated or _concludes(words)):
            return False
        verb, behind = words[:2]
        if verb.kind == "word":
            return verb.role in (Role.PLAIN, None)
        return verb.kind == "rel" and verb.text == "is" and behind.kind == "word" and behind.role not in _SAYS_AGAIN

    def _is_named_below(self, at: int, name: Node) -> bool:
        """Whether a line below the one at a place begins with a quantity and a sign."""
        for place in range(at, min(at + _BLOCK, len(self._tokens))):
            token = self._tokens[place]
            if token.kind == "sep" and token.text in ("block", "item", "heading"):
                return False
            if token.kind == "sep" and token.text == "line" and (stop := self._quantity_ahead(self._next(place))):
                begin = self._next(place)
                if quantity([t for t in self._tokens[begin:stop] if not t.edge], self._lexicon) == name:
                    return True
        return False

    def _is_within(self, chain: Draft) -> bool:
        """Whether a word before a name says into what something goes: "in d"."""
        return chain.first > 0 and not chain.states and bare(self._tokens[chain.first - 1].text) in _INTO

    def _is_value(self, chain: Draft) -> bool:
        """Whether "value of" stands before a name: "value of q: 3"."""
        lead = self._tokens[max(0, chain.first - 2) : chain.first]
        return len(lead) > 1 and lead[1].role is Role.OF and bare(lead[0].text) in VALUE_NOUNS

    def _is_edge(self, chain: Draft) -> bool:
        """Whether a name is the end of an edge, whose derivative a number behind it is: "w→q: 2"."""
        before = [(token.kind, token.text) for token in self._tokens[max(0, chain.first - 3) : chain.first]]
        points = [kind for kind, _ in before[-2:]] == ["name", "sep"] and before[-1][1] == "arrow"
        return points and (len(before) < 3 or before[0][0] in ("sep", "open"))

    def _relate(self, relation: str = "=") -> bool:
        """Begin a side that is equal to the one before it, or what that becomes."""
        assert self._chain is not None
        self._chain.sides.append([])
        self._chain.relations.append(relation)
        self._pass_gap()
        return True

    def _node_at(self, at: int) -> str:
        """Return the name that stands at a place, alone in brackets too, as drawings of networks have it."""
        match self._tokens[at : at + 3]:
            case [Token("open"), Token("name") as inside, Token("close")]:
                return inside.name
        return self._tokens[at].name

    def _arrow(self, at: int) -> bool:
        """Take an arrow for an equals sign behind a quantity or a calculation, or for the step to a new value."""
        chain, after = self._chain, self._led_to(at)
        assert chain is not None
        if not after:
            return self._line_led(at)
        if chain.first and self._tokens[chain.first - 1].role is Role.BY and not chain.states:
            return False  # "with respect to w -> -0.13"
        if chain.relations[-1] == "<-" and _is_set_off(chain.sides[-1], self._lexicon):  # "w -> 2.75   b -> -1.25"
            place, chain.last = chain.last, chain.last - 1
            chain.sides[-1].pop()
            self._start(place)
            self._append(place, place + 1)
            return self._arrow(at)
        name = quantity(chain.sides[0], self._lexicon)
        if stop := self._quantity_ahead(after):
            other = quantity([t for t in self._tokens[after:stop] if t.kind != "sep"], self._lexicon)
            if chain.states or not isinstance(name, Derivative) or not isinstance(other, Symbol):
                return False
            return other.name not in (name.of, name.by) and after == at + 1 and self._relate()  # "dL/dm -> c = -2"
        if name is not None and chain.states and self._node_at(after) in self._lexicon.operands:
            return False  # a network drawn in a line: "w = 2 -> h", "w = 2 -> (h)"
        if isinstance(name, Symbol) and (lone_name(self._tokens, after) or self._is_within(chain)):
            return False  # "e [data: 3] -> d", "b goes into c and into d -> 2 + 3 = 5"
        listed = self._tokens[after].kind in ("open", "vec") and quantities(chain.sides[0], self._lexicon)
        moving = listed or [name]
        moves = all(
            isinstance(one, New) or (isinstance(one, Symbol) and one.name in self._lexicon.inputs) for one in moving
        )
        if not chain.states:
            if len(chain.sides[0]) > 1 and (old := _number_behind(chain.sides[0], self._lexicon)):
                chain.given, chain.sides = old, [chain.sides[0][:1], []]
                chain.relations.append("<-")
                self._pass_gap()
                return True
            if denoted(chain.sides[0], self._lexicon) is None and not listed:
                return False
            return self._relate("<-" if moves else "=")
        if moves and len(chain.sides) == 2 and (listed or len(chain.sides[1]) <= 2) and not chain.given:
            chain.given, chain.sides[1], chain.relations[1] = chain.sides[1], [], "<-"
        elif moves and len(chain.sides) == 3 and _starts_at_number(*chain.sides[1:]) and not chain.given:
            chain.given, chain.sides[2] = chain.sides[2], []  # "`w -= lr * dw`: 5 -> 4.94"
        elif self._is_change(chain, name, after):
            head = chain.sides[0][0]
            chain.sides[0] = [Token("new", head.text, head.start, head.end, New(head.name or self._lexicon.output))]
            chain.given, chain.sides[1], chain.relations[1] = chain.sides[1], [], "<-"
        elif (len(chain.sides[-1]) > 2 or _multiplies(chain.sides[-1])) and name is not None and not chain.given:
            return self._relate()
        else:
            return False
        self._pass_gap()
        return True

    def _line_led(self, at: int) -> bool:
        """Go on with a formula by a line that an arrow leads to, "=> -2 * 1"; what else such a line says spoils it."""
        chain = self._chain
        if chain is None or not chain.states or self._words or not {"line"} <= self._seps <= _OVER_LINES:
            return False
        ahead = self._tokens[at + 1 : at + _LINE]
        line = [*takewhile(lambda token: not ends_sentence(token) and token.text != "line", ahead)]
        led = chain is self._led
        if not line or self._quantity_ahead(at + 1) or quantity(chain.sides[0], self._lexicon) is None:
            return False
        calculates = all(token.kind in _CALCULATES or token.text in ("=", "arrow") or token.edge for token in line)
        if calculates and (led or len(chain.sides[-1]) > 2):
            self._led = chain
            return self._relate()
        if led:
            chain.spoiled.add(len(chain.sides) - 1)
        return False

    def _is_change(self, chain: Draft, name: Node | None, after: int) -> bool:
        """Whether a number with an arrow to another is what the output was and is: "L: 0.85 → 0.47".

        Any node has two behind the change of another: "w: 1 → 1.67, p: 8 → 13.4".
        """
        named = chain.first > 0 and self._tokens[chain.first - 1].kind == "word"  # "target p: 6 -> 5.6"
        changes = bool(self._drafts) and "<-" in self._drafts[-1].relations and not named
        node = isinstance(name, Symbol) and name.name not in self._lexicon.inputs
        whole = node and (changes or name == Symbol(self._lexicon.output)) and len(chain.sides) == 2 and not chain.given
        kinds = [token.kind for token in chain.sides[1] if token.text != "-"] if whole else []
        follows = self._tokens[after + (self._tokens[after].text == "-") :][:2]
        ends = [token.kind for token in follows] in (["num"], ["num", "sep"], ["num", "word"], ["num", "close"])
        return kinds == ["num"] and ends


def _leads_on(word: Token) -> bool:
    """Whether a word before a name says what is done with it, so that a colon behind that says what comes of it."""
    return word.role in (Role.FOR, Role.BY, Role.OF, Role.PLUS, Role.MINUS) or bare(word.text) in _ADDS


def _is_set_off(side: list[Token], lexicon: Lexicon) -> bool:
    """Whether an input stands behind a number alone, more than one blank between them."""
    if len(side) < 2 or side[-1].name not in lexicon.inputs or side[-1].start - side[-2].end < 2:
        return False
    return [token.kind for token in side[:-1] if token.text != "-"] == ["num"]


def _multiplies(side: list[Token]) -> bool:
    """Whether two signs are a product, or a function of a name: "x y", "2 x", "sin x"."""
    kinds = [token.kind for token in side]
    return kinds in (["name", "name"], ["num", "name"], ["fn", "name"])


def _starts_at_number(step: list[Token], number: list[Token]) -> bool:
    """Whether a number alone stands behind a step in names, so that an arrow leads on from it."""
    named = any(token.kind in ("name", "der", "diff", "frac") for token in step)
    return named and [token.kind for token in number if token.text != "-"] == ["num"]


def _number_behind(side: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the number that stands behind an input, set off by a blank: "w 5 -> 4.94"; nothing elsewhere."""
    name, *number = side
    signed = number[0].text == "-" and number[0].end == number[-1].start
    numeric = [token.kind for token in number[signed:]] == ["num"] and (signed or len(number) == 1)
    return number if numeric and name.name in lexicon.inputs and name.end < number[0].start else []


def _concludes(words: list[Token]) -> bool:
    """Whether a sentence comes to a number at its end: "q is negative, so -4"."""
    end = len(words) - 1
    number = end >= 0 and words[end].kind == "num"
    end -= number and end > 0 and words[end - 1].text == "-"
    return number and end > 0 and words[end - 1].role in (Role.LINK, Role.RESULT)
