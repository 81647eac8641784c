"""Changes in words: "x goes from 0.5 to 0.42", "the loss falls from 0.85 to 0.47", "x goes 4 → 3.9".

What is told becomes what "x: 0.5 -> 0.42" says: the value before, which must be the right one, and the value after.
"""

from dataclasses import replace

from gradbook.graph.expression import Symbol
from gradbook.written.expression import New
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ALMOST
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.grammar.edges import last_seen, seen, sentence_end, sentence_start
from gradbook.written.parsing.grammar.signs import says
from gradbook.written.parsing.phrases.called.kinds import kind_of
from gradbook.written.parsing.phrases.values.moved.behind import is_calculation, number_behind
from gradbook.written.parsing.phrases.values.moved.new_values import weight_meant
from gradbook.written.parsing.phrases.values.moved.unmoved import letter
from gradbook.written.parsing.phrases.values.of_samples import behind_sample
from gradbook.written.parsing.phrases.values.outcomes import noun_of, output

# the words between which the value before stands, and the one after behind them
FROM_TO: dict[str, frozenset[str]] = {
    first: frozenset(others.split())
    for first, others in {
        "from": "to", "von": "auf nach zu", "de": "a para", "desde": "a hasta", "da": "a ad",
        "van": "naar", "z": "do na", "c": "до на", "с": "до на", "от": "до на", "從": "到 is",
        "од": "до на", "са": "на", "od": "do na", "sa": "na", "zo": "na", "iz": "na v u", "מ": "ל",
        "จาก": "ไป is", "kutoka": "hadi mpaka", "nuo": "iki", "no": "uz lidz", "mula": "hanggang",
        "از": "به", "من": "إلى الى إلي الي", "від": "до", "з": "до", "απο": "σε στο",
        "fra": "til", "fran": "till", "de la": "la",
        "tu": "xuong len thanh con den toi ve sang is", "dari": "ke menjadi is",
        "从": "到 降到 变到 is", "由": "到 降到 变到 is",
    }.items()
}  # fmt: skip
_BEHIND: dict[str, frozenset[str]] = {
    "에서": frozenset(("로", "으로")),
    "から": frozenset(("へ", "に", "になる", "になります", "となる")),
}
FROM = FROM_TO.keys() | _BEHIND.keys()
_MOVED = "is"
_FROM_IN_ROMANIAN = "de la"
_BY_HOW_MUCH = {"len", "xuong", "con", "ve"}  # without "from": "tăng w lên 0.1"
TO = frozenset({word for words in FROM_TO.values() for word in words} - {_MOVED} - _BY_HOW_MUCH) | {
    "ate", "hasta", "bis", "jusqu'a", "auf",
}  # fmt: skip
BEHIND_TO = frozenset({"로", "으로", "に", "へ", "まで"})
_ENDS_WITH_TO = ("到", "至", "为", "到了")  # as in 降到: the verb and the word behind it in one
PASSED = frozenset({Role.PLAIN, Role.CHANGES, Role.FILLER, Role.ARTICLE, Role.LINK, Role.SAME, Role.ERROR})
_BY = frozenset({"by", "um", "di", "met", "o"})
_FALLS = frozenset({"dropped", "drop", "drops", "dropping"})
_SETS = frozenset({  # no "set", which only supposes
    "leaves", "leaving", "leave", "lands", "puts", "putting", "pushing", "bringing", "moving", "taking", "lets",
    "lasst", "laisse", "deja", "dejando", "deixa", "deixando", "lascia", "lasciando", "reduces", "lowers", "raises",
    "shifts", "drives", "carries", "senkt", "erhoht", "reduit", "abaisse", "reduce", "baja", "reduz", "riduce",
    "sets", "brings", "takes", "moves", "pushes", "nudges", "changes", "updates", "setzt", "bringt", "schiebt", "amene",
    "pone", "lleva", "mueve", "coloca", "leva", "porta", "sposta", "zet", "brengt",
})  # fmt: skip
AT = frozenset({"at", "bei", "en", "em", "a"})  # of "leaves w at 0.85"
_STEPS = frozenset({Role.STEP, Role.RATE, Role.NEW, Role.AFTER})
_JOINING = frozenset({Role.ARTICLE, Role.LINK, Role.RATE, Role.FILLER, Role.REASON, Role.OF})
_STEPPERS = frozenset({"update", "descent", "sgd", "gd", "we", "i", "it", "this", "that", "which"})
_BESIDE_STEP = frozenset({
    "single", "one", "first", "steepest", "with", "of", "length", "factor", "learning", "gradient", "now", "then", "so",
    "thus", "and", "the", "a", "our",
})  # fmt: skip
_CHANGED = frozenset({"changes", "changed", "updates", "updated"})
_UP_OR_DOWN = frozenset({"up", "down"})
_MOST = 4  # words between a quantity and what it changes from
_SAMPLE = 6  # tokens of "for this training example"


def falling(tokens: list[Token]) -> list[Token]:
    """Take "dropped from", "dropped to" and "dropped by" for what a number does, and not for one that is taken back."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.role is Role.RETRACTION and token.text.lower() in _FALLS:
            behind = seen(tokens, at + 1)
            if behind < len(tokens) and bare(tokens[behind].text) in (*FROM, *TO, *_BY, "by"):
                found[at] = replace(token, role=Role.CHANGES)
    return found


def from_to(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "x goes from 0.5 to 0.42", "der Loss sinkt von 0,85 auf 0,47", "손실은 0.85에서 0.47로"."""
    word = bare(tokens[at].text)
    if word in FROM_TO:
        first = number_behind(tokens, _wrapped(tokens, at + 1))
        behind = first and word_behind(tokens, _wrapped(tokens, first), FROM_TO[word])
        second = behind and number_behind(tokens, _wrapped(tokens, behind))
        if not second:
            return _in_equations(tokens, at, before, lexicon)
        verb = seen(tokens, second)
        if verb < len(tokens) and tokens[verb].role in AGAINST_IT:
            return None  # "w geht von 2 auf 1,4 nicht"
        if word == _FROM_IN_ROMANIAN and any(bare(said.text) == "nu" for said in before[-_MOST:]):
            return None  # "nu" is "not" there, and "now" in Dutch and Swedish
        passive = verb < len(tokens) and tokens[verb].role is Role.CHANGES  # "w wird von 2 auf 1,4 gesenkt"
        if passive:
            found = _changed(tokens, (at + 1, first), second, before, lexicon, kept=before)
            return (found[0], verb + 1) if found else None
        ahead = _without_amount(before)
        if found := _changed(tokens, (at + 1, first), second, ahead, lexicon):
            before[:] = ahead
        return found
    if word in _BEHIND:
        last = last_seen(before, len(before))
        size = len(before) - last + (last > 0 and before[last - 1].text == "-")  # of the number, in dollars or not
        size += size < len(before) and before[-1].edge and before[-1 - size].edge
        second = number_behind(tokens, at + 1)
        behind = word_behind(tokens, second, _BEHIND[word]) if second else 0
        if not behind or last < 0 or before[last].kind != "num" or tokens[at - size : at] != before[-size:]:
            return None
        found = _changed(tokens, (at - size, at), second, before[:-size], lexicon, kept=before)
        return (found[0], behind) if found else None
    return None


def _in_equations(
    tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon
) -> tuple[list[Token], int] | None:
    """Read "the loss falls from L = 0.85 to L = 0.47" as "the loss falls from 0.85 to 0.47"."""
    begin = seen(tokens, at + 1)
    first = _equated(tokens, begin, lexicon)
    behind = first and word_behind(tokens, first, FROM_TO[bare(tokens[at].text)])
    second = behind and _equated(tokens, seen(tokens, behind), lexicon)
    kept = [*before]
    found = _changed(tokens, (begin + 2, first), second, kept, lexicon) if second else None
    if found is None or found[0][0].node != New(lexicon.output):
        return None
    before[:] = kept
    return found


def _equated(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind "L = 0.85", of the output; 0 where anything else stands."""
    named = at + 1 < len(tokens) and tokens[at].name == lexicon.output and tokens[at + 1].kind == "rel"
    return number_behind(tokens, at + 2) if named else 0


def to(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "the error drops to 0.85" and "w moves to 4.94" as the new value, "q rises to 10" as any equation."""
    if tokens[at].role is not Role.CHANGES:
        return None
    whole = bare(tokens[at].text).endswith(_ENDS_WITH_TO)
    words = TO | {bare(tokens[at].text)} if whole else TO
    behind = word_behind(tokens, at if whole else _by(tokens, at + 1), words)
    worked_out = bool(behind) and bool(before) and noun_of(before[-1]) and is_calculation(tokens, behind)
    if not behind or not (number_behind(tokens, behind) or worked_out):
        return None
    back = len(before)
    while back and len(before) - back < _MOST and is_passed(before[back - 1]):
        if kind_of(before[back - 1], lexicon):
            break
        back -= 1
    if not back:
        return None
    token = before[back - 1]
    if (name := kind_of(token, lexicon)) and name in lexicon.operands:  # "the probability goes up to 0.74"
        token = replace(token, kind="name", node=Symbol(name), role=Role.ERROR)
    if not (token.name or token.node or noun_of(token)):
        return None
    head = _head(before[: back - 1], token, lexicon)
    del before[back - 1 :]
    return [head, Token("rel", "is", tokens[at].start, tokens[at].end)], behind


def reckoned(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "w goes up: 1.5 + 0.05 * 8 = 1.9" as how the new value is calculated; "w goes up: 0.4" is not sure."""
    named = bool(before) and before[-1].kind == "name" and before[-1].name in lexicon.inputs
    place = at + 1
    place += place < len(tokens) and bare(tokens[place].text) in _UP_OR_DOWN
    if not named or place >= len(tokens) or tokens[place].text != "colon":
        return None
    first = number_behind(tokens, place + 1)
    if not first or first >= len(tokens) or tokens[first].kind != "op" or tokens[first].text not in "+-":
        return None
    end = next((n for n in range(first, len(tokens)) if tokens[n].kind in ("sep", "word", "rel")), len(tokens))
    if end >= len(tokens) or tokens[end].kind != "rel" or any(t.role in AGAINST_IT for t in before[-_MOST:]):
        return None
    head = _head(before[:-1], before.pop(), lexicon)
    return [head, Token("rel", "=", tokens[at].start, tokens[place].end)], place + 1


def is_of_step(token: Token) -> bool:
    """Whether a token speaks of a step of descent: of a rate, of what is new or comes after."""
    return token.role in _STEPS or token.kind in ("new", "rate")


def moved_to(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "moves w to 4.94, x to 1.85 and the loss to 20.8": what is moved, and where to."""
    if bare(tokens[at].text) in TO and _moves_vector(tokens, at, before):
        return [Token("sep", "arrow", tokens[at].start, tokens[at].end)], at + 1
    if bare(tokens[at].text) not in TO | AT or not before or not number_behind(tokens, at + 1):
        return None
    back = max(0, last_seen(before))
    back = max(0, last_seen(before, back)) if bare(before[back].text) in _UP_OR_DOWN else back
    token = before[back]
    if not (noun_of(token) or token.name in (*lexicon.inputs, lexicon.output)):
        return None
    since = sentence_start(before, back)
    lead = [t for t in before[since:back] if t.role is not Role.ARTICLE and not t.edge]
    if any(t.role in AGAINST_IT for t in lead):
        return None  # "which would leave w at 0.85"
    sets = bool(lead) and bare(lead[-1].text) in _SETS
    led = sets or (bool(lead) and lead[-1].role is Role.CHANGES and bare(tokens[at].text) in TO)
    goes_on = bool(lead) and (lead[-1].role is Role.LINK or lead[-1].text == "comma") and bare(tokens[at].text) in TO
    if not led and not (goes_on and any(t.kind == "rel" and t.text == _MOVED for t in lead)):
        return None
    moved = any(map(is_of_step, before))
    left = token.name == lexicon.output and bare(tokens[at].text) in AT and not moved  # "squaring leaves L at 1"
    head = token if left else _head(before[:back], token, lexicon)
    del before[back:]
    return [head, Token("rel", _MOVED, tokens[at].start, tokens[at].end)], at + 1


def _moves_vector(tokens: list[Token], at: int, before: list[Token]) -> bool:
    """Whether "to" stands between a vector that a verb moves and another: "takes (w, b) to (4.9, 1.2)"."""
    last, behind = last_seen(before), seen(tokens, at + 1)
    if last < 0 or before[last].kind != "close" or behind >= len(tokens) or tokens[behind].kind != "open":
        return False
    start = sentence_start(before, last)
    verbs = [place for place in range(start, last) if bare(before[place].text) in _SETS]
    if not verbs:
        return False
    ahead = before[start : verbs[-1]]
    said = [*ahead, *tokens[at : sentence_end(tokens, at)]]
    words = [token for token in said if token.kind == "word"]
    sized = any(token.kind == "rate" or token.role is Role.RATE or bare(token.text) == "factor" for token in said)
    known = all(map(_is_of_step, words)) and any(map(_steps, words))
    named = [token.kind for token in before[verbs[-1] + 1 : last] if not token.edge][:2] == ["open", "name"]
    return named and known and (sized or not any(token.kind == "num" for token in ahead))


def _steps(token: Token) -> bool:
    """Whether a word is of a step, or stands for it or who takes it."""
    return token.role is Role.STEP or bare(token.text) in _STEPPERS


def _is_of_step(token: Token) -> bool:
    """Whether a word may stand in "a single step with the rate 0.1 takes (w, b) to ...", and not "Tom takes ..."."""
    known = _steps(token) or token.role in _JOINING or bare(token.text) in _BESIDE_STEP | TO
    return known and not is_given_name(token.text.capitalize())


def to_behind(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "손실은 0.47로 줄어든다" and "x は 1.85 に変わる" as the new value."""
    if tokens[at].text not in BEHIND_TO:
        return None
    place = at + 1
    while place < len(tokens) and place - at < _MOST and tokens[place].role in (Role.PLAIN, Role.FILLER, Role.LINK):
        place += 1
    back = len(before) - 1
    while back >= 0 and (before[back].kind == "num" or before[back].text in ("-", "soft")):
        back -= 1
    if back == len(before) - 1 or back < 1 or before[back].kind != "rel" or place >= len(tokens):
        return None
    name = before[back - 1]
    if tokens[place].role is not Role.CHANGES or not (noun_of(name) or name.name in (*lexicon.inputs, lexicon.output)):
        return None
    before[back - 1] = _head(before[: back - 1], name, lexicon)
    return [], at + 1


def _head(before: list[Token], token: Token, lexicon: Lexicon) -> Token:
    """Return what a quantity that changes is: a new value of an input or the output, another as it is, as df/dx is."""
    if noun := noun_of(token):
        return output(noun, token, token.end, lexicon, new=True)
    by = bool(before) and before[-1].kind == "diff"
    if token.kind == "name" and token.name in (*lexicon.inputs, lexicon.output) and not by:
        return Token("new", token.name, token.start, token.end, New(token.name))
    return token


def _by(tokens: list[Token], at: int) -> int:
    """Return the place behind "by 0.06" and "up by 0.06"; the same place where that is not said."""
    number = word_behind(tokens, at, _BY)
    return number + 1 if 0 < number < len(tokens) and tokens[number].kind == "num" else at


def _without_amount(before: list[Token]) -> list[Token]:
    """Return what stands before "from 1.5" without "by 0.6" at its end."""
    last = last_seen(before)
    by = last > 1 and before[last].kind == "num" and bare(before[last - 1].text) in _BY
    return before[: last - 1] if by else [*before]


def goes(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read "x goes 4 → 3.9" and "error 0.16 → 0.14": a quantity, a word or none, and two numbers with an arrow."""
    begin = at + 1
    if noun_of(tokens[at]):
        before = [*before, tokens[at]]
        begin += begin < len(tokens) and says(tokens[begin])
    elif tokens[at].role not in PASSED:
        return None
    elif tokens[at].role is Role.CHANGES and begin < len(tokens) and tokens[begin].text == "colon":
        begin = next((n for n in range(begin + 1, len(tokens)) if tokens[n].kind != "sep"), len(tokens))
    bracket = begin < len(tokens) and tokens[begin].kind == "open"  # "the loss went down (24 → 20.8)"
    begin += bracket
    first = number_behind(tokens, begin)
    if not first or first >= len(tokens) or tokens[first].text != "arrow":
        return None
    second = number_behind(tokens, first + 1)
    if bracket and not (second and second < len(tokens) and tokens[second].kind == "close"):
        return None
    found = _changed(tokens, (begin, first), second, before, lexicon) if second else None
    return (found[0], found[1] + bracket) if found else None


def _changed(
    tokens: list[Token],
    old: tuple[int, int],
    end: int,
    before: list[Token],
    lexicon: Lexicon,
    kept: list[Token] | None = None,
) -> tuple[list[Token], int] | None:
    """Return the tokens of a change; what stands before it is taken off from the quantity on."""
    place = len(before) - 1
    while place >= 0 and len(before) - place <= _MOST + 1:
        token = before[place]
        noun = noun_of(token)
        lone = place == len(before) - 2 and letter(before[: place + 1], lexicon)
        weight = weight_meant(before, place, before[:place], lexicon)
        if token.name or noun or token.kind == "new" or lone or weight:
            break
        if bare(token.text) in ALMOST:
            return None
        # "the loss fell, from 24 to 20", "w: from 5 to 4.94"
        comma = token.kind == "sep" and token.text in ("comma", "colon") and place == len(before) - 1
        if (said_of := _over_sample(before, place)) < place:
            place = said_of
            continue
        if not (is_passed(token) or comma) and not (token.kind == "rel" and token.text == "is" and kept is not None):
            return None
        place -= 1
    else:
        return None
    if place < 0:
        return None
    if noun:
        head = output(noun, token, token.end, lexicon, new=True)
    else:
        name = (
            token.node.name if isinstance(token.node, New) else token.name or weight or lexicon.name(token.text) or ""
        )
        head = Token("new", name, token.start, token.end, New(name))
    stop = tokens[old[1]].start if old[1] < len(tokens) else tokens[-1].end
    number = [t for t in tokens[old[0] : old[1]] if t.kind in ("num", "op")]
    second = [t for t in tokens[old[1] : end] if t.kind in ("num", "op")]
    change = [Token("rel", "=", head.end, head.end), *number, Token("sep", "arrow", stop, stop), *second]
    left = before if kept is None else kept
    if place > 1 and before[place - 1].kind == "name" and before[place - 2].kind == "num":  # "a 2.06 y w2 pasa"
        left[place - 1] = Token("sep", "comma", token.start, token.start)
    elif whole := _calculated_before(before, place):  # "u = bc goes from -4 to -4.001"
        again = Token("new", whole, stop, stop, New(whole))
        return [Token("sep", "comma", token.end, token.end), again, *change], end
    del left[place:]
    return [head, *change], end


def _calculated_before(tokens: list[Token], at: int) -> str:
    """Return the name that is given by a product or a sum of which the last operand stands at a place; "" for none."""
    begin = at
    while begin and tokens[begin - 1].kind in ("name", "op", "num") and tokens[begin - 1].math:
        begin -= 1
    given = 1 < begin < at and tokens[begin - 1].kind == "rel" and tokens[begin - 2].kind == "name"
    return tokens[begin - 2].name if given else ""


def _over_sample(before: list[Token], at: int) -> int:
    """Return the place of the noun of which "for this example" is said, which ends at a place; that place otherwise."""
    nouns = (place for place in range(at - 1, max(-1, at - _SAMPLE), -1) if noun_of(before[place]))
    noun = next(nouns, at)
    return noun if noun < at and behind_sample(before, noun + 1) == at + 1 else at


def is_passed(token: Token) -> bool:
    """Whether a token may stand between a quantity and what it changes from or to."""
    said = token.kind == "word" and (token.role in PASSED or bare(token.text) in _CHANGED)
    return (said and not noun_of(token)) or token.edge


def _wrapped(tokens: list[Token], at: int) -> int:
    """Return the place behind a new line at a place, where a sentence is wrapped."""
    return at + (at < len(tokens) and tokens[at].kind == "sep" and tokens[at].text == "line")


def word_behind(tokens: list[Token], at: int, words: frozenset[str]) -> int:
    """Return the place behind one of some words, over known words before it; 0 where none stands."""
    for place in range(at, min(at + 4, len(tokens))):
        text = bare(tokens[place].text)
        joined = _MOVED in words and tokens[place].role is Role.CHANGES and text.endswith(_ENDS_WITH_TO)  # 下降到
        if text in words or joined:
            return place + 1
        if not (tokens[place].kind == "word" and tokens[place].role in (*PASSED, Role.STEP, Role.EVERYDAY)):
            return 0
    return 0
