"""Any image becomes gray values, and what is no image is named."""

import contextlib
import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from tests.digits.handwriting.photos import drawn, inked, saved
from tests.digits.handwriting.pictures import likeness, seen

from gradbook.core.errors import AbsentError, DataError, UsageError
from gradbook.digits import Digits
from gradbook.digits.handwriting.photo import read_photo


def _bytes(form: str) -> bytes:
    file = io.BytesIO()
    Image.new("L", (50, 50), 200).save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no image at all",
        _bytes("PNG")[:60],
        _bytes("JPEG")[:200],
        b"\x89PNG\r\n\x1a\n",
        b"%!PS-Adobe-3.0 EPSF-3.0",
    ],
    ids=["empty", "text", "cut png", "cut jpeg", "only a signature", "eps"],
)
def test_what_is_no_image_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"photo\.png"):
        read_photo(path)


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AbsentError, match=r"nothing\.png"):
        read_photo(tmp_path / "nothing.png")
    with pytest.raises(AbsentError):
        read_photo(tmp_path)


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (30_000, 30_000)).save(path)
    with pytest.raises(DataError, match=r"bomb\.png"):
        read_photo(path)


@pytest.mark.parametrize("array", [np.zeros((3, 4, 5)), np.zeros(9), np.full((20, 20), np.nan), np.array([["a"]])])
def test_an_array_that_is_no_image_is_refused(array: Any) -> None:
    with pytest.raises((DataError, UsageError)):
        read_photo(array)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_exif_turns_the_photo_upright(orientation: int) -> None:
    upright = np.zeros((40, 60))
    upright[5:15, 5:25] = 1
    stored = {2: upright[:, ::-1], 3: upright[::-1, ::-1], 4: upright[::-1], 5: upright.T}
    stored |= {6: np.rot90(upright), 7: upright[::-1, ::-1].T, 8: np.rot90(upright, -1)}
    exif = Image.Exif()
    exif[0x0112] = orientation
    read = read_photo(saved(stored[orientation], "JPEG", quality=95, exif=exif))
    assert read.shape == (40, 60)
    assert np.abs(read - upright).mean() < 0.02


def test_one_picture_in_many_types_is_one(sample: Digits) -> None:
    page = np.round(inked(drawn(sample.test_images[0].numpy(), np.random.default_rng(0)), 1.0, 0.0) * 255)
    for same in (
        Image.fromarray(page.astype(np.uint8)),
        (page * 257).astype(np.uint16),
        page.astype(np.uint8),
        page / 255,
        page,
        page.astype(np.uint8)[:, :, None],
        torch.from_numpy(page / 255)[None],
        (page / 255 - 0.1307) / 0.3081,
    ):
        assert np.abs(read_photo(same) - page / 255).max() < 1e-3


def test_damaged_bytes_give_a_picture_or_a_data_error() -> None:
    random = np.random.default_rng(28)
    page = inked(drawn(np.eye(28, dtype=np.uint8) * 255, random, 60, 50, 40))
    files = [saved(page, form) for form in ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")]
    for number in range(300):
        damaged = bytearray(files[number % len(files)])
        for place in random.integers(0, len(damaged), 5):
            damaged[place] = random.integers(256)
        with contextlib.suppress(DataError):
            assert read_photo(bytes(damaged)).ndim == 2


def test_heic_without_its_reader_names_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    path = tmp_path / "phone.heic"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic")
    with pytest.raises(DataError, match=r"phone\.heic: .*gradbook\[heic\]"):
        read_photo(path)


def test_heic_is_read_with_its_reader(sample: Digits) -> None:
    pytest.importorskip("pillow_heif").register_heif_opener()
    page = inked(drawn(sample.test_images[0].numpy(), np.random.default_rng(0)))
    assert likeness(seen(saved(page, "HEIF")), seen(saved(page))) > 0.97
