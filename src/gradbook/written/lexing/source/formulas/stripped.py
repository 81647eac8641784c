r"""Mathematics whose brackets lost their strokes, as chats are copied.

[                                     a display, its brackets on lines of their own
\frac{\partial L}{\partial w} = \delta,x    where "\," and "\\" lost a stroke as well
]
where (\delta = a - y) is ...         and mathematics in a line
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from gradbook.core.text.lines import before_in_line, behind_in_line
from gradbook.core.text.patterns import regex

_DISPLAY = regex(
    r"^(?P<open>[ \t]*\[[ \t]*\n)(?P<body>(?:(?![ \t]*[\[\]][ \t]*$)[^\n]*\n){0,39}?(?![ \t]*[\[\]][ \t]*$)[^\n]*)"
    r"(?P<close>\n[ \t]*\][ \t]*)$",
    re.MULTILINE,
)
_COMMAND = regex(r"\\[a-zA-Z]|[_^]\{")
_ENVIRONMENT = regex(r"\\begin\{(\w+\*?)\}.{0,2000}?\\end\{\1\}", re.DOTALL)
_ROW_END = regex(r"(?<!\\)\\\s")  # of two strokes that lost one
_LINE_END = regex(r"(?<!\\)\\(?:\n|[ \t](?=[^&=≈\n]{1,120}&\s*[=≈]))")  # any other "\\ " is a blank of LaTeX
_SPACE = regex(r"(?<=,)[,;]|;(?=[ \t]*[=≈])|(?<=[=≈]);")  # what lost its stroke: "a ;=; b", "1,, 2"
_WORD = r"\\(?!q?quad|text|[lcd]?dots|begin|end|approx|implies)[a-zA-Z]"  # a command that stands for a factor
_THIN = regex(
    rf"(?:(?<=[a-zA-Z)}}\]'′])|(?<=_\d))(?:,(?=[a-zA-Z(\[]|{_WORD})|;(?={_WORD}))"
    r"|(?<=\d),(?=\([^()\n]{0,20}[a-zA-Z\\])"  # -0.85,(1-h^2)
    r"|(?<=\d),(?=(?!\\(?:d?frac|partial|bar|overline|hat|delta|nabla))"
    rf"{_WORD}+(?!\s*(?:_\S{{1,9}}\s*)?[=≈]))"  # no list: "w = 1,\alpha = 2"
)
_SLOPE = r"(?:\\d?frac\s*\{\s*(?:\\partial|d)|\\(?:bar|overline|delta|nabla)(?![a-zA-Z]))"
_SLOPED = regex(rf"[\s&]*{_SLOPE}")  # an equation of one
_SPACED = regex(  # "\bar w = \bar z, x = 4 \cdot 2": a slope, its upstream one, a thin space with a blank, a factor
    rf"(?:^|\\\\|\n)[ \t\n&]*{_SLOPE}[^=≈,]{{1,80}}[=≈][^=≈,]{{1,80}}(?:[a-zA-Z)}}\]]|_\d)(?P<comma>,)"
    rf"(?=[ ](?!\\q?quad|\\text)(?P<factor>[^=≈,\n]{{1,60}}?)\s*&?[=≈]\s*(?P<value>[^=≈,\n]*))"
)
_HEAD = regex(  # what an equation is of, and no factor
    r"\\d?frac\s*\{[^{}]{1,30}\}\s*\{[^{}]{1,30}\}|\\(?:bar|overline|hat|dot)\b\s*(?:\{[^{}]{1,12}\}|\w)(?:_\S{1,9})?"
    r"|\\(?:delta|nabla)(?:[_^]\S{1,9}){0,2}"
)
_STATED = regex(rf"(?:{_HEAD.pattern})\s*&?[=≈]\s*[-−]?[\d.]+\s*(?:[,;]|\\\\|$)")  # a slope, and its number only
_LETTER = regex(r"[a-zA-Z](?:_\w|_\{\w{1,5}\})?")
_NAMED = regex(r"\\?[a-zA-Z]+(?:_\w|_\{\w{1,5}\})?\s*&?[=≈]")
_PARTS = regex(r"\\(?:\\|\s|q?quad)|,[ \t\n]")  # the end of a row or of an equation
_NUMBERS = regex(r"(?:[\d.\s()+\-−*×·/{}]|\\(?:cdot|times|left|right|d?frac)(?![a-zA-Z]))+")
_TIMES = regex(r"\\(?:cdot|times)|[*×·]|\)\s*\(")
_EITHER = "¤"  # stands for nothing, so that a side with it stays unread
_LONGEST = 400  # signs of mathematics in a line
_NEAR = 30  # signs before a bracket that tell of an operand
_DELIMITED = ("$", "\\(", "\\[")  # what a copy that kept its strokes has
_OPENS = regex(r"(?<![A-Za-z0-9_\\)}\]^$(])\((?=[ ]?[^\s()])")
_MATHEMATICS = regex(r"\\[a-zA-Z]|[_^=≈]|[ ]?(?:[A-Za-z]['′]?|[-−]?\d+(?:\.\d+)?)[ ]?$")
_SHORT_WORDS = "no|ne|if|at|si|en|vs|ai|al|or|is|by|on|so|as|in|of|to|we|he|it|um|im|am|se|su|le|ou|ob|zu"
_OPERATES = regex(  # what stands before an operand, a sign or another operand: 2 \cdot (a - y), 2 (a - y), w (x)
    r"(?:[=+\-−/·×÷≈^_\d)\]}]|(?<![*\w:.!?])\*|\\[a-zA-Z]+"
    rf"|(?<![A-Za-z])(?!(?:{_SHORT_WORDS})$)[A-Za-z]{{1,2}}|[A-Za-z]_\w)$",
    re.IGNORECASE,
)
_GOES_ON = regex(r"[\^_'′]|[ ]?(?:\(|\*(?!\*)|[/·×]|[-−+][ ])")
_SUM = regex(r"[+\-−]")
_RELATES = regex("[=≈]")
_BRACKETED = regex(r"\([^()]*\)")
_TEXT = regex(r"\\(?:text|mathrm|operatorname|mathbf|textbf)\s*\{[^{}]*\}|\\[a-zA-Z]+")
_PROSE = regex(  # a word that is no function, or two of them
    r"(?<![A-Za-z])(?!(?:sin|cos|tan|tanh|exp|log|ln|max|min|relu|sigmoid|net|out|pred|loss)(?![A-Za-z]))[^\W\d_]{3,}"
    r"|[?]|[^\W\d_]{2,}['’,]?[ ]+[^\W\d_]{2,}|[\u3040-\u9fff\uac00-\ud7af]"
    rf"|(?<![A-Za-z\\])(?:{_SHORT_WORDS})(?![A-Za-z])",
    re.IGNORECASE,
)
_DOLLARS = regex(r"(?<!\$)\$\$(?!\$)(?P<body>[^$]{1,3000})\$\$(?!\$)")
_APART = regex(  # "\delta , x": nobody else sets a blank before a comma
    r"(?<=[a-zA-Z0-9)}\]'′])[ ](?P<comma>,)[ ](?!\\(?:q?quad|text|mathrm|[lcd]?dots|forall)|[-−+]?\d)"
    r"(?=(?P<factor>(?:\\(?!\\)|[^=≈\\\n&])*)(?:\\\\|&|\n|$|[=≈](?P<value>[^=≈,\n]*)))"
)
_CODE = regex(r"^[ \t]*(?:```|~~~)[\s\S]*?(?:^[ \t]*(?:```|~~~)|\Z)|`[^`\n]+`", re.MULTILINE)
_FENCE = regex(r"^[ \t]*(?:```|~~~)", re.MULTILINE)


def in_display(source: str) -> str:
    """Return a source, as long as it was, with dollars for such brackets; none of LaTeX's commands, no display."""
    if "[" not in source or not _COMMAND.search(source):
        return source
    found = [one for one in _DISPLAY.finditer(source) if "=" in one["body"] or _COMMAND.search(one["body"])]
    if not any(_COMMAND.search(one["body"]) for one in found):
        return source
    fences = [fence.start() for fence in _FENCE.finditer(source)]
    pieces: list[str] = []
    at = 0
    for one in found:
        if bisect_left(fences, one.start()) % 2:  # in program text
            continue
        opened, closed = "$$".rjust(len(one["open"])), "$$".ljust(len(one["close"]))
        body = _ENVIRONMENT.sub(lambda inner: _ROW_END.sub(r"\\\\", inner.group()), one["body"])
        body = _with_thin_spaces(_SPACE.sub(" ", body))
        pieces += [source[at : one.start()], opened, body, closed]
        at = one.end()
    return "".join([*pieces, source[at:]])


def restored(source: str) -> str:
    r"""Return a source, as long as it was, with what lost strokes in its displays: "\\delta , x", a row with one."""
    if "$$" not in source or "\\" not in source:
        return source
    return _DOLLARS.sub(lambda found: f"$${_restored(found['body'])}$$", source)


def _restored(body: str) -> str:
    """Return a display with rows and thin spaces where strokes are missing."""
    if "\\\\" not in body:
        body = _ENVIRONMENT.sub(lambda inner: _LINE_END.sub(r"\\\\", inner.group()), body)
    for space in _APART.finditer(body):
        at = space.start("comma")
        row = body[:at].rsplit("\\\\", 1)[-1]
        closed = sum(row.count(sign) for sign in ")]}") == sum(row.count(sign) for sign in "([{")
        if space["value"] and not (_LETTER.fullmatch(space["factor"].strip()) and _is_product(space["value"])):
            continue  # "\delta , x = 2" are two equations; "\delta , x = -0.8 \cdot 2" is one
        if closed and _RELATES.search(row):
            body = f"{body[:at]} {body[at + 1 :]}"
    return body


def _is_product(value: str) -> bool:
    """Whether what a side is worked out as begins with a product of numbers."""
    calculated = _NUMBERS.match(value)
    return calculated is not None and _TIMES.search(calculated.group()) is not None


def in_line(source: str) -> str:
    """Return a source, as long as it was, with dollars for round brackets around mathematics in a line.

    Where nothing else sets mathematics off, and LaTeX's commands stand in such brackets, or in displays like it.
    """
    if "\\" not in source or any(sign in source for sign in _DELIMITED):
        return source
    displays = [one.span() for one in _DISPLAY.finditer(source)]
    shown = bytearray(len(source))
    for start, end in (*displays, *(one.span() for one in _CODE.finditer(source))):
        shown[start:end] = b"\1" * (end - start)
    found = [span for span in _brackets(source) if not shown[span[0]]]
    if not any("\\" in source[start:end] for start, end in (*found, *displays)):
        return source
    signs = list(source)
    for start, end in found:
        signs[start:end] = f"${_with_thin_spaces(_SPACE.sub(' ', source[start + 1 : end - 1]))}$"
    return "".join(signs)


def _brackets(source: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where brackets reach that hold mathematics and no prose, the outermost ones."""
    end = 0
    for opened in _OPENS.finditer(source):
        if opened.start() < end:
            continue
        depth = 0
        for at in range(opened.start(), min(len(source), opened.start() + _LONGEST)):
            depth += (source[at] == "(") - (source[at] == ")")
            if not depth or source[at] == "\n":
                break
        inside = source[opened.end() : at]
        if depth or not _MATHEMATICS.search(inside) or _PROSE.search(_TEXT.sub(" ", inside)):
            continue
        begins = before_in_line(source, opened.start(), _NEAR).strip()
        if not begins and len(inside.strip()) == 1:  # "(a) Forward": what counts
            continue
        operand = len(begins) > 1 and _OPERATES.search(begins)
        if not _RELATES.search(inside) and (operand or _goes_on(inside, source, at + 1)):  # 2 \cdot (a - y)
            continue
        end = at + 1
        yield opened.start(), end


def _goes_on(inside: str, source: str, at: int) -> bool:
    """Whether an equation goes on behind a bracket: a sign does, or its other side, "(a - y) (0.5) = 0.25"."""
    if _GOES_ON.match(source, at):
        return True
    rest = behind_in_line(source, at, _LONGEST)
    if _SUM.search(inside):
        return _RELATES.search(_BRACKETED.sub("", rest)) is not None
    return _NUMBERS.fullmatch(inside) is not None and _RELATES.match(rest.lstrip()) is not None


def _with_thin_spaces(body: str) -> str:
    r"""Return a display with blanks for commas that were "\\,": outside brackets, behind a sign of its equation."""
    found, depth = list(body), 0
    opened = [0] * len(body)
    for at, letter in enumerate(body):
        depth += (letter in "([{") - (letter in ")]}")
        opened[at] = depth
    parts = [0, *(part.end() for part in _PARTS.finditer(body))]
    for slope in _SPACED.finditer(body):
        factor = slope["factor"].strip()
        if not re.search("[A-Za-z]", factor) or _HEAD.fullmatch(factor):
            continue
        if not _LETTER.fullmatch(factor) or _is_product(slope["value"]):
            found[slope.start("comma")] = " "
        elif _NUMBERS.match(slope["value"]):  # "dL/db = dL/dz, x = 2"; but "a = \\sigma(z)" is an equation
            found[slope.start("comma")] = _EITHER
    for comma in _THIN.finditer(body):
        begin = parts[bisect_left(parts, comma.end()) - 1]
        another = _STATED if _SLOPED.match(body, begin) else _NAMED  # "z = wx,a = 2"
        if opened[comma.start()] <= 0 and _RELATES.search(body, begin, comma.start()):
            found[comma.start()] = _EITHER if another.match(body, comma.end()) else " "
    return "".join(found)
