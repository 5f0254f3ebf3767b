"""The pane in which a paper's note is written, and shown as it will read."""

from paperdesk.ui.notes.pane import NotesPane

__all__ = ["NotesPane"]
