from paperdesk.commands.faces_remedy import Remedy
from paperdesk.ui.reader.troubles import Troubles


def test_the_reader_has_this_face() -> None:
    asked = {name for name in vars(Remedy) if not name.startswith("_")}
    assert asked
    assert asked <= set(vars(Troubles))
