"""PyTorch modules, explained: numbers as autograd has them, formulas as the book has them."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from gradbook.digits import NeuralNet
from gradbook.graph import Graph, GraphError
from gradbook.graph.derivation.text import equation_latex, equation_text
from gradbook.graph.torch_module import multilayer_perceptron

F = nn.functional


def gradients_agree(model: nn.Module, graph: Graph, x: torch.Tensor, target: Any, loss: Any) -> None:
    """Compare every parameter's gradient, in order, with torch.autograd in float64."""
    model = model.double().eval()
    model.zero_grad()
    value = loss(model(x.double()), target)
    value.backward()
    parameters = [name for name in graph.inputs if name not in ("x", "Y")]
    assert graph.value[graph.output] == pytest.approx(value.item(), rel=1e-12)
    expected = list(model.parameters())
    assert len(parameters) == len(expected)
    for name, parameter in zip(parameters, expected, strict=True):
        assert parameter.grad is not None
        scale = parameter.grad.abs().max().item() + 1e-12
        np.testing.assert_allclose(np.asarray(graph.grad[name]), parameter.grad.numpy(), rtol=1e-9, atol=1e-12 * scale)


def test_the_assignments_network_in_matrix_form() -> None:
    torch.manual_seed(0)
    model, x, target = NeuralNet(784, 500, 10), torch.rand(8, 784), torch.randint(0, 10, (8,))
    graph = Graph.from_module(model, x, target=target)
    gradients_agree(model, graph, x, target, F.cross_entropy)
    steps = {step.key: step for step in graph.solution().steps if step.kind == "gradient"}
    assert {key: step.shape for key, step in steps.items()} == {
        "dL/do": "N x 10",
        "dL/dh": "N x 500",
        "dL/da": "N x 500",
        "dL/dx": "N x 784",
        "dL/dW2": "10 x 500",
        "dL/db2": "10",
        "dL/dW1": "500 x 784",
        "dL/db1": "500",
    }
    assert equation_text(steps["dL/dW2"]) == "dL/dW2 = (dL/do).T @ h = (softmax(o) - Y).T @ h / N"
    assert equation_text(steps["dL/dW1"]) == "dL/dW1 = (dL/da).T @ x"
    assert equation_text(steps["dL/da"]) == "dL/da = dL/dh * [a > 0]"
    formula = equation_latex(steps["dL/dW2"])
    assert r"\frac{\left(\operatorname{softmax}\left(o\right) - Y\right)^{\top} \, h}{N}" in formula


MODELS = {
    "deep": (
        nn.Sequential(
            nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 6), nn.GELU(), nn.Linear(6, 6, bias=False), nn.LeakyReLU(0.2),
            nn.Linear(6, 5), nn.SiLU(), nn.Linear(5, 4), nn.Softplus(), nn.Linear(4, 4), nn.Sigmoid(), nn.Linear(4, 3),
        ),
        (6, 5),
    ),
    "log softmax": (
        nn.Sequential(nn.Flatten(), nn.Linear(12, 8), nn.ReLU(), nn.Linear(8, 3), nn.LogSoftmax(1)),
        (4, 3, 4),
    ),
    "elu, no entry": (nn.Sequential(nn.Linear(5, 4), nn.ELU(), nn.Linear(4, 3)), (4, 5)),
    "cnn": (
        nn.Sequential(
            nn.Conv2d(1, 3, 3, padding=1), nn.BatchNorm2d(3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Dropout(0.5),
            nn.Linear(3 * 16, 3),
        ),
        (4, 1, 8, 8),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MODELS)
def test_other_networks(name: str) -> None:
    model, shape = MODELS[name]
    torch.manual_seed(1)
    x, target = torch.randn(shape), torch.randint(0, 3, shape[:1])
    graph = Graph.from_module(model, x, target=target)
    gradients_agree(model, graph, x, target, F.cross_entropy)
    text = graph.solution().render("text")
    has_unknown = name in ("cnn", "elu, no entry")
    assert ("no formula: the numbers are calculated by PyTorch" in text) == has_unknown
    assert graph.draw().count("data-node=") == len(graph.inputs) + len(graph.intermediates)


def test_squared_error_and_own_losses() -> None:
    torch.manual_seed(2)
    model, x, target = (
        nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1)),
        torch.randn(5, 3),
        torch.randn(5, 1).double(),
    )
    gradients_agree(model, Graph.from_module(model, x, loss="mse", target=target), x, target, F.mse_loss)

    def own(outputs: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        return (outputs - wanted).abs().mean()

    gradients_agree(model, Graph.from_module(model, x, loss=own, target=target), x, target, own)
    graph = Graph.from_module(model, x, loss=None)
    gradients_agree(model, graph, x, None, lambda outputs, _: outputs.sum())


def test_a_module_is_left_as_it_was() -> None:
    model = nn.Sequential(nn.Linear(3, 2), nn.Dropout(0.5))
    before = [parameter.clone() for parameter in model.parameters()]
    Graph.from_module(model, torch.rand(2, 3), target=[0, 1])
    assert model.training
    assert model[0].weight.dtype == torch.float32
    assert all(a.equal(b) for a, b in zip(before, model.parameters(), strict=True))
    assert all(parameter.grad is None for parameter in model.parameters())


class Hostile(nn.Module):
    """A network with parts whose names are HTML and LaTeX."""

    NAMES = ("</mi><script>alert(1)</script>", r"\href{javascript:alert(1)}{x}")

    def __init__(self) -> None:
        super().__init__()
        for name in self.NAMES:
            self.add_module(name, nn.Linear(3, 3))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        for name in self.NAMES:
            x = self.get_submodule(name)(x).relu()
        return x


def test_names_of_a_networks_parts_cannot_get_into_a_page() -> None:
    """The converter to MathML passes on what it is given: only identifiers may name nodes."""
    graph = Graph.from_module(Hostile(), torch.rand(2, 3), target=torch.tensor([0, 1]))
    assert all(name.isidentifier() for name in (*graph.inputs, *graph.intermediates))
    page = graph.solution().render("html") + graph.draw()
    assert "alert" not in page
    assert "href=" not in page.replace('href="data:,"', "")


class Branch(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x * 2 if x.sum() > 0 else x


@pytest.mark.parametrize(
    ("model", "x", "arguments", "words"),
    [
        (Branch(), torch.rand(2, 2), {"loss": None}, "branch that depends on its data"),
        (nn.Linear(3, 2), torch.rand(2, 4), {"target": [0, 1]}, r"does not accept inputs of shape \(2, 4\)"),
        (nn.Linear(3, 2), torch.rand(2, 3), {"target": [0, 2]}, "class numbers from 0 to 1"),
        (nn.Linear(3, 2), torch.rand(2, 3), {}, "a loss needs a target"),
        (nn.Linear(3, 2), torch.rand(2, 3), {"loss": "hinge", "target": [0, 1]}, "no loss 'hinge'"),
        (nn.Linear(3, 2), torch.rand(2, 3), {"loss": "mse", "target": torch.rand(5, 7)}, "do not run on this batch"),
    ],
)
def test_what_cannot_be_read_is_said(
    model: nn.Module, x: torch.Tensor, arguments: dict[str, Any], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(GraphError, match=words):
        Graph.from_module(model, x, **arguments)
    assert capfd.readouterr().err == ""


def test_a_network_by_its_sizes() -> None:
    model, x, target = multilayer_perceptron([6, 5, 4, 3], batch=2)
    graph = Graph.from_module(model, x, target=target)
    assert graph.intermediates == ["a1", "h1", "a2", "h2", "o", "L"]
    assert graph.inputs == ["W1", "b1", "W2", "b2", "W3", "b3", "x", "Y"]
    assert graph.check().passed
