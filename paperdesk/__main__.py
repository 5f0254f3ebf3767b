"""Starts PaperDesk: `python -m paperdesk`, the `paperdesk` script, the frozen build."""

import importlib
import sys

from paperdesk.app import doors


def main() -> int:
    """Make the heavy doors lazy, then do what the arguments say."""
    doors.install()
    return int(importlib.import_module("paperdesk.app.main").main(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
