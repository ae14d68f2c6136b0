"""What a council asks of a plan, as ready strings: on course, what changed, promises, and what if we stop."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from samendoen.beleid.models import Belofte, Doelstelling, Plan, Rapport, Verplichting
from samendoen.beleid.models.raad import BELOFTESOORTEN
from samendoen.beleid.queries.begroting import begrotingen
from samendoen.beleid.queries.begrotingsbladen import verwacht
from samendoen.beleid.queries.boom import ActiviteitWaarde, boom
from samendoen.beleid.queries.doel import haal_doel
from samendoen.beleid.queries.lichten import lichtlijst, telling
from samendoen.beleid.queries.sinds import sinds
from samendoen.beleid.rules import AANDACHT, Deelsoort, Kleur
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat, Vast, eindigt, wat_als
from samendoen.kernel.api import Actor, Domeinfout, NietGevonden, Permissie, klok
from samendoen.schil.api import Kolom, Tabel, datum_zonder_dag, euro, status

MEESTE_AANDACHT = 8
JAREN_VOORUIT = 4
"""So far ahead one sees what comes free: a budget of four years beside this one."""
ZONDER_RAPPORT = timedelta(days=91)
"""How far "since last time" goes back when no report was published yet."""


def raadsblad(door: Actor, plan: Plan, vanaf: date | None) -> dict[str, Any]:
    """Return what fits on one page of a phone; `vanaf`: since when one wants to know what changed.

    Only lights and texts that were published, whoever looks: it is the council's page.
    """
    begin = vanaf or vorige_keer(plan)
    if begin > klok.vandaag():
        raise Domeinfout(
            "sinds_in_de_toekomst",
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
            veld="sinds",
        )
    agenda = next((d for d in boom(plan, klok.vandaag()) if d.soort is Deelsoort.JAARAGENDA), None)
    activiteiten = list(agenda.activiteiten) if agenda else []
    return {
        "titel": plan.titel,
        "gemeente": plan.gemeente,
        "agenda": agenda.titel if agenda else "",
        "telling": telling(activiteiten),
        "oordeel": _oordeel(activiteiten),
        "aandacht": [_aandacht(a) for a in _zorgen(activiteiten)[:MEESTE_AANDACHT]],
        "meer": max(0, len(_zorgen(activiteiten)) - MEESTE_AANDACHT),
        "sinds": datum_zonder_dag(begin),
        "sinds_iso": begin.isoformat(),
        "groepen": sinds(door, plan, begin),
        "beloften": [_belofte(door, b) for b in _beloften(plan)],
        "geld": _geld(plan),
        "doelen": _stopdoelen(plan),
    }


def vorige_keer(plan: Plan) -> date:
    """Return the day of the last report that the council got of this plan, or a quarter of a year ago."""
    rapport = (
        Rapport.objects.filter(plan=plan, publicatie__isnull=False)
        .order_by("-publicatie__gepubliceerd_op")
        .first()
    )
    if rapport is None:
        return klok.vandaag() - ZONDER_RAPPORT
    return localtime(rapport.publicatie.gepubliceerd_op).date()


def _zorgen(activiteiten: Iterable[ActiviteitWaarde]) -> list[ActiviteitWaarde]:
    """Return the activities that ask attention, the worst first."""
    zorgen = [a for a in activiteiten if a.kleur in AANDACHT]
    return sorted(zorgen, key=lambda a: a.kleur is not Kleur.ROOD)


def _oordeel(activiteiten: list[ActiviteitWaarde]) -> str:
    met = [a for a in activiteiten if a.lichten]
    zorg = len(_zorgen(met))
    if not met:
        return _("Er zijn nog geen lichten gepubliceerd; of we op koers zijn, is niet te zeggen.")
    if not zorg:
        return _("Ja: bij alle %(n)s activiteiten met een licht gaat het goed.") % {"n": len(met)}
    return _("Niet overal: bij %(zorg)s van de %(n)s activiteiten met een licht is aandacht nodig.") % {
        "zorg": zorg,
        "n": len(met),
    }


def _aandacht(a: ActiviteitWaarde) -> dict[str, Any]:
    redenen = [s.toelichting for s in a.lichten.values() if s.kleur in AANDACHT and s.toelichting]
    return {
        "titel": a.titel,
        "url": reverse("koers_activiteit", args=[a.id]),
        "lichten": lichtlijst(a.lichten, a.aspecten),
        "waarom": " ".join(dict.fromkeys(redenen)),
    }


def _beloften(plan: Plan) -> list[Belofte]:
    """Return the promises of a plan: open ones first, those that are late before all."""
    rijen = Belofte.objects.filter(doel__thema__onderdeel__plan=plan).select_related("doel")
    return sorted(rijen, key=_volgorde)


def _volgorde(b: Belofte) -> tuple[bool, date, int]:
    if b.staat == Beloftestaat.OPEN:
        return (False, b.uiterlijk or date.max, b.pk)
    return (True, date.fromordinal(date.max.toordinal() - (b.beeindigd_op or date.min).toordinal()), b.pk)


def _belofte(door: Actor, b: Belofte) -> dict[str, Any]:
    return {
        "id": b.pk,
        "soort": str(BELOFTESOORTEN[Beloftesoort(b.soort)]),
        "titel": b.titel,
        "tekst": b.tekst,
        "gedaan": datum_zonder_dag(b.gedaan_op),
        "staat": _staat(b),
        "uitkomst": b.uitkomst,
        "open": b.staat == Beloftestaat.OPEN,
        "doel": b.doel.titel,
        "doel_url": reverse("koers_doel", args=[b.doel_id]),
        "mag": door.mag(Permissie.BELEID_BEHEREN),
    }


def _staat(b: Belofte) -> SafeString:
    if b.beeindigd_op is not None:
        dag = {"dag": datum_zonder_dag(b.beeindigd_op)}
        if b.staat == Beloftestaat.AFGEDAAN:
            return status("ok", _("Afgedaan op %(dag)s") % dag)
        return status("neutraal", _("Vervallen op %(dag)s") % dag)
    if b.uiterlijk is None:
        return status("loopt", _("Loopt"))
    dag = {"dag": datum_zonder_dag(b.uiterlijk)}
    if b.uiterlijk < klok.vandaag():
        return status("fout", _("Te laat: had klaar moeten zijn op %(dag)s") % dag)
    return status("loopt", _("Loopt, uiterlijk %(dag)s") % dag)


def _geld(plan: Plan) -> list[str]:
    """Return a sentence about the money of every budget: of the newest year of which something was spent."""
    zinnen = []
    for gelezen in begrotingen(plan):
        b = gelezen.begroting
        jaren = {x.jaar for x in b.bestedingen}
        if jaren:
            jaar = max(jaren)
            beschikbaar, besteed = b.besteed(jaar)
            straks = sum(verwacht(x) for x in b.bestedingen if x.jaar == jaar)
            wat = _("%(jaar)s: beschikbaar %(beschikbaar)s, besteed %(besteed)s, verwacht %(straks)s.")
            zinnen.append(
                wat
                % {
                    "jaar": jaar,
                    "beschikbaar": euro(beschikbaar),
                    "besteed": euro(besteed),
                    "straks": euro(straks),
                }
            )
    return zinnen


def _stopdoelen(plan: Plan) -> list[dict[str, str]]:
    """Return the goals that have money of their own, to ask what comes free without them."""
    rijen = Doelstelling.objects.filter(thema__onderdeel__plan=plan, begrotingsregels__isnull=False)
    return [
        {"titel": rij.titel, "url": reverse("koers_stoppen", args=[rij.pk])}
        for rij in rijen.distinct().order_by("volgorde", "pk")
    ]


def een_belofte(belofte_id: int) -> Belofte:
    """Return a motion or promise with its goal. Raises NietGevonden."""
    rij = Belofte.objects.select_related("doel").filter(pk=belofte_id).first()
    if rij is None:
        raise belofte_onbekend()
    return rij


def een_verplichting(verplichting_id: int) -> Verplichting:
    """Return an obligation with its line and goal. Raises NietGevonden."""
    rij = Verplichting.objects.select_related("regel__doelstelling").filter(pk=verplichting_id).first()
    if rij is None:
        raise verplichting_onbekend()
    return rij


def belofte_onbekend() -> NietGevonden:
    """Return the error for a motion or promise that does not exist."""
    return NietGevonden(
        "belofte_onbekend",
        _("Deze motie of toezegging bestaat niet."),
        _("Kies er een uit de lijst op de pagina Raad."),
    )


def verplichting_onbekend() -> NietGevonden:
    """Return the error for an obligation that does not exist."""
    return NietGevonden(
        "verplichting_onbekend",
        _("Deze verplichting bestaat niet."),
        _("Kies er een bij een doel."),
    )


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Show the motions and promises behind a goal, and to who may where one adds another."""
    mag = door.mag(Permissie.BELEID_BEHEREN)
    rijen = Belofte.objects.filter(doel=onderwerp_id).select_related("doel")
    beloften = [_belofte(door, b) for b in sorted(rijen, key=_volgorde)]
    geld = Doelstelling.objects.filter(pk=onderwerp_id, begrotingsregels__isnull=False).exists()
    if not beloften and not mag and not geld:
        return ""
    gegevens = {
        "beloften": beloften,
        "nieuw_url": reverse("koers_belofte_nieuw", args=[onderwerp_id]) if mag else "",
        "stop_url": reverse("koers_stoppen", args=[onderwerp_id]) if geld else "",
    }
    return render_to_string("beleid/paneel_beloften.html", {"p": gegevens})


def stopblad(door: Actor, doel_id: int, dag: date) -> dict[str, Any]:
    """Return what comes free per year if one stops with a goal on a day. Raises NietGevonden, Domeinfout."""
    if dag < klok.vandaag():
        raise Domeinfout(
            "stopdag_voorbij", _("Deze dag is al voorbij."), _("Kies vandaag of een latere dag."), veld="dag"
        )
    doel = haal_doel(doel_id)
    verplichtingen = list(
        Verplichting.objects.filter(regel__doelstelling=doel, ingetrokken_op__isnull=True)
        .select_related("regel")
        .order_by("tot", "pk")
    )
    vast = {v.pk: Vast(v.per_jaar_eurocent, v.vanaf, v.tot, v.opzegtermijn) for v in verplichtingen}
    jaren = wat_als(_bedragen(doel, dag.year), list(vast.values()), dag)
    mag = door.mag(Permissie.BELEID_BEHEREN)
    return {
        "id": doel.pk,
        "titel": doel.titel,
        "plan": doel.thema.onderdeel.plan.code,
        "dag": datum_zonder_dag(dag),
        "regels": [
            {"naam": r.naam, "url": reverse("koers_verplichting_nieuw", args=[r.pk])}
            for r in doel.begrotingsregels.order_by("volgorde")
            if mag
        ],
        "tabel": _stoptabel(jaren) if jaren else None,
        "verplichtingen": [_verplichting(v, eindigt(vast[v.pk], dag), mag) for v in verplichtingen],
    }


def _bedragen(doel: Doelstelling, vanaf: int) -> dict[int, int]:
    """Return year -> what the lines of a goal have, of this year and those that follow."""
    uit: dict[int, int] = {}
    for gelezen in begrotingen(doel.thema.onderdeel.plan):
        b = gelezen.begroting
        regels = [r.code for r in b.regels if r.doel == str(doel.pk) and not r.deel_van]
        for jaar in range(vanaf, vanaf + JAREN_VOORUIT + 1):
            bedragen = [bedrag for r in regels if (bedrag := b.beschikbaar(r, jaar)) is not None]
            if bedragen:
                uit[jaar] = uit.get(jaar, 0) + sum(bedragen)
    return uit


def _stoptabel(jaren: list[Any]) -> Tabel:
    kolommen = [
        Kolom("jaar", _("Jaar"), heel=True),
        Kolom("begroot", _("Nog te besteden"), getal=True, heel=True),
        Kolom("vast", _("Ligt vast"), getal=True, heel=True),
        Kolom("vrij", _("Komt vrij"), getal=True, heel=True),
    ]
    rijen = [
        {"jaar": str(j.jaar), "begroot": euro(j.begroot), "vast": euro(j.vast), "vrij": euro(j.vrij)}
        for j in jaren
    ]
    voet = {
        "jaar": _("Totaal"),
        "begroot": euro(sum(j.begroot for j in jaren)),
        "vast": euro(sum(j.vast for j in jaren)),
        "vrij": euro(sum(j.vrij for j in jaren)),
    }
    return Tabel(_("Wat komt er vrij?"), kolommen, rijen, voet=voet, toon_titel=False)


def _verplichting(v: Verplichting, einde: date | None, mag: bool) -> dict[str, Any]:
    termijn = (
        _("opzegtermijn %(n)s maanden") % {"n": v.opzegtermijn}
        if v.opzegtermijn is not None
        else _("niet eerder op te zeggen")
    )
    loopt = (
        _("van %(van)s tot en met %(tot)s")
        % {"van": datum_zonder_dag(v.vanaf), "tot": datum_zonder_dag(v.tot)}
        if v.tot
        else _("sinds %(van)s") % {"van": datum_zonder_dag(v.vanaf)}
    )
    return {
        "naam": v.naam,
        "bedrag": euro(v.per_jaar_eurocent),
        "loopt": f"{loopt}, {termijn}",
        "einde": datum_zonder_dag(einde) if einde else "",
        "url": reverse("koers_verplichting_weg", args=[v.pk]) if mag else "",
    }
