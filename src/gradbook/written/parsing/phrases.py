"""Phrases: words that stand for signs or quantities become the tokens that they stand for, by an ordered list of rules.

Each rule looks at the tokens from a place on, knows those before it, and returns what it makes of them and where to go
on. The first that applies wins.
"""

from collections.abc import Callable

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.languages import DICTIONARY
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import Languages, Role, bare
from gradbook.written.parsing import (
    changes,
    derivatives,
    gradients,
    neurons,
    new_values,
    operations,
    outcomes,
    points,
    shares,
)
from gradbook.written.parsing.conditions import met
from gradbook.written.parsing.negations import settled
from gradbook.written.parsing.parallels import in_parallel, slopes_of
from gradbook.written.parsing.questions import asked

Rule = Callable[[list[Token], int, list[Token], Lexicon], tuple[list[Token], int] | None]

_FIRST_OF_PHRASE = frozenset({"word", "bad", "name", "rate"})
_IN_PHRASE = _FIRST_OF_PHRASE | {"fn"}
_VERBS = frozenset({"is", "ist", "est", "es", "e"})

RULES: list[tuple[str, Rule]] = [
    ("what a quantity gets", shares.received),
    ("derivatives by several", slopes_of),
    ("derivative of one by another", derivatives.of_by),
    ("derivative, the quantities first", derivatives.quantities_first),
    ("derivative by a quantity, of one behind it", derivatives.by_behind),
    ("derivative by a quantity", derivatives.by_first),
    ("gradient before a vector", gradients.gradient_vector),
    ("gradient of a quantity", derivatives.gradient_of),
    ("gradient behind its quantity", derivatives.gradient_behind),
    ("gradient of one more", derivatives.also_for),
    ("partial f / partial w", derivatives.partial_over_partial),
    ("new point", points.new_point),
    ("new value of a quantity", new_values.new_name),
    ("old value of a quantity", new_values.old_name),
    ("value after the step", new_values.after_step),
    ("value that stays", new_values.unmoved),
    ("step in French", operations.pace),
    ("learning rate", operations.rate),
    ("what goes into a neuron", neurons.net_input),
    ("a change from one value to another", changes.from_to),
    ("a change of the point", points.point_moved),
    ("a change to a value", changes.to),
    ("what is moved to a value", changes.moved_to),
    ("a change by an arrow", changes.goes),
    ("the output", outcomes.outcome),
    ("number in words", operations.number),
    ("operation in words", operations.sign),
    ("square in words", operations.power),
    ("quantity at a point", operations.at_point),
]


def spoken(tokens: list[Token], lexicon: Lexicon, languages: Languages) -> list[Token]:
    """Return the tokens with phrases of several words joined, and with what words stand for in their place."""
    tokens = met(asked(settled(_joined(tokens, languages))))
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].kind != "word" and not outcomes.noun_of(tokens[at]):
            taken = operations.rated(tokens, at) if tokens[at].kind == "rate" else []
            result += taken or [tokens[at]]
            at += 2 if taken else 1
            continue
        for _, rule in RULES:
            if found := rule(tokens, at, result, lexicon):
                result += found[0]
                at = found[1]
                break
        else:
            result.append(tokens[at])
            at += 1
    return in_parallel(points.unnamed(result, lexicon), lexicon)


def _joined(tokens: list[Token], languages: Languages) -> list[Token]:
    """Join phrases such as "with respect to" into one word each, and turn words for an equals sign into one."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        for phrase in _begun(tokens, at):
            run = tokens[at : at + len(phrase)]
            if len(run) == len(phrase) and all(
                bare(part.text) == word and part.kind in _IN_PHRASE for part, word in zip(run, phrase, strict=True)
            ):
                role = DICTIONARY.role(" ".join(phrase), languages)
                if role is None or (role is Role.SAME and phrase[-1] in _VERBS and result and result[-1].kind != "sep"):
                    continue  # "the sum that is 10" says something else than ", that is, 10"
                token = Token("word", " ".join(phrase), token.start, run[-1].end, None, role)
                at += len(phrase) - 1
                break
        at += 1
        if token.kind == "word" and token.role is Role.RELATION:
            again = bool(result) and result[-1].kind == "rel" and result[-1].text == "is"  # "is equal to" is one sign
            token = Token("rel", "is", result.pop().start if again else token.start, token.end)
        result.append(token)
    return result


def _begun(tokens: list[Token], at: int) -> list[tuple[str, ...]]:
    """Return the phrases that a token and the one behind it begin."""
    if tokens[at].kind not in _FIRST_OF_PHRASE or at + 1 == len(tokens) or tokens[at + 1].kind not in _IN_PHRASE:
        return []
    return DICTIONARY.phrases(bare(tokens[at].text), bare(tokens[at + 1].text))
