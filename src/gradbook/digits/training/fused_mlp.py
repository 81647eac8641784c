"""One step of learning for a 784-H-10 network, in matrix form.

With a batch x (N x D), h = relu(x W1' + b1), o = h W2' + b2, p = softmax(o) and targets Y, the mean cross-entropy L has

    dL/do = (p - Y) / N          dL/dW2 = dL/do' h          dL/db2 = column sums of dL/do
    dL/dh = dL/do W2             dL/da  = dL/dh where h > 0, else 0
    dL/dW1 = dL/da' x            dL/db1 = column sums of dL/da

and Adam or SGD does the rest. Written out rather than recorded by autograd, a step has no bookkeeping, writes every
gradient into one flat vector, and updates all parameters in one fused call: some 2 times faster at batch 100.
"""

import math

import torch
from torch import Tensor

# The public functional forms. An optimizer object imports torch._dynamo and sympy (0.8 s) when it is made.
from torch.optim.adam import adam
from torch.optim.sgd import sgd

from gradbook.digits.network import NeuralNet
from gradbook.digits.training.recipe import Recipe
from gradbook.digits.training.resolution import Resolution


class FusedMLP:
    """The parameters of a network at a `Resolution`, with the optimizer's moments and the buffers of a step.

    The master copy of the parameters and the moments are float32; the matrix products are done in `dtype`. All are
    flat, with the P = H * pixels + H + 10 * H + 10 numbers of W1 (H, pixels), b1 (H,), W2 (10, H), b2 (10,) in a row.

    Args:
        hidden_size: neurons in the hidden layer, H.
        resolution: how the first layer sees the images.
        recipe: the optimizer and its hyperparameters; the learning rate is given step by step.
        dtype: type of the matrix products, float32 or bfloat16.
        device: where to compute.

    Attributes:
        resolution: as given; it says how many `pixels` there are.
        dtype: as given.
        parameters: (P,) float32.
        mean: (P,) float32, Adam's first moment, or SGD's velocity.
        square: (P,) float32, Adam's second moment; SGD leaves it 0.
        steps: () float32, how many steps were taken.
    """

    def __init__(
        self, hidden_size: int, resolution: Resolution, recipe: Recipe, dtype: torch.dtype, device: torch.device
    ) -> None:
        self.resolution = resolution
        self.dtype = dtype
        self._recipe = recipe
        self._shapes = ((hidden_size, resolution.pixels), (hidden_size,), (10, hidden_size), (10,))
        size = sum(map(math.prod, self._shapes))
        self.parameters = torch.zeros(size, device=device)
        self.mean = torch.zeros(size, device=device)
        self.square = torch.zeros(size, device=device)
        self.steps = torch.zeros((), device=device)
        self._gradient = torch.zeros(size, device=device)
        same = dtype == torch.float32
        self._low_parameters = self.parameters if same else torch.zeros(size, dtype=dtype, device=device)
        self._low_gradient = self._gradient if same else torch.zeros(size, dtype=dtype, device=device)
        self._weights = self._split(self._low_parameters)
        self._gradients = self._split(self._low_gradient)

    @classmethod
    def from_network(cls, model: NeuralNet, resolution: Resolution, recipe: Recipe, dtype: torch.dtype) -> "FusedMLP":
        """Start learning from a network's weights.

        Args:
            model: 784-H-10; its first layer's weights (H, 784) are mapped to (H, pixels).
            resolution: how the first layer is to see the images.
            recipe: the optimizer and its hyperparameters.
            dtype: type of the matrix products.
        """
        weight = model.l1.weight.detach()
        learner = cls(model.l1.out_features, resolution, recipe, dtype, weight.device)
        parts = (resolution.narrow(weight), model.l1.bias, model.l2.weight, model.l2.bias)
        for target, source in zip(learner._split(learner.parameters), parts, strict=True):
            target.copy_(source.detach())
        return learner

    def at_resolution(self, resolution: Resolution) -> "FusedMLP":
        """Go on learning at another resolution: weights and moments are carried over the pixels.

        Args:
            resolution: its `pixels` may be more or fewer than now.

        Returns:
            Another network; this one stays as it is.
        """
        other = FusedMLP(self._shapes[1][0], resolution, self._recipe, self.dtype, self.parameters.device)
        for name, power in (("parameters", 1), ("mean", 1), ("square", 2)):
            targets, sources = other._split(getattr(other, name)), self._split(getattr(self, name))
            targets[0].copy_(resolution.narrow(self.resolution.widen(sources[0], power)))
            for target, source in zip(targets[1:], sources[1:], strict=True):
                target.copy_(source)
        other.steps.copy_(self.steps)
        return other

    def write_to(self, model: NeuralNet) -> None:
        """Copy the parameters into a network, 784-H-10; a weight on joined pixels becomes weights on each."""
        w1, b1, w2, b2 = self._split(self.parameters)
        with torch.no_grad():
            model.l1.weight.copy_(self.resolution.widen(w1))
            model.l1.bias.copy_(b1)
            model.l2.weight.copy_(w2)
            model.l2.bias.copy_(b2)

    def step(self, x: Tensor, targets: Tensor, learning_rate: float) -> tuple[Tensor, Tensor]:
        """Take one step on the mean cross-entropy of a batch.

        Args:
            x: inputs (N, pixels) in `dtype`.
            targets: (N, 10) float32, each row a distribution over the classes.
            learning_rate: this step's rate.

        Returns:
            The loss before the step (a scalar) and the scores (N, 10), both float32.
        """
        if self._low_parameters is not self.parameters:
            self._low_parameters.copy_(self.parameters)
        w1, b1, w2, b2 = self._weights
        h = torch.addmm(b1, x, w1.t()).relu_()
        scores = torch.addmm(b2, h, w2.t()).float()
        log_p = scores.log_softmax(1)
        loss = torch.dot(log_p.view(-1), targets.view(-1)).div(-len(x))

        dw1, db1, dw2, db2 = self._gradients
        d_scores = log_p.exp_().sub_(targets).div_(len(x)).to(self.dtype)
        torch.mm(d_scores.t(), h, out=dw2)
        torch.sum(d_scores, 0, out=db2)
        d_hidden = torch.ops.aten.threshold_backward(torch.mm(d_scores, w2), h, 0)
        torch.mm(d_hidden.t(), x, out=dw1)
        torch.sum(d_hidden, 0, out=db1)
        if self._low_gradient is not self._gradient:
            self._gradient.copy_(self._low_gradient)

        self._descend(learning_rate)
        return loss, scores

    def _descend(self, learning_rate: float) -> None:
        """Change the parameters against the gradient."""
        recipe = self._recipe
        if recipe.optimizer == "sgd":
            # Weight decay is decoupled here too, so that it does not enter the velocity.
            self.parameters.mul_(1 - learning_rate * recipe.weight_decay)
            sgd(
                [self.parameters],
                [self._gradient],
                [self.mean],
                fused=True,
                weight_decay=0.0,
                momentum=recipe.beta1,
                lr=learning_rate,
                dampening=0.0,
                nesterov=False,
                maximize=False,
            )
            return
        adam(
            [self.parameters],
            [self._gradient],
            [self.mean],
            [self.square],
            [],
            [self.steps],
            fused=True,
            amsgrad=False,
            decoupled_weight_decay=True,
            beta1=recipe.beta1,
            beta2=recipe.beta2,
            lr=learning_rate,
            weight_decay=recipe.weight_decay,
            eps=recipe.eps,
            maximize=False,
        )

    def state(self) -> dict[str, Tensor]:
        """Return everything that the next step depends on, to be kept or handed to `restore`.

        Returns:
            "parameters", "mean" and "square", each (P,) float32, and "steps", () float32; not copies.
        """
        return {name: getattr(self, name) for name in ("parameters", "mean", "square", "steps")}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Take up a `state` of a network of the same size, at the same resolution.

        Args:
            state: as `state` returns it.
        """
        for name, tensor in self.state().items():
            tensor.copy_(state[name])

    def _split(self, flat: Tensor) -> list[Tensor]:
        sizes = [math.prod(shape) for shape in self._shapes]
        return [part.view(shape) for part, shape in zip(flat.split(sizes), self._shapes, strict=True)]
