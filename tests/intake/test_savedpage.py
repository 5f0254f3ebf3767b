"""Saved papers pages, and the days that they are of."""

import contextlib
import html
import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.errors import BadDocument, Refused, WrongUsage
from paperdesk.intake import savedpage
from paperdesk.intake.savedpage import parse, resolve_day

TODAY = date(2026, 3, 1)
ABSTRACT = "This abstract says what was done, how it was measured, and what came out. " * 3


def test_the_text_copy_of_a_day_has_all_its_papers(shared_data: Path) -> None:
    page = parse((shared_data / "seed_page.txt").read_text(encoding="utf-8"))

    assert page.heading == "Mar 12"
    assert len(page.entries) == 92
    assert page.entries[0].title.startswith("DiffFit: Unlocking Transferability")
    assert page.entries[-1].title.startswith("CodeGen2: Lessons for Training")
    assert all(len(entry.abstract) > 1000 for entry in page.entries)


def test_every_recorded_day_is_read_from_the_real_pages_shape(shared_data: Path) -> None:
    days = sorted(shared_data.glob("hf_daily/**/*.json"))
    assert days

    for path in days:
        listed = json.loads(path.read_text(encoding="utf-8"))
        page = parse(_page_of(path.stem, listed))
        assert page.heading == path.stem
        assert [entry.arxiv for entry in page.entries] == [item["paper"]["id"] for item in listed]


def test_a_paper_that_stands_twice_counts_once() -> None:
    page = parse(f"Mar 12\n\nOne title\n\n{ABSTRACT}\n\nONE TITLE\n\n{ABSTRACT}")

    assert [entry.title for entry in page.entries] == ["One title"]


@pytest.mark.parametrize(
    "content", ["", "hello", "<html><body><p>x</p></body>", "{}", "\x00\x00", "Mar 12"]
)
def test_a_file_that_is_no_such_page_is_refused_with_a_way_on(content: str) -> None:
    with pytest.raises(BadDocument, match=r"No papers were found.*Save a day"):
        parse(content)


def test_a_file_that_is_no_such_page_is_named() -> None:
    with pytest.raises(BadDocument, match=r"No papers were found in page\.txt\."):
        parse("hello", "page.txt")


def test_a_pdf_is_called_one() -> None:
    with pytest.raises(BadDocument, match=r"a PDF: paper\.pdf\. Add its paper"):
        parse("%PDF-1.7 ...", "paper.pdf")


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(savedpage, "MAX_SIZE", 10)

    with pytest.raises(BadDocument, match="too large"):
        parse("x" * 11)


def test_entries_beyond_the_cap_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(savedpage, "MAX_ENTRIES", 1)

    assert len(parse(f"Mar 12\n\nOne title\n\n{ABSTRACT}\n\nTwo title\n\n{ABSTRACT}").entries) == 1


@pytest.mark.parametrize(
    "part", ["<article>", "<a href='", "<h3>x", "<p>", '<div data-props="', "\n\nT"]
)
def test_hostile_pages_end_soon(part: str) -> None:
    started = time.thread_time()

    with pytest.raises(BadDocument):
        parse("<html>" + part * 50_000)

    assert time.thread_time() - started < 3.0


@given(st.text(alphabet="<>ah3p/=' \n12.M", max_size=80))
def test_any_text_is_a_page_or_refused(content: str) -> None:
    with contextlib.suppress(BadDocument):
        assert parse("<html>" + content).entries


def test_the_day_that_is_given_wins() -> None:
    assert resolve_day("Mar 12, 2025", today=TODAY, given=date(2020, 1, 1)) == date(2020, 1, 1)


def test_a_heading_with_a_year_is_used() -> None:
    assert resolve_day("2025-03-12", today=TODAY, given=None) == date(2025, 3, 12)


def test_a_heading_without_a_year_is_the_latest_such_day_until_today() -> None:
    assert resolve_day("Mar 1", today=TODAY, given=None) == date(2026, 3, 1)
    assert resolve_day("Mar 12", today=TODAY, given=None) == date(2025, 3, 12)
    assert resolve_day("Feb 29", today=TODAY, given=None) == date(2024, 2, 29)


@pytest.mark.parametrize(("heading", "given"), [("Mar 1", date(2026, 3, 2)), ("2026-03-02", None)])
def test_no_page_is_of_a_day_to_come(heading: str, given: date | None) -> None:
    with pytest.raises(Refused, match="2026-03-02 is still to come"):
        resolve_day(heading, today=TODAY, given=given)


@pytest.mark.parametrize("heading", [None, "Feb 31", "soon"])
def test_without_a_day_the_way_to_say_it_is_named(heading: str | None) -> None:
    with pytest.raises(WrongUsage, match="--date 2026-03-01"):
        resolve_day(heading, today=TODAY, given=None)


def _page_of(day: str, listed: list[object]) -> str:
    data = {"periodType": "day", "dateString": day, "dailyPapers": listed}
    props = html.escape(json.dumps(data))
    return f'<!doctype html><body><div data-target="DailyPapers" data-props="{props}"></div>'
