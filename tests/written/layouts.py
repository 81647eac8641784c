"""Layouts: what can be done to the looks of an answer without changing what it says.

A change of looks must not change a verdict, but to a person's.
"""

import re
from collections.abc import Callable

_MATHS = re.compile(r"(\$\$.+?\$\$|\$[^$\n]+\$)", re.DOTALL)
_OPERATOR = r"(?<=[\w)}\]]) ?(=|\+|\\cdot|\\times|\*(?!\*)) ?(?=[\w\\({-])"


def in_maths(change: Callable[[str], str]) -> Callable[[str], str]:
    """Make a change in mathematics only."""
    return lambda text: _MATHS.sub(lambda match: change(match.group()), text)


def displayed(change: Callable[[str], str]) -> Callable[[str], str]:
    """Make a change in displayed mathematics only, where a new line is a blank."""
    return lambda text: re.sub(r"\$\$.+?\$\$", lambda match: change(match.group()), text, flags=re.DOTALL)


def plain(change: Callable[[str], str]) -> Callable[[str], str]:
    """Make a change in answers of plain lines only: no mathematics set off, no tables, lists, code or headings."""
    return lambda text: change(text) if not re.search(r"[$|`#>]|\\begin|^\s*[-*+\d(]", text, re.MULTILINE) else text


def _is_equation(line: str) -> bool:
    return re.match(r"^[^\W\d]\S* = \S", line) is not None


def each_equation(change: Callable[[str, int], str]) -> Callable[[str], str]:
    """Change each line that is an equation; the second argument counts them."""

    def changed(text: str) -> str:
        lines, number = [], 0
        for line in text.split("\n"):
            if _is_equation(line):
                number += 1
                lines.append(change(line, number))
            else:
                lines.append(line)
        return "\n".join(lines)

    return plain(changed)


_SET_OFF = re.compile(r"\$\$(?P<shown>.+?)\$\$|\$(?P<inline>[^$\n]+)\$", re.DOTALL)


def copied_from_a_chat(text: str, *, inline: bool) -> str:
    """Take one stroke from before each sign, as the source of a chat's answer loses it; of no answer with a program."""
    if "`" in text or "\\" not in text:
        return text

    def stripped(body: str) -> str:
        return re.sub(r"\\([,;!:\\{}|#%_&])", r"\1", body)

    def copied(one: re.Match[str]) -> str:
        if one["shown"]:
            return f"\n[\n{stripped(one['shown'].strip())}\n]\n"
        return f"({stripped(one['inline'])})" if inline else one.group()

    return _SET_OFF.sub(copied, text)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "a new line before each sign in displayed maths": displayed(lambda t: re.sub(_OPERATOR, r"\n\1 ", t)),
    "a new line after each sign in displayed maths": displayed(lambda t: re.sub(_OPERATOR, r" \1\n", t)),
    "the equals sign on a line of its own": displayed(lambda t: re.sub(r" ?= ?", "\n=\n", t)),
    "a blank behind a minus at the start of a line": displayed(lambda t: re.sub(r" ?= ?-(?=[\d\\])", "\n=\n- ", t)),
    "inline maths displayed": lambda t: re.sub(r"(?<!\$)\$([^$\n]+)\$(?!\$)(?=\s*(?:\n|\Z))", r"$$\1$$", t),
    "a thin space around signs": in_maths(lambda t: re.sub(r" ?= ?", r"\\,=\\,", t)),
    "a negative space": in_maths(lambda t: t.replace(r"\cdot ", r"\!\cdot\! ")),
    "wide products": in_maths(lambda t: t.replace(r"\cdot", r"\times")),
    "large fractions": in_maths(lambda t: t.replace(r"\frac", r"\dfrac")),
    "large brackets": in_maths(lambda t: re.sub(r"(?<![\w\\])\(([^()]*)\)", r"\\left(\1\\right)", t)),
    "bold numbers": in_maths(lambda t: re.sub(r"= (-?\d+(?:\.\d+)?)(?=\$)", r"= \\mathbf{\1}", t)),
    "boxed results": in_maths(lambda t: re.sub(r"= (-?\d+(?:\.\d+)?)(?=\$)", r"= \\boxed{\1}", t)),
    "aligned": displayed(
        lambda t: "$$\\begin{aligned}\n" + t.strip("$\n ").replace("=", "&=", 1) + "\n\\end{aligned}$$"
        if "begin" not in t and "&" not in t else t
    ),
    "numbered by LaTeX": displayed(lambda t: t[:-2] + r" \tag{1}$$" if "begin" not in t else t),
    "a numbered heading before": lambda t: f"### 4. Weight Updates\n\n{t}",
    "a bold numbered heading before": lambda t: f"**3. Backpropagation :**\n\n{t}",
    "headings before and behind": lambda t: f"# 2. Solution\n\n{t}\n\n## 5. End",
    "a numbered list": each_equation(lambda line, n: f"{n}. {line}"),
    "a bulleted list": each_equation(lambda line, n: f"- {line}"),
    "letters before": each_equation(lambda line, n: f"({'abcdefgh'[n % 8]}) {line}"),
    "steps before": each_equation(lambda line, n: f"Step {n}: {line}"),
    "equation numbers in brackets": each_equation(lambda line, n: f"{line}    ({n})"),
    "equation numbers behind dashes": each_equation(lambda line, n: f"{line}    -------- {n}"),
    "quoted": lambda t: "> " + t.replace("\n", "\n> "),
    "blanks that do not break": lambda t: re.sub(r"(?<=[^\s\d]) (?=[^\s\d])", "\u00a0", t),
    "unseen blanks at the beginning of lines": lambda t: t.replace("\n", "\n\u200b"),
    "bold equations": each_equation(lambda line, n: f"**{line}**" if "*" not in line else line),
    "empty lines between": plain(lambda t: t.replace("\n", "\n\n")),
    "blanks at the ends of lines": lambda t: re.sub(r"$", "  ", t, flags=re.MULTILINE),
    "tight signs": plain(lambda t: t.replace(" = ", "=")),
    "wide signs": plain(lambda t: t.replace(" = ", "  =  ")),
    "semicolons between": plain(lambda t: re.sub(r"(?<=\d)\n+(?=[a-zA-Z])", "; ", t)),
    "Windows line ends": lambda t: t.replace("\n", "\r\n"),
    "displays copied from a chat": lambda t: copied_from_a_chat(t, inline=False),
    "copied from a chat": lambda t: copied_from_a_chat(t, inline=True),
}  # fmt: skip
