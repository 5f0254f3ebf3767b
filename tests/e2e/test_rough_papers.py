"""Rough PDFs in the real window, used as a reader uses them: pages, or a sentence.

Each takes the place of a paper's PDF; it is opened, scrolled through, searched,
selected in, highlighted and exported. The limit is on how long the window is
away, and on how long anything may take.
"""

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from paperdesk.domain.paper import PaperId
from paperdesk.reader.layout import Point
from paperdesk.ui.reader import ReaderPane
from tests.app.conftest import Desktop, desktop, sitting
from tests.e2e.test_corpus import Pulse
from tests.pdfworker.hostile import HOSTILE

__all__ = ["desktop", "sitting"]

FOLDERS = ("broken", "encrypted", "rotated", "rtl", "cjk", "scanned", "forms", "long")
SAMPLE = 2
"""Files of each folder in the ordinary run."""

AWAY = 0.25
"""Seconds that the window may be away: twice what is aimed at, as others work here too."""

LEFT = Qt.MouseButton.LeftButton
LOOKED_AT = 3
"""Pages on which words to select are looked for."""


class Reader:
    """A person who reads one rough PDF as if it were a paper's."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self.desktop = desktop
        self.paper = PaperId(desktop.with_pdf().id)
        self.folder = folder
        self.pane: ReaderPane = desktop.parts.reader
        self.marked = 0

    def read(self, path: Path) -> None:
        """Do with a PDF all that one does; whatever goes wrong is a sentence."""
        self._put(path)
        pulse = Pulse()
        self._open()
        if self.pane.parts.card.isVisible():
            assert self.pane.parts.card.sentence().endswith(".")
        else:
            self._scroll()
            self._search()
            self._mark()
        pulse.stop()
        self._export()
        self._close()
        assert pulse.longest < AWAY, f"away for {pulse.longest * 1000:.0f} ms"

    def _put(self, path: Path) -> None:
        here = self.desktop.rooms.intake.here(self.paper)
        assert here is not None
        self.desktop.session._reading.page.put_away(self.paper)
        shutil.copyfile(path, here)

    def _open(self) -> None:
        card = self.pane.parts.card
        self.desktop.desk.page.open(self.paper)
        self.desktop.wait(
            lambda: (
                self.pane.parts.status.page.text()
                or (card.isVisible() and card.sentence() and card.button.isVisible())
            )
        )

    def _scroll(self) -> None:
        for screens in (0.5, 1, 1, 7, -2):
            self.pane.scroll_screens(screens)
            QTest.qWait(30)
        self.pane.go(-1)
        QTest.qWait(60)
        self.pane.go(0)
        QTest.qWait(60)
        assert all(said.endswith(".") for said in self.pane.parts.supply.problems.values())

    def _search(self) -> None:
        self.desktop.run("page.find")
        QTest.keyClicks(self.pane.parts.bar.field, "the")
        QTest.qWait(250)
        self.desktop.wait(lambda: not self.pane.parts.finder.busy)
        self.desktop.run("page.next-match")
        QTest.keyClick(self.pane.parts.bar.field, Qt.Key.Key_Escape)
        assert self.pane.parts.bar.isHidden()

    def _mark(self) -> None:
        """Select words with the hand, highlight them, and take the mark away again."""
        found = self._words()
        if found is None:
            return
        ground = self.pane.parts.view.viewport()
        QTest.mousePress(ground, LEFT, pos=found[0])
        QTest.mouseMove(ground, (found[0] + found[1]) / 2)
        QTest.mouseMove(ground, found[1])
        QTest.mouseRelease(ground, LEFT, pos=found[1])
        if not self.pane.selections():
            return
        before = len(self.desktop.rooms.notes.highlights(self.paper))
        self.desktop.run("page.highlight")
        self.desktop.wait(lambda: len(self.desktop.rooms.notes.highlights(self.paper)) > before)
        self.marked += 1

    def _words(self) -> tuple[QPoint, QPoint] | None:
        """Where the first and the third word of a page are, if one has as many."""
        content, pages = self.pane.parts.content, self.pane.parts.view.scroller.column.pages
        for page in range(min(LOOKED_AT, len(pages))):
            self.pane.go(page)
            content.need([page])
            QTest.qWait(150)
            text = content.text(page)
            if text is not None and len(text.words) > 2:
                self.pane.jump_to(page, [text.words[0].box])
                QTest.qWait(30)
                return self._spot(page, text.words[0].box), self._spot(page, text.words[2].box)
        return None

    def _spot(self, page: int, box: tuple[float, float, float, float]) -> QPoint:
        scroller = self.pane.parts.view.scroller
        middle = Point(page, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        x, y = scroller.column.spot(middle)
        return QPoint(round(x - scroller.window().left), round(y - scroller.window().top))

    def _export(self) -> None:
        for old in self.folder.glob("*.md"):
            old.unlink()
        self.desktop.desk.rows.go(list(self.desktop.parts.papers.ids()).index(self.paper))
        self.desktop.run("export.markdown")
        self.desktop.wait(lambda: list(self.folder.glob("*.md")))

    def _close(self) -> None:
        self.desktop.session._reading.page.put_away(self.paper)
        for mark in self.desktop.rooms.notes.highlights(self.paper):
            self.desktop.rooms.notes.drop(mark.id)
        for said in self.desktop.parts.window.errors.sentences():
            assert said.endswith(".")
        self.desktop.tidy()


@pytest.fixture
def reader(desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Somebody who exports into a folder of their own."""
    monkeypatch.setattr(type(desktop.desk.view), "ask_folder", lambda *_: tmp_path)
    return Reader(desktop, tmp_path)


def files(folder: Path, name: str) -> list[Path]:
    return sorted((folder / f"pdf_{name}").glob("*.pdf"))


def twice(reader: Reader, path: Path) -> None:
    """Read a PDF; a slow turn counts if it is slow again, for others work here too."""
    try:
        reader.read(path)
    except AssertionError as error:
        if "away for" not in str(error):
            raise
        reader.read(path)


@pytest.mark.parametrize("name", FOLDERS)
def test_rough_papers_are_read_or_refused_in_a_sentence(
    reader: Reader, shared_data: Path, name: str
) -> None:
    chosen = files(shared_data, name)
    if not chosen:
        pytest.skip(f"there are no real PDFs of the kind “{name}” here")
    for path in random.Random(name).sample(chosen, min(SAMPLE, len(chosen))):
        twice(reader, path)


@pytest.mark.parametrize("trick", ["deep tree", "form in itself", "huge image", "many states"])
def test_a_hostile_paper_neither_freezes_nor_ends_the_window(
    reader: Reader, tmp_path: Path, trick: str
) -> None:
    (tmp_path / "hostile.pdf").write_bytes(HOSTILE[trick]())
    twice(reader, tmp_path / "hostile.pdf")


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_every_rough_paper_is_read_or_refused_in_a_sentence(
    reader: Reader, shared_data: Path
) -> None:
    failures = []
    for path in [path for name in FOLDERS for path in files(shared_data, name)]:
        try:
            twice(reader, path)
        except AssertionError as error:
            failures.append(f"{path.parent.name}/{path.name}: {error}")
            reader.desktop.tidy()
    assert failures == []
    assert reader.marked > 30, "words were found in too few of them"
