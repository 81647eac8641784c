"""Wikis: text marked as MediaWiki and MoinMoin do, ''x = 2'' and f,,x,, with an index set low; $latex x$."""

import re

from gradbook.written.lexing.source.pasted.escapes import PROGRAM

_SLANTED = re.compile(r"(?<![\w'])('{2,3})(?=[^\s'])([^'\n]{1,300}(?:'(?!')[^'\n]{1,300})?)(?<=[^\s'])\1(?![\w'])")
_LOW = re.compile(r"(?<=\w),,(\w{1,8}),,")
_LATEX = re.compile(r"\$latex(?=\s)")
_FEW = 2  # pairs of two primes


def unwikied(source: str) -> str:
    """Return a source, as long as it was, without the primes that set text slanted or bold, and with indices as "_{x}".

    One pair may be a second derivative on either side: more are needed, and no program with its strings.
    """
    if "$latex" in source:
        source = _LATEX.sub("$      ", source)
    if "''" not in source or PROGRAM.search(source) or len(_SLANTED.findall(source)) < _FEW:
        return source
    return _LOW.sub(r"_{\1} ", _SLANTED.sub(lambda found: found[2].center(len(found.group())), source))
