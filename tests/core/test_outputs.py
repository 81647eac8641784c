"""What a command may write over: a new file, or one that it made itself."""

import os
import socket
from pathlib import Path

import pytest

from gradbook.core import outputs
from gradbook.core.outputs import OutputError, require_free, write_output


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(outputs, "cache_folder", lambda: cache)


def test_a_new_file_and_one_of_ours_are_written(tmp_path: Path) -> None:
    path = tmp_path / "graph.svg"
    write_output(path, "one")
    write_output(path, "two")
    assert path.read_text() == "two"


def test_what_was_not_made_here_or_was_changed_since_stays(tmp_path: Path) -> None:
    path = tmp_path / "essay.txt"
    path.write_text("mine")
    with pytest.raises(OutputError, match=r"essay\.txt is there already.* with --show"):
        write_output(path, "x", option="--show")
    write_output(tmp_path / "made.txt", "x")
    (tmp_path / "made.txt").write_text("x, and more")
    with pytest.raises(OutputError, match="changed since"):
        write_output(tmp_path / "made.txt", "y")
    assert path.read_text() == "mine"


def test_what_was_read_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "two.png"
    write_output(path, b"x")
    with pytest.raises(OutputError, match="is what was read"):
        write_output(path, b"y", read=[tmp_path / "." / "two.png"])


def test_only_regular_files_are_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    os.mkfifo("fifo")
    Path("link").symlink_to("elsewhere")
    Path("folder").mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for name, said in (
            ("fifo", "not a regular file"),
            ("socket", "not a regular file"),
            ("/dev/null", "not a regular file"),
            ("link", "is a link"),
            ("folder", "is a folder"),
            ("nowhere/x.svg", "There is no folder nowhere"),
        ):
            with pytest.raises(OutputError, match=said) as caught:
                require_free(Path(name))
            assert caught.value.exit_code == 2


def test_a_file_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_output(tmp_path / "x", "x")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may always
    with pytest.raises(OutputError, match="may not be written to"):
        write_output(tmp_path / "x", "y")


def test_a_kind_of_file_that_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("of Otter's")
    require_free(tmp_path / "a.zip", is_ours=lambda path: "Otter" in path.read_text())
