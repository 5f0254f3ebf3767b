"""What Zotero calls kinds of items and their fields, and what CSL calls them."""

import re

KINDS = {
    "journalArticle": "article-journal", "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper", "conferencePaper": "paper-conference",
    "book": "book", "bookSection": "chapter", "thesis": "thesis", "report": "report",
    "preprint": "article", "webpage": "webpage", "blogPost": "post-weblog", "dataset": "dataset",
    "computerProgram": "software", "patent": "patent", "manuscript": "manuscript",
    "presentation": "speech", "standard": "standard", "document": "document",
    "encyclopediaArticle": "entry-encyclopedia", "dictionaryEntry": "entry-dictionary",
    "videoRecording": "motion_picture", "film": "motion_picture", "letter":
    "personal_communication", "interview": "interview", "bill": "bill", "case": "legal_case",
}  # fmt: skip
VARIABLES = {
    "publicationTitle": "container-title", "bookTitle": "container-title",
    "proceedingsTitle": "container-title", "encyclopediaTitle": "container-title",
    "websiteTitle": "container-title", "blogTitle": "container-title",
    "journalAbbreviation": "container-title-short", "volume": "volume", "issue": "issue",
    "pages": "page", "publisher": "publisher", "university": "publisher",
    "institution": "publisher", "repository": "publisher", "place": "publisher-place",
    "edition": "edition", "series": "collection-title", "seriesTitle": "collection-title",
    "ISBN": "ISBN", "ISSN": "ISSN", "language": "language", "conferenceName": "event-title",
    "numPages": "number-of-pages", "numberOfPages": "number-of-pages", "reportNumber": "number",
    "archiveID": "number", "thesisType": "genre", "reportType": "genre", "type": "genre",
    "shortTitle": "title-short", "archive": "archive", "callNumber": "call-number",
    "libraryCatalog": "source", "versionNumber": "version",
}  # fmt: skip
CREATORS = {
    "author": "author", "programmer": "author", "presenter": "author", "inventor": "author",
    "director": "author", "editor": "editor", "translator": "translator",
    "bookAuthor": "container-author", "seriesEditor": "collection-editor",
}  # fmt: skip

_KEY = re.compile(r"^\s*Citation Key\s*:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_DOI = re.compile(r"^\s*DOI\s*:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def key_of(extra: str) -> str:
    """The citation key that is pinned in the field for anything else."""
    found = _KEY.search(extra)
    return found[1] if found else ""


def doi_of(extra: str) -> str:
    """The DOI that stands there, where a kind of item has no field for it."""
    found = _DOI.search(extra)
    return found[1] if found else ""
