"""Items abreast: a numbered list in columns, as pages of print have it: "1. q = 3    3. r = 8".

So are pairs and steps that blanks alone part: "w1 .6 -> .48   b1 -.2 -> -.26", and pages that
a form has set in one line: "... for y = 0: ### Forward Pass * z = **0.1** * p = **0.525** ### Backward Pass * ...".
"""

import re

from gradbook.core.text.patterns import regex

_NUMBERED = regex(r"^[ \t]*\(?\d{1,2}[.)][ \t]+\S[^\n]*[ \t]{3,}\(?\d{1,2}[.)][ \t]+[^\W\d_][^\n]*$", re.MULTILINE)
_NEXT = regex(r"(?<=\S)[ \t](?=[ \t]{2,}\(?\d{1,2}[.)][ \t]+(?:[^\W\d]|∂)[^\s=]{0,12}[ \t]*=)")
_NUMBER = r"[-−+]?(?:\d+(?:\.\d+)?|\.\d+)"
_MOVE = rf"[^\W\d]\w{{0,9}}[ ]?[:=]?[ ]?{_NUMBER}[ ]?(?:->|→|⟶|=>|-->)[ ]?{_NUMBER}"
_MOVED = regex(rf"(?P<move>{_MOVE})[ ](?=[ ]{{1,12}}{_MOVE}(?![\w.]))")

_PAIR = rf"(?:[∂d]\w{{1,8}}/[∂d]\w{{1,8}}|[^\W\d]\w{{0,9}})[ ]{{1,4}}(?:[:=][ ]{{0,2}})?{_NUMBER}"
_PAIRS = regex(rf"^[ ]*{_PAIR}(?:[ ]{{3,12}}{_PAIR}){{1,4}}[ ]*$", re.MULTILINE)  # "n1  -0.4      h1  0.4013"
_PAIRED = regex(rf"(?P<pair>{_PAIR})[ ](?=[ ]{{2}})")

_EQUATED = regex(  # "p = .7      err = .7 - 1"
    r"(?<![\w.])(?P<number>[-−]?\d*\.?\d+)[ ](?=[ ]{2,12}[^\W\d]\w{0,12}[ ]?=[ ]?[-−(]{0,2}\d*\.?\d+[ ]?[-−+*/×])"
)
_EQUATION = regex(r"^[^\n|#=·]{1,40}=[^\n|#·]{1,99}[ ]{3}[^\n|#=·]{1,14}=[^\n|#·]{1,99}$", re.MULTILINE)

_TITLED = regex(r"^[^\n]*\S #{2,4} [^\W\da-z][^\n]*$", re.MULTILINE)
_TITLE = regex(r"(?<=\S) (?=#{2,4} [^\W\da-z])")
_ITEM = regex(r"(?<![\w+*/=·×^-]) (?=\* (?:[∂d]?\w{1,8}(?:[ ]?/[ ]?[∂d]\w{1,8})?)[ ]?[=≈←])")
_FIRST = regex(r"(?P<title>#{2,4} [^\n=*]{1,40}[^\n=* ]) (?=\* [^\W\d]\S{0,16} ?[=≈←])")


def in_lines(source: str) -> str:
    """Return a source, as long as it was, in which such an item begins a line of its own."""
    if " ## " in source or " ### " in source or " #### " in source:
        source = _TITLED.sub(_cut, source)
    if "  " in source and (">" in source or "→" in source or "⟶" in source):
        source = _MOVED.sub(lambda found: f"{found['move']},", source)
    if "  " in source:
        source = _PAIRS.sub(lambda line: _PAIRED.sub(r"\g<pair>,", line.group()), source)
    if "   " in source and "=" in source:
        source = _EQUATION.sub(lambda line: _EQUATED.sub(r"\g<number>,", line.group()), source)
    if "   " not in source and "\t\t" not in source:
        return source
    return _NUMBERED.sub(lambda line: _NEXT.sub("\n", line.group()), source)


def _cut(line: re.Match[str]) -> str:
    """Return a line with titles and items in it, each in a line of its own."""
    titled = _TITLE.sub("\n", line.group())
    return _FIRST.sub(r"\g<title>\n", _ITEM.sub("\n", titled))
