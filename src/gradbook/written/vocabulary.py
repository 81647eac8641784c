"""The names of an exercise, and the tables of what LaTeX, Unicode and programs write for them."""

import re
from functools import lru_cache

from gradbook.graph import printing
from gradbook.written.exercise import Exercise

GREEK = {letter: name for name, letter in printing.GREEK.items()} | {"ϵ": "epsilon"}
GREEK_NAMES = {*GREEK.values(), "varepsilon", "varphi"}
FUNCTIONS = {
    "sigmoid": "sigmoid", "sigma": "sigmoid", "exp": "exp", "log": "log", "ln": "log", "sqrt": "sqrt", "sin": "sin",
    "cos": "cos", "tan": "tan", "tanh": "tanh", "relu": "relu", "ReLU": "relu", "max": "max", "min": "min",
    "softplus": "softplus", "abs": "abs", "square": "square",
}  # fmt: skip
RATES = (
    "eta", "alpha", "gamma", "lambda", "epsilon", "mu", "lr", "LR", "rate", "learning_rate", "learningrate",
    "step_size", "stepsize",
)  # fmt: skip
NEW = {"new", "t+1", "k+1", "n+1", "next", "updated", "neu", "i+1", "*", "+", "nou", "nueva"}
OLD = {"old", "t", "t-1", "k-1", "n-1", "i-1", "0", "current", "k", "prev", "previous", "alt", "(0)", "(t)", "init"}
ENGLISH = {
    "a", "i", "so", "as", "be", "we", "by", "up", "is", "it", "in", "on", "of", "to", "at", "an", "or", "if", "do",
    "no", "me", "my", "he", "us", "am", "go", "and", "for", "the", "was", "are", "but", "not", "has", "use", "get",
    "got", "let", "see", "now", "its", "you", "our", "one", "two", "all", "any", "how", "who", "why",
}  # fmt: skip
RELATION_WORDS = {
    "is", "equals", "gives", "yields", "becomes", "equal", "giving", "makes", "making", "yielding",
    "ist", "ergibt", "vaut", "donne", "est",
}  # fmt: skip
MATH_WORDS = {
    "times",
    "plus",
    "minus",
    "divided",
    "over",
    "squared",
    "cubed",
    "multiplied",
    "percent",
    "half",
    "twice",
}
SIGNS = {
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "×": "*", "·": "*", "⋅": "*", "∗": "*", "∙": "*", "⊙": "*",
    "•": "*", "✕": "*", "✖": "*", "⨯": "*",
    "/": "/", "÷": "/", "∕": "/", "^": "^",
}  # fmt: skip
COMMANDS = {
    "cdot": ("op", "*"), "times": ("op", "*"), "ast": ("op", "*"), "star": ("op", "*"), "odot": ("op", "*"),
    "div": ("op", "/"), "approx": ("rel", "~"), "simeq": ("rel", "~"), "equiv": ("rel", "="), "doteq": ("rel", "~"),
    "leftarrow": ("rel", "<-"), "gets": ("rel", "<-"), "coloneqq": ("rel", "<-"), "longrightarrow": ("sep", "arrow"),
    "partial": ("diff", ""),
    "frac": ("frac", ""), "dfrac": ("frac", ""), "tfrac": ("frac", ""), "cfrac": ("frac", ""), "sqrt": ("sqrt", ""),
    "lbrace": ("open", "("), "rbrace": ("close", ")"), "lbrack": ("open", "("), "rbrack": ("close", ")"),
    "neq": ("bad", ""), "ne": ("bad", ""), "quad": ("sep", "soft"), "qquad": ("sep", "soft"), "par": ("sep", "soft"),
    "newline": ("sep", "soft"), "Rightarrow": ("sep", "arrow"), "implies": ("sep", "arrow"),
    "Longrightarrow": ("sep", "arrow"), "rightarrow": ("sep", "arrow"), "to": ("sep", "arrow"),
    "therefore": ("sep", "arrow"), "because": ("sep", "arrow"), "iff": ("sep", "arrow"), "item": ("sep", "soft"),
    "Leftrightarrow": ("sep", "arrow"), "land": ("sep", "arrow"), "ldots": ("bad", ""), "dots": ("bad", ""),
    "gt": ("cmp", ">"), "lt": ("cmp", "<"),
    "cdots": ("bad", ""), "pm": ("bad", ""), "mp": ("bad", ""), "sum": ("bad", ""), "prod": ("bad", ""),
}  # fmt: skip
FONTS = {
    "mathrm", "mathbf", "mathit", "mathcal", "mathsf", "boldsymbol", "bm", "mathscr", "mathfrak", "operatorname",
    "mathbb", "rm", "bf",
}  # fmt: skip
SILENT = {
    "checkmark", "qed", "blacksquare", "square",
    "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "displaystyle",
    "textstyle", "boxed", "fbox", "underbrace", "overbrace", "underline", "limits", "nonumber", "notag", "hline",
    "scriptstyle", "allowdisplaybreaks", "centering", "color", "hspace", "vspace", "label", "tag", "left.",
}  # fmt: skip
WITH_JUNK = {
    "cancel",
    "xcancel",
    "bcancel",
    "sout",
    "st",
    "color",
    "hspace",
    "vspace",
    "label",
    "tag",
    "phantom",
    "textcolor",
    "documentclass",
    "usepackage",
}
TEXTS = {"text", "textbf", "textit", "textrm", "mbox", "texttt", "section", "subsection", "paragraph", "intertext"}
DERIVATIVES = {"pd", "pdv", "dv", "pderiv", "deriv", "odv", "partialderiv", "pdiff", "fpd", "parder"}
HATS = {"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "vec": "", "dot": "dot"}

_SUBS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Reduce any way of writing a name to one: no font, no braces, no underscores, Greek letters spelled."""
    name = re.sub(
        r"\\(?:text|textrm|textnormal|mathrm|mathbf|mathit|mathcal|rm|textbf|mathsf)\b", "", name.translate(_SUBS)
    )
    name = "".join(GREEK.get(letter, letter) for letter in name)
    return re.sub(r"[\\{}_\s]", "", name)


class Vocabulary:
    """The names of an exercise, in their plain form."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self.names = {plain(name): name for name in exercise.names}
        self.inputs = set(exercise.graph.inputs)
        # In "dL/dw" of an exercise whose end is f, L is what most courses call the end.
        self.aliases = dict.fromkeys(("L", "J", "E", "C", "loss", "cost"), exercise.graph.output)
        self.aliases = {name: out for name, out in self.aliases.items() if name not in self.names}
        self.rates = {plain(name) for name in RATES} - self.names.keys()
        self.functions = {name: op for name, op in FUNCTIONS.items() if name not in self.names}
        # What is a name only with its index, such as the w of w_1.
        stems = {plain(name).rstrip("0123456789") for name in exercise.names}
        stems |= {plain(name.split("_")[0]) for name in exercise.names}
        self.stems = {stem for stem in stems if stem and stem not in self.names}
        known = {*self.names, *self.stems, *self.rates, *self.functions, *self.aliases}
        self._longest = sorted(known, key=len, reverse=True)

    def split(self, run: str) -> list[str] | None:
        """Split a run of letters into known names, longest first; None where that cannot be done."""
        parts: list[str] = []
        at = 0
        while at < len(run):
            found = next((name for name in self._longest if run.startswith(name, at)), None)
            if found is None:
                return None
            parts.append(found)
            at += len(found)
        return parts

    def derivative(self, identifier: str) -> tuple[str, str] | None:
        """Return what a program calls df_dw, dfdw, grad_w, w_grad or delta_w, as the pair of names."""
        output = self.exercise.graph.output
        if match := re.fullmatch(r"(?:grad|gradient|d|delta|δ)_([A-Za-z]\w*)|([A-Za-z]\w*?)_grad(?:ient)?", identifier):
            name = self.names.get(plain(match.group(1) or match.group(2)))
            if name and not (identifier[0] in "δd" and "delta" in self.names):
                return output, name
        if identifier[0] == "d":
            for cut in range(2, len(identifier) - 1):
                of, rest = self.names.get(plain(identifier[1:cut]), ""), identifier[cut:].lstrip("_")
                by = self.names.get(plain(rest[1:])) if rest[:1] == "d" else None
                if of in self.exercise.arguments and by:
                    return of, by
        return None

    def with_index(self, name: str, index: str) -> str | None:
        """Return the name that a name with an index is, if there is one."""
        return self.names.get(plain(name) + plain(index))
