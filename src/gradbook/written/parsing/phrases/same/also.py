"""What a number is as well, as the next sentence says: "dL/do = -1.47. This is also dL/db."."""

from dataclasses import replace
from itertools import dropwhile, takewhile

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import TOO
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.equations.statements import is_quantity
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, sentence_end, sentence_start
from gradbook.written.parsing.grammar.parser import quantity

_THIS = bare_words("this that it das dies cela ça ceci esto eso este esta isto isso questo questa dit dat to это tämä")
_PLAINLY = frozenset({  # what words do that neither doubt a number nor say of when or of whom it is
    Role.LINK, Role.ARTICLE, Role.PLAIN, Role.RESULT, Role.SLOPE, Role.OF, Role.BY, Role.BACKWARD, Role.VALUES,
})  # fmt: skip
_VERB_TOO = len("is too")  # of a verb that has such a word in it, "ist auch"
_THIS_IS = bare_words("that's it's c'est è é es")


def said_of_another(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, the number that was said last in the place of "this" in "this is also dL/db"."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        behind = _behind(tokens, at, lexicon)
        number = _number_before(tokens, at, lexicon) if behind else []
        if number:
            start = tokens[at].start
            result += [replace(token, start=start, end=start) for token in number]
            result.append(Token("rel", "is", start, start))
        else:
            result.append(tokens[at])
        at = behind if number else at + 1
    return result


def _behind(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place of a quantity that a sentence says to be this as well, and no more; 0 where none is."""
    word = bare(tokens[at].text) if tokens[at].kind == "word" else ""
    if word not in _THIS | _THIS_IS:
        return 0
    place, too, verb = at + 1, False, word in _THIS_IS
    while place < len(tokens) and (tokens[place].text == "is" or tokens[place].kind == "word"):
        joined = tokens[place].text == "is" and tokens[place].end - tokens[place].start >= _VERB_TOO
        too, verb = too or joined or bare(tokens[place].text) in TOO, verb or tokens[place].text == "is"
        if tokens[place].kind == "word" and bare(tokens[place].text) not in TOO:
            return 0  # "almost", "not"
        place += 1
    side = [token for token in tokens[place : sentence_end(tokens, place)] if not token.edge]
    node = quantity(side, lexicon) if too and verb else None
    return place if node is not None and is_quantity(node) else 0


def _number_before(tokens: list[Token], at: int, lexicon: Lexicon) -> list[Token]:
    """Return the number with its sign at the end of the sentence before; nothing where it is no result."""
    end = last_seen(tokens, at)
    parted = end >= 0 and (ends_sentence(tokens[end]) or tokens[end].text == "comma")
    last = last_seen(tokens, end) if parted else -1
    if last < 0 or tokens[last].kind != "num":
        return []
    first = last - (tokens[last - 1].text == "-") if last else last
    sign = last_seen(tokens, first)
    said = tokens[sentence_start(tokens, last) : last + 1]
    sure = all(token.kind != "rate" and (token.kind != "word" or token.role in _PLAINLY) for token in said)
    side = [*takewhile(lambda token: token.kind != "rel", dropwhile(lambda token: token.kind == "word", said))]
    sure = sure and quantity([token for token in side if not token.edge], lexicon) is not None
    return tokens[first : last + 1] if sure and sign >= 0 and tokens[sign].kind == "rel" else []
