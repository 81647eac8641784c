"""R, MATLAB, Julia and Fortran."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing import prompts
from gradbook.written.parsing.programs.text.dialects.dialect import (
    BLOCKS,
    DOTTED,
    ENDS,
    MATRICES,
    NAME,
    POWER,
    Dialect,
    rules_of,
)

_UNNAMED = r"(?:function\s*|\\)\(([^()]*)\)\s*(?:\{\s*)?"  # a function, as R writes it
R = Dialect(
    tags=frozenset({"r", "rscript", "rstudio"}),
    signs=regex(
        r"(?m)^[ \t]*\[1\][ \t]+[-\d][\s\S]*<-|<-[\s\S]*^[ \t]*\[1\][ \t]+[-\d]|<-[ \t]*(?:function[ \t]*\(|c\()"
        r"|^[ \t]*(?:>[ \t])?[A-Za-z.][\w.]*[ \t]*<-[ \t]*\S"
    ),
    prompt=regex(r"[ \t]*[>+][ \t]"),
    out=regex(r"[ \t]*(?:#+>?[ \t]*)?\[\d+\][ \t]+"),  # knitr sets it behind "##", reprex behind "#>"
    rules=rules_of(
        {
            r"^(\s*)\((\s*[A-Za-z_.][\w.]*\s*<-.*)\)\s*$": r"\1\2",
            r"<<?-": "=",
            r"^(\s*)(.+?)\s*->>?\s*([A-Za-z_.][\w.]*)\s*$": r"\1\3 = \2",
            r"(?<=[A-Za-z_])\.(?=[A-Za-z_])": "_",
            r"%\*%": "@",
            r"%o%": "*",
            **POWER,
            r"^(\s*)([\w]+)\s*=\s*function\s*\(([^()]*)\)\s*\{\s*$": r"\1def \2(\3):",
            rf"{_UNNAMED}(?:return\s*\((.*)\)|([^{{}}]*[^{{}}\s]))\s*\}}?\s*$": r"lambda \1: \2\3",
            r"\b(?:cat|message)\(": "print(",
            r"\bifelse\(": "np.where(",
            r"\ball\.equal\(": "all_equal(",
            r"\bTRUE\b": "True",
            r"\bFALSE\b": "False",
            r"\$([A-Za-z_]\w*)": r'["\1"]',
            r"^\s*(?:library|require|options|set\.seed|rm)\(.*$": "",
            **BLOCKS,
        }
    ),
    first=1,
    vectors=frozenset({"c", "list", "data_frame", "tibble"}),
)
MATLAB = Dialect(
    tags=frozenset({"matlab", "octave", "m", "scilab"}),
    signs=regex(
        rf"(?m)^[ \t]*(?:{prompts.MATLAB})[ \t]*\w|^[ \t]*ans[ \t]*=|^[ \t]*%+[ \t]+\w|;[ \t]*%"
        r"|[\w)\]][ \t]{2,}%[ \t]+[-\w]|\b(?:fprintf|disp)\("
    ),
    comment=regex(r"[%#]|\.\.\.(?=\s*$)"),
    prompt=regex(rf"[ \t]*(?:{prompts.MATLAB})[ \t]?"),
    quoted=regex(r'"[^"\n]*"|(?<![\w\])\'.])\'[^\'\n]*\''),
    rules=rules_of(
        {
            r"^\s*(?:clc|clear|close|format|more|pkg|hold|figure)\b.*$": "",
            r"^(\s*)function\s+\[?(\w+)\]?\s*=\s*(\w+)\s*\(([^()]*)\)\s*$": r"\1def \3(\4):",
            **ENDS,
            **POWER,
            r"@\(([^()]*)\)": r"lambda \1:",
            **MATRICES,
            r"\.(?=[*/])": "",
            r"(?<=[\w\])])\.?'": ".T",
            r"(?<=[\w.)])[ \t]+(?=[-+]?[\w.(][^\[\]=]*\])": ", ",  # [1 -2]
            r"\[([^\[\]]*;[^\[\]]*)\]": r"[[\1]]",
            r";(?=[^\[\]]*\]\])": "], [",
            rf",(?=\s*{NAME}\s*=(?!=))": ";",
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
    signs=regex(rf"(?m)^[ \t]*(?:{prompts.JULIA}|@(?:test|assert|show)\b)"),
    prompt=regex(rf"[ \t]*{prompts.JULIA}[ \t]?"),
    quoted=regex(r'"(?:\\.|[^"\\\n])*"'),
    filled=rules_of({r"\$\(((?:[^()\"]|\([^()\"]*\))*)\)": r"{\1}", r"\$([A-Za-z_]\w*)": r"{\1}"}),
    rules=rules_of(
        {
            r"^\s*(?:using|import)\b.*$": "",
            r"^(\s*)function\s+(\w+)\s*\(([^()]*)\)\s*$": r"\1def \2(\3):",
            rf"^(\s*)({NAME})\(([\w, ]*)\)\s*=(?!=)\s*(.*)$": r"\1\2 = lambda \3: \4",
            **ENDS,
            **POWER,
            **MATRICES,
            **DOTTED,
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
FORTRAN = Dialect(
    tags=frozenset({"fortran", "f77", "f90", "f95"}),
    signs=regex(r"(?m)^[ \t]*[A-Za-z]\w*[ \t]*=[^=\n]*[ \t]![ \t]*\S|^![ \t]+\S[^\n]*\n[ \t]*[A-Za-z]\w*[ \t]*="),
    comment=regex(r"(?:^|(?<=\s))!(?!=)"),
    rules=rules_of({r"^\s*(?:program|subroutine|end|implicit|use|real|double|integer|call)\b.*$": ""}),
)
