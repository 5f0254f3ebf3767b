"""Tags are known by their names, whatever the case."""

from paperdesk.infra.changes import Changes
from paperdesk.infra.tags import tag_id, tag_made


def test_a_tag_is_made_once(changes: Changes) -> None:
    with changes.write() as write:
        assert tag_id(write.connection, "claim") is None
        made = tag_made(write.connection, "claim")
        assert made == tag_made(write.connection, "Claim") == tag_id(write.connection, "CLAIM")
