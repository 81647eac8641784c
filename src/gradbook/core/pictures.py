"""Pictures: by which names of files photos are told from what is none, before anything is opened."""

PHOTOS = frozenset(
    {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".heif", ".avif", ".ppm"}
)
"""Suffixes in small letters."""
