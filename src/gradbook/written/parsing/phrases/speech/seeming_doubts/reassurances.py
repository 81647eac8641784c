"""Reassurances: "nothing fancy", "it is not that bad" and "not used below" deny no equation beside them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.parsing.phrases.speech.seeming_doubts.expectations import expects

_MOST = 10  # words of one
_BESIDE = 3  # words between "not" and "used": "wird hier nicht mehr gebraucht"
_NOUNS = frozenset({Role.ARTICLE, Role.VALUES, Role.RESULT, Role.SLOPE, Role.SLOPES})
_PARTS = ("sep", "open", "close")
_SIGNS = ("!", "！")
_NEGATING = frozenset(map(bare, (
    "no", "not", "none", "nothing", "never", "don't", "without", "kein", "keine", "keinen", "nichts", "nicht", "nie",
    "ohne", "pas", "rien", "rien de", "sans", "n'est", "ne", "nada", "nada de", "sin", "não", "nao", "sem", "niente",
    "non", "senza", "niets", "geen", "niet", "nic", "nie", "bez", "не", "ничего", "нет", "без", "ningún", "ninguna",
    "없음", "안", "nenhum", "nenhuma", "nessun", "nessuna", "aucun", "aucune", "not that", "so wild", "halb", "wild",
)))  # fmt: skip
_FEARED = frozenset(map(bare, (
    "fancy", "special", "complicated", "magic", "magical", "panic", "worry", "worries", "afraid", "scared", "scary",
    "hard", "difficult", "bad", "terrible", "rocket", "trick", "tricks", "tricky", "mystery", "mysterious", "daunting",
    "miracle", "miracles", "accident", "coincidence", "wunder", "zufall", "miracolo", "hasard", "coincidence",
    "milagro", "casualidad", "coincidencia", "milagre", "coincidência", "coincidenza", "wonder",
    "toeval", "cud", "чудо", "случайность", "偶然", "巧合", "우연",
    "intimidating", "frightening", "fear", "surprising", "voodoo", "witchcraft", "besonderes", "kompliziert",
    "kompliziertes", "hexenwerk", "hexerei", "zauberei", "magie", "angst", "panik", "sorge", "sorgen", "schlimm",
    "wild", "schwer", "schwierig", "schwieriges", "spektakuläres", "sorcier", "compliqué", "magique", "panique",
    "peur", "difficile", "dur", "méchant", "mystère", "spécial", "complicado", "magia", "pánico", "miedo", "asustes",
    "asuste", "difícil", "mundo", "misterio", "raro", "especial", "mágica", "pânico", "medo", "mistério", "complicato",
    "panico", "paura", "mistero", "speciale", "spaventarti", "ingewikkeld", "ingewikkelds", "bijzonders", "paniek",
    "bang", "moeilijk", "spannends", "skomplikowanego", "magii", "trudne", "trudnego", "strasznego", "сложного",
    "страшного", "магии", "бойтесь", "сложно", "страшно", "трудного", "shortcut", "shortcuts", "library", "libraries",
    "framework", "frameworks", "bibliothek", "bibliotheken", "abkürzung", "abkürzungen", "bibliothèque",
    "bibliothèques", "raccourci", "raccourcis", "librería", "librerías", "biblioteca", "bibliotecas", "atajos",
    "atalhos", "librerie", "scorciatoie",
)))  # fmt: skip

_USED = frozenset(map(bare, (
    "used", "needed", "necessary", "usamos", "usa", "usan", "usado", "usada", "uso", "necesitamos", "necesaria",
    "necesario", "utilisé", "utilisée", "utilise", "besoin", "nécessaire", "gebraucht", "brauchen", "brauche",
    "benötigt", "verwendet", "benutzt", "nötig", "serve", "usato", "usata", "usiamo", "necessario", "preciso",
    "precisa", "precisamos", "necessário", "nodig", "gebruikt", "potrzebne", "używane", "нужен", "нужно",
    "используется", "필요", "사용",
)))  # fmt: skip
_INVITING = tuple(  # to check what stands there, which its writer is sure of
    " ".join(map(bare, words.split()))
    for words in (
        "don't just trust me", "don't just believe me", "don't take my word", "don't just take my word",
        "glaub mir nicht einfach", "glaubt mir nicht einfach", "ne me croyez pas sur parole",
        "ne me crois pas sur parole", "no me creas sin más", "não acredite só em mim", "non fidatevi solo",
    )
)  # fmt: skip


def reassured(tokens: list[Token]) -> list[Token]:
    """Return the tokens, the words of clauses that only say that something is easy as plain words."""
    found = list(tokens)
    begin = 0
    for at in range(len(tokens) + 1):
        if at < len(tokens) and (tokens[at].kind not in _PARTS or tokens[at].edge):
            continue
        clause = [token for token in tokens[begin:at] if not token.edge]
        if _is_reassurance(clause) or _is_expectation(clause):
            for place in range(begin, at):
                if tokens[place].kind == "word":
                    found[place] = replace(tokens[place], role=Role.PLAIN)
        begin = at + 1
    return found


def _is_expectation(clause: list[Token]) -> bool:
    """Whether a clause only says that two things should be the same."""
    if not all((token.kind == "word" and "?" not in bare(token.text)) or token.text == "is" for token in clause):
        return False
    words = ["equal" if token.role is Role.RESULT else token.text for token in clause if token.text not in _SIGNS]
    return expects(word for word in words if word != "is")


def _is_reassurance(clause: list[Token]) -> bool:
    """Whether a clause denies that something is to be feared or needed, and says nothing of numbers or quantities."""
    words = [(bare(token.text), token.role) for token in clause if token.kind == "word"]
    whole = len(words) == sum(token.text != "is" for token in clause)
    if not whole or not 1 < len(words) <= _MOST:
        return False
    if " ".join(word for word, _ in words).startswith(_INVITING):
        return True
    negations = [at for at, (word, role) in enumerate(words) if word in _NEGATING or role is Role.NEGATION]
    if any(two - one == 1 for one, two in pairwise(negations)):
        return False  # "not without a library"
    unused = [at for at, (word, _) in enumerate(words) if word in _USED and _is_beside(words, negations, at)]
    denied = {*unused, *(at for at, (word, _) in enumerate(words) if word in _FEARED)}
    against = any(role in AGAINST_IT and at not in (*negations, *denied) for at, (_, role) in enumerate(words))
    strange = bool(unused) and any(role is None and at not in denied for at, (_, role) in enumerate(words))
    return bool(negations and denied) and not against and not strange


def _is_beside(words: Sequence[tuple[str, Role | None]], negations: Sequence[int], at: int) -> bool:
    """Whether a word is denied: "not used", "필요 없음", not "not the value used", nor "used what is not fancy"."""
    return any(
        -1 <= at - place <= _BESIDE and _NOUNS.isdisjoint(role for _, role in words[place + 1 : at])
        for place in negations
        if place != at
    )
