"""Bracketed remarks: what stands in brackets at an equation, and says another number, or that it is none: "(wrong)"."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SIGNED
from gradbook.written.lexing.words.dictionary import NO_CLAIM, VAGUE, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import AIDS, WITHOUT
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.cues.against.consequences import is_consequence
from gradbook.written.parsing.cues.against.denials.behind import MAY
from gradbook.written.parsing.cues.against.derived.made_of import SLOPES
from gradbook.written.parsing.cues.around.denials import ALONE
from gradbook.written.parsing.cues.around.surroundings import SHORT, Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.speech.attributions import exemplary, of_others, says_somebody
from gradbook.written.parsing.phrases.speech.remarks import contradicts
from gradbook.written.parsing.phrases.speech.seeming_doubts.apologies import is_excuse
from gradbook.written.parsing.phrases.speech.seeming_doubts.degrees import TARGETS
from gradbook.written.parsing.phrases.speech.set_aside import set_aside

_NO = bare_words("no nein non não nee nie nej нет nope nah 不 不是 아니 아니요 いいえ")
_HARMLESS = frozenset({"given", "expected", "close"})
_FLIPPED = frozenset({
    "flipped", "reversed", "swapped", "vertauscht", "verdreht", "inverse", "inversee", "invertido", "invertida",
    "invertito", "cambiado", "trocado",
})  # fmt: skip
_CAME_OUT = bare_words("actual actually mine got instead tatsächlich réel real reale")
_EXPECTED = bare_words("expected erwartet attendu esperado esperada atteso verwacht oczekiwane ожидается ожидалось")
_CLOSER = bare_words(
    "digits decimals unrounded precisely exactly genauer stellen nachkommastellen ungerundet exactement décimales "
    "chiffres exactamente cifras decimales exatamente decimais casas cifre decimali decimalen onafgerond miejsc знаков "
    "цифр"
)
_BESIDE_DIGITS = _CLOSER | bare_words(
    "with more exact exactly is it mit mehr genauer genau avec plus de exactement con más exactamente com mais "
    "exatamente più esattamente met meer precies z dokładniej с больше точнее"
)
_NEARLY = 0.005
_LABEL = 2  # words of such a bracket
_FORGOT = bare_words(  # what was wrong with a number that is struck
    "forgot forgotten missed missing dropped lost slip typo error mistake sign vergessen fehlt fehlte vorzeichen "
    "fehler oubli oublié oublie oubliée manque signe erreur olvidé olvido faltaba falta signo error esqueci esquecido "
    "faltou faltava sinal erro dimenticato mancava manca segno errore vergeten teken fout zapomniałem zapomniałam "
    "znak błąd забыл забыла знак ошибка 忘了 忘记 漏了 符号"
)
_TERMS = bare_words("term terms summand part termine terme termo término parte Glied addend")
_ONE_OF = bare_words(  # of several
    "other second first last remaining altro secondo primo andere zweite erste autre deuxième premier otro segundo "
    "primer outro primeiro"
)
_UNSURE = NO_CLAIM - {Role.RETRACTION}


def _answers_no(inside: list[Token]) -> bool:
    """Whether brackets begin with "no", and more: "q = 10 (no, half of it)"."""
    return len(inside) > 1 and bare(inside[0].text) in _NO and inside[1].text in ("comma", "colon", "stop")


def said_aside(around: Surroundings, number: int) -> str:
    """ "q = 10 (wrong)", "q = 10 (for w = 7)"."""
    draft, behind = around.drafts[number], around.behind(number)
    for place, inside in around.remarks:
        own = behind < place <= SHORT + behind and around.alone(behind, place)  # "(wrong)" in the next line
        if draft.first <= place <= behind or own:
            words = [t for t in inside if t.kind == "word" and not (t.text == "skip" and place <= draft.last)]  # a path
            if words and words[0].role is Role.CONDITION and any(t.role is Role.CHANGES for t in words[1:]):
                words = [t for t in words[1:] if t.role not in MAY]  # "(if v goes up by 0.001, J would go up)"
            words = [w for at, w in enumerate(words) if not (w.role is Role.BEHIND and _compares(words[at + 1 :]))]
            if _answers_no(inside):
                return inside[0].text
            if _tells_of_struck(around, draft, inside):
                continue
            numbered = any(token.kind == "num" for token in inside)  # "no time left, the factor 2 is missing"
            if not numbered and is_excuse([word.text for word in words]):
                continue
            if _denies_another(draft, inside) and _ends_it(around, place):
                continue
            if _says_it_closer(draft, inside):
                continue
            if _expects_it(draft, inside) and not _is_set_against(around, place):
                continue
            words = [w for at, w in enumerate(words) if not _is_unaided(words, at)]
            told = next((w.text for w in words if w.role is None or w.role in NO_CLAIM | {Role.BEHIND}), "")
            told = "" if told and is_consequence(draft.sides[0], inside) else told
            told = (
                told
                or contradicts(words, [])
                or of_others(inside)
                or exemplary(words)
                or says_somebody(words)
                or set_aside(words)
                or _alone(words)
                or next(filter(None, (_credited(part, around.source) for part in _parts(inside))), "")
            )
            called = [t.role for t in inside] == [Role.ERROR] and not _is_an_error(draft)
            if called and not _names_its_side(around, number, place):
                return inside[0].text
            if another := _says_another(draft, inside):
                return another
            others = inside and inside[0].role is Role.FOR and any(t.kind == "name" for t in inside)
            others = others or all(t.role in VAGUE for t in inside)
            if told or others:
                return told or inside[0].text
    return ""


def _parts(inside: list[Token]) -> list[list[Token]]:
    """Return the words of brackets between commas, where there are several parts: "(final, Ben)"."""
    parts: list[list[Token]] = [[]]
    for token in inside:
        if token.text == "comma":
            parts.append([])
        elif not token.edge:
            parts[-1].append(token)
    return parts if len(parts) > 1 else []


def _credited(part: list[Token], source: str) -> str:
    """Return whom or what a part of brackets names as where a number is from, and nothing else: "Ben", "copied"."""
    if len(part) != 1 or part[0].kind != "word":
        return ""
    named = is_given_name(source[part[0].start : part[0].end])
    return part[0].text if named else _alone(part)


def _is_unaided(words: list[Token], at: int) -> bool:
    """Whether "without" is said of an aid: "(without a calculator)"."""
    beside = [bare(word.text) for word in words[max(0, at - 1) : at + 3]]
    return words[at].text in WITHOUT and not AIDS.isdisjoint(beside)


def _tells_of_struck(around: Surroundings, draft: Draft, inside: list[Token]) -> bool:
    """Whether brackets say what was wrong with a number struck before: "~~0.5~~ 0.25 (forgot the square)"."""
    if len(draft.sides) < _LABEL or not all(draft.sides[-2:]):
        return False
    struck = "~~" in around.source[draft.sides[-2][-1].end : draft.sides[-1][0].start]
    words = [token for token in inside if token.kind == "word"]
    told = any(bare(word.text) in _FORGOT for word in words)
    return struck and told and _UNSURE.isdisjoint(word.role for word in words)


def _alone(words: list[Token]) -> str:
    """Return the word by which brackets that say little else take a number back: "(copied)", "(sign flipped)"."""
    single = len(words) == 1 and words[0].text in ALONE - _HARMLESS
    turned = 0 < len(words) <= _LABEL and bare(words[-1].text) in _FLIPPED
    return words[-1].text if single or turned else ""


def _says_another(draft: Draft, inside: list[Token]) -> str:
    """Return the verb by which brackets give a number instead: "q = 6 (should be 3)"; "(was 3)" tells of before."""
    said = [token for token in inside if not token.edge]
    verb = next(
        (at for at, token in enumerate(said) if token.text == "is" and token.role is not Role.BEFORE), len(said)
    )
    led = all(token.kind == "word" or token.text == "colon" for token in said[:verb])
    sloped = any(token.kind in SLOPES for token in draft.sides[0])
    target = verb > 0 and not sloped and bare(said[verb - 1].text) in TARGETS
    led = led and not target and not _is_of_a_term(said[:verb])  # "(target is 0)" gives another quantity
    other, own = (_number(side) for side in (said[verb + 1 :], draft.sides[-1]))
    return said[verb].text if led and other and own and other != own else ""


def _is_of_a_term(said: list[Token]) -> bool:
    """Whether words before a verb are for one of several terms: "(the other term is 0)"."""
    words = [bare(word) for token in said for word in token.text.split()][-2:]
    return len(words) > 1 and words[1] in _TERMS and words[0] in _ONE_OF


def _denies_another(draft: Draft, inside: list[Token]) -> bool:
    """Whether brackets say no more than that the number is not another: "(not 6)"."""
    said = [token for token in inside if not token.edge]
    other, own = (_number(side) for side in (said[1:], draft.sides[-1]))
    return said[:1] != [] and said[0].role is Role.DENIAL and other != "" != own and other != own


def _ends_it(around: Surroundings, place: int) -> bool:
    """Whether a clause ends behind brackets: "q = 10 (not 6)", but not "q = 10 (not 6) is what I had"."""
    behind = next((token for token in around.tokens[place:] if not token.edge), None)
    return behind is None or behind.kind == "sep"


def _expects_it(draft: Draft, inside: list[Token]) -> bool:
    """Whether brackets give the number that was expected, and it is the one: "L = 2 (expected: 2.0)"."""
    said = [token for token in inside if not token.edge and token.text not in ("colon", "is")]
    expected = bool(said) and said[0].kind == "word" and bare(said[0].text) in _EXPECTED
    other, own = (_number(side) for side in (said[1:], draft.sides[-1]))
    values = [side[-1].node for side in (said, draft.sides[-1])] if expected and other and own else []
    return values != [] and values[0] == values[1] and other.startswith("-") == own.startswith("-")


def _says_it_closer(draft: Draft, inside: list[Token]) -> bool:
    """Whether brackets only give a number with more digits: "q = 1.396 (with more digits 1.3951)"."""
    words = [bare(token.text) for token in inside if token.kind == "word"]
    own = [token for token in draft.sides[-1] if token.kind == "num"]
    given = [token for token in inside if token.kind == "num"]
    if not own or len(given) != 1 or _CLOSER.isdisjoint(words) or not _BESIDE_DIGITS.issuperset(words):
        return False
    return abs(given[0].value - own[-1].value) <= _NEARLY * abs(own[-1].value)


def _is_set_against(around: Surroundings, place: int) -> bool:
    """Whether what came out is told behind brackets: "(expected: 6), actual: 5"."""
    return any(bare(token.text) in _CAME_OUT for token in around.tokens[place : place + SHORT])


def _number(side: list[Token]) -> str:
    """Return the number that a side is, as it is written; "" where it is more than one."""
    signs = [token.text for token in side[:-1]]
    alone = bool(side) and side[-1].kind == "num" and signs in ([], ["-"])
    return "".join(token.text for token in side) if alone else ""


def _names_its_side(around: Surroundings, number: int, place: int) -> bool:
    """Whether brackets stand between a quantity and its sign, so that they say what it is: "e (error) = 0.7"."""
    behind = seen(around.tokens, place)
    signed = behind < len(around.tokens) and around.tokens[behind].kind in ("rel", "sep")
    return signed and last_seen(around.tokens, place) == around.drafts[number].first


def _is_an_error(draft: Draft) -> bool:
    """Whether an equation is of the difference of two quantities, which many call the error: "dL/da = a - y"."""
    return any(
        [token.kind for token in side[at : at + 3]] == ["name", "op", "name"] and side[at + 1].text == "-"
        for side in draft.sides[1:]
        for at in range(len(side))
    )


def _compares(behind: list[Token]) -> bool:
    """Whether a word speaks of a sign, so that "more" before it is said of that: "(more negative)"."""
    return bool(behind) and bare(behind[0].text) in SIGNED
