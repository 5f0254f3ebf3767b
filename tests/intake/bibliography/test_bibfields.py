"""An entry of BibTeX as a reference: what lists show, and what citations need."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography.bibfields import reference
from paperdesk.intake.bibliography.bibtex import records


def read(text: str) -> Reference:
    return reference(records(text)[0][0])


def variables(one: Reference) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(one.fields)
    return said


ENTRY = r"""@article{mueller2019,
  title = {A {Study} of the W{\"o}rld with $x^2$},
  author = {M{\"u}ller, Hans and van der Berg, Anna and {The ACME Group} and others},
  journal = {Journal of {ML}}, year = 2019, month = mar, volume = 4, number = 2,
  pages = {1--20}, doi = {https://doi.org/10.1000/XYZ.1}, url = {\url{https://a.b/c_d}},
  keywords = {alpha, Beta; gamma}, abstract = {First.

  Second.}, annote = {Read \emph{this}.}, file = {:a.pdf:PDF}, groups = {Later, Reading}
}"""


def test_an_entry_says_what_a_list_shows() -> None:
    found = read(ENTRY).found
    assert found.title == "A Study of the Wörld with $x^2$"
    assert found.authors == ("Hans Müller", "Anna van der Berg", "The ACME Group")
    assert (found.published, found.doi) == (date(2019, 3, 1), "10.1000/xyz.1")
    assert (found.abstract, found.citekey) == ("First.\n\nSecond.", "mueller2019")
    assert found.url == "https://a.b/c_d"


def test_an_entry_says_what_a_citation_needs() -> None:
    one = read(ENTRY)
    said = variables(one)
    assert one.kind == "article-journal"
    assert (said["container-title"], said["volume"], said["issue"]) == ("Journal of ML", "4", "2")
    assert (said["page"], said["issued"]) == ("1-20", {"date-parts": [[2019, 3]]})
    assert said["author"][1] == {
        "family": "Berg", "given": "Anna", "non-dropping-particle": "van der"
    }  # fmt: skip


def test_keywords_notes_files_and_groups_come_along() -> None:
    one = read(ENTRY)
    assert one.tags == ("alpha Beta", "gamma")
    assert (one.note, one.files, one.groups) == ("Read this.", ("a.pdf",), ("Later", "Reading"))


@pytest.mark.parametrize(
    "fields",
    [
        "eprint={1706.03762}, archivePrefix={arXiv}",
        "eprint={1706.03762v5}",
        "journal={arXiv preprint arXiv:1706.03762}",
        "doi={10.48550/arXiv.1706.03762}",
        "url={https://arxiv.org/abs/1706.03762}",
    ],
)
def test_an_arxiv_id_is_found_wherever_it_stands(fields: str) -> None:
    assert read(f"@misc{{a, title={{T}}, {fields}}}").found.arxiv == "1706.03762"


def test_an_eprint_of_another_archive_is_no_arxiv_id() -> None:
    assert read("@misc{a, title={T}, eprint={1706.03762}, eprinttype={hal}}").found.arxiv is None


def test_an_entry_without_a_title_says_where_it_stands() -> None:
    assert read("\n\n@misc{a, year=2019}").error == "It has no title (line 3)."


def test_real_bibliographies_are_read(shared_data: Path) -> None:
    text = (shared_data / "bib/jabref_testbib/complex.bib").read_text("utf-8")
    read_ = [reference(one) for one in records(text)[0]]
    assert len(read_) == 20
    assert not [one.error for one in read_ if one.error]
