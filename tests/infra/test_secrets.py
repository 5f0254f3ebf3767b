"""The keyring: it keeps secrets, is missing, is locked, or never answers."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

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


PROJECT = Path(__file__).resolve().parents[2]
TOOLS = ("dbus-run-session", "gnome-keyring-daemon")

SESSION = """
printf 'master\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
exec "$0" -c "$1"
"""
"""A bus of its own, an unlocked keyring on it, and a Python that uses it."""

ALL_OF_IT = """
import secretstorage
from paperdesk.domain.errors import Refused
from paperdesk.infra.secrets import Secrets

secrets = Secrets(20)
secrets.keep("pdf", "geh\u00e9im")
print(ascii(secrets.get("pdf")))
secrets.drop("pdf")
secrets.drop("pdf")
print(secrets.get("pdf"))
secrets.keep("pdf", "again")
secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
try:
    print(secrets.get("pdf"))
except Refused as refused:
    print(refused)
"""


@pytest.mark.skipif(
    not (sys.platform == "linux" and all(map(shutil.which, TOOLS))),
    reason="dbus and gnome-keyring are not installed",
)
def test_the_real_secret_service_keeps_and_drops_and_may_be_locked(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir(mode=0o700)
    own = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    dropped = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND", "XDG_DATA_HOME")
    here = {name: value for name, value in os.environ.items() if name not in dropped}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION, sys.executable, ALL_OF_IT],
        env={**here, **own, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    kept, gone, locked = done.stdout.splitlines() or [done.stderr]
    assert (kept, gone) == (r"'geh\xe9im'", "None")
    assert "is locked" in locked
    assert not any(b"geh" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
