"""Disclosure control as pure values: what may be said, what must be hidden, what an attacker knows."""
