"""How much a hand-in has written where no file system of its own bounds it.

Bytes and names are counted from outside, without recursion and without following links: the tree is the learner's, and
may be ten thousand folders deep. What cannot be looked into counts as too much. Files that were deleted while they are
open still take room, and are found through the process.
"""

import contextlib
import os
from pathlib import Path

_BLOCK = 512
_LONGEST_PATH = 2000


def overfull(scratch: str, pid: int, most: int, files: int) -> str:
    """Return what is too much of a scratch folder, in words; "" where nothing is.

    Args:
        scratch: the folder.
        pid: of the process that writes there.
        most: bytes that it may take on the disk.
        files: names that it may have.
    """
    todo, names, size = [scratch], 0, _deleted(pid)
    while todo:
        try:
            with os.scandir(todo.pop()) as entries:
                for entry in entries:
                    names += 1
                    if len(entry.path) > _LONGEST_PATH or names > files:
                        return f"it made more than {files:,} files, or folders in each other without end"
                    size += entry.stat(follow_symlinks=False).st_blocks * _BLOCK
                    if entry.is_dir(follow_symlinks=False):
                        todo.append(entry.path)
        except FileNotFoundError:  # it went while we looked
            continue
        except OSError:
            return "it made a folder that cannot be looked into"
        if size > most:
            break
    return f"it wrote more than {most >> 20:,} MB" if size > most else ""


def _deleted(pid: int) -> int:
    found = 0
    with contextlib.suppress(OSError):
        for link in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                about = link.stat()
                if about.st_nlink == 0 and str(link.readlink()).startswith("/"):
                    found += about.st_blocks * _BLOCK
    return found
