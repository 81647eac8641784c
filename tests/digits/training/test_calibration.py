"""Certainty is set so that it means something, and no answer changes by it."""

import pytest
import torch

from gradbook.digits import Digits, train
from gradbook.digits.network import scores
from gradbook.digits.training.calibration import NOTHING, calibrate, calibration_error


def test_the_error_of_known_predictions() -> None:
    labels = torch.zeros(10, dtype=torch.int64)
    sure_and_right = torch.eye(10)[[0] * 10]
    assert calibration_error(sure_and_right, labels) == pytest.approx(0)
    half = torch.tensor([[0.7, 0.3]] * 10)
    labels[:3] = 1
    assert calibration_error(half, labels) == pytest.approx(0, abs=1e-6)  # 70 % sure, 70 % right
    assert calibration_error(torch.eye(2)[[0] * 10], labels) == pytest.approx(0.3)


def test_no_answer_is_right_where_there_is_no_digit() -> None:
    assert calibration_error(torch.eye(2), torch.tensor([0, NOTHING])) == pytest.approx(0.5)


def test_an_overconfident_network_is_made_less_sure(sample: Digits) -> None:
    model = train(sample, "best", epochs=20).model
    with torch.no_grad():
        model.l2.weight.mul_(3)
        model.l2.bias.mul_(3)
    before = scores(model, sample.test_images)
    done = calibrate(model, sample.test_images, sample.test_labels, 0.3, seed=0)
    assert done.temperature > 2
    assert done.error_after < done.error_before / 2
    assert done.images == 4 * 500 + 667  # the half that it was not chosen on, four times, and a quarter more: no digits
    after = scores(model, sample.test_images)
    torch.testing.assert_close(after, before / done.temperature, rtol=1e-4, atol=1e-4)
    assert after.argmax(1).equal(before.argmax(1))


def test_the_images_kept_out_are_not_trained_on(sample: Digits) -> None:
    from gradbook.digits.datasets.fingerprints import fingerprints

    trained = train(sample, "hand", epochs=2)
    assert trained.calibration is not None
    assert trained.calibration.images == 4 * 40 + 53
    assert trained.trained_on.tolist() == fingerprints(sample.train_images[:-80]).tolist()
    assert train(sample, "best", epochs=1).calibration is None
