"""The metadata of a PDF."""

from pathlib import Path

import pymupdf

from paperdesk.domain.imprint import AskImprint, Imprint
from paperdesk.domain.pages import Document
from paperdesk.pdfworker.child.desk import Desk
from paperdesk.pdfworker.limits import Limits


def asked(path: Path) -> object:
    answer, _ = Desk(Limits()).answer(AskImprint(Document(path)))
    return answer


def test_what_its_maker_filled_in_is_told(tmp_path: Path) -> None:
    made = pymupdf.open()
    made.new_page()
    made.set_metadata({"title": "A\nTitle", "author": "A B", "subject": "doi:10.1/x"})
    made.set_xml_metadata("<x>10.1000/x</x>")
    made.save(tmp_path / "a.pdf")
    assert asked(tmp_path / "a.pdf") == Imprint(
        "A Title", "A B", "doi:10.1/x", "", "<x>10.1000/x</x>"
    )


def test_a_pdf_without_any_tells_nothing(tmp_path: Path) -> None:
    made = pymupdf.open()
    made.new_page()
    made.save(tmp_path / "a.pdf")
    assert asked(tmp_path / "a.pdf") == Imprint()
