"""Names: what a run of letters is, with its indices, primes and hats; or a word."""

import re

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Old, Rate
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.languages import DICTIONARY
from gradbook.written.lexing.tokens import BRACED, Token
from gradbook.written.lexing.words import Role
from gradbook.written.notation import GREEK, NEW, NOW, OLD, plain

_SUBSCRIPT = re.compile(
    rf"\s*\\?(?P<mark>[_^])\s*(?P<body>{BRACED}|\\[a-zA-Z]+(?:\s*{BRACED})?|\([^()]{{1,8}}\)|[A-Za-z0-9*+]\w*|[*+′'])"
)
_TAGGED = re.compile(r"<(sub|sup)>([^<]{1,20})</\1>", re.IGNORECASE)
_PRIME = re.compile(r"\s*(?:['′’]|\^\s*\\prime\b|\^\s*\{\s*(?:\\prime|')\s*\})")
_GRAD = re.compile(r"\.grad(?:ient)?\b")
_IDENTIFIER = re.compile(r"[A-Za-zα-ωΑ-Ωϵ][A-Za-z0-9α-ωΑ-Ω₀-₉]*(?:_[A-Za-z0-9]+)*")
_ITERATE = re.compile(r"\(([01])\)")
_POWER_OF_STATE = re.compile(
    r"\((?:\d|[tkni](?:\+1)?|new|old)\)|\*|\+|new|old|[tkni](?:\+1)?|nuevo|novo|neu|nouveau|nuovo"
)
_OPERATORS = "*/+=^(·×-−"


class Names:
    """The state of a lexer, and what it does with letters."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        self._source = source
        self._end = len(source)
        self._lexicon = lexicon
        self._languages, self._letter_words = DICTIONARY.spoken(source)
        self._tokens: list[Token] = []
        self._math = False
        self._texts: list[int] = []  # depths of braces at which a \text{ began
        self._depth = 0
        output = re.escape(lexicon.output)
        # Where the answer writes df/dw itself, L is not another name of f.
        self._own_output = bool(re.search(rf"(?:\bd|∂|\\partial)\s*{output}\b", source))
        self._backward = bool(re.search(r"_\s*[{(]?\s*t\s*-\s*1", source))  # w_t is new where w_{t-1} is old
        self._iterates = bool(re.search(r"\w\(1\)\s*=", source)) and "(0)" in source  # w(1) = w(0) - ...

    def _add(self, kind: str, text: str, start: int, end: int) -> None:
        self._tokens.append(Token(kind, text, start, end))

    def _leaf(self, kind: str, node: "Number | Symbol | Derivative | New | Old | Rate", start: int, end: int) -> None:
        self._tokens.append(Token(kind, self._source[start:end], start, end, node, None, self._math))

    @property
    def _in_text(self) -> bool:
        return bool(self._texts) or not self._math

    def _word(self, word: str, start: int, end: int) -> None:
        """Take a word, with what it does in the languages of this answer."""
        previous = self._tokens[-1] if self._tokens else None
        if previous and previous.kind == "num" and previous.end == start:
            self._add("bad", word, start, end)  # 6k
            return
        self._tokens.append(Token("word", word, start, end, None, DICTIONARY.role(word, self._languages)))

    def _letters(self, start: int, end: int) -> int:
        source, lexicon = self._source, self._lexicon
        run = source[start:end]
        if run in ("x", "X") and self._is_times(start, end):
            self._add("op", "*", start, end)
            return end
        if run[0] in "∂∇":
            if run[0] == "∇" or source[start + 1 : start + 2] == "_":
                return self._diffsub(start, start + 1)
            self._add("diff", run[0], start, start + 1)
            return start + 1
        if run == "D" and source[end : end + 1] == "_" and "D" not in lexicon.names:
            return self._diffsub(start, end)
        if run[0] in "δΔ" and len(run) > 1 and GREEK[run[0]] not in lexicon.names:
            self._add("diff", "δ", start, start + 1)
            return start + 1
        if "∂" in run or "∇" in run:
            end = start + min(place for place, letter in enumerate(run) if letter in "∂∇")
            run = source[start:end]
        if (stop := self._identifier(start)) is not None:
            return stop
        spelled = "".join(GREEK.get(letter, letter) for letter in run)
        if self._in_text and self._is_word(spelled, start, end):
            self._word(spelled.lower(), start, end)
            return end
        if spelled in lexicon.losses and self._tokens and self._tokens[-1].kind == "diff":
            return self._named(spelled, start, end)
        parts = lexicon.split(spelled)
        if parts is None and spelled in ("d", "D"):
            self._add("diff", "d", start, end)
            return end
        if parts is None and spelled[0] == "d" and (parts := lexicon.split(spelled[1:])) and len(parts) <= 3:
            self._add("diff", "d", start, start + 1)
            start += 1
        if parts is None and spelled == "e":
            self._add("euler", "e", start, end)
            return end
        if parts is None and (not self._in_text or self._beside_sign(start, end) or self._index_follows(end)):
            if lexicon.like(spelled) or (len(run) <= 3 and self._index_follows(end)):
                return self._named(spelled, start, end)
            self._bad(run, start, end)
            return self._attached(end)
        if parts is None:
            if len(run) == 1 and run.lower() not in self._letter_words:
                self._bad(run, start, end)
            else:
                self._word(spelled.lower(), start, end)
            return end
        at = start
        for part in parts[:-1]:
            stop = min(end, at + self._length(part, at))
            self._piece(part, at, stop)
            at = stop
        return self._named(parts[-1], at, end)

    def _length(self, part: str, at: int) -> int:
        """Return how many letters of the source a part takes: one for a Greek letter that is spelled out."""
        return len(part) if self._source.startswith(part, at) else 1

    def _is_word(self, spelled: str, start: int, end: int) -> bool:
        """Whether letters in prose are a word, and no names of the exercise."""
        lexicon, lower = self._lexicon, spelled.lower()
        following = self._source[end : end + 40].lstrip(" $")
        claim = following[:1] in ("=", "≈") or following[:2] in (":=", "\\a")
        if claim and (lower in lexicon.names or len(spelled) == 1):
            return False
        role = DICTIONARY.role(lower, self._languages)
        if len(spelled) == 1 and spelled not in lexicon.names and lower not in self._letter_words:
            return False
        if spelled in lexicon.names or spelled in lexicon.functions:
            return role is not None and len(spelled) == 1 and self._word_follows(end)
        if spelled in lexicon.losses and self._tokens and self._tokens[-1].kind == "diff":
            return False
        return role is not None or end - start > 4

    def _word_follows(self, end: int) -> bool:
        """Whether a word stands behind a letter, as behind an article; a verb would speak of the quantity."""
        word = re.compile(r"[ \t]+([^\W\d_]{2,})").match(self._source, end, self._end)
        return (
            word is not None
            and word.group(1) not in self._lexicon.names
            and DICTIONARY.role(word.group(1), self._languages)
            not in (
                Role.RELATION,
                Role.TIMES,
                Role.PLUS,
                Role.MINUS,
                Role.OVER,
                Role.SLOPE,
                Role.LINK,
                Role.SAME,
                Role.AFTER,
            )
        )

    def _identifier(self, start: int) -> int | None:
        """Take a whole identifier: w1, w_new, y_hat, learning_rate, df_dw."""
        source, lexicon = self._source, self._lexicon
        identifier = _IDENTIFIER.match(source, start, self._end)
        if not identifier:
            return None
        written = identifier.group()
        whole = plain(written)
        if whole in lexicon.names and not (
            self._in_text and len(whole) == 1 and written.isalpha() and self._is_word(written, start, identifier.end())
        ):
            return self._named(whole, start, identifier.end())
        if whole in lexicon.rates or whole in lexicon.functions:
            return self._named(whole, start, identifier.end())
        pieces = written.split("_")
        for count in range(len(pieces) - 1, 0, -1):  # w1_new is w1 with an index
            stem = plain("_".join(pieces[:count]))
            if stem in lexicon.names and len(stem) > 1:
                return self._named(stem, start, start + len("_".join(pieces[:count])))
        if whole[:1] == "d" and whole[1:] in lexicon.names:
            self._add("diff", "d", start, start + 1)
            return self._named(whole[1:], start + 1, identifier.end())
        if pair := lexicon.derivative(written):
            self._leaf("der", Derivative(*pair), start, identifier.end())
            return identifier.end()
        stem, digits = whole.rstrip("0123456789"), whole[len(whole.rstrip("0123456789")) :]
        if digits == "1" and stem in lexicon.names and lexicon.names[stem] not in lexicon.aliases:
            self._leaf("new", New(lexicon.names[stem]), start, identifier.end())
            return identifier.end()
        if digits and (like := lexicon.like(whole)):
            return self._named(like, start, identifier.end())
        if re.fullmatch(r"(?:new|old|updated)_?(\w+)", written) and (
            name := lexicon.name(re.sub("^(?:new|old|updated)_?", "", written))
        ):
            old = written.startswith("old")
            self._leaf("old" if old else "new", Old(name) if old else New(name), start, identifier.end())
            return identifier.end()
        return None

    def _is_times(self, start: int, end: int) -> bool:
        """Whether an x between numbers and brackets is a sign: "(3) x (8)", "3 x -4"."""
        previous = self._tokens[-1].kind if self._tokens else ""
        if previous not in ("num", "close") or self._source[start - 1 : start] != " ":
            return False
        return re.compile(r" (?:\d|\.\d|[-−]\s*\d|\(\s*[-−\d])").match(self._source, end) is not None

    def _beside_sign(self, start: int, end: int) -> bool:
        """Whether an operator stands beside these letters, so that they are no word."""
        source = self._source
        before, after = source[max(0, start - 9) : start].rstrip(" $")[-1:], source[end : end + 9].lstrip(" $")[:1]
        tight = source[end : end + 1] == "("
        return (before != "" and before in _OPERATORS) or (after != "" and after in "*/+=^·×_≈") or tight

    def _index_follows(self, end: int) -> bool:
        return _SUBSCRIPT.match(self._source, end, self._end) is not None or self._source[end : end + 1] in (
            *"₀₁₂₃₄₅₆₇₈₉",
            "<sub>",
        )

    def _bad(self, text: str, start: int, end: int) -> None:
        self._tokens.append(Token("bad", text, start, end))

    def _attached(self, end: int) -> int:
        """Give a letter that is no name its index and primes, so that "k_1" is one unknown name."""
        last = self._tokens[-1]
        text = last.text
        while True:
            if index := _SUBSCRIPT.match(self._source, end, self._end):
                if index.group("mark") == "^" or last.kind != "bad":
                    break
                text, end = text + index.group("body"), index.end()
            elif sub := re.compile("[₀-₉0-9]+").match(self._source, end, self._end):
                text, end = text + sub.group(), sub.end()
            else:
                break
        self._tokens[-1] = Token("bad", plain(text), last.start, end)
        return end

    def _piece(self, part: str, start: int, end: int) -> None:
        lexicon = self._lexicon
        if part in lexicon.names:
            name = lexicon.names[part]
            if name in lexicon.aliases:
                self._tokens.append(Token("name", part, start, end, lexicon.aliases[name]))
            else:
                self._leaf("name", Symbol(name), start, end)
        elif part in lexicon.rates:
            self._leaf("rate", Rate(), start, end)
        elif part in lexicon.functions:
            self._add("fn", lexicon.functions[part], start, end)
        elif part in lexicon.losses and not self._own_output and self._tokens and self._tokens[-1].kind == "diff":
            self._leaf("name", Symbol(lexicon.output), start, end)
        elif part in ("delta", "Delta"):
            self._add("diff", "δ", start, end)
        elif part == "e":
            self._add("euler", "e", start, end)
        elif like := lexicon.like(part):
            self._leaf("name", Symbol(like), start, end)
        else:
            self._bad(part, start, end)

    def _named(self, stem: str, start: int, end: int) -> int:  # noqa: PLR0915 (one loop over what may be attached)
        """Take a name with what is attached to it: indices, primes, superscripts that are no powers."""
        source, lexicon = self._source, self._lexicon
        name, state = plain(stem), ""
        if name not in lexicon.names and name[-1:] == "1" and name[:-1] in lexicon.names:
            name, state = name[:-1], "new"
        while True:
            known = lexicon.names.get(name)
            if (grad := _GRAD.match(source, end, self._end)) and known and not state:
                self._leaf("der", Derivative(lexicon.output, known), start, grad.end())
                return grad.end()
            if self._iterates and known in lexicon.inputs and (step := _ITERATE.match(source, end, self._end)):
                state, end = ("new" if step.group(1) == "1" else "old"), step.end()
                continue
            if prime := _PRIME.match(source, end, self._end):
                called = re.compile(r"\s*(?:\\left\s*)?\(\s*(\\?[A-Za-z_0-9]{1,12})\s*(?:\\right\s*)?\)").match(
                    source, prime.end(), self._end
                )
                by = lexicon.name(called.group(1)) if called else None
                if called and by and not state and known is not None and known in lexicon.operands:  # L'(e)
                    self._leaf("der", Derivative(known, by), start, called.end())
                    return called.end()
                if source[end : prime.end()].strip() in ("'", "’") and self._quotes(prime.end()):
                    break
                state, end = ("new" if not state else "bad"), prime.end()
                continue
            index = _SUBSCRIPT.match(source, end, self._end)
            if not index and (tag := _TAGGED.match(source, end, self._end)):
                mark, body, stop = "_" if tag.group(1).lower() == "sub" else "^", tag.group(2), tag.end()
            elif index:
                mark, body, stop = index.group("mark"), index.group("body"), index.end()
            elif sub := re.compile("[₀-₉]+").match(source, end, self._end):
                mark, body, stop = "_", sub.group(), sub.end()
            else:
                break
            bare = plain(body)
            inner = bare.strip("()")
            state_of = "new" if inner in NEW else "old" if inner in OLD or bare in OLD else ""
            if mark == "^" and (bracketed := re.fullmatch(r"[\[(]\s*(\d)\s*[\])]", bare)) and known is None:
                longer = lexicon.with_index(name, bracketed.group(1))
                name, state = (plain(longer), state) if longer else (name, "bad")
            elif mark == "_" and (longer := lexicon.with_index(name, bare)):
                name = plain(longer)
            elif mark == "^" and not _POWER_OF_STATE.fullmatch(bare):
                break
            elif (
                mark == "_"
                and (cut := _state_suffix(bare, backward=self._backward))
                and (longer := lexicon.with_index(name, cut[0]))
            ):
                name, state = plain(longer), cut[1]
            elif state_of == "new" or bare in ("1", "(1)") or (self._backward and inner == "t"):
                state = "bad" if (known is None and not lexicon.like(name)) or state == "bad" else "new"
            elif state_of == "old":
                state = state or "old"
            elif inner in NOW and (known is not None or lexicon.like(name)):
                pass
            elif mark == "_" and name == "delta" and bare in lexicon.names:
                self._leaf("der", Derivative(lexicon.output, lexicon.names[bare]), start, stop)
                return stop
            elif mark == "_" and bare in lexicon.names and known is not None and known in lexicon.operands:
                self._leaf("der", Derivative(known, lexicon.names[bare]), start, stop)
                return stop
            else:
                state = "bad"
            end = stop
        known = lexicon.names.get(name) or lexicon.like(name)
        if state in ("new", "old") and known and known not in lexicon.aliases:
            self._leaf(state, New(known) if state == "new" else Old(known), start, end)
        elif state == "new" and lexicon.functions.get(name) in ("sigmoid", "tanh", "relu"):
            self._add("fn", "d" + lexicon.functions[name], start, end)
        elif state and not (state == "old" and name in lexicon.rates):
            self._bad(plain(source[start:end]), start, end)
        else:
            self._piece(name, start, end)
        return end

    def _factorial(self, start: int) -> bool:
        """Whether an exclamation mark stands right behind a whole number or a bracket, so that it may be a sign."""
        last = self._tokens[-1] if self._tokens else None
        return last is not None and last.end == start and (last.kind == "close" or last.text.isdecimal())

    def _primed(self, start: int, end: int) -> bool:
        """Whether a prime stands right behind a number or a bracket, and closes no quotation."""
        last = self._tokens[-1] if self._tokens else None
        if last is None or last.end != start or last.kind not in ("num", "close") or self._quotes(end):
            return False
        line = self._source[self._source.rfind("\n", 0, start) + 1 : start]
        return self._math or re.search(r"(?<![^\W_])['’‘]", line) is None

    def _quotes(self, end: int) -> bool:
        """Whether an apostrophe belongs to a word or closes a quotation, as in 'w'."""
        return not self._math and self._source[end : end + 1].isalpha()

    def _diffsub(self, start: int, end: int) -> int:
        index = _SUBSCRIPT.match(self._source, end, self._end)
        body = index.group("body") if index else ""
        name = self._lexicon.name(body)
        if index and name:
            self._leaf("diffsub", Symbol(name), start, index.end())
            return index.end()
        if index and body.isalpha() and body[0] in self._lexicon.names:  # \partial_wf, as LaTeX reads it
            self._leaf("diffsub", Symbol(self._lexicon.names[body[0]]), start, index.start("body") + 1)
            return index.start("body") + 1
        self._bad(self._source[start:end], start, end)
        return end


def _state_suffix(index: str, *, backward: bool) -> tuple[str, str] | None:
    """Split an index such as "1new" or "1,0" into the name's index and the state, new or old."""
    if "," in index:
        first, _, last = index.partition(",")
        state = (
            "new"
            if last in {*NEW, "1"} or (backward and last == "t")
            else "old"
            if last in OLD
            else ""
            if last in NOW
            else None
        )
        return (first, state) if state is not None else None
    for word in (*NEW, *OLD):
        if len(word) > 2 and index.endswith(word) and len(index) > len(word):
            return index[: -len(word)], "new" if word in NEW else "old"
    return None
