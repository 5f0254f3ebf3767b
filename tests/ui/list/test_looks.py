from datetime import date

from paperdesk.domain.shelf import Shelf, day_shelf
from paperdesk.ui.list.look import Look
from paperdesk.ui.list.looks import MOST, Looks

INBOX, LATER = Shelf("", "state:inbox"), Shelf("", "state:later")


def test_a_view_keeps_its_look_and_a_new_one_begins_as_its_like_last_stood() -> None:
    looks = Looks()
    looks.turn(INBOX)
    looks.put(Look(on=True))
    looks.turn(LATER)
    assert looks.here() == Look(on=True)
    looks.put(Look(on=True).toggled("bits"))
    assert looks.of(INBOX) == Look(on=True)
    assert looks.of(day_shelf(date(2026, 5, 4))) == Look()


def test_all_days_have_one_look() -> None:
    looks = Looks()
    looks.turn(day_shelf(date(2026, 5, 4)))
    looks.put(Look(on=True))
    assert looks.of(Shelf("", "day:2026-04 tag:rl")) == Look(on=True)


def test_looks_are_kept_and_read_again_and_the_oldest_forgotten() -> None:
    looks = Looks()
    for number in range(MOST + 20):
        looks.turn(Shelf("", f"tag:{number}"))
        looks.put(Look(on=True).wide("date", 60 + number))
    fresh = Looks()
    fresh.recall(looks.kept())
    assert fresh.of(Shelf("", f"tag:{MOST + 19}")) == looks.here()
    assert len(fresh.kept()["views"]) == MOST
    assert fresh.of(Shelf("", "tag:0")) == looks.here()  # Forgotten: as its like last stood.


def test_the_one_look_from_before_is_that_of_all_views() -> None:
    looks = Looks()
    looks.recall(Look(on=True).kept())
    assert looks.of(INBOX).on
    assert looks.of(day_shelf(date(2026, 5, 4))).on
