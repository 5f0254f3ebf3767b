"""Files that are written wholly or not at all, under names every system takes."""

import contextlib
import errno
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from paperdesk.domain.errors import DiskFull, StorageError

LONGEST_NAME = 120
"""Bytes of a name, its ending included: room for a path on any system."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` once all is on the disk.

    When the block raises, `path` is as it was and nothing is left beside it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise unwritten(path, error) from error
    temporary = Path(name)
    try:
        with open(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise unwritten(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def unwritten(path: Path, error: OSError) -> StorageError:
    """What to say, and to do, about a file that the system did not take."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"The disk with {path.parent} is full. Free some space and try again.")
    return StorageError(f"{path} cannot be written: {error.strerror}.")


def write_text(path: Path, text: str) -> None:
    """Write a text file (UTF-8, line feeds) wholly or not at all."""
    with replacing(path) as file:
        file.write(text.encode("utf-8"))


def safe_name(name: str, *, ending: str = "") -> str:
    """A file name that Windows, macOS and Linux take, and that stays below.

    >>> safe_name("What is 1/2? A: half", ending=".md")
    'What is 1 2 A half.md'
    """
    plain = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", name))
    plain = " ".join(plain.split()).strip(" .")
    if not plain or _RESERVED.match(plain):
        plain = f"paper {plain}".strip()
    room = LONGEST_NAME - len(ending.encode("utf-8"))
    short = plain.encode("utf-8")[:room].decode("utf-8", errors="ignore")
    return short.rstrip(" .") + ending
