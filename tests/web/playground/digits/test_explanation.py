"""Why the network says what it says, held to PyTorch and to arithmetic."""

import numpy as np
import pytest
import torch
from tests.web.playground.hands import SHAPES, hand

from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.network import initial_network, scores
from gradbook.web.playground.digits.explanation import Weights, change_towards, explain
from gradbook.web.playground.digits.networks import Network, Networks
from gradbook.web.playground.digits.strokes import picture_of


@pytest.fixture(scope="module")
def network(runs: object) -> Network:
    from pathlib import Path

    return Networks(Path(str(runs)), Path("none")).network("fast")


def seen(network: Network, digit: int, style: int = 0) -> np.ndarray:
    [reading] = predict(network.model, picture_of(hand(digit, style)))
    assert reading.image is not None
    return reading.image


def test_the_graphs_scores_and_gradients_are_pytorchs(network: Network) -> None:
    for digit in range(10):
        picture = seen(network, digit)
        found = explain(network.weights, picture)
        assert np.allclose(found.scores, scores(network.model, torch.from_numpy(picture)[None])[0].numpy(), atol=1e-4)
        x = (torch.from_numpy(picture).double().reshape(1, -1) / 255).requires_grad_()
        network.model.double()(x)[0, found.winner].backward()
        network.model.float()
        assert x.grad is not None
        expected = (x.grad * x.detach()).reshape(28, 28).numpy()
        assert np.allclose(found.contributions, expected, atol=1e-9)


def test_contributions_and_biases_add_up_to_the_score(network: Network) -> None:
    picture = seen(network, 7)
    found, weights = explain(network.weights, picture), network.weights
    active = found.hidden > 0
    biases = weights.w2[found.winner, active] @ weights.b1[active] + weights.b2[found.winner]
    assert found.contributions.sum() + biases == pytest.approx(found.scores[found.winner])
    assert (found.contributions[picture == 0] == 0).all()


def test_after_the_change_the_other_class_wins_and_few_pixels_differ(network: Network) -> None:
    for digit in range(10):
        picture = seen(network, digit)
        found = explain(network.weights, picture)
        done = change_towards(network.weights, picture, found.runner_up)
        assert done.reached
        after = scores(network.model, torch.from_numpy(done.picture)[None])[0]
        assert int(after.argmax()) == found.runner_up
        assert done.added + done.erased == (done.picture != picture).sum() <= 60
        assert (picture == seen(network, digit)).all()  # the original stays as it was


def test_what_cannot_be_reached_is_said() -> None:
    model = initial_network(8, 0)
    with torch.no_grad():
        model.l2.bias[3] = 1e6
    tensors = (model.l1.weight, model.l1.bias, model.l2.weight, model.l2.bias)
    weights = Weights(*(tensor.detach().double().numpy() for tensor in tensors))
    assert not change_towards(weights, np.zeros((28, 28), np.uint8), 5).reached


@pytest.mark.parametrize("style", range(2))
@pytest.mark.parametrize(("slant", "size", "right"), [(0, 1, 0), (0.2, 0.8, 0.05), (-0.1, 0.6, -0.15)])
def test_strokes_of_several_hands_are_read(
    network: Network, style: int, slant: float, size: float, right: float
) -> None:
    pictures = [picture_of(hand(digit, style, slant, size, right)) for digit in range(10)]
    wrong = [digit for digit, reading in enumerate(predict(network.model, pictures)) if reading.digit != digit]
    assert len(wrong) <= 1, wrong


def test_a_dot_and_a_stroke_outside_are_drawn_too() -> None:
    assert np.asarray(picture_of([[(0.5, 0.5)]])).min() == 0
    assert np.asarray(picture_of([[(-1, -1), (2, 2)]])).min() == 0
    assert np.asarray(picture_of([])).min() == 255
    assert len(SHAPES) == 10
