"""Reading times on the screen: the picture of a year."""

from paperdesk.ui.times.sheet import YearSheet
from paperdesk.ui.times.year import YearView

__all__ = ["YearSheet", "YearView"]
