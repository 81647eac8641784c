"""Drawn: graphs that are drawn in signs and in the languages of diagrams."""
