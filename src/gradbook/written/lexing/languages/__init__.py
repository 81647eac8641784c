"""The words of each language that is known, by what they do: data files, one a language.

# a comment
[relation]            a role: a member of `Role`
is equals equal_to    words between blanks, "_" between the words of a phrase
[number]
2 two                 a line of words that stand for a number begins with it
"""

from collections.abc import Mapping
from importlib.resources import files

from gradbook.written.lexing.words import Dictionary, Role, Words, written

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "zh", "ko")
_ROLES = {role.value: role for role in Role}


def words_of(text: str, name: str) -> Words:
    """Return the words of one data file.

    Args:
        text: its text.
        name: what messages call it.

    Raises:
        ValueError: a role is unknown, or a word stands twice, or before any role.
    """
    roles: dict[str, Role] = {}
    values: dict[str, float] = {}
    first: dict[str, int] = {}
    role: Role | None = None
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{name}, line {number}"
        content = line.partition("#")[0].split()
        if content and content[0].startswith("["):
            role = _ROLES.get(content[0].strip("[]"))
            if role is None or len(content) > 1:
                raise ValueError(f"{place}: {line.strip()!r} is no role; the roles are those of {Role.__qualname__}")
            continue
        if content and role is None:
            raise ValueError(f"{place}: {content[0]!r} stands before any role")
        value = float(content.pop(0)) if content and content[0].isdecimal() else None
        for entry in content:
            word = written(entry.replace("_", " "))
            if word in first:
                raise ValueError(f"{place}: {entry!r} stands in line {first[word]} already, as {roles[word]}")
            assert role is not None
            first[word], roles[word] = number, role
            if value is not None:
                values[word] = value
    return Words(roles, values)


def _load() -> Mapping[str, Words]:
    folder = files(__name__)
    return {name: words_of((folder / f"{name}.txt").read_text("utf-8"), f"{name}.txt") for name in LANGUAGES}


DICTIONARY = Dictionary(_load)
