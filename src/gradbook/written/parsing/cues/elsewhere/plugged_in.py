"""Plugged in: inputs for which words take a number: "we take x as 3", "for x I use 3", "plugging in 3 for x".

What follows is so at that point; whether it is the exercise's own is seen when it is judged.
"""

from collections.abc import Iterator, Sequence

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH

_TAKES = frozenset({  # with an input and a number beside it
    "mis", "puesto", "tomado", "usado", "colocado", "messo", "preso", "usato", "gesetzt", "verwendet", "benutzt",
    "take", "takes", "taking", "taken", "took", "use", "uses", "using", "used", "choose", "chose", "chosen",
    "choosing", "pick", "picked", "picking", "set", "sets", "setting", "plug", "plugs", "plugged", "plugging", "put",
    "puts", "putting", "insert", "inserted", "inserting", "substitute", "substituted", "substituting", "replace",
    "replaced", "replacing", "let", "assign", "assigned", "fix", "fixing", "assume", "assuming", "being", "enter",
    "feed", "feeding", "give", "giving", "nehme", "nehmen", "nimm", "genommen", "setze", "setzen", "setzt",
    "eingesetzt", "einsetzen", "wahle", "wahlen", "gewahlt", "benutze", "benutzen", "verwende", "verwenden", "sei",
    "ersetze", "ersetzen", "einsetzt", "eingeben", "prends", "prend", "prenons", "prenant", "utilise", "utilisons",
    "utilisant", "choisis", "choisit", "choisissons", "mets", "met", "mettons", "remplace", "remplacons", "remplacant",
    "pose", "posons", "posant", "soit", "substituant", "uso", "usa", "usamos", "usando", "tomo", "toma", "tomamos",
    "tomando", "pongo", "pone", "ponemos", "poniendo", "elijo", "elegimos", "sustituyo", "sustituimos", "sustituyendo",
    "reemplazo", "reemplazamos", "reemplazando", "sea", "escolho", "escolhemos", "coloco", "colocamos", "colocando",
    "substituo", "substituimos", "substituindo", "seja", "troco", "trocando", "ponho", "pondo", "prendo", "prendiamo",
    "prendendo", "usiamo", "scelgo", "scegliamo", "metto", "mettiamo", "mettendo", "sostituisco", "sostituiamo",
    "sostituendo", "sia", "inserisco", "inseriamo", "inserendo", "poniamo", "ponendo", "neem", "nemen", "kies",
    "kiezen", "gebruik", "gebruiken", "invullen", "vul", "biore", "bierzemy", "podstawiam", "podstawiamy", "берём",
    "берем", "подставим", "подставляя", "подставляем", "возьмём", "возьмем",
})  # fmt: skip
_GETS = frozenset({"gets", "receives", "bekommt", "erhalt", "recoit", "recibe", "recebe", "riceve", "krijgt"})  # inputs
_AS = frozenset({  # between an input and its number; verbs too: "for x I use 3"
    "value", "wert", "valeur", "valor", "valore", "as", "to", "by", "with", "be", "being", "equal", "equals", "als",
    "auf", "gleich", "mit", "durch", "comme", "par", "egal", "egale", "a", "como", "por", "igual", "come", "con",
    "uguale", "pari", "com", "op", "door", "jako", "на", "for", "fur",
})  # fmt: skip
_FOR = frozenset({  # between a number and its input
    "for", "in", "into", "as", "instead", "of", "fur", "statt", "als", "pour", "dans", "comme", "para", "en", "por",
    "como", "no", "em", "per", "come", "nel", "a", "al", "la", "place", "lugar", "posto", "de", "di", "lieu", "du",
    "voor", "za", "для", "вместо",
})  # fmt: skip
_COUNTED = bare_words(
    "times place places path paths term terms branch branches way ways node nodes gate gates mal stellen pfaden knoten "
    "fois endroits chemins termes veces lugares caminos vezes lugares caminhos volte punti cammini posti keer plaatsen "
    "razy raz miejscach раз раза местах kez defa yerde kali tempat lần chỗ 번 군데 次 处 個 个 回"
)
_WITH = WITH | {"при"}
_NEVER = frozenset({  # of a slope or of the step
    Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.LOCAL, Role.UPSTREAM, Role.BACKWARD, Role.STEP, Role.RATE, Role.NEW,
    Role.AFTER, Role.NUMBER, Role.DENIAL,
})  # fmt: skip
PLUGGING = _TAKES | _GETS | _WITH
"""Words without which nothing is taken so."""

_SLOPES = frozenset({Role.SLOPE, Role.SLOPES, Role.BACKWARD, Role.UPSTREAM, Role.LOCAL})
_PASSED = frozenset({
    "was", "were", "wird", "werden", "wurde", "input", "variable", "eingabe", "entree", "entrada", "ingresso", "invoer",
})  # fmt: skip
_FORMULA = ("op", "open", "frac", "name", "num", "sub", "rel")
_BETWEEN = 4  # words between an input and its number


def plugged_in(said: Sequence[Token], lexicon: Lexicon, *, sloped: bool) -> Iterator[tuple[int, Symbol, Number]]:
    """Yield the inputs for which a clause takes numbers, each with the place behind it.

    Args:
        said: what is seen of the clause.
        lexicon: the exercise's.
        sloped: whether slopes are spoken of, so that what an input gets may be one.
    """
    if any(token.role in _NEVER or token.kind in ("rate", "new", "der", "frac", "nabla", "diff") for token in said):
        return
    for place, token in enumerate(said):
        node = token.node
        if token.kind != "name" or not isinstance(node, Symbol) or node.name not in lexicon.inputs:
            continue
        behind, before = _behind(said, place), _before(said, place)
        if behind and _takes(said, place, behind[0], sloped=sloped):
            yield behind[0], node, behind[1]
        elif before and _is_taken_for(said, before[0], place):
            yield place, node, before[1]


def _behind(said: Sequence[Token], place: int) -> tuple[int, Number] | None:
    """Return the number of a name behind it, past a few words, and its place."""
    at = place + 1
    while at < len(said) and at <= place + _BETWEEN and (said[at].kind == "word" or said[at].text == "is"):
        at += 1
    signed = at < len(said) and said[at].text == "-" and said[at].kind == "op"
    at += signed
    whole = at < len(said) and at > place + 1 + signed and not _goes_on(said, at + 1) and not _counts(said, at + 1)
    value = said[at].node if whole and said[at].kind == "num" else None
    return (at, Number(-value.value if signed else value.value)) if isinstance(value, Number) else None


def _before(said: Sequence[Token], place: int) -> tuple[int, Number] | None:
    """Return the number of a name before it, past "for" or "in for", and its place."""
    at = place - 1
    while at >= 0 and at >= place - _BETWEEN and _may_lead(said[at]):
        at -= 1
    value = said[at].node if 0 <= at < place - 1 and said[at].kind == "num" else None
    if not isinstance(value, Number) or _goes_on(said, place + 1):
        return None
    signed = at > 0 and said[at - 1].text == "-"
    lead = said[at - 1 - signed] if at > signed else None
    whole = lead is None or lead.kind == "word"
    return (at - signed, Number(-value.value if signed else value.value)) if whole else None


def _may_lead(token: Token) -> bool:
    """Whether a token may stand between a number and the input that it is taken for: "3 is used for x"."""
    text = bare(token.text)
    worded = token.kind == "word" and (text in _FOR or text in _TAKES or text in _PASSED or token.role is Role.ARTICLE)
    return worded or (token.kind == "rel" and token.text == "is")


def _goes_on(said: Sequence[Token], at: int) -> bool:
    """Whether a formula goes on at a place."""
    return at < len(said) and said[at].kind in _FORMULA and said[at].text != "is"


def _counts(said: Sequence[Token], at: int) -> bool:
    """Whether the number before a place only counts what stands there: "w is used 2 times", "in 2 places"."""
    return at < len(said) and (said[at].role is Role.TIMES or bare(said[at].text) in _COUNTED)


def _takes(said: Sequence[Token], place: int, number: int, *, sloped: bool) -> bool:
    """Whether words say that an input is taken to be the number behind it."""
    between = [bare(token.text) for token in said[place + 1 : number]]
    beside = [bare(token.text) for token in (*said[:place], *said[number + 1 : number + 2])]
    if not _GETS.isdisjoint(between):
        return place == 0 and len(between) == 1 and not beside and not sloped
    verb = not _TAKES.isdisjoint(between)
    passive = len(between) == 1 and between[0] in _PASSED | {"is"}  # "für x wird 3 eingesetzt"
    return verb or (not _TAKES.isdisjoint(beside) and (passive or not _AS.isdisjoint(between)))


def _is_taken_for(said: Sequence[Token], number: int, place: int) -> bool:
    """Whether words say that the number before an input is taken for it."""
    lead = [bare(token.text) for token in said[:number]]
    between = [bare(token.text) for token in said[number:place] if token.kind == "word"]
    if _FOR.isdisjoint(between):
        return False
    behind = [bare(token.text) for token in said[place + 1 : place + 2]]
    led = len(lead) == 1 and lead[0] in _WITH
    return led or not _TAKES.isdisjoint(part for text in (*lead, *between, *behind) for part in text.split())


def speaks_of_slopes(roles: frozenset[Role | None]) -> bool:
    """Whether words of an answer speak of slopes."""
    return not _SLOPES.isdisjoint(roles)
