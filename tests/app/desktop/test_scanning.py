"""Pages that are pictures are told, and an undone copy is turned back from."""

import shutil
from pathlib import Path

import pymupdf

from paperdesk.app.desktop.scanning import SENTENCE
from paperdesk.ui.reader.notice import Notice
from tests.app.conftest import Desktop


def picture(path: Path) -> None:
    source = pymupdf.open()
    page = source.new_page(width=300, height=400)
    pixels = pymupdf.Pixmap(pymupdf.csRGB, 2, 2, bytes(range(12)), 0)
    page.insert_image(page.rect, pixmap=pixels, keep_proportion=False)
    source.save(path)


def test_a_scan_is_told_and_its_copy_shown_and_taken_back(desktop: Desktop, tmp_path: Path) -> None:
    paper = next(each for each in desktop.papers() if desktop.rooms.intake.here(each.id))
    original = desktop.rooms.intake.here(paper.id)
    assert original is not None
    backup = tmp_path / "backup.pdf"
    shutil.copyfile(original, backup)
    picture(original)
    view = desktop.parts.reader
    notice = view.findChild(Notice)
    assert isinstance(notice, Notice)
    try:
        desktop.go_to(paper.id)
        desktop.run("paper.open")
        desktop.wait(lambda: notice.sentence() == SENTENCE)
        shutil.copyfile(backup, tmp_path / "copy.pdf")
        target = desktop.rooms.scans.keep(paper.id, tmp_path / "copy.pdf")
        desktop.desk.file.renew(paper.id)
        opening = view.parts.opening
        desktop.wait(lambda: opening.document is not None and opening.document.path == target)
        desktop.wait(lambda: notice.sentence() == "")
        desktop.run("edit.undo")
        desktop.wait(lambda: opening.document is not None and opening.document.path == original)
    finally:
        shutil.copyfile(backup, original)
