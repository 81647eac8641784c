"""Titles that ask how much the output moves, and items that say with what it does, in many people's words."""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

EXERCISE = Exercise.from_graph(
    Graph("q = w*x; r = q + b; f = z*r", w=5, x=2, b=-2, z=3.5),
    ["q", "r", "f", "df/dz", "df/dr", "df/dw", "df/dx", "new:w", "new:b"],
    lr=0.1,
)
FEW = Exercise.from_graph(EXERCISE.graph, ["df/dz", "df/dr", "df/dw", "df/dx", "new:w"], lr=0.1)
VALUES = "q = 5*2 = 10\nr = 10 - 2 = 8\nf = 3.5*8 = 28\n\n"
STEP = "\n\nw_new = 4.3\nb_new = -2.35"

TITLES = [
    "How touchy is f?",
    "How sensitive is f to each?",
    "How much does f move if I nudge each one?",
    "Backwards, how much does f change if I push each thing?",
    "Then I wrote out what f would do if I nudged each one up a touch:",
    "What happens to f if I nudge each one by a tiny bit:",
    "Rückwärts, also „wie stark reagiert f, wenn ich hier ein bisschen drehe“:",
    "Empfindlichkeiten von f:",
    "Hacia atrás, ¿cuánto se mueve f si empujo cada cosa?",
    "De combien f bouge si je pousse chaque chose :",
    "Sensibilités de f :",
    "Quanto f muda se eu mexer em cada um?",
    "Hoeveel verandert f als ik aan elk draai?",
    "Gevoeligheden van f:",
    "Jak bardzo zmieni się f, gdy poruszę każdą wielkością?",
    "Насколько изменится f, если чуть толкнуть каждую величину?",
    "Чувствительности f:",
    "역전파: f가 각 값에 얼마나 민감한지",
    "f 对每个变量有多敏感?",
    "f の感度",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("item", ["{}: {}", "{} → {}", "nudge {} → {}"])
def test_gradients_stand_under_a_title_that_asks_how_much_the_output_moves(title: str, item: str) -> None:
    body = "\n".join(item.format(*pair) for pair in (("z", 8), ("r", 3.5), ("w", 7), ("x", 17.5)))
    found = verdicts(f"{VALUES}{title}\n{body}{STEP}", EXERCISE)
    assert {key: verdict for key, verdict in found.items() if verdict.status not in ACCEPTED} == {}


@pytest.mark.parametrize(
    "title",
    [
        "What Anna says f does when I nudge each:",
        "What my friend thinks f does when I nudge each:",
        "What f would wrongly do if I nudged each:",
        "How much would f not change if I nudge each:",
        "What f did when I doubled each:",
        "How much would f change if x were 3:",
        "How much does f move if I nudge each by mistake?",
        "How much f moves if I nudge each (all wrong):",
        "How much f moves if I nudge each. All wrong:",
        "I wish f would move like this when I nudge each:",
        "Wie stark f falsch reagiert, wenn ich drehe:",
        "Wie stark f laut Anna reagiert, wenn ich drehe:",
        "Comme Bob dit, combien f bouge si je pousse chaque chose :",
        "How much did f change in the last attempt:",
    ],
)
def test_nothing_counts_under_a_title_that_denies_it_or_asks_something_else(title: str) -> None:
    found = verdicts(f"{VALUES}{title}\nw: 7\nz: 8", FEW)
    assert found["df/dw"].status not in ACCEPTED
    assert found["df/dz"].status not in ACCEPTED


ITEMS = [
    ("nudge w → f changes at {}", "df/dw", "7", "-7"),
    ("nudge w → {} (the other input)", "df/dw", "7", "5"),
    ("poke w: {}", "df/dw", "7", "5"),
    ("if I nudge w: {}", "df/dw", "7", "5"),
    ("- Wiggle w a bit: f goes up by {}", "df/dw", "7", "5"),
    ("How much f cares about w: 3.5 x 2 = {}", "df/dw", "7", "5"),
    ("How sensitive f is to z: {}", "df/dz", "8", "3.5"),
    ("f changes with z: {}", "df/dz", "8", "3.5"),
    ("f vs w: {}", "df/dw", "7", "5"),
    ("f gegen z: {}", "df/dz", "8", "3.5"),
    ("f moves by {} when w moves", "df/dw", "7", "5"),
    ("f changes by 3.5*2, so {}, when w changes", "df/dw", "7", "5"),
    ("If w goes up a touch, f goes up {} touches", "df/dw", "7", "5"),
    ("Turn w up a hair: f goes up {} hairs. That's just x.", "df/dw", "7", "5"),
    ("For each unit of w, f moves {}", "df/dw", "7", "5"),
    ("f ändert sich um {}, wenn w sich ändert", "df/dw", "7", "5"),
    ("Wenn w steigt, steigt f um {}", "df/dw", "7", "5"),
    ("Si w sube una pizca, f sube {} pizcas", "df/dw", "7", "5"),
    ("How much does f care about w? {}", "df/dw", "7", "5"),
    ("How much does f move with w? By {}.", "df/dw", "7", "5"),
    ("als w verandert, verandert f met {}", "df/dw", "7", "5"),
    ("если w растёт, f растёт на {}", "df/dw", "7", "5"),
    ("när w ändras, ändras f med {}", "df/dw", "7", "5"),
    ("se tocco w, f cambia di {}", "df/dw", "7", "5"),
    ("wenn ich w anstupse: {}", "df/dw", "7", "5"),
    ("si je pousse w : {}", "df/dw", "7", "5"),
    ("si empujo w: {}", "df/dw", "7", "5"),
]


@pytest.mark.parametrize(("text", "key", "right", "wrong"), ITEMS)
def test_a_label_says_with_what_the_output_moves(text: str, key: str, right: str, wrong: str) -> None:
    assert verdicts(VALUES + text.format(right), EXERCISE)[key].status in ACCEPTED
    assert verdicts(VALUES + text.format(wrong), EXERCISE)[key].status not in ACCEPTED


@pytest.mark.parametrize(
    "text",
    [
        "don't nudge w: 7",
        "If Bob nudges w: 7",
        "If I had doubled w: 7",
        "if I push w down: 7",
        "nudge w: f falls by 7",
        "nudge w: f goes down by 7",
        "wiggle w: f does not move by 7",
        "f vs w: 7 is wrong",
        "f vs w: not 7",
        "f vs w (Anna): 7",
        "How much does f care about w? 7?",
        "How much does f care about w? Bob says 7",
        "How much does f care about w? 7. Wrong.",
        "How much does f care about w? I guess 7",
        "How much does f change if w doubles? 7",
        "How much does f care about w? from 7 to 8",
        "f does not move by 7 when w moves",
        "Bob says f moves by 7 when w moves",
        "f moves by 7 when w moves, which is wrong",
        "f moves by 7 when Bob moves w",
        "f moves by 7 when w moves by 2",
        "f moves by 7 when w moves?",
        "f goes up 7 when w goes down",
        "f would move by 7 if w moved twice",
        "f moves by 7 or 8 when w moves",
        "If w goes up a touch, f goes down 7",
        "If w goes up a touch, f should go up 7 but goes up 5",
        "If w goes up a touch, r goes up 7",
        "If w goes up, f goes up to 7",
        "Wenn w steigt, steigt f auf 7",
        "Si w sube, f sube a 7",
        "If w doubles, f goes up 7",
        "turn w up a touch: f goes up 7? No.",
        "for each two units of w, f moves 7",
        "How much f does not move with w: 7",
        "How much f moves when w halves: 7",
        "How much f moves with w, says Bob: 7",
        "How much f cares about w: maybe 7",
        "How much f cares about w: 7? no",
    ],
)
def test_a_label_that_denies_or_tells_of_another_move_does_not(text: str) -> None:
    assert verdicts(VALUES + text, FEW)["df/dw"].status not in ACCEPTED


def test_a_verb_that_takes_the_step_tells_the_new_value() -> None:
    assert verdicts(VALUES + "df/dw = 7\nI moved w: 4.3", EXERCISE)["new:w"].status in ACCEPTED


def test_what_is_put_in_for_a_check_is_no_gradient() -> None:
    found = verdicts(f"{VALUES}Sensitivities of f\nz: 8\nr: 3.5\nw: 7\n\nChecked with w = 6: f = 35.", EXERCISE)
    assert found["df/dw"].status in ACCEPTED


def test_a_wrong_gradient_below_a_right_value_leaves_that_right() -> None:
    found = verdicts(f"{VALUES}Backward:\nz: 8\nr → 4\nw: 7", EXERCISE)
    assert found["r"].status in ACCEPTED
    assert found["df/dr"].status not in ACCEPTED


def test_a_sign_behind_a_gap_begins_a_column() -> None:
    exercise = Exercise.from_graph(Graph("r = w + b; f = z*r", w=5, b=-2, z=-0.8), ["f", "df/dw"])
    text = "r = w + b = 3\n\nf = z r            -0.8 (3.00)     =  {}\n\nSensitivities of f\nto w    -0.8 (1)   =  {}"
    found = verdicts(text.format("-2.40", "-0.80"), exercise)
    assert {found["f"].status, found["df/dw"].status} <= set(ACCEPTED)
    found = verdicts(text.format("-2.30", "-0.70"), exercise)
    assert {found["f"].status, found["df/dw"].status}.isdisjoint(ACCEPTED)


def test_an_input_with_the_number_that_the_step_gives_it_is_not_missing() -> None:
    found = verdicts(VALUES + "w becomes 5 + -0.7 = 4.3", EXERCISE)
    assert found["new:w"].status is not Status.MISSING


def test_a_factor_of_what_only_counts_where_it_fits_is_not_told() -> None:
    found = verdicts(f"{VALUES}if w moves: 3.5*2 = 7", FEW)
    assert found["df/dw"].status in ACCEPTED
    assert found["df/dr"].status not in ACCEPTED


@pytest.mark.parametrize("thought", [
    "I once thought:", "I used to think:", "I used to believe", "We used to think:", "Vroeger dacht ik:",
    "Früher dachte ich:", "Ich dachte früher:",
    "J'ai cru :", "Antes pensaba:", "Eu achava:", "Ik dacht ooit:", "Раньше я думал:",
])  # fmt: skip
@pytest.mark.parametrize("told", ["f moves by 7 when w moves", "df/dw = 7", "q = 10"])
def test_what_was_once_thought_is_not_what_is_answered(thought: str, told: str) -> None:
    found = verdicts(f"{thought} {told}.", EXERCISE)
    assert {found["df/dw"].status, found["q"].status}.isdisjoint(ACCEPTED)


@pytest.mark.parametrize("before", [
    "I used to think it was 5, but", "J'ai cru que c'était 5 mais", "I once thought that this is hard.",
    "I used to think of this as magic. Now:",
])  # fmt: skip
def test_a_thought_that_was_given_up_takes_nothing_else_back(before: str) -> None:
    assert verdicts(f"{before} q = 10", EXERCISE)["q"].status in ACCEPTED
