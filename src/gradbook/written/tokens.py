"""From an answer's source to tokens: Markdown, LaTeX, HTML and plain text all become one short list of kinds.

Only the exercise's names are known. A run of letters that they do not make up is a word in prose, and unreadable
(`bad`) in mathematics.
"""

import html
import re
import unicodedata
from dataclasses import dataclass

from gradbook.written.exercise import Exercise
from gradbook.written.vocabulary import (
    COMMANDS,
    DERIVATIVES,
    ENGLISH,
    FONTS,
    GREEK,
    GREEK_NAMES,
    HATS,
    MATH_WORDS,
    NEW,
    OLD,
    RELATION_WORDS,
    SIGNS,
    SILENT,
    TEXTS,
    WITH_JUNK,
    Vocabulary,
    plain,
)

MAX_LENGTH = 20_000
MAX_TOKENS = 4_000

_BRACED = r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
_LEX = re.compile(
    rf"""
    (?P<image>!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,500}}\)|<img\b[^>]{{0,500}}>)
  | (?P<skip><!--.{{0,2000}}?-->|~~.{{1,500}}?~~|\]\(https?:[^)\n]{{0,300}}\)|~)
  | (?P<br><br\s*/?>|</(?:p|div|li|tr|td|h\d)>)
  | (?P<sub><sub>(?P<subtext>[^<]{{1,20}})</sub>)
  | (?P<sup><sup>(?P<suptext>[^<]{{1,20}})</sup>)
  | (?P<tag></?[a-zA-Z][^<>]{{0,80}}>)
  | (?P<fence>^[ \t]*(?:```|~~~)[^\n]*$)
  | (?P<bullet>^[ \t>]*(?:[-*+•]|\d{{1,2}}[.)]|\(?[a-h]\)|Q\d+[.:)]|\#+)[ \t]+)
  | (?P<newline>\n)
  | (?P<dollar>\$\$?)
  | (?P<linebreak>\\\\(?:\s*\[[^\]\n]{{0,20}}\])?)
  | (?P<delimiter>\\[()\[\]])
  | (?P<bar>(?:\\(?:right|[bB]igg?r?)\s*|\\)?(?:\||\\[rv]?vert)\s*_\s*(?:{_BRACED}|\w+)|\|direct)
  | (?P<leftdot>\\left\s*\.|\\right\s*\.)
  | (?P<environment>\\(?:begin|end)\s*\{{[a-zA-Z*]{{1,20}}\}}(?:\{{[clr| ]{{0,20}}\}})?)
  | (?P<number>\d+(?:\{{,\}}\d+|\.\d+|,\d+(?!\d*\.\d))?(?:[eE][-+]?\d+)?|\.\d+)
  | (?P<space>\\[,;:!>\ ]|[^\S\n]+|\\(?=\n))
  | (?P<percent>\\?%)
  | (?P<command>\\[a-zA-Z]+\*?)
  | (?P<relation>:=|<-|←|\+=|-=|==|≈|≃|≅|≡|=>|->|→|⇒|⟹|∴|∵|≠|!=|<=|>=|[<>=])
  | (?P<letters>[A-Za-zα-ωΑ-Ωϵ∂∇]+)
  | (?P<stars>\*\*)
  | (?P<sign>[-+*/^−–×·⋅∗∙⊙÷∕]|\\\*)
  | (?P<super>[⁻]?[⁰¹²³⁴-⁹]+)
  | (?P<open>[(\[]) | (?P<close>[)\]]) | (?P<brace>\\?[{{}}])
  | (?P<other>.)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_SUBSCRIPT = re.compile(rf"\s*(?P<mark>[_^])\s*(?P<body>{_BRACED}|\\[a-zA-Z]+|[A-Za-z0-9*+]\w*|[*+′'])")
_PRIME = re.compile(r"\s*(?:['′’]|\^\s*\\prime\b|\^\s*\{\s*(?:\\prime|')\s*\})")
_SUPERS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an answer.

    Kinds: num, name, der (text "of by", or "of by!" for a local one), new, rate, fn, op, open, close, group, end,
    frac, sqrt, rel, cmp, diff, diffsub, pd, sep, word, bad, image, bar.
    """

    kind: str
    text: str
    start: int
    end: int
    value: float = 0.0


class TooLongError(Exception):
    """The answer is over a limit; it goes to a person."""


class Lexer:
    """Reads one source once, from left to right."""

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
        self._backward = bool(re.search(r"_\s*\{?\s*t\s*-\s*1", source))  # w_t is new where w_{t-1} is old
        # Decimal commas throughout: one that is sure, and no decimal point.
        self._commas = bool(re.search(r"\b0,\d|\d,(?:\d{1,2}|\d{4,})(?!\d)", source)) and not re.search(
            r"\d\.\d", source
        )

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

    def _add(self, kind: str, text: str, start: int, end: int, value: float = 0.0) -> None:
        self._tokens.append(Token(kind, text, start, end, value))

    @property
    def _in_text(self) -> bool:
        return bool(self._texts) or not self._math

    def _take(self, match: re.Match[str]) -> int:
        source = self._source
        kind, text, start, end = match.lastgroup or "", match.group(), match.start(), match.end()
        if kind in ("subtext", "suptext"):
            kind = kind[:3]
        match kind:
            case "image":
                self._add("image", text, start, end)
            case "skip" | "tag" | "space" | "leftdot":
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
        label = re.compile(rf"\s*_\s*{_BRACED}").match(self._source, end)
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
            found = re.compile(rf"\s*\{{?\\([a-zA-Z]+)\}}?(?:\[\d\]|#1#2)?\s*({_BRACED})").match(source, end)
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
            found = re.compile(rf"(?:\[[^\]]*\])?\s*{_BRACED}").match(source, end)
            return found.end() if found else end
        elif name in FONTS:
            found = re.compile(r"\s*(?:\{([^{}\\]{1,30})\}|([A-Za-z]))").match(source, end)
            if found:
                inner = (found.group(1) or found.group(2)).strip()
                if inner == "d":
                    self._add("diff", "d", start, found.end())
                    return found.end()
                if inner.isdigit():
                    self._number(inner, start, found.end())
                    return found.end()
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
        elif text in (":=", "<-", "←"):
            self._add("rel", "<-", start, end)
        elif text in ("-=", "+="):
            self._add("rel", text, start, end)
        elif text in ("<", ">"):
            self._add("cmp", text, start, end)
        elif text in ("=>", "->", "→", "⇒", "⟹", "∴", "∵"):
            self._add("sep", "arrow", start, end)
        else:
            self._add("bad", text, start, end)

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
            return end  # alignment
        if text in ",;":
            self._add("sep", "comma", start, end)
        elif text in ".:":
            self._add("sep", "stop" if text == "." else "colon", start, end)
        elif text in "?!":
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
            self._add("bad" if self._math else "sep", "|", start, end)
        elif text == "_":
            self._add(*(("word", "_") if self._in_text else ("bad", "_")), start, end)
        elif name := self._marked(text):
            return self._named(name, start, end)
        elif text == "√":
            self._add("fn", "sqrt", start, end)
        elif text in "'\"`“”‘’…✓✔☑✗✘\u00a0\u200b\ufeff":
            pass
        else:
            self._add("word" if self._in_text else "bad", text, start, end)
        return end

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

    # -- letters -------------------------------------------------------------------------------------------------------

    def _letters(self, start: int, end: int) -> int:
        source, words = self._source, self._words
        run = source[start:end]
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
        # A whole identifier first: w1, w_new, y_hat, learning_rate.
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

    def _touches(self, start: int, end: int) -> bool:
        """Whether an operator stands beside these letters, so that they are no article."""
        before, after = self._source[:start].rstrip(" $")[-1:], self._source[end:].lstrip(" $")[:1]
        return (before != "" and before in "*/+=^(·×") or (after != "" and after in "*/+=^(·×_")

    def _word(self, word: str, start: int, end: int) -> None:
        if word in RELATION_WORDS:
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
            elif mark == "^" and not re.fullmatch(r"\((?:\d|t\+1|t|new|old)\)|\*|\+|new|old|t\+1|t", bare):
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
        name = self._words.names.get(plain(index.group("body"))) if index else None
        if index and name:
            self._add("diffsub", name, start, index.end())
            return index.end()
        self._add("bad", self._source[start:end], start, end)
        return end
