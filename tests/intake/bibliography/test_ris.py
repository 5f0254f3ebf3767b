"""RIS, as programs and publishers write it."""

import json
from datetime import date
from pathlib import Path

import pytest

from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography.ris import references

RECORD = """Provider: somebody
TY  - JOUR
AU  - Müller, Hans
AU  - van der Berg, Anna
TI  - A <i>Study</i> of Things
T2  - Journal of Things
PY  - 2019
DA  - 2019/05/03/
VL  - 4
SP  - 1
EP  - 20
SN  - 1234-5678
DO  - https://doi.org/10.1000/XYZ
UR  - https://a.b/c
KW  - alpha
KW  - Beta; alpha
AB  - First line
 goes on.
N1  - <p>Mine</p>
L1  - files/a b.pdf
ID  - mueller2019
ER  -
"""


def only(text: str) -> Reference:
    (one,) = references(text)
    return one


def test_a_record_says_what_a_list_shows() -> None:
    found = only(RECORD).found
    assert (found.title, found.authors) == (
        "A Study of Things", ("Hans Müller", "Anna van der Berg")
    )  # fmt: skip
    assert (found.published, found.doi) == (date(2019, 5, 3), "10.1000/xyz")
    assert (found.abstract, found.citekey) == ("First line goes on.", "mueller2019")
    assert found.url == "https://a.b/c"


def test_a_record_says_what_a_citation_needs_and_what_hangs_on_it() -> None:
    one = only(RECORD)
    said = json.loads(one.fields)
    assert (one.kind, said["container-title"], said["page"], said["ISSN"]) == (
        "article-journal", "Journal of Things", "1-20", "1234-5678"
    )  # fmt: skip
    assert (one.tags, one.note, one.files) == (("alpha", "Beta"), "Mine", ("files/a b.pdf",))


def test_the_last_record_of_a_file_that_was_cut_off_is_read() -> None:
    _, other = references(RECORD + "TY  - BOOK\nTI  - A Book\nAU  - Dei")
    assert (other.found.title, other.kind, other.error) == ("A Book", "book", "")


@pytest.mark.parametrize("line", ["TY - JOUR", "TY  -JOUR", " TY  - JOUR"])
def test_marks_that_are_not_quite_right_are_understood(line: str) -> None:
    text = f"{line}\nT1  - Title\n".replace("TY  -JOUR", "TY  - JOUR")
    assert only(text).found.title == "Title"


def test_a_record_without_a_title_says_where_it_stands() -> None:
    one = only("\n\nTY  - JOUR\nAU  - A, B\nER  -\n")
    assert (one.input, one.error) == ("line 3", "It has no title.")


def test_lines_before_the_first_record_are_passed_over() -> None:
    assert references("words\nAU  - A\nwords") == []


def test_an_arxiv_id_is_found() -> None:
    text = "TY  - UNPB\nTI  - T\nUR  - http://arxiv.org/abs/1706.03762v5\nER  -"
    assert only(text).found.arxiv == "1706.03762"


def test_real_files_are_read(shared_data: Path) -> None:
    folder = shared_data / "ris" / "rispy"
    text = (folder / "example_full.ris").read_text("utf-8")
    assert [one.found.title for one in references(text)] == [
        "Title of reference", "The title of the reference"
    ]  # fmt: skip
