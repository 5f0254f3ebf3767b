"""The keyring: it keeps secrets, is missing, is locked, or never answers."""

import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked

from paperdesk.domain.errors import Refused
from paperdesk.infra.secrets import Secrets
from tests.infra.ring import Ring


@pytest.fixture
def ring() -> Iterator[Ring]:
    """A keyring of this test alone."""
    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_what_is_kept_is_found_until_it_is_dropped(ring: Ring) -> None:
    secrets = Secrets()
    assert secrets.get("a") is None
    secrets.keep("a", "geheim")
    assert secrets.get("a") == "geheim"
    secrets.drop("a")
    secrets.drop("a")
    assert secrets.get("a") is None


@pytest.mark.parametrize("fault", [InitError("no bus"), KeyringLocked("locked"), OSError("gone")])
def test_a_keyring_that_cannot_be_used_is_a_sentence(ring: Ring, fault: Exception) -> None:
    ring.fault = fault
    with pytest.raises(Refused, match=r"cannot be used.*GNOME Keyring"):
        Secrets().keep("a", "geheim")


def test_a_machine_without_a_keyring_says_so() -> None:
    with pytest.raises(Refused, match="there is none"):
        Secrets().get("a")


def test_nobody_waits_for_ever_for_a_keyring(ring: Ring) -> None:
    ring.gate = threading.Event()
    with pytest.raises(Refused, match=r"did not answer within 0\.1 s"):
        Secrets(0.1).get("a")
    ring.gate.set()


def test_it_is_a_backend(ring: Ring) -> None:
    assert isinstance(keyring.get_keyring(), KeyringBackend)
