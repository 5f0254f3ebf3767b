"""The JSON of Better BibTeX: items with what hangs on them."""

import json
from datetime import date
from typing import Any

from paperdesk.intake.bibliography.csl import references

ITEM: dict[str, Any] = {
    "itemType": "journalArticle", "itemID": 5, "key": "ABC", "citationKey": "doe2019",
    "title": "One", "date": "2019-05-03", "DOI": "10.1000/x", "publicationTitle": "Journal",
    "creators": [{"firstName": "J.", "lastName": "Doe", "creatorType": "author"},
                 {"name": "A Group", "creatorType": "author"}],
    "tags": [{"tag": "alpha"}, "beta"], "notes": [{"note": "<p>Mine</p>"}],
    "attachments": [{"path": "/x/a.pdf"}, {"title": "no file"}],
    "relations": {"dc:relation": ["http://zotero.org/users/1/items/B"]},
}  # fmt: skip
OTHER = {
    "itemType": "book", "itemID": 6, "title": "Two", "uri": "http://zotero.org/users/1/items/B"
}  # fmt: skip
COLLECTIONS = {
    "k1": {"name": "Outer", "items": [], "parent": False},
    "k2": {"name": "In/ner", "items": [5], "parent": "k1"},
    "k3": {"name": "Loop", "items": [6], "parent": "k3"},
}


def test_an_item_comes_with_its_notes_files_tags_and_collections() -> None:
    whole = {"config": {}, "collections": COLLECTIONS, "items": [ITEM, OTHER, {"itemType": "note"}]}
    one, other = references(json.dumps(whole), "a.json")
    assert (one.found.title, one.found.authors) == ("One", ("J. Doe", "A Group"))
    assert (one.found.published, one.found.citekey) == (date(2019, 5, 3), "doe2019")
    assert (one.tags, one.note, one.files) == (("alpha", "beta"), "Mine", ("/x/a.pdf",))
    assert (one.groups, one.related) == (("Outer/In∕ner",), ("Two",))
    assert (one.kind, other.kind) == ("article-journal", "book")


def test_values_of_the_wrong_kind_cost_no_paper() -> None:
    strange = {**ITEM, "creators": 3, "tags": {}, "notes": [3], "attachments": None,
               "relations": [3], "date": 2019}  # fmt: skip
    whole = {"items": [strange, {"itemType": "book"}], "collections": [1]}
    one, other = references(json.dumps(whole), "a.json")
    assert one.found.title == "One"
    assert other.error
