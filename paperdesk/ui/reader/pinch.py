"""Two fingers on a touchpad zoom the pages between them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QWidget


class Pinch(QObject):
    """Watches the viewport for a pinch; `zoom` gets a factor, and where it is."""

    def __init__(self, viewport: QWidget, zoom: Callable[[float, QPointF], None]) -> None:
        super().__init__(viewport)
        self._zoom = zoom
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the steps of a pinch, and nothing else."""
        if event.type() != QEvent.Type.NativeGesture or not isinstance(event, QNativeGestureEvent):
            return False
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(1 + event.value(), event.position())
        return True
