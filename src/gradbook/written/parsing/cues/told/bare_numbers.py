"""Bare numbers: what an answer calls its result, or what a program or a check gave, without naming the quantity.

    dL/dw = 56 ... So my answer is 48.      Numerical gradient: dL/dw = 56. By hand: 48.

Whose number it is, and of what, nobody can read. Where it is none of the exercise's, it speaks against the claim beside
it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS

_TELLS = bare_words(  # that a number is somebody's result, or one that came instead
    "my mine me i we our answer result final total solution summary altogether average averaged update edit now later "
    "then changed recalculated corrected correction fixed fix fixing instead true correct actual actually obtained got "
    "get gets gives gave prints print printed output code program script hand by_hand manual manually numerical "
    "numerically analytical analytic autograd pytorch tensorflow backprop formula calculated computed obtain should ps "
    "expected convinced right mode check checked it's its colab laptop has have had "
    "mein meine meins ich mir wir antwort ergebnis lösung jetzt nun dann später geändert korrigiert richtig eigentlich "
    "stattdessen nachher neu erhalten bekomme erhalte kommt heraus istwert ist-wert numerisch analytisch programm "
    "nachtrag mon ma moi je nous réponse résultat maintenant ensuite corrigé obtenu obtiens trouve trouvé main "
    "mi mío mía yo respuesta resultado solución ahora luego corregido obtenido obtengo sale mano analítico numérico "
    "meu minha eu resposta agora depois corrigido obtido obtive deu mão mio mia io risposta risultato soluzione ora "
    "poi corretto ottenuto ottengo viene mano mijn ik antwoord resultaat nu dan gecorrigeerd krijg"
)
_IN_SIGNS = (
    "我", "结果", "答案", "现在", "后来", "改成", "实际", "得到", "算出",
    "나는", "내", "결과", "이제", "실제", "나왔",
)  # fmt: skip
_COUNTED = bare_words(  # what has a number of its own
    "exercise problem question task part solution answer step chapter section version group method run number nr no "
    "page slide lecture week zu aufgabe teil frage lösung antwort schritt kapitel exercice partie étape réponse "
    "ejercicio parte paso respuesta exercício passo resposta esercizio risposta opgave vraag stap antwoord zadanie "
    "задача 题 第 문제"
)
_CHECKED = bare_words("checked check redid verified überprüft geprüft nachgerechnet vérifié comprobé verifiquei")
_ITEMS = 20  # so many parts an answer may have: "I checked 3. with a difference"
_WHEN = bare_words(  # which alone does not say whose a number is
    "output now later then jetzt nun dann später maintenant ensuite ahora luego agora depois ora poi nu dan"
)
_SENTENCE = SENTENCE_ENDS | {"row"}
_PARAGRAPH = frozenset({"block", "item", "heading"})
_SUPPOSES = frozenset({Role.SUPPOSITION, Role.CONDITION})
_ROLES = frozenset({Role.RESULT, Role.SLOPE, Role.NEW, Role.RETRACTION, Role.OTHERS})
_NOUNS = frozenset({Role.RESULT, Role.OTHERS})
_ENDING = frozenset({Role.DENIAL, Role.NEW, Role.PLAIN})
_JOINS = bare_words("and but so while whereas und aber sondern also et mais donc y pero e mas ma quindi maar")
_CONCLUDES = bare_words("so also donc quindi")
_FEW = 2  # words behind such a number
_PARTS = frozenset({"stop", "line", "block", "item", "heading", "comma", "row", "wide", "struck"})
_TITLES = frozenset({"line", "block", "heading", "item", "colon"})
_SIGNS = frozenset({"is", "=", "~"})
_LONGEST = 12  # words of such a clause
_SMALLEST = 2  # a whole number up to it counts something


@dataclass(frozen=True, slots=True)
class Bare:
    """A number that is said of nothing by name, and where it stands."""

    value: float
    start: int


def bare_numbers(
    tokens: Sequence[Token], statements: Iterable[Statement], code: Sequence[tuple[int, int]]
) -> Iterator[Bare]:
    """Yield the numbers at the end of clauses that name no quantity and tell of a result.

    Args:
        tokens: of the answer.
        statements: what is stated of quantities.
        code: where program text stands, which says itself of what its numbers are.
    """
    spans = [(statement.start, statement.end) for statement in statements] + [*code]
    before: list[Token] = []
    led: list[Token] = []
    clause: list[Token] = []
    supposing = supposed = False  # "Suppose x had been 3. Then the net input would be 1.4, the output 0.8"
    for token in [*tokens, Token("sep", "block", 0, 0)]:
        if token.edge or (token.kind == "sep" and token.text not in _PARTS and token.text != "colon"):
            continue
        if not _parts(token):
            clause.append(token)
            continue
        if clause:
            stated = any(a < clause[-1].end and clause[0].start < b for a, b in spans)
            supposing = supposing or any(word.role in _SUPPOSES for word in clause)
            supposed = supposed or (supposing and any(word.role is Role.BEHIND for word in clause))
            number = None if stated else _number(clause, before or led, supposed=supposed)
            if number is not None:
                yield number
            titled = token.text in _TITLES or clause[-1].text == "colon"
            before = clause if titled and not stated else []
        led = [token] if token.kind == "word" and token.role is Role.LINK else []  # "so 48"
        clause = []
        supposed = supposed and token.text not in _SENTENCE
        supposing = supposing and token.text not in _PARAGRAPH


def _parts(token: Token) -> bool:
    """Whether a clause ends at a token."""
    joins = token.kind == "word" and bare(token.text) in _JOINS
    return joins or token.kind in ("open", "close") or (token.kind == "sep" and token.text != "colon")


def _tells(word: Token) -> bool:
    """Whether a word says that a number is a result, or whose it is."""
    return word.role in _ROLES or not _TELLS.isdisjoint(bare(word.text).split())


def _leads(token: Token) -> bool:
    """Whether a number behind a token is what it comes to, and no count of it."""
    if token.kind != "word":
        return True
    return bare(token.text) not in _COUNTED and (_tells(token) or token.role is Role.OF) and token.role not in _NOUNS


def _points(token: Token, number: Token) -> bool:
    """Whether a number behind a word is that of a part of the answer."""
    return bare(token.text) in _CHECKED and number.text.isdecimal() and number.value <= _ITEMS


def _number(clause: list[Token], before: list[Token], *, supposed: bool) -> Bare | None:
    """Return the number that a clause tells, with what stands over it where it is a number alone."""
    place = next((at for at in range(len(clause) - 1, -1, -1) if clause[at].kind == "num"), -1)
    if place < 0 or len(clause) > _LONGEST:
        return None
    sign = place > 0 and clause[place - 1].text == "-"
    lead, behind = clause[: place - sign], [token for token in clause[place + 1 :] if token.text != "colon"]
    plain = (token.kind in ("word", "sep") or (token.kind == "rel" and token.text in _SIGNS) for token in lead)
    if not all(plain) or not all(token.kind == "word" for token in behind):
        return None
    if lead and (not _leads(lead[-1]) or (len(lead) > 1 and _points(lead[-1], clause[place]))):
        return None  # "Solution to 3", "Answer 6.2", "week 3"
    if len(behind) > _FEW or not all(_tells(word) or word.role in _ENDING for word in behind):
        return None
    said = [*lead, *behind] if lead or behind else before
    number = -clause[place].value if sign else clause[place].value
    words = [token for token in said if token.kind == "word"]
    signs = "".join(word.text for word in words if not word.text.isascii())
    concludes = not (lead or behind) and len(before) == 1 and bare(before[0].text) in _CONCLUDES
    counts = number.is_integer() and 0 <= abs(number) <= _SMALLEST and not concludes
    if supposed:
        words = [word for word in words if bare(word.text) not in _WHEN]
    told = concludes or any(map(_tells, words)) or any(each in signs for each in _IN_SIGNS)
    return Bare(number, clause[place].start) if told and not counts else None
