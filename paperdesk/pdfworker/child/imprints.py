"""What a PDF says of itself: its metadata, as text that is not too long."""

from paperdesk.domain.imprint import AskImprint, Imprint
from paperdesk.pdfworker.child.documents import OpenDocument
from paperdesk.pdfworker.child.wording import clean_line

_LONGEST, _LONGEST_XMP = 2_000, 100_000


def imprint(document: OpenDocument, request: AskImprint) -> Imprint:  # noqa: ARG001
    """The metadata of a document, those in XMP among them."""
    said = document.source.metadata or {}
    names = ("title", "author", "subject", "keywords")
    lines = {name: clean_line(str(said.get(name) or ""))[:_LONGEST] for name in names}
    xmp = document.source.get_xml_metadata() or ""
    return Imprint(**lines, xmp=str(xmp)[:_LONGEST_XMP])
