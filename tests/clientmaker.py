"""Many clients at once with a running assignment at one provider, made by the plural actions."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from uuid import uuid4

from samendoen.besluiten.api import maak_bekend, neem_besluiten, vraag_aan, wijs_toe
from samendoen.besluiten.models import Aanbieder, Voorziening
from samendoen.casus.api import NieuweCasus, open_casussen
from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.bench.namen import bsn_nummers
from tests.besluitmaker import THUISHULP, aanvraag, besluit, maak_catalogus, toewijzing
from tests.maak import maak_medewerker

TEAM = "gebiedsteam_leerdam"


def maak_clienten(aantal: int, van: date, tot: date, vanaf: int = 0) -> list[int]:
    """Give so many residents three hours of household help a week; return the assignments.

    From today messages are exchanged with the provider. `vanaf` passes over numbers that others have.
    """
    maak_catalogus()
    vandaag = klok.vandaag()
    with schrijft("besluiten"):
        Aanbieder.objects.filter(agb=THUISHULP).update(berichten_vanaf=vandaag)
    personen = registreer_inwoners(
        SYSTEEM, [_inwoner(n, bsn) for n, bsn in enumerate(islice(bsn_nummers(), vanaf, vanaf + aantal))]
    )
    vorm_huishoudens(SYSTEEM, [NieuwHuishouden(uuid4(), vandaag, ((p, "ouder"),)) for p in personen])
    regie = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    meldingen = registreer_meldingen(
        SYSTEEM,
        [NieuweMelding(uuid4(), "Hulp in huis.", "telefoon", "wmo", TEAM, vandaag, p) for p in personen],
    )
    casussen = open_casussen(SYSTEEM, [NieuweCasus(uuid4(), m, vandaag, regie) for m in meldingen])
    return _wijs_toe(casussen, personen, van, tot)


def _wijs_toe(casussen: Sequence[int], personen: Sequence[int], van: date, tot: date) -> list[int]:
    paren = zip(casussen, personen, strict=True)
    gevraagd = vraag_aan(SYSTEEM, [aanvraag(casus, persoon) for casus, persoon in paren])
    besluiten = neem_besluiten(SYSTEEM, [besluit(a, van=van, tot=tot) for a in gevraagd])
    maak_bekend(SYSTEEM, [(nummer, klok.vandaag()) for nummer in besluiten])
    voorzieningen = Voorziening.objects.filter(besluit__in=besluiten).order_by("pk")
    return wijs_toe(SYSTEEM, [toewijzing(pk) for pk in voorzieningen.values_list("pk", flat=True)])


def _inwoner(nummer: int, bsn: str) -> NieuweInwoner:
    return NieuweInwoner(
        kenmerk=uuid4(),
        achternaam="Yilmaz",
        geboortedatum=date(1950, 1 + nummer % 12, 1 + nummer % 28),
        voornamen="Fatima",
        bsn=bsn,
        straat="Lingedijk",
        huisnummer=str(1 + nummer),
        postcode="4141 AB",
        plaats="Leerdam",
    )
