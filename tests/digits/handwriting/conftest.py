"""A network to read with."""

import pytest

from gradbook.digits import Digits, Trained, train


@pytest.fixture(scope="session")
def reader(sample: Digits) -> Trained:
    """A network that has seen moved images."""
    return train(sample, "hand", seed=0, epochs=60)
