"""Signs: what stars, dots, dashes, ampersands and entities are where they stand."""

import html
import re
import unicodedata
from functools import cached_property

from gradbook.core.text.lines import before_in_line, end_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexing.commands import Commands
from gradbook.written.lexing.naming.layers import script_at
from gradbook.written.lexing.tokens import BRACED
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, HARMLESS, Role, words_in
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import GREEK, NEW, OLD, SIGNS, lowered, marked, plain

_ALIGNED = regex(  # a sign, or the end of the row
    r"\s*(?:\{\})?\s*(?:[-+=<>≈≤≥:→←&]|\\(?:\\|approx|simeq|equiv|(?:long)?(?:left|right)arrow|gets|to|(?:long)?mapsto"
    r"|coloneqq|Rightarrow|implies|iff|q?quad|[,;:!]|cdot|times|l?eq?|g?eq?|text(?![a-z])|end|\Z)|\Z)"
)
_CALCULATES = frozenset({Role.MINUS, Role.PLUS, Role.TIMES, Role.OVER, Role.POWER, Role.NUMBER, Role.NEW, Role.OLD})
_SAYS = regex(r"[\d=≈\\]")
_REMARKS = regex(r"(?:(?<=[ \t]{2})|(?<=\t)|(?m:^))%+(?=[ \t]*(?:[^\W\d]|[=(\"'“‘<]|[-−]?\.?\d))")
_DECIMAL = regex(r"[=≈←][ ]*[-−+]?\d*[.,]\d+\$?[ ]\Z")
_WORD_BEHIND_ALONE = regex(r"[ ]([^\W\d_]{2,}|[^\W\d_]\w?(?=[ ][^\W\d_]{2}))(?![\w(])(?!\s*=)")
_GOES_ON_WITH_SHARE = frozenset({Role.OF, Role.BEHIND, Role.LINK})
_LABEL = regex(rf"\s*_\s*({BRACED})")
_SENTENCE_END = regex(r"\n|[.;!?](?=\s)")
_WORD_BEHIND = regex(r"\s+([^\W\d_]{2,})(?![\w(])(?!\s*=)")
_ARTICLE = regex(r"\s+([^\W\d_])(?=[ ][^\W\d_]{2})")
BULLETS = "‣⁃▪◦●■□◆◇►▸▹▶➤¦⋮§"
_ENDS_OPERAND = ("num", "name", "close", "end", "der", "new", "old")
_POINTED = regex(r"[ \t]{0,3}\.\d")  # a number without its zero: "4*.5"
_FACTOR = regex(  # what a dot in mathematics multiplies with, and no quantity of another equation
    r"""\s*(?:(?P<bracket>\((?![^()]*=)|\\left\s*\(|\\[dt]?frac|\\partial)
      |\\(?:hat|bar|tilde|mathbf|alpha|beta|gamma|delta|eta|theta|lambda|mu|phi|sigma|sqrt|log|ln|exp)(?![A-Za-z])
      |(?P<name>[A-Za-z](?:_\{[\w,]{1,8}\}|_?\w){0,10})(?!\w|\s*(?:[=≈:]|\\approx|\\(?:left)?arrow)))""",
    re.VERBOSE,
)
_CHAIN_BEFORE = regex(r"/\s?\(?[d∂]\s?\(?[A-Za-z]\w{0,11}\)?\s$")
_CHAIN_BEHIND = regex(r"\s\(?[d∂]\s?\(?[A-Za-z]\w{0,11}\)?\s?/\s?[d∂]")
_CHAIN_OF_DOTS = regex(r"/\s?\(?[d∂]\s?\(?[A-Za-z]\w{0,11}\)?\s\.\s\(?[d∂]")
_LONGEST_LINE = 300
_SPACED_DOT = regex(r"[\d)][ ]\.[ ](?:\d|\(?-\d)[\d.]*\)?[ ]?=")
_CALCULATED = regex(r"[ ](?:e\^|(?:exp|ln|log|cos|sin|tanh|sigmoid|relu|sqrt)\()")
_NEXT = regex(r"[ ][A-Za-z]\w{0,8}[ ]?=")
_SET_OFF = regex(  # an equation between dashes, "one more step – z = 0.7 – and"; behind a long one to its end
    r"(?<=[^\W\d_]{2}[ ])(?:([-–])(?=[ ]\$?[\\A-Za-zα-ω∂][^\n=≈]{0,60}[=≈][^\n]{0,80}?[\d$`)][ ]([-–])[ ][^\W\d_]{2})"
    r"|–(?=[ ]\$?[\\A-Za-zα-ω∂][^\n=≈–]{0,60}[=≈]))"
)
_LONGEST_SLOPE = 20  # letters of what a quotient is by

_BOLD_NUMBER = regex(r"(?<=[=≈])[ ]?(\*\*[ ]?[-−+]?\d[\d.,{}]{0,20}[ ]?\*\*)(?=\s*(?:[$=≈]|\\[)\]])|[ \t]*\n)")
_EMPHATIC = regex(  # words between two stars: *Forward.* *Step 1, $\\eta = 0.1$.*, or one name: *w* = 5
    r"(?<![^\s(\[\"'“‘—–>|-])\*(?![\s*])(?:(?=[^*\n]*?[^\W\d_]{2})(?:[^*$\n]|\$[^$\n]*\$)+?(?<![\s*])|[^\W\d_][\w']{0,9})"
    r"\*(?=[\s.,;:!?)\]|]|\Z)"
)

_STRONG = regex(
    r"(?<![\w)\]}*])\*\*(?:(?=[^\W\d]|\$|\d[.、]?[ ]?[^\W\d_]{2})[^*\n+=^/≈]{1,60}(?<![\s*])|[-−]?\d[\d.,]*)\*\*(?!\*)"
)
_DIGITS = regex(r"\d{0,2}")


class Signs(Commands):
    """What a lexer does with signs that mean this or that."""

    def _percent(self, text: str, start: int, end: int) -> int | None:
        r"""Take a bare percent sign for what it is in LaTeX, where words at most stand between it and the line's end.

        Nobody is shown a number behind it, so that such a line stays unread. In plain text one that blanks set off from
        a number begins a remark, as in programs: "= -.16   % used twice"; behind one blank it may be either.
        """
        if self._source.startswith("%%", start) and not self._math:  # sets a remark off, as in some programs
            self._add("sep", "wide", start, end + 1)
            return end + 1
        if text == "%" and not (self._math or self._code):
            if _REMARKS.match(self._source, start):
                return self._hash(start, end)
            if self._may_remark(start, end):
                self._bad(text, start, end)
                return None
        stop = self._source.find("\n", end, self._end) if self._math and text == "%" else -1
        if stop >= 0 and not _SAYS.search(self._source, end, stop):
            return stop
        self._add("op", "%", start, end)
        return None

    def _may_remark(self, start: int, end: int) -> bool:
        """Whether a percent sign behind a decimal number and one blank may begin a remark: "= -.16 % used twice"."""
        word = _WORD_BEHIND_ALONE.match(self._source, end)
        if not word or not _DECIMAL.search(before_in_line(self._source, start)):
            return False
        said = word.group(1).lower()
        return said in self._lexicon.names or (
            said not in AND and DICTIONARY.role(said, self._languages) not in _GOES_ON_WITH_SHARE
        )

    @cached_property
    def _emphatic(self) -> frozenset[int]:
        """The places of the stars around words."""
        found = [place for m in _EMPHATIC.finditer(self._source) for place in (m.start(), m.end() - 1)]
        return frozenset(found)

    def _emphasis(self, start: int, end: int) -> bool:
        """Whether a star opens or closes emphasis: nothing to multiply stands before it, or behind it."""
        if self._math or self._code:
            return False
        source = self._source
        before, after = source[max(0, start - 9) : start].rstrip(" \t")[-1:], source[end : end + 9].lstrip(" \t")[:1]
        if start in self._emphatic:
            return True
        opens = not source[end : end + 1].isspace() and before in ("", "\n", "=", ":", "|")
        labels = source[start - 1 : start] in (":", "：") and source[end : end + 1].isspace()  # "*Step:* q = 10"
        ends = after in ("", "\n", "=", ":", ".", ",", "|") and not _POINTED.match(source, end)
        closes = labels or (ends and not source[start - 1 : start].isspace())
        return opens or closes

    @cached_property
    def _bold_numbers(self) -> frozenset[int]:
        """The places of the stars around a result in mathematics, $q = **10**$, which are no powers."""
        return frozenset(place for found in _BOLD_NUMBER.finditer(self._source) for place in found.regs[1])

    @cached_property
    def _strong(self) -> frozenset[int]:
        """The places of the stars around what some scripts set no blank behind: **第一部分**（...）, **0.8**（...）."""
        return frozenset(place for m in _STRONG.finditer(self._source) for place in (m.start(), m.end() - 2))

    def _stars(self, text: str, start: int, end: int) -> None:
        if text == "**" and (self._math or self._code) and {start, end} & self._bold_numbers:
            return
        if text == "**" and not (self._math or self._code) and start in self._strong:
            return
        before, after = self._source[start - 1 : start], self._source[end : end + 1]
        inside = (
            bool(before)
            and (before.isalnum() or before in ")]}")
            and bool(after)
            and (after.isalnum() or after in "(-")
        )
        if text == "**" and (inside or before == " " == after or self._math or self._code):
            self._add("op", "^", start, end)
        elif self._math:
            self._bad(text, start, end)

    def _escaped(self, text: str, start: int, end: int) -> None:
        if text == r"\*":
            self._add("op", "*", start, end)
        elif text == r"\_" and self._tokens and self._tokens[-1].end == start:
            self._bad("_", start, end)

    def _ampersand(self, start: int, end: int) -> int:
        source = self._source
        entity = regex(r"&(?:[a-zA-Z]{2,10}\d{0,2}|#\d{1,6}|#x[0-9a-fA-F]{1,5});").match(source, start, self._end)
        if entity:
            letter = html.unescape(entity.group())
            if letter != entity.group() and len(letter) == 1 and letter not in "&$\\":
                return self._entity(letter, start, entity.end())
        if any(t.kind == "cases" and t.text == "begin" for t in self._tokens[-60:]):
            self._add("sep", "cell", start, end)
        elif self._matrices > 0 or (self._in_text and source[start - 1 : start] == " " == source[end : end + 1]):
            self._add("sep", "comma", start, end)
        elif self._parts_columns(end):
            self._add("sep", "wide", start, end)
        return end  # alignment

    def _parts_columns(self, end: int) -> bool:
        """Whether an ampersand stands between two columns of equations, and not at the sign of one."""
        last = self._tokens[-1] if self._tokens else None
        if not self._math or last is None or last.kind in ("rel", "op", "cmp", "sep"):
            return False
        return _ALIGNED.match(self._source, end, self._end) is None

    def _hash(self, start: int, end: int) -> int:
        """Take a comment of a program: the result of its line, or an equation of its own."""
        source = self._source
        number = regex(r"[#%]\s*(?:->|=|≈|→)?\s*(?=-?\d[\d.]*\s*(?:$|\n))").match(source, start, self._end)
        if number:
            self._add("rel", "=", start, number.end())
            return number.end()
        if not before_in_line(source, start).strip():
            self._add("sep", "line", start, end)
            return end
        rest = source[start : end_of_line(source, start, self._end)]
        self._add("sep", "wide", start, end)
        return end if "=" in rest or not self._code else start + len(rest)

    def _multiplies(self, start: int, end: int) -> bool:
        """Whether a dot is a product's: "3 . 2", "z.x", "(0.5).(2)", and between factors in mathematics."""
        source, previous = self._source, self._tokens[-1].kind if self._tokens else ""
        if previous not in _ENDS_OPERAND:
            return False
        if self._math and (factor := _FACTOR.match(source, end, self._end)):
            name = factor.group("name")
            if previous != "num" or factor.group("bracket") or source[start - 1] == " ":
                return not name or plain(name) in self._lexicon.names or self._lexicon.split(name) is not None
        if _CHAIN_BEFORE.search(source, max(0, start - _LONGEST_SLOPE), start) and _CHAIN_BEHIND.match(source, end):
            return True  # df/dq . dq/dw
        line = before_in_line(source, start, _LONGEST_LINE)
        ends = previous == "num" and not self._spaces_dots and not _CHAIN_OF_DOTS.search(line)
        word = r"(?!__)\w"  # __x.y__ is bold
        follows = rf"(?!{word}|\s*=)" if ends else rf"(?!{word})"  # "10. r = 8" begins another statement
        after = regex(rf"( ?)(?:[(\d]|-\d|([A-Za-z]+\d{{0,2}}){follows})").match(source, end, self._end)
        spaced = source[start - 1 : start] == " "
        if not after or spaced != bool(after.group(1)):
            return False
        if spaced and _CALCULATED.match(source, end):
            return True  # df/dk . e^m
        brackets = previous == "close" and source[end] == "("
        name = after.group(2)
        return name in self._lexicon.names or self._lexicon.split(name) is not None if name else spaced or brackets

    @cached_property
    def _spaces_dots(self) -> bool:
        """Whether an answer multiplies with dots between blanks somewhere, "0.2 . 2 = 0.4"."""
        return _SPACED_DOT.search(self._source) is not None

    def _may_multiply(self, start: int, end: int) -> bool:
        """Whether a dot between blanks is a product's or ends an equation before the next: "q = -6 . c = 24"."""
        numbered = bool(self._tokens) and self._tokens[-1].kind == "num"
        return numbered and self._source[start - 1] == " " and _NEXT.match(self._source, end, self._end) is not None

    def _multiplies_inside(self, start: int, end: int) -> bool:
        """Whether a dot in the middle of a line stands between operands."""
        last = self._tokens[-1] if self._tokens else None
        operand = regex(r"\s*(?:[\d(\\∂−-]|[A-Za-zα-ωŷ]{1,2}(?![A-Za-z]))").match(self._source, end, self._end)
        return last is not None and last.kind in _ENDS_OPERAND and operand is not None

    def _sets_off(self, start: int, end: int) -> bool:
        """Whether a hyphen between blanks only sets off words that go on with a sentence: "a = 0.47 - closer to 1"."""
        if not self._in_text or self._source[start - 1 : start] != " " or not self._tokens:
            return False
        word = _WORD_BEHIND.match(self._source, end, self._end) if self._tokens[-1].kind == "num" else None
        if word is None or self._lexicon.split(word.group(1)) is not None:
            return False
        stop = _SENTENCE_END.search(self._source, end)
        said = self._source[end : stop.start() if stop else self._end]
        if re.search(r"[=≈*×·^]", said):
            return False
        roles = {DICTIONARY.role(other, self._languages) for other in words_in(said)}
        role = DICTIONARY.role(word.group(1), self._languages)
        titled = role in (Role.ARTICLE, Role.LINK) and word.group(1)[0].isupper()  # "da/dz = 0.1966 - The Derivative"
        return (role in HARMLESS or titled) and roles.isdisjoint(AGAINST_IT | _CALCULATES)

    @cached_property
    def _dashes(self) -> dict[int, int]:
        """The dashes in prose before equations that they set off, each with the one behind it; -1 for none."""
        found = {dash.start(): dash.start(2) for dash in _SET_OFF.finditer(self._source)}
        return {dash: close for dash, close in found.items() if close < 0 or self._precedes_word(close + 1)}

    def _precedes_word(self, end: int) -> bool:
        """Whether a word stands behind a place that is no name, function, rate, number or operation."""
        word = _WORD_BEHIND.match(self._source, end)
        article = _ARTICLE.match(self._source, end) if word is None else None
        if article and article.group(1) in self._letter_words:  # "– a small number"
            word = _WORD_BEHIND.match(self._source, article.end())
        if word is None or self._lexicon.split(word.group(1)) is not None:
            return False
        return DICTIONARY.role(word.group(1).lower(), self._languages) not in _CALCULATES

    def _sets_equation_off(self, start: int) -> bool:
        """Whether a dash sets an equation off from the words before it or behind it."""
        last = self._tokens[-1] if self._tokens else None
        if not self._in_text or self._code or last is None:
            return False
        if start in self._dashes and last.kind == "word" and last.role not in _CALCULATES:
            self._closing = self._dashes[start]
            return True
        long = self._source[start - 1 : start + 2] == " – " and last.kind in (*_ENDS_OPERAND, "sep")
        return start == self._closing or (long and self._precedes_word(start + 1))

    def _dash(self, end: int) -> bool:
        """Whether a long dash parts words; between numbers and names it may be a sign."""
        if not self._in_text or not self._tokens or self._tokens[-1].kind not in _ENDS_OPERAND:
            return self._in_text
        return self._precedes_word(end)

    def _says(self, end: int) -> bool:
        """Whether "is" stands behind a place."""
        word = _WORD_BEHIND.match(self._source, end, self._end)
        return word is not None and DICTIONARY.role(word.group(1), self._languages) is Role.RELATION

    def _entity(self, letter: str, start: int, end: int) -> int:
        if letter in SIGNS:
            self._add("op", SIGNS[letter], start, end)
        elif letter == "∂":
            self._add("diff", letter, start, end)
        elif letter in GREEK:
            return self._named(GREEK[letter], start, end)
        elif re.fullmatch(r"[=≈≡←→⇒∴≠<>]", letter):
            self._relation(letter, start, end)
        elif re.fullmatch(r"[²³]", letter):
            self._add("op", "^", start, start)
            self._leaf("num", Number(float(lowered(letter))), start, end)
        elif unicodedata.category(letter) == "No":
            self._fraction_sign(letter, start, end)
        elif not letter.isspace():
            self._word(letter, start, end)
        return end

    def _fraction_sign(self, letter: str, start: int, end: int) -> None:
        """Take ½, and what else is a number in one sign."""
        if self._tokens and self._tokens[-1].kind == "num" and self._tokens[-1].end == start:
            self._bad(letter, start, end)  # 1½
            return
        self._add("open", "(", start, start)
        self._leaf("num", Number(unicodedata.numeric(letter)), start, end)
        self._add("close", ")", end, end)

    def _after_point(self, end: int) -> int:
        """Pass over where a quantity is taken: what stands low behind a bracket and holds an equals sign."""
        label = _LABEL.match(self._source, end, self._end)
        if label and "=" in label.group(1):
            self._add("bar", label.group(), end, label.end())
            return label.end()
        return self._stated(end)

    def _stated(self, end: int) -> int:
        """Take what says behind a bracket that all in it is new or old: (x, y)_{new}."""
        index = script_at(self._source, end, self._end)
        bare = plain(index.body) if index else ""
        state = "new" if bare.strip("()") in NEW or bare in ("1", "(1)") else "old" if bare in OLD else ""
        if not index or not state:
            return end
        self._add("state", state, end, index.stop)
        return index.stop

    def _marked(self, letter: str) -> str | None:
        """Return the name that a letter with a hat or bar of its own is, such as ŷ."""
        stem = marked(letter)
        lexicon = self._lexicon
        return stem if stem and (stem in lexicon.names or stem in lexicon.stems or lexicon.like(stem)) else None

    def _named_with_digits(self, name: str, start: int, end: int) -> int:
        """Take a name with a hat of its own, and the digits behind it that are part of one: ŷ1 of y_hat1."""
        digits = _DIGITS.match(self._source, end, self._end)
        index = digits.group() if digits and name + digits.group() in self._lexicon.names else ""
        return self._named(name + index, start, end + len(index))
