"""Decides what this process is: the window, a verb, or one of the workers."""

import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import paperdesk.feeds.child
import paperdesk.intake.bibliography.child
import paperdesk.pdfworker.child
import paperdesk.reader.comparing.child
import paperdesk.search.child
from paperdesk.app import command_line, doors, grammar, opening
from paperdesk.domain import deeplink

_ASKS = ("--help", "-h", "--version")


def main(arguments: Sequence[str]) -> int:
    """Run PaperDesk; the exit code is 0 for done, 1 for not met, 2 for wrong usage.

    Workers are told apart first, before anything imports Qt, so that a frozen
    program can start itself as one.
    """
    words = list(arguments)
    first = words[0] if words else ""
    if first == "--worker":
        return paperdesk.pdfworker.child.main(words[1:])
    if first == "--index":
        return paperdesk.search.child.main(words[1:])
    if first == "--feed":
        return paperdesk.feeds.child.main(words[1:])
    if first == "--bibliography":
        return paperdesk.intake.bibliography.child.main(words[1:])
    if first == "--compare":
        return paperdesk.reader.comparing.child.main(words[1:])
    if first and (first in grammar.VERBS or first in _ASKS):
        return command_line.main(words)
    words = [_plain(word) for word in words]
    strange = [word for word in words if not _opens_window(word)]
    if strange:
        sys.stderr.write(
            f"paperdesk: “{strange[0]}” is neither a verb nor a file; see paperdesk --help\n"
        )
        return 2
    doors.open_qt()
    return opening.main(words)


def _opens_window(word: str) -> bool:
    """Whether a window takes it: --demo, a link into the library, a file."""
    return word == "--demo" or word.startswith(f"{deeplink.SCHEME}:") or Path(word).is_file()


def _plain(word: str) -> str:
    """A file as a path, also where a desktop names it as a file:// address."""
    parts = urlsplit(word)
    return unquote(parts.path) if parts.scheme == "file" else word
