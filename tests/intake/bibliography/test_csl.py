"""CSL-JSON, as programs write it and as it may be broken."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography.csl import references

ITEM: dict[str, Any] = {
    "id": "mueller2019", "type": "article-journal", "title": "A <i>Study</i>", "DOI": "10.1/XYZ",
    "author": [{"family": "Müller", "given": "Hans"}, {"literal": "A Group"},
               {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}],
    "issued": {"date-parts": [["2019", 5]]}, "container-title": "Journal", "volume": 4,
    "keyword": "alpha, beta", "note": "Mine", "URL": "https://a.b/c",
}  # fmt: skip


def only(item: object) -> Reference:
    (one,) = references(json.dumps([item]), "a.json")
    return one


def test_an_item_says_what_a_list_shows() -> None:
    found = only(ITEM).found
    assert found.authors == ("Hans Müller", "A Group", "Anna van der Berg")
    assert (found.title, found.published, found.doi) == ("A Study", date(2019, 5, 1), None)
    assert found.citekey == "mueller2019"


def test_what_it_says_beside_is_kept_as_csl_has_it() -> None:
    one = only({**ITEM, "DOI": "10.1000/xyz"})
    said = json.loads(one.fields)
    assert (one.found.doi, one.kind) == ("10.1000/xyz", "article-journal")
    assert (said["volume"], said["issued"]) == ("4", {"date-parts": [[2019, 5]]})
    assert (one.tags, one.note) == (("alpha", "beta"), "Mine")


@pytest.mark.parametrize(
    "item",
    [
        {**ITEM, "author": "Doe, J."},
        {**ITEM, "author": [None, 3, {}, {"family": None}]},
        {**ITEM, "issued": "in 2019"},
        {**ITEM, "issued": {"date-parts": [[None]]}},
        {**ITEM, "issued": {"date-parts": []}},
        {**ITEM, "issued": {"date-parts": [[10**30]]}},
        {**ITEM, "keyword": ["a"], "note": {}, "volume": True, "id": 7},
    ],
)
def test_fields_of_the_wrong_kind_cost_no_paper(item: dict[str, Any]) -> None:
    assert only(item).found.title == "A Study"


@pytest.mark.parametrize("item", [{}, 3, None, [], {"title": ["x"]}])
def test_what_is_no_reference_says_so(item: object) -> None:
    assert only(item).error


def test_what_stands_in_a_file_is_not_said_in_place_of_what_is_wrong() -> None:
    assert only("Choose another file.").error == "It is no reference."


def test_of_a_file_that_is_cut_off_what_stands_before_is_read() -> None:
    text = json.dumps([ITEM, ITEM])[:-40]
    first, last = references(text, "a.json")
    assert first.found.title == "A Study"
    assert last.error.startswith("The file is broken or cut off in line 1")


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BadDocument):
        references("{broken", "a.json")


def test_real_files_are_read(shared_data: Path) -> None:
    count = 0
    for path in (shared_data / "csl_json").rglob("*.json"):
        count += len(references(path.read_text("utf-8"), path.name))
    assert count > 100
