"""The PDF reader on the screen: one widget, made of small parts."""

from paperdesk.ui.reader.pane import ReaderPane
from paperdesk.ui.reader.spread import Spread

__all__ = ["ReaderPane", "Spread"]
