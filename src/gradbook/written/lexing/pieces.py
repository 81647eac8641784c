"""Pieces: what each kind of piece that a source is cut into makes: tokens, and where the next one begins."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexing.naming.forms.worded import Worded
from gradbook.written.lexing.naming.names import LONGEST
from gradbook.written.lexing.pattern import FRACTIONS, LEX, RAISED, without_credits
from gradbook.written.lexing.signs import BULLETS
from gradbook.written.lexing.source.credits import NAMES, WIDE, behind, in_full
from gradbook.written.lexing.source.formulas.dots import digits_left_out, terms_left_out
from gradbook.written.lexing.thin_spaces import ThinSpaces
from gradbook.written.lexing.tokens import ANGLE, Token
from gradbook.written.lexing.words.abbreviations import meant
from gradbook.written.lexing.words.dictionary import RUNS, Role
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.languages.joined import begins_with_and, greek_word
from gradbook.written.notation import SIGNS, marked

_SUPERS = str.maketrans(f"⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹{RAISED}·⋅", "-+0123456789abcdefghijklmnoprstuvwxyzαβγδθ..")
_LETTER = rf"[^\W\d_⁰¹²³⁴-⁹₀-₉ᵀᵢ-ᵥⱼₐ-ₜ{FRACTIONS}{RAISED}{RUNS}]"
_ASKED_WORD = regex(rf"{_LETTER}+(?:['’]{_LETTER}+)?(?:-{_LETTER}{{2,}}|-à-dire)?")
_GO_ON_WITH_WORD = frozenset("'-")  # as letters that are not plain do, or an apostrophe that is none
_ENDS_SENTENCE = regex(
    r"(?:(?<=[^\s=|])|(?<=[^\W\d_]{2}[ \u00a0\u202f]))"  # "vraiment ?"
    r"(?:[!?](?=[\"'”’»*_]*(?:\s+[\"'“‘«*_¿¡(]*[^\W\d_]|\s*$|\s*\n))|[！？](?![！？=]))"
)
_METHOD = regex(r"\.(?!backward\b|to[A-Z])[^\W\d]\w*(?=\()")  # a.add(b): who knows; expect(a).toBe(2) is told
_OBJECTS = frozenset({"name", "close", "vec", "new", "old", "der", "bad", "word"})
_NUMBER_ALONE = regex(r"[ \t]+[-−+]?[\d.,]+[ \t]*(?:\([^()\n]{0,60}\)[ \t]*|[,;.][ \t]+[^\W\d][^\n=]*)?(?=\n|\Z)")
_MATHEMATICAL = regex("[α-ωΑ-Ω∂∇]")
_ELIDED = regex(r"[^\W\d_]{1,2}['’]")
_FEW_DOTS = 4
_MARKS = {  # one token each, whatever is written; a kind that neither is here nor in `_TAKEN` makes none
    "newline": ("sep", "line"), "br": ("sep", "line"), "linebreak": ("sep", "row"), "delimiter": ("sep", "soft"),
    "pointer": ("sep", "wide"), "drawn": ("sep", "item"),
}  # fmt: skip


_TAGS = regex(r"<[^<>]*>")
_EXPONENT = regex(
    r"[-−+]?[ ]?(?:[^\W\d_]|\d{1,3})(?:[ ]?[-−+*/·][ ]?[\w.]{1,4}|\d|[xyzwb])*"
)  # and no "th" of an ordinal


class Pieces(ThinSpaces):
    """What a lexer does with one piece of its source."""

    def _take(self, match: re.Match[str]) -> int:
        """Take what was matched; return where to go on."""
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        if take := _TAKEN.get(kind):
            stop = take(self, self._source[start:end], start, end)
            return end if stop is None else max(stop, start + 1)  # what stays where it is would never end
        broken = kind == "newline" and (self._math or self._goes_on(start, end))
        escaped = kind == "linebreak" and end == start + 1 and not self._math  # "\\" that lost one is a row's end there
        if kind in _MARKS and not (broken or escaped):
            self._add(*_MARKS[kind], start, end)
        return end

    def _skipped(self, text: str, start: int, end: int) -> None:
        """Take a tilde for "about" between blanks, and else for the blank that it is in LaTeX."""
        before, behind = self._source[start - 1 : start], self._source[end : end + 1]
        if text == "~" and self._in_text and before == " " == behind:
            self._add("rel", "~", start, end)
        elif text == "~" and self._in_text and before in " \n" and behind.isalpha():
            self._bad(text, start, end)

    def _equation_number(self, text: str, start: int, end: int) -> int:
        """Pass over an equation's number behind it; a bracket that may be anything else is taken as what it is."""
        led = self._math or text[0] in "-\\"
        numbered = led and self._tokens and self._tokens[-1].kind not in ("rel", "op")
        if led and not numbered and not self._math:
            self._bad(text, start, end)  # "z = \hfill (1)" has no side
            return end
        return end if numbered else start + text.rindex("(")

    def _queried(self, text: str, start: int, end: int) -> None:
        """Take "?=" for a question that relates nothing, and doubts what stands before it."""
        self._add("sep", "comma", start, start)
        self._tokens.append(Token("word", text, start, end, None, Role.HEDGE))
        self._add("sep", "stop", end, end)

    def _abbreviation(self, text: str, start: int, end: int) -> None:
        if text[-1] == ":":
            self._add("sep", "colon", start, end)
        else:
            self._word(meant(text), start, end)

    def _credit(self, text: str, start: int, end: int) -> int:
        """Take a mark of grading for the end of what it is given for; what may be anything else is taken as that."""
        last = self._tokens[-1] if self._tokens else None
        before = self._source[start - 1 : start]
        set_off = self._in_text and (before in (" ", "\t", "\n", "{", ">", "$", "") or text[0] in WIDE)
        apart = set_off or (last is not None and (last.kind, last.text) == ("sep", "wide"))
        named = any(name in self._lexicon.names for name in NAMES.findall(text))
        worded = any(letter.isalpha() for letter in text)
        if self._code or not apart or named or not (worded or behind(self._source, start)):
            otherwise = without_credits().match(self._source, start, self._end)
            assert otherwise is not None
            return self._take(otherwise)
        if last is None or last.kind == "word" or (last.kind == "sep" and last.text != "soft"):
            return end
        if in_full(text):
            self._add("sep", "comma", start, end)
        else:
            self._tokens.append(Token("word", text, start, end, None, Role.DENIAL))
        return end

    def _reference(self, text: str, start: int, end: int) -> None:
        if text[0] not in "([":  # else it is nothing
            self._word("definition", start, end)

    def _leader(self, text: str, start: int, end: int) -> int:
        """Take the dots that lead from a name to what it is for an equals sign; a few dots before a number alone."""
        alone = _NUMBER_ALONE.match(self._source, end, self._end)
        formula = "=" in before_in_line(self._source, start) and not (alone and len(text) > _FEW_DOTS)
        if formula or not (alone or len(text) > _FEW_DOTS):
            take = self._operator if text[0] in "-·" else self._other
            return take(text[0], start, start + 1) or start + 1
        self._add("rel", "=", start, end)
        return end

    def _begin_or_end(self, text: str, start: int, end: int) -> int:
        name = text[text.index("{") + 1 : text.index("}")].rstrip("*")
        self._environment(name, "begin" in text[:7], start, end)
        return self._stated(end) if self._tokens and self._tokens[-1].kind == "close" else end

    def _upright_bar(self, text: str, start: int, end: int) -> None:
        self._add("bar", text, start, end)

    def _named_command(self, text: str, start: int, end: int) -> int:
        name = text[1:].rstrip("*")
        dots = self._dots(start) if name.endswith("dots") else 0
        return dots or self._command(name, start, end)

    def _run_of_signs(self, text: str, start: int, end: int) -> None:
        for piece in DICTIONARY.signs(text):
            self._word(piece, start, start + len(piece))
            start += len(piece)

    def _operator(self, text: str, start: int, end: int) -> int | None:
        blanks = (" ", "  ")[self._code]  # and in programs the sign of a comment
        if text == "-" and self._in_text and self._source[start - len(blanks) : end + 2] == blanks + "-- ":
            self._add("sep", "comma", start, end + 1)  # a dash, as typewriters have it
            return end + 1
        if text == "/" and self._in_text and not self._code and self._source.startswith("// ", start):
            self._add("sep", "wide", start, end + 1)  # a comment, as in programs
            return end + 1
        if text in "-–" and (self._sets_equation_off(start) or (text == "-" and self._sets_off(start, end))):
            self._add("sep", "comma", start, end)
        elif not (text == "*" and self._emphasis(start, end)):
            self._add("op", SIGNS[text], start, end)
            self._tokens[-1].math = self._math or text == "−"
        return None

    def _power(self, text: str, start: int, end: int) -> None:
        tagged = text[0] == "<"
        inner = _TAGS.sub("", text).strip() if tagged else text.translate(_SUPERS)
        if re.fullmatch(r"-?\d{1,3}(?:\.\d{1,9})?", inner):
            self._add("op", "^", start, start)
            self._leaf("num", Number(float(inner)), start, end)
        elif tagged and not _EXPONENT.fullmatch(inner):
            self._bad(inner, start, end)
        else:
            if tagged and self._tokens and self._tokens[-1].text == "e" and not self._tokens[-1].name:
                self._tokens[-1] = replace(self._tokens[-1], kind="euler")
            self._add("op", "^", start, start)
            self._add("open", "(", start, start)
            self._tokens += [replace(token, start=start, end=end) for token in self._tokens_of(inner)]
            self._add("close", ")", end, end)

    def _open(self, text: str, start: int, end: int) -> None:
        self._add("open", ANGLE if text == "⟨" else text, start, end)

    def _close(self, text: str, start: int, end: int) -> int:
        self._add("close", ANGLE if text == "⟩" else text, start, end)
        return self._after_point(end)  # [df/dw]_{x=2}

    def _run_of_letters(self, text: str, start: int, end: int) -> int:
        """Take a word whole where it goes on with accents or an apostrophe, and letters as names otherwise."""
        if end - start > LONGEST:
            self._bad(text[:LONGEST], start, end)
            return end
        if stop := self._own_name(start, end) or (self._renews and self._renewed(start)):
            return stop
        if spaced := self._spaced.at(self._source, start, self._end):
            return self._named(spaced[0], start, spaced[1])
        if words := self._words_typed(start, end):
            return self._in_words(words)
        greek = self._in_text and text[0] > "\u036f" and text not in self._lexicon.names
        if greek and (stop := greek_word(self._source, start, self._end, self._languages, self._letter_words)):
            self._word(self._source[start:stop], start, stop)
            return stop
        behind = self._source[end : end + 1]
        if behind.isascii() and behind not in _GO_ON_WITH_WORD:
            return self._letters(start, end)
        if end - start == 1 and unicodedata.combining(behind):
            letter = self._source[start : end + 1]
            if name := self._marked(letter):
                return self._named_with_digits(name, start, end + 1)
            self._bad(marked(letter), start, end + 1)
            return self._attached(end + 1)
        if self._in_text and (word := _ASKED_WORD.match(self._source, start, self._end)) and word.end() > end:
            text = word.group()
            if text in self._lexicon.functions and self._source.startswith("(", word.end()):  # máx(3, 2)
                self._add("fn", self._lexicon.functions[text], start, word.end())
                return word.end()
            plain_letters = text.isascii()
            accented = not plain_letters and len(text) <= 3 and any(map(self._marked, text))
            if plain_letters or not (accented or _MATHEMATICAL.search(text)):
                role = DICTIONARY.role(text, self._languages)
                if role is not None or not ("'" in text or "’" in text):
                    self._word(text, start, word.end())
                    return word.end()
                head = _ELIDED.match(text)  # l'entropie
                if (
                    head
                    and text[head.end() :].isalpha()
                    and len(text) - head.end() > 2
                    and not self._ending(start + head.end())
                ):
                    self._word(text[head.end() :], start + head.end(), word.end())
                    return word.end()
        return self._letters(start, end)

    def _words_typed(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the words stand that begin here, typed as mathematics at the head of it."""
        if self._in_text or end - start == 1 or (self._tokens and self._tokens[-1].kind != "sep"):
            return []
        return self._lexicon.recall(Worded).at(self._source, start, self._end, self._languages)

    def _in_words(self, words: list[tuple[int, int]]) -> int:
        """Take what stands at some places as prose; return the place behind the last."""
        whole, self._in_text = self._end, True
        for at, stop in words:
            self._end = stop
            while at < stop:
                match = LEX.match(self._source, at, stop)
                assert match is not None
                at = self._take(match)  # noqa: PLW2901
        self._end, self._in_text = whole, False
        return words[-1][1]

    def _foreign(self, text: str, start: int, end: int) -> int:
        """Take letters of other scripts, or letters with marks: a name with a hat, or a word."""
        worded = self._in_text and self._source[start + 1 : start + 3].isalpha() and text[0] not in "ŷŵẑ"  # "être"
        if not worded and (name := self._marked(text[0])):
            return self._named_with_digits(name, start, start + 1)
        if (stem := marked(text[0])) and "?" not in stem and len(text) == 1 and self._beside_sign(start, end):
            self._bad(stem, start, end)
            return self._attached(end)
        word = _ASKED_WORD.match(self._source, start, self._end)
        stop = word.end() if word else end
        if self._in_text:
            if begins_with_and(self._source[start:stop], self._languages):
                self._word(text[0], start, start + 1)
                start += 1
            self._word(self._source[start:stop], start, stop)
            return stop
        self._bad(text, start, end)
        return self._attached(end)

    def _dots(self, start: int) -> int:
        """Take dots for what is left out, terms or digits; return 0 where there are none."""
        last = self._tokens[-1] if self._tokens else None
        if stop := terms_left_out(self._source, start, last):
            self._bad("…", start, stop)
        return stop or digits_left_out(self._source, start, last)

    def _other(self, text: str, start: int, end: int) -> int:
        return (text in ".…" and (self._dots(start) or self._method(start))) or self._single(text, start, end)

    def _method(self, start: int) -> int:
        """Take a method that is called, and does who knows what: a.add(b); return 0 where there is none."""
        method, last = _METHOD.match(self._source, start, self._end), self._tokens[-1] if self._tokens else None
        if method is None or last is None or last.end != start or last.kind not in _OBJECTS:
            return 0
        self._bad(method.group(), start, method.end())
        return method.end()

    def _point(self, text: str, start: int, end: int) -> None:
        if text == ":" and self._source[start - 1 : start] == "`":  # which divides nothing behind a piece of code
            self._tokens.append(Token("sep", "soft", start, start, math=True))
        method = text == "." and _METHOD.match(self._source, start)
        self._add(*("bad", text) if method else ("sep", "stop" if text in ".。" else "colon"), start, end)

    def _calls(self, text: str, start: int, end: int) -> None:
        """Take a mark of a question or a call, which ends a sentence, but in brackets."""
        role = Role.ARTICLE if text in "!！" else Role.DENIAL
        self._tokens.append(Token("word", text, start, end, None, role))
        if _ENDS_SENTENCE.match(self._source, start) and not self._in_brackets(start):
            self._add("sep", "stop", end, end)

    def _in_brackets(self, start: int) -> bool:
        """Whether a bracket is open in the line before a place."""
        line = before_in_line(self._source, start)
        return line.count("(") > line.count(")")

    def _single(self, text: str, start: int, end: int) -> int:
        source = self._source
        if text == "&":
            return self._ampersand(start, end)
        if text in "'’" and source[start - 1 : start] not in ("", " ", "\n", "(") and (ending := self._ending(end)):
            self._word(ending, start, start + len(ending))
            return start + len(ending)
        if text in ",;，；、—―":
            if not self._is_thin(text, start, end):
                self._add("sep", "comma", start, end)
        elif text == "." and self._multiplies(start, end):
            self._add("op", "*", start, end)
        elif text == "." and (
            re.match(r"\.+\s*-?\d", source[end : end + 12])
            or re.match(r"\s*\\(?:overline|bar|dot)\b", source[end : end + 12])
        ):
            self._bad(".", start, end)  # 6..5, or 0.333... with a bar
        elif text == "." and self._may_multiply(start, end):  # a blank, which may be either too
            self._tokens[-1] = replace(self._tokens[-1], end=end)
        elif text == ":" and source[start - 2 : start] == " :" and source[end : end + 1] == " ":
            pass  # the second of "o :: 0.5"
        elif text in ".:。：":
            self._point(text, start, end)
        elif (text == "!" and (self._math or self._factorial(start))) or (text in "'’′" and self._primed(start, end)):
            self._bad(text, start, end)
        elif text in "?!✗✘❌👎🙅🚫↯🤷？！":
            self._calls(text, start, end)
        elif text == "#":
            return self._hash(start, end)
        elif text in "・･":  # it lists, parts words, or is a product's
            if self._multiplies_inside(start, end):
                self._add("op", "*", start, end)
        elif text == "—" and self._dash(end):
            if not self._says(end):  # "q — это 10"
                self._add("sep", "comma", start, end)
        elif text == "|":
            self._bar(start, end)
        elif text == "@" and self._multiplies_matrices(start, end):
            self._add("op", text, start, end)
        elif text == "√":
            self._add("fn", "sqrt", start, end)
        elif text == "_" and self._in_text:
            if source[start - 1 : start].isalnum() and source[end : end + 1].isalnum():
                self._bad("_", start, end)
        elif text in FRACTIONS:
            self._fraction_sign(text, start, end)
        elif "\u2500" <= text <= "\u257f" or (text in BULLETS and self._in_text):  # a line that is drawn
            self._add("sep", "wide", start, end)
        elif (
            (unicodedata.category(text) in ("So", "Sk") and text != "°")
            or (unicodedata.category(text) == "Sc" and source.count(text) > 1)  # an exercise about money
            or text in "'\"`“”‘’…✓✔☑«»„「」『』【】〈〉《》\u00a0\u200b\ufeff\ufe0f"
            or text == "~"
        ):
            pass  # pictures, currencies and quotation marks
        else:  # a sign of mathematics that is not known may change everything
            sign = unicodedata.category(text) in ("Sm", "No", "Nd", "Mn") or text in "°‰"
            if self._in_text and not sign:
                self._word(text, start, end)
            else:
                self._bad(text, start, end)
        return end


_TAKEN: dict[str, Callable[[Pieces, str, int, int], int | None]] = {
    "percent": Pieces._percent,
    "skip": Pieces._skipped,
    "thin": Pieces._thin_space,
    "eqno": Pieces._equation_number,
    "queried": Pieces._queried,
    "abbreviation": Pieces._abbreviation,
    "credit": Pieces._credit,
    "reference": Pieces._reference,
    "leader": Pieces._leader,
    "sup": Pieces._power,
    "bar": Pieces._upright_bar,
    "norm": Pieces._norm,
    "transposed": Pieces._transposition,
    "sum": Pieces._sum,
    "environment": Pieces._begin_or_end,
    "number": Pieces._number,
    "command": Pieces._named_command,
    "relation": Pieces._relation,
    "letters": Pieces._run_of_letters,
    "signs": Pieces._run_of_signs,
    "foreign": Pieces._foreign,
    "stars": Pieces._stars,
    "escaped": Pieces._escaped,
    "sign": Pieces._operator,
    "super": Pieces._power,
    "open": Pieces._open,
    "close": Pieces._close,
    "brace": Pieces._brace,
    "other": Pieces._other,
}
