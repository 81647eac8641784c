"""What words stand over: the mathematics in the lines under theirs."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.parsing.grammar.edges import sentence_end

_BEGINS = frozenset({"name", "der", "diff", "pd", "frac", "nabla", "new", "open", "bad"})
_WITHIN = ("line", "block", "soft")
_EDGES = 6  # at the end of a line, of an empty one and at the begin of a display
_LINES = ("line", "block", "item")
_EITHER = 3  # words of "true or false"
_EDITS = bare_words(  # before a colon: labels of what is added later, which speaks for itself
    "edit edited nachtrag ergänzung bearbeitet ajout modif édité edición editado edição edizione modifica toevoeging "
    "dopisek edycja úprava doplnění tillägg правка дополнение düzenleme chỉnh 编辑 修改 补充 追記 編集 추가 수정"
)
_LABEL = 5  # letters of a label such as "Step 3:", and of no mark of a list


def asks_either(words: Sequence[Token]) -> bool:
    """Whether words only ask what is true: "True or false"."""
    denied = any(word.role is Role.DENIAL for word in words)
    return len(words) == _EITHER and denied and bare(words[1].text) in OR


def is_led_to_display(tokens: Sequence[Token], place: int) -> bool:
    """Whether displayed mathematics begins at a place, or behind an empty line, with an "is" before it."""
    edges = (t for t in tokens[place : place + 4] if t.kind == "sep" and t.text in ("line", "block"))
    return place > 0 and tokens[place - 1].text == "is" and any(token.math for token in edges)


def is_edit(words: Sequence[Token], tokens: Sequence[Token], place: int) -> bool:
    """Whether words before a colon label what is added later, and names of what it speaks: "Edit: I had dL/db = 3"."""
    edits = bool(words) and bare(words[-1].text) in _EDITS
    return edits and any(token.kind in _BEGINS for token in tokens[place : sentence_end(tokens, place)])


def titles(tokens: Sequence[Token], words: Sequence[Token], place: int) -> bool:
    """Whether words have a line of their own that ends at a place, right over mathematics: "Error", "y - t = 3".

    Behind a label of several letters they are a title whatever they stand over: "Step 3: error". A full stop may set
    one off from mathematics in its line: "Error. y - t = 3".
    """
    first = next(at for at in range(place - 1, -1, -1) if tokens[at] is words[0])
    edges = [*tokens[place : place + 1], *tokens[max(0, first - 1) : first]]
    shouted = any(word.text == "!" for word in words)
    if edges and edges[0].text == "stop" and tokens[place + 1 : place + 2] and tokens[place + 1].text not in _LINES:
        place, edges[0] = place + 1, edges[-1]
    alone = len(edges) > 1 and all(token.kind == "sep" and token.text in _LINES for token in edges)
    labelled = alone and edges[1].text == "item" and edges[1].end - edges[1].start >= _LABEL
    return alone and not shouted and (labelled or _begins_over(tokens, place))


def lists(tokens: Sequence[Token], words: Sequence[Token], place: int) -> bool:
    """Whether words are an item of a list that is nothing but the title of the mathematics below it."""
    first = next(at for at in range(place - 1, -1, -1) if tokens[at] is words[0])
    return bool(first) and tokens[first - 1].text == "item" and titles(tokens, words, place)


def part_end(tokens: Sequence[Token], place: int) -> int:
    """Return where the part ends over which a line stands that ends at a place: a list right under it is all of it."""
    listed = place + 1 < len(tokens) and tokens[place + 1].text == "item"
    ends = ("heading", "block") if listed else ("heading", "item")
    parts = (at for at in range(place, len(tokens)) if tokens[at].text in ends)
    return next((at for at in parts if tokens[at].kind == "sep"), len(tokens))


def _begins_over(tokens: Sequence[Token], place: int) -> bool:
    """Whether mathematics begins in the lines behind a place, an empty one between."""
    edges = tokens[place : place + _EDGES]
    behind = next((token for token in edges if token.kind != "sep" or token.text not in _WITHIN), None)
    return behind is not None and behind.kind in _BEGINS
