from paperdesk.commands.faces_picker import Picker
from paperdesk.ui.reader.picking import Picking


def test_the_reader_has_this_face() -> None:
    asked = {name for name in vars(Picker) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(Picking))
