"""Files are written at once or not at all."""

from pathlib import Path

import pytest

from gradbook.core.files import replacing, write_text


def test_write_makes_the_folder_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_text(path, "first")
    write_text(path, "second ∂")
    assert path.read_text(encoding="utf-8") == "second ∂"
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    write_text(path, "old")
    with pytest.raises(RuntimeError, match="half way"), replacing(path) as scratch:
        scratch.write_text("half")
        raise RuntimeError("half way")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_is_readable_by_others_as_umask_says(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    write_text(path, "x")
    assert path.stat().st_mode & 0o777 & ~0o022 == 0o644 & ~0o022
