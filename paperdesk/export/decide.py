"""Whether a file may be written: decided from bytes, before anything is done."""

from collections.abc import Collection

from paperdesk.export.outcome import Result


def decide(wanted: str, found: bytes | None, ours: Collection[str]) -> Result:
    """What writing `wanted` means where `found` is (None: no file).

    `ours` are the texts that PaperDesk has written there, as far as it knows.
    *Why bytes:* a file that differs in one line ending has been through other
    hands, and only its owner knows whether that was meant.
    """
    if found is None:
        return Result.NEW
    if found == wanted.encode("utf-8"):
        return Result.UNCHANGED
    if any(found == text.encode("utf-8") for text in ours):
        return Result.CHANGED
    return Result.CONFLICT
