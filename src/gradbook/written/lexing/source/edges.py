r"""Edges: what belongs to mathematics, or to a piece of code, though it stands outside of it.

A bracket behind it, "\(\frac{dz}{du}\)(u) = 1", "$f$(2, 3) = 6"; and a sign beside it, of which the whole piece is a
factor: "`1 - h^2` × `dE/dh`".
"""

from gradbook.core.text.patterns import regex

_APPLIED = regex(r"(?:\$|\\\\?\))[ ]?\([^()\n$\\]{1,20}\)[ ]?(?:=|≈)")
_SUM = r"(?=[^`\n]*[\w)²][ ]?[+−-][ ]?[\w(])[^`\n=≈:]{3,60}"
_FACTOR = regex(rf"`({_SUM})`(?=[ ]?[×·⋅*]|[ ]?\\(?:times|cdot))|(?<=[×·⋅*])([ ]?)`({_SUM})`")

_TOGETHER = regex(  # signs that LaTeX would set apart: {+}{=}, \mathrel{+}=, {-=}
    r"(?:\\mathrel[ ]?)?\{(?P<sign>[-+])\}(?:=|(?:\\mathrel[ ]?)?\{=\})|[-+](?:\\mathrel[ ]?)?\{=\}"
    r"|(?:\\mathrel[ ]?)?\{[-+]=\}"
)

_DIFFERENTIAL = r"\{ ?(?:\\partial|\\mathrm\{d\}|d)(?: ?\{?[\w^]{1,12}\}?(?:_\{?\w{1,6}\}?)?) ?\}"
_FACTORS = regex(rf"(?<=\$)(?P<one>\\frac{_DIFFERENTIAL}{_DIFFERENTIAL})\$(?P<gap> ?)\$(?=\\frac{_DIFFERENTIAL})")
_BY_THE_WAY = regex(  # the factor on the way from the line above: "× x1 = 3.0 → dL/dw1"
    r"(?m)^(?P<blank>[ \t]*)[×*·](?=[ \t]*[^\W\d]\w{0,12}[ \t]*=[ \t]*[-−]?\d[\d.]*[ \t]*(?:→|-+>|=>|⇒)[ \t]*\S)"
)

_RAISED_PLUS = regex(r"\^\s*\{?\+|\w\s*⁺|(?<!\w)[A-Za-z]\d\+[ \t]+=")  # w_5^+, w₅⁺, w5+ = 0.58
_NEW_EQUALS = regex(r"(?<!\w)(?P<name>[A-Za-z]_?\d{1,2})\+=(?=[ \t]*[-−]?\d)")
_ANY = regex(r"(?<![^\W\d_])[d∂]\?|(?<=/)[d∂]_(?![\w{])")
_BEFORE_TAG = regex(r"(?<![\w.])(?P<number>\d{1,4})(?P<tag><(?:em|i|var|mi)>)(?=[^\W\d])")

_NAMED = regex(  # a factor that is only spoken of: "because of the /2 the 2 cancels"
    r"(?i:\b(?P<article>the|das|die|dem|le|la|el|il|o)[ ])(?P<factor>[/×*·÷]\d+(?:\.\d+)?)"
    r"(?![\w.]|[ ]*[=*/×·)]|[ ]+(?:is|are|comes|ist|kommt|est|vient|es|è|é)\b)"
)


def is_applied(source: str, end: int) -> bool:
    """Whether mathematics that ends at a place goes on with what it is taken at, up to a sign of equality."""
    return _APPLIED.match(source, end) is not None


def grouped(source: str) -> str:
    """Return a source in which sums that are such factors stand in brackets, as long as it was."""
    if "`" not in source:
        return source
    return _FACTOR.sub(lambda found: f"({found[1]})" if found[1] else f"{found[2]}({found[3]})", source)


def multiplied(source: str) -> str:
    """Return a source in which derivatives that stand side by side are one product, as long as it was."""
    if "$ $" not in source and "$$" not in source:
        return source
    return _FACTORS.sub(lambda found: f"{found['one']} {found['gap']} ", source)


def beside(source: str) -> str:
    """Return a source in which a number is as near to a letter in a tag as a page shows it: "2<em>x</em>"."""
    if "<" not in source:
        return source
    return _BEFORE_TAG.sub(lambda found: f"{' ' * len(found['tag'])}{found['number']}", source)


def placeheld(source: str) -> str:
    """Return a source with a dot for what stands for any quantity, "d? for df/d?", and asks nothing."""
    if "?" not in source and "d_" not in source and "∂_" not in source:
        return source
    return _ANY.sub(lambda found: f"{found.group()[:-1]}·", source)


def raised_plus(source: str) -> str:
    """Return a source in which "w2+=0.3" beside w_5^+ is a new value, and no "+=", as long as it was."""
    if "+=" not in source or not _RAISED_PLUS.search(source):
        return source
    return _NEW_EQUALS.sub(lambda found: f"{found['name']}'=", source)


def set_together(source: str) -> str:
    """Return a source with "+=" for its two signs in braces, as long as it was."""
    if "}=" not in source and "=}" not in source and "mathrel" not in source:
        return source
    return _TOGETHER.sub(lambda found: ("-=" if "-" in found.group() else "+=").ljust(len(found.group())), source)


def without_named(source: str) -> str:
    """Return a source with blanks for a factor with an article, which multiplies nothing, as long as it was."""
    return _NAMED.sub(lambda found: f"{found['article']} {' ' * len(found['factor'])}", source)


def without_factors(source: str) -> str:
    """Return a source with a blank for the sign before what an arrow is multiplied by, as long as it was."""
    if "→" not in source and ">" not in source and "⇒" not in source:
        return source
    return _BY_THE_WAY.sub(r"\g<blank> ", source)
