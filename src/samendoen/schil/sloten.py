"""Slots of the shell that higher contexts fill in `AppConfig.ready()`."""

from samendoen.kernel.stekkers import Navigatiepunt, Register

# URL name of the search screen under the one key "scherm"; it takes a POST with `q`: what somebody looks
# for is personal, and stands in no address.
zoekscherm: Register[str] = Register("zoekscherm")
# Links in the footer.
voetlinks: Register[Navigatiepunt] = Register("voetlinks")
