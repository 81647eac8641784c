"""Marks: what opens a part of an answer that is no plain text: displays, pictures, and what a page does not show."""

import re

from gradbook.core.text.patterns import regex

_HIDING = r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])|line-through"
_WHITE = r"color\s*[:=]\s*[\"']?\s*(?:white\b|\#fff(?:fff)?\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)"
TEMPLATE = regex(r"[ \t]*`[^`\n]*\$\{[^`\n]*`[,;]?[ \t]*(?=\n|\Z)")  # of a program, which is still to be filled
_FILE = r"(?:[`*]{0,2}(?:[\w-]{1,40}/){0,6}[\w-]{1,40}\.[A-Za-z]{1,5}[`*]{0,2}[ \t]*(?=\n|\Z))"  # a file's name
QUOTE = regex(r"[ \t]*(?:>[ \t]?)+")
RULE = regex(r"[ \t]{0,12}(?:-[ \t]*){3,}(?=\n|\Z)|[ \t]{0,12}(?:(?:[*_][ \t]*){3,}|={5,})(?=\n|\Z)")
BOLD_LINE = regex(r"[ \t]*(?:\*\*|__)([^*_\n]{1,100})(?:\*\*|__)[ \t]*:?[ \t]*(?=\n|\Z)")
UNSHOWN = regex(r"[ \t]{0,3}(?:\[[^\]\n]{1,100}\]:|%+[ \t][^\n=]*=)[^\n]*")  # a reference, LaTeX's comment
UNDERLINE = regex(r"-{3,}|={3,}")
HEADING = regex(
    rf"[ \t]{{0,3}}#{{1,6}}(?:[ \t]+(?:{_FILE})?|(?=[^\W\d])|(?<=##)(?=\d{{1,2}}[.)][ \t]))"
    r"|\*{2,6}[ \t]+(?=[^\W\d_][^*=\n]*(?:\n|\Z))"  # as Org has them
)
SPECIAL = regex(
    rf"""
    (?=[<~!\\$\n])(?:  # what each begins with: most of a text is none
    (?P<comment><!--)
  | (?P<unseen><(?P<tag>script|style|template|(?:details|dialog)(?![^<>]{{0,99}}\sopen\b)|title|head|noscript|svg|iframe
      |textarea|select|audio|video)\b)
  | (?P<styled><(?P<name>\w{{1,12}})\b
      (?=[^<>]{{0,900}}(?:\bhidden\b|{_HIDING}|{_WHITE}|size\s*=\s*["']?0["'\s>]))[^<>]{{0,900}}>)
  | (?P<struck><(?P<stroke>s|del|strike)(?:\s[^<>]{{0,300}})?>|~~
      |(?<![^\s(>*])~(?=[^\s~](?:[^~\n]{{0,60}}[^\s~])?~(?![\w~])))
  | (?P<sout>\\(?:sout|st)\s?\{{(?=(?:[^{{}}]|\{{(?:[^{{}}]|\{{[^{{}}]{{0,40}}\}}){{0,80}}+\}}){{1,300}}+\}}))
  | (?P<cancelled>\$\s?\\(?:[xb]?cancel|sout)\s?\{{[^$\n]{{1,300}}=[^$\n]{{1,300}}\}}\s?\$)
  | (?P<image>!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,500}}\)|!\[\[[^\[\]\n]{{1,300}}\.[a-zA-Z]{{3,4}}(?:\|\d{{1,4}})?\]\]
      |<img\b[^<>]{{0,500}}>)
  | (?P<phantom>\\[hv]?phantom\s*\{{|\\(?:color|textcolor)\s*\{{\s*white\s*\}}\s*|\\begin\{{comment\}}|\\iffalse\b
      |\\todo\s*\{{|\\fontsize\{{0[^}}]*\}})
  | (?P<display>\$\$|(?<!\\)\\\\?\[)
  | (?P<environment>\\begin\s*\{{(?P<env>[a-zA-Z]{{1,20}}\*?)\}})
  | (?P<inline>\$|(?<!\\)\\\\?\()
  | (?P<table><table\b[^<>]{{0,300}}>)
  | (?P<opened><\w{{1,12}}(?=[^<>\n]{{0,200}}\n)
      (?:\s+[\w:-]{{1,30}}\s*=\s*(?:"[^"<>]{{0,800}}"|'[^'<>]{{0,800}}')){{1,9}}\s*/?>)
  | (?P<newline>\n))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEXT = r"\n|\d{1,2}[.)][ \t]|[-*+][ \t]+\$|\#{1,6}[ \t]|\$[\\\w(\[]"  # which begins a line that no formula goes on in
DOLLAR = regex(rf"(?:[^$\\\n]|\\.|\n(?![ \t]*(?:{_NEXT})))*\$", re.DOTALL)  # up to the end of inline mathematics
STROKE = regex(
    r"~~(?=[^\s~])[^~\n]{1,200}~~|<(s|del|strike)(?:\s[^<>]{0,300})?>[^<>\n]{1,200}</\1>", re.IGNORECASE
)  # struck through
STRIKES = ("struck", "sout", "cancelled")
_VEILS = ("comment", "unseen", "styled", *STRIKES, "image", "phantom")


def veils(text: str) -> bool:
    """Whether a piece of text holds what hides or strikes text, or an image."""
    return any(match.lastgroup in _VEILS for match in SPECIAL.finditer(text))


def braced_end(source: str, mark: re.Match[str]) -> int:
    """Return where what LaTeX strikes ends, \\sout{q = 10}, which a mark may hold whole; 0 for another mark."""
    if mark.lastgroup == "cancelled":
        return mark.end()
    if mark.lastgroup != "sout":
        return 0
    depth = 1
    for place in range(mark.end(), min(len(source), mark.end() + 1_000)):
        depth += (source[place] == "{") - (source[place] == "}")
        if not depth:
            return place + 1
    return 0
