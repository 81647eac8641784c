"""Names with numbers in the order that people expect."""

from gradbook.core.text.natural import natural


def test_numbers_are_ordered_by_what_they_count() -> None:
    assert sorted(["10", "2", "Bob", "a10", "ada", "1", "a9", "x²", "01"], key=natural) == [
        "01", "1", "2", "10", "a9", "a10", "ada", "Bob", "x²"
    ]  # fmt: skip
