"""Why nothing can be indexed for now, in a few words for the status line."""

import errno
import sqlite3

_OF_SYSTEM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EACCES: "its folder cannot be written",
    errno.EPERM: "its folder cannot be written",
    errno.EROFS: "its folder cannot be written",
}
_OF_LIBRARY = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_BUSY: "another program holds the library",
    sqlite3.SQLITE_READONLY: "the library cannot be written",
    sqlite3.SQLITE_CORRUPT: "the library is damaged",
}


def trouble(error: BaseException) -> str:
    """What the disk or the library did not take; see `Database` for the sentences."""
    cause = getattr(error.__cause__, "orig", error.__cause__) or error
    if isinstance(cause, sqlite3.Error):
        # The low byte of SQLite's extended codes is the primary one.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        return _OF_LIBRARY.get(code, str(cause))
    if isinstance(cause, OSError):
        return _OF_SYSTEM.get(cause.errno or 0, str(cause.strerror or cause))
    return str(error)
