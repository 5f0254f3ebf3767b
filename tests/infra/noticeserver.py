"""A notification server that shows nothing: it remembers, and clicks if it is told to."""

import json
import sys

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"


def serve(answer: str) -> None:
    """Print each notification as JSON; `answer` is click, close or nothing."""
    connection = open_dbus_connection("SESSION")
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    number = 0
    here = DBusAddress("/org/freedesktop/Notifications", interface=NAME)
    while True:
        asked = connection.receive()
        called = asked.header.fields.get(HeaderFields.member)
        if asked.header.message_type is not MessageType.method_call or called != "Notify":
            continue
        number = asked.body[1] or number + 1
        sys.stdout.write(json.dumps(asked.body[1:6]) + "\n")
        sys.stdout.flush()
        connection.send(new_method_return(asked, "u", (number,)))
        if answer == "click":
            connection.send(new_signal(here, "ActionInvoked", "us", (number, "default")))
        elif answer == "close":
            connection.send(new_signal(here, "NotificationClosed", "uu", (number, 2)))


if __name__ == "__main__":
    serve(sys.argv[1])
