"""The filter on system calls: a program for the kernel's own small machine, which no process can take off again.

Two refusals carry the sandbox. Without fork and exec a hand-in is one process: its address space is all its memory, no
helper can outlive it, and one signal ends it. Without sockets it reaches nobody, on this machine or beyond.
"""

import ctypes
import errno
import struct

from gradbook.grading.sandbox.walls import syscalls
from gradbook.grading.sandbox.walls.linux import checked, libc
from gradbook.grading.sandbox.walls.syscalls import numbers

_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_DONE, _REFUSED, _UNKNOWN = _ERRNO, _ERRNO | errno.EPERM, _ERRNO | errno.ENOSYS
_UNSUPPORTED, _NO_TERMINAL = _ERRNO | errno.ENOTSUP, _ERRNO | errno.ENOTTY
_ARCHITECTURES = (0xC000003E, 0xC00000B7)
# Operations of the filter's machine: load a word, mask it, jump if equal, jump if greater, return.
_LOAD, _AND, _EQUAL, _GREATER, _RETURN = 0x20, 0x54, 0x15, 0x25, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _ARGUMENTS_AT = 0, 4, 16

_CLONE_THREAD = 0x00010000
_CLONE_KIND = 0x7E030000  # a thread, or anything with namespaces of its own
# Duplicates, flags and locks; not owners, signals, leases, or larger pipes.
_FCNTL = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1032)
# Is it a terminal, how large, blocking, how much is there, close on exec.
_IOCTL = (0x5401, 0x5413, 0x5421, 0x541B, 0x5450, 0x5451)
# Names, questions, timer slack, huge pages. Not the signal at the parent's death: the child must die with its parent.
_PRCTL = (3, 15, 16, 21, 23, 29, 30, 38, 39, 41, 42, 0x53564D41)
_AF_UNIX, _SOCK_STREAM = 1, 1


def program(mode: str, pid: int, column: int) -> bytes:
    """Return the filter as the kernel wants it.

    Args:
        mode: "ns" or "ll"; without namespaces a few more calls are taken away.
        pid: of the process that it is for, as it sees itself; it may signal no other.
        column: the machine's, of `linux.column`.
    """
    code: list[tuple[int, int, int, int]] = []

    def add(operation: int, value: int, yes: int = 0, no: int = 0) -> None:
        code.append((operation, yes, no, value))

    def answer(table: str, reply: int) -> None:
        for number in numbers(table, column):
            add(_EQUAL, number, 0, 1)
            add(_RETURN, reply)

    def allow_if(
        table: str, argument: int, values: tuple[int, ...], mask: int = 0xFFFFFFFF, no: int = _REFUSED
    ) -> None:
        """Allow calls one of whose arguments (its low half, as the kernel takes it) is among values."""
        for number in numbers(table, column):
            add(_EQUAL, number, 0, 4 + len(values))
            add(_LOAD, _ARGUMENTS_AT + 8 * argument)
            add(_AND, mask)
            for place, value in enumerate(values):
                add(_EQUAL, value, len(values) - place, 0)
            add(_RETURN, no)
            add(_RETURN, _ALLOW)

    add(_LOAD, _ARCHITECTURE_AT)
    add(_EQUAL, _ARCHITECTURES[column], 1, 0)
    add(_RETURN, _KILL)  # a 32-bit call has other numbers
    add(_LOAD, _NUMBER_AT)
    add(_GREATER, syscalls.NEWEST, 0, 1)
    add(_RETURN, _UNKNOWN)  # the x32 calls as well
    answer(syscalls.ALLOWED, _ALLOW)
    answer(syscalls.METADATA, _ALLOW if mode == "ns" else _DONE)
    answer(syscalls.ATTRIBUTES, _UNSUPPORTED)
    answer(syscalls.TRUNCATE, _ALLOW if mode == "ns" else _REFUSED)
    answer(syscalls.CLONE3, _UNKNOWN)
    allow_if(syscalls.CLONE, 0, (_CLONE_THREAD,), mask=_CLONE_KIND)
    allow_if(syscalls.SIGNALS, 0, (pid,))
    allow_if(syscalls.ONESELF, 0, (0, pid))
    allow_if(syscalls.FCNTL, 1, _FCNTL)
    allow_if(syscalls.IOCTL, 1, _IOCTL, no=_NO_TERMINAL)
    allow_if(syscalls.PRCTL, 0, _PRCTL)
    for number in numbers(syscalls.SOCKETPAIR, column):  # two conditions: a pair of local streams
        add(_EQUAL, number, 0, 6)
        add(_LOAD, _ARGUMENTS_AT)
        add(_EQUAL, _AF_UNIX, 0, 4)
        add(_LOAD, _ARGUMENTS_AT + 8)
        add(_AND, 0xF)
        add(_EQUAL, _SOCK_STREAM, 0, 1)
        add(_RETURN, _ALLOW)
    add(_RETURN, _REFUSED)
    return b"".join(struct.pack("HBBI", *instruction) for instruction in code)


def install(filter: bytes) -> None:
    """Put a filter on this process, for good.

    Raises:
        OSError: the kernel has no seccomp.
    """
    assert libc is not None
    held = ctypes.create_string_buffer(filter, len(filter))
    header = struct.pack("HxxxxxxP", len(filter) // 8, ctypes.addressof(held))
    checked(libc.prctl(22, 2, header, 0, 0), "seccomp")
