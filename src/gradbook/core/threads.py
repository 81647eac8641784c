"""How the threads of matrix products wait for each other."""

import os

# Rounds that an idle thread spins before it sleeps. OpenMP's default is to spin for milliseconds, which is fastest on
# an idle machine and ruinous on a busy one: beside one other busy process, two threads on two processors were measured
# at 27 s for a job of 0.6 s, against 1.1 s with this count. On an idle machine it costs nothing that can be measured.
_SPIN_ROUNDS = "10000"


def share_the_machine() -> None:
    """Let OpenMP's threads give way to other programs; to be called before the first import of torch.

    A choice that the user made in the environment stays.
    """
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", _SPIN_ROUNDS)
