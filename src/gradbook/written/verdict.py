"""Verdicts: what is said of one asked quantity."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


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
    FORWARD = "forward"
    INVERTED = "inverted"
    ARITHMETIC = "arith"
    BAD_STEP = "badstep"
    ROUNDING = "rounding"
    NOT_DIRECT = "notdirect"
    CONTRADICTION = "contradiction"


# For each diagnosis what the learner is told (never the answer), and what the teacher is.
MESSAGES: dict[Diagnosis, tuple[str, str]] = {
    Diagnosis.NONE: ("This does not follow. Go back to the graph and take one node at a time.", "No known mistake."),
    Diagnosis.LOCAL: (
        "This is how the next node changes, not yet how the end of the graph does: what is still to be multiplied?",
        "Local gradient instead of the total one.",
    ),
    Diagnosis.UPSTREAM_ONLY: (
        "You have what arrives from above. What does the node itself contribute?",
        "Upstream gradient only: the local factor is forgotten.",
    ),
    Diagnosis.SWAP: ("Look again at which quantity you differentiate by.", "The derivative by a neighbour."),
    Diagnosis.SIGN: ("Check the signs.", "Sign."),
    Diagnosis.ASCENT: ("Does the loss go down if you step this way?", "Ascent instead of descent."),
    Diagnosis.NO_RATE: ("How large is the step supposed to be?", "Learning rate forgotten."),
    Diagnosis.RATE_TWICE: ("Count how often the learning rate enters.", "Learning rate applied twice."),
    Diagnosis.GRADIENT_AS_NEW: ("A step changes the old value; where is it?", "Gradient, or step, given as new value."),
    Diagnosis.PATH: ("Does it reach the end by one way only?", "One path of a fan-out only."),
    Diagnosis.PATHS_MULTIPLIED: ("How do the contributions of several ways combine?", "Paths multiplied, not summed."),
    Diagnosis.FORWARD: ("This is a value of the forward pass. What is asked is a rate of change.", "Forward value."),
    Diagnosis.INVERTED: ("Which quantity stands above, which below?", "Inverted derivative."),
    Diagnosis.ARITHMETIC: ("The formula is right; calculate again.", "Slip of arithmetic after a right formula."),
    Diagnosis.BAD_STEP: ("The number is right, but a step on the way to it does not hold.", "Right by a wrong step."),
    Diagnosis.ROUNDING: ("Give more digits.", "Rounded too coarsely."),
    Diagnosis.NOT_DIRECT: ("Write it in terms of the nodes that feed it directly.", "True, not in direct operands."),
    Diagnosis.CONTRADICTION: ("You give two different answers.", "Two answers that differ; the last one is judged."),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of one asked quantity.

    Attributes:
        key: the quantity, as asked.
        status, diagnosis: what the answer is found to be, and what probably went wrong.
        points, of: given, and to be had.
        read: what was read, or the fragment that could not be.
        start, end: where in the source; 0, 0 where nothing is.
        work_shown: whether more than the bare result is there.
        number: the result that was read, for *carried*.
    """

    key: str
    status: Status
    diagnosis: Diagnosis
    points: Fraction
    of: Fraction
    read: str = ""
    start: int = 0
    end: int = 0
    work_shown: bool = False
    number: float | None = None

    @property
    def learner(self) -> str:
        """What the learner is told."""
        match self.status:
            case Status.RIGHT:
                return "Right."
            case Status.STEP_UNREAD:
                return "The result is right; a step could not be read."
            case Status.CARRIED:
                return "This follows from your earlier answer, which is not right."
            case Status.MISSING:
                return "No answer found."
            case Status.UNREAD:
                return f"This could not be read: {self.read}"
            case Status.PERSON:
                return "A person will look at this."
        return MESSAGES[self.diagnosis][0]

    @property
    def teacher(self) -> str:
        """What the teacher is told."""
        return MESSAGES[self.diagnosis][1] if self.diagnosis else str(self.status)
