"""Decides what this process is: the window, a verb, or one of the workers."""

import sys
from collections.abc import Sequence

from paperdesk.app import command_line, screen
from paperdesk.app.grammar import VERBS
from paperdesk.pdfworker import child as pdf_child
from paperdesk.search import child as index_child


def main(arguments: Sequence[str]) -> int:
    """Run PaperDesk; the exit code is 0 for done, 1 for not met, 2 for wrong usage.

    Workers are told apart first, before anything imports Qt, so that a frozen
    program can start itself as one.
    """
    words = list(arguments)
    first = words[0] if words else ""
    if first == "--worker":
        return pdf_child.main(words[1:])
    if first == "--index":
        return index_child.main(words[1:])
    if first in VERBS or first in ("--help", "-h", "--version"):
        return command_line.main(words)
    if (
        first
        and not first.startswith(("--demo", "-", "paperdesk://"))
        and "/" not in first
        and "." not in first
    ):
        sys.stderr.write(f"paperdesk: there is no verb “{first}”; see paperdesk --help\n")
        return 2
    return screen.main(words)
