r"""Gradients by some of the inputs, where the answer does not say by which.

\nabla L = (a - y) x = (-0.3, -0.6)       by each vector of two inputs: which is meant, its numbers tell
w_new = w - \eta \nabla L                 by w
\nabla L = (a - y) (x, 1) = (-0.6, -0.3)  by all that is learned, w and b, where there are so many of these
"""

from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.notation import plain
from gradbook.written.parsing.arrays.entries import entries_of
from gradbook.written.parsing.grammar.draft import Draft

_LEARNED = regex(r"[wbvuWBVU]\d*$|[wW]eight|bias|theta")


def by_vectors(draft: Draft, lexicon: Lexicon) -> list[Draft]:
    """Return an equation once for each vector of inputs that its gradient may be by, or as it is."""
    if not any(map(_is_bare, (token for side in draft.sides for token in side))):
        return [draft]
    head = draft.sides[0]
    if len(head) == 1 and head[0].kind == "vec":
        return [_by(draft, head[0].text)] if _inputs_of(head[0].text, lexicon) else [draft]
    if not any(map(_is_bare, head)) or any(token.kind == "vec" for token in head):  # ∇w L
        return [draft]
    counts = {len(found[0]) for side in draft.sides[1:] if (found := entries_of(side, lexicon)) is not None}
    if not counts or len(lexicon.inputs) in counts:
        return [draft]
    vectors = [stem for stem in lexicon.stems_of_vectors if len(_inputs_of(stem, lexicon)) in counts]
    names = learned(lexicon)
    if not vectors and len(names) > 1 and len(names) in counts:
        return [_by(draft, ",".join(names))]
    return [_by(draft, stem) for stem in vectors] or [draft]


def learned(lexicon: Lexicon) -> list[str]:
    """Return the inputs that are called as weights and biases are, in the graph's order."""
    return [name for name in lexicon.inputs if _LEARNED.match(plain(name))]


def _is_bare(token: Token) -> bool:
    return token.kind == "nabla" and not token.text


def _by(draft: Draft, stem: str) -> Draft:
    return replace(draft, sides=[_side_by(side, stem) for side in draft.sides])


def _side_by(side: list[Token], stem: str) -> list[Token]:
    found: list[Token] = []
    for at, token in enumerate(side):
        bare = bool(found) and _is_bare(side[at - 1])
        if _is_bare(token) and not (side[at + 1 : at + 2] and side[at + 1].kind == "vec"):
            found.append(replace(token, text=stem))
        elif bare and token.kind == "vec" and not (side[at + 1 : at + 2] and side[at + 1].kind == "name"):
            found[-1] = replace(found[-1], text=token.text)  # \nabla w; in \nabla w L the output follows
        else:
            found.append(token)
    return found


def _inputs_of(stem: str, lexicon: Lexicon) -> list[str]:
    """Return the entries of a vector of inputs; none of one with other names in it."""
    names = [name for row in lexicon.array(stem) for name in row]
    return names if all(name in lexicon.inputs for name in names) else []
