from typing import Any

import pytest
from PySide6.QtGui import QFont, QTextFormat

from paperdesk.domain.dress import DARK
from paperdesk.domain.pages import Link
from paperdesk.domain.typed import BOLD, ITALIC, RAISED
from paperdesk.reader.passages import Kind, Passage, Piece
from paperdesk.ui.reader.flowstyle import KEY, address, block_format, letters, text_font
from paperdesk.ui.reader.shades import ON_WHITE, shades

BOX = (0.0, 0.0, 10.0, 10.0)
TEXT = Passage(Kind.TEXT, 0, BOX)


def test_styles_of_print_are_styles_of_the_text(qapp: Any) -> None:
    made = letters(TEXT, Piece("x", BOLD | ITALIC | RAISED), ON_WHITE)
    assert made.fontWeight() == QFont.Weight.Bold
    assert made.fontItalic()
    assert made.verticalAlignment() == made.VerticalAlignment.AlignSuperScript


def test_a_title_is_larger_than_a_heading_and_a_note_smaller(qapp: Any) -> None:
    kinds = [Passage(Kind.TITLE, 0, BOX), Passage(Kind.HEADING, 0, BOX, level=1), TEXT,
             Passage(Kind.NOTE, 0, BOX)]  # fmt: skip
    steps = [
        letters(kind, Piece("x"), ON_WHITE).property(QTextFormat.Property.FontSizeAdjustment)
        for kind in kinds
    ]
    assert steps == sorted(steps, reverse=True)
    assert len(set(steps)) == 4


def test_headings_say_that_they_are(qapp: Any) -> None:
    made = block_format(Passage(Kind.HEADING, 0, BOX, level=2), 5, 16.0)
    assert (made.headingLevel(), made.property(KEY)) == (2, 5)


@pytest.mark.parametrize(
    "link", [Link(BOX, 3, 7.0), Link(BOX, uri="https://example.org")], ids=["page", "web"]
)
def test_links_lead_where_they_led(qapp: Any, link: Link) -> None:
    made = letters(TEXT, Piece("[4]", 0, link), ON_WHITE)
    assert made.isAnchor()
    assert made.anchorHref() == address(link)


def test_letters_go_with_the_paper(qapp: Any) -> None:
    dark = letters(TEXT, Piece("x"), shades(DARK)).foreground().color()
    assert dark.lightness() > 180


def test_the_text_has_letters_of_the_size_asked_for(qapp: Any) -> None:
    assert text_font(13.5).pointSizeF() == 13.5
