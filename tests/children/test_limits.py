"""The caps on who reads what strangers wrote."""

import json
from dataclasses import asdict

from paperdesk.children.limits import Limits


def test_a_child_can_be_told_its_limits() -> None:
    limits = Limits(memory=7, seconds=0.5, processor=2.0, quiet=9.0)
    assert Limits(**json.loads(json.dumps(asdict(limits)))) == limits
