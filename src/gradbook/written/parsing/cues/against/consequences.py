"""Consequences: remarks on what a change of a quantity would do, "(negative: increasing w would lower the loss)".

Their "would" is of the change that they speak of, and makes no number before them doubtful.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.parsing.phrases.speech.remarks import JUDGES, THIS

_WOULD = frozenset({
    "would", "should", "could", "can", "may", "might", "wurde", "wurden", "sollte", "sollten", "konnte", "konnten",
    "musste", "mussten", "wuerde", "wuerden", "koennte", "koennten", "muesste", "muessten", "pourrait", "pourraient",
    "devrait", "devraient", "podria", "podrian", "deberia", "deberian", "poderia", "poderiam", "deveria", "deveriam",
    "potrebbe", "potrebbero", "dovrebbe", "dovrebbero", "zou", "zouden", "moglby", "moglaby", "mogloby", "бы",
    "могло", "может", "make",
})  # fmt: skip
_CONDITIONAL = regex(r"(?:rian?|riam|rebbero|rebbe|raient|rait|l[oa]?by)$")  # endings of verbs without accents
_MOVES = (  # how words begin that say that something grows or shrinks
    "increas", "decreas", "rais", "lower", "reduc", "larger", "bigger", "smaller", "higher", "grow", "shrink", "push",
    "gross", "groß", "klein", "erhoh", "erhoeh", "senk", "verring", "steig", "sink", "vergross", "verklein",
    "augment", "diminu", "baiss", "grand", "petit", "aument", "mayor", "menor", "sub", "baj", "maior", "reduz",
    "cresc", "abbass", "maggior", "minor", "grot", "klein", "verhog", "verlag", "vergrot", "zwieksz", "zmniejsz",
    "wieksz", "mniejsz", "увелич", "уменьш", "больш", "меньш", "arttir", "artir", "azal", "menaik", "menurun",
    "memperbesar", "memperkecil", "tang", "giam",
)  # fmt: skip
_SOMEBODY = frozenset({
    "we", "you", "one", "i", "wir", "man", "nous", "on", "vous", "мы", "nosotros", "nos", "noi", "wij", "je", "my",
})  # fmt: skip
_MAY_STAND = frozenset({"word", "sep", "name", "new", "vec", "open", "close"})
_AGAINST = frozenset({None, *AGAINST_IT, Role.SLOPE, Role.SLOPES, Role.RESULT, Role.ERROR})


def is_consequence(head: list[Token], inside: list[Token]) -> bool:
    """Whether a remark on a gradient only says what a change of a quantity would do, and nothing of its number.

    Args:
        head: what the equation before it is of.
        inside: the remark.
    """
    if not any(token.kind in ("der", "frac", "diff", "nabla") for token in head):
        return False
    if not any(token.kind in ("name", "new", "vec") for token in inside):
        return False
    if any(token.kind not in _MAY_STAND and token.text != "is" for token in inside):
        return False  # a number, or a sign between two
    subject, moves = False, False
    before = ""
    for token in inside:
        text = bare(token.text) if token.kind == "word" else ""
        if token.kind == "sep":
            subject = subject and token.edge
        elif token.kind != "word":
            subject = True
        elif text in _WOULD or _CONDITIONAL.search(text):
            if not subject:
                return False  # "should be larger" may be of the number
        elif token.role is Role.CHANGES or text.startswith(_MOVES):
            moves = subject = True
        elif _speaks_against(token, text) and not (token.role is Role.ERROR and before == "is"):  # "a is too small"
            return False
        subject = subject or text in _SOMEBODY
        before = token.text
    return moves


def _speaks_against(word: Token, text: str) -> bool:
    """Whether a word may say something of the number before the remark."""
    return word.role in _AGAINST or text in JUDGES or (text in THIS and word.role is not Role.LINK)
