"""Remarks behind a table: what is said there is said of all of it, as it would be of one equation in its place.

| q | 3 |
| f | -12 |

I'm not sure about this.
"""

from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.statement_cues import Cues
from gradbook.written.parsing.equations.assembly.assembler import Assembler
from gradbook.written.parsing.equations.statements import statements_of
from gradbook.written.parsing.grammar.brackets import asides

_MARKS = frozenset(" \t\n`*_!↑^—–⬆☝")  # before its words
_FENCE = regex(r"[ \t]*(?P<mark>```+|~~~+)[ \t]*(?P<tag>\w+)[^\n]*\n")
_WORDS = frozenset({"text", "txt", "markdown", "md"})  # what a fence may be tagged with that holds any
_SAYS = frozenset("#'\"")  # a command with a comment, or a text
_LONGEST = 300  # letters of a paragraph that is looked at


def paragraph_behind(source: str, end: int) -> tuple[int, int] | None:
    """Return the place of the paragraph behind a table that ends at a place, if it holds words."""
    start = end
    while start < len(source) and source[start] in _MARKS:
        start += 1
    if fence := _FENCE.match(source, source.rfind("\n", 0, start) + 1):
        if fence["tag"].lower() not in _WORDS:
            body = source[fence.end() : source.find(fence["mark"], fence.end())]
            return None if _SAYS.isdisjoint(body) else (fence.end(), fence.end() + len(body))
        start = fence.end()
    stop = source.find("\n\n", start, start + _LONGEST)
    stop = stop if stop >= 0 else min(len(source), start + _LONGEST)
    worded = any(letter.isalpha() for letter in source[start : start + 2])
    return (start, stop) if worded else None


def doubt_behind(said: Sequence[Token], end: int, source: str, lexicon: Lexicon) -> str:
    """Return the word by which what is said behind a table speaks against it; "" where nothing does.

    Args:
        said: the tokens of the paragraph behind it.
        end: where the table ends.
        source: the answer.
        lexicon: the exercise's.
    """
    if not any(token.kind == "word" for token in said):
        return ""
    place = [
        Token("name", lexicon.output, end, end, Symbol(lexicon.output)),
        Token("rel", "=", end, end),
        Token("num", "0", end, end, Number(0.0)),
        Token("sep", "block", end, end),
    ]
    stream, apart = asides([*place, *said], lexicon, source)
    drafts = Assembler(stream, lexicon).run()
    cues = Cues(Surroundings(stream, drafts, apart, source), lexicon, sloped=False)
    first = next(iter(statements_of(drafts[0], lexicon)), None) if drafts and drafts[0].states else None
    return cues.statement(0, first, None).doubt if first is not None else ""
