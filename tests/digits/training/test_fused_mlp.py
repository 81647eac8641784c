"""The step written out in matrix form is the step that autograd and torch's own Adam and SGD take."""

import pytest
import torch

from gradbook.digits.network import initial_network
from gradbook.digits.training.fused_mlp import FusedMLP
from gradbook.digits.training.recipe import Recipe
from gradbook.digits.training.resolution import Resolution, empty_margin

RESOLUTIONS = [Resolution(), Resolution(2), Resolution(2, 2), Resolution(0, 2), Resolution(4, 2)]


def batch(resolution: Resolution, count: int = 40, seed: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
    random = torch.Generator().manual_seed(seed)
    x = torch.rand(count, resolution.pixels, generator=random)
    targets = torch.rand(count, 10, generator=random).softmax(1)
    return x, targets


@pytest.mark.parametrize("decay", [0.0, 0.1])
def test_three_steps_agree_with_autograd_and_adamw(decay: float) -> None:
    recipe = Recipe("test", beta1=0.8, beta2=0.95, weight_decay=decay)
    model = initial_network(30, seed=1)
    learner = FusedMLP.from_network(model, Resolution(), recipe, torch.float32)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01, betas=(0.8, 0.95), weight_decay=decay)
    for seed in range(3):
        x, targets = batch(Resolution(), seed=seed)
        outputs = model(x)
        expected = torch.nn.functional.cross_entropy(outputs, targets)
        optimizer.zero_grad()
        expected.backward()
        optimizer.step()
        loss, scores = learner.step(x, targets, 0.01)
        torch.testing.assert_close(loss, expected.detach(), rtol=1e-5, atol=1e-6)
        torch.testing.assert_close(scores, outputs.detach(), rtol=1e-4, atol=1e-5)
    stepped = initial_network(30, seed=2)
    learner.write_to(stepped)
    for ours, theirs in zip(stepped.parameters(), model.parameters(), strict=True):
        torch.testing.assert_close(ours.detach(), theirs.detach(), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_three_steps_agree_with_autograd_and_sgd(momentum: float) -> None:
    recipe = Recipe("test", optimizer="sgd", beta1=momentum)
    model = initial_network(30, seed=1)
    learner = FusedMLP.from_network(model, Resolution(), recipe, torch.float32)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=momentum)
    for seed in range(3):
        x, targets = batch(Resolution(), seed=seed)
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(x), targets).backward()
        optimizer.step()
        learner.step(x, targets, 0.5)
    stepped = initial_network(30, seed=2)
    learner.write_to(stepped)
    for ours, theirs in zip(stepped.parameters(), model.parameters(), strict=True):
        torch.testing.assert_close(ours.detach(), theirs.detach(), rtol=1e-4, atol=1e-5)


def test_weight_decay_of_sgd_shrinks_the_weights_and_not_the_velocity() -> None:
    recipes = [Recipe("test", optimizer="sgd", weight_decay=decay) for decay in (0.0, 0.1)]
    model = initial_network(30, seed=1)
    learners = [FusedMLP.from_network(model, Resolution(), recipe, torch.float32) for recipe in recipes]
    x, targets = batch(Resolution())
    before = learners[0].parameters.clone()
    for learner in learners:
        learner.step(x, targets, 0.5)
    torch.testing.assert_close(learners[1].mean, learners[0].mean)
    torch.testing.assert_close(learners[0].parameters - learners[1].parameters, 0.05 * before)


def test_bfloat16_stays_close_to_float32() -> None:
    recipe = Recipe("test")
    losses = {}
    for dtype in (torch.float32, torch.bfloat16):
        learner = FusedMLP.from_network(initial_network(50, seed=0), Resolution(), recipe, dtype)
        x, targets = batch(Resolution())
        losses[dtype] = [learner.step(x.to(dtype), targets, 0.001)[0].item() for _ in range(20)]
    assert losses[torch.float32][-1] < losses[torch.float32][0] - 0.01
    assert losses[torch.bfloat16] == pytest.approx(losses[torch.float32], rel=0.02)


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=str)
def test_weights_on_inputs_act_like_the_widened_weights_on_pixels(resolution: Resolution) -> None:
    random = torch.Generator().manual_seed(0)
    weights = torch.randn(7, resolution.pixels, generator=random)
    images = torch.randint(0, 256, (20, 28, 28), generator=random, dtype=torch.uint8)
    seen = resolution.inputs(images, torch.float32) @ weights.t()
    pixels = images.float().reshape(20, -1) / 255 @ resolution.widen(weights).t()
    torch.testing.assert_close(seen, pixels, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(resolution.narrow(resolution.widen(weights)), weights)


def test_a_change_of_resolution_keeps_what_the_network_does() -> None:
    coarse, fine = Resolution(2, 2), Resolution(2, 1)
    recipe = Recipe("test")
    learner = FusedMLP.from_network(initial_network(20, seed=0), coarse, recipe, torch.float32)
    images = torch.randint(0, 256, (30, 28, 28), generator=torch.Generator().manual_seed(1), dtype=torch.uint8)
    targets = torch.eye(10)[torch.arange(30) % 10]
    for _ in range(5):
        learner.step(coarse.inputs(images, torch.float32), targets, 0.01)
    before, after = initial_network(20, seed=9), initial_network(20, seed=9)
    learner.write_to(before)
    learner.at_resolution(fine).write_to(after)
    for a, b in zip(before.parameters(), after.parameters(), strict=True):
        torch.testing.assert_close(a, b)


def test_the_empty_frame_is_found() -> None:
    images = torch.zeros(50, 28, 28, dtype=torch.uint8)
    images[:, 4:24, 4:24] = 100
    assert empty_margin(images) == 4
    images[:, 3, 4:24] = 100
    assert empty_margin(images) == 2
    images[:, 0, :] = 255
    assert empty_margin(images) == 0
