"""Pictures of areas in lists, drawn by a worker from the real PDF."""

from paperdesk.domain.note import Anchor, Colour, Highlight, Kind
from tests.app.conftest import Desktop


def area(desktop: Desktop) -> Highlight:
    anchor = Anchor(0, ((72.0, 100.0, 360.0, 200.0),), "")
    return desktop.rooms.notes.mark_passage(desktop.with_pdf().id, [anchor], Colour.BLUE, Kind.AREA)


def test_a_picture_comes_by_itself_and_is_drawn_if_it_is_lost(desktop: Desktop) -> None:
    made, pictures = area(desktop), desktop.session._reading.marking._thumbnails
    assert pictures.picture(made) is None
    desktop.wait(lambda: pictures.picture(made) is not None)
    image = pictures.picture(made)
    assert image is not None
    assert (image.width(), image.height()) == (640, 223)
    path = desktop.rooms.captures.path(made)
    path.unlink()
    pictures.look_again()
    desktop.wait(lambda: pictures.picture(made) is not None)
    assert path.is_file()


def test_other_marks_have_none(desktop: Desktop) -> None:
    anchor = Anchor(0, ((72.0, 100.0, 360.0, 200.0),), "words")
    made = desktop.rooms.notes.mark(desktop.with_pdf().id, anchor, Colour.BLUE)
    assert desktop.session._reading.marking._thumbnails.picture(made) is None
