"""The network that reads where nobody names one: trained once, kept, gone on with, made anew where it is damaged."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from gradbook.core.errors import RunError
from gradbook.digits import Digits, Progress
from gradbook.digits.handwriting import network
from gradbook.digits.runs.folder import CHECKPOINT, MODEL, in_use
from gradbook.digits.training.recipe import PRESETS


@pytest.fixture(autouse=True)
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "cache_folder", lambda: tmp_path)
    monkeypatch.setitem(PRESETS, "hand", PRESETS["hand"].replace(epochs=1, hidden_size=20))


def stop_in(epoch: int) -> Callable[[Progress], None]:
    def stop(now: Progress) -> None:
        if now.epoch == epoch:
            raise KeyboardInterrupt

    return stop


def weights(model: torch.nn.Module) -> list[torch.Tensor]:
    return list(model.state_dict().values())


def test_it_is_trained_once_and_says_so(sample: Digits) -> None:
    said: list[str] = []
    seen: list[Progress] = []
    first, folder = network.hand_network(sample, on_start=said.append, on_progress=seen.append)
    assert len(said) == 1
    assert str(folder) in said[0]
    assert "Now comes the training" in said[0]
    assert (seen[-1].epoch, seen[-1].batch, seen[-1].seconds_left) == (15, seen[-1].batches, 0)
    assert all(now.seconds_left > 0 for now in seen[:-1])
    again, same = network.hand_network(sample, on_start=said.append, on_progress=seen.append)
    assert (len(said), same) == (1, folder)
    assert all(map(torch.equal, weights(first), weights(again)))


def test_an_interrupted_training_goes_on_to_the_same_weights(sample: Digits, tmp_path: Path) -> None:
    whole, folder = network.hand_network(sample)
    folder.rename(tmp_path / "aside")
    with pytest.raises(KeyboardInterrupt):
        network.hand_network(sample, on_progress=stop_in(9))
    said: list[str] = []
    seen: list[Progress] = []
    resumed, _ = network.hand_network(sample, on_start=said.append, on_progress=seen.append)
    assert "Going on" in said[0]
    assert seen[0].epoch == 9
    assert all(map(torch.equal, weights(whole), weights(resumed)))


@pytest.mark.parametrize("damaged", [CHECKPOINT, "config.json", MODEL])
def test_what_is_damaged_is_made_anew(damaged: str, sample: Digits) -> None:
    if damaged == MODEL:
        _, folder = network.hand_network(sample)
    else:
        with pytest.raises(KeyboardInterrupt):
            network.hand_network(sample, on_progress=stop_in(3))
        [folder] = (network.network_folder(sample).parent).iterdir()
    (folder / damaged).write_bytes(b"{}")
    seen: list[Progress] = []
    model, again = network.hand_network(sample, on_progress=seen.append)
    assert again == folder
    assert seen[0].epoch == 1
    assert model.l1.out_features == 20


def test_what_another_process_trains_is_left_alone(sample: Digits) -> None:
    with pytest.raises(KeyboardInterrupt):
        network.hand_network(sample, on_progress=stop_in(3))
    folder = network.network_folder(sample)
    with in_use(folder), pytest.raises(RunError, match="another process"):
        network.hand_network(sample)
    assert (folder / CHECKPOINT).is_file()
