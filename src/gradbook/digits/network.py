"""The assignment's network, exactly as a learner writes it."""

import torch
from torch import Tensor, nn


class NeuralNet(nn.Module):
    """A feed-forward network with one hidden layer: `l2(relu(l1(x)))`.

    Args:
        input_size: numbers in an input, 784 for an image of 28 x 28.
        hidden_size: neurons in the hidden layer.
        num_classes: numbers in an output, one score a class.
    """

    def __init__(self, input_size: int, hidden_size: int, num_classes: int) -> None:
        super().__init__()
        self.input_size = input_size
        self.l1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.l2 = nn.Linear(hidden_size, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        """Map inputs (N, input_size) to scores (N, num_classes)."""
        out: Tensor = self.l2(self.relu(self.l1(x)))
        return out


def is_finite(model: nn.Module) -> bool:
    """Whether all weights are numbers; too high a learning rate may end in some that are not.

    Args:
        model: any network.
    """
    return all(bool(torch.isfinite(tensor).all()) for tensor in model.state_dict().values())


def initial_network(hidden_size: int, seed: int) -> NeuralNet:
    """Return an untrained 784-`hidden_size`-10 network, a pure function of its arguments.

    PyTorch's own generator is left as it was.

    Args:
        hidden_size: neurons in the hidden layer.
        seed: of the weights.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return NeuralNet(28 * 28, hidden_size, 10)


def scores(model: nn.Module, images: Tensor, batch_size: int = 10_000) -> Tensor:
    """Return the network's scores (N, 10) for images (N, 28, 28) uint8, without gradients.

    Pixels are scaled to 0..1, as torchvision's ToTensor does.

    Args:
        model: maps (N, 784) pixels from 0 to 1 to (N, 10) scores.
        images: (N, 28, 28) uint8, on any device.
        batch_size: images at a time.
    """
    parameter = next(model.parameters())
    with torch.no_grad():
        return torch.cat(
            [
                model(chunk.to(parameter.device).reshape(len(chunk), -1).to(parameter.dtype) / 255)
                for chunk in images.split(batch_size)
            ]
        )
