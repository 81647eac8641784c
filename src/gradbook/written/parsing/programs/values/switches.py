"""Switches: functions that give a slope instead where they are told to, sigmoid(x, deriv=True)."""

import ast
import copy

_SLOPES = frozenset({"deriv", "derivative", "derivate", "derive", "der", "prime", "grad", "gradient", "derivada"})


def switched(name: str) -> str:
    """Return by which name a function is kept as it is with its switch set."""
    return f"{name}()"


def ways_of(function: ast.FunctionDef) -> dict[str, ast.FunctionDef]:
    """Return what a function does with its only switch off and on, by name; the function itself where it has none."""
    args = function.args
    own = args.args[len(args.args) - len(args.defaults) :]
    flags = [arg.arg for arg, default in zip(own, args.defaults, strict=True) if _flag(default) is False]
    set_again = any(isinstance(node, ast.Name) and node.id in flags and _is_set(node) for node in ast.walk(function))
    if len(flags) != 1 or own[-1].arg != flags[0] or set_again:
        return {function.name: function}
    return {
        function.name: _with(function, flags[0], on=False),
        switched(function.name): _with(function, flags[0], on=True),
    }


def switch_of(call: ast.Call) -> tuple[ast.Call, bool] | None:
    """Return a call without its switch, and whether that is set; None for one that has no switch, or other keywords."""
    match call.args, call.keywords:
        case [*args, ast.Constant(value=bool() as on)], []:
            pass
        case args, [ast.keyword(arg=str() as key, value=ast.Constant(value=bool() as on))] if key in _SLOPES:
            pass
        case _:
            return None
    return ast.copy_location(ast.Call(call.func, [*args], []), call), on


def _is_set(name: ast.Name) -> bool:
    return not isinstance(name.ctx, ast.Load)


def _flag(tree: ast.expr | None) -> bool | None:
    return tree.value if isinstance(tree, ast.Constant) and isinstance(tree.value, bool) else None


def _with(function: ast.FunctionDef, flag: str, *, on: bool) -> ast.FunctionDef:
    other = copy.deepcopy(function)
    other.args.args.pop()
    other.args.defaults.pop()
    other.body = _run(other.body, flag, on)
    return other


def _run(body: list[ast.stmt], flag: str, on: bool) -> list[ast.stmt]:
    """Return what of a body is run, up to the first return."""
    found: list[ast.stmt] = []
    for statement in body:
        if isinstance(statement, ast.If) and (test := _tested(statement.test, flag, on)) is not None:
            found += _run(statement.body if test else statement.orelse, flag, on)
        else:
            if isinstance(statement, ast.Return) and isinstance(statement.value, ast.IfExp):
                test = _tested(statement.value.test, flag, on)
                if test is not None:
                    statement.value = statement.value.body if test else statement.value.orelse
            found.append(statement)
        if found and isinstance(found[-1], ast.Return):
            break
    return found


def _tested(test: ast.expr, flag: str, on: bool) -> bool | None:
    """Return whether a condition on a switch is met; None for any other condition."""
    match test:
        case ast.Name(id=name) if name == flag:
            return on
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            met = _tested(inner, flag, on)
            return None if met is None else not met
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq() | ast.Is()], comparators=[value]) if name == flag:
            wanted = _flag(value)
            return None if wanted is None else wanted is on
    return None
