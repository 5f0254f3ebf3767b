"""The groups that JabRef keeps in a comment."""

from paperdesk.domain.reference import Reference
from paperdesk.intake.bibliography.jabref import groups, placed

COMMENT = r"""jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:Reading\;0\;1\;\;\;\;;
2 StaticGroup:Now / soon\;0\;1\;\;\;\;;
1 StaticGroup:Later\;0\;1\;\;\;\;;
"""


def test_groups_are_known_by_their_paths() -> None:
    assert groups(["another", COMMENT]) == {
        "Reading": "Reading", "Now ∕ soon": "Reading/Now ∕ soon", "Later": "Later"
    }  # fmt: skip


def test_an_entry_is_put_where_its_groups_stand() -> None:
    one = Reference("a", groups=("Now / soon", "Elsewhere"))
    assert placed(one, groups([COMMENT])).groups == ("Reading/Now ∕ soon", "Elsewhere")
