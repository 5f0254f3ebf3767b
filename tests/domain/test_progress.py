"""How far a paper is read: by its pages, or as its reader says."""

from hypothesis import given
from hypothesis import strategies as st

from paperdesk.domain.progress import Progress, Status, span_words, spans, summary

pages = st.sets(st.integers(0, 60))


def test_a_paper_is_not_started_until_a_page_was_looked_at() -> None:
    assert Progress(10).status is Status.UNSTARTED
    assert Progress(10).looked([0], 10).status is Status.READING


def test_a_paper_is_read_when_nearly_all_its_pages_were_looked_at() -> None:
    assert Progress().looked(range(8), 10).status is Status.READING
    assert Progress().looked(range(9), 10).status is Status.READ


def test_what_its_reader_says_counts_over_the_pages() -> None:
    said = Progress(10, said=Status.READ)
    assert (said.status, said.percent) == (Status.READ, 100)
    again = Progress(said=Status.READING).looked(range(10), 10)
    assert (again.status, again.percent) == (Status.READING, 100)


def test_the_furthest_page_is_the_last_that_was_looked_at() -> None:
    progress = Progress().looked([0, 1, 7], 10)
    assert (progress.furthest, progress.looked_at, progress.percent) == (8, 3, 30)


def test_a_shorter_file_has_no_pages_beyond_its_end() -> None:
    assert Progress().looked(range(20), 20).looked([], 5) == Progress(5, ((0, 4),), 5)


def test_a_paper_without_pages_is_nothing_read_of() -> None:
    assert Progress().percent == 0


def test_pages_are_told_as_people_count_them() -> None:
    assert span_words(spans([0, 1, 2, 4, 9, 10])) == "1–3, 5, 10–11"


@given(pages)
def test_spans_hold_just_the_pages(some: set[int]) -> None:
    found = [page for first, last in spans(some) for page in range(first, last + 1)]
    assert found == sorted(some)


@given(pages, pages)
def test_looking_again_forgets_nothing(first: set[int], then: set[int]) -> None:
    both = Progress().looked(first, 61).looked(then, 61)
    assert both == Progress().looked(first | then, 61)


def test_nothing_is_told_of_a_paper_that_nobody_began() -> None:
    assert summary(Progress(), 30.0) == ""


def test_a_line_tells_status_pages_and_time() -> None:
    half = Progress().looked([0, 1], 4)
    assert summary(half, 840.0) == "Reading, 50 %: 2 of 4 pages seen (1–2), in 14 min"
    assert summary(Progress().looked(range(4), 4), 10) == "Read through: 4 of 4 pages seen"
    assert summary(Progress(said=Status.READ), 0) == "Read through"
    assert summary(Progress(said=Status.UNSTARTED), 0) == "Not started"
    assert summary(Progress(), 120) == "Opened: in 2 min"
