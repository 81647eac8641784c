"""Prepositions that lead to a means, an input or a way, in small letters."""

from gradbook.written.lexing.words.dictionary import bare

WITH = frozenset({"with", "using", "mit", "avec", "con", "com", "met", "z", "ze", "с", "со", "med", "s", "se", "voi"})
WITHOUT = frozenset({
    "without", "ohne", "sans", "sin", "sem", "senza", "zonder", "bez", "beze", "без", "utan", "thiếu", "vắng", "tanpa",
    "olmadan",
})  # fmt: skip
THROUGH = frozenset(map(bare, (
    "through", "via", "over", "across", "along", "durch", "über", "entlang", "par", "por", "através",
    "a través de", "através de", "attraverso", "tramite", "passando per", "door", "przez", "через", "通过", "经过",
    "沿", "経由", "通じて", "into", "from", "qua", "langs", "wzdłuż",
    "path", "branch", "route", "pfad", "zweig", "chemin", "branche", "camino", "rama", "caminho", "ramo", "percorso",
)))  # fmt: skip
