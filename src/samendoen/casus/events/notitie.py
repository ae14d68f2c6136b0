"""Events of a note. Its words are content of the row; here stand codes, numbers and days."""

from samendoen.kernel.api import Code, Gebeurtenissoort

NOTITIE = "casus.notitie"


class NotitieBegonnen(Gebeurtenissoort):
    """Somebody began a note with a template, perhaps to correct another; `lezers` of the household."""

    soort = "casus.notitie_begonnen"
    onderwerp = NOTITIE
    casus: int
    nummer: int
    sjabloon: Code
    over: tuple[int, ...]
    lezers: tuple[int, ...]
    verbetert: int | None


class NotitieWieGekozen(Gebeurtenissoort):
    """About whom a note is, and who of the household may read it: these, and no others."""

    soort = "casus.notitie_wie_gekozen"
    onderwerp = NOTITIE
    over: tuple[int, ...]
    lezers: tuple[int, ...]


class NotitieAfgerond(Gebeurtenissoort):
    """A note is finished and does not change any more (occurred on = the day of the contact)."""

    soort = "casus.notitie_afgerond"
    onderwerp = NOTITIE
    casus: int
    nummer: int
    sjabloon: Code
    wijze: Code | None
    over: tuple[int, ...]
    lezers: tuple[int, ...]
    verbetert: int | None


class NotitieVervangen(Gebeurtenissoort):
    """A corrected version came in the place of a note."""

    soort = "casus.notitie_vervangen"
    onderwerp = NOTITIE
    door: int


class NotitieIngetrokken(Gebeurtenissoort):
    """A finished note was a mistake; why stands in its row."""

    soort = "casus.notitie_ingetrokken"
    onderwerp = NOTITIE
    nummer: int


class NotitieTeruggezet(Gebeurtenissoort):
    """Withdrawing was the mistake: the note counts again."""

    soort = "casus.notitie_teruggezet"
    onderwerp = NOTITIE
    nummer: int


class NotitieLosgemaakt(Gebeurtenissoort):
    """The data of one of several about whom a note is were erased: it is about the others now, and asks
    somebody to take out what it says of that person."""

    soort = "casus.notitie_losgemaakt"
    onderwerp = NOTITIE
    over: tuple[int, ...]
    lezers: tuple[int, ...]


class NotitieGeschoond(Gebeurtenissoort):
    """Somebody took out of a note what it said of a person whose data were erased; the old words are gone."""

    soort = "casus.notitie_geschoond"
    onderwerp = NOTITIE
    nummer: int


class NotitieWeggegooid(Gebeurtenissoort):
    """A note that was never finished was thrown away, with its words."""

    soort = "casus.notitie_weggegooid"
    onderwerp = NOTITIE
    nummer: int
