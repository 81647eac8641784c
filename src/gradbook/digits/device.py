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
    """Return the type for matrix products: as named, or for "auto" what this device is measured to do faster."""
    if name == "auto":
        return torch.bfloat16 if bfloat16_gain(device) >= _WORTHWHILE else torch.float32
    return {"bfloat16": torch.bfloat16, "float32": torch.float32}[name]


@functools.cache
def bfloat16_gain(device: torch.device) -> float:
    """Measure how many times faster a bfloat16 matrix product is than a float32 one on `device`.

    A processor's name says little: some have bfloat16 in name only. The measurement takes some 15 ms. A device
    that cannot multiply bfloat16 matrices gains 0.
    """
    try:
        return matmul_seconds(device, torch.float32) / matmul_seconds(device, torch.bfloat16)
    except (RuntimeError, TypeError):
        return 0.0


def matmul_seconds(device: torch.device, dtype: torch.dtype, n: int = 250, k: int = 784, m: int = 500) -> float:
    """Return the seconds that the product of (n x k) and (k x m) takes, the best of several tries."""
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
    """Wait for the work queued on a GPU, so that a clock tells the truth."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()
