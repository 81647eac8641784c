"""Takes data out of a learner's namespace: what is exported, and what probes give back.

This runs where the learner's code lives, so it imports nothing of Gradbook: its source can be sent into a kernel or a
sandbox as it is. Every value may be hostile. What is not plain data is refused by name; nothing here raises.
"""

import contextlib
import json
import struct
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

MAX_TEXT = 10_000
MAX_ITEMS = 100_000
MAX_DEPTH = 8
MAX_BYTES = 64 * 1024 * 1024
MAX_HEADER = 8 * 1024 * 1024
MAX_BITS = 256
_MAX_ENTRIES = 200
ENDLESS, UNDEFINED = "it did not end and was interrupted", "it is not defined"


class RefusedError(Exception):
    """A value is not plain data; the message says why."""


def harvest(namespace: Mapping[str, Any], request: Mapping[str, Any]) -> bytes:
    """Export names and call probes.

    Args:
        namespace: the learner's variables.
        request: plain data as `exports.request` makes it: {"names": [...], "probes": [{"name", "call", "arrays",
            "attributes", "cases": [{"built_with": [...] or None, "weights": {...}, "inputs": [...]}]}]}. Weights are
            loaded into the built module before it is called; where they do not fit, it is not called.

    Returns:
        Bytes in two frames, each after its length (8 bytes, little-endian): a JSON header, then safetensors.
    """
    arrays: dict[str, Any] = {}
    header: dict[str, Any] = {"values": {}, "states": {}, "problems": {}, "probes": {}}
    for name in request["names"]:
        try:
            if name not in namespace:
                raise RefusedError(UNDEFINED)
            kind, value = _plain(namespace[name], f"value/{name}", arrays)
            if kind == "json":
                header["values"][name] = value
            elif kind == "state":
                header["states"][name] = value
        except BaseException as error:  # a property of the learner's may raise anything, SystemExit too
            header["problems"][name] = _reason(error)
    for probe in request["probes"]:
        header["probes"][probe["name"]] = cases = []
        for number, case in enumerate(probe["cases"]):
            cases.append(_case(namespace, probe, number, case, arrays))
            if cases[-1]["problem"] == ENDLESS:
                break  # the others would not end either
    return _frames(header, arrays)


def _case(
    namespace: Mapping[str, Any], probe: Mapping[str, Any], number: int, case: Mapping[str, Any], arrays: dict[str, Any]
) -> dict[str, Any]:
    """Call once; {"problem": ...} where that does not work."""
    place = f"probe/{probe['name']}/{number}"
    found: dict[str, Any] = {"attributes": {}, "problem": None, "output": None, "output_kind": None, "state": None}
    try:
        if probe["call"] not in namespace:
            raise RefusedError(f"{probe['call']} is not defined")
        target = namespace[probe["call"]]
        with _own_randomness():
            if case["built_with"] is not None:
                target = target(*case["built_with"])
                for name in probe["attributes"]:
                    kind, value = _plain(getattr(target, name), f"{place}/attribute/{name}", arrays)
                    if kind == "json":
                        found["attributes"][name] = value
                if _is_module(target):
                    found["state"] = _plain(target, f"{place}/state", arrays)[1]
            if not _loaded(target, case.get("weights") or {}):
                return found
            inputs = [_input(value, probe["arrays"]) for value in case["inputs"]]
            output = _without_gradients(target, inputs)
        found["output_kind"], found["output"] = _plain(output, f"{place}/output", arrays)
    except BaseException as error:
        found["problem"] = _reason(error)
    return found


def _plain(value: Any, place: str, arrays: dict[str, Any]) -> tuple[str, Any]:
    """Return ("json", value), ("array", None) or ("state", names); arrays go into `arrays` below `place`."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.nn.Module):
        value = torch.nn.Module.state_dict(value)
    if torch is not None and isinstance(value, torch.Tensor):
        arrays[place] = _tensor(torch, value)
        return "array", None
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ndarray):
        arrays[place] = _array(numpy, value)
        return "array", None
    if torch is not None and _is_state(torch, value):
        names = [str.__str__(name)[:200] for name in dict.keys(value)]
        for name, tensor in dict.items(value):
            arrays[f"{place}/{str.__str__(name)[:200]}"] = _tensor(torch, tensor)
        return "state", names
    return "json", _json(value, [MAX_ITEMS], 0)


def _is_state(torch: Any, value: Any) -> bool:
    if not isinstance(value, dict) or not 0 < dict.__len__(value) <= _MAX_ENTRIES:
        return False
    return all(isinstance(k, str) and isinstance(v, torch.Tensor) for k, v in dict.items(value))


def _loaded(target: Any, weights: Mapping[str, Any]) -> bool:
    """Put the grader's weights into a module; return whether they all fit."""
    if not weights:
        return True
    torch = sys.modules.get("torch")
    if torch is None or not _is_module(target):
        return False
    state = torch.nn.Module.state_dict(target)
    drawn = {name: torch.tensor(value, dtype=torch.float32) for name, value in weights.items()}
    if any(name not in state or state[name].shape != value.shape for name, value in drawn.items()):
        return False
    with torch.no_grad():
        for name, value in drawn.items():
            torch.Tensor.copy_(state[name], value)
    return True


def _is_module(value: Any) -> bool:
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.nn.Module)


def _tensor(torch: Any, value: Any) -> Any:
    # Methods of the base class, not the value's own: a subclass may say anything about itself.
    tensor = torch.Tensor.detach(value).as_subclass(torch.Tensor).to("cpu")
    if tensor.is_sparse or tensor.is_complex() or tensor.is_quantized:
        raise RefusedError(f"it is a tensor of {tensor.dtype}, which cannot be exported")
    if tensor.dtype in (torch.bfloat16, torch.float16):
        tensor = tensor.float()
    if tensor.numel() * tensor.element_size() > MAX_BYTES:
        raise RefusedError("it is too large")
    return sys.modules["numpy"].array(tensor.contiguous().numpy())


def _array(numpy: Any, value: Any) -> Any:
    array = numpy.ndarray.view(value, numpy.ndarray)
    if array.dtype.kind not in "fiub" or array.dtype.itemsize > 8:
        raise RefusedError(f"it is an array of {array.dtype}, which cannot be exported")
    if array.nbytes > MAX_BYTES:
        raise RefusedError("it is too large")
    return numpy.array(array.astype(array.dtype.newbyteorder("="), copy=False), order="C")


def _json(value: Any, budget: list[int], depth: int) -> Any:
    """Return a value made of exact built-in types only."""
    budget[0] -= 1
    if budget[0] < 0:
        raise RefusedError("it has too many parts")
    if depth > MAX_DEPTH:
        raise RefusedError("it is nested too deeply")
    if value is None or value is True or value is False:
        return value
    if isinstance(value, int):
        number = int.__index__(value)
        if number.bit_length() > MAX_BITS:
            raise RefusedError("it is too large a number")
        return number
    if isinstance(value, float):
        real = float.__float__(value)
        return real if real - real == 0 else None  # NaN and the infinities are no JSON
    if isinstance(value, str):
        return str.__str__(value)[:MAX_TEXT]
    if isinstance(value, (list, tuple)):
        base: Any = list if isinstance(value, list) else tuple
        if base.__len__(value) > budget[0]:
            raise RefusedError("it has too many parts")
        return [_json(part, budget, depth + 1) for part in base.__iter__(value)]
    if isinstance(value, dict):
        pairs = [(key, part) for key, part in dict.items(value)]
        if not all(isinstance(key, str) for key, _ in pairs):
            raise RefusedError("its keys are not all texts")
        return {str.__str__(key)[:MAX_TEXT]: _json(part, budget, depth + 1) for key, part in pairs}
    torch, numpy = sys.modules.get("torch"), sys.modules.get("numpy")
    if torch is not None and isinstance(value, torch.Tensor) and torch.Tensor.numel(value) == 1:
        return _json(_tensor(torch, value).item(), budget, depth)
    if numpy is not None and isinstance(value, numpy.generic):
        return _json(numpy.generic.item(value), budget, depth)
    if value is ...:
        raise RefusedError("it is still `...`")
    raise RefusedError(f"it is a {type(value).__name__[:100]}, not a number, a list or an array")


def _input(value: Any, library: str) -> Any:
    if library == "list" or not isinstance(value, list):
        return value
    if library == "numpy":
        import numpy

        return numpy.array(value, dtype=numpy.float64)
    import torch

    return torch.tensor(value, dtype=torch.float32)


def _without_gradients(target: Any, inputs: list[Any]) -> Any:
    torch = sys.modules.get("torch")
    if torch is None:
        return target(*inputs)
    with torch.no_grad():
        return target(*inputs)


def _own_randomness() -> AbstractContextManager[Any]:
    """Keep the learner's generator as it is: building a network draws its weights."""
    torch = sys.modules.get("torch")
    return contextlib.nullcontext() if torch is None else torch.random.fork_rng(devices=[])


def _reason(error: BaseException) -> str:
    if isinstance(error, KeyboardInterrupt):
        return ENDLESS  # whoever waits for us has lost patience
    try:
        text = str(error)
    except BaseException:
        text = ""
    prefix = "" if isinstance(error, RefusedError) else f"{type(error).__name__}: "
    return (prefix + text)[:500]


def _frames(header: dict[str, Any], arrays: dict[str, Any]) -> bytes:
    tensors = b""
    if arrays:
        import safetensors.numpy

        total = sum(array.nbytes for array in arrays.values())
        if total > MAX_BYTES:
            header["problems"]["*"] = "all exports together are too large"
        else:
            tensors = safetensors.numpy.save(arrays)
    text = json.dumps(header, allow_nan=False).encode()
    if len(text) > MAX_HEADER:
        empty = {"values": {}, "states": {}, "problems": {"*": "all exports together are too large"}, "probes": {}}
        text, tensors = json.dumps(empty).encode(), b""
    return struct.pack("<Q", len(text)) + text + struct.pack("<Q", len(tensors)) + tensors
