"""What is said of a verdict: to the learner in steps that give nothing away, and to the teacher in one line."""

from dataclasses import dataclass

from gradbook.written.exercise import Exercise, Key
from gradbook.written.verdict import Diagnosis


@dataclass(frozen=True, slots=True)
class Message:
    """What is said of one diagnosis.

    Attributes:
        title: its name in the manual.
        teacher: one line for the teacher.
        hints: for the learner, from a question to a method. {key}, {of}, {by} and {via} stand for the quantities, here
            and in `teacher`.
    """

    title: str
    teacher: str
    hints: tuple[str, ...]


_CHAIN = "Go down from {of} to {by} one node at a time and write one factor for each step, then put in numbers."

MESSAGES: dict[Diagnosis, Message] = {
    Diagnosis.NONE: Message(
        "no known mistake",
        "Wrong; no known mistake gives this.",
        (
            "This does not come out. Go back to the graph and take one node at a time.",
            "Write the step before the numbers: which nodes does {key} depend on?",
        ),
    ),
    Diagnosis.LOCAL: Message(
        "local gradient instead of the total",
        "Local gradient given; the factors above it are missing.",
        (
            "This says how the next node changes, not yet how the end of the graph does. What is still missing?",
            "You have the step from {via} to {by}. How does {of} change with {via}?",
            "Chain rule: d{of}/d{by} = d{of}/d{via} * d{via}/d{by}.",
        ),
    ),
    Diagnosis.UPSTREAM_ONLY: Message(
        "upstream gradient only",
        "Upstream gradient only; the local factor is forgotten.",
        (
            "You have what arrives from above. What does the last step contribute?",
            "You have how {of} changes with {via}. How does {via} change with {by}?",
            "Chain rule: d{of}/d{by} = d{of}/d{via} * d{via}/d{by}.",
        ),
    ),
    Diagnosis.SWAP: Message(
        "derivative by a neighbour",
        "The derivative by a neighbouring quantity (such as dq/dw for dq/dx).",
        (
            "Look again at the quantity by which you differentiate.",
            "In {via}, let only {by} move and hold the others still. What stands beside {by}?",
        ),
    ),
    Diagnosis.SIGN: Message(
        "sign",
        "A sign is wrong: the number's own, or that of one of its parts.",
        (
            "Check the signs, the number's own and those of its parts.",
            "Put negative numbers in brackets, and look for a minus that was lost on the way.",
        ),
    ),
    Diagnosis.ASCENT: Message(
        "ascent instead of descent",
        "A step up the gradient instead of down.",
        (
            "Would {of} become smaller if you step this way?",
            "Gradient descent goes against the gradient. Which sign does the step have?",
        ),
    ),
    Diagnosis.NO_RATE: Message(
        "learning rate forgotten",
        "A step by the whole gradient; the learning rate is forgotten.",
        ("How large is the step supposed to be?", "The step is the learning rate times the gradient."),
    ),
    Diagnosis.RATE_TWICE: Message(
        "learning rate applied twice",
        "The learning rate enters twice.",
        ("Count how often the learning rate enters.", "The step is the learning rate times the gradient, once."),
    ),
    Diagnosis.GRADIENT_AS_NEW: Message(
        "gradient given as the new value",
        "The gradient, or the step, is given as the new value.",
        (
            "A step changes the old value. Where is it in your answer?",
            "New {by} = old {by} minus learning rate times gradient.",
        ),
    ),
    Diagnosis.PATH: Message(
        "one path of a fan-out only",
        "One path only of several from {by} to {of}.",
        (
            "Does {by} reach {of} by one way only?",
            "Mark every arrow that leaves {by}. Each way to {of} contributes.",
            "Work out each way by itself, then add.",
        ),
    ),
    Diagnosis.PATHS_MULTIPLIED: Message(
        "product of paths instead of their sum",
        "The paths' contributions are multiplied instead of added.",
        (
            "How do the contributions of several ways combine?",
            "Along a way one multiplies. What does one do with different ways?",
        ),
    ),
    Diagnosis.POWER_RULE: Message(
        "power rule without the exponent as a factor",
        "Power rule without its factor: the exponent is not brought down (u for 2*u, the derivative of u^2).",
        (
            "Between {by} and {of} something is raised to a power, or multiplied by itself. Which rule is for that?",
            "Power rule: the exponent goes down by one. What else becomes of it?",
        ),
    ),
    Diagnosis.FORWARD: Message(
        "forward value given",
        "A value of the forward pass stands where a derivative belongs.",
        (
            "Here stands a value of the forward pass. What is asked is how fast something changes.",
            "If {by} grows a little, by how many times that does {of} grow?",
        ),
    ),
    Diagnosis.INVERTED: Message(
        "inverted derivative",
        "The derivative is upside down.",
        ("Which quantity stands above, and which below?", "d{of}/d{by}: the change of {of} for each change of {by}."),
    ),
    Diagnosis.ARITHMETIC: Message(
        "slip of arithmetic",
        "Slip of arithmetic after a right formula.",
        ("The formula is right. Calculate again.", "Put in one number at a time, negative ones in brackets."),
    ),
    Diagnosis.BAD_STEP: Message(
        "right result from a wrong step",
        "Right number by a step that does not hold (a broken chain, or a coincidence of numbers).",
        (
            "The number comes out, but a step on the way does not hold. Would it hold for other numbers too?",
            _CHAIN,
        ),
    ),
    Diagnosis.ROUNDING: Message(
        "rounding too coarse",
        "Rounded too coarsely.",
        ("Give more digits.", "Three digits that count are enough; round at the end only."),
    ),
    Diagnosis.NOT_DIRECT: Message(
        "true, but not in the direct operands",
        "True, but not in terms of the node's direct operands.",
        ("True, but more than one step at once.", "Write {of} in terms of the two nodes whose arrows end in it."),
    ),
    Diagnosis.NO_VALUE: Message(
        "formula without its value",
        "The formula is right; no value is given.",
        ("The formula is right. Now put in the numbers: what does it come to?",),
    ),
    Diagnosis.CONTRADICTION: Message(
        "two answers that differ",
        "Two answers that differ.",
        ("You give two different answers. Keep the one that you mean.",),
    ),
}


def hints(diagnosis: Diagnosis, exercise: Exercise, key: Key) -> tuple[str, ...]:
    """Return the learner's hints for a diagnosis, the gentlest first, with the names of the quantities put in."""
    names = _names(exercise, key)
    return tuple(hint.format_map(names) for hint in MESSAGES[diagnosis].hints)


def teacher_line(diagnosis: Diagnosis, exercise: Exercise, key: Key) -> str:
    """Return the teacher's line for a diagnosis, with the names of the quantities put in."""
    return MESSAGES[diagnosis].teacher.format_map(_names(exercise, key))


def _names(exercise: Exercise, key: Key) -> dict[str, str]:
    """Return what {key}, {of}, {by} and {via} stand for."""
    of = key.of if key.kind != "new" else exercise.graph.output
    by = key.by or key.of
    via = next((name for name, args in exercise.arguments.items() if by in args and exercise.reaches(of, name)), of)
    return {"key": key.text, "of": of, "by": by, "via": via}
