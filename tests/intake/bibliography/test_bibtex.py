"""Entries of BibTeX, also of files that are broken."""

import time

import pytest

from paperdesk.intake.bibliography.bibtex import records, value


def test_strings_months_and_joins_are_put_in() -> None:
    text = '@string{j = "Journal"}\n@article{a, journal = j # { of } # "ML", month = JAN}'
    (one,), _ = records(text)
    assert one.fields == {"journal": "Journal of ML", "month": "jan"}


def test_a_hash_within_braces_joins_nothing() -> None:
    assert value("{C# and F#}", {}) == "C# and F#"
    assert value('"{#} one"', {}) == "{#} one"


def test_what_an_entry_lacks_it_has_from_the_volume_it_is_in() -> None:
    text = (
        "@inproceedings{a, title={One}, crossref={V}}\n"
        "@proceedings{v, title={Volume}, year=2019, doi={10.1/x}}"
    )
    (one, _), _ = records(text)
    assert one.fields["booktitle"] == "Volume"
    assert (one.fields["title"], one.fields["year"]) == ("One", "2019")
    assert "doi" not in one.fields


def test_two_entries_of_one_key_are_two() -> None:
    (one, other), _ = records("@misc{a, title={One}}\n@misc{a, title={Two}}")
    assert (one.fields["title"], other.fields["title"]) == ("One", "Two")


def test_of_a_field_that_stands_twice_the_first_counts() -> None:
    (one,), _ = records("@misc{a, title={One}, title={Two}}")
    assert one.fields["title"] == "One"


def test_a_broken_entry_costs_no_other_one() -> None:
    text = "@misc{a, title={One}}\n@misc{b, title={Two\n@misc{c, title={Three}}"
    read, _ = records(text)
    assert [one.fields.get("title") for one in read if not one.error] == ["One", "Three"]
    (problem,) = [one for one in read if one.error]
    assert (problem.line, problem.error[:15]) == (2, "This entry is n")


@pytest.mark.parametrize(
    "text",
    [
        "@article{a,title={" + "{" * 100_000,
        "@" * 100_000,
        '@a{b,c="d' * 3_000,
        "@article{k,title={" + "\\" * 100_000 + "}}",
        "@article{k," + ",".join(f"f{n}={{x}}" for n in range(20_000)) + "}",
        "@misc{a, crossref={a}}",
    ],
    ids=["open braces", "at signs", "open quotes", "backslashes", "fields", "itself"],
)
def test_a_hostile_file_ends_soon(text: str) -> None:
    start = time.process_time()
    records(text)
    assert time.process_time() - start < 10
