"""The face of the room: a tape that explains itself."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from gradbook.graph import gradcheck
from gradbook.graph.derivation import derive
from gradbook.graph.derivation.derivation import Derivation
from gradbook.graph.derivation.given import given
from gradbook.graph.drawing.svg import svg
from gradbook.graph.engine.tape import Tape
from gradbook.graph.gradcheck import Check
from gradbook.graph.node import Node, node_at, operate
from gradbook.graph.values import short


class Graph(Tape):
    """A computational graph with values, gradients and every step shown; what it takes is said at `Tape`.

    >>> g = Graph("f = z*(w*x + b)", x=2, w=5, b=-2, z=3)
    >>> g.value["q"], g.value["f"], g.grad["w"], g.local["q", "w"]
    (10.0, 24.0, 6.0, 2.0)
    """

    def input(self, name: str, value: Any) -> Node:
        """Add an input, a number or an array, and return it, to be calculated with.

        Raises:
            GraphError: the name is taken or no name, or the value is not a finite number or array.
        """
        return node_at(self, self.add_input(name, value))

    def node(self, name: str) -> Node:
        """Return the node with a name, to be calculated with.

        Raises:
            GraphError: there is none.
        """
        return node_at(self, self.index_of(name))

    def apply(self, op: str, *args: Any, settings: tuple[float, ...] = ()) -> Node:
        """Add an operation of the op table and return its result.

        Args:
            op: its name in the table.
            *args: nodes, numbers or arrays.
            settings: the numbers that follow its arguments, such as an axis.

        Raises:
            GraphError: the op is not defined at these values, or an argument belongs to another graph.
        """
        return operate(self, op, args, settings)

    def name(self, name: str, node: Node) -> Node:
        """Name a node, and return it.

        Args:
            name: letters, digits and _, beginning with a letter.
            node: a node of this graph.

        Raises:
            GraphError: the name is taken or no name.
        """
        self.set_name(node.index, name)
        return node

    @classmethod
    def from_module(cls, model: Any, x: Any, *, loss: Any = "cross_entropy", target: Any = None) -> "Graph":
        """Read a PyTorch module, to be explained in matrix form.

        Args:
            model: an MLP or a small convolutional network (`torch.nn.Module`).
            x: a batch of inputs, first axis N.
            loss: "cross_entropy", "mse", any function of (outputs, target), or None for the sum of the outputs.
            target: class numbers (N,) or distributions (N, classes) for cross-entropy; values for mse.

        Raises:
            GraphError: the module cannot be read, for instance because it branches on its data.
        """
        from gradbook.graph.torch_module import read_module

        graph = cls()
        read_module(graph, model, x, loss=loss, target=target)
        return graph

    def check(self, step: float = 1e-6) -> Check:
        """Compare every gradient of the output with central differences.

        Args:
            step: the change of an entry, relative to its size where that is above 1.

        Raises:
            GraphError: a gradient, or a value so near by, is not defined.
        """
        return gradcheck.check(self, step)

    def kinks(self) -> list[str]:
        """Say where the derivative is a convention because the graph has a kink exactly there."""
        return gradcheck.kinks(self)

    def explain(self, by: str, of: str | None = None) -> Derivation:
        """Return the derivation of one gradient, step by step.

        Args:
            by: the name of the node by which the derivative is taken.
            of: the name of the node that is differentiated; by default the output.

        Raises:
            GraphError: a node is absent, or the derivative is not defined.
        """
        return replace(derive.explain(self, by, of), given=given(self), picture=self._picture)

    def solution(self, lr: float = 0.01, wrt: Iterable[str] | None = None) -> Derivation:
        """Return the whole derivation: values, local gradients, gradients, and one step of gradient descent.

        Args:
            lr: the learning rate of the step.
            wrt: the inputs that the step changes; by default those that `parameters` gives.

        Raises:
            GraphError: a derivative is not defined, or `wrt` names no input.
        """
        return replace(derive.solution(self, lr, wrt), given=given(self, lr), picture=self._picture)

    def draw(self, *, values: bool | Collection[str] = True, grads: bool | Collection[str] = True) -> str:
        """Return the graph's picture as SVG.

        Args:
            values: show the values, of all nodes or of those named; else there are blanks to fill in.
            grads: show the gradients of the output, likewise.
        """
        return svg(self, values=values, grads=grads)

    def _picture(self, blank: bool) -> str:
        return self.draw(values=self.inputs if blank else True, grads=not blank)

    def _repr_svg_(self) -> str:
        """Show the graph in Jupyter as its picture."""
        return self.draw()

    def __repr__(self) -> str:
        if not len(self):
            return "<Graph, empty>"
        return f"<Graph of {len(self)} nodes, {self.output} = {short(self.value[self.output])}>"
