"""What each context adds to the table of URLs (test_url_tabel): one file per context.

VOOR_ROL, VOOR_DOSSIER, POST_DOSSIER, ALLEEN_POST and OPENBAAR as there; `adressen(team)` makes the data, on
dossiers of that team, and returns the arguments of each URL that takes any.
"""
