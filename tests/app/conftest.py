"""The command line and the window, both run in this process."""

import contextlib
import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paperdesk.app import command_line
from paperdesk.app.build import Rooms
from paperdesk.app.desktop.parts import Parts
from paperdesk.app.screen import Session
from paperdesk.commands.desk import Desk
from paperdesk.domain.paper import Paper, PaperId
from paperdesk.domain.shelf import ALL
from paperdesk.infra.paths import Home
from paperdesk.ui.stage import Stage
from tests.conftest import World

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Said:
    """What a verb answered."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Verb = Callable[..., Said]


@pytest.fixture
def verb(
    home: Home, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Verb:
    """Runs a verb on a fresh library, far from the user's own folders."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))  # for the workers
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Said:
        capfd.readouterr()
        try:
            code = command_line.main(words)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Said(code, *capfd.readouterr())

    return run


@pytest.fixture
def fetched(world: World, verb: Verb) -> Verb:
    """The same, after the newest day was fetched."""
    assert verb("fetch").code == 0
    return verb


PATIENCE = 15.0
"""Seconds that something may take on a busy machine."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """A window, what it is made of, and a hand on its keys."""

    session: Session
    rooms: Rooms
    parts: Parts
    desk: Desk

    def tidy(self) -> None:
        """No error, no search, no reader, all papers, and the keys in the list."""
        window = self.parts.window
        while window.errors.sentences():
            window.errors.dismiss()
        self.parts.search.clear()  # an answer that is still on its way is not wanted
        if window.searching():
            self.desk.page.close()
        self.desk.page.close()
        if self.parts.papers.shelf() != ALL:
            self.desk.rows.show(ALL)
            self.wait(lambda: self.parts.papers.shelf() == ALL)
        self.desk.rows.go(0)
        window.panels.focus("list")

    def press(self, text: str) -> None:
        """Type keys into whatever has the focus."""
        QTest.keyClicks(self._focus(), text)

    def hit(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that types nothing."""
        QTest.keyClick(self._focus(), key, held)

    def run(self, command: str) -> None:
        """Run a command as a menu would."""
        self.session._run(command)

    def wait(self, happened: Callable[[], object]) -> None:
        """Let the window live until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < deadline
            QTest.qWait(10)

    def papers(self) -> list[Paper]:
        """Every paper, in the order of the list."""
        return list(
            self.rooms.library.papers([PaperId(one) for one in self.rooms.library.ids(ALL)])
        )

    def with_pdf(self) -> Paper:
        """A paper whose PDF is here."""
        return next(paper for paper in self.papers() if paper.file)

    def go_to(self, paper: PaperId) -> None:
        """Put the cursor on a paper of the list."""
        self.desk.rows.go(list(self.parts.papers.ids()).index(paper))
        self.wait(lambda: self.shown() == paper)

    def shown(self) -> PaperId | None:
        """The paper whose abstract is shown."""
        paper = self.parts.page.paper()
        return paper.id if paper else None

    def read(self, paper: PaperId) -> None:
        """Open a paper whose PDF is here, and wait for its pages."""
        self.go_to(paper)
        self.hit(Qt.Key.Key_Return)
        self.wait(self.parts.window.reading)
        self.wait(lambda: self.parts.reader.parts.status.page.text())

    def _focus(self) -> Any:
        """What the window system gives the keys to: not what lies under a modal window."""
        focus, above = QApplication.focusWidget(), QApplication.activeModalWidget()
        if above is not None and (focus is None or focus.window() is not above):
            return above
        return focus or self.parts.window


def asked_of(faces: type) -> list[tuple[str, set[str]]]:
    """What commands may ask of each face."""
    return [
        (face, {name for name in vars(kind) if not name.startswith("_")})
        for face, kind in get_type_hints(faces).items()
    ]


@contextlib.contextmanager
def opened(home: Home, qapp: QApplication, *, sample: bool) -> Iterator[Desktop]:
    """The window on a library, far from any network."""
    home.root.mkdir()
    home.settings.write_text('theme = "light"\noffline = true\n')
    hooks = sys.excepthook, threading.excepthook
    with (
        tempfile.TemporaryDirectory(prefix="desk-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("XDG_RUNTIME_DIR", folder)
        patch.setenv("PAPERDESK_HOME", str(home.root))
        stage = Stage()
        session = Session(qapp, home, stage)
        session.start([], sample=sample)
        QTest.qWaitForWindowActive(stage)
        yield Desktop(session, session._rooms, session._parts, session._desk)
        stage.close()
        session.end()
        qapp.removeEventFilter(session._keys.dispatcher)
        stage.deleteLater()
        qapp.processEvents()
    sys.excepthook, threading.excepthook = hooks


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Desktop]:
    """The window as `paperdesk --demo` opens it; one a module."""
    home = Home(tmp_path_factory.mktemp("sitting") / "my desk")
    with opened(home, qapp, sample=True) as desktop:
        yield desktop


@pytest.fixture
def desktop(sitting: Desktop) -> Desktop:
    """That window with everything closed that an earlier test has opened."""
    sitting.tidy()
    return sitting
