"""Boxed names: a list whose items begin with a name in square or angle brackets, "[w] 3 * 2 = 6", "[df/dw]: 6".

Such brackets may be marks of something else: an element of HTML, a source in a bibliography, a key, a field of a form.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.notation import plain

_BOXED = regex(
    r"^(?P<lead>[ \t]*(?:[-*•+][ \t]+)?)(?:\[[ ]?(?P<square>[^\W_][\w/]{0,15})[ ]?\]|<(?P<angle>[^\W_][\w/]{0,15})>)"
    r"(?P<colon>:?)(?P<gap>[ \t]+)(?=(?P<sign>[=≈:→]|->)?)(?![ \t])",
    re.MULTILINE,
)
_SLOPE = regex(r"[d∂](\w+)/[d∂](\w+)")
_BOX = regex(r"^[ \t]*[-*+][ \t]+\[ \]", re.MULTILINE)  # of a list of tasks, of which "[x]" is one that is done
_MARKUP = regex(r"<!--|^[ \t]{0,3}\[[^\]\n]*\]:[ \t]*(?:#|<|https?:)", re.MULTILINE)  # what a page does not show
_CLOSED = regex(r"</([^\W_][\w/]{0,15})>")
_COUNTED = regex(r"[-−+]?\d+(?:[.,]\d+)?[ \t]+[^\W\d_]{2,}[.;]?[ \t]*$", re.MULTILINE)  # "[q] 10 pages"
_WORD = regex(r"[^\W\d_]+")
_OF_OTHERS = bare_words(  # what is listed by names in such brackets elsewhere
    "references reference bibliography literature sources footnotes endnotes citations glossary abbreviations index "
    "legend keys keyboard shortcuts hotkeys buttons button menu menus links options option optional flags arguments "
    "tags marks points fields checkbox checkboxes "
    "referenzen literatur literaturverzeichnis quellen fußnoten glossar abkürzungen legende taste tasten tastatur "
    "knöpfe schaltflächen optionen punkte "
    "références bibliographie littérature glossaire légende touche touches clavier boutons liens "
    "referencias bibliografía fuentes glosario leyenda tecla teclas teclado botones enlaces opciones puntos notas "
    "referências bibliografia fontes glossário legenda botões opções pontos "
    "riferimenti fonti glossario tasto tasti tastiera pulsanti opzioni punti "
    "referenties bronnen voetnoten toetsen toetsenbord knoppen opties punten"
)
_NEAR = 300  # letters above an item that are looked at
_LEAST = 2  # different names, so that it is a list


def without_boxes(source: str, lexicon: Lexicon) -> str:
    """Return a source, as long as it was, with a colon behind each name for the brackets around it."""
    found = [*_BOXED.finditer(source)]
    if not found or _BOX.search(source) or _MARKUP.search(source):
        return source
    boxed = {one["square"] or one["angle"] for one in found}
    if not boxed.isdisjoint(_CLOSED.findall(source)) or any(_is_of_others(source, one) for one in found):
        return source
    names = {name for name in boxed if is_named(name, lexicon)}

    def with_colon(one: re.Match[str]) -> str:
        name = one["square"] or one["angle"]
        colon = "" if one["sign"] else ":"
        return (one["lead"] + name + colon).ljust(len(one.group())) if name in names else one.group()

    return _BOXED.sub(with_colon, source) if len(names) >= _LEAST else source


def _is_of_others(source: str, item: re.Match[str]) -> bool:
    """Whether an item counts something, or the line of words above it names a list of something else."""
    above = next(
        (
            line
            for line in reversed(source[max(0, item.start() - _NEAR) : item.start()].split("\n")[:-1])
            if line.strip()
        ),
        "",
    )
    words = {bare(word) for word in _WORD.findall(above)} if "=" not in above else set()
    return _COUNTED.match(source, item.end()) is not None or not words.isdisjoint(_OF_OTHERS)


def is_named(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a quantity of the exercise, or a derivative of one by another."""
    slope = _SLOPE.fullmatch(text)
    return all(plain(name) in lexicon.names for name in (slope.groups() if slope else (text,)))
