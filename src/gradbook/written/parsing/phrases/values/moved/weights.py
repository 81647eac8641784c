"""Weights by their noun: "the weight becomes 1.37 and the bias is now -0.77", where only one is called so."""

from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, past_number, relation_before, seen, sentence_start
from gradbook.written.parsing.phrases.values.moved.new_values import IS_NOW, weight_meant

_NOW = IS_NOW | bare_words("désormais teraz")
_BEGINS = frozenset({"stop", "line", "block", "item"})


def becomes(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the weight becomes 1.37" as the new w; "the slope of the weight becomes" and "the weights" are none."""
    name = weight_meant(tokens, at, before, lexicon)
    verb = seen(tokens, at + 1)
    if not name or verb >= len(tokens) or not _is_subject(before):
        return None
    number = seen(tokens, verb + 1)
    now = False
    while number < len(tokens) and (bare(tokens[number].text) in _NOW or tokens[number].role is Role.FILLER):
        now = now or bare(tokens[number].text) in _NOW
        number = seen(tokens, number + 1)
    told = tokens[verb].kind == "rel" and tokens[verb].text == "is" and (now or tokens[verb].role is Role.RESULT)
    if not told:
        return None
    end = past_number(tokens, number) if number < len(tokens) else 0
    behind = tokens[end] if end < len(tokens) else None
    works_out = behind is not None and behind.kind == "op" and behind.text in ("+", "-")  # "5 - 0.06 = 4.94"
    if not end or not (behind is None or behind.kind == "sep" or behind.role is Role.LINK or works_out):
        return None  # "1.1 of its old value"
    if works_out and not _ends_plainly(tokens, end):
        return None
    sign = Token("rel", "is", tokens[verb].start, tokens[verb].end)
    return [Token("new", name, tokens[at].start, tokens[at].end, New(name)), sign], number


def _ends_plainly(tokens: list[Token], at: int) -> bool:
    """Whether nothing is said of what a calculation comes to: no "5 - 0.4 = 4.6 smaller"."""
    word = next(
        (token for token in tokens[at:] if token.kind == "word" or (token.kind == "sep" and not token.edge)), None
    )
    return word is None or word.kind == "sep" or word.role is Role.LINK


def _is_subject(before: list[Token]) -> bool:
    """Whether a sentence, or a clause behind "and", begins with the noun, or with its article.

    What stands before a comma or a colon may say of when, or of whom: "Exercise 2: the weight", "with a batch of 10,".
    """
    place = last_seen(before, len(before))
    if place >= 0 and before[place].role is Role.ARTICLE:
        place = last_seen(before, place)
    begins = place < 0 or before[place].text in _BEGINS or before[place].role is Role.LINK
    return begins or _gives_rate(before, place) or _is_behind_another(before, place)


def _is_behind_another(before: list[Token], at: int) -> bool:
    """Whether a new value stands before a comma: "the weight becomes 0.58, the bias becomes 0.88"."""
    sign = relation_before(before, last_seen(before, at) if before[at].text == "comma" else -1)
    named = last_seen(before, sign) if sign >= 0 else -1
    said = before[sentence_start(before, named) : named] if named >= 0 else []
    return named >= 0 and before[named].kind == "new" and not any(token.role in NO_CLAIM for token in said)


def _gives_rate(before: list[Token], at: int) -> bool:
    """Whether a rate ends at a place: "with a learning rate of 0.1 the weight becomes"."""
    if before[at].text == "comma":
        at = last_seen(before, at)
    lead = last_seen(before, at) if at >= 0 and before[at].kind == "num" else -1
    while lead >= 0 and (before[lead].role is Role.OF or before[lead].kind == "rel"):
        lead = last_seen(before, lead)
    return lead >= 0 and (before[lead].kind == "rate" or before[lead].role is Role.RATE)
