"""Gradbook on Gradescope: the zip that is uploaded there, and what runs in its container."""
