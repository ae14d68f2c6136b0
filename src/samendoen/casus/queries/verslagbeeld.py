"""The screen of the report: which letters there are, and the one that is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, niet_gevonden, schrijfbaar
from samendoen.casus.models import Casus, Onderzochte, Onderzoek, Onderzoekmelding, Verslagbrief
from samendoen.casus.queries.gemis import persoonsbeeld
from samendoen.casus.queries.mensen import mensen_van
from samendoen.casus.queries.onderzoek import Gemisregel, gemisregel, haal_onderzoek, op_volgorde
from samendoen.casus.queries.schrijven import Blad
from samendoen.casus.queries.verslag import Verslagontwerp, als_brief, ontwerpen, verstuurde_brief
from samendoen.casus.rules import Onderzoekstatus, Status, ontbreekt
from samendoen.inwoners.api import Geadresseerde, postadressen
from samendoen.inwoners.api import namen as namen_van
from samendoen.kernel.api import Actor, Permissie, dossiers_van, klok, log_inzage
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import Brief, datum_lang
from samendoen.toegang.api import Status as Meldingstatus
from samendoen.toegang.api import meldingkernen


@dataclass(frozen=True, slots=True)
class Verslagbeeld:
    """What the screen of a report shows. `keuzes` are (person, name, whether it is this letter); without
    `brief` there is nobody to write to, or the letter was erased. `post` is who gets a letter, and why."""

    blad: Blad
    onderzoek: Onderzoek
    keuzes: tuple[tuple[int, str, bool], ...]
    brief: Brief | None
    gemis: tuple[tuple[str, tuple[Gemisregel, ...]], ...]
    open_meldingen: tuple[int, ...]
    verstuurd: str
    mag_versturen: bool
    post: tuple[Geadresseerde, ...] = ()

    @property
    def gekozen(self) -> int | None:
        """Return whose letter this is."""
        return next((pk for pk, _naam, deze in self.keuzes if deze), None)


def verslagbeeld(door: Actor, casus_id: int, nummer: int, voor: int | None) -> Verslagbeeld:
    """Return the report for one of its readers (the first when left out); logged. NietGevonden outside the
    scope, or for somebody who gets no letter."""
    onderzoek = haal_onderzoek(door, casus_id, nummer)
    blad = Blad(onderzoek.casus, mensen_van(door, casus_id))
    namen = {m.persoon_id: m.naam for m in blad.mensen.bekend}
    loopt = onderzoek.status == Onderzoekstatus.LOOPT
    letters = ontwerpen(door, {onderzoek.pk: klok.vandaag()}) if loopt else []
    brieven = _ontwerpen(letters) if loopt else _verstuurd(door, onderzoek)
    post = _post(letters)
    buiten = {g.persoon_id for g in post if g.persoon_id} - {m.persoon_id for m in blad.mensen.bekend}
    dossiers = [*(m.dossier_id for m in blad.mensen.bekend), *(dossiers_van(buiten, door) if buiten else ())]
    log_inzage(door, "onderzoek-verslag", dossiers)
    if voor is not None and voor not in brieven:
        raise niet_gevonden()
    buiten_namen = namen_van(door, brieven.keys() - namen.keys())
    gekozen = voor if voor is not None else next(iter(brieven), None)
    return Verslagbeeld(
        blad=blad,
        onderzoek=onderzoek,
        keuzes=tuple((pk, _lezer(pk, namen, buiten_namen), pk == gekozen) for pk in brieven),
        brief=brieven[gekozen] if gekozen is not None else None,
        gemis=_gemis(door, onderzoek, namen) if loopt else (),
        open_meldingen=_open(door, onderzoek),
        verstuurd=datum_lang(onderzoek.verstuurd_op) if onderzoek.verstuurd_op else "",
        mag_versturen=loopt
        and blad.casus.status == Status.OPEN
        and door.mag(Permissie.CASUS_WERKEN)
        and schrijfbaar(Casus.objects.filter(pk=casus_id), door).exists(),
        post=post,
    )


def _lezer(pk: int, namen: Mapping[int, str], buiten: Mapping[int, str]) -> str:
    """Return the name of a reader, also of who has custody outside the casus, for who may know it."""
    if pk in namen:
        return namen[pk]
    zin = _("%(naam)s, gezag, niet in de casus") if pk in buiten else _("Ouder met gezag, niet in de casus")
    return zin % {"naam": buiten.get(pk, "")}


def _post(letters: Iterable[Verslagontwerp]) -> tuple[Geadresseerde, ...]:
    """Return who by law reads something of these letters, each once."""
    alle = {(g.persoon_id, g.naam, g.post): g for letter in letters for g in letter.post}
    return tuple(alle.values())


def _ontwerpen(letters: Iterable[Verslagontwerp]) -> dict[int, Brief | None]:
    return {letter.voor: als_brief(letter) for letter in letters}


def _verstuurd(door: Actor, onderzoek: Onderzoek) -> dict[int, Brief | None]:
    rijen = list(binnen(Verslagbrief.objects.filter(onderzoek=onderzoek), door).order_by("pk"))
    adressen = postadressen(door, [rij.aan_id or rij.inwoner_id for rij in rijen])
    return {
        (wie := rij.aan_id or rij.inwoner_id): verstuurde_brief(door, rij, adressen.get(wie)) for rij in rijen
    }


def _gemis(
    door: Actor, onderzoek: Onderzoek, wie: dict[int, str]
) -> tuple[tuple[str, tuple[Gemisregel, ...]], ...]:
    """Return (name, what is missing) of each person, of those this actor may read."""
    gebieden = leefgebieden()
    rijen = binnen(Onderzochte.objects.filter(onderzoek=onderzoek), door).order_by("pk")
    uit = []
    for p in rijen.prefetch_related("bevindingen"):
        gemist = ontbreekt(persoonsbeeld(p, op_volgorde(p.bevindingen.all())))
        if gemist:
            uit.append((wie.get(p.inwoner_id, ""), tuple(gemisregel(g, gebieden) for g in gemist)))
    return tuple(uit)


def _open(door: Actor, onderzoek: Onderzoek) -> tuple[int, ...]:
    ids = Onderzoekmelding.objects.filter(onderzoek=onderzoek).values_list("melding_id", flat=True)
    kernen = meldingkernen(door, ids)
    return tuple(pk for pk, kern in sorted(kernen.items()) if kern.status == Meldingstatus.OPEN)
