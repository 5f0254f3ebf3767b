"""Starts the program anew in the place of this one, as after a backup was restored."""

import os
import sys
from collections.abc import Callable

from paperdesk.app import demo
from paperdesk.infra.paths import Home

Start = Callable[[str, list[str]], object]


def _become(program: str, words: list[str]) -> None:
    os.execv(program, words)


def start_again(home: Home, *, sample: bool, start: Start = _become) -> None:
    """Become the program that opens the same library; `start` does not come back."""
    frozen = getattr(sys, "frozen", False)
    words = [sys.executable] if frozen else [sys.executable, "-m", "paperdesk"]
    # The demo looks for its library below the folder that is named.
    os.environ["PAPERDESK_HOME"] = str(demo.own(home).root if sample else home.root)
    start(words[0], [*words, *(["--demo"] if sample else [])])
