"""A formula that was set is a value."""

from paperdesk.domain.drawn import SIZE, Drawn


def test_equal_formulas_are_one() -> None:
    assert Drawn(b"<svg/>", SIZE, 8.0) == Drawn(b"<svg/>", SIZE, 8.0)
