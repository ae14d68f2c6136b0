"""Who is involved in a casus, as this reader may know them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.casus.access import Betrokkenewaarde, betrokkenen_en_verborgen, betrokkenen_van
from samendoen.casus.models import BESLISSEN, Betrokkene
from samendoen.casus.rules import VOLWASSEN, Spreker, sprekers_nodig
from samendoen.inwoners.api import InwonerKern, gezag_over, kernen
from samendoen.inwoners.api import namen as namen_van
from samendoen.kernel.api import Actor, klok, onthoud


@dataclass(frozen=True, slots=True)
class Mens:
    """Somebody involved whom this reader may know. `geheim`: nobody but the director may tell where they
    live. `beslist` says who must agree with what is planned, "" when that is oneself."""

    persoon_id: int
    dossier_id: int
    wet: str
    naam: str
    roepnaam: str
    leeftijd: str
    geboren: date
    geheim: bool
    beslist: str


@dataclass(frozen=True, slots=True)
class Mensen:
    """Everybody involved: those whom this reader may know, and how many there are besides."""

    bekend: tuple[Mens, ...]
    verborgen: int

    @property
    def namen(self) -> str:
        """Return the words by which people recognise the household."""
        return huishoudnaam([m.naam for m in self.bekend], self.verborgen)

    def per_id(self) -> dict[int, Mens]:
        """Return person -> who that is."""
        return {m.persoon_id: m for m in self.bekend}


def huishoudnaam(namen: list[str], verborgen: int = 0) -> str:
    """Return "Fatima Yilmaz en nog 2"; "" when nobody may be known."""
    rest = len(namen) - 1 + verborgen
    if not namen or not rest:
        return namen[0] if namen else ""
    return _("%(naam)s en nog %(n)s") % {"naam": namen[0], "n": rest}


@onthoud
def mensen_van(door: Actor, casus_id: int) -> Mensen:
    """Return who is involved, in order of joining. Who reads what is shown is logged by the page."""
    volgorde = betrokkenen_en_verborgen(door, casus_id)
    mag = {b.persoon_id: b for b in volgorde if b is not None}
    wie = kernen(door, mag)
    gezag = gezag_over([pk for pk, kern in wie.items() if kern.leeftijd < VOLWASSEN])
    houders = {houder for rij in gezag.values() for houder in rij}
    namen = {pk: kern.naam for pk, kern in wie.items()} | {
        pk: kern.naam for pk, kern in kernen(door, houders - wie.keys()).items()
    }
    bekend = tuple(_mens(b, wie.get(pk), gezag.get(pk, ()), namen) for pk, b in mag.items())
    return Mensen(bekend, len(volgorde) - len(bekend))


def _mens(
    waarde: Betrokkenewaarde, kern: InwonerKern | None, houders: Iterable[int], namen: Mapping[int, str]
) -> Mens:
    if kern is None:  # erased since
        naam = _("Naam gewist")
        return Mens(waarde.persoon_id, waarde.dossier_id, waarde.wet, naam, naam, "", date.min, False, "")
    return Mens(
        persoon_id=waarde.persoon_id,
        dossier_id=waarde.dossier_id,
        wet=waarde.wet,
        naam=kern.naam,
        roepnaam=kern.naam.partition(" ")[0],
        leeftijd=ngettext("%(n)s jaar", "%(n)s jaar", kern.leeftijd) % {"n": kern.leeftijd},
        geboren=kern.geboortedatum,
        geheim=kern.geheim,
        beslist=_beslist(kern, [namen[h] for h in houders if h in namen]),
    )


def _beslist(kern: InwonerKern, houders: list[str]) -> str:
    """Return who must agree, by age (Jeugdwet art. 7.3.4, 7.3.5), with the names of who has custody."""
    vandaag = klok.vandaag()
    nodig = sprekers_nodig(kern.geboortedatum, vandaag)
    if nodig == {Spreker.ZELF}:
        return ""
    zin = str(BESLISSEN[nodig])
    if houders:
        zin += " " + _("Gezag heeft: %(namen)s.") % {"namen": ", ".join(houders)}
    return zin


def namen_van_casussen(door: Actor, casus_ids: Iterable[int]) -> dict[int, tuple[str, int]]:
    """Return casus -> the words by which people recognise the household, and the dossier of whom they name;
    of those that this actor may know. The page that shows them logs the reading."""
    ids = list(casus_ids)
    if not ids:
        return {}
    mag = betrokkenen_van(door, ids)
    alle: dict[int, list[int]] = {}
    rijen = Betrokkene.objects.filter(casus__in=ids, tot=None).order_by("pk")
    for casus, persoon in rijen.values_list("casus_id", "inwoner_id"):
        alle.setdefault(casus, []).append(persoon)
    wie = namen_van(door, {p for rij in mag.values() for p in rij})
    per: dict[int, tuple[str, int]] = {}
    for casus, personen in alle.items():
        bekend = [p for p in personen if p in mag.get(casus, {}) and p in wie]
        if bekend:
            naam = huishoudnaam([wie[p] for p in bekend], len(personen) - len(bekend))
            per[casus] = (naam, mag[casus][bekend[0]].dossier_id)
    return per
