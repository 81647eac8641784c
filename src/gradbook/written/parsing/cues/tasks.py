"""Tasks: what is to be shown, reached or granted, and what is only asked, in words without a question mark.

Show that q = 10      Find x such that q = 10      How did you get q = 10      Please accept q = 10
"""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import THAT

_SHOW = frozenset({
    "show", "show that", "prove", "zeige", "zeigen", "zeigt", "beweise", "beweisen", "montrer", "montrez",
    "montre", "demontrer", "demontrez", "demuestra", "demuestre", "demostrar", "mostre", "mostrar", "demonstre",
    "dimostra", "dimostrare", "mostrare", "toon", "bewijs", "pokaz", "wykaz", "udowodnij", "покажите", "покажи",
    "докажите", "докажи", "chung minh", "buktikan", "tunjukkan", "证明", "証明せよ", "示せ", "증명하라", "보여라",
})  # fmt: skip
_TO = frozenset({"to", "zu", "a", "por", "da", "te", "do"})
_SUCH_THAT = frozenset({
    "such that", "so that", "sodass", "so dass", "tel que", "telle que", "tels que", "tal que", "tais que", "tale che",
    "zodat", "zodanig dat", "takie ze", "taki ze", "такои что", "такое что", "sao cho", "oyle ki", "sedemikian",
    "sedemikian rupa sehingga", "使得", "ような",
})  # fmt: skip
_FIND = frozenset({
    "find", "choose", "determine", "finde", "bestimme", "wahle", "trouver", "trouvez", "halla", "encuentra", "encontre",
    "ache", "trova", "vind", "bepaal", "znajdz", "найдите", "tim", "bul", "bulunuz", "cari", "carilah", "求", "找",
})  # fmt: skip
_ASKS = frozenset({
    "does", "did", "can", "could", "why", "stimmt", "warum", "wieso", "woher", "pourquoi", "est-ce que", "por que",
    "perche", "waarom", "klopt", "dlaczego", "czy", "почему", "разве", "tai sao", "neden", "mengapa", "kenapa",
    "apakah", "为什么", "なぜ", "왜",
})  # fmt: skip
_HOW = frozenset({"how", "where", "when", "who", "what"})  # that ask where a verb is turned round: "where does"
_TURNED = frozenset({"do", "does", "did", "can", "could", "would", "should"})
_GRANT = frozenset({
    "accept", "mark", "grade", "treat", "akzeptiere", "akzeptieren", "werte", "bewerte",
    "acceptez", "accepter", "accepte", "acepta", "acepte", "aceptar", "aceite", "aceitar", "accetta",
    "accettare", "accepteer", "zaakceptuj", "примите", "засчитайте", "chap nhan", "kabul et", "kabul edin",
    "terima", "接受", "認めて", "인정해",
})  # fmt: skip
_FORMS = frozenset({  # in which an answer is to be written
    "format", "formats", "answer format", "antwortformat", "formato", "formaat", "formatu", "формат", "dinh dang",
    "bicim", "格式", "書式", "형식", "syntax", "syntaxe", "sintaxis", "sintaxe", "sintassi", "syntaxis",
    "skladnia", "синтаксис", "template", "vorlage", "gabarit", "plantilla", "notation", "schreibweise", "notacion",
    "notacao", "notazione", "notatie", "zapis", "записи", "placeholder", "platzhalter",
})  # fmt: skip
_WRITE = frozenset({
    "write", "type", "enter", "schreibe", "schreib", "schreibt", "ecris", "ecrivez", "escribe",
    "escriba", "escreva", "scrivi", "schrijf", "napisz", "wpisz", "напишите",
    "напиши", "пишите", "viet", "yaz", "yazin", "yaziniz", "tulis", "tuliskan", "写成", "写作", "请写", "쓰세요",
})  # fmt: skip
_WORDS = _FORMS | _WRITE | _SHOW | _SUCH_THAT | _ASKS | _HOW | _GRANT
_FEW = 5  # words before such an equation


def only_asked(around: Surroundings, number: int) -> str:
    """Return the word by which an equation is a part of a task, a question or a request, and no answer."""
    if around.held.isdisjoint(_WORDS):
        return ""
    start, first = around.sentence(number)[0], around.drafts[number].first
    label = [at for at in range(start, first - 1) if around.tokens[at].text == "colon"]  # "Task: show that q = 10"
    if label and any(token.kind == "word" and bare(token.text) in _SHOW for token in around.tokens[label[-1] : first]):
        start = label[-1] + 1
    between = around.tokens[start:first]
    words = [token for token in between if token.kind == "word"]
    if not words:
        return ""
    texts = [bare(word.text) for word in words]
    if texts[-1] in _SUCH_THAT and not _FIND.isdisjoint(texts):
        return words[-1].text
    granted = words[-1].text if texts[-1] in _GRANT and between[-1] is words[-1] else ""
    told = next((w.text for w, text in zip(words, texts, strict=True) if text in _FORMS), "")
    if told and len(words) <= _FEW and any(token.text in ("colon", "is") for token in between):
        return told
    colon = between[-1].text == "colon" or (
        len(between) > 1 and between[-1].text == "soft" and between[-2].text == "colon"
    )
    plain = all(token.kind in ("word", "sep") for token in between)
    if texts[0] in _TO and texts[-1] in _SHOW and colon and plain and len(words) <= _FEW:
        return words[-1].text  # "To show: q = 10"
    if texts[0] in _WRITE and colon and plain and len(words) <= _FEW:
        return words[0].text
    if len(words) > _FEW or any(token.kind == "sep" and token.text != "soft" for token in between):
        return granted
    shows = texts[0] in _SHOW and (texts[0] == "show that" or any(text in THAT for text in texts[1:]))
    return words[0].text if shows or _asks(words, texts, between) else granted


def _asks(words: Sequence[Token], texts: Sequence[str], between: Sequence[Token]) -> bool:
    """Whether words that begin a sentence ask: "How did you get", "does", and no verb relates what they ask."""
    relates = any(token.kind in ("rel", "name", "der") for token in between)
    asks = texts[0] in _ASKS or (texts[0] in _HOW and texts[1:2] != [] and texts[1] in _TURNED)
    return asks and words[0] is between[0] and not relates
