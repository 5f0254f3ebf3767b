"""What things are: frozen values, the standard library only, no I/O."""
