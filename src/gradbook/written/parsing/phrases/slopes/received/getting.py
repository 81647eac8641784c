"""Getting: the verbs by which something has what comes back to it, and the words that may stand before what has it."""

from collections.abc import Iterable, Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.parsing.grammar.edges import last_seen

RECEIVES = frozenset({
    "nhận", "menerima", "collects", "collect", "inherits", "hérite", "hereda", "herda", "eredita", "erbt", "gets",
    "receives", "get", "receive", "bekommt", "erhält", "kriegt", "reçoit",
    "erhalten", "kriegen", "erben", "reçoivent", "héritent", "reciben", "heredan", "recebem", "herdam", "ricevono",
    "ereditano", "krijgen", "ontvangt", "ontvangen", "otrzymuje", "obtain", "obtains", "see", "sees",
    "übernehmen", "takes over", "take over", "inherit", "krijgt", "dostaje", "получает", "получают", "收到", "得到",
    "mendapat", "mendapatkan", "memperoleh", "отримує", "отримують", "dostane", "dostanou", "拿到", "分到", "接到",
    "获得",     "獲得", "erft", "erven", "alır",
    "se lleva", "se queda con", "se quedan con", "tar emot", "recibe", "recebe", "riceve", "bekommen", "recieve",
    "recieves", "recive", "gets back", "hears", "hear", "feels", "feel",
    "récupère", "récupèrent", "récolte", "recoge", "recogen", "capta",
    "raccoglie", "raccolgono", "empfängt", "empfangen", "pobiera", "odbiera",
})  # fmt: skip
HAS = frozenset({  # "has the gradient -4"
    "has", "have", "hat", "haben", "a", "ont", "tiene", "tienen", "tem", "têm", "ha", "hanno", "heeft", "hebben", "ma",
    "carry", "carries", "keep", "keeps", "takes", "take", "prende", "prendono", "prend", "prennent", "toma", "toman",
    "pega", "pegam", "leva", "levam", "nimmt", "nehmen", "neemt",
})  # fmt: skip
HAVING = RECEIVES | HAS
ENDS_UP = frozenset({  # with -4
    "end", "ends", "ended", "wind", "winds", "come", "comes", "is", "are", "fica", "ficam", "queda", "quedan", "bleibt",
    "bleiben", "resta", "restano", "rimane", "rimangono", "termina", "terminan", "terminam", "left",
})  # fmt: skip
WHOLE = frozenset({
    "whole", "full", "entire", "ganze", "vollen", "volle", "tout", "todo", "toda", "tutto", "entero", "inteiro",
    "intero", "hele", "volledige", "complete", "same", "upstream",
})  # fmt: skip
LEADING = frozenset({
    Role.ARTICLE, Role.LINK, Role.FILLER, Role.RESULT, Role.SAME, Role.SLOPE, Role.SLOPES, Role.REASON, Role.WEIGHT,
    Role.BIAS, Role.NET, Role.PARTIAL, Role.BACKWARD,
})  # fmt: skip
_NOUNS = bare_words(  # before the name of what they call
    "node unit neuron input intercept parameter variable product sum difference square root quotient ratio "
    "logit gate prediction activation error loss score probability residual numerator denominator maximum "
    "output hidden both each also then end more ende fin final fine produkt summe differenz knoten eingabe "
    "fehler verlust sowohl nœud produit somme différence entrée nodo producto suma diferencia cociente "
    "entrada nó produto soma diferença quociente prodotto somma differenza ingresso sia 节点 输入 권重"
)
_NOUNS |= bare_words(
    "first second third last factor while whereas but erste zweite faktor während facteur fator fattore tandis "
    "mientras enquanto mentre terwijl 而 even sogar selbst même incluso até persino zelfs"
)
_BESIDE = WITH | bare_words(
    "over around near past of between für wo où donde onde dove waar where there after before über à a about what"
)
_TOGETHER = bare_words(
    "together jointly combined zusammen gemeinsam ensemble juntos juntas conjunto insieme samen gezamenlijk razem "
    "вместе between them 一共 共同 합쳐"
)


def may_lead(token: Token) -> bool:
    """Whether a word before a name changes nothing of what is told of it: "so the product p", "and both a"."""
    text = bare(token.text)
    return (token.role in LEADING and text not in _BESIDE) or text in _NOUNS


def is_led_harmlessly(before: Sequence[Token], at: int) -> bool:
    """Whether the word before a name says of nothing else than that name: not "the node above b"."""
    place = last_seen(before, at)
    return place < 0 or before[place].kind != "word" or may_lead(before[place]) or before[place].role is Role.FOR


def together(words: Iterable[Token]) -> bool:
    """Whether words say that several have a number only together."""
    return any(token.kind == "word" and bare(token.text) in _TOGETHER for token in words)
