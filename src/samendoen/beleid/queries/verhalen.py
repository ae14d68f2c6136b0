"""Stories as one may see them now: published, and with consent for that use on that day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.beleid.models import Rapportverhaal, Toestemming, Verhaal, Verhaalbeeld
from samendoen.beleid.models.verhaal import VERTELLERS
from samendoen.beleid.rules.beeld import MIME, Beeldsoort
from samendoen.beleid.rules.verhaal import Gebruik, Verhaalstaat, Verteller
from samendoen.kernel.api import klok, lees_bestand

DOEL = "beleid_verhaal.bestand"


@dataclass(frozen=True, slots=True)
class Beeldwaarde:
    """The picture or clip of a story: its media type and what it shows in words."""

    soort: str
    mime: str
    omschrijving: str

    @property
    def filmpje(self) -> bool:
        """Return whether it moves."""
        return self.mime.startswith("video/")


@dataclass(frozen=True, slots=True)
class Verhaalwaarde:
    """A published story; `verteller` is a role in words, `tot` the last day of consent."""

    id: int
    doel_id: int
    titel: str
    tekst: str
    verteller: str
    dorp: str
    tot: date
    beeld: Beeldwaarde | None


def verhalen_bij(
    doelen: Iterable[int], gebruik: Gebruik = Gebruik.KOERS, op: date | None = None
) -> dict[int, list[Verhaalwaarde]]:
    """Return the published stories beside these goals for one use, by goal, newest first; three queries.

    `op` is the day on which consent must hold (today when left out). What is no longer published now is never
    in it, whatever the day: a report is made of what may be told now.
    """
    rijen = Verhaal.objects.filter(doel__in=list(doelen), staat=Verhaalstaat.GEPUBLICEERD)
    per: dict[int, list[Verhaalwaarde]] = defaultdict(list)
    for waarde in waarden(rijen.order_by("-gepubliceerd_op", "-pk"), gebruik, op or klok.vandaag()):
        per[waarde.doel_id].append(waarde)
    return dict(per)


def waarden(rijen: Iterable[Verhaal], gebruik: Gebruik | None, dag: date) -> list[Verhaalwaarde]:
    """Return those of these stories that consent allows for a use (None: any) on a day; two queries."""
    alle = list(rijen)
    mag = toestemmingen_van(rij.pk for rij in alle)
    beelden = {b.verhaal_id: b for b in Verhaalbeeld.objects.filter(verhaal__in=alle).exclude(bestand="")}
    return [
        Verhaalwaarde(
            id=rij.pk,
            doel_id=rij.doel_id,
            titel=str(rij.titel),
            tekst=str(rij.tekst),
            verteller=str(VERTELLERS[Verteller(rij.verteller)]),
            dorp=str(rij.dorp or ""),
            tot=mag[rij.pk].tot,
            beeld=_beeld(beelden.get(rij.pk)),
        )
        for rij in alle
        if rij.pk in mag
        and mag[rij.pk].tot >= dag
        and (gebruik is None or gebruik.value in mag[rij.pk].gebruik)
    ]


def toestemmingen_van(verhalen: Iterable[int]) -> dict[int, Toestemming]:
    """Return the consent that counts, by story: the newest, unless it was withdrawn."""
    rijen = Toestemming.objects.filter(verhaal__in=list(verhalen))
    return {
        t.verhaal_id: t for t in rijen.order_by("verhaal", "-pk").distinct("verhaal") if not t.ingetrokken_op
    }


def _beeld(rij: Verhaalbeeld | None) -> Beeldwaarde | None:
    if rij is None:
        return None
    return Beeldwaarde(rij.soort, MIME[Beeldsoort(rij.soort)], str(rij.omschrijving or ""))


def beeld_van(verhaal_id: int) -> tuple[str, bytes] | None:
    """Return media type and bytes of the picture of a story, for who may see that story; None without one."""
    rij = Verhaalbeeld.objects.filter(verhaal=verhaal_id).exclude(bestand="").first()
    inhoud = lees_bestand(rij.bestand, DOEL) if rij else None
    return (MIME[Beeldsoort(rij.soort)], inhoud) if rij and inhoud is not None else None


def verhalen_in(rapport_id: int) -> tuple[int, ...]:
    """Return the stories that a frozen report holds, also those whose consent was withdrawn since."""
    rijen = Rapportverhaal.objects.filter(rapport=rapport_id)
    return tuple(rijen.order_by("verhaal").values_list("verhaal", flat=True))


def rapporten_met(verhaal_id: int) -> tuple[int, ...]:
    """Return the frozen reports that hold a story."""
    rijen = Rapportverhaal.objects.filter(verhaal=verhaal_id)
    return tuple(rijen.order_by("rapport").values_list("rapport", flat=True))


def bekende_bestanden() -> frozenset[str]:
    """Return the name of every file that a story refers to."""
    return frozenset(Verhaalbeeld.objects.exclude(bestand="").values_list("bestand", flat=True))
