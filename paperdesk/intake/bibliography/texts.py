"""The text of a file that declares its encoding nowhere, or in a comment."""

import codecs
import contextlib
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"^\s*%+ *encoding *[:=] *([\w.-]+)", re.IGNORECASE | re.MULTILINE)
"""As JabRef writes it at the top."""

_HEAD = 1000
_MANY = 0.2
"""The share of zero bytes that plain letters have in UTF-16."""


def text(body: bytes) -> str:
    """A file as text: by its mark, its comment, as UTF-8, else as Windows wrote it.

    Zero bytes are no part of a text and are left out.
    """
    return _decoded(body).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(body: bytes) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    if wide := _wide(body[:_HEAD]):
        return body.decode(wide, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.end >= len(body) and error.reason == "unexpected end of data"
        if cut_off and not body[: error.start].isascii():
            return body.decode("utf-8", "ignore")  # cut off within a letter
    declared = _DECLARED.search(body[:_HEAD])
    if declared and not declared[1].lower().startswith(b"utf"):
        with contextlib.suppress(LookupError, UnicodeDecodeError):
            return body.decode(declared[1].decode("ascii"), "replace")
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def _wide(head: bytes) -> str:
    """Two bytes a letter, without a mark: every second byte is zero."""
    if head.count(0) < _MANY * len(head) or len(head) < 4:
        return ""
    return "utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"
