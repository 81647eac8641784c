"""A network to read with."""

from functools import partial

import pytest
from tests.once import made_once

from gradbook.digits import Digits, Trained, preset
from gradbook.digits.runs import load_run, start_run


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory, sample: Digits) -> Trained:
    """A network that has seen moved images."""
    start = partial(start_run, data=sample, recipe=preset("hand", sample, epochs=60))
    return load_run(made_once(tmp_path_factory, "reader", start), sample)
