"""Rules of advice at the desk: counted, without anybody in it."""

from enum import StrEnum


class Antwoordsoort(StrEnum):
    """What kind of answer was given."""

    UITLEG = "uitleg"
    AANBOD = "aanbod"
    VERWEZEN = "verwezen"
    GEEN_HULP = "geen_hulp"
