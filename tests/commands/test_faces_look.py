from paperdesk.app.desktop.look import PageLook
from paperdesk.commands.faces_look import Flow, Look
from paperdesk.ui.reader.reflow import Reflow


def test_the_window_has_this_face() -> None:
    asked = {name for name in vars(Look) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(PageLook))


def test_the_reader_has_the_face_of_reading_mode() -> None:
    assert {name for name in vars(Flow) if not name.startswith("_")} <= set(vars(Reflow))
