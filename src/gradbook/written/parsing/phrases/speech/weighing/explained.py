"""Remarks that only explain: what their words seem to say against an equation, they do not.

No surprises here.        q = 10, which is far from the target        q = 10 because b lost        q = 10 (no half here)
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import PARTS, SAMES
from gradbook.written.lexing.words.dictionary import AGAINST_IT, UNKNOWN, Role, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.lexing.words.lists.withdrawing import CORRECTIONS
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.edges import parts, past_spelled, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.apologies import STOPS
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import COMMA_THAT
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import explains

_END = frozenset({"stop", "line", "block", "item", "heading", "mark", "struck"})
_CLAUSE = _END | {"comma", "colon", "wide"}
_FEW = 3  # words
_LABEL = 9  # tokens of one: "Correction to the line above:"
_MANY = 4  # words of a remark that may be weighed beside an equation in its own sentence
_SPOKEN = frozenset({"word", "sep", "bad"})  # kinds of what a remark is made of
_RELATES = frozenset({"rel", "arrow"})
_STATES = _RELATES | {"num"}
_TELLS = SAMES | PARTS.keys()  # words that state a number
_QUANTITIES = frozenset({"name", "der", "diff", "frac", "pd", "new"})
_CROSSES = frozenset("✗✘❌✖☒")  # no words, and so nothing to weigh
_SUPPOSING = frozenset({Role.CONDITION, Role.SUPPOSITION, Role.OTHERWISE, Role.EXAMPLE})  # what equations beside say
AGAINST = AGAINST_IT | {Role.ASPECT, Role.ERROR, *UNKNOWN}  # what may speak against an equation


def explained(tokens: list[Token], source: str) -> list[Token]:
    """Return the tokens, those that may speak against an equation as plain words where their remark explains.

    Args:
        tokens: of the answer.
        source: the answer, in which they have their places.
    """
    found = list(tokens)
    tokens = _with_spelled(tokens)
    for start, end in (*_sentences(tokens), *_in_brackets(tokens), *_clauses(tokens), *_tails(tokens)):
        if not _is_label(tokens, start, end) and explains(written_between(tokens, start, end, source)):
            titled = any(token.text == "heading" for token in tokens[max(start - 2, 0) : start])
            kept = {Role.EXAMPLE} if titled else set()  # "## 8. Second example" tells whose inputs stand below
            begin = _behind_label(tokens, start, end)
            found[begin:end] = (
                token if token.role in kept or _stops(token) else _plain(token) for token in found[begin:end]
            )
    return found


def _with_spelled(tokens: list[Token]) -> list[Token]:
    """Return the tokens, numbers in words that are said of a quantity as such: "dy/da is zero by default"."""
    if all(token.role is not Role.NUMBER for token in tokens):
        return tokens
    found = list(tokens)
    for at, token in enumerate(tokens):
        if not past_spelled(tokens, at):
            continue
        said = tokens[sentence_start(tokens, at) : at]
        lead = next((one for one in reversed(said) if not (one.edge or one.role is Role.FILLER)), token)
        leads = lead.kind == "rel" or lead.text == "colon" or bare(lead.text) in EACH
        named = any(one.kind in _QUANTITIES for one in said) and all(one.role is not Role.CONDITION for one in said)
        if leads and named:
            found[at] = replace(token, kind="num")
    return found


def _behind_label(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the place behind the label of a correction, which stays one whatever is explained under it."""
    label = [*takewhile(lambda token: token.text != "colon", tokens[start : start + _LABEL])]
    colon = start + len(label)
    corrects = any(bare(token.text) in CORRECTIONS for token in label[:_FEW])
    return min(colon, end) if corrects and colon < len(tokens) and tokens[colon].text == "colon" else start


def _stops(token: Token) -> bool:
    return token.role is Role.RETRACTION and bare(token.text) in STOPS


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end that state no equation, but may speak against one."""
    return (span for span in parts(tokens, _END) if _may_speak(tokens[slice(*span)], _STATES))


def _in_brackets(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Yield where what stands in brackets begins and ends, that states no equation, or says many words of one."""
    closes = matches(tokens) if any(token.kind == "open" for token in tokens) else {}
    for at, close in closes.items():
        inside = tokens[at + 1 : close]
        states = frozenset() if _count(inside) >= _MANY else _RELATES
        if tokens[at].text == "(" and _may_speak(inside, states):
            yield at + 1, close


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where clauses beside an equation begin and end, and reasons behind one: "q = 10 because b lost"."""
    for start, end in parts(tokens, _CLAUSE):
        clause = tokens[start:end]
        related = max((at for at, token in enumerate(clause) if _relates(token, _RELATES)), default=-1)
        reason = next((at for at in range(related + 1, len(clause)) if clause[at].role is Role.REASON), len(clause))
        begin = start if related < 0 else start + reason
        supposes = any(token.role in _SUPPOSING for token in tokens[begin:end])
        that = end + 1 < len(tokens) and tokens[end + 1].text in COMMA_THAT  # "es ist nicht nötig, dass q = 10"
        if not (supposes or that) and _may_speak(tokens[begin:end], _STATES):
            yield begin, end


def _tails(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where many words begin and end with which a sentence goes on behind its last equation."""
    for start, end in parts(tokens, _END):
        begin = next((at + 1 for at in range(end - 1, start - 1, -1) if tokens[at].kind not in _SPOKEN), start)
        states = any(_relates(token, _STATES) for token in tokens[start:begin])
        if states and _count(tokens[begin:end]) >= _MANY and _may_speak(tokens[begin:end], _STATES):
            yield begin, end


def _count(tokens: Sequence[Token]) -> int:
    return sum(token.kind == "word" for token in tokens)


def _may_speak(tokens: Sequence[Token], states: frozenset[str]) -> bool:
    """Whether a word among tokens may speak against an equation, and no sign says that they are one."""
    speaks = any(token.kind == "word" and token.role in AGAINST for token in tokens)
    crossed = any(token.text in _CROSSES for token in tokens)
    return speaks and not crossed and not any(_relates(token, states) for token in tokens) and not _likens(tokens)


def _likens(tokens: Sequence[Token]) -> bool:
    """Whether a quantity is said to be the same as another, or a part: "my friend says c gets the same"."""
    alike = any(token.kind == "word" and bare(token.text) in _TELLS for token in tokens)
    return alike and any(token.kind in ("name", "der", "diff") for token in tokens)


def _is_label(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether few words before a colon may say whose or what something is: "Peter's result:", "The error is:"."""
    led = end < len(tokens) and tokens[end].text == "colon"
    words = [token for token in tokens[start:end] if token.kind == "word" and token.text.isalpha()]
    return led and len(words) <= _FEW and any(word.role in (None, Role.STRANGE, Role.ERROR) for word in words)


def _relates(token: Token, kinds: frozenset[str]) -> bool:
    return token.kind in kinds and token.text != "is"


def _plain(token: Token) -> Token:
    return replace(token, role=Role.PLAIN) if token.kind == "word" and token.role in AGAINST else token
