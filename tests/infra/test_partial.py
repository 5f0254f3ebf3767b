"""Files on their way: when they go on, and when they begin anew."""

from pathlib import Path

import pytest

from paperdesk.infra.answers import Answer, Lost
from paperdesk.infra.partial import Partial

URL = "https://example.org/a.pdf"


def answer(status: int = 200, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, named, iter(()))


@pytest.fixture
def partial(tmp_path: Path) -> Partial:
    return Partial(tmp_path / "a.part")


def begun(partial: Partial, **headers: str) -> None:
    with partial.opened(URL, answer(200, **headers)) as file:
        file.write(b"%PDF-")


def test_nothing_is_asked_for_where_nothing_is(partial: Partial) -> None:
    assert partial.conditions(URL) == {}


def test_the_rest_is_asked_for_if_it_is_the_same(partial: Partial) -> None:
    begun(partial, etag='"one"')
    assert partial.conditions(URL) == {"Range": "bytes=5-", "If-Range": '"one"'}


@pytest.mark.parametrize("headers", [{}, {"etag": 'W/"one"'}])
def test_what_cannot_be_told_apart_begins_anew(partial: Partial, headers: dict[str, str]) -> None:
    begun(partial, **headers)
    assert partial.conditions(URL) == {}


def test_a_weak_mark_gives_way_to_a_date(partial: Partial) -> None:
    begun(partial, etag='W/"one"', last_modified="Mon, 01 Jun 2026 00:00:00 GMT")
    assert partial.conditions(URL)["If-Range"].startswith("Mon")


def test_a_part_of_something_else_is_not_gone_on_with(partial: Partial) -> None:
    begun(partial, etag='"one"')
    assert partial.conditions("https://example.org/b.pdf") == {}


@pytest.mark.parametrize("label", ["", "[]", "null", '{"url": 3}', "\x00"])
def test_a_damaged_label_means_nothing(partial: Partial, label: str) -> None:
    begun(partial, etag='"one"')
    partial.path.with_name("a.part.from").write_text(label)
    assert partial.conditions(URL) == {}


def test_the_rest_is_written_behind_what_is_there(partial: Partial) -> None:
    begun(partial, etag='"one"')
    rest = answer(206, etag='"one"', content_range="bytes 5-7/8")
    with partial.opened(URL, rest) as file:
        file.write(b"1.7")
    assert partial.path.read_bytes() == b"%PDF-1.7"


@pytest.mark.parametrize("said", ["bytes 4-7/8", "bytes */8", ""])
def test_a_rest_that_does_not_fit_is_not_written(partial: Partial, said: str) -> None:
    begun(partial, etag='"one"')
    with pytest.raises(Lost), partial.opened(URL, answer(206, content_range=said)):
        pass
    assert not partial.path.exists()


def test_an_empty_part_is_not_kept(partial: Partial) -> None:
    with partial.opened(URL, answer(etag='"one"')):
        pass
    assert list(partial.path.parent.iterdir()) == []
