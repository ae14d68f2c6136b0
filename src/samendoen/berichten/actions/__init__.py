"""Use cases of the message traffic: the only code that writes."""
