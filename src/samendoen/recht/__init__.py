"""Law as pure functions: terms, holidays, penalties, retention, amounts, identity numbers.

Standard library only: no Django, no input or output, no clock. Every function names the article it
follows, every result explains itself, and every refusal is a `Rechtsfout` with something to do about it.
Other contexts import from `samendoen.recht.api`.
"""
