"""Marks: what opens a part of an answer that is no plain text: displays, pictures, and what a page does not show."""

import re

_HIDING = r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])|line-through"
_WHITE = r"color\s*[:=]\s*[\"']?\s*(?:white\b|\#fff(?:fff)?\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)"
TEMPLATE = re.compile(r"[ \t]*`[^`\n]*\$\{[^`\n]*`[,;]?[ \t]*(?=\n|\Z)")  # of a program, which is still to be filled
SPECIAL = re.compile(
    rf"""
    (?=[<~!\\$\n])(?:  # what each begins with: most of a text is none
    (?P<comment><!--)
  | (?P<unseen><(?P<tag>script|style|template|details(?![^<>]{{0,99}}\sopen\b)|title|head|noscript|svg|iframe|textarea
      |select|audio|video)\b)
  | (?P<styled><(?P<name>\w{{1,12}})\b
      (?=[^<>]{{0,900}}(?:\bhidden\b|{_HIDING}|{_WHITE}|size\s*=\s*["']?0["'\s>]))[^<>]{{0,900}}>)
  | (?P<struck><(?P<stroke>s|del|strike)>|~~|(?<![^\s(>*])~(?=[^\s~](?:[^~\n]{{0,60}}[^\s~])?~(?![\w~])))
  | (?P<image>!\[[^\]\n]{{0,300}}\]\([^)\n]{{0,500}}\)|<img\b[^<>]{{0,500}}>)
  | (?P<phantom>\\[hv]?phantom\s*\{{|\\(?:color|textcolor)\s*\{{\s*white\s*\}}\s*|\\begin\{{comment\}}
      |\\fontsize\{{0[^}}]*\}})
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
_VEILS = ("comment", "unseen", "styled", "struck", "image", "phantom")


def veils(text: str) -> bool:
    """Whether a piece of text holds what hides or strikes text, or an image."""
    return any(match.lastgroup in _VEILS for match in SPECIAL.finditer(text))
