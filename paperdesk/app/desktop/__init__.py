"""The window put together: its parts, its faces to the commands, its wires."""
