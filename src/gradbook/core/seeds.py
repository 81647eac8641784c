"""One recorded seed, as many independent streams of random numbers as a job needs."""

import hashlib


def derive_seed(seed: int, *names: str | int) -> int:
    """Return a 63-bit seed for the stream called `names`, a pure function of its arguments.

    Streams with different names are independent, so that repeating a part of a job (an epoch, say)
    needs no generator state from the parts before it.

    Args:
        seed: the recorded one, of any size.
        *names: what the stream is for, from the general to the particular, as in ("epoch", 3).
    """
    text = "\x1f".join(map(str, (seed, *names)))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") >> 1
