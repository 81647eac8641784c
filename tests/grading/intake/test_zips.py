"""Zips that are made to harm: each fails alone, in bounded time and memory."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.grading.small import notebook, zipped

from gradbook.grading.errors import HandInError, TooLargeError
from gradbook.grading.intake.collect import collect
from gradbook.grading.intake.hand_in import HandIn, claims_of, open_hand_in
from gradbook.grading.intake.tree import MAX_ENTRIES
from gradbook.grading.intake.zips import Bounds, ZipTree

NOTEBOOK = notebook()
FAR = (1 << 64) - 1


@dataclass(frozen=True)
class File:
    """A file as a made-up zip lists it: `at` is where the list says that it is, None for where it is."""

    name: bytes
    data: bytes = b""
    at: int | None = None
    size: int | None = None


def made_up(files: list[File], *, zip64: bool = False) -> bytes:
    """A zip whose list says what it should not; with `zip64`, its old end record tells of one file and the new of all.

    Args:
        files: in the list.
        zip64: with both end records.
    """
    out, listed = bytearray(), bytearray()
    for file in files:
        maker = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = maker.compress(file.data) + maker.flush()
        crc, size = zlib.crc32(file.data), len(file.data) if file.size is None else file.size
        here = len(out) if file.at is None else file.at
        common = (8, 0, 33, crc, len(packed), size, len(file.name))
        if file.at is None or file.at == FAR:
            out += struct.pack("<4s2H3H3L2H", b"PK\3\4", 20, 0, *common, 0) + file.name + packed
        extra = struct.pack("<HHQ", 1, 8, here) if here == FAR else b""
        listed += struct.pack(
            "<4s3H3H3L5H2L", b"PK\1\2", 45, 45, 0, *common, len(extra), 0, 0, 0, 0, min(here, 0xFFFFFFFF)
        )
        listed += file.name + extra
    start, count = len(out), len(files)
    out += listed
    if zip64:
        end = len(out)
        out += struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(listed), start)
        out += struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    told = 1 if zip64 else count
    return bytes(out) + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, 100 if zip64 else len(listed), start, 0)


def opened(folder: Path, data: bytes) -> dict[str, HandIn]:
    """Mallory's zip and Ada's notebook, opened."""
    (folder / "mallory.zip").write_bytes(data)
    (folder / "ada.ipynb").write_bytes(NOTEBOOK)
    with collect([folder], "A1") as found:
        assert all(claims_of(attempt) for attempt in found.attempts)
        return {attempt.named.id: open_hand_in(attempt, "A1.ipynb") for attempt in found.attempts}


def test_a_file_that_is_said_to_lie_far_outside_fails_its_own_hand_in_only(tmp_path: Path) -> None:
    by = opened(tmp_path, made_up([File(b"A1.ipynb", NOTEBOOK), File(b"receipt.json", b"{}", at=FAR)]))
    assert by["mallory"].problem.startswith("mallory.zip is not a zip that can be read")
    assert by["ada"].notebook is not None


@pytest.mark.parametrize("zip64", [False, True])
def test_a_list_of_too_many_files_is_refused_before_it_is_walked(
    tmp_path: Path, zip64: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = made_up([File(b"%x" % n) for n in range(MAX_ENTRIES + 1)], zip64=zip64)
    monkeypatch.setattr(zipfile, "ZipInfo", None)  # of which it makes one an entry
    by = opened(tmp_path, data)
    assert by["mallory"].problem == "mallory.zip holds more than 2,000 files" and by["ada"].notebook is not None


def test_files_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    zeros = File(b"p0", bytes(1 << 20))
    copies = [File(b"p%d" % n, zeros.data, at=0) for n in range(1, 9)]
    with pytest.raises(HandInError, match="files overlap"):
        ZipTree(made_up([zeros, *copies]), "x.zip")
    shifted = [zeros, File(b"p1", b"x" * 99, at=5)]
    with pytest.raises(HandInError, match="files overlap"):
        ZipTree(made_up(shifted), "x.zip")


def test_all_files_of_a_zip_together_are_inflated_up_to_a_limit(tmp_path: Path) -> None:
    data = zipped({f"{n}.txt": bytes(1000) for n in range(5)})
    tree = ZipTree(data.replace(struct.pack("<L", zlib.crc32(bytes(1000))), b"\0\0\0\0"), "x.zip", Bounds(10, 3_000))
    for entry in tree.entries[:3]:
        with pytest.raises(HandInError, match="is damaged"):  # seen only once it is inflated
            tree.read(entry)
    with pytest.raises(TooLargeError, match="too large together"):
        tree.read(tree.entries[3])


def test_a_file_too_large_is_not_inflated_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = ZipTree(zipped({"a.txt": bytes(5000)}), "x.zip")
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    with pytest.raises(TooLargeError):
        tree.read(tree.entries[0], 4000)


def test_a_size_that_is_too_small_hides_nothing(tmp_path: Path) -> None:
    tree = ZipTree(made_up([File(b"a", bytes(5000), size=10)]), "x.zip")
    with pytest.raises(HandInError, match="is damaged"):
        tree.read(tree.entries[0])


def test_of_a_thousand_files_that_are_left_out_a_few_are_named(tmp_path: Path) -> None:
    files = [File(b"A1.ipynb", NOTEBOOK), *(File(b"%d.txt" % n, size=1 << 31) for n in range(1_000))]
    hand_in = opened(tmp_path, made_up(files))["mallory"]
    assert hand_in.notebook is not None and len(hand_in.notes) == 6
    assert hand_in.notes[-1] == "So it is with 995 more files."
