"""What does not add up or hangs loose: in the plans that were read in, in a definition, in a document."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.beleid.definities import Plandefinitie
from samendoen.beleid.models import Plan
from samendoen.beleid.queries.begroting import bevindingen as bevindingen_van_geld
from samendoen.beleid.queries.boom import DeelWaarde, boom
from samendoen.beleid.queries.geld import tabellen
from samendoen.beleid.rules import Bedragen, Bevinding, Deelsoort, Mutatie, controleer
from samendoen.beleid.rules.begroting import controleer_begroting
from samendoen.beleid.rules.bron import Deel
from samendoen.beleid.rules.document import controleer_document
from samendoen.beleid.rules.samenhang import Activiteitkern, Doelkern, controleer_samenhang
from samendoen.beleid.rules.vergelijking import Vergelijking, controleer_vergelijkingen
from samendoen.cijfers.api import vergelijk_delen
from samendoen.kernel.api import klok


def bevindingen_van_alle_plannen() -> list[Bevinding]:
    """Return what does not add up, and what hangs loose, in the plans that were read in."""
    return [b for plan in Plan.objects.order_by("code") for b in bevindingen_van_plan(plan)]


def bevindingen_van_plan(plan: Plan) -> list[Bevinding]:
    """Return what does not add up, and what hangs loose, in one plan that was read in."""
    gevonden = [b for tabel in tabellen(plan) for b in tabel.bevindingen]
    gevonden += bevindingen_van_geld(plan)
    return gevonden + _samenhang(boom(plan, klok.vandaag()))


def _samenhang(delen: Sequence[DeelWaarde]) -> list[Bevinding]:
    agenda = any(deel.soort is Deelsoort.JAARAGENDA for deel in delen)
    werkt = {doel.id for deel in delen for doel in deel.doelen if doel.activiteiten}
    gevonden = []
    for deel in delen:
        kernen = [
            Doelkern(
                f"{doel.code} {doel.titel}",
                tuple(Activiteitkern(a.titel, a.resultaat) for a in doel.activiteiten),
                gediend=any(w.id in werkt for w in doel.gediend),
                streven=doel.tevreden_als,
                gemeten=bool(doel.indicator or doel.tellen or doel.vertellen),
                onvolledig=not agenda,
            )
            for doel in deel.doelen
        ]
        gevonden += controleer_samenhang(_titel(deel.titel), kernen)
    return gevonden


def _titel(deel: str) -> str:
    return _("Samenhang van %(deel)s") % {"deel": deel}


def bevindingen_van_definitie(definitie: Plandefinitie) -> list[Bevinding]:
    """Return what does not add up, and what hangs loose, in a definition that was not read in."""
    gevonden: list[Bevinding] = []
    for deel in definitie.onderdeel:
        gevonden += controleer_begroting(deel.begroting.waarde()) if deel.begroting else []
        tabel = deel.mutatietabel
        if tabel is None:
            continue
        mutaties = [
            Mutatie(m.naam, m.lasten_eurocent, m.baten_eurocent, m.saldo_eurocent, m.soort, m.verklaring)
            for m in tabel.mutatie
        ]
        g = tabel.genoemd
        genoemd = Bedragen(g.lasten_eurocent, g.baten_eurocent, g.saldo_eurocent) if g else None
        gevonden += controleer(tabel.titel, mutaties, genoemd)
    begin = [Vergelijking(n.naam, n.hier, n.elders, n.waar) for n in definitie.nulmeting]
    gevonden += controleer_vergelijkingen(_("Nulmeting"), begin, vergelijk_delen)
    return gevonden + _samenhang_van_definitie(definitie)


def _samenhang_van_definitie(definitie: Plandefinitie) -> list[Bevinding]:
    agenda = any(deel.soort is Deelsoort.JAARAGENDA for deel in definitie.onderdeel)
    gediend = {d.doel for _deel, doel in definitie.doelen() if doel.activiteit for d in doel.dient}
    gevonden = []
    for deel in definitie.onderdeel:
        kernen = [
            Doelkern(
                f"{doel.code} {doel.titel}",
                tuple(Activiteitkern(a.titel, a.resultaat) for a in doel.activiteit),
                gediend=doel.code in gediend,
                streven=doel.tevreden_als,
                gemeten=bool(doel.meting or doel.tellen or doel.vertellen),
                onvolledig=not agenda,
            )
            for thema in deel.thema
            for doel in thema.doel
        ]
        gevonden += controleer_samenhang(_titel(deel.titel), kernen)
    return gevonden


def bevindingen_van_document(delen: Sequence[Deel]) -> list[Bevinding]:
    """Return what does not add up, and what hangs loose, in a document that was read into pieces."""
    return controleer_document(delen, vergelijk_delen)
