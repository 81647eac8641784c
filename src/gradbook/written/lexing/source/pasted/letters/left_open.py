"""Left open: what the line of a quantity that has but question marks goes on to say is said of nothing else.

df/dk = ???  todo later, need to go to work        dL/dw: ?? weiß ich noch nicht        ∂f/∂x = ？ 不会

What speaks of others, of an error or of whose it is ("??? and the rest is Ben's"), or has a number that no bracket
holds, is heard as before.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.lexing.words.people import is_given_name

_OPEN = regex(
    r"(?P<item>^[ \t>*•·#/-]*[∂d$\\]?\w[^\n?？=:：]{0,30}?[ \t]?[=:：≈][ \t]?(?:\$[ \t]?)?[?？]{1,5}\$?)"
    r"(?P<told>[^\n=≈\d?？]{2,80}[?？!.]?|[ \t]*\([^()\n=≈]{2,80}\)[ \t]*)$",
    re.MULTILINE,
)
_BEYOND = bare_words(  # what speaks of more, or against what stands beside it
    "all everything anything both each every above below before previous previously earlier other others rest these "
    "those they them their also too same like likewise answers values results numbers lines copied copy from mine not "
    "his her theirs wrong error errors mistake mistakes false incorrect nothing none ignore forget guessed guesses "
    "actually nein alles alle allen beide beiden jede jedes oben unten vorher davor andere anderen anderes diese sie "
    "auch ebenso gleiche werte ergebnisse zeilen abgeschrieben von falsch fehler nichts geraten vergiss tout tous "
    "toutes deux chaque haut bas avant autre autres reste ces ceux ils elles aussi pareil réponses valeurs copié "
    "copiée faux fausse erreur erreurs rien oublie oubliez todos todas ambos ambas cada arriba abajo antes anterior "
    "otro otra otros otras resto estos estas también tampoco igual respuestas valores copiado mal errores nada olvida "
    "tudo cima baixo outro outra outros outras também respostas copiei errado errada erro erros tutto tutti tutte "
    "entrambi sopra sotto prima altro altri altre questi anche uguale risposte valori copiato sbagliato sbagliata "
    "errore errori niente boven onder ook fout gekopieerd wszystko wszystkie oba wyżej inne reszta też również źle "
    "błąd błędy ściągnięte всё оба выше остальное другие тоже также неверно неправильно ошибка списал списала hepsi "
    "tümü diğer yanlış hata semua salah tất cả sai"
)
_BEYOND_WITHOUT_BLANKS = regex(
    "都|全|上面|以上|其他|其它|也|抄|错|錯|全部|他|以外|間違|写し|모두|전부|다른|나머지|위|틀|베낀"
)
_WORD = regex(r"[^\W\d_]+")


def without_words_behind_open(source: str) -> str:
    """Return a source, as long as it was, with blanks for what is said behind a quantity that is left open."""
    if "?" not in source and "？" not in source:
        return source
    return _OPEN.sub(_alone, source)


def _alone(line: re.Match[str]) -> str:
    told = line["told"]
    words = _WORD.findall(told)
    beyond = not _BEYOND.isdisjoint(map(bare, words)) or _BEYOND_WITHOUT_BLANKS.search(told) is not None
    named = any(map(is_given_name, words))
    return line.group() if beyond or named else line["item"] + " " * len(told)
