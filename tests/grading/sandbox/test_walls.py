"""The walls one by one: the table of calls, the filter, what is seen, what is too much, and what is no frame."""

import os
import re
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gradbook
from gradbook.grading.sandbox import frames
from gradbook.grading.sandbox.disk import overfull
from gradbook.grading.sandbox.frames import FrameError, FrameReader, pack
from gradbook.grading.sandbox.walls import syscalls
from gradbook.grading.sandbox.walls.seccomp import program
from gradbook.grading.sandbox.walls.syscalls import numbers
from gradbook.grading.sandbox.walls.view import view

TABLES = [value for name, value in vars(syscalls).items() if name.isupper() and isinstance(value, str)]
HEADERS = (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), Path("/usr/include/asm-generic/unistd.h"))
ALLOW, KILL, REFUSED, UNKNOWN = 0x7FFF0000, 0x80000000, 0x50001, 0x50026
X86, ARM = 0xC000003E, 0xC00000B7
FORBIDDEN = {
    "execve": (59, 221),
    "ptrace": (101, 117),
    "socket": (41, 198),
    "connect": (42, 203),
    "unshare": (272, 97),
    "mount": (165, 40),
    "bpf": (321, 280),
    "setuid": (105, 146),
    "memfd_create": (319, 279),
    "io_uring_setup": (425, 425),
    "pidfd_send_signal": (424, 424),
    "process_vm_writev": (311, 271),
}


def answer(filter: bytes, number: int, *arguments: int, architecture: int = X86) -> int:
    """What the kernel would answer to a call: its small machine, played here."""
    data = struct.pack("IIQ6Q", number, architecture, 0, *[*arguments, 0, 0, 0, 0, 0, 0][:6])
    code = list(struct.iter_unpack("HBBI", filter))
    word, place = 0, 0
    while True:
        operation, yes, no, value = code[place]
        place += 1
        if operation == 0x20:
            (word,) = struct.unpack_from("I", data, value)
        elif operation == 0x54:
            word &= value
        elif operation == 0x15:
            place += yes if word == value else no
        elif operation == 0x25:
            place += yes if word > value else no
        else:
            assert operation == 0x06
            return int(value)


@pytest.mark.skipif(not all(path.is_file() for path in HEADERS), reason="the kernel's headers are not installed")
def test_every_number_is_the_kernels_own() -> None:
    x86 = dict(re.findall(r"#define __NR_(\w+) (\d+)", HEADERS[0].read_text()))
    arm = dict(re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", HEADERS[1].read_text()))
    arm["newfstatat"] = arm.get("newfstatat", arm.get("fstatat", ""))
    for table in TABLES:
        for entry in table.split():
            name, first, second = entry.split(":")
            assert x86[name] == first, entry
            assert second in ("-", arm.get(name)), entry


@pytest.mark.parametrize("mode", ["ns", "ll"])
def test_the_filter_allows_what_is_listed_and_refuses_the_rest(mode: str) -> None:
    for column, architecture in enumerate((X86, ARM)):
        filter = program(mode, 7, column)
        for number in numbers(syscalls.ALLOWED, column):
            assert answer(filter, number, architecture=architecture) == ALLOW
        for name, calls in FORBIDDEN.items():
            assert answer(filter, calls[column], architecture=architecture) == REFUSED, name
        assert answer(filter, 0x40000000 + 1, architecture=architecture) == UNKNOWN
        assert answer(filter, syscalls.NEWEST + 1, architecture=architecture) == UNKNOWN
        assert answer(filter, 1, architecture=0x40000003) == KILL


def test_the_filter_looks_at_arguments() -> None:
    filter = program("ll", 7, 0)
    assert answer(filter, 56, 0x3D0F00) == ALLOW  # a thread
    assert answer(filter, 56, 17) == REFUSED  # a process
    assert answer(filter, 56, 0x3D0F00 | 0x20000000) == REFUSED  # with processes of its own
    assert [answer(filter, 62, pid) for pid in (7, 8, 0, 2**32 - 1)] == [ALLOW, REFUSED, REFUSED, REFUSED]
    assert [answer(filter, 302, pid) for pid in (0, 7, 8)] == [ALLOW, ALLOW, REFUSED]
    assert [answer(filter, 53, *arguments) for arguments in ((1, 1), (1, 0x80801), (1, 2), (30, 1))] == [
        ALLOW,
        ALLOW,
        REFUSED,
        REFUSED,
    ]
    assert answer(filter, 16, 1, 0x5412) == 0x50019  # not a terminal
    assert answer(filter, 157, 1) == REFUSED
    assert answer(filter, 90) == 0x50000  # a mode is "changed", and is not
    assert answer(program("ns", 1, 0), 90) == ALLOW


def test_answers_among_the_libraries_are_cut_out_and_all_around_them_is_seen(tmp_path: Path) -> None:
    package = Path(gradbook.__file__).resolve().parent
    seen = view([package / "graph" / "ops.py", tmp_path, package.parents[1]])
    assert set(seen.hidden) == {str(package / "assignments"), str(package / "graph" / "ops.py")}
    open_to = [Path(path) for path in seen.whole]
    assert not any((package / "assignments" / "a8" / "A8.ipynb").is_relative_to(path) for path in open_to)
    assert {package / "graph" / "parser.py", package / "written"} <= set(open_to)
    assert package / "graph" / "ops.py" not in open_to
    assert any(Path(os.__file__).resolve().is_relative_to(path) for path in open_to)


def test_too_much_on_the_disk_is_seen(tmp_path: Path) -> None:
    def said(most: int = 1 << 20, files: int = 10) -> str:
        return overfull(str(tmp_path), os.getpid(), most, files)

    (tmp_path / "a").write_bytes(b"x" * 5000)
    assert said() == ""
    assert said(most=4000) != ""
    assert "files" in said(files=0)
    (tmp_path / "link").symlink_to("/usr")
    assert said() == ""
    with (tmp_path / "gone").open("wb", 0) as kept:
        kept.write(b"x" * (2 << 20))
        (tmp_path / "gone").unlink()
        assert said() == "it wrote more than 1 MB"


def test_frames_come_through_however_they_are_cut() -> None:
    sent = pack(frames.LOCKED) + pack(frames.BEGIN, b"\0\0\0\1") + pack(frames.PICTURE, b"p" * 1000)
    for size in (1, 7, len(sent)):
        reader = FrameReader(10_000)
        cut = [sent[place : place + size] for place in range(0, len(sent), size)]
        assert [kind for part in cut for kind, _ in reader.feed(part)] == [frames.LOCKED, frames.BEGIN, frames.PICTURE]


@given(st.binary(max_size=60))
def test_junk_is_no_frame_or_waits_for_more(data: bytes) -> None:
    try:
        found = list(FrameReader(1000).feed(data))
    except FrameError:
        return
    assert all(len(body) <= 60 for _, body in found)


def test_a_frame_is_refused_before_its_body_comes() -> None:
    with pytest.raises(FrameError):
        list(FrameReader(1 << 40).feed(struct.pack(">cQ", frames.EXPORTS, 1 << 50)))
    with pytest.raises(FrameError):
        list(FrameReader(10).feed(pack(frames.PICTURE, b"x" * 100)))
