"""What Zotero keeps in its field for anything else."""

from paperdesk.intake.bibliography import zoterofields


def test_a_pinned_key_and_a_doi_are_found() -> None:
    extra = "arXiv: 1\nCitation Key: doe_2019\ndoi: 10.1000/x"
    assert (zoterofields.key_of(extra), zoterofields.doi_of(extra)) == ("doe_2019", "10.1000/x")
    assert (zoterofields.key_of(""), zoterofields.doi_of("words")) == ("", "")
