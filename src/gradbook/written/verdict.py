"""What is said of one asked quantity."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from gradbook.core.text.quotes import quoted


class Status(StrEnum):
    """What an answer is found to be."""

    RIGHT = "right"
    STEP_UNREAD = "right value, step unread"
    WRONG_STEP = "right value, wrong step"
    WRONG = "wrong"
    CARRIED = "carried"
    MISSING = "missing"
    UNREAD = "unread"
    PERSON = "for a person"

    @property
    def decided(self) -> bool:
        """Whether this needs nobody to look at it."""
        return self not in (Status.UNREAD, Status.PERSON)

    @property
    def sign(self) -> str:
        """One sign, where there is no room for words, the same wherever findings are shown."""
        return _SIGNS[self]


_SIGNS = {
    Status.RIGHT: "✓",
    Status.STEP_UNREAD: "~",
    Status.WRONG_STEP: "~",
    Status.CARRIED: "~",
    Status.WRONG: "✗",
    Status.MISSING: "–",
    Status.UNREAD: "?",
    Status.PERSON: "?",
}


class Diagnosis(StrEnum):
    """What probably went wrong; the codes are those of the samples."""

    NONE = ""
    LOCAL = "local"
    UPSTREAM_ONLY = "upstream_only"
    SWAP = "swap"
    SIGN = "sign"
    ASCENT = "ascent"
    NO_RATE = "nolr"
    RATE_TWICE = "lrtwice"
    GRADIENT_AS_NEW = "gradnew"
    PATH = "path"
    PATHS_MULTIPLIED = "pathproduct"
    POWER_RULE = "powerrule"
    FORWARD = "forward"
    INVERTED = "inverted"
    ARITHMETIC = "arith"
    BAD_STEP = "badstep"
    ROUNDING = "rounding"
    NOT_DIRECT = "notdirect"
    CONTRADICTION = "contradiction"
    NO_VALUE = "novalue"


class Basis(StrEnum):
    """What decided a verdict, in words."""

    STATED = "what is stated of it"
    CARRIED = "what is stated of it follows from an earlier answer, which is not right"
    DOUBTED = "what is stated of it is in doubt"
    UNREAD = "what is stated of it is not understood to its end, or may be of something else"
    NO_VALUE = "what is stated of it is a formula alone, or lacks what it is calculated with"
    DISAGREEING = "what is stated of it does not agree"
    FORMULA = "a formula is asked: the equations that give it in others"
    NAMELESS = "a calculation that names no quantity, and can only be its"
    FACTORS = "what it is said to be where it is a factor, or the function of a number"
    CLAUSE = "a clause in words"
    LISTED = "a list of numbers beside names"
    SCATTERED = "a number beside its name, in an answer that is right nearly all over"
    NARRATED = "a sentence that says it among others, in an answer that is right nearly all over"
    SLIGHT = "what is stated of it, and no more than a slight doubt, in an answer that is right nearly all over"
    LIST_AGAINST = "a list of numbers says otherwise than what is stated of it"
    CLAUSE_AGAINST = "a clause in words says otherwise than what is stated of it"
    SOMETHING_ELSE = "what stands beside it may be of something else"
    NEAR_MISS = "it is off by little, which rounding may explain"
    REVERSED = "other steps of the answer go the other way"
    SLIP = "the value is right, and its step may be a slip of the pen"
    OTHER_INPUT = "the answer has another input than the exercise gives"
    OTHER_STEP = "the answer takes another step than the exercise"
    CONTRADICTED = "it does not follow from other numbers of the answer"
    SAID_LATER = "another number seems to be given for it behind it"
    BARE_NUMBER = "another number stands as a result without a name"
    PROGRAM = "the answer's program does something else"
    TOLD_OTHERWISE = "a sentence that states nothing names it with another number"
    TWO_WAYS = "the answer can be read in two ways"
    PICTURE = "a picture, or an equation that the page does not show, may hold it"
    UNREADABLE = "nothing in the answer could be read"
    MENTION = "a sentence names it, and no statement is read there"
    LOOSE = "an equation of which nothing is known"
    STRAY = "a number or a formula in the answer may be it"
    ELSEWHERE = "a statement of it at another point, or in a later round"
    NOTHING = "nothing is said of it"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one asked quantity.

    Attributes:
        key: the quantity, in the notation of `Exercise`.
        asked: the quantity as a learner would write it: w_new for the key w1.
        status, diagnosis: what the answer is found to be, and what probably went wrong.
        points, of: given, and to be had.
        read: the fragment of the source that the verdict is about.
        start, end: where in the source; 0, 0 where nothing is.
        understood: how the fragment was read, in the graph's notation.
        work_shown: whether more than the bare result is there, or is not needed (a formula, df/df = 1).
        number: the result that was read, for *carried*.
        hints: for the learner, the gentlest first; none gives the answer away.
        teacher: one line for the teacher.
        reason: why a statement is *unread*, in a sentence.
        basis: what decided.
    """

    key: str
    asked: str
    status: Status
    diagnosis: Diagnosis
    points: Fraction
    of: Fraction
    read: str = ""
    start: int = 0
    end: int = 0
    understood: str = ""
    work_shown: bool = False
    number: float | None = None
    hints: tuple[str, ...] = ()
    teacher: str = ""
    reason: str = ""
    basis: Basis = Basis.STATED

    def for_a_person(self, basis: Basis, teacher: str = str(Status.PERSON)) -> "Verdict":
        """Return the same, left to a person, who is told why."""
        return replace(
            self,
            status=Status.PERSON,
            diagnosis=Diagnosis.NONE,
            points=Fraction(0),
            hints=(),
            teacher=teacher,
            basis=basis,
        )

    @property
    def learner(self) -> str:
        """What the learner is told first."""
        match self.status:
            case Status.RIGHT:
                return "Right."
            case Status.STEP_UNREAD:
                return "The result is right; a step could not be read."
            case Status.CARRIED:
                return "This follows from your earlier answer, which is not right."
            case Status.MISSING:
                return f"No answer found. Write it as {self.asked} = ..."
            case Status.UNREAD:
                reason = self.reason or f"This could not be read: {quoted(self.read)}."
                return f"{reason} Write one equation a line and nothing beside it, as {self.asked} = ..."
            case Status.PERSON if not self.hints:
                return "A person will look at this."
        return self.hints[0]

    @property
    def mark(self) -> str:
        """One sign for the status, where there is no room for words."""
        return self.status.sign
