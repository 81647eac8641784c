"""The words of each language that is known, by what they do: data files, one a language.

# a comment
[relation]            a role: a member of `Role`
is equals equal_to    words between blanks, "_" between the words of a phrase
[number]
2 two                 a line of words that stand for a number begins with it
"""

from collections.abc import Mapping
from importlib.resources import files

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Dictionary, Role, Words, written
from gradbook.written.lexing.words.traditional import simplified

LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "pl", "cs", "ru", "vi", "tr", "id", "zh", "ja", "ko", "uk", "el",
    "hi", "ro", "fa", "ar", "da", "nb", "fi", "hu", "hi-Latn", "ca", "hr", "sr", "bg", "sk", "he", "bn", "tl", "th",
    "az", "et", "sl", "sw", "ur", "ta", "mk", "kk", "lt", "lv",
)  # fmt: skip
_ROLES = {role.value: role for role in Role}
_COMMENT = regex("#.*")
_HEAD = regex(r"\n[ \t]*(\[.*)")  # what begins with a sign is found many times as fast as what begins with "^"
_NUMBERED = regex(r"\n[ \t]*(\d+)(?!\S)(.*)")


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
    plain = _COMMENT.sub("", "\n" + written(text))
    before, *sections = _HEAD.split(plain)
    count = len(before.split())  # of words; where fewer are kept, something is wrong
    for head, body in zip(sections[::2], sections[1::2], strict=True):
        role = _ROLES.get(head.strip().strip("[]"))
        if role is None:
            raise ValueError(_fault(plain, name))
        for number, listed in _NUMBERED.findall(body):
            values.update(dict.fromkeys(_entries(listed), float(number)))
        words = _entries(_NUMBERED.sub(r"\n\2", body))
        roles.update(dict.fromkeys(words, role))
        count += len(words)
    if len(roles) < count:
        raise ValueError(_fault(plain, name))
    return Words(roles, values)


def _entries(text: str) -> list[str]:
    """Return the words and phrases of a text; there are thousands, and all are taken apart at once."""
    return "\n".join(text.split()).replace("_", " ").split("\n") if text.strip() else []


def _fault(plain: str, name: str) -> str:
    """Return what is wrong with a file, and where, line by line."""
    role: Role | None = None
    seen: dict[str, tuple[int, Role]] = {}
    for number, line in enumerate(plain.split("\n")[1:], 1):
        place = f"{name}, line {number}"
        if line.lstrip().startswith("["):
            role = _ROLES.get(line.strip().strip("[]"))
            if role is None:
                return f"{place}: {line.strip()!r} is no role; the roles are those of {Role.__qualname__}"
            continue
        for word in _NUMBERED.sub(r"\2", "\n" + line).split():
            if role is None:
                return f"{place}: {word!r} stands before any role"
            if word in seen:
                return "{}: {!r} stands in line {} already, as {}".format(place, word, *seen[word])
            seen[word] = number, role
    raise AssertionError(f"nothing is wrong with {name}")


def _load() -> Mapping[str, Words]:
    folder = files(__name__)
    found = {name: words_of((folder / f"{name}.txt").read_text("utf-8"), f"{name}.txt") for name in LANGUAGES}
    japanese = found["ja"]  # an answer without kana is taken for Chinese, and its characters for simplified ones
    roles = {simplified(word): role for word, role in japanese.roles.items()} | dict(japanese.roles)
    values = {simplified(word): value for word, value in japanese.values.items()} | dict(japanese.values)
    return found | {"ja": Words(roles, values)}


DICTIONARY = Dictionary(_load)
COMMON = (("en",), ("de", "fr", "es", "pt", "it"))  # languages of a line that alone shows none
