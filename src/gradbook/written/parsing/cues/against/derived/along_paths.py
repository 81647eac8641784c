"""Along paths: what some paths bring to a derivative is a part of it: "df/dx (via a) = 3", "df/dx = 3 (path 1)".

Where all paths lead through what is named, or there is one path only, it is all of it: "df/dw = 6 (via q)".
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AND, SIGNS, Role, bare
from gradbook.written.parsing.cues.around.surroundings import PASSING, Surroundings
from gradbook.written.parsing.grammar.draft import Draft

ALONG_PATH = "what one path brings"
PATHS = frozenset({
    "path", "paths", "branch", "branches", "routes", "pfade", "wege", "zweige", "chemins", "caminos", "ramas",
    "caminhos", "ramos", "percorsi", "rami", "paden", "sciezki", "пути", "ветви", "route", "pfad", "weg", "zweig",
    "chemin", "branche", "camino", "rama", "caminho", "ramo", "percorso", "pad", "sciezka", "galaz", "путь", "ветвь",
    "путем", "duong", "nhanh", "yol", "dal", "jalur", "cabang",
    "路径", "路徑", "分支", "支路", "経路", "経由", "經由", "경로", "가지",
})  # fmt: skip
_DRAWS = PATHS | {"soft"}
_LEADS = (
    frozenset({"经", "经过", "經過", "通过", "通過", "por", "par", "per", "przez", "qua", "from", "along"}) | PASSING
)
_WHICH = frozenset({
    "first", "second", "third", "one", "other", "upper", "lower", "left", "right", "top", "bottom", "only", "single",
    "alone", "erster", "erste", "zweiter", "zweite", "oberer", "obere", "unterer", "untere", "ein", "eine", "nur",
    "premier", "premiere", "deuxieme", "superieur", "superieure", "inferieur", "inferieure", "un", "une",
    "seulement", "seul", "primer", "primera", "primero", "segundo", "segunda", "superior", "inferior", "uno", "una",
    "solo", "primeiro", "primeira", "um", "uma", "so", "primo", "prima", "secondo", "seconda", "superiore",
    "inferiore", "eerste", "tweede", "bovenste", "onderste", "een", "alleen", "pierwsza", "druga", "gorna", "dolna",
    "tylko", "первый", "второй", "только", "第一", "第二", "一", "条", "首先",
})  # fmt: skip
_PARTS = frozenset({
    "data", "reg", "regularization", "regularisation", "regularizer", "regulariser", "regularisierung",
    "regularizacion", "regularizacao", "regolarizzazione", "penalty", "decay",
    "indirect", "indirekt", "indirecte", "indirecto",
    "direct", "part", "term", "contribution", "share", "partial contribution", "direkt", "teil", "teilbeitrag",
    "beitrag", "summand", "directe", "partie", "terme", "directo", "directa", "parte", "termino",
    "contribucion", "direto", "direta", "termo", "contribuicao", "diretto", "diretta", "termine", "contributo", "deel",
    "bijdrage", "bezposrednio", "czesc", "skladnik", "wklad", "часть", "вклад", "слагаемое", "напрямую", "直接", "部分",
    "贡献", "项", "寄与", "項", "직접", "기여", "ruta", "rota", "rotta",
})  # fmt: skip
_JOINS = frozenset({Role.ARTICLE, Role.OF})
_NAMES = frozenset({"name", "num", "op", "rel"})
_MOST = 8  # tokens behind an equation that name its path


def along_path(around: Surroundings, number: int, head: Node | None, lexicon: Lexicon) -> str:
    """Return whether brackets at a derivative, or words behind it, name some of its paths, and not all."""
    if around.silent:
        return ""
    if isinstance(head, Derivative) and head.of != head.by and _is_only(head, lexicon.operands):
        return ""
    draft = around.drafts[number]
    sign = next((at for at in range(draft.first, draft.last) if around.tokens[at].kind == "rel"), draft.first)
    end = around.behind(number) if isinstance(head, Derivative) else sign
    asides = [(at, inner) for at, inner in around.asides if draft.first < at <= end]
    inside = [inner for at, inner in asides if at <= sign]
    if isinstance(head, Derivative) and not any(sign < at <= draft.last and _is_path(inner) for at, inner in asides):
        # "= -4 (via p) + 1 (direct)" is of its terms
        inside += [inner for at, inner in asides if at > draft.last and not _is_of_term(inner)]
        before = [] if _adds_up(draft) else [_said_before(around, number)]  # "-4 is one part: dh/dx = -4 - 1"
        inside += [*_said_behind(around, number), *before]
    return ALONG_PATH if any(_is_path(inner) and not _is_all(inner, head, lexicon) for inner in inside) else ""


def _is_of_term(inside: Sequence[Token]) -> bool:
    """Whether what is said in brackets is said of a number: "= 2x + 1 (the +1 is from the direct path)"."""
    said = [token for token in inside if not token.edge and token.role is not Role.ARTICLE]
    signed = bool(said) and said[0].kind == "op"
    return [token.kind for token in said[signed : signed + 2]] == ["num", "rel"]


def _adds_up(draft: Draft) -> bool:
    """Whether an equation adds numbers up, so that no single path is meant: "dh/dx = -4 + (-1) = -5"."""
    for side in draft.sides[1:-1]:
        plus = any(token.kind == "op" and token.text in "+-" and place for place, token in enumerate(side))
        if plus and not any(token.kind == "name" for token in side):
            return True
    return False


def _said_behind(around: Surroundings, number: int) -> Iterator[list[Token]]:
    """Yield the words right behind an equation, if they begin as those that name a path: "through a only"."""
    begin = around.drafts[number].last + 1
    said: list[Token] = []
    for token in around.tokens[begin : begin + _MOST]:
        drawn = bool(said) and bare(said[-1].text) in _DRAWS  # arrows and names stood there
        if (token.edge and not drawn) or (not said and token.text == "comma"):
            continue
        if not said and not (token.kind == "word" and (token.text in _LEADS or bare(token.text) in _LEADS)):
            return
        if token.kind == "sep" and not (said and token.text in ("arrow", "soft")):
            break
        said.append(token)
    if said and said[1:]:
        yield said


def _said_before(around: Surroundings, number: int) -> list[Token]:
    """Return what stands before an equation in its line, or in a line above that ends in a colon: "Path 1:"."""
    first = around.drafts[number].first
    start = around.line_start(first)
    said = [token for token in around.tokens[start:first] if not token.edge and token.text != "colon"]
    above = [token for token in around.tokens[max(0, start - _MOST) : start] if token.kind != "sep" or not token.edge]
    if not said and [token.text for token in above[-2:]] == ["colon", "line"]:
        return [token for token in around.tokens[around.line_start(start - 1) : start] if token.kind != "sep"]
    return said


def _is_path(inside: Sequence[Token]) -> bool:
    """Whether tokens say a way through the graph and nothing else: "via a", "path 1", "the path x → a → f"."""
    words = [token for token in inside if token.kind == "word" and token.role not in _JOINS and token.text not in AND]
    nodes = [token for token in inside if token.kind in _NAMES]
    others = [token for token in inside if token.kind not in (*_NAMES, "word", "sep")]
    texts = [bare(word.text) for word in words]
    known = all(text in PATHS | _WHICH | _PARTS or word.text in _LEADS for text, word in zip(texts, words, strict=True))
    led = any(text in PATHS or word.text in _LEADS for text, word in zip(texts, words, strict=True))
    alone = led and bool(SIGNS.match(words[0].text))
    part = not _PARTS.isdisjoint(texts)
    which = bool(nodes) or alone or _is_drawn(inside) or not _WHICH.isdisjoint(texts)
    return known and not others and (part or (led and which))


def _is_all(inside: Sequence[Token], head: Node | None, lexicon: Lexicon) -> bool:
    """Whether no path of a derivative passes by what is named, or several are: "one through z and one direct"."""
    if not isinstance(head, Derivative):
        return False
    if any(
        token.text in AND and _is_path(inside[:at]) and _is_path(inside[at + 1 :]) for at, token in enumerate(inside)
    ):
        return True
    drawn = any(token.text == "arrow" for token in inside)
    ends = (head.of, head.by) if drawn or _is_drawn(inside) else ()
    named = {token.node.name for token in inside if token.kind == "name" and isinstance(token.node, Symbol)}
    named.difference_update(ends)
    return bool(named) and not lexicon.leads(head.of, head.by, named)


def _is_drawn(inside: Sequence[Token]) -> bool:
    """Whether arrows and names stood among tokens: "from path b → c → e"."""
    return any(one.edge and other.edge for one, other in pairwise(inside))


def _is_only(head: Derivative, operands: Mapping[str, Sequence[str]]) -> bool:
    """Whether one path only leads from a node down to another."""
    counts = {head.by: 1}
    for node, below in operands.items():  # in the order of the graph
        if node != head.by:
            counts[node] = sum(counts.get(name, 0) for name in below)
    return counts.get(head.of, 0) <= 1
