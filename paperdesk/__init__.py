"""PaperDesk: keep up with, read and remember research papers."""

__version__ = "0.1.0"
