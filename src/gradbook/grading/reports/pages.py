"""The templates of these pages, compiled once: a class has thousands of pages."""

import functools

import jinja2

from gradbook.core import html


@functools.cache
def templates() -> jinja2.Environment:
    """Return what renders them."""
    return html.environment(__package__)
