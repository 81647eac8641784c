"""Totals: what several contributions to one gradient come to, said in a sentence of its own.

dL/dw has two parts: directly -12, through e -12. Total: -24.
"""

from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import (
    ends_sentence,
    last_seen,
    past_number,
    seen,
    sentence_end,
    sentence_start,
)
from gradbook.written.parsing.grammar.parser import quantity

TOTALS = bare_words(
    "total totals totaling together altogether sum sums summed adding added combined overall gesamt zusammen "
    "insgesamt summe macht addiert somme total ensemble additionné suma sumado sumados sumando juntos soma somando "
    "somados juntas somma totale sommando insieme razem suma łącznie итого сумма сумме всего вместе samen totaal som "
    "opgeteld toplam toplamda toplarsak 合计 总和 总共 共 加起来 相加 합계 합 합치면 총합 合計 合わせて totalt sammen "
    "tillsammans summa yhteensä juntas conjunto tout celkem dohromady součet összesen összeg împreună suma σύνολο "
    "άθροισμα μαζί tổng cộng jumlah jumlahnya totalnya разом сума усього jodo jumla المجموع مجموع कुल योग ukupno "
    "zajedno zbroj zbir укупно заједно збир общо сбор spolu celkom súčet ביחד יחד kul milakar "
    "মোট মিলিয়ে যোগফল รวม รวมเป็น kabuuan"
)
SHARES = bare_words(
    "contribution contributions part parts path paths term terms route routes branch branches way ways piece pieces "
    "beiträge beitrag teile anteile pfade wege terme partie parties chemin chemins termes contribución contribuciones "
    "partes caminos términos vías contribuição contribuições caminhos termos contributo contributi parti percorsi "
    "cammini termini bijdragen delen paden"
)
_SEVERAL = bare_words(
    "two three four several both zwei drei mehrere deux trois plusieurs dos tres varios varias dois duas três due tre "
    "diversi twee drie"
)
_FAR = 90  # tokens between the parts and what they come to
_LONGEST = 14  # tokens of a derivative
_SENTENCE = 3  # a quantity, a verb and a number


def comes_to(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "Total: -24" behind the parts of one gradient as that gradient."""
    last = last_seen(before)
    begins = last < 0 or before[last].kind == "sep" or before[last].role in (Role.LINK, Role.FOR)
    number = seen(tokens, at + 1)
    while number < len(tokens) and (
        tokens[number].kind == "rel" or tokens[number].text == "colon" or tokens[number].role is Role.LINK
    ):
        number = seen(tokens, number + 1)
    end = past_number(tokens, number)
    if not begins or not end or not (end >= len(tokens) or ends_sentence(tokens[end]) or tokens[end].text == "comma"):
        return None
    node = _parted(before, lexicon)
    if node is None:
        return None
    head = Token("der", tokens[at].text, tokens[at].start, tokens[at].end, node)
    return [head, Token("rel", "=", tokens[at].end, tokens[at].end)], number


def _parted(before: list[Token], lexicon: Lexicon) -> Derivative | None:
    """Return the gradient of which the last tokens name several parts, if nothing speaks against it."""
    first = max(0, len(before) - _FAR)
    for place in range(len(before) - 1, first, -1):
        token = before[place]
        if token.role in AGAINST_IT or (token.kind == "sep" and token.text == "heading"):
            return None
        counted = token.kind == "word" and bare(token.text) in SHARES and bare(before[place - 1].text) in _SEVERAL
        if counted:
            return _differentiated(before[sentence_start(before, place) : place - 1], lexicon)
    return None


def _differentiated(said: list[Token], lexicon: Lexicon) -> Derivative | None:
    """Return the derivative that a sentence is about, or the one by the quantity that it names first."""
    said = [token for token in said if not token.edge]
    for start in range(len(said)):
        for end in range(min(len(said), start + _LONGEST), start, -1):
            node = quantity(said[start:end], lexicon)
            if isinstance(node, Derivative):
                return node
            if isinstance(node, Symbol) and node.name != lexicon.output and node.name in lexicon.cone(lexicon.output):
                return Derivative(lexicon.output, node.name)
    return None


def adds_up(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "dL/dx collects two contributions: -1 + 3 = 2" as "dL/dx = -1 + 3 = 2"."""
    colon = seen(tokens, at + 1)
    if len(before) < _SENTENCE or bare(before[-1].text) not in _SEVERAL or before[-2].kind != "word":
        return None
    named = last_seen(before, len(before) - 2)
    if colon >= len(tokens) or tokens[colon].text != "colon" or named < 0 or before[named].kind in ("word", "sep"):
        return None
    end = sentence_end(tokens, colon)
    side = tokens[colon + 1 : end]
    sign = next((n for n, token in enumerate(side) if token.kind == "rel"), 0)
    plain = all(token.kind != "word" and token.text not in ("comma", "colon") for token in side[:sign])
    if not sign or not plain or not any(token.text == "+" for token in side[:sign]):
        return None
    del before[-2:]
    return [Token("rel", "=", tokens[at].start, tokens[at].end)], colon + 1
