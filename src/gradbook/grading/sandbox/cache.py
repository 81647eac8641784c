"""Where the sandbox keeps what is made once."""

import tempfile
from pathlib import Path

import platformdirs


def cache(name: str) -> Path:
    """Return a folder of that name in the user's cache; where none can be made, one that lasts as long as we do."""
    folder = platformdirs.user_cache_path("gradbook") / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a read-only home only costs the time to make its content again
        return Path(tempfile.mkdtemp(prefix=f"gradbook-{name}-"))
    return folder
