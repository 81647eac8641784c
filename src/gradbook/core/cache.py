"""Where what can be made again is kept between two calls."""

from pathlib import Path


def cache_folder() -> Path:
    """Return the user's cache folder of Gradbook; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("gradbook"))
