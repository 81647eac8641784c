"""Unfinished numbers: what words behind a result say is still to be done to it, or makes another number of it.

df/dw = 6, still to be multiplied by 3      df/dw = 6, with the opposite sign      df/dw = 6. Now multiply by z.

Where an equation goes on from there ("multiply by z to get df/dq = 3") the words lead to that.
"""

from collections.abc import Iterable, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, OPERATIONS, Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.cues.against.derived.made_of import SLOPES
from gradbook.written.parsing.cues.around.surroundings import SENTENCE, Surroundings
from gradbook.written.parsing.grammar.edges import seen
from gradbook.written.parsing.phrases.speech.remarks import THIS

_OPERATES = (  # how words begin that say an operation
    "multipl", "moltiplic", "vermenigvuldig", "mnoz", "pomnoz", "умнож", "divid", "divis", "dividier", "teil", "geteil",
    "subtract", "subtrah", "soustra", "resta", "addier", "ajout", "suma", "square", "quadrier",
)  # fmt: skip
_ADDS = ("add", "soma", "aggiung", "sottra", "subtra", "dazu")  # a number: "now we add b" tells of what comes next
_CHANGES = frozenset({  # with a number; "decreased by 2" tells of before
    "increase", "decrease", "raise", "lower", "reduce", "remove", "erhohen", "verringern", "abziehen", "augmenter",
    "diminuer", "enlever", "retirer", "aumentar", "disminuir", "quitar", "diminuir", "tirar", "aumentare", "diminuire",
    "togliere",
})  # fmt: skip
_ALTERED = frozenset({
    "negated", "squared", "halved", "doubled", "tripled", "scaled", "shrunk", "inverted", "flipped", "negiert",
    "quadriert", "halbiert", "verdoppelt", "nie", "negado", "negada", "inverse", "cuadrado", "dividido por dos",
})  # fmt: skip
_STILL = frozenset({
    "forget", "vergessen", "oublier", "olvidar",
    "still", "yet", "before", "must", "has", "have", "needs", "remains", "then", "now", "next",
    "finally",
    "noch", "muss", "mussen", "jetzt", "dann", "nun", "danach", "vor", "bevor", "encore", "reste", "doit", "faut",
    "il faut", "maintenant", "ensuite", "puis", "avant", "hay", "falta", "todavia", "aun", "ahora", "luego", "antes",
    "debe", "devo", "ainda", "agora", "ancora", "ora", "poi", "nog", "moet", "nu", "jeszcze", "еще", "ещё",
    "depois", "despues", "dopo",
})  # fmt: skip
_SIGN = frozenset(
    {"sign", "vorzeichen", "signe", "signo", "sinal", "segno", "teken", "znak", "znakiem", "знак", "знаком"}
)
_OTHER_SIGN = (  # how words begin that say which sign it is to have instead
    "opposit", "revers", "flip", "invert", "chang", "switch", "wrong", "other", "umgekehrt", "entgegengesetzt", "ander",
    "falsch", "oppos", "contrair", "autre", "chang", "opuest", "contrari", "cambiad", "otro", "troca", "tegengesteld",
    "przeciwn", "противополож",
)  # fmt: skip
_NEGATIVE = ("negativ", "negatif", "minus", "moins", "menos", "meno")
_NARRATED = frozenset({"which", "that", "we", "wir", "was", "das", "qui", "on", "nous", "lo"})
_NOTHING = frozenset({"nothing", "no", "not", "nichts", "nicht", "kein", "keine", "rien", "aucun", "nada", "ningun"})
_POINT = frozenset({"point", "komma", "virgule", "coma", "comma", "punkt", "punto", "virgula", "virgola", "dot"})
_UP_TO = frozenset({"to", "bis", "hasta", "ate", "fino", "tot", "jusqu'a"})
_BASE = frozenset({"base", "basis"})
_ABSOLUTE = frozenset({
    "absolute", "absolute value", "betrag", "betrags", "absolue", "absoluto", "assoluto", "magnitude", "modulus",
})  # fmt: skip
_MISSING = frozenset({"missing", "lacks", "lacking", "fehlt", "fehlen", "manque", "falta", "manca", "ontbreekt"})
_LACKED = _SIGN | {"factor", "faktor", "facteur", "fattore", "minus", "moins", "menos", "meno"}
_TURNS = (
    "flip", "revers", "chang", "switch", "invert", "negate", "negating", "negation", "halv", "halbier", "umdreh",
    "umkehr", "wechsel", "ander",
    "negier", "cambi", "doubl", "tripl", "squar", "verdopp", "quadrier", "dupli", "dobr", "raddopp",
)  # fmt: skip
_OFF = frozenset({"above", "under", "below", "beyond", "uber", "unter", "au-dessus", "en dessous", "debajo", "encima"})
_TO = frozenset({"au", "al", "zum", "ins", "alla", "ao"})
_DONE_WITH = frozenset({Role.BY, Role.OF, Role.FOR, Role.TIMES, Role.OVER, Role.LINK})
_ENDS = frozenset({"stop", "line", "block", "soft"})
_LEAST, _FEW = 2, 4
_MOST = 9  # words of what is said of it


def unfinished(around: Surroundings, number: int) -> str:
    """Return the word by which a result is still to be worked on, or is another number with what stands behind it."""
    if not around.ends_in_words(around.drafts[number].last + 1) and not around.asides:
        return ""
    tokens, behind = around.tokens, around.behind(number)
    for inside in around.asides_behind(number):
        if told := _operated(inside) or _goes_on(inside):
            return told
    own = _part(around, behind)
    if told := _goes_on(own) or _is_base(around.drafts[number].sides[-1], own):
        return told
    begin = seen(tokens, behind + 1) if behind < len(tokens) and tokens[behind].text == "comma" else behind
    clause = _part(around, begin)
    led = begin + len(clause)
    if _states(around, begin, led) or (led < len(tokens) and tokens[led].text in ("colon", "arrow")):
        return ""
    negative = any(token.text == "-" for token in around.drafts[number].sides[-1])
    apart, signed = begin > behind, _signed(clause, negative=negative)
    if told := (_operated(clause) or _turned(clause, negative=negative) if apart else "") or signed:
        return told
    joined = bool(clause) and bare(clause[0].text) in AND  # "q = 10 and add 3"
    left = _is_left(clause) or (_operated(clause[1:]) if joined else "")
    return left if left and not _leads(around, number, led) else _next(around, number, led)


def _is_base(side: Sequence[Token], behind: Sequence[Token]) -> str:
    """Return e where it is only the base of a power that words go on with: "k: e at -0.7 is 0.4966"."""
    powered = [token.kind for token in side] == ["euler"] and any(token.kind == "num" for token in behind)
    return side[0].text if powered else ""


def _part(around: Surroundings, begin: int) -> list[Token]:
    """Return the tokens from a place to the end of the clause."""
    found: list[Token] = []
    for place in range(begin, min(begin + 2 * _MOST, len(around.tokens))):
        token = around.tokens[place]
        if (
            token.kind == "sep"
            and not token.edge
            and (token.text in SENTENCE or token.text in ("comma", "colon", "arrow"))
        ):
            break
        found.append(token)
    return found


def _states(around: Surroundings, begin: int, end: int) -> bool:
    """Whether an equation stands between two places, or begins there."""
    return any(place in around.owner and around.drafts[around.owner[place]].states for place in range(begin, end + 1))


def _next(around: Surroundings, number: int, end: int) -> str:
    """Return the verb of the next sentence that goes on from a result."""
    tokens, begin = around.tokens, end
    while begin < len(tokens) and tokens[begin].kind == "sep" and tokens[begin].text in _ENDS:
        begin += 1
    sentence = _part(around, begin)
    stop = begin + len(sentence)
    ends = stop == len(tokens) or tokens[stop].text in SENTENCE
    negative = any(token.text == "-" for token in around.drafts[number].sides[-1])
    if begin > end and ends and (told := _lacks(sentence) or _turned(sentence, negative=negative)):
        return told
    if begin > end and ends and (told := _operated(sentence)) and not _leads(around, number, stop):
        return told
    if begin == end or not ends or _states(around, begin, stop - 1):
        return ""
    return _is_left(sentence, begins=True) if not _leads(around, number, stop) else ""


def _leads(around: Surroundings, number: int, place: int) -> bool:
    """Whether the next equation behind a place is what the words before it lead to: of a slope, that of another."""
    following = next((n for n in range(number + 1, len(around.drafts)) if around.drafts[n].states), None)
    if following is None or around.words(place, around.drafts[following].first):
        return False
    heads = [around.drafts[n].sides[0][:1] for n in (number, following)]
    slopes = [not head or head[0].kind in SLOPES for head in heads]
    return slopes[1] or not slopes[0]


def _lacks(tokens: Sequence[Token]) -> str:
    """Return the word by which a factor or a sign is missing: "A minus is missing.", "Es fehlt noch der Faktor 3."."""
    texts = {bare(token.text): token.text for token in tokens}
    found = next((told for text, told in texts.items() if text in _MISSING), "")
    plain = all(token.kind in ("word", "fn", "num", "name", "sep", "bad") or token.text == "is" for token in tokens)
    return found if plain and not _LACKED.isdisjoint(texts) and _NOTHING.isdisjoint(texts) else ""


def _turned(tokens: Sequence[Token], *, negative: bool) -> str:
    """Return the word by which a result is to be negated, or has the other sign: "Flip the sign."."""
    texts = [part for token in tokens if not token.edge for part in bare(token.text).split()]
    if (
        not texts
        or len(texts) > _FEW
        or not all(token.kind in ("word", "fn", "sep") or token.text == "is" for token in tokens)
    ):
        return ""
    sign = not _SIGN.isdisjoint(texts) or not THIS.isdisjoint(texts)
    turns = sign and any(text.startswith(_TURNS) for text in texts)
    sloped = any(token.role in (Role.SLOPE, Role.SLOPES) for token in tokens)  # "All gradients negative"
    says = (
        not negative and not sloped and texts[0] in THIS and texts[-1].startswith(_NEGATIVE) and len(texts) <= _FEW - 1
    )
    return texts[0] if turns or says else ""


def _operated(tokens: Iterable[Token]) -> str:
    """Return an operation that stands alone, with what it is done with: "times z", "squared", "divided by two"."""
    told = [token for token in tokens if not token.edge and token.role not in (Role.ARTICLE, Role.FILLER)]
    if told and bare(told[0].text) in _TO:
        del told[0]
    if not told or told[0].kind != "word":
        return ""
    first = bare(told[0].text)
    if first == "mal" and len(told) == _LEAST and _is_number(told[1]):  # bad, in other languages
        return told[0].text
    if len(told) == 1:
        return told[0].text if first in _ALTERED or told[0].role is Role.POWER else ""
    does = told[0].role in OPERATIONS or first.startswith(_OPERATES)
    does = does or ((first in _CHANGES or first.startswith(_ADDS)) and any(map(_is_number, told)))
    plain = all(_is_operand(t) or t.role in _DONE_WITH or bare(t.text).startswith(_OPERATES) for t in told[1:])
    return told[0].text if does and plain and sum(map(_is_operand, told)) == 1 else ""


def _is_left(tokens: Sequence[Token], *, begins: bool = False) -> str:
    """Return the operation that is still to be done with one operand: "still to be multiplied by 3".

    Args:
        tokens: of a clause.
        begins: whether it is a sentence of its own, in which the verb may go first: "Multiply this by z".
    """
    words = [token for token in tokens if token.kind == "word"]
    if not 1 < len(words) <= _MOST or sum(map(_is_operand, tokens)) != 1:
        return ""
    operates = _OPERATES + _ADDS if any(map(_is_number, tokens)) else _OPERATES
    does = [w for w in words if bare(w.text).startswith(operates)]
    texts = [bare(word.text) for word in words]
    left = not _STILL.isdisjoint(texts) or words[0].text.lower() in ("à", "por") or "à" in [w.text for w in words]
    narrated = not _NARRATED.isdisjoint(texts[:2])  # "which we then multiply by z"
    left = (left and (begins or not narrated)) or (
        begins and texts[0].startswith(operates) and not texts[0].endswith("ing")
    )
    return does[0].text if does and left else ""


def _signed(tokens: Sequence[Token], *, negative: bool) -> str:
    """Return the word by which a result is to have the other sign.

    Args:
        tokens: of a clause.
        negative: whether the result has a minus already, so that "with a minus sign" says nothing else.
    """
    words = [token for token in tokens if token.kind in ("word", "fn")]
    texts = [part for word in words for part in bare(word.text).split()]
    if not words or len(words) < len([token for token in tokens if not token.edge]) or len(texts) > _MOST:
        return ""
    if WITH.isdisjoint(texts[:1]) and not (len(texts) == _LEAST and texts[0] in _SIGN):  # "sign reversed"
        return ""
    other = not _SIGN.isdisjoint(texts) and any(text.startswith(_OTHER_SIGN) for text in texts)
    minus = not negative and any(text.startswith(_NEGATIVE) for text in texts) and len(texts) <= _FEW
    return words[0].text if other or minus else ""


def _goes_on(tokens: Sequence[Token]) -> str:
    """Return what makes another number of the one before it: "6 point five", "6 E3", "6 (base 3)", "6 and a half"."""
    told = [token for token in tokens if not token.edge and token.role is not Role.ARTICLE]
    texts = [bare(token.text) for token in told]
    if len(told) < _LEAST:
        return ""
    number = [_is_number(token) for token in told]
    based = not _BASE.isdisjoint(texts[:2]) and any(number[1:3])
    upto = texts[0] in _UP_TO and number[1] and len(told) == _LEAST  # "6 bis 8"
    point = (texts[0] in _POINT or (texts[0] == "e" and told[0].kind != "word")) and number[1]
    half = texts[0] in AND and told[1].role in (Role.PART, Role.BEHIND) and len(told) == _LEAST
    off = texts[0] in _OFF and tokens[1].role is Role.ARTICLE and all(token.kind != "rel" for token in told)
    absolute = len(told) <= _FEW + 1 and not _ABSOLUTE.isdisjoint(texts) and all(t.kind == "word" for t in told)
    return told[0].text if based or upto or point or half or off or absolute else ""


def _is_number(token: Token) -> bool:
    return token.kind == "num" or token.role is Role.NUMBER


def _is_operand(token: Token) -> bool:
    return _is_number(token) or token.kind in ("name", "der", "new", "old")
