"""Commented out: a program of which every line is a comment, and objects as a program shows them in a comment.

    # apple = 100                        # c = Value(data=-2.0, grad=-4.0)
    # price = mul.forward(apple, 2)
    # print(price)  # 200

Where any other line is not a comment, what is commented out may have been given up.
"""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.programs.shown import CLASSES

_COMMENT = regex(r"(?P<indent>[ \t]*)#(?P<text>[^\n]*)")
_CODE = regex(
    r"[ \t]*(?:[A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*[ \t]*[-+*/]?=(?!=)[ \t]*\S.*"
    r"|(?:print|[A-Za-z_]\w*(?:\.\w+)+)\(.*\)[ \t]*(?:#.*)?)"
)
_PRINTS = regex(r"^[ \t]*#[ \t]*print\(", re.MULTILINE)
_NESTED = regex(r"[ \t]*(?:#.*)?")  # a comment of the program, or nothing
_SHOWN = rf"[ \t]*[A-Za-z_]\w*[ ]?=[ ]?(?:{CLASSES})\([^\n()]*\)[ \t]*"
_OBJECTS = regex(  # not under a comment in words, which may say whose they are
    rf"(?P<above>(?:\A|^(?![ \t]*#)[^\n]*\n|^[ \t]*#[ \t]*\w+\.\w+[ ]*(?::[ ]?\w+)?[ ]*=[^\n]*\n))"
    rf"(?P<objects>(?:^[ \t]*#{_SHOWN}(?:\n|\Z))+)",
    re.MULTILINE,
)
_TYPED = regex(  # "# c.grad:int = 0"
    r"^(?P<field>[ \t]*#?[ \t]*\w+\.(?:data|grad))(?P<type>[ ]?:[ ]?(?:float|int))(?=[ ]?=[ ]?-?[\d.]+[ \t]*$)",
    re.MULTILINE,
)
_NAME = regex(r"[ \t]*[A-Za-z_]\w*[ \t]*=[ \t]*[A-Za-z_]\w*[ \t]*")  # "f = wrong"
_FEWEST = 4  # lines of code


def without_comment_signs(source: str) -> str:
    """Return a source, as long as it was, with a blank for the sign before each line of such a program or object."""
    if "#" not in source:
        return source
    if "(data=" in source:
        source = _OBJECTS.sub(lambda found: found["above"] + found["objects"].replace("#", " "), source)
    if ".grad" in source or ".data" in source:
        source = _TYPED.sub(lambda found: found["field"] + " " * len(found["type"]), source)
    if not _PRINTS.search(source):
        return source
    lines = source.split("\n")
    comments = [_COMMENT.fullmatch(line) for line in lines]
    if any(comment is None and line.strip() for line, comment in zip(lines, comments, strict=True)):
        return source
    said = [comment["text"] for comment in comments if comment and not _NESTED.fullmatch(comment["text"])]
    if len(said) < _FEWEST or not all(map(_CODE.fullmatch, said)) or any(map(_NAME.fullmatch, said)):
        return source
    return "\n".join(f"{comment['indent']} {comment['text']}" if comment else "" for comment in comments)
