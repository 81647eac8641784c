"""Numbers put in behind a formula that has no value yet: "q is x plus y, so 3 + -7 = -4", "z = w*x+b so that's -.8".

Who writes so puts in a number for each operand.
"""

from dataclasses import replace

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import Call, New, Node, has_names, leaves
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import JOINING, OPERATIONS, Role, bare, bare_words
from gradbook.written.parsing.equations.denoted import denoted
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

_NUMERIC = frozenset({"num", "op", "open", "close", "group", "end", "frac"})
_BETWEEN = frozenset({"comma", "soft", "colon", "arrow", "wide"})
_ENDS = frozenset({"stop", "line", "block", "item", "heading"})  # any more may say of what, or when, it is so
_SPOKEN = OPERATIONS | JOINING | {Role.NUMBER}  # "also zwei mal drei, das gibt 6"
_THAT_IS = bare_words("o_sea es_decir ou_seja isto_é cioè vale_a_dire das_heißt das_sind c'est-à-dire dat_is")
_MOST = 16  # words of a calculation in words


def with_numbers(drafts: list[Draft], stream: list[Token], lexicon: Lexicon) -> list[Draft]:
    """Return drafts in which a calculation with numbers is part of the formula right before it."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        ends = all(token.kind == "sep" and token.text in _ENDS for token in stream[draft.last + 1 :][:1])
        between = stream[before.last + 1 : draft.first] if before else []
        worked = _calculation(before, draft, between, lexicon) if before and ends else None
        if before and worked:
            found[-1] = before.followed_by(worked, said=True)
        else:
            found.append(draft)
    return found


def _calculation(before: Draft, draft: Draft, between: list[Token], lexicon: Lexicon) -> Draft | None:
    """Return what a draft calculates of the formula before it: only its result where the calculation is spoken."""
    both = before, draft
    if not all(each.states for each in both) or any(each.given or each.split or each.spoiled for each in both):
        return None
    sides = draft.sides if draft.sides[0] else draft.sides[1:]
    if not all(side and _NUMERIC.issuperset(token.kind for token in side) for side in sides):
        return None
    formula = _formula(before, lexicon)
    if formula is None:
        return None
    joins = all(_joins(t) if t.kind == "word" else t.text in _BETWEEN for t in between)
    if draft.sides[0] and joins:
        return draft if _as_many(formula, parsed(sides[0], lexicon)) else None
    words = [token for token in between if token.kind == "word"]
    spoken = any(word.role in OPERATIONS for word in words) and len(words) <= _MOST
    told = spoken and all(t.role in _SPOKEN if t.kind == "word" else t.text in _BETWEEN for t in between)
    return replace(draft, sides=[sides[-1]], relations=[""]) if told else None


def _joins(word: Token) -> bool:
    """Whether a word only leads on to a calculation: "so", "that is", "o sea"."""
    return word.role in JOINING or bare(word.text) in _THAT_IS


def _formula(draft: Draft, lexicon: Lexicon) -> Node | None:
    """Return the formula that a quantity is said to be, where no number is among its sides."""
    if not isinstance(denoted(draft.sides[0], lexicon), Symbol | Derivative | New):
        return None
    nodes = [parsed(side, lexicon) for side in draft.sides[1:]]
    named = all(isinstance(node, Call) and has_names(node) for node in nodes)
    return nodes[-1] if named else None


def _as_many(formula: Node, calculation: Node | None) -> bool:
    """Whether a calculation has a number for each operand of a formula, or for what several of them come to."""
    if not isinstance(calculation, Call):
        return False
    numbers = leaves(calculation)
    return all(isinstance(leaf, Number) for leaf in numbers) and 1 < len(numbers) <= len(leaves(formula))
