"""Own handwriting: photos of every kind, made from real test digits, with the accuracy that they reach."""

import contextlib
import io
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from scipy import ndimage
from tests.digits.photos import KINDS, camera, drawn, inked, placed, ramp, saved, stripes, strokes

from gradbook.core.errors import DataError, UsageError
from gradbook.digits import Digits, Trained, train
from gradbook.digits.handwriting.photo import normalise, read_photo
from gradbook.digits.handwriting.prediction import Reading, predict, shown

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
    with pytest.raises(DataError, match=r"bomb\.png"):
        read_photo(path)


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


# --- one digit, whole and alone --------------------------------------------------------------------------------------


def seen(photo: Any) -> np.ndarray:
    """What the network would see of a photo with a digit in it."""
    image = normalise(read_photo(photo))
    assert image is not None
    return image


def likeness(image: np.ndarray, other: np.ndarray) -> float:
    """The correlation of two images, at the best of nine shifts by up to a pixel."""
    shifts = [np.roll(other, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
    return max(float(np.corrcoef(image.ravel(), shifted.ravel())[0, 1]) for shifted in shifts)


@pytest.mark.parametrize("gap", [6, 20, 28])
def test_a_five_with_a_loose_bar_stays_whole(gap: int) -> None:
    page = np.zeros((300, 240))
    page[92 + gap : 150, 100:112] = 1
    page[138:150, 100:150] = 1
    page[138:200, 150:162] = 1
    page[188:200, 90:162] = 1
    page[80:92, 100:170] = 1  # the bar
    whole = page.copy()
    whole[92:150, 100:112] = 1
    assert likeness(seen(saved(inked(page))), seen(saved(inked(whole)))) > 0.85


def test_the_next_digit_is_left_out(sample: Digits) -> None:
    seven, four = (sample.test_images[int((sample.test_labels == digit).nonzero()[0])].numpy() for digit in (7, 4))
    page = placed(strokes(seven, 150), 300, 400, (0.5, 0.3))
    both = np.maximum(page, placed(strokes(four, 120), 300, 400, (0.5, 0.75)))
    assert likeness(seen(saved(inked(both))), seen(saved(inked(page)))) > 0.97


@pytest.mark.parametrize("side", [12, 16, 20])
def test_a_digit_of_a_few_pixels_is_found(sample: Digits, side: int) -> None:
    for image in sample.test_images[::100].numpy():
        small = np.asarray(Image.fromarray(image).resize((side, side), Image.Resampling.BOX))
        assert likeness(seen(small), image) > 0.7


def empty_pages() -> dict[str, Any]:
    random = np.random.default_rng(28)
    shape = (300, 240)
    rows, columns = np.mgrid[:300, :240]
    folds = ndimage.gaussian_filter(random.normal(size=shape), 12)
    folds /= folds.std()
    grid = np.maximum(stripes(shape, 24, 1), stripes(shape[::-1], 24, 1).T)
    return {
        "one pixel": np.ones((1, 1)),
        "one row": np.linspace(0, 1, 500)[None],
        **{f"gradient {angle}": ramp(shape, angle) for angle in range(7)},
        "gradient as JPEG": saved(0.8 + 0.1 * ramp(shape, 1), "JPEG", quality=20),
        "vignette": 1 - 1.5 * ((rows / 300 - 0.5) ** 2 + (columns / 240 - 0.5) ** 2),
        "spot of light": np.exp(-((rows - 150) ** 2 + (columns - 120) ** 2) / 2 / 40**2),
        "shadow": ndimage.gaussian_filter(np.where(ramp(shape, 0.3) < 0.5, 0.5, 0.9), 3),
        **{f"noise of {side}": random.random((side, side)) for side in (20, 28, 60, 200, 500)},
        "noise of bits": random.random((200, 200)) < 0.3,
        "noise as JPEG": saved(0.8 + random.normal(0, 0.1, shape), "JPEG", quality=10),
        "clouds": 0.7 + 0.1 * folds,
        "crumpled": saved(camera(0.85 + 0.05 * folds, random), "JPEG"),
        "specks": random.random(shape) < 0.002,
        "ruled": saved(camera(0.9 - 0.3 * stripes(shape, 40, 1.5), random), "JPEG"),
        "ruled and tilted": saved(camera(0.9 - 0.3 * stripes(shape, 40, 1.5, 0.05), random), "JPEG"),
        "grid": saved(camera(0.9 - 0.3 * grid, random), "JPEG"),
        "disc": (rows - 150) ** 2 + (columns - 120) ** 2 < 50**2,
    }


@pytest.mark.parametrize("page", empty_pages().values(), ids=empty_pages().keys())
def test_nothing_is_found_on_an_empty_page(page: Any) -> None:
    assert normalise(read_photo(page)) is None


# --- files -----------------------------------------------------------------------------------------------------------


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


def test_one_photo_will_do(reader: Trained, sample: Digits, tmp_path: Path) -> None:
    image = sample.test_images[0].numpy()
    path = tmp_path / "digit.png"
    Image.fromarray(image).save(path)
    with Image.open(path) as opened:
        for photo in (path, str(path), path.read_bytes(), opened, image):
            assert [reading.digit for reading in predict(reader.model, photo)] == [int(sample.test_labels[0])]


def test_a_name_in_any_script_can_be_shown() -> None:
    photo = np.full((200, 30), 0.5, np.float32)
    readings = [Reading(name, photo, None, None) for name in ("七.png", "from $5 to $6_{.png", "x" * 300)]
    assert shown(readings).startswith(b"\x89PNG")
    assert shown([]).startswith(b"\x89PNG")
