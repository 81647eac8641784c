"""Gradbook: a lab kit for the first course in neural networks."""

from importlib.metadata import version

__version__ = version("gradbook")
