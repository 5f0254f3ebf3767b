"""The marks of a page in little."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from paperdesk.domain.note import Colour, Highlight, Kind
from paperdesk.ui.reader import badges
from tests.ui.reader.test_marks import highlight as marked


def painted(*marks: Highlight) -> QImage:
    image = QImage(80, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    badges.paint(painter, 78.0, 6.0, marks)
    painter.end()
    return image


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Mono)


def test_what_is_there_is_said() -> None:
    one = marked()
    marks = [one, replace(one, kind=Kind.INK), replace(one, kind=Kind.INK)]
    assert badges.spoken(marks) == "1 highlight, 2 drawings"
    assert badges.spoken([]) == ""


@pytest.mark.usefixtures("qapp")
def test_kinds_are_told_apart_without_colour() -> None:
    signs = [grey(painted(replace(marked(), kind=kind))) for kind in Kind]
    for index, sign in enumerate(signs):
        assert all(sign != other for other in signs[index + 1 :])


@pytest.mark.usefixtures("qapp")
def test_many_marks_leave_room_for_the_label() -> None:
    colours = [replace(marked(), colour=colour) for colour in Colour]
    image = painted(*colours * 3)
    assert image.pixelColor(2, 10) == QColor("white")
