"""Computational graphs that show their work.

>>> from gradbook.graph import Graph
>>> g = Graph("f = z*(w*x + b)", x=2, w=5, b=-2, z=3)
>>> g.value["f"], g.grad["w"], g.step(lr=0.01, wrt=["w", "b"])
(24.0, 6.0, {'w': 4.94, 'b': -2.03})
"""

from gradbook.graph.errors import ExpressionError, GraphError
from gradbook.graph.gradcheck import Check
from gradbook.graph.graph import Graph
from gradbook.graph.node import Node

__all__ = ["Check", "ExpressionError", "Graph", "GraphError", "Node"]
