"""By reference: sentences that take back what they point to, without its name: by a label, an order, a place, a colour.

    в пунктах 6-8 я перепутал знак        Z3 bis Z5 ziehe ich zurück        everything below the line is copied

By labels it is clear of which lines they speak. Of what else they speak, only a person can tell: all that stands before
them is in doubt, where nothing is stated behind them that says what counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from gradbook.core.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.referring import ABOVE, FIRST, LABELLED, LAST, OTHERS, PLACES, SAME
from gradbook.written.lexing.words.lists.withdrawing import UNDOES, WHOLE_PARTS, WITHDRAWS
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied, line_label
from gradbook.written.parsing.cues.around.announcements import is_negated_twice, takes_back
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Statement, is_quantity
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.others.other_answers import tells_of_mistake
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import BEHIND, CHARGES, charge, explains

_LABEL = r"[(\[]?(?P<label>\d{1,2}|(?<![^\W\d_])[a-z](?![^\W\d_]))[)\]]?"
_FIRST = regex(
    r"(?:(?<![^\W_])(?P<noun>[^\W\d_]{1,12})[.]?[ ]?(?:№|[nN][°º.]|\#)?[ ]?(?=[(\[]?\d|[(\[]?[a-h][)\]]|[a-h]\b)"
    rf"|(?<!\w)(?=[(\[](?:[a-h]|\d{{1,2}})[)\]])|(?<![\w(])(?=[a-h]\))){_LABEL}"
)
_MORE = regex(
    r"(?P<joined>[ ]?[-–—~～至到から][ ]?|[ ]?[,、&/+][ ]?(?:(?:and|und|et|e|y|i|и)[ ])?|[ ][^\W\d_]{1,7}[ ])"
    rf"(?:[^\W\d_]{{1,12}}[.]?[ ]?)??{_LABEL}"
)
_LINE = regex("^" + line_label(r"(?P<label>\d{1,2}|[a-z])"), re.MULTILINE)
_MATHEMATICS = regex(r"\$[^$\n]*\$|`[^`\n]*`")
_TO = frozenset({"to", "through", "bis", "a", "à", "au", "al", "до", "do", "tot", "až", "til", "ile", "hingga", "đến"})
_AND = frozenset({
    "and", "und", "et", "y", "e", "i", "и", "en", "a", "och", "ve", "dan", "và", "or", "oder", "ou", "o",
})  # fmt: skip
_RANGES = frozenset("-–—~～至到") | {"から"}
_PRECISELY, _SURELY = 0.5, 2.5  # what charges weighs more, where it is clear of what it speaks, and where not
_PARTS = PLACES | WHOLE_PARTS
_NUMBERED = "第"  # begins what is taken for the label of an item, where a sentence begins with it
_MANY = 20  # lines to which nobody counts
_STEM = 3  # letters by which two forms of a noun are the same: "Box", "boxes"


def denied_by_reference(
    around: Surroundings, lexicon: Lexicon, statements: Sequence[Statement], source: str
) -> Iterator[Denied]:
    """Yield what the sentences of a stream take back that state nothing.

    Args:
        around: the stream.
        lexicon: the names.
        statements: what the answer states, in which such a sentence cannot stand.
        source: the answer.
    """
    spans = [(one.start, one.end) for one in statements]
    labelled = [*_LINE.finditer(source)]
    end, before = -1, ""
    while end + 1 < len(around.tokens):
        start, end = around.sentence_at(end + 1)
        tokens = around.tokens[start:end]
        words = [bare(token.text) for token in tokens if token.kind == "word"]
        if not words:
            continue
        first, last = tokens[0].start, tokens[-1].end
        if all(stop > first for _, stop in spans) or any(at < last and stop > first for at, stop in spans):
            continue
        begins = start - (start > 0 and source.startswith(_NUMBERED, around.tokens[start - 1].start))
        text = written_between(around.tokens, begins, end, source)
        if tells_of_mistake(text):  # "in step 3 many forget the sign"
            continue
        if labels := _labels(text, [one for one in labelled if one.start() < first]):
            told = _told(tokens, text, _PRECISELY) or (before if words[0] in SAME else "")
            found = [Denied(first, (), told, label=f"(?:{'|'.join(labels)})")]
        elif _names_any(around, start, end, lexicon):
            continue
        elif lines := _by_order(tokens):
            told = _told(tokens, text, _PRECISELY)
            found = [Denied(first, (), told, lines=count) for count in lines]
        else:
            several = any(word in OTHERS and _count(tokens, at + 1) > 1 for at, word in _words(tokens))
            points = several or (not _PARTS.isdisjoint(words) and not any(token.kind == "num" for token in tokens))
            points = points and all(stop <= first for _, stop in spans)
            told = _told(tokens, text, CHARGES if several else _SURELY) if points else ""
            found = [Denied(first, (), told, rest=True)]
        yield from found if told else ()
        before = told


def _names_any(around: Surroundings, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence names a quantity, of which it speaks then."""
    drafts = {around.owner[place] for place in range(start, end) if place in around.owner}
    nodes = (quantity(side, lexicon) for number in sorted(drafts) for side in around.drafts[number].sides if side)
    return any(node is not None and is_quantity(node) for node in nodes)


def _told(tokens: Sequence[Token], text: str, least: float) -> str:
    """Return the word by which a sentence takes something back; "" where it does not."""
    if is_negated_twice(tokens):
        return ""
    precisely = least == _PRECISELY
    undoing = WITHDRAWS | UNDOES if precisely else WITHDRAWS
    if told := next((word for _, word in _words(tokens) if word in undoing or _holds_any(word, undoing)), ""):
        return told
    if explains(text):
        return ""
    charged = charge(text, BEHIND, least)
    against = next((token.text for token in tokens if takes_back(token) or token.role is Role.OTHERS), "")
    if precisely:
        return charged or against
    return charged if against or least < _SURELY else ""


def _holds_any(run: str, words: frozenset[str]) -> bool:
    """Whether a run of signs, in which no blanks part words, holds one of some words."""
    return SIGNS.match(run) is not None and any(word in run for word in words if SIGNS.match(word))


def _by_order(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Return how many of the last lines, or (below 0) of the first, a sentence points to: 2 for "the last two"."""
    found: list[int] = []
    counts = [_count(tokens, at) for at in range(len(tokens))]
    for at, word in _words(tokens):
        near = {bare(token.text) for token in tokens[at + 1 : at + 3]}
        beside = next((count for count in (*counts[at + 1 : at + 2], *counts[max(0, at - 1) : at]) if count), 0)
        if (word in LAST or word in FIRST) and (beside or not near.isdisjoint(_PARTS | LABELLED)):
            found.append((beside or 1) * (1 if word in LAST else -1))
        elif word in ABOVE and any(counts[:at]):
            found.append([count for count in counts[:at] if count][-1])
    return tuple(found)


def _words(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Return the words among tokens with their places, without case and accents."""
    return [(at, bare(token.text)) for at, token in enumerate(tokens) if token.kind == "word"]


def _count(tokens: Sequence[Token], at: int) -> int:
    """Return the whole number that a token says; 0 for none."""
    if at >= len(tokens) or tokens[at].kind not in ("word", "num"):
        return 0
    value = DICTIONARY.value(tokens[at].text) if tokens[at].kind == "word" else getattr(tokens[at].node, "value", None)
    return int(value) if value and value == int(value) and 0 < value < _MANY else 0


def _labels(text: str, lines: Sequence[re.Match[str]]) -> list[str]:
    """Return the labels to which a sentence points: "6", "7" and "8" for "пунктах 6-8".

    Args:
        text: of the sentence.
        lines: how those lines before it begin that have labels.
    """
    found: dict[str, None] = {}
    nouns = Counter(bare(line["noun"] or "")[:_STEM] for line in lines)
    text = _MATHEMATICS.sub(" ", text) if lines else ""
    place = 0
    while first := _FIRST.search(text, place):
        place = first.end()
        noun = bare(first["noun"] or "")
        if noun and noun not in LABELLED and nouns[noun[:_STEM]] <= 1:
            continue
        if text.count("(", 0, first.start()) > text.count(")", 0, first.start()):
            continue  # the last of several in brackets: "(a, b, c)"
        label = first["label"]
        found[label] = None
        while more := _MORE.match(text, place):
            joined = more["joined"].strip().lower()
            if joined.isalpha() and joined not in _TO | _AND | _RANGES:
                break
            if joined in _RANGES | _TO:
                found |= dict.fromkeys(_between(label, more["label"]))
            label = more["label"]
            found[label] = None
            place = more.end()
    known = {line["label"] for line in lines}
    return [label for label in found if label in known]


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the labels from one to another."""
    if first.isdecimal() and last.isdecimal():
        yield from map(str, range(int(first), int(last) + 1))
    elif first.isalpha() and last.isalpha():
        yield from map(chr, range(ord(first), ord(last) + 1))
