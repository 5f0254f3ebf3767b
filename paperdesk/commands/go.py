"""Verbs that go somewhere: to a shelf, a row, a day."""

from __future__ import annotations

from datetime import UTC, date, datetime

from paperdesk.commands import feed
from paperdesk.commands.desk import Desk
from paperdesk.domain.errors import NotFound
from paperdesk.domain.paper import State
from paperdesk.domain.period import Period, period_shelf, shown_day, shown_period
from paperdesk.domain.shelf import ALL, day_shelf, source_shelf, state_shelf


def down(desk: Desk) -> None:
    """Go to the next row."""
    desk.rows.move(1)


def up(desk: Desk) -> None:
    """Go to the row above."""
    desk.rows.move(-1)


def first(desk: Desk) -> None:
    """Go to the first row."""
    desk.rows.go(0)


def last(desk: Desk) -> None:
    """Go to the last row."""
    desk.rows.go(-1)


def row(desk: Desk, count: int) -> None:
    """Go to a row by its number, counted from 1."""
    desk.rows.go(count - 1)


def select_rows(desk: Desk, count: int) -> None:
    """Select so many rows from this one on."""
    desk.rows.toggle_selected(count)


def next_unread(desk: Desk) -> None:
    """Go to the next unread row."""
    desk.rows.next_unread(1)


def previous_unread(desk: Desk) -> None:
    """Go to the unread row before."""
    desk.rows.next_unread(-1)


def select(desk: Desk) -> None:
    """Add the row to the selection, or take it out."""
    desk.rows.toggle_selected()


def select_range(desk: Desk) -> None:
    """Begin a range of rows here, or end it."""
    desk.rows.toggle_range()


def select_all(desk: Desk) -> None:
    """Select every row."""
    desk.rows.select_all()


def newest_day(desk: Desk) -> None:
    """Show the newest day of the feed."""
    _step(desk, None)


def previous_day(desk: Desk) -> None:
    """Show the day of the feed before this one."""
    _step(desk, -1)


def next_day(desk: Desk) -> None:
    """Show the day of the feed after this one."""
    _step(desk, 1)


def next_source(desk: Desk) -> None:
    """Show the next source."""
    _step_source(desk, 1)


def previous_source(desk: Desk) -> None:
    """Show the source before."""
    _step_source(desk, -1)


def week(desk: Desk) -> None:
    """Show this week's papers; [ and ] step through the weeks."""
    desk.rows.show(period_shelf(Period.week(_today())))


def month(desk: Desk) -> None:
    """Show this month's papers; [ and ] step through the months."""
    desk.rows.show(period_shelf(Period.month(_today())))


def inbox(desk: Desk) -> None:
    """Show what was kept and not yet sorted."""
    desk.rows.show(state_shelf(State.INBOX))


def later(desk: Desk) -> None:
    """Show what was put off."""
    desk.rows.show(state_shelf(State.LATER))


def shortlist(desk: Desk) -> None:
    """Show what is to be read first."""
    desk.rows.show(state_shelf(State.SHORTLIST))


def archive(desk: Desk) -> None:
    """Show what was read and kept."""
    desk.rows.show(state_shelf(State.ARCHIVE))


def trash(desk: Desk) -> None:
    """Show what was thrown away."""
    desk.rows.show(state_shelf(State.TRASH))


def all_papers(desk: Desk) -> None:
    """Show everything that is not in the trash."""
    desk.rows.show(ALL)


def search(desk: Desk) -> None:
    """Search the feed, the library, full texts, notes and highlights."""
    desk.frame.focus_search()


def leave(desk: Desk) -> None:
    """Close what lies on top and go back to the list; never quits."""
    desk.page.close()


def _step_source(desk: Desk, direction: int) -> None:
    """Show the neighbour of the source that is shown; of another view, the first or the last."""
    shelves = [source_shelf(source) for source in desk.feeds.roster.sources()]
    if not shelves:
        raise NotFound("There is no source yet: a feed can be added from the palette.")
    shown = [shelf.query for shelf in shelves]
    query = desk.rows.shelf().query
    if query not in shown:
        desk.rows.show(shelves[0 if direction > 0 else -1])
        return
    at = shown.index(query) + direction
    if not 0 <= at < len(shelves):
        raise NotFound(f"This is the {'last' if direction > 0 else 'first'} source.")
    desk.rows.show(shelves[at])


def _step(desk: Desk, direction: int | None) -> None:
    """Show the newest day, or the neighbour of the day, week or month that is shown."""
    period = shown_period(desk.rows.shelf().query)
    if period is not None and direction is not None:
        _step_period(desk, period, direction)
        return
    newest = desk.feeds.newest_day()
    if newest is None:
        desk.view.say("No day has been fetched yet: R fetches the newest.")
        return
    shown = shown_day(desk.rows.shelf().query)
    if direction is None or shown is None:
        desk.rows.show(day_shelf(newest))
        return
    there = desk.feeds.day_near(shown, direction)
    if there is not None:
        desk.rows.show(day_shelf(there))
    elif direction < 0 or shown < _today():
        feed.seek_day(desk, shown, direction)
    else:
        desk.view.say("This is today: no day comes after it yet.")


def _step_period(desk: Desk, period: Period, direction: int) -> None:
    there = period.step(direction)
    if there.first > _today():
        desk.view.say(f"{period.title} is the present one: none comes after it yet.")
    else:
        desk.rows.show(period_shelf(there))


def _today() -> date:
    return datetime.now(UTC).date()
