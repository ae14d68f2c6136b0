"""What an agreement changes for what runs already: told before it is saved."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import Contract, Declaratieregel, Product, Tarief, Toewijzing
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.aanbieders import tarief_zin
from samendoen.besluiten.queries.afspraken import afspraken, naast, passend
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules.geldigheid import trek_in
from samendoen.schil.api import aantal, datum_zonder_dag


def gevolg_tarief(nieuw: Tarief) -> list[str]:
    """Return what a new tariff changes; Domeinfout when it does not fit among those that there are."""
    oude = naast(nieuw)
    past = passend(oude, nieuw.van, nieuw.tot)
    zinnen = []
    if past.sluit is not None:
        oud = next(t for t in oude if t.pk == past.sluit.id)
        zinnen.append(
            _("Nu geldt %(oud)s. Dat eindigt op %(dag)s; daarna wordt het %(nieuw)s.")
            % {
                "oud": tarief_zin(oud.eurocent, oud.eenheid),
                "dag": datum_zonder_dag(laatste_dag(nieuw.van)),
                "nieuw": tarief_zin(nieuw.eurocent, nieuw.eenheid),
            }
        )
    zinnen.append(_lopend_zin(_raakt(nieuw, nieuw.van, nieuw.tot).count()))
    return [*zinnen, *_geboekt(nieuw, nieuw.van), _gat(nieuw.tot), _blijft()]


def gevolg_contract(nieuw: Contract, producten: list[str]) -> list[str]:
    """Return what a new contract about these products changes; Domeinfout when it does not fit."""
    past = passend(naast(nieuw), nieuw.van, nieuw.tot)
    zinnen = []
    if past.sluit is not None:
        dag = datum_zonder_dag(laatste_dag(nieuw.van))
        zinnen.append(_("Het contract dat nu loopt, eindigt op %(dag)s.") % {"dag": dag})
    return [*zinnen, *_buiten_contract(nieuw.aanbieder_id, nieuw.van, producten), _gat(nieuw.tot), _blijft()]


def gevolg_einde(rij: Tarief | Contract, tot: date | None) -> list[str]:
    """Return what it changes that an agreement ends on another day; Domeinfout when it cannot."""
    passend([r for r in naast(rij) if r.pk != rij.pk], rij.van, tot)
    if isinstance(rij, Contract):
        buiten = _buiten_contract(rij.aanbieder_id, tot, []) if tot else []
        return [*buiten, _gat(tot), _blijft()]
    raakt = _lopend_zin(_raakt(rij, tot, None).count()) if tot else ""
    return [zin for zin in (raakt, _gat(tot), _blijft()) if zin]


def gevolg_intrekken(rij: Tarief | Contract) -> list[str]:
    """Return what it changes that an agreement is taken back as a mistake."""
    alle = afspraken(naast(rij))
    weg = next(a for a in alle if a.id == rij.pk)
    na = next((a for a in trek_in(alle, weg) if a.id == weg.sluit and a.tot != weg.van), None)
    zinnen = []
    if na is not None:
        zinnen.append(
            _("De afspraak van daarvoor gaat weer door, tot en met %(dag)s.")
            % {"dag": datum_zonder_dag(laatste_dag(na.tot))}
            if na.tot
            else _("De afspraak van daarvoor gaat weer door.")
        )
    if isinstance(rij, Tarief):
        zinnen += [_lopend_zin(_raakt(rij, rij.van, rij.tot).count()), *_geboekt(rij, rij.van)]
    elif na is None:
        zinnen += _buiten_contract(rij.aanbieder_id, rij.van, [])
    return [*zinnen, _blijft()]


def _blijft() -> str:
    return _("Besluiten en toewijzingen die er al zijn, veranderen niet.")


def _gat(tot: date | None) -> str:
    if tot is None:
        return _("Dit geldt tot u iets anders afspreekt.")
    return _("Na %(dag)s geldt dit niet meer.") % {"dag": datum_zonder_dag(laatste_dag(tot))}


def _lopend_zin(n: int) -> str:
    if not n:
        return _("In deze dagen loopt geen toewijzing waarvoor dit tarief telt.")
    zin = ngettext(
        "Dit telt voor %(n)s toewijzing die in deze dagen loopt.",
        "Dit telt voor %(n)s toewijzingen die in deze dagen lopen.",
        n,
    )
    return zin % {"n": aantal(n)}


def _raakt(tarief: Tarief, van: date, tot: date | None) -> QuerySet[Toewijzing]:
    """Return the assignments that run in these days and are paid by this tariff."""
    rijen = Toewijzing.objects.filter(voorziening__product=tarief.product_id)
    rijen = rijen.filter(Q(tot=None) | Q(tot__gt=van))
    if tot is not None:
        rijen = rijen.filter(van__lt=tot)
    if tarief.aanbieder_id is not None:
        return rijen.filter(aanbieder=tarief.aanbieder_id)
    eigen = Tarief.objects.filter(HOUDT, Q(tot=None) | Q(tot__gt=van), product=tarief.product_id)
    return rijen.exclude(
        aanbieder__in=eigen.filter(van__lte=van, aanbieder__isnull=False).values("aanbieder")
    )


def _geboekt(tarief: Tarief, van: date) -> list[str]:
    """Return the sentence about lines of invoices that were booked already over days from `van` on."""
    rijen = Declaratieregel.objects.filter(product=tarief.product_id, tot__gt=van, toegekend_eurocent__gt=0)
    n = (rijen.filter(aanbieder=tarief.aanbieder_id) if tarief.aanbieder_id else rijen).count()
    if not n:
        return []
    zin = ngettext(
        "Over deze dagen is al %(n)s declaratieregel betaald. Die verandert niet.",
        "Over deze dagen zijn al %(n)s declaratieregels betaald. Die veranderen niet.",
        n,
    )
    return [zin % {"n": aantal(n)}]


def _buiten_contract(aanbieder: int, dag: date, producten: list[str]) -> list[str]:
    """Return the sentence about assignments that go on after `dag` for what is in no contract then."""
    rijen = Toewijzing.objects.filter(Q(tot=None) | Q(tot__gt=dag), aanbieder=aanbieder)
    rijen = rijen.exclude(voorziening__product__code__in=producten)
    n = rijen.count()
    if not n:
        return []
    wat = Product.objects.filter(pk__in=rijen.values("voorziening__product")).order_by("naam")
    namen = ", ".join(capfirst(naam) for naam in wat.values_list("naam", flat=True))
    zin = ngettext(
        "Let op: %(n)s toewijzing gaat daarna door zonder contract (%(wat)s).",
        "Let op: %(n)s toewijzingen gaan daarna door zonder contract (%(wat)s).",
        n,
    )
    return [zin % {"n": aantal(n), "wat": namen}]
