"""Phrases: words that stand for signs or quantities become the tokens that they stand for, by an ordered list of rules.

Each rule looks at the tokens from a place on, knows those before it, and returns what it makes of them and where to go
on. The first that applies wins. A rule says with which words it begins, by what they do or as they are written.
"""

from collections.abc import Callable, Iterable, Set
from functools import lru_cache
from typing import NamedTuple

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token, placed
from gradbook.written.lexing.words.counting import PARTS, SAMES, TOO
from gradbook.written.lexing.words.dictionary import Languages, Role, bare
from gradbook.written.lexing.words.lists.concluding import DOING
from gradbook.written.lexing.words.lists.moving import HOW, LANDS
from gradbook.written.lexing.words.lists.particles import OBJECT
from gradbook.written.lexing.words.lists.prepositions import THROUGH
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.grammar.edges import last_seen
from gradbook.written.parsing.grammar.inventory import ROLES, inventory
from gradbook.written.parsing.phrases import operations, valued_names
from gradbook.written.parsing.phrases.called import functions
from gradbook.written.parsing.phrases.called.arguments import of_numbers, without_arguments
from gradbook.written.parsing.phrases.called.differences import COMPARED, with_nouns
from gradbook.written.parsing.phrases.called.differentiated import DIFFERENTIATES, named_by_kind, tentative
from gradbook.written.parsing.phrases.called.errors import ERRORS, with_errors
from gradbook.written.parsing.phrases.called.factors import FACTORS, with_factors
from gradbook.written.parsing.phrases.called.kinds import PREDICTIONS, VALUED
from gradbook.written.parsing.phrases.called.named import NAMED, NOUNS, by_function, with_noun
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.called.signals import SIGNALS, signalled
from gradbook.written.parsing.phrases.called.values import valued
from gradbook.written.parsing.phrases.goods import with_goods
from gradbook.written.parsing.phrases.joined import joined
from gradbook.written.parsing.phrases.layout.columns import with_columns
from gradbook.written.parsing.phrases.layout.concluded import with_conclusions
from gradbook.written.parsing.phrases.layout.dashes import with_dashes
from gradbook.written.parsing.phrases.layout.displayed import run_on
from gradbook.written.parsing.phrases.layout.step_sizes import with_led_steps
from gradbook.written.parsing.phrases.layout.wrapped import unwrapped
from gradbook.written.parsing.phrases.same.also import ALREADY, said_of_another
from gradbook.written.parsing.phrases.same.gapped import gapped
from gradbook.written.parsing.phrases.same.likeness import the_same
from gradbook.written.parsing.phrases.settling import SETTLING
from gradbook.written.parsing.phrases.slopes import (
    by_words,
    derivatives,
    flows,
    gradients,
    particles,
    together,
    written_out,
)
from gradbook.written.parsing.phrases.slopes.antecedents import THAT, also_for, of_the_last, primed, that_of
from gradbook.written.parsing.phrases.slopes.copied import with_bars, with_hats
from gradbook.written.parsing.phrases.slopes.local.dependence import DEPENDS, depends
from gradbook.written.parsing.phrases.slopes.local.differentials import local_differentials
from gradbook.written.parsing.phrases.slopes.local.spoken import of_their_nodes
from gradbook.written.parsing.phrases.slopes.parallels import LISTING, in_parallel, slopes_of
from gradbook.written.parsing.phrases.slopes.received import bracketed, shares, summed, totals, verbs_behind
from gradbook.written.parsing.phrases.slopes.received.inquiries import with_inquiries
from gradbook.written.parsing.phrases.slopes.received.parted import WAYS as PARTS_WAYS
from gradbook.written.parsing.phrases.slopes.received.parted import parted
from gradbook.written.parsing.phrases.slopes.received.reactions import with_reactions
from gradbook.written.parsing.phrases.slopes.received.ways import WAYS, with_ways
from gradbook.written.parsing.phrases.speech.others.warnings import warned
from gradbook.written.parsing.phrases.speech.paths import with_labels
from gradbook.written.parsing.phrases.speech.seeming_doubts.conditions import LEADING, leading
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.aimed_at import OUGHT, with_targets_said
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.misses import missed_by
from gradbook.written.parsing.phrases.speech.weighing.explained import AGAINST, explained
from gradbook.written.parsing.phrases.values import (
    amounts,
    copulas,
    neurons,
    outcomes,
    places,
    predictions,
    squared_errors,
    verbs,
)
from gradbook.written.parsing.phrases.values.moved import changes, landings, new_values, points, unmoved, weights
from gradbook.written.parsing.phrases.values.moved.arrivals import arrived
from gradbook.written.parsing.phrases.values.moved.recalculated import recalculated
from gradbook.written.parsing.phrases.values.obtained import (
    DIFFERENTIATING,
    TURNS,
    differentiating,
    obtained,
    turned,
    with_objects,
)
from gradbook.written.parsing.phrases.verbs_first import with_verbs_behind
from gradbook.written.parsing.phrases.ways import by_way
from gradbook.written.parsing.phrases.with_new import LEADS, in_brackets, with_new
from gradbook.written.parsing.phrases.worked import prepositions
from gradbook.written.parsing.phrases.worked.described import described
from gradbook.written.parsing.phrases.worked.dictated import POINTS, dictated, divided
from gradbook.written.parsing.phrases.worked.gates import GATES, with_gates
from gradbook.written.parsing.phrases.worked.operated import continued, without_operands
from gradbook.written.tracing.trace import note


class Rule(NamedTuple):
    """A rule for phrases.

    Attributes:
        name: what it reads.
        read: returns what it makes of the tokens from a place on, and where to go on.
        roles, words: what the word at that place does, or which it is.
    """

    name: str
    read: Callable[[list[Token], int, list[Token], Lexicon], tuple[list[Token], int] | None]
    roles: Set[Role | None]
    words: Set[str] = frozenset()


_OPERATING = DOING | {"op"}
_WEIGHTS = frozenset({Role.WEIGHT, Role.BIAS})
_SPOKEN = frozenset({"word", "bad", "rate"})  # kinds of what rules begin with
_STEPS = frozenset({Role.STEP, Role.RATE, "rate"})
_LEADING = frozenset({"arrow", "colon"})


def _written(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(bare, words))


RULES = [
    Rule(
        "where a line says that something goes to",
        flows.addressed,
        frozenset(),
        _written(flows.ADDRESSED | flows.ARRIVES),
    ),
    Rule("what has the same gradient", the_same, frozenset(), SAMES | TOO),
    Rule("what a quantity gets", shares.received, frozenset(), _written(shares.VERBS)),
    Rule("what a quantity gets, before the verb", verbs_behind.received, frozenset(), _written(verbs_behind.VERBS)),
    Rule("derivative of the function of a neuron", functions.of_function, {Role.SLOPE}),
    Rule("error signal of a node", signalled, frozenset(), SIGNALS),
    Rule("gradient at a point", places.gradient_at, {Role.SLOPE}),
    Rule("derivative of an expression", written_out.of_expression, {Role.SLOPE}),
    Rule("derivative of one by another, as a function of both", gradients.of_pair, {Role.SLOPE}),
    Rule("derivatives by several", slopes_of, {Role.SLOPE, Role.SLOPES, Role.PARTIAL}),
    Rule("what is passed on to a quantity", shares.passed_on, ROLES),
    Rule("gradients of several, each by its own", together.each_by_its_own, {Role.SLOPES}),
    Rule("gradients of several", together.gradients_together, {Role.BY, Role.OF, Role.SLOPE}),
    Rule("derivative with a verb or a particle behind it", particles.differentiated, {Role.BY}, particles.WITH),
    Rule("what is obtained for a quantity", obtained, {Role.FOR}, {"per"}),
    Rule("what differentiating gives", differentiating, frozenset(), DIFFERENTIATING),
    Rule("what a name has for its value", valued_names.of_number, {Role.OF}),
    Rule("what is another's value", valued_names.equal_to_value, frozenset(), _written(VALUE_NOUNS)),
    Rule("the value of what was named", valued_names.with_value, frozenset(), _written(VALUE_NOUNS)),
    Rule("what a quantity has", verbs.has, frozenset(), _written(verbs.HAVE | verbs.WITH_VALUE)),
    Rule("what a calculation comes to", verbs.since, frozenset(), verbs.SINCE),
    Rule("what a quantity is about", verbs.about, frozenset(), verbs.ABOUT),
    Rule("the only node of a kind", verbs.of_kind, frozenset(), frozenset(OPERATION)),
    Rule("derivative of what was said before", of_the_last, {Role.SLOPE}),
    Rule("how one depends on another", depends, frozenset(), DEPENDS),
    Rule("derivative of one by another", derivatives.of_by, {Role.SLOPE}, derivatives.PARTIALS),
    Rule("derivative, the quantities first", derivatives.quantities_first, {Role.BY, Role.OF}),
    Rule("derivative by a quantity, of one behind it", by_words.by_behind, {Role.BY}),
    Rule("derivative by a quantity", by_words.by_first, {Role.BY}),
    Rule("gradient before a vector", gradients.gradient_vector, {Role.SLOPE}),
    Rule("gradient in a step", gradients.gradient_in_step, {Role.SLOPE}),
    Rule("gradient of the step", gradients.gradient_of_step, {Role.SLOPE}),
    Rule("gradient on its way", flows.arriving, {Role.SLOPE}, _written(flows.PRONOUNS)),
    Rule("gradient behind its point", places.at_place_gradient, {Role.SLOPE}),
    Rule("gradient of a quantity", derivatives.gradient_of, {Role.SLOPE}, derivatives.PARTIALS),
    Rule("gradient behind its quantity", derivatives.gradient_behind, {Role.SLOPE}, derivatives.PARTIALS),
    Rule("gradient that a quantity has", flows.possessed, frozenset(), {"s"}),
    Rule("what a number is handed on to", flows.handed, frozenset(), _written(flows.HANDS)),
    Rule("what numbers in brackets are handed on to", bracketed.in_brackets, frozenset(), _written(flows.HANDS)),
    Rule("where a number arrives", flows.reached, frozenset(), _written(flows.MOVES)),
    Rule("number that flows to a quantity", flows.flowing, frozenset(), _written(flows.MOVES)),
    Rule(
        "gradients with their quantities in brackets",
        amounts.in_brackets,
        {Role.SLOPE, Role.SLOPES, Role.NEW},
        {"partials"},
    ),
    Rule("number before its quantity", amounts.named_behind, {Role.FOR, Role.BY}, _written(shares.TOWARDS)),
    Rule("gradient of one more", also_for, {Role.FOR, Role.BY}, _written(shares.TOWARDS)),
    Rule("that of one more", that_of, frozenset(), _written(THAT)),
    Rule("partial f / partial w", derivatives.partial_over_partial, {Role.PARTIAL}),
    Rule("new point", points.new_point, frozenset(), points.NOUNS),
    Rule("by which way", by_way, frozenset(), THROUGH),
    Rule("new value in brackets", in_brackets, {Role.NEW, Role.AFTER}, LEADS),
    Rule("new value with new inputs", with_new, frozenset(), LEADS),
    Rule("what a weight becomes", weights.becomes, _WEIGHTS),
    Rule("new value of a quantity", new_values.new_name, _WEIGHTS | {Role.NEW}),
    Rule("update of a quantity", new_values.update_of, {Role.STEP}),
    Rule("old value of a quantity", new_values.old_name, {Role.OLD, Role.BEFORE}),
    Rule("value after the step", new_values.after_step, _WEIGHTS | {Role.AFTER, Role.BY}),
    Rule("value that an input has now", new_values.is_now, frozenset(), new_values.IS_NOW),
    Rule("what a quantity is after the step", outcomes.is_after, {Role.AFTER, Role.BY}),
    Rule("value that stays", unmoved.unmoved, {Role.STAYS}),
    Rule("an output that stays", outcomes.stays, {Role.STAYS}),
    Rule("what a step would give", leading, frozenset(), LEADING),
    Rule("step in French", operations.pace, frozenset(), {"pas"}),
    Rule("learning rate", operations.rate, {Role.RATE}, {"pas"}),
    Rule("what one of the neurons has", neurons.possessed, frozenset(), neurons.NOUNS | {"its"}),
    Rule("a neuron by its number", neurons.numbered, frozenset(), neurons.NOUNS),
    Rule("what goes into a neuron", neurons.net_input, {Role.NET}),
    Rule("a change from one value to another", changes.from_to, frozenset(), changes.FROM),
    Rule("a change of the point", points.point_moved, frozenset(), changes.FROM_TO.keys()),
    Rule("a change and how it is calculated", changes.reckoned, {Role.CHANGES}),
    Rule("a change to a value", changes.to, {Role.CHANGES}),
    Rule("a change to a value before the verb", changes.to_behind, frozenset(), changes.BEHIND_TO),
    Rule("what is moved to a value", changes.moved_to, frozenset(), changes.TO | changes.AT),
    Rule("where a change ends", landings.lands, frozenset(), LANDS),
    Rule("a change by an arrow", changes.goes, changes.PASSED, outcomes.NOUNS),
    Rule("one more with the same verb", verbs.as_before, {Role.ARTICLE}, _written(verbs.AGAIN)),
    Rule("what is calculated once more", recalculated, frozenset(), outcomes.NOUNS),
    Rule("the output", outcomes.outcome, frozenset(), outcomes.NOUNS),
    Rule("the squared error", squared_errors.squared, frozenset(), _written(squared_errors.NOUNS)),
    Rule("the prediction", predictions.predicted, frozenset(), _written(PREDICTIONS | predictions.VERBS)),
    Rule("a name behind its noun", with_noun, NAMED, NOUNS),
    Rule("a name behind its function", by_function, {Role.ARTICLE, Role.AFTER}),
    Rule("what a node is in a neuron, with its number", valued, {Role.NET}, VALUED | ERRORS),
    Rule("part of a number", operations.fraction, frozenset(), PARTS.keys()),
    Rule("number in words", operations.number, ROLES),
    Rule("operation in words", operations.sign, operations.SIGNS.keys(), operations.NEGATIVE),
    Rule("operation with its verb behind it", operations.put_together, frozenset(), operations.PARTICLES),
    Rule("a differential by another", operations.by_differential, frozenset(), {"by", "nach", "upon"}),
    Rule("operation as a preposition", prepositions.said, frozenset(), prepositions.BETWEEN),
    Rule("square in words", operations.power, {Role.POWER}),
    Rule("power in words", operations.raised, frozenset(), operations.RAISES),
    Rule("also", particles.also, frozenset(), particles.ALSO),
    Rule("what several parts come to", totals.comes_to, frozenset(), totals.TOTALS),
    Rule("several parts that are added", totals.adds_up, frozenset(), totals.SHARES),
    Rule("the total of a quantity", particles.in_all, frozenset(), _written(particles.IN_ALL)),
    Rule("what is found by calculating", particles.calculated, frozenset(), particles.OBJECT),
    Rule("value of a quantity", particles.value_of, {Role.OF, Role.ARTICLE, Role.PART_OF_GRAPH}, particles.VALUE),
    Rule("derivative of a function at its argument", functions.at_argument, {Role.FOR}),
    Rule("quantity at a point", places.at_point, {Role.FOR}, {"evaluated"}),
    Rule("a verb that is no share", operations.relation, {Role.RELATION}),
]


def prepared(tokens: list[Token], lexicon: Lexicon, languages: Languages, source: str) -> list[Token]:
    """Return the tokens with phrases of several words joined, and with what some words do told by those beside them."""
    if not POINTS.isdisjoint(inventory(tokens)):
        tokens = dictated(tokens)
    tokens = placed(joined(with_goods(tokens, lexicon), languages))
    held = inventory(tokens)
    if "-" in held:
        tokens = with_columns(with_dashes(tokens), source)
    if "open" in held and Role.LINK in held and "rel" in held:
        tokens = with_conclusions(tokens)
    if not held.isdisjoint(_STEPS) and not held.isdisjoint(_LEADING):
        tokens = with_led_steps(tokens)
    if "op" in held and not held.isdisjoint(GATES):
        tokens = with_gates(tokens)
    if "diff" in held:
        tokens = divided(tokens)
    if not held.isdisjoint(PARTS_WAYS):
        tokens = parted(tokens, lexicon)
    if not held.isdisjoint(WAYS):
        tokens = with_ways(tokens)
    if not held.isdisjoint(HOW) and "name" in held:
        tokens = with_inquiries(tokens, lexicon)
    if "name" in held and "word" in held:
        tokens = with_reactions(tokens, lexicon)
    if "line" in held:
        tokens = unwrapped(tokens, source)
    if not held.isdisjoint(totals.TOTALS):
        tokens = summed.with_sums(tokens, lexicon)
    if "^" in held:
        tokens = with_hats(tokens, lexicon)
    if "∂" in held:
        tokens = with_bars(tokens, lexicon)
    if "is" in held or not held.isdisjoint(ALREADY):
        tokens = said_of_another(tokens, lexicon)
    if "is" in held:
        tokens = run_on(tokens)  # first, since words that lead to a number say more than such that explain
        tokens = described(tokens, lexicon)
    if not held.isdisjoint(AGAINST):
        tokens = explained(warned(missed_by(tokens, lexicon), source), source)
    if "colon" in held and ("arrow" in held or "<-" in held):
        tokens = with_labels(tokens, lexicon)
    if Role.LOCAL in held:
        tokens = of_their_nodes(local_differentials(tokens, lexicon), lexicon)
    if Role.OF in held or "aus" in held:
        tokens = of_numbers(tokens)
    if "open" in held and Role.SLOPE in held:
        tokens = without_arguments(tokens, lexicon)
    if "is" in held or not held.isdisjoint(OUGHT):
        tokens = with_targets_said(tokens, lexicon, source)
    for stage in SETTLING:
        if not held.isdisjoint(stage.needs):
            tokens = stage.take(tokens)
    return tokens


def spoken(tokens: list[Token], lexicon: Lexicon, languages: Languages, source: str) -> list[Token]:
    """Return the tokens with phrases of several words joined, and with what words stand for in their place."""
    return meant(prepared(tokens, lexicon, languages, source), lexicon, languages)


def meant(tokens: list[Token], lexicon: Lexicon, languages: Languages) -> list[Token]:
    """Return tokens whose phrases are joined with what words stand for in their place."""
    held = inventory(tokens)
    if not held.isdisjoint(COMPARED):
        tokens = with_nouns(tokens, lexicon)
    if not held.isdisjoint(FACTORS) and "op" in held:
        tokens = with_factors(tokens, lexicon)
    if not held.isdisjoint(ERRORS) and "=" in held:
        tokens = with_errors(tokens, lexicon)
    called: list[Token] = []
    if not held.isdisjoint(DIFFERENTIATES):
        tokens = called = named_by_kind(tokens, lexicon)
    tokens = copulas.put_first(primed(tokens, lexicon), languages)
    if not held.isdisjoint(TURNS):
        tokens = turned(tokens)
    if "comma" in held and (Role.MINUS in held or Role.PLUS in held):
        tokens = continued(tokens)
    if not held.isdisjoint(_SPOKEN):
        tokens = gapped(tentative(_phrased(tokens, lexicon), called), lexicon)
        held = inventory(tokens)
    if not held.isdisjoint(_OPERATING):
        tokens = without_operands(tokens)
    if "/" in held:
        tokens = operations.without_slashes(tokens)
    if "open" in held:
        tokens = arrived(points.unnamed(tokens, lexicon), lexicon)
    if not held.isdisjoint(OBJECT):
        tokens = with_objects(tokens)
    return tokens if held.isdisjoint(LISTING) else in_parallel(with_verbs_behind(tokens), lexicon)


def _phrased(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens with what rules make of words."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "word" or (token.kind == "bad" and outcomes.noun_of(token)):
            phrase, at = _read(tokens, at, result, lexicon)
            result += phrase
            continue
        equation, behind = operations.rated(token, tokens, at + 1) if token.kind == "rate" else ([], at)
        if equation:
            result += equation
            at = behind
        else:
            result.append(token)
            at += 1
    return result


def _read(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int]:
    """Return what the first rule that applies makes of a word and those behind it; the word itself where none does."""
    token = tokens[at]
    rules = _beginning(token.role, bare(token.text))
    for rule in rules:
        if found := rule.read(tokens, at, before, lexicon):
            note(rule.name, rule.read, token.start, tokens[found[1] - 1].end)
            return found
    seen = last_seen(before) + 1
    if rules and 0 < seen < len(before):  # "$w$ after the step": once more without the edge of mathematics between
        edges = before[seen:]
        del before[seen:]
        for rule in rules:
            if found := rule.read(tokens, at, before, lexicon):
                note(rule.name, rule.read, token.start, tokens[found[1] - 1].end)
                return found
        before += edges
    return [token], at + 1


@lru_cache(maxsize=4_000)
def _beginning(role: Role | None, word: str) -> tuple[Rule, ...]:
    """Return the rules that may begin with a word."""
    return tuple(rule for rule in RULES if role in rule.roles or word in rule.words)
