"""The text of PDFs, page by page, through the PDF workers.

A few pages of each file at a time, so that one long book does not keep the
others waiting; a page without a text is an empty page, and a file with several
such pages is left alone.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from paperdesk.domain.errors import Locked, PaperDeskError
from paperdesk.domain.pages import Document, Pages, Text
from paperdesk.infra import passwords
from paperdesk.search.texts import Texts

AT_A_TIME = 16
"""Pages of one file between two looks at the others."""

FORGIVEN = 3
"""Failed pages after which the rest of a file is not asked for."""

_log = logging.getLogger("paperdesk.search")


class ClosablePages(Pages, Protocol):
    """PDF workers that somebody has started for a while."""

    def close(self) -> None:
        """End the workers."""


@dataclass(frozen=True, slots=True)
class File:
    """A PDF of the library."""

    id: int
    paper: int
    path: Path
    digest: str
    pages: int


class Extraction:
    """Reads the pages of PDFs into the kept texts; starts workers only when needed."""

    def __init__(
        self,
        texts: Texts,
        start: Callable[[], ClosablePages],
        recall: Callable[[Path], str] | None = None,
    ) -> None:
        """`recall` knows the remembered passwords of locked PDFs, empty where none is."""
        self._texts = texts
        self._start = start
        self._recall = recall or _recalled
        self._unlocked: dict[Path, Document] = {}
        self._pages: ClosablePages | None = None

    def go_on(self, file: File) -> bool:
        """Read the next pages of a file; whether all of it has been read."""
        progress = self._texts.progress(file.id, file.digest)
        if progress.read >= file.pages:
            return True
        last = min(file.pages, progress.read + AT_A_TIME)
        failures = progress.failures
        texts = []
        for page in range(progress.read, last):
            text = self._text(file, page) if failures < FORGIVEN else ""
            failures += text is None
            texts.append(text or "")
        self._texts.keep(file.id, progress.read, texts, failures)
        if failures >= FORGIVEN > progress.failures:
            _log.warning("The text of %s cannot be read; it is found by its title.", file.path.name)
        return last >= file.pages

    def close(self) -> None:
        """End the workers, if any were started."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def _text(self, file: File, page: int) -> str | None:
        """The text of a page; None when it cannot be had."""
        try:
            if self._pages is None:
                self._pages = self._start()
            return self._unlocked_text(self._pages, file.path, page)
        except PaperDeskError as error:
            _log.warning("Page %d of %s has no text: %s", page + 1, file.path.name, error)
            return None

    def _unlocked_text(self, pages: Pages, path: Path, page: int) -> str:
        """The text of a page; of a locked PDF too, if its password is remembered."""
        document = self._unlocked.get(path, Document(path))
        try:
            return pages.call(Text(document, page))
        except Locked:
            password = "" if path in self._unlocked else self._recall(path)
            self._unlocked[path] = Document(path, password)
            if not password:
                raise
        return pages.call(Text(self._unlocked[path], page))


def _recalled(path: Path) -> str:
    try:
        return passwords.Passwords().recall(path)
    except PaperDeskError:
        return ""  # there is no keyring, or it is locked
