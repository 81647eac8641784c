"""Along paths: what one path brings to a derivative is a part of it: "df/dx (via a) = 3", "df/dx (path 1) = 3"."""

from collections.abc import Sequence

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import SIGNS, Role, bare
from gradbook.written.parsing.cues.around.surroundings import PASSING, Surroundings

ALONG_PATH = "what one path brings"
_PATHS = frozenset({
    "path", "branch", "route", "pfad", "weg", "zweig", "chemin", "branche", "camino", "rama", "caminho", "ramo",
    "percorso", "pad", "sciezka", "galaz", "путь", "ветвь", "путем", "duong", "nhanh", "yol", "dal", "jalur", "cabang",
    "路径", "路徑", "分支", "支路", "経路", "経由", "經由", "경로", "가지",
})  # fmt: skip
_LEADS = frozenset({"经", "经过", "經過", "通过", "通過", "por", "par", "per", "przez", "qua"}) | PASSING
_NAMES = frozenset({"name", "num", "op", "rel"})


def along_path(around: Surroundings, number: int) -> str:
    """Brackets that name a path, between a derivative and its first sign."""
    if not around.asides:
        return ""
    draft = around.drafts[number]
    sign = next((at for at in range(draft.first, draft.last) if around.tokens[at].kind == "rel"), draft.first)
    return ALONG_PATH if any(draft.first < at <= sign and _is_path(inside) for at, inside in around.asides) else ""


def _is_path(inside: Sequence[Token]) -> bool:
    """Whether tokens say a way through the graph and nothing else: "via a", "path 1", "the path x → a → f"."""
    words = [token for token in inside if token.kind == "word" and token.role is not Role.ARTICLE]
    nodes = [token for token in inside if token.kind in _NAMES]
    others = [token for token in inside if token.kind not in (*_NAMES, "word", "sep")]
    led = bool(words) and all(bare(word.text) in _PATHS or word.text in _LEADS for word in words)
    alone = led and bool(SIGNS.match(words[0].text))
    return led and not others and (bool(nodes) or alone)
