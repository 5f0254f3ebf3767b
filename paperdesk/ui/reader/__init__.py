"""The PDF reader on the screen: one widget, made of small parts."""

from paperdesk.ui.reader.pane import ReaderPane

__all__ = ["ReaderPane"]
