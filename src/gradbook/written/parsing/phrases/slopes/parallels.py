"""Parallel lists are as many equations as there are quantities: "df/dx and df/dy are 0.6 and 0.4"."""

from dataclasses import replace

from gradbook.graph.expression import Derivative, Number
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ALMOST, TOO
from gradbook.written.lexing.words.dictionary import AND, NO_CLAIM, OPERATIONS, UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.lexing.words.lists.prepositions import WITH, WITHOUT
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.grammar.brackets import listed, matches, relates
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, past_spelled, seen, sentence_start
from gradbook.written.parsing.grammar.parser import quantity
from gradbook.written.parsing.phrases.speech.attributions import of_somebody
from gradbook.written.parsing.phrases.speech.counts import is_later
from gradbook.written.parsing.phrases.speech.remarks import negates

_LEADS = (Role.LINK, Role.FILLER, Role.REASON)
_PASSED = (Role.FILLER, Role.PLAIN, Role.ARTICLE)
_SAYS = {("rel", "="), ("rel", "is"), ("rel", "~"), ("sep", "colon")}
_NOW = bare_words("now then jetzt nun dann maintenant alors ahora luego agora ora adesso nu")
_BESIDE = EACH | TOO | _NOW  # words between the verb and the number
_OF_OTHERS = (Role.LOCAL, Role.UPSTREAM, Role.OTHER, Role.OLD, Role.BEFORE, Role.PLUS, Role.TIMES)
_MADE_OF = frozenset({
    "tổng", "tích", "toplamı", "çarpımı", "farkı", "ortalaması", "jumlah", "hasil kali", "selisih", "rata-rata",
    "sum", "product", "difference", "ratio", "mean", "average", "norm", "summe", "produkt", "somme", "produit", "suma",
    "producto", "soma", "produto", "somma", "prodotto", "som",
})  # fmt: skip
_OF_NEXT = frozenset({"name", "der", "new", "num", "diff", "frac", "nabla"})
_BEGINS_LIST = frozenset({"num", "op", "word", "sep", "open"})
LISTING = AND | {"comma"}  # what stands between numbers that are listed
_NEAR = 3  # words behind a number that say of how many it is
_MOST = 80  # tokens of the quantities


def slopes_of(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the gradients of x and y are" and "the partials with respect to x, y:" as the derivatives by each."""
    if tokens[at].role not in (Role.SLOPE, Role.SLOPES, Role.PARTIAL):
        return None
    named: list[Token] = []
    joined = led = False
    place = at + 1
    while place < min(at + _MOST, len(tokens)) and not (named and relates(tokens[place])):
        token = tokens[place]
        if token.role in (Role.OF, Role.FOR, Role.BY):
            of_output = named == [token for token in named if token.name == lexicon.output]
            if not (of_output or joined):
                return None
            named, led = named if joined else [], True  # "for u and for c"
        elif token.name:
            if named and not joined:
                return None
            named, joined = [*named, token], False
        elif is_and(token) and named:
            joined = True
        elif not _is_passed(token):
            return None
        place += 1
    if not led or len(named) < 2 or joined or place >= len(tokens) or not relates(tokens[place]):
        return None
    if any(token.role in _OF_OTHERS or is_later(token) for token in before[sentence_start(before, len(before)) :]):
        return None  # "the local gradients of x and y", "the second derivatives by x and y"
    each, number = _of_each(tokens, at, place + 1, before)
    found: list[Token] = []
    for token in named:
        edge = token.start
        found += [Token("rel", "is", edge, edge), *each] if found and each else []
        found += [Token("sep", "comma", edge, edge)] if found else []
        by = Derivative(lexicon.output, token.name)
        found.append(Token("der", token.text, token.start, token.end, by))
    if each:
        return [*found, Token("rel", "=", tokens[place].start, tokens[place].end)], number
    behind = next((p for p in range(place + 1, len(tokens)) if not _is_passed(tokens[p])), place)
    if listed(tokens, behind)[0] == len(named):
        start, end = tokens[at].start, named[-1].end
        found = [Token("open", "(", start, start), *found, Token("close", ")", end, end)]
    return [*found, Token("rel", "=", tokens[place].start, tokens[place].end)], place + 1


def _of_each(tokens: list[Token], at: int, place: int, before: list[Token]) -> tuple[list[Token], int]:
    """Return the one number that is said of each, "the gradient by w and b is 6", and its place; none if none is."""
    begin = next((p for p in range(place, len(tokens)) if bare(tokens[p].text) not in EACH), place)
    numbers, end = numbers_from(tokens, begin)
    words = [bare(token.text) for token in tokens[place : end + _NEAR]]
    told = tokens[at].role is Role.SLOPE or not EACH.isdisjoint(words)
    lead = before[sentence_start(before, len(before)) :]
    other = any(
        token.role in (*_OF_OTHERS, *NO_CLAIM)
        or token.text in _MADE_OF
        or token.kind == "rel"
        or (token.kind == "word" and token.role in UNKNOWN)
        for token in lead
    )
    if len(numbers) != 1 or not told or other or not is_claimed(tokens, at, end):
        return [], place
    return numbers[0], begin


def in_parallel(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens in which each quantity of a list stands beside its own number."""
    found: list[Token] = []
    at = 0  # what stands before is done
    for place, token in enumerate(tokens):
        if token.kind not in ("rel", "sep") or place < at or (token.kind, token.text) not in _SAYS:
            continue
        if place + 1 == len(tokens) or tokens[place + 1].kind not in _BEGINS_LIST:
            continue
        begin = place + 1
        while begin < len(tokens) and (bare(tokens[begin].text) in _BESIDE or tokens[begin].role is Role.FILLER):
            begin += 1
        if any(bare(other.text) in ALMOST for other in tokens[place + 1 : begin]):
            continue  # "almost all 0"
        numbers, end = _spelled(tokens, begin) or numbers_from(tokens, begin)
        for several in (_printed(tokens, place + 1), _bracketed(tokens, begin)) if len(numbers) < 2 else ():
            numbers, end = several if len(several[0]) > 1 else (numbers, end)
        alike = len(numbers) == 1
        of_each = any(bare(other.text) in EACH for other in tokens[place + 1 : begin])  # "q, r: both 3"
        if not numbers or (alike and token.kind == "sep" and not of_each):
            continue
        quantities, start = _quantities(tokens, place, lexicon, 0 if alike else len(numbers))
        if alike:
            lead = max(at, last_seen(tokens, start))
            lead += ends_sentence(tokens[lead])
            each = _says_each([*tokens[lead:place], *tokens[place + 1 : end + _NEAR]])
            each = each or _are_joined(tokens, start, place, end, quantities)
            bare_list = token.kind == "sep" and not _is_all_of_line(tokens, start, end, quantities)
            said = each and not (bare_list or _is_denied(tokens, start, end))
            numbers = numbers * len(quantities) if said and len(quantities) > 1 else []
        if start < at or not numbers or len(quantities) != len(numbers) or not is_claimed(tokens, start, end):
            continue
        found += tokens[at:start]
        for number, (name, value) in enumerate(zip(quantities, numbers, strict=True)):
            edge = value[0].start
            found += [Token("sep", "comma", edge, edge)] if number else []
            found += [*name, Token("rel", "=" if token.kind == "sep" else token.text, edge, edge), *value]
        at = end
    return [*found, *tokens[at:]] if at else tokens


def _are_joined(tokens: list[Token], start: int, sign: int, end: int, quantities: list[list[Token]]) -> bool:
    """Whether a whole clause gives one number to derivatives that nothing else joins: "so df/dx and df/dy are 0".

    Of two with a comma between them, the first may be of what stands before.
    """
    if len(quantities) < 2 or _are_values(quantities):
        return False
    behind, lead = seen(tokens, end), last_seen(tokens, start)
    while (
        lead >= 0 and tokens[lead].kind == "word" and tokens[lead].role in _LEADS and bare(tokens[lead].text) not in AND
    ):
        lead = last_seen(tokens, lead)
    while behind < len(tokens) and bare(tokens[behind].text) in TOO:
        behind = seen(tokens, behind + 1)
    apart = lead > 0 and bare(tokens[lead].text) in AND and tokens[lead - 1].text == "comma"  # "df/db = 2, and df/dx"
    begins = lead < 0 or ends_sentence(tokens[lead]) or tokens[lead].text == "colon" or apart
    ends = behind == len(tokens) or ends_sentence(tokens[behind])
    joints = [token for token in tokens[start:sign] if is_and(token)]
    joined = len(joints) == len(quantities) - 1 and (len(joints) > 1 or joints[-1].kind == "word")
    return begins and ends and joined


def _is_all_of_line(tokens: list[Token], start: int, end: int, quantities: list[list[Token]]) -> bool:
    """Whether a list with a colon is a whole sentence, of derivatives: "w, x: both 0" may be values."""
    begins = start == 0 or ends_sentence(tokens[start - 1])
    ends = end == len(tokens) or ends_sentence(tokens[end])
    return begins and ends and not _are_values(quantities)


def _are_values(quantities: list[list[Token]]) -> bool:
    """Whether a quantity of a list is named by its node alone, so that it may be a value."""
    return any(len(name) == 1 and name[0].name for name in quantities)


def _is_denied(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a number is not said of each, "are not zero both", or more stands behind it, "both zero plus 4"."""
    denied = any(token.kind == "word" and negates(token.text) for token in tokens[start:end])
    behind = next((token for token in tokens[end:] if not token.edge), None)
    goes_on = behind is not None and (behind.kind in ("op", "num", "name") or behind.role in OPERATIONS)
    return denied or goes_on or (behind is not None and behind.text in WITHOUT)


def _spelled(tokens: list[Token], at: int) -> tuple[list[list[Token]], int] | None:
    """Return a number in words at a place as numbers that are listed, "are both zero", and the place behind it."""
    value = DICTIONARY.value(tokens[at].text) if past_spelled(tokens, at) else None
    if value is None or (at + 1 < len(tokens) and relates(tokens[at + 1])):
        return None  # "all three are 0"
    return [[Token("num", tokens[at].text, tokens[at].start, tokens[at].end, Number(value))]], at + 1


def _says_each(tokens: list[Token]) -> bool:
    """Whether words beside a list say one number of each, up to the end of the sentence: "both q and r are 3"."""
    end = next((place for place, token in enumerate(tokens) if ends_sentence(token)), len(tokens))
    return any(bare(token.text) in EACH for token in tokens[:end] if token.kind == "word")


def is_claimed(tokens: list[Token], start: int, end: int) -> bool:
    """Whether no word before or behind a list speaks against it: it would be of one of its equations only."""
    begin = next((p + 1 for p in range(start - 1, -1, -1) if ends_sentence(tokens[p]) or tokens[p].kind == "num"), 0)
    behind = range(end, len(tokens))
    close = next((p for p in behind if ends_sentence(tokens[p]) or tokens[p].kind in _OF_NEXT), len(tokens))
    words = [token for token in tokens[begin:start] if token.kind == "word"]
    follows = [token for token in tokens[end:close] if token.kind == "word"]
    somebodys = of_somebody(words) or any(is_given_name(word.text.capitalize()) for word in follows)  # "zéro chez Léa"
    named = any(token.kind == "bad" for token in tokens[end:close])  # "both zero (Ben)"
    return not (somebodys or named or any(word.role in NO_CLAIM for word in (*words, *follows)))


def is_and(token: Token) -> bool:
    """Whether a token joins two of a list."""
    return (token.kind == "sep" and token.text == "comma") or (token.kind == "word" and bare(token.text) in AND)


def _is_passed(token: Token) -> bool:
    return token.edge or (token.kind == "word" and token.role in _PASSED)


def numbers_from(tokens: list[Token], at: int) -> tuple[list[list[Token]], int]:
    """Return the numbers that are listed from a place on, and the place behind; none where more than numbers follow."""
    numbers: list[list[Token]] = [[]]
    joined = False
    end = at
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "num" and not any(t.kind == "num" for t in numbers[-1]):
            numbers[-1].append(token)
            end = at + 1
        elif token.kind == "op" and token.text in "+-" and not numbers[-1]:
            numbers[-1].append(token)
        elif is_and(token) and (numbers[-1] or joined):
            numbers, joined = ([*numbers, []] if numbers[-1] else numbers), True
        elif not _is_passed(token):
            break
        at += 1
    if not numbers[-1]:
        numbers.pop()
    while at < len(tokens) and tokens[at].kind == "rel" and tokens[at].text == "is":  # a particle: "10, 8이 됩니다"
        at += 1
    follows = tokens[at] if at < len(tokens) else None
    whole = follows is None or follows.kind == "word" or (follows.kind == "sep" and follows.text != "arrow")
    return (numbers, end) if whole and all(n[-1].kind == "num" for n in numbers) else ([], at)


def _printed(tokens: list[Token], at: int) -> tuple[list[list[Token]], int]:
    """Return the numbers from a place on that only blanks part, as programs print them: "7.5 -10.0", not "7.5 - 10"."""
    numbers: list[list[Token]] = []
    while at < len(tokens):
        boxed = tokens[at].kind == "open"  # tensor(-10.)
        begin = at + boxed
        signed = begin < len(tokens) and tokens[begin].text == "-"
        number = tokens[begin : begin + 1 + signed]
        whole = bool(number) and number[-1].kind == "num" and (not signed or number[0].end == number[-1].start)
        end = begin + len(number) + boxed
        if not whole or (boxed and [token.kind for token in tokens[end - 1 : end]] != ["close"]):
            break
        if numbers and tokens[at - 1].end == tokens[at].start:
            break
        numbers.append(number)
        at = end
    ends = at == len(tokens) or (tokens[at].kind == "sep" and tokens[at].text not in ("arrow", "comma"))
    return (numbers, at) if ends else ([], at)


def _bracketed(tokens: list[Token], at: int) -> tuple[list[list[Token]], int]:
    """Return the numbers of a list in square brackets from a place on, and the place behind; none where more stands."""
    end = matches(tokens).get(at, 0) if tokens[at : at + 1] and tokens[at].text == "[" else 0
    if not end or (end + 1 < len(tokens) and not ends_sentence(tokens[end + 1]) and tokens[end + 1].text != "line"):
        return [], at  # "[3, -4] swapped"
    inside = tokens[at + 1 : end]
    for numbers, stop in (numbers_from(inside, 0), _printed(inside, 0)):
        if len(numbers) > 1 and stop == len(inside):
            return numbers, end + 1
    return [], at


def _quantities(tokens: list[Token], at: int, lexicon: Lexicon, count: int) -> tuple[list[list[Token]], int]:
    """Return the quantities that are listed before a place, and where they begin; none where it is another number."""
    spans: list[list[Token]] = [[]]
    start = place = at
    while place > max(0, at - _MOST):
        token = tokens[place - 1]
        if is_and(token):
            if not spans[0] or quantity(spans[0], lexicon) is None:
                break
            start = place
            spans.insert(0, [])
        elif token.kind in ("rel", "word", "sep") and not _is_passed(token):
            break
        elif not _is_passed(token):
            spans[0].insert(0, token)
        place -= 1
    if spans[0] and quantity(spans[0], lexicon) is not None:
        start = next(at for at in range(place, len(tokens)) if tokens[at] is spans[0][0])  # what leads to it stays
    else:
        spans.pop(0)
    led = tokens[start - 1] if start else None  # "with respect to x and y"
    if (
        not spans
        or len(spans) != (count or len(spans))
        or (led is not None and led.role in (Role.BY, Role.OF, Role.FOR))
        or _is_taken(tokens, start, at, spans)
    ):
        return [], at
    if len(spans[0]) == 1 and spans[0][0].kind == "new":  # the new x and y
        spans = [[_new(span[0])] if len(span) == 1 and span[0].name else span for span in spans]
    return spans, start


def _is_taken(tokens: list[Token], start: int, at: int, spans: list[list[Token]]) -> bool:
    """Whether a list is what another thing is found with: "with w' and b' the predictions are 1.15 and 1.9"."""
    lead = next((tokens[p] for p in range(start - 1, -1, -1) if not _is_passed(tokens[p])), None)
    if lead is None or lead.kind != "word" or bare(lead.text) not in WITH:
        return False
    last = max((p for p in range(start, at) if tokens[p] in spans[-1]), default=at)
    return any(token.kind == "word" and token.role is not Role.FILLER for token in tokens[last:at])


def _new(token: Token) -> Token:
    return replace(token, kind="new", node=New(token.name))
