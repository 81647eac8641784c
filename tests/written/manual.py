"""Writes docs/written.md, the manual of notation and diagnoses, from the tables that the tests hold the code to.

Run: python -m tests.written.manual
"""

from pathlib import Path

from tests.written.corpus import EXERCISES
from tests.written.mistakes import MISTAKES
from tests.written.notation import NOTATION

from gradbook.core.files import write_text
from gradbook.written import Verdict, judge, read
from gradbook.written.judging.outcomes.said.messages import MESSAGES

MANUAL = Path(__file__).parents[2] / "docs" / "written.md"

HEAD = """# Written answers: what is read, and what is said of it

*This page is made from the tables of the tests (`python -m tests.written.manual`), so it cannot say what is not so.*

`gradbook read ANSWER.md --exercise a8:q4` reads an answer and says for each asked quantity what it is:

| verdict | meaning | credit |
|---|---|---|
| right | the value is right, and so is every step that is written | 1 |
| right value, step unread | the value is right; a step could not be read or followed | 1 |
| right value, wrong step | the value is right by a step that does not hold | 1/2 |
| wrong | with a diagnosis where a known mistake gives this value | 0 |
| carried | wrong only because of an earlier wrong answer of the learner's own | 1/2 |
| missing | nothing is said of it | 0 |
| unread | it could not be read, or what stands beside it puts it in doubt; a person looks | open |
| for a person | a picture, two answers that differ, no readable statement; a person looks | open |

With `--explain` it says why: which places were taken for statements about a quantity, what stands against them, and
what decided. How that comes about is told in [reading.md](reading.md).

What cannot be read is never wrong, and nothing is missing while a number of the answer is left that nobody has read. A
right number beside a formula that does not give it is a slip of the pen, for a person, unless a chain of derivatives is
broken and its own numbers are put in, or the result has too few digits to tell. Where an answer can be read in two ways
that lead to different verdicts, where words beside an equation are not known, or where equations are hidden from
whoever looks at the page, a person decides. So too for what is supposed (`let q = 10`), and for `10!`, which may be a
factorial. Reading knows the names and the shape of the exercise, never its values.

Where no equation is read, a list of numbers beside names counts, whatever its layout (columns, a drawing of the graph,
a dictionary, the output of a program): three in a row or more that all are the gradients at these names, or the values,
and nothing in their lines, above or below them that says otherwise. In an answer that is right nearly all over, a
single number beside a name counts too, under a title or among words that are not known, and a remark that neither names
a quantity nor states a number takes nothing back ("I left them alone."). So does a number that a sentence tells in
words of its own ("z gets the other thing in the times so 1.5"), by where it stands: values first, then gradients, then
values after the step. Words that stand with one number alone may make something else of it ("half of", "Grandma
reckons"): such a number counts where its sentence shows the calculation. None of these is ever called wrong. A result
that is calculated with what the answer does not say, as `w_new = 5 - 0.01*grad` alone is, waits for a person.

What a learner takes back does not count, wherever and in whichever words he does: "edit: the 4 for df/dz is wrong,
dont count it", "regarding (5) and (6): not correct", "disregard the whole backward block"; by a label, an order or a
place too: "lines 5 to 7 are wrong", "scratch the last two", "everything below is copied", or a note at the foot. Nor
does what a label disowns that stands above, below or beside it ("draft", "# old run", "nicht werten", some 2,000 in 17
languages), nor a gradient of which a later sentence denies anything or says another number. A person looks at all of
these.

`q`, `df/dw`, `local:df/dx`, `q:formula` ask for a value, a derivative, a local derivative and a formula; `new:w` (in
short `w1`) for an input after one step of descent, and `new:f` (in short `f1`) for a node calculated anew after it.
The step moves the inputs whose new value is asked, or all if none is. A local derivative is that of one statement by
an operand that it names, also where that stands in it twice (`h = z * sigmoid(z)`). Where a graph says `a = z`, as for
a linear activation, both names can be asked and answered.

English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish, Russian, Vietnamese, Turkish and
Indonesian, and the everyday words of Chinese, Japanese and Korean are known; so are, less well, Ukrainian, Greek,
Romanian, Hindi, Persian, Arabic, Danish, Norwegian, Finnish and Hungarian, with the digits of their scripts.
A number must be exact where the true
value has at most four decimals (four digits that count are enough), and otherwise right to three significant digits;
to two where right work stands before it (two digits alone are left to a person). What follows from numbers that the
learner has rounded may be off by what that rounding does, and by no more; a value written with three digits or more
may be off by 0.2 %, where it is not exact. A person decides where a number is rounded more coarsely, or has three
digits and is off by 1 % at most, where a right result comes of the learner's own other numbers, or where a gradient
without work is not what the learner's own slopes of operations lead to (`dp/dw = 3, dL/dw = 56`). A term that is 0 may
be left out, as in `L = -log(a)` for cross-entropy at y = 1, and so may the last factor of a chain that is 1 wherever
(`dL/db = dL/da * da/dz`); where another factor of 1 is left out, a person decides. """


def verdict(name: str, answer: str, key: str) -> Verdict:
    exercise = EXERCISES[name]
    return next(v for v in judge(read(answer, exercise), exercise) if v.key == key)


def manual() -> str:
    """Return the whole page."""
    parts = [
        HEAD,
        "## Notation",
        "",
        "On the assignment's graph, q = w x, r = q + b, f = z r at x = 2, w = 5, b = -2, z = 3:",
        "",
    ]
    for kind, rows in NOTATION.items():
        parts += [f"### {kind}", "", "| written | read as |", "|---|---|"]
        parts += [f"| {_code(answer)} | {_code(verdict('seed', answer, key).understood)} |" for answer, key in rows]
        parts.append("")
    parts += ["## Diagnoses", ""]
    for diagnosis, (name, answer, key) in MISTAKES.items():
        message, found = MESSAGES[diagnosis], verdict(name, answer, key)
        graph = EXERCISES[name].graph
        given = ", ".join(f"{n} = {graph.value[n]:g}" for n in graph.inputs)
        parts += [
            f"### {message.title[0].upper()}{message.title[1:]}" + (f" (`{diagnosis}`)" if diagnosis else ""),
            "",
            f"{_code(answer)} on {_code(graph.text or '')} at {given}: *{found.status}*.",
            "",
            f"- To the teacher: {found.teacher}",
            *(f"- Hint {number}: {hint}" for number, hint in enumerate(found.hints, 1)),
            "",
        ]
    return "\n".join(parts).rstrip() + "\n"


def _code(text: str) -> str:
    body = text.replace("\n", " ⏎ ").replace("|", "\\|")
    fence = "``" if "`" in body else "`"
    return f"{fence} {body} {fence}" if fence == "``" else f"`{body}`"


if __name__ == "__main__":
    write_text(MANUAL, manual())
    print(f"Written to {MANUAL}.")
