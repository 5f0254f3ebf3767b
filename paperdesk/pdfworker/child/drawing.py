"""A page, or a part of it, as pixels in memory that the pool can map."""

import fcntl
import os
from typing import Any

import pymupdf

from paperdesk.domain.errors import Refused
from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Render
from paperdesk.pdfworker import sentences
from paperdesk.pdfworker.child.colouring import recolour
from paperdesk.pdfworker.child.documents import OpenDocument
from paperdesk.pdfworker.codec import Shape
from paperdesk.pdfworker.limits import Limits

_GRAIN = 2**18
"""Sizes of memory are multiples of this, so that pages of one size share it."""

_WASTE = 4
"""Memory more than this many times too large is left for a larger picture."""

_FOR_GOOD = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL


def draw(
    document: OpenDocument, request: Render, limits: Limits, memory: int | None
) -> tuple[Shape, int | None]:
    """Draw into `memory` if it fits, else into new memory, whose descriptor follows.

    The picture covers whole pixels: from `clip` times `scale` rounded outwards.
    """
    picture = _pixels(document, request, limits)
    shape = (picture.width, picture.height, picture.stride)
    size = picture.stride * picture.height
    if memory is not None and size <= os.fstat(memory).st_size <= _WASTE * max(size, _GRAIN):
        _write(memory, picture.samples_mv)
        return Shape(*shape, offered=True), None
    fresh = _new_memory(size)
    _write(fresh, picture.samples_mv)
    return Shape(*shape, offered=False), fresh


def _pixels(document: OpenDocument, request: Render, limits: Limits) -> Any:
    page = document.display_list(request.page)
    area = page.rect
    if request.clip is not None:
        area = area & pymupdf.Rect(request.clip)
    if area.is_empty or not 0 < request.scale < float("inf"):
        raise ValueError("nothing to draw")
    if area.width * area.height * request.scale**2 > limits.pixels:
        raise Refused(sentences.too_large(request))
    matrix = _turn(request, page.rect)
    picture = page.get_pixmap(matrix, alpha=0, clip=area)
    if request.dress is not None:
        kept = () if request.dress.figures else document.pictures(request.page)[0]
        recolour(picture, request.dress, [_moved(box, matrix) for box in kept])
    return picture


def _moved(box: Quad, matrix: Any) -> Quad:
    moved = pymupdf.Rect(box) * matrix
    return moved.x0, moved.y0, moved.x1, moved.y1


def _turn(request: Render, page: Any) -> Any:
    """From the page to the picture: larger, and turned so that its corner is the origin."""
    scale, width, height = request.scale, page.width * request.scale, page.height * request.scale
    match request.turns % 4:
        case 0:
            return pymupdf.Matrix(scale, 0, 0, scale, 0, 0)
        case 1:
            return pymupdf.Matrix(0, scale, -scale, 0, height, 0)
        case 2:
            return pymupdf.Matrix(-scale, 0, 0, -scale, width, height)
    return pymupdf.Matrix(0, -scale, scale, 0, 0, width)


def _new_memory(size: int) -> int:
    memory = os.memfd_create("paperdesk-picture", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(memory, -(-size // _GRAIN) * _GRAIN)
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, _FOR_GOOD)
    return memory


def _write(memory: int, pixels: memoryview) -> None:
    offset = 0
    while offset < len(pixels):
        offset += os.pwrite(memory, pixels[offset:], offset)
