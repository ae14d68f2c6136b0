"""A care provider on the other side of the watched folders, to try a municipality with.

It imports nothing from `samendoen.berichten`, and no Django: it reads and writes the messages of iWmo and iJw
3.2 from the documentation alone, so that the two sides hold each other against the standard. Only for
invented people: its ledger and its files are not encrypted.
"""
