"""Transcribed: what those who type off a handwritten page put in brackets."""
