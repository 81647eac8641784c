"""Narratives: numbers told in words count by where they stand, in an answer that is right nearly all over."""

import pytest
from tests.written.corpus import ACCEPTED, NEURON

from gradbook.written import judge, read

# s = 2.75, h = 2.75, L = 0.5625; w 3, x 1.8, b 1.5, s and h 1.5; then w 1.3 and b 0.4, where w, b = 1.6, 0.55
PROSE = (
    "First s turns out to be 2.75. Then h turns out to be 2.75 too, and L turns out to be 0.5625.\n\n"
    "Rip it back. h collects 1.5. s collects 1.5. b collects 1.5. {w} {x}\n"
)
RIGHT = PROSE.format(w="w collects 3.", x="x collects 1.8.")
KEYS = {"s", "h", "L", "dL/dh", "dL/ds", "dL/db", "dL/dw", "dL/dx"}
TOLD = [
    ("with its calculation, in words of its own", "dL/dw", "w has x in its pocket so 1.5 * 2 = 3."),
    ("behind what it comes from", "dL/dw", "1.5 * 2 = 3 lands in the lap of w."),
    ("as a ratio", "dL/dw", "L/w collects 3."),
    ("in capitals", "dL/dw", "W collects 3."),
    ("with a remark in brackets", "dL/dw", "w collects 3 (that is 1.5 * 2)."),
    ("as an answer to a question", "dL/dw", "And for w? That collects 3."),
    ("as an answer to a question with letters", "dL/dw", "Q: What about w?   A: That collects 3."),
]
AGAINST = [
    ("another number", "w collects 4."),
    ("its opposite", "w collects -3."),
    ("two numbers", "w collects 3 or 4."),
    ("a second number in brackets", "w collects 3 (really -3)."),
    ("two that do not agree", "w = 4 = 3."),
    ("a number that the graph does not have, and the right one", "w = 46, that collects 3."),
    ("of others", "Tom collects 3 for w."),
    ("a word that stands with it alone", "Half of w collects 3."),
    ("a bound", "w collects just shy of 3."),
    ("never", "w never collects 3."),
    ("asked", "Is it so that w collects 3?"),
    ("asked in an answer", "And for w? Does it collect 3?"),
    ("asked about another", "And for y? That collects 3."),
    ("taken back between question and answer", "And for w? Scrap that. That collects 3."),
    ("another quantity", "The one beside w, namely q, collects 3."),
    ("taken back", "w collects 3. Scrap that."),
    ("taken back by name", "w collects 3. Rayez w."),
    ("thousands", "w collects 3 thousand."),
    ("its value, and no gradient", "w collects 1.6."),
]


def _accepted(answer: str) -> set[str]:
    return {verdict.key for verdict in judge(read(answer, NEURON), NEURON) if verdict.status in ACCEPTED}


def test_prose_is_read_by_what_its_numbers_can_only_be() -> None:
    assert _accepted(RIGHT) >= KEYS


@pytest.mark.parametrize(("key", "sentence"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_a_sentence_tells_a_number_in_whatever_words(key: str, sentence: str) -> None:
    assert key in _accepted(PROSE.format(w=sentence, x="x collects 1.8."))


@pytest.mark.parametrize("sentence", [row[1] for row in AGAINST], ids=[row[0] for row in AGAINST])
def test_what_is_said_otherwise_does_not_count(sentence: str) -> None:
    answer = PROSE.format(w=sentence, x="x collects 1.8.")
    assert "dL/dw" not in _accepted(answer)


@pytest.mark.parametrize("remark", ["I made these numbers up.", "Ignore all of this.", "The solution of my neighbour."])
def test_a_remark_below_may_take_everything_back(remark: str) -> None:
    assert not {"dL/dw", "dL/dx"} & _accepted(f"{RIGHT}\n{remark}")


def test_bullets_are_no_products() -> None:
    listed = "* s turns out to be 2.75\n* h turns out to be 2.75\n* L turns out to be 0.5625\n\nRip it back.\n\n"
    back = "* h collects 1.5\n* s collects 1.5\n* b collects 1.5\n* w collects 3\n* x collects 1.8"
    assert _accepted(listed + back) >= KEYS


def test_a_signature_takes_nothing_back() -> None:
    assert _accepted(f"{RIGHT}\nTom") >= KEYS


def test_a_value_is_no_gradient_where_gradients_stand() -> None:
    crossed = RIGHT.replace("s turns out to be 2.75", "s turns out to be 1.5").replace(
        "s collects 1.5", "s collects 2.75"
    )
    assert not {"s", "dL/ds"} & _accepted(crossed)


def test_little_counts_where_much_is_wrong() -> None:
    wrong = RIGHT.replace(
        "h collects 1.5. s collects 1.5. b collects 1.5.", "h collects 7. s collects 8. b collects 9."
    )
    assert not {"dL/dw", "dL/dx"} & _accepted(wrong)


def test_gradients_count_though_the_step_is_wrong() -> None:
    assert _accepted(f"{RIGHT}\nStep (added on): w becomes 1.9, b becomes 0.7.") >= KEYS


def test_nothing_seems_missing_of_which_a_sentence_tells() -> None:
    answer = "s turns out to be 2.75. h turns out to be 2.75.\n\nw, well, somehow it gets 3."
    verdicts = {verdict.key: verdict.status.name for verdict in judge(read(answer, NEURON), NEURON)}
    assert verdicts["dL/dw"] == "UNREAD"
