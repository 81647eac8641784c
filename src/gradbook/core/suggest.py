"""What somebody who mistyped a name may have meant."""

import difflib
from collections.abc import Iterable

_LIKE = 0.6  # a88 is like a8, and pionts like points


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like this one, whatever their capitals; "" where none is like it."""
    by_folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(name.casefold()[:200], by_folded, n=1, cutoff=_LIKE)
    return by_folded[found[0]] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return " Did you mean q1?", or "" where no known name is like this one."""
    found = nearest(name, known)
    return f" Did you mean {found}?" if found else ""
