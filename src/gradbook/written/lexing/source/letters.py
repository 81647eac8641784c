"""Plain letters for mathematical alphabets, full-width forms and entities of HTML, before anything else is read."""

import html
import re
import unicodedata
from collections.abc import Collection

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AGAINST_IT, bare
from gradbook.written.lexing.words.languages import DICTIONARY

_BLANK = regex(r"(?<!\d)[\u00a0\u2000-\u200a\u202f\u205f]|[\u00a0\u2000-\u200a\u202f\u205f](?!\d)")  # 1 000
_HIDDEN = r"[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]"  # letters that nobody sees
_UNSEEN = regex(rf"(?<!\w){_HIDDEN}|{_HIDDEN}(?!\w)")
_PARTED = regex(rf"[^\W\d_]{{1,15}}(?:{_HIDDEN}+[^\W\d_]{{1,15}})+")
_POINTED = regex("【[→←↑↓⇒⇐]】")  # a title that is drawn
_NUMBERED = regex(r"(?<![^\n；。，、\s])（([1-9]|1\d|20)）(?=\s*[^\s×*/+^=＝＋－÷)）。，；、])")
_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});")

_ACCENTED = regex(r"(?<![^\W_])(?=\w[a-z]*[à-ÿ]|[À-Þà-ÿ])[A-Za-zÀ-Þà-ÿ][a-zà-ÿ]{2,}(?![^\W_])")
_LONG_NAME = 6  # letters: two words that differ by an accent only are shorter
_INDEX = regex(r"(?<=[A-Za-z}])\{_(\w{1,8}|\\[a-z]{2,6})\}")
_BRACKETS = {"〖": "(", "〗": ")", "\u2061": " ", "\u2062": " "}  # of Word's equations, as they are copied
_ARROWS = "👉➔➙➛➜➝➞➟➠➡➤➨➩➪➫➬➭➮➯➱➲➳➵➸➺➻➼➽➾⇨⮕⟼↦"
_GETS = regex(r"(?<=[\w}])([ ]?)[⇐⟸↤](?=[ ]?[-−\d(.])")  # w ⇐ 0.8 - 0.05
_LEAD = regex(  # "**Forward** ·", above a list
    r"^([^\n=\d]{1,60}(?:\*\*|__|[^\W\d_])[ \t])[·•](?=[ \t]*\n\s*(?:[-*+•]|\d{1,2}[.)])[ \t])", re.MULTILINE
)
_VERTICAL = regex(r"\\[lr]vert(?![A-Za-z]|\s*_)")  # not of a point, \rvert_{x = 2}
_TRAILS_OFF = regex(r"(?<=[^\W\d_])(?<!/[d∂])(?:\.{2,3}|…)(?=[)）])")  # (wrong side...), not (df/d...)
_SLANTED = regex(r"<(i|em|b|strong|var)>([^<>\s]{1,12})</\1>(?=<su[bp]\b)")
_STEM = regex(r"(?<![A-Za-z}\]^_])\{ {0,4}([A-Za-z]|\\[a-z]{2,7}) {0,4}\}(?=_)")
_OF_DATA = regex(
    r"(?<![A-Za-z\\])([LJEC]\([\w,\\{} ]{1,30}?)(\\?\|)([\w,\\{} ]{1,30}\))"
)  # a loss L(w, b | x), of w, b and x, in a table too: L(w, b \| x)
_BARRED = regex(r"(?<![^\W_])[¯ˉ]([A-Za-z])(?![A-Za-z])")  # as accents are copied from pages: ¯v5, yˆ
_HATTED = regex(r"(?<![^\W_])([A-Za-z])ˆ(?![\w{(−-])|(?<![\w})])ˆ([a-z])(?![A-Za-z])")  # and before: ˆy
_ROUND = regex(r"@(?=[A-Za-z]\w{0,11}[ ]?/[ ]?@[A-Za-z])|(?:(?<=/)|(?<=/[ ]))@(?=[A-Za-z])")  # of a print: @L/@w
_PRIME_APART = regex(r"(?<=[A-Za-z])[ ]′(?=[ ]?\()")  # f ′ (x), as print sets it
_POINT = regex("([\U0001d7ce-\U0001d7ff]+)\\. (?=[\U0001d7ce-\U0001d7ff])")  # as Word's equations are copied
_PRIMED = regex(r"(?<![A-Za-z}\]^_])\{([A-Za-z])\}(?=['′’]|\^\\prime)")

_PRIME_RAISED = regex(  # f_{x}^{\prime}, as machines read f'_x from a page
    r"(_(?:[A-Za-z0-9]|\{[^{}\n]{1,16}\}))[ ]?\^[ ]?(?:\{[ ]?(?:\\prime|')[ ]?\}|\\prime(?![A-Za-z]))"
)
_DECIMAL = regex(  # 0'2, as they write it in Spain; and neither 1'000 nor f'
    r"(?<![\w'’′,.])(0|[1-9]\d?)['’′](?=(?:\d{1,2}|(?<=0.)\d{3,6}|\d{4,6})(?![\w'’′]|[.,]\d))"
)

_POINTING = regex(r"(#|//)[ ]?<-{1,3}(?=[ ])")  # back at what a comment is on: "4   # <- Ben's"
_GATE = regex(  # what a comment speaks of: "# + just routes it"
    r"(?m)(?<=# )[+*×](?=[ \t]*(?:(?:just|only|node|gate|routes?|copies|copy|passes|swaps?|adds)\b|$))"
)
_NODE = regex(r"(?m)^([ \t\u3000]*)[＋+×*](?=(?:ノード|ゲート)は|节点(?:直接|把|将)|노드는)")  # "+ノードはそのまま"
_NUMBER = regex(  # "here is no. 3", which denies nothing
    r"(?i)(?<![\w.])(here[ ]is|here['’]s|question|exercise|problem|task|assignment|sheet|solution[ ](?:of|to|for)"
    r"|answer[ ](?:of|to|for))([ ])no\.(?=[ ]?\d{1,2}(?![\w.,]\d))"
)
_MOVED = regex(r"[A-Za-z0-9_]<-[\d.]")  # the arrow of an answer has two signs
_MOVED_BELOW = regex(r"(?<=[A-Za-z0-9_])<--(?=[\d.]+[-−+])")  # b<--1-0.1*2, where an arrow and a sign touch
_ROW = regex(r"(?m)^([ \t]*\|[ \t]*(?:\*{2})?)([①-⑨])(?=(?:\*{2})?[ \t]*\|)")  # what a row of a table is counted by
_COUNTS = regex(  # the title of a column of steps, and of no samples or rounds
    r"(?mi)^[ \t]*\|[ \t]*(?:steps?|#|№|no\.?|nr\.?|步骤|步驟|序号|단계|순서|手順|schritt|étape|paso|passo|шаг|krok)?"
    r"[ \t]*\|"
)
_OF_KIND = regex(r"(?<=[^\W\d_])[(（](?:MSE|SSE|RMSE|MAE|BCE|CE|NLL|SE)[)）](?=[ ]*[=:：≈])")  # Loss(MSE) = 0.16
_LAYER = regex(r"(?<=[\w>])<sup>(\(\d\))</sup>")  # a<sup>(1)</sup>

_QUOTIENT = regex(
    r"(?<![\w)\]>])<sup>([\w.,]{1,9})</sup>[ ]?(?:/|⁄|&frasl;)[ ]?<sub>([\w.,]{1,9})</sub>"
)  # 1/6, and no power


def upright(source: str) -> str:
    """Return a source with plain letters for mathematical alphabets and full-width forms, as long as it was."""
    if "o." in source or "O." in source:
        source = _NUMBER.sub(r"\1\2nr ", source)
    source = _DECIMAL.sub(r"\1.", source)
    source = source.replace("\r", " ").replace("\u2011", "-")  # a hyphen at which no line breaks
    if not source.isascii():
        source = _NODE.sub(r"\1 ", _BLANK.sub(" ", source))
        source = _LEAD.sub(r"\1:", source)
        if _COUNTS.search(source):
            source = _ROW.sub(lambda row: row[1] + str(ord(row[2]) - ord("①") + 1), source)
        source = _GETS.sub(r"\1←", _NUMBERED.sub(_numbered, _POINTED.sub("   ", source)))
    if "# +" in source or "# *" in source or "# ×" in source:
        source = _GATE.sub(" ", source)
    if "<--" in source and _MOVED.search(source):
        source = _MOVED_BELOW.sub("← -", source)
    if "<-" in source:
        source = _POINTING.sub(lambda found: found[1].ljust(len(found.group())), source)
    if "E)" in source or "L)" in source or "）" in source:
        source = _OF_KIND.sub(lambda found: " " * len(found.group()), source)
    if "</sup>" in source and "<sub>" in source:
        source = _QUOTIENT.sub(lambda found: f"({found[1]}/{found[2]})".ljust(len(found.group())), source)
    if "<sup>(" in source:
        source = _LAYER.sub(lambda found: f"^{{{found[1].ljust(len(found.group()) - len('^{}'))}}}", source)
    if "><su" in source:  # <i>z</i><sub>1</sub>
        source = _SLANTED.sub(lambda found: found.group(2).rjust(len(found.group())), source)
    if "/@" in source or "/ @" in source:
        source = _ROUND.sub("∂", source)
    if "{_" in source:  # \delta{_2}, as some editors write \delta_{2}
        source = _INDEX.sub(r"_{\1}", source)
    if ".)" in source or "…" in source:
        source = _TRAILS_OFF.sub(lambda dots: " " * len(dots.group()), source)
    if "|" in source:
        source = _OF_DATA.sub(lambda of: of[1] + ",".rjust(len(of[2])) + of[3], source)
    if "vert" in source:
        source = _VERTICAL.sub("     |", source)
    if "d{}" in source:  # \frac{d{}f}{d{}x}
        source = source.replace("d{}", "d  ")
    if "}_" in source:  # {w}_{1}, { f }_{ x }
        source = _STEM.sub(lambda found: found.group(1).rjust(len(found.group())), source)
    if "\\" in source and "print" not in source:  # {y}', in no string of a program
        source = _PRIMED.sub(r"  \1", source)
        source = _PRIME_RAISED.sub(lambda prime: prime[1] + "'".rjust(len(prime.group()) - len(prime[1])), source)
    if "&" in source:
        source = _ENTITY.sub(_unescaped, source)
    if source.isascii():
        return source
    source = _PRIME_APART.sub("′ ", source)
    source = "".join(map(_upright, _POINT.sub(r" \1.", source)))
    return _BARRED.sub("\\1\u0304", _HATTED.sub(r"\1\2" "\u0302", source))


def seen(source: str) -> str:
    """Return a source with blanks for letters that nobody sees, as long as it was."""
    return source if source.isascii() else _UNSEEN.sub(" ", _PARTED.sub(_whole, source))


def _whole(word: re.Match[str]) -> str:
    """Return a word that letters which nobody sees part, with blanks behind it in their place; a formula as it is."""
    whole = re.sub(_HIDDEN, "", word.group())
    return whole.ljust(len(word.group())) if DICTIONARY.against(whole) in AGAINST_IT else word.group()


def _numbered(label: re.Match[str]) -> str:
    """Return the label of an item, such as （2） in full width, as one sign with blanks behind it."""
    if label.start() and label.string[label.start() - 1] != "\n":
        return "；".ljust(len(label.group()))
    return chr(ord("①") + int(label.group(1)) - 1).ljust(len(label.group()))


def _upright(letter: str) -> str:
    if letter == "⁄":
        return "/"
    if letter in _ARROWS:
        return "→"
    if letter == "ʼ":  # of Ukrainian
        return "'"
    if letter in _BRACKETS:
        return _BRACKETS[letter]
    if letter in "！？ℓ":  # no factorials; and another letter than l
        return letter
    if "\U0001d400" <= letter <= "\U0001d7ff" or "\uff01" <= letter <= "\uff5e" or "\u2100" <= letter <= "\u214f":
        plain_letter = unicodedata.normalize("NFKC", letter)
        return plain_letter if len(plain_letter) == 1 else letter
    return letter


def _unescaped(entity: re.Match[str]) -> str:
    """Return the sign that an entity is, with blanks behind it so that all places stay."""
    sign = html.unescape(entity.group())
    return sign.ljust(len(entity.group())) if len(sign) == 1 else entity.group()


def unaccented(source: str, names: Collection[str]) -> str:
    """Return a source, as long as it was, with names as the exercise writes them where an answer sets accents on them.

    "pérdida" is perdida and "Prédiction" is Prediction. A short one is not if the answer writes the plain name too.
    """
    indices = {name.partition("_")[2] for name in names} - {""}

    def plain_name(word: re.Match[str]) -> str:
        small = bare(word.group())
        forms = (small.capitalize(), small) if word.group()[0].isupper() else (small, small.capitalize())
        indexed = source[word.start() - 1 : word.start()] in ("_", "{")  # y_{\text{prévu}}
        found = next((form for form in forms if form in names or (indexed and form in indices)), "")
        apart = len(found) < _LONG_NAME and found in source
        return found if len(found) == len(word.group()) and not apart else word.group()

    return _ACCENTED.sub(plain_name, source)
