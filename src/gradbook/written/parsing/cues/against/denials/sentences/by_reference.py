"""By reference: sentences that take back what they point to, without its name: by a label, an order, a place, a colour.

    в пунктах 6-8 я перепутал знак        Z3 bis Z5 ziehe ich zurück        everything below the line is copied

By labels it is clear of which lines they speak. Of what else they speak, only a person can tell: all that stands before
them is in doubt, where nothing is stated behind them that says what counts.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.referring import LABELLED, OTHERS, PLACES, SAME
from gradbook.written.lexing.words.lists.withdrawing import UNDOES, WHOLE_PARTS, WITHDRAWS
from gradbook.written.parsing.cues.against.denials.sentences.by_order import (
    MANY,
    count_of,
    lines_by_order,
    points_to_line_above,
    words_among,
)
from gradbook.written.parsing.cues.against.denials.sentences.denied import Denied, line_label
from gradbook.written.parsing.cues.against.denials.sentences.former import former_numbers
from gradbook.written.parsing.cues.around.announcements import is_negated_twice, takes_back
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Statement, is_quantity
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.others.other_answers import only_tells_of_mistake
from gradbook.written.parsing.phrases.speech.remarks import is_negation
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import BEHIND, CHARGES, charge, explains

_LABEL = r"[(\[]?(?P<label>\d{1,2}|(?<![^\W\d_])[a-zA-Z](?![^\W_]))[)\]]?"
_FIRST = regex(
    r"(?:(?<![^\W_])(?P<noun>[^\W\d_]{1,12})[.]?[ ]?(?:№|[nN][°º.]|\#)?[ ]?(?=[(\[]?\d|[(\[]?[a-hA-K][)\]]|[a-hA-K]\b)"
    r"|(?<!\w)(?=[(\[](?:[a-h]|\d{1,2})[)\]])|(?<![\w(])(?=[a-h]\))"
    r"|(?:\A|:[ ])(?=\d{1,2}(?:,|[ ](?:and|und|et|y|e|i|и)\b)))"
    rf"{_LABEL}"
)
_MORE = regex(
    r"(?P<joined>(?:번|番)?(?:부터|에서|から|到第?|至第?)[ ]?|[ ]?[-–—~～][ ]?"
    r"|[ ]?[,、&/+][ ]?(?:(?:and|und|et|e|y|i|и)[ ])?|[ ][^\W\d_]{1,7}[ ])"
    rf"(?:[^\W\d_]{{1,12}}[.]?[ ]?)??{_LABEL}"
)
_LINE = regex("^" + line_label(r"(?P<label>\d{1,2}|[a-zA-Z])"), re.MULTILINE)
_TAG = regex(r"(?P<noun>)(?:\\tag\*?\s*\{\s*|\((?=\d{1,2}\)[ \t$]*$))(?P<label>\d{1,2}|[a-zA-Z])\s*[)}]", re.MULTILINE)
_MATHEMATICS = regex(r"\$[^$\n]*\$|`[^`\n]*`")
_TO = frozenset({"to", "through", "bis", "a", "à", "au", "al", "до", "do", "tot", "až", "til", "ile", "hingga", "đến"})
_FROM = bare_words("ab partir desde vanaf od начиная từ sejak")
_ON = regex(r"[ ](?:onwards?|on|down(?:wards)?)\b")
_AND = frozenset({
    "and", "und", "et", "y", "e", "i", "и", "en", "a", "och", "ve", "dan", "và", "or", "oder", "ou", "o",
})  # fmt: skip
_RANGES = frozenset("-–—~～")
_RANGE_SIGNS = regex("부터|에서|から|到|至")
_PRECISELY, _SURELY = 0.5, 1.5  # what charges weighs more, where it is clear of what it speaks, and where not
_PARTS = PLACES | WHOLE_PARTS
_NUMBERED = "第"  # begins what is taken for the label of an item, where a sentence begins with it
_PLEASE = bare_words(
    "please pls bitte svp plait por favor per favore prego proszę пожалуйста lütfen tolong alsjeblieft"
)
_NOT_MINE = regex(  # "those two gradients aren't mine"
    r"(?i)(?:\b(?:not|nicht|pas|no|non|não|nao)|n['’]t)\s+(?:[^\W\d_]+\s+){0,2}?(?:mine|my\s+own|von\s+mir|(?:de|à)\s+moi"
    r"|m[ií][oa]s?|minhas?|meus?|mie[i]?)\b|不是我(?:自己)?(?:算|写|寫|做)?的|제\s?(?:것|답)이?\s?아니"
)
_FORGET = bare_words("forget forgets vergessen vergisst oublier oubliez olvidar olvide esquecer esqueça dimenticare")
_STEM = 3  # letters by which two forms of a noun are the same: "Box", "boxes"
_ANYBODY = frozenset({"you", "je", "jij", "u", "men", "man", "du", "tu", "vous", "usted", "voce"})  # who reads it


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
    if not spans:
        return
    earliest, latest = min(stop for _, stop in spans), max(stop for _, stop in spans)
    labelled = [*_LINE.finditer(source), *_TAG.finditer(source)]
    names = {*lexicon.inputs, *lexicon.operands}
    end, before = -1, ""
    while end + 1 < len(around.tokens):
        start, end = around.sentence_at(end + 1)
        tokens = around.tokens[start:end]
        words = [bare(token.text) for token in tokens if token.kind == "word"]
        if not words:
            continue
        first, last = tokens[0].start, tokens[-1].end
        if earliest > first or any(at < last and stop > first for at, stop in spans):
            continue
        begins = start - (start > 0 and source.startswith(_NUMBERED, around.tokens[start - 1].start))
        text = written_between(around.tokens, begins, end, source)
        if only_tells_of_mistake(text, tokens) or _is_of_another_rate(tokens):  # "in step 3 many forget the sign"
            continue
        if labels := _labels(text, [one for one in labelled if one.start() < first], names):
            told = told_back(tokens, text) or (before if words[0] in SAME else "")
            found = [Denied(first, (), told, label=f"(?:{'|'.join(labels)})")]
        elif _names_any(around, start, end, lexicon):
            continue
        elif lines := lines_by_order(tokens, text) or _line_above(tokens, words):
            told = told_back(tokens, text)
            found = [Denied(first, (), told, lines=count) for count in lines]
        else:
            several = any(word in OTHERS and count_of(tokens, at + 1) > 1 for at, word in words_among(tokens))
            points = several or (not _PARTS.isdisjoint(words) and not any(token.kind == "num" for token in tokens))
            points = points and latest <= first
            told = told_back(tokens, text, CHARGES if several else _SURELY) if points else ""
            found = [Denied(first, (), told, rest=True)]
        former = former_numbers(around, start, end, source) if told else frozenset()
        yield from (replace(one, former=former) for one in found if told)
        before = told


def _is_of_another_rate(tokens: Sequence[Token]) -> bool:
    """Whether a sentence only tells what another learning rate would do: "with another rate you don't get there"."""
    words = [token for token in tokens if token.kind in ("word", "rate")]
    if any(word.role in (Role.DENIAL, Role.ERROR, Role.RETRACTION) and not is_negation(word) for word in words):
        return False
    return any(one.role is Role.OTHER and (two.kind == "rate" or two.role is Role.RATE) for one, two in pairwise(words))


def _line_above(tokens: Sequence[Token], words: Sequence[str]) -> tuple[int, ...]:
    """Return that it is one line which a sentence takes back as the one above it; nothing where it does not."""
    return (1,) if points_to_line_above(tokens) and not WITHDRAWS.isdisjoint(words) else ()


def _names_any(around: Surroundings, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence names a quantity that is asked for, of which it speaks then."""
    drafts = {around.owner[place] for place in range(start, end) if place in around.owner}
    nodes = [quantity(side, lexicon) for number in sorted(drafts) for side in around.drafts[number].sides if side]
    names = {node.name for node in nodes if isinstance(node, Symbol)}
    found = any(node is not None and is_quantity(node) and not isinstance(node, Symbol) for node in nodes)
    return found or not names.isdisjoint(lexicon.operands)  # an input is no answer: "I mixed up x and y"


def told_back(tokens: Sequence[Token], text: str, least: float = _PRECISELY) -> str:
    """Return the word by which a sentence takes something back; "" where it does not.

    Args:
        tokens: of the sentence.
        text: as it is written.
        least: what charges weighs more; by default, where it is clear of what it speaks.
    """
    if is_negated_twice(tokens):
        return ""
    precisely = least == _PRECISELY
    words = [word for _, word in words_among(tokens)]
    undoing = WITHDRAWS | UNDOES if precisely else WITHDRAWS
    if not _PLEASE.isdisjoint(words):  # "please forget line 3": in it, many forget the sign
        undoing |= _FORGET
    if told := next((word for word in words if word in undoing or _holds_any(word, undoing)), ""):
        return told
    if disowned := _NOT_MINE.search(text):
        return disowned.group()
    if explains(text):
        return ""
    charged = charge(text, BEHIND, least)
    others = (token for token in tokens if token.role is Role.OTHERS and bare(token.text) not in _ANYBODY)
    against = next((token.text for token in tokens if takes_back(token)), "") or next((t.text for t in others), "")
    if precisely:
        return charged or against
    return charged if against or least < _SURELY else ""


def _holds_any(run: str, words: frozenset[str]) -> bool:
    """Whether a run of signs, in which no blanks part words, holds one of some words."""
    return SIGNS.match(run) is not None and any(word in run for word in words if SIGNS.match(word))


def _labels(text: str, lines: Sequence[re.Match[str]], names: Collection[str]) -> list[str]:
    """Return the labels to which a sentence points: "6", "7" and "8" for "пунктах 6-8".

    Args:
        text: of the sentence.
        lines: how those lines before it begin that have labels.
        names: what is no label: "h2".
    """
    found: dict[str, None] = {}
    nouns = Counter(bare(line["noun"] or "")[:_STEM] for line in lines)
    begun = {  # "w2: dE/dw2 = 3", and not "h2  = 3"
        f"{line['noun']}{line['label']}" for line in lines if line.string[line.end() :].lstrip()[:1] not in ("=", "|")
    }
    text = _MATHEMATICS.sub(" ", text) if lines else ""
    place = 0
    while first := _FIRST.search(text, place):
        place = first.end()
        noun = bare(first["noun"] or "")
        onwards = noun in _FROM or bare(text[: first.start()].rpartition(" ")[0].rpartition(" ")[2]) in _FROM
        if (first.group() in names and first.group() not in begun) or (
            noun and noun not in LABELLED | _FROM and nouns[noun[:_STEM]] <= 1
        ):
            continue
        if text.count("(", 0, first.start()) > text.count(")", 0, first.start()):
            continue  # the last of several in brackets: "(a, b, c)"
        label = first["label"]
        found[label] = None
        if (onwards and not _MORE.match(text, place)) or _ON.match(text, place):  # "ab (6)", "from (6) on"
            found |= dict.fromkeys(_between(label, str(MANY) if label.isdecimal() else "z"))
        while more := _MORE.match(text, place):
            joined = more["joined"].strip().lower()
            spans = joined in _RANGES | _TO or _RANGE_SIGNS.search(joined) is not None
            if joined.isalpha() and not spans and joined not in _AND:
                break
            if spans:
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
