from paperdesk.app.desktop.remedies import Remedies
from paperdesk.commands.faces_remedy import Remedy


def test_the_window_has_this_face() -> None:
    asked = {name for name in vars(Remedy) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(Remedies))
