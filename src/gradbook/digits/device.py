"""Which device to compute on, and in which precision: asked for, or measured."""

import functools
import time

import torch

from gradbook.core.errors import UsageError

DEVICES = ("auto", "cpu", "cuda", "mps")
# Below this, converting to and from bfloat16 costs more than its matrix products save.
_WORTHWHILE = 1.3


def pick_device(name: str = "auto") -> torch.device:
    """Return the device called `name`; "auto" is CUDA, else Apple's MPS, else the CPU.

    Args:
        name: one of `DEVICES`.

    Raises:
        UsageError: the name is unknown or this machine has no such device.
    """
    if name not in DEVICES:
        raise UsageError(f"device must be one of {', '.join(DEVICES)}, not {name!r}.")
    has = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        return torch.device(next(kind for kind in ("cuda", "mps", "cpu") if has[kind]))
    if not has[name]:
        raise UsageError(f"this machine has no device {name!r} that PyTorch can use. Use --device auto or cpu.")
    return torch.device(name)


def pick_precision(name: str, device: torch.device) -> torch.dtype:
    """Return the type for matrix products: as named, or for "auto" what this device is measured to do faster.

    Args:
        name: "auto", "bfloat16" or "float32".
        device: where to compute.
    """
    if name == "auto":
        return torch.bfloat16 if bfloat16_gain(device) >= _WORTHWHILE else torch.float32
    return {"bfloat16": torch.bfloat16, "float32": torch.float32}[name]


def pick_threads(device: torch.device, dtype: torch.dtype) -> int:
    """Return how many threads to compute with: as many as PyTorch is set to, or one where more are not faster now.

    Threads wait for each other several times a step. Beside another busy process that is ruinous: two threads on two
    processors, one of them busy, were measured at 3 to 40 s for a training of 0.8 s, which one thread does in 1.3 s.
    The measurement takes some 40 ms.

    Args:
        device: where to compute; only the CPU is asked.
        dtype: type of the matrix products.
    """
    threads = torch.get_num_threads()
    if device.type != "cpu" or threads == 1:
        return threads
    try:
        for _ in range(2):  # one lucky moment on a busy machine must not decide
            torch.set_num_threads(threads)
            together = _products_seconds(dtype)
            torch.set_num_threads(1)
            if together > 0.8 * _products_seconds(dtype):
                return 1
        return threads
    finally:
        torch.set_num_threads(threads)


def _products_seconds(dtype: torch.dtype) -> float:
    """Return the seconds that a dozen small products take in all: unlike the best of them, it shows every wait."""
    x, w = torch.rand(250, 784).to(dtype), torch.rand(500, 784).to(dtype)
    torch.mm(x, w.t())
    start = time.perf_counter()
    for _ in range(12):
        torch.mm(x, w.t())
    return time.perf_counter() - start


@functools.cache
def bfloat16_gain(device: torch.device) -> float:
    """Measure how many times faster a bfloat16 matrix product is than a float32 one on `device`.

    A processor's name says little: some have bfloat16 in name only. The measurement takes some 25 ms, on one thread:
    threads that wait for each other on a busy machine would hide the difference. A device that cannot multiply
    bfloat16 matrices gains 0.

    Args:
        device: the one to measure.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return matmul_seconds(device, torch.float32) / matmul_seconds(device, torch.bfloat16)
    except (RuntimeError, TypeError):
        return 0.0
    finally:
        torch.set_num_threads(threads)


def matmul_seconds(device: torch.device, dtype: torch.dtype, n: int = 250, k: int = 784, m: int = 500) -> float:
    """Return the seconds that the product of (n x k) and (k x m) takes, the best of several tries.

    Args:
        device: the one to measure.
        dtype: type of both matrices.
        n, k, m: their sizes; by default those of a batch of `fast` and the first layer.
    """
    x = torch.rand(n, k, device=device).to(dtype)
    w = torch.rand(m, k, device=device).to(dtype)
    best = float("inf")
    for _ in range(7):
        synchronize(device)
        start = time.perf_counter()
        torch.mm(x, w.t())
        synchronize(device)
        best = min(best, time.perf_counter() - start)
    return best


def synchronize(device: torch.device) -> None:
    """Wait for the work queued on a GPU, so that a clock tells the truth.

    Args:
        device: any; only GPUs queue work.
    """
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
