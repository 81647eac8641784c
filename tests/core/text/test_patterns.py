"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

import gradbook.written
from gradbook.core.text.patterns import Pattern, regex


def test_it_does_what_a_compiled_pattern_does() -> None:
    lazy, compiled = regex(r"(?P<name>\w)=(\d+)", re.IGNORECASE), re.compile(r"(?P<name>\w)=(\d+)", re.IGNORECASE)
    text = "q=10, r=8"
    assert lazy.sub(r"\2", text) == compiled.sub(r"\2", text)
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in compiled.finditer(text)]
    assert (lazy.pattern, lazy.flags, dict(lazy.groupindex)) == (compiled.pattern, compiled.flags, {"name": 1})
    with pytest.raises(AttributeError):
        lazy.nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_pattern_of_the_reader_can_be_compiled() -> None:
    found = 0
    for module in pkgutil.walk_packages(gradbook.written.__path__, "gradbook.written."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Pattern):
                re.compile(value.pattern, value._flags)
                found += 1
    assert found > 500
