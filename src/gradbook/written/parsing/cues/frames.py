"""Frames: what a line over a block, or under it, says of all that stands in the block.

    Bob:                     $$q = 10$$
    | node | value |         $$r = 8$$
    | q    | 10    |         This is wrong.

A block is a table, a list, displays or lines of equations one under the other, a program with what it prints. The words
beside an equation are looked at elsewhere; a line of words alone frames what it stands over, or right under. A comment
on a line of its own frames the lines of its program up to the next behind them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.blocks.kinds import Block, Kind
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, SIGNS, UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.lists.referring import BETWEEN, FIRST, LAST, OTHERS
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.cues.against.denials.afterwards import LEADING
from gradbook.written.parsing.cues.against.other_tasks import tasks
from gradbook.written.parsing.cues.around.announcements import denies_denial, is_denial
from gradbook.written.parsing.cues.around.avowals import avowals
from gradbook.written.parsing.cues.around.denials import ALONE
from gradbook.written.parsing.cues.around.parts import Part, parts_of
from gradbook.written.parsing.cues.around.surroundings import SHORT, Surroundings
from gradbook.written.parsing.cues.elsewhere.later.counters import counts, of_later_sample
from gradbook.written.parsing.cues.elsewhere.later.rounds import iteration_in
from gradbook.written.parsing.cues.elsewhere.other_points import given, supposed
from gradbook.written.parsing.cues.elsewhere.rates import rates_in
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.phrases.speech.others.other_answers import only_tells_of_mistake
from gradbook.written.parsing.phrases.speech.others.title_words import of_something_else, said_against, supposes
from gradbook.written.parsing.phrases.speech.remarks import JUDGES, THIS
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.tracing.trace import found_by

_SECOND = 2
_COPIED = ALONE - {"given", "expected", "close"}  # as a title of what stands under it
_PLAIN = regex(r"[^\W\d_]{2,}(?: [^\W\d_]+){0,5}")  # a line that is a title without a colon
_FEW = 3  # words that can only be about what stands above them: "Not correct."
_AGAINST = (Role.OTHERS, Role.RETRACTION)
_STOP = regex(r"[^\n]*[.!][ \t]*(?:\n|\Z)")  # what a signature has not
_ONE_OF_THEM = FIRST | LAST | BETWEEN | OTHERS | bare_words("it it's دوم سوم الثاني الثانية الثالث الثالثة")
_ABOUT = (THIS | JUDGES) - {"all", "so", "to", "es", "it", "se"}
_MOVING = frozenset({Role.NEW, Role.AFTER, Role.STEP})
_FRAMING = frozenset({"word", "colon", "heading", "rate"})  # what lines have that say something of blocks


def _is_of_words(tokens: Sequence[Token]) -> bool:
    """Whether tokens are words alone, with what parts them."""
    return all(token.kind in ("word", "sep") or token.text == "is" for token in tokens)


def _is_about_all(sentence: Sequence[Token]) -> bool:
    """Whether a sentence of words alone has no other subject than what stands above it."""
    words = [bare(token.text) for token in sentence if token.kind == "word"]
    introduces = any(token.kind == "sep" and token.text == "colon" for token in sentence)
    about = len(words) <= _FEW or (len(words) <= SHORT and not _ABOUT.isdisjoint(words))
    return _is_of_words(sentence) and not introduces and about


def _is_against(word: Token, words: Sequence[Token]) -> bool:
    """Whether a word speaks against a block by itself; "not" and "maybe" do so only among few words."""
    return is_denial(word) or word.role in _AGAINST or (len(words) <= _FEW and word.role in NO_CLAIM)


def framed(
    statements: Sequence[Statement], around: Surroundings, source: str, blocks: Sequence[Block], lexicon: Lexicon
) -> list[Statement]:
    """Return statements with what lines over their blocks, and under them, say of them.

    Args:
        statements: of the whole answer, in order.
        around: the stream of its tokens.
        source: the answer.
        blocks: of the answer, in order.
        lexicon: the exercise's.
    """
    found = list(statements)
    if not around.asides and around.held.isdisjoint(_FRAMING):
        return found
    parts = parts_of(source, blocks, found, lexicon)
    frames = _Frames(around, parts, lexicon)
    for place, told in around.denials:
        at = around.tokens[place].start
        _doubted(found, [n for n, one in enumerate(found) if one.start < at], told)
    for number, part in enumerate(parts):
        if part.comments and not part.stated:
            within = frames.within(number)
            _doubted(found, within, frames.said_before(number))
            _doubted(found, [] if within else frames.within_above(number), frames.said_behind(number))
            frames.conditioned(found, within, number)
        if not part.is_words:
            continue
        if part.kind is not Kind.HEADING and not _ends_with_colon(source, part):
            _doubted(found, frames.above(number), frames.said_behind(number))
            _doubted(found, frames.right_above(number), frames.said_below(number, found))
            if frames.titles(number):
                _doubted(found, frames.under(number), frames.said_in_title(number))
            continue
        under = frames.under(number)
        _doubted(found, under, frames.said_before(number))
        frames.conditioned(found, under, number)
        frames.counted(found, under, number)
    frames.rated(found)
    for avowal in avowals(parts, source, lexicon.operands.keys() | {*lexicon.inputs}):
        _doubted(found, avowal.numbers, avowal.told)
    return found


def _may_be_somebody(word: Token) -> bool:
    """Whether a word alone over a block may name whose it is; one that known signs are put together of does not."""
    return word.role in UNKNOWN and not (word.role is Role.EVERYDAY and SIGNS.match(word.text))


def _doubted(statements: list[Statement], numbers: Sequence[int], told: str) -> None:
    told = found_by("a line over its block, or under it", framed, told)
    for number in numbers if told else ():
        statements[number] = replace(statements[number], doubt=statements[number].doubt or told)


def _ends_with_colon(source: str, part: Part) -> bool:
    return source[part.start : part.end].rstrip("\n \t*_").endswith((":", "："))


class _Frames:
    """Finds what stands over and under lines of words.

    Args:
        around: the stream of tokens.
        parts: of the answer, in order.
        lexicon: the exercise's.
    """

    def __init__(self, around: Surroundings, parts: Sequence[Part], lexicon: Lexicon) -> None:
        self._around, self._parts, self._lexicon = around, parts, lexicon
        self._starts = [token.start for token in around.tokens]

    def above(self, number: int) -> list[int]:
        """Return the statements of the block right above a line."""
        found: list[int] = []
        for part in reversed(self._parts[:number]):
            if part.is_words:
                if found:
                    break
                continue  # the line before in the same remark
            found += part.stated
        return found

    def under(self, number: int) -> list[int]:
        """Return the statements of the block under a line, or all under a heading up to the next."""
        heading = self._parts[number].kind is Kind.HEADING
        found: list[int] = []
        inside = False
        for part in self._parts[number + 1 :]:
            if part.opens:
                inside = True
                continue
            ends = part.closed if inside else part.is_words
            if part.kind is Kind.HEADING or (ends and not heading):
                break
            found += part.stated
        return found

    def right_above(self, number: int) -> list[int]:
        """Return the statements of the lines above a line, up to a blank one or to one of words."""
        found: list[int] = []
        for at in range(number - 1, -1, -1):
            if not self._parts[at].stated:
                break
            found += self._parts[at].stated
            if self._parts[at].apart:
                break
        return found

    def said_below(self, number: int, statements: Sequence[Statement]) -> str:
        """Return what the line right under a list says against its last equation, and so against all of it."""
        part = self._parts[number]
        if part.apart or not number or not self._parts[number - 1].stated:
            return ""
        begin, end = self._places(part)
        said = self._around.tokens[begin:end]
        words = {part for token in said if token.kind == "word" for part in bare(token.text).split()}
        last = statements[max(self._parts[number - 1].stated)]
        if not _is_of_words(said) or len(words) > SHORT or not words.issuperset(bare(last.doubt).split()):
            return ""
        if not words.isdisjoint(_ONE_OF_THEM):
            return ""
        if not any(map(is_denial, said)) and any(token.role is Role.NEGATION for token in said):
            return ""  # "Not copied from Ben"
        begun = [self._around.source[token.start].isupper() for token in said if token.kind == "word"]
        if all(begun) and len(begun) <= _FEW and len(begun) > 1:
            return ""  # who signs
        asks = any(token.role is Role.CONDITION or token.text in MARKS for token in said)
        return last.doubt if not asks and any(map(self._denies_all, said)) else ""

    def _denies_all(self, word: Token) -> bool:
        """Whether a word denies all above it, or names somebody."""
        source = self._around.source
        if is_given_name(source[word.start : word.end]):
            return _STOP.match(source, word.end) is not None
        return is_denial(word) or word.role is Role.OTHERS

    def titles(self, number: int) -> bool:
        """Whether a line of few words and no mark behind them stands alone right over a block."""
        part = self._parts[number]
        follows = self._parts[number + 1] if number + 1 < len(self._parts) else None
        few = _PLAIN.fullmatch(self._around.source[part.start : part.end].strip()) is not None
        return few and part.apart and follows is not None and bool(follows.stated) and not follows.apart

    def said_in_title(self, number: int) -> str:
        """Return what such a line says that all of the block under it is of, or whose it is."""
        return of_something_else(self._words(self._parts[number]), self._around.source)

    def within(self, number: int) -> list[int]:
        """Return the statements of a program under a comment, and others that follow at once, up to the next."""
        found: list[int] = []
        under = False
        for part in self._parts[number + 1 :]:
            if part.kind is not Kind.CODE or part.apart or (under and part.comments and not part.stated):
                break
            under = under or not part.comments
            found += part.stated
        return found

    def within_above(self, number: int) -> list[int]:
        """Return the statements of a program above a comment."""
        found: list[int] = []
        for part in reversed(self._parts[:number]):
            if part.kind is not Kind.CODE:
                break
            found += part.stated
        return found

    def said_behind(self, number: int) -> str:
        """Return what a line of words says against the block above it."""
        part = self._parts[number]
        if not (part.apart or part.comments) or not number or self._parts[number - 1].is_words:
            return ""
        begin, end = self._places(part)
        for _, inside in self._around.asides:
            if part.start <= inside[0].start < part.end and begin == end:
                words = [token for token in inside if token.kind == "word"]
                return next((w.text for w in words if _is_against(w, words)), "") if _is_about_all(inside) else ""
        while begin < end and self._around.tokens[begin].kind == "sep":
            begin += 1
        start, stop = self._around.sentence_at(begin) if 0 < begin < end else (0, 0)
        sentence = self._around.tokens[start:stop]
        words = [token for token in sentence if token.kind == "word"]
        if start != begin or not _is_about_all(sentence) or denies_denial(words):
            return ""
        if only_tells_of_mistake(written_between(self._around.tokens, start, stop, self._around.source), sentence):
            return ""  # "Common mistakes", over such
        told = self._around.comment(begin - 1, LEADING)
        return told if any(word.text == told and _is_against(word, words) for word in words) else ""

    def said_before(self, number: int) -> str:
        """Return what a line says against all of the block under it."""
        part = self._parts[number]
        begin, end = self._places(part)
        stops = [at for at in range(begin, end - 2) if self._around.tokens[at].text == "stop"]
        tokens = self._around.tokens[stops[-1] if stops else begin : end]
        words = [token for token in tokens if token.kind == "word" and token.text not in MARKS]
        plain = _is_of_words(tokens)
        heading = part.kind is Kind.HEADING or part.comments
        if len(words) > SHORT or (heading and not plain):
            return supposes(words)
        told = said_against(words) or supposes(words)
        if part.comments and not tasks(words) and all(w.role is Role.OTHER for w in words if w.text == told):
            told = ""  # "the other one", not "another exercise"
        named = [word for word in words if word.role is not Role.ARTICLE]
        plain = plain and not any(part.start <= inside[0].start < part.end for _, inside in self._around.asides)
        told = told or of_something_else(words, self._around.source)
        whose = plain and not heading and len(named) == 1 and (_may_be_somebody(named[0]) or named[0].text in _COPIED)
        return told or (named[0].text if whose else "")

    def conditioned(self, statements: list[Statement], under: Sequence[int], number: int) -> None:
        """Put the statements of a block under what the line over it takes the inputs and the rate to be."""
        begin, end = self._places(self._parts[number])
        pairs = [pair for draft in self._around.drafts if begin <= draft.first < end and (pair := self._given(draft))]
        moving = not _MOVING.isdisjoint(word.role for word in self._words(self._parts[number]))
        for at in under if pairs and not moving else ():
            statements[at] = replace(statements[at], conditions=(*statements[at].conditions, *pairs))

    def counted(self, statements: list[Statement], under: Sequence[int], number: int) -> None:
        """Take a block for one of a later iteration, where the line over it says so."""
        part = self._parts[number]
        said = self._around.tokens[slice(*self._places(part))]
        count = iteration_in(said) or counts(said, self._lexicon) or (_SECOND if of_later_sample(said) else 0)
        if count < _SECOND:
            return
        if not any(other.stated for other in self._parts[:number]):
            _doubted(statements, under, "another iteration")
            return
        for at in under:
            later = statements[at].later or (count - 1 if self._tabled(statements[at]) else 0)
            statements[at] = replace(statements[at], later=later)

    def rated(self, statements: list[Statement]) -> None:
        """Put the statements of tables under the rate that was said last before them."""
        if not any(part.kind is Kind.TABLE for part in self._parts):
            return
        rates = [
            (self._around.tokens[place].start, rate) for place, rate in rates_in(self._around.tokens, self._lexicon)
        ]
        for at, one in enumerate(statements) if rates else ():
            rate = next((rate for start, rate in reversed(rates) if start < one.start), None)
            if rate is not None and one.rate is None and self._tabled(one):
                statements[at] = replace(one, rate=rate)

    def _tabled(self, statement: Statement) -> bool:
        return any(part.kind is Kind.TABLE and part.start <= statement.start < part.end for part in self._parts)

    def _given(self, draft: Draft) -> tuple[Symbol, Node] | None:
        return given(draft, self._lexicon) or supposed(self._around.tokens, draft, self._lexicon)

    def _words(self, part: Part) -> list[Token]:
        return self._around.words(*self._places(part))

    def _places(self, part: Part) -> tuple[int, int]:
        return bisect_left(self._starts, part.start), bisect_left(self._starts, part.end)
