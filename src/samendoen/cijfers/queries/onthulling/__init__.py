"""Disclosure control at work: what an attacker can find out, and the least that must be hidden against it.

The solver (HiGHS) and numpy are imported when a table is protected or audited, never before.
"""
