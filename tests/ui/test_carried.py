from PySide6.QtCore import QMimeData

from paperdesk.domain.collection import CollectionId
from paperdesk.domain.paper import PaperId
from paperdesk.ui import carried


def test_papers_and_collections_arrive_as_they_left() -> None:
    papers = (PaperId(3), PaperId(12))
    assert carried.papers(carried.of_papers(papers)) == papers
    assert carried.collection(carried.of_collection(CollectionId(7))) == 7


def test_what_is_neither_is_nothing() -> None:
    for dragged in (QMimeData(), carried.of_papers([])):
        assert carried.papers(dragged) == ()
        assert carried.collection(dragged) is None
    assert carried.papers(carried.of_collection(CollectionId(7))) == ()
