"""Sections: what headings say against all below them, which those of a lower rank undo only where they correct it.

# First attempt (wrong)
## Backward
df/dx = 3               is under both
"""

from collections.abc import Sequence

from gradbook.core.text.lines import behind_in_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare, bare_words
from gradbook.written.lexing.words.lists.withdrawing import UNDOES, WITHDRAWS

_WORD = regex(r"[^\W\d_]+")
_UNRANKED = 7  # titles in bold, or underlined: below all that have a rank
_PARTS = frozenset({  # of an answer: "Backward pass", "Step 2", "Gradients of the weights"
    Role.BACKWARD, Role.VALUES, Role.SLOPE, Role.SLOPES, Role.STEP, Role.PART_OF_GRAPH, Role.WEIGHT, Role.BIAS,
    Role.ARTICLE, Role.OF, Role.FOR, Role.NUMBER, Role.LINK, Role.RATE,
})  # fmt: skip
_LIFTS = bare_words(  # of a title that may be of what counts, under one that speaks against what is below it
    "corrected correct correction right final second third another new clean solution answer answers attempt again "
    "instead revised richtig richtige korrekt korrigiert korrektur endgültig endgültige zweite zweiter neue neuer neu "
    "lösung reinschrift corrigé corrigée juste deuxième seconde nouveau nouvelle réponse définitive propre correcto "
    "corregido corregida definitiva segundo segunda nuevo nueva solución limpio corrigido corrigida correta "
    "definitivo nova solução corretto corretta secondo nuova soluzione bella oplossing verbeterd tweede poprawione "
    "rozwiązanie исправлено решение чистовик 正确 订正 更正 解答"
)

_FIRM = (
    WITHDRAWS
    | UNDOES
    | bare_words(  # what other titles below do not undo
        "wrong incorrect false old rough scratch draft first attempt copied mistake falsch alt alte entwurf "
        "schmierblatt versuch faux fausse brouillon ancien ancienne mal incorrecto borrador viejo errado rascunho "
        "velho sbagliato sbagliata bozza vecchio fout kladje oude błędne brudnopis неверно неправильно черновик 错 "
        "草稿 間違い 下書き"
    )
)

_FIRM_SIGNS = tuple(word for word in _FIRM if SIGNS.match(word))  # of scripts in which no blanks part words


class Sections:
    """The headings that a place stands under.

    Args:
        source: the answer.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[tuple[int, str]] = []
        self._rank, self._title = _UNRANKED, ""
        self._firm = False  # whether what is said against is so for all titles below

    def begin(self, heading: Token) -> None:
        """Take the mark of a heading, which ends the sections of its rank and below."""
        mark = self._source[heading.start : heading.end].strip()
        self._rank = sum(mark.count(sign) for sign in "#*=") or _UNRANKED
        self._open = [(rank, told) for rank, told in self._open if rank < self._rank]
        self._title = behind_in_line(self._source, heading.end)

    def say(self, against: str, words: Sequence[Token]) -> None:
        """Take what the heading that has begun says against what is under it, and its words."""
        lifts = any(bare(word.text) in _LIFTS for word in words)  # "Corrected", "Second attempt"
        other = self._rank == _UNRANKED or any(word.role not in _PARTS for word in words)
        if lifts or (other and not self._firm):
            self._open.clear()
        self._open.append((self._rank, against))
        firm = any(bare(word) in _FIRM for word in _WORD.findall(self._title))
        firm = firm or any(signs in self._title for signs in _FIRM_SIGNS)
        self._firm = any(told for _, told in self._open) and (self._firm or firm)

    @property
    def against(self) -> str:
        """What is said against what stands here."""
        return next((told for _, told in self._open if told), "")
