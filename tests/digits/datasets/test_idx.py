"""IDX files, whole and broken: an error names the file, what was expected and what was found."""

import gzip
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from gradbook.core.errors import AbsentError, DataError, UsageError
from gradbook.digits import Digits, load
from gradbook.digits.datasets import idx

NAMES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")


def write_folder(folder: Path, data: Digits, *, packed: bool = False, count: int = 200) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    tensors = (data.train_images, data.train_labels, data.test_images, data.test_labels)
    for name, tensor in zip(NAMES, tensors, strict=True):
        idx.write(folder / name, tensor[:count].numpy().astype(np.uint8))
        if packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress((folder / name).read_bytes()))
            (folder / name).unlink()


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("below", ["", "MNIST/raw", "raw"])
def test_every_layout_gives_the_same_data(tmp_path: Path, sample: Digits, packed: bool, below: str) -> None:
    write_folder(tmp_path / below, sample, packed=packed)
    data = load(tmp_path)
    assert data.train_images.equal(sample.train_images[:200])
    assert data.train_labels.equal(sample.train_labels[:200])
    assert data.test_images.equal(sample.test_images[:200])
    assert data.test_labels.equal(sample.test_labels[:200])
    assert str(tmp_path) in data.describe()
    data.train_images[0] = 0  # the tensors are ours to write to


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"more")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3])


def _magic(path: Path) -> None:
    path.write_bytes(b"\0\0\x0d\x03" + path.read_bytes()[4:])


def _garbage_gzip(path: Path) -> None:
    data = gzip.compress(path.read_bytes())
    path.write_bytes(data[: len(data) // 2])


def _page(path: Path) -> None:
    path.write_text("<!DOCTYPE html><title>404</title>")


def _none(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4] + b"\0\0\0\0" + (b"\0\0\0\x1c\0\0\0\x1c" if "images" in path.name else b""))


def _huge(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4] + b"\xff" * 12)


BREAKAGES: list[tuple[Callable[[Path], None], str]] = [
    (_truncate, r"expected [\d,]+ bytes .*found [\d,]+"),
    (_lengthen, r"expected [\d,]+ bytes .*found [\d,]+"),
    (_empty, "found an empty file"),
    (_short, "found only 3 bytes"),
    (_magic, r"expected \w+ \(magic number \d+\), found magic number 3331"),
    (_garbage_gzip, "damaged data"),
    (_page, "found magic number"),
    (_none, "holds none"),
    (_huge, "expected"),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("breakage", "words"), BREAKAGES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_broken_file_is_named(
    tmp_path: Path, sample: Digits, name: str, breakage: Callable[[Path], None], words: str
) -> None:
    write_folder(tmp_path, sample)
    breakage(tmp_path / name)
    with pytest.raises(DataError, match=words) as error:
        load(tmp_path)
    assert str(tmp_path / name) in str(error.value)


def test_a_gzip_file_unpacks_to_what_it_says_and_no_further(
    tmp_path: Path, sample: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path, sample)
    path = tmp_path / NAMES[0]
    bomb = gzip.compress(bytes(50_000_000))
    unpacked: list[int] = []
    real = zlib.decompressobj

    class Watched:
        def __init__(self, **options: int) -> None:
            self._inner = real(**options)

        def decompress(self, data: bytes, most: int) -> bytes:
            made = self._inner.decompress(data, most)
            unpacked.append(len(made))
            return made

        @property
        def eof(self) -> bool:
            return self._inner.eof

    monkeypatch.setattr(idx.zlib, "decompressobj", Watched)
    for content, most in ((bomb[:-4] + (1000).to_bytes(4, "little"), 1_001), (bomb, 10_000_001)):
        monkeypatch.setattr(idx, "_MOST_BYTES", 10_000_000)
        path.write_bytes(content)
        with pytest.raises(DataError, match=r"train-images-idx3-ubyte: expected gzip data"):
            load(tmp_path)
        assert max(unpacked) <= most
        unpacked.clear()


def test_a_file_of_gigabytes_is_not_read(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    with (tmp_path / NAMES[0]).open("r+b") as file:
        file.truncate(3 << 30)  # takes no room: the rest is a hole
    with pytest.raises(DataError, match=r"too large for an IDX file"):
        load(tmp_path)


def test_swapped_files_are_told(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    images, labels = tmp_path / NAMES[0], tmp_path / NAMES[1]
    swap = images.read_bytes()
    images.write_bytes(labels.read_bytes())
    labels.write_bytes(swap)
    with pytest.raises(DataError, match=r"train-images-idx3-ubyte: expected images .* swapped\?"):
        load(tmp_path)


def test_label_count_must_match(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    idx.write(tmp_path / NAMES[3], sample.test_labels[:150].numpy().astype(np.uint8))
    with pytest.raises(DataError, match=r"t10k-labels.*expected 200 labels.*found 150"):
        load(tmp_path)


def test_labels_above_nine_are_refused(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    idx.write(tmp_path / NAMES[1], np.full(200, 12, dtype=np.uint8))
    with pytest.raises(DataError, match="expected labels from 0 to 9, found 12"):
        load(tmp_path)


def test_other_image_sizes_are_refused(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    idx.write(tmp_path / NAMES[0], np.zeros((200, 32, 32), dtype=np.uint8))
    with pytest.raises(DataError, match="expected images of 28 x 28, found 32 x 32"):
        load(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path, sample: Digits) -> None:
    write_folder(tmp_path, sample)
    (tmp_path / NAMES[2]).unlink()
    with pytest.raises(DataError, match=re.escape(NAMES[2])):
        load(tmp_path)


def test_a_folder_without_data_says_what_it_expected(tmp_path: Path) -> None:
    with pytest.raises(AbsentError, match="train-images-idx3-ubyte"):
        load(tmp_path)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="auto, mnist, fashion-mnist, sample"):
        load("minst")
