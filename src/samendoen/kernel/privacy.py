"""How personal a field is. Every field of every model says so, or a test fails."""

from enum import StrEnum


class Klasse(StrEnum):
    """Privacy class of a model field."""

    GEEN = "geen"  # says nothing about a person
    SLEUTEL = "sleutel"  # key or reference: personal only through what it points at
    PERSOON = "persoon"  # about a resident (AVG art. 4): the model needs a wisser
    BIJZONDER = "bijzonder"  # health, crime, BSN (AVG art. 9, 10, 87): idem
    TOESTEMMING = "toestemming"  # told with consent, points at nobody: empty once consent ends (record 0025)
    MEDEWERKER = "medewerker"  # about somebody at work here; kept under the Archiefwet, no wisser
    GEHEIM = "geheim"  # password hash, key material: never shown, exported or logged


VAN_INWONER = frozenset({Klasse.PERSOON, Klasse.BIJZONDER})
