r"""Equations inside a list, of each entry by itself: z = [1 + 2 = 3, 1 + 1 = 2] is z = [1 + 2, 1 + 1] = [3, 2]."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.grammar.brackets import matches
from gradbook.written.parsing.grammar.draft import Draft

_PARTS = frozenset({"comma", "row", "cell"})


def unfolded(draft: Draft) -> Draft:
    """Return an equation in which such a side is several, one behind the other; else as it is."""
    if not any(_folded(side) for side in draft.sides[1:]):
        return draft
    sides, relations, spoiled = draft.sides[:1], draft.relations[:1], draft.spoiled & {0}
    for number, (side, relation) in enumerate(zip(draft.sides[1:], draft.relations[1:], strict=True), 1):
        parts = _parts(side) if _folded(side) else [side]
        if number in draft.spoiled:
            spoiled |= {len(sides) + place for place in range(len(parts))}
        sides = [*sides, *parts]
        relations = [*relations, relation, *["="] * (len(parts) - 1)]
    return replace(draft, sides=sides, relations=relations, spoiled=spoiled)


def _folded(side: list[Token]) -> bool:
    """Whether a side is one list, with a relation in it."""
    shown = [token for token in side if not token.edge]
    listed = bool(shown) and shown[0].kind == "open" and matches(shown).get(0) == len(shown) - 1
    return listed and any(token.kind == "rel" for token in shown)


def _parts(side: list[Token]) -> list[list[Token]]:
    """Return the lists of what stands before the first relation of every entry, before the second, and so on."""
    shown = [token for token in side if not token.edge]
    entries: list[list[Token]] = [[]]
    marks: list[Token] = []
    depth = 0
    for token in shown[1:-1]:
        depth += (token.kind in ("open", "group")) - (token.kind in ("close", "end"))
        if not depth and token.kind == "sep" and token.text in _PARTS:
            marks.append(token)
            entries.append([])
        else:
            entries[-1].append(token)
    chains = [_chain(entry) for entry in entries]
    if len({len(chain) for chain in chains}) != 1 or not all(all(chain) for chain in chains):
        return [side]
    found = []
    for member in zip(*chains, strict=True):
        listed = [token for tokens, mark in zip(member, [*marks, None], strict=True) for token in (*tokens, mark)]
        found.append([shown[0], *(token for token in listed if token is not None), shown[-1]])
    return found


def _chain(entry: list[Token]) -> list[list[Token]]:
    members: list[list[Token]] = [[]]
    for token in entry:
        if token.kind == "rel":
            members.append([])
        else:
            members[-1].append(token)
    return members
