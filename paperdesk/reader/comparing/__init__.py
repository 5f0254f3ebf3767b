"""What changed between two versions of a paper, told by a process of its own."""

from paperdesk.reader.comparing.service import Comparing
from paperdesk.reader.comparing.told import data_changes

__all__ = ["Comparing", "data_changes"]
