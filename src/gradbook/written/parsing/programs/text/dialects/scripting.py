"""Ruby, Elixir, Haskell, Lua and Mathematica."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing import prompts
from gradbook.written.parsing.programs.text.dialects.dialect import NAME, POWER, Dialect, rules_of

_DASHES = regex(r"--(?=[ \t]|$)")
RUBY = Dialect(
    tags=frozenset({"ruby", "rb", "irb"}),
    signs=regex(rf"(?m)^[ \t]*{prompts.RUBY}|^[ \t]*require[ \t]+['\"]|\w[ \t]*=[ \t]*:[A-Za-z_]|\w:[ \t]+:[A-Za-z_]"),
    prompt=regex(rf"[ \t]*{prompts.RUBY}[ \t]?"),
    out=regex(r"[ \t]*=>[ \t]*"),
    rules=rules_of(
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
    signs=regex(rf"(?m)^[ \t]*{prompts.ELIXIR}"),
    prompt=regex(rf"[ \t]*{prompts.ELIXIR}[ \t]?"),
    rules=rules_of(
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
    signs=regex(rf"(?m)^[ \t]*{prompts.HASKELL}"),
    comment=_DASHES,
    prompt=regex(rf"[ \t]*{prompts.HASKELL}[ \t]?"),
    quoted=regex(r'"(?:\\.|[^"\\\n])*"'),
    rules=rules_of(
        {
            r"^(\s*)let[ \t]+": r"\1",
            r"[ \t]*::[ \t]*(?:Double|Float|Int)\b": "",
            r"(?<=\w)'": "_",
            r"\b(sqrt|exp|log|sin|cos|tanh|abs|negate)[ \t]+([A-Za-z_]\w*|\d[\d.]*)": r"\1(\2)",
            r"\b(sqrt|exp|log|sin|cos|tanh|abs|negate)[ \t]+(?=\()": r"\1",
            **POWER,
        }
    ),
)
LUA = Dialect(
    tags=frozenset({"lua", "luau"}),
    signs=regex(r"(?m)^[ \t]*local[ \t]+[A-Za-z_]\w*[ \t]*=|[\w)\]][ \t]{2,}--[ \t]+\S"),
    comment=_DASHES,
    rules=rules_of(
        {
            rf"^(\s*)(?:local[ \t]+)?function[ \t]+({NAME})[ \t]*\(([^()]*)\)[ \t]*$": r"\1def \2(\3):",
            r"^(\s*)local[ \t]+": r"\1",
            r"^(\s*)if[ \t]+(.*?)[ \t]+then[ \t]*$": r"\1if \2:",
            r"^(\s*)(?:for|while)\b.*\bdo[ \t]*$": r"\1for _ in steps:",
            r"^(\s*)else[ \t]*$": r"\1else:",
            r"^\s*end[ \t]*$": "",
            r"~=": "!=",
            **POWER,
        }
    ),
)
WOLFRAM = Dialect(
    tags=frozenset({"mathematica", "wolfram", "wl"}),
    signs=regex(rf"(?m)^[ \t]*{prompts.WOLFRAM}"),
    comment=regex(r"(?<=[ \t])\(\*(?=[^*]*\*\)[ \t]*$)"),
    prompt=regex(rf"[ \t]*{prompts.WOLFRAM}[ \t]?"),
    out=regex(r"[ \t]*Out\[\d+\]=[ \t]*"),
    rules=rules_of(
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
            **POWER,
        }
    ),
)
