"""The words of each language that is known, by what they do: data files, one a language.

# a comment
[relation]            a role: a member of `Role`
is equals equal_to    words between blanks, "_" between the words of a phrase
[number]
2 two                 a line of words that stand for a number begins with it
"""

from collections.abc import Mapping
from importlib.resources import files

from gradbook.written.lexing.words.dictionary import Dictionary, Role, Words, written
from gradbook.written.lexing.words.traditional import simplified

LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "ru", "vi", "tr", "id", "zh", "ja", "ko", "uk", "el",
    "hi", "ro", "fa", "ar", "da", "nb", "fi", "hu",
)  # fmt: skip
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
    role: Role | None = None
    lines = [line.partition("#")[0] for line in written(text).splitlines()]
    for number, line in enumerate(lines, 1):
        place = f"{name}, line {number}"
        content = line.split()
        if not content:
            continue
        if content[0].startswith("["):
            role = _ROLES.get(content[0].strip("[]"))
            if role is None or len(content) > 1:
                raise ValueError(f"{place}: {line.strip()!r} is no role; the roles are those of {Role.__qualname__}")
            continue
        if role is None:
            raise ValueError(f"{place}: {content[0]!r} stands before any role")
        value = float(content.pop(0)) if content[0].isdecimal() else None
        words = [entry.replace("_", " ") for entry in content] if "_" in line else content
        count = len(roles) + len(words)
        roles.update(dict.fromkeys(words, role))
        if len(roles) < count:
            raise ValueError(f"{place}: {_told_twice(lines, number, words, role)}")
        if value is not None:
            values.update(dict.fromkeys(words, value))
    return Words(roles, values)


def _told_twice(lines: list[str], number: int, words: list[str], role: Role) -> str:
    """Return which word of a line stands in it twice, or before it."""
    before = words_of("\n".join(lines[: number - 1]), "").roles
    word = next(word for at, word in enumerate(words) if word in before or word in words[:at])
    entry = word.replace(" ", "_")
    first = next(at for at, other in enumerate(lines, 1) if entry in other.split())
    return f"{entry!r} stands in line {first} already, as {before.get(word, role)}"


def _load() -> Mapping[str, Words]:
    folder = files(__name__)
    found = {name: words_of((folder / f"{name}.txt").read_text("utf-8"), f"{name}.txt") for name in LANGUAGES}
    japanese = found["ja"]  # an answer without kana is taken for Chinese, and its characters for simplified ones
    roles = {simplified(word): role for word, role in japanese.roles.items()} | dict(japanese.roles)
    values = {simplified(word): value for word, value in japanese.values.items()} | dict(japanese.values)
    return found | {"ja": Words(roles, values)}


DICTIONARY = Dictionary(_load)
