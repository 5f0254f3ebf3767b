"""What changed, listed in the window in place of the papers."""

from paperdesk.domain.comparison import Change, Compared, Comparison, Kind, Part, Spot, Stretch
from tests.app.conftest import Desktop

FOUND = Comparison(
    tuple(
        Change(Kind.CHANGED, Part.TEXT, "", (), (Stretch(word, changed=True),), None, Spot(0, 1.0))
        for word in ("alpha", "beta")
    )
)


def test_the_keys_step_through_the_changes_copy_them_and_lead_back(desktop: Desktop) -> None:
    paper = desktop.papers()[0]
    parts, face = desktop.parts, desktop.session._around.differences
    assert face.shown() is None
    face.show(Compared(paper.id, "A paper", "v1", "v2", FOUND))
    assert parts.changes.has_keys()
    desktop.press("j")
    assert face.current() == FOUND.changes[1]
    desktop.press("q")
    assert parts.window.panels.top("list") is parts.papers
    assert face.shown() is None
