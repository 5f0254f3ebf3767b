"""The screen as the commands see it: faces by what they show, none of which knows Qt."""
