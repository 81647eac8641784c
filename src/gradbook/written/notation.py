"""One table of what LaTeX, Unicode and programs write for signs, names and functions."""

import re
import unicodedata
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.graph import printing

GREEK = {letter: name for name, letter in printing.GREEK.items()} | {"ϵ": "epsilon", "ℓ": "ell"}
GREEK_NAMES = {*GREEK.values(), "varepsilon", "varphi"}  # and ell, which is written as they are
FUNCTIONS = {
    "sigmoid": "sigmoid", "sigma": "sigmoid", "exp": "exp", "log": "log", "ln": "log", "sqrt": "sqrt", "sin": "sin",
    "cos": "cos", "tan": "tan", "tanh": "tanh", "relu": "relu", "ReLU": "relu", "max": "max", "min": "min",
    "softplus": "softplus", "abs": "abs", "square": "square", "sign": "sign", "sgn": "sign", "signum": "sign",
    "sen": "sin", "tg": "tan", "máx": "max", "mín": "min", "sigmoide": "sigmoid",
    "sig": "sigmoid", "sigm": "sigmoid", "sinh": "sinh", "cosh": "cosh", "sech": "sech",
    "logsig": "sigmoid", "tansig": "tanh", "poslin": "relu",  # as Hagan, Demuth and Beale call them
}  # fmt: skip
ACTIVATIONS = frozenset({"sigmoid", "tanh", "relu", "softplus"})  # of a neuron
CAPITALS = {form: name for name in ACTIVATIONS for form in (name.capitalize(), name.upper())}  # Sigmoid, RELU
COMPARES = frozenset({"sub", "log"})  # what a loss does with a prediction
RATES = (
    "eta", "alpha", "gamma", "lambda", "epsilon", "mu", "rho", "lr", "LR", "rate", "learning_rate", "learningrate",
    "taxa_de_aprendizado", "taxa_aprendizado", "tasa_de_aprendizaje", "tasa_aprendizaje", "taux_apprentissage",
    "taux_d_apprentissage", "lernrate", "tasso_di_apprendimento", "tasso_apprendimento", "leersnelheid",
    "learn_rate", "learnrate", "step_size", "stepsize",
)  # fmt: skip
IDENTITY = "identity"  # the activation that is none
OWN = "own"  # that of the neuron whose input it is taken of: f(z1), f(z2), one letter for all layers
CONTRADICTED = "?"  # that of a letter of which an answer says otherwise
PROGRAM_GREEK = {"lam": "lambda", "lmbda": "lambda", "lambd": "lambda", "eps": "epsilon", "th": "theta", "sig": "sigma"}
SLOPED = frozenset({"grad", "gradient", "deriv", "derivative"})  # behind what is differentiated by: w1_grad
WITH_SLOPES = ("sigmoid", "tanh", "relu")  # activations of which the slope is one that people name
_DERIVATIVES = ("der", "derivada", "derivata", "derivee", "ableitung", *sorted(SLOPED))  # as names begin or end
_CALLED = (*WITH_SLOPES, "sigmoide")  # as these are written
SLOPE_FUNCTIONS = {  # as programs call the derivatives of activations: sigmoid_prime(z), sigmoidPrime(z)
    f"{called}{form}": f"d{FUNCTIONS[called]}"
    for called in _CALLED
    for end in ("prime", *_DERIVATIVES)
    for form in (end, end.title())
} | {  # and deriv_sigmoid(z), dSigmoid(z)
    f"{lead}{form}": f"d{FUNCTIONS[called]}"
    for called in _CALLED
    for lead in ("d", *_DERIVATIVES)
    for form in (called, called.title())
}
LOSSES = ("L", "J", "E", "C", "loss", "cost", "Loss", "Cost")
PARAMETERS = frozenset({"theta", "θ", "Theta", "Θ", "params", "parameters"})  # all that is learned, by one name
PREDICTED = regex(r"([^\W\d_]+?)(hat|pred)(\d{0,2})")  # what a network says, in plain form: yhat, ypred1
LOSS_WORDS = frozenset({
    "tabet", "tabsfunktion", "tabsfunktionen", "tapet", "tapsfunksjon", "tapsfunksjonen", "kostnad",
    "häviö", "häviön", "häviöfunktio", "tappio", "tappiofunktio", "kustannus", "veszteség", "vesztesége",
    "veszteségfüggvény", "költség", "pierdere", "pierderea",
    "втрати", "втрат", "κόστος", "απώλεια", "هزینه", "زیان", "ضرر", "خسارة", "الخسارة", "تكلفة", "التكلفة",
    "loss", "cost", "verlust", "kosten", "perte", "coût", "cout", "pérdida", "perdida", "coste", "costo", "perda",
    "custo", "perdita", "损失", "손실", "損失", "verlies", "kost", "strata", "koszt", "потери", "потеря", "стоимость",
    "verlustfunktion", "kostenfunktion", "verlustwert", "verliesfunctie", "kostenfunctie", "straty", "stratę", "stratą",
    "kosztu", "kosztem", "потерь", "стоимости", "kayıp", "kaybı", "maliyet", "kerugian", "rugi",
    "mất mát", "hàm mất mát", "tổn thất", "hàm tổn thất", "förlust", "förlusten", "förlustfunktion",
    "pèrdua", "pèrdues", "funció de pèrdua", "gubitak", "gubitka", "funkcija gubitka", "trošak", "губитак", "губитка",
    "izguba", "izgube", "itki", "kadu", "kaofunktsioon", "nuostolis", "nuostoliai", "zudums", "zaudējums", "шығын",
    "hasara", "نقصان", "загуба", "загубата", "stratu", "stratová funkcia", "הפסד", "ההפסד", "פונקציית ההפסד", "nuqsan",
    "förlustfunktionen", "kostnaden", "ztráta", "ztrátu", "ztráty", "ztrátová funkce",
})  # fmt: skip
LETTERS = {"weight": "w", "bias": "b"}  # that formulas have for inputs which programs call by a word
LOSS_NAMES = LOSS_WORDS | {word.capitalize() for word in LOSS_WORDS}
ERROR_WORDS = frozenset({  # what E may be short for
    "napaka", "napake", "xəta", "viga", "klaida", "kļūda", "қате", "kosa",
    "greška", "greške", "pogreška", "pogreške", "грешка", "грешката", "שגיאה", "השגיאה",
    "fejl", "fejlen", "feil", "feilen", "virhe", "hiba",
    "похибка", "похибки", "σφάλμα", "eroare", "eroarea", "خطا", "خطای", "الخطأ",
    "error", "mse", "fehler", "erreur", "erro", "errore", "误差", "오차", "誤差", "fout", "błąd", "błędu", "ошибка",
    "ошибки", "hata", "hatası", "galat", "lỗi", "felet", "kvadratfelet", "chyba", "chybu", "chyby",
})  # fmt: skip
VALUE_WORDS = frozenset({  # of what, the words beside them say; alone they may be the output
    "value", "output", "wert", "valeur", "valor", "valore", "waarde", "wartość", "значение",
})  # fmt: skip
VALUE_NOUNS = VALUE_WORDS - {"output"} | {  # with their accents and without
    "vrijednost", "vrednost", "вредност", "hodnota", "стойност", "стойността", "ערך", "הערך", "reikšmė", "vērtība",
    "väärtus", "dəyər", "dəyəri", "мәні", "thamani", "قدر", "wartosc", "värdet",
    "vardet", "giá trị", "gia tri", "değeri", "degeri", "değerini", "degerini", "nilai",
}  # fmt: skip
OUTCOME_WORDS = ERROR_WORDS | VALUE_WORDS | {  # what may be the output, or something else
    "height", "objective", "result", "ausgabe", "höhe", "funktionswert", "zielfunktion", "sortie", "hauteur", "salida",
    "altura", "saída", "uscita", "altezza", "输出", "函数值", "출력", "함숫값", "出力", "uitvoer", "wyjście", "выход",
    "function", "fehlerfunktion", "funktion", "fonction", "función", "função", "funzione", "functie", "foutfunctie",
    "sortida", "izlaz", "излаз", "изход", "изходът", "výstup", "פלט", "הפלט", "izhod", "излез", "väljund", "išvestis",
    "izeja", "izvade", "çıxış", "шығыс", "funkcja", "funkcji",
    "функция", "функции", "çıktı", "çıktısı", "çıkış", "keluaran",
}  # fmt: skip
POINT_WORDS = frozenset({  # all inputs together
    "coordinates", "coordonnées", "coördinaten", "gewichte", "gewichten", "iterate", "iterierte", "itéré",
    "koordinaten", "parameter", "parameters", "parametri", "parametry", "params", "paramètres", "parámetros",
    "parâmetros", "pesi", "pesos", "poids", "point", "ponto", "posición", "position", "posizione", "posição",
    "punkt", "punt", "punto", "stelle", "wagi", "weights", "веса", "параметры", "точка", "точки", "точку",
    "パラメータ", "パラメーター", "参数", "权重", "点", "重み", "가중치", "가중치는", "매개변수", "매개변수는",
    "점", "점은", "점이", "파라미터", "파라미터는", "ağırlıklar", "parametreler", "bobot", "titik",
})  # fmt: skip
NEW = {
    "ny", "nye", "nytt", "nyt", "nya", "uusi", "új", "нове", "новий", "нова", "νέο", "νέα",
    "new", "t+1", "k+1", "n+1", "next", "updated", "neu", "i+1", "*", "ast", "star", "+", "nou", "nueva",
    "nuevo", "novo", "nova",
    "nouveau", "nouvelle", "nouv", "nuovo", "nuova", "nuov", "upd", "after", "nov", "neue", "nuev",
    "mới", "moi", "yeni", "baru",
    "novi", "nové", "nová", "nový", "ново", "нови", "nouveaux", "naya", "nayi", "bagong", "bago", "חדש", "חדשה",
    "nieuw", "nieuwe", "nowe", "nowa", "nowy", "нов", "нов.", "новое", "новый", "новая", "새", "新", "更新後",
}  # fmt: skip
OLD = {
    "gammel", "gamle", "vanha", "régi", "старе", "стара", "παλιό", "παλιά", "vechi", "veche",
    "old", "t-1", "k-1", "n-1", "i-1", "0", "prev", "previous", "alt", "(0)", "init", "alter", "viejo", "vieja",
    "ancien", "velho", "antigo", "vecchio", "vecchia", "anterior", "before", "oud", "oude", "stare", "stara", "stary",
    "стар", "стар.", "старое", "старый", "旧", "cũ", "cu", "eski", "lama",
}  # fmt: skip
STATES = "|".join(sorted(word for word in (NEW | OLD) - {"ast"} if word.isalpha() and len(word) > 2))  # as a pattern
NOW = {"t", "k", "n", "i", "current", "(t)"}  # an iterate, and it is not said which
WHOLE = frozenset({"hidden", "hid", "layer", "vec", "vector", "all"})  # as an index: all names of the stem together
SIGNS = {
    "+": "+", "-": "-", "−": "-", "–": "-", "*": "*", "×": "*", "·": "*", "⋅": "*", "∗": "*", "∙": "*",
    "⊙": "⊙", "⨀": "⊙", "∘": "⊙", "⊗": "⊗",
    "•": "*", "✕": "*", "✖": "*", "⨯": "*",
    "/": "/", "÷": "/", "∕": "/", "^": "^",
}  # fmt: skip
COMMANDS = {
    "cdot": ("op", "*"), "times": ("op", "*"), "ast": ("op", "*"), "star": ("op", "*"),
    "bullet": ("op", "*"), "odot": ("op", "⊙"), "circ": ("op", "⊙"), "otimes": ("op", "⊗"),
    "div": ("op", "/"), "approx": ("rel", "~"), "simeq": ("rel", "~"), "fallingdotseq": ("rel", "~"),
    "risingdotseq": ("rel", "~"), "thickapprox": ("rel", "~"), "equiv": ("rel", "="), "doteq": ("rel", "~"),
    "leftarrow": ("rel", "<-"), "longleftarrow": ("rel", "<-"), "mapsto": ("rel", "<-"), "longmapsto": ("rel", "<-"),
    "leadsto": ("sep", "arrow"), "rightsquigarrow": ("sep", "arrow"), "over": ("over", ""),
    "gets": ("rel", "<-"), "coloneqq": ("rel", "<-"), "longrightarrow": ("sep", "arrow"),
    "partial": ("diff", ""),
    "frac": ("frac", ""), "dfrac": ("frac", ""), "tfrac": ("frac", ""), "cfrac": ("frac", ""), "sqrt": ("sqrt", ""),
    "langle": ("open", "⟨"), "rangle": ("close", "⟨"),
    "lbrace": ("open", "("), "rbrace": ("close", ")"), "lbrack": ("open", "("), "rbrack": ("close", ")"),
    "neq": ("bad", ""), "ne": ("bad", ""), "quad": ("sep", "wide"), "qquad": ("sep", "wide"), "hfill": ("sep", "wide"),
    "par": ("sep", "wide"),
    "newline": ("sep", "row"), "cr": ("sep", "row"), "tabularnewline": ("sep", "row"),
    "Rightarrow": ("sep", "arrow"), "implies": ("sep", "arrow"),
    "Longrightarrow": ("sep", "arrow"), "rightarrow": ("sep", "arrow"), "to": ("sep", "arrow"),
    "therefore": ("sep", "arrow"), "because": ("sep", "arrow"), "iff": ("sep", "arrow"), "item": ("sep", "item"),
    "Leftrightarrow": ("sep", "arrow"), "land": ("sep", "arrow"), "ldots": ("bad", ""), "dots": ("bad", ""),
    "gt": ("cmp", ">"), "lt": ("cmp", "<"), "ge": ("cmp", ">="), "geq": ("cmp", ">="), "le": ("cmp", "<="),
    "leq": ("cmp", "<="),
    "cdots": ("bad", ""), "pm": ("bad", ""), "mp": ("bad", ""), "prod": ("bad", ""),
}  # fmt: skip
LONG_ARROWS = {"xrightarrow", "xRightarrow", "xlongrightarrow", "xmapsto"}  # with something written at them
FONTS = {
    "mathrm", "mathbf", "mathit", "mathcal", "mathsf", "boldsymbol", "bm", "mathscr", "mathfrak", "operatorname",
    "mathbb", "rm", "bf", "vect", "bvec", "vb", "vv", "mat", "symbf",
}  # fmt: skip
SILENT = {
    "checkmark", "qed", "blacksquare", "square",
    "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "displaystyle",
    "textstyle", "boxed", "fbox", "alert", "structure", "highlight", "hl",
    "underbrace", "overbrace", "underline", "limits", "nonumber", "notag", "hline",
    "toprule", "midrule", "bottomrule",
    "scriptstyle", "scriptscriptstyle", "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large",
    "LARGE", "huge", "Huge", "strut", "mathstrut", "smash", "normalfont", "mathopen", "mathclose", "mathord",
    "pause", "onslide", "noindent", "indent", "smallskip", "medskip", "bigskip", "newpage", "clearpage", "leavevmode",
    "protect", "ensuremath", "displaylimits", "nolimits", "raggedright", "hfil", "hss", "vfill", "nobreak", "relax",
    "enspace", "enskip", "thinspace", "medspace", "negthinspace", "thickspace", "allowbreak", "dotfill", "hrulefill",
    "bfseries", "itshape", "sffamily", "allowdisplaybreaks", "centering", "color", "hspace", "vspace", "label",
    "tag", "left.",
}  # fmt: skip
WITH_JUNK = {
    "color",
    "hspace",
    "vspace",
    "label",
    "tag",
    "textcolor",
    "colorbox",
    "documentclass",
    "usepackage",
}
TEXTS = {
    "text",
    "textbf",
    "textit",
    "textrm",
    "textsf",
    "textsc",
    "textnormal",
    "mbox",
    "texttt",
    "section",
    "subsection",
    "paragraph",
    "intertext",
    "shortintertext",
}
GRADIENT_NAMES = (  # what programs call the gradient of the output: w_grad, grad_w
    regex(r"([A-Za-z]\w*?)_(?:grad(?:ient)?|deriv(?:ative)?)"),
    regex(r"(?:grad(?:iente?)?|partial|deriv(?:ative)?|d|delta|δ)_(?:(?:of|d[eiu]|von|wrt|for)_)?([A-Za-z]\w*)"),
)
DERIVATIVE_NAME = regex(  # and that of any node: derivative_f_wrt_w
    r"(?:grad(?:ient)?|deriv(?:ative)?|partial|d)_(?:of_)?(\w+)_(?:wrt|by|w_r_t)_(\w+)", re.IGNORECASE
)
DERIVATIVES = regex(r"(?:partial|par|[pdtof])*(?:derivative|deriv|der|diff|dv|pd|dd|frac|partial|par)[ps]?")
BOLD = {"mathbf", "boldsymbol", "bm", "bf", "vec", "vect", "bvec", "vb", "vv", "mat", "symbf"}  # courses' own too
STRUCK = {"cancel", "xcancel", "bcancel", "sout", "st"}  # what is struck through is no part of an equation
HATS = {"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "vec": "", "dot": "dot"}

_MARKS = {"\u0302": "hat", "\u0304": "bar", "\u0305": "bar", "\u0303": "tilde", "\u0307": "dot"}

HIGH = regex("⁽[⁰¹²³⁴-⁹]{1,2}⁾")  # z⁽¹⁾
_SIGNS_HIGH = str.maketrans("⁽⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁾", "(-0123456789)")
LOW_LETTERS = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"  # of an index: zₒᵤₜ
_SUBS = str.maketrans(f"₀₁₂₃₄₅₆₇₈₉{LOW_LETTERS}₊₋", "0123456789aehijklmnoprstuvx+-")


def lowered(raised: str) -> str:
    """Return what is set high in letters of its own, in ordinary ones: "(1)" of "⁽¹⁾"."""
    return raised.translate(_SIGNS_HIGH)


ENDS_LOW = regex(r"[^\W\d_]\w*(?<!_)_")  # y_, which is another than y
_LONE = regex(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")  # the ŷ of ŷ_1, not the û of coût


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Reduce any way of writing a name to one: no font, no braces, no underscores within, Greek letters spelled."""
    name = re.sub(
        r"\\(?:text|textrm|textnormal|mathrm|mathbf|mathit|mathcal|rm|textbf|mathsf|left|right|b?vect?|boldsymbol|bm|bf|vb|vv|mat|symbf"
        r"|to|(?:long)?rightarrow)\b|→|->",  # from where to where: w_{h1 \to o} is w_h1o
        "",
        name.translate(_SUBS),
    )
    if "⁽" in name:
        name = HIGH.sub(lambda raised: "^" + lowered(raised.group()), name)
    if not name.isascii():
        name = _LONE.sub(lambda letter: unmarked(letter.group()), name)
    name = "".join(GREEK.get(letter, letter) for letter in name)
    found = re.sub(r"\\[!,;:> ]|\.(?=\})|[\\{}_\s]", "", name)  # \text{nouv.}
    return f"{found}_" if ENDS_LOW.fullmatch(name) else found


def marked(letter: str) -> str:
    """Return what a letter with a mark is called, yhat for ŷ, with "?" for another mark; "" for one without a mark."""
    parts = unicodedata.normalize("NFD", letter)
    return GREEK.get(parts[0], parts[0]) + _MARKS.get(parts[1:], "?") if len(parts) > 1 else ""


def unmarked(identifier: str) -> str:
    """Return an identifier with its marked letters spelled out: dL_dyhat for dL_dŷ."""
    if identifier.isascii():
        return identifier
    return "".join(letter if "?" in (told := marked(letter)) else told or letter for letter in identifier)


_SIGNAL = regex(r"delta(?:\^?\d|\^\(\d\)|\^\[\d\])")


def signals(number: str) -> tuple[str, ...]:
    """Return what the error signal of a neuron or layer with a number is called, in plain form."""
    return f"delta{number}", f"delta^({number})", f"delta^[{number}]", f"delta^{number}"


def is_signal(name: str) -> bool:
    """Whether a name in plain form is that of an error signal with a number."""
    return _SIGNAL.fullmatch(name) is not None


_UNIT = regex(r"delta(?:(\d)\^[(\[]?(\d)[)\]]?|\^[(\[](\d)[)\]](\d))")


def unit_of_signal(name: str) -> tuple[str, str] | None:
    """Return the layer and the number of a neuron of which a name in plain form is the error signal: delta2^(1)."""
    found = _UNIT.fullmatch(name)
    return (found[2] or found[3], found[1] or found[4]) if found else None


# Environments that hold mathematics, whether or not dollars stand around them.
DISPLAY = {
    name + star
    for name in ("align", "aligned", "alignat", "equation", "gather", "gathered", "multline", "split", "eqnarray",
                 "displaymath", "math", "array", "tabular", "flalign", "cases", "dmath")
    for star in ("", "*")
}  # fmt: skip
MATRICES = {"matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "smallmatrix"}
_STATE_WORDS = tuple(word for word in (*NEW, *OLD) if len(word) > 2)


def state_suffix(index: str, *, backward: bool) -> tuple[str, str] | None:
    """Split an index such as "1new" or "1,0" into the name's index and the state, new or old."""
    if "," in index:
        first, _, last = index.partition(",")
        state = (
            "new"
            if last in {*NEW, "1"} or (backward and last == "t")
            else "old"
            if last in OLD
            else ""
            if last in NOW
            else None
        )
        return (first, state) if state is not None else None
    if index.endswith(_STATE_WORDS):
        for word in _STATE_WORDS:
            if index.endswith(word) and len(index) > len(word):
                return index[: -len(word)], "new" if word in NEW else "old"
    return None
