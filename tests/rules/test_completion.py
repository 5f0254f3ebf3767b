"""What may stand behind a field."""

from typing import Any

import pytest

from paperdesk.infra.changes import Changes
from paperdesk.rules import Completion

Morning = Any


@pytest.mark.parametrize(
    ("field", "start", "names"),
    [
        ("state", "in", ("inbox",)),
        ("has", "p", ("pdf", "project")),
        ("has", "th", ("thumbnail",)),
        ("author", "h", ("Kaiming He",)),
        ("author", "", ()),
        ("org", "deep", ("Google DeepMind",)),
        ("org", "%", ()),
        ("source", "face", ("Hugging Face Daily Papers",)),
        ("title", "a", ()),
        ("related", "a", ()),
    ],
)
def test_names_begin_as_what_is_typed(
    morning: Morning, changes: Changes, field: str, start: str, names: tuple[str, ...]
) -> None:
    morning.comes("A", "Kaiming He")
    with changes.write() as write:
        sql = "INSERT INTO trait (kind, name) VALUES ('org', 'Google DeepMind')"
        write.connection.exec_driver_sql(sql)
    assert Completion(changes).names(field, start) == names


def test_fields_are_offered_with_their_colons(changes: Changes) -> None:
    assert Completion(changes).fields("so") == ("source:",)
    assert Completion(changes).fields("la") == ("late:",)
    assert Completion(changes).fields("") == ()
