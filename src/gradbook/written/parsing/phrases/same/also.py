"""What a number is as well, as the next sentence says: "dL/do = -1.47. This is already dL/db."."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import TOO
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.lists.referring import THIS
from gradbook.written.parsing.equations.statements import is_quantity
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, sentence_end, sentence_start
from gradbook.written.parsing.grammar.parser import quantity

_THIS = THIS | bare_words("it este esta questa which wat was")
_PLAINLY = frozenset({  # what words do that neither doubt a number nor say of when or of whom it is
    Role.LINK, Role.ARTICLE, Role.PLAIN, Role.RESULT, Role.SLOPE, Role.OF, Role.BY, Role.BACKWARD, Role.VALUES,
})  # fmt: skip
ALREADY = (
    TOO
    | bare_words(
        "already directly immediately simultaneously bereits schon zugleich gleichzeitig direkt déjà "
        "directement ya directamente já diretamente già direttamente al reeds meteen już od razu уже сразу zaten už "
        "redan"
    )
    | {"at once"}
)
_NAMED = frozenset({Role.ARTICLE, Role.OF, Role.FOR, Role.BY, Role.WEIGHT, Role.BIAS})
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
    while place < len(tokens) and (tokens[place].text == "is" or bare(tokens[place].text) in ALREADY):
        joined = tokens[place].text == "is" and tokens[place].end - tokens[place].start >= _VERB_TOO
        too, verb = too or joined or tokens[place].kind == "word", verb or tokens[place].text == "is"
        place += 1
    side = [token for token in tokens[place : sentence_end(tokens, place)] if not token.edge]
    if not (too and verb and side):  # "this is almost", "this is not"
        return 0
    if is_quantity(quantity(side, lexicon)):
        return place
    slope = _slope_in_words(side, lexicon)
    return tokens.index(slope, place) if slope is not None else 0


def _slope_in_words(side: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """Return the noun of "the gradient for the bias b", where a sentence ends with that, and says no more of it."""
    *words, name = side
    slopes = [word for word in words if word.role is Role.SLOPE]
    plain = all(word.role in _NAMED or word.role is Role.SLOPE for word in words)
    known = name.kind == "name" and name.name in lexicon.cone(lexicon.output)
    return slopes[0] if len(slopes) == 1 and plain and known else None


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
    told = _behind_label(said)
    sure = all(token.kind != "rate" and (token.kind != "word" or token.role in _PLAINLY) for token in told)
    side = [*takewhile(lambda token: token.kind != "rel", dropwhile(lambda token: token.kind == "word", told))]
    labelled = len(told) < len(said)
    sure = sure and (labelled or quantity([token for token in side if not token.edge], lexicon) is not None)
    stated = sign >= 0 and (tokens[sign].kind == "rel" or (labelled and tokens[sign].text == "colon"))
    return tokens[first : last + 1] if sure and stated else []


def _behind_label(said: Sequence[Token]) -> Sequence[Token]:
    """Return a sentence behind the colon of what it is said to be of: "delta at o: 2 * 1.5"."""
    part = next((place for place, token in enumerate(said) if token.kind == "sep" and token.text == "colon"), 0)
    label = [token for token in said[:part] if not token.edge]
    words = all(word.kind == "word" and word.role not in AGAINST_IT for word in label[:-1])
    words = words and any(word.role is Role.FOR for word in label)
    return said[part + 1 :] if words and label[-1].kind == "name" else said
