"""Times of tables: what is read, and what is refused because it could be two times or none."""

from datetime import datetime

import pytest

from gradbook.grading.intake.sites.times import site_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-12-01 19:55", "2026-12-01T19:55:00"),
        ("2023-06-02 19:55:00 -0700", "2023-06-02T19:55:00-07:00"),
        ("02.06.2023 19:55", "2023-06-02T19:55:00"),
        ("1.12.26, 9:05", "2026-12-01T09:05:00"),
        ("22/06/2023, 19:55", "2023-06-22T19:55:00"),
        ("06/22/2023 7pm", "2023-06-22T19:00:00"),
        ("6/6/2023 12:05 AM", "2023-06-06T00:05:00"),
        ("2026/12/01 9:05 PM", "2026-12-01T21:05:00"),
        ("Friday, 2 June 2023, 7:59 PM", "2023-06-02T19:59:00"),
        ("Friday, June 2, 2023, 7:59 PM", "2023-06-02T19:59:00"),
        ("Jun 2, 2023 7:59 p.m. UTC", "2023-06-02T19:59:00+00:00"),
        ("Dienstag, 1. Dezember 2026, 09:55", "2026-12-01T09:55:00"),
        ("mardi 1 décembre 2026, 09h55", "2026-12-01T09:55:00"),
        ("martes, 1 de diciembre de 2026, 9:55 p.\N{NARROW NO-BREAK SPACE}m.", "2026-12-01T21:55:00"),
        ("terça-feira, 1 de dezembro de 2026 às 09:55", "2026-12-01T09:55:00"),
        ("mar., 1 dic 2026, 9:55", "2026-12-01T09:55:00"),  # a day in Italian and Spanish
        ("Mar 2, 2026 9:55", "2026-03-02T09:55:00"),
        ("tiistai, 1. joulukuuta 2026, 09.55", "2026-12-01T09:55:00"),
        ("wtorek, 1 grudnia 2026, 09:55", "2026-12-01T09:55:00"),
        ("вторник, 1 декабря 2026, 09:55", "2026-12-01T09:55:00"),
        ("2026. december 1., kedd, 09:55", "2026-12-01T09:55:00"),
        ("Thứ Ba, 1 tháng 12 2026, 9:55 AM", "2026-12-01T09:55:00"),
        ("2026年 12月 1日(火曜日) 下午7:55", "2026-12-01T19:55:00"),
        ("2026년 12월 1일(화요일) 오후 9:55", "2026-12-01T21:55:00"),
    ],
)
def test_a_time_is_read_as_it_is_written_in_its_country(text: str, time: str) -> None:
    assert site_time(text) == datetime.fromisoformat(time)


@pytest.mark.parametrize("text", ["", " ", "-", "Never"])
def test_a_site_says_that_there_is_none(text: str) -> None:
    assert site_time(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("03/04/2026 19:55", "another day where the month comes first"),
        ("03-04-26 19:55", "two digits"),
        ("1.12.2026", "no time of the day"),
        ("31.02.2026 10:00", "out of range"),
        ("2 June 2023 13:00 pm", "the hour 13"),
        ("2 June 7:59 PM", "year is missing"),
        ("5 May or June 2026 9:55", "two months"),
        ("Jun 2, 2023 7:59 PM PST", "'pst' in it is not understood"),
        ("soon", "no time of the day"),
    ],
)
def test_what_may_be_two_times_or_none_is_refused_with_what_to_write(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=rf"{why}.*Write it as 2026-12-01 19:55"):
        site_time(text)
