from paperdesk.domain.collection import (
    Collection,
    CollectionId,
    fault_of,
    parts_of,
    shown_collection,
    union_shelf,
)
from paperdesk.domain.shelf import ALL, Shelf

SUB = Collection(CollectionId(7), "Sub", CollectionId(3), path=("Topic", "Sub"))


def test_a_collection_is_called_by_its_path() -> None:
    assert (SUB.title, SUB.depth, SUB.smart) == ("Topic / Sub", 1, False)


def test_its_shelf_is_known_again_by_its_query() -> None:
    for shelf in (SUB.shelf, SUB.own_shelf):
        assert shown_collection(shelf.query) == SUB.id
    for query in ("", "collection:7 cat", 'collection:"7"', "tag:7"):
        assert shown_collection(query) is None


def test_a_union_has_what_is_on_any_shelf_and_knows_its_parts() -> None:
    topic = Shelf("Topic", "collection:3")
    both = union_shelf([SUB.shelf, topic, SUB.shelf])
    assert both == Shelf("Topic / Sub + Topic", "(collection:7) OR (collection:3)")
    assert parts_of(both.query) == {"collection:7", "collection:3"}
    assert union_shelf([topic]) == topic


def test_what_is_no_union_is_its_only_part() -> None:
    for query in (ALL.query, "(collection:7) tag:a", "(a)"):
        assert parts_of(query) == {query}


def test_a_query_for_everything_is_no_collection() -> None:
    assert fault_of("") == "Write what the collection looks for: it would hold every paper."
    assert fault_of("year:2024 (tag:a OR -tag:b)") == ""
