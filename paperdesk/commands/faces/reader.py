"""The whole reader as the commands see it."""

from dataclasses import dataclass

from paperdesk.commands.faces.marks import Drawing, Marking, Side
from paperdesk.commands.faces.pages import (
    Aloud,
    Flow,
    Look,
    Motion,
    PageLayout,
    Picker,
    Press,
    Remedy,
    Ruler,
    Seeking,
    Ways,
)
from paperdesk.commands.faces.papers import (
    Awaiting,
    Bookmarking,
    File,
    Page,
    Split,
    Spots,
    Tabs,
    Timer,
)


@dataclass(frozen=True)
class ReaderFaces:
    """What a verb may say to the reader."""

    page: Page
    awaiting: Awaiting
    tabs: Tabs
    split: Split
    spots: Spots
    bookmarking: Bookmarking
    file: File
    timer: Timer
    motion: Motion
    ways: Ways
    seeking: Seeking
    picker: Picker
    layout: PageLayout
    look: Look
    flow: Flow
    ruler: Ruler
    remedy: Remedy
    press: Press
    aloud: Aloud
    marking: Marking
    drawing: Drawing
    side: Side
