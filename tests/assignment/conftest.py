"""Assignments built once for all tests of the room, from the sample."""

from pathlib import Path

import pytest

from gradbook.assignment.build import Built, build


@pytest.fixture(scope="session")
def a8(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Assignment 8, built. Copy a folder before changing it."""
    return build("a8", tmp_path_factory.mktemp("a8") / "built", data="sample")


@pytest.fixture(scope="session")
def a8_folder(a8: Built) -> Path:
    """The learner's folder of assignment 8."""
    return a8.learner
