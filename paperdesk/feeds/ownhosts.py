"""Hosts that the user typed though they are of the own network: they may be asked again."""

from __future__ import annotations

from paperdesk.infra import memory
from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database

_KEY = "own hosts"


def known(database: Database, host: str) -> bool:
    """Whether the user once typed this host, and took what was found there."""
    return host in (memory.recall(database, _KEY) or ())


def add(changes: Changes, host: str) -> None:
    """Remember a host; no step to undo, for the source that is added is one."""
    hosts = memory.recall(changes.database, _KEY) or []
    if host not in hosts:
        memory.keep(changes, _KEY, [*hosts, host])
