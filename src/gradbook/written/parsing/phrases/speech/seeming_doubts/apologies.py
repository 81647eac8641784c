"""Apologies that take nothing back: for the looks of an answer ("sorry for no latex"), and "I first" of one's work."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.grammar.edges import ends_sentence, sentence_end
from gradbook.written.parsing.phrases.speech.remarks import JUDGES, THIS

_SORRY = frozenset({
    "xin loi", "ozur", "ozur dilerim", "kusura bakmayin", "maaf", "mohon maaf",
    "sorry", "apologies", "apologise", "apologize", "apology", "pardon", "excuse", "excuses", "excusez",
    "entschuldigung", "desole", "desolee", "disculpa", "disculpas", "perdon", "perdona", "lo siento", "desculpa",
    "desculpe", "scusa", "scusate", "scusi", "sory", "srry", "sry", "soory", "sorri",
})  # fmt: skip
_LOOKS = frozenset({
    "latex", "tex", "mathjax", "markdown", "handwriting", "scrawl", "writing", "formatting", "format", "layout",
    "english", "spelling", "grammar", "mess", "length", "brevity", "lateness", "delay", "photo", "picture", "drawing",
    "schrift", "handschrift", "formatierung", "rechtschreibung", "verspatung", "unordnung", "englisch", "deutsch",
    "ecriture", "orthographe", "francais", "presentation", "retard", "letra", "formato", "ortografia", "ingles",
    "retraso", "desorden", "caligrafia", "ritardo", "scrittura", "grafia", "formattazione",
})  # fmt: skip
_CIRCUMSTANCES = _LOOKS | {  # of the writing, which no number depends on
    "time", "phone", "mobile", "keyboard", "laptop", "computer", "bus", "train", "typing", "typed", "handwritten",
    "scan", "zeit", "handy", "tastatur", "rechner", "zug", "chaos", "abtippen", "temps",
    "portable", "telephone", "clavier",
    "ordinateur", "ordi", "propre", "brouillon", "recopier", "tiempo", "telefono", "movil", "celular", "teclado",
    "ordenador", "computadora", "limpio", "tempo", "telefone", "bagunca", "passar", "limpo", "cellulare", "tastiera",
    "confusione", "bella", "telefoon", "tijd", "telefon", "telefondan", "czas", "czasu",
}  # fmt: skip
_NO = bare_words(
    "no not didn't didnt couldn't couldnt can't cant haven't havent pas n'ai keine kein nicht non nao "
    "sin sem senza geen"
)
_FOR = frozenset({
    "for", "about", "no", "not", "the", "my", "any", "bad", "poor", "terrible", "ugly", "messy", "lazy", "missing",
    "lack", "of", "using", "fur", "fuer", "die", "das", "den", "meine", "schlechte", "kein", "keine", "fehlendes",
    "pour", "mon", "ma", "le", "la", "l", "mauvaise", "de", "por", "mi", "el", "mala", "per", "il", "mia", "pela", "o",
    "a", "minha", "is", "being", "so",
})  # fmt: skip
_ABOUT = frozenset({"for", "about", "fur", "wegen", "pour", "por", "pela", "pelo", "per", "voor", "za", "за"})
_NOTATION = _LOOKS | bare_words(
    "notation notations terminology wording symbols syntax schreibweise begriffe bezeichnungen terminologie notación "
    "terminología notação notazione simboli notatie zapis обозначения gösterim 记号 表記"
)
_SURE = bare_words("sure certain unsure sicher sûr sûre seguro segura certo certa sicuro sicura zeker pewien pewna")
_UNSURE = frozenset({Role.NEGATION, Role.DENIAL, Role.HEDGE})
_TIME = bare_words("time zeit temps tiempo tempo tijd czasu czas")
_COPIED = bare_words("copied pasted copy copiado pegado copié collé kopiert eingefügt copiato incollato copiada")
_TOOLS = bare_words(  # whose numbers are one's own
    "excel sheet sheets spreadsheet terminal console consola colab jupyter notebook matlab calc calculator calculadora "
    "taschenrechner calculatrice calcolatrice paper papier papel carta hoja foglio folha draft brouillon borrador"
)
_IS_LATE = regex(  # "Apologies that this is late, my daughter was ill"
    r"(?:sorry|apologies|my apologies)(?: that| for| about)?(?: this| it| it's| its)?(?: is| being)?(?: so| a bit)?"
    r" late(?: my (?:\w+ ){1,2}(?:was|were|is|are|got|had) \w+)?"
)
_READING = bare_words(
    "read readable legible lesbar lesen lisible lire legible leer legivel ler leggibile leggere late spat"
)
_FIRST = "i first"
_WORK = frozenset({
    "derive", "derived", "compute", "computed", "calculate", "calculated", "did", "do", "draw", "drew", "ran", "run",
    "went", "go", "work", "worked", "multiply", "multiplied", "add", "added", "split", "list", "listed", "define",
    "defined", "label", "labelled", "labeled", "simplify", "simplified", "rewrite", "rewrote", "expand", "expanded",
    "applied", "evaluated", "build", "built", "look", "looked", "collect", "collected",
    "name", "named", "sketch", "sketched",
})  # fmt: skip
_TOLD = frozenset({"derive", "compute", "calculate", "multiply", "add", "apply", "evaluate", "need", "take", "find"})
_IT = frozenset({"it", "that", "this", "them"})
_NEAR = 5  # words between an apology and what it is for
_FAR = 14  # tokens of a clause of one's work
STOPS = frozenset(map(bare, (  # who says so has seen a mistake
    "wait", "hold on", "oops", "hmm", "hm", "halt", "warte", "moment", "attends", "attendez", "espera", "espere",
    "aspetta", "wacht", "czekaj", "стоп", "подожди", "等等", "잠깐", "待って",
)))  # fmt: skip


def excused(tokens: list[Token]) -> list[Token]:
    """Return the tokens, an apology for the looks and the beginning of one's work as plain words."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if bare(token.text) in _SORRY:
            for place in range(at, _behind_looks(tokens, at) or _behind_circumstances(tokens, at)):
                if found[place].kind == "word":
                    found[place] = replace(found[place], role=Role.PLAIN)
        elif token.role in _UNSURE and (end := _behind_notation(tokens, at)):
            for place in range(at, end):
                if found[place].kind == "word":
                    found[place] = replace(found[place], role=Role.PLAIN)
        elif token.text == _FIRST and _is_work(tokens, at + 1):
            found[at] = replace(token, role=Role.PLAIN)
    return found


def _behind_notation(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind what one is only unsure how to write: "not 100 % sure about the notation but"; or 0."""
    words = [place for place in range(at, min(at + 3 * _NEAR, len(tokens))) if tokens[place].kind == "word"]
    texts = [bare(tokens[place].text) for place in words]
    sure = next((n for n, text in enumerate(texts[:3]) if text.split(" ")[-1] in _SURE), None)
    looks = next((n for n, text in enumerate(texts) if text in _NOTATION), None)
    if sure is None or looks is None or not sure < looks <= sure + _NEAR:
        return 0
    if any(tokens[place].kind == "sep" and tokens[place].text != "soft" for place in range(at, words[looks])):
        return 0
    return words[looks + (texts[looks + 1 : looks + 2] == ["but"])] + 1


def is_of_another(words: Sequence[Token], at: int) -> bool:
    """Whether a "sorry" in a sentence behind an equation is for something else: "sorry for the late submission"."""
    if bare(words[at].text) in STOPS:
        return False  # "wait, u is used in v too"
    behind = [bare(word.text) for word in words[at + 1 :]]
    against = any(word.role in (Role.DENIAL, Role.ERROR, Role.RETRACTION) for word in words[at + 1 :])
    about = len(behind) > 1 and behind[0] in _ABOUT
    own = len(behind) > _NEAR and THIS.isdisjoint(behind)  # "sorry, I use the point and no comma"
    return (about or own) and not against and JUDGES.isdisjoint(behind)


def _behind_looks(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind what an apology is for, where it is for the looks only; 0 where it is not."""
    for place in range(at + 1, min(at + 2 + _NEAR, len(tokens))):
        token, text = tokens[place], bare(tokens[place].text)
        if text in _LOOKS:
            return place + 1
        if text not in _FOR and not (token.kind == "sep" and token.text in ("comma", "soft")):
            return 0
    return 0


def _behind_circumstances(tokens: Sequence[Token], at: int) -> int:
    """Return where a sentence ends that tells of how an answer was written, and of nothing in it; 0 for another."""
    if at and not ends_sentence(tokens[at - 1]):
        return 0
    end = sentence_end(tokens, at)
    said = tokens[at:end]
    worded = all(token.kind in ("word", "sep") or token.text == "is" for token in said)
    worded = worded and all(token.role is not Role.ERROR for token in said)
    return end if worded and is_excuse([token.text for token in said if token.kind == "word"]) else 0


def is_excuse(words: Sequence[str]) -> bool:
    """Whether a sentence says sorry for how an answer was written, that time was short, or from what tool it comes."""
    said = [*map(bare, words)]
    if _IS_LATE.fullmatch(" ".join(said)):
        return True
    sorry = any(" ".join(said[:count]) in _SORRY for count in (1, 2))
    hurried = not (_TIME.isdisjoint(said) or _NO.isdisjoint(said))  # "no time to check"
    pasted = said[:1] != [] and said[0] in _COPIED and not _TOOLS.isdisjoint(said)
    if pasted:
        said = said[1:]
    return (
        (sorry or hurried or pasted)
        and len(said) <= _FAR
        and not (_CIRCUMSTANCES | _TOOLS).isdisjoint(said)
        and (THIS | JUDGES).isdisjoint(said)
        and not any(_blames(word) for word in said if word not in _NO and word not in _SORRY)
        and not any(not letter.isalpha() for word in said for letter in word if letter not in "'’- ")
    )


def is_of_writing(words: Sequence[str]) -> bool:
    """Whether a clause tells how an answer was written, or from what tool: "typed on my phone", "no time to check"."""
    said = [*map(bare, words)]
    return not (_CIRCUMSTANCES | _TOOLS | _READING).isdisjoint(said)


def _blames(word: str) -> bool:
    """Whether a word says in any language that something is wrong, or takes it back."""
    return any(role in (Role.DENIAL, Role.ERROR, Role.RETRACTION) for _, role in DICTIONARY.known_in(word))


def _is_work(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of one's work goes on with words only, up to the end of its clause, or tells what is done now."""
    if at >= len(tokens) or tokens[at].text not in _WORK | _TOLD:
        return False
    if tokens[at].text in _TOLD:
        return True  # "I first compute q = 3"; "I first computed q = 3" may be taken back
    for token in tokens[at + 1 : at + _FAR]:
        if token.kind == "sep" and token.text != "soft":
            return True
        if token.kind != "word" or token.role in AGAINST_IT or token.role is None or token.text in _IT:
            return False
    return False
