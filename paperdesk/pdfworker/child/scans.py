"""Scans: told from other pages, and given words that can be selected and are not seen."""

from typing import Any

import pymupdf

from paperdesk.domain.annotation import Appendix
from paperdesk.domain.pages import Word
from paperdesk.domain.scan import Pictured, ReadOff, Underlay
from paperdesk.pdfworker.child.annotating import changed
from paperdesk.pdfworker.child.documents import OpenDocument

_LETTERS = 8
"""So many letters may stand on a scan: a stamp, a page number."""

_COVERED = 0.45
"""The share of a page that pictures cover at least."""

_UNSEEN = 3
"""The text render mode that draws nothing."""

_LATIN, _OTHER = "helv", "china-s"
_LAST_LATIN = "\xff"


def pictured(document: OpenDocument, request: Pictured) -> bool:
    """Whether a page is one picture, without text that could be selected."""
    if len("".join(document.text_page(request.page).extractText().split())) > _LETTERS:
        return False
    return document.pictured_share(request.page) > _COVERED


def underlay(document: OpenDocument, request: Underlay) -> Appendix:
    """What to write behind a copy of the file, so that its pages have these words."""

    def put() -> None:
        for page in request.pages:
            _put(document.page(page.page), page)

    return changed(document, put)


def _put(page: Any, found: ReadOff) -> None:
    if not page.is_wrapped:
        page.wrap_contents()
    shape = page.new_shape()
    for word in found.words:
        _put_word(shape, page, word)
    shape.commit(overlay=True)


def _put_word(shape: Any, page: Any, word: Word) -> None:
    """One word, as wide and as high as it is in the picture."""
    left, top, right, bottom = word.box
    size = bottom - top
    font = _LATIN if max(word.text) <= _LAST_LATIN else _OTHER
    length = pymupdf.get_text_length(word.text, fontname=font, fontsize=size)
    if size <= 0 or length <= 0 or right <= left:
        return
    back = page.derotation_matrix
    base = pymupdf.Point(left, bottom - 0.2 * size) * back
    stretch = pymupdf.Matrix((right - left) / length, 1)
    shape.insert_text(
        base,
        word.text,
        fontname=font,
        fontsize=size,
        render_mode=_UNSEEN,
        rotate=page.rotation,
        morph=(base, stretch) if page.rotation in (0, 180) else None,
    )
