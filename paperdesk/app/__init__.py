"""Puts everything together: the window, the command line, the processes."""
