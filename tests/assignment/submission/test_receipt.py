"""Receipts: the hash is that of the content, and can be calculated again with what every machine has."""

import hashlib
import json
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

from gradbook.assignment.submission.receipt import make_receipt

TIME = datetime(2023, 6, 2, 19, 30, tzinfo=timezone(timedelta(hours=-7)))
FILES = {"record.txt": b'q1\t"b"\n', "A8.ipynb": b"{}", "imgs/Q 1.png": b"\x89PNG"}


def test_the_command_on_the_receipt_gives_the_hash(tmp_path: Path) -> None:
    receipt = make_receipt("Assignment 8", FILES, TIME, learner="Ada")
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    command = receipt.text.strip().splitlines()[-1]
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == receipt.sha256
    assert "Name:    Ada" in receipt.text
    assert "2023-06-02 19:30:00 -0700" in receipt.text


def test_the_hash_changes_with_the_content_only() -> None:
    one = make_receipt("Assignment 8", FILES, TIME)
    later = make_receipt("Assignment 8", dict(reversed(FILES.items())), TIME + timedelta(days=1))
    other = make_receipt("Assignment 8", FILES | {"record.txt": b'q1\t"c"\n'}, TIME)
    assert one.sha256 == later.sha256 != other.sha256


def test_a_program_can_read_it() -> None:
    told = json.loads(make_receipt("Assignment 8", FILES, TIME).json)
    assert told["time"] == "2023-06-02T19:30:00-07:00"
    assert [part["name"] for part in told["parts"]] == ["A8.ipynb", "imgs/Q 1.png", "record.txt"]
    assert told["parts"][0]["sha256"] == hashlib.sha256(b"{}").hexdigest()
