"""Assignments built once for all tests of the room, from the sample, however many processes run them."""

import os
import time
from pathlib import Path

import pytest

from gradbook.assignment.authoring.build import Built, build, earlier_build

_PATIENCE = 180.0


def built_once(factory: pytest.TempPathFactory, name: str) -> Built:
    """Build an assignment in a folder that all processes of pytest-xdist share; those that come later wait."""
    root = factory.getbasetemp()
    folder = (root.parent if "PYTEST_XDIST_WORKER" in os.environ else root) / f"built-{name}"
    claim = folder.with_suffix(".claim")
    try:
        claim.mkdir()
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while (built := earlier_build(folder)) is None:
            assert time.monotonic() < end, f"{folder} was not built: see the test that began to"
            time.sleep(0.1)
        return built
    return build(name, folder, data="sample")


@pytest.fixture(scope="session")
def a8(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Assignment 8, built. Copy a folder before changing it."""
    return built_once(tmp_path_factory, "a8")


@pytest.fixture(scope="session")
def a8_folder(a8: Built) -> Path:
    """The learner's folder of assignment 8."""
    return a8.learner


@pytest.fixture(scope="session")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The second assignment, built. Copy a folder before changing it."""
    return built_once(tmp_path_factory, "vectors")
