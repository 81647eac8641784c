"""Derivatives by the word for "with respect to" that begins them, or ends them where it stands behind its noun."""

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import PARTICLE, Role, bare, bare_words
from gradbook.written.notation import LOSS_WORDS
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.phrases.slopes.derivatives import BY_TOO, last_told, places_ahead
from gradbook.written.parsing.phrases.slopes.nouns import named

_CALLED = frozenset({  # what a quantity is called before its name: "with respect to the bias b"
    Role.PLAIN, Role.PART_OF_GRAPH, Role.ERROR, Role.WEIGHT, Role.BIAS, Role.NET, Role.SLOPE, Role.NUMBER,
})  # fmt: skip
_LEADS = frozenset({"colon", "arrow"})
_ONES = bare_words("one that celle diejenige die quella aquella aquela la a das")  # "the one with respect to w"


def by_behind(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "wに関するfの微分" and "w에 대한 f의 미분"."""
    if tokens[at].role is not Role.BY or not PARTICLE.search(tokens[at].text):
        return None
    back = last_seen(before) + 1
    rest = [i for i in places_ahead(tokens, at + 1, 8) if tokens[i].role not in (Role.BY, Role.OF)]
    if not back or not before[back - 1].name or len(rest) < 2 or tokens[rest[1]].role is not Role.SLOPE:
        return None
    of, by = named(tokens[rest[0]], lexicon), before[back - 1]
    if tokens[rest[0]].text in LOSS_WORDS:  # "w에 대한 손실의 기울기"
        of = lexicon.output
    if of not in lexicon.operands or of == by.name:
        return None
    del before[back - 1 :]
    return [Token("der", f"d{of}/d{by.name}", by.start, tokens[rest[1]].end, Derivative(of, by.name))], rest[1] + 1


def _leads(tokens: list[Token], rest: list[int], before: list[Token]) -> bool:
    """Whether a quantity stands alone between the beginning of a clause and a colon, or a verb."""
    last = next((token for token in reversed(before) if token.role is not Role.LINK and not token.edge), None)
    begins = last is None or (last.kind == "sep" and last.text not in ("wide", "arrow", "row"))
    if not rest or not tokens[rest[0]].name:
        return False
    meant = last is not None and bare(last.text) in _ONES and bare(tokens[rest[0] - 1].text) not in {*BY_TOO, "by"}
    if not (begins or (meant and last_told(before, over=True))):  # not "multiplying that by w"
        return False
    return _is_told(tokens, rest[0] + 1)


def _is_told(tokens: list[Token], at: int) -> bool:
    """Whether a colon, an arrow or a verb stands at a place, or behind what only links."""
    behind = next((t for t in tokens[at : at + 3] if not t.edge and t.role is not Role.LINK), None)
    return behind is not None and ((behind.kind == "sep" and behind.text in _LEADS) or behind.text == "is")


def _without_noun(tokens: list[Token], at: int, rest: list[int]) -> list[int]:
    """Return places without that of a noun behind "with respect to" by which a name that follows it is called."""
    called = len(rest) > 1 and tokens[rest[0]].kind == "word" and tokens[rest[0]].role in _CALLED
    plainly = called and bare(tokens[at].text) not in {*BY_TOO, "by"}  # not "by adding w: 6"
    return rest[1:] if plainly and tokens[rest[1]].name else rest


def _leader(before: list[Token]) -> int | None:
    """Return the place of a quantity that begins a clause and has at most its case behind it: "w'ye"."""
    back = next((n for n in range(len(before) - 1, -1, -1) if before[n].role is not Role.ARTICLE), -1)
    begins = back == 0 or (back > 0 and (before[back - 1].edge or before[back - 1].kind == "sep"))
    return back if begins and before[back].name else None


def by_first(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "对 w 的导数" and "w에 대한 미분" as the derivative of the output."""
    if tokens[at].role is not Role.BY:
        return None
    rest = [i for i in places_ahead(tokens, at + 1, 8) if tokens[i].role not in (Role.BY, Role.OF)]
    behind, back = PARTICLE.search(tokens[at].text) is not None, last_seen(before)
    if len(rest) > 1 and tokens[rest[0]].name and tokens[rest[1]].role is Role.SLOPE and not behind:
        by, start, last = tokens[rest[0]].name, tokens[at].start, rest[1]
    elif rest and tokens[rest[0]].role is Role.SLOPE and back >= 0 and before[back].name:
        by, start, last = before[back].name, before[back].start, rest[0]
    elif _leads(tokens, called := _without_noun(tokens, at, rest), before):  # "with respect to w: 6"
        by, start, last = tokens[called[0]].name, tokens[at].start, called[0]
    elif behind and (leader := _leader(before)) is not None and _is_told(tokens, at + 1):  # "w'ye göre: 6"
        back = leader
        by, start, last = before[back].name, before[back].start, at
    else:
        return None
    if by == lexicon.output:
        return None
    if back >= 0 and before[back].name == by and before[back].start == start:
        del before[back:]
    one = bool(before) and bare(before[-1].text) in _ONES
    told = last_told(before, over=one)  # "derivative of p by w: 4; by x: 0.5"
    of = told.node.of if told is not None and isinstance(told.node, Derivative) else lexicon.output
    node = Derivative(of if by in lexicon.cone(of) and by != of else lexicon.output, by)
    return [Token("der", f"d{node.of}/d{node.by}", start, tokens[last].end, node)], last + 1
