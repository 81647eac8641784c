"""Lists whose items begin with the number, and with boxes that are ticked."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.lexing.source.pasted.listed.ticked import without_ticks
from gradbook.written.lexing.source.pasted.listed.turned import names_first

SEED = EXERCISES["seed"]
FORWARD = "q = 10\nr = 8\nf = 24\n"
GRADIENTS = (("r", 3), ("z", 8), ("q", 3), ("w", 7), ("x", 15))


@pytest.mark.parametrize("item", [
    "{1} .... {0}", "{1} ... {0}   (as is)", "{1} | {0}", "[✓] {1} .... {0}", "☑ {0}: {1}", "[x] {0}: {1}",
    "{1} → to {0}", "{1} --> {0} (same)", "- {1} ..... {0}", "{0} .... {1}. that is all", "the {0} ... {1}, added",
])  # fmt: skip
@pytest.mark.parametrize("title", ["gradients of f", "Backward:", "How sensitive is f?"])
def test_each_number_is_of_the_name_behind_it(title: str, item: str) -> None:
    lines = [item.format(*pair) for pair in GRADIENTS]
    found = verdicts("\n".join([FORWARD + title, *lines]), SEED)
    told = {key: found[key].status in ACCEPTED for key in ("df/dr", "df/dz", "df/dq", "df/dw", "df/dx")}
    assert told == {"df/dr": True, "df/dz": True, "df/dq": True, "df/dw": False, "df/dx": True}


@pytest.mark.parametrize("text", [
    "10 → r\n8 → f", "10 .... q", "8 .... q\n9 .... q", "10 .... q = w*x\n8 .... r = q + b",
    "1 .... nothing\n2 .... x y z",
    "5 | w | 4\n2 | x | 3", "3 → r → 8\n2 → x → 5\n1 → b → 7",
])  # fmt: skip
def test_what_is_no_such_list_is_left(text: str) -> None:
    assert names_first(text, SEED.lexicon) == text


@pytest.mark.parametrize("text", ["[x] q: 10", "[x] q: 10\n[✓] r: 8", "w [x] 2\nq [x] 3"])
def test_one_box_alone_may_be_a_name(text: str) -> None:
    assert without_ticks(text) == text


@pytest.mark.parametrize(
    "text", ["[✓] 8 .... z (r)\n[✓] 3 .... r", "10 | q\n8 | r", "−1 → à q\n2 → à r\n3 → à f", "10→q\n8→r\n24→f"]
)
def test_texts_keep_their_length(text: str) -> None:
    assert len(names_first(without_ticks(text), SEED.lexicon)) == len(text)


@pytest.mark.parametrize("text", [
    "10 .... q (wrong)\n8 .... r", "10 .... q?\n8 .... r", "Ben has:\n10 .... q\n8 .... r"
    "10 .... q\n8 .... r\nAll wrong.",
    "[✓] q: 10 (wrong)\n[✓] r: 8", "Not mine:\n[✓] q: 10\n[✓] r: 8",
])  # fmt: skip
def test_what_denies_a_number_is_heard(text: str) -> None:
    assert verdicts(text, SEED)["q"].status not in ACCEPTED
