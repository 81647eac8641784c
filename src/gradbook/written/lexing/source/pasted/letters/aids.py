"""Aids: a line that only says with what an answer was worked out, or without what: "my numpy version, no autograd"."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import AIDS

_OTHERS = bare_words("chatgpt gpt copilot gemini claude ai ia ki ии llm chatbot internet internetu интернета google")
_AIDS = AIDS | bare_words(
    "calculators autodiff micrograd tensorflow keras jax excel spreadsheet matlab octave wolfram wolframalpha library "
    "libraries framework frameworks latex tex markdown formatting formulas script tools tool kalkulatorem kalkulator "
    "kalkulatorze pytorcha калькулятор bibliothek bibliotheken librairie librería librerías biblioteca bibliotecas "
    "libreria librerie biblioteki библиотек hesap makinesi κομπιουτεράκι kalkulačka ordinateur ordenador computador"
)
_NEGATES = bare_words(
    "no not without nothing never didn't didnt don't haven't kein keine keinen ohne nicht sin ni sans pas senza non "
    "niente né sem não nem bez nie без не ни zonder geen niet yok olmadan kullanmadım kullanmadan utan inte fără "
    "χωρίς δεν không tanpa tidak uden ikke uten nélkül nem"
)
_SAYS = bare_words(
    "no not without nothing never did didn't didnt don't haven't have has was is i i've we my the a an any of from "
    "with using use used only just all by on in hand hands done made work worked out version plain pure paper pencil "
    "pen own here promise sorry please so and or this that it nor kein keine keinen ohne nicht von per hand mit "
    "nur ich habe alles das verwendet benutzt gerechnet papier und auf dem versprochen leider sin no ni con a mano "
    "solo sólo papel lo la el he usé usado utilicé utilizado use hecho todo perdón y sans pas de d' ni avec à la main "
    "seulement papier je n'ai j'ai utilisé fait tout désolé et senza non niente né con mano solo carta ho usato fatto "
    "tutto scusate e sem não nada nem com à mão só papel usei utilizei feito tudo desculpa bez nie nic ręcznie tylko "
    "na papierze używałem używałam użyłem zrobione samodzielnie без не ни вручную только на бумаге я использовал "
    "использовала пользовался честно zonder geen niet met de hand alleen papier gebruikt ik heb elle yok olmadan "
    "kullanmadım kullanmadan sadece kağıt utan inte för hand bara papper použil ručně nélkül kézzel nem használtam "
    "fără manual folosit χωρίς δεν με το χέρι không dùng tay tanpa pakai tidak dengan tangan αυτό uden ikke i hånden "
    "uten for hånd"
)
_KNOWN = _AIDS | _OTHERS | _NEGATES | _SAYS
_WITHOUT_OTHERS = regex(  # whose work it would be
    r"\b(?:no|without|ohne|keine?|sin|sans|senza|sem|bez|без|zonder|geen|utan|uden|uten|fara|χωρις|tanpa)"
    rf"(?: (?:help|from|any|using|use|of|the|von|de|con|da))*? (?:{'|'.join(_OTHERS)})\b"
)
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PLAIN = regex(r"[\s#*_>,.;:!()’'–—-]|[^\W\d_]")
_WITHOUT_BLANKS = regex(
    r"\W*(?:(?:手算|手计算|手計算|手で計算|纯手算|全部手算|全程手算|只用纸笔)?[，,、。 ]*"
    r"(?:我?(?:没有?用|没有?使用|不用|未使用)(?:计算器|電卓|[A-Za-z]{2,12})"
    r"|(?:電卓|計算機|[A-Za-z]{2,12})(?:なし|は使っていません|を使わずに?|不使用)"
    r"|(?:계산기|컴퓨터|[A-Za-z]{2,12})[ ]?(?:없이|안[ ]씀|사용[ ]안[ ]함)(?:[ ]?손으로)?))\W*"
)


def tells_aids(line: str) -> bool:
    """Whether a line names what was used or not used to work an answer out, and says nothing else."""
    if _WITHOUT_BLANKS.fullmatch(line):
        return True
    words = [bare(word) for word in _WORD.findall(line)]
    if _PLAIN.sub("", line) or not all(word in _KNOWN for word in words):
        return False
    if _OTHERS.isdisjoint(words):
        return not _AIDS.isdisjoint(words)
    negations = sum(word in _NEGATES for word in words)
    return negations == 1 and _WITHOUT_OTHERS.search(" ".join(words)) is not None
