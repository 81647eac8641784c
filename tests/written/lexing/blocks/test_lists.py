"""Lists of lists in program text that are shown as a table, with the names of its columns beside them."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

SEED = EXERCISES["seed"]
FRAME = """table = pd.DataFrame(
    [
        ['q', 'product', '5*2 = 10', 'the weight times the input'],
        ['r', 'sum', '10 - 2 = 8', 'with the bias'],
        ['df/dw', 'slope', '3*2 = 6', 'what w does to f'],
    ],
    columns=['symbol', 'means', 'working', 'value clue'],
)
table
"""
SHOWN = [
    FRAME,
    f"```python\n{FRAME}```",
    FRAME.replace("'", '"'),
    FRAME.replace("['", "('").replace("'],\n", "'),\n").replace("=('symbol", "=['symbol"),
    "{ type: 'table', head: ['Quantity', 'Formula', 'Value'], rows: [\n  ['q', 'w·x = 5·2', '10'],\n"
    "  ['r', 'q + b', '8'],\n  ['df/dw', 'z · x = 3 · 2', '6'],\n] },",
]


@pytest.mark.parametrize("answer", SHOWN)
def test_a_list_of_rows_with_names_of_columns_is_a_table(answer: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status in ACCEPTED for key in ("q", "r", "df/dw"))


@pytest.mark.parametrize("answer", SHOWN)
@pytest.mark.parametrize(("old", "new", "key"), [("10'", "11'", "q"), ("8'", "9'", "r"), ("6'", "5'", "df/dw")])
def test_a_wrong_row_is_not_accepted(answer: str, old: str, new: str, key: str) -> None:
    wrong = answer.replace('"', "'").replace(old, new)
    assert verdicts(wrong, SEED)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    "answer",
    [
        "```python\ncases = [\n    ('q', 10),\n    ('r', 8),\n]\n```",  # nothing says what its columns are
        FRAME.replace("'symbol', ", ""),
        FRAME.replace("working", "upstream"),
        FRAME.replace("working", "wrong working"),
    ],
)
def test_other_lists_state_nothing(answer: str) -> None:
    found = verdicts(answer, SEED)
    assert all(found[key].status not in ACCEPTED for key in ("q", "r", "df/dw"))
