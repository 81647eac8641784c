"""Announcements: sentences that say something against all that follows them: "The following is false."."""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.lexing.words.lists.withdrawing import not_to_count
from gradbook.written.parsing.grammar.edges import parts
from gradbook.written.parsing.phrases.speech.attributions import of_others, unsolved
from gradbook.written.parsing.phrases.speech.remarks import negates
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import BUT
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.set_aside import not_mine, set_aside

_TAKES_BACK = frozenset({Role.DENIAL, Role.RETRACTION})
_AHEAD = frozenset({
    "sau day", "duoi day", "duoi", "sau", "tiep theo", "ke tiep", "aşağıdaki", "aşağıda", "aşağıdakiler", "altta",
    "sonraki", "berikut", "berikutnya", "selanjutnya", "dibawah", "di bawah", "di bawah ini", "berikut ini",
    "sebagai berikut", "bawah", "asagidaki", "asagida",
    "following", "follows", "follow", "below", "beneath", "next", "underneath", "folgende", "folgendes", "folgenden",
    "folgender", "folgt", "folgen", "unten", "nächste", "nächstes", "nächsten", "nachstehende", "nachstehenden",
    "darunter", "suit", "suivent", "suivant", "suivante", "suivants", "suivantes", "dessous", "ci-dessous", "prochain",
    "prochaine", "siguiente", "siguientes", "sigue", "siguen", "abajo", "seguinte", "seguintes", "segue", "seguem",
    "abaixo", "seguente", "seguenti", "seguono", "sotto", "prossima", "prossimo", "volgende", "volgt", "hieronder",
    "onderstaande", "następujące", "następny", "następna", "następne", "poniżej", "poniższe", "poniższy", "следующее",
    "следующий", "следующая", "следующие", "ниже", "далее", "以下", "下面", "接下来", "次", "다음", "아래",
})  # fmt: skip
_HERE = frozenset({
    "here", "hier", "voici", "ecco", "aquí", "aqui", "oto", "вот",
    "đây", "day", "o day", "işte", "burada", "inilah", "disini", "di sini",
})  # fmt: skip
_NOTHING = frozenset({
    "không", "khong co", "không có", "hiçbir", "yok", "tidak", "tidak ada", "tiada",
    "nothing", "no", "nichts", "kein", "keine", "rien", "aucun", "aucune", "nada", "ningún", "ninguna", "nenhum",
    "nenhuma", "niente", "nessun", "nessuna", "niets", "geen", "nic", "żaden", "ничего", "нет",
})  # fmt: skip
_ABOUT = frozenset(
    {"about", "über", "sur", "sobre", "su", "over", "о", "об", "关于"}
)  # "Last week's post was about chains."
_WAS = frozenset({"is", "was", "war", "était", "era", "foi", "fue", "geht", "ging", "был", "讲的是"})
_TRUE = frozenset({  # beside "false" in the title of what is one or the other: "True/False (justify)"
    "true", "wahr", "richtig", "vrai", "verdadero", "verdadeiro", "vero", "correct", "waar", "prawda", "верно", "对",
})  # fmt: skip
ONE = frozenset({"a", "an", "ein", "une", "un", "um", "een", "uno"})  # articles of what was not spoken of before
_COPIED = bare_words(  # from elsewhere: "is copied to both sides" is of gates and not of what stands below
    "copied borrowed lifted abgeschrieben kopiert übernommen copié copiée copiés copiées recopié recopiés recopiées "
    "copiado copiada copiados copiadas copiato copiata copiati copiate overgenomen gekopieerd skopiowane przepisane "
    "opsané opsaný avskrivet avskrivna kopierat kopierade списано скопировано списаны скопированы kopyaladım disalin "
    "chép 抄的 抄来的 写した 베낀"
)
_TO = frozenset({"to", "into", "onto", "auf", "vers", "nach"})
_COMMA = frozenset({"comma"})
_AGAINST = frozenset({Role.DENIAL, Role.HEDGE})
_PLAIN = frozenset({"word", "sep", "rel", "bad"})
_MOST = 10  # words of such a sentence
_LONGEST = 40  # words of one in which a clause may be such
_FEW = 5  # of one that says whose it is
_VERY_FEW = 4  # of one that does not say of what it speaks


def told_ahead(sentence: Sequence[Token], *, first: bool) -> str:
    """Return what a sentence without equations says against all that follows, if it does.

    Args:
        sentence: its tokens.
        first: whether no equation stands before it, so that it can be about nothing else.
    """
    words = [token for token in sentence if token.kind == "word"]
    plain = all(token.node is None and token.kind in _PLAIN for token in sentence)
    if not plain or not words or len(words) > _LONGEST:
        return ""
    if told := _copied_below(sentence):
        return told
    if len(words) > _MOST:
        return ""
    here = any(one.text in _HERE and (two.kind == "rel" or two.text in _AHEAD) for one, two in pairwise(sentence))
    if here or any(word.text in _AHEAD for word in words):
        judges = any(token.kind == "rel" or token.text == "colon" for token in sentence)
        roles = _AGAINST | {Role.ERROR} if judges else _AGAINST  # "is an error", "the error below"
        told = next((word.text for word in words if word.role in roles), "")
        return told or (of_others(unsolved(words)) if len(words) <= _FEW else "")
    topic = any(one.text in _WAS and two.text in _ABOUT for one, two in pairwise(sentence))
    if first and not topic and (told := set_aside(words) or not_mine(words)):
        return told
    if first and len(words) <= _VERY_FEW and not any(word.text in _NOTHING or word.text in _TRUE for word in words):
        return next((word.text for word in words if is_denial(word)), "")
    return ""


def _copied_below(sentence: Sequence[Token]) -> str:
    """Return what a sentence says against what stands below it: "The values below are copied, don't count them"."""
    for start, end in parts(sentence, _COMMA):
        words = [token for token in sentence[start:end] if token.kind == "word"]
        if len(words) <= _MOST and any(word.text in _AHEAD for word in words):
            denied = any(word.text in _NOTHING or negates(word.text) for word in words)
            copied = (
                word.text
                for at, word in enumerate(words)
                if bare(word.text) in _COPIED and not denied and not _hands_on(words[at + 1 :])
            )
            return next(copied, "") or not_to_count([bare(token.text) for token in sentence if token.kind == "word"])
    return ""


def _hands_on(behind: Sequence[Token]) -> bool:
    """Whether "copied" is said of a gate: "copied to both inputs", "copied the gradient"."""
    on = bool(behind) and bare(behind[0].text) in _TO
    return on or any(word.role is Role.SLOPE for word in behind)


def denies_denial(words: Sequence[Token]) -> bool:
    """Whether words say that nothing is wrong."""
    return any(word.text in _NOTHING for word in words) and any(map(is_denial, words))


def denies(words: Sequence[Token]) -> bool:
    """Whether words of a sentence deny what it is about, and say nothing else than words."""
    plain = all(token.kind == "word" or token.text == "is" for token in words)
    return plain and any(map(is_denial, words)) and not denies_denial(words)


def is_denial(word: Token) -> bool:
    """Whether a word denies by itself: "wrong", and not only "not" or "without", which may be of anything."""
    by_itself = any(role is Role.DENIAL for _, role in DICTIONARY.known_in(word.text))
    return word.role is Role.DENIAL and by_itself and word.text not in WITHOUT


def takes_back(token: Token) -> bool:
    """Whether a word denies or takes back: no question mark, and no "but"."""
    return token.role in _TAKES_BACK and token.text not in MARKS and bare(token.text) not in BUT


def is_negated_twice(tokens: Sequence[Token]) -> bool:
    """Whether what a word denies is denied itself: "q isn't wrong", "I did not forget the 4"."""
    words = [token for token in tokens if token.kind == "word" and token.role is not Role.ARTICLE]
    nots = [at for at, word in enumerate(words) if Role.NEGATION in dict(DICTIONARY.known_in(word.text)).values()]
    denied = (
        near for at in nots for near in range(at + 1, min(at + 3, len(words))) if near not in nots
    )  # "ne ... pas"
    return any(words[near].role in _TAKES_BACK for near in denied)
