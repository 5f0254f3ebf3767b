"""What is dragged from one place of the window to another: papers, or a collection."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from paperdesk.domain.collection import CollectionId
from paperdesk.domain.paper import PaperId

_PAPERS = "application/x-paperdesk-papers"
_COLLECTION = "application/x-paperdesk-collection"


def of_papers(papers: Sequence[PaperId]) -> QMimeData:
    """Papers, as something that is dragged."""
    return _made(_PAPERS, ",".join(map(str, papers)))


def of_collection(number: CollectionId) -> QMimeData:
    """A collection, as something that is dragged."""
    return _made(_COLLECTION, str(number))


def papers(dragged: QMimeData) -> tuple[PaperId, ...]:
    """The papers that are dragged."""
    return tuple(PaperId(int(one)) for one in _told(dragged, _PAPERS).split(",") if one)


def collection(dragged: QMimeData) -> CollectionId | None:
    """The collection that is dragged."""
    told = _told(dragged, _COLLECTION)
    return CollectionId(int(told)) if told else None


def _made(kind: str, text: str) -> QMimeData:
    made = QMimeData()
    made.setData(kind, text.encode())
    return made


def _told(dragged: QMimeData, kind: str) -> str:
    return bytes(dragged.data(kind).data()).decode() if dragged.hasFormat(kind) else ""
