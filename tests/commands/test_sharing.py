"""Copies and exports."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from paperdesk.commands import sharing
from paperdesk.commands.desk import Desk
from paperdesk.domain.note import Anchor, Colour, Kind
from paperdesk.domain.paper import PaperId, State
from tests.commands.conftest import Screen, with_rooms

Papers = tuple[PaperId, ...]


@pytest.mark.parametrize(
    ("verb", "number", "text"),
    [
        (sharing.copy_key, 0, "vaswani2017attention"),
        (sharing.copy_title, 0, "Attention Is All You Need"),
        (sharing.copy_link, 0, "https://arxiv.org/abs/1706.03762"),
        (sharing.copy_link, 1, "https://doi.org/10.1109/cvpr.2016.90"),
        (sharing.copy_link, 2, "paperdesk://paper/3"),
        (sharing.copy_citation, 0,
         "Vaswani (2017): [Attention Is All You Need](https://arxiv.org/abs/1706.03762)"),
        (sharing.copy_citation, 1,
         "He and Zhang: [Deep Residual Learning](https://doi.org/10.1109/cvpr.2016.90)"),
        (sharing.copy_citation, 2, "[A Title Alone](paperdesk://paper/3)"),
    ],
)  # fmt: skip
def test_a_paper_is_copied(
    desk: Desk, screen: Screen, papers: Papers, verb: Callable[[Desk], None], number: int, text: str
) -> None:
    screen.chosen = (papers[number],)
    verb(desk)
    assert screen.clipboard == text


def test_chosen_papers_are_exported_with_their_notes(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    desk.notes.write(papers[0], "My own words.")
    screen.chosen, screen.folder = papers[:2], tmp_path / "vault"
    screen.folder.mkdir()
    sharing.export_selected(desk)
    texts = [path.read_text() for path in sorted(screen.folder.glob("*.md"))]
    assert screen.said == ["2 written, 0 unchanged"]
    assert sum("My own words." in text for text in texts) == 1


def test_a_conflict_is_said(desk: Desk, screen: Screen, papers: Papers, tmp_path: Path) -> None:
    screen.chosen, screen.folder = papers[:1], tmp_path
    sharing.export_selected(desk)
    (written,) = tmp_path.glob("*.md")
    written.write_text("mine")
    desk.notes.write(papers[0], "later")
    sharing.export_selected(desk)
    assert written.read_text() == "mine"
    assert "1 left untouched" in screen.said[1]


def test_where_nothing_is_kept_no_folder_is_asked_for(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    screen.folder = tmp_path
    sharing.export_all(desk)
    assert screen.said == ["Nothing is kept yet: i puts a paper into the inbox."]
    assert list(tmp_path.glob("*.md")) == []


def test_everything_that_was_kept_is_exported(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    desk.library.set_state(papers[:1], State.INBOX)
    screen.folder = tmp_path
    sharing.export_all(desk)
    assert len(list(tmp_path.glob("*.md"))) == 1


def test_without_a_folder_nothing_is_written(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    screen.chosen = papers
    sharing.export_selected(desk)
    assert screen.said == []


def test_an_area_is_exported_with_its_picture(
    desk: Desk, papers: tuple[PaperId, ...], tmp_path: Path
) -> None:
    anchor = Anchor(0, ((1.0, 2.0, 30.0, 40.0),), "")
    made = desk.notes.mark_passage(papers[0], [anchor], Colour.RED, Kind.AREA)
    desk.settings.set("means-red", "figure")
    drawn = SimpleNamespace(made=lambda mark, _: tmp_path / f"{mark.id}.png")
    shelf = SimpleNamespace(here=lambda _: tmp_path / "a.pdf")
    (item,) = sharing.items(with_rooms(desk, captures=drawn, intake=shelf), papers[:1])
    assert item.pictures == {made.id: tmp_path / f"{made.id}.png"}
    assert item.meanings[Colour.RED] == "figure"


def test_the_file_of_a_merged_paper_is_put_aside_and_comes_back_with_the_paper(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    def names() -> set[str]:
        return {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.md")}

    screen.chosen, screen.folder = papers[:2], tmp_path
    sharing.export_selected(desk)
    both = names()
    desk.duplicates.merge(papers[0], papers[1:2], {})
    screen.chosen = papers[:1]
    sharing.export_selected(desk)
    assert screen.said[-1].endswith("1 of merged papers put into “removed”")
    assert names() == {"Attention Is All You Need.md", "removed/Deep Residual Learning.md"}
    sharing.export_selected(desk)
    assert screen.said[-1] == "0 written, 1 unchanged"
    desk.journal.undo()
    screen.chosen = papers[:2]
    sharing.export_selected(desk)
    assert both < names()


def test_the_file_of_a_merged_paper_that_was_changed_stays_and_that_is_said_once(
    desk: Desk, screen: Screen, papers: Papers, tmp_path: Path
) -> None:
    screen.chosen, screen.folder = papers[:2], tmp_path
    sharing.export_selected(desk)
    other = tmp_path / "Deep Residual Learning.md"
    other.write_text(f"{other.read_text('utf-8')}mine", "utf-8")
    desk.duplicates.merge(papers[0], papers[1:2], {})
    screen.chosen = papers[:1]
    sharing.export_selected(desk)
    assert "Take out of it what you need, and delete it." in screen.said[-1]
    assert other.read_text("utf-8").endswith("mine")
    sharing.export_selected(desk)
    assert screen.said[-1] == "0 written, 1 unchanged"
