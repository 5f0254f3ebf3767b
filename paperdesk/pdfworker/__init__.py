"""All that is done with PDFs, in child processes that may fall over.

PyMuPDF holds the interpreter for the whole of a page, is not thread-safe, and
meets hostile files: so it lives behind this door, in workers that the pool
starts, limits and restarts. Nothing outside `child` imports it.

A downloaded file is checked by `pool.call(Inspect(Document(path)))`: it returns
for a PDF that opens and has pages, and raises a sentence for anything else.
"""

from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.pool import Pool

__all__ = ["Limits", "Pool"]
