"""Training on real images: how good it gets, that it repeats to the bit, and that it goes on where it was."""

import pytest
import torch

from gradbook.core.errors import UsageError
from gradbook.digits import Digits, NeuralNet, Progress, Trained, evaluate, preset, train
from gradbook.digits.evaluation.report import recipe_text
from gradbook.digits.training.loop import Checkpoint


def same_weights(a: Trained, b: Trained) -> bool:
    return all(x.equal(y) for x, y in zip(a.model.state_dict().values(), b.model.state_dict().values(), strict=True))


def test_epochs_have_their_noun_at_half_and_at_full_size(sample: Digits) -> None:
    fast = preset("fast", sample, coarse_epochs=1, epochs=540)
    assert fast.epochs_text == "1 epoch at half size and 540 epochs at full size"
    assert fast.replace(coarse_epochs=0, epochs=1).epochs_text == "1 epoch"


def test_notebook_protocol_on_the_sample(trained: Trained) -> None:
    assert len(trained.losses) == 3 * 40
    assert trained.losses[0] == pytest.approx(2.3, abs=0.15)  # ln 10: an untrained network knows nothing
    assert trained.losses[-1] < 0.7
    assert evaluate(trained).accuracy > 0.87


def test_fast_on_the_sample(sample: Digits) -> None:
    assert evaluate(train(sample, "fast", seed=1)).accuracy > 0.97


def test_best_beats_the_notebook_on_the_sample(sample: Digits, trained: Trained) -> None:
    assert evaluate(train(sample, "best", epochs=20)).accuracy > evaluate(trained).accuracy + 0.05


def test_sgd_learns_the_sample_too_and_with_momentum_faster(sample: Digits) -> None:
    slow, fast = (train(sample, "notebook", optimizer="sgd", beta1=beta, learning_rate=0.05) for beta in (0.0, 0.9))
    assert evaluate(fast).accuracy > evaluate(slow).accuracy > 0.7
    assert "SGD (momentum 0.9) with rate 0.05" in recipe_text(fast)
    assert "SGD with rate 0.05" in recipe_text(slow)


def test_notebook_protocol_on_mnist(mnist: Digits) -> None:
    runs = [train(mnist, "notebook", seed=seed) for seed in range(3)]
    assert [len(run.losses) for run in runs] == [180] * 3
    assert sum(evaluate(run).accuracy for run in runs) / 3 == pytest.approx(0.911, abs=0.008)


def test_fast_on_mnist(mnist: Digits) -> None:
    assert evaluate(train(mnist, "fast", seed=0)).accuracy > 0.98


@pytest.mark.parametrize("preset", ["notebook", "fast", "hand"])
def test_one_seed_gives_the_same_bits(sample: Digits, preset: str) -> None:
    epochs = {"epochs": 2} if preset != "fast" else {"epochs": 1, "coarse_epochs": 1}
    first, again = (train(sample, preset, seed=7, **epochs) for _ in range(2))
    other = train(sample, preset, seed=8, **epochs)
    assert same_weights(first, again)
    assert first.losses == again.losses
    assert not same_weights(first, other)


@pytest.mark.parametrize("preset", ["notebook", "fast", "hand"])
@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_checkpoint_leads_to_the_same_weights(sample: Digits, preset: str, after: int) -> None:
    epochs = {"epochs": 2, "coarse_epochs": 2} if preset == "fast" else {"epochs": 4}
    kept: list[Checkpoint] = []

    def keep(checkpoint: Checkpoint) -> None:
        state = {name: tensor.clone() for name, tensor in checkpoint.state.items()}
        kept.append(Checkpoint(checkpoint.epochs_done, state, checkpoint.losses.clone(), checkpoint.seconds))

    whole = train(sample, preset, seed=3, on_checkpoint=keep, **epochs)
    resumed = train(sample, preset, seed=3, resume=kept[after - 1], **epochs)
    assert [checkpoint.epochs_done for checkpoint in kept] == [1, 2, 3, 4]
    assert same_weights(whole, resumed)
    assert whole.losses == resumed.losses


def test_global_random_numbers_are_left_alone(sample: Digits) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    train(sample, "fast", epochs=1, coarse_epochs=0)
    assert torch.rand(3).equal(expected)


def test_progress_is_reported_as_the_assignment_prints_it(sample: Digits) -> None:
    seen: list[Progress] = []
    run = train(sample, "notebook", on_progress=seen.append)
    assert len(seen) == 12
    assert seen[0].line() == f"Epoch [1/3], Batch [10/40], Loss: {run.losses[9]:.4f}"
    assert seen[-1].line() == f"Epoch [3/3], Batch [40/40], Loss: {run.losses[-1]:.4f}"
    assert 0.7 < seen[-1].accuracy <= 1


def test_a_last_batch_that_is_not_full_counts(sample: Digits) -> None:
    run = train(sample, "notebook", epochs=1, batch_size=300)
    assert len(run.losses) == 14  # 13 * 300 + 100
    assert run.history.batches == list(range(1, 15))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"device": "tpu"}, "auto, cpu, cuda, mps"),
        ({"seed": -1}, "seed must be"),
        ({"batch_size": 0}, "batch size must be at least 1"),
    ],
)
def test_wrong_use_is_told(sample: Digits, changes: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        train(sample, "fast", **changes)  # type: ignore[arg-type]


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine has CUDA")
def test_an_absent_device_is_told(sample: Digits) -> None:
    with pytest.raises(UsageError, match="no device 'cuda'"):
        train(sample, "fast", device="cuda")


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA on this machine")
def test_cuda_trains_as_well(sample: Digits) -> None:
    first, again = (train(sample, "fast", device="cuda") for _ in range(2))
    assert evaluate(first).accuracy > 0.97
    assert same_weights(first, again)


def test_threads_are_measured_recorded_and_left_alone(sample: Digits, monkeypatch: pytest.MonkeyPatch) -> None:
    from gradbook.digits import device

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        run = train(sample, "notebook", epochs=1, threads=2)
        assert run.threads == 2
        assert train(sample, "notebook", epochs=1).threads in (1, 2)
        busy = iter([1.0, 0.5])  # together, then alone
        monkeypatch.setattr(device, "_products_seconds", lambda dtype: next(busy))
        assert device.pick_threads(torch.device("cpu"), torch.float32) == 1
        lucky_once = iter([0.5, 0.9, 0.9, 0.8])
        monkeypatch.setattr(device, "_products_seconds", lambda dtype: next(lucky_once))
        assert device.pick_threads(torch.device("cpu"), torch.float32) == 1
        quiet = iter([0.5, 0.9, 0.5, 0.9])
        monkeypatch.setattr(device, "_products_seconds", lambda dtype: next(quiet))
        assert device.pick_threads(torch.device("cpu"), torch.float32) == 2
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_precision_is_measured_or_as_named(sample: Digits, monkeypatch: pytest.MonkeyPatch) -> None:
    from gradbook.digits import device

    for gain, expected in ((2.0, torch.bfloat16), (1.0, torch.float32), (0.0, torch.float32)):
        monkeypatch.setattr(device, "bfloat16_gain", lambda where, gain=gain: gain)
        assert device.pick_precision("auto", torch.device("cpu")) == expected
        assert device.pick_precision("float32", torch.device("cpu")) == torch.float32
    assert train(sample, "notebook", epochs=1, precision="float32").precision == "float32"


def test_progress_hands_out_the_network_as_it_stands(sample: Digits) -> None:
    copies: list[NeuralNet] = []
    trained = train(sample, "notebook", on_progress=lambda now: copies.append(now.network()))
    assert torch.equal(copies[-1].l1.weight, trained.model.l1.weight)
    assert not torch.equal(copies[0].l1.weight, copies[-1].l1.weight)
