"""What somebody who mistyped a name may have meant."""

import difflib
from collections.abc import Iterable

_LIKE = 0.6  # a88 is like a8, and pionts like points


def nearest(name: str, known: Iterable[str], like: float = _LIKE) -> str:
    """Return the known name that is most like this one, whatever their capitals; "" where none is like it.

    Args:
        name: as it was typed.
        known: the names that there are.
        like: how much alike they have to be, 0 to 1; of names of two letters one is as much as half.
    """
    by_folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(name.casefold()[:200], by_folded, n=1, cutoff=like)
    return by_folded[found[0]] if found else ""


def did_you_mean(name: str, known: Iterable[str], like: float = _LIKE) -> str:
    """Return " Did you mean q1?", or "" where no known name is like this one; see `nearest`."""
    found = nearest(name, known, like)
    return f" Did you mean {found}?" if found else ""
