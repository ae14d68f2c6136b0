"""The report `evaluatie`, as Lansingerland has it: part A counts (results, money, advice), part B tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from samendoen.beleid.models import Activiteit
from samendoen.beleid.queries.boom import ActiviteitWaarde, DeelWaarde, DoelWaarde, boom, nieuwste_agenda
from samendoen.beleid.queries.rapport import delen, geld
from samendoen.beleid.queries.rapport.cijfers import Cijfers, bij_doel, cijfers_tot, hoe_geteld
from samendoen.beleid.queries.rapport.verhalen import Verhaalblok, Verhalen, ontvouw
from samendoen.beleid.rules.begroting import Begroting
from samendoen.beleid.rules.rapport import Alinea, Blok, Cel, Kolom, Kop, Lijst, Rapportdocument, Tabel


@dataclass(frozen=True, slots=True)
class _Stof:
    """Everything that the report is made of."""

    deel: DeelWaarde
    adviezen: dict[int, list[str]]
    begrotingen: list[Begroting]
    cijfers: Cijfers
    verhalen: Verhalen


def evaluatie(op: delen.Opdracht) -> Rapportdocument:
    """Return the report. Raises Domeinfout when the plan has no agenda."""
    deel = nieuwste_agenda(boom(op.plan, op.peildatum))
    codes = list(dict.fromkeys(chain.from_iterable(doel.indicatoren for doel in deel.doelen)))
    ids = [a.id for a in deel.activiteiten]
    stof = _Stof(
        deel=deel,
        adviezen=dict(Activiteit.objects.filter(pk__in=ids).values_list("pk", "adviezen")),
        begrotingen=geld.begrotingen_van(op.plan),
        cijfers=cijfers_tot(op.peildatum, codes),
        verhalen=Verhalen(doel.id for doel in deel.doelen),
    )
    blokken, verhalen = ontvouw(_blokken(op, stof))
    return Rapportdocument(
        soort="evaluatie",
        titel=f"Evaluatie {deel.titel}",
        afzender=op.gemeente,
        onder=(op.plan.titel, op.stand),
        peildatum=op.peildatum,
        blokken=blokken,
        voet=delen.voet(op.plan, deel.bron),
        gegevens=delen.gegevens(op, deel, stof.cijfers.grondslag, verhalen),
    )


def _blokken(op: delen.Opdracht, s: _Stof) -> Iterator[Blok | Verhaalblok]:
    yield from delen.over_de_lichten(s.deel.activiteiten)
    yield from delen.te_vroeg(s.deel, op.peildatum)
    yield Kop(_("Deel A. We tellen: resultaten per doel"))
    yield Alinea(_uitleg(s.deel))
    yield delen.telling(s.deel)
    for doel in s.deel.doelen:
        yield Kop(f"{doel.code}. {doel.titel}", 3)
        yield _resultaten(s, doel)
        for begroting in s.begrotingen:
            yield from geld.besteed(begroting, str(doel.id))
    if s.begrotingen:
        yield Kop(_("Deel A. We tellen: het geld"))
        for begroting in s.begrotingen:
            yield from geld.ontwikkeling(begroting, 3)
            yield from geld.besteed_per_jaar(begroting)
    met_advies = [b for b in s.begrotingen if b.advies]
    if met_advies:
        yield Kop(_("Deel A. Aanbevelingen"))
        for begroting in met_advies:
            yield from geld.advies(begroting)
    yield Kop(_("Deel B. We vertellen"))
    for doel in s.deel.doelen:
        yield from _verhaal(s, doel)
    yield from hoe_geteld(s.cijfers)


def _uitleg(deel: DeelWaarde) -> str:
    if delen.woorden_van(deel.aspecten) is delen.UITKOMST:
        return _(
            "Groen: het resultaat is behaald of de actie is klaar. Oranje: nog niet af. Rood: niet "
            "uitgevoerd; de reden staat erbij."
        )
    return _("Een activiteit telt mee met het licht dat de meeste aandacht vraagt.")


def _resultaten(s: _Stof, doel: DoelWaarde) -> Tabel:
    kolommen = (
        Kolom(_("Wat zouden we doen?"), breedte=4),
        Kolom(_("Wat is ervan gekomen?"), breedte=6),
        Kolom(_("Advies voor vervolg"), breedte=3),
    )
    rijen = tuple(
        (
            Cel(a.titel, a.resultaat),
            _uitkomst(a),
            Cel("\n".join(s.adviezen.get(a.id, [])) or "-"),
        )
        for a in doel.activiteiten
    )
    return Tabel(_("Acties en resultaten: %(doel)s") % {"doel": doel.titel}, kolommen, rijen)


def _uitkomst(a: ActiviteitWaarde) -> Cel:
    """Return what came of an activity, with the light that asks most attention."""
    tekst = a.verantwoording.tekst if a.verantwoording else _("Nog niet geschreven.")
    if not a.lichten:
        return Cel(tekst)
    woord = delen.woorden_van(a.aspecten)[a.kleur]
    return Cel(f"{woord} ({_('voorbeeld')})" if a.synthetisch else woord, tekst, a.kleur)


def _verhaal(s: _Stof, doel: DoelWaarde) -> Iterator[Blok | Verhaalblok]:
    yield Kop(f"{doel.code}. {doel.titel}", 3)
    if doel.tevreden_als:
        yield Alinea(doel.tevreden_als, _("Wanneer zijn we tevreden"))
    if doel.tellen:
        yield Alinea(_("hieraan zien wij of het lukt"), _("We tellen"))
        yield Lijst(doel.tellen)
    yield from bij_doel(s.cijfers, doel.indicatoren)
    if doel.vertellen:
        yield Alinea(_("dit willen wij van mensen horen"), _("We vertellen"))
        yield Lijst(doel.vertellen)
    yield from s.verhalen.bij(doel.id, 4)
    if doel.toelichting:
        yield Alinea(doel.toelichting, _("Toelichting"), stil=True)
    yield Alinea(doel.bron, _("Bron"), stil=True)
