"""Collections in the window: by keys, by the hand, and kept open."""

from PySide6.QtCore import Qt

from paperdesk.domain.collection import Collection
from paperdesk.domain.paper import State
from paperdesk.domain.shelf import ALL
from paperdesk.infra import memory
from paperdesk.ui.sidebar.landing import Side
from tests.app.conftest import Desktop


def one_of(desktop: Desktop, title: str) -> Collection:
    return next(one for one in desktop.rooms.collections.all() if one.title == title)


def shown(desktop: Desktop) -> list[str]:
    model = desktop.parts.sidebar.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_collection_is_made_and_filled_by_keys_alone(desktop: Desktop) -> None:
    desktop.rooms.collections.make("Reading group")
    desktop.wait(lambda: "Reading group" in shown(desktop))
    paper = desktop.papers()[0]
    desktop.go_to(paper.id)
    desktop.press("C")
    desktop.press("rgr")
    desktop.hit(Qt.Key.Key_Return)
    one = one_of(desktop, "Reading group")
    desktop.wait(lambda: list(desktop.rooms.library.ids(one.shelf)) == [paper.id])
    desktop.press("gC")
    desktop.press("reading")
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: desktop.parts.papers.shelf().query == one.shelf.query)
    assert list(desktop.parts.papers.ids()) == [paper.id]
    desktop.press("X")
    desktop.wait(lambda: not desktop.rooms.library.ids(one.shelf))
    desktop.press("z")
    desktop.wait(lambda: len(desktop.rooms.library.ids(one.shelf)) == 1)


def test_a_collection_moves_by_keys_and_by_the_hand(desktop: Desktop) -> None:
    rooms, sidebar = desktop.rooms, desktop.parts.sidebar
    names = ("Alpha", "Beta", "Gamma")
    alpha, beta, gamma = (rooms.collections.make(name) for name in names)
    desktop.wait(lambda: "Gamma" in shown(desktop))
    sidebar.collection_dropped.emit(gamma.id, alpha, Side.ABOVE)
    desktop.wait(lambda: one_of(desktop, "Gamma").position < one_of(desktop, "Alpha").position)
    sidebar.collection_dropped.emit(beta.id, alpha, Side.INTO)
    desktop.wait(lambda: rooms.collections.collection(beta.id).parent == alpha.id)
    sidebar.collection_dropped.emit(beta.id, alpha, Side.BELOW)
    desktop.wait(lambda: rooms.collections.collection(beta.id).parent is None)
    sidebar.collection_dropped.emit(beta.id, alpha, Side.INTO)
    desktop.wait(lambda: rooms.collections.collection(beta.id).parent == alpha.id)
    sidebar.collection_dropped.emit(beta.id, None, Side.INTO)
    desktop.wait(lambda: rooms.collections.collection(beta.id).parent is None)
    sidebar.papers_dropped.emit(beta, (desktop.papers()[0].id,))
    desktop.wait(lambda: len(rooms.library.ids(beta.shelf)) == 1)
    desktop.wait(lambda: "Alpha" in shown(desktop))
    sidebar.setCurrentIndex(sidebar.model().index(shown(desktop).index("Alpha"), 0))
    desktop.parts.window.panels.focus("sidebar")
    desktop.hit(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    desktop.wait(lambda: rooms.collections.collection(alpha.id).parent is not None)


def test_what_stands_against_a_move_is_said(desktop: Desktop) -> None:
    top = desktop.rooms.collections.make("Top")
    low = desktop.rooms.collections.make("Low", top.id)
    desktop.parts.sidebar.collection_dropped.emit(top.id, low, Side.INTO)
    desktop.wait(lambda: desktop.parts.window.errors.sentences())
    assert "within itself" in desktop.parts.window.errors.sentences()[0]


def test_which_are_open_is_kept(desktop: Desktop) -> None:
    top = desktop.rooms.collections.make("Opened")
    desktop.rooms.collections.make("Inner", top.id)
    desktop.wait(lambda: "Opened" in shown(desktop))
    sidebar = desktop.parts.sidebar
    sidebar.setCurrentIndex(sidebar.model().index(shown(desktop).index("Opened"), 0))
    desktop.parts.window.panels.focus("sidebar")
    desktop.hit(Qt.Key.Key_Right)
    assert "Inner" in shown(desktop)
    desktop.wait(lambda: top.id in (memory.recall(desktop.rooms.database, "collections") or ()))


def test_what_a_smart_one_looks_for_is_changed_above_its_papers(desktop: Desktop) -> None:
    kept = desktop.papers()[:2]
    desktop.rooms.library.set_state([paper.id for paper in kept], State.LATER)
    desktop.rooms.library.tag([kept[0].id], add=["chosen"])
    one = desktop.rooms.collections.make("Looks", None, "tag:chosen")
    asking = desktop.parts.papers.asking
    desktop.desk.rows.show(one.shelf)
    desktop.wait(lambda: list(desktop.parts.papers.ids()) == [kept[0].id])
    assert asking.box.text() == "tag:chosen"
    desktop.parts.window.panels.focus("list")
    desktop.run("collection.query")
    assert asking.box.hasFocus()
    asking.box.setText("")
    desktop.press("state:bogus")
    desktop.hit(Qt.Key.Key_Return)
    assert "No state is called" in asking.said()
    asking.box.setText("")
    desktop.press("state:later -tag:chosen")
    desktop.hit(Qt.Key.Key_Return)
    desktop.wait(lambda: kept[1].id in desktop.parts.papers.ids())
    assert kept[0].id not in desktop.parts.papers.ids()
    desktop.press("z")
    desktop.wait(lambda: asking.box.text() == "tag:chosen")
    desktop.desk.rows.show(ALL)
    desktop.wait(lambda: not asking.isVisible())
