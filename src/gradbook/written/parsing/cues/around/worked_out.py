"""What is worked out under a title or behind a label: "Example:" over several equations says no more than a heading."""

from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.speech.over import part_end

_SEVERAL = 3  # equations under a title of their own


def titles_several(around: Surroundings, place: int) -> bool:
    """Whether a line that ends at a place stands over several equations, as the title of what is worked out."""
    token = around.tokens[place] if place >= 0 else None
    if token is None or token.kind != "sep" or not (token.text == "line" or (token.text == "block" and token.math)):
        return False
    start = around.line_start(place - 1)
    plain = all(token.kind in ("word", "sep") for token in around.tokens[start:place])
    if not plain or any(start <= at <= place for at, _ in around.asides):
        return False  # "Example (wrong):", "Example, w = 4:"
    first = next((at for at in range(place, len(around.tokens)) if around.tokens[at].kind != "sep"), place)
    end = part_end(around.tokens, place)
    if first > end:  # a list, or a paragraph of its own
        headings = (at for at in range(first, len(around.tokens)) if around.tokens[at].text == "heading")
        end = next(headings, len(around.tokens))
    return _are_several(around, place, end)


def labels_several(around: Surroundings, place: int) -> bool:
    """Whether a label with a colon ends at a place, before several equations: "Example: q = 3, f = -12, df/dx = -4"."""
    colon = last_seen(around.tokens, place + 1)
    labels = colon >= 0 and around.tokens[colon].text == "colon"
    return labels and _are_several(around, colon, part_end(around.tokens, colon))


def _are_several(around: Surroundings, start: int, end: int) -> bool:
    return sum(draft.states and start < draft.first < end for draft in around.drafts) >= _SEVERAL
