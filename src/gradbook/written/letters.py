"""Letters: which names a run of them is, with indices, primes and hats; or a word of prose."""

import re

from gradbook.written.exercise import Exercise
from gradbook.written.tokens import BRACED, MAX_LENGTH, Token, TooLongError
from gradbook.written.vocabulary import ENGLISH, GREEK, MATH_WORDS, NEW, OLD, RELATION_WORDS, Vocabulary, plain

_SUBSCRIPT = re.compile(
    rf"\s*\\?(?P<mark>[_^])\s*(?P<body>{BRACED}|\\[a-zA-Z]+(?:\s*{BRACED})?|\([^()]{{1,8}}\)|[A-Za-z0-9*+]\w*|[*+′'])"
)
_PRIME = re.compile(r"\s*(?:['′’]|\^\s*\\prime\b|\^\s*\{\s*(?:\\prime|')\s*\})")


class Letters:
    """The state of a lexer, and what it does with letters."""

    def __init__(self, source: str, exercise: Exercise) -> None:
        if len(source) > MAX_LENGTH:
            raise TooLongError
        self._source = source
        self._words = Vocabulary(exercise)
        self._tokens: list[Token] = []
        self._math = 0
        self._dollar = False
        self._texts: list[int] = []  # depths of braces at which a \text{ began
        self._depth = 0
        self._macros: dict[str, str] = {}
        out = re.escape(exercise.graph.output)
        self._own_output = bool(
            re.search(rf"(?:\bd|∂|\\partial)\s*{out}\b", source)
        )  # then L is not another name of it
        self._backward = bool(re.search(r"_\s*\{?\s*t\s*-\s*1", source))  # w_t is new where w_{t-1} is old
        # Decimal commas throughout: one that is sure, and no decimal point.
        self._commas = bool(re.search(r"\b0,\d|\d,(?:\d{1,2}|\d{4,})(?!\d)", source)) and not re.search(
            r"\d\.\d", source
        )

    def _add(self, kind: str, text: str, start: int, end: int, value: float = 0.0) -> None:
        self._tokens.append(Token(kind, text, start, end, value))

    @property
    def _in_text(self) -> bool:
        return bool(self._texts) or not self._math

    def _letters(self, start: int, end: int) -> int:
        source, words = self._source, self._words
        run = source[start:end]
        if run in ("x", "X") and self._is_times(start, end):
            self._add("op", "*", start, end)
            return end
        if run[0] in "∂∇":
            if run[0] == "∇" or source[start + 1 : start + 2] == "_":
                return self._diffsub(start, start + 1)
            self._add("diff", run[0], start, start + 1)
            return start + 1
        if run == "D" and source[end : end + 1] == "_" and "D" not in words.names:
            return self._diffsub(start, end)
        if run[0] in "δΔ" and len(run) > 1 and GREEK[run[0]] not in words.names:
            self._add("diff", "δ", start, start + 1)
            return start + 1
        if "∂" in run or "∇" in run:
            end = start + min(place for place, letter in enumerate(run) if letter in "∂∇")
            run = source[start:end]
        if (stop := self._identifier(start)) is not None:
            return stop
        spelled = "".join(GREEK.get(letter, letter) for letter in run)
        lower = spelled.lower()
        following = source[end : end + 40].lstrip(" $")
        claim = following[:1] in ("=", "≈") or following[:2] in (":=", "\\a")
        if (
            self._in_text
            and (lower in ENGLISH or len(run) > 4 or lower in RELATION_WORDS)
            and not (claim and lower in words.names)
        ):
            parts = [spelled] if spelled in words.names or spelled in words.functions else None
            if parts is None or (lower in ENGLISH and not self._touches(start, end)):
                self._word(lower, start, end)
                return end
        parts = words.split(spelled)
        if parts is None and spelled in ("d", "D"):
            self._add("diff", "d", start, end)
            return end
        if parts is None and spelled[0] == "d" and (parts := words.split(spelled[1:])) and len(parts) <= 3:
            self._add("diff", "d", start, start + 1)
            start += 1
        if parts is None and spelled == "e":
            self._add("name", "\\e", start, end)
            return end
        if parts is None:
            if self._in_text:
                self._word(lower, start, end)
            else:
                self._add("bad", run, start, end)
            return end
        at = start
        for part in parts[:-1]:
            self._piece(part, at, at + 1)
            at += 1
        return self._named(parts[-1], at, end)

    def _identifier(self, start: int) -> int | None:
        """Take a whole identifier: w1, w_new, y_hat, learning_rate, df_dw."""
        source, words = self._source, self._words
        identifier = re.compile(r"[A-Za-zα-ωΑ-Ωϵ][A-Za-z0-9α-ωΑ-Ω₀-₉]*(?:_[A-Za-z0-9]+)*").match(source, start)
        if identifier:
            pieces = identifier.group().split("_")
            for count in range(len(pieces) - 1, 0, -1):  # w1_new is w1 with an index
                stem = plain("_".join(pieces[:count]))
                if stem in words.names and plain(identifier.group()) not in words.names and len(stem) > 1:
                    return self._named(stem, start, start + len("_".join(pieces[:count])))
            whole = plain(identifier.group())
            if whole in words.names or whole in words.rates or whole in words.functions:
                return self._named(whole, start, identifier.end())
            if whole[:1] == "d" and whole[1:] in words.names and whole not in words.names:
                self._add("diff", "d", start, start + 1)
                return self._named(whole[1:], start + 1, identifier.end())
            if pair := words.derivative(identifier.group()):
                self._add("der", " ".join(pair), start, identifier.end())
                return identifier.end()
            stem, digits = whole.rstrip("0123456789"), whole[len(whole.rstrip("0123456789")) :]
            if digits == "1" and stem in words.names and words.names[stem] in words.inputs:
                self._add("new", words.names[stem], start, identifier.end())
                return identifier.end()
        return None

    def _is_times(self, start: int, end: int) -> bool:
        """Whether an x between numbers and brackets is a sign: "(3) x (8)", "3 x -4"."""
        previous = self._tokens[-1].kind if self._tokens else ""
        if previous not in ("num", "close") or self._source[start - 1 : start] != " ":
            return False
        return re.compile(r" (?:\d|\.\d|[-−]\s*\d|\(\s*[-−\d])").match(self._source, end) is not None

    def _touches(self, start: int, end: int) -> bool:
        """Whether an operator stands beside these letters, so that they are no article."""
        source = self._source
        before, after = source[max(0, start - 9) : start].rstrip(" $")[-1:], source[end : end + 9].lstrip(" $")[:1]
        return (before != "" and before in "*/+=^(·×") or (after != "" and after in "*/+=^(·×_")

    def _word(self, word: str, start: int, end: int) -> None:
        if self._source[start - 1 : start].isdigit() and self._tokens and self._tokens[-1].kind == "num":
            self._add("bad", word, start, end)  # 6k
        elif word in RELATION_WORDS:
            self._add("rel", "is", start, end)
        elif word in MATH_WORDS:
            self._add("bad", word, start, end)
        else:
            self._add("word", word, start, end)

    def _piece(self, part: str, start: int, end: int) -> None:
        words = self._words
        if part in words.names:
            self._add("name", words.names[part], start, end)
        elif part in words.rates:
            self._add("rate", part, start, end)
        elif part in words.functions:
            self._add("fn", words.functions[part], start, end)
        elif part in words.aliases and not self._own_output and self._tokens and self._tokens[-1].kind == "diff":
            self._add("name", words.aliases[part], start, end)
        elif part in ("delta", "Delta"):
            self._add("diff", "δ", start, end)
        else:
            self._add("bad", part, start, end)

    def _named(self, stem: str, start: int, end: int) -> int:  # noqa: PLR0915 (one loop over what may be attached)
        """Take a name with what is attached to it: indices, primes, superscripts that are no powers."""
        source, words = self._source, self._words
        name = plain(stem)
        state = "new" if name not in words.names and name[-1:] == "1" and name[:-1] in words.names else ""
        if state:
            name = name[:-1]
        while True:
            grad = re.compile(r"\.grad(?:ient)?\b").match(source, end)
            if grad and name in words.names and not state:
                self._add("der", f"{words.exercise.graph.output} {words.names[name]}", start, grad.end())
                return grad.end()
            if prime := _PRIME.match(source, end):
                called = re.compile(r"\s*\(\s*(\\?[A-Za-z_0-9]{1,12})\s*\)").match(source, prime.end())
                by = words.names.get(plain(called.group(1))) if called else None
                if called and by and not state and words.names.get(name) in words.exercise.arguments:  # L'(e)
                    self._add("der", f"{words.names[name]} {by}", start, called.end())
                    return called.end()
                if source[end : prime.end()].strip() in ("'", "’") and self._quotes(prime.end()):
                    break
                state, end = ("new" if not state else "bad"), prime.end()
                continue
            index = _SUBSCRIPT.match(source, end)
            if not index and (tag := re.compile(r"<(sub|sup)>([^<]{1,20})</\1>").match(source, end)):
                mark, body, stop = "_" if tag.group(1) == "sub" else "^", tag.group(2), tag.end()
            elif index:
                mark, body, stop = index.group("mark"), index.group("body"), index.end()
            elif sub := re.compile("[₀-₉]+").match(source, end):
                mark, body, stop = "_", sub.group(), sub.end()
            else:
                break
            bare = plain(body)
            if mark == "_" and (longer := words.with_index(name, bare)):
                name = plain(longer)
            elif mark == "^" and not re.fullmatch(
                r"\((?:\d|[tkni](?:\+1)?|new|old)\)|\*|\+|new|old|[tkni](?:\+1)?", bare
            ):
                break
            elif mark == "_" and bare.endswith(("new", "old")) and (longer := words.with_index(name, bare[:-3])):
                name = plain(longer)
                state = "new" if bare.endswith("new") else state
            elif bare.strip("()") in NEW or bare in ("1", "(1)") or (self._backward and bare.strip("()") == "t"):
                if name not in words.names:
                    state = "bad"
                state = "new" if state != "bad" else state
            elif bare in OLD or bare.strip("()") in OLD:
                pass
            elif mark == "_" and "," in bare and (longer := words.with_index(name, bare.split(",")[0])):
                name = plain(longer)
                state = "new" if bare.split(",")[1] in {*NEW, "1"} else "" if bare.split(",")[1] in OLD else "bad"
            elif mark == "_" and name == "delta" and bare in words.names:
                self._add("der", f"{words.exercise.graph.output} {words.names[bare]}", start, stop)
                return stop
            elif mark == "_" and bare in words.names and words.names.get(name) not in (None, *words.inputs):
                self._add("der", f"{words.names[name]} {words.names[bare]}", start, stop)
                return stop
            else:
                state = "bad"
            end = stop
        if state == "new" and name in words.names and words.names[name] in words.inputs:
            self._add("new", words.names[name], start, end)
        elif state == "new" and name in words.functions and words.functions[name] in ("sigmoid", "tanh", "relu"):
            self._add("fn", "d" + words.functions[name], start, end)
        elif state:
            self._add("bad", source[start:end], start, end)
        else:
            self._piece(name, start, end)
        return end

    def _quotes(self, end: int) -> bool:
        """Whether an apostrophe belongs to a word or closes a quotation, as in 'w'."""
        return not self._math and self._source[end : end + 1].isalpha()

    def _diffsub(self, start: int, end: int) -> int:
        index = _SUBSCRIPT.match(self._source, end)
        body = index.group("body") if index else ""
        name = self._words.names.get(plain(body))
        if index and name:
            self._add("diffsub", name, start, index.end())
            return index.end()
        if index and body.isalpha() and body[0] in self._words.names:  # \partial_wf, as LaTeX reads it
            self._add("diffsub", body[0], start, index.start("body") + 1)
            return index.start("body") + 1
        self._add("bad", self._source[start:end], start, end)
        return end
