"""Gradients in brackets, behind the value of each node: "x = -2 [-4], q = 3 [-4], f = -12 [1]".

The output's own is 1, by which they are known, or signs and decimals, which no numbers of equations have.
"""

from itertools import takewhile

from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import past_number, seen

_BRACKETS = bare_words(
    "brackets bracket bracketed parentheses parenthesis klammern klammer parenthèses crochets paréntesis corchetes "
    "parentesi parênteses colchetes haakjes parentes nawiasach nawiasie скобках скобки závorkách parantez kurung ngoặc "
    "括号 括號 括弧 カッコ 괄호"
)
_BESIDE = bare_words(
    "in each every i write wrote written put are is my their its behind then also here below output final with from "
    "steht stehen jeweils ich schreibe entre dans je mets écris en pongo escribo tra fra metto scrivo entre coloco"
)
_PASSED = _BRACKETS | _BESIDE
_SAYING = (  # what may be said of them beside it
    Role.SLOPE, Role.SLOPES, Role.BACKWARD, Role.VALUES, Role.ARTICLE, Role.OF, Role.FOR, Role.LINK, Role.RELATION,
    Role.PART_OF_GRAPH, Role.FILLER, Role.BY, Role.RESULT,
)  # fmt: skip
_LEAST = 3  # nodes, the output among them


def with_bracketed_slopes(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return tokens with an equation of its own for each such gradient."""
    found: dict[int, tuple[int, str]] = {}
    for at, token in enumerate(tokens):
        if token.kind == "open" and (close := _closes(tokens, at)) and (name := _named(tokens, at)):
            found[at] = close, name
    if len({name for _, name in found.values()}) < _LEAST or _are_others(tokens):
        return tokens
    ends = [tokens[close - 1].node for close, name in found.values() if name == lexicon.output]
    told = any(tokens[at + 1].text == "-" or "." in tokens[at + 1].text for at in found)
    numbers = [node.value for close, _ in found.values() if isinstance(node := tokens[close - 1].node, Number)]
    if numbers == [*range(1, len(numbers) + 1)]:
        return tokens  # numbers of equations
    if ends != ([] if told and not ends else [Number(1.0)]):
        return tokens
    said: list[Token] = []
    at = 0
    while at < len(tokens):
        if at in found:
            close, name = found[at]
            place = tokens[at].start
            slope = Derivative(lexicon.output, name)
            said += [Token("sep", "comma", place, place), Token("der", f"d{slope.of}/d{name}", place, place, slope)]
            said += [Token("rel", "=", place, place), *tokens[at + 1 : close], Token("sep", "comma", place, place)]
            at = close + 1
        else:
            said.append(tokens[at])
            at += 1
    return said


def _are_others(tokens: list[Token]) -> bool:
    """Whether it is said of the brackets that they hold anything but gradients: "in brackets the old values"."""
    for at, token in enumerate(tokens):
        if token.kind == "word" and bare(token.text) in _BRACKETS:
            clause = [*takewhile(_is_in_clause, reversed(tokens[:at])), *takewhile(_is_in_clause, tokens[at:])]
            told = [one for one in clause if one.kind == "word" and bare(one.text) not in _PASSED]
            slopes = any(one.role in (Role.SLOPE, Role.SLOPES, Role.BACKWARD) for one in told)
            if not slopes or any(one.role not in _SAYING for one in told):
                return True
    return False


def _is_in_clause(token: Token) -> bool:
    return token.kind == "word" or token.text in ("[", "]", "soft", "is")


def _closes(tokens: list[Token], at: int) -> int:
    """Return where a bracket closes that holds one number and ends what is said of its node; 0 for any other."""
    end = past_number(tokens, at + 1)
    if not 0 < end < len(tokens) or tokens[end].kind != "close":
        return 0
    behind = seen(tokens, end + 1)
    return end if behind >= len(tokens) or tokens[behind].kind == "sep" else 0


def _named(tokens: list[Token], at: int) -> str:
    """Return the node of which a number stands before a bracket, "q = 3 ["; "" for anything else."""
    number = at - 1 - (at > 1 and tokens[at - 2].text == "-")
    match tokens[max(0, number - 2) : at]:
        case [Token("name", node=Symbol(name)), Token("rel" | "sep", text="=" | "is" | "colon"), *value]:
            return name if value and value[-1].kind == "num" else ""
    return ""
