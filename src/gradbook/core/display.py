"""How values show themselves in a notebook, told apart from what they are.

A data class inherits from `Shown`. How it looks is registered with `to_html` by a module that knows the class and the
pictures of it; so the class need not import what draws it.
"""

import functools


@functools.singledispatch
def to_html(value: object) -> str | None:
    """Return a value as HTML; None where nothing is registered for its type, and its `repr` is shown.

    Args:
        value: any value; functions are registered with `to_html.register` by the type of this argument.
    """
    return None


class Shown:
    """Shows itself in Jupyter in the way that is registered for its type."""

    def _repr_html_(self) -> str | None:
        return to_html(self)
