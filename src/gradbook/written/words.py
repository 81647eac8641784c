"""The few words of prose that change what an equation beside them means. All others are skipped."""

import re

NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

# Beside these an equation may not be what the learner claims.
TAINT = {
    "not", "isn't", "isn", "wrong", "incorrect", "if", "suppose", "assume", "instead", "would", "unlike", "rather",
    "false", "never", "neither", "guess", "maybe", "either", "or", "except", "without",
}  # fmt: skip

# These take back what was said before.
RETRACT = {
    "sorry", "mistake", "correction", "wait", "actually", "thought", "oops", "corrected", "scratch", "edit", "correct",
    "fixed", "ignore", "again", "redo", "redone", "attempt", "forgot", "retry",
}  # fmt: skip

# Between a quantity and "= 6" or "is 6" these do not change what the equals sign speaks of.
LINKS = {
    "which", "this", "that", "it", "and", "so", "thus", "then", "hence", "therefore", "also", "value", "result",
    "answer", ".", "finally", "overall", "total", "simply", "just", "again", "s", "there", "fore", "plugging", "in",
    "we", "get", "have", "numerically", "numbers", "here", "now", "the", "i", "ie", "with", "because", "since", "as",
}  # fmt: skip

WEIGHTS = {"weight": "w", "weights": "w", "bias": "b"}

# Between "is" and a value these say nothing.
FILLERS = {"just", "simply", "then", "also", "exactly", "equal", "equals", "to", "therefore", "thus", "about", "only"}

SPELLED = {"times": "*", "multiplied": "*", "plus": "+", "minus": "-", "over": "/", "divided": "/"}

SLOPE = {"gradient", "gradients", "derivative", "derivatives", "slope", "grad", "partial", "ableitung", "dérivée"}

NEW = {
    "new", "updated", "update", "step", "stays", "stay", "becomes", "after", "changes", "increases", "decreases",
}  # fmt: skip

NO_ANSWER = re.compile(r"not sure|don'?t know|no idea|do not know|can'?t|skip", re.IGNORECASE)
