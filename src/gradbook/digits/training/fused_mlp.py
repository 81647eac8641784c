"""One step of learning for a 784-H-10 network, in matrix form.

With a batch x (N x D), h = relu(x W1' + b1), o = h W2' + b2, p = softmax(o) and targets Y, the mean cross-entropy L has

    dL/do = (p - Y) / N          dL/dW2 = dL/do' h          dL/db2 = column sums of dL/do
    dL/dh = dL/do W2             dL/da  = dL/dh where h > 0, else 0
    dL/dW1 = dL/da' x            dL/db1 = column sums of dL/da

and Adam does the rest. Written out rather than recorded by autograd, a step has no bookkeeping, writes every gradient
into one flat vector, and updates all parameters in one fused call: some 2 times faster at batch 100.
"""

import math

import torch
from torch import Tensor

# The public functional form. An optimizer object imports torch._dynamo and sympy (0.8 s) when it is made.
from torch.optim.adam import adam

from gradbook.digits.network import NeuralNet
from gradbook.digits.training.recipe import Recipe
from gradbook.digits.training.resolution import View


class Learner:
    """The parameters of a network as seen through a `View`, with Adam's moments and the buffers of a step.

    The master copy of the parameters and Adam's moments are float32; the matrix products are done in `dtype`.
    Parameters are stored flat, in the order W1 (H x pixels), b1 (H), W2 (10 x H), b2 (10).
    """

    def __init__(self, hidden_size: int, view: View, recipe: Recipe, dtype: torch.dtype, device: torch.device) -> None:
        self.view = view
        self.dtype = dtype
        self._recipe = recipe
        self._shapes = ((hidden_size, view.pixels), (hidden_size,), (10, hidden_size), (10,))
        size = sum(map(math.prod, self._shapes))
        self.parameters = torch.zeros(size, device=device)
        self.mean = torch.zeros(size, device=device)  # Adam's first moment
        self.square = torch.zeros(size, device=device)  # and second
        self.steps = torch.zeros((), device=device)
        self._gradient = torch.zeros(size, device=device)
        same = dtype == torch.float32
        self._low_parameters = self.parameters if same else torch.zeros(size, dtype=dtype, device=device)
        self._low_gradient = self._gradient if same else torch.zeros(size, dtype=dtype, device=device)
        self._weights = self._split(self._low_parameters)
        self._gradients = self._split(self._low_gradient)

    @classmethod
    def from_network(cls, model: NeuralNet, view: View, recipe: Recipe, dtype: torch.dtype) -> "Learner":
        """Start learning from a network's weights."""
        weight = model.l1.weight.detach()
        learner = cls(model.l1.out_features, view, recipe, dtype, weight.device)
        parts = (view.narrow(weight), model.l1.bias, model.l2.weight, model.l2.bias)
        for target, source in zip(learner._split(learner.parameters), parts, strict=True):
            target.copy_(source.detach())
        return learner

    def seen_through(self, view: View) -> "Learner":
        """Go on learning through another view: weights and moments are carried over the pixels."""
        other = Learner(self._shapes[1][0], view, self._recipe, self.dtype, self.parameters.device)
        for name, power in (("parameters", 1), ("mean", 1), ("square", 2)):
            targets, sources = other._split(getattr(other, name)), self._split(getattr(self, name))
            targets[0].copy_(view.narrow(self.view.widen(sources[0], power)))
            for target, source in zip(targets[1:], sources[1:], strict=True):
                target.copy_(source)
        other.steps.copy_(self.steps)
        return other

    def write_to(self, model: NeuralNet) -> None:
        """Copy the parameters into a network."""
        w1, b1, w2, b2 = self._split(self.parameters)
        with torch.no_grad():
            model.l1.weight.copy_(self.view.widen(w1))
            model.l1.bias.copy_(b1)
            model.l2.weight.copy_(w2)
            model.l2.bias.copy_(b2)

    def step(self, x: Tensor, targets: Tensor, learning_rate: float) -> tuple[Tensor, Tensor]:
        """Take one step of Adam on the mean cross-entropy of a batch.

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

        recipe = self._recipe
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
        return loss, scores

    def state(self) -> dict[str, Tensor]:
        """Return everything that the next step depends on, to be kept or handed to `restore`."""
        return {name: getattr(self, name) for name in ("parameters", "mean", "square", "steps")}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Take up a `state` of a learner with the same view."""
        for name, tensor in self.state().items():
            tensor.copy_(state[name])

    def _split(self, flat: Tensor) -> list[Tensor]:
        sizes = [math.prod(shape) for shape in self._shapes]
        return [part.view(shape) for part, shape in zip(flat.split(sizes), self._shapes, strict=True)]
