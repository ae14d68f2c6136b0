"""Slots of the shell that higher contexts fill in `AppConfig.ready()`."""

from samendoen.kernel.stekkers import Navigatiepunt, Register

# URL name of the search screen under the one key "scherm"; it reads `?q=`.
zoekscherm: Register[str] = Register("zoekscherm")
# Links in the footer.
voetlinks: Register[Navigatiepunt] = Register("voetlinks")
