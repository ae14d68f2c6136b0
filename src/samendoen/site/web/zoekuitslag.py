"""What a question finds, for this actor: residents, dossiers by number or word, offers on the map."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.inwoners.api import Herkenning, herken
from samendoen.kaart.api import zoek_aanbod
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vondst, vind
from samendoen.schil.api import aantal, status
from samendoen.site.web.zoekvraag import Zoekvraag


@dataclass
class Uitslag:
    """What was found, as ready strings; `zinnen` say what is missing or wrong (kind of notice, sentence)."""

    inwoners: list[dict[str, Any]] = field(default_factory=list)
    vondsten: list[dict[str, str]] = field(default_factory=list)
    aanbod: list[dict[str, str]] = field(default_factory=list)
    zinnen: list[tuple[str, str]] = field(default_factory=list)
    inschrijven: dict[str, str] | None = None

    @property
    def telling(self) -> str:
        """Return how much was found in a sentence."""
        n = len(self.inwoners) + len(self.vondsten) + len(self.aanbod)
        if not n:
            return _("Niets gevonden.")
        return ngettext("%(n)s gevonden.", "%(n)s gevonden.", n) % {"n": aantal(n)}


def zoek_alles(door: Actor, vraag: Zoekvraag) -> Uitslag:
    """Look for everything that the question may mean; each look-up of a person is in the read log."""
    uitslag = Uitslag()
    if vraag.nummer is not None:
        _zoek_nummer(door, vraag, uitslag)
    elif vraag.over_iemand:
        _zoek_inwoner(door, vraag, uitslag)
    elif vraag.woorden:
        _zoek_woorden(door, vraag, uitslag)
    return uitslag


def _zoek_nummer(door: Actor, vraag: Zoekvraag, uitslag: Uitslag) -> None:
    """Look for a casus or melding; one out of scope does not exist."""
    if door.mag(Permissie.WERK_ZIEN):
        gevonden = [v for v in vind(door, nummer=vraag.nummer) if _past(v.soort, vraag.soort)]
        uitslag.vondsten = _vondsten(gevonden)
    if not uitslag.vondsten:
        zin = _("Nummer %(n)s bestaat niet, of ligt buiten uw werkgebied.") % {"n": vraag.nummer}
        uitslag.zinnen.append(("info", zin))


def _past(soort: str, gevraagd: str) -> bool:
    """Tell whether a kind ("casus.casus") is the one named; a word that names none is no reason to hide."""
    namen = {sleutel: str(naam).lower() for sleutel, naam in stekkers.soortnaam}
    return gevraagd not in namen.values() or namen.get(soort) == gevraagd


def _vondsten(gevonden: Sequence[Vondst]) -> list[dict[str, str]]:
    rijen = []
    for vondst in gevonden:
        adres, naam = stekkers.adres.geef(vondst.soort), stekkers.soortnaam.geef(vondst.soort)
        if adres is not None:
            titel = f"{str(naam or '').capitalize()} {vondst.onderwerp_id}".strip()
            onder = vondst.label.removeprefix(f"{titel}, ")
            rijen.append({"url": adres(vondst.onderwerp_id), "titel": titel, "onder": onder})
    return rijen


def _zoek_inwoner(door: Actor, vraag: Zoekvraag, uitslag: Uitslag) -> None:
    if not door.mag(Permissie.INWONER_ZOEKEN):
        zin = _("Met uw rol zoekt u geen inwoners. U vindt hier wel hulp en activiteiten.")
        uitslag.zinnen.append(("info", zin))
        return
    tekort = _tekort(vraag)
    if tekort:
        uitslag.zinnen.append(("info", tekort))
        return
    try:
        gevonden = herken(
            door,
            naam=vraag.woorden,
            geboortedatum=vraag.geboortedatum,
            bsn=vraag.bsn,
            postcode=vraag.postcode,
            huisnummer=vraag.huisnummer,
        )
    except Domeinfout as fout:
        uitslag.zinnen.append(("fout", f"{fout.toelichting} {fout.doe}"))
        return
    uitslag.inwoners = [_inwoner(door, herkend) for herkend in gevonden]
    if not gevonden:
        _niemand(door, vraag, uitslag)


def _tekort(vraag: Zoekvraag) -> str:
    """Return what must be added before this means one person, "" when it is enough."""
    if vraag.datum_fout:
        return _("Deze datum bestaat niet. Schrijf de geboortedatum als 12-03-1980.")
    if vraag.bsn:
        return ""
    if not vraag.woorden:
        return _("Noem ook de achternaam.")
    if vraag.postcode and not vraag.huisnummer and not vraag.geboortedatum:
        return _("Noem ook het huisnummer, of de geboortedatum.")
    return ""


def _inwoner(door: Actor, herkend: Herkenning) -> dict[str, Any]:
    """Return one result. Of who may not be opened: that it is known, and with whom to speak."""
    huis, genoten = herkend.huishouden_id, ", ".join(herkend.huisgenoten)
    adres = stekkers.adres.geef("inwoners.inwoner")
    return {
        "naam": herkend.naam,
        "onder": ", ".join(deel for deel in (herkend.geboortedatum_tekst, herkend.plaats) if deel),
        "samen": _("Woont met %(namen)s") % {"namen": genoten} if genoten else "",
        "url": adres(herkend.persoon_id) if adres and herkend.leesbaar else "",
        "geheim": status("waarschuwing", _("Geheim adres")) if herkend.geheim else "",
        "dicht": "" if herkend.leesbaar else _("Bekend. U kunt de gegevens niet openen."),
        "panelen": stekkers.panelen("herkenning", door, huis) if huis else [],
    }


def _niemand(door: Actor, vraag: Zoekvraag, uitslag: Uitslag) -> None:
    if vraag.bsn:
        zin = _("Bij dit burgerservicenummer is niemand bekend.")
    elif vraag.geboortedatum:
        zin = _("Niemand gevonden met deze naam en geboortedatum. Controleer beide.")
    else:
        zin = _("Niemand gevonden met deze naam op dit adres. Controleer beide.")
    uitslag.zinnen.append(("info", zin))
    if door.mag(Permissie.INWONER_WIJZIGEN):
        uitslag.inschrijven = {
            "achternaam": "" if vraag.bsn else vraag.woorden,
            "geboortedatum": vraag.geboortedatum.isoformat() if vraag.geboortedatum else "",
            "bsn": vraag.bsn,
        }


def _zoek_woorden(door: Actor, vraag: Zoekvraag, uitslag: Uitslag) -> None:
    """Look for words on the map and in questions that may be read; a name alone finds nobody."""
    uitslag.aanbod = [
        {
            "url": _adres("kaart.aanbod", aanbod.id),
            "titel": aanbod.naam,
            "onder": f"{aanbod.organisatie}, {aanbod.niveaunaam.lower()}",
        }
        for aanbod in zoek_aanbod(vraag.woorden)
    ]
    if door.mag(Permissie.WERK_ZIEN):
        uitslag.vondsten = _vondsten(vind(door, vraag.woorden))
    if door.mag(Permissie.INWONER_ZOEKEN):
        zin = _("Zoekt u een inwoner? Noem ook de geboortedatum, of de postcode met het huisnummer.")
        uitslag.zinnen.append(("info", zin))
    elif not uitslag.aanbod and not uitslag.vondsten:
        uitslag.zinnen.append(("info", _("Probeer een ander woord, of kijk op de sociale kaart.")))


def _adres(soort: str, nummer: int) -> str:
    adres = stekkers.adres.geef(soort)
    return adres(nummer) if adres else ""
