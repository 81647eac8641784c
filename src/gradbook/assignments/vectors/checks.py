"""The checks of the warm-up on vectors."""

import numpy as np

from gradbook.checks import Exports, expect


def check_q2(exports: Exports) -> None:
    """A cosine is a single number between -1 and 1."""
    for case in exports.cases("cosine"):
        expect(abs(case.number()) <= 1 + 1e-6, "A cosine lies between -1 and 1. What do you divide by?")


def hidden_q2(exports: Exports) -> None:
    """It is the cosine of these very vectors."""
    for case in exports.cases("cosine"):
        u, v = case.inputs
        expected = u @ v / (np.linalg.norm(u) * np.linalg.norm(v))
        expect(
            np.isclose(case.number(), expected, rtol=1e-6),
            "For some vectors this is not the cosine of the angle between them.",
        )
