import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from paperdesk.ui.reader import ReaderPane


def pinch(pane: ReaderPane, kind: Qt.NativeGestureType, value: float) -> None:
    viewport, at = pane.parts.view.viewport(), QPointF(200, 300)
    away = viewport.mapToGlobal(at)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, away, value, QPointF())
    QApplication.sendEvent(viewport, event)


def test_a_pinch_zooms_where_the_fingers_are(opened: ReaderPane) -> None:
    scroller = opened.parts.view.scroller
    before, zoom = scroller.point(QPointF(200, 300)), scroller.column.zoom
    pinch(opened, Qt.NativeGestureType.ZoomNativeGesture, 0.25)
    after = scroller.point(QPointF(200, 300))
    assert scroller.column.zoom == pytest.approx(zoom * 1.25)
    assert after.y == pytest.approx(before.y, abs=1)


def test_other_gestures_are_left_alone(opened: ReaderPane) -> None:
    zoom = opened.parts.view.scroller.column.zoom
    pinch(opened, Qt.NativeGestureType.RotateNativeGesture, 0.25)
    assert opened.parts.view.scroller.column.zoom == zoom
