"""The `file` field of three programs, with their escapes."""

import pytest

from paperdesk.intake.bibliography.attached import paths


@pytest.mark.parametrize(
    ("field", "found"),
    [
        (":papers/a.pdf:PDF", ("papers/a.pdf",)),
        ("Full Text:/data/u/a.pdf:application/pdf;Snap:/data/u/s.html:text/html",
         ("/data/u/a.pdf", "/data/u/s.html")),
        (r"What\: is it\; then:C\:\\docs\\a.pdf:PDF", (r"C:\docs\a.pdf",)),
        (r"Paper:C:\\docs\\a.pdf:application/pdf", (r"C:\docs\a.pdf",)),
        (r":data/u/Smith{\_}2019.pdf:pdf", ("data/u/Smith_2019.pdf",)),
        (r":data/u/R\&D 100\%.pdf:pdf", ("data/u/R&D 100%.pdf",)),
        ("a.pdf;b.pdf;a.pdf", ("a.pdf", "b.pdf")),
        ("", ()),
        (";;:::", ()),
    ],
)  # fmt: skip
def test_paths_are_read_as_each_program_writes_them(field: str, found: tuple[str, ...]) -> None:
    assert paths(field) == found
