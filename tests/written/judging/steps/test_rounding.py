"""What a learner's own rounded numbers may lead to, and what they may not."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts
from tests.written.rounders import answer, significant

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

NEURON = Exercise.from_graph(
    Graph(
        "z = w*x + b; a = sigmoid(z); e = a - y; L = e**2",
        w=0.8, x=1.5, b=-0.2, y=1,
    ),
    ["z", "a", "e", "L", "dL/de", "dL/da", "dL/dz", "dL/dw", "dL/db", "new:w", "new:b"],
    lr=0.5,
)  # fmt: skip
# a = 0.73106, e = -0.26894, L = 0.072329, dL/da = -0.53788, dL/dz = -0.10575, dL/dw = -0.15863, w_new = 0.87932

SMALL_STEP = Exercise.from_graph(
    Graph("z = w*x; a = sigmoid(z); L = (a - y)**2", w=0.6, x=0.05, y=0.5), ["new:w"], lr=0.1
)  # dL/dw = 0.000187, so that w_new = 0.59998

# the answer, what is asked, and whether it is to be accepted
ROUNDED: list[tuple[str, str, bool]] = [
    # as many digits as the learner carries, at every step
    ("a = 0.731\ne = -0.269\nL = (-0.269)^2 = 0.0724", "L", True),
    ("a = 0.731\ne = -0.269\nL = 0.0724", "L", True),
    ("e = -0.269\ndL/da = -0.538\ndL/dz = -0.538 * 0.731 * 0.269 = -0.1058", "dL/dz", True),
    ("a = 0.73\ndL/da = 2 * (0.73 - 1) = -0.54", "dL/da", True),
    ("a = 0.73\ndL/da = -0.54\ndL/dz = -0.54 * 0.73 * 0.27 = -0.106", "dL/dz", True),
    ("a = 0.73\ndL/da = -0.54\ndL/dz = -0.54 * 0.2 = -0.108", "dL/dz", False),  # 0.2 is no 0.1966
    ("dL/dz = -0.106\ndL/dw = 1.5 * (-0.106) = -0.159", "dL/dw", True),
    ("dL/dz = -0.106\ndL/dw = -0.159\nw_new = 0.8 + 0.5 * 0.159 = 0.8795", "new:w", True),
    ("dL/dz = -0.106\ndL/dw = 1.5 * (-0.106) = -0.156", "dL/dw", False),  # a slip beside a calculation
    ("a = 0.731\ndL/da = 2 * (0.731 - 1) = -0.548", "dL/da", False),
    ("a = 0.731\ndL/da = -0.548", "dL/da", False),
    ("a = 0.73\ndL/da = -0.55", "dL/da", False),  # two digits lead to -0.54 and no farther
    ("a = 0.71\ndL/da = 2 * (0.71 - 1) = -0.58", "dL/da", False),  # what is no rounding leads nowhere
    ("a = 0.73\nL = 0.07", "L", False),  # one digit says too little
    # a slope from what comes out of the function, rounded to two digits: 0.73 (1 - 0.73)
    ("a = sigmoid(1) = 0.73\ndL/da = -0.54\nda/dz = 0.73(0.27) = 0.1971\n"
     "dL/dz = dL/da * da/dz = -0.54 * 0.1971 = -0.106", "dL/dz", True),
    ("a = sigmoid(1) = 0.73\ndL/da = -0.54\nda/dz = 0.75(0.25) = 0.1875\n"
     "dL/dz = dL/da * da/dz = -0.54 * 0.1875 = -0.101", "dL/dz", False),
    ("a = sigmoid(1) = 0.71\ndL/da = -0.54\nda/dz = 0.71(0.29) = 0.2059\n"
     "dL/dz = dL/da * da/dz = -0.54 * 0.2059 = -0.111", "dL/dz", False),
    ("L = (0.731 - 1)^2 = 7.24 * 10^-2", "L", True),  # one number, with three digits
    (r"$L = (0.731 - 1)^2 = 7{,}24 \cdot 10^{-2}$", "L", True),
    ("L = (0.731 - 1)^2 = 7.24 * 10^-3", "L", False),
    ("L = (0.731 - 1)^2 = 7.9 * 10^-2", "L", False),
    # rounded to two digits
    ("a = sigmoid(1) = 0.73", "a", True),
    ("a = 0.73", "a", False),
    ("a = sigmoid(1) = 0.74", "a", False),
    ("dL/dz = 2 (a - y) a (1 - a) = -0.11", "dL/dz", True),
    ("dL/dz = 2 (a - y) a (1 - a) = -0.1", "dL/dz", False),
    ("w_new = 0.8 - 0.5 * (-0.159) = 0.88", "new:w", True),
    ("w_new = 0.8 - 0.5 * (-0.159) = 0.8", "new:w", False),  # where it started
    # exact values are given exactly, unless rounded numbers lead there
    ("z = 0.8 * 1.5 - 0.2 = 1.01", "z", False),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "key", "accepted"), ROUNDED)
def test_rounding_is_carried_on_and_no_more(answer: str, key: str, accepted: bool) -> None:
    verdict = verdicts(answer, NEURON)[key]
    assert (verdict.status in ACCEPTED) is accepted, verdict


# a = 0.73106: near misses, which a person tells from mistakes
@pytest.mark.parametrize(
    ("answer", "key", "status"),
    [
        ("a = 0.735", "a", Status.PERSON),
        ("a = sigmoid(z) = 0.735", "a", Status.PERSON),
        ("a = 0.74", "a", Status.WRONG),  # two digits, and not the next
        ("a = 0.75", "a", Status.WRONG),
        ("z = 1.01", "z", Status.WRONG),  # an exact value
        ("dL/dz = dL/da * da/dz = -0.538 * 0.198 = -0.1058", "dL/dz", Status.PERSON),  # 0.1966, a sloppy factor
        ("a = 0.74\ndL/da = 2 * (0.74 - 1) = -0.52", "dL/da", Status.CARRIED),  # that is no near miss
        ("a = 0.733\ndL/da = 2 * (0.733 - 1) = -0.534", "dL/da", Status.PERSON),  # this is one
        ("da/dz = 0.198\ndL/da = -0.538\ndL/dz = -0.538 * 0.198 = -0.106", "dL/dz", Status.PERSON),
        ("da/dz = 0.25\ndL/da = -0.538\ndL/dz = -0.538 * 0.25 = -0.106", "dL/dz", Status.PERSON),  # right in the end
        ("dL/dz = -0.538 * 0.25 = -0.106", "dL/dz", Status.WRONG_STEP),
        ("w_new = 0.8 + 0.5 * 0.159 = 0.885", "new:w", Status.PERSON),
        ("w_new = 0.8 + 0.5 * 0.159 = 0.801", "new:w", Status.WRONG),
    ],
)
def test_a_person_tells_a_sloppy_number_from_a_wrong_one(answer: str, key: str, status: Status) -> None:
    assert verdicts(answer, NEURON)[key].status is status


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("dL/db = dL/de * de/da * da/dz = -0.1058", True),  # dz/db is 1, wherever
        ("dL/db = dL/da * da/dz = -0.538 * 0.1966 = -0.1058", True),
        ("dL/db = dL/dz = -0.1058", True),
        ("dL/db = dL/da * de/da = -0.1058", False),
        ("dL/db = dL/de * da/dz = -0.1058", False),
        ("dL/db = dL/da * dz/dw = -0.1058", False),
        ("dL/dw = dL/da * da/dz = -0.1586", False),
    ],
)
def test_a_chain_may_end_where_only_a_factor_of_one_is_left(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, NEURON)["dL/dw" if "dL/dw" in answer else "dL/db"].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("w_new = 0.59998", Status.RIGHT),
        ("w_new = 0.6", Status.WRONG),  # where it started
        ("w_new = 0.60002", Status.WRONG),  # up the gradient
        ("w_new = 0.6 - 0.1 * 0.000187 = 0.59998", Status.RIGHT),
        ("w_new = 0.6 + 0.1 * 0.000187 = 0.60002", Status.WRONG),
    ],
)
def test_a_new_value_tells_that_there_was_a_step(answer: str, status: Status) -> None:
    assert SMALL_STEP.here.new["w"] == pytest.approx(0.59998, abs=2e-6)
    assert verdicts(answer, SMALL_STEP)["new:w"].status is status


@pytest.mark.parametrize("worked", [True, False])
@pytest.mark.parametrize(("digits", "share"), [(5, 1.0), (4, 0.99), (3, 0.97)])
def test_learners_who_round_at_every_step_are_right(digits: int, share: float, worked: bool) -> None:
    total = accepted = 0
    for exercise in EXERCISES.values():
        found = answer(exercise, significant(digits), worked=worked)
        for key, verdict in verdicts("\n".join(found.values()), exercise).items():
            if key in found:
                total += 1
                accepted += verdict.status in ACCEPTED
    assert total > 100
    assert accepted >= share * total


# Each factor changes every second number, and its neighbour the others.
@pytest.mark.parametrize(("factor", "first"), [(-1.0, 0), (0.9, 1), (1.1, 0)])
def test_no_rounding_leads_to_another_number(factor: float, first: int) -> None:
    slipped: list[str] = []
    for exercise in EXERCISES.values():
        found = answer(exercise, significant(3), worked=False)
        for key in [*exercise.points][first::2]:
            if key in found and key[0] == "d":
                head, _, number = found[key].partition("=")
                wrong = f"{head}= {factor * float(number):.4g}"
                mutant = "\n".join({**found, key: wrong}.values())
                if float(number) and verdicts(mutant, exercise)[key].status in ACCEPTED:
                    slipped.append(mutant)
    assert not slipped


@pytest.mark.parametrize(
    ("x", "number", "accepted"),
    [
        (2.317, "0.098", True),  # 0.09857, cut off behind three decimals
        (2.317, "0.099", True),
        (2.317, "0.097", False),
        (2.317, "-0.098", False),
        (4.52, "0.010", False),  # 0.01089 is a tenth larger
        (4.52, "0.0108", True),
        (2.317, "0.09", False),
    ],
)
def test_two_digits_in_three_decimals_may_be_cut_off_where_little_is_lost(
    x: float, number: str, accepted: bool
) -> None:
    exercise = Exercise.from_graph(Graph("f = exp(-x)", x=x), ["f"])
    (verdict,) = judge(read(f"f = {number}", exercise), exercise)
    assert (verdict.status in ACCEPTED) is accepted


SQUARED = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); C = (y - a)**2", w=0.5, x=0.668187, b=0.2, y=0.5), ["a", "C", "dC/dz"]
)  # a = 0.63044, C = 0.017014, dC/dz = 0.060780


@pytest.mark.parametrize(
    ("text", "key", "accepted"),
    [
        ("a = 0.631. C = (0.5 - 0.631)^2 = (-0.131)^2 = 0.0172", "C", True),  # the very same number
        ("a = 0.631. C = (0.5 - 0.631)^2 = 0.131^2 = 0.0172", "C", True),
        ("a = 0.631. C = (0.5 - 0.631)^2 = (-0.132)^2 = 0.0172", "C", False),
        ("a = 0.631. C = (0.5 - 0.631)^2 = (-0.131)^2 = 0.0182", "C", False),
    ],
)
def test_a_difference_of_ones_own_rounded_numbers_is_as_sound_as_they_are(text: str, key: str, accepted: bool) -> None:
    found = {verdict.key: verdict for verdict in judge(read(text, SQUARED), SQUARED)}
    assert (found[key].status in ACCEPTED) is accepted


EXACT = Exercise.from_graph(
    Graph("z = w*x + b; L = (z - y)**2", w=0.6, x=1.1, b=0.1, y=3), ["L", "dL/dw", "dL/dx", "new:w"]
)  # 5.0176, -4.928, -2.688, 0.64928


@pytest.mark.parametrize(
    ("text", "key", "accepted"),
    [
        ("L = (0.76 - 3)^2 = 5.02", "L", True),
        ("L = (0.76 - 3)^2 = (-2.24)^2 = 5.02", "L", True),
        ("L = (0.76 - 3)^2 = 5.01", "L", False),
        ("L = (0.76 - 3)^2 = 5.03", "L", False),
        ("L = (0.76 - 3)^2 = 5.0", "L", False),  # two digits say too little
        ("L = 5.02", "L", False),  # of what?
        ("L = (0.66 - 3)^2 = 5.02", "L", False),
        ("dL/dw = 1.1 * (-4.48) = -4.93", "dL/dw", True),
        ("dL/dw = 1.1 * (-4.48) = -4.92", "dL/dw", False),
        ("dL/dw = 1.1 * (-4.48) = 4.93", "dL/dw", False),
        ("dL/dx = 0.6 * (-4.48) = -2.7", "dL/dx", False),
        ("w_new = 0.6 - 0.01 * (-4.928) = 0.649", "new:w", True),
        ("L = (0.76 - 3)^2 = 5.0176\n\nThe loss is 5.02.", "L", True),
        ("L = (0.76 - 3)^2 = 5.0176\n\nThe loss is 5.0.", "L", False),
        ("L = (0.76 - 3)^2 = 5.0176\n\nThe loss is 5.03.", "L", False),
    ],
)
def test_three_digits_behind_its_calculation_are_enough_of_a_number_with_more(
    text: str, key: str, accepted: bool
) -> None:
    found = {verdict.key: verdict for verdict in judge(read(text, EXACT), EXACT)}
    assert (found[key].status in ACCEPTED) is accepted
