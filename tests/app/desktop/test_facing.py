"""A face that follows whoever it is at the moment."""

from paperdesk.app.desktop.facing import facing


def test_it_is_whoever_is_asked_for_at_the_moment_of_a_call() -> None:
    turns = ["one", "two"]
    face = facing(lambda: turns[0])
    assert face.upper() == "ONE"
    turns.reverse()
    assert face.upper() == "TWO"
