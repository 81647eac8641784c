"""Elsewhere: where and when an equation is so: at another point, in a later round, after the step."""
