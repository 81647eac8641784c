"""Blanks in code: the `...` where something is to be written."""

import ast


def has_blank(source: str) -> bool:
    """Whether code holds a bare `...` where something was to be written."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False  # the run says what is wrong with it
    # In x[..., 0] it is an index, not a blank.
    indices = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for inner in ast.walk(node.slice)
    }
    return any(
        isinstance(node, ast.Constant) and node.value is Ellipsis and id(node) not in indices for node in ast.walk(tree)
    )
