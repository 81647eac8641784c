"""Titles: what the head of a column (or row) says that its cells give of a quantity."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare
from gradbook.written.notation import NEW, OLD, VALUE_NOUNS
from gradbook.written.parsing.cues.against.step_counts import OTHER_METHODS, of_several
from gradbook.written.parsing.cues.aims import AIMS
from gradbook.written.parsing.phrases.speech.turns import NOUNS, turns
from gradbook.written.parsing.tables.grids.alterations import altered
from gradbook.written.parsing.tables.grids.checks import compares_gradients
from gradbook.written.parsing.tables.grids.grids import Cell
from gradbook.written.parsing.tables.grids.whose import counts_work, is_own, is_person, of_somebody_or_work

_SIGNED = regex(
    r"\\[dt]?frac\s*\{\s*(?:\\(?:mathrm|rm)\s*\{?\s*)?d\s?\}?\w*\s*\}\s*\{\s*(?:\\(?:mathrm|rm)\s*\{?\s*)?d(?![a-z]{3})|\\partial|∂"
    r"|\bd\s?\w*\s*/\s*d|backward|backprop|rückwärts|grad(?!e[sd]?\b|ing\b|uat|ual)|deriv|dériv|slope|ableit|afgeleid|pochodn|производн|градиент"
    r"|^\W*(?:adjoints?|adjunt[ao]s?|adjungierte|cotangents?|bars?|bwd|(?:v|x|u)[\u0304\u0305]|\\(?:bar|overline)\s*\{?\s*v\s*\}?"
    r"|d_? ?\(?(?:out|output|loss|cost|L|E|J)\)?|error signals?)\W*$|đạo hàm|türev|gradyan|turunan|gradien"
    r"|sensitivit|sensibili[td]|微分|勾配|逆伝播|逆伝搬|反向|反传|역전파|역방향",
    re.IGNORECASE,
)
_CHAIN = regex(
    r"chain|kettenregel|chaîne|cadena|cadeia|catena|ketting|łańcuch"
    r"|chuỗi|dây chuyền|zincir|rantai|цепоч|цепн|链式|連鎖|연쇄",
    re.IGNORECASE,
)
_RESULT = regex(
    r"^\W*$|value|ve[ck]tor|vettor|vecteur|result|answer|number|forward|wert|valeur|valor|solution|ergebnis|resultat|lösung"
    r"|\bsum\b|total|summe|somme|\bsuma\b|\bsoma\b|résultat|risultat|réponse|respuesta|resposta|risposta|\boutput\b|salida|saída|sortie|ausgabe|uscita"
    r"|giá trị|kết quả|đáp|đầu ra|değer|sonuç|cevap|çıktı|nilai|hasil|jawab|keluaran"
    r"|decimals?\b|decimali|decimales|casas decimais|décimales|dezimal|rounded|gerundet|arrondi|redondead"
    r"|arredondad|arrotondat|小数|소수|반올림"
    r"|waarde|uitkomst|resultaat|uitvoer|wartość|wynik|значени|результат|ответ|выход|输出|出力|출력|值|结果|結果|答案|값|결과|=",
    re.IGNORECASE,
)
_WORK = regex(
    r"formula|expression|calcul|work|equation|comput|operation|defin|rule|chain|step|formel|fórmula|rechnung|cálculo"
    r"|calcolo|équation|ecuación|equação|regel|règle|regla|regra|regola"
    r"|công thức|biểu thức|phép|tính|hesap|işlem|formül|denklem|kural|hitung|rumus|persamaan|aturan"
    r"|formule|berekening|formuł|wzór|obliczeni|działani|формул|вычислени|расч[её]т|公式|计算|計算|算式|계산|공식|식",
    re.IGNORECASE,
)
_WHY = regex(
    r"\W*(?:why|reason|because|warum|weshalb|grund\b|begründung|pourquoi|raison|por ?qu[éeê]|razón|razão|perch[éè]"
    r"|motivo|waarom|reden|dlaczego|powód|почему|причина|tại sao|lý do|neden|mengapa|alasan|なぜ|理由|为什么"
    r"|原因|이유|왜)",
    re.IGNORECASE,
)
_CHANGE = regex(
    r"delta|change|Δ|^[\s$]*\d*[.,]\d+[ ]?[x×*·][ ]?[^\W\d_]{3}|^[\s$]*[-−]\s*(?:\\(?:eta|alpha)\b|η|α|lr\b)"
    r"|\bdiff(?:erence|erenz)?\b|différence|diferen|differenza|abweich|écart|scarto|verschil|różnic"
    r"|sai lệch|chênh lệch|fark|selisih|perubahan|разност|差|오차",
    re.IGNORECASE,
)
_STEPS = regex(r"step|schritt|paso|passo|stap|krok|шаг|bước|adım|langkah", re.IGNORECASE)
_MOVED = regex(
    r"[\w}$]\s*[-−]\s*[^-−]*(?:\\partial|∂|\\nabla|∇|grad|\bd\s?\w*\s*/\s*d)", re.IGNORECASE
)  # w - lr * dL/dw
_ELEMENTARY = regex(r"\bel[eé]m(?:\.|enta(?:ry|ire|r\w*)\b)|элементарн|基本|기본", re.IGNORECASE)
_BY_PLACE = regex(r"(?i)[\W_]*[d∂]\s*/\s*[d∂]\s*\(?\s*(?:first|second|left|right|1st|2nd|lhs|rhs)\s*\)?[\W_]*")  # local
SAID = frozenset({*NO_CLAIM, Role.BEHIND, Role.OTHER, Role.EXAMPLE})
_FORWARD = regex(r"\b(?:operation|computation|calculation|formula|rule|function)\b", re.IGNORECASE)  # local ones
_VALUES = VALUE_NOUNS | {"output", "number", "forward"}  # that a quantity itself has
_AGAINST = SAID - {Role.CONDITION} | {Role.AGAINST, Role.PART, Role.MINUS}
_BY_IT = regex(r"\b(?:danach|dazu)\b", re.IGNORECASE)  # "Ableitung von L danach"
_PASSED_ON = regex(r"downstream|outgoing|passed|sent|weitergegeben|ausgehend|sortant|saliente|uscita", re.IGNORECASE)
_STATE = regex(r"[\s$]*[^\W\d_]\s*[_^]\s*\{?\s*(?:\\(?:text|mathrm)\s*\{\s*)?([^\W\d_]+)\s*\}{0,2}[\s$]*")  # w_{new}
_WAS = regex(r"(?i)\W*(?:было|was|bisher|était|było|bylo)\W*")
_NOW = regex(r"(?i)\W*(?:стало|is now|bec[ao]mes?)\W*")
_UNTITLED = Cell("", 0, ())
_PASSES = {"avant": Role.VALUES, "arriere": Role.SLOPE}
_ITERATION = regex(
    r"\W*(?:(?:t|k|n|epoch|iteration|iter|epoche|époque|época|epoca|itération|iteración|iteração|iterazione|эпоха|epoka)\s*=?\s*)?"
    r"[01]\W*",
    re.IGNORECASE,
)
_OF_START = frozenset({Role.OLD, Role.BEFORE, Role.STEP, Role.ARTICLE, Role.VALUES})
_BEGIN_STEPS = frozenset({Role.OLD, Role.WEIGHT, Role.BIAS, Role.VALUES, Role.BEFORE, Role.ARTICLE})
_INPUTS = frozenset({
    "its", "own", "the", "input", "inputs", "eingabe", "eingang", "entree", "entrees", "entrada", "entradas",
    "ingresso", "invoer", "вход", "输入", "入力", "입력",
})  # fmt: skip


class Sense(Enum):
    """What a title says of the cells under it."""

    RESULT = auto()
    WORK = auto()  # a formula or a calculation
    SLOPE = auto()
    NEW = auto()
    START = auto()  # the rows of an iteration: 0, 1
    MOVED = auto()
    LOCAL = auto()  # or what was before the step
    OTHER = auto()
    UNKNOWN = auto()


def sense_of(title: Cell) -> Sense:
    """Return what a title says; of a formula what it is of: "new = old - 0.1 * gradient", "new (old - step)"."""
    if (formula := _formula(title)) and not _is_step(formula):
        return Sense.OTHER
    if formula and len(formula) == len(title.tokens):
        return Sense.NEW
    if _is_chain_product(title):
        return Sense.SLOPE
    named = title
    title = _before_bracket(_before_sign(title))
    text = title.text
    if is_rate(title) or _is_operand(title) or counts_work(title):
        return Sense.OTHER
    state = found[1] if (found := _STATE.fullmatch(text)) else ""
    new = title.says(Role.NEW, Role.AFTER) or any(token.kind == "new" for token in title.tokens)
    new = new and not (says_slope(title) and _BY_IT.search(text))
    new = new or _NOW.fullmatch(text) is not None or state in NEW
    new = new or (title.says(Role.STEP) and not _STEPS.search(text) and not altered(title.tokens))  # "update size"
    if (title.says(Role.UPSTREAM, Role.OTHER, Role.EXAMPLE, *NO_CLAIM) or _CHANGE.search(text)) and not new:
        return Sense.OTHER
    if _ITERATION.fullmatch(text):
        return Sense.START if "0" in text else Sense.MOVED
    old = title.says(Role.LOCAL, Role.OLD, Role.BEFORE) or state in OLD or _WAS.fullmatch(text) is not None
    if old or _BY_PLACE.fullmatch(text) or (_ELEMENTARY.search(text) and says_slope(title)):
        return Sense.LOCAL
    if any(count > 1 for _, count in turns(title.tokens, NOUNS)) or of_several(title.tokens):  # "after 50 steps" too
        return Sense.OTHER
    if new or _MOVED.search(text):
        return Sense.NEW
    if altered(title.tokens):
        return Sense.OTHER
    if _WHY.match(text):  # "Why the backward pass needs it"
        return Sense.UNKNOWN
    if says_slope(title):
        return Sense.OTHER if of_somebody_or_work(named) else Sense.SLOPE
    if _RESULT.search(text):
        return Sense.RESULT
    return Sense.WORK if _WORK.search(text) else Sense.UNKNOWN


def _is_chain_product(title: Cell) -> bool:
    """Whether a title speaks of the product that a gradient is: "upstream × local", "gradient (local × upstream)"."""
    roles = [token.role for token in title.tokens if token.kind == "word"]
    factors = [role for role in roles if role in (Role.UPSTREAM, Role.LOCAL)]
    multiplied = any(token.kind == "op" and token.text == "*" for token in title.tokens)
    return multiplied and sorted(factors) == sorted((Role.UPSTREAM, Role.LOCAL)) and _AGAINST.isdisjoint(roles)


def multiplies(titles: Sequence[Cell]) -> bool:
    """Whether results stand behind upstream and local derivatives, and none before: "upstream | local | result".

    Behind local ones alone a result can only be their product with what comes from above: "variable | local | result".
    """
    factors = [at for at, title in enumerate(titles) if title.says(Role.UPSTREAM, Role.LOCAL)]
    if any(_FORWARD.search(titles[at].text) for at in factors):
        return False
    senses = [sense_of(title) if title.text.strip() else Sense.UNKNOWN for title in titles]
    valued = bool(titles) and any(bare(token.text) in _VALUES for token in titles[-1].tokens)  # "local | value"
    local = factors and not valued and not any(title.says(Role.UPSTREAM) for title in titles)
    if local and senses[factors[-1] + 1 :] == [Sense.RESULT] and Sense.SLOPE not in senses:
        return Sense.RESULT not in senses[: factors[-1]]
    if not all(any(title.says(role) for title in titles) for role in (Role.UPSTREAM, Role.LOCAL)):
        return False
    behind = any(sense is not Sense.OTHER for sense in senses[factors[-1] + 1 :]) or _passed_on(titles) is not None
    return behind and Sense.SLOPE not in senses and Sense.RESULT not in senses[: factors[-1]]


def _passed_on(titles: Sequence[Cell | None]) -> int | None:
    """Return the place of the title of what is handed down, "downstream", behind upstream and local derivatives."""
    said = [title or _UNTITLED for title in titles]
    at = next((at for at, title in enumerate(said) if at > 1 and _PASSED_ON.search(title.text)), None)
    factors = [role for role in (Role.UPSTREAM, Role.LOCAL) if any(title.says(role) for title in said[:at])]
    return at if at is not None and len(factors) > 1 else None


def of_passes(titles: list[Cell]) -> list[Cell]:
    """Return titles with "avant" for the forward pass, and "arrière" for its gradients, where both are."""
    said = {bare(token.text): token for title in titles for token in title.tokens if token.kind == "word"}
    if not said.keys() >= _PASSES.keys():
        return titles
    return [
        replace(title, tokens=tuple(replace(t, role=_PASSES.get(bare(t.text), t.role)) for t in title.tokens))
        for title in titles
    ]


def is_elementary(title: Cell) -> bool:
    """Whether a title speaks of elementary operations, or of their derivatives."""
    return _ELEMENTARY.search(title.text) is not None


def is_rate(title: Cell) -> bool:
    """Whether a title is the learning rate and nothing else: "Learning rate (η)"."""
    kinds = {token.kind for token in title.tokens if not token.edge}
    return "rate" in kinds and kinds <= {"rate", "open", "close"}


def _is_operand(title: Cell) -> bool:
    """Whether a title says "input" and nothing else: of what a weight is multiplied by."""
    words = [bare(token.text) for token in title.tokens if not token.edge]
    return bool(words) and all(word in _INPUTS for word in words)


def senses_of(titles: Sequence[Cell | None]) -> list[Sense | None]:
    """Return what the titles of a row's cells say.

    The "current value" is the value where none speaks of a new one, and what is "before" where one is of a step.
    """
    senses = [sense_of(title) if title is not None else None for title in titles]
    if Sense.MOVED in senses and sum(_counts_on(title) for title in titles) > 1:
        return [Sense.OTHER if sense is Sense.MOVED else sense for sense in senses]  # "epoch 1", "epoch 1 (corrected)"
    for at in compares_gradients([title or _UNTITLED for title in titles]):
        senses[at] = Sense.SLOPE if senses[at] is not Sense.OTHER else senses[at]
    if (down := _passed_on(titles)) is not None:
        senses[down] = Sense.SLOPE
    if any(title is not None and is_own(title) for title in titles):  # beside the "solution" of others
        senses = [Sense.UNKNOWN if sense is Sense.RESULT else sense for sense in senses]
    both = list(zip(titles, senses, strict=True))
    stepped = any(sense is Sense.NEW and title is not None and title.says(Role.STEP) for title, sense in both)
    told = [sense for sense in senses if sense in (Sense.LOCAL, Sense.SLOPE, Sense.NEW)]
    stepped = stepped or told == [Sense.LOCAL, Sense.SLOPE, Sense.NEW]  # "before | slope | after"
    if not stepped and (Sense.NEW in senses or Sense.MOVED in senses):  # "old | new" may be an answer that is corrected
        return senses
    now, says = (Sense.START, _is_start) if stepped else (Sense.RESULT, _is_current)
    return [now if sense is Sense.LOCAL and title is not None and says(title) else sense for title, sense in both]


def _counts_on(title: Cell | None) -> bool:
    """Whether a title begins with what counts the first step."""
    begins = _ITERATION.match(title.text) if title is not None else None
    return begins is not None and "1" in begins.group()


def _is_start(title: Cell) -> bool:
    """Whether a title speaks of what was before a step, and of nothing else: "before", "old value"."""
    said = [token for token in title.tokens if not token.edge]
    return title.says(Role.OLD, Role.BEFORE) and all(t.role in _OF_START or bare(t.text) in VALUE_NOUNS for t in said)


def _is_current(title: Cell) -> bool:
    """Whether a title speaks of values as they are now, and of no derivative."""
    return title.says(Role.OLD) and bool(_RESULT.search(title.text)) and not says_slope(title)


def _before_sign(title: Cell) -> Cell:
    sign = next((at for at, token in enumerate(title.tokens) if token.kind == "rel" and token.text != "is"), 0)
    said = title.tokens[:sign]
    if not any(token.kind in ("word", "new") for token in said):
        return title
    return Cell(title.text[: title.tokens[sign].start - title.start], title.start, said)


def _before_bracket(title: Cell) -> Cell:
    """Return a title for new values without the formula that stands behind it in brackets."""
    formula = _formula(title)
    bracket = len(title.tokens) - len(formula) - 2
    if len(formula) in (0, len(title.tokens)):
        return title
    start = title.tokens[bracket].start - title.start
    return Cell(title.text[:start], title.start, title.tokens[:bracket])


def _formula(title: Cell) -> Sequence[Token]:
    """Return the formula in brackets behind a title for new values, or that is all of it; none where there is none."""
    if title.tokens and title.tokens[0].role is Role.OLD and any(token.text == "-" for token in title.tokens[1:2]):
        return title.tokens  # "old - 0.1 * gradient"
    bracket = next((at for at, token in enumerate(title.tokens) if token.kind == "open"), 0)
    said, inside = title.tokens[:bracket], title.tokens[bracket:]
    new = any(token.role is Role.NEW for token in said) and all(token.kind == "word" for token in said)
    closed = new and inside[-1].kind == "close" and any(token.kind == "op" for token in inside)
    return inside[1:-1] if closed else ()


def _is_step(inside: Sequence[Token]) -> bool:
    """Whether a formula may be one step of descent: "old - rate * gradient", and not "step 2 - ...", "..., epoch 7"."""
    said = [token for token in inside if not token.edge]
    operations = [token.text for token in said if token.kind == "op"]
    apart = any(token.kind == "sep" for token in said) or any(count > 1 for _, count in turns(said, NOUNS))
    counted = any(token.kind == "word" and token.text[:1].isdigit() for token in said)
    numbers = [at for at, token in enumerate(said) if token.kind == "num"]
    rates = numbers == [] or numbers == _rate_places(said)
    told = any(token.role in SAID or bare(token.text) in AIMS or bare(token.text) in OTHER_METHODS for token in said)
    begins = said[0].kind != "word" or said[0].role in _BEGIN_STEPS
    return begins and operations[:1] == ["-"] and not (apart or counted or told) and rates


def rate_in(title: Cell) -> Number | None:
    """Return the number that a title says the rate of its step to be: "new (old - 0.1 * gradient)"."""
    formula = _formula(title)
    rates = [formula[at].node for at in _rate_places(formula)]
    return next((rate for rate in rates if isinstance(rate, Number)), None)


def _rate_places(said: Sequence[Token]) -> list[int]:
    """Return the places of the numbers of a step that are its rate: "old - 0.1 * gradient"."""
    found = []
    for at, token in enumerate(said):
        behind = next((other for other in said[at + 1 :] if other.kind != "op"), None)
        rated = behind is not None and (behind.kind == "rate" or behind.role is Role.RATE)
        if token.kind == "num" and at and said[at - 1].text == "-" and behind is not None and not rated:
            found.append(at)
    return found


def count_of(title: Cell) -> str:
    """Return the number of a row that a title is: "1" of "t = 1"; other text where it is none."""
    return title.text.strip(" \t*$()t=k")


def is_count(title: Cell) -> bool:
    """Whether a title only counts rows."""
    return count_of(title).isdecimal()


def says_slope(title: Cell) -> bool:
    """Whether a title speaks of derivatives, or only says by what is differentiated: "w.r.t."."""
    only_by = [token.role for token in title.tokens if not token.edge] == [Role.BY]
    return bool(_SIGNED.search(title.text)) or title.says(Role.SLOPE, Role.SLOPES) or only_by


def counts_rounds(title: Cell) -> bool:
    """Whether a title says that the column under it counts epochs or samples."""
    words = [token for token in title.tokens if not token.edge]
    return len(words) == 1 and words[0].kind == "word" and bare(words[0].text) in NOUNS


def says_chain(title: Cell) -> bool:
    """Whether a title speaks of the chain rule, so that the table is one of derivatives."""
    return bool(_CHAIN.search(title.text))


def meant(node: Node, sense: Sense, title: Cell, lexicon: Lexicon) -> Node | None:
    """Return what of a quantity cells under a title give; None where that is nothing to claim."""
    match node, sense:
        case _, Sense.OTHER:
            return None
        case (New(), Sense.START) | (Derivative(), Sense.MOVED):
            return None
        case Symbol(name), Sense.START:
            return node if name in lexicon.operands else None
        case Symbol(name), Sense.MOVED:
            return New(name) if name in lexicon.inputs or name in lexicon.operands else None
        case Symbol(), Sense.LOCAL:
            return None
        case Symbol(name), Sense.NEW:
            return New(name)
        case Symbol(name), Sense.SLOPE:
            return Derivative(_differentiated(title, lexicon), name)
        case Derivative(), Sense.NEW:
            return None
        case Derivative(), Sense.LOCAL:
            direct = node.by in lexicon.operands.get(node.of, ())  # no other has a local derivative
            return node if direct and says_slope(title) else None
        case New(), Sense.SLOPE | Sense.LOCAL | Sense.MOVED:
            return None
    return node


def is_step(title: Cell) -> bool:
    """Whether a title speaks of the step, and not of what is before it or after it."""
    return title.says(Role.STEP) and not title.says(Role.NEW, Role.AFTER, Role.BEFORE)


def works_out_input(sense: Sense, node: Node, lexicon: Lexicon) -> bool:
    """Whether cells calculate what is given, which only its step can be."""
    return sense is Sense.WORK and isinstance(node, Symbol) and node.name in lexicon.inputs


def _differentiated(title: Cell, lexicon: Lexicon) -> str:
    """Return the node whose derivative a title speaks of, as in "∂q/∂·" and "gradients of q"; else the output."""
    before = None
    for token in title.tokens:
        if isinstance(token.node, Derivative) and token.node.by in lexicon.operands and "/" not in title.text:
            return token.node.by  # "gradient of q", which is read as one by q
        differs = before is not None and (before.kind == "diff" or before.role is Role.OF)
        if differs and token.name in lexicon.operands:
            return token.name
        if token.kind not in ("group", "op"):
            before = token
    return lexicon.output


def against(head: Cell) -> str:
    """Return what is said against the quantity at the head of a row, "wrong q" or "Ben's q"; empty for nothing."""
    words = [token for token in head.tokens if token.kind == "word"]
    said = any(word.role in _AGAINST for word in words)
    return head.text.strip() if said or altered(head.tokens) else ""


def against_all(titles: Sequence[Cell]) -> str:
    """Return what a title says against all of its table, or whose that is; empty for nothing."""
    said = (title for title in titles if title.says(*SAID - {Role.CONDITION, Role.BEHIND}) or is_person(title))
    return next((title.text.strip() for title in said), "")
