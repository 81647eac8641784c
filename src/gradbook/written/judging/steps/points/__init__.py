"""The exercise at other points, with other slopes, and what may be told there."""
