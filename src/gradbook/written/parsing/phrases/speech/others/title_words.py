"""Title words: what the words of a title or a lead say against all that stands under it, or suppose for it."""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMPLES, TASKS
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import COMMON, DICTIONARY
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.lexing.words.people import is_genitive, is_given_name
from gradbook.written.parsing.phrases.speech.attributions import of_others, of_somebody, unsolved
from gradbook.written.parsing.phrases.speech.set_aside import set_aside

TITLED = frozenset({Role.DENIAL, Role.HEDGE})  # what a title says against all under it
_OF_GRAPH = frozenset({Role.WEIGHT, Role.BIAS, Role.RATE, Role.PART_OF_GRAPH, Role.VALUES, Role.SLOPE, Role.STEP})
_NEAR = 4  # words from "without" to what is missing
_COUNTERFACTUAL = 2  # words of condition in a title: "If w were 7"
_UNREAL = bare_words(  # of such as no other condition has: "If we had subtracted y, we would get this:"
    "would wouldn't we'd you'd i'd it'd gdyby gdybym gdybyśmy mielibyśmy miałbym byłoby kdyby kdybychom vore skulle "
    "seandainya niscaya だったら"
)
_NEXT = bare_words(
    "next previous nächste nächster nächstes nächsten vorige vorigen prochain prochaine suivant suivante précédent "
    "próximo próxima siguiente anterior seguinte prossimo prossima successivo precedente volgende vorige następny "
    "następna następnym poprzednim następująca следующий следующая следующее следующем предыдущем"
)
_OF_ONE = 3  # words: "values of Max"
_NUMBERS = (Role.VALUES, Role.SLOPE, Role.SLOPES)
_DRAWN = bare_words("tree graph baum graf arbre graphe árbol grafo árvore albero boom graaf drzewo дерево граф")
_NO_QUANTITIES = frozenset({
    "marks", "scores", "page numbers", "contents", "table of contents", "seitenzahlen", "inhalt", "inhaltsverzeichnis",
    "noten", "sommaire", "table des matieres", "numeros de page", "numeros de pagina", "numeri di pagina", "inhoud",
    "paginanummers",
})  # fmt: skip
_AT_FIRST = bare_words("first najpierw erst zuerst d'abord primero primeiro prima eerst сначала först nejdřív начала")
_THOUGHT = bare_words("thought myślałem myślałam dachte pensais pensé pensei pensavo dacht думал думала tänkte")
_BUT = bare_words("but aber mais pero mas ma però maar ale но men")
_WITHDRAWS = frozenset({Role.NEGATION, Role.DENIAL, Role.RETRACTION, Role.CHANGES, Role.HEDGE, Role.OLD})
_IN = bare_words("in im dans en em no na nel nell' w в at an au à al nello nella")
_POINTS = bare_words(
    "point points datapoint input inputs network net batch punkt punktes datenpunkt netz netzes eingabe réseau "
    "entrée punto red rede ponto rete punt netwerk sieć точка точке сеть sample muestra amostra campione"
)
_ABOUT = bare_words("about regarding sobre acerca su sul sulla concernant über zu zum zur")
_QUESTIONS = bare_words("doubt doubts duvida duvidas duda dudas doute doutes dubbio dubbi")
_OWN_WORK = (  # "Exercise 3.4 from the book, worked by hand", "My friend sent me this one, here is what I did"
    "my notes", "my steps", "my turn", "my work", "my working", "my solution", "my attempt", "my version", "my own",
    "by hand", "by myself", "on my own", "did it myself", "tried it myself",
    "what i did", "what i got", "how i did", "guy here", "girl here", "meine losung", "mein versuch", "meine notizen",
    "meine rechnung", "von hand", "selbst gerechnet", "ma solution", "mes notes", "mes calculs", "a la main",
    "mi solucion", "mis notas", "mis calculos", "a mano", "minha solucao", "minhas notas", "la mia soluzione",
    "i miei appunti", "moje rozwiazanie", "moje notatki", "mijn oplossing", "mijn uitwerking", "мое решение",
)  # fmt: skip
_I_DO = (  # in contrast to somebody: "he goes up the gradient, I went down"
    "i go", "i went", "i use", "i used", "i take", "i took", "i do", "i did", "i step", "i subtract", "i subtracted",
    "ich gehe", "ich ging", "ich nehme", "ich nahm", "ich mache", "je vais", "je descends", "je prends", "yo voy",
    "yo fui",
    "yo bajo", "yo uso", "eu vou", "eu fui", "eu desco", "eu uso", "io vado", "io scendo", "io uso", "ik ga", "ik ging",
    "ik neem", "ja ide", "ja biore", "я иду", "я беру", "я взял", "я взяла",
)  # fmt: skip
_TELLS = bare_words(
    "says said tells told thinks wrote sagt sagte meint dit disait dice dijo diz disse zegt mówi говорит"
)
_SOURCES = bare_words(  # where exercises are from
    "book textbook lecture course video slides tutorial buch lehrbuch vorlesung kurs livre manuel cours libro curso "
    "livro apostila corso dispensa boek cursus książka podręcznik skrypt книга книги учебник курс kitap kitabı "
    "buku sách giáo trình bok kniha 书 课本 教材 本 教科書 책 교재"
)
_ANEW = bare_words(  # what is done once more by oneself: "redoing his example on paper"
    "redo redoing redid redone reproduce reproducing reproduced replicate replicating replicated recreating recreated "
    "repeating retracing reworking rewriting recomputing recalculating following nachrechnen nachgerechnet "
    "nachvollziehen nachvollzogen refais refait refaisant refaire rehago rehaciendo rehacer rehice refazendo refiz "
    "refazer refeito rifaccio rifatto rifacendo rifare nagerekend narekenen overgedaan przeliczam przeliczony "
    "powtarzam повторяю повторил повторила пересчитываю пересчитал räknade räknar"
)
_PEOPLES_WORK = bare_words(
    "solution solutions result results numbers values answers copied copy lösung lösungen ergebnis ergebnisse kopiert "
    "résultat résultats réponse réponses copié solución respuesta respuestas resultado resultados copiado soluzione "
    "risposta risultati copiato solução antwoord antwoorden rozwiązanie odpowiedzi skopiowane решение ответы"
)
_POINTING = bare_words("this these that those este estos estes estas esses essas questi ces diese dies")


def supposes(words: list[Token]) -> str:
    """Return a word of a title that supposes other numbers: "If w were 7", "Gdyby z było dodatnie, mielibyśmy"."""
    supposing = [word.text for word in words if word.role is Role.CONDITION]
    unreal = [word.text for word in words if bare(word.text) in _UNREAL and word.role is not Role.CONDITION]
    wonders = len(supposing) + len(unreal) >= _COUNTERFACTUAL
    return (supposing + unreal)[0] if wonders else ""


def said_against(words: list[Token]) -> str:
    """Return what a title says against what stands under it."""
    told = of_others(unsolved(words))
    told = "" if told and tells_own_work([bare(word.text) for word in words], bare(told)) else told
    told = told or of_somebody(words) or set_aside(words) or _of_another_point(words)
    reason = next((at for at, word in enumerate(words) if word.role is Role.REASON), len(words))  # "because I never"
    denied = (
        word.text
        for at, word in enumerate(words[:reason])
        if word.role in TITLED and not (_is_aid(words, at) or _is_asked(words, at) or _is_overcome(words, at))
    )
    return told or next(denied, "")


def tells_own_work(words: Sequence[str], told: str) -> bool:
    """Whether a title says where the exercise is from, and then that the work is the learner's: "..., my notes:".

    Args:
        words: the title's, bare.
        told: the word that speaks of somebody or something else, bare.
    """
    at = words.index(told) if told in words else len(words)
    before, behind = " ".join(words[:at]), f" {' '.join(words[at:])} "
    phrase = next((phrase for phrase in _OWN_WORK if f" {phrase} " in behind), "")
    others = f"{before} {behind.replace(f' {phrase} ', ' ', 1)}".split()
    lead, rest = before.split(), behind.split()
    redone = not _ANEW.isdisjoint(lead) and any(map(_is_task, rest))
    sourced = told in _SOURCES and any(map(_is_task, [*lead[-_NEAR:], *rest[:_NEAR]]))
    contrasted = _TELLS.isdisjoint(rest) and any(f" {doing} " in behind for doing in _I_DO)
    own = phrase != "" or redone or sourced or contrasted
    denied = any(DICTIONARY.role(word, COMMON) in TITLED | {Role.NEGATION, Role.ERROR} for word in words)
    return own and _PEOPLES_WORK.isdisjoint(others) and not denied


def _is_task(word: str) -> bool:
    return word in TASKS or DICTIONARY.role(word, COMMON) is Role.EXAMPLE


def _of_another_point(words: Sequence[Token]) -> str:
    """Return the word by which a title is of what comes behind the exercise: "Next sample", "in the next exercise".

    "Next exercise" alone may be the next part of it.
    """
    for at, (word, noun) in enumerate(pairwise(words)):
        led = (at > 0 and bare(words[at - 1].text) in _IN) or (at > 1 and bare(words[at - 2].text) in _IN)
        if bare(word.text) in _NEXT and (bare(noun.text) in SAMPLES | _POINTS or (led and bare(noun.text) in TASKS)):
            return word.text
    return ""


def of_something_else(words: Sequence[Token], source: str) -> str:
    """Return the word by which a short title is of another sample or network, or of somebody: "Lenas Graph"."""
    other = (
        one.text for one, noun in pairwise(words) if one.role is Role.OTHER and bare(noun.text) in SAMPLES | _POINTS
    )
    whose = (word.text for word in words[:-1] if is_genitive(source[word.start : word.end]))
    told = _of_another_point(words) or next(other, "") or next(whose, "") or _of_person(words, source)
    return told or (words[0].text if " ".join(bare(word.text) for word in words) in _NO_QUANTITIES else "")


def _of_person(words: Sequence[Token], source: str) -> str:
    """Return whose values, gradients or drawing they are by a title: "Valori di Lena", not "Solution by Lena"."""
    if (
        len(words) < _OF_ONE
        or words[-2].role is not Role.OF
        or not is_given_name(source[words[-1].start : words[-1].end])
    ):
        return ""
    told = any(word.role in _NUMBERS or bare(word.text) in _DRAWN for word in words[:-2])
    return words[-1].text if told else ""


def _is_overcome(words: Sequence[Token], at: int) -> bool:
    """Whether a title says what was first thought, and goes on: "First I thought that the gate was closed, but ..."."""
    told = bare(words[at].text).split()
    but = next((n for n, word in enumerate(words) if n > at and bare(word.text) in _BUT), len(words))
    goes_on = but < len(words) and not any(word.role in _WITHDRAWS for word in words[but + 1 :])
    return goes_on and told[-1] in _THOUGHT and not _AT_FIRST.isdisjoint(told)


def _is_asked(words: list[Token], at: int) -> bool:
    """Whether a title says what was asked about, "Dúvida sobre backpropagation", and doubts nothing."""
    behind = [bare(word.text) for word in words[at + 1 : at + 3]]
    return bare(words[at].text) in _QUESTIONS and len(behind) > 1 and behind[0] in _ABOUT and behind[1] not in _POINTING


def _is_aid(words: list[Token], at: int) -> bool:
    """Whether "without" is said of an aid, "by hand, without autograd", and of nothing that is calculated with."""
    behind = words[at + 1 : at + _NEAR]
    return words[at].text in WITHOUT and not any(word.role in _OF_GRAPH or word.name for word in behind)
