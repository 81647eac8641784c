"""Settling: what some words do is told by the words beside them, before phrases are joined."""

from collections.abc import Callable, Set
from typing import NamedTuple

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role
from gradbook.written.lexing.words.lists.asking import REQUESTS
from gradbook.written.lexing.words.lists.concluding import DOING
from gradbook.written.lexing.words.lists.moving import MOVES
from gradbook.written.lexing.words.lists.referring import THIS
from gradbook.written.parsing.phrases import appositions
from gradbook.written.parsing.phrases.same.sameness import SAME, TOO_IN_TURKISH, alike
from gradbook.written.parsing.phrases.same.taken_over import TAKES_OVER, taken_over
from gradbook.written.parsing.phrases.slopes.leads import led
from gradbook.written.parsing.phrases.speech.addresses import addressed
from gradbook.written.parsing.phrases.speech.comparisons import caused, compared, grown, parted
from gradbook.written.parsing.phrases.speech.paths import without_paths
from gradbook.written.parsing.phrases.speech.repetitions import AGAINS, repeated
from gradbook.written.parsing.phrases.speech.seeming_doubts.apologies import excused
from gradbook.written.parsing.phrases.speech.seeming_doubts.closings import BELIEVES, DOUBTS, HOPES, taken_leave
from gradbook.written.parsing.phrases.speech.seeming_doubts.conditions import met
from gradbook.written.parsing.phrases.speech.seeming_doubts.degrees import OFF_TARGET, measured, off_target
from gradbook.written.parsing.phrases.speech.seeming_doubts.modals import able
from gradbook.written.parsing.phrases.speech.seeming_doubts.negations import NOTHING, settled
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import (
    VERSUS,
    compared_with_target,
    predicting,
    versus,
)
from gradbook.written.parsing.phrases.speech.seeming_doubts.questions import asked
from gradbook.written.parsing.phrases.speech.seeming_doubts.reassurances import reassured
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.classes import CLASSES, classed
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.marking import POINTS, marked
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.networks import NETWORKS, trained
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.rests import RESTS, with_rests
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.titles import titled
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.usages import USED, used
from gradbook.written.parsing.phrases.speech.words_by_place import placed
from gradbook.written.parsing.phrases.values import copulas
from gradbook.written.parsing.phrases.values.labels import SYMBOLS, set_off, without_counts, without_symbols
from gradbook.written.parsing.phrases.values.leading import led_by_words, led_nearly
from gradbook.written.parsing.phrases.values.moved import changes, points
from gradbook.written.parsing.phrases.values.moved.before_after import before_and_after, replaced
from gradbook.written.parsing.phrases.values.moved.nudged import nudged
from gradbook.written.parsing.phrases.values.moved.turned import FROM, turned
from gradbook.written.parsing.phrases.worked.operated import LESS, by_doing, taken_off, told_behind
from gradbook.written.parsing.phrases.worked.percents import PERCENT, with_signs
from gradbook.written.parsing.phrases.worked.plugged import PUTS_IN, WITH, put_in
from gradbook.written.parsing.phrases.worked.referred import referred
from gradbook.written.parsing.phrases.worked.sign_nouns import spoken_of


class Stage(NamedTuple):
    """A step on the way from tokens as they are written to tokens in which words stand for what they mean.

    Attributes:
        needs: kinds, texts and roles of tokens, of which one at least must be there.
        take: returns the tokens with what it makes of them.
    """

    needs: Set[str | Role | None]
    take: Callable[[list[Token]], list[Token]]


SETTLING = [
    Stage(PERCENT, with_signs),
    Stage({Role.MINUS, Role.PLUS}, spoken_of),
    Stage({"is"}, appositions.in_brackets),
    Stage({"arrow"}, without_paths),
    Stage({"arrow", "colon"}, led_nearly),
    Stage({Role.LINK, Role.SAME, Role.ARTICLE, "("}, led_by_words),
    Stage(FROM, turned),
    Stage({"struck"}, replaced),
    Stage(MOVES, nudged),
    Stage({Role.AFTER, Role.BEFORE, Role.NEW, Role.RESULT, Role.STEP, "is", "<-"}, before_and_after),
    Stage(HOPES | DOUBTS | BELIEVES | REQUESTS | MARKS, taken_leave),
    Stage({Role.RETRACTION, Role.HEDGE, Role.NEGATION, Role.DENIAL}, excused),
    Stage({Role.HEDGE, Role.CONDITION, Role.BEHIND}, able),
    Stage({Role.HEDGE, Role.OTHERS, Role.DENIAL}, predicting),
    Stage({Role.RETRACTION, *UNKNOWN}, compared_with_target),
    Stage(VERSUS, versus),
    Stage(USED, used),
    Stage({"heading", "todo", "to do"}, titled),
    Stage(RESTS, with_rests),
    Stage(CLASSES, classed),
    Stage({Role.OVER}, by_doing),
    Stage(LESS, taken_off),
    Stage(DOING, told_behind),
    Stage({Role.NEGATION, Role.DENIAL, Role.HEDGE, *UNKNOWN}, reassured),
    Stage(NOTHING | {Role.NEGATION, Role.ASPECT, Role.DENIAL}, settled),
    Stage(POINTS, marked),
    Stage(NETWORKS, trained),
    Stage({Role.OTHERS, *UNKNOWN}, addressed),
    Stage({Role.DENIAL}, measured),
    Stage(OFF_TARGET, off_target),
    Stage({Role.DENIAL}, asked),  # as question marks are
    Stage({Role.CONDITION}, met),
    Stage({Role.RETRACTION}, changes.falling),
    Stage({Role.RETRACTION} | AGAINS, repeated),
    Stage({Role.BEHIND, Role.TIMES}, compared),
    Stage({"is"}, caused),
    Stage({Role.CHANGES}, grown),
    Stage({Role.SLOPE}, led),
    Stage({Role.FOR, Role.OF, Role.BY, Role.ARTICLE, "colon"}, placed),
    Stage({"("}, without_counts),
    Stage(SYMBOLS, without_symbols),
    Stage({"colon"}, set_off),
    Stage({"|"}, points.barred),
    Stage({"cmp"}, parted),
    Stage(PUTS_IN | WITH, put_in),
    Stage(THIS, referred),
    Stage(TAKES_OVER, taken_over),
    Stage(SAME | TOO_IN_TURKISH, alike),
    Stage({"rel", Role.RELATION}, copulas.predicative),
]
"""What settles what some words do, in the order in which it is taken."""
