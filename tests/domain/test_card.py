"""What sources say of a paper is merged, and never replaced by less."""

from paperdesk.domain.card import Card


def test_what_is_not_said_any_more_stays_as_it_was_said() -> None:
    old = Card(organisation="Tsinghua", summary="Old.", keywords=("rl",))
    assert Card(summary="New.").over(old) == Card("Tsinghua", "New.", ("rl",))


def test_what_is_said_anew_counts() -> None:
    assert Card(keywords=("a", "b")).over(Card(keywords=("c",))).keywords == ("a", "b")
