"""What leads to a number: "→ about 0.85" as an arrow alone does, "z = w*x + b, we get 0.8" as a sign of equality."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen, sentence_start


_ALSO = frozenset({"and", "und", "et", "y", "e", "en", "i", "и", "or", "oder", "ou", "o", "with", "where"})
_MOST = 4  # words
_ENDS = frozenset({"comma", "wide"})
_FORMULA_ENDS = frozenset({"name", "close", "end", "fn", "num"})
_SAYING = (Role.LINK, Role.FILLER)


def led_by_words(tokens: list[Token]) -> list[Token]:
    """Return the tokens, words that only link a formula with its number behind a comma as a sign of equality."""
    found = list(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].text != "comma" or tokens[at].kind != "sep" or not _is_formula(tokens, at):
            continue
        begin = place = seen(tokens, at + 1)
        while place < len(tokens) and tokens[place].kind == "word" and tokens[place].role in _SAYING:
            place += 1
        words = tokens[begin:place]
        links = any(word.role is Role.LINK and bare(word.text) not in _ALSO for word in words)
        if links and len(words) <= _MOST and _ends_with_number(tokens, place):
            found[at:place] = [Token("rel", "=", words[0].start, words[-1].end)]
    return found


def _is_formula(tokens: list[Token], end: int) -> bool:
    """Whether an equation ends at a place, with names on its last side."""
    last = last_seen(tokens, end)
    if last < 0 or tokens[last].kind not in _FORMULA_ENDS:
        return False
    said = tokens[sentence_start(tokens, last) : end]
    relation = max((at for at, token in enumerate(said) if token.kind == "rel"), default=-1)
    return relation > 0 and any(token.kind == "name" for token in said[relation:])


def _ends_with_number(tokens: list[Token], at: int) -> bool:
    """Whether a number stands at a place, and nothing else up to the end of its clause."""
    at = seen(tokens, at)
    at = seen(tokens, at + (at < len(tokens) and tokens[at].text == "-"))
    if at >= len(tokens) or tokens[at].kind != "num":
        return False
    behind = seen(tokens, at + 1)
    return behind == len(tokens) or ends_sentence(tokens[behind]) or tokens[behind].text in _ENDS


def led_nearly(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what only says behind an arrow that the number ahead is rounded."""
    return [token for at, token in enumerate(tokens) if not (_rounds(token) and _stands_between(tokens, at))]


def _rounds(token: Token) -> bool:
    return (token.kind, token.text) in (("rel", "~"), ("rel", "=")) or token.role is Role.FILLER


def _stands_between(tokens: list[Token], at: int) -> bool:
    """Whether an arrow stands right before a place, and a number right behind it."""
    before = next((token for token in reversed(tokens[max(0, at - 2) : at]) if not token.edge), None)
    behind = [token for token in tokens[at + 1 : at + 4] if not token.edge and token.text != "-"]
    return before is not None and before.text == "arrow" and behind[:1] != [] and behind[0].kind == "num"
