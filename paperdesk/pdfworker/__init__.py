"""All that is done with PDFs, in child processes that may fall over.

PyMuPDF holds the interpreter for the whole of a page, is not thread-safe, and
meets hostile files: so it lives behind this door, in workers that the pool
starts, limits and restarts. Nothing outside `child` imports it.

A downloaded file is checked by `pool.call(Inspect(Document(path)))`: it returns
for a PDF that opens and has pages, and raises a sentence for anything else.

A worker can open no file, make no socket and start no program (`children.cage`):
the pool hands it the document's file as a descriptor when it asks for one. Nor
can it import anything once it is ready, so modules of `child` import at the top.
It writes no file either: what is to be kept comes back as an answer, as
`Annotate` does, and whoever asked writes it.
"""

from paperdesk.pdfworker.limits import Limits
from paperdesk.pdfworker.pool import Pool

__all__ = ["Limits", "Pool"]
