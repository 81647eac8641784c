"""What is added to the images, and drawn on them: which, how many, with which targets, and the same for one seed."""

import torch

from gradbook.digits import Digits, preset
from gradbook.digits.training.examples import Examples
from gradbook.digits.training.no_digits import no_digits
from gradbook.digits.training.resolution import Resolution
from gradbook.digits.training.styles import drawn_digits, styled


def random(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_styles_are_drawn_on_a_share_of_their_digits_alone(sample: Digits) -> None:
    images, labels = sample.train_images, sample.train_labels
    which, drawn = styled(images, labels, 0.3, random())
    assert set(labels[which].tolist()) == {1, 7, 9}
    of_all = sum(int((labels == digit).sum()) for digit in (1, 7, 9))
    assert 0.25 < len(which) / of_all < 0.35
    assert len(set(which.tolist())) == len(which)
    more = drawn.float().sum((1, 2)) / images[which].float().sum((1, 2))
    assert 1.02 < more.median() < 2  # ink is added, and less than there was
    assert styled(images, labels, 0.0, random())[0].tolist() == []


def test_a_flag_and_a_foot_make_a_one_wider(sample: Digits) -> None:
    ones = sample.train_images[sample.train_labels == 1]
    which, drawn = styled(ones, torch.ones(len(ones), dtype=torch.int64), 1.0, random())

    def widths(images: torch.Tensor) -> torch.Tensor:
        return (images > 127).any(1).sum(1).float()

    assert which.tolist() == list(range(len(ones)))
    assert (widths(drawn) - widths(ones)).median() >= 2


def test_whole_digits_are_drawn_of_all_ten() -> None:
    images, labels = drawn_digits(95, random())
    assert len(images) == len(labels) == 95
    assert set(labels.tolist()) == set(range(10))
    assert images.float().mean((1, 2)).min() > 10


def test_what_is_no_digit_is_drawn_in_mnists_form(sample: Digits) -> None:
    images = no_digits(sample.train_images, sample.train_labels, 400, random())
    assert images.shape == (400, 28, 28)
    ink = images.float().mean((1, 2))
    assert ink.min() > 8
    assert ink.max() < 140
    assert no_digits(sample.train_images, sample.train_labels, 400, random()).equal(images)
    assert not no_digits(sample.train_images, sample.train_labels, 400, random(1)).equal(images)


def test_the_examples_of_an_epoch_depend_on_seed_and_epoch(sample: Digits) -> None:
    recipe = preset("hand", sample)
    whole = Resolution()

    def epoch(seed: int, number: int) -> torch.Tensor:
        examples = Examples(recipe, sample.train_images, sample.train_labels, seed, torch.float32)
        return examples.epoch(number, whole)[0]

    assert epoch(3, 2).equal(epoch(3, 2))
    assert not epoch(3, 2).equal(epoch(3, 1))
    assert not epoch(3, 2).equal(epoch(4, 2))


def test_a_target_belongs_to_its_image(sample: Digits) -> None:
    recipe = preset("hand", sample, distort=0.0, trim=False)
    images, labels = sample.train_images, sample.train_labels
    examples = Examples(recipe, images, labels, 0, torch.float32)
    assert len(examples) == len(images) + round(recipe.no_digits * len(images)) + round(0.2 * 0.3 * len(images))
    inputs, order, targets = examples.epoch(0, Resolution())
    assert sorted(order.tolist()) == list(range(len(examples)))
    even = (targets == 0.1).all(1)
    assert int(even.sum()) == round(recipe.no_digits * len(images))
    plain = order < len(images)
    assert targets[plain].argmax(1).equal(labels[order[plain]])
    unstyled = plain & ~torch.isin(targets.argmax(1), torch.tensor([1, 7, 9]))
    some = order[unstyled][:50]
    assert inputs[some].equal(Resolution().inputs(images[some], torch.float32))
