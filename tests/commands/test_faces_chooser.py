from paperdesk.commands.faces_chooser import Chooser
from paperdesk.ui.chooser import SheetChooser


def test_the_window_has_this_face() -> None:
    assert {name for name in vars(Chooser) if not name.startswith("_")} <= set(vars(SheetChooser))
