"""Gradients on their way: "the gradient flowing into x", "what arrives at x", "x's is", "6 flows into x".

What comes along may be one path's share of several, so that it counts where it fits only.
"""

from dataclasses import replace

from gradbook.graph.expression import Derivative
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import SAMES
from gradbook.written.lexing.words.dictionary import HARMLESS, Role, bare
from gradbook.written.lexing.words.lists.prepositions import WITHOUT
from gradbook.written.parsing.grammar.edges import last_seen, past_number, seen, sentence_start
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.slopes.nouns import named
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.getting import RECEIVES
from gradbook.written.parsing.phrases.slopes.received.shares import (
    ALSO,
    TOWARDS,
    by_gate,
    gradient_by,
    is_and,
    is_qualified,
)
from gradbook.written.parsing.phrases.speech.remarks import negates

MOVES = frozenset({
    "flows", "flow", "flowing", "flowed", "arrives", "arriving", "arrived", "reaches", "reaching", "reached", "comes",
    "coming", "goes", "going", "passes", "passing", "passed", "sent", "lands", "landing", "enters", "entering", "hits",
    "hitting", "travels", "travelling", "traveling", "travelled", "propagates", "propagating", "propagated",
    "backpropagates", "backpropagated", "returns", "returning", "returned", "handed", "delivered", "routed", "sitting",
    "sits", "ends", "ending", "gets", "getting", "runs", "running", "received", "seen",
    "fließt", "fliesst", "fließende", "ankommt", "ankommende", "kommt", "geht", "läuft",
    "arrive", "arrivant", "coule", "passe", "remonte", "parvient", "llega", "fluye", "pasa", "chega", "passa", "flui",
    "arriva", "scorre", "fluisce", "aankomt", "stroomt", "komt", "dociera", "płynie", "trafia", "wpływa",
    "landet", "gelangt", "tocca", "spetta", "toca", "cabe", "revient", "приходит", "течёт", "идёт", "попадает",
})  # fmt: skip
_REACHES = frozenset({"reaches", "reaching", "reached", "enters", "entering", "hits", "hitting"})  # without "into"
PRONOUNS = frozenset({
    "what", "one", "that", "which", "der", "die", "das", "was", "celui", "celle", "ce", "el", "la", "lo", "o", "a",
    "quello", "quella", "ciò", "wat", "ten", "to", "co", "то",
})  # fmt: skip
_RELATIVES = frozenset({
    "that", "which", "der", "die", "das", "welcher", "qui", "que", "che", "dat", "który", "jaki", "который",
})  # fmt: skip
_ADVERBS = frozenset({
    "back", "backward", "backwards", "down", "on", "over", "finally", "then", "now", "zurück", "jetzt", "dann", "en",
    "ensuite", "alors", "entonces", "depois", "poi", "dan", "potem", "затем",
})  # fmt: skip
ADDRESSED = frozenset({
    "to", "into", "onto", "towards", "toward", "an", "zu", "nach", "à", "vers", "hacia", "verso", "naar", "aan", "do",
    "к", "传给", "传到", "传递给", "流向", "流到", "流给", "回传给", "回传到", "分给",
})  # fmt: skip
ARRIVES = frozenset(
    {"arrives", "arriving", "arrive", "arriva", "arrivent", "llega", "llegan", "chega", "chegam", "arrivano"}
)
_WHERE = frozenset({"at", "in", "on", "to", "a", "en", "al", "em", "ao", "à"})
HANDS = frozenset({  # on, to what stands behind: "copies 3 to h and to g"
    "pass", "passes", "passing", "copy", "copies", "copying", "send", "sends", "sending", "hand", "hands", "handing",
    "give", "gives", "giving", "distribute", "distributes", "distributing", "route", "routes", "routing", "forward",
    "forwards", "deliver", "delivers", "return", "returns", "propagates", "backpropagates", "transmits", "gibt",
    "geben", "leitet", "schickt", "kopiert", "verteilt", "reicht", "donne", "envoie", "transmet", "passe", "copie",
    "distribue", "da", "pasa", "envía", "copia", "reparte", "manda", "passa", "envia", "distribui", "distribuisce",
    "invia", "geeft", "stuurt", "kopieert", "kommt", "kommen", "gelangt", "gelangen", "komt", "komen",
})  # fmt: skip
_ONWARDS = _ADVERBS | {"straight", "unchanged", "each", "directly", "direkt", "unverändert", "of", "backwards", "tal"}
_HARDLY = frozenset({"nothing", "nichts", "rien", "nada", "niente", "rarely", "hardly", "barely", "selten", "kaum"})
_GROUPED = frozenset({"both", "each", "sowohl", "beide", "also", "auch"})
_TO_EACH = ADDRESSED | {"a", "al", "ao", "até", "on", "bei", "bij"}
_LINES = frozenset({"line", "block", "item", "heading"})
_BESIDE = (Role.ARTICLE, Role.WEIGHT, Role.BIAS, *HARMLESS)  # "the input node w"
_PRONOUN_BETWEEN = frozenset({"le", "lhe", "gli", "les", "lhes", "nous", "uns"})  # "a t le llega -1"
_ARRIVING = (Role.ARTICLE, Role.SLOPE, Role.SLOPES, Role.OF, Role.FILLER, Role.VALUES, Role.UPSTREAM)
_LIKEWISE = frozenset({"ebenfalls", "ebenso", "également", "igualmente", "ugualmente", "juste", "nur", "only", "noch"})
_MOST = 4  # words of one kind in a row


def arriving(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the gradient flowing into w", "the gradient that w receives" and, of gradients, "what arrives at w"."""
    slope = tokens[at].role is Role.SLOPE
    if not slope and not (tokens[at].text in PRONOUNS and goes_back(before)):
        return None
    if slope and before and before[-1].role in (Role.LOCAL, Role.UPSTREAM, Role.OTHER, Role.NEW):
        return None
    place = seen(tokens, at + 1)
    if slope and place + 1 < len(tokens) and tokens[place].role is Role.OF:
        place = seen(tokens, place + 1)
        if place >= len(tokens) or tokens[place].name != lexicon.output:
            return None
        place = seen(tokens, place + 1)
    relative = place < len(tokens) and tokens[place].text in _RELATIVES
    if relative:
        place = seen(tokens, place + 1)
    if (slope and relative) or tokens[at].text in ("what", "was", "wat", "co"):
        end = _received(tokens, place, lexicon)
        if end:
            return _gradient(tokens, at, end[0], end[1], lexicon)
    end = _moved(tokens, place, lexicon, verb=relative)
    return _gradient(tokens, at, end[0], end[1], lexicon) if end else None


def addressed(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read a line that begins with the quantity that something goes to as one of a gradient: "- to n: 1/9".

    What "arrives at n" may also come from below; it counts where it fits.
    """
    if tokens[at].text not in ADDRESSED | ARRIVES or not begins_line(tokens, at):
        return None
    lead = seen(tokens, at + 1) if tokens[at].text in ARRIVES else at
    if lead >= len(tokens) or (lead > at and bare(tokens[lead].text) not in _WHERE):
        return None
    found = _address(tokens, lead, lexicon)
    if not found:
        return None
    name, end = found
    slope = gradient_by(name, tokens[at].start, tokens[end - 1].end, lexicon)
    return [replace(slope, role=Role.ERROR) if lead > at else slope], end


def _address(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the quantity of "to n:" and the place of the sign behind it."""
    place = seen(tokens, at + 1)
    while place < len(tokens) and tokens[place].role in _BESIDE and not named(tokens[place], lexicon):
        place = seen(tokens, place + 1)
    name = named(tokens[place], lexicon) if place < len(tokens) else ""
    sign = seen(tokens, place + 1)
    signed = sign < len(tokens) and (tokens[sign].kind == "rel" or tokens[sign].text in ("colon", "arrow"))
    return (name, sign) if name and signed else None


def begins_line(tokens: list[Token], at: int) -> bool:
    """Whether a token is the first of its line."""
    place = at - 1
    while place >= 0 and tokens[place].edge:
        place -= 1
    return place < 0 or (tokens[place].kind == "sep" and tokens[place].text in _LINES)


def possessed(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "x's is 15" behind a gradient as one more."""
    if tokens[at].text != "s" or not before or not before[-1].name or before[-1].end + 1 != tokens[at].start:
        return None
    name, behind = before[-1], seen(tokens, at + 1)
    if behind >= len(tokens) or tokens[behind].text != "is" or not goes_back(before[:-1]):
        return None
    if name.name == lexicon.output:
        return None
    before.pop()
    node = Derivative(lexicon.output, name.name)
    return [Token("der", name.text, name.start, tokens[at].end, node, Role.SLOPE)], at + 1


def flowing(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "6 flows into w", where gradients are spoken of."""
    if tokens[at].text not in MOVES or not before:
        return None
    first = max(0, last_seen(before))
    if before[first].kind != "num":
        return None
    number = before[first]
    signed = first > 0 and before[first - 1].text == "-" and before[first - 1].end == number.start
    begin = first - signed
    lead = before[begin - 1] if begin else None
    same = lead is not None and lead.kind == "word" and bare(lead.text) in SAMES  # "the same 6 flows into w"
    if lead is not None and not (same or lead.kind == "sep" or lead.role in (Role.LINK, Role.ARTICLE, Role.FILLER)):
        return None
    end = _moved(tokens, at, lexicon, verb=False)
    if not end or not goes_back(before[:begin]):
        return None
    value = before[begin : first + 1]
    del before[begin:]
    head = gradient_by(end[0], value[0].start, value[0].start, lexicon)
    return [head, Token("rel", "is", value[0].start, value[0].start), *value], end[1]


def handed(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "copies 3 to h and to g" and "sends 3 back to h, and -6 to g", of gradients."""
    if tokens[at].text not in HANDS or not goes_back(before):
        return None
    if any(map(_denies, before[sentence_start(before, len(before)) :])):
        return None
    found: list[Token] = []
    begin, end, start = at + 1, 0, tokens[at].start
    while group := _handed_on(tokens, begin, lexicon):
        number, names, stop = group
        for name in names:
            head = gradient_by(name.name, start, number[0].start, lexicon)
            found += [Token("sep", "comma", start, start)] if found else []
            found += [head, Token("rel", "is", number[0].start, number[0].start), *number]
            start = name.start
        end = stop
        begin = _past_and(tokens, stop)
        if begin == stop:
            break
    if not end or is_qualified(tokens, end):
        return None
    by_gate(before)
    return found, end


def _denies(token: Token) -> bool:
    """Whether a word before a verb says that it is not done: "doesn't pass 3 to h", "nothing", "without passing"."""
    text = bare(token.text)
    return token.kind == "word" and (negates(token.text) or text in _HARDLY | WITHOUT)


def is_handing(tokens: list[Token], at: int) -> bool:
    """Whether a verb at a place goes on as "gives 3 to h" does, where "gives 3" says what comes out."""
    if tokens[at].text not in HANDS:
        return False
    place = _over(tokens, past_number(tokens, _over_words(tokens, at + 1)), _ONWARDS)
    name = seen(tokens, place + 1)
    return 0 < place < len(tokens) and tokens[place].text in _TO_EACH and name < len(tokens) and bool(tokens[name].name)


def _handed_on(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[list[Token], list[Token], int] | None:
    """Return the number and the quantities of "the gradient 3 back to h and to g", and the place behind them."""
    start = _over_words(tokens, at)
    stop = past_number(tokens, start)
    place = _over(tokens, stop, _ONWARDS) if stop else len(tokens)
    names: list[Token] = []
    end = stop
    while place < len(tokens):
        led = tokens[place].kind == "word" and tokens[place].text in _TO_EACH
        if not led and not names:
            return None
        place = seen(tokens, place + led)
        while (
            place < len(tokens)
            and not tokens[place].name
            and (tokens[place].role in _BESIDE or tokens[place].text in _GROUPED or tokens[place].edge)
        ):
            place += 1
        if place >= len(tokens) or tokens[place].kind != "name" or tokens[place].name == lexicon.output:
            break
        behind = seen(tokens, place + 1)
        if behind < len(tokens) and (tokens[behind].kind in ("op", "rel", "num", "open", "name")):
            break  # "to h and g is 3"
        names.append(tokens[place])
        end = place + 1
        place = _past_and(tokens, end)
        if place == end:
            break
    return (tokens[start:stop], names, end) if names else None


def _past_and(tokens: list[Token], at: int) -> int:
    """Return the place behind what joins a list: ", and also"; the same place where nothing does."""
    place = at
    while place < len(tokens) and (is_and(tokens[place]) or tokens[place].edge or tokens[place].text in ALSO):
        place += 1
    return place


def reached(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "bei y kommt ebenfalls 2 an", "su h arriva un gradiente di 2" and "chega a h o valor 2", of gradients."""
    if tokens[at].text not in MOVES or not goes_back(before):
        return None
    name, begin, number = _led_before(before), 0, seen(tokens, at + 1)
    if name is not None:
        begin = name[1]
    elif number < len(tokens) and tokens[number].text in TOWARDS:  # the verb first
        place = _over_words(tokens, seen(tokens, number + 1))
        if place >= len(tokens) or tokens[place].kind != "name":
            return None
        name, begin, number = (tokens[place], len(before)), len(before), seen(tokens, place + 1)
    else:
        return None
    number = _over_words(tokens, number)
    by = name[0].name
    if past_number(tokens, number) == 0 or by == lexicon.output or by not in lexicon.cone(lexicon.output):
        return None
    del before[begin:]
    head = gradient_by(by, min(name[0].start, tokens[at].start), max(name[0].end, tokens[at].end), lexicon)
    return [head, Token("rel", "is", head.end, head.end)], number


def _led_before(before: list[Token]) -> tuple[Token, int] | None:
    """Return the quantity of "at the node p" that ends what stands before, and where that begins; None for none."""
    place = last_seen(before)
    while place >= 0 and (before[place].text in _PRONOUN_BETWEEN or before[place].text in ALSO):
        place = last_seen(before, place)
    if place < 1 or before[place].kind != "name" or not before[place].name:
        return None
    lead = last_seen(before, place)
    while lead >= 0 and before[lead].role in _BESIDE and before[lead].text not in TOWARDS:
        lead = last_seen(before, lead)
    led = lead >= 0 and before[lead].kind == "word" and before[lead].text in TOWARDS
    return (before[place], lead) if led else None


def _over_words(tokens: list[Token], at: int) -> int:
    """Return the place behind articles and nouns for what arrives: "un gradiente di", "o valor"."""
    while at < len(tokens) and (
        tokens[at].edge or tokens[at].role in _ARRIVING or tokens[at].text in ALSO or tokens[at].text in _LIKEWISE
    ):
        at += 1
    return at


def _gradient(tokens: list[Token], at: int, name: str, end: int, lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Return the derivative by a quantity where a sign follows."""
    sign = end
    while sign < len(tokens) and (tokens[sign].edge or tokens[sign].role in (Role.LINK, Role.FILLER)):
        sign += 1
    if sign >= len(tokens) or not says(tokens[sign]):
        return None
    return [gradient_by(name, tokens[at].start, tokens[end - 1].end, lexicon)], end


def _received(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the quantity of "w receives", and the place behind it."""
    while at < len(tokens) and tokens[at].role in _BESIDE and not tokens[at].name:
        at += 1
    name = named(tokens[at], lexicon) if at < len(tokens) else ""
    verb = seen(tokens, at + 1)
    return (name, verb + 1) if name and verb < len(tokens) and tokens[verb].text in RECEIVES else None


def _moved(tokens: list[Token], at: int, lexicon: Lexicon, *, verb: bool) -> tuple[str, int] | None:
    """Return the quantity of "flowing back into the node w", and the place behind it."""
    if verb and at < len(tokens) and tokens[at].kind == "rel" and tokens[at].text == "is":  # "that is passed to w"
        at += 1
    at = _over(tokens, at, _ADVERBS)
    if at >= len(tokens) or tokens[at].text not in MOVES:
        return None
    reaches = tokens[at].text in _REACHES
    at = seen(tokens, at + 1)
    for _ in range(_MOST):
        word = tokens[at] if at < len(tokens) else None
        if word is None or word.kind != "word":
            break
        follows = seen(tokens, at + 1)
        led = word.text in TOWARDS or word.role in (Role.FOR, Role.BY)
        if led and not (follows < len(tokens) and tokens[follows].kind == "word" and tokens[follows].text in TOWARDS):
            reaches, at = True, follows
            break
        if not led and word.text not in _ADVERBS:
            break
        at = follows
    if not reaches:
        return None
    for _ in range(_MOST):
        if at >= len(tokens) or tokens[at].role not in _BESIDE or named(tokens[at], lexicon):
            break
        at = seen(tokens, at + 1)
    name = named(tokens[at], lexicon) if at < len(tokens) else ""
    if not name:
        return None
    behind = seen(tokens, at + 1)
    branch = behind < len(tokens) and tokens[behind].role is Role.PART_OF_GRAPH  # "the w branch"
    return name, (behind if branch else at) + 1


def _over(tokens: list[Token], at: int, words: frozenset[str]) -> int:
    while at < len(tokens) and (tokens[at].text in words or tokens[at].edge):
        at += 1
    return at
