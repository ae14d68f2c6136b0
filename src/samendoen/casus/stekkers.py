"""What casus plugs in."""


def meld_aan() -> None:
    """Fill the stekkers of this context."""
