from paperdesk.app.desktop.speaking import Speaking
from paperdesk.commands.faces_aloud import Aloud


def test_the_window_has_this_face() -> None:
    asked = {name for name in vars(Aloud) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(Speaking))
