"""Names in brackets at the beginning of a list's items."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.lexing.source.pasted.listed.boxed import without_boxes

SEED = EXERCISES["seed"]
FORWARD = "q = 10\nr = 8\nf = 24\n"


@pytest.mark.parametrize(
    "item", ["[{}] {}", "[{}] {} (as above)", "<{}> {}", "[{}]: {}", "- [{}] = {}", "[df/d{}] {}", "[ {} ] -> {}"]
)
@pytest.mark.parametrize("title", ["gradients of f", "Backward:"])
def test_items_are_of_the_names_in_brackets(title: str, item: str) -> None:
    lines = [item.format(*pair) for pair in (("r", 3), ("z", 8), ("q", 3), ("w", 7), ("x", 15))]
    found = verdicts("\n".join([FORWARD + title, *lines]), SEED)
    told = {key: found[key].status in ACCEPTED for key in ("df/dr", "df/dz", "df/dq", "df/dw", "df/dx")}
    assert told == {"df/dr": True, "df/dz": True, "df/dq": True, "df/dw": False, "df/dx": True}


@pytest.mark.parametrize(
    "text",
    [
        "- [x] q = 10\n- [ ] r = 8\n- [x] f = 24",  # a list of what is done
        "[x] q = 10\n[x] r = 8",
        "[1]: http://example.org\n[2] q = 10",
        "[w] 5",
        "w = [1] 5\nq = [q] 10",
    ],
)
def test_other_brackets_are_left(text: str) -> None:
    assert without_boxes(text, SEED.lexicon) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{title}\n[q] 10\n[r] 8"
            for title in (
                "References", "## Bibliography", "Footnotes", "Glossary:", "Keys on my keyboard:", "Buttons:", "Marks:",
                "Optional:", "Literatur", "Tasten:", "Références", "Touches :", "Bibliografía", "Botones:",
                "Pulsanti:", "Toetsen",
            )
        ),
        "[q] 10 pages\n[r] 8 pages",
        "[q] 10 Seiten\n[r] 8 Seiten.",
        "<q> 10 </q>\n<r> 8 </r>",
        "<q> 10 </q>\n<r> 8 </r>\n<!-- wrong -->",
        "[q] 10\n[r] 8\n<!-- these are Ben's -->",
        "<q>: 10\n<r>: 8\n<!-- all of it wrong -->",
        "[q] 10\n[r] 8\n[//]: # (wrong)",
        "[comment]: <> (not mine)\n[q] 10\n[r] 8",
    ],
)  # fmt: skip
def test_brackets_of_markup_and_of_other_lists_name_nothing(text: str) -> None:
    assert without_boxes(text, SEED.lexicon) == text
    assert not any(verdict.status in ACCEPTED for verdict in verdicts(text, SEED).values())


@pytest.mark.parametrize(
    "text",
    [
        "Key values:\n[q] 10\n[r] 8",
        "My notes\n[q] 5 * 2 = 10\n[r] 10 - 2 = 8",
        "Werte:\n<q> 10\n<r> 8",
        "Valeurs\n[q] 10, car 5 * 2\n[r] 8",
        "[q] 10 (5 times 2)\n[r] 8.",
        "Valores:\n- [q]: 10\n- [r]: 8",
        "[q] 10\n[r] 8\n\n[graph]: graph.png",
    ],
)
def test_values_by_names_in_brackets_count(text: str) -> None:
    found = verdicts(text, SEED)
    assert found["q"].status in ACCEPTED and found["r"].status in ACCEPTED
