"""A text in the editor that the user has chosen for the terminal."""

import contextlib
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from paperdesk.domain.errors import PaperDeskError, Refused

_ELSE = ("sensible-editor", "nano", "vi")


@contextlib.contextmanager
def in_editor(text: str) -> Iterator[str]:
    """What the user makes of a text; if that cannot be used, it stays in its file.

    The line feeds at the end are those of `text`: editors add one without being asked.
    """
    folder = Path(tempfile.mkdtemp(prefix="paperdesk-"))
    path = folder / "note.md"
    bare = text.rstrip("\n")
    given = f"{bare}\n"
    path.write_text(given, "utf-8", newline="\n")
    try:
        _run_editor(path)
        yield read(path).rstrip("\n") + text[len(bare) :]
    except PaperDeskError as error:
        if not path.exists() or path.read_bytes() == given.encode():
            shutil.rmtree(folder)
            raise Refused(f"{error} The note is as it was.") from error
        raise Refused(f"{error} What you wrote is in {path}.") from error
    shutil.rmtree(folder)


def read(path: Path) -> str:
    """The text of a file."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{path} cannot be read as text: {error}.") from error


def _run_editor(path: Path) -> None:
    words = _editor()
    try:
        code = subprocess.run([*words, str(path)], check=False).returncode
    except OSError as error:
        name = shlex.join(words)
        raise Refused(f"The editor “{name}” could not be started: {error.strerror}.") from error
    except KeyboardInterrupt as error:
        raise Refused("The editor was interrupted.") from error
    if code:
        raise Refused(f"The editor “{shlex.join(words)}” ended with an error ({code}).")


def _editor() -> list[str]:
    """The words that start the editor."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise Refused(f"EDITOR cannot be understood: {named}") from error
    words = words or [name for name in _ELSE if shutil.which(name)][:1]
    if not words:
        raise Refused("There is no editor: name one in the variable EDITOR, or a file to read.")
    return words
