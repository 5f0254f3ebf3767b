"""Files that are written wholly or not at all, under names every system takes."""

import contextlib
import errno
import os
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from paperdesk.domain.errors import DiskFull, StorageError

LONGEST_NAME = 120
"""Bytes of a name, its ending included: room for a path on any system."""

_ANYONE = 0o666
"""Who may read and write a new file, less what the umask takes away."""

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` once all is on the disk.

    When the block raises, `path` is as it was and nothing is left beside it.
    Who may read it is as with any other file: as before, or what the umask says.
    """
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, _ANYONE)
    except OSError as error:
        raise unwritten(path, error) from error
    try:
        with open(handle, "wb") as file:
            _keep_mode(path, handle)
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise unwritten(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _keep_mode(path: Path, handle: int) -> None:
    """Let a file that takes the place of another be for the same people.

    Where there is no other, or a disk knows no such thing, all is as it should be.
    """
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):
            os.fchmod(handle, stat.S_IMODE(path.stat().st_mode))


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Say in a sentence when the system does not take a file that is written in the block."""
    try:
        yield
    except OSError as error:
        raise unwritten(path, error) from error


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
