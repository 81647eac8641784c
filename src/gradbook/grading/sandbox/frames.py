"""What goes through the pipe from a hand-in to the grader: small frames, each a kind, a length and a body.

Whoever writes them may be an attacker: a frame only ever claims something. The reader bounds every length before it
waits for the body.
"""

import os
import struct
from collections.abc import Iterator

LOCKED = b"L"
"""The child has locked itself in; the first frame of all, written before any of the learner's code runs."""
FAILED = b"E"
"""It could not, and why."""
BEGIN = b"B"
"""A cell begins: its place in the job, 4 bytes."""
PICTURE = b"P"
"""A PNG picture of the running cell."""
END = b"C"
"""The running cell ended: JSON with status, text and error."""
PART = b"H"
"""Exports are being taken: the number of the part, 4 bytes."""
EXPORTS = b"X"
"""A part's exports, as `harvest` writes them."""
DONE = b"D"
"""Nothing more will come."""
OVERFULL = os.EX_CANTCREAT
"""No frame: the exit code of a process that wrote more to the disk than it may."""

_HEADER = struct.Struct(">cQ")
_LARGEST = {
    LOCKED: 0,
    FAILED: 4000,
    BEGIN: 4,
    PICTURE: 4 << 20,
    END: 1 << 20,
    PART: 4,
    EXPORTS: (64 << 20) + (1 << 24),
    DONE: 0,
}
LARGEST_PICTURE = _LARGEST[PICTURE]


class FrameError(Exception):
    """What came is no frame: the child is not what we made it."""


def pack(kind: bytes, body: bytes = b"") -> bytes:
    """Return a frame."""
    return _HEADER.pack(kind, len(body)) + body


class FrameReader:
    """Cuts a stream of bytes into frames.

    Args:
        most: bytes in all.
    """

    def __init__(self, most: int) -> None:
        self._rest = bytearray()
        self._left = most

    def feed(self, data: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Take bytes; yield the frames (kind, body) that are complete with them.

        Raises:
            FrameError: a kind is unknown, a frame is longer than its kind may be, or all together are too long.
        """
        self._left -= len(data)
        if self._left < 0:
            raise FrameError("it sent more than it may")
        self._rest += data
        while len(self._rest) >= _HEADER.size:
            kind, length = _HEADER.unpack_from(self._rest)
            if length > _LARGEST.get(kind, -1):
                raise FrameError("it sent what is no answer")
            end = _HEADER.size + length
            if len(self._rest) < end:
                return
            body = bytes(self._rest[_HEADER.size : end])
            del self._rest[:end]
            yield kind, body
