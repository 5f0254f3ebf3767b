"""What may be written of a paper."""

from dataclasses import replace
from datetime import date

import pytest

from paperdesk.domain.details import Details, changed, day_of, names_of, sound
from paperdesk.domain.errors import WrongUsage

GOOD = Details("Title", "A B", "2019", "Venue", "1706.03762", "10.1000/x", "https://a.b", "key")


def test_each_field_is_kept_in_one_form() -> None:
    written = replace(
        GOOD, title=" A\n title ", authors="A B ;; C\nD, E", arxiv="arXiv:1706.03762v2",
        doi="https://doi.org/10.1000/XYZ",
    )  # fmt: skip
    kept = sound(written)
    assert (kept.title, kept.authors) == ("A title", "A B; C; D, E")
    assert (kept.arxiv, kept.doi) == ("1706.03762", "10.1000/xyz")
    assert changed(GOOD, kept) == ("title", "authors", "doi")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "  "),
        ("published", "last year"),
        ("published", "2019-02-31"),
        ("arxiv", "no id"),
        ("doi", "11.1/x"),
        ("url", "javascript:alert(1)"),
        ("citekey", "two words"),
        ("citekey", ""),
    ],
)
def test_what_cannot_be_kept_is_said_in_a_sentence(field: str, text: str) -> None:
    with pytest.raises(WrongUsage):
        sound(replace(GOOD, **{field: text}))


def test_fields_may_be_empty_but_title_and_key() -> None:
    assert sound(Details("T", citekey="k")) == Details("T", citekey="k")


def test_a_date_is_sorted_by_the_first_day_that_it_may_be() -> None:
    assert [day_of(one) for one in ("2019", "2019-05", "2019-05-03", "")] == [
        date(2019, 1, 1), date(2019, 5, 1), date(2019, 5, 3), None
    ]  # fmt: skip


def test_authors_are_told_apart() -> None:
    assert names_of("A  B; C, D\nE;") == ("A B", "C, D", "E")
