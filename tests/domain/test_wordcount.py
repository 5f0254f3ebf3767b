"""The words to read end where the references begin."""

from paperdesk.domain.wordcount import PageCount, to_read


def test_what_follows_the_references_is_not_read_through() -> None:
    counts = [PageCount(500), PageCount(400, 100), PageCount(300), PageCount(800)]
    assert to_read(counts) == (500, 100, 0, 0)


def test_a_page_of_contents_does_not_end_a_paper() -> None:
    counts = [PageCount(200, 120), PageCount(500), PageCount(500, 450)]
    assert to_read(counts) == (200, 500, 450)


def test_a_paper_without_references_is_read_to_its_end() -> None:
    assert to_read([PageCount(10), PageCount(20)]) == (10, 20)
    assert to_read([]) == ()
