"""The few words of prose that change what an equation beside them means. All others are skipped."""

import re

PARTS = {"half", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "sixth", "eighth", "tenth"}
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]

# After one of these, in the same sentence, an equation may not be what the learner claims.
TAINT = {
    "not", "isn't", "isn", "wrong", "incorrect", "if", "suppose", "assume", "instead", "would", "unlike", "rather",
    "false", "never", "neither", "guess", "maybe", "either", "or", "except", "without", "don", "doesn", "doubt",
    "cannot", "friend", "might", "mistake",
}  # fmt: skip

# One of these right behind an equation takes it back, or makes it another one.
DENIAL = {
    "wrong", "incorrect", "false", "isn", "doesn", "cannot", "can", "would", "impossible",
    "?", "✗", "✘", "maybe", "guess", "or", "unless",
    "million", "thousand", "hundred", "dozen", "per", "halves", "thirds", "mod", "more", "less", "half",
}  # fmt: skip

# Behind one of these a number speaks of something else.
ELSE = {"if", "because", "since", "when", "increasing", "increases", "increase", "decreases", "decrease", "by"}

# What stands before a result that is given once more.
RESULT = {"final", "answer", "result", "the", "my", ".", ",", "so"}

# These repeat what is denied: "6, not 2".
AGAINST = {"not", "instead", "of", "rather", "than", "unlike"}

# These take back what was said before.
RETRACT = {
    "sorry", "mistake", "correction", "wait", "actually", "thought", "oops", "corrected", "scratch", "edit", "correct",
    "fixed", "ignore", "again", "redo", "redone", "attempt", "forgot", "retry", "but", "however",
}  # fmt: skip

# Between a quantity and "= 6" or "is 6" these do not change what the equals sign speaks of.
LINKS = {
    "which", "this", "that", "it", "and", "so", "thus", "then", "hence", "therefore", "also", "value", "result",
    "answer", ".", ",", "finally", "overall", "total",
    "simply", "just", "again", "s", "there", "fore", "plugging", "in",
    "we", "get", "have", "numerically", "numbers", "here", "now", "the", "i", "ie", "with", "because", "since", "as",
    "or",
}  # fmt: skip

WEIGHTS = {"weight": "w", "weights": "w", "bias": "b"}

# Between "is" and a value these say nothing.
FILLERS = {
    "just", "simply", "then", "also", "exactly", "equal", "equals", "to", "therefore", "thus", "about", "only", "now",
    "roughly", "approximately",
}  # fmt: skip

# Phrases that stand for "is".
IS = [
    ["should", "be"], ["must", "be"], ["will", "be"], ["comes", "out", "to", "be"],
    ["evaluates", "to"], ["comes", "out", "as"], ["comes", "out", "to"],
    ["comes", "to"], ["has", "the", "value"], ["decreases", "to"], ["increases", "to"], ["goes", "to"],
    ["changes", "to"], ["turns", "into"], ["works", "out", "to"], ["reduces", "to"], ["simplifies", "to"],
]  # fmt: skip

SPELLED = {"times": "*", "multiplied": "*", "plus": "+", "minus": "-", "over": "/", "divided": "/"}

# What a heading or the beginning of a list says of all that follows.
SLOPES_FOLLOW = {"gradients", "derivatives", "grads"}
OTHERS_FOLLOW = {"values", "value", "new", "updated", "update", "step", "forward", "weights", "inputs"}

SLOPE = {"gradient", "gradients", "derivative", "derivatives", "slope", "grad", "partial", "ableitung", "dérivée"}

NEW = {
    "new", "updated", "update", "step", "stays", "stay", "becomes", "after", "changes", "increases", "decreases",
}  # fmt: skip

NO_ANSWER = re.compile(r"not sure|don'?t know|no idea|do not know|can'?t|skip", re.IGNORECASE)
