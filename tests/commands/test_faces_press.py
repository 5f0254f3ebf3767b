from paperdesk.app.desktop.printing import Printing
from paperdesk.commands.faces_press import Press


def test_the_window_has_this_face() -> None:
    asked = {name for name in vars(Press) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(Printing))
