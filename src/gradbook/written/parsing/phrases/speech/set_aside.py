"""Set aside: labels by which what they lead to is no answer: found elsewhere, an attempt that is over, or struck out.

found online: q = 10        Old solution: q = 10        First attempt: q = 10        Discarded: q = 10
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare

STRUCK = frozenset({
    "crossed out", "struck out", "struck", "strikeout", "deleted", "discarded", "abandoned", "scratched", "cancelled",
    "canceled", "void", "voided", "obsolete", "withdrawn", "rejected", "durchgestrichen", "gestrichen", "verworfen",
    "geloscht", "ungultig", "barre", "raye", "biffe", "annule", "supprime", "tachado", "tachada", "borrado", "anulado",
    "descartado", "riscado", "apagado", "cancellato", "barrato", "depennato", "scartato", "doorgestreept", "geschrapt",
    "vervallen", "skreslone", "przekreslone", "usuniete", "зачеркнуто", "зачёркнуто", "вычеркнуто", "удалено",
    "gach bo", "bi gach", "ustu cizili", "karalandi", "silindi", "dicoret", "dihapus", "划掉", "删除", "作废", "草稿",
    "打ち消し", "取り消し", "削除", "下書き", "삭제", "취소", "취소선", "초안", "schmierzettel", "kladde", "brouillon",
    "borrador", "rascunho", "brutta copia", "brudnopis", "черновик", "old version", "deprecated", "scrapped",
    "outdated", "superseded", "retracted", "revoked", "veraltet", "uberholt", "zuruckgezogen", "abandonne",
    "abandonnee", "rejete", "rejetee", "perime", "perimee", "barree", "rayee", "annulee", "supprimee", "descartada",
    "obsoleto", "obsoleta", "anulada", "rechazado", "rechazada", "abandonado", "abandonada", "rejeitado", "rejeitada",
    "riscada", "apagada", "desatualizado", "desatualizada", "superado", "scartata", "superato", "superata",
    "abbandonato", "abbandonata", "rifiutato", "rifiutata", "cancellata", "scrap", "scratch work",
    "scratchpad",
    "rough work", "junk", "trash", "leftover", "left over", "leftovers", "dead end", "commented out", "made up",
    "unused", "invented", "erfunden", "invente", "inventee", "inventado", "inventada", "inventato", "sackgasse",
    "a ignorer", "da ignorare", "zu ignorieren", "peeked", "peeking", "looked up", "looked it", "autofilled",
    "auto-filled", "prefilled", "nachgeschlagen", "gespickt", "abgespickt",
})  # fmt: skip
_FOUND = frozenset({  # how it came into the answer
    "found", "taken", "copied", "pasted", "seen", "downloaded", "grabbed", "borrowed", "stolen", "quoted", "googled",
    "looked", "got", "from", "source", "quelle", "fuente", "fonte", "gefunden", "kopiert", "abgeschrieben", "gesehen",
    "genommen", "entnommen", "ubernommen", "gegoogelt", "trouve", "trouvee", "trouves", "trouvees", "copie", "copiee",
    "copies", "colle", "pris", "prise", "vu", "vue", "tire", "tiree", "recopie", "encontrado", "encontrada",
    "encontre", "encontrei", "copiado", "copiada", "copiei", "sacado", "sacada", "tomado", "tomada", "tirado",
    "tirada", "visto", "vista", "pegado", "achado", "achei", "retirado", "retirada", "trovato", "trovata", "copiato",
    "copiata", "preso", "presa", "tratto", "tratta", "vist", "gevonden", "gekopieerd", "overgenomen", "znalezione",
    "skopiowane", "найдено", "скопировано", "взято",
})  # fmt: skip
_AWAY = frozenset({  # where others have it
    "online", "github", "gitlab", "reddit", "stackoverflow", "stack overflow", "stackexchange", "internet", "web",
    "website", "youtube", "quora", "chegg", "coursehero", "wikipedia", "kaggle", "forum", "forums", "discord",
    "google", "blog", "webseite", "en ligne", "en linea", "em linha", "foro", "sito", "site", "sitio", "wolfram",
    "wolframalpha", "symbolab", "chatgpt", "gpt", "whatsapp", "telegram", "huggingface", "интернете", "elsewhere",
    "anderswo", "ailleurs", "altrove",
})  # fmt: skip
_FROM = frozenset({"from", "von", "de", "da", "di", "van", "od", "bei"})
_LINES = {"ligne": "en", "linea": "en", "linha": "em", "netz": "im"}  # "trouvé en ligne", not "pris de la ligne 2"
_OVER = frozenset({  # said of an attempt that is over
    "old", "older", "previous", "earlier", "first", "1st", "initial", "original", "former", "prior", "past",
    "abandoned", "alt", "alte", "alter", "altes", "fruher", "fruhere", "fruherer", "fruheres", "vorherige",
    "vorheriger", "vorheriges", "vorige", "voriger", "erste", "erster", "erstes", "ursprungliche", "ursprunglicher",
    "anfanglicher", "ancien", "ancienne", "precedent", "precedente", "premier", "premiere", "anterieur", "anterieure",
    "vieux", "vieille", "initiale", "anterior", "antigua", "antiguo", "vieja", "viejo", "previa", "previo", "primer",
    "primera", "primero", "antiga", "antigo", "velha", "velho", "primeira", "primeiro", "vecchia", "vecchio", "prima",
    "primo", "vorig", "oude", "eerste", "stare", "stara", "poprzednia", "pierwsza", "старое", "старый", "первая",
    "первый", "прежнее", "предыдущая", "inicial", "iniziale",
})  # fmt: skip
_FIRST = frozenset({  # of attempts only: "first solution" may be of the first quantity
    "first", "1st", "erste", "erster", "erstes", "premier", "premiere", "primer", "primera", "primero", "primeira",
    "primeiro", "prima", "primo", "eerste", "pierwsza", "первая", "первый", "initial", "initiale", "inicial",
    "iniziale", "original", "past", "prior",
})  # fmt: skip
_ATTEMPT = frozenset({
    "attempt", "try", "guess", "draft", "idea", "approach", "go", "shot", "versuch", "ansatz", "entwurf", "anlauf",
    "essai", "tentative", "brouillon", "intento", "tentativa", "tentativo", "prova", "poging", "proba", "попытка",
    "borrador", "rascunho", "bozza", "version", "fassung", "versao", "versione",
})  # fmt: skip
_ANSWER = frozenset({
    "solution", "answer", "calculation", "working", "work", "losung", "antwort", "rechnung", "reponse", "calcul",
    "solucion", "respuesta", "calculo", "solucao", "resposta", "soluzione", "risposta", "calcolo", "oplossing",
    "antwoord", "rozwiazanie", "odpowiedz", "решение", "ответ",
})  # fmt: skip
_MINE = frozenset({
    "my", "our", "the", "mein", "meine", "unser", "unsere", "mon", "ma", "notre", "mi", "mis", "nuestra", "nuestro",
    "meu", "minha", "nosso", "nossa", "mio", "mia", "mijn", "moje", "moja", "мой", "моя", "moe", "a", "o", "il", "la",
    "le", "der", "die", "das", "el", "un", "une", "una", "um", "uma", "s",
})  # fmt: skip
_OWN = frozenset({
    "mine", "ours", "own", "my", "meine", "meines", "meiner", "eigene", "mienne", "mien", "moi", "mia", "mio",
    "propia", "minha", "meu", "propria", "mijne", "moje", "моё", "мое",
})  # fmt: skip
_IGNORE = frozenset({
    "ignore", "disregard", "ignored", "disregarded", "ignorieren", "ignoriere", "ignorer", "ignorez", "ignorar",
    "ignora", "ignorare",
})  # fmt: skip
_POLITE = frozenset(
    {"please", "bitte", "svp", "s'il", "vous", "plait", "por", "favor", "favore", "per", "this", "that"}
)
_HERE = frozenset({
    "here", "this", "was", "what", "follows", "hier", "das", "war", "folgt", "voici", "c'etait", "suit", "este", "esto",
    "fue", "aqui", "sigue", "isto", "foi", "segue", "ecco", "questo", "era",
})  # fmt: skip
_HAD = frozenset({
    "had", "got", "was", "gave", "obtained", "wrote", "hatte", "war", "bekam", "avais", "avait", "avions", "etait",
    "ai", "obtenu", "tenia", "tuve", "obtuve", "era", "fue", "tinha", "tive", "obtive", "foi", "avevo", "ho",
    "ottenuto",
})  # fmt: skip
_NOT = (Role.DENIAL, Role.NEGATION)
_LEFT = frozenset({"leftover", "left over"})
_PASSED_ON = frozenset({"error", "blame", "gradient", "signal"})
_FEW, _SOME = 4, 6  # words of a label; of one that says where it was found


def set_aside(words: Sequence[Token]) -> str:
    """Return the word of a label by which what it leads to is set aside, or nothing."""
    if not words or len(words) > _SOME:
        return ""
    texts = [bare(word.text) for word in words]
    if told := found_away(words):
        return told
    over = (one for one, two in pairwise(texts) if one in _OVER and two in _ATTEMPT)
    if _HERE.intersection(texts) and (told := next(over, "")):
        return told  # "Here is my old attempt"
    if len(words) > _FEW:
        return ""
    noun = any(one in _LEFT and two in _PASSED_ON for one, two in pairwise(texts))  # "this is the leftover error"
    if not noun and (
        struck := next((text for text in (*texts, *map(" ".join, pairwise(texts))) if text in STRUCK), "")
    ):
        return struck
    if _IGNORE.intersection(texts) and set(texts) <= _IGNORE | _POLITE:
        return words[-1].text
    said = [text for text, word in zip(texts, words, strict=True) if not _is_idle(text, word)]
    earlier = [text for text in said if text in _OVER]
    nouns = [text for text in said if text in _ATTEMPT | _ANSWER]
    if len(earlier) != 1 or len(nouns) != 1 or len(said) != 2:
        return ""
    return "" if earlier[0] in _FIRST and nouns[0] in _ANSWER else earlier[0]


def found_away(words: Sequence[Token]) -> str:
    """Return where a few words say that something was found: "copied from GitHub"."""
    if len(words) > _SOME:
        return ""
    texts = [bare(word.text) for word in words]
    if _FOUND.isdisjoint(texts):
        return ""
    if len(words) > 2 and texts[0] in _FOUND and texts[1] in _FROM and words[2].role in UNKNOWN:
        return words[2].text  # "copied from Anna", not "taken from above"
    lines = (two for one, two in pairwise(texts) if two in _LINES and _LINES[two] == one)
    return next((text for text in texts if text in _AWAY), "") or next(lines, "")


def not_mine(words: Sequence[Token]) -> str:
    """Return the word by which a title says that what stands under it is somebody else's: "not mine"."""
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 3]
        if word.role in _NOT and any(bare(other.text) in _OWN for other in behind):
            return word.text
        if word.role is Role.OTHERS and behind and (behind[0].text == "s" or behind[0].role is Role.RESULT):
            return word.text
    return ""


def was_attempt(words: Sequence[Token]) -> str:
    """Return the word by which an equation is what an attempt that is over had: "in my first attempt I had"."""
    texts = [bare(word.text) for word in words]
    if _HAD.isdisjoint(texts):
        return ""
    over = next((one for one, two in pairwise(texts) if one in _OVER and two in _ATTEMPT), "")
    return over or next((two for one, two in pairwise(texts) if two in _OVER and one in _ATTEMPT), "")


def _is_idle(text: str, word: Token) -> bool:
    return text in _MINE or word.role is Role.ARTICLE
