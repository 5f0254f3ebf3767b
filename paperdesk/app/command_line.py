"""The command line: verbs without a window, also beside an open one.

With `--json` exactly one value goes to stdout. What went wrong goes to stderr
as a sentence; the exit code is 0 for done, 1 for not met, 2 for wrong usage.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence

from paperdesk import __version__
from paperdesk.app import care, grammar, verbs
from paperdesk.app.headless import headless
from paperdesk.domain.errors import PaperDeskError, WrongUsage
from paperdesk.infra import paths


def main(words: Sequence[str]) -> int:
    """Do what a verb says; argparse ends wrong usage with exit code 2."""
    asked = grammar.parser(__version__).parse_args(_sorted(list(words)))
    try:
        reply = _done(asked)
    except WrongUsage as error:
        return _complain(str(error), 2)
    except PaperDeskError as error:
        return _complain(str(error), 1)
    except KeyboardInterrupt:
        return _complain("stopped; what had been done until then is kept.", 1)
    text = json.dumps(reply.value, ensure_ascii=False, indent=2) if asked.json else reply.text
    if text and not _said(text):
        return 1
    for sentence in (*reply.remarks, *reply.problems):
        _complain(sentence, 1)
    return 1 if reply.problems else 0


def _done(asked: argparse.Namespace) -> verbs.Reply:
    """Do a verb, on an open library or on one that may not open."""
    if asked.verb in care.VERBS:
        return care.VERBS[asked.verb](paths.home(), asked)
    with headless() as desk:
        return verbs.VERBS[asked.verb](desk, asked)


def _sorted(words: list[str]) -> list[str]:
    """Tags to take off, and queries, may begin with a minus: options come before them."""
    if words[:1] == ["tag"]:
        options = [word for word in words[1:] if word in ("--json", "--help", "-h")]
        return ["tag", *options, *(word for word in words[1:] if word not in options)]
    if words[:1] in (["list"], ["search"]) and "--" not in words:
        queries = [word for word in words[1:] if re.match(r"-[^-]", word) and word != "-h"]
        if queries:
            return [*(word for word in words if word not in queries), "--", *queries]
    return words


def _said(text: str) -> bool:
    """Write an answer; False if its reader, such as `head`, has left."""
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # At the end Python flushes once more, and would complain itself.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        return False
    return True


def _complain(sentence: str, code: int) -> int:
    sys.stderr.write(f"paperdesk: {sentence}\n")
    return code
