"""Where one was with each look at the pages: who looks so again, without having moved, is there."""

from paperdesk.domain.arrangement import Arrangement, Fit
from paperdesk.domain.note import Place

_EXACT = 6
"""Decimals of a zoom: larger and smaller again is the same but for the last bit of it."""

_Look = tuple[float | Fit, Arrangement]


class Looks:
    """Places by zoom, fit and arrangement, since the reader moved.

    *Why:* no rule brings a window back to the pixel that has been laid out
    otherwise in between; what is in its middle, or at its top, is another thing
    once the pages are turned.
    """

    def __init__(self) -> None:
        self._places: dict[_Look, Place] = {}

    def turn(self, place: Place, zoom: float, as_at: Place) -> Place | None:
        """From a place to the look of another: the place that one had with it.

        `zoom` is that of the place now, also where it is the window's. None for
        the look that one has: it may be asked for to be in the middle again.
        """
        self._places[_look(place)] = place
        self._places[round(zoom, _EXACT), place.arrangement] = place
        return self._places.get(_look(as_at)) if _look(as_at) != _look(place) else None

    def forget(self) -> None:
        """The reader has moved: no place holds any more."""
        self._places.clear()


def _look(place: Place) -> _Look:
    return round(place.zoom, _EXACT) or place.fit, place.arrangement
