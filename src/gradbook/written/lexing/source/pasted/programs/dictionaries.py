"""Dictionaries: numbers by names, {"w": 6} or const grads = { w: 6 }; whose they are is told by what stands around."""

import re

from gradbook.core.text.lines import before_in_line, behind_in_line, end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name

_COMMENT = r"(?:(?:\#|//)[^\n]*|/\*[^*\n]*\*/)"
_NUMBER = r"[-−+]?[\d.]++(?:[eE][-+]?\d++)?"
_DICTIONARY = regex(
    rf"\{{(?:\s*+{_COMMENT})*+(?:\s*+(?:[\"']\w{{1,12}}[\"']|:?(?P<bare>[^\W\d]\w{{0,15}}))\s*+(?::|=>)\s*+{_NUMBER}"
    rf"\s*+(?:,\s*+)?(?:{_COMMENT}\s*+)*+)++\}}"
)
_KEY = regex(r"(?<=[{,\s])['\":]?(\w+)['\"]?\s*+(?::|=>)")
_HELD = regex(rf"(?P<sign>(?::|=>)\s*+){_NUMBER}|\d")
_CHANGED = regex(  # v["q"] = 12
    rf"(?<![\w.])(?P<name>[A-Za-z_]\w*)\[[\"'](?P<key>\w+)[\"']\](?=[ \t]*[-+*/]?=[ \t]*{_NUMBER}[ \t]*(?:[;#\n]|\Z))"
)
_ASSIGNED = regex(
    r"[ \t]*(?:export[ \t]+)?(?:const|let|var|val|final)[ \t]+(?P<typed>[A-Za-z_]\w*)[ \t]*:[ \t]*[\w<>,. \[\]]+=[ \t]*"
    r"|(?:.*\},|[ \t]*[-*•](?=[ \t]))?[ \t>.,:\w'\"(\[]*?"
    r"(?:(?P<name>[A-Za-z_][\w.]*)['\"]?[ \t]*(?::=|[=:])|print\(|return\b|[{(\[,]?)[ \t]*"
    r"|.*,[ \t]*"
)
_ENDED = regex(r"[\s)}\],;\d.]*(?:as const[ \t;]*|(?=[A-Za-z_]\w*[ \t]*=[ \t]*\{).*)?")  # or another one follows
_BEHIND = regex(r"#(?P<hash>.*)|//(?P<strokes>.*)|/\*(?P<between>[^*]*)\*/[ \t]*", re.DOTALL)
_REMARK = regex(r"\s*(?:#|//|/\*|(?=[^\W\d_]))(.*)")
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAMING = frozenset({  # what a dictionary of an answer may be called: new_params, grads
    Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.NEW, Role.AFTER, Role.STEP, Role.WEIGHT, Role.BIAS,
    Role.BACKWARD, Role.RESULT, Role.PART_OF_GRAPH, Role.ARTICLE,
})  # fmt: skip
_NAMED = bare_words(
    "d of my all out ans answer answers res computed calculated analytic analytical manual param params hand by "
    "vals val fwd bwd cache nodes acts activations state pass "
    "resultate ergebnisse résultats resultados risultati resultaten"
)
_OTHERS = bare_words("no ex ta")  # short for an example, and for who teaches
_FACTOR = regex(r"\s*[-+*/·×]\s*[A-Za-z_]\w{0,3}\s*")  # "* x", what the line above is multiplied by
_RATE = regex(  # which is a number that is given
    r"(?<![^\W_])(?:lr|eta|η|(?:learning[ ])?rate|step[ ]?size|lernrate|schrittweite|taux|pas|tasa|taxa|tasso|pass?o)"
    r"[ ]?[=:]?[ ]?\d*[.,]?\d+(?![\w.,]*\d)",
    re.IGNORECASE,
)
_LONG = 200  # letters of a line beside a dictionary that are looked at
_FEW = 2  # letters of a name that may be short for anything


def without_others(source: str) -> str:
    """Return a source, as long as it was, without the numbers of dictionaries that may not be the answer's own.

    What is set in one later is set by its name alone, v.q = 12 for v["q"] = 12, as prose has it.
    """
    if "{" not in source:
        return source
    source = _DICTIONARY.sub(_counting, source)
    if "['" not in source and '["' not in source:
        return source
    held = {(_name_of(found), key) for found in _DICTIONARY.finditer(source) for key in _KEY.findall(found.group())}

    def with_dot(changed: re.Match[str]) -> str:
        name, key = changed["name"], changed["key"]
        return (
            f"{name}.{key}".ljust(len(changed.group()))
            if (name, key) in held and names_answer(name)
            else changed.group()
        )

    return _CHANGED.sub(with_dot, source)


def names_answer(name: str) -> bool:
    """Whether the parts of a name say that it is of derivatives, values or what is new, and not that of others."""
    parts = [part for part in re.split(r"[_.\d]+|(?<=[a-z])(?=[A-Z])", name) if part]
    roles = [{role for _, role in DICTIONARY.known_in(part.lower())} for part in parts]
    new = any(Role.NEW in known for known in roles) and any(known & {Role.SLOPE, Role.SLOPES} for known in roles)
    known = all(
        role & _NAMING or (len(part) <= _FEW and part.lower() not in _OTHERS) or part.lower() in _NAMED
        for role, part in zip(roles, parts, strict=True)
    )
    somebody = any(is_given_name(part.capitalize()) for part in parts)
    return known and not new and not somebody and not re.search(r"\d", name)


def _counting(found: re.Match[str]) -> str:
    """Return a dictionary, without its numbers where what stands around it may be against them: "tom_grads = {...}"."""
    source, start, end = found.string, found.start(), found.end()
    begins, ends = start_of_line(source, start), end_of_line(source, end)
    if found["bare"] and not source[begins:start].rstrip(" \t").endswith("="):  # braces around a set, or a text
        return found.group()
    above = before_in_line(source, max(0, begins - 1), _LONG)
    below = behind_in_line(source, ends + 1, _LONG)
    name = _name_of(found)
    led = source[begins:start].rpartition(name)[0] if name else source[begins:start]
    beside = (said[1] for line in (above, below) if not _is_code(line) and (said := _REMARK.match(line)))
    counts = (
        name is not None
        and (not name or names_answer(name))
        and _is_without_doubt(source, end, ends)
        and not any(known & AGAINST_IT for line in (*beside, led) for known in _roles_in(line))
    )
    return found.group() if counts else _HELD.sub(_unknown, found.group())


def _unknown(held: re.Match[str]) -> str:
    """Return a question mark for a number, so that a person is told of it, and nothing for one in a comment."""
    return f"{held['sign'] or ''}{'?' if held['sign'] else ''}".ljust(len(held.group()))


def _name_of(found: re.Match[str]) -> str | None:
    """Return what a dictionary is called, nothing where it has no name; None where something else stands before it."""
    begins, start = start_of_line(found.string, found.start()), found.start()
    led = _ASSIGNED.fullmatch(found.string, begins, start) if start - begins <= _LONG else None
    return (led["typed"] or led["name"] or "") if led else None


def _is_without_doubt(source: str, end: int, ends: int) -> bool:
    """Whether nothing stands behind a dictionary in its line, or only a comment that is not against it."""
    behind = _ENDED.match(source, end, ends)
    begins = behind.end() if behind else end
    said = _BEHIND.fullmatch(source, begins, ends)
    remark = said[said.lastgroup] if said and said.lastgroup else ""
    if "```" in source:  # a program, in which the rate is heard
        remark = _RATE.sub("", remark)
    return begins == ends or (said is not None and _is_harmless(remark))


def _is_harmless(remark: str) -> bool:
    """Whether a comment behind a dictionary has no number, no word against it and none that nobody knows."""
    known = _roles_in(remark) if not (_is_code(remark) or _FACTOR.fullmatch(remark)) else []
    return not re.search(r"\d", remark) and all(roles and not roles & AGAINST_IT for roles in known)


def _is_code(line: str) -> bool:
    return re.search(r"[={]", line.partition("#")[0]) is not None


def _roles_in(text: str) -> list[set[Role | None]]:
    """Return what each word of a text does in any language, but for those that such a dictionary may be called."""
    words = (word for word in _WORD.findall(text) if bare(word) not in _NAMED and word != "let")
    return [{role for _, role in DICTIONARY.known_in(word.lower())} for word in words]
