"""From an answer's source to tokens: Markdown, LaTeX, HTML and plain text all become one short list of kinds.

Only the exercise's names are known. A run of letters that they do not make up is a word in prose, and unreadable
(`bad`) in mathematics.
"""

import html
import re
import unicodedata

from gradbook.written.exercise import Exercise
from gradbook.written.letters import Letters
from gradbook.written.tokens import BRACED, MAX_TOKENS, Token, TooLongError
from gradbook.written.vocabulary import (
    COMMANDS,
    DERIVATIVES,
    FONTS,
    GREEK,
    GREEK_NAMES,
    HATS,
    SIGNS,
    SILENT,
    TEXTS,
    WITH_JUNK,
    plain,
)

_LEX = re.compile(
    rf"""
    (?P<image>!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,500}}\)|<img\b[^>]{{0,500}}>)
  | (?P<skip><!--.{{0,2000}}?-->|~~.{{1,500}}?~~|<(?P<struck>s|del|strike)>.{{0,500}}?</(?P=struck)>
    |\]\(https?:[^)\n]{{0,300}}\)|~)
  | (?P<eqno>(?:[ \t]{{2,}}|\\q?quad\s*|\\hspace\*?\{{[^{{}}]{{0,20}}\}}\s*)\(\d{{1,2}}\)(?=[ \t]*(?:\$|\n|\\\\|\Z)))
  | (?P<abbreviation>\bw\.\s?r\.\s?t\b\.?|\bi\.e\.|\be\.g\.)
  | (?P<br><br\s*/?>|</(?:p|div|li|tr|td|h\d)>)
  | (?P<sub><sub>(?P<subtext>[^<]{{1,20}})</sub>)
  | (?P<sup><sup>(?P<suptext>[^<]{{1,20}})</sup>)
  | (?P<tag></?[a-zA-Z][^<>]{{0,80}}>)
  | (?P<fence>^[ \t]*(?:```|~~~)[^\n]*$)
  | (?P<bullet>^[ \t>]*(?:[-*+•–]|\(?\d{{1,2}}[.)]|\d{{1,2}}(?:\.\d)?\([a-z]\)[.)]?
    |(?:Step|Task|Part|Question|Problem)[ ]\d+(?:[ ]?[.):–-])?
    |\(?(?:[a-hA-H]|[ivx]{{1,4}})\)|Q\d+[.:)]|\#+)[ \t]+|^[ \t]*>+)
  | (?P<newline>\n)
  | (?P<dollar>\$\$?)
  | (?P<linebreak>\\\\(?:\s*\[[^\]\n]{{0,20}}\])?)
  | (?P<delimiter>\\[()\[\]])
  | (?P<bar>(?:\\(?:right|[bB]igg?r?)\s*|\\)?(?:\||\\[rv]?vert)\s*_\s*(?:{BRACED}|\w+)|\|direct)
  | (?P<leftdot>\\left\s*\.|\\right\s*\.)
  | (?P<environment>\\(?:begin|end)\s*\{{[a-zA-Z*]{{1,20}}\}}(?:\{{[clr| ]{{0,20}}\}})?)
  | (?P<number>\d+(?:\{{,\}}\d+|\.\d+|,\d+(?!\d*\.\d))?(?:[eE][-+]?\d+)?|\.\d+)
  | (?P<space>\\[,;:!>\ ]|[^\S\n]+|\\(?=\n))
  | (?P<percent>\\?%)
  | (?P<command>\\[a-zA-Z]+\*?)
  | (?P<relation>:=|==?>|<-|←|\+=|-=|==|≔|≈|≃|≅|≡|-{{1,3}}>|→|⟶|⇒|⟹|∴|∵|≠|!=|<=|>=|[<>=])
  | (?P<letters>[A-Za-zα-ωΑ-Ωϵ∂∇]+)
  | (?P<stars>\*\*)
  | (?P<sign>[-+*/^−–×·⋅∗∙⊙÷∕•✕✖⨯]|\\\*)
  | (?P<super>[⁻]?[⁰¹²³⁴-⁹]+)
  | (?P<open>[(\[]) | (?P<close>[)\]]) | (?P<brace>\\?[{{}}])
  | (?P<other>.)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_SUPERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def _upright(letter: str) -> str:
    """Return the plain letter for one of the mathematical alphabets and full-width forms, as copied from pages."""
    if letter == "⁄":
        return "/"
    if "\U0001d400" <= letter <= "\U0001d7ff" or "\uff01" <= letter <= "\uff5e" or "\u2100" <= letter <= "\u214f":
        plain_letter = unicodedata.normalize("NFKC", letter)
        return plain_letter if len(plain_letter) == 1 else letter
    return letter


class Lexer(Letters):
    """Reads one source once, from left to right."""

    def __init__(self, source: str, exercise: Exercise) -> None:
        super().__init__("".join(map(_upright, source)) if not source.isascii() else source, exercise)

    def run(self) -> list[Token]:
        """Return all tokens."""
        source = self._source
        at = 0
        while at < len(source):
            match = _LEX.match(source, at)
            assert match is not None
            at = self._take(match)
            if len(self._tokens) > MAX_TOKENS:
                raise TooLongError
        return self._tokens

    def _take(self, match: re.Match[str]) -> int:  # noqa: PLR0915 (one case a kind of token)
        source = self._source
        kind, text, start, end = match.lastgroup or "", match.group(), match.start(), match.end()
        if kind == "struck":
            kind = "skip"
        if kind in ("subtext", "suptext"):
            kind = kind[:3]
        match kind:
            case "image":
                self._add("image", text, start, end)
            case "skip" if text == "~" and self._in_text and source[start - 1 : start] == " " == source[end : end + 1]:
                self._add("rel", "~", start, end)
            case "abbreviation":
                self._word("wrt" if text[0] == "w" else "ie", start, end)
            case "eqno" | "skip" | "tag" | "space" | "leftdot":
                pass
            case "br" | "newline" | "fence" | "bullet" | "linebreak":
                self._add("sep", "line" if kind != "br" else "soft", start, end)
            case "dollar":
                self._dollar = not self._dollar
                self._math = int(self._dollar)
                self._add("sep", "soft", start, end)
            case "delimiter":
                self._math = int(text in ("\\(", "\\["))
                self._add("sep", "soft", start, end)
            case "environment":
                if not self._dollar:
                    self._math = int("begin" in text and "document" not in text and "itemize" not in text)
                self._add("sep", "soft", start, end)
            case "bar":
                self._add("bar", text, start, end)
            case "number":
                self._number(text, start, end)
            case "percent":
                self._add("op", "%", start, end)
            case "command":
                return self._command(text[1:].rstrip("*"), start, end)
            case "relation":
                self._relation(text, start, end)
            case "letters":
                return self._letters(start, end)
            case "stars":
                self._stars(start, end)
            case "sign":
                if not (text == "*" and self._emphasis(start, end)):
                    self._add("op", SIGNS[text.lstrip("\\")], start, end)
            case "super" | "sup":
                inner = match.group("suptext") if kind == "sup" else text.translate(_SUPERS)
                if re.fullmatch(r"-?\d{1,3}", inner):
                    self._add("op", "^", start, start)
                    self._add("num", inner, start, end, float(inner))
                else:
                    self._add("bad", inner, start, end)
            case "open" | "close":
                self._add(kind, text, start, end)
                return self._after_label(end) if kind == "close" else end  # [df/dw]_{x=2}
            case "brace":
                self._brace(text, start, end)
                if text == "}" and "brace{" in source:  # what stands under an underbrace
                    return self._after_label(end)
            case _:
                return self._other(text, start, end)
        return end

    def _after_label(self, end: int) -> int:
        signs = "[_^]" if "overbrace" in self._source else "_"
        label = re.compile(rf"\s*{signs}\s*{BRACED}").match(self._source, end)
        return label.end() if label else end

    def _number(self, text: str, start: int, end: int) -> None:
        bare = text.replace("{,}", ".")
        if "," in bare:
            whole, _, decimals = bare.partition(",")
            if len(decimals) == 3 and whole != "0" and not self._commas:  # a thousand, or a decimal comma?
                self._add("bad", text, start, end)
                return
            bare = f"{whole}.{decimals}"
        if re.search(r"[eE]", bare) and "e" in self._words.names:
            self._add("bad", text, start, end)
            return
        value = float(bare)
        self._add("num" if len(bare) <= 40 and value < 1e30 else "bad", bare, start, end, value)

    def _command(self, name: str, start: int, end: int) -> int:
        source = self._source
        if name in ("newcommand", "renewcommand", "def", "providecommand", "DeclareMathOperator"):
            found = re.compile(rf"\s*\{{?\\([a-zA-Z]+)\}}?(?:\[\d\]|#1#2)?\s*({BRACED})").match(source, end)
            if found:
                self._macros[found.group(1)] = found.group(2)[1:-1]
                return found.end()
            self._add("bad", name, start, end)
        elif name in self._macros:
            body = self._macros[name]
            if re.fullmatch(r"\\d?frac\{\\?\w*\W{0,3}#1\}\{\\?\w*\W{0,3}#2\}", body.replace(" ", "")):
                self._add("pd", name, start, end)
            elif body.strip().lstrip("\\") in COMMANDS and "#" not in body:
                kind, text = COMMANDS[body.strip().lstrip("\\")]
                self._add(kind, text, start, end)
            elif "#" not in body and (parts := self._words.split(plain(body))) and len(parts) == 1:
                self._piece(parts[0], start, end)
            else:
                self._add("bad", name, start, end)
        elif name == "partial" and re.match(r"\s*_", source[end : end + 3]):
            return self._diffsub(start, end)
        elif name in COMMANDS:
            self._add(*COMMANDS[name], start, end)
            digits = re.compile(r"\s*(\d)\s*(\d)?(?=\D|$)").match(source, end)
            if name.endswith("frac") and digits:  # \frac38
                for place in (1, 2):
                    if digits.group(place):
                        self._number(digits.group(place), digits.start(place), digits.end(place))
                return digits.end()
        elif name in DERIVATIVES:
            self._add("pd", name, start, end)
        elif name in TEXTS:
            return self._text(start, end)
        elif name in WITH_JUNK:
            found = re.compile(rf"(?:\[[^\]]*\])?\s*{BRACED}").match(source, end)
            return found.end() if found else end
        elif name in ("overset", "stackrel"):
            found = re.compile(rf"\s*{BRACED}\s*\{{\s*=\s*\}}").match(source, end)
            self._add("rel" if found else "bad", "=" if found else name, start, end)
            return found.end() if found else end
        elif name in FONTS:
            words = re.compile(r"\s*\{[^{}]*(?:\\ |\(|~)[^{}]*\}").match(source, end)
            if words:  # \mathrm{(chain\ rule)}
                return words.end()
            found = re.compile(r"\s*(?:\{([^{}\\]{1,30})\}|([A-Za-z]))").match(source, end)
            if found:
                inner = (found.group(1) or found.group(2)).strip()
                if inner == "d":
                    self._add("diff", "d", start, found.end())
                    return found.end()
                if not any(letter.isalpha() for letter in inner):
                    return end  # \mathbf{4.94}: what is in the braces
                return self._named(inner, start, found.end())
        elif name in HATS:
            found = re.compile(r"\s*(?:\{\s*([^{}]{1,30})\s*\}|([A-Za-z]))").match(source, end)
            stem = plain(found.group(1) or found.group(2)) if found else ""
            if found and stem + HATS[name] in self._words.names:
                return self._named(stem + HATS[name], start, found.end())
            self._add("bad", name, start, end)
        elif name == "nabla":
            return self._diffsub(start, end)
        elif name in GREEK_NAMES or name in self._words.functions:
            return self._named(name.removeprefix("var"), start, end)
        elif name not in SILENT:
            self._add("bad", "\\" + name, start, end)
        return end

    def _text(self, start: int, end: int) -> int:
        found = re.compile(r"\s*\{\s*([^{}]{0,12})\}").match(self._source, end)
        if found and plain(found.group(1)) in self._words.names:
            return self._named(plain(found.group(1)), start, found.end())
        if found and found.group(1).strip() == "d":
            self._add("diff", "d", start, found.end())
            return found.end()
        opening = re.compile(r"\s*\{").match(self._source, end)
        if not opening:
            return end
        self._depth += 1
        self._texts.append(self._depth)
        return opening.end()

    def _brace(self, text: str, start: int, end: int) -> None:
        if text.startswith("\\"):
            self._add("open" if text[1] == "{" else "close", text, start, end)
        elif text == "{":
            self._depth += 1
            self._add("group", "{", start, end)
        elif self._texts and self._texts[-1] == self._depth:
            self._texts.pop()
            self._depth -= 1
        else:
            self._depth = max(0, self._depth - 1)
            self._add("end", "}", start, end)

    def _relation(self, text: str, start: int, end: int) -> None:
        if text in ("=", "==", "≡"):
            self._add("rel", "=", start, end)
        elif text in ("≈", "≃", "≅"):
            self._add("rel", "~", start, end)
        elif text in (":=", "≔", "<-", "←"):
            self._add("rel", "<-", start, end)
        elif text in ("-=", "+="):
            self._add("rel", text, start, end)
        elif text in ("<", ">"):
            self._add("cmp", text, start, end)
        elif (text.endswith(">") and len(text) > 1) or text in ("→", "⟶", "⇒", "⟹", "∴", "∵"):
            self._add("sep", "arrow", start, end)
        else:
            self._add("bad", text, start, end)

    def _emphasis(self, start: int, end: int) -> bool:
        """Whether a star opens or closes emphasis: nothing to multiply stands before it, or behind it."""
        source = self._source
        before, after = source[max(0, start - 9) : start].rstrip(" \t")[-1:], source[end : end + 9].lstrip(" \t")[:1]
        return before in ("", "\n", "=", ":", "|") or after in ("", "\n", "=", ":", ".", ",", "|")

    def _stars(self, start: int, end: int) -> None:
        before, after = self._source[start - 1 : start], self._source[end : end + 1]
        inside = (
            bool(before)
            and (before.isalnum() or before in ")]}")
            and bool(after)
            and (after.isalnum() or after in "(-")
        )
        spaced = before == " " and after == " "
        if inside or spaced:
            self._add("op", "^", start, end)

    def _other(self, text: str, start: int, end: int) -> int:
        source = self._source
        if text == "&":
            entity = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{1,6}|#x[0-9a-fA-F]{1,5});").match(source, start)
            if entity:
                letter = html.unescape(entity.group())
                if letter != entity.group() and len(letter) == 1 and letter not in "&$\\":
                    return self._entity(letter, start, entity.end())
            if self._in_text and source[start - 1 : start] == " " == source[end : end + 1]:
                self._add("sep", "comma", start, end)
            return end  # alignment
        if text in ",;":
            self._add("sep", "comma", start, end)
        elif text == "." and self._multiplies(start, end):
            self._add("op", "*", start, end)
        elif text == "." and re.match(r"\.\d", source[end : end + 2]):
            self._add("bad", ".", start, end)  # 6..5
        elif text == "." and re.match(r"\s*\\(?:overline|bar|dot)\b", source[end : end + 12]):
            self._add("bad", ".", start, end)  # 0.333...
        elif text in ".:":
            self._add("sep", "stop" if text == "." else "colon", start, end)
        elif text in "?!✗✘":
            self._add("word", text, start, end)
        elif text == "#":
            number = re.compile(r"#\s*(?:->|=|≈)?\s*(?=-?\d[\d.]*\s*(?:$|\n))").match(source, start)
            line = source.find("\n", start)
            stop = number.end() if number else line if line >= 0 else len(source)
            if not source[source.rfind("\n", 0, start) + 1 : start].strip():
                stop = end  # a heading
            self._add(*(("rel", "=") if number else ("sep", "line")), start, stop)
            return stop
        elif text == "|":
            touches = source[start - 1 : start].isalnum() or source[end : end + 1].isalnum()
            self._add("bad" if self._math or touches else "sep", "|", start, end)
        elif text == "_" and self._in_text:
            if source[start - 1 : start].isalnum() and source[end : end + 1].isalnum():
                self._add("bad", "_", start, end)
        elif name := self._marked(text):
            return self._named(name, start, end)
        elif text == "√":
            self._add("fn", "sqrt", start, end)
        elif text in "'\"`“”‘’…✓✔☑\u00a0\u200b\ufeff" or text == "~":
            pass
        else:  # a sign of mathematics that is not known may change everything
            sign = unicodedata.category(text) in ("Sm", "No", "Nd") or text in "°‰"
            self._add("word" if self._in_text and not sign else "bad", text, start, end)
        return end

    def _multiplies(self, start: int, end: int) -> bool:
        """Whether a dot is a product's: "3 . 2", "z.x"."""
        source, previous = self._source, self._tokens[-1].kind if self._tokens else ""
        if previous not in ("num", "name", "close", "end", "der"):
            return False
        follows = r"(?!\w)" if previous == "name" else r"(?!\w|\s*=)"  # "10. r = 8" begins another statement
        after = re.compile(rf"( ?)(?:[(\d]|-\d|([A-Za-z]+){follows})").match(source, end)
        spaced = source[start - 1 : start] == " "
        if not after or spaced != bool(after.group(1)):
            return False
        return self._words.split(after.group(2)) is not None if after.group(2) else spaced

    def _marked(self, letter: str) -> str | None:
        """Return the name that a letter with a hat or bar of its own is, such as ŷ."""
        parts = unicodedata.normalize("NFD", letter)
        stem = parts[0] + {"\u0302": "hat", "\u0304": "bar", "\u0303": "tilde"}.get(parts[1:], "?")
        return stem if stem in self._words.names else None

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
            self._add("num", letter.translate(_SUPERS), start, end, float(letter.translate(_SUPERS)))
        elif not letter.isspace():
            self._add("word", letter, start, end)
        return end
