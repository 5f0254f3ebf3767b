"""Files that are left of papers which are one with others now."""

from paperdesk.infra.changes import Changes
from paperdesk.infra.database import Database
from paperdesk.infra.journal import Journal
from paperdesk.infra.leftovers import Leftover, forget, key, leftovers, value


def test_what_is_left_in_a_folder_is_known_until_it_is_seen_to_or_undone(
    database: Database, changes: Changes, journal: Journal
) -> None:
    with journal.act("Merged", ()) as edit:
        edit.insert("memory", key(2, "/a"), value(1, "Two.md", "/a", ("text", None)))
        edit.insert("memory", key(3, "/b"), value(1, "Three.md", "/b", ("text", "more")))
    (left,) = leftovers(database.read(), "/a")
    assert (left.paper, left.name, left.texts) == (1, "Two.md", ("text",))
    with changes.write() as write:
        forget(write.connection, [left])
    assert leftovers(database.read(), "/a") == []
    assert [one.texts for one in leftovers(database.read(), "/b")] == [("text", "more")]
    journal.undo()
    assert leftovers(database.read(), "/b") == list[Leftover]()
