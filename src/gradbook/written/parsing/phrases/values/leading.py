"""What leads to a number: "→ about 0.85" as an arrow alone does, "z = w*x + b, we get 0.8" as a sign of equality."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen, sentence_start
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES

_ALSO = frozenset({"and", "und", "et", "y", "e", "en", "i", "и", "or", "oder", "ou", "o", "with", "where"})
_LONGEST = 60  # tokens of an equation
_MOST = 5  # words
_ENDS = frozenset({"comma", "wide"})
_FORMULA_ENDS = frozenset({"name", "close", "end", "fn", "num"})
_PARTS = frozenset({"comma", "stop", "line"})
_SAYING = (Role.LINK, Role.FILLER, Role.ARTICLE, Role.SAME)


def led_by_words(tokens: list[Token]) -> list[Token]:
    """Return the tokens, what only links a formula with its number as a sign of equality: "..., so 0.8", "(= 0.8)"."""
    found = list(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        if not _may_link(tokens[at]):
            continue
        begin = seen(tokens, at + 1)
        if begin < len(tokens) and tokens[at].text == "comma" and tokens[begin].role is Role.SAME:
            continue  # ", i.e. 0.8" is of a clause that goes on
        place = _past_link(tokens, begin)
        end = _past_number(tokens, place) if place > begin and place - begin <= _MOST else 0
        if not end or not _ends(tokens, end, closes=tokens[at].kind == "open") or not _is_formula(tokens, at):
            continue
        equals = Token("rel", "=", tokens[at].start, tokens[place - 1].end)
        found[at : end + (tokens[at].kind == "open")] = [equals, *tokens[place:end]]
    return found


def _may_link(token: Token) -> bool:
    """Whether what links may stand behind a token: a comma, the end of a sentence, or a bracket."""
    return (token.kind == "sep" and token.text in _PARTS) or (token.kind == "open" and token.text == "(")


def _past_link(tokens: list[Token], at: int) -> int:
    """Return the place behind words that only link, a verb or a colon among them; the place itself where none do."""
    place, links = at, False
    while place < len(tokens) and (
        (tokens[place].kind == "word" and tokens[place].role in _SAYING)
        or (tokens[place].kind, tokens[place].text) in (("rel", "is"), ("rel", "="), ("sep", "colon"))
    ):
        if tokens[place].text in RECEIVES:
            return at  # "w is multiplied by x, so it gets 0.8" is of w
        word = tokens[place].role is not Role.ARTICLE and tokens[place].text != "colon"
        links = links or (word and bare(tokens[place].text) not in _ALSO)
        place += 1
    return place if links else at


def _is_formula(tokens: list[Token], end: int) -> bool:
    """Whether an equation ends at a place, with names on its last side."""
    last = last_seen(tokens, end)
    if last < 0 or tokens[last].kind not in _FORMULA_ENDS:
        return False
    said = tokens[max(sentence_start(tokens, last), end - _LONGEST) : end]
    relation = max((at for at, token in enumerate(said) if token.kind == "rel"), default=-1)
    begin = next((at for at in range(relation, 0, -1) if said[at - 1].kind == "sep"), 0)
    reason = any(token.role is Role.REASON for token in said[begin : max(relation, 0)])  # "as s = 1 + v, so 0.65"
    return relation > 0 and not reason and any(token.kind == "name" for token in said[relation:])


def _past_number(tokens: list[Token], at: int) -> int:
    """Return the place behind a number with its sign; 0 where none stands at a place."""
    at = seen(tokens, at)
    at = seen(tokens, at + (at < len(tokens) and tokens[at].text == "-"))
    return at + 1 if at < len(tokens) and tokens[at].kind == "num" else 0


def _ends(tokens: list[Token], at: int, *, closes: bool) -> bool:
    """Whether a clause ends at a place, or the bracket in which it stands."""
    at = seen(tokens, at)
    if closes:
        return at < len(tokens) and tokens[at].kind == "close"
    return at == len(tokens) or ends_sentence(tokens[at]) or tokens[at].text in _ENDS


def led_nearly(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what only says behind an arrow or a colon that the number ahead is rounded."""
    return [token for at, token in enumerate(tokens) if not (_rounds(token) and _stands_between(tokens, at))]


def _rounds(token: Token) -> bool:
    return (token.kind, token.text) in (("rel", "~"), ("rel", "=")) or token.role is Role.FILLER


def _stands_between(tokens: list[Token], at: int) -> bool:
    """Whether an arrow or a colon stands right before a place, and a number right behind it."""
    before = next((token for token in reversed(tokens[max(0, at - 2) : at]) if not token.edge), None)
    behind = [token for token in tokens[at + 1 : at + 4] if not token.edge and token.text != "-"]
    leads = before is not None and before.kind == "sep" and before.text in ("arrow", "colon")
    return leads and behind[:1] != [] and behind[0].kind == "num"
