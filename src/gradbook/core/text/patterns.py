"""Patterns that are compiled when they are first used: reading knows hundreds, of which an answer needs few.

To compile them all takes as long as all the rest of the import.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_FACTS = ("flags", "groups", "groupindex")


class Pattern:
    """Stands for a compiled pattern, and has its methods itself from the first use on.

    Attributes:
        pattern: as it is written.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern.

        Raises:
            AttributeError: no pattern has that.
            re.error: the pattern is none.
        """
        if name not in _METHODS and name not in _FACTS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in (*_METHODS, *_FACTS)})
        return self.__dict__[name]


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, but for the time that it takes.

    Args:
        pattern: a regular expression. What is wrong with it is said when it is first used.
        flags: those of `re`.
    """
    return cast(re.Pattern[str], Pattern(pattern, flags))
