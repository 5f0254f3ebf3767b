"""Sources are told apart wherever they are listed."""

from paperdesk.domain.feed import Source, SourceId, SourceKind, called


def feeds(*listed: tuple[str, str]) -> list[Source]:
    return [
        Source(SourceId(number), SourceKind.FEED, name, url)
        for number, (name, url) in enumerate(listed)
    ]


def test_a_name_that_nobody_else_has_is_enough() -> None:
    assert called(feeds(("A", "https://a.org/x"), ("B", "https://a.org/y"))) == {0: "A", 1: "B"}


def test_equal_names_stand_behind_their_hosts() -> None:
    names = called(feeds(("News", "https://www.a.org/feed"), ("NEWS", "https://b.org/feed")))
    assert names == {0: "a.org · News", 1: "b.org · NEWS"}


def test_equal_names_at_one_host_stand_behind_their_paths() -> None:
    names = called(
        feeds(
            ("Posts", "https://social.org/@ada"),
            ("Posts", "https://social.org/@grace/"),
            ("Posts", "https://b.org/feed"),
        )
    )
    assert names == {
        0: "@ada · Posts",
        1: "@grace · Posts",
        2: "b.org · Posts",
    }
