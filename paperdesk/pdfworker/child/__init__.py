"""The worker itself: the only place where PyMuPDF is imported.

`main` is what `paperdesk --worker` runs, before anything imports Qt; nothing
in the window's process may import this.
"""

from paperdesk.pdfworker.child.serve import main

__all__ = ["main"]
