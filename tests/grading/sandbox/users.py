"""Runs a command as an ordinary user, also where the tests run as root and Python lives in root's closed home."""

import os
import shutil
import sys
from pathlib import Path

import gradbook

_NOBODY = 65534


def ordinary(command: list[str], home: Path) -> list[str] | None:
    """Return a command that runs another as an ordinary user; None where that cannot be.

    Args:
        command: the program with its arguments.
        home: an empty folder for that user.
    """
    if os.geteuid() != 0:
        return command
    if not shutil.which("setpriv") or not shutil.which("unshare"):
        return None
    os.chown(home, _NOBODY, _NOBODY)
    dropped = ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", *command]
    needed = [Path(place).resolve() for place in (*sys.path, sys.base_prefix, sys.prefix, gradbook.__file__, __file__)]
    closed = {
        folder
        for path in needed
        if path.exists()
        for folder in path.parents
        if not folder.stat().st_mode & 0o001 and folder != Path("/")
    }
    if not closed:
        return dropped
    # A mount namespace in which the closed folder is open, and holds nothing but what is needed of it.
    outer = sorted(closed)[0]
    kept = [path for path in needed if path.is_relative_to(outer) and path.is_dir()]
    kept = sorted({path for path in kept if not any(path != other and path.is_relative_to(other) for other in kept)})
    lines = ["set -e", f"aside={home}/aside"]
    for number, path in enumerate(kept):
        lines += [f'mkdir -p "$aside/{number}"', f'mount --bind "{path}" "$aside/{number}"']
    lines.append(f'mount -t tmpfs -o mode=755 tmpfs "{outer}"')
    for number, path in enumerate(kept):
        lines += [f'mkdir -p "{path}"', f'mount --bind "$aside/{number}" "{path}"', f'umount "$aside/{number}"']
    lines.append('exec "$@"')
    return ["unshare", "-m", "sh", "-c", "\n".join(lines), "sh", *dropped]
