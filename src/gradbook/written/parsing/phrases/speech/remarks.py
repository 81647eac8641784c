"""Remarks: sentences behind an equation that have a subject of their own, so that a "may" or "not" in them is of that.

"The gradient may vanish for large inputs" says nothing of q = 10; "this may be off", "not sure" and "maybe" do.
"""

from functools import cache

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY, LANGUAGES
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_FEW = 3  # words that cannot have a subject of their own beside what they say: "not so sure"
_LONG = 16  # words of a sentence that may go on about what it begins with
_SOME = 6  # words of a sentence in which "this" is what stands before it
JUDGES = frozenset({  # of whether an equation holds, or of its number
    "dung", "ket", "dap", "tri", "chac", "giai", "tren", "duoi", "dogru",
    "dogrudur", "emin", "sonuc", "sonucu", "cevap", "cevabi", "deger", "degeri", "sayi", "isaret", "isareti", "kesin",
    "islem", "yukaridaki", "asagidaki", "bulgu", "benar", "betul", "tepat", "yakin", "hasil", "hasilnya", "jawaban",
    "jawabannya", "nilai", "nilainya", "angka", "tanda", "perhitungan", "perhitungannya", "pasti",
    "idea", "ahnung", "idee", "weiss", "sais", "se", "sei", "weet", "wiem", "знаю", "guessed", "guessing", "guess",
    "right", "correct", "correctly", "true", "sure", "ok", "okay", "off", "fine", "good", "exact", "accurate",
    "valid", "result", "results", "answer", "answers", "value", "values", "number", "numbers", "solution",
    "calculation", "computation", "sign", "above", "below", "richtig", "korrekt", "wahr", "sicher", "stimmt",
    "stimmen", "genau", "gut", "ergebnis", "ergebnisse", "antwort", "wert", "werte", "zahl", "zahlen", "losung",
    "rechnung", "vorzeichen", "oben", "juste", "vrai", "vraie", "sur", "bon", "bonne", "exacte", "resultat",
    "resultats", "reponse", "valeur", "valeurs", "nombre", "calcul", "signe", "correcto", "correcta", "cierto",
    "seguro", "segura", "bien", "resultado", "resultados", "respuesta", "valor", "valores", "numero", "solucion",
    "calculo", "signo", "certo", "certa", "correto", "correta", "bem", "resposta", "solucao", "conta", "sinal",
    "giusto", "giusta", "corretto", "vero", "sicuro", "bene", "risultato", "risultati", "risposta", "valore",
    "valori", "soluzione", "calcolo", "segno", "juist", "klopt", "goed", "zeker", "resultaat", "antwoord", "waarde",
    "getal", "oplossing", "berekening", "teken", "dobrze", "prawda", "poprawne", "wynik", "odpowiedz", "wartosc",
    "liczba", "znak", "верно", "правильно", "точно", "результат", "ответ", "значение", "число", "знак",
})  # fmt: skip
THIS = frozenset({
    "nay", "dieu", "tat", "bu", "bunlar", "bunu", "bunun", "bunlarin",
    "hepsi", "hepsini", "boyle", "sunlar", "tumu", "ini", "itu", "tersebut", "semua", "semuanya", "begitu",
    "demikian", "hal",
    "this", "that", "these", "those", "it", "it's", "that's", "they", "so", "all", "everything", "das", "dies",
    "dieses", "diese", "es", "alles", "ce", "cela", "ca", "c'est", "ceci", "tout", "esto", "eso", "este", "esta",
    "todo", "asi", "isto", "isso", "tudo", "assim", "questo", "questa", "cio", "tutto", "cosi", "dit", "dat",
    "deze", "zo", "to", "tak", "wszystko", "это", "этот", "эта", "так", "все",
})  # fmt: skip
_THESE = frozenset({
    "nay", "bu", "bunlar", "ini", "tersebut",
    "this", "these", "those", "dies", "dieses", "diese", "ceci", "ces", "esto", "estos", "estas", "isto", "estes",
    "questo", "questi", "queste", "deze", "эти",
})  # fmt: skip
_SIGNS = 6  # of a sentence in Chinese, Japanese or Korean that may have a subject
_JUDGING_SIGNS = (
    "对", "對", "正确", "正確", "错", "錯", "结果", "結果", "答案", "数", "數", "值", "这", "這", "那", "此", "以上",
    "上面", "自信", "把握", "确", "肯定", "保证", "知道", "懂", "正し", "答え", "値", "これ", "それ", "そう", "上の",
    "確", "わから", "分から", "違",
    "もっと", "はず", "べき", "커야", "작아야",
    "맞", "결과", "답", "값", "이것", "그것", "이게", "그게", "위의", "자신", "확실", "모르", "틀",
)  # fmt: skip
_OPINION = frozenset({  # "I don't think so", "je pense que non"
    "convinced", "uberzeugt", "convaincu", "convaincue", "convencido", "convencida", "convinto", "convinta",
    "think", "believe", "say", "guess", "reckon", "buy", "agree", "trust", "denke", "glaube", "meine", "finde",
    "glauben", "denken", "pense", "crois", "dirais", "pensons", "croyons", "creo", "pienso", "diria", "opino", "acho",
    "creio", "penso", "acredito", "credo", "direi", "denk", "geloof", "vind", "mysle", "sadze", "думаю", "считаю",
})  # fmt: skip
_SPEAKER = frozenset({
    "i", "we", "you", "me", "ich", "wir", "je", "nous", "j", "yo", "eu", "io", "ik", "ja", "я", "мы", "one", "man",
    "on", "would", "do", "really", "que", "che", "dat", "y", "n", "le", "lo", "di", "ci", "o", "that", "wouldn't",
    "don't", "doesn't", "eher", "honestly", "no", "sorry", "ehrlich", "gesagt", "franchement", "sinceramente",
     "am", "are", "bin", "suis", "estoy", "estou", "sono",
})  # fmt: skip
_OPPOSITE = frozenset({
    "contrary", "opposite", "gegenteil", "contraire", "contrario", "tegendeel", "przeciwnie", "наоборот", "inverse",
    "reverse", "umgekehrt", "reves", "inverso",
})  # fmt: skip
_IMPOSSIBLE = frozenset({
    "can't be", "cannot be", "impossible", "unmoglich", "imposible", "impossivel", "impossibile", "onmogelijk",
    "niemozliwe", "невозможно",
})  # fmt: skip
_SUBJECTS = (Role.SLOPE, Role.SLOPES, Role.PART_OF_GRAPH, Role.WEIGHT, Role.BIAS, Role.ERROR)
_IS_SO = _OPPOSITE | frozenset({
    "case", "true", "right", "holds", "applies", "fall", "richtig", "wahr", "der", "vrai", "cas", "cierto", "verdad",
    "caso", "verdade", "certo", "vero",
})  # fmt: skip
_NOBODY = frozenset({
    "khong ai", "kimse", "tak seorang pun", "tidak ada",
    "nobody", "noone", "none", "niemand", "keiner", "personne", "nadie", "ninguem", "nessuno", "nikt", "никто",
})  # fmt: skip


def is_about_it(words: list[Token]) -> bool:
    """Whether a sentence without an equation may speak of the one before it."""
    said = [part for word in words for part in bare(word.text).split()]
    if (is_negation(words[0]) and len(said) <= _SOME) or _is_opinion(words):  # "not what we need"
        return True
    if any(SIGNS.search(word) for word in said):
        whole = "".join(said)
        return len(whole) < _SIGNS or any(word in whole for word in _JUDGING_SIGNS)
    phrase = sum(word.role is not Role.ARTICLE for word in words) == 1  # a phrase: "zou groter moeten zijn"
    if phrase or len(said) <= _FEW or not JUDGES.isdisjoint(said):
        return True
    return len(said) <= _SOME and not (THIS.isdisjoint(said[:2]) and _THESE.isdisjoint(said))


def _is_opinion(words: list[Token]) -> bool:
    """Whether a sentence says no more than what is thought of what stands before it: "I don't think so"."""
    said = {bare(word.text) for word in words if word.role is not Role.DENIAL}
    return not _OPINION.isdisjoint(said) and said <= _OPINION | _SPEAKER | THIS


def contradicts(words: list[Token], rest: list[Token]) -> str:
    """Return the word by which a sentence says no more than that it is not so: "Hmm, no.", "Quite the contrary."

    Args:
        words: up to its first comma.
        rest: behind that.
    """
    if rest:
        return rest[0].text if len(words) < _FEW and all(word.role is Role.DENIAL for word in rest) else ""
    texts = [bare(word.text) for word in words]
    cannot = next((text for text in texts if text in _IMPOSSIBLE), "")
    known = _IMPOSSIBLE | THIS | _IS_SO
    if cannot and all(t in known or word.role is Role.ARTICLE for t, word in zip(texts, words, strict=True)):
        return cannot  # "that can't be"
    at = next((at for at, text in enumerate(texts) if text in _OPPOSITE), len(texts))
    said = all(text in _IS_SO or word.role is Role.ARTICLE for text, word in zip(texts[at:], words[at:], strict=True))
    subject = any(word.role in _SUBJECTS for word in words[:at])
    return words[at].text if at <= min(len(texts) - 1, _FEW) and said and not subject else ""


def speaks_of_this(words: list[Token]) -> bool:
    """Whether a longer sentence begins with what stands before it: "but this was the number of another graph"."""
    asks = any(word.text in MARKS for word in words)  # "Is that so? The solutions are not online yet."
    return len(words) <= _LONG and not asks and not THIS.isdisjoint(bare(word.text) for word in words[:_FEW])


def has_own(word: Token) -> bool:
    """Whether a word of a sentence with a subject of its own is of that: "the other inputs", "nobody does this"."""
    unsure = word.role in (Role.HEDGE, Role.OTHER) or is_negation(word)
    return unsure or is_nobody(word)


def is_nobody(word: Token) -> bool:
    return bare(word.text) in _NOBODY


def is_negation(word: Token) -> bool:
    """Whether a denial is only a "not" or "no", which may be of anything."""
    return word.role is Role.DENIAL and negates(word.text)


@cache
def negates(word: str) -> bool:
    """Whether a word is a "not" in any language, whatever it denies here."""
    return any(DICTIONARY.role(word, ((language,),)) is Role.NEGATION for language in LANGUAGES)
