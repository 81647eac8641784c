"""Cues: what the words beside an equation do to it."""
