"""A comparison as JSON, between two processes and in the cache."""

from dataclasses import asdict
from typing import Any

from paperdesk.domain.comparison import Change, Comparison, Kind, Part, Spot, Stretch


def spelt(comparison: Comparison) -> dict[str, Any]:
    """A comparison in plain values."""
    return asdict(comparison)


def read(said: dict[str, Any]) -> Comparison:
    """The comparison that `spelt` made these of; a ValueError if it made them not."""
    try:
        changes = tuple(_change(one) for one in said["changes"])
        return Comparison(changes, int(said["same"]), tuple(map(str, said["notes"])))
    except (KeyError, TypeError) as error:
        raise ValueError(f"no comparison: {error}") from error


def _change(said: dict[str, Any]) -> Change:
    return Change(
        Kind(said["kind"]),
        Part(said["part"]),
        str(said["section"]),
        tuple(Stretch(**part) for part in said["old"]),
        tuple(Stretch(**part) for part in said["new"]),
        Spot(**said["old_at"]) if said["old_at"] else None,
        Spot(**said["new_at"]) if said["new_at"] else None,
        str(said["label"]),
        slight=bool(said["slight"]),
    )
