"""Own handwriting: photos of every kind, made from real test digits, with the accuracy that they reach."""

import io
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from tests.digits.handwriting.photos import KINDS

from gradbook.core.errors import UsageError
from gradbook.digits import Digits, Trained
from gradbook.digits.handwriting.display import shown
from gradbook.digits.handwriting.prediction import predict
from gradbook.digits.handwriting.reading import Reading

DIGITS_A_KIND = 4  # of 610 photos with ten digits a kind, 98.4 % were read right
FLOOR_IN_ALL = 0.95
FLOOR_A_KIND = 0.6


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
    assert "no digit: the picture is blank" in repr(none)
    assert "<img" in good._repr_html_()
    for count in (1, 2, 10):
        picture = Image.open(io.BytesIO(shown([good, none] * count)))
        assert picture.format == "PNG"
    assert torch.is_tensor(reader.model.l1.weight)


# --- one digit, whole and alone --------------------------------------------------------------------------------------


def test_one_photo_will_do(reader: Trained, sample: Digits, tmp_path: Path) -> None:
    image = sample.test_images[0].numpy()
    path = tmp_path / "digit.png"
    Image.fromarray(image).save(path)
    with Image.open(path) as opened:
        for photo in (path, str(path), path.read_bytes(), opened, image):
            assert [reading.digit for reading in predict(reader.model, photo)] == [int(sample.test_labels[0])]


def test_a_name_in_any_script_can_be_shown() -> None:
    photo = np.full((200, 30), 0.5, np.float32)
    readings = [Reading(name, photo) for name in ("七.png", "from $5 to $6_{.png", "x" * 300)]
    assert shown(readings).startswith(b"\x89PNG")
    assert shown([]).startswith(b"\x89PNG")
