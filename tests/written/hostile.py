"""Pieces from which hostile answers are made, and answers that are bombs. `benchmarks/hostile.py` uses them too."""

PIECES = [
    "\\frac", "{", "}", "$", "$$", "\\partial ", "f", "w", "q", "=", "10", "(", ")", "^", "_", "\\text{", "|", "\n",
    "\\begin{align}", "\\\\", "&", "d", "/", "~~", "**", "`", "9^9^9", "\\left.", "\\right|", "'", "≈", "∂", "²",
    " and ", "<sub>",
    "&part;", "\\newcommand{\\a}{\\a\\a}", "\\a", "w_1", "-=", "%", "\x00", "\ud800", "is ", ",", "gradient of ",
]  # fmt: skip

BOMBS = {
    "brackets": "f = " + "(" * 9_000 + "1" + ")" * 9_000,
    "tower": "f = 9^9^9^9^9^9^9^9",
    "minus": "f = " + "-" * 15_000 + "1",
    "sum": "f = " + "x+" * 1_900 + "1",
    "product": "f = " + "x" * 3_500,
    "fractions": "$f = " + "\\frac{1}{" * 1_000 + "1" + "}" * 1_000 + "$",
    "chain": "f " + "= 24 " * 1_900,
    "statements": "df/dw = 4*x + 1*2\n" * 400,
    "wrong": "f = 3*8 = 25, " * 500,
    "open": "(" * 19_000,
    "dollars": "$" * 19_000,
    "tildes": "~" * 19_000,
    "braces": "\\text{" * 3_000,
    "entities": "&" * 19_000,
    "pipes": "|a|b|\n" * 3_000,
    "comments": "<!--" * 4_900,
    "images": "![" * 9_000,
    "gradients": "gradient " * 2_000,
    "words": "(a b " * 3_500 + ")" * 2_000,
    "long": "f = 24 " * 10_000,
    "readings": "df/dw = " + "1*" * 100 + "6",
    "calculations": "df/dw = 1*1*1*1*1*2*3\n" * 800,
    "tables": "| q | 1*1*1*1*1*10 |\n|---|---|\n" * 500,
    "wide": "|" + "q|" * 9_000 + "\n|" + "1|" * 900,
    "arrays": "\\begin{array}{c}" * 1_000 + "q & 1 \\\\",
    "colons": "df/dw: " * 2_500,
    "arrows": "w -> " * 3_500,
    "mentions": "gradient of w by x q r " * 800,
}
