"""A finding says whether the program can mend it."""

from paperdesk.safety.findings import counted, found


def test_only_what_has_a_repair_can_be_mended() -> None:
    assert not found("a", "A.", "Do it.").finding.mendable
    assert found("a", "A.", "Do it.", lambda _: None).finding.mendable
    assert found("a", "A.", "Do it.", apart=lambda: None).finding.mendable


def test_numbers_fit_their_words() -> None:
    assert counted(1, "note") == "1 note"
    assert counted(2000, "entry", "entries") == "2,000 entries"
