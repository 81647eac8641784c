r"""Layers by one number, Z1 = W1 @ x + b1, where the exercise's own names count units or are those of a course."""

import re
from collections.abc import Callable

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

ROLES = (
    "z1_1", "z1_2", "a1_1", "a1_2", "z2", "a2", "w1_11", "w1_12", "w1_21", "w1_22", "b1_1", "b1_2", "w2_1", "w2_2",
    "b2",
)  # fmt: skip
NAMES = {
    "units": "z_1 z_2 h_1 h_2 z_3 y_hat w_11 w_12 w_21 w_22 b_1 b_2 v_1 v_2 c",
    "numbers": "z1 z2 a1 a2 z3 a3 w1 w2 w3 w4 b1 b2 w5 w6 b3",
    "a course": "net_h1 net_h2 out_h1 out_h2 net_o out_o w1 w2 w3 w4 bh1 bh2 w5 w6 bo",
}
VALUES = {
    "x1": 1, "x2": 0.5, "y": 1, "w1_11": 0.15, "w1_12": -0.25, "w1_21": 0.35, "w1_22": 0.45, "b1_1": 0.12,
    "b1_2": 0.22, "w2_1": 0.55, "w2_2": -0.4, "b2": 0.3,
}  # fmt: skip
KEYS = (
    "z1_1", "z1_2", "a1_1", "a1_2", "z2", "a2", "dL/da2", "dL/dz2", "dL/dw2_1", "dL/dw2_2", "dL/da1_1", "dL/da1_2",
    "dL/dz1_1", "dL/dz1_2", "dL/dw1_11", "dL/dw1_12", "dL/dw1_21", "dL/dw1_22", "dL/db1_1", "dL/db1_2", "new:w2_1",
    "new:w2_2",
)  # fmt: skip
WAYS: dict[str, Callable[[str, int], str]] = {
    "Z1": lambda stem, layer: f"{stem.upper()}{layer}",
    "z1": lambda stem, layer: f"{stem}{layer}",
    "z_1": lambda stem, layer: f"{stem}_{layer}",
    "z₁": lambda stem, layer: f"{stem}{'₁₂'[layer - 1]}",
    "z⁽¹⁾": lambda stem, layer: f"{stem}⁽{'¹²'[layer - 1]}⁾",
    "h1": lambda stem, layer: f"{stem.replace('a', 'h')}{layer}",
}


def named(text: str, names: dict[str, str]) -> str:
    """Return a text, or a key, with other names for the roles."""
    return re.sub(rf"(?<![A-Za-z])(d?)({'|'.join(ROLES)})\b", lambda found: found[1] + names[found[2]], text)


def exercise(own: str) -> tuple[Exercise, dict[str, str]]:
    """Return the network under names of one kind, and its keys by those of the roles."""
    names = dict(zip(ROLES, NAMES[own].split(), strict=True))
    graph = named(
        "z1_1 = w1_11*x1 + w1_12*x2 + b1_1; z1_2 = w1_21*x1 + w1_22*x2 + b1_2; a1_1 = sigmoid(z1_1);"
        "a1_2 = sigmoid(z1_2); z2 = w2_1*a1_1 + w2_2*a1_2 + b2; a2 = sigmoid(z2); L = (a2 - y)**2/2",
        names,
    )
    keys = {key: named(key, names) for key in KEYS}
    inputs = {names.get(name, name): value for name, value in VALUES.items()}
    moving = [names[role] for role in ROLES if role[0] in "wb"]
    return Exercise.from_graph(Graph(graph, **inputs), keys.values(), lr=0.1, moving=moving), keys


def answer(way: Callable[[str, int], str], true: dict[str, float], *, lying: bool = False) -> str:
    """Return a worked answer in layers, with the numbers of these quantities."""

    def row(*keys: str) -> str:
        return "[" + ", ".join(f"{true[key]:.4f}" for key in keys) + "]"

    z1, z2, a1, a2 = way("z", 1), way("z", 2), way("a", 1), way("a", 2)
    w1, w2 = (way("w", layer).replace("w", "W") for layer in (1, 2))
    b1, b2 = way("b", 1), way("b", 2)
    down = ("dL/dw1_11", "dL/dw1_21", "dL/dw1_12", "dL/dw1_22")
    first, second = (down[:2], down[2:]) if lying else (down[::2], down[1::2])
    first_sum = f"x @ {w1}" if lying else f"{w1} @ x"
    second_sum = f"{a1} @ {w2}" if lying else f"{w2} @ {a1}"
    return "\n\n".join([
        f"{z1} = {first_sum} + {b1} = {row('z1_1', 'z1_2')}",
        f"{a1} = sigmoid({z1}) = {row('a1_1', 'a1_2')}",
        f"{z2} = {second_sum} + {b2} = {true['z2']:.4f}",
        f"{a2} = sigmoid({z2}) = {true['a2']:.4f}",
        f"dL/d{a2} = {a2} - y = {true['dL/da2']:.4f}",
        f"dL/d{z2} = dL/d{a2} * {a2} * (1 - {a2}) = {true['dL/dz2']:.4f}",
        f"dL/d{w2} = {row('dL/dw2_1', 'dL/dw2_2')}",
        f"dL/d{a1} = {row('dL/da1_1', 'dL/da1_2')}",
        f"dL/d{z1} = {row('dL/dz1_1', 'dL/dz1_2')}",
        f"dL/d{w1} = [{row(*first)}, {row(*second)}]",
        f"dL/d{b1} = {row('dL/db1_1', 'dL/db1_2')}",
        f"{w2} = {w2} - 0.1 * dL/d{w2} = {row('new:w2_1', 'new:w2_2')}",
    ])  # fmt: skip


@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("own", NAMES)
def test_layers_are_read_whatever_the_exercise_calls_its_units(own: str, way: str, lying: bool) -> None:
    network, keys = exercise(own)
    true = {role: network.truth(key) for role, key in zip(KEYS, network.keys, strict=True)}
    found = verdicts(answer(WAYS[way], true, lying=lying), network)
    assert {role: found[key].status for role, key in keys.items() if found[key].status not in ACCEPTED} == {}


@pytest.mark.parametrize("wrong", KEYS)
@pytest.mark.parametrize("own", NAMES)
def test_a_wrong_entry_of_a_layer_is_not_accepted(own: str, wrong: str) -> None:
    network, keys = exercise(own)
    true = {role: network.truth(key) for role, key in zip(KEYS, network.keys, strict=True)}
    found = verdicts(answer(WAYS["Z1"], true | {wrong: 1.5 * true[wrong] + 0.01}), network)
    assert found[keys[wrong]].status not in ACCEPTED


@pytest.mark.parametrize(
    "swapped", [("z1_1", "z1_2"), ("a1_1", "a1_2"), ("dL/dw1_12", "dL/dw1_21"), ("dL/dz1_1", "dL/dz1_2")]
)
def test_entries_in_each_others_place_are_not_accepted(swapped: tuple[str, str]) -> None:
    network, keys = exercise("units")
    true = {role: network.truth(key) for role, key in zip(KEYS, network.keys, strict=True)}
    one, other = swapped
    found = verdicts(answer(WAYS["z_1"], true | {one: true[other], other: true[one]}), network)
    assert all(found[keys[role]].status not in ACCEPTED for role in swapped)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("z_1 = 0.1450 and z_2 = 0.7950", {"z1_1", "z1_2"}),  # the exercise's own units
        ("W_1 and W_2 are given. z_1 = 0.1450, z_2 = 0.7950", {"z1_1", "z1_2"}),
        ("z_1 = [0.1450, 0.7950] and z_3 = 0.3193", {"z2"}),  # layers, but which is the third?
        ("h = [0.5362, 0.6889]", {"a1_1", "a1_2"}),
    ],
)
def test_one_number_is_a_units_where_no_array_has_it(text: str, right: set[str]) -> None:
    network, keys = exercise("units")
    found = verdicts(text, network)
    assert {role for role, key in keys.items() if found[key].status is Status.RIGHT} == right
