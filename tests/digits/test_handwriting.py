"""Own handwriting: photos of every kind, made from real test digits, with the accuracy that they reach."""

import io
import time
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from tests.digits.photos import KINDS

from gradbook.core.errors import DataError, UsageError
from gradbook.digits import Digits, Trained, train
from gradbook.digits.handwriting import normalise, read_photo
from gradbook.digits.prediction import predict, shown

DIGITS_A_KIND = 6  # of 610 photos with ten digits a kind, 98.4 % were read right
FLOOR_IN_ALL = 0.95
FLOOR_A_KIND = 0.6


@pytest.fixture(scope="module")
def reader(sample: Digits) -> Trained:
    """A network that has seen moved images."""
    return train(sample, "best", seed=0, epochs=40)


@pytest.fixture(scope="module")
def right(reader: Trained, sample: Digits) -> dict[str, list[bool]]:
    """Whether each photo of each kind is read right."""
    results: dict[str, list[bool]] = {}
    for name, maker in KINDS.items():
        random = np.random.default_rng(zlib.crc32(name.encode()))
        photos, truths = [], []
        for digit in range(DIGITS_A_KIND):
            choices = (sample.test_labels == digit % 10).nonzero().flatten().tolist()
            index = choices[int(random.integers(len(choices)))]
            photos.append(maker(sample.test_images[index].numpy(), random))
            truths.append(digit % 10)
        results[name] = [r.digit == truth for r, truth in zip(predict(reader.model, photos), truths, strict=True)]
    return results


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 40


def test_photos_are_read(right: dict[str, list[bool]], record_property: Any) -> None:
    shares = {name: sum(values) / len(values) for name, values in right.items()}
    total = sum(map(sum, right.values())) / sum(map(len, right.values()))
    table = "\n".join(f"{share:6.0%}  {name}" for name, share in sorted(shares.items(), key=lambda item: item[1]))
    print(f"\n{total:.1%} of {sum(map(len, right.values()))} photos in {len(right)} kinds\n{table}")
    record_property("accuracy", total)
    assert total >= FLOOR_IN_ALL
    assert {name: share for name, share in shares.items() if share < FLOOR_A_KIND} == {}


@pytest.mark.parametrize("level", [0, 60, 128, 255])
def test_a_blank_page_has_no_digit(level: int) -> None:
    assert normalise(read_photo(np.full((300, 400), level, dtype=np.uint8))) is None


@pytest.mark.parametrize("seed", range(4))
def test_noise_has_no_digit(seed: int) -> None:
    random = np.random.default_rng(seed)
    assert normalise(read_photo(random.normal(0.7, 0.03, (300, 300)).clip(0, 1))) is None


def test_a_gradient_has_no_digit() -> None:
    ramp = np.linspace(0.3, 0.9, 400)[None, :] * np.ones((300, 1))
    assert normalise(read_photo(ramp)) is None
    assert normalise(read_photo(ramp * ramp.mean(1, keepdims=True))) is None


def test_mnists_own_images_stay_as_they_are(sample: Digits) -> None:
    differences = []
    for image in sample.test_images[:60].numpy():
        redrawn = normalise(read_photo(image))
        assert redrawn is not None
        rows, columns = np.nonzero(redrawn > 40)
        assert 17 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 22
        mass = redrawn.astype(float)
        centre = (mass.sum(1) @ np.arange(28) / mass.sum(), mass.sum(0) @ np.arange(28) / mass.sum())
        assert centre == pytest.approx((13.5, 13.5), abs=1)
        differences.append(np.abs(redrawn.astype(float) - image).mean() / image.mean())
    assert np.mean(differences) < 0.35


def test_dark_and_light_give_the_same(sample: Digits) -> None:
    big = np.asarray(Image.fromarray(sample.test_images[3].numpy()).resize((280, 280), Image.Resampling.BICUBIC))
    light, dark = normalise(read_photo(big)), normalise(read_photo(255 - big))
    assert light is not None
    assert dark is not None
    assert np.abs(light.astype(int) - dark).mean() < 3


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
    with pytest.raises(DataError, match=r"nothing\.png"):
        read_photo(tmp_path / "nothing.png")
    with pytest.raises(DataError):
        read_photo(tmp_path)


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (30_000, 30_000)).save(path)
    start = time.perf_counter()
    with pytest.raises(DataError, match=r"bomb\.png"):
        read_photo(path)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("array", [np.zeros((3, 4, 5)), np.zeros(9), np.full((20, 20), np.nan), np.array([["a"]])])
def test_an_array_that_is_no_image_is_refused(array: Any) -> None:
    with pytest.raises((DataError, UsageError)):
        read_photo(array)


def test_no_photo_is_wrong_use(reader: Trained) -> None:
    with pytest.raises(UsageError):
        predict(reader.model, [])
    with pytest.raises(UsageError, match="must be a path"):
        predict(reader.model, [3])  # type: ignore[list-item]


def test_a_reading_shows_itself(reader: Trained, sample: Digits) -> None:
    blank = np.full((100, 100), 255, dtype=np.uint8)
    good, none = predict(reader.model, [sample.test_images[0].numpy(), blank])
    assert good.digit == int(sample.test_labels[0])
    assert good.probabilities is not None
    assert sum(good.probabilities) == pytest.approx(1)
    assert [p for _, p in good.top(3)] == sorted(good.probabilities, reverse=True)[:3]
    assert (none.digit, none.found, none.top(3)) == (None, False, [])
    assert "no digit found" in repr(none)
    assert "<img" in good._repr_html_()
    for count in (1, 2, 10):
        picture = Image.open(io.BytesIO(shown([good, none] * count)))
        assert picture.format == "PNG"
    assert torch.is_tensor(reader.model.l1.weight)
