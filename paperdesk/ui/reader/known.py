"""What documents are like that were open before: their pages show without a question."""

from paperdesk.domain.pages import Document, DocumentInfo

REMEMBERED = 24
"""Documents, as many as there are tabs; what is kept of each is a few kilobytes."""

_Stamp = tuple[int, int]


class Known:
    """The latest of them, each for as long as its file stays as it was."""

    def __init__(self) -> None:
        self._infos: dict[Document, tuple[_Stamp, DocumentInfo]] = {}

    def learn(self, document: Document, info: DocumentInfo) -> None:
        """Remember what a document is like."""
        stamp = _stamp(document)
        self._infos.pop(document, None)
        if stamp is not None:
            self._infos[document] = stamp, info
        while len(self._infos) > REMEMBERED:
            del self._infos[next(iter(self._infos))]

    def info(self, document: Document) -> DocumentInfo | None:
        """What a document is like, if that is known and its file has not changed."""
        stamp, info = self._infos.get(document, (None, None))
        return info if stamp is not None and stamp == _stamp(document) else None


def _stamp(document: Document) -> _Stamp | None:
    """When its file was written, and how long it is; None without a file."""
    try:
        status = document.path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
