"""Unrolling: a loop over a list that is written out, and only shows what is in it: for v in [a, b]: print(v).

Or moves each in one step: for v in [a, b]: v.data -= 0.1 * v.grad.
Or does so beside their names: for name, v in [("a", a), ("b", b)]: print(f"{name:<8} {v.grad:.4f}").
"""

import ast
from collections.abc import Callable, Mapping
from copy import deepcopy

from gradbook.core.text.patterns import regex

_NAME = regex(r"\S{1,24}")  # none that says more: "df/dz is not"
_MOST = 24  # entries of a list
_CALLED = frozenset({"name", "label", "_label", "nome", "nombre", "nom"})  # an object, as its variable is
_SHOWS = frozenset({"print", "display"})


def unrolled(loop: ast.stmt, known: Callable[[str], bool]) -> list[ast.stmt]:
    """Return the statements that a loop comes to, in order; none where it does more than to show entries.

    A loop of one round is its body. What the rounds are called by must be no name that is known, which would be lost.
    """
    match loop:
        case ast.For(iter=ast.Call(func=ast.Name(id="range"), args=[ast.Constant(value=1)]), body=body, orelse=[]):
            return body
        case ast.For(target=ast.Name(id=name), iter=ast.List(elts=elts) | ast.Tuple(elts=elts), body=body, orelse=[]):
            plain = all(map(_is_value, elts)) and len(elts) <= _MOST and not known(name)
            if plain and all(_is_print(each) or _is_update(each, name) for each in body):
                return [_Filled({name: entry}).visit(deepcopy(statement)) for entry in elts for statement in body]
        case ast.For(target=ast.Tuple(elts=[ast.Name(id=name), ast.Name(id=value)]), iter=pairs, body=body, orelse=[]):
            entries = _pairs(pairs)
            if all(_is_print(each) or _is_update(each, value) for each in body) and not (known(name) or known(value)):
                filled = (_Filled({name: called, value: entry}) for called, entry in entries)
                return [each.visit(deepcopy(statement)) for each in filled for statement in body]
    return []


def _pairs(pairs: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """Return the names and values of a list of pairs, or of a dict's items, that are written out; none for others."""
    match pairs:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            found = [
                (each.elts[0], each.elts[1]) for each in elts if isinstance(each, ast.Tuple) and len(each.elts) == 2
            ]
            whole = len(found) == len(elts)
        case ast.Call(func=ast.Attribute(value=ast.Dict(keys=keys, values=values), attr="items"), args=[]):
            found = [(key, value) for key, value in zip(keys, values, strict=True) if key is not None]
            whole = len(found) == len(keys)
        case ast.Call(
            func=ast.Attribute(value=ast.Call(func=ast.Name(id="dict"), args=[], keywords=named), attr="items")
        ):
            found = [(ast.Constant(each.arg), each.value) for each in named if each.arg is not None]
            whole = len(found) == len(named)
        case ast.Call(func=ast.Name(id="zip"), args=[names, ast.List(elts=values) | ast.Tuple(elts=values)]):
            found = list(zip(_called(names), values, strict=False))
            whole = len(found) == len(values) == len(_called(names))
        case _:
            return []
    plain = all(isinstance(name, ast.Constant) and _NAME.fullmatch(str(name.value)) for name, _ in found)
    return found if whole and plain and len(found) <= _MOST else []


def _called(names: ast.expr) -> list[ast.expr]:
    """Return the names of a list of them, or the letters of a text."""
    match names:
        case ast.List(elts=elts) | ast.Tuple(elts=elts):
            return elts
        case ast.Constant(value=str(text)):
            return [ast.Constant(letter) for letter in text]
    return []


def listed(statement: ast.stmt) -> ast.stmt:
    """Return a statement, lists of what is done with each of several values written out: [v.grad for v in (a, b)].

    So are arguments that are such a list: print(*(round(v, 4) for v in (a, b))).
    """
    found = _Listed().visit(statement)
    assert isinstance(found, ast.stmt)
    return found


class _Listed(ast.NodeTransformer):
    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._written_out(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._written_out(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        node.args = [each for arg in node.args for each in _spread(arg)]
        return node

    def _written_out(self, node: ast.ListComp | ast.GeneratorExp) -> ast.AST:
        self.generic_visit(node)
        match node.generators:
            case [
                ast.comprehension(
                    target=ast.Name(id=name), iter=ast.List(elts=elts) | ast.Tuple(elts=elts), ifs=[], is_async=0
                )
            ] if all(map(_is_value, elts)) and 1 < len(elts) <= _MOST:
                entries = [_Filled({name: entry}).visit(deepcopy(node.elt)) for entry in elts]
                return ast.copy_location(ast.List(entries, ast.Load()), node)
        return node


def _spread(arg: ast.expr) -> list[ast.expr]:
    """Return the arguments that an argument is: print(*[q, r])."""
    match arg:
        case ast.Starred(value=ast.List(elts=elts) | ast.Tuple(elts=elts)):
            return elts
        case ast.Starred(
            value=ast.Call(func=ast.Name(id="map"), args=[func, ast.List(elts=elts) | ast.Tuple(elts=elts)])
        ):
            return [ast.copy_location(ast.Call(func, [each], []), arg) for each in elts]
    return [arg]


def _is_value(entry: ast.expr) -> bool:
    """Whether an entry is a name, or a number or gradient of one: no other object's."""
    match entry:
        case ast.Name() | ast.Attribute(value=ast.Name(), attr="grad" | "g" | "data"):
            return True
    return False


def _is_update(statement: ast.stmt, name: str) -> bool:
    """Whether a statement gives what a loop goes over a new value, or forgets its gradient."""
    match statement:
        case (
            ast.AugAssign(target=ast.Attribute(value=ast.Name(id=of), attr=attr))
            | ast.Assign(targets=[ast.Attribute(value=ast.Name(id=of), attr=attr)])
        ):
            return of == name and attr in ("data", "value", "grad")
        case ast.AugAssign(target=ast.Name(id=of)):
            return of == name
    return False


def _is_print(statement: ast.stmt) -> bool:
    """Whether a statement prints names and values as they are, alone or in a text."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name), args=args, keywords=keywords)):
            plain = name in _SHOWS and all(keyword.arg in ("sep", "end") for keyword in keywords)
            return plain and all(map(_is_shown, args))
    return False


def _is_shown(arg: ast.expr) -> bool:
    match arg:
        case ast.Name() | ast.Constant() | ast.Attribute(value=ast.Name()):
            return True
        case ast.Call(func=ast.Name(id="round" | "float"), args=[shown, *_]):
            return _is_shown(shown)
        case ast.Call(func=ast.Attribute(value=shown, attr="item"), args=[]):
            return _is_shown(shown)
        case ast.JoinedStr(values=values):
            return all(_is_shown(part.value) if isinstance(part, ast.FormattedValue) else True for part in values)
    return False


class _Filled(ast.NodeTransformer):
    """Puts entries in the places of the names that stand for them in a loop."""

    def __init__(self, entries: Mapping[str, ast.expr]) -> None:
        self._entries = entries

    def visit_Name(self, node: ast.Name) -> ast.expr:
        entry = self._entries.get(node.id)
        return ast.copy_location(deepcopy(entry), node) if entry is not None else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Put the name itself in the place of what an object is called: v.name."""
        entry = self._entries.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if isinstance(entry, ast.Name) and node.attr in _CALLED:
            return ast.copy_location(ast.Constant(entry.id), node)
        self.generic_visit(node)
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        """Put the text itself in the place of a name that is shown in a text."""
        self.generic_visit(node)
        text = node.value.value if isinstance(node.value, ast.Constant) else None
        return ast.copy_location(ast.Constant(text), node) if isinstance(text, str) else node
