"""Dicts: what a notebook shows of one says what its keys name, {'dZ': -0.45, 'W': 1.2}; so does a record's repr.

Forward(z=0.8, a=0.69)        Grads(z=-0.066, w=-0.099)        Params(w=0.85, b=-0.37)
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Symbol
from gradbook.written.expression import New, Node, has_names
from gradbook.written.lexing.blocks.keyed.keys import Key, sense_of
from gradbook.written.lexing.source.pasted.programs.dictionaries import names_answer
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.programs.comments import speaks_against
from gradbook.written.parsing.programs.leaves import Span
from gradbook.written.parsing.programs.stream import Lex
from gradbook.written.parsing.programs.text.lines import Unit
from gradbook.written.parsing.programs.values.meaning import Meaning

_CLASS = regex(r"[A-Z]\w*")
_SLOPES = regex(r"(?:\w*_)?(?:Grad(?:ient)?s?|Backward|Bwd|Derivatives?|Adjoints?)\w*")
_STEPPED = regex(r"\w*(?:Params?|Parameters|Weights|New|Updated|After|Step)\w*")
_FEW = 2  # fields of a record


def entries_of(shown: ast.expr, meaning: Meaning) -> Iterator[tuple[Node, ast.expr]]:
    """Yield the quantities that the keys of a dict or record name, or of those in a tuple, each with its value."""
    for part in shown.elts if isinstance(shown, ast.Tuple) else [shown]:
        if _is_record(part):
            yield from _fields_of(part, meaning)
        for key, value in zip(part.keys, part.values, strict=True) if isinstance(part, ast.Dict) else ():
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and (head := meaning.entry("", key.value)):
                yield head, value


def holds_entries(shown: ast.expr) -> bool:
    """Whether a value is shown as a dict, as a tuple that begins with one, or as a record."""
    match shown:
        case ast.Dict() | ast.Tuple(elts=[ast.Dict(), *_]):
            return True
    return _is_record(shown)


def _is_record(value: ast.expr) -> bool:
    """Whether a value is shown as a class with its fields, all of them numbers: "Forward(z=0.8, a=0.69)"."""
    match value:
        case ast.Call(func=ast.Name(id=name), args=[], keywords=keywords) if _CLASS.fullmatch(name):
            return len(keywords) >= _FEW and all(map(_is_number, (keyword.value for keyword in keywords)))
    return False


def _fields_of(record: ast.expr, meaning: Meaning) -> Iterator[tuple[Node, ast.expr]]:
    assert isinstance(record, ast.Call) and isinstance(record.func, ast.Name)
    slopes = _SLOPES.fullmatch(record.func.id) is not None
    stepped = _STEPPED.fullmatch(record.func.id) is not None
    for keyword in record.keywords:
        head = meaning.entry("grads" if slopes else "", keyword.arg) if keyword.arg else None
        if isinstance(head, Symbol) and head.name in meaning.lexicon.inputs:
            head = New(head.name) if stepped else None  # what is given, or new?
        if head is not None:
            yield head, keyword.value


def _is_number(value: ast.expr) -> bool:
    match value:
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return _is_number(inner)
        case ast.Constant(value=int() | float()):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands behind a key of a dict.

    Attributes:
        key: a word.
        value: what it stands before.
        above: the comments in lines of their own between the entry before and it.
        beside: the comment behind it in its line: with other entries, only of the last, or against all.
    """

    key: str
    value: ast.expr
    above: tuple[Span, ...] = ()
    beside: Span | None = None


def rates_in(comment: Span | None, lex: Lex) -> Iterator[tuple[int, int, list[Token]]]:
    """Yield where a comment that says a rate begins and ends, with its tokens: "# lr 0.1"."""
    said = lex(comment[0] + 1, comment[1]) if comment else []
    if comment and any(token.kind == "rate" for token in said):
        yield *comment, said


def entry_of(owner: str, key: str, meaning: Meaning) -> Node | None:
    """Return the quantity of an entry of a dict that is written down: w after the step, of "new" or "after_update"."""
    head = meaning.entry(owner, key)
    stepped = sense_of(owner) is Key.AFTER and "data" not in owner.lower() and meaning.names[owner] is None
    return New(head.name) if isinstance(head, Symbol) and stepped else head


def is_own(owner: str, value: Node | None) -> bool:
    """Whether an entry of a dict is the answer's: it is calculated, or the dict is not called as another's may be."""
    return (value is not None and has_names(value)) or names_answer(owner)


def written_in(value: ast.expr, unit: Unit, lex: Lex) -> Iterator[Entry]:
    """Yield the entries of {"w": 6} or dict(w=6) with the comments around them, but for the one behind it all.

    Args:
        value: the dict.
        unit: the lines that it stands in.
        lex: gives the tokens of a comment.
    """
    entries = [*_keyed(value)]
    lines = [entry.end_lineno or entry.lineno for _, entry in entries]
    end = value.end_lineno or value.lineno
    before = value.lineno
    for at, ((key, entry), line) in enumerate(zip(entries, lines, strict=True)):
        above = filter(None, map(unit.comment, range(before, entry.lineno) if before < entry.lineno else ()))
        own = tuple(span for span in above if not at or lines[at - 1] < line)
        beside = unit.comment(line) if line < end else None
        if beside and line in lines[at + 1 :] and not speaks_against(lex(beside[0] + 1, beside[1])):
            beside = None
        yield Entry(key, entry, own, beside)
        before = line + 1


def _keyed(value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield the keys of a dict that are words, each with its value."""
    if isinstance(value, ast.Dict):
        for key, entry in zip(value.keys, value.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, entry
    elif isinstance(value, ast.Call):
        yield from ((keyword.arg, keyword.value) for keyword in value.keywords if keyword.arg)
