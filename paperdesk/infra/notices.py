"""The desktop's notifications: D-Bus's only door, spoken off the window's thread.

*Why not through Qt:* from Python it cannot send the unsigned number that the
protocol wants.
"""

import html
import os
from collections.abc import Callable
from contextlib import suppress

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

_SERVER = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)
SECONDS = 5.0
"""How long a server is waited for, and between two looks whether it is all over."""

_SHOW = "default"
"""What servers call a click on the notification itself."""


class Notices:
    """Tells of one thing at a time; a newer one takes the place of the one before."""

    def __init__(self) -> None:
        self._connection: DBusConnection | None = None
        self._number = 0

    def tell(self, title: str, body: str) -> bool:
        """Show a notification; False where there is nobody to show it."""
        try:
            connection = self._connected()
            words = ("PaperDesk", self._number, "paperdesk", title, html.escape(body))
            rest: tuple[object, ...] = ([_SHOW, "Show"], {}, -1)
            call = new_method_call(_SERVER, "Notify", "susssasa{sv}i", (*words, *rest))
            reply = connection.send_and_get_reply(call, timeout=SECONDS)
            self._number = int(unwrap_msg(reply)[0])
        except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse):
            self.close()
            return False
        return True

    def clicked(self, ended: Callable[[], bool]) -> bool:
        """Wait until the notification is clicked (True), goes away or nobody cares."""
        with suppress(OSError, RuntimeError):
            while self._connection is not None and not ended():
                with suppress(TimeoutError):
                    said = self._connection.receive(timeout=SECONDS / 5)
                    name = said.header.fields.get(3)
                    if name == "ActionInvoked" and said.body == (self._number, _SHOW):
                        return True
                    if name == "NotificationClosed" and said.body[0] == self._number:
                        return False
        return False

    def close(self) -> None:
        """Let go of the bus."""
        if self._connection is not None:
            with suppress(OSError):
                self._connection.close()
        self._connection, self._number = None, 0

    def _connected(self) -> DBusConnection:
        """The bus of this session; KeyError where there is none: none is started."""
        if self._connection is None:
            if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
                raise KeyError("DBUS_SESSION_BUS_ADDRESS")
            self._connection = open_dbus_connection("SESSION")
            heard = MatchRule(type="signal", interface=_SERVER.interface, path=_SERVER.object_path)
            self._connection.send_and_get_reply(message_bus.AddMatch(heard), timeout=SECONDS)
        return self._connection
