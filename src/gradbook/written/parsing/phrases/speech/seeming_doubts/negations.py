"""Negations: a "not" that only denies what a node is or does ("y is not the maximum") denies no equation."""

from dataclasses import replace
from itertools import pairwise, takewhile

from gradbook.graph.expression import Derivative, Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import ends_line, sentence_end

_BEFORE = frozenset({Role.ARTICLE, Role.FILLER})  # "not the maximum"
_BEHIND = _BEFORE | {Role.PLAIN}  # "braucht man nicht"
_DENIED = frozenset({Role.ASPECT, Role.CHANGES, Role.STEP})  # "not updated" is "no update" in other languages
_FAR = 2  # words and verbs between
_EQUATION = 12  # tokens behind a verb in which one that is stated begins
_DOES_NOTHING = 3  # words of it
_LINE = 40  # tokens of a line before a name
_NEAR = 5  # tokens behind a verb of change that may say from what to what
THAT = frozenset({
    "that", "dass", "daß", "que", "che", "dat", "że", "ze", "что",
    "rằng", "bahwa", "bahwasanya", "ki", "що", "щоб", "ότι", "πως", "att", "hogy", "että",
})  # fmt: skip
COMMA_THAT = THAT | {"at", "že", "че", "дека", "kad", "ka"}  # no words of other languages behind a comma
_MODAL = frozenset({  # "it is not necessary that q = 10"
    "necessary", "needed", "required", "obvious", "nötig", "notwendig", "erforderlich", "offensichtlich", "nécessaire",
    "évident", "necesario", "obvio", "necessário", "óbvio", "necessario", "ovvio", "nodig", "konieczne",
})  # fmt: skip
_BUT = bare_words("but except außer sauf excepté salvo excepto exceto tranne behalve кроме")
_HOLDING = bare_words(  # of all inputs but one: "holding everything but w fixed"
    "hold holding keep keeping freeze freezing halte halten festhalten konstant "
    "gelant geler gèle fige figeant fixant congelando congelo fijando dejando manteniendo "
    "fixando mantendo fissando tenendo tengo houd"
)
NOTHING = bare_words(
    "nothing nichts nix niets niks rien nada niente nulla nic nico ничего нічого ingenting inget intet nimic tipota"
)
_DOES = bare_words("does do did tut macht machte doet deed fait hace faz fa robi делает робить dělá gör gjør gør face")
_HOLDS = frozenset({"geht", "kommt", "gehen", "gaat", "werkt", "va", "vale"})  # "q = 10 geht nicht": it does not hold


def settled(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each negation as a denial, or as a plain word where what it denies stands beside it."""
    return [_settled(tokens, at) for at in range(len(tokens))]


def _settled(tokens: list[Token], at: int) -> Token:
    if idle := _is_idle(tokens, at):
        denies = bare(tokens[at].text) in NOTHING and _has_slope(tokens, idle - 1)
        return replace(tokens[at], kind="word", role=Role.DENIAL if denies else Role.PLAIN)
    if _holds_others(tokens, at):
        return replace(tokens[at], kind="word", role=Role.PLAIN)
    match tokens[at].role:
        case Role.ASPECT:
            return replace(tokens[at], role=Role.PLAIN)
        case Role.NEGATION if tokens[at].text == "ne" and _only_limits(tokens, at):
            return replace(tokens[at], role=Role.PLAIN)
        case Role.NEGATION if tokens[at].text == "pas" and _is_step(tokens, at):
            return replace(tokens[at], role=Role.STEP)
        case Role.NEGATION:
            behind, before = tokens[at + 1 : at + 2 + _FAR], tokens[max(0, at - 1 - _FAR) : at]
            numeric = any(token.kind in ("num", "name") for token in tokens[at + 2 : at + 2 + _NEAR])
            moves = numeric and any(token.role is Role.CHANGES for token in behind)  # "does not fall from 1 to 0.01"
            moved = any(token.kind == "num" for token in behind) and any(t.role is Role.CHANGES for t in before)
            holds = any(
                tokens[n].text in _HOLDS and tokens[n - 1].kind in ("num", "close")
                for n in range(max(1, at - _FAR), at)
            )
            holds = holds or (
                bool(behind) and behind[0].text in _HOLDS and at > 0 and tokens[at - 1].kind in ("num", "close")
            )  # "non va"
            modal = any(
                one.text in _MODAL and other.text in THAT
                for one, other in pairwise(t for t in tokens[at + 1 : at + 3 + _FAR] if t.text != "comma")
            )
            leads = any(token.kind == "open" for token in tokens[at + 1 : at + 1 + _NEAR])  # "does not lead to (1, 2)"
            of_it = _denied(behind, _BEFORE) or (not leads and _denied(before[::-1], _BEHIND))
            harmless = of_it and not (modal or moves or moved or holds or _states(tokens[at + 1 : at + 1 + _EQUATION]))
            return replace(tokens[at], role=Role.PLAIN if harmless else Role.DENIAL)
    return tokens[at]


def _holds_others(tokens: list[Token], at: int) -> bool:
    """Whether a word only leaves one quantity out of those that are held: "holding everything but w fixed"."""
    if tokens[at].kind != "word" or bare(tokens[at].text) not in _BUT or tokens[at].role is Role.PLAIN:
        return False
    behind = [token for token in tokens[at + 1 : at + 3] if not token.edge]
    named = bool(behind) and behind[0].kind == "name"
    return named and any(bare(token.text) in _HOLDING for token in tokens[max(0, at - _NEAR) : at])


def _is_idle(tokens: list[Token], at: int) -> int:
    """Return the place behind a function or a node of which a word says that it does nothing; 0 where it does not.

    "relu doet niks", "la relu ne fait rien"
    """
    said = bare(tokens[at].text)
    if tokens[at].kind not in ("word", "rel") or (tokens[at].role in (Role.PLAIN, Role.LINK) and said not in NOTHING):
        return 0
    start = next((n for n in range(at, max(-1, at - _NEAR), -1) if tokens[n].kind in ("fn", "name")), -1)
    clause = [*takewhile(lambda one: one.kind == "word" or one.text == "is", tokens[start + 1 : start + 1 + _NEAR])]
    texts = [bare(one.text) for one in clause]
    idle = not NOTHING.isdisjoint(texts) and (not _DOES.isdisjoint(texts) or ("ne" in texts and "is" in texts))
    ends = start + 1 + len(clause)
    over = ends >= len(tokens) or tokens[ends].kind in ("sep", "close", "stop")
    return start + 1 if at < ends and idle and over else 0


def _has_slope(tokens: list[Token], at: int) -> bool:
    """Whether the line says before a name that the output does move with it: "df/db = 3 (b does nothing)".

    Neither "(+ b does nothing)" nor "b does nothing to it" speaks of that.
    """
    words = [*takewhile(lambda token: token.kind == "word" or token.text == "is", tokens[at + 1 :])]
    if len(words) > _DOES_NOTHING or (at and tokens[at - 1].kind == "op"):
        return False
    line = [*takewhile(lambda token: not ends_line(token), reversed(tokens[max(0, at - _LINE) : at]))][::-1]
    moved = [place for place, token in enumerate(line) if _is_by(line, place, tokens[at].name)]
    numbers = [token.node for token in line[moved[-1] :] if token.kind == "num"] if moved else []
    return bool(numbers) and numbers[-1] != Number(0)


def _is_by(line: list[Token], at: int, name: str) -> bool:
    """Whether a derivative by a quantity ends at a place of a line."""
    node = line[at].node
    told = isinstance(node, Derivative) and node.by == name
    return bool(name) and (told or (at > 0 and line[at].name == name and line[at - 1].kind == "diff"))


def _only_limits(tokens: list[Token], at: int) -> bool:
    """Whether the French "ne" is that of "ne ... que", which is "only": "je ne déplace que le centre".

    It is not before a clause that states something, "nul ne croit que q = 10".
    """
    behind = tokens[at + 1 : at + _NEAR]
    end = next((n for n, token in enumerate(behind) if token.text == "que"), 0)
    clause = takewhile(lambda token: token.kind not in ("sep", "open"), tokens[at + 1 + end : sentence_end(tokens, at)])
    states = any(token.kind == "rel" for token in clause)
    own = all(token.kind == "word" and token.role is not Role.NEGATION for token in behind[:end])
    return end > 0 and own and not states


def _is_zero(token: Token) -> bool:
    """Whether a word is "zero": what is not zero may be anything else."""
    return token.role is Role.NUMBER and DICTIONARY.value(token.text) == 0


def _is_step(tokens: list[Token], at: int) -> bool:
    """Whether the French "pas" is a step: "un pas", "pas de 0,1", "pas ρ = 0,1"."""
    if at and tokens[at - 1].role is Role.ARTICLE:
        return True
    begins = not at or tokens[at - 1].kind in ("sep", "open")
    behind = [token for token in tokens[at + 1 : at + 4] if not token.edge and token.role is not Role.OF]
    return begins and bool(behind) and behind[0].kind in ("num", "rate")


def _states(behind: list[Token]) -> bool:
    """Whether an equation stands right behind what a node does: "does not pass dL/dw = 3 on"."""
    verb = next((at for at, token in enumerate(behind) if token.role is Role.ASPECT), len(behind))
    said = [*takewhile(lambda token: token.kind not in ("sep", "word"), behind[verb + 1 :])]
    return any(token.kind == "rel" for token in said[1:])


def _denied(beside: list[Token], between: frozenset[Role]) -> bool:
    """Whether the first word beside a negation that is not passed over is of what a node is or does."""
    for token in beside:
        verb = token.kind == "rel" and token.text == "is"  # "non è il massimo"
        if not verb and (token.kind != "word" or token.role not in between):
            return token.kind == "word" and (token.role in _DENIED or _is_zero(token))
    return False
