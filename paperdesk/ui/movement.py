"""How a paper's counts move, in words and in a curve of letters."""

from datetime import datetime

from paperdesk.domain.momentum import Momentum

_BARS = "▁▂▃▄▅▆▇█"
_POINTS = 8
"""Bars of a curve, at most."""


def curve(values: tuple[int, ...]) -> str:
    """Counts as bars, the last ones; nothing of fewer than three, which are no curve."""
    if len(values) < 3:
        return ""
    step = (len(values) - 1) / (min(len(values), _POINTS) - 1)
    shown = [values[round(at * step)] for at in range(min(len(values), _POINTS))]
    low, high = min(shown), max(shown)
    if low == high:
        return ""
    return "".join(_BARS[(one - low) * (len(_BARS) - 1) // (high - low)] for one in shown)


def gain(momentum: Momentum) -> str:
    """What came since the last visit: +14; nothing where nothing came."""
    risen = momentum.risen()
    return f"+{risen:,}" if risen > 0 else ""


def climb(momentum: Momentum) -> str:
    """By how many places a paper rose in what is trending, or fell: ▲3, ▼2."""
    places = momentum.climbed()
    return f"▲{places}" if places > 0 else f"▼{-places}" if places < 0 else ""


def moment(at: float, now: datetime) -> str:
    """A moment: 10:42 if it is of today, else with its day."""
    then = datetime.fromtimestamp(at, now.tzinfo)
    if then.date() == now.date():
        return f"{then:%H:%M}"
    year = "" if then.year == now.year else f" {then.year}"
    return f"{then:%H:%M} on {then.day} {then:%b}{year}"
