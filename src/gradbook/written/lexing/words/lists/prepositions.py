"""Prepositions that lead to a means, an input or a way, in small letters."""

from gradbook.written.lexing.words.dictionary import bare

WITH = frozenset({
    "з", "із", "зі", "με", "cu", "با", "مع", "with", "using", "mit", "avec", "con", "com", "met", "z", "ze",
    "с", "со", "med", "s", "se", "voi",
})  # fmt: skip
WITHOUT = frozenset({
    "uden", "uten", "ilman", "nélkül",
    "без", "χωρίς", "fără", "fara", "بدون", "دون", "بلا",
    "without", "ohne", "sans", "sin", "sem", "senza", "zonder", "bez", "beze", "utan", "thiếu", "vắng", "tanpa",
    "olmadan",
})  # fmt: skip
THROUGH = frozenset(map(bare, (
    "gennem", "gjennom", "läpi", "kautta", "keresztül",
    "вздовж", "μέσω", "διαμέσου", "prin",
    "through", "via", "over", "across", "along", "durch", "über", "entlang", "par", "por", "através",
    "a través de", "através de", "attraverso", "tramite", "passando per", "door", "przez", "через", "通过", "经过",
    "沿", "経由", "通じて", "into", "from", "qua", "langs", "wzdłuż",
    "path", "branch", "route", "pfad", "zweig", "chemin", "branche", "camino", "rama", "caminho", "ramo", "percorso",
)))  # fmt: skip
AIDS = frozenset(map(bare, (
    "calculator", "computer", "autograd", "autodiff", "pytorch", "torch", "numpy", "code", "python", "help", "notes",
    "taschenrechner", "rechner", "hilfe", "calculatrice", "calculette", "aide", "calculadora", "calculadoras",
    "ayuda", "ajuda", "calcolatrice", "aiuto", "rekenmachine", "hulp", "kalkulatora", "kalkulačky", "калькулятора",
    "miniräknare", "lommeregner", "kalkulator", "laskinta", "számológép", "máy tính", "hesap makinesi",
)))  # fmt: skip
"""What one calculates with: "without a calculator" takes nothing back."""
DIRECT = frozenset(map(bare, (
    "direct", "directly", "straight", "direkt", "direkte", "directe", "directement", "en direct", "directo", "directa",
    "directamente", "direto", "direta", "diretamente", "diretto", "diretta", "direttamente", "rechtstreeks",
    "bezpośrednio", "напрямую", "прямо", "přímo", "suoraan", "közvetlenül", "doğrudan", "trực tiếp", "langsung",
    "direct edge", "直接", "직접", "безпосередньо", "απευθείας", "مباشرة", "مستقیم",
)))  # fmt: skip
"""What leads to nothing between."""
