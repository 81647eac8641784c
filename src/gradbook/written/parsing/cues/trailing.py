"""Trailing numbers: those behind an equation that no sign relates to it, and that may be said instead of it.

"q = 10, or 11", "q = 10. Better 11.", "q = 10, eleven": where they say another number, the equation is in doubt.
"""

from collections.abc import Iterator

from gradbook.graph.expression import Number, Symbol
from gradbook.written.expression import Node
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import COUNTED
from gradbook.written.lexing.words.dictionary import VAGUE, Role, bare
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.parsing.cues.around.surroundings import SENTENCE, Surroundings
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import LINE_ENDS, SENTENCE_ENDS
from gradbook.written.parsing.grammar.parser import parsed
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import explains

_OR = ("or ", "oder ", "ou ", "o ", "of ", "lub ", "albo ", "или ")
_BETTER = frozenset({
    "đúng hơn", "dung hon", "chính xác hơn", "daha doğrusu", "daha dogrusu", "doğrusu", "lebih tepatnya", "tepatnya",
    "better", "rather", "besser", "eher", "lieber", "vielmehr", "mieux", "plutôt", "mejor", "melhor", "meglio",
    "recomputed", "recalculated", "corrected", "fixed", "neu", "berechnet", "korrigiert", "recalculé", "corrigé",
    "recalculado", "corregido", "corrigido", "ricalcolato", "corretto",
    "piuttosto", "beter", "liever", "lepiej", "raczej", "лучше", "скорее", "应为", "应该是", "もっと正しくは", "아니라",
})  # fmt: skip
_BESIDE = frozenset({
    "later", "später", "ensuite", "después", "analytically", "analytisch", "analytiquement", "analíticamente",
    "make", "try", "attempt", "second", "third", "version", "well", "oh", "ah", "hm", "hmm", "um", "er", "really",
    "now", "right", "value", "truth", "check", "checking", "after", "in", "ach", "na", "jetzt", "nun", "enfin", "ahora",
    "agora", "ora", "nu", "teraz", "теперь", "xor", "alternatively", "alternativ", "alternativement",
    "alternativamente",
})  # fmt: skip
_GOES_ON = frozenset({
    "then", "next", "dann", "puis", "luego", "então", "poi", "dan", "potem", "потом", "затем", "and",
    "sau do", "rồi", "tiếp", "sonra", "ardından", "kemudian", "lalu", "selanjutnya",
})  # fmt: skip
_OF_IT = frozenset({
    Role.ARTICLE, Role.FILLER, Role.SAME, Role.RESULT, Role.RETRACTION, Role.HEDGE, Role.LINK,
})  # fmt: skip
_DONE = frozenset({Role.PLAIN, Role.ASPECT, Role.EVERYDAY, Role.STEP})
_NO = frozenset({Role.NEGATION, Role.DENIAL})
_TAKEN_BACK = frozenset({Role.RETRACTION, Role.DENIAL, Role.AGAINST, Role.BEHIND})
_LEADING = frozenset({Role.RELATION, Role.RESULT, Role.LINK, Role.CHANGES})
_NUMBERED = frozenset({
    "step", "schritt", "étape", "paso", "passo", "passaggio", "stap", "krok", "kroku", "шаг", "шаге", "adım", "langkah",
    "bước", "단계", "步骤", "ステップ",
})  # fmt: skip
_AT = frozenset({
    "at", "point", "in", "im", "punkt", "en", "au", "punto", "no", "ponto", "nel", "em", "в", "точке", "点",
})  # fmt: skip
_PARTS = frozenset({"stop", "comma", "colon", "soft", "is"})
_SHORT = 4  # letters of verbs that say nothing
_WITHIN = 12  # tokens behind an equation
_FAR = 40  # tokens of a line behind it
_TELLS = 5  # words of a sentence that may explain
_SENTENCES = 2  # that may end before such a number


def trailing(around: Surroundings, number: int, lexicon: Lexicon) -> tuple[Node | None, ...]:
    """Return the numbers that may be said instead of what an equation states; None for one that is not read."""
    if not around.asides and around.drafts[number].last + 1 == len(around.tokens):
        return ()
    said = [*_instead(around, number, lexicon), *_aside(around, number), *_last_in_line(around, number, lexicon)]
    return (*_related_by_nothing(around, number, lexicon), *said)


def _aside(around: Surroundings, number: int) -> Iterator[Node | None]:
    """Yield the numbers that stand alone in brackets behind an equation: "q = 10 (eleven)"."""
    for inside in around.asides_behind(number) if around.asides else ():
        if inside and all(map(_leads_to_number, inside[:-1])) and (value := _value(inside[-1])):
            yield value


def _leads_to_number(token: Token) -> bool:
    """Whether a token before a number in brackets says that it is the equation's: "q = 10 (now 12)"."""
    return token.kind == "word" and _is_of_it(token)


def _instead(around: Surroundings, number: int, lexicon: Lexicon) -> Iterator[Node | None]:
    """Yield the number of a few words behind an equation that speak of nothing else: "Better 11.", "eleven"."""
    tokens, start = around.tokens, around.drafts[number].last + 1
    ended, apart, relates = 0, False, False
    words: list[str] = []
    for place in range(start, min(start + _WITHIN, len(tokens))):
        token = tokens[place]
        draft = around.drafts[around.owner[place]] if place in around.owner else None
        if token.kind == "sep":
            if token.text in ("item", "heading"):
                return
            apart = apart or (token.text in ("line", "block") and not token.math)
            ended += token.text == "stop"
        elif token.kind == "rel" and token.text == "is":  # "it is 11"
            relates = True
        elif token.kind == "num" and draft is not None and not any(t.node for side in draft.sides[:-1] for t in side):
            told = words or relates or (ended and _ends_line(tokens, draft.last + 1))
            if told and (not apart or _BETTER.intersection(words)) and _is_all(tokens, draft.last + 1):
                yield None if draft.spoiled else parsed(draft.sides[-1], lexicon)
            return
        elif value := _value(token):
            if (not apart or _BETTER.intersection(words)) and _is_all(tokens, place + 1):
                yield value
            return
        elif token.kind != "word" or not _is_of_it(token):
            return
        else:
            words.append(token.text.lower())
        if ended > _SENTENCES:
            return


def _last_in_line(around: Surroundings, number: int, lexicon: Lexicon) -> Iterator[Node | None]:
    """Yield the number with which a line ends, alone behind other words: "q = 10 ... no, because of the sign: -10"."""
    tokens, start = around.tokens, around.drafts[number].last + 1
    ends = next((at for at, token in enumerate(tokens[start : start + _FAR], start) if token.text in LINE_ENDS), 0)
    ends = ends or (len(tokens) if len(tokens) <= start + _FAR else start)
    last = ends - 1 if ends > start and tokens[ends - 1].text != "stop" else ends - 2
    draft = around.drafts[around.owner[last]] if last in around.owner else None
    if last <= start or tokens[last].kind != "num" or draft is None or draft.states:
        return
    between = [token for token in tokens[start : draft.first] if not token.edge]
    plain = all(token.kind in ("word", "name") or token.text in _PARTS for token in between)
    apart = [token.kind for token in between[-2:]] == ["word", "sep"] and between[-1].text != "comma"
    apart = apart and len(between[-2].text) > 1  # no "via e: -2.4"
    if plain and apart and any(token.text == "stop" for token in between):
        yield None if draft.spoiled else parsed(draft.sides[-1], lexicon)


def _value(token: Token) -> Node | None:
    value = DICTIONARY.value(token.text) if token.role is Role.NUMBER else None
    return Number(value) if value is not None else token.node if isinstance(token.node, Number) else None


def _is_of_it(word: Token) -> bool:
    """Whether a word may lead to a number that is said instead of another."""
    text = word.text.lower()
    return text not in _GOES_ON and (word.role in _OF_IT or text in _BETTER or text in _BESIDE)


def _is_all(tokens: list[Token], place: int) -> bool:
    """Whether a sentence says nothing more from a place on."""
    for token in tokens[place:]:
        if token.kind == "sep" and (token.text in SENTENCE or token.text == "comma"):
            return True
        if token.kind != "sep" and not (token.kind == "word" and _is_of_it(token)):
            return False
    return True


def _ends_line(tokens: list[Token], place: int) -> bool:
    """Whether nothing more stands in a line from a place on."""
    behind = next((token for token in tokens[place:] if token.text not in ("stop", "soft")), None)
    return behind is None or (behind.kind == "sep" and behind.text in ("line", "block"))


def _is_given(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation is of a target, behind which an error is the prediction's: "y = 1, error -2"."""
    head = draft.sides[0]
    return len(head) == 1 and isinstance(head[0].node, Symbol) and head[0].node.name in lexicon.inputs


def _related_by_nothing(around: Surroundings, number: int, lexicon: Lexicon) -> list[Node | None]:
    """Return the numbers in its sentence, or alone in the next line, that no sign relates to it."""
    found: list[Node | None] = []
    passed: list[Token] = []
    seps: set[str] = set()
    place = around.drafts[number].last + 1
    for other in range(number + 1, min(number + 4, len(around.drafts))):
        draft = around.drafts[other]
        if draft.states:
            break
        between = around.tokens[place : draft.first]
        passed += [token for token in between if token.kind == "word"]
        seps |= {token.text for token in between if token.kind == "sep"} - {"soft"}
        kinds = {token.kind for token in draft.tokens}
        if seps and _is_another(draft, around.drafts[number]):
            break  # "x = 2, y still 3"
        if seps & SENTENCE and _is_count(around.tokens, draft.last + 1, passed):
            place = draft.last + 1
            continue
        if (
            "num" in kinds
            and "cmp" not in kinds
            and not _is_point(passed, draft.tokens)
            and not (between and between[-1].role is Role.ERROR and _is_given(around.drafts[number], lexicon))
            and not _is_explained(around, number, draft.first)
            and not _leads_on(around, other, passed)
            and _counts(passed, seps, kinds, alone=_ends_line(around.tokens, draft.last + 1))
        ):
            found.append(None if draft.spoiled else parsed(draft.tokens, lexicon))
        elif seps & SENTENCE_ENDS:
            break
        place = draft.last + 1
    return found


def _is_another(draft: Draft, stated: Draft) -> bool:
    """Whether a quantity is named of which an equation is not."""
    named = [token for token in draft.tokens if not token.edge]
    alone = len(named) == 1 and bool(named[0].name)
    return alone and all(token.name != named[0].name for side in stated.sides for token in side)


def _leads_on(around: Surroundings, number: int, words: list[Token]) -> bool:
    """Whether a number is what the next equation is made with: "v = 3; times 5 that gives f = 15"."""
    if number + 1 >= len(around.drafts) or not around.drafts[number + 1].states:
        return False
    between = around.tokens[around.drafts[number].last + 1 : around.drafts[number + 1].first]
    told = [token for token in between if not token.edge]
    ends = around.tokens[around.drafts[number].last].kind == "rel"  # "除以 8 得到 f 为 2"
    says = ends or any(token.kind == "rel" or token.role in _LEADING for token in told)
    free = not any(word.role in _TAKEN_BACK or word.role is Role.HEDGE or word.text.startswith(_OR) for word in words)
    return says and free and all(token.kind in ("word", "rel") for token in told)


def _is_explained(around: Surroundings, number: int, place: int) -> bool:
    """Whether a number stands in a later sentence that only explains: "I had forgotten the 0.12 until I saw it"."""
    start, end = around.sentence_at(place)
    words = around.words(start, end)
    if start < around.sentence(number)[1] or len(words) < _TELLS or any(word.role is Role.RESULT for word in words):
        return False
    if not _NO.isdisjoint(role for _, role in DICTIONARY.known_in(words[0].text)):
        return False  # "q = 10.. no same story with the minus, -10"
    return explains(written_between(around.tokens, start, end, around.source))


def _is_point(words: list[Token], said: list[Token]) -> bool:
    """Whether a number says where another is taken: "at (3, 4)", "the slope at -1.5"."""
    if not (words and said) or bare(words[-1].text) not in _AT:
        return False
    return said[0].kind == "open" or any(word.role is Role.SLOPE for word in words)


def _is_count(tokens: list[Token], place: int, words: list[Token]) -> bool:
    """Whether a number says how often something is done: "This may be repeated 100 times", not "Perhaps 3 times"."""
    while place < len(tokens) and tokens[place].edge:
        place += 1
    counted = place < len(tokens) and bare(tokens[place].text).split(" ")[0] in COUNTED
    if not counted or not words or words[-1].role is Role.HEDGE:
        return False
    ends = next((at for at in range(place, len(tokens)) if tokens[at].text in SENTENCE_ENDS), len(tokens))
    told = [*words, *tokens[place + 1 : ends]]
    done = (word for word in told if len(word.text) > _SHORT or not word.text.isascii())  # no "be"
    return any(word.role in _DONE for word in done) and not any(word.role in _TAKEN_BACK for word in told)


def _counts(words: list[Token], seps: set[str], kinds: set[str], *, alone: bool) -> bool:
    roles = {word.role for word in words}
    if words and words[-1].text.startswith(_OR):
        return True  # "q = 10, or just 11"
    if words and words[-1].text.lower() in _NUMBERED:
        return False  # "q = 10, step 4 gives"
    if "heading" in seps and Role.RETRACTION not in roles:
        return False  # "Guess 2" is a title
    if roles & {Role.RETRACTION, Role.HEDGE} or any(word.text in ("no", "mean") for word in words):
        return True
    if words and roles <= {Role.RESULT, Role.ARTICLE, Role.LINK} and Role.RESULT in roles:
        return True  # "Answer: 15", in a line of its own
    if (
        not words
        and alone
        and seps & {"block", "line"}
        and not seps & {"item", "heading"}
        and kinds <= {"num", "op", "group", "end"}
    ):
        return True  # a number alone in the next line, and no "2回目"
    if roles & {Role.REASON, Role.CONDITION, Role.AGAINST, Role.BEFORE, Role.OLD} or (
        roles & {Role.DENIAL, Role.AGAINST} and roles <= {Role.DENIAL, Role.AGAINST, Role.OF, Role.LINK}
    ):
        return False
    if any(word.role in (Role.PLAIN, Role.CHANGES, Role.LOCAL, Role.UPSTREAM, *VAGUE) for word in words):
        return False  # "q = 10, and all edges have a 1"
    return not seps & {"line", "stop", "colon", "block", "item", "heading"}
