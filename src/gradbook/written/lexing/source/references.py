r"""References: what a page shows a number for, \eqref{chain}, {eq}`chain`, @eq-chain, {{eq:chain}}, or a source.

And the numbers with which rows of a display are labelled: \text{2. Loss:} & dL/da &= 3.
"""

import re

from gradbook.core.text.lines import before_in_line
from gradbook.core.text.patterns import regex

_LABEL = r"[^{}`\n]{1,80}"

_CIRCLED = "[①-⑳]"

_SIZE = r"(?:\d{0,3}[A-Za-z](?:_\w|_\{\w{1,5}\}|\^\{?\(\w\)\}?)?|\d{1,4})"  # n, n_x, 2d, 3

_SEE = r"(?:see|cf\.?|siehe|s\.|vgl\.?|voir|ver|v\.|véase|vedi|zie|zob\.|см\.?|bkz\.?|见|參見|参考|参见)"
_BY = r"(?:by|per|as[ ]per|using|with|nach|mit|par|avec|por|con|per|com|met|wg|по)"
_THE = r"(?:the|our|der|dem|des|die|das|le|la|les|l['’]|el|los|las|il|lo|o|os|a|as|de|het)"
_RULE = (
    r"(?:(?:(?:chain|product|sum|power|quotient)[ -])?rules?|formulas?|theorem|thm\.?|definition|def\.?"
    r"|eq(?:uation|n)?s?\.?|(?:Ketten|Produkt|Summen|Potenz|Quotienten)regel|Formel|Gleichung|Gl\.|formule|fórmula|formula)"
)
_SOURCE = (
    rf"(?:{_RULE}|lectures?(?:[ ]notes)?|notes|slides?|script|(?:text)?book|wiki(?:pedia)?|docs?|documentation|chapter"
    r"|ch\.?|§|section|sec\.?|pages?|pp?\.|tab(?:le)?\.?|fig(?:ure)?\.?|appendix|website[ ]*|cs ?\d{2,3}[a-z]?"
    r"|Vorlesung|VL|Skript(?:um)?|Buch|Folien?|Kapitel|Kap\.|Abschnitt|Seite|S\.|Tabelle|Abb\.|cours|poly(?:copié)?"
    r"|livre|chapitre|diapos?(?:itivas?)?|apuntes|libro|clase|tema|página|pág\.|capítulo|aula|slide|lezione|appunti"
    r"|dispense|pagina|capitolo|college|boek|wykład|лекция|лекции|учебник|ders|课本|教材|讲义|笔记|第\d+[章页])"
)
_PLACED = rf"(?:[ ]?[,/][ ]?|[ ])?(?:{_SOURCE}|\d{{1,3}}(?:[.–-]\d{{1,3}})*[a-z]?)"
_CITATION = (
    rf"(?:{_SEE}[ ](?:{_THE}[ ]?)?|(?=[A-Z]))(?i:{_SOURCE}(?:{_PLACED}){{0,5}})"
    rf"|{_BY}[ ](?:{_THE}[ ]?)?(?i:{_RULE}(?:{_PLACED}){{0,2}})"
)

REFERENCE = (
    rf"\\(?:eqref|[Cc]?ref|autoref|nameref|cite[tp]?)\s*\{{{_LABEL}\}}"
    rf"|\{{(?:eq|numref|ref|cite(?::\w{{1,8}})?|prf:ref)\}}`{_LABEL}`"
    rf"|\{{\{{\s*(?:eq|eqref|ref|numref|fig|figref|sec|secref|tab|thm|cite)[:\s]{_LABEL}\}}\}}"
    r"|(?:\\in(?![a-zA-Z])|∈)\s*(?:\\mathbb\s*\{?\s*R\s*\}?|ℝ|R(?=\s*[\^⁰¹²³⁴-⁹ⁿᵐ]))"
    rf"(?:\s*\^\s*(?:\{{\s*{_SIZE}(?:\s*(?:\\times|\\cdot|[×*x,+-])\s*{_SIZE}){{0,4}}\s*\}}|\w)|[⁰¹²³⁴-⁹ⁿᵐˣ]{{1,5}})?"
    r"|@(?:eq|fig|sec|tbl|thm|lem|def)-[\w-]{1,60}"
    r"|\((?:(?:cor(?:r|rect)?\.?[ ]|rounded[ ])?(?:to|auf|à|a)[ ])?\d{1,2}[ ]?"
    r"(?:s\.?[ ]?f\.?|sig\.?[ ]?fig(?:s|ures)?\.?|d\.?[ ]?p\.?"
    r"|decimal[ ]places?|significant[ ](?:figures|digits))\)"
    r"|\((?:s\.[ ]?o\.|v\.[ ]?s\.|see[ ]above|siehe[ ]oben|voir[ ]plus[ ]haut|ver[ ]arriba|ver[ ]acima|vedi[ ]sopra)\)"
    rf"|\((?:(?:use|using|from|by|see|with|per|mit|aus|nach|siehe|avec|voir|usando|por|de|da|由|用)[ ]?)?{_CIRCLED}"
    rf"(?:(?:,|[ ]and|[ ]&|[ ]und|[ ]et|[ ]y|[ ]e|、)[ ]?{_CIRCLED}){{0,3}}\)"
    rf"|\((?:{_CITATION})\)|\[(?:{_CITATION})\]"
    r"|(?<=[\w$`*)\]])\[\^[\w-]{1,20}\](?!:)"
    r"|\[-?@[\w:.-]{1,60}(?:;\s?-?@[\w:.-]{1,60}){0,9}(?:,\s?pp?\.\s?[\d–-]{1,12})?\]"
)
"""As LaTeX, MyST, Quarto, Pandoc and generators of pages have them; "(3 s.f.)", "(use ④)", "(see lecture 3)" in words.

Marks of footnotes too, [^1]; and of what shape a result is, \\in \\mathbb{R}^{3 \\times 1}.
"""
REFERENCE_BEGINS = r"[\\{@\[(∈]"
_ROW_NUMBER = regex(
    r"((?:\\\\(?:\[[^\]\n]{1,8}\])?|\\newline(?![a-zA-Z])|\\begin\s*\{\w+\*?\}|\$\$)[\s&]*\\text(?:bf|it)?\s*\{\s*)"
    r"(\d{1,2}[.)]|\(\d{1,2}\))(?=\s*(?:[^\W\d]|\}))"
)
_NUMBER_BEHIND = regex(r"(?<=[\w)}])[ \t]*&[ \t]*(?:[-–—]{1,3}[ \t]*)?\((\d{1,2})\)(?=[ \t]*(?:\\\\|\n|\\end))")
_CITED = regex(
    r"(?:(?<=\\\\)|(?<=[\n$])|\A)[ \t&]{0,12}\(\d{1,2}\)(?:[ ]?(?:,|&|\+|and|und|et|y|e|и|和|、)[ ]?\(\d{1,2}\)){0,3}"
    r"[ ]{0,3}(?=\\(?:implies|Longrightarrow|Rightarrow|therefore)(?![A-Za-z])|[⇒⟹∴]|=>)"
)
_SEVERAL = 2


def unnumbered(source: str) -> str:
    """Return a source, as long as it was, with blanks for the numbers of equations: "q &= 0.4 & - (1)".

    Those are numbers that begin the labels of rows, and numbers in a column of their own that end rows and go up; and
    those from which something follows: "(1), (2) ⇒ c = 7".
    """
    if ")" in source:
        source = _CITED.sub(lambda found: " " * len(found.group()), source)
    behind = [int(number) for number in _NUMBER_BEHIND.findall(source)] if "&" in source else []
    if len(behind) >= _SEVERAL and behind == sorted(set(behind)):
        source = _NUMBER_BEHIND.sub(lambda found: " " * len(found.group()), source)
    if "\\text" not in source:
        return source
    return _ROW_NUMBER.sub(lambda found: found.group(1) + " " * len(found.group(2)), source)


_ADDRESS = regex(r"(?<!\]\()<?\bhttps?://[^\s<>)\]}\"'`|]{1,300}>?")
_OF_TASK = regex(  # whose source says nothing of what is worked out: "this example is from https://..."
    r"\b(?:examples?|exercise|problem|pictures?|images?|diagrams?|figures?|notation|inspired|beispiel|aufgabe|bild"
    r"|abbildung|exemple|exercice|ejemplo|ejercicio|figura|imagen|exemplo|exerc[ií]cio|imagem|esempio|esercizio|immagine"
    r"|voorbeeld|opgave|przykład|zadanie|пример|задача)"
    r"(?:[ ](?:is|are|was|if|here|adapted|taken|comes?|borrowed|ist|stammt|sind|est|vient|tirée?|es|está|é|vem|viene"
    r"|è|tratt[oa]|jest|взят)){0,3}[ ](?:from|by|at|aus|von|de|du|da|di|uit|van|z|из|с)[ ]?[(<]?$",
    re.IGNORECASE,
)
_BEFORE = 120  # letters before an address that may say of what it is the source
_WORKED = regex(r"\b(?:worked|solved|gerechnet|gelöst|résolu|resuelto|resolvido|risolto)\b", re.IGNORECASE)
_DRAWN_WITH = regex(rf"^[ \t]*(?:#|//)[ \t]*{_ADDRESS.pattern}[ \t]*$(?=\n\s*(?:strict\s+)?(?:di)?graph\b)", re.M)


def without_addresses(source: str) -> str:
    """Return a source, as long as it was, with one word for each address of a page, whose own words say nothing.

    One of a page that draws the graph below it is none of what is stated, nor is the source of an example.
    """
    if "graph" in source:
        source = _DRAWN_WITH.sub(lambda found: " " * len(found.group()), source)
    return _ADDRESS.sub(_said, source) if "://" in source else source


def _said(address: re.Match[str]) -> str:
    """Return what an address says in its line: where the answer is from; nothing where a task or a picture is."""
    source = address.string
    line = before_in_line(source, address.start(), _BEFORE)
    of_task = _OF_TASK.search(line) is not None and _WORKED.search(line) is None
    return ("" if of_task else "website").ljust(len(address.group()))


_AS_IN = regex(  # before what follows it, or at the end of its sentence
    r"\b(?:as|like)[ ]in[ ][A-Z]\w{1,15}(?:[ ][A-Z]\w{1,15})?['’]s?[ ](?:[a-z]{3,12}[ ])?"
    r"(?:(?:text)?book|lectures?|course|videos?|blog(?:[ ]?post)?|paper|tutorial|slides)(?=[:.]\s*\n)"
)


_HELD_IN = r"(?i:colab|(?:jupyter[ ])?notebook|caderno|cuaderno|quaderno|cahier)"
_NAME = r"(?P<{}>[A-Z][^\W\d_]{{1,14}})"
_AUTHOR = regex(  # in the first line: "# Exercise 1 - notebook of Thiago", "Tom's notebook"
    rf"\A\s*(?:#{{1,6}}[ ]+)?(?:(?:[^\n]{{0,40}}[-–—:|,][ ]+)?{_HELD_IN}[ ]?\d*(?P<of>[ ](?:of|by|von|d[eoai]|van)[ ]"
    rf"{_NAME.format('of_name')})|(?P<owner>{_NAME.format('owner_name')}['’]s)[ ]{_HELD_IN}[ ]?\d*)(?=[ \t*]*\n)"
)


def without_sources(source: str) -> str:
    """Return a source, as long as it was, with blanks for whose notation it follows: "as in Nielsen's book".

    And for whose all of it is, by its first line, where the name is not said again.
    """
    if (titled := _AUTHOR.match(source)) and source.count(titled["of_name"] or titled["owner_name"]) == 1:
        start, end = titled.span("of" if titled["of"] else "owner")
        source = source[:start] + " " * (end - start) + source[end:]
    return _AS_IN.sub(lambda found: " " * len(found.group()), source) if " in " in source else source


_WORD = (
    r"(?:batch(?:_size)?|hidden|features?|samples?|inputs?|outputs?|in|out|units|classes"
    r"|(?!no\b|ne\b|if\b|is\b|my\b|ok\b|x\d)[A-Za-z](?:_?\w|_[a-z]{2,6})?)"
)
_DIMENSION = rf"(?:{_WORD}|\d{{1,4}})"
_SHAPE = regex(
    rf"(?<=#)[ \t]*(?:(?:shape|dims?|size)[ \t]*[:=]?[ \t]*\(\s*{_DIMENSION}\s*,\s*{_DIMENSION}?\s*\)"
    rf"|\(\s*(?:{_DIMENSION}\s*,|{_WORD}\s*,\s*{_DIMENSION}|{_DIMENSION}\s*,\s*{_WORD})\s*\))"
)


def without_shapes(source: str) -> str:
    """Return a source, as long as it was, with blanks for comments that say a shape: "dz = a - y  # (m, 1)"."""
    return _SHAPE.sub(lambda found: " " * len(found.group()), source) if "#" in source else source


_OWNER = regex(
    r"(?P<head>^[ \t]*|(?<=[-+*/(,=^ ]))(?P<owner>self\.|this(?:\.|->))(?P<name>[A-Za-z_]\w*)"
    r"(?=[ \t]*(?:[-+*/](?![*/]?=)|[),;^]|=(?!=)|\n|\Z)|(?P<call>[ \t]*\())",
    re.MULTILINE,
)
_PROGRAM = regex(r"^[ \t]*(?:class|def)\b|^[ \t]*(?:```|~~~)", re.MULTILINE)


def without_owner(source: str) -> str:
    """Return a source, as long as it was, with blanks for "self." in formulas that are no whole program."""
    if ("self." not in source and "this" not in source) or _PROGRAM.search(source):
        return source
    return _OWNER.sub(_bare, source)


def _bare(found: re.Match[str]) -> str:
    """Return a name alone; blanks stand behind what begins a line, of which the depth tells something."""
    head, owner, name = found.group("head", "owner", "name")
    if found["call"] and (head or not owner.startswith("self")):
        return found.group()
    blanks = " " * len(owner)
    begins = found.start() == 0 or found.string[found.start() - 1] == "\n"
    return f"{head}{name}{blanks}" if begins else f"{blanks}{name}"
