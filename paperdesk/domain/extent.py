"""How far the print on a page reaches, as the workers measure it."""

from dataclasses import dataclass

from paperdesk.domain.note import Quad
from paperdesk.domain.pages import Request

NOTHING: Quad = (0.0, 0.0, 0.0, 0.0)
"""The box of what is printed on an empty page."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The box around all that is printed, and around it without a stamp.

    A stamp is a narrow strip alone at the left or right edge, such as arXiv's.
    """

    whole: Quad
    core: Quad


@dataclass(frozen=True, slots=True)
class Extents(Request[Extent]):
    """How far the print on a page reaches."""

    page: int
