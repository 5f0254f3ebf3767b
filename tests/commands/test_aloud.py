from paperdesk.commands import aloud
from paperdesk.commands.desk import Desk
from tests.commands.conftest import Screen


def test_the_voice_is_told_what_to_do(desk: Desk, screen: Screen) -> None:
    aloud.read_aloud(desk)
    aloud.next_sentence(desk)
    aloud.previous_sentence(desk)
    aloud.stop(desk)
    assert screen.told == [("toggle",), ("step", 1), ("step", -1), ("stop",)]
