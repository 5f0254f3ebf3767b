"""Comments reach the library, or are kept until they do."""

import pytest

from paperdesk.app.desktop import comments
from paperdesk.domain.errors import StorageError
from paperdesk.domain.note import Anchor, Colour, HighlightId
from tests.app.conftest import Desktop


def made(desktop: Desktop) -> HighlightId:
    anchor = Anchor(0, ((72.0, 300.0, 300.0, 312.0),), "words")
    return desktop.rooms.notes.mark(desktop.with_pdf().id, anchor, Colour.BLUE).id


def test_a_comment_is_saved(desktop: Desktop) -> None:
    mark = made(desktop)
    desktop.session._reading.marking.comments.save(mark, "So?")
    desktop.wait(lambda: desktop.rooms.notes.highlight(mark).comment == "So?")


def test_one_that_could_not_be_saved_is_said_kept_and_tried_again(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, kept = made(desktop), desktop.session._reading.marking.comments
    real = desktop.rooms.marks.comment

    def refuse(_mark: HighlightId, _text: str) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(type(desktop.rooms.marks), "comment", lambda _, *words: refuse(*words))
    kept.save(mark, "Kept.")
    desktop.wait(lambda: any("is full" in said for said in desktop.parts.window.errors.sentences()))
    monkeypatch.setattr(type(desktop.rooms.marks), "comment", lambda _, *words: real(*words))
    kept._retry()
    desktop.wait(lambda: desktop.rooms.notes.highlight(mark).comment == "Kept.")
    desktop.wait(lambda: not desktop.parts.window.errors.sentences())
    kept._again.stop()
    assert comments.AGAIN < 10_000


def test_in_the_end_it_is_rescued_into_a_file(desktop: Desktop) -> None:
    kept = desktop.session._reading.marking.comments
    kept._unsaved[HighlightId("hgone")] = "Words of mine."
    kept.rescue()
    kept._unsaved.clear()
    path = desktop.rooms.home.root / "unsaved notes" / "comment on mark hgone.md"
    assert path.read_text("utf-8") == "Words of mine."
    path.unlink()
