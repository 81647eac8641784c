r"""Strings: an answer inside the strings of a program or of data, "w = 4\n" + or { text: 'w = 4', tone: 'red' },."""

import re

from gradbook.core.text.lines import before_in_line, behind_in_line, end_of_line, start_of_line
from gradbook.core.text.patterns import regex
from gradbook.written.lexing.source.pasted.programs.escapes import PROGRAM
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.people import is_given_name

_LITERAL = regex(
    r"""(?:(?<=[\[{(,:+ \t])|^)(["'])(?=\S|\\n)((?:\\.|(?!\1)[^\\\n])*)\1(?=[ \t]*(?:[,+\]});]|$))""", re.MULTILINE
)
_KEYED = regex(r"[\s{,][a-z]\w{0,20}:\s*(?:'[^'\n]|\"[^\"\n])")  # { title: 'Loss', text: '...' }
_TEXTS = "text|t|label|title|formula|eq|desc|description|body|content|caption|math|tex|latex|step|line|p|html"
_STYLES = "type|tone|color|colour|style|class|className|kind|align|icon|lang|id"
_AROUND = regex(rf"(?:[\s{{}}\[\](),+;]|\b(?:{_TEXTS}|{_STYLES}):)*")  # any other word may deny what the string says
_STYLE = regex(rf"\b(?:{_STYLES}):\s*\Z")
_LIST = regex(r"[\[(]\s*['\"]")
_SAYS = regex(r"[=≈←→]")
_SYMBOL = regex(r"[\w.#-]{1,16}")  # no text: 'red'
_NUMBERS = regex(r"(?<=\w)\s?=\s?\{(?=\s*(?:[\"']\w{1,12}[\"']\s*:\s*[-−]?[\d.]+\s*,?\s*)+\})")  # grads = {"w": 6}
_DICTIONARY = regex(r"\{(?:\s*+[\"']\w{1,12}[\"']\s*+:\s*+[-−]?[\d.]++\s*+(?:,\s*+)?(?:\#[^\n]*\s*+)?)++\}")
_ASSIGNED = regex(
    r"""[ \t>.:\w'"(\[]*?(?:(?P<name>[A-Za-z_][\w.]*)['"]?[ \t]*[=:]|print\(|return\b|[{(\[,]?)[ \t]*|.*,[ \t]*"""
)
_ENDED = regex(r"[\s)}\],;\d.]*")
_REMARK = regex(r"\s*(?:#|//|(?=[^\W\d_]))(.*)")
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAMING = frozenset({  # what a dictionary of an answer may be called: new_params, grads
    Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.NEW, Role.AFTER, Role.STEP, Role.WEIGHT, Role.BIAS,
    Role.BACKWARD, Role.RESULT, Role.PART_OF_GRAPH, Role.ARTICLE,
})  # fmt: skip
_NAMED = bare_words(
    "d my all out ans answer answers res computed calculated analytic analytical manual param params hand by"
)
_RATE = regex(  # which is a number that is given
    r"(?<![^\W_])(?:lr|eta|η|(?:learning[ ])?rate|step[ ]?size|lernrate|schrittweite|taux|pas|tasa|taxa|tasso|pass?o)"
    r"[ ]?[=:]?[ ]?\d*[.,]?\d+(?![\w.,]*\d)",
    re.IGNORECASE,
)
_LONG = 200  # letters of a line beside a dictionary that are looked at
_FEW = 2  # strings with equations, or keys with text, make data
_ESCAPED = regex(r"\\([\"'])(?:([a-z]{1,2})(?![a-z]))?")


def out_of_strings(source: str) -> str:
    """Return a source, as long as it was, without what is around its strings, where two or more hold equations.

    Lists of strings may be rows of a table, and other words may say something of a string: there only quotation marks
    are left out.
    """
    source = _DICTIONARY.sub(_counting, source) if "{" in source else source
    if source.count('"') + source.count("'") < 2 * _FEW or PROGRAM.search(source):
        return source
    source = _NUMBERS.sub(lambda named: named.group().replace("=", ":"), source)
    keyed = len(_KEYED.findall(source)) >= _FEW
    bare = [_said(line, keyed=keyed) for line in source.split("\n")]
    told = "\n".join(line for line, _ in bare)
    says = sum(_SAYS.search(text) is not None for line, changed in bare if changed for text in line.split("\n"))
    return told if keyed or says >= _FEW else source


def _counting(found: re.Match[str]) -> str:
    """Return a dictionary, without its numbers where what stands around it may be against them: "tom_grads = {...}"."""
    source, start, end = found.string, found.start(), found.end()
    begins, ends = start_of_line(source, start), end_of_line(source, end)
    above = before_in_line(source, max(0, begins - 1), _LONG)
    below = behind_in_line(source, ends + 1, _LONG)
    led = _ASSIGNED.fullmatch(source[begins:start]) if start - begins <= _LONG else None
    behind = _ENDED.match(source, end, ends)
    rest = source[behind.end() if behind else end : ends]
    remark = rest[1:] if rest.startswith("#") else rest[2:] if rest.startswith("//") else None
    if remark is not None and "```" in source:  # a program, in which the rate is heard
        remark = _RATE.sub("", remark)
    beside = (said[1] for line in (above, below) if not _is_code(line) and (said := _REMARK.match(line)))
    counts = (
        led is not None
        and (led["name"] is None or _names_answer(led["name"]))
        and (not rest or (remark is not None and _is_harmless(remark)))
        and not any(known & AGAINST_IT for line in beside for known in _roles_in(line))
    )
    return found.group() if counts else re.sub(r"\d", " ", found.group())


def _names_answer(name: str) -> bool:
    """Whether the parts of a name say that it is of derivatives, values or what is new, and not that of others."""
    parts = [part for part in re.split(r"[_.\d]+|(?<=[a-z])(?=[A-Z])", name) if part]
    roles = [{role for _, role in DICTIONARY.known_in(part.lower())} for part in parts]
    new = any(Role.NEW in known for known in roles) and any(known & {Role.SLOPE, Role.SLOPES} for known in roles)
    known = all(
        role & _NAMING or len(part) <= _FEW or part.lower() in _NAMED for role, part in zip(roles, parts, strict=True)
    )
    somebody = any(is_given_name(part.capitalize()) for part in parts)
    return known and not new and not somebody and not re.search(r"\d", name)


def _is_harmless(remark: str) -> bool:
    """Whether a comment behind a dictionary has no number, no word against it and none that nobody knows."""
    known = _roles_in(remark) if not _is_code(remark) else []
    return not re.search(r"\d", remark) and all(roles and not roles & AGAINST_IT for roles in known)


def _is_code(line: str) -> bool:
    return re.search(r"[={]", line.partition("#")[0]) is not None


def _roles_in(text: str) -> list[set[Role | None]]:
    """Return what each word of a text does in any language, but for those that such a dictionary may be called."""
    words = (word for word in _WORD.findall(text) if bare(word) not in _NAMED)
    return [{role for _, role in DICTIONARY.known_in(word.lower())} for word in words]


def _said(line: str, *, keyed: bool) -> tuple[str, bool]:
    """Return what the strings of a line say, each at its place, and whether it is made of them."""
    found = [*_LITERAL.finditer(line)] if '"' in line or "'" in line else []
    if not found:
        return line, False
    if _LIST.search(line) or not all(map(_AROUND.fullmatch, _LITERAL.split(line)[::3])):
        single = _LITERAL.sub(lambda match: match.group() if match.group(1) == '"' else _unquoted(match), line)
        return (single, keyed) if keyed else (line, False)
    signs = [" "] * len(line)
    for literal in found:
        text = _ESCAPED.sub(_shown, literal.group(2))
        styled = _SYMBOL.fullmatch(text) and _STYLE.search(line, 0, literal.start())
        if not styled or any(role in AGAINST_IT for _, role in DICTIONARY.known_in(re.sub(r"[-_]", " ", text))):
            signs[literal.start(2) : literal.end(2)] = text
            if literal is not found[-1]:
                signs[literal.end() - 1] = "\n"
    return "".join(signs), True


def _unquoted(match: re.Match[str]) -> str:
    return f" {_ESCAPED.sub(_shown, match.group(2))} "


def _shown(match: re.Match[str]) -> str:
    """Return a quotation mark or apostrophe for its escape, with a blank behind its word: node's."""
    return f"{match.group(1)}{match.group(2) or ''} "
