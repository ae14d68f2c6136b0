"""Letters in a procedure: to whom they go, and as they were sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import override

from samendoen.besluiten.access import binnen, niet_gevonden
from samendoen.besluiten.events import KLACHT
from samendoen.besluiten.models import Klacht, Zaakbrief
from samendoen.besluiten.queries.brief import VOLWASSEN, als_brief, via
from samendoen.besluiten.queries.brieftekst import ZELF_VANAF
from samendoen.inwoners.api import geadresseerden, kernen, postadressen
from samendoen.kernel.api import Actor, log_inzage
from samendoen.organisatie.api import contactteksten, gemeente
from samendoen.schil.api import Alinea, Blok, Brief, Kop, brief_als_json


@dataclass(frozen=True, slots=True)
class Briefkop:
    """What surrounds the text of a letter. `aan_naam` and `aan_adres`: it goes to somebody who acts for the
    resident (Awb art. 6:17); empty: to the resident."""

    inwoner: int
    kenmerk: str
    datum: date
    onderwerp: str
    aan_naam: str = ""
    aan_adres: str = ""
    ondertekenaars: tuple[str, ...] = ()
    hulp: bool = True


def gemeentenaam() -> str:
    """Return the name of the municipality, "" before the import."""
    deze = gemeente()
    return deze.naam if deze else ""


def maak(door: Actor, kop: Briefkop, blokken: Iterable[Blok]) -> dict[str, Any]:
    """Return a letter as JSON to keep. The address stands apart, and a secret one not at all.

    The text is drawn here, so that its days are Dutch whatever language the screen is in.
    """
    adres = postadressen(door, [kop.inwoner]).get(kop.inwoner)
    kern = kernen(door, [kop.inwoner]).get(kop.inwoner)
    naam = adres.naam if adres else ""
    zelf = (kern.leeftijd if kern else VOLWASSEN) >= ZELF_VANAF
    with override("nl"):
        brief = brief_als_json(_brief(kop, tuple(blokken), naam, zelf=zelf))
    if kop.aan_naam:
        regels = [regel.strip() for regel in kop.aan_adres.splitlines() if regel.strip()]
        return {**brief, "aan": [kop.aan_naam, *regels], "via": True}
    post = geadresseerden(door, [kop.inwoner]).get(kop.inwoner, ())
    open_ = adres.regels if adres and not adres.geheim else ()
    return via(brief, post) or {**brief, "adres": list(open_)}


def _brief(kop: Briefkop, blokken: Sequence[Blok], naam: str, *, zelf: bool) -> Brief:
    waar, komma = gemeentenaam(), "," if kop.ondertekenaars else ""
    aan = naam if zelf else f"De ouder(s) of verzorger(s) van {naam}"
    beste = naam if zelf else "ouder(s) of verzorger(s)"
    return Brief(
        afzender=f"Gemeente {waar}",
        aan=(aan,),
        datum=kop.datum,
        kenmerk=kop.kenmerk,
        onderwerp=kop.onderwerp,
        blokken=(*blokken, *(_hulp() if kop.hulp else ())),
        aanhef=f"Beste {kop.aan_naam or beste},",
        slot=(
            "Met vriendelijke groet,",
            f"namens het college van burgemeester en wethouders van {waar}{komma}",
            *kop.ondertekenaars,
        ),
    )


def _hulp() -> tuple[Blok, ...]:
    teksten = contactteksten()
    delen = [teksten[code][1] for code in ("vraag_stellen", "clientondersteuning") if code in teksten]
    return (Kop("Hebt u een vraag of wilt u hulp?"), *(Alinea(deel) for deel in delen)) if delen else ()


def lees(door: Actor, brief_id: int) -> tuple[Zaakbrief, Brief | None]:
    """Return a letter as it was sent, as this reader may see it; None when it was erased. Logged.

    Raises NietGevonden outside the scope.
    """
    rij = binnen(Zaakbrief.objects.filter(pk=brief_id), door).first()
    if rij is None or _over_lezer(door, rij):
        raise niet_gevonden()
    log_inzage(door, "brief", [rij.dossier_id])
    if rij.brief is None:
        return rij, None
    return rij, als_brief(rij.brief, postadressen(door, [rij.inwoner_id]).get(rij.inwoner_id))


def _over_lezer(door: Actor, rij: Zaakbrief) -> bool:
    """Tell whether this letter is about a complaint about its reader: that is never read here."""
    van_klacht = rij.onderwerp_soort == KLACHT and door.id is not None
    return van_klacht and Klacht.objects.filter(pk=rij.onderwerp_id, beklaagde=door.id).exists()


def brieven_van(onderwerp_soort: str, onderwerp_id: int) -> list[Zaakbrief]:
    """Return the letters about a subject, the last one first; for who authorised the subject."""
    rijen = Zaakbrief.objects.filter(onderwerp_soort=onderwerp_soort, onderwerp_id=onderwerp_id)
    return list(rijen.order_by("-pk"))
