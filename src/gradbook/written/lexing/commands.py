"""LaTeX: what its commands, environments and braces are in tokens."""

import re
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.expression import as_written
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.drawn.drawings import LATEX_NODE
from gradbook.written.lexing.grouped import LISTED, OF_TWO, Decimals, ungrouped
from gradbook.written.lexing.naming.names import Names
from gradbook.written.lexing.source.formulas.braces import is_mark, repeats_head
from gradbook.written.lexing.source.macros import Macros
from gradbook.written.lexing.tokens import BRACED, Token
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, words_in
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import (
    BOLD,
    COMMANDS,
    DERIVATIVES,
    FONTS,
    GREEK_NAMES,
    HATS,
    LONG_ARROWS,
    MATRICES,
    SILENT,
    STRUCK,
    TEXTS,
    WITH_JUNK,
    plain,
)

_HIDES = {"color": "white", "textcolor": "white", "colorbox": "black"}  # what cannot be seen on a page
_FACTORS = frozenset("23456789")  # that stand before a name: 2 e1
_AGAINST = (Role.DENIAL, Role.RETRACTION, Role.OTHERS)
_LABEL, _ARGUMENTS = regex(rf"\s*_\s*({BRACED})"), regex(rf"(?:\[[^\]]*\])?\s*{BRACED}")
_HATTED = regex(r"\s*(?:\{\s*((?:[^{}]|\{[^{}]{1,20}\}){1,40})\s*\}|([A-Za-z]|\\[a-zA-Z]+))")
_INNER_HAT = regex(r"\\(hat|bar|tilde)\s*\{([^{}]{1,20})\}")  # \bar{\hat{y}}
_WIDE = regex(r"\s*\{\s*(?:[1-9][\d.]*\s*(?:em|cm|in)|\d{2,}[\d.]*\s*(?:mm|pt|ex)|0?\.[5-9]\d*\s*cm)\s*\}")
_SIGNED_GROUP = regex(r"(?<=[-−])\d{1,3},\d{3}\)")
_GREEK = regex(r"\s*(?:\{\s*\\([a-zA-Z]+)\s*\}|\\([a-zA-Z]+))")
_AT_ARROW = regex(rf"(?:\s*\[[^\[\]]{{0,60}}\])?\s*({BRACED})")
_ORDINAL = regex(r"(?:st|nd|rd|th)\b")
_GOES_ON = regex(r"(?:\s|\\q?quad(?![a-z]))*(?:[-+=≈]|\\(?:cdot|times|approx)(?![a-z]))")  # with the row above
_GIVEN_CASE = regex(r"[^&=]{1,40}&\s*(?:\\text\s*\{[^{}]{0,20}\})?\s*[A-Za-z]\w{0,9}\s*=\s*-?\d")  # its first row
_BEGINS = regex(rf"{OF_TWO}$")
_AT_ARROWS = HARMLESS | {Role.STEP, Role.LINK, Role.VALUES, Role.SLOPE}  # words that only say what it does
_DIGITS = regex(r"\s*(\d)\s*(\d)?(?=\D|$)")
_SPACED = regex(r"\s*\{[^{}]*(?:\\ |\(|~)[^{}]*\}")
_LETTERS = regex(r"\s*(?:\{([^{}\\]{1,30})\}|([A-Za-z]))")
_SHORT_TEXT = regex(r"\s*\{\s*([^{}]{0,12})\}")
_OPENING = regex(r"\s*\{")
_COUNT = regex(r"\{\s*(?:\\(?:text|mathrm)\{)?\s*(?:\(\d{1,2}\)|[①-⑳])\s*\}?\s*\}")  # of what a brace spans: "(1)"
_OVER_LABEL = regex(rf"\s*\^\s*({BRACED})")


class Commands(Names):
    """What a lexer does with LaTeX, with numbers and with relations."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        super().__init__(source, lexicon)
        self._macros = Macros(source)
        self._decimals = Decimals(source)
        self._matrices = 0  # how many matrices are open
        self.notes: list[list[Token]] = []  # what labels under and over braces say
        self._labelled: list[int] = []  # depths of braces that an underbrace spans

    def _environment(self, name: str, begins: bool, start: int, end: int) -> None:
        if name == "cases" and self._math:
            close = self._source.find("\\end{cases}", end, self._end) if begins else end
            piecewise = re.search(r"[<>≤≥]|\\[lg](?:eq?|t)\b|\\text|otherwise", self._source[end:close])
            if (begins and piecewise) or (not begins and any(t.kind == "cases" for t in self._tokens[-60:])):
                self._add("cases", "begin" if begins else "end", start, end)
                return
            if begins and _GIVEN_CASE.match(self._source, end, close) and self._source[:start].rstrip()[-1:] == "=":
                self._bad(name, start, end)  # 10 & x = 3
        if name in MATRICES:
            self._matrices += 1 if begins else -1
        kind = ("open" if begins else "close", "matrix") if name in MATRICES else ("sep", "soft")
        self._add(*kind, start, end)

    def _number(self, text: str, start: int, end: int) -> int:
        """Take a number, or its whole part where a comma goes on with a list; return the place behind it."""
        if self._in_text and self._source[end : end + 1].isalpha() and _ORDINAL.match(self._source, end):  # 2nd layer
            self._tokens.append(Token("word", text, start, end + 2, None, Role.PLAIN))
            return end + 2
        whole, _, power = text.lower().partition("e")
        if f"e{power}" in self._lexicon.names and whole in _FACTORS:  # 2 e1, not 1e1 or 2.5e1
            text, end = whole, start + len(whole)
        bare = text.replace("{,}", ".").replace("−", "-")
        if "," in bare and not self._decimals.commas and self._listed(start, end):
            end = start + bare.index(",")
            bare = text = self._source[start:end]
        if self._decimals.may_group(bare):  # a thousand, or three decimals that a calculator gave?
            self._bad(text, start, end)
            return end
        bare = ungrouped(bare)
        if "," in bare:
            whole, _, decimals = bare.partition(",")
            points, commas = self._decimals.points, self._decimals.commas
            about = [(token.kind, token.text) for token in self._tokens[-1:]] == [("rel", "~")]
            near = about and not points and len(whole) == 1
            grouped = len(decimals) == 3 and whole != "0" and not (commas or near)
            if grouped and not (points and len(whole) <= 3):  # a thousand, or a decimal comma?
                self._bad(text, start, end)
                return end
            bare = whole + decimals if grouped else f"{whole}.{decimals}"
        raised = text in ("2", "3") and self._in_text and self._behind_bracket(start)  # (a - y)2: 2 times, or a square?
        if raised or ("e" in self._lexicon.names and "e" in bare.lower()):
            self._bad(text, start, end)
            return end
        if len(bare) <= 40 and float(bare) < 1e30:
            self._leaf("num", Number(as_written(bare)), start, end)
        else:
            self._bad(bare, start, end)
        return end

    def _listed(self, start: int, end: int) -> bool:
        """Whether a number with a comma is two entries of a list in brackets, such as (1,1), (5,2,-7) or max(0,1-s)."""
        if _BEGINS.search(self._source[max(0, start - 24) : start]) and self._source[start : start + 2] == "0,":
            return True
        signed = _SIGNED_GROUP.match(self._source, start, self._end) and self._source[start - 2] == "("
        if signed and self._decimals.points:
            return False  # 0.1 * (-100,000)
        opening = max(self._source.rfind(sign, 0, start) for sign in "([")
        found = LISTED.match(self._source, opening, self._end) if opening >= 0 else None
        return found is not None and found.end() > end

    @property
    def _begins_row(self) -> bool:
        last = self._tokens[-1] if self._tokens else None
        return last is not None and (last.kind, last.text) == ("sep", "row")

    def _junk(self, name: str, start: int, end: int) -> int:
        """Pass over a command and what it is of, unless that is a word against its equation: \\tag{wrong}."""
        found = _ARGUMENTS.match(self._source, end, self._end)
        if found and name == "tag" and _denies(found.group()):
            self._bad(name, start, found.end())
        if found and name == "hspace" and _WIDE.fullmatch(found.group()):
            self._add("sep", "wide", start, found.end())
        return found.end() if found else end

    def _command(self, name: str, start: int, end: int) -> int:
        source, stop = self._source, self._end
        if name in ("newcommand", "renewcommand", "def", "providecommand", "DeclareMathOperator"):
            if after := self._macros.define(source, end, name == "DeclareMathOperator"):
                return after
            self._bad(name, start, end)
        elif name in self._macros:
            return self._macro(name, start, end)
        elif name == "partial" and source[end : end + 3].lstrip()[:1] == "_":
            return self._diffsub(start, end)
        elif name in LONG_ARROWS:
            return self._arrow(start, end)
        elif COMMANDS.get(name) == ("sep", "arrow") and (drawn := LATEX_NODE.match(source, end, stop)):
            self._add("sep", "wide", start, drawn.end())
            return drawn.end()
        elif name in ("quad", "qquad") and self._begins_row and _GOES_ON.match(source, end, stop):
            return end  # a sum over two rows
        elif name in COMMANDS:
            self._add(*COMMANDS[name], start, end)
            digits = _DIGITS.match(source, end, stop) if name.endswith("frac") else None
            if digits:  # \frac38
                for place in (1, 2):
                    if digits.group(place):
                        self._number(digits.group(place), digits.start(place), digits.end(place))
                return digits.end()
        elif name == "not" and (sign := regex(r"\s*(?:=|\\[a-z]{2,8})").match(source, end, stop)):
            self._bad(name, start, sign.end())
            return sign.end()
        elif DERIVATIVES.fullmatch(name):  # \pdv{L}{w}; many define one of their own
            self._add("pd", name, start, end)
        elif name in TEXTS:
            return self._text(start, end)
        elif name in STRUCK or (name in _HIDES and re.match(rf"\s*\{{\s*{_HIDES[name]}\b", source[end : end + 12])):
            self._bad(name, start, end)
        elif name in WITH_JUNK:
            return self._junk(name, start, end)
        elif name in ("overset", "stackrel"):
            found = regex(rf"\s*({BRACED})\s*(?:\{{\s*=\s*\}}|=)").match(source, end, stop)
            if found and not set("?!").intersection(found.group(1)):
                self._add("rel", "=", start, found.end())
            else:
                self._bad("?=" if found else name, start, found.end() if found else end)
            return found.end() if found else end
        elif name in ("underbrace", "overbrace"):
            self._labelled.append(self._depth + 1)
        elif name in FONTS:
            return self._font(name, start, end)
        elif name in HATS:
            return self._hatted(name, start, end)
        elif name in ("nabla", "bigtriangledown"):
            return self._diffsub(start, end)
        elif name in GREEK_NAMES or name in self._lexicon.functions:
            bare = name.removeprefix("var")
            known = self._lexicon.knows(bare) or bare.lower() == "delta" or self._lexicon.array(bare)
            if not known and not self._named_by_index(bare, end):
                if self._is_pi(bare, end):
                    self._add("euler", bare, start, end)
                    return end
                self._bad(bare, start, end)
                return self._attached(end)
            return self._named(bare, start, end)
        elif name not in SILENT and not self._macros.only_sets(name):
            self._bad("\\" + name, start, end)
        return end

    def _hatted(self, name: str, start: int, end: int) -> int:
        found = _HATTED.match(self._source, end, self._end)
        if not found:
            self._bad(name, start, end)
            return self._attached(end)
        below, end = found.group(1) or found.group(2), found.end()
        if key := self._vector_in_bold(name, below):
            return self._named(key, start, end)
        if name in BOLD and (stop := self._bold(below, start, end)):
            return stop
        stem = plain(_INNER_HAT.sub(r"\2\1", below)) + HATS[name]
        if stem in self._lexicon.names or stem in self._lexicon.stems or self._lexicon.like(stem):
            return self._named(stem, start, end)
        self._bad(stem, start, end)
        return self._attached(end)

    def _arrow(self, start: int, end: int) -> int:
        r"""Take an arrow with what is written at it, \xrightarrow[...]{w = 2}, as an equation of its own."""
        label = _AT_ARROW.match(self._source, end, self._end)
        said, stop = (self._tokens_of(label.group(1)[1:-1]), label.end()) if label else ([], end)
        states = any(token.kind == "rel" for token in said)
        parts = "semicolon" if states and said[0].kind in ("diff", "der") else "arrow"  # the slope along an edge
        self._add("sep", parts, start, end)
        if states or any(token.kind == "word" and token.role not in _AT_ARROWS for token in said):
            self._tokens += [replace(token, start=end, end=stop) for token in said]
            self._add("sep", parts, stop, stop)  # else only what the arrow does
        return stop

    def _macro(self, name: str, start: int, end: int) -> int:
        """Put in what the answer defines a command to be, all of it at the command's place."""
        expanded = self._macros.expand(name, self._source, end)
        if expanded is None:
            self._bad(name, start, end)
            return end
        text, stop = expanded
        self._macros.nested += 1
        self._tokens += [replace(token, start=start, end=stop) for token in self._tokens_of(text)]
        self._macros.nested -= 1
        return stop

    def _tokens_of(self, text: str) -> list[Token]:
        """Return the tokens of mathematics that stands elsewhere than in the source."""
        raise NotImplementedError

    def _vector_in_bold(self, font: str, letters: str) -> str:
        """Return what the lexicon calls a vector that an answer has introduced in bold type; "" where it is none."""
        key = f"bold:{plain(letters)}"
        return key if font in BOLD and key in self._lexicon.vectors else ""

    def _font(self, name: str, start: int, end: int) -> int:
        if _SPACED.match(self._source, end, self._end):  # \mathrm{(chain\ rule)}
            return self._text(start, end)
        greek = _GREEK.match(self._source, end, self._end)
        if greek and (letter := greek.group(1) or greek.group(2)) in GREEK_NAMES:
            return self._command(letter, start, greek.end())  # \boldsymbol{\delta}
        found = _LETTERS.match(self._source, end, self._end)
        if not found:
            return end
        inner = (found.group(1) or found.group(2)).strip()
        if key := self._vector_in_bold(name, inner):
            return self._named(key, start, found.end())
        if name in BOLD and (stop := self._bold(inner, start, found.end())):
            return stop
        if inner == "d":
            self._add("diff", "d", start, found.end())
            return found.end()
        if not any(letter.isalpha() for letter in inner) or not inner.replace("_", "").isalnum():
            return end  # \mathbf{4.94}: what is in the braces
        bare = plain(inner)
        if self._named_by_index(bare, found.end()):
            return self._named(bare, start, found.end())
        if (behind := self._unit_behind(bare, start, found.end())) is not None:
            return behind
        if self._lexicon.split(bare) is None and not self._lexicon.like(bare) and bare not in self._lexicon.stems:
            if len(bare) > 2 and DICTIONARY.role(inner, self._languages) is not None:
                self._word(inner, start, found.end())
            else:
                self._bad(bare, start, found.end())
                return self._attached(found.end())
            return found.end()
        return self._named(inner, start, found.end())

    def _text(self, start: int, end: int) -> int:
        found = _SHORT_TEXT.match(self._source, end, self._end)
        inner = plain(found.group(1)) if found else ""
        known = (self._lexicon.names, self._lexicon.functions, self._lexicon.losses)
        if found and (any(inner in names for names in known) or (len(inner) > 1 and self._lexicon.array(inner))):
            return self._named(inner, start, found.end())
        if found and self._named_by_index(inner, found.end()):
            return self._named(inner, start, found.end())
        if found and (behind := self._unit_behind(inner, start, found.end())) is not None:
            return behind
        if found and found.group(1).strip() == "d":
            self._add("diff", "d", start, found.end())
            return found.end()
        opening = _OPENING.match(self._source, end, self._end)
        if not opening:
            return end
        self._depth += 1
        self._texts.append(self._depth)
        self._in_text = True
        return opening.end()

    def _brace(self, text: str, start: int, end: int) -> int:
        if text.startswith("\\"):
            self._add("open" if text[1] == "{" else "close", text, start, end)
        elif text == "{":
            self._depth += 1
            self._add("group", "{", start, end)
        elif self._texts and self._texts[-1] == self._depth:
            self._texts.pop()
            self._in_text = bool(self._texts) or not self._math
            self._depth -= 1
        else:
            spanned = bool(self._labelled) and self._labelled[-1] == self._depth
            self._depth = max(0, self._depth - 1)
            self._add("end", "}", start, end)
            if len(self._tokens) > 1:
                self._closed()
            if spanned:  # what is written under or over a brace is a note on what it spans
                self._labelled.pop()
                note = _LABEL.match(self._source, end, self._end) or _OVER_LABEL.match(self._source, end, self._end)
                if note and not (_COUNT.fullmatch(note[1]) or is_mark(note[1][1:-1], self._source, end, self._lexicon)):
                    self._note(note.group(1)[1:-1], end, note.end())
                if note:
                    return note.end()
        return end

    def _note(self, label: str, start: int, end: int) -> None:
        """Keep what a label says of the mathematics that its brace spans, as an equation beside the others."""
        begin = self._opening()
        said = [replace(token, start=start, end=end) for token in self._tokens_of(label)]
        unclear = any(token.kind in ("word", "bad") for token in said)
        if begin < 0 or not said or unclear or repeats_head(self._source, self._tokens[begin], start):
            return
        relation = next((place for place, token in enumerate(said) if token.kind == "rel"), len(said))
        equals = [Token("rel", "=", start, start)] if relation else []
        self.notes.append([*said[:relation], *equals, *self._tokens[begin + 1 : -1], *said[relation:]])

    def _opening(self) -> int:
        """Return the place of the brace that the last token closes; -1 where there is none."""
        depth = 0
        for place in range(len(self._tokens) - 1, -1, -1):
            depth += (self._tokens[place].kind == "end") - (self._tokens[place].kind == "group")
            if not depth:
                return place
        return -1

    def _closed(self) -> None:
        r"""Take {a \over b} for the fraction that it is, and {\rm d} for its sign, when the brace is closed."""
        tokens = self._tokens
        if tokens[-2].kind == "diff" and [token.kind for token in tokens[-4:]] == ["group", "group", "diff", "end"]:
            tokens[-3:] = tokens[-2:-1]
        elif ("\\over" in self._source or self._macros) and (begin := self._opening()) >= 0:
            # One in a brace inside has become a fraction when that was closed.
            over = next((place for place in range(begin, len(tokens)) if tokens[place].kind == "over"), 0)
            if over:
                sign = tokens[over]
                tokens[over : over + 1] = [
                    Token("end", "}", sign.start, sign.start),
                    Token("group", "{", sign.end, sign.end),
                ]
                tokens.insert(begin, Token("frac", "over", tokens[begin].start, tokens[begin].start))

    def _relation(self, text: str, start: int, end: int) -> None:
        if text in ("=", "==", "≡", "*=", "/="):  # dw *= 2 says another number than dw = 6, as dw = 2 does
            self._add("rel", "=", start, end)
        elif text in ("≈", "≃", "≅", "≒", "≐"):
            self._add("rel", "~", start, end)
        elif text in (":=", "≔", "←", "⟵") or text[:2] == "<-":
            self._add("rel", "<-", start, end)
        elif text in ("-=", "+=") or text[0] == "\\":
            self._add("rel", "-=" if text == "-=" else "+=", start, end)
        elif text in ("<", ">", "<=", ">=", "≤", "≥"):
            self._add("cmp", {"≤": "<=", "≥": ">="}.get(text, text), start, end)
        elif (text.endswith(">") and len(text) > 1) or text in ("→", "⟶", "⇒", "⟹", "∴", "∵"):
            if not (self._tokens and self._tokens[-1].text == "colon"):  # "dL/db: → -1"
                self._add("sep", "arrow", start, end)
        else:
            self._bad(text, start, end)


def _denies(tag: str) -> bool:
    """Whether a word of a tag says something against its equation, in any language."""
    return any(DICTIONARY.against(word) in _AGAINST for word in words_in(tag))
