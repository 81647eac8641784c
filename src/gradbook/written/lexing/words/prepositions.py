"""What things are done with: words that lead to a means or to an input, in small letters."""

WITH = frozenset({"with", "using", "mit", "avec", "con", "com", "met", "z", "ze", "с", "со", "med", "s", "se", "voi"})
WITHOUT = frozenset({
    "without", "ohne", "sans", "sin", "sem", "senza", "zonder", "bez", "beze", "без", "utan", "thiếu", "vắng", "tanpa",
    "olmadan",
})  # fmt: skip
