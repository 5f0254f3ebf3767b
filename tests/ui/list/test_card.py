import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from paperdesk.domain.card import Card
from paperdesk.domain.momentum import Momentum, Reading
from paperdesk.domain.paper import Counts, State
from paperdesk.domain.tags import Pin
from paperdesk.ui.album import Album
from paperdesk.ui.list.card import GUTTER, MARGIN, Badge, Cards, badges, opening

Shop = Any


@pytest.fixture
def cards(qtbot: QtBot) -> Cards:
    return Cards()


def test_a_short_title_leaves_its_second_line_to_the_abstract(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    card = cards.card(shop.papers[1], 400)
    assert (len(card.title), len(card.abstract)) == (1, 3)


def test_who_and_when_take_no_line_where_neither_is_known(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, authors=(), published=None, abstract="Several words " * 60)
    card = cards.card(shop.papers[1], 400)
    assert (card.whose, len(card.abstract)) == (False, 4)
    shop.change(1, authors=("Somebody",))
    card = cards.card(shop.papers[1], 400)
    assert (card.whose, len(card.abstract)) == (True, 3)


def test_a_long_title_takes_two_lines_and_is_cut_there(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, title="A title that goes on and on " * 10)
    card = cards.card(shop.papers[1], 400)
    assert (len(card.title), len(card.abstract)) == (2, 2)
    assert card.title[1].endswith("…")


def test_every_line_fits(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, title="Word " * 50, authors=("Somebody With A Name",) * 40)
    card = cards.card(shop.papers[1], 300)
    room = 300 - GUTTER - MARGIN
    body, title = QFontMetricsF(cards.faces.body), QFontMetricsF(cards.faces.unread)
    assert max(title.horizontalAdvance(line) for line in card.title) <= room
    assert max(body.horizontalAdvance(line) for line in card.abstract) <= room
    assert body.horizontalAdvance(card.authors) + body.horizontalAdvance(card.date) < room


def test_a_card_is_made_once_for_a_width(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    card = cards.card(shop.papers[1], 400)
    assert cards.card(shop.papers[1], 400) is card
    assert cards.card(shop.papers[1], 401) is not card
    changed = replace(shop.papers[1], unread=False)
    assert cards.card(changed, 401).paper is changed


def test_other_fonts_make_other_cards(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    card = cards.card(shop.papers[1], 400)
    cards.renew()
    assert cards.card(shop.papers[1], 400) is not card


def test_latex_reads_as_text(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, title=r"90\% of $\alpha$", abstract=r"We show \textit{this}.")
    card = cards.card(shop.papers[1], 400)
    assert card.title == ("90% of α",)
    assert card.abstract[0].startswith("We show this.")


def test_a_new_paper_has_no_chip_and_any_other_says_its_state(cards: Cards, shop: Shop) -> None:
    shop.stock(2)
    shop.change(2, state=State.LATER)
    assert cards.card(shop.papers[1], 400).chip == ""
    assert cards.card(shop.papers[2], 400).chip == "Later"


def test_absent_facts_take_no_space(shop: Shop) -> None:
    shop.stock(1)
    assert list(badges(shop.papers[1])) == []


def test_badges_say_counts_code_file_and_tags(shop: Shop) -> None:
    shop.stock(1)
    counts = Counts(upvotes=0, comments=3, stars=1234)
    shop.change(1, counts=counts, file="x.pdf", tags=("rl",))
    assert list(badges(shop.papers[1])) == [
        Badge("0", "upvote"),
        Badge("3", "comment"),
        Badge("1.2k", "code"),
        Badge("PDF", "pdf", framed=True),
        Badge("rl", "tag"),
    ]


def test_code_without_stars_is_named(shop: Shop) -> None:
    shop.stock(1)
    shop.change(1, code="https://github.com/x/y")
    assert list(badges(shop.papers[1])) == [Badge("Code", "code")]


def test_a_long_abstract_is_cut_between_words() -> None:
    cut = opening("word " * 400)
    assert len(cut) < 800
    assert cut.endswith("word")


def test_an_organisation_stands_behind_the_names_and_leaves_them_room(
    cards: Cards, shop: Shop
) -> None:
    shop.stock(1)
    shop.change(1, card=Card(organisation="Tsinghua"), authors=("Somebody With A Name",) * 40)
    card = cards.card(shop.papers[1], 400)
    assert card.organisation == " · Tsinghua"
    body = QFontMetricsF(cards.faces.body)
    words = card.authors + card.organisation + card.date
    assert body.horizontalAdvance(words) < 400 - GUTTER - MARGIN


def test_a_picture_that_may_come_has_room_where_the_list_is_wide(shop: Shop, qtbot: QtBot) -> None:
    cards = Cards(album := Album())
    shop.stock(1)
    shop.change(1, card=Card(picture="https://x/a.png"))
    wide, narrow = cards.card(shop.papers[1], 500), cards.card(shop.papers[1], 300)
    assert wide.picture.width() > 60
    assert narrow.picture.width() == 0
    body = QFontMetricsF(cards.faces.body)
    room = 500 - GUTTER - 2 * MARGIN - wide.picture.width()
    assert max(body.horizontalAdvance(line) for line in wide.abstract) <= room
    album.put("https://x/a.png", QImage())
    assert cards.card(shop.papers[1], 500).picture.width() == 0


def test_upvotes_say_how_they_move(shop: Shop) -> None:
    shop.stock(1)
    now = time.time()
    readings = tuple(Reading(now - 86_400 * (3 - day), day * 10, 1) for day in range(4))
    momentum = Momentum(readings, places=(5, 2), since=now - 86_400)
    shop.change(1, counts=Counts(30), momentum=momentum, card=Card(submitter="Ada"))
    assert [badge.word for badge in badges(shop.papers[1])] == ["30 +10 ▁▃▅█ ▲3", "by Ada"]


def test_what_a_reader_thinks_stands_first_and_a_pinned_tag_once(shop: Shop) -> None:
    shop.stock(1)
    shop.change(
        1, rating=4, flagged=True, notice="retracted", tags=("read", "other"),
        pins=(Pin(2, "read", "green"),),
    )  # fmt: skip
    words = [badge.word for badge in badges(shop.papers[1])]
    assert words[:4] == ["Retracted", "Flagged", "★★★★☆", "2 read"]
    assert words.count("other") == 1
    assert "read" not in words


def test_a_remark_takes_a_line_of_the_abstract(cards: Cards, shop: Shop) -> None:
    shop.stock(1)
    plain = cards.card(shop.papers[1], 400)
    shop.change(1, remark="Read with Ada " * 20)
    card = cards.card(shop.papers[1], 400)
    assert len(card.abstract) == len(plain.abstract) - 1
    assert card.remark.endswith("…")
