"""What was asked of the network, for people to read."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from paperdesk.domain.exchange import Exchange, amount

AT = datetime(2026, 5, 30, 12, tzinfo=UTC)
ASKED = Exchange(AT, "Blog", "by the clock", "https://blog.example/feed", 200, 1234, 0.5)


def test_the_host_and_the_result_are_told() -> None:
    assert (ASKED.host, ASKED.result) == ("blog.example", "200, 1 kB")
    assert replace(ASKED, status=304, size=0).result == "304, unchanged"
    assert replace(ASKED, status=0).result == "no answer"


def test_all_of_it_stands_in_one_line() -> None:
    failed = replace(ASKED, conditional=True, error="It broke off.")
    told = ("GET https://blog.example/feed", "0.50 s", "conditional", "Blog (by the clock)")
    assert all(part in failed.line for part in (*told, "It broke off."))
    assert "\n" not in failed.line


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 B"), (999, "999 B"), (34_000, "34 kB"), (1_234_567, "1.2 MB")]
)
def test_bytes_are_told_as_people_read_them(size: int, words: str) -> None:
    assert amount(size) == words
