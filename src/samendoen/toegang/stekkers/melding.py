"""What a melding plugs in: where it is found and shown, how its events read, the rules that ask."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie, Vindbaar, zichtbaar
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.organisatie.api import teamnaam, teamnamen
from samendoen.recht.api import plus_werkdagen
from samendoen.schil.api import datum_lang
from samendoen.toegang import events, feiten
from samendoen.toegang.actions.registratie import vindbaar
from samendoen.toegang.models import KANALEN, REDENEN, ROUTES, UITKOMSTEN, Melding
from samendoen.toegang.queries.lijst import KOPPEN, meldingen_achter
from samendoen.toegang.queries.paneel import paneel_inwoner
from samendoen.toegang.rules import (
    NAAR_TEAM,
    OPVOLGEN,
    TRIAGE,
    VEILIG_THUIS,
    Kanaal,
    RedenIntrekken,
    Route,
    Status,
    Uitkomst,
    kort,
)
from samendoen.werk.api import taakregel

SOORT = "toegang.melding"


def meld_aan() -> None:
    """Fill the stekkers of a melding."""
    stekkers.feit.meld_aan("melding", feiten.MELDING)
    stekkers.zaken.meld_aan("melding", ZAKEN)
    for regel in (REGEL_TRIAGE, REGEL_OPVOLGEN):
        stekkers.taakregel.meld_aan(regel.code, regel)
    stekkers.paneel.meld_aan("inwoner:toegang", paneel_inwoner)
    stekkers.adres.meld_aan(SOORT, adres)
    stekkers.aanduiding.meld_aan(SOORT, aanduiding)
    stekkers.soortnaam.meld_aan(SOORT, SOORTNAAM)
    stekkers.begin.meld_aan("melding_nieuw", OPNEMEN)
    stekkers.zoekbron.meld_aan(SOORT, zoekregels)
    stekkers.navigatie.meld_aan("meldingen", NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every melding of this person under this law."""
    rijen = Melding.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(vraag="", contact="")
    return rijen.update(vraag="", contact="")


def adres(onderwerp_id: int) -> str:
    """Return the page of a melding."""
    return reverse("melding", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return the beginning of the question of each melding that this actor may read."""
    rijen = zichtbaar(Melding.objects.filter(pk__in=set(onderwerp_ids)).exclude(vraag=""), door)
    return {pk: kort(vraag, 72) for pk, vraag in rijen.values_list("pk", "vraag")}


def zoekregels() -> Iterator[Vindbaar]:
    """Yield what is to be found of every melding that still has its question."""
    namen = teamnamen()
    for melding in Melding.objects.exclude(vraag="").select_related("team").iterator():
        yield vindbaar(melding, namen[melding.team.code])


def te_trieren(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every question that nobody decided on by the last of its two working days; reports of
    Veilig Thuis have a rule of their own."""
    regel = taakregel(TRIAGE)
    rijen = Melding.objects.filter(status=Status.OPEN, route="", ontvangen_op__lt=dag).order_by("pk")
    if taakregel(VEILIG_THUIS).geldt:
        rijen = rijen.exclude(kanaal=Kanaal.VEILIG_THUIS)
    for r in rijen.values(*TAAKVELDEN, "ontvangen_op").iterator():
        ontvangen = r["ontvangen_op"]
        uiterlijk = plus_werkdagen(ontvangen, regel.getal("binnen_werkdagen"))
        if uiterlijk <= dag:
            yield meldingtaak(r, ontvangen, uiterlijk, regel.schrijf(dag=datum_lang(ontvangen)))


def op_te_volgen(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every warm referral of which somebody should ask by now whether it worked."""
    regel = taakregel(OPVOLGEN)
    rijen = Melding.objects.filter(opvolgen_op__lte=dag).order_by("pk")
    for r in rijen.values(*TAAKVELDEN, "opvolgen_op", "getrieerd_op").iterator():
        woorden = regel.schrijf(dag=datum_lang(r["getrieerd_op"]))
        yield meldingtaak(r, r["opvolgen_op"], r["opvolgen_op"], woorden)


def herleid_triage(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to decide on a question was computed."""
    melding = Melding.objects.get(pk=int(sleutel.partition(".")[0]))
    werkdagen = taakregel(TRIAGE).getal("binnen_werkdagen")
    return [
        (_("Binnengekomen"), melding.ontvangen_op),
        (_("Na %(n)s werkdagen") % {"n": werkdagen}, plus_werkdagen(melding.ontvangen_op, werkdagen)),
    ]


def herleid_opvolgen(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task to ask after a warm referral was computed."""
    melding = Melding.objects.get(pk=int(sleutel.partition(".")[0]))
    dagen = ((_("Overgedragen"), melding.getrieerd_op), (_("Afgesproken dag"), melding.opvolgen_op))
    return [(naam, dag) for naam, dag in dagen if dag is not None]


TAAKVELDEN = ("pk", "dossier_id", "team__groep_id")


def meldingtaak(r: Mapping[str, Any], merk: date, uiterlijk: date, woorden: tuple[str, str]) -> Taakvoorstel:
    """Return a task for the team of a melding: its words are (what, why), another `merk` is another task."""
    tekst, uitleg = woorden
    return Taakvoorstel(
        sleutel=f"{r['pk']}.{merk.isoformat()}",
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=uiterlijk,
        dossier_id=r["dossier_id"],
        groep_id=r["team__groep_id"],
        gebruiker_id=None,
        onderwerp_soort=SOORT,
        onderwerp_id=r["pk"],
    )


def _geregistreerd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Melding ontvangen (%(kanaal)s).") % {"kanaal": KANALEN[Kanaal(gegevens["kanaal"])]}


def _getrieerd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    route = Route(gegevens["uitkomst"])
    zin = _("Triage: %(route)s.") % {"route": str(ROUTES[route]).lower()}
    if route in NAAR_TEAM:
        team = teamnaam(gegevens["team"])
        zin = _("Triage: %(route)s (%(team)s).") % {"route": str(ROUTES[route]).lower(), "team": team}
    return _("%(zin)s Anders dan het voorstel.") % {"zin": zin} if gegevens["afgeweken"] else zin


def _opgevolgd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    if gegevens["gelukt"]:
        return _("Nagevraagd: de warme overdracht is gelukt.")
    return _("Nagevraagd: de warme overdracht is niet gelukt. De vraag is weer open.")


def _gekoppeld(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Gekoppeld aan een inwoner.")


def _bevestigd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Ontvangst bevestigd met een brief.")


def _afgehandeld(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Afgehandeld: %(uitkomst)s.") % {"uitkomst": UITKOMSTEN[Uitkomst(gegevens["uitkomst"])]}


def _heropend(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Heropend: de afhandeling was een vergissing.")


def _ingetrokken(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Ingetrokken: %(reden)s.") % {"reden": REDENEN[RedenIntrekken(gegevens["reden"])]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.MeldingGeregistreerd.soort: _geregistreerd,
    events.MeldingGetrieerd.soort: _getrieerd,
    events.OverdrachtOpgevolgd.soort: _opgevolgd,
    events.InwonerGekoppeld.soort: _gekoppeld,
    events.OntvangstBevestigd.soort: _bevestigd,
    events.MeldingAfgehandeld.soort: _afgehandeld,
    events.MeldingHeropend.soort: _heropend,
    events.MeldingIngetrokken.soort: _ingetrokken,
}
WISSER = stekkers.Wisser(("toegang.Melding",), wis)
SOORTNAAM = gettext_lazy("melding")
OPNEMEN = stekkers.Navigatiepunt(
    gettext_lazy("Melding opnemen"), "melding_nieuw", Permissie.MELDING_REGISTREREN, 10
)
REGEL_TRIAGE = Taakregel(
    TRIAGE, "Een vraag is na twee werkdagen nog niet getrieerd.", te_trieren, herleid_triage
)
REGEL_OPVOLGEN = Taakregel(
    OPVOLGEN, "De dag is gekomen om een warme overdracht na te vragen.", op_te_volgen, herleid_opvolgen
)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Meldingen"), "meldingen", Permissie.WERK_ZIEN, 20)

ZAKEN = stekkers.Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": "team__code",
        "kader": "wet",
        **{
            naam: naam
            for naam in (
                "ontvangen_op", "kanaal", "status", "afgehandeld_op", "uitkomst", "route", "getrieerd_op",
                "spoed", "melder", "vrijwillig",
            )
        },
    },
    KOPPEN,
    meldingen_achter,
    frozenset({"uitkomst", "route"}),
)  # fmt: skip
"""Withdrawn as a mistake or twice taken does not count in the fact, but stands in the list."""
