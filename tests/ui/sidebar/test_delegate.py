import itertools

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from paperdesk.domain.collection import Collection, CollectionId
from paperdesk.domain.feed import Source, SourceId, SourceKind
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import state_shelf
from paperdesk.ui.sidebar.delegate import inset
from paperdesk.ui.sidebar.places import Place
from paperdesk.ui.sidebar.view import Sidebar


def line(sidebar: Sidebar, row: int) -> QImage:
    return sidebar.viewport().grab(sidebar.visualRect(sidebar.model().index(row, 0))).toImage()


def test_the_open_shelf_and_the_cursor_look_different(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    with qtbot.waitActive(sidebar):
        sidebar.show()
    sidebar.clearFocus()
    plain = line(sidebar, 1)
    sidebar.set_shelf(state_shelf(State.INBOX))
    here = line(sidebar, 1)
    sidebar.setFocus()
    assert plain != here
    assert line(sidebar, 1) != here


def test_a_count_is_painted(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    plain = line(sidebar, 2)
    sidebar.set_states({State.LATER: 4321}, 0)
    assert line(sidebar, 2) != plain


def test_a_count_of_five_digits_leaves_the_name_its_place(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    sidebar.set_states({State.LATER: 12_345}, 0)
    rounded = line(sidebar, 2)
    sidebar.set_states({State.LATER: 12_000}, 0)
    assert line(sidebar, 2) == rounded


def test_headings_have_air_above_them(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.set_sources([Source(SourceId(1), SourceKind.FEED, "A very long name " * 9, "x")])
    heading, place = (sidebar.visualRect(sidebar.model().index(row, 0)) for row in (0, 1))
    assert heading.height() > place.height()


def test_the_deeper_a_collection_stands_the_less_further_in(qtbot: QtBot) -> None:
    paths = [tuple(f"name {n}" for n in range(depth + 1)) for depth in range(8)]
    ones = [Collection(CollectionId(1), path[-1], path=path) for path in paths]
    insets = [inset(Place(one.name, one.shelf, collection=one)) for one in ones]
    steps = [after - before for before, after in itertools.pairwise(insets)]
    assert steps == sorted(steps, reverse=True)
    assert min(steps) > 0
    assert insets[5] <= 60


def test_where_there_is_no_room_for_both_the_name_goes_before_the_count(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    looks = []
    for width in (90, 300):
        sidebar.resize(width, 400)
        for count in (0, 7):
            sidebar.set_states({State.LATER: count}, 0)
            looks.append(line(sidebar, 2))
    assert looks[0] == looks[1]
    assert looks[2] != looks[3]
