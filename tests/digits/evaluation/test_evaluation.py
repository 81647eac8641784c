"""Evaluation is honest: intervals, and whether images were trained on."""

from dataclasses import replace

import pytest
import torch
from scipy import stats

from gradbook.core.errors import UsageError
from gradbook.digits import Digits, NeuralNet, Trained, evaluate
from gradbook.digits.datasets.fingerprints import fingerprints, trained_on
from gradbook.digits.evaluation.evaluation import Share


@pytest.mark.parametrize(("right", "count"), [(0, 10), (10, 10), (911, 1000), (9823, 10_000), (1, 3)])
def test_the_interval_is_wilsons(right: int, count: int) -> None:
    expected = stats.binomtest(right, count).proportion_ci(method="wilson")
    assert Share(right, count).interval == pytest.approx((expected.low, expected.high), abs=1e-6)


def test_no_images_is_not_an_accuracy() -> None:
    assert str(Share(0, 0)) == "no images"
    assert Share(0, 0).interval == (0.0, 1.0)


def test_test_images_were_not_trained_on(trained: Trained) -> None:
    evaluation = evaluate(trained)
    assert evaluation.overlap == 0
    assert evaluation.unseen_share == evaluation.share
    assert evaluation.before is not None
    assert evaluation.before.value < 0.3 < evaluation.accuracy
    assert "None of the 1,000" in evaluation.overlap_text()


def test_the_original_protocol_is_shown_for_what_it_is(trained: Trained) -> None:
    evaluation = evaluate(trained, protocol="notebook")
    assert evaluation.overlap == 1_000
    assert evaluation.overlap_text() == "All 1,000 images were also trained on: this is training accuracy."
    assert evaluation.unseen_share == Share(0, 0)


def test_overlap_is_by_content_not_by_place(trained: Trained, sample: Digits) -> None:
    images, labels = sample.test_images.clone(), sample.test_labels.clone()
    images[100:130] = sample.train_images[500:530].flip(0)
    labels[100:130] = sample.train_labels[500:530].flip(0)
    evaluation = evaluate(trained, replace(sample, test_images=images, test_labels=labels))
    assert evaluation.overlap == 30
    assert evaluation.unseen_share is not None
    assert evaluation.unseen_share.count == 970
    assert "30 of the 1,000 images were also trained on" in evaluation.overlap_text()


def test_one_pixel_makes_another_image(sample: Digits) -> None:
    images = sample.train_images[:784].clone()
    base = fingerprints(images)
    changed = images.clone().view(784, -1)
    changed[torch.arange(784), torch.arange(784)] ^= 1  # each image in another pixel, by the least amount
    assert not trained_on(changed.view_as(images), base).any()
    assert trained_on(images.flip(0), base).all()


def test_fingerprints_of_like_images_differ() -> None:
    dots = torch.zeros(784 * 3, 784, dtype=torch.uint8)
    for k, value in enumerate((1, 2, 255)):
        dots[k * 784 : (k + 1) * 784] = torch.eye(784, dtype=torch.uint8) * value
    assert len(fingerprints(dots.view(-1, 28, 28)).unique()) == len(dots)


def test_mnist_test_images_are_not_training_images(mnist: Digits) -> None:
    assert not trained_on(mnist.test_images, fingerprints(mnist.train_images)).any()


def test_counts_add_up(trained: Trained) -> None:
    evaluation = evaluate(trained)
    confusion = evaluation.confusion
    assert confusion.sum() == 1_000
    assert confusion.sum(1).tolist() == [100] * 10
    assert confusion.diag().sum() == evaluation.share.right
    for digit, (name, count, precision, recall) in enumerate(evaluation.per_class()):
        assert (name, count) == (str(digit), 100)
        assert recall == pytest.approx(confusion[digit, digit].item() / 100)
        assert precision == pytest.approx((confusion[digit, digit] / confusion[:, digit].sum()).item())


def test_mistakes_are_wrong_and_sorted(trained: Trained) -> None:
    evaluation = evaluate(trained)
    worst = evaluation.mistakes(10_000)
    assert len(worst) == 1_000 - evaluation.share.right
    assert not evaluation.right[worst].any()
    certainty = evaluation.probabilities[worst].amax(1)
    assert certainty.equal(certainty.sort(descending=True).values)


def test_a_bare_network_can_be_evaluated_but_its_training_is_not_known(sample: Digits) -> None:
    evaluation = evaluate(NeuralNet(784, 20, 10), sample)
    assert evaluation.overlap is None
    assert "not known" in evaluation.overlap_text()
    assert evaluation.before is None


def test_wrong_use_is_told(trained: Trained) -> None:
    with pytest.raises(UsageError, match="test or notebook"):
        evaluate(trained, protocol="train")
    with pytest.raises(UsageError, match="which data"):
        evaluate(NeuralNet(784, 20, 10))
