"""Equations: where one begins, where the next side follows, and where it ends.

    equation := quantity (":" | arrow | IS) side | side (REL side)+
    boundary := new line outside mathematics | "." | ";" | "\\\\" | top-level "," | before "quantity REL"

What stands between two signs is one side, whole: a word in it that no rule understands makes the side unread.
"""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, JOINING, NO_CLAIM, UNKNOWN, Role, bare
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.equations.assembly.chains import APART
from gradbook.written.parsing.equations.assembly.leads import Leads
from gradbook.written.parsing.equations.assembly.partings import MAY_PART, parted
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen

_HARD = frozenset({"heading", "item", "struck"})
_UNREMARKED = AGAINST_IT.union(UNKNOWN, (Role.ERROR, Role.NEW, Role.OLD, Role.AFTER, Role.BEFORE, Role.FOR))
_OTHERWISE = SAMPLES | {"point", "lecture", "target", "exercise", "problem", "book", "slides"}
_AT = frozenset({"at", "for", "bei", "für", "en", "pour", "para", "em", "per", "a", "bij", "voor", "przy"})
_FEW = 2  # tokens between a rate and its number
_LONGEST_PHRASE = 12  # tokens between "slope" and what it is by


def _is_row_end(token: Token) -> bool:
    return token.kind == "sep" and token.text == "row"


def _remarks(word: Token) -> bool:
    """Whether a word in a column of remarks says nothing against the chain that goes on below: "two paths"."""
    free = word.role not in _UNREMARKED and bare(word.text) not in _OTHERWISE
    return free and not is_given_name(word.text.capitalize())


class Assembler(Leads):
    """Goes over a stream of tokens once and puts equations together.

    Args:
        tokens: of one answer, phrases already spoken.
        lexicon: the exercise's.
    """

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
        elif token.text == "<-" and chain.states and (self._begins_back(at) or self._points_back(at)):
            self._seps.add("arrow")
            return
        else:
            words, seps = self._words, self._seps
            joined = all(word.role in JOINING for word in words)
            led = token.text == "is" and not chain.states and self._tokens[chain.first - 1 : chain.first]
            if led and led[0].role is Role.FOR and "comma" in seps and words:
                self._start(at)  # "se usa en b, por eso sale 1 + c"
            elif token.text == "is" and not chain.states and self._is_of_rate(chain):
                self._start(at)  # "mit Lernrate 0,1 ergibt sich w = 4"
            elif token.text == "is" and self._is_circumstance(chain):
                self._start(at)  # "which at v = 9 is 1/6"
            elif not chain.sides[-1] and "stop" in seps and (token.text == "is" or words):
                self._start(at)
            elif not chain.sides[-1]:
                if token.text == "is" or not words:
                    if any(word.role in NO_CLAIM for word in words):  # "is niet gelijk aan"
                        chain.spoiled.add(len(chain.sides) - 1)
                    chain.relations[-1] = token.text if len(chain.relations) > 1 else ""
                    self._pass_gap()
                    return
            elif words and all(map(_remarks, words)) and _is_row_end(self._tokens[at - 1]):
                pass  # "&= 2x + 3 && two paths \\\\ &= 14"
            elif seps & _HARD or (words and not joined) or ("stop" in seps and (token.text == "is" or words)):
                known = all(word.role not in UNKNOWN for word in words)
                apart = bool(seps & APART) or any(word.role in (Role.LINK, Role.SAME) for word in words)
                apart = apart or ("soft" in seps and words[-1].role is Role.SLOPE)  # "$q = wx$ the derivative is"
                reason = bool(words) and words[0].role is Role.REASON and token.text == "is"  # "because the unit is on"
                other = words[:1] and words[0].text in AND and token.text == "is" and self._quantity_ahead(at + 1)
                if seps & (APART - {"comma"}) or (apart and known) or reason or other:  # "and the sum is q = 10"
                    self._start(at)  # a relation of something else, which has no sign here
                else:
                    chain.spoiled.add(len(chain.sides) - 1)
            elif "block" in seps and token.text == "is":
                self._start(at)
        chain = self._chain
        assert chain is not None
        if not chain.states and self._differentiates(chain.first, token.text):
            chain.spoiled.add(0)
        if chain.states and any(word.role in NO_CLAIM for word in self._words):
            chain.spoiled.add(len(chain.sides))  # "w: 5 does not become 4.94"
        chain.sides.append([])
        chain.relations.append(token.text)
        chain.last = at
        self._pass_gap()

    def _is_of_rate(self, chain: Draft) -> bool:
        """Whether a number alone says how large the rate before it is."""
        before = self._tokens[max(0, chain.first - _FEW) : chain.first]
        number = len(chain.sides) == 1 and [token.kind for token in chain.sides[0]] == ["num"]
        return number and any(token.kind == "rate" for token in before) and not any(t.kind == "sep" for t in before)

    def _is_circumstance(self, chain: Draft) -> bool:
        """Whether a chain only says at what value something is so: "at v = 9"."""
        lead = last_seen(self._tokens, chain.first)
        given = [[token.kind for token in side if token.text != "-"] for side in chain.sides] == [["name"], ["num"]]
        return given and lead >= 0 and self._tokens[lead].role is Role.FOR and self._tokens[lead].text in _AT

    def _begins_back(self, at: int) -> bool:
        """Whether a line begins with an arrow back: "← df/dq = 3"."""
        return self._apart() and bool(self._quantity_ahead(at + 1))

    def _points_back(self, at: int) -> bool:
        """Whether an arrow points from a remark to a result, which nothing can be put into: "= 3.02 ← w has grown"."""
        side = self._chain.sides[-1] if self._chain else []
        said = [token.kind for token in self._tokens[at + 1 : at + 3]]
        remark = said[:1] in (["word"], ["fn"]) or (said[:1] == ["name"] and said[1:] not in ([], ["sep"]))
        remark = remark or said == ["num", "word"]  # "= 7.5 <- 1 because relu is on"
        return bool(side) and remark and all(token.kind in ("num", "op") for token in side)

    def _differentiates(self, at: int, relation: str) -> bool:
        """Whether what begins here is only what something is differentiated by, in words that are not understood."""
        words: list[Token] = []
        for token in reversed(self._tokens[max(0, at - _LONGEST_PHRASE) : at]):
            if token.kind == "sep" and token.text != "soft":
                break
            if not token.edge and token.role is not Role.ARTICLE:
                words.append(token)
                if words[0].role is not Role.BY:
                    return False
        return bool(words) and (relation == "is" or any(word.role in (Role.SLOPE, Role.SLOPES) for word in words))
