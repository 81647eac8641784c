"""Namespaces: a hand-in gets a machine of its own, with no other process, no network, and a root that holds the
libraries, read-only, and a scratch folder in memory. Nothing of the real file system has a name there.
"""

import os
from pathlib import Path

from gradbook.grading.sandbox.walls.linux import checked, column, libc, mount, syscall
from gradbook.grading.sandbox.walls.syscalls import PIVOT_ROOT, numbers
from gradbook.grading.sandbox.walls.view import DEVICES, View

SCRATCH = "/box"
_NEW = 0x6E020000  # mounts, cgroups, host name, queues, processes, network
_NEW_USERS = 0x10000000
_READ_ONLY, _NO_SUID, _NO_DEVICES, _NO_EXEC, _REMOUNT = 1, 2, 4, 8, 32
_BIND, _RECURSIVE, _PRIVATE = 4096, 16384, 1 << 18
_SEALED = _BIND | _REMOUNT | _READ_ONLY | _NO_SUID | _NO_DEVICES
_NOBODY = 65534
_DETACH = 2


def unshare(own_users: bool) -> None:
    """Leave the machine's namespaces; the next process to be forked is the first of its own.

    Args:
        own_users: also leave the users; the only way for an ordinary user.

    Raises:
        OSError: this machine does not permit it.
    """
    assert libc is not None
    user, group = os.getuid(), os.getgid()
    checked(libc.unshare(_NEW | (_NEW_USERS if own_users else 0)), "unshare")
    if own_users:
        for name, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{_NOBODY} {user} 1"),
            ("gid_map", f"{_NOBODY} {group} 1"),
        ):
            Path("/proc/self", name).write_text(line)


def enter_root(root: str, seen: View, data: str | None, size: int, files: int) -> str:
    """Build the private root and move into it.

    Args:
        root: an empty folder to build it on.
        seen: what it shows of the real one.
        data: a folder that it shows as data/ in the scratch folder; None for none.
        size: bytes that the scratch folder and the shared memory may each hold.
        files: as many files.

    Returns:
        The scratch folder.

    Raises:
        OSError: this machine does not permit it.
    """
    mount(None, "/", None, _RECURSIVE | _PRIVATE)
    mount("tmpfs", root, "tmpfs", _NO_SUID | _NO_DEVICES, "size=1m,mode=755")
    for path in seen.bound:
        _show(path, root + path)
    for path in seen.hidden:
        if Path(root + path).exists():
            _hide(root + path)
    for name in ("bin", "lib", "lib64"):
        if Path("/", name).is_symlink():
            Path(root, name).symlink_to(f"usr/{name}")
    for name in ("proc", "dev/shm", SCRATCH[1:], "tmp"):
        Path(root, name).mkdir(parents=True, exist_ok=True)
    for name in DEVICES:
        Path(root, "dev", name).touch()
        device = f"{root}/dev/{name}"
        mount(f"/dev/{name}", device, None, _BIND)
        # Read-only for its name and mode; what is written goes to the device all the same.
        mount(None, device, None, _BIND | _REMOUNT | _READ_ONLY | _NO_SUID | _kept(device))
    mount("proc", f"{root}/proc", "proc", _NO_SUID | _NO_DEVICES | _NO_EXEC)
    for place in (SCRATCH, "/dev/shm"):
        mount("tmpfs", root + place, "tmpfs", _NO_SUID | _NO_DEVICES, f"size={size},nr_inodes={files},mode=1777")
    if data is not None:
        Path(root + SCRATCH, "data").mkdir()
        _show(data, f"{root}{SCRATCH}/data")
    assert libc is not None
    os.chdir(root)
    checked(syscall(numbers(PIVOT_ROOT, column())[0], b".", b"."), "pivot_root")
    checked(libc.umount2(b".", _DETACH), "umount of the old root")
    os.chdir("/")
    mount(None, "/", None, _SEALED)
    return SCRATCH


def _show(source: str, target: str) -> None:
    if Path(source).is_dir():
        Path(target).mkdir(parents=True, exist_ok=True)
    else:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).touch()
    mount(source, target, None, _BIND | _RECURSIVE)
    mount(None, target, None, _SEALED | _kept(target))


def _kept(target: str) -> int:
    """Return the flag of the real mount that an ordinary user may not take off."""
    return _NO_EXEC if os.statvfs(target).f_flag & os.ST_NOEXEC else 0


def _hide(target: str) -> None:
    if Path(target).is_dir():
        mount("tmpfs", target, "tmpfs", _NO_SUID | _NO_DEVICES | _READ_ONLY, "size=4k")
    else:
        mount("/dev/null", target, None, _BIND)
