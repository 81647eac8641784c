"""Attachments: a name with what is written at it, indices, primes, hats, and superscripts that are no powers."""

import re
from functools import cached_property

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Old, Rate
from gradbook.written.lexing.naming.indices import Indices
from gradbook.written.lexing.naming.layers import BY_PRIME, LOW, Script, script_at, with_state
from gradbook.written.lexing.naming.neurons import target_for
from gradbook.written.lexing.naming.predictions import is_prediction
from gradbook.written.lexing.naming.vectors import TRANSPOSED, running
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import (
    ACTIVATIONS,
    IDENTITY,
    LOW_LETTERS,
    NEW,
    NOW,
    OLD,
    OWN,
    SLOPED,
    STATES,
    WHOLE,
    WITH_SLOPES,
    plain,
    state_suffix,
)

_BEGINS = regex(rf"[.(+⁺⁽¹²³<₀-₉₊₋{LOW_LETTERS}]|\s*(?:['′’]|\\?[_^])")  # what any of them begins with
_MARKS, _WORD_BEGINS = frozenset("_^⁽<\\"), frozenset("_\\")
_INDEX_BEGINS = _MARKS | set(f"₀₁₂₃₄₅₆₇₈₉{LOW_LETTERS}₊₋")
_RAISED = regex(rf"\s*(?!{TRANSPOSED})(?:\^|\*\*)")  # e^x
_DIGITS, _ENDING = regex(r"\d+(?=[A-Za-z])"), regex(r"[^\W\d_]+")
_PRIME = regex(r"\s*(?:['′’]|\^\s*\\prime\b|\^\s*\{\s*(?:\\prime|')\s*\})")
_BIG = r"(?:\\(?:left|[bB]igg?l?)\s*)?"  # a size, as LaTeX sets it before a bracket
_CALLED = regex(rf"\s*{_BIG}\(\s*(?P<in>\\?\w{{1,12}})\s*(?:\\(?:right|[bB]igg?r?)\s*)?\)|{BY_PRIME}", re.ASCII)
_BY_NAME = regex(r"(?P<by>[A-Za-z]\w{0,8})(?![\w'′’])", re.ASCII)  # "L'w = L'z · z'w", not "f' = q'z'"
_OPENING = regex(rf"\s*{_BIG}\(")
_STARS = {"*": "star", "\\ast": "star", "\\star": "star"}  # y^* of y_star
_COUNTED = regex(f"[₀-₉0-9{LOW_LETTERS}₊₋]+")
_HAT = regex(r"\\?\^(?=[\s)\]*/+=,.]|\Z)")
_PLUS = regex(r"⁺|\+(?=\s+=[^=])")
_ASKED = (
    r"\.(?:data|value|val|(?:item|output|detach|numpy|eval|evalf|tolist|squeeze|cpu)\(\)|(?:subs|evalf)\(\w{0,20}\))"
)
_GRAD = regex(rf"\.(?:grad(?:ient)?|g(?=`?\s*[-+*/)=,→]|`|\s*\Z))\b(?:{_ASKED}){{0,3}}")  # and fastai's w.g
_ITSELF = regex(rf"(?:{_ASKED}){{1,3}}(?![\w(])")  # as programs ask for a number
_SIGNAL = regex(r"(?:δ|\\delta)\s*_?\s*(\{[^{}=]{1,12}\}|\w{1,8})(?:[\s$&]|\\[,;!])*[=≈:]")
_WORD = regex(
    r"(?:_\s{0,3}\{?\s{0,3}(\w{1,3})(?:\s{0,3}\})?)?\s{0,3}"
    r"\\(?:mathrm|mathit|text|operatorname)\s{0,3}\{\s{0,3}([A-Za-z]{1,20})\s{0,3}\}"
)
_ROW = regex(r"(\d),?([ijkl])")
_IN_ALL, _RUNNING = frozenset({"total", "tot", "sum"}), frozenset("ijkl")
_OVER = regex(r"\s*[/∕]")
_COUNTED_STEP = regex(r"\([ ]?(?P<count>[tkn])[ ]?(?:(?P<next>\+[ ]?1)[ ]?)?\)(?=(?(next)|[ ]?[-−+*·,;=]))")
_ITERATE = regex(r"\(([012])\)")
_POWER_OF_STATE = regex(rf"\((?:\d|[tkni](?:\+1)?|{STATES})\)|\*|\+|{STATES}|[tkni](?:\+1)?")


class Attachments(Indices):
    """What a lexer does with what is attached to a name."""

    def _attached(self, end: int) -> int:
        """Give a letter that is no name its index and primes, so that "k_1" is one unknown name."""
        last = self._tokens[-1]
        text = last.text
        while True:
            if index := script_at(self._source, end, self._end):
                if index.mark == "^" or last.kind != "bad":
                    break
                text, end = text + index.body, index.stop
            elif sub := _COUNTED.match(self._source, end, self._end):
                text, end = text + sub.group(), sub.end()
            else:
                break
        self._tokens[-1] = Token("bad", plain(text), last.start, end)
        return end

    def _with_word(self, stem: str, end: int) -> tuple[str, int] | None:
        """Return the name that letters, an index and an upright word are, and where it ends: n_{1}\\mathrm{Output}."""
        behind = _WORD.match(self._source, end, self._end)
        whole = self._lexicon.name(f"{stem}{behind.group(1) or ''}{behind.group(2)}") if behind else None
        return (whole, behind.end()) if behind and whole else None

    def _named_by_index(self, stem: str, end: int) -> bool:
        """Whether letters are a name with the index behind them, whatever they are by themselves: net_{h1}, out_o."""
        if (sign := self._source[end : end + 1]) not in _INDEX_BEGINS:
            return False
        found = self._index(end) if sign in _MARKS else None
        if low := LOW.match(self._source, end, self._end):
            found = Script("_", plain(low.group()), low.end())
        if found is None:
            return False
        body = plain(found.body)
        if found.mark == "^":
            if f"{plain(stem)}^{body}" in self._lexicon.tiers:
                return True
            return self._raised_name(plain(stem), body, found.stop) is not None
        counted = len(stem) > 1 and body in _RUNNING  # net_j
        if counted and any(name.startswith(stem) for name in self._lexicon.names):
            return True
        return self._lexicon.with_index(stem, found.body) is not None or bool(
            self._lexicon.in_layers(plain(stem), body)
        )

    def _piece(self, part: str, start: int, end: int) -> None:
        lexicon = self._lexicon
        if part == "ell" and self._layered:
            self._bad(part, start, end)
        elif part in lexicon.names:
            self._known(lexicon.names[part], part, start, end)
        elif part in lexicon.rates:
            self._leaf("rate", Rate(), start, end)
        elif part in lexicon.functions:
            self._add("fn", lexicon.functions[part], start, end)
        elif part in lexicon.losses and self._is_output(part) and self._tokens and self._tokens[-1].kind == "diff":
            self._leaf("name", Symbol(lexicon.output), start, end)
        elif part == "delta" or (part == "Delta" and not (lexicon.like(part) and self._source[end : end + 1] == ":")):
            self._add("diff", "δ", start, end)
        elif part == "e" and not (lexicon.array("e") and not _RAISED.match(self._source, end, self._end)):
            self._add("euler", "e", start, end)
        elif like := lexicon.like(part):
            self._known(like, part, start, end)
        elif lexicon.array(part):
            self._add("vec", part, start, end)
        else:
            self._bad(part, start, end)

    def _slope_by(self, known: str | None, by: str | None) -> str:
        """Return by what a slope is that a prime and a name behind it denote; "" for no slope."""
        lexicon = self._lexicon
        if known is None or by is None or known not in lexicon.operands:
            return ""
        return by if by != known and by in lexicon.cone(known) else ""

    def _primed_name(self, name: str, known: str | None) -> str:
        """Return the name that a prime makes of a letter: y_prime, or a yp that is calculated where y is given."""
        lexicon = self._lexicon
        calculated = known in lexicon.inputs and lexicon.names.get(f"{name}p") in lexicon.operands
        calculated = calculated and is_prediction(name, self._source)
        return f"{name}prime" if f"{name}prime" in lexicon.names else f"{name}p" if calculated else ""

    def _known(self, name: str, written: str, start: int, end: int) -> None:
        """Take a name of the exercise, or one of the answer's own for what that stands for."""
        if name in self._lexicon.aliases:
            self._tokens.append(Token("name", written, start, end, self._lexicon.aliases[name]))
        else:
            self._leaf("name", Symbol(name), start, end)

    def _named(self, stem: str, start: int, end: int) -> int:  # noqa: PLR0915 (one loop over what may be attached)
        """Take a name with what is attached to it: indices, primes, superscripts that are no powers."""
        source, lexicon = self._source, self._lexicon
        name, state, first = plain(stem), "", end
        if source[end : end + 1] in _WORD_BEGINS and (joined := self._with_word(stem, end)):
            self._known(joined[0], joined[0], start, joined[1])
            return joined[1]
        if lexicon.tiers and (stop := self._tiered(name, start, end)) is not None:
            return stop
        if attached := _BEGINS.match(source, end, self._end) is not None:
            name, end, state = self._layer_above(name, end)
        counted = name[-1:] == "1" and name not in lexicon.names and name[:-1] in lexicon.names
        if counted and name != lexicon.in_layers(stem, "1"):  # y^{(1)} of y1_1
            name, state = name[:-1], "" if lexicon.names[name[:-1]] in lexicon.steady else "new"
        hat = lexicon.names.get(f"{name}hat") if attached else None
        if hat and hat != lexicon.names.get(name) and (caret := _HAT.match(source, end, self._end)):
            name, end = f"{name}hat", caret.end()  # y^ = 4
        while attached and _BEGINS.match(source, end, self._end):
            known = lexicon.names.get(name)
            grad = _GRAD.match(source, end, self._end)
            grad = None if grad and grad.group() == ".g" and "g" in (*lexicon.operands, *lexicon.inputs) else grad
            if grad and not state and (by := known or lexicon.like(name)):  # l.grad of L
                self._leaf("der", Derivative(lexicon.output, by), start, grad.end())
                return grad.end()
            if grad and not known and not state and lexicon.array(name):
                self._add("nabla", name, start, grad.end())
                return grad.end()
            if known and not state and (own := _ITSELF.match(source, end, self._end)):
                end = own.end()
                continue
            if self._steps_in_brackets and known in lexicon.inputs and (at := _ITERATE.match(source, end, self._end)):
                state, end = self._steps_in_brackets.get(at.group(1), "bad"), at.end()
                continue
            at = _COUNTED_STEP.match(source, end, self._end) if known in lexicon.inputs and not state else None
            if at and at["count"] not in lexicon.names:
                state, end = "new" if at["next"] else "old", at.end()  # w(n+1) = w(n) - ...
                continue
            plus = _PLUS.match(source, end, self._end) if known and not state else None
            if plus and (known in lexicon.inputs or plus.group() == "⁺"):
                state, end = "new", plus.end()  # w1+ = 0.3
                continue
            if prime := _PRIME.match(source, end, self._end):
                if not state and (marked := self._primed_name(name, known)):  # y' of y_prime
                    name, end = marked, prime.end()
                    continue
                if known is None and not state and self._transposes(name, end, prime.end()):
                    self._piece(name, start, end)
                    return self._transposition(prime.group(), end, prime.end())
                called = _CALLED.match(source, prime.end(), self._end)
                by = lexicon.name(called["in"] or self._set_apart(called["by"])) if called else None
                if called and by and not state and known is not None and known in lexicon.operands:  # L'(e), L'e = 2
                    self._leaf("der", Derivative(known, by), start, called.end())
                    return called.end()
                named = _BY_NAME.match(source, prime.end(), self._end)
                if named and not state and (by := self._slope_by(known, lexicon.name(named["by"]))):
                    self._leaf("der", Derivative(str(known), by), start, named.end())
                    return named.end()
                only = lexicon.below(known) if known and known in lexicon.operands and not state else ()
                if len(only) == 1 and _OPENING.match(source, prime.end(), self._end):
                    self._tokens.append(
                        Token("der", f"{known}'", start, prime.end(), Derivative(str(known), only[0]), None, self._math)
                    )
                    return prime.end()
                if source[end : prime.end()].strip() in ("'", "’") and self._quotes(start, prime.end()):
                    break
                state, end = ("new" if not state else "bad"), prime.end()
                continue
            if index := self._index(end):
                mark, body, stop = index
            elif sub := LOW.match(source, end, self._end):
                mark, body, stop = "_", sub.group(), sub.end()
            else:
                break
            bare, beside = with_state(plain(body)) if mark == "^" else (plain(body), "")
            inner = bare.strip("()")
            if mark == "_" and known in lexicon.unnamed and not lexicon.with_index(name, body):
                known = None  # p_1 is none of the graph's own letters
            state_of = "new" if inner in NEW else "old" if inner in OLD or bare in OLD else ""
            asked = known is not None and known not in lexicon.unnamed
            if mark == "_" and inner in SLOPED and not state and self._sloped(name, known, start, stop):
                return stop
            if mark == "^" and not state and (above := self._state_above(name, bare)):
                state = "" if above == "here" else above
            elif mark == "^" and (raised := self._raised_name(name, bare, stop, known=asked)):
                name, stop = raised
            elif mark == "^" and (longer := lexicon.names.get(f"{name}{_STARS.get(inner, f'^{bare}')}")):
                name = plain(longer)  # delta^(2), as the answer calls it
            elif mark == "^" and (known is None or self._in_layer(known, bare)) and (layer := self._layer(name, bare)):
                unit = lexicon.layer_first and name[-1:].isdecimal()  # of a layer that has no names here
                longer = "" if unit else lexicon.with_index(name, layer) or lexicon.in_layers(name, layer)
                if not longer and lexicon.array(name) and bare in ("(0)", "(1)"):
                    state = "old" if layer == "0" else "" if self._numbers_layers(name) else "new"
                else:
                    name, state = (plain(longer), state) if longer else (name, "bad")
            elif mark == "_" and (one := self._layer_above(name + bare.replace(",", ""), stop))[1] > stop:
                name, stop, beside = one
                state = "new" if source[:stop].rstrip("}) ").endswith("+") else state
            elif mark == "_" and (longer := lexicon.with_low(name, body, known)):
                name = plain(longer)
            elif mark == "_" and (aim := target_for(lexicon, name, inner)):
                name = plain(aim)
            elif mark == "^" and not _POWER_OF_STATE.fullmatch(bare):
                break
            elif mark == "_" and not state and (row := _ROW.fullmatch(bare)) and lexicon.array(name + row[1]):
                self._add("run", f"{name}{row[1]}_{row[2]}", start, stop)  # W_{1j} of W11 and W12
                return stop
            elif mark == "_" and not state and lexicon.array(name) and (letters := running(body)):
                stop -= len(body) - 1 if body[0].isalpha() and len(letters) == 1 else 0  # x_iw_j
                if not self._counts_steps(letters):
                    self._add("run", f"{name}_{letters}", start, stop)
                    return stop
            elif (
                mark == "_"
                and (cut := state_suffix(bare, backward=self._backward))
                and (longer := lexicon.with_index(name, cut[0]))
            ):
                name, state = plain(longer), cut[1]
            elif (
                mark == "_"
                and (run := _DIGITS.match(body))
                and source[stop - 1] == body[-1]
                and (longer := lexicon.with_index(name, run.group()) or lexicon.in_layers(name, run.group()))
            ):  # x_1x_2: an index without braces ends with its digits
                name, stop = plain(longer), stop - len(body) + run.end()
            elif known is None and mark == "_" and inner == "1" and self._weighs_units(name):
                state = "bad"  # W_1 of w11, w12 and w31, which is of another layer
            elif known is None and inner == "1" and self._numbers_layers(name):
                pass  # W_1 of w11 and w12
            elif known is None and mark == "_" and inner in WHOLE and lexicon.array(name):
                pass  # a_hidden of a1 and a2
            elif (
                mark == "_"
                and known in lexicon.operands
                and self._by_parameters(inner)
                and (name.endswith("hat") or _OPENING.match(source, stop))
            ):
                pass  # h_theta(x) and yhat_theta, the hypothesis with all its parameters; h_theta may be a derivative
            elif source[stop - 1] == "⁾" and known is not None:
                state = "bad"  # w₁⁽¹⁾, of a layer or after a step?
            elif known in lexicon.steady and not state and bare.strip("()") == "1":
                pass  # x_1, which no step changes, is that of the only sample
            elif (
                state_of == "new" or (bare in ("1", "(1)") and self._steps(known)) or (self._backward and inner == "t")
            ):
                whose = known is not None or lexicon.like(name) or lexicon.array(name)
                state = "bad" if not whose or state == "bad" else "new"
            elif state_of == "old":
                state = state or "old"
            elif inner in _IN_ALL and self._tokens and self._tokens[-1].kind == "diff":
                pass  # dw_total
            elif inner in NOW and (known is not None or lexicon.like(name)) and not self._by(known, mark, bare):
                pass
            elif mark == "_" and name == "delta" and bare in lexicon.names:
                return self._signal(bare, start, stop)
            elif self._by(known, mark, bare):
                self._leaf("der", Derivative(str(known), lexicon.names[bare]), start, stop)
                return stop
            else:
                state = "bad"
            state, end = state or beside, stop
        if not state:
            self._piece(name, start, end)
            return end
        known = lexicon.names.get(name) or lexicon.like(name)
        if state == "old" and known and self._tokens and self._tokens[-1].kind == "diff":
            self._known(known, known, start, end)  # dL/dw^{(0)}: by w before the step
        elif state in ("new", "old") and known and known not in lexicon.aliases:
            self._leaf(state, New(known) if state == "new" else Old(known), start, end)
        elif state in ("new", "old") and lexicon.array(name) and "*" not in source[start:end]:  # x^*: the optimum
            node = New(name) if state == "new" else Old(name)
            self._tokens.append(Token("vec", name, start, end, node))
        elif state == "new" and lexicon.functions.get(name) in (*WITH_SLOPES, IDENTITY, OWN):
            self._add("fn", "d" + lexicon.functions[name], start, end)
        elif state == "old" and name in lexicon.rates:
            self._piece(name, start, end)
        else:
            letters = stem + source[first:end] if stem.endswith("bar") else source[start:end]
            written = plain(letters).replace("Delta^", "delta^")
            introduced = lexicon.names.get(written) in lexicon.aliases  # delta_1^{(1)}
            (self._piece if introduced else self._bad)(written, start, end)
        return end

    def _sloped(self, name: str, known: str | None, start: int, end: int) -> bool:
        """Take w1_gradient and w_grad; error_gradient, of the output, is by what the answer says."""
        if known is None and self._lexicon.array(name):
            self._add("nabla", name, start, end)
        elif known is not None and known != self._lexicon.output:
            self._leaf("der", Derivative(self._lexicon.output, known), start, end)
        else:
            return False
        return True

    def _signal(self, label: str, start: int, end: int) -> int:
        """Take delta with a label; of a neuron by its output's name, it is by what the answer says it is."""
        lexicon = self._lexicon
        if f"delta{label}" in lexicon.names:
            self._piece(f"delta{label}", start, end)
        elif lexicon.operations.get(lexicon.names[label]) in ACTIVATIONS:
            self._bad(f"delta{label}", start, end)
        else:
            self._leaf("der", Derivative(lexicon.output, lexicon.names[label]), start, end)
        return end

    @cached_property
    def _signals(self) -> frozenset[str]:
        """The labels of the deltas that equations of this answer begin with."""
        return frozenset(plain(label) for label in _SIGNAL.findall(self._source))

    def _is_signal(self, label: str, end: int) -> bool:
        """Whether delta and a label without anything between them are one name: it heads an equation somewhere."""
        known = self._lexicon.names.get(label) in self._lexicon.operands or f"delta{label}" in self._lexicon.names
        last = self._tokens[-1] if self._tokens else None
        fraction = (last is not None and last.text == "/") or _OVER.match(self._source, end, self._end) is not None
        return known and not fraction and label in self._signals

    def _factorial(self, start: int) -> bool:
        """Whether an exclamation mark stands right behind a whole number or a bracket, so that it may be a sign."""
        last = self._tokens[-1] if self._tokens else None
        several = self._source.startswith("!!", start)  # "and it gets -3!! Nice"
        behind = last is not None and last.end == start and not several
        if len(self._tokens) > 1 and self._tokens[-2].kind == "word" and self._source[start + 1 :][:1].strip() == "":
            return False  # "the loss dropped to 9!"
        return last is not None and behind and (last.kind == "close" or last.text.isdecimal())

    def _ending(self, start: int) -> str:
        """Return the case ending or verb behind an apostrophe, as Turkish sets them: q'nun, 10'dur; "" for none."""
        letters = _ENDING.match(self._source, start, self._end)
        ending = "'" + letters.group() if letters and self._in_text else ""
        return ending if ending and DICTIONARY.role(ending, self._languages) is not None else ""

    def _primed(self, start: int, end: int) -> bool:
        """Whether a prime stands right behind a number or a bracket, and closes no quotation."""
        last = self._tokens[-1] if self._tokens else None
        if last is None or last.end != start or last.kind not in ("num", "close") or self._quotes(end, end):
            return False
        line = before_in_line(self._source, start)
        return self._math or re.search(r"(?<![^\W_])['’‘]", line) is None

    def _quotes(self, start: int, end: int) -> bool:
        """Whether an apostrophe behind a name belongs to a word or closes a quotation, as in 'w'."""
        opened = regex(r"(?<![\w)\]}])['‘]").match(self._source, max(start - 1, 0), start) is not None
        return not self._math and (opened or self._source[end : end + 1].isalpha())
