"""The languages with braces, which are written alike: C, Java, JavaScript, Go, Rust, Swift and others."""

from gradbook.core.text.patterns import regex
from gradbook.written.lexing import prompts
from gradbook.written.parsing.programs.text.dialects.dialect import BLOCKS, NAME, Dialect, rules_of

_OWN_TYPE = r"(?:Tensor|Scalar|Matrix|[A-Z]\w*?(?:[a-z][A-Z]|Var|Val|Real|Dual|Node|Scalar|Tensor|Num))\w*"
_TYPES = (
    r"(?:double|float|auto|int|long|f64|f32|Double|Float|float64|float32|number|real|val|var|let|const|final|static|mut"
    rf"|{_OWN_TYPE}(?=\s+\w+\s*=[^=]))"
)
_MADE_OF = r"(?:\(\s*\{?|\{)\s*(-?[\d.]+)\s*(?:\}?\s*\)|\})"  # Tensor a({3.0});
_BRACED = frozenset({
    "js", "javascript", "ts", "typescript", "jsx", "tsx", "node", "c", "cpp", "c++", "cc", "java", "cs", "csharp", "go",
    "golang", "rust", "rs", "swift", "kotlin", "kt", "scala", "php", "dart",
})  # fmt: skip

_HEAD = (  # of a function
    rf"^(\s*)(?:(?:function|fn|func|fun|def|static|inline|constexpr|public|{_TYPES})\s+)+({NAME})\s*\(([^()]*)\)"
    r"(?:\s*(?:->|:)\s*\w+)?"
)
_EXPRESSION = (  # a function that a name gets: "var f = function(a) {", "const f = (a) => {"
    rf"^(\s*)(?:(?:var|let|const)\s+)?({NAME})\s*=\s*(?:function\s*\w*\s*\(([^()]*)\)|\(([^()]*)\)\s*=>)\s*\{{"
)
_CONDITION = r"(?:[^=?;!<>]|[=!<>]=|[<>!](?!=)){1,200}+"
BRACES = Dialect(
    tags=_BRACED,
    prompt=regex(rf"[ \t]*(?:{prompts.SCALA}[ \t]|>[ \t]+(?=[^\s>]))"),
    out=regex(r"[ \t]*(?:val[ \t]+)?\w+:[ \t](?:Double|Float|Int)[ \t]=[ \t]"),
    signs=regex(
        rf"(?m)^[ \t]*{prompts.SCALA}|;[ \t]*//"
        rf"|^[ \t]*(?:let|const)[ \t]*[\[({{]{NAME},"
        rf"|^[ \t]*(?:export[ \t]+)?(?:var|let|const|double|float|auto)[ \t]+(?:mut[ \t]+)?{NAME}[ \t]*"
        r"(?::[ \t]*\w+(?:<[\w ,]*>|\[\])?[ \t]*)?=[^=]|\bconsole\.log\(|\bcout[ \t]*<<|System\.out\.|println!\("
    ),
    comment=regex(r"//|/\*"),
    quoted=regex(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`[^`\n]*`'),
    filled=rules_of({r"\$\{([^{}]*)\}": r"{\1}", r"\\\(([^()\"]*)\)": r"{\1}"}),
    rules=rules_of(
        {
            r"^\s*(?:#include|using|import|package|use|namespace|struct|(?:public\s+)?class)\b.*$": "",
            r"^\s*(?:describe|it|test|suite|before(?:Each)?)\([^{}]*(?:=>|function[^{}]*)\s*\{\s*$": "",
            r"^\s*\}\)\s*;?\s*$": "",
            r"^\s*(?:[\w<>\[\]]+\s+)*main\s*\(.*\)\s*(?:->\s*\w+\s*)?\{?\s*$": "",
            r"^(\s*)export\s+(?=(?:const|let|var|function)\b)": r"\1",
            r"\s+as\s+const\b": "",
            r"\b(?:std|f64|f32|torch|doctest|testing|Catch(?:::Matchers)?)::": "",
            r"\b([A-Z]\w*)::(?=\w+\(\s*-?\d)": r"\1.",
            r"\b(?:console\.)?(?:debug_)?assert!?\(": "assert (",
            r"\b(assert_\w+)!\(": r"\1(",
            rf"^(\s*){_TYPES}\s+({NAME}(?:\s*,\s*{NAME})*)\s*;?\s*$": "",
            r"\b(\d+(?:\.\d*)?)(?:_?f(?:32|64)|[fFdL])\b": r"\1",
            r"\((?:double|float)\)\s*(?=\w)": "",
            rf"^(\s*)(?:{_OWN_TYPE}|double|float)\s+({NAME})\s*{_MADE_OF}\s*;": r"\1\2 = \3;",
            rf"(?<=[(,])\s*(?:const\s+)?{_TYPES}\s+&?(?={NAME}\s*[,)])": "",
            rf"{_EXPRESSION}\s*(?:return\s+)?([^{{}};]*);?\s*\}}\s*;?\s*$": r"\1def \2(\3\4): return \5",
            rf"{_EXPRESSION}\s*$": r"\1def \2(\3\4):",
            rf"{_HEAD}\s*\{{\s*(?:return\s+)?([^{{}};]*);?\s*\}}\s*;?\s*$": r"\1def \2(\3): return \4",
            rf"{_HEAD}\s*\{{\s*$": r"\1def \2(\3):",
            rf"(?<=[(,])(\s*{NAME})\s*:\s*&?{_TYPES}(?=\s*[,)])": r"\1",
            rf"(?:\(([\w, ]*)\)|\b({NAME}))\s*=>\s*(?=[^\s{{])": r"lambda \1\2: ",
            rf"^(\s*)(?:{_TYPES}\s+)+(?={NAME})": r"\1",
            r"^(\s*)(?:let|const|var|auto)\s*[\[({]([\w\s,]+)[\])}]\s*=(?!=)": r"\1(\2) =",  # let (q, f) = pair
            r"^(\s*\w+)\s*:\s*\w+(?:<[\w\s,]*>|\[\])?\s*=(?!=)": r"\1 =",
            r":=": "=",
            rf",(?=\s*{NAME}\s*=(?![=>]))": ";",  # var x = 2, y = 3
            r"(?<![\w$])\$(?=[A-Za-z_])": "",
            r"\b(?:System\.out\.|fmt\.|Console\.)?(?:[pP]rintf|println!|print!|format!|String\.format)\(": "printf(",
            r"\b(?:console\.\w+|(?:System\.out|fmt|Console)\.(?:[pP]rint(?:ln)?|Write(?:Line)?)|println)\(": "print(",
            r"\bcout\s*<<\s*(.*?)(?:\s*<<\s*endl)?\s*;?\s*$": r"print(\1)",
            r"\s*<<\s*": ", ",
            r"\(([^()?]+)\?([^():]+):([^()]+)\)": r"(\2 if \1 else \3)",
            r"([=!]=)=": r"\1",
            rf"(?<![=!<>])(=(?!=)|\breturn\b)({_CONDITION})\?([^:?]+):([^;:)]+)": r"\1 (\3 if \2 else \4)",
            r"&&": " and ",
            r"\|\|": " or ",
            r"&(?=\w)": "",
            r"\bnew\s+(?=\w)": "",
            r"\b(?:true|false|null)\b": "None",
            r"->(?=\w)": ".",
            r"\.(?:borrow(?:_mut)?|lock|read)\(\)(?:\.unwrap\(\))?": "",
            r"\.(?:get)?[gG]rad(?:ient)?\(\)(?:\.data\(\))?(?:\.get\(\))?": ".grad",
            r"\.(?:get)?(?:[dD]ata|[vV]al(?:ue)?)\(\)(?:\.get\(\))?": ".data",
            r"\.(?:Data|Val|Value)\b(?!\()": ".data",
            r"\.(?:Grad|Gradient)\b(?!\()": ".grad",
            r"\.Backward\(": ".backward(",
            **BLOCKS,
        }
    ),
    keys=True,
)
