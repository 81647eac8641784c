"""Inputs that a step leaves as they are: "w stays at 5", "w and b do not change", "w = 5 and b = 2 are unchanged"."""

from dataclasses import replace
from itertools import takewhile

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New, Old
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import (
    ends_sentence,
    last_seen,
    past_number,
    relation_before,
    seen,
    sentence_start,
)
from gradbook.written.parsing.phrases.values.moved.new_values import step_behind

_OPENS = frozenset({Role.LINK, Role.FILLER, Role.ARTICLE, Role.AFTER, Role.STEP, Role.REASON, Role.RESULT, Role.NEW})
_CHATS = frozenset({"lol", "haha", "here", "though", "obviously", "either", "then"})
_LEADING = frozenset({Role.FOR, Role.PLAIN, Role.ARTICLE, Role.SAME})
_OTHER_TIMES = bare_words(
    "forward forwards vorwärtslauf vorwärtsschritt adelante frente voorwaartse прямом прямой framåtpasset framåt far "
    "ainda todavía aún encore пока yet bisher bislang"
)
_WHILE = bare_words(  # what leads to another time: "before the update", but not "as before"
    "during while until before während bis bevor vor pendant jusque avant durante mientras hasta antes mentre finché "
    "prima tijdens totdat voordat podczas przed до medan innan"
)
_REST = 10  # tokens that say when
_REMARK = 16  # tokens in a bracket


def unmoved(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w stays at 5" as the new w, and "w stays" and "w and b do not change" as the old value that is the new."""
    if tokens[at].role is not Role.STAYS or not before or _at_another_time(tokens, at + 1):
        return None
    if _with_numbers(tokens, at, before, lexicon):
        return [], at + 1
    titled = len(before) > 1 and before[-1].text in ("colon", "arrow")  # "w: stays 5", "w → stays 5"
    if not titled and (name := letter(before, lexicon)):
        before[-1] = replace(before[-1], kind="name", node=Symbol(name), role=None)
    if before[-1 - titled].name not in lexicon.inputs:
        return None
    place = past_preposition(tokens, at + 1, 3)
    bracketed = place < len(tokens) and tokens[place].text == "("
    end = past_number(tokens, place + bracketed)
    if bracketed and end and [token.text for token in tokens[end : end + 1]] != [")"]:
        return None if titled else _by_their_numbers(tokens, place + 1, before, lexicon)
    if not end and place < len(tokens) and not _leaves_it(tokens, place, before[-1 - titled].name, titled=titled):
        return None
    if titled and before[:-2] and before[-3].kind != "sep":
        return None  # "Not w: unchanged"
    if titled:
        before.pop()
    if end:  # "w unchanged (5)"
        old = before.pop()
        sign = Token("rel", "is", tokens[at].start, tokens[at].end)
        number = tokens[place + bracketed : end]
        return [Token("new", old.name, old.start, old.end, New(old.name)), sign, *number], end + bracketed
    first = _first_of(before, lexicon)
    if first < 0:
        return None
    found: list[Token] = []
    for token in before[first:]:
        if not token.name:
            found.append(Token("sep", "comma", token.start, token.end))
            continue
        new = Token("new", token.name, token.start, token.end, New(token.name), Role.STAYS)
        unmoved_one = Token("old", token.text, tokens[at].start, tokens[at].end, Old(token.name))
        found += [new, Token("rel", "is", token.end, token.end), unmoved_one]
    del before[first:]
    return found, at + 1


def _at_another_time(tokens: list[Token], at: int) -> bool:
    """Whether a sentence goes on with a time that is not the step's: "w stays 5 in the forward pass", "so far"."""
    rest = [
        *takewhile(lambda token: not ends_sentence(token) and token.role is not Role.REASON, tokens[at : at + _REST])
    ]
    words = [bare(token.text) for token in rest if token.kind == "word"]
    leads = not _WHILE.isdisjoint(words[:-1]) or any(token.role is Role.CONDITION for token in rest)
    return leads or not _OTHER_TIMES.isdisjoint(words)


def _first_of(before: list[Token], lexicon: Lexicon) -> int:
    """Return the place of the first of the inputs that are listed at the end; -1 where a phrase is of them."""
    first = len(before) - 1
    while first > 1 and before[first - 2].name in lexicon.inputs and _joins(before[first - 1]):
        first -= 2
    led = first > 0 and before[first - 1].role in (Role.OF, Role.BY, Role.FOR)  # the sign of w stays
    return -1 if led else first


def _by_their_numbers(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "w and x do not change (-1.5 and 2)", where each input has a number."""
    first = _first_of(before, lexicon)
    led = before[sentence_start(before, first) : first] if first >= 0 else []
    if first < 0 or any(token.kind == "word" and token.role not in _OPENS for token in led):
        return None
    names = [token for token in before[first:] if token.name]
    found: list[Token] = []
    place = at
    for number, name in enumerate(names):
        end = past_number(tokens, place)
        if not end or end >= len(tokens):
            return None
        if not (tokens[end].text == ")" if number == len(names) - 1 else _joins(tokens[end])):
            return None
        found += [Token("sep", "comma", name.start, name.start)] if found else []
        new = Token("new", name.name, name.start, name.end, New(name.name))
        found += [new, Token("rel", "is", name.end, name.end), *tokens[place:end]]
        place = end + 1
    behind = seen(tokens, place)
    behind = seen(tokens, behind + 1) if behind < len(tokens) and tokens[behind].text == "comma" else behind
    if behind < len(tokens) and tokens[behind].kind == "word" and tokens[behind].role is not Role.REASON:
        return None  # "(2 and 1) in the forward pass", "(2 and 1), I thought"
    del before[first:]
    return found, place


def past_preposition(tokens: list[Token], at: int, most: int) -> int:
    """Return the place behind so many words at most that lead to where a quantity stays: "at", "unchanged at"."""
    place = at
    while place < min(at + most, len(tokens)) and (tokens[place].role in _LEADING or tokens[place].edge):
        place += 1
    return place


def _leaves_it(tokens: list[Token], place: int, name: str, *, titled: bool) -> bool:
    """Whether what follows on "w stays" says nothing else of it: "(no gradient)", "(w = 5)", not "(before it)"."""
    if tokens[place].text != "(":
        doubted = tokens[place].role in AGAINST_IT or tokens[place].text == "?"
        return tokens[place].kind in ("sep", "word") and not (titled and doubted)
    inside = [*takewhile(lambda token: token.kind != "close", tokens[place + 1 : place + 1 + _REMARK])]
    if len(inside) == _REMARK:
        return False
    if inside[:1] and inside[0].name == name and [t.text for t in inside[1:2]] == ["="]:
        return past_number(inside, 2) == len(inside)
    denied = [token for token in inside if token.role in AGAINST_IT or token.role in (Role.BEFORE, Role.OLD)]
    about = any(token.role in (Role.SLOPE, Role.SLOPES) for token in inside)
    return bool(inside) and inside[0].kind == "word" and (not denied or (about and denied == inside[:1]))


def letter(tokens: list[Token], lexicon: Lexicon) -> str:
    """Return the input that a letter at the end is, where it is a word too: "w = 5, y no cambia", "et y"."""
    last, behind = tokens[-1], tokens[-2] if len(tokens) > 1 else None
    if last.kind != "word" or len(last.text) > 1 or lexicon.name(last.text) not in lexicon.inputs:
        return ""
    begins = behind is None or behind.kind == "sep" or behind.role is Role.LINK
    return lexicon.name(last.text) or "" if begins else ""


def _joins(token: Token) -> bool:
    return token.role is Role.LINK or (token.kind == "sep" and token.text == "comma")


def _with_numbers(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> bool:
    """Take "w = 5 and b = 2 do not change", and "w = 5 (unchanged)", for new values; return whether they stand there.

    Any other sign between them, or a number behind them, says more.
    """
    bracketed = before[-1].text == "("
    closed = at + 1 < len(tokens) and tokens[at + 1].kind == "close"
    place = at + 1
    if step := step_behind(tokens, place) if place < len(tokens) and tokens[place].role is Role.AFTER else 0:
        word = tokens[step + 1] if step + 1 < len(tokens) and tokens[step + 1].kind == "word" else None
        place = step + 1 + (word is not None and bare(word.text) in _CHATS)  # "after the update lol"
    ends = place >= len(tokens) or tokens[place].kind == "sep" or tokens[place].role is Role.REASON
    if not (ends or (bracketed and closed)) or bracketed != closed:
        return False
    place, heads = last_seen(before, len(before) - bracketed), list[int]()
    while (head := _equation_ending(before, place, lexicon)) >= 0:
        heads.append(head)
        joined = last_seen(before, head)
        if bracketed or joined < 0 or not _joins(before[joined]):
            break
        place = last_seen(before, joined)
    lead = last_seen(before, heads[-1]) if heads else -1
    if not heads or (lead >= 0 and not (before[lead].kind == "sep" or _joins(before[lead]))):
        return False
    led = before[sentence_start(before, heads[-1]) : heads[-1]]
    if any(token.kind == "word" and token.role not in _OPENS for token in led):
        return False  # "in the forward pass, w = 5 and b = 2 do not change"
    for head in heads:
        name = before[head]
        before[head] = replace(name, kind="new", node=New(name.name), role=Role.STAYS)
    return True


def _equation_ending(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place of the input whose number ends at a place, "w = -5"; -1 for none."""
    sign = relation_before(tokens, at)
    head = last_seen(tokens, sign) if sign >= 0 and tokens[sign].text in ("=", "is") else -1
    return head if head >= 0 and tokens[head].kind == "name" and tokens[head].name in lexicon.inputs else -1
