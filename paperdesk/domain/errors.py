"""What can go wrong that a person can act on; each is a sentence to show.

    PaperDeskError
    ├── NotFound            what was named is not here
    ├── NothingSelected     a verb that needs a paper was given none
    ├── WrongUsage          the words of a request are off (exit code 2)
    ├── Refused             done nothing on purpose: a conflict, a limit, a state
    ├── Cancelled           the user stopped it
    ├── Unreachable         a host did not answer as it should
    │   └── Offline         … because there is no network, or none is wanted
    ├── BadDocument         a file that cannot be read as what it claims to be
    │   └── Locked          … because it wants a password
    └── StorageError        the disk or the database did not take it
        ├── DiskFull        … because there is no room
        └── Held            … because another program holds the library

Anything else that is raised is a bug and is shown as one.
"""


class PaperDeskError(Exception):
    """A sentence that says what happened and what to do."""


class NotFound(PaperDeskError):
    """What was named is not here."""


class NothingSelected(PaperDeskError):
    """A verb that needs a paper was given none."""


class WrongUsage(PaperDeskError):
    """The words of a request are off."""


class Refused(PaperDeskError):
    """Nothing was done, on purpose: a conflict, a limit, a state."""


class Cancelled(PaperDeskError):
    """The user stopped it."""


class Unreachable(PaperDeskError):
    """A host did not answer as it should; `wait` are the seconds of pause it asks for."""

    wait: float = 0.0


OFFLINE = "PaperDesk is set to work offline. Go online to fetch this."


class Offline(Unreachable):
    """There is no network, or none is wanted."""


class BadDocument(PaperDeskError):
    """A file cannot be read as what it claims to be."""


class Locked(BadDocument):
    """A document wants a password."""


class StorageError(PaperDeskError):
    """The disk or the database did not take it."""


class DiskFull(StorageError):
    """There is no room for it."""


class Held(StorageError):
    """Another program holds the library."""
