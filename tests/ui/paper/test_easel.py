"""Formulas come when they are set, in the size and colour of the words around them."""

from pytestqt.qtbot import QtBot

from paperdesk.domain.drawn import Drawn
from paperdesk.ui.paper.easel import Easel

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">'
    b'<path d="M0 0H40V20H0Z" fill="black"/></svg>'
)


def test_a_formula_is_wished_for_once_and_shown_when_it_is_here(qtbot: QtBot) -> None:
    easel = Easel()
    wished: list[str] = []
    easel.wanted.connect(wished.append)
    assert (easel.html("x"), easel.html("x")) == ("", "")
    assert wished == ["x"]
    with qtbot.waitSignal(easel.arrived):
        easel.put("x", Drawn(SVG, 40, 20))
    easel.pixels, easel.ink = 10, "#ff0000"
    made = easel.html("x")
    assert 'width="20" height="10"' in made
    image = easel.image(made.split('"')[1], 2.0)
    assert (image.width(), image.height(), image.devicePixelRatio()) == (40, 20, 2.0)
    assert image.pixelColor(20, 10).name() == "#ff0000"


def test_what_cannot_be_set_stays_text(qtbot: QtBot) -> None:
    easel = Easel()
    with qtbot.assertNotEmitted(easel.arrived):
        easel.put("x", None)
    assert easel.html("x") == ""
    assert easel.image("formula:none", 1.0).isNull()
