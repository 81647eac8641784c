"""Names: what a run of letters is: names of the exercise, a function, a derivative in a program; or a word."""

from gradbook.core.text.patterns import regex
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.forms.identifiers import Identifiers
from gradbook.written.lexing.naming.forms.spaced import Spaced
from gradbook.written.lexing.naming.prose import IN_QUOTIENT, LOW, WORD_BEHIND, Prose
from gradbook.written.notation import ACTIVATIONS, GREEK, SLOPE_FUNCTIONS, plain

LONGEST = 120  # letters of a name, or of names that stand together
_IDENTIFIER = regex(r"[A-Za-zα-ωΑ-Ωϵℓ][A-Za-z0-9α-ωΑ-Ωℓ₀-₉]*(?:_[A-Za-z0-9ŷ₀-₉]+)*")
_ENDS_LOW = regex(rf"{_IDENTIFIER.pattern}(?:_(?![\w{{\\]))?")  # where a name of the exercise does: y_
_SLOPES = frozenset(SLOPE_FUNCTIONS.values())
_ARGUMENT_NAME = regex(r"\(\s*([A-Za-z]\w*)\s*\)")
_ARGUMENT = regex(r"\(\s*(?:\\?[A-Za-z][\w{}]*|-?[\d.]+|[^()=\n]{1,40}[A-Za-z][^()=\n]{0,9}\+[^()=\n]{1,40})\s*\)")
_NORM = regex(r"[Ll][12][ -](?:[Ll]oss|[Nn]orm|[Rr]egulari|[Pp]enal|[Ee]rror|[Dd]istance|[Cc]ost|Verlust|Fehler)")
_OF_D = regex(r"\s*\(\s*\\?[A-Za-z]\w{0,15}\s*\)\s*(?:/|\}\s*\{)\s*d(?=[A-Za-z\\(])")  # d(d)/dc, d(out)/dd
_SIDE = r"\s*\\?[A-Za-z](?:[^{}$\n=+]|\{[^{}]{0,9}\}){0,20}?"  # a name, behind the d
_PLAIN_SIDE = r"(?:\\[A-Za-z]+\s*)?[A-Za-z{][\w{}\\^()]{0,20}?"  # not "d um eine Einheit (dd/dv"
_OVER_D = regex(rf"(?:{_SIDE}\}}\s*\{{|(?:\s+{_PLAIN_SIDE}|[ŷŵẑ])\s*/)\s*d(?![a-z]{{2}})")  # d E / d w, dŷ/dw
_UNDER_D = regex(rf"(?:frac\s*\{{\s*d{_SIDE}\}}\s*\{{|(?<!\w)d(?:\s+{_SIDE}|[a-z])\s*/)\s*$")
_RENEWED = regex(r"(?P<name>[A-Za-z]{1,2}\d{0,2})нов(?:ый|ое|ая|ые)?(?!\w)")
_DELTAS = frozenset({"Delta", "delta", "Δ", "δ"})
_DIFFERENTIALS = _DELTAS | {"d"}
_LOWERED = regex(r"[-−](?=[^\W\d_])")  # e−z, an exponent that was copied without its place: none takes z from e


class Names(Prose):
    """What a lexer does with letters."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        super().__init__(source, lexicon)
        self._spaced = lexicon.recall(Spaced)
        self._identifiers = lexicon.recall(Identifiers)
        self._renews = "нов" in source and _RENEWED.search(source) is not None

    def _renewed(self, start: int) -> int:
        """Take a name with "new" grown together with it, as Russian writes an index: wнов; return the place behind."""
        glued = _RENEWED.match(self._source, start, self._end)
        name = self._lexicon.name(glued["name"]) if glued else None
        if glued is None or name is None or name not in self._lexicon.inputs:
            return 0
        self._leaf("new", New(name), start, glued.end())
        return glued.end()

    def _is_pi(self, spelled: str, end: int) -> bool:
        """Whether letters are the number pi: no policy, and nothing with an index or an argument."""
        return spelled == "pi" and self._source[end : end + 1] not in ("_", "(", "'", "[")

    def _constant(self, spelled: str, start: int, end: int) -> int:
        """Take e or pi."""
        self._add("euler", spelled, start, end)
        if spelled == "e" and _LOWERED.match(self._source, end):
            self._add("op", "^", end, end)
        return end

    def _letters(self, start: int, end: int) -> int:
        source, lexicon = self._source, self._lexicon
        run = source[start:end]
        if run in ("x", "X") and self._is_times(start, end):
            self._add("op", "*", start, end)
            return end
        if run in lexicon.unnamed and (of := _ARGUMENT.match(source, end, self._end)) and run not in of.group():  # g(z)
            self._bad(run, start, end)
            return end
        if run[0] in "∂∇":
            if run[0] == "∇" or source[start + 1 : start + 2] == "_" or source[start + 1 : start + 2] in LOW:
                return self._diffsub(start, start + 1)
            self._add("diff", run[0], start, start + 1)
            return start + 1
        if run == "D" and source[end : end + 1] == "_" and "D" not in lexicon.names:
            return self._diffsub(start, end)
        if run[0] in "δΔ" and len(run) > 1 and GREEK[run[0]] not in lexicon.names:
            label = _IDENTIFIER.match(source, start + 1, self._end) if run[0] == "δ" else None
            if label and self._is_signal(plain(label.group()), label.end()):
                return self._signal(plain(label.group()), start, label.end())
            self._add("diff", "δ", start, start + 1)
            return start + 1
        if run in _DIFFERENTIALS and (sign := self._differential(run, start, end)):
            self._add("diff", sign, start, end)
            return end
        if "∂" in run or "∇" in run:
            end = start + min(place for place, letter in enumerate(run) if letter in "∂∇")
            run = source[start:end]
        stop = self._of_sample(run, start, end) or self._whole_name(run, start, end) or self._tangent(run, start, end)
        if stop is not None:
            return stop
        spelled = run if run.isascii() else "".join([GREEK.get(letter, letter) for letter in run])
        if self._named_by_index(spelled, end):
            return self._named(spelled, start, end)
        if spelled[0] == "d" and (called := lexicon.functions.get(spelled[1:])) and self._source[end : end + 1] == "/":
            self._add("diff", "d", start, start + 1)
            self._add("fn", called, start + 1, end)
            return end
        if self._in_text and self._is_word(spelled, start, end):
            self._word(spelled.lower(), start, end)
            return end
        if spelled in lexicon.losses and self._tokens and self._tokens[-1].kind == "diff":
            return self._named(spelled, start, end)
        parts = lexicon.split(spelled)
        parts = None if len(run) == 1 and run != spelled and parts != [spelled] else parts  # theta is no t, h and eta
        lone = spelled not in lexicon.names and not lexicon.array(spelled)  # beside a d2 of the answer's own
        if spelled in ("d", "D") and (parts is None or lone):
            self._add("diff", "d", start, end)
            return end
        if parts is None and spelled[0] == "d" and (parts := self._behind_d(spelled[1:], end)) and len(parts) <= 3:
            self._add("diff", "d", start, start + 1)
            start += 1
        if parts is None and (spelled == "e" or self._is_pi(spelled, end)):
            return self._constant(spelled, start, end)
        if parts is None and (not self._in_text or self._is_no_word(spelled, start, end)):
            if lexicon.like(spelled) or (len(run) <= 3 and self._index_follows(end)):
                return self._named(spelled, start, end)
            self._bad(run, start, end)
            return self._attached(end)
        if parts is None:
            counted = len(run) == 1 and source[end : end + 1].isdigit()  # "de O1", where "o 1" is "or 1"
            if counted or (len(run) == 1 and not self._is_letter_word(run, start)):
                self._bad(run, start, end)
                return self._attached(end) if counted else end
            self._word(spelled.lower(), start, end)
            return end
        at = start
        for part in parts[:-1]:
            stop = min(end, at + self._length(part, at))
            self._piece(part, at, stop)
            at = stop
        return self._named(parts[-1], at, end)

    def _behind_d(self, letters: str, end: int) -> list[str] | None:
        """Return the names that letters behind a d are; in a quotient also one in another case: dl/dw of L."""
        lexicon = self._lexicon
        like = lexicon.like(letters) is not None and IN_QUOTIENT.match(self._source, end)
        return lexicon.split(letters) or ([letters] if like else None)

    def _whole_name(self, run: str, start: int, end: int) -> int | None:
        """Take a quantity of a unit, a whole identifier, or a d and letters that are a name only with their index.

        dz_{h1} of zh1, dW_{2} beside no other W.
        """
        if run[0] != "d" or run == "d" or not self._named_by_index(run[1:], end) or self._named_by_index(run, end):
            return self._of_unit(start, end) or self._identifier(start)
        self._add("diff", "d", start, start + 1)
        return self._named(run[1:], start + 1, end)

    def _tangent(self, run: str, start: int, end: int) -> int | None:
        """Take th for the hyperbolic tangent, as Russian and French have it, rather than for t times h."""
        called = run == "th" and run not in self._lexicon.names and self._source[end : end + 1] == "("
        if not called or "tanh" not in self._lexicon.operations.values():
            return None
        self._add("fn", "tanh", start, end)
        return end

    def _differential(self, run: str, start: int, end: int) -> str:
        """Return the sign of a differential that letters are, though one may be a name; "" where they are none.

        Δ before a quantity, the first d of d(d)/dc, both of d E / d w.
        """
        if run in _DELTAS and "delta" not in self._lexicon.names and self._is_change_of(end):
            return "δ"
        if run != "d":
            return ""
        ahead = _OF_D.match(self._source, end, self._end) or _OVER_D.match(self._source, end, self._end)
        return "d" if ahead or _UNDER_D.search(self._source[max(0, start - 40) : start]) else ""

    def _is_change_of(self, end: int) -> bool:
        """Whether a quantity stands behind "Delta": how much it changes, and its error signal, are no value of it."""
        following = WORD_BEHIND.match(self._source, end, self._end)
        if following is None:
            return False
        spaced = self._spaced.at(self._source, following.start(1), self._end)
        return spaced is not None or self._lexicon.name(following.group(1)) is not None

    def _length(self, part: str, at: int) -> int:
        """Return how many letters of the source a part takes: one for a Greek letter that is spelled out."""
        return len(part) if self._source.startswith(part, at) else 1

    def _identifier(self, start: int) -> int | None:
        """Take a whole identifier: w1, w_new, y_hat, learning_rate, df_dw."""
        source, lexicon = self._source, self._lexicon
        identifier = (_ENDS_LOW if self._may_end_low(start) else _IDENTIFIER).match(source, start, self._end)
        if not identifier:
            return None
        written, end = identifier.group(), identifier.end()
        if len(written) > LONGEST:
            self._bad(written[:LONGEST], start, end)
            return end
        whole, named, several, loss, function = self._identifiers.known(written)
        if (loss and self._is_loss(whole, end)) or (whole == "sin" and self._in_text and self._is_without(end)):
            return None
        if function and self._in_text and self._is_noun(whole, end):
            self._word(written.lower(), start, end)
            return end
        by_chance = self._in_text and len(whole) > 1 and written in lexicon.names
        if by_chance and self._is_everyday(written, start, end):
            return None
        word = self._in_text and len(whole) == 1 and written.isalpha()
        if self._in_text and written in self._own_words and self._is_remark(start, end):
            self._word(written.lower(), start, end)
            return end
        if named and not (word and self._is_word(written, start, end)):
            return self._named(whole, start, end)
        if several:
            quoted = source[start - 1 : start] == "`" == source[end : end + 1]
            if not written.isalpha() or not self._in_text or quoted or self._beside_sign(start, end):
                return self._named(whole, start, end)  # z1 of z1_1, y_pred of y_pred_1
        op = lexicon.functions.get(whole, "")
        slope = op in _SLOPES
        called = not slope or whole[0] != "d" or source[end : end + 1] == "("  # "dRelu" of dC/dRelu is none
        if slope and called and not (self._is_taken_at(end) and self._is_slope(op[1:], written)):
            self._bad(written, start, end)  # of what comes out, a (1 - a)?
            return end
        if function and called:
            return self._named(whole, start, end)
        if _NORM.match(source, start, self._end):
            self._word(written.lower(), start, end)
            return end
        found = self._identifiers.of(written, under=source[start - 1 : start] == "/")
        if found is None or self._gives(written, start, end):
            return None
        stop = start + found.length
        if found.kind == "name":
            return self._named(found.text, start, stop)
        if found.kind == "slope":
            self._add("diff", "d", start, start + 1)
            return self._named(found.text, start + 1, stop)
        if found.node is not None:
            self._leaf(found.kind, found.node, start, stop)
        else:
            self._bad(found.text, start, stop)
        return stop

    def _is_taken_at(self, end: int) -> bool:
        """Whether a name in brackets behind a function is no activation itself: sigmoid_prime(z), not of a."""
        argument = _ARGUMENT_NAME.match(self._source, end, self._end)
        name = self._lexicon.name(argument.group(1)) if argument else None
        return name is not None and self._lexicon.operations.get(name) not in ACTIVATIONS
