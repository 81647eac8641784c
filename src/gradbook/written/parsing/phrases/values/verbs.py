"""Verbs that say what a quantity has: "q holds 10", "the product node outputs 10", "q comes out at 10, r at 8"."""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.notation import LOSS_WORDS, VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, last_seen, number_over, past_number
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back

HAVE = frozenset({
    "outputs", "output", "returns", "produces", "emits", "holds", "stores", "carries", "reads", "gets", "get", "gave",
    "shows", "werden",
    "liefert", "enthält", "hält", "renvoie", "sort", "produit", "contient", "devuelve", "produce", "contiene",
    "viene", "vale", "queda", "sale", "fica",
    "devolve", "produz", "contém", "restituisce", "geeft", "levert", "bevat", "zwraca", "daje", "выдаёт", "выдает",
})  # fmt: skip
WITH_VALUE = bare_words("bekommt erhält krijgt recebe recibe reçoit riceve receives")  # "den Wert 3"
_UNITS = frozenset({
    "node", "gate", "unit", "knoten", "gatter", "nœud", "nodo", "nó", "knoop", "węzeł", "узел",
    "nút", "düğüm", "düğümü", "simpul",
})  # fmt: skip
AGAIN = frozenset(
    {"at", "to", "bei", "auf", "zu", "à", "en", "em", "a", "op", "na", "para", "sur", "naar", "до", "на"}
)  # "q comes out at 10, r at 8"
_BEFORE_NUMBER = frozenset({Role.FILLER, Role.ARTICLE, Role.VALUES})
SINCE = frozenset({"니까", "이니까", "므로", "이므로", "라서", "이라서"})
ABOUT = frozenset({"约", "約", "大约", "大約", "약"})


def has(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q holds 10" as what q is, and "the product node outputs 10" as what the only product is."""
    place = at + 1
    while place < len(tokens) and (tokens[place].role is Role.ARTICLE or bare(tokens[place].text) in VALUE_NOUNS):
        place += 1
    valued = any(bare(token.text) in VALUE_NOUNS for token in tokens[at + 1 : place])
    told = tokens[at].text in HAVE or (valued and bare(tokens[at].text) in WITH_VALUE)
    number = number_over(tokens, place, _BEFORE_NUMBER) if told and before else 0
    if not number:
        return None
    place = max(0, last_seen(before))
    if isinstance(before[place].node, Derivative):
        return [Token("rel", "is", tokens[at].start, tokens[at].end)], number
    if goes_back(before):
        return None
    name, start = before[place].name, place
    if not name and place and before[place].text in _UNITS:
        name, start = _only(before[place - 1].text, lexicon), place - 1
    if name not in lexicon.operands:
        return None
    head = Token("name", before[start].text, before[start].start, before[place].end, Symbol(name))
    del before[start:]
    return [head, Token("rel", "is", tokens[at].start, tokens[at].end)], number


def of_kind(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the product node gives 10" as what the only product is."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in _UNITS or tokens[at + 2].kind != "rel" or goes_back(before):
        return None
    name = _only(tokens[at].text, lexicon)
    if not name or not number_over(tokens, at + 3, _BEFORE_NUMBER):
        return None
    return [Token("name", tokens[at].text, tokens[at].start, tokens[at + 1].end, Symbol(name))], at + 2


def as_before(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q comes out at 10, r at 8" and "q becomes 10 and r 8": the verb is said once."""
    again = at + (at + 1 < len(tokens) and tokens[at].role is Role.ARTICLE and bare(tokens[at + 1].text) in VALUE_NOUNS)
    if (
        not (again > at or tokens[at].text in AGAIN)
        or len(before) < 2
        or not number_over(tokens, again + 1, _BEFORE_NUMBER)
    ):
        return None
    name, parted = before[-1], before[-2]
    if not (name.name or isinstance(name.node, Derivative)):
        return None
    if not (parted.role is Role.LINK or (parted.kind == "sep" and parted.text in ("comma", "soft"))):
        return None
    since = next((i for i in range(len(before), 0, -1) if before[i - 1].text in SENTENCE_ENDS), 0)
    if any(token.role in NO_CLAIM for token in before[since:]):
        return None  # "it is false that q comes out at 10, r at 8"
    said = [token for token in before[since:-2] if token.kind == "rel"]
    if not said or said[-1].text != "is":
        return None
    return [Token("rel", "is", tokens[at].start, tokens[again].end)], again + 1


def _only(word: str, lexicon: Lexicon) -> str:
    """Return the only node that is calculated by an operation; "" where there is none, or several, or one unnamed."""
    op = OPERATION.get(bare(word), "")
    nodes = [name for name, own in lexicon.operations.items() if own == op]
    return nodes[0] if len(nodes) == 1 and nodes[0] not in lexicon.unnamed else ""


def about(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q 约 6", with no other sign, as "q is about 6"."""
    del lexicon
    name = last_seen(before)
    lead = last_seen(before, name) if name >= 0 else -1
    goes_on = lead >= 0 and before[lead].kind != "sep" and bare(before[lead].text) not in LOSS_WORDS
    end = past_number(tokens, at + 1)
    ends = end and (end >= len(tokens) or tokens[end].kind in ("sep", "close"))
    if name < 0 or before[name].kind not in ("name", "new") or goes_on or not ends:
        return None
    return [Token("rel", "is", tokens[at].start, tokens[at].end)], at + 1


def since(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "q는 2 * 3이니까 6" as a chain: Korean says "since" behind a calculation, and then what it comes to."""
    del lexicon
    last, end = last_seen(before), past_number(tokens, at + 1)
    ends = end and (end >= len(tokens) or tokens[end].kind in ("sep", "word"))
    if last < 1 or before[last].kind not in ("num", "close") or not ends:
        return None
    return [Token("rel", "=", tokens[at].start, tokens[at].end)], at + 1
