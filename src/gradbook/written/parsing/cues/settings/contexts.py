"""Contexts: what a heading, a lead or the words so far say of all that follows.

slopes    gradients are spoken of
backward  the way back is spoken of: what follows may be gradients
derived   derivatives stand above: so may be what a name has without an equals sign, "w: 6"
before    what is so before the step: in the sentence, or under the heading, that says so
after     what is so after the step: in the sentence, or under the heading, that says so
step      the step is taken here: an input has its new value
stepped   the step has been taken: a value is one before it or after it
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from gradbook.graph.expression import Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import AGAINST_IT, HARMLESS, JOINING, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH, WITHOUT
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.cues.around.sections import Sections
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.around.worked_out import titles_several
from gradbook.written.parsing.cues.settings.lists_of_names import derived, differentiates, is_listed
from gradbook.written.parsing.cues.settings.localities import Localities
from gradbook.written.parsing.equations.localities import EVERYWHERE, Locality
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen
from gradbook.written.parsing.phrases.speech.attributions import exemplary, of_somebody
from gradbook.written.parsing.phrases.speech.others.title_words import TITLED, said_against, supposes
from gradbook.written.parsing.phrases.speech.set_aside import not_mine, set_aside

_TITLE = 4  # words of a title that is a line alone
_FEW = 2  # words in brackets behind it that may say so
MOVED = frozenset({"step", "after", "stepped"})  # where the step is or has been taken
DERIVING = frozenset({"slopes", "backward"})  # where an answer speaks of derivatives
_APPLIES = bare_words(
    "apply applies applied applying subtract subtracting subtracts against anwenden ziehe ziehen gegen appliquer "
    "soustraire soustrait soustrayant retranche restar resto restamos restando aplicar aplicamos aplicando contra "
    "subtrair subtraímos subtraindo sottrarre sottraendo sottraiamo applicando contro aftrekken tegen odejmuję "
    "вычитаем вычитая против"
)
_NOT_APPLIED = AGAINST_IT | {Role.BEFORE}
_SHARE = bare_words(
    "fraction part bit these those small tiny times mal fois veces vezes volte keer razy раз esos estos esses estes "
    "ces questi deze diese diesen"
)
_AGAIN = AGAIN | {"rerun", "re-run", "recompute", "recomputed", "repeat"}
_RECALCULATES = frozenset({
    "recalculate", "recalculating", "recalculation", "recompute", "recomputing", "recomputation", "reevaluating",
    "neuberechnung", "recalcul", "recalculons", "recalculant", "recalculer", "recalcular", "recalculo", "recálculo",
    "recalculando", "recalculamos", "ricalcolo", "ricalcolare", "ricalcoliamo", "ricalcolando", "herberekening",
    "przeliczenie", "przeliczamy", "пересчёт", "пересчет", "пересчитываем", "重新计算", "재계산",
})  # fmt: skip
_CORRECTS = frozenset({Role.RETRACTION, Role.DENIAL, Role.ERROR, Role.HEDGE, Role.OTHERS})
_GOES_ON = JOINING | HARMLESS | {Role.STEP, Role.NEW, Role.AFTER, Role.STAYS, Role.RATE, Role.OF, Role.FOR, Role.NUMBER}

_EACH = frozenset(map(bare, (
    "every", "each", "all", "jede", "jeder", "jedes", "jeden", "alle", "chaque", "toutes", "cada", "todas", "todos",
    "ogni", "tutte", "каждой", "каждого", "каждому", "每个", "各", "각", "each of",
)))  # fmt: skip
_FIND = frozenset({  # ends a task
    "求めよ", "求めなさい", "計算せよ", "計算しなさい", "答えよ", "示せ", "구하시오",
    "구하라", "구하여라", "계산하시오",
})  # fmt: skip


class Setting(NamedTuple):
    """What the words before an equation say of it.

    Attributes:
        context: what they speak of, as above.
        against: what a heading or a lead says against it.
        exemplary: whether it stands under the heading of an example, which may be of other numbers.
        locality: of what a title says that gradients are.
    """

    context: str = ""
    against: str = ""
    exemplary: bool = False
    locality: Locality = EVERYWHERE


def contexts_of(around: Surroundings, lexicon: Lexicon, sloped: bool = False) -> dict[int, Setting]:
    """Return for each draft what the words before it speak of, and what a heading says against it.

    Args:
        around: the drafts in their stream.
        lexicon: the exercise's.
        sloped: whether derivatives are stated elsewhere, as in a table.
    """
    found, words, listed = dict[int, Setting](), list[Token](), set[int]()
    context, lead, example, sections = "", "", False, Sections(around.source)
    heading, fresh, parted = False, False, False
    for place, token in enumerate(around.tokens):
        if (number := around.owner.get(place)) is not None:
            draft = around.drafts[number]
            if number in found or place != draft.first:
                continue
            if not draft.states:
                words += _in_passing(draft, words, sloped=sloped)
                context = "step" if words[-1:] == [_MARK] else context
                continue
            if parted and context == "step" and not all(word.role in _GOES_ON for word in words):
                context = "stepped"
            context, parted = _context(context, words, sloped=sloped), False
            context = "step" if (rate := _is_rate(draft)) and sloped else context
            if not context and is_listed(around, next(reversed(found), None), number, listed):
                listed.add(number)
            found[number] = Setting(_setting(context, around, draft, lexicon), sections.against or lead, example)
            words, heading = words if rate and not sloped else [], False
            sloped = sloped or differentiates(draft) or context == "backward" or _tells_new(draft, context, lexicon)
            context = context if number in listed else _behind(context, draft, lexicon, sloped=sloped)
            continue
        if token.kind == "word" and (token.text in "?？" or token.text in _FIND) and not heading:
            words = []  # what is asked says nothing of what follows
        elif token.kind == "word":
            words.append(token)
        elif token.kind == "sep" and token.text == "heading":
            context = _context(context, words, sloped=sloped)
            sections.begin(token)
            words, heading, lead, example = [], True, "", False
        elif token.kind == "sep" and token.text in ("line", "block"):
            if heading:
                sections.say(said_against(words) or supposes(words) or _said_in_brackets(around, place), words)
                example = bool(exemplary(words))
                context = titled(words, context, sloped=sloped)
                words, heading = [], False
            else:
                lead, fresh = _led(around, place, lead, fresh=fresh)
                parted = parted or (token.text == "block" and not token.math)
        elif token.kind == "sep" and token.text == "colon" and words and _announces_gradients(around.tokens, place):
            words[-1] = replace(words[-1], role=Role.SLOPES)  # "Gradient: w = 6, x = 15"
        elif token.kind == "sep" and token.text == "colon" and _ends_line(around, place):
            said = around.words(around.line_start(place), place)
            example = example or bool(exemplary(said) and titles_several(around, place + 1))
            lead, fresh = _lead_against(around, place, said) or ("" if example else exemplary(said)), True
        elif token.kind == "sep" and token.text == "stop" and context in ("before", "after"):
            context = "stepped" if sloped else ""
    found = _titled(found, around, lexicon)
    for number in derived(around, sorted(found), listed):
        found[number] = found[number]._replace(context="derived")
    return {number: _labelled(around, number, setting) for number, setting in found.items()} if around.asides else found


def _titled(settings: Mapping[int, Setting], around: Surroundings, lexicon: Lexicon) -> dict[int, Setting]:
    """Return settings with of what titles say that gradients are, "Local:" as well as "Local gradients:"."""
    localities, found = Localities(around, lexicon), dict[int, Setting]()
    for number, setting in settings.items():
        locality = localities.over(around.drafts[number])
        context = setting.context or ("slopes" if locality.firm else "")
        found[number] = setting._replace(context=context, locality=locality)
    return found


def _setting(context: str, around: Surroundings, draft: Draft, lexicon: Lexicon) -> str:
    """Return what is spoken of, nothing where an equation only says what is put in: "checked with n = 13"."""
    place = last_seen(around.tokens, draft.first)
    led = place >= 0 and around.tokens[place].kind == "word" and bare(around.tokens[place].text) in WITH
    put_in = led and len(draft.sides[0]) == 1 and draft.sides[0][0].name in lexicon.inputs
    return "" if put_in and context in DERIVING else context


def _behind(context: str, draft: Draft, lexicon: Lexicon, *, sloped: bool) -> str:
    """Return what an equation makes of all behind it: once an input is moved, the step is taken."""
    moved = (context == "" and _moves(draft, lexicon)) or (context in DERIVING and _is_new(draft))
    return ("step" if sloped else "stepped") if moved else context


def _in_passing(draft: Draft, words: Sequence[Token], *, sloped: bool) -> list[Token]:
    """Return words for what mathematics speaks of in passing: "with a rate of 0.1", "with the new weight"."""
    if sloped and any(token.kind == "rate" for token in draft.tokens):
        return [_MARK]
    new = next((token for token in draft.tokens if token.kind == "new"), None)
    lead = next((word for word in reversed(words) if word.role is not Role.ARTICLE), None)
    if new is None or lead is None or bare(lead.text) not in WITH:
        return []
    return [replace(new, kind="word", role=role) for role in (Role.NEW, Role.WEIGHT)]


def _lead_against(around: Surroundings, place: int, said: list[Token]) -> str:
    """Return what a line that ends with a colon says against what stands below."""
    return said_against(said) or _said_in_brackets(around, place) or _of_person(around, said)


def _of_person(around: Surroundings, said: Sequence[Token]) -> str:
    """Return whose gradients a title says that they are: "Gradients by Ben", "Lenas Gradienten"."""
    if not any(word.role in (Role.SLOPE, Role.SLOPES) for word in said):
        return ""
    return next((word.text for word in said if is_given_name(around.source[word.start : word.end])), "")


def _led(around: Surroundings, place: int, lead: str, *, fresh: bool) -> tuple[str, bool]:
    """Return what speaks against all behind the end of a line, and whether that is of the lines right below."""
    if said := _title(around, place):
        lead, fresh = _lead_against(around, place, said), True
    return (lead if fresh else "", False) if around.tokens[place].text == "block" else (lead, fresh)


def _title(around: Surroundings, place: int) -> list[Token]:
    """Return the words of a line that ends at a place and is a title of gradients, "Ben's gradients"; or none."""
    start = around.line_start(place)
    words = around.words(start, place)
    whole = all(token.kind in ("word", "name") or token.edge for token in around.tokens[start:place])
    slopes = any(word.role in (Role.SLOPES, Role.SLOPE, Role.BACKWARD) for word in words)
    return words if whole and slopes and len(words) <= _TITLE else []


def _said_in_brackets(around: Surroundings, place: int) -> str:
    """Return what brackets in a title that ends at a place say against what stands under it: "Solution (not mine)"."""
    start = around.line_start(place) if around.asides else place
    for at, inside in around.asides:
        if start < at <= place:
            words = [token for token in inside if token.kind == "word"]
            owned = any(word.text == "s" for word in words)  # "Bob's", not "Prof. Smith"
            denied = next((word.text for word in words[:_FEW] if word.role in TITLED), "")
            if told := not_mine(words) or set_aside(words) or (of_somebody(words) if owned else denied):
                return told
    return ""


def _labelled(around: Surroundings, number: int, setting: Setting) -> Setting:
    """Return a setting with what brackets at the end of the sentence call it: "w: 6, x: 15 (gradients)"."""
    if setting.context in MOVED:
        return setting
    start, end = around.sentence(number)
    for place, inside in around.asides:
        words = [token for token in inside if token.role is not Role.ARTICLE and token.role not in HARMLESS]
        if start < around.drafts[number].last < place <= end + 1 and [w.role for w in words] == [Role.SLOPES]:
            return setting._replace(context="slopes")
    return setting


_MARK = Token("word", "", 0, 0, None, Role.RATE)


def _announces_gradients(tokens: list[Token], at: int) -> bool:
    """Whether "gradient" stands alone before a place: "Gradient: w = 6", not "a step of gradient: w = 4.94"."""
    last = last_seen(tokens, at)
    if last >= 0 and tokens[last].role is Role.BY and ends_sentence(tokens[min(at + 1, len(tokens) - 1)]):
        return True  # "Gradient of L with respect to:", and lines with names below
    behind = next((token for token in tokens[at + 1 :] if not token.edge), None)
    if behind is None or not behind.name:  # "Derivative: f'(x) = 2x" is of one only
        return False
    lead = [token for token in tokens[max(0, at - 3) : at] if token.role is not Role.ARTICLE and not token.edge]
    begins = len(lead) < 2 or (
        lead[-2].kind == "sep" and not (lead[-2].text == "stop" and lead[-2].end == lead[-1].start)
    )  # none of p.grad
    return bool(lead) and lead[-1].role is Role.SLOPE and begins


def _ends_line(around: Surroundings, place: int) -> bool:
    follows = around.tokens[place + 1] if place + 1 < len(around.tokens) else None
    return follows is not None and follows.kind == "sep" and follows.text in ("line", "block")


def _is_rate(draft: Draft) -> bool:
    """Whether an equation says what the learning rate is."""
    return [token.kind for token in draft.sides[0]] == ["rate"]


def _tells_new(draft: Draft, context: str, lexicon: Lexicon) -> bool:
    """Whether an equation gives what an input is after the step: "After the step w = 4.94. Now q = 9.88."."""
    if context != "after":
        return False
    named = [token.name for token in draft.sides[0] if isinstance(token.node, Symbol)]
    return len(named) == 1 and named[0] in lexicon.inputs


def _moves(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an equation gives an input its new value."""
    head = draft.sides[0]
    if "new" in [token.kind for token in head]:
        return True
    if draft.relations[1] not in ("<-", "-=", "+="):
        return False
    named = [token.name for token in head if isinstance(token.node, Symbol)]
    return len(named) == 1 and named[0] in lexicon.inputs


def _is_new(draft: Draft) -> bool:
    """Whether an equation is of a new value, and of nothing else: "w' = 1.7"."""
    return [token.kind for token in draft.sides[0] if not token.edge] == ["new"]


def titled(words: list[Token], before: str, *, sloped: bool) -> str:
    """Return what a heading makes of all under it."""
    roles = {word.role for word in words}
    if Role.NEW in roles or {Role.AFTER, Role.STEP} <= roles:
        return "after"
    if {Role.BEFORE, Role.STEP} <= roles:
        return "before"
    if Role.SLOPES in roles or _of_each(words):
        return "slopes"
    if Role.BACKWARD in roles and Role.VALUES not in roles:  # "forward and backward pass" is of both
        return "backward"
    if sloped and roles & {Role.STEP, Role.RATE}:
        return "step"
    if _goes_forward_again(before, words):
        return "after"
    return "stepped" if before in MOVED else ""


def _are_applied(words: list[Token]) -> bool:
    """Whether gradients are applied: "Applying a fraction of the gradients: w = 1.4"."""
    place = next((at for at, word in enumerate(words) if word.role in (Role.SLOPES, Role.SLOPE)), 0)
    passed = (Role.ARTICLE, Role.OF, Role.TIMES, Role.NUMBER)
    while place and (words[place - 1].role in passed or bare(words[place - 1].text) in _SHARE):
        place -= 1
    aims = any(word.role in _NOT_APPLIED or bare(word.text) in ("to", "yet") for word in words[:place])  # "before ..."
    return place > 0 and not aims and bare(words[place - 1].text) in _APPLIES


def _of_each(words: list[Token]) -> bool:
    """Whether words speak of the derivative by every quantity: "the gradient of L for each variable"."""
    slope = next((at for at, word in enumerate(words) if word.role is Role.SLOPE), len(words))
    moved = any(word.role in (Role.STEP, Role.CHANGES) for word in words)
    return not moved and any(bare(word.text) in _EACH for word in words[slope:])


def _context(before: str, words: list[Token], *, sloped: bool) -> str:
    """Return what is spoken of from here on: gradients, the step, values after it, or none of them."""
    if not words:
        return before
    roles = {word.role for word in words}
    new = _speaks_of_new(words)
    if not sloped and Role.SLOPES in roles and new:
        return before  # "compute all gradients and the new loss": of all that is asked
    if {Role.AFTER, Role.STEP} <= roles or new:
        return "after"  # "after the step", "the new loss"
    if _is_before(words):
        return "before"
    if before == "before":
        before = "after" if Role.AFTER in roles else "stepped" if sloped else ""  # "..., after it w = 4.94"
    if Role.RATE in roles and sloped:
        return "step"
    stepping = sloped and Role.STEP in roles
    if _are_applied(words):
        return "step"
    derives = Role.SLOPES in roles or _of_each(words)
    if derives and Role.NEW not in roles and not (stepping and _last(words) is Role.STEP):
        return "slopes"
    if stepping or (sloped and roles & {Role.NEW, Role.STAYS}):
        return "step"
    if Role.BACKWARD in roles and Role.VALUES not in roles:  # "forward and backward pass" is of both
        return "backward"
    if _goes_forward_again(before, words):
        return "after"
    if roles & {Role.VALUES, Role.NEW, Role.STEP}:
        return "stepped" if before in MOVED else ""
    return before


def _goes_forward_again(before: str, words: Collection[Token]) -> bool:
    """Whether the values are calculated once more, behind the step: "Forward pass again", "Recalculating the loss"."""
    if before not in MOVED or any(word.role in _CORRECTS for word in words):
        return False
    again = any(bare(word.text) in _AGAIN for word in words) and any(word.role is Role.VALUES for word in words)
    return again or any(word.text.lower() in _RECALCULATES for word in words)


def _is_before(words: Collection[Token]) -> bool:
    """Whether words end with what is before the step: "before the update", "vor dem Schritt", "without a step"."""
    said = [word for word in words if word.role not in (Role.ARTICLE, Role.FILLER, Role.LINK, Role.OF)]
    return any(
        (one.role is Role.BEFORE or bare(one.text) in WITHOUT) and other.role is Role.STEP
        for one, other in pairwise(said[-3:])
    )


def _last(words: list[Token]) -> Role | None:
    """Return what is spoken of last: gradients or the step."""
    return next((word.role for word in reversed(words) if word.role in (Role.SLOPES, Role.STEP)), None)


def _speaks_of_new(words: Collection[Token]) -> bool:
    """Whether words name what is new: "the new loss", "new weights", "nouvelle perte"."""
    named = (Role.PLAIN, Role.VALUES, Role.WEIGHT, Role.PART_OF_GRAPH)
    return any(
        one.role is Role.NEW and (other.role in named or other.text == "numbers") for one, other in pairwise(words)
    )
