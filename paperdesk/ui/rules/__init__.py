"""The filter builder: a query written with help, and made a rule if one likes."""
