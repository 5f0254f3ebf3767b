from paperdesk.app.desktop.look import PageLook
from paperdesk.commands.faces_look import Look


def test_the_window_has_this_face() -> None:
    asked = {name for name in vars(Look) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(PageLook))
