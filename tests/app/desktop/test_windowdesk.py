"""The window around the reader, on the library of samples."""

import pytest

from paperdesk.commands.faces.window import WindowFaces
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import state_shelf
from tests.app.conftest import Desktop, asked_of


@pytest.mark.parametrize(("face", "asked"), asked_of(WindowFaces))
def test_the_window_has_every_face(desktop: Desktop, face: str, asked: set[str]) -> None:
    assert {name for name in asked if not hasattr(getattr(desktop.desk, face), name)} == set()


def test_the_sidebar_leads_to_its_shelves(desktop: Desktop) -> None:
    desktop.parts.sidebar.shelf_chosen.emit(state_shelf(State.LATER))
    desktop.wait(lambda: desktop.parts.papers.shelf() == state_shelf(State.LATER))
    assert desktop.parts.window.panels.with_keys() == "list"
