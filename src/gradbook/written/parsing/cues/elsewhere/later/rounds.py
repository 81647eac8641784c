"""Rounds: which equations belong to a later iteration, or to another example, by the titles and labels above them.

"## Iteration 2", "**Epoch 2**", "Second iteration: ...", "第二次迭代", "A second example". The exercise asks for one
step from its own inputs: what a later round says is of other numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise
from typing import NamedTuple

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node, Old, is_worked_out
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN, ORDINALS, SAMPLES
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.elsewhere.later.later_turns import begins_turn
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.grammar.parser import parsed, quantity
from gradbook.written.parsing.phrases.speech.remarks import is_negation
from gradbook.written.parsing.phrases.speech.turns import NOUNS, SEVERAL, counts_nothing, is_of_data

_STEPS = frozenset({
    "buoc", "adim", "langkah",
    "step", "schritt", "etape", "paso", "passo", "stap", "krok", "шаг", "步", "步骤", "ステップ", "단계", "스텝",
})  # fmt: skip
_NEXT = frozenset({
    "sonraki", "ikutan", "berikutnya", "selanjutnya", "tiep theo", "ke tiep", "tiep",
    "next", "nachste", "nachster", "nachsten", "suivante", "suivant", "prochaine", "siguiente", "proxima", "proximo",
    "seguinte", "successiva", "prossima", "volgende", "nastepna", "следующая", "下一", "次", "다음",
})  # fmt: skip
_BETWEEN = frozenset({"번째", "번", "次", "回", "回目", "の", "第", "nd", "eme", "e", "a", "ª", "º", "no", "nr"})
_LEADS = frozenset({Role.ARTICLE, Role.LINK, Role.FOR, Role.PLAIN, Role.FILLER})  # "now the second iteration"
_BACK = frozenset({Role.RETRACTION, Role.OTHERS})
_REPEATS = AGAIN | {"?", "？"}  # what a next round does, and no correction
_LATER = 1_000  # the count of a next one
_MOST = 8  # tokens of a label
_SEVERAL = 2  # sections, and quantities that all lines of a log tell
_LABELLED = NOUNS | {"data", "training", "train"}
_SECOND = 2
_LABELLING = NOUNS | _STEPS | {Role.EXAMPLE, "item", "colon", "]", "wide"}  # what a label has
_NO_TITLE = 9  # a bold line, or a label in a line, stands below all titles


class Label(NamedTuple):
    """What tells the round of all that follows.

    Attributes:
        place: where it begins in the stream.
        depth: how deep it stands, the fewer the higher.
        number: of the round.
        step: whether it only counts steps, which may be those of a solution.
    """

    place: int
    depth: int
    number: int
    step: bool


def later(around: Surroundings, lexicon: Lexicon) -> dict[int, int]:
    """Return by how many rounds drafts are later than the first, those that are, by their numbers."""
    tokens, drafts, asides = around.tokens, around.drafts, around.asides
    if not asides and around.held.isdisjoint(_LABELLING):
        return {}
    found: dict[int, int] = {}
    for own in _rounds_and_steps(around):
        if not own or (len(own) == 1 and _numbers_example(tokens[own[0].place : own[0].place + _MOST])):
            continue
        ends = list(_ends(tokens, own))
        inside = [_inside(label, end, drafts) for label, end in zip(own, ends, strict=True)]
        first = 1 if _only_starts(drafts, inside, lexicon) else min(1, own[0].number)  # some count from 0
        said = (
            [
                *tokens[label.place : end],
                *(token for at, aside in asides if label.place <= at <= end for token in aside),
            ]
            for label, end in zip(own, ends, strict=True)
            if label.number > first
        )
        if any(map(_takes_back, said)):
            continue  # "Iteration 2 (corrected)": which of the two is meant?
        sections = list(zip(own, inside, strict=True))
        begun = {name for label, inner in sections if label.number == first for name in _moved(drafts, inner, lexicon)}
        told = next((_heads(drafts, inner, lexicon) for label, inner in sections if label.number == first), frozenset())
        for label, inner in sections:
            again = not label.step or not begun.isdisjoint(_moved(drafts, inner, lexicon))
            again = again or (len(told) >= _SEVERAL and _heads(drafts, inner, lexicon) == told)
            begins = bool(inner) and any(draft.states for draft in drafts[: inner[0]])
            if label.number > first and again and begins:
                found |= dict.fromkeys(inner, 1 if label.number == _LATER else label.number - first)
    return found


def started(around: Surroundings, lexicon: Lexicon) -> dict[int, Conditions]:
    """Return the inputs that a first round without gradients gives, by the numbers of the drafts of the second."""
    if not around.asides and around.held.isdisjoint(_LABELLED):
        return {}
    rounds, _ = _rounds_and_steps(around)
    inside = [
        _inside(label, end, around.drafts) for label, end in zip(rounds, _ends(around.tokens, rounds), strict=True)
    ]
    if not _only_starts(around.drafts, inside, lexicon):
        return {}
    start: dict[str, Node] = {}
    for number in inside[0]:
        head, *sides = around.drafts[number].sides
        node, value = quantity(head, lexicon), parsed(sides[-1], lexicon) if sides else None
        if isinstance(node, Old | Symbol) and value is not None and is_worked_out(value):
            start[node.name] = value
    given = tuple((Symbol(name), value) for name, value in start.items())
    return dict.fromkeys(inside[1], given)


def begun_late(around: Surroundings) -> dict[int, str]:
    """Return the drafts under the label of a later round where the answer tells of none before: "Epoch 7: w = 4.94".

    Each has the word that counts. An answer that says nothing of the first round says nothing of the exercise's.
    """
    if around.held.isdisjoint(_LABELLED):
        return {}
    tokens, drafts = around.tokens, around.drafts
    labels = [label for label in _labels(tokens) if not label.step]
    first = labels[0] if labels else None
    if first is None or not 1 < first.number < _LATER or any(d.states and d.first < first.place for d in drafts):
        return {}
    said = tokens[first.place : first.place + _MOST]
    if _numbers_example(said):
        return {}
    told = next((token.text for at, token in enumerate(said) if _is_turn(said, at)), "")
    end = next((label.place for label in labels if label.number <= 1), len(tokens))
    inside = [n for n, draft in enumerate(drafts) if told and draft.states and first.place <= draft.first < end]
    if inside and first.number == _SECOND and begins_turn(around, inside[0]):
        inside = inside[1:]
    return dict.fromkeys(inside, told)


def iteration_in(tokens: Sequence[Token]) -> int:
    """Return the count of the iteration that a line is the title of: "## Iteration 2"; 0 where it is of none."""
    said = list(dropwhile(lambda token: token.kind == "sep", tokens))
    counted = any(_is_turn(said, at) for at in range(len(said)))
    label = _count(said[:_MOST]) if counted else None
    return label[0] if label and not (_takes_back(said) or _numbers_example(said)) else 0


def _rounds_and_steps(around: Surroundings) -> tuple[list[Label], list[Label]]:
    """Return the labels of rounds, and those that only count steps."""
    labels = _once(sorted([*_labels(around.tokens), *_bracketed(around.tokens, around.asides)]))
    return [label for label in labels if not label.step], [label for label in labels if label.step]


def _takes_back(tokens: Sequence[Token]) -> bool:
    """Whether a section speaks of corrections, mistakes or somebody else."""
    words = [token for token in tokens if token.kind == "word" and bare(token.text) not in _REPEATS]
    return any(word.role in _BACK or (word.role is Role.DENIAL and not is_negation(word)) for word in words)


def _once(labels: Sequence[Label]) -> list[Label]:
    """Return labels without those that say the last count again, as each line of a log may."""
    return [label for at, label in enumerate(labels) if not at or label[2:] != labels[at - 1][2:]]


def _inside(label: Label, end: int, drafts: Sequence[Draft]) -> list[int]:
    return [number for number, draft in enumerate(drafts) if label.place <= draft.first < end]


def _moved(drafts: Sequence[Draft], numbers: Sequence[int], lexicon: Lexicon) -> set[str]:
    """Return the inputs of which a section gives the derivative as well as a value."""
    heads = [quantity(drafts[number].sides[0], lexicon) for number in numbers if drafts[number].states]
    slopes = {head.by for head in heads if isinstance(head, Derivative)}
    return slopes & {head.name for head in heads if isinstance(head, Symbol | New)}.intersection(lexicon.inputs)


def _heads(drafts: Sequence[Draft], numbers: Sequence[int], lexicon: Lexicon) -> frozenset[Node]:
    """Return the quantities that a section states."""
    heads = [quantity(drafts[number].sides[0], lexicon) for number in numbers if drafts[number].states]
    return frozenset(head for head in heads if head is not None)


def _only_starts(drafts: Sequence[Draft], sections: Sequence[Sequence[int]], lexicon: Lexicon) -> bool:
    """Whether a first section gives inputs only, and the second has the first gradients: "Iteration 0: w = 5"."""
    if len(sections) < _SEVERAL:
        return False
    start, second = (_heads(drafts, numbers, lexicon) for numbers in sections[:_SEVERAL])
    given = all(isinstance(head, Old | Symbol) and head.name in lexicon.inputs for head in start)
    return bool(start) and given and any(isinstance(head, Derivative) for head in second)


def _ends(tokens: Sequence[Token], labels: Sequence[Label]) -> Iterator[int]:
    """Yield where the sections end that labels begin: at the next label, or a title that is not below the label."""
    for number, label in enumerate(labels):
        end = labels[number + 1].place if number + 1 < len(labels) else len(tokens)
        if number and number + 1 == len(labels) and _are_lines(tokens, labels):
            end = next((at for at in range(label.place + 1, end) if ends_sentence(tokens[at])), end)
        yield next((at for at in range(label.place + 1, end) if _depth(tokens[at]) <= label.depth), end)


def _are_lines(tokens: Sequence[Token], labels: Sequence[Label]) -> bool:
    """Whether labels of samples stand in a line each, with what is said of it: "sample 1: x = 1, p = 0.5"."""
    spans = [tokens[one.place + 1 : other.place] for one, other in pairwise(labels)]
    lines = all(sum(map(_parts_lines, span)) <= 1 and any(t.kind == "rel" for t in span) for span in spans)
    return lines and any(bare(token.text) in SAMPLES for token in tokens[labels[0].place : labels[0].place + _MOST])


def _parts_lines(token: Token) -> bool:
    return token.kind == "sep" and token.text in ("line", "block", "item")


def _depth(token: Token) -> int:
    """Return how deep a title stands that begins with a token; more than any depth where none does."""
    if token.kind != "sep" or token.text != "heading":
        return _NO_TITLE + 1
    return token.end - token.start or _NO_TITLE


def _labels(tokens: Sequence[Token]) -> Iterator[Label]:
    begin: int | None = 0
    for place, token in enumerate(tokens):
        if begin is None and token.kind != "sep":
            continue
        if begin is not None and _counts_titles(tokens, place):
            continue
        if ends_sentence(token):
            titled = begin is not None and _depth(tokens[begin]) <= _NO_TITLE and token.text == "item"
            begin = begin if titled else place
            if isinstance(token.node, Number):  # the label of a line of program text
                yield Label(place, _NO_TITLE, int(token.node.value), True)
                begin = None
        elif begin is not None and token.text not in ("soft", "[", "("):
            if told := _count(tokens[place : place + _MOST]):
                yield Label(begin, min(_depth(tokens[begin]), _NO_TITLE), *told)
            begin = None


def _bracketed(tokens: Sequence[Token], asides: Sequence[tuple[int, Sequence[Token]]]) -> Iterator[Label]:
    """Yield the labels in brackets before lines: "[iter 2] loss = 3"."""
    for place, inside in asides:
        if not place or ends_sentence(tokens[place - 1]):
            told = _count([*inside, Token("sep", "colon", inside[-1].end, inside[-1].end)])
            if told:
                yield Label(place, _NO_TITLE, *told)


def _counts_titles(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number counts titles, or is the point behind such: "8. A second example", behind an emblem."""
    number, point = (place - 1, place) if tokens[place].text == "stop" else (place, place + 1)
    pair = tokens[max(0, number) : point + 1]
    return [token.kind for token in pair] == ["num", "sep"] and pair[1].text == "stop"


def _count(words: Sequence[Token]) -> tuple[int, bool] | None:
    """Return the count that a label gives, and whether it only counts steps; None where there is no label."""
    count, noun, step = 0, False, False
    told = False
    if bare_count := _bare_count(words):
        return bare_count
    for number, token in enumerate(words):
        text = bare(token.text)
        whole = token.node.value if isinstance(token.node, Number) and token.kind == "num" else 0.5
        if whole == int(whole) and not told:
            count, told = int(whole), True
        elif text in ORDINALS and not told:
            count, told = ORDINALS[text], True
        elif (text in _NEXT or token.role is Role.OTHER) and not told:
            count, told = _LATER, True
        elif token.kind == "name" and any(behind.kind == "rel" for behind in words[number + 1 : number + 2]):
            return None  # "data a = 2, b = 1"
        elif told and text in SEVERAL:
            return None  # "2 samples"
        elif counts_nothing(words, number):
            return None
        elif (_is_counted(words, number) or text in _STEPS) and not noun:
            noun, step = True, text in _STEPS
        elif noun and not told and token.role is Role.OF:
            return None  # "a batch of 2"
        elif bare(words[number - 1].text) in NOUNS and _counts(words[number : number + 3]):  # "Epoch: 1,"
            continue
        elif (noun and told) or not (text in _BETWEEN or _leads(token) or _parts_count(words, number)):
            break
        if number and noun and step and _leads(words[0]):
            return None  # "we take step 2"
    return (count, step) if noun and told else None


def _is_counted(words: Sequence[Token], number: int) -> bool:
    """Whether a word is for an iteration, or for one of several samples or examples."""
    return words[number].role is Role.EXAMPLE or _is_turn(words, number)


def _numbers_example(words: Sequence[Token]) -> bool:
    """Whether a label counts an example as books do: "Example 36". Where it is a second one, its inputs tell."""
    word, count = next(((w, bare(c.text)) for w, c in pairwise(words) if w.role is Role.EXAMPLE), (None, ""))
    turns = any(_is_turn(words, at) for at, other in enumerate(words) if other.role is not Role.EXAMPLE)
    return word is not None and count.isdecimal() and not turns


def _is_turn(words: Sequence[Token], number: int) -> bool:
    return bare(words[number].text) in NOUNS or is_of_data(words, number)


def _parts_count(words: Sequence[Token], number: int) -> bool:
    """Whether a sign may stand between what is counted and its number: "sample #2", "sample nr. 2", "epoch = 2"."""
    text, before = words[number].text, bare(words[number - 1].text) if number else ""
    abbreviated = text == "stop" and before in ("no", "nr")
    sign = text == "wide" and number > 0 and _is_turn(words, number - 1)
    return text in ("soft", "=") or abbreviated or sign or words[number].role is Role.OF


def _counts(words: Sequence[Token]) -> bool:
    """Whether a colon or a bracket leads to a number alone."""
    if len(words) < 2 or words[0].text not in ("colon", "[", "(") or words[1].kind != "num":
        return False
    listed = words[2:3] != [] and words[2].text == "comma" and words[0].text != "colon"  # "sample (3, 1)" is a point
    return words[2:] == [] or (
        words[2].text in ("comma", "line", "stop", "wide", "/", "]", ")", "colon") and not listed
    )


def _bare_count(words: Sequence[Token]) -> tuple[int, bool] | None:
    """Return the count of a line of a log that begins with nothing else: "0: loss = 2", "[2] loss = 2"."""
    at = next((at for at, token in enumerate(words[:3]) if token.text not in ("[", "(", "soft", "stop")), 0)
    count = words[at].node if words and words[at].kind == "num" else None
    if not isinstance(count, Number) or count.value != int(count.value):
        return None
    behind = next((token for token in words[at + 1 :] if bare(token.text) not in _BETWEEN), None)
    closed = behind is not None and behind.text in ("colon", "]", "wide")
    return (int(count.value), True) if closed else None


def _leads(token: Token) -> bool:
    return token.kind == "word" and token.role in _LEADS
