"""Ways in over a fresh library, asking the recorded world."""

from typing import Any

import pytest

from paperdesk.domain.errors import PaperDeskError
from paperdesk.domain.pages import Document, DocumentInfo, PageSize
from paperdesk.infra.changes import Changes
from paperdesk.infra.http import Http
from paperdesk.infra.paths import Home
from paperdesk.intake import Intake
from paperdesk.library import Library


class Glance:
    """PDF workers that find the same in every document."""

    def __init__(self) -> None:
        self.pages = 3
        self.problem: PaperDeskError | None = None
        self.looked_at: list[Document] = []
        self.forgotten: list[Document] = []

    def call(self, request: Any, *, timeout: float = 60.0) -> Any:
        self.looked_at.append(request.document)
        if self.problem is not None:
            raise self.problem
        return DocumentInfo((PageSize(612, 792),) * self.pages)

    def pardon(self, document: Document, page: int | None = None) -> None:
        """Nothing did harm."""

    def forget(self, document: Document) -> None:
        self.forgotten.append(document)

    def ask(self, *_: object, **__: object) -> Any:
        raise NotImplementedError


@pytest.fixture
def pages() -> Glance:
    return Glance()


@pytest.fixture
def intake(changes: Changes, library: Library, http: Http, pages: Glance, home: Home) -> Intake:
    return Intake(changes, library, http, pages, home)
