"""Who reads a paper that was taken back is told so."""

from paperdesk.ui.reader.notice import Notice
from tests.app.conftest import Desktop


def test_an_open_paper_that_was_taken_back_says_so_until_it_stands_again(desktop: Desktop) -> None:
    paper = next(each for each in desktop.papers() if desktop.rooms.intake.here(each.id))
    view = desktop.parts.reader
    (notice,) = (one for one in view.findChildren(Notice) if not one._button.text())
    desktop.go_to(paper.id)
    desktop.run("paper.open")
    desktop.wait(lambda: view.parts.opening.document is not None)
    assert notice.sentence() == ""
    desktop.rooms.opinions.notice([paper.id], "retracted")
    desktop.wait(lambda: "Retracted: its publisher took" in notice.sentence())
    assert not notice.isHidden()
    assert notice._button.isHidden()
    desktop.run("edit.undo")
    desktop.wait(lambda: notice.sentence() == "")
