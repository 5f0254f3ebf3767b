"""The folder that is exported to: whether it takes files, and what they hold."""

import contextlib
import os
from pathlib import Path

from paperdesk.domain.errors import Refused

_SHOWN = 120
"""Characters of an impossible name that are shown."""


def settled(folder: Path) -> Path:
    """A folder by the one name that it is remembered by."""
    try:
        str(folder).encode("utf-8")
        settled = folder.resolve()
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            settled.stat()  # Python 3.13 resolves links in a circle without a word
    except (OSError, RuntimeError, ValueError) as error:
        # Too long a name, links in a circle, bytes that are no text.
        shown = str(folder).encode("utf-8", "replace").decode("utf-8")[:_SHOWN]
        raise Refused(f"“{shown}” cannot be the name of a folder. Choose another one.") from error
    return settled


def refusal(folder: Path) -> str:
    """Why nothing can be written into a folder, as a sentence; "" if it can."""
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not nearest.is_dir():
        return f"{nearest} is a file, so nothing can be exported into it. Choose a folder."
    if not os.access(nearest, os.W_OK | os.X_OK):
        return f"{nearest} cannot be written. Choose another folder, or change its permissions."
    return ""


def content(path: Path) -> bytes | None:
    """What a file holds; None where there is no file.

    What stands there without being a file, such as a link, is nobody's to replace.
    """
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Refused(f"{path.name} is not a plain file. Move or rename it to export the paper.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(f"{path.name} cannot be read: {error.strerror}.") from error
