"""A host of the own network that was typed once may be asked again."""

from paperdesk.feeds import Feeds, ownhosts
from paperdesk.infra.changes import Changes


def test_a_host_is_known_once_its_source_was_added_as_ones_own(
    feeds: Feeds, changes: Changes
) -> None:
    feeds.roster.add("https://blog.example.org/feed")
    feeds.roster.add("https://wiki.example.org/feed", own=True)
    feeds.roster.add("https://notes.example.org/feed", own=True)
    hosts = ("blog.example.org", "wiki.example.org", "notes.example.org")
    assert [ownhosts.known(changes.database, host) for host in hosts] == [False, True, True]
