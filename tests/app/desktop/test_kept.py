"""How papers were left in this session."""

from pathlib import Path

from paperdesk.app.desktop.kept import Kept
from paperdesk.domain.note import Place
from paperdesk.domain.pages import Document
from paperdesk.domain.paper import PaperId
from paperdesk.infra import memory
from paperdesk.reader.ruling import Laid
from tests.app.conftest import Desktop


def test_a_place_is_known_before_it_is_in_the_library(desktop: Desktop) -> None:
    told: list[PaperId] = []
    kept, paper = Kept(desktop.rooms, desktop.session._jobs, told.append), desktop.papers()[0].id
    kept.keep_place(paper, Place(3, 40.0), 0.5)
    assert kept.place(paper) == Place(3, 40.0)
    desktop.wait(lambda: told == [paper])
    assert desktop.rooms.notes.place(paper) == Place(3, 40.0)
    assert desktop.rooms.library.paper(paper).seen == 0.5


def test_a_paper_that_is_moved_looks_as_it_did(desktop: Desktop) -> None:
    told: list[PaperId] = []
    kept, paper = Kept(desktop.rooms, desktop.session._jobs, told.append), desktop.papers()[0].id
    kept.keep_place(paper, Place(3, 40.0, 2.0, zoom=1.5), 0.5)
    kept.move(paper, Place(1, 10.0, 0.0, zoom=4.0))
    assert kept.place(paper) == Place(1, 10.0, 0.0, zoom=1.5)


def test_a_ruler_is_found_where_it_lay_also_after_a_restart(desktop: Desktop) -> None:
    jobs, paper = desktop.session._jobs, desktop.papers()[0].id
    kept = Kept(desktop.rooms, jobs, lambda _: None)
    assert kept.ruler(paper) is None
    kept.keep_ruler(paper, Laid(3, 12, on=True))
    assert kept.ruler(paper) == Laid(3, 12, on=True)
    desktop.wait(lambda: Kept(desktop.rooms, jobs, lambda _: None).ruler(paper) is not None)
    assert Kept(desktop.rooms, jobs, lambda _: None).ruler(paper) == Laid(3, 12, on=True)


def test_what_is_no_line_is_no_ruler(desktop: Desktop) -> None:
    paper = desktop.papers()[0].id
    memory.keep(desktop.rooms.changes, f"ruler:{paper}", [-1, "two"])
    assert Kept(desktop.rooms, desktop.session._jobs, lambda _: None).ruler(paper) is None


def test_a_password_is_borne_in_mind_until_the_tab_is_closed(
    desktop: Desktop, tmp_path: Path
) -> None:
    told: list[PaperId] = []
    kept, paper = Kept(desktop.rooms, desktop.session._jobs, told.append), desktop.papers()[0].id
    locked = Document(tmp_path / "a.pdf", "secret")
    kept.keep_password(paper, locked)
    kept.keep_password(paper, Document(locked.path))
    kept.keep_password(paper, None)
    assert kept.document(paper, locked.path) == locked
    assert kept.document(paper, tmp_path / "newer.pdf").password == ""
    kept.forget_password(paper)
    assert kept.document(paper, locked.path) == Document(locked.path)
