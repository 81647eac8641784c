"""Prose: whether letters in a text are a word of it, and no name of the exercise."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.naming.times import FACTOR, Times
from gradbook.written.lexing.words.dictionary import AND, Role
from gradbook.written.lexing.words.everyday import SPEAKS_OF_A, SPEAKS_OF_IT
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.notation import FUNCTIONS, GREEK_NAMES, LOW_LETTERS

LOW = frozenset(f"₀₁₂₃₄₅₆₇₈₉{LOW_LETTERS}")
_BEHIND_LETTERS = frozenset(f"{LOW_LETTERS}(^¹²³⁽")  # that are no words
_CLOSED, _OPENED = regex(r"(?:[$`\d)][ ]|\()$"), regex(r"[ ](?:[$`∂]|\\\()")
_GETS = regex(r"[ $]{0,3}(?::=|←|<-[ ]|['′’][ ]?[=≈])")  # "W := 0.4", "W' = 0.4"
_HEADS = regex(r"[*_]{0,2}:[*_]{0,2}[ \t]*\$?[ \t]*[-−–(]?\d")  # "**Error**: $1.2 - 5 = -3.8$"
_CALL = regex(r"\([^()\n]{1,30}\)[ \t$]*[=≈]")
_POSSESSED = regex(r"['’]s(?!\w)")  # Ben's
_EQUATION = regex(r"[ \t]+[$`]?[∂\\]?[^\W\d][\w.{}^\\/∂]{0,30}`?[ \t]*(?:[=≈←]|<-|:=)")
_EQUATION_OR_CHANGE = regex(rf"{_EQUATION.pattern}|[ ][-−]?\d[\d.,]*[ ]ad?[ ][-−]?\d")
_SAID_OF_IT = (  # what a word does that is said of a quantity, of which a letter is no article
    Role.RELATION, Role.TIMES, Role.PLUS, Role.MINUS, Role.OVER, Role.SLOPE, Role.LINK,
    Role.SAME, Role.BY, Role.AFTER, Role.BEFORE, Role.STAYS, Role.CHANGES,
)  # fmt: skip
WORD_BEHIND = regex(r"[ \t]+([^\W\d]\w*)")
_OF_BEHIND = regex(r"[ ](?:(?:parcial|local|total)[ ])?(?:of|de|da|do|di|del|della)[ ]\S")
_WORD = regex(r"[ \t]+([^\W\d_]{2,})")
_NEXT_WORD = regex(r",?[ \t]+([^\W\d_]{2,})")
_LETTER = regex(r"[ \t]+([^\W\d_])(?=[ \t]+[^\W\d_]{2})")
_MINUS_SIGN = regex(r"\b(?:minus|plus)[ ]+sign$", re.IGNORECASE)
_SAID = regex(r"[ ]*(?:[).,;:!]|$|\n)")  # "a minus sign."
IN_QUOTIENT = regex(r"\s?/\s?[d∂]")
_OPERATORS = "*/+=^(·×-−"
_REMARK = regex(r"(?:^|[^\w)\]])\(\w+[!?.]?\)")  # "-6 (test)", and no call or product
_NAMED_BEHIND = regex(r"[ ]+[$`]?(\\?[A-Za-z][A-Za-z0-9_]{0,11})(?![A-Za-z0-9_]*[ ]*[=(^])")


class Prose(Times):
    """What a lexer knows about words in a text."""

    def _is_behind_number(self, name: str) -> bool:
        """Whether a name that is spelled out, as Greek letters are, stands right behind a number: "2 lambda w"."""
        return bool(self._tokens) and self._tokens[-1].kind == "num" and self._lexicon.name(name) is not None

    def _is_without(self, end: int) -> bool:
        """Whether a word follows "sin": "sin cambios" is Spanish, "sin theta" is no word."""
        behind = WORD_BEHIND.match(self._source, end, self._end)
        word = behind.group(1).lower() if behind else ""
        return len(word) > 2 and word not in GREEK_NAMES and self._lexicon.name(word) is None and word not in FUNCTIONS

    def _is_word(self, spelled: str, start: int, end: int) -> bool:
        """Whether letters in prose are a word, and no names of the exercise."""
        lexicon, lower = self._lexicon, spelled.lower()
        if spelled in self._own_words and self._beside_sign(start, end):
            return self._is_remark(start, end)
        noun = self._is_loss(spelled, end) or (spelled == "sin" and self._is_without(end))
        if noun or (spelled == "s" and self._owns(start, end)):
            return True
        before, behind = self._source[start - 1 : start], self._source[end : end + 1]
        over = spelled[0] == "d" and (before == "/" or IN_QUOTIENT.match(self._source, end))
        times = before == "∂" or (spelled in lexicon.names and before.isdigit())  # ∂y, 2s
        if (over and lexicon.split(spelled[1:])) or (self._source.startswith(".grad", end) and lexicon.like(spelled)):
            return False  # dE/da, l.grad of L
        if len(spelled) == 1 and (times or behind in _BEHIND_LETTERS or behind.isdigit()):  # s(6), e^-z, a¹, O1
            return False
        following = self._source[end : end + 40].lstrip(" $")
        claim = following[:1] in ("=", "≈") or following[:2] in (":=", "\\a")
        if claim and (lower in lexicon.names or len(spelled) == 1 or spelled in lexicon.losses):
            return False
        if lower in GREEK_NAMES and (self._beside_sign(start, end) or self._is_behind_number(lower)):
            return False
        if self._heads(spelled, end):
            return False
        if len(spelled) > 1 and spelled in lexicon.names and self._is_everyday(spelled, start, end):
            return True
        role = DICTIONARY.role(lower, self._languages)
        if (
            role in (Role.PLAIN, Role.NET, Role.ERROR, None)
            and len(spelled) > 1
            and _CALL.match(self._source, end, self._end)
        ):
            return False  # foo(q) = 3
        if len(spelled) == 1 and lower in self._letter_words and self._joins(role, end):
            return True
        if len(spelled) == 1 and lower in AND and role is not None and self._parts(start, end):
            return True
        if len(spelled) == 1 and spelled not in lexicon.names and lower not in self._letter_words:
            return False
        if self._stands_alone(spelled, start):
            return False
        if spelled in lexicon.names or spelled in lexicon.functions:
            return (
                role is not None
                and lower in self._letter_words
                and (self._word_follows(end) or self._joins(role, end) or self._leads(end))
            )
        if spelled in lexicon.losses and self._tokens and self._tokens[-1].kind == "diff":
            return False
        return role is not None or end - start > 4 or _POSSESSED.match(self._source, end, self._end) is not None

    def _is_remark(self, start: int, end: int) -> bool:
        """Whether a word stands alone in brackets, as a name of the answer's own need not: "-6 (test)"."""
        return _REMARK.search(self._source, max(0, start - 2), end + 2) is not None

    def _is_loss(self, spelled: str, end: int) -> bool:
        """Whether letters in prose are the word for the output, by which the graph does not call it."""
        if spelled not in self._lexicon.called_loss or not self._in_text:
            return False
        before = [token.kind for token in self._tokens[-2:]]
        sloped = before[-1:] == ["diff"] or before == ["diff", "open"]
        return not sloped and _CALL.match(self._source, end, self._end) is None

    def _parts(self, start: int, end: int) -> bool:
        """Whether a letter stands alone before mathematics, behind some or a number: "$u = 3$ y $y = 9$"."""
        return _CLOSED.search(self._source[max(0, start - 4) : start]) is not None and (
            _OPENED.match(self._source, end) is not None
        )

    def _owns(self, start: int, end: int) -> bool:
        """Whether an s stands behind an apostrophe, as in "w1's gradient": it is none of the graph's own letters."""
        return self._source[start - 1 : start] in ("'", "’") and self._source[end : end + 1] == " "

    def _is_letter_word(self, letter: str, start: int) -> bool:
        return letter.lower() in self._letter_words and not self._stands_alone(letter, start)

    def _stands_alone(self, letter: str, start: int) -> bool:
        """Whether an s is a name of the answer's own, behind a sign: "= s p", not "that s" and "w's gradient"."""
        last = self._tokens[-1] if self._tokens else None
        signed = last is not None and last.kind in ("rel", "op", "rate")
        return letter == "s" and signed

    def _joins(self, role: Role | None, end: int) -> bool:
        """Whether a letter is the "and" behind an equation: "e = -1 y r = 0.225", "e = -1 y, por último,"."""
        last = self._tokens[-1] if self._tokens else None
        if role is not Role.LINK or last is None or last.kind not in ("num", "sep"):
            return False
        parted = last.text == "comma" and self._tokens[-2:-1] != [] and self._tokens[-2].kind == "num"
        word = _NEXT_WORD.match(self._source, end, self._end) if last.kind == "num" or parted else None
        article = _LETTER.match(self._source, end, self._end) if last.kind == "num" else None
        if article is not None and article.group(1) in self._letter_words:  # "-0,5 e a perda"
            word = _NEXT_WORD.match(self._source, article.end(), self._end)
        known = DICTIONARY.role(word.group(1), self._languages) if word else None
        return known not in (None, Role.RELATION) or _EQUATION.match(self._source, end, self._end) is not None

    def _leads(self, end: int) -> bool:
        """Whether a letter behind a word leads to an equation: Spanish "llegamos a z = 0.7" is of no product."""
        led = bool(self._tokens) and self._tokens[-1].kind == "word"
        return led and _EQUATION.match(self._source, end, self._end) is not None

    def _word_follows(self, end: int) -> bool:
        """Whether a word stands behind a letter, as behind an article; a verb would speak of the quantity."""
        word = _WORD.match(self._source, end, self._end)
        if word is not None and _OF_BEHIND.match(self._source, word.end(), self._end):
            return True  # "a derivada de L", and not "a gradient: -0.31"
        return (
            word is not None
            and word.group(1) not in self._lexicon.names
            and word.group(1) not in (SPEAKS_OF_A if self._source[end - 1] == "a" else SPEAKS_OF_IT)
            and DICTIONARY.role(word.group(1), self._languages) not in _SAID_OF_IT
        )

    def _is_noun(self, whole: str, end: int) -> bool:
        """Whether a function's name is only a noun: "the plus sign passes it on", "and its square f is 9"."""
        behind = WORD_BEHIND.match(self._source, end, self._end)
        if whole == "sign" and _SAID.match(self._source, end, self._end):
            return _MINUS_SIGN.search(self._source, max(0, end - 14), end) is not None
        return behind is not None and (whole == "sign" or (whole == "square" and behind[1] in self._lexicon.names))

    def _is_everyday(self, written: str, start: int, end: int) -> bool:
        """Whether an everyday word is only by chance a name without its sign: "that" for t_hat, "et" for e_t."""
        known = self._lexicon.names[written] != written and DICTIONARY.role(written.lower(), self._languages)
        return bool(known) and not self._beside_sign(start, end)

    def _gives(self, written: str, start: int, end: int) -> bool:
        """Whether a word in prose is only by chance a differential: "da z = 2", "derivada da perda", with a node a."""
        if not self._in_text or written[0] != "d" or not written.isalpha() or self._beside_sign(start, end):
            return False
        role = DICTIONARY.role(written, self._languages)
        last = self._tokens[-1] if self._tokens and self._tokens[-1].kind == "word" else None
        if written == "de" and last is not None and FACTOR.match(self._source, end):
            return True  # "b hérite de -4"
        name = _NAMED_BEHIND.match(self._source, end) if role is not None and last is not None else None
        if name and last is not None and (last.role is Role.SLOPE or self._lexicon.name(name[1])):
            return role is Role.OF  # "la derivada de L", of a graph with a node e
        ahead = _EQUATION if written != "da" else _EQUATION_OR_CHANGE  # "da 5 a 4.94": from, to
        word = _WORD.match(self._source, end, self._end)
        behind = DICTIONARY.role(word[1], self._languages) if word and role is Role.OF else None
        of = behind in (Role.SLOPE, Role.SLOPES) or bool(word and word[1] in self._lexicon.called_loss)
        of = of or self._word_follows(end)
        return role is not None and (of or ahead.match(self._source, end, self._end) is not None)

    def _beside_sign(self, start: int, end: int) -> bool:
        """Whether an operator stands beside these letters, so that they are no word."""
        source = self._source
        before, after = source[max(0, start - 9) : start].rstrip(" $")[-1:], source[end : end + 9].lstrip(" $")[:1]
        tight = source[end : end + 1] in ("(", "⁽") or _GETS.match(source, end) is not None
        return (before != "" and before in _OPERATORS) or (after != "" and after in "*/+=^·×_≈") or tight

    def _is_no_word(self, spelled: str, start: int, end: int) -> bool:
        """Whether letters in prose stand where a name does: beside a sign, with an index, behind a derivative's d."""
        if self._beside_sign(start, end) or self._index_follows(end) or self._heads(spelled, end):
            return True
        led = bool(self._tokens) and self._tokens[-1].kind == "diff"
        heads = len(spelled) > 1 and self._source[end : end + 1] == ":"
        unknown = DICTIONARY.role(spelled.lower(), self._languages) is None
        return (led or heads) and unknown and self._lexicon.like(spelled) is not None

    def _heads(self, spelled: str, end: int) -> bool:
        """Whether a name that is a word stands before its number, with a capital or not: "Error: 0.2"."""
        known = len(spelled) > 2 and spelled.lower() in self._lexicon.names
        return known and _HEADS.match(self._source, end) is not None

    def _index_follows(self, end: int) -> bool:
        return self._index(end) is not None or self._source[end : end + 1] in LOW
