"""Named later: sentences that state no equation, and deny a quantity by its name or give it another number.

    My q is wrong.     There's an error in q.     q can't be 10.     I am not sure about q.     q is in fact 12.

Such a sentence names one quantity, or several in a row, and what it says of them: a denial (and no "not" with it), a
"not" with what holds or with a number, a doubt, or a number alone. It may stand far behind the equation, so that it
counts for all that was stated before it. What is said under a condition is said of nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gradbook.graph.expression import Number
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, Role, bare
from gradbook.written.parsing.cues.around.announcements import ONE, WITHOUT, is_denial
from gradbook.written.parsing.cues.around.denials import ALL
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.equations.statements import Statement, is_quantity
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.grammar.parser import parsed, quantity
from gradbook.written.parsing.phrases.speech.remarks import THIS
from gradbook.written.parsing.phrases.speech.rhetoric import MARKS

_NEEDS = frozenset({
    Role.DENIAL, Role.HEDGE, Role.ERROR, Role.RETRACTION, Role.CONDITION, Role.PLAIN, Role.LINK, Role.FILLER, None,
})  # fmt: skip
_MOST = 12  # words of such a clause
_SAYING = frozenset({Role.RETRACTION, Role.HEDGE, Role.FILLER, Role.LINK, Role.SAME, Role.CONDITION, Role.ARTICLE})
_BESIDE = frozenset({Role.HEDGE, Role.ARTICLE, Role.FILLER, Role.LINK, Role.OF, Role.FOR, Role.VALUES, Role.RESULT})
_SUPPOSING = frozenset({Role.CONDITION, Role.SUPPOSITION, Role.EXAMPLE, Role.OTHERWISE})
_EASY = frozenset({"easy", "easily", "leicht", "facile", "facil", "facilement", "facilmente"})
_CANNOT = frozenset({"can't be", "cannot be", "different from", "verschieden von", "different de", "distinto de"})
_ONE = ONE | {
    "my",
    "mein",
    "mon",
    "mi",
    "one",
    "some",
    "einen",
    "een",
    "kein",
    "keine",
    "no",
    "aucune",
    "ningun",
    "d",
    "d'",
}
_HOLDS = frozenset({  # what is right
    "right", "correct", "true", "okay", "ok", "good", "believe", "trust", "sure", "certain", "stimmt", "stimmen",
    "stimmig", "richtig", "richtige", "korrekt", "wahr", "sicher", "gut", "passt", "juste", "justes", "correcte",
    "correctes", "corrects", "vrai", "vraie", "bon", "bonne", "exact", "exacte", "sur", "croire", "correcto",
    "correcta", "correctos", "correctas", "cierto", "cierta", "bien", "seguro", "segura", "certo", "certa",
    "correto", "correta", "giusto", "giusta", "corretto", "corretta", "vero", "sicuro", "juist", "goed", "klopt",
    "match", "matches", "fit", "fits", "check", "checks", "hold", "holds", "work", "works", "agree", "agrees",
    "passen", "aufgehen", "geht", "colle", "convient", "cuadra", "coincide", "kloppen", "zeker", "poprawne",
    "dobrze", "верно", "правильно", "правильное",
})  # fmt: skip
_TRULY = frozenset({  # what leads to a number that is said instead
    "really", "in fact", "in truth", "in reality", "indeed", "later", "eigentlich", "wirklich",
    "tatsachlich", "in wirklichkeit", "wirklichkeit", "en", "fait", "en fait", "realite", "en realite",
    "vraiment", "realidad", "en realidad", "de hecho", "hecho", "realmente", "in", "na", "fatto",
    "realta", "verdade", "be", "been", "have", "has", "du", "etre", "ser", "sein", "werden", "mussen", "usste",
})  # fmt: skip
_IN = frozenset({
    "computing", "calculating", "contains", "has", "enthalt", "hat", "contient", "contiene", "tiene",
    "in", "with", "for", "about", "at", "bei", "mit", "fur", "im", "dans", "pour", "sur", "avec", "en", "con", "para",
    "em", "nel", "nella", "per", "met", "voor", "w", "przy", "в",
})  # fmt: skip
_ANSWERS = frozenset({
    "answer", "result", "value", "number", "solution", "antwort", "ergebnis", "wert", "zahl", "losung", "reponse",
    "resultat", "valeur", "nombre", "respuesta", "resultado", "valor", "numero", "solucion", "resposta", "risposta",
    "risultato", "valore", "antwoord", "resultaat", "waarde",
})  # fmt: skip
_LABELS = frozenset({
    "equation", "eq", "eqn", "line", "step", "number", "gleichung", "zeile", "schritt", "ligne", "etape", "ecuacion",
    "linea", "paso", "equacao", "linha", "passo", "equazione", "riga", "vergelijking", "regel",
})  # fmt: skip
_LETTERS = frozenset({"I", "J", "j", "a", "A", "M", "l"})  # that are words, where no such name is known
_UNLIKE = frozenset({"", "≠", "!=", "≉", "<>", "neq", "ne", "\\neq", "\\ne"})
_BE = frozenset({"was", "is", "be", "been", "am", "bin", "habe", "hab", "war", "ist", "ai", "etait", "fue", "era"})
_NOR = frozenset({"nor", "or", "noch", "oder", "ni", "ou", "o", "ne", "of"})
_DROPPED = frozenset({
    "ignore", "discard", "disregard", "forget", "drop", "delete", "scrap", "ignoriere", "ignoriert", "ignorieren",
    "vergiss", "vergesst", "ignorez", "ignorer", "oubliez", "oublier", "ignora", "ignoren", "olvida", "olviden",
})  # fmt: skip
_ANEW = frozenset({
    "recomputed", "recalculated", "redone", "corrected", "fixed", "checked", "korrigiert", "neu berechnet", "recalcule",
    "corrige", "corrigee", "recalculado", "corregido",
})  # fmt: skip
_MUST = frozenset({"must", "needs", "need", "has", "muss", "doit", "debe", "should"})
_SIZES = frozenset({"gross", "klein", "hoch", "niedrig", "tief"})
_MADE_UP = frozenset({
    "copied", "guessed", "invented", "kopiert", "abgeschrieben", "geraten", "erfunden", "copie", "copiee", "devine",
    "devinee", "invente", "copiado", "copie q", "adivine", "adivinado", "inventado", "trop", "demasiado",
})  # fmt: skip
_REPLACE = frozenset(
    {"replace", "ersetze", "ersetzt", "remplacer", "remplacez", "reemplaza", "reemplazar", "sustituir"}
)
_MAY = _SAYING | {Role.RESULT, Role.VALUES, Role.BEHIND}
_CHECKED = frozenset({
    "calculator", "computer", "fixing", "fixed", "correcting", "correction", "taschenrechner", "rechner", "korrektur",
    "calculatrice", "ordinateur", "calculadora", "ordenador", "python", "pytorch",
})  # fmt: skip
_TWO, _FEW = 2, 4
_ONLY = frozenset({
    "only", "just", "nur", "bloß", "seul", "seule", "seulement", "solo", "solamente", "só", "apenas", "alleen",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Denied:
    """What a sentence denies: quantities by their names, an equation by its label, or the last one before it.

    Attributes:
        place: where it begins in the source.
        nodes: the quantities that it names.
        number: the number that they are said not to be; None where any is wrong.
        other: the number that they are said to be instead; None where none is said.
        told: the word that says so.
        rest: whether it is of all quantities but these: "only r is right".
        label: of the equation that it is of: "(1) is wrong".
        near: whether it is of the last equation before it.
    """

    place: int
    nodes: tuple[Node, ...]
    told: str
    number: Node | None = None
    other: Node | None = None
    rest: bool = False
    label: str = ""
    near: bool = False

    def hits(self, statement: Statement) -> bool:
        """Whether a statement is before the sentence and says what it denies."""
        if statement.end > self.place or statement.given is not None:
            return False
        named = not self.nodes or any(member.node in self.nodes for member in statement.members)
        if self.rest:
            return not (self.nodes and named)
        last = statement.members[-1].node
        if self.number is not None and last != self.number:
            return False
        return named and not (self.other is not None and last == self.other)


def denied_by_name(around: Surroundings, lexicon: Lexicon, source: str) -> Iterator[Denied]:
    """Yield what the sentences of a stream deny."""
    if around.roles.isdisjoint(_NEEDS) and around.held.isdisjoint(_UNLIKE):
        return
    for start, end in dict.fromkeys(map(around.sentence_at, range(len(around.tokens)))):
        for clause in _clauses(around, start, end):
            denied = (
                _denied(around, clause, lexicon) or _by_label(around, clause, source) or _of_the_last(around, clause)
            )
            if denied:
                yield denied


def with_denials(statements: Sequence[Statement], denied: Sequence[Denied], source: str) -> list[Statement]:
    """Return statements, in doubt where a sentence behind them denies them."""
    found = list(statements)
    for one in denied:
        before = [number for number, statement in enumerate(found) if statement.end <= one.place]
        if one.near:
            before = before[-1:]
        elif one.label:
            before = _labelled(found, before, one.label, source) or before
        for number in before:
            if not found[number].doubt and one.hits(found[number]):
                found[number] = replace(found[number], doubt=one.told)
    return found


def _labelled(statements: Sequence[Statement], numbers: Iterable[int], label: str, source: str) -> list[int]:
    """Return those of some statements in whose line a label stands, as \\tag{1} or (1)."""
    mark = re.compile(rf"\\tag\*?\s*\{{\s*{label}\s*\}}|\({label}\)|^[\s*-]*{label}[.)]\s", re.MULTILINE)
    found: list[int] = []
    for number in numbers:
        start, end = statements[number].start, statements[number].end
        line = source[source.rfind("\n", 0, start) + 1 : source.find("\n", end) % (len(source) + 1)]
        found += [number] if mark.search(line) else []
    return found


def _clauses(around: Surroundings, start: int, end: int) -> Iterator[range]:
    """Yield the clauses of a sentence that are no equations and suppose nothing."""
    begin, supposes = start, False
    for place in range(start, end + 1):
        if place < end and not _parts(around, begin, place):
            continue
        words = around.words(begin, place)
        supposes = supposes or (bool(words) and around.tokens[begin].role in _SUPPOSING)
        said = bool(words) or any(token.text in _UNLIKE for token in around.tokens[begin:place])
        if said and not supposes and len(words) <= _MOST:
            yield range(begin, place)
        begin = place + 1


def _parts(around: Surroundings, begin: int, place: int) -> bool:
    """Whether a clause ends at a place: at a comma that lists no quantities, or at an equation."""
    token = around.tokens[place]
    if place in around.owner:
        draft = around.drafts[around.owner[place]]
        return sum(map(bool, draft.sides)) > 1 and not _negates(around, draft)
    if token.kind != "sep" or token.text not in ("comma", "colon", "arrow"):
        return False
    before, behind = last_seen(around.tokens, place), seen(around.tokens, place + 1)
    if token.text == "colon":  # "Correction for q: 12", "q: wrong"
        told = around.tokens[behind] if behind < len(around.tokens) else token
        return not (before in around.owner and (told.kind == "num" or told.role is Role.DENIAL))
    return not (before >= begin and before in around.owner and behind in around.owner)


def _reason(around: Surroundings, begin: int, end: int) -> int:
    """Return the place between two at which a reason is given for what was said before it; 0 where there is none."""
    return next((place for place in range(begin, end) if around.tokens[place].role is Role.REASON), 0)


def _negates(around: Surroundings, draft: Draft) -> bool:
    """Whether a word between the sides of an equation denies it: "q no es 10"."""
    return any(word.role is Role.DENIAL for word in around.words(draft.first, draft.last))


def _denied(around: Surroundings, clause: range, lexicon: Lexicon) -> Denied | None:
    """Return what a clause denies, if it names quantities in a row, with words about them and a number at most."""
    named: list[Node] = []
    number: Node | None = None
    last, end = clause.start, clause.stop
    unlike = False
    drafts = [around.drafts[n] for n in dict.fromkeys(around.owner[p] for p in clause if p in around.owner)]
    for first, side in ((draft.first, side) for draft in drafts for side in draft.sides):
        tokens = side
        if named and (reason := _reason(around, last, first)):
            end = reason
            break
        if not tokens or tokens[0].kind == "fn" or (len(tokens) == 1 and tokens[0].text in _LETTERS):
            continue  # a verb, or "the sign of q", or "I"
        if len(tokens) == _TWO + 1 and tokens[1].text in _UNLIKE:  # q != 10
            unlike, number = True, parsed(tokens[2:], lexicon)
            tokens = tokens[:1]
        node = quantity(tokens, lexicon)
        if (number is not None and not unlike) or (node is None and not named):
            return None
        if node is not None and is_quantity(node):
            between = around.tokens[last:first] if named else ()
            if any(
                token.kind == "word" and token.text not in AND and bare(token.text) not in _NOR for token in between
            ):
                return None
            named.append(node)
            last = first + len(tokens)
        else:
            number = parsed(tokens, lexicon)
            if not isinstance(number, Number):
                return None
    if not named:
        return None
    place = around.tokens[clause.start].start
    if unlike:
        return Denied(place, tuple(named), "≠", number)
    words = around.words(clause.start, end)
    if not words:
        return None
    told = words[0].text
    if word := _denial(words, number):
        return Denied(place, tuple(named), word, number if _is_negated(words) else None)
    if number is not None and _says(around.words(last, end)):
        return Denied(place, tuple(named), told, other=number)
    only = not _ONLY.isdisjoint(word.text for word in words) and _holds(words) and number is None
    return Denied(place, tuple(named), told, rest=True) if only else None


def _by_label(around: Surroundings, clause: range, source: str) -> Denied | None:
    """Return the equation that a clause denies by its number, or all where it says so: "(1) is wrong", "all wrong"."""
    tokens = [around.tokens[place] for place in clause if not around.tokens[place].edge]
    words = [token for token in tokens if token.kind == "word"]
    place = around.tokens[clause.start].start
    said = [token for token in tokens if token.text not in ("(", ")", "is")]
    numbers = [token.text for token in said if token.kind == "num"]
    item = around.tokens[clause.start - 1] if clause.start else None
    if not numbers and item is not None and item.text == "item" and tokens[0].kind == "rel":
        numbers = re.findall(r"\d+", source[item.start : item.end])
        place = item.start
    plain = all(token.kind in ("word", "num") for token in said)
    whole = bool(words) and words[0].text in ALL and len(words) <= _FEW
    called = {bare(word.text) for word in words[:_FEW]}
    if not plain or not (word := _denial(words, None)) or len(said) > _MOST:
        return None
    values = [token.node for token in said if token.kind == "num"]
    hard = _is_negated(words) or any(_is_wrong(one, words) for one in words)
    if (
        hard
        and len(values) == 1
        and tokens[0].kind in ("num", "word")
        and len(words) <= _FEW
        and _LABELS.isdisjoint(called)
    ):
        return Denied(place, (), word, number=values[0])  # "the 10 is wrong"
    if (
        len(numbers) == 1
        and numbers[0].isdecimal()
        and (tokens[0].kind in ("open", "rel") or not _LABELS.isdisjoint(called))
    ):
        return Denied(place, (), word, label=numbers[0])
    return Denied(place, (), word, rest=True) if whole and not numbers else None


def _of_the_last(around: Surroundings, clause: range) -> Denied | None:
    """Return what is said instead of the last number: "the right answer would be 12", "replace 10 by 12"."""
    tokens = [around.tokens[place] for place in clause if not around.tokens[place].edge]
    words = [token for token in tokens if token.kind == "word"]
    numbers = [token.node for token in tokens if token.kind == "num"]
    texts = {bare(word.text) for word in words}
    place = tokens[0].start
    if any(token.kind not in ("word", "num") and token.text != "is" for token in tokens):
        return None
    if len(numbers) == _TWO and texts & _REPLACE and len(words) <= _FEW:
        return Denied(place, (), words[0].text, number=numbers[0])
    checked = bool(texts & _CHECKED) and tokens[-1].kind == "num" and len(words) <= _MOST
    says = checked or all(word.role in _MAY or bare(word.text) in _TRULY | _HOLDS | _ANSWERS | THIS for word in words)
    right = checked or (not _HOLDS.isdisjoint(texts) and not _ANSWERS.isdisjoint(texts))
    doubts = any(word.role is Role.HEDGE for word in words) and not THIS.isdisjoint(texts)
    if len(numbers) != 1 or not says or not (right or doubts):
        return None
    return Denied(place, (), words[0].text, other=numbers[0], near=True)


def _denial(words: Sequence[Token], number: Node | None) -> str:
    """Return the word that denies what a clause is about; a "not" before such a word says that nothing is wrong."""
    roles = {word.role for word in words}
    texts = {bare(word.text) for word in words}
    if not roles.isdisjoint(_SUPPOSING | {Role.BEHIND}) or not texts.isdisjoint(WITHOUT | _EASY):
        return ""
    wrong = next((word.text for word in words if _is_wrong(word, words)), "") or _error(words)
    negated = _is_negated(words)
    if not wrong and _holds(words) and (asked := next((word.text for word in words if word.text in MARKS), "")):
        return asked  # "is q right?"
    if wrong:
        return "" if negated else wrong
    if negated:
        that = bare(words[-1].text) in THIS  # "q isn't that"
        return words[0].text if number is not None or that or _holds(words) else ""
    hedge = next((word.text for word in words if word.role is Role.HEDGE), "")
    bare_doubt = all(word.role in _BESIDE or bare(word.text) in _BE for word in words)
    return hedge if number is None and (bare_doubt or _holds(words)) else ""


def _is_wrong(word: Token, words: Sequence[Token]) -> bool:
    """Whether a word says that what a clause is about does not count: "wrong", "from the book", "ignore q"."""
    text = bare(word.text)
    again = text in _ANEW and any(other.text in _MUST for other in words)
    too = text in _SIZES and any(other.text == "zu" for other in words)
    dropped = word.role is Role.RETRACTION and text in _DROPPED and len(words) <= _FEW
    return is_denial(word) or word.role is Role.OTHERS or text in _MADE_UP or dropped or again or too


def _error(words: Sequence[Token]) -> str:
    """Return the word for an error that is found in a quantity: "an error in q"; "the error of q" is a number."""
    too = next((word.text for word in words if word.role is Role.ERROR and " " in word.text), "")  # "too large"
    if too or _IN.isdisjoint(bare(word.text) for word in words):
        return too
    return next((two.text for one, two in pairwise(words) if two.role is Role.ERROR and bare(one.text) in _ONE), "")


def _is_negated(words: Sequence[Token]) -> bool:
    """Whether a "not" stands among words; a question mark is none."""
    return any(
        (word.role is Role.DENIAL and not is_denial(word) and word.text not in MARKS) or bare(word.text) in _CANNOT
        for word in words
    )


def _holds(words: Sequence[Token]) -> bool:
    return not _HOLDS.isdisjoint(part for word in words for part in bare(word.text).split())


def _says(words: Sequence[Token]) -> bool:
    """Whether words between a quantity and a number, and behind that, say that it is the quantity's."""
    return all(word.role in _SAYING or bare(word.text) in _TRULY for word in words)
