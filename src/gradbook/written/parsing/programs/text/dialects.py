"""Dialects: how R, MATLAB, Julia, Haskell and the languages with braces write what Python writes; a table for each.

A line of theirs is rewritten as Python's, and read as that. What no rule knows is no Python afterwards either.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from gradbook.written.lexing import prompts
from gradbook.written.parsing.programs.text.rewriting import Rule, Text

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Dialect:
    """One language, or several that are written alike.

    Attributes:
        tags: what a fence calls it.
        signs: what no other language has, by which it is known where no fence names it.
        comment: the sign of a comment, up to the end of the line.
        prompt: what stands before what is typed in a session.
        out: what stands before a value that is shown.
        quoted: a string.
        filled: what stands in a string for a value that is filled in.
        rules: what is replaced, in order, outside strings.
        first: the index of the first entry of a vector.
        echoes: whether each statement without a semicolon behind it shows its value.
        calls: whether an entry is written as a call: w(1).
        keys: whether what is an index is a name: d[y].
        vectors: the functions that make a vector of their arguments.
    """

    tags: frozenset[str] = frozenset()
    signs: re.Pattern[str] = _NEVER
    comment: re.Pattern[str] = re.compile("#")
    prompt: re.Pattern[str] = _NEVER
    out: re.Pattern[str] = _NEVER
    quoted: re.Pattern[str] = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'')
    filled: tuple[Rule, ...] = ()
    rules: tuple[Rule, ...] = ()
    first: int = 0
    echoes: bool = False
    calls: bool = False
    keys: bool = False
    vectors: frozenset[str] = field(default=frozenset())


def _rules(table: Mapping[str, str]) -> tuple[Rule, ...]:
    return tuple((re.compile(pattern), written) for pattern, written in table.items())


_POWER = {r"\.?\^": "**"}
_MATRICES = {r"(?<!\.)\*(?!\*)(?<!\*\*)": "@"}  # what is multiplied entry by entry has a dot
_DOTTED = {r"\.(?=[*/+-])": "", r"(?<=[^\W\d])\.(?=\()": ""}
_BLOCKS = {  # what opens and closes a body
    r"^(\s*)(?:\}\s*)?else\s*\{?\s*$": r"\1else:",
    r"^(\s*)(?:\}\s*)?else if\s*\((.*)\)\s*\{?\s*$": r"\1elif \2:",
    r"^(\s*)if\s*\((.*)\)\s*\{\s*$": r"\1if \2:",
    r"^(\s*)(?:for|while)\s*\(.*\)\s*\{\s*$": r"\1for _ in steps:",
    r"^(\s*)(?:for|while)\s*\([^{}]*\)\s*\{\s*([^{}]*?)\s*\}\s*$": r"\1for _ in steps: \2",
    r"^(\s*)for\s*\([^{}()]*\)\s*([^\s{}].*)$": r"\1for _ in steps: \2",
    r"^\s*[{}]*\s*;?\s*$": "",
}
_ENDS = {
    r"^(\s*)for\s+\w+\s*=[^,;]*[,;]\s*(.*?)[,;]?\s*end\s*$": r"\1for _ in steps: \2",
    r"^(\s*)(?:for\s+(?!_ in)\w+\s*(?:=|in|∈)|while\b)[^\n:]*(?::[^\n:]*){0,2}$": r"\1for _ in steps:",
    r"^(\s*)if\s+(.*?)$": r"\1if \2:",
    r"^(\s*)else\s*$": r"\1else:",
    r"^\s*end\w*\s*;?\s*$": "",
}
_NAME = r"[A-Za-z_]\w*"
_TYPES = (
    r"(?:double|float|auto|int|long|f64|f32|Double|Float|float64|float32|number|real|val|var|let|const|final|static|mut"
    r"|[A-Z]\w*(?:[a-z][A-Z]|Var|Val|Real|Dual|Node|Scalar|Tensor|Num)\w*(?=\s+\w+\s*=[^=]))"
)
_BRACED = frozenset({
    "js", "javascript", "ts", "typescript", "jsx", "tsx", "node", "c", "cpp", "c++", "cc", "java", "cs", "csharp", "go",
    "golang", "rust", "rs", "swift", "kotlin", "kt", "scala", "php", "dart",
})  # fmt: skip

_HEAD = (  # of a function
    rf"^(\s*)(?:(?:function|fn|func|fun|def|static|inline|constexpr|public|{_TYPES})\s+)+({_NAME})\s*\(([^()]*)\)"
    r"(?:\s*(?:->|:)\s*\w+)?"
)
_UNNAMED = r"(?:function\s*|\\)\(([^()]*)\)\s*(?:\{\s*)?"  # a function, as R writes it
_GRADIENT = re.compile(r"[∂∇](?=[A-Za-z_]\w*(?!\s*/|\w))|[A-Za-z]\w*\u0304|\b[āēīōūȳḡ]\b")
_COMMENTED = _rules({"[▷▶]": "#"})
_GRADIENTS = (  # of the output, by what is marked: "∂a = a - y", "∇a ← a - y", "a̅ = ..."
    *_COMMENTED,
    *_rules(
        {
            r"[∂∇](?=[A-Za-z_]\w*(?!\s*/|\w))": "d",
            r"\b([A-Za-z]\w*)\u0304": r"d\1",
            **{rf"\b{barred}\b": f"d{letter}" for letter, barred in zip("aeiouyg", "āēīōūȳḡ", strict=True)},
            "[←≔]": "=",
            "[×·⋅]": "*",
            "−": "-",
            "²": "**2",
        }
    ),
)
PYTHON = Dialect()
R = Dialect(
    tags=frozenset({"r", "rscript", "rstudio"}),
    signs=re.compile(
        r"(?m)^[ \t]*\[1\][ \t]+[-\d][\s\S]*<-|<-[\s\S]*^[ \t]*\[1\][ \t]+[-\d]|<-[ \t]*(?:function[ \t]*\(|c\()"
        r"|^[ \t]*>[ \t][A-Za-z.][\w.]*[ \t]*<-[ \t]*\S"
    ),
    prompt=re.compile(r"[ \t]*[>+][ \t]"),
    out=re.compile(r"[ \t]*(?:#+>?[ \t]*)?\[\d+\][ \t]+"),  # knitr sets it behind "##", reprex behind "#>"
    rules=_rules(
        {
            r"^(\s*)\((\s*[A-Za-z_.][\w.]*\s*<-.*)\)\s*$": r"\1\2",
            r"<<?-": "=",
            r"^(\s*)(.+?)\s*->>?\s*([A-Za-z_.][\w.]*)\s*$": r"\1\3 = \2",
            r"(?<=[A-Za-z_])\.(?=[A-Za-z_])": "_",
            r"%\*%": "@",
            r"%o%": "*",
            **_POWER,
            r"^(\s*)([\w]+)\s*=\s*function\s*\(([^()]*)\)\s*\{\s*$": r"\1def \2(\3):",
            rf"{_UNNAMED}(?:return\s*\((.*)\)|([^{{}}]*[^{{}}\s]))\s*\}}?\s*$": r"lambda \1: \2\3",
            r"\b(?:cat|message)\(": "print(",
            r"\bifelse\(": "np.where(",
            r"\ball\.equal\(": "all_equal(",
            r"\bTRUE\b": "True",
            r"\bFALSE\b": "False",
            r"\$([A-Za-z_]\w*)": r'["\1"]',
            r"^\s*(?:library|require|options|set\.seed|rm)\(.*$": "",
            **_BLOCKS,
        }
    ),
    first=1,
    vectors=frozenset({"c", "list", "data_frame", "tibble"}),
)
MATLAB = Dialect(
    tags=frozenset({"matlab", "octave", "m", "scilab"}),
    signs=re.compile(
        rf"(?m)^[ \t]*(?:{prompts.MATLAB})[ \t]*\w|^[ \t]*ans[ \t]*=|^[ \t]*%+[ \t]+\w|;[ \t]*%|\b(?:fprintf|disp)\("
    ),
    comment=re.compile(r"[%#]|\.\.\.(?=\s*$)"),
    prompt=re.compile(rf"[ \t]*(?:{prompts.MATLAB})[ \t]?"),
    quoted=re.compile(r'"[^"\n]*"|(?<![\w\])\'.])\'[^\'\n]*\''),
    rules=_rules(
        {
            r"^\s*(?:clc|clear|close|format|more|pkg|hold|figure)\b.*$": "",
            r"^(\s*)function\s+\[?(\w+)\]?\s*=\s*(\w+)\s*\(([^()]*)\)\s*$": r"\1def \3(\4):",
            **_ENDS,
            **_POWER,
            r"@\(([^()]*)\)": r"lambda \1:",
            **_MATRICES,
            r"\.(?=[*/])": "",
            r"(?<=[\w\])])\.?'": ".T",
            r"(?<=[\w.)])[ \t]+(?=[-+]?[\w.(][^\[\]=]*\])": ", ",  # [1 -2]
            r"\[([^\[\]]*;[^\[\]]*)\]": r"[[\1]]",
            r";(?=[^\[\]]*\]\])": "], [",
            rf",(?=\s*{_NAME}\s*=(?!=))": ";",
            r"\bfprintf\((?:1\s*,\s*)?": "printf(",
            r"\bdisp\(": "print(",
            r"~=": "!=",
        }
    ),
    first=1,
    echoes=True,
    calls=True,
)
JULIA = Dialect(
    tags=frozenset({"julia", "jl"}),
    signs=re.compile(rf"(?m)^[ \t]*(?:{prompts.JULIA}|@(?:test|assert|show)\b)"),
    prompt=re.compile(rf"[ \t]*{prompts.JULIA}[ \t]?"),
    quoted=re.compile(r'"(?:\\.|[^"\\\n])*"'),
    filled=_rules({r"\$\(((?:[^()\"]|\([^()\"]*\))*)\)": r"{\1}", r"\$([A-Za-z_]\w*)": r"{\1}"}),
    rules=_rules(
        {
            r"^\s*(?:using|import)\b.*$": "",
            r"^(\s*)function\s+(\w+)\s*\(([^()]*)\)\s*$": r"\1def \2(\3):",
            rf"^(\s*)({_NAME})\(([\w, ]*)\)\s*=(?!=)\s*(.*)$": r"\1\2 = lambda \3: \4",
            **_ENDS,
            **_POWER,
            **_MATRICES,
            **_DOTTED,
            r"(?<![\w.])(\d+(?:\.\d+)?)(?=[A-DF-Za-df-z_(]|[eE](?![-+\d]))": r"\1*",
            r"\b(?:println|display)\(": "print(",
            r"@show\s+(.*)$": r'print("\1 =", \1)',
            r"@printf\s*\(?": "printf(",
            r"^(\s*)@(?:assert|test)\s+": r"\1assert ",
            r"≈": "==",
            r";(?=\s*\w+\s*=[^=;]*\)\s*$)": ",",  # isapprox(q, 10; atol=1e-3)
            r"\s*'": ".T",
        }
    ),
    first=1,
)
BRACES = Dialect(
    tags=_BRACED,
    prompt=re.compile(rf"[ \t]*(?:{prompts.SCALA}[ \t]|>[ \t]+(?=[^\s>]))"),
    out=re.compile(r"[ \t]*(?:val[ \t]+)?\w+:[ \t](?:Double|Float|Int)[ \t]=[ \t]"),
    signs=re.compile(
        rf"(?m)^[ \t]*{prompts.SCALA}|;[ \t]*//"
        rf"|^[ \t]*(?:var|let|const|double|float|auto)[ \t]+(?:mut[ \t]+)?{_NAME}[ \t]*"
        r"(?::[ \t]*\w+[ \t]*)?=[^=]|\bconsole\.log\(|\bcout[ \t]*<<|System\.out\.|println!\("
    ),
    comment=re.compile(r"//|/\*"),
    quoted=re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`[^`\n]*`'),
    filled=_rules({r"\$\{([^{}]*)\}": r"{\1}", r"\\\(([^()\"]*)\)": r"{\1}"}),
    rules=_rules(
        {
            r"^\s*(?:#include|using|import|package|use|namespace|struct|(?:public\s+)?class)\b.*$": "",
            r"^\s*(?:[\w<>\[\]]+\s+)*main\s*\(.*\)\s*(?:->\s*\w+\s*)?\{?\s*$": "",
            r"\b(?:std|f64|f32|torch|doctest|testing|Catch(?:::Matchers)?)::": "",
            r"\b(?:console\.)?(?:debug_)?assert!?\(": "assert (",
            r"\b(assert_\w+)!\(": r"\1(",
            rf"^(\s*){_TYPES}\s+({_NAME}(?:\s*,\s*{_NAME})*)\s*;?\s*$": "",
            r"\b(\d+(?:\.\d*)?)(?:_?f(?:32|64)|[fFdL])\b": r"\1",
            r"\((?:double|float)\)\s*(?=\w)": "",
            rf"(?<=[(,])\s*(?:const\s+)?{_TYPES}\s+&?(?={_NAME}\s*[,)])": "",
            rf"{_HEAD}\s*\{{\s*(?:return\s+)?([^{{}};]*);?\s*\}}\s*;?\s*$": r"\1def \2(\3): return \4",
            rf"{_HEAD}\s*\{{\s*$": r"\1def \2(\3):",
            rf"(?<=[(,])(\s*{_NAME})\s*:\s*&?{_TYPES}(?=\s*[,)])": r"\1",
            rf"(?:\(([\w, ]*)\)|\b({_NAME}))\s*=>\s*(?=[^\s{{])": r"lambda \1\2: ",
            rf"^(\s*)(?:{_TYPES}\s+)+(?={_NAME})": r"\1",
            r"^(\s*\w+)\s*:\s*\w+\s*=(?!=)": r"\1 =",
            r":=": "=",
            rf",(?=\s*{_NAME}\s*=(?![=>]))": ";",  # var x = 2, y = 3
            r"(?<![\w$])\$(?=[A-Za-z_])": "",
            r"\b(?:System\.out\.|fmt\.|Console\.)?(?:[pP]rintf|println!|print!|format!|String\.format)\(": "printf(",
            r"\b(?:console\.\w+|(?:System\.out|fmt|Console)\.(?:[pP]rint(?:ln)?|Write(?:Line)?)|println)\(": "print(",
            r"\bcout\s*<<\s*(.*?)(?:\s*<<\s*endl)?\s*;?\s*$": r"print(\1)",
            r"\s*<<\s*": ", ",
            r"\(([^()?]+)\?([^():]+):([^()]+)\)": r"(\2 if \1 else \3)",
            r"(=|return)([^=?;]+)\?([^:?]+):([^;:)]+)": r"\1 (\3 if \2 else \4)",
            r"&&": " and ",
            r"\|\|": " or ",
            r"&(?=\w)": "",
            r"\bnew\s+(?=\w)": "",
            r"\b(?:true|false|null)\b": "None",
            r"->(?=\w)": ".",
            **_BLOCKS,
        }
    ),
    keys=True,
)
RUBY = Dialect(
    tags=frozenset({"ruby", "rb", "irb"}),
    signs=re.compile(
        rf"(?m)^[ \t]*{prompts.RUBY}|^[ \t]*require[ \t]+['\"]|\w[ \t]*=[ \t]*:[A-Za-z_]|\w:[ \t]+:[A-Za-z_]"
    ),
    prompt=re.compile(rf"[ \t]*{prompts.RUBY}[ \t]?"),
    out=re.compile(r"[ \t]*=>[ \t]*"),
    rules=_rules(
        {
            r"(?<=[(,])([ \t]*[a-z_]\w*):[ \t]+:([A-Za-z_]\w*)": r'\1="\2"',
            r"(?<=[= ]):([A-Za-z_]\w*)": r'"\1"',
            r"\bputs[ \t]+(?!\()(.*)$": r"print(\1)",
            r"\bputs\(": "print(",
            r"\bMath(?:::|\.)": "math.",
        }
    ),
)
ELIXIR = Dialect(
    tags=frozenset({"elixir", "ex", "exs", "iex"}),
    signs=re.compile(rf"(?m)^[ \t]*{prompts.ELIXIR}"),
    prompt=re.compile(rf"[ \t]*{prompts.ELIXIR}[ \t]?"),
    rules=_rules(
        {
            r"\s*\|>\s*(?:Float\.)?round\([^()]*\)": "",
            r"\bFloat\.round\(": "round(",
            r":math\.(?=\w+\()": "math.",
            r"\{([^{}]*)\}": r"(\1)",
            r"\bIO\.(?:puts|inspect)[ \t]*\(?": "print(",
        }
    ),
)
HASKELL = Dialect(
    tags=frozenset({"haskell", "hs", "ghci"}),
    signs=re.compile(rf"(?m)^[ \t]*{prompts.HASKELL}"),
    comment=re.compile(r"--(?=[ \t]|$)"),
    prompt=re.compile(rf"[ \t]*{prompts.HASKELL}[ \t]?"),
    quoted=re.compile(r'"(?:\\.|[^"\\\n])*"'),
    rules=_rules(
        {
            r"^(\s*)let[ \t]+": r"\1",
            r"[ \t]*::[ \t]*(?:Double|Float|Int)\b": "",
            r"(?<=\w)'": "_",
            r"\b(sqrt|exp|log|sin|cos|tanh|abs|negate)[ \t]+([A-Za-z_]\w*|\d[\d.]*)": r"\1(\2)",
            r"\b(sqrt|exp|log|sin|cos|tanh|abs|negate)[ \t]+(?=\()": r"\1",
            **_POWER,
        }
    ),
)
LUA = Dialect(
    tags=frozenset({"lua", "luau"}),
    signs=re.compile(r"(?m)^[ \t]*local[ \t]+[A-Za-z_]\w*[ \t]*=|[\w)\]][ \t]{2,}--[ \t]+\S"),
    comment=re.compile(r"--(?=[ \t]|$)"),
    rules=_rules(
        {
            rf"^(\s*)(?:local[ \t]+)?function[ \t]+({_NAME})[ \t]*\(([^()]*)\)[ \t]*$": r"\1def \2(\3):",
            r"^(\s*)local[ \t]+": r"\1",
            r"^(\s*)if[ \t]+(.*?)[ \t]+then[ \t]*$": r"\1if \2:",
            r"^(\s*)(?:for|while)\b.*\bdo[ \t]*$": r"\1for _ in steps:",
            r"^(\s*)else[ \t]*$": r"\1else:",
            r"^\s*end[ \t]*$": "",
            r"~=": "!=",
            **_POWER,
        }
    ),
)
WOLFRAM = Dialect(
    tags=frozenset({"mathematica", "wolfram", "wl"}),
    signs=re.compile(rf"(?m)^[ \t]*{prompts.WOLFRAM}"),
    comment=re.compile(r"(?<=\S)[ \t]+\(\*(?=[^*]*\*\)[ \t]*$)"),
    prompt=re.compile(rf"[ \t]*{prompts.WOLFRAM}[ \t]?"),
    out=re.compile(r"[ \t]*Out\[\d+\]=[ \t]*"),
    rules=_rules(
        {
            r"(?<=[A-Za-z])\[([^\[\]]*)\]": r"(\1)",
            r"\bN\(([^(),]*(?:\([^()]*\)[^(),]*)*)(?:,[^()]*)?\)": r"(\1)",
            r"\bExp\(": "exp(",
            r"\bLog\(": "log(",
            r"\bTanh\(": "tanh(",
            r"\bSqrt\(": "sqrt(",
            r"\{([^{}]*)\}": r"(\1)",
            r"(?<=[\w)])[ ]+(?=[\w(])": " * ",  # a product
            r":=": "=",
            **_POWER,
        }
    ),
)
FORTRAN = Dialect(
    tags=frozenset({"fortran", "f77", "f90", "f95"}),
    signs=re.compile(r"(?m)^[ \t]*[A-Za-z]\w*[ \t]*=[^=\n]*[ \t]![ \t]*\S|^![ \t]+\S[^\n]*\n[ \t]*[A-Za-z]\w*[ \t]*="),
    comment=re.compile(r"(?:^|(?<=\s))!(?!=)"),
    rules=_rules({r"^\s*(?:program|subroutine|end|implicit|use|real|double|integer|call)\b.*$": ""}),
)
DIALECTS = (R, MATLAB, JULIA, RUBY, ELIXIR, HASKELL, LUA, WOLFRAM, FORTRAN, BRACES)
_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)[ \t]*\{?\.?([A-Za-z+]*)[^\n]*\n\Z")


def dialect_of(source: str, start: int, end: int, before: Dialect) -> Dialect:
    """Return the language of a block of program text: as its fence says, by its signs, or that of the block before."""
    above = source.rfind("\n", 0, max(start - 1, 0)) + 1
    fence = _FENCE.fullmatch(source, above, start)
    tag = fence.group(1).lower() if fence else ""
    named = next((dialect for dialect in DIALECTS if tag in dialect.tags), None)
    python = tag.startswith("py") or tag in ("ipython", "sage")
    others = (BRACES,) if python else DIALECTS
    found = next((dialect for dialect in others if dialect.signs.search(source, start, end)), None)
    return named or found or (PYTHON if python else before)


def rewritten(line: Text, dialect: Dialect) -> Text:
    """Return a line as Python writes it."""
    if not line.text.isascii():
        for rule in _COMMENTED if _GRADIENT.search(line.text) is None else _GRADIENTS:
            line = line.replaced(rule)
    if dialect is PYTHON:
        return line
    strings: list[Text] = []
    code, comment = Text("", [line.places[0]]), Text("", [line.places[-1]])
    at = 0
    for match in re.finditer(f"(?P<comment>{dialect.comment.pattern})|{dialect.quoted.pattern}", line.text):
        if match.group("comment"):
            comment = _comment(line[match.start() :], len(match.group("comment")))
            code, at = code + line[at : match.start()], len(line.text)
            break
        code += line[at : match.start()]
        code += Text(chr(_FIRST + len(strings)), [line.places[match.start()], line.places[match.end()]])
        strings.append(_string(line[match.start() : match.end()], dialect))
        at = match.end()
    code += line[at:]
    for rule in dialect.rules:
        code = code.replaced(rule)
    found, at = Text("", [code.places[0]]), 0
    for place, letter in enumerate(code.text):
        if _FIRST <= ord(letter) < _FIRST + len(strings):
            found += code[at:place] + strings[ord(letter) - _FIRST]
            at = place + 1
    return found + code[at:] + comment


_FIRST = 0xE000  # a letter for private use stands for each string


def _comment(text: Text, signs: int) -> Text:
    body = text[signs:]
    if body.text.rstrip().endswith("*/"):
        body = body[: len(body.text.rstrip()) - 2]
    return Text("#" + body.text, [text.places[0], *body.places])


def _string(text: Text, dialect: Dialect) -> Text:
    """Return a string as Python writes it: with what is filled in in braces."""
    filled = text
    for rule in dialect.filled:
        filled = filled.replaced(rule)
    if text.text[0] == "`":
        filled = Text('"', [filled.places[0]] * 2) + filled[1:-1] + Text('"', [filled.places[-2], filled.places[-1]])
    return Text("f", [text.places[0]] * 2) + filled if filled.text != text.text and "{" in filled.text else filled
