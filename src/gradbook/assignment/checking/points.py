"""Points, as a person reads them."""

from fractions import Fraction


def points_text(points: Fraction) -> str:
    """Write points as a teacher does, rounded once, for display: 0.3, 1, 0.33. Data keep all digits."""
    return f"{float(points):.2f}".rstrip("0").rstrip(".")


def counted_points(points: Fraction) -> str:
    """Write points with their unit: "1 point", "0.5 points"."""
    return f"{points_text(points)} point{'s' if points != 1 else ''}"
