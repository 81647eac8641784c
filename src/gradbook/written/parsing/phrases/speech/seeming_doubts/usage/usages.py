"""Usages: "with the original w, not the updated one" denies no equation, and "is correct" takes none back."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.lists.conjunctions import OR
from gradbook.written.parsing.grammar.draft import SLOPE_BEGINS
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen, sentence_end, sentence_start
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.contrasts import (
    CHANCE,
    is_other_factor,
    is_other_operation,
    is_partner,
    leads_another,
    wonders,
)

_USES = frozenset({
    "dùng", "với", "sử dụng", "su dung", "lấy", "kullanarak", "kullanırız", "kullanıyoruz", "ile", "menggunakan",
    "gunakan", "dengan", "memakai", "pakai",
    "with", "using", "use", "uses", "used", "need", "needs", "take", "takes", "taking", "still", "keep", "mit",
    "benutzt", "benutzen", "verwenden", "verwendet", "nehmen", "nimmt", "brauchen", "avec", "utilise", "utiliser",
    "utilisons", "utilisant", "prend", "prends", "prenons", "con", "usando", "usar", "usamos", "uso", "usa", "com",
    "usiamo", "met", "gebruik", "gebruiken", "z", "ze", "bierzemy", "uzywamy", "с", "со", "берем",
})  # fmt: skip
_EARLIER = frozenset({Role.OLD, Role.BEFORE})
_LATER = frozenset({Role.NEW, Role.AFTER, Role.STEP})
_SAYS_EARLIER = frozenset({
    "cũ", "ban dau", "hien tai", "eski", "mevcut", "önceki", "başlangıçtaki", "lama", "awal", "semula",
    "original", "initial", "previous", "current", "unchanged", "d'origine", "origine", "actuel", "actuelle", "actual",
    "originale", "originales", "originalen", "aktuellen", "originaux", "l'ancien", "l'ancienne", "originele", "oude",
    "starego", "stary", "stara", "vecchio", "vecchia", "старый", "старым", "старое", "velho", "velha", "antigo",
})  # fmt: skip
_SAYS_LATER = frozenset({
    "mới", "yeni", "güncellenmiş", "güncellenen", "baru", "diperbarui", "terbaru",
    "updated", "modified", "adjusted", "changed", "mis", "mise", "aktualisiert", "aktualisierten",
    "actualise", "modifie", "nouveau",
    "nouvelle", "aggiornato", "aggiornata", "nuovo", "nuova", "atualizado", "atualizada", "nieuwe", "nowego", "nowy",
    "nowa", "новый", "новым", "новое", "actualizado", "actualizada",
})  # fmt: skip
_OVER = frozenset({
    "của", "các", "những", "bu", "yang", "dari", "tersebut",
    "the", "its", "our", "and", "that", "celui", "celle", "celui-là", "el", "la", "lo", "le", "les", "o", "a", "os",
    "as", "il", "den", "dem", "der", "die", "das", "de", "het", "con", "com", "avec", "mit", "with", "one",
})  # fmt: skip
_OF = frozenset({
    "giá", "trị", "gia tri", "değer", "değeri", "değerleri", "nilai", "nilainya",
    "one", "ones", "value", "values", "version", "copy", "wert", "werte", "werten", "valeur", "valeurs", "valor",
    "valores", "valore", "valori", "waarde", "waarden", "jour", "à",
})  # fmt: skip
_HERE = _OF | {"here", "throughout", "hier", "ici", "aquí", "aqui", "qui", "tutaj", "здесь"}
_PARTS = (Role.WEIGHT, Role.BIAS, Role.VALUES)
_NTH = frozenset({"next", "current", "new", "initial", "starting", "old", "previous"})
_SOMEBODY = frozenset({"my", "our", "your", "his", "her", "their", "a", "this", "wild", "best"})  # who guesses
_FULLY = frozenset({"indeed", "exactly", "entirely", "fully", "also", "all", "completely", "therefore", "thus"})
_INVENTED = frozenset({"made up", "invented", "arbitrary", "erfunden", "ausgedacht", "inventés", "inventados"})
_GIVEN = frozenset({
    "weights", "biases", "inputs", "input", "data", "dataset", "parameters", "network", "example", "gewichte",
    "eingaben", "daten", "parameter", "netz", "beispiel", "poids", "entrees", "donnees", "pesos", "entradas", "datos",
})  # fmt: skip
_TITLES = frozenset(("intuition", "intuicion", "intuicao", "intuizione", "intuitie"))  # of what explains a result
_WORK = bare_words(
    "computations calculations derivations steps equations workings results answers gradients derivatives"
)
_OURS = frozenset({"my", "our"})
_MINE = _OURS | {"these", "the", "all"}
_NO = frozenset({"no", "nope", "not"})  # how an answer does
_REST = bare_words("others other andere anderen autres otros otras outros outras altri altre overige")
_LIKEWISE = bare_words(
    "similarly likewise analogously analog analogue same ebenso genauso entsprechend pareil pareillement même idem "
    "igual igualmente análogo analogamente análogamente stesso mismo mesmo podobnie 同理 同样 类似 同様 마찬가지로"
)
_OFF = frozenset({"is off", "apagada", "apagado", "apagadas", "apagados"})
_SWITCHES = bare_words(
    "unit units neuron neurons relu gate switch activation neurona neuronas neurón unidad unidades neurônio neurônios "
    "neurónio unidade"
)
_WAS = bare_words("está esta estaba estava quedó fica ficou es é queda")
_FAR = 16  # tokens of what is used
_VARIABLES = bare_words("variables variablen hilfsvariablen variabili variáveis переменные переменных 变量 変数 변수")
_INTRODUCED = bare_words(  # what is done to them, where they are new themselves and not their values
    "substituting substitute substituted introduce introducing introduced introduces define defining defined call "
    "calling führen einführen führe substituieren on_introduit introduisons introduit introduire définit définissons "
    "introducimos introduciendo sustituyendo definimos introduciamo sostituendo definiamo introduzimos substituindo "
    "вводим введём введем 引入 導入 導入する 도입"
)
_QUANTITIES = frozenset({Role.SLOPE, Role.SLOPES, Role.ERROR, Role.WEIGHT, Role.BIAS, Role.NET})
_CALLED = bare_words(  # nouns for quantities
    "loss cost error output prediction activation preactivation logit score sensitivity verlust kosten fehler "
    "ausgabe vorhersage aktivierung perte coût erreur sortie prédiction pérdida costo coste salida predicción "
    "perda custo erro saída perdita costo errore uscita verlies kosten fout uitvoer потери ошибка выход strata "
    "koszt błąd wyjście"
)
_NAMES = bare_words(  # what is new is how things are called, and not what they are
    "names name notation notations symbols letters abbreviations namen bezeichnungen "
    "hilfsvariablen notation variabili nomi variáveis nomes nombres переменные обозначения переменных zmienne "
    "oznaczenia variabelen namn variabler proměnné değişkenler variabel 变量 记号 符号 変数 記号 변수 기호"
)
USED = CHANCE | {
    Role.NEGATION, Role.AGAINST, Role.RETRACTION, Role.HEDGE, Role.OTHERS, Role.OTHER, Role.NEW, *_OFF,
}  # fmt: skip


def used(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a "not" or "instead of" of the value that is not used as a plain word; so "is correct"."""
    return [
        replace(token, role=Role.PLAIN, text="given")
        if token.text in _INVENTED and _is_said_of_given(tokens, at)
        else replace(token, role=Role.PLAIN, text="inactive")
        if bare(token.text) in _OFF and _is_switched(tokens, at)
        else replace(token, role=Role.PLAIN)
        if (token.role in (Role.NEGATION, Role.AGAINST) and token.text != "without" and _is_of_the_other(tokens, at))
        or (token.text == "correct" and _is_said_of_it(tokens, at))
        or (token.text == "?" and _asks_whether_correct(tokens, at))
        or (token.text == "guess" and _is_iterate(tokens, at))
        or (bare(token.text) in _TITLES and (_is_title(tokens, at) or is_in_heading(tokens, at)))
        or (bare(token.text) in _REST and _is_rest(tokens, at))
        or (token.role is Role.OTHER and _is_amount(tokens, at))
        or is_other_operation(tokens, at)
        or is_other_factor(tokens, at)
        or is_partner(tokens, at)
        or wonders(tokens, at)
        or leads_another(tokens, at)
        or (token.role is Role.HEDGE and bare(token.text) in OR and _is_of_synonyms(tokens, at))
        or (token.role is Role.NEW and _is_of_names(tokens, at))
        else token
        for at, token in enumerate(tokens)
    ]


def _is_of_synonyms(tokens: Sequence[Token], at: int) -> bool:
    """Whether "or" stands between two nouns for one quantity: "the loss or error", "die Ableitung oder Steigung"."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    beside = [tokens[place] for place in (before, behind) if 0 <= place < len(tokens)]
    return len(beside) > 1 and all(one.role in _QUANTITIES or bare(one.text) in _CALLED for one in beside)


def _is_of_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether names are new, for what is as it was: "substituting the new variables", "nuevas variables"."""
    beside = [place for place in (seen(tokens, at + 1), last_seen(tokens, at)) if 0 <= place < len(tokens)]
    said = {bare(tokens[place].text) for place in beside}
    if not said.isdisjoint(_NAMES):
        return True
    if said.isdisjoint(_VARIABLES):
        return False
    start, end = sentence_start(tokens, at), sentence_end(tokens, at)
    sentence = [*tokens[start:at], *tokens[at + 1 : end]]
    others = any(token.role in (*_LATER, Role.VALUES, Role.RATE) for token in sentence)
    return not others and any(bare(token.text) in _INTRODUCED for token in sentence)


def _is_title(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word alone, with a colon, leads an explanation and no equation: "Intuition: the error grows"."""
    behind = seen(tokens, at + 1)
    if (at and not ends_sentence(tokens[at - 1])) or behind >= len(tokens) or tokens[behind].text != "colon":
        return False
    behind += 1
    while behind < len(tokens) and tokens[behind].kind == "sep":  # a new line
        behind += 1
    said = [token for token in tokens[behind : sentence_end(tokens, behind - 1)] if not token.edge]
    states = any(token.kind == "num" or (token.kind == "rel" and token.text != "is") for token in said)
    return any(token.kind == "word" for token in said) and not states


def is_in_heading(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands in a heading, of which it is the topic: "# Intuition for backpropagation"."""
    before = (token.text for token in reversed(tokens[:at]) if token.kind == "sep" and not token.edge)
    return next((text for text in before if text in ("heading", "line", "block")), "") == "heading"


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """Whether "another" only says that a number is one more: "this gives another 0.75", not "another gives 0.75"."""
    number = seen(tokens, at + 1)
    number += number < len(tokens) and tokens[number].text in ("-", "+")
    if number >= len(tokens) or tokens[number].kind != "num":
        return False
    behind = seen(tokens, number + 1)
    before = last_seen(tokens, at)
    ends = behind >= len(tokens) or tokens[behind].kind in ("sep", "close")
    return ends and before >= 0 and not ends_sentence(tokens[before]) and tokens[before].kind in ("word", "rel")


def _is_switched(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a neuron that is off, "the hidden unit is off", and not its value, or off by something."""
    noun = last_seen(tokens, at)
    while noun > 0 and (tokens[noun].kind in ("num", "rel") or bare(tokens[noun].text) in _WAS):  # "unit 2 is off"
        noun = last_seen(tokens, noun)
    led = [token.role for token in tokens[max(0, noun - 3) : max(0, noun)]]  # "the value of the unit"
    by = at + 1 < len(tokens) and tokens[at + 1].role is Role.BY
    return noun >= 0 and bare(tokens[noun].text) in _SWITCHES and Role.OF not in led and not by


def _is_rest(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is of the derivatives that are left: "similarly for the others", or "others:" below the first."""
    led = [token for token in tokens[max(0, at - 4) : at] if token.role is not Role.ARTICLE]
    if len(led) > 1 and led[-1].role is Role.FOR and bare(led[-2].text) in _LIKEWISE:
        return True
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    alone = before < 0 or ends_sentence(tokens[before]) or tokens[before].role is Role.ARTICLE
    if (
        not alone
        or behind + 1 >= len(tokens)
        or tokens[behind].text != "colon"
        or not ends_sentence(tokens[behind + 1])
    ):
        return False
    first = behind + 1
    while first < len(tokens) and (tokens[first].edge or ends_sentence(tokens[first])):
        first += 1
    if first >= len(tokens) or tokens[first].kind not in SLOPE_BEGINS:
        return False
    above = {token.kind for token in tokens[:at]}
    return "rel" in above and not above.isdisjoint(SLOPE_BEGINS)


def _is_iterate(tokens: Sequence[Token], at: int) -> bool:
    """Whether a guess is a value that a method comes to: "the next guess", not "my next guess"."""
    before = [bare(token.text) for token in tokens[max(0, at - 3) : at]]
    return bool(before) and before[-1] in _NTH and _SOMEBODY.isdisjoint(before)


def _is_said_of_given(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is invented is what an exercise gives: "The weights are made up.", not "q = 10 is made up"."""
    verb = last_seen(tokens, at)
    while verb > 0 and bare(tokens[verb].text) in _FULLY:
        verb = last_seen(tokens, verb)
    if verb < 1 or tokens[verb].text != "is":
        return False
    subject = tokens[last_seen(tokens, verb)]
    return subject.role in (Role.WEIGHT, Role.BIAS) or bare(subject.text) in _GIVEN


def _is_said_of_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is what something is said to be: "the trace is correct", "Correct!", not "correct that"."""
    before = last_seen(tokens, at)
    while before > 0 and bare(tokens[before].text) in _FULLY:
        before = last_seen(tokens, before)
    if before < 0 or tokens[before].kind in ("sep", "open") or tokens[before].role is Role.SAME:  # "That is correct."
        behind = next((token for token in tokens[at + 1 :] if not token.edge), None)
        return behind is None or behind.kind == "close" or behind.text == "!" or ends_sentence(behind)
    return _asks_of_work(tokens, before) or (tokens[before].kind, tokens[before].text) == ("rel", "is")


def _asks_of_work(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question is of all that was worked out, and of no number: "Are my computations correct?"."""
    if bare(tokens[at].text) not in _WORK:
        return False
    led = last_seen(tokens, at)
    led = last_seen(tokens, led) if bare(tokens[led].text) in _MINE else led
    begins = led >= 0 and (tokens[led].kind, tokens[led].text) == ("rel", "is")
    return begins and (led == 0 or ends_sentence(tokens[led - 1]))


def _asks_whether_correct(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question mark ends such a question, and nothing answers it."""
    judged, behind = last_seen(tokens, at), seen(tokens, at + 1)
    if judged <= 0 or tokens[judged].text != "correct":
        return False
    if is_in_heading(tokens, at):  # "# Are my computations of the backward pass correct?"
        noun = next((n for n in range(sentence_start(tokens, at), judged) if bare(tokens[n].text) in _WORK), judged)
        asks = bare(tokens[last_seen(tokens, noun)].text) in _OURS and _asks_of_work(tokens, noun)
        return asks and not any(t.text in _NO and ends_sentence(tokens[at + n]) for n, t in enumerate(tokens[at + 1 :]))
    alone = behind >= len(tokens) or all(token.kind == "sep" for token in tokens[behind:])
    return alone and _asks_of_work(tokens, last_seen(tokens, judged))


def _is_of_the_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether a negation names the value that is not used, behind words that name the one that is."""
    denied = _denied(tokens, at + 1)
    begin = max(0, at - _FAR)
    for place in range(at - 1, begin - 1, -1):
        ends = tokens[place].kind == "open" or ends_sentence(tokens[place])
        if ends or (tokens[place].kind in ("rel", "cmp", "num") and not _is_used(tokens, place)):
            begin = place + 1
            break
    said = tokens[begin:at]
    uses = any(bare(token.text) in _USES for token in said)
    first = next((place for place in range(begin, at) if _moment(tokens[place])), at)
    kept = 0 if first == at or _is_of_else(tokens, first + 1) else _moment(tokens[first])
    return bool(denied and uses and kept == -denied) and not any(token.role in NO_CLAIM for token in said)


def _is_used(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb at a place only says that something is used."""
    return tokens[at].text == "is" and at + 1 < len(tokens) and bare(tokens[at + 1].text) in _USES


def _is_of_else(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is said to be old or new that is no quantity: "the old rule"."""
    noun = next((token for token in tokens[at:] if not token.edge), None)
    return noun is not None and noun.role in (Role.PLAIN, *UNKNOWN) and noun.kind == "word" and noun.text not in _HERE


def _denied(tokens: Sequence[Token], at: int) -> int:
    """Return the moment of "the updated one", where nothing more is said of it; 0 where there is none."""
    when = 0
    for token in tokens[at : at + _FAR]:
        if token.edge:
            continue
        if token.kind in ("sep", "close"):
            return when
        text = bare(token.text)
        if now := _moment(token):
            when = when or now
        elif not (
            token.role is Role.ARTICLE
            or (token.role is Role.OF and not when)
            or token.text in _OF
            or (text in _OVER and not when)
            or token.role in _PARTS
            or token.kind in ("name", "_", "sub", "group", "end")
        ):
            return 0
    return when


def _moment(token: Token) -> int:
    """Return -1 for a word for what is so before the step, 1 for one behind it, 0 for any other."""
    text = bare(token.text)
    if token.role in _EARLIER or text in _SAYS_EARLIER:
        return -1
    return 1 if token.role in _LATER or text in _SAYS_LATER else 0
