"""The calendar file, as RFC 5545 has it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.documents.calendar import MOST_OCTETS, CalendarDay, calendar_file

STAMP = datetime(2026, 11, 25, 10, 30, tzinfo=timezone(timedelta(hours=1)))
DAY = CalendarDay(
    uid="abc@hardship-desk", day=date(2026, 12, 31), words="Z-1: besluit; nu, ja\\nee"
)


def unfolded(data: bytes) -> list[str]:
    """What a reader of the file does: it takes the folds out, then reads line by line."""
    text = data.replace(b"\r\n ", b"").decode("utf-8")
    assert text.endswith("\r\n")
    return text.split("\r\n")[:-1]


def test_that_a_day_is_a_whole_day_event_with_uid_and_stamp() -> None:
    assert unfolded(calendar_file((DAY,), STAMP)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hardship Desk//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:abc@hardship-desk",
        "DTSTAMP:20261125T093000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Z-1: besluit\\; nu\\, ja\\\\nee",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_that_a_file_without_days_is_still_a_calendar() -> None:
    assert unfolded(calendar_file((), STAMP.astimezone(UTC)))[-1] == "END:VCALENDAR"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_that_every_line_fits_and_nothing_is_lost(words: str) -> None:
    day = CalendarDay(uid="u", day=date(2026, 1, 1), words=words)
    data = calendar_file((day,), STAMP)
    assert all(len(line) <= MOST_OCTETS for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    summary = next(line for line in unfolded(data) if line.startswith("SUMMARY:"))
    read = re.sub(r"\\(.)", r"\1", summary.removeprefix("SUMMARY:"))
    assert read == words


def test_that_a_new_line_in_the_words_is_escaped() -> None:
    day = CalendarDay(uid="u", day=date(2026, 1, 1), words="een\r\ntwee")
    assert "SUMMARY:een\\ntwee" in unfolded(calendar_file((day,), STAMP))
