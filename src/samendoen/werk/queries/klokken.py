"""Clocks as the clock bar shows them, with every step of the computation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Niveau, Permissie, klok, log_inzage
from samendoen.recht.api import Grond, Termijnsoort, geef_soort
from samendoen.schil.api import Klok, datum_lang
from samendoen.schil.api import klok as maak_klok
from samendoen.werk import rules
from samendoen.werk.access import binnen, haal_termijn
from samendoen.werk.actions.rekenwerk import stil_en_verdaagd
from samendoen.werk.models import Termijn
from samendoen.werk.rules import Stilstand, Termijnstatus


@dataclass(frozen=True, slots=True)
class Termijnbeeld:
    """Everything that the page of one clock shows, and which forms belong on it."""

    id: int
    klok: Klok
    naam: str
    waarom: str
    onderwerp: str
    aanduiding: str
    onderwerp_url: str
    vervallen: bool
    alle_gronden: tuple[Grond, ...]
    schorsgronden: tuple[Grond, ...]
    staat_stil: bool
    kan_verdagen: bool
    hoogstens: int | None


def klokken_van(door: Actor, onderwerp_soort: str, onderwerp_id: int) -> tuple[Klok, ...]:
    """Return the clocks of a subject, the first to end first, ready for `{% klokbalk %}`; see
    klokken_van_alle."""
    return klokken_van_alle(door, onderwerp_soort, [onderwerp_id]).get(onderwerp_id, ())


def klokken_van_alle(
    door: Actor, onderwerp_soort: str, onderwerp_ids: Iterable[int]
) -> dict[int, tuple[Klok, ...]]:
    """Return by subject its clocks, the first to end first; a subject without any is left out.

    Those that lapsed are left out. Two queries, whatever the number of clocks. The page that shows
    them logs the reading.
    """
    rijen = Termijn.objects.filter(onderwerp_soort=onderwerp_soort, onderwerp_id__in=list(onderwerp_ids))
    zichtbaar = binnen(rijen.exclude(status=Termijnstatus.VERVALLEN), door)
    alle = list(zichtbaar.order_by("uiterste_datum", "pk"))
    ids = [t.pk for t in alle]
    if not ids:
        return {}
    stil, extra = stil_en_verdaagd(ids)
    per: dict[int, tuple[Klok, ...]] = {}
    for t in alle:
        per[t.onderwerp_id] = (
            *per.get(t.onderwerp_id, ()),
            _klok(t, stil.get(t.pk, []), extra.get(t.pk, 0)),
        )
    return per


def lopende_termijnen(dossier_ids: Iterable[int]) -> dict[int, str]:
    """Return by dossier the name of its running clock that ends first. One query.

    For who has authorised the dossiers themselves: what still runs there may not be left alone.
    """
    rijen = Termijn.objects.filter(dossier__in=list(dossier_ids), status=Termijnstatus.LOOPT)
    laatste_eerst = rijen.order_by("-uiterste_datum", "-pk").values_list("dossier_id", "soort")
    return {dossier: naam_van(soort) for dossier, soort in laatste_eerst}


def laatste_dagen(
    onderwerp_soort: str, onderwerp_ids: Iterable[int], op: Mapping[int, date] | None = None
) -> dict[int, date]:
    """Return by subject the last day of its clock that ends last; lapsed clocks do not count. One query.

    With `op` (subject -> day) a suspension that still runs counts through that day; one more query when
    there is one. For who has authorised the subjects themselves (a list of them, an action on them).
    """
    rijen = Termijn.objects.filter(onderwerp_soort=onderwerp_soort, onderwerp_id__in=list(onderwerp_ids))
    alle = list(rijen.exclude(status=Termijnstatus.VERVALLEN).order_by("pk"))
    stil = [t for t in alle if t.geschorst_vanaf and op and t.onderwerp_id in op]
    if stil and op:
        per, extra = stil_en_verdaagd(t.pk for t in stil)
        for t in stil:
            dag = op[t.onderwerp_id]
            t.uiterste_datum = rules.reken(t.soort, t.start, per[t.pk], extra.get(t.pk, 0), dag).einde
    return {t.onderwerp_id: t.uiterste_datum for t in sorted(alle, key=lambda t: (t.uiterste_datum, t.pk))}


def _klok(termijn: Termijn, stil: list[Stilstand], verdaging: int) -> Klok:
    """Compute again what the law says, as of the day it ended or today; the row's last day is the same
    unless a suspension still runs."""
    vandaag = klok.vandaag()
    dag = termijn.gehaald_op or vandaag
    uitkomst = rules.reken(termijn.soort, termijn.start, stil, verdaging, dag)
    return maak_klok(
        naam=naam_van(termijn.soort),
        start=termijn.start,
        uiterste=uitkomst.einde,
        vandaag=vandaag,
        schorsingen=[dagen for s in stil if (dagen := _dagen(s, dag))],
        stappen=[(s.datum, s.wat, s.grondslag) for s in uitkomst.stappen],
        waarschuwingen=uitkomst.waarschuwingen,
        klaar_op=termijn.gehaald_op,
        grondslag=termijn.grondslag,
    )


def _dagen(stilstand: Stilstand, dag: date) -> tuple[date, date] | None:
    eerste, laatste = stilstand.op(dag).dagen(dag)
    return (eerste, laatste) if eerste <= laatste else None


def naam_van(soort: str) -> str:
    """Return the name of a kind of clock as a heading."""
    naam = _(geef_soort(soort).naam)
    return naam[:1].upper() + naam[1:]


def onderwerp_naam(onderwerp_soort: str, onderwerp_id: int) -> str:
    """Return "melding 12": the kind of a subject and its number."""
    naam = stekkers.soortnaam.geef(onderwerp_soort) or onderwerp_soort.rpartition(".")[2]
    return f"{naam} {onderwerp_id}"


def aanduidingen(door: Actor, onderwerpen: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """Return by (kind, id) the words by which people recognise a subject, of those that this actor may
    read and whose context knows such words. One query per kind. The page that shows them logs the reading.
    """
    per_soort: dict[str, set[int]] = {}
    for soort, nummer in onderwerpen:
        per_soort.setdefault(soort, set()).add(nummer)
    gevonden: dict[tuple[str, int], str] = {}
    for soort, nummers in per_soort.items():
        geef = stekkers.aanduiding.geef(soort)
        if geef is not None:
            gevonden |= {(soort, nummer): tekst for nummer, tekst in geef(door, nummers).items()}
    return gevonden


def adres_van(onderwerp_soort: str, onderwerp_id: int | None) -> str:
    """Return the page of a subject, "" when its context gave none."""
    adres = stekkers.adres.geef(onderwerp_soort)
    return adres(onderwerp_id) if adres and onderwerp_id is not None else ""


def adres_termijn(onderwerp_id: int) -> str:
    """Return the page of a clock."""
    return reverse("termijn_lopend", args=[onderwerp_id])


def termijn(door: Actor, termijn_id: int) -> Termijnbeeld:
    """Return one clock with what may be done with it; logged. NietGevonden outside one's scope."""
    rij = haal_termijn(door, termijn_id, Niveau.LEESBAAR)
    log_inzage(door, "termijn", [rij.dossier_id] if rij.dossier_id else [])
    stil, extra = stil_en_verdaagd([rij.pk])
    beeld = _klok(rij, stil.get(rij.pk, []), extra.get(rij.pk, 0))
    loopt = rij.status == Termijnstatus.LOOPT
    mag = loopt and door.mag(Permissie.TERMIJN_WIJZIGEN) and _schrijfbaar(door, rij)
    soort = geef_soort(rij.soort)
    onderwerp = (rij.onderwerp_soort, rij.onderwerp_id)
    return Termijnbeeld(
        id=rij.pk,
        klok=beeld,
        naam=beeld.naam,
        waarom=_waarom(rij, stil.get(rij.pk, [])),
        onderwerp=onderwerp_naam(*onderwerp),
        aanduiding=aanduidingen(door, [onderwerp]).get(onderwerp, ""),
        onderwerp_url=adres_van(*onderwerp),
        vervallen=rij.status == Termijnstatus.VERVALLEN,
        alle_gronden=_gronden(soort),
        schorsgronden=_gronden(soort) if mag and not rij.geschorst_vanaf else (),
        staat_stil=mag and rij.geschorst_vanaf is not None,
        kan_verdagen=mag and soort.verdaging is not None,
        hoogstens=soort.verdaging.hoogstens_dagen if soort.verdaging else None,
    )


def _gronden(soort: Termijnsoort) -> tuple[Grond, ...]:
    return tuple(grond for grond, _wet in soort.schorsgronden)


def _schrijfbaar(door: Actor, rij: Termijn) -> bool:
    return binnen(Termijn.objects.filter(pk=rij.pk), door, Niveau.SCHRIJFBAAR).exists()


def _waarom(rij: Termijn, stil: list[Stilstand]) -> str:
    """Return the sentence that says why a clock stands where it stands."""
    stand = rules.stand(
        rij.status, rij.uiterste_datum, rij.nadert_op, rij.geschorst_vanaf is not None, klok.vandaag()
    )
    zinnen = {
        rules.Stand.TE_LAAT: _("De laatste dag is voorbij en het werk is nog niet klaar."),
        rules.Stand.NADERT: _("Driekwart van de tijd is om, of er zijn nog drie dagen."),
        rules.Stand.STIL: _("De termijn staat stil vanaf %(dag)s, tot vastligt dat zij weer loopt."),
        rules.Stand.LOOPT: _("De termijn loopt; er is nog meer dan een kwart van de tijd."),
        rules.Stand.GEHAALD: _("Het werk was op tijd klaar."),
        rules.Stand.GEMIST: _("Het werk is gedaan, maar na de laatste dag."),
        rules.Stand.VERVALLEN: _("Er wordt niets meer gevraagd."),
    }
    sinds = stil[-1].op(None).dagen()[0] if stil else rij.start
    return zinnen[stand] % {"dag": datum_lang(sinds)}
