"""One agenda item, and what was said about a casus or a question at case tables."""

from dataclasses import dataclass

from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from samendoen.casus.access import binnen, werkt_in
from samendoen.casus.actions.overlegrechten import eigen_overleggen, haal_punt, leesbare_punten
from samendoen.casus.definities import Tafel, tafels
from samendoen.casus.models import PUNTSTATUSSEN, Agendapunt, Casusmelding, Deelnemer, Deling
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.queries.overleg import STATUSVORM, deelnemernaam, nummer, tafelnaam
from samendoen.casus.rules import TOESTEMMING, Puntstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Niveau, Permissie, gevuld, log_inzage
from samendoen.organisatie.api import medewerkers_van
from samendoen.schil.api import datum_lang, datum_zonder_dag, status
from samendoen.toegang.api import meldingkernen


@dataclass(frozen=True, slots=True)
class Delingregel:
    """What was shared, with whom, on which basis; `weg` says that it was a mistake."""

    id: int
    wie: str
    wat: str
    grond: str
    dag: str
    weg: bool


@dataclass(frozen=True, slots=True)
class Puntbeeld:
    """One agenda item. `overleg_url` is "" for who does not keep that meeting; `afgezegd`: it is not held."""

    id: int
    punt: Agendapunt
    tafel: Tafel | None
    titel: str
    naam: str
    bron_url: str
    overleg: str
    afgezegd: bool
    overleg_url: str
    statuslabel: SafeString
    uitkomst: str
    delingen: tuple[Delingregel, ...]
    naar: str
    werkt: bool

    @property
    def open(self) -> bool:
        """Return whether it still waits."""
        return self.punt.status == Puntstatus.OPEN

    @property
    def besproken(self) -> bool:
        """Return whether it was discussed."""
        return self.punt.status == Puntstatus.BESPROKEN


def puntbeeld(door: Actor, punt_id: int) -> Puntbeeld:
    """Return one agenda item; logged. NietGevonden for who may not open its dossier."""
    punt = haal_punt(door, punt_id)
    log_inzage(door, "overlegpunt", [punt.dossier_id])
    tafel = tafels().get(punt.overleg.tafel)
    eigen = eigen_overleggen(door).filter(pk=punt.overleg_id).exists()
    return Puntbeeld(
        id=punt.pk,
        punt=punt,
        tafel=tafel,
        titel=nummer(punt),
        naam=_naam(door, punt),
        bron_url=reverse("casus", args=[punt.casus_id])
        if punt.casus_id
        else reverse("melding", args=[punt.melding_id]),
        overleg=f"{tafel.naam if tafel else punt.overleg.tafel}, {datum_lang(punt.overleg.op)}",
        afgezegd=punt.overleg.afgezegd_op is not None,
        overleg_url=reverse("overleg", args=[punt.overleg_id]) if eigen else "",
        statuslabel=_label(punt),
        uitkomst=_uitkomst(punt),
        delingen=_delingen(punt),
        naar=datum_lang(punt.naar.op) if punt.naar else "",
        werkt=door.mag(Permissie.CASUS_WERKEN)
        and binnen(Agendapunt.objects.filter(pk=punt.pk), door, niveau=Niveau.SCHRIJFBAAR).exists(),
    )


def _naam(door: Actor, punt: Agendapunt) -> str:
    if punt.casus_id:
        return namen_van_casussen(door, [punt.casus_id]).get(punt.casus_id, ("", 0))[0]
    return namen(door, [punt.inwoner_id]).get(punt.inwoner_id, "")


def _label(punt: Agendapunt) -> SafeString:
    stand = Puntstatus(punt.status)
    return status(STATUSVORM[stand], str(PUNTSTATUSSEN[stand]))


def _uitkomst(punt: Agendapunt) -> str:
    tafel = tafels().get(punt.overleg.tafel)
    return tafel.uitkomsten().get(punt.uitkomst, punt.uitkomst) if tafel else punt.uitkomst


def _delingen(punt: Agendapunt) -> tuple[Delingregel, ...]:
    tafel = tafels().get(punt.overleg.tafel)
    rijen = Deling.objects.filter(punt=punt).select_related("deelnemer__gebruiker").order_by("pk")
    return tuple(
        Delingregel(
            id=r.pk,
            wie=", ".join(deel for deel in deelnemernaam(r.deelnemer) if deel),
            wat=r.wat,
            grond=_grond(r, tafel),
            dag=datum_zonder_dag(r.op),
            weg=r.ingetrokken_op is not None,
        )
        for r in rijen
    )


def _grond(r: Deling, tafel: Tafel | None) -> str:
    grond = tafel.gronden().get(r.grond) if tafel else None
    naam = f"{grond.naam} ({grond.artikel})" if grond else r.grond
    if r.grond == TOESTEMMING and r.toestemming_op:
        return f"{naam}, {datum_zonder_dag(r.toestemming_op)}"
    return naam


def deelnemers_voor_keuze(overleg_id: int) -> list[tuple[int, str]]:
    """Return who sits at a meeting: for a choice."""
    rijen = Deelnemer.objects.filter(overleg=overleg_id).select_related("gebruiker").order_by("pk")
    return [(d.pk, ", ".join(deel for deel in deelnemernaam(d) if deel)) for d in rijen]


def collegas_voor_taak(punt: Agendapunt) -> list[tuple[int, str]]:
    """Return the colleagues to whom a task may be given: those of the team and those at the table."""
    team = {m.id: m.naam for m in medewerkers_van([punt.overleg.team.groep_id])}
    tafel = Deelnemer.objects.filter(overleg=punt.overleg_id, gebruiker__isnull=False)
    team |= dict(tafel.values_list("gebruiker_id", "gebruiker__naam"))
    return sorted(team.items(), key=lambda paar: paar[1])


def bespreekbaar(door: Actor, *, casus: int | None = None, melding: int | None = None) -> str:
    """Return by which number something that this actor may put on an agenda is known; "" when not."""
    if not door.mag(Permissie.CASUS_WERKEN):
        return ""
    if casus is not None:
        return nummer(Agendapunt(casus_id=casus)) if werkt_in(door, casus) else ""
    mag = melding is not None and melding in meldingkernen(door, [melding])
    return nummer(Agendapunt(melding_id=melding)) if mag else ""


def paneel_casus(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a casus what was said at tables, also about its questions."""
    alle: list[Agendapunt] = []
    if "casus:overleg" in gevuld(door, "casus", onderwerp_id):
        meldingen = Casusmelding.objects.filter(casus=onderwerp_id).values("melding")
        rijen = leesbare_punten(door).filter(Q(casus=onderwerp_id) | Q(melding__in=meldingen))
        alle = list(rijen.order_by("-overleg__op", "-pk"))
    mag = bespreekbaar(door, casus=onderwerp_id)
    return _paneel(alle, mag, "casus_agenderen", onderwerp_id)


def paneel_melding(door: Actor, onderwerp_id: int) -> str:
    """Show on the page of a question at which tables it was, or will be."""
    rijen = leesbare_punten(door).filter(melding=onderwerp_id)
    mag = bespreekbaar(door, melding=onderwerp_id)
    return _paneel(list(rijen.order_by("-overleg__op", "-pk")), mag, "melding_agenderen", onderwerp_id)


def _paneel(punten: list[Agendapunt], mag: str, url_naam: str, pk: int) -> str:
    if not punten and not mag:
        return ""
    regels = [
        {
            "url": reverse("overleg_punt", args=[p.pk]),
            "tafel": tafelnaam(p.overleg.tafel),
            "dag": datum_lang(p.overleg.op),
            "afgezegd": p.overleg.afgezegd_op is not None and p.status == Puntstatus.OPEN,
            "status": _label(p),
            "uitkomst": _uitkomst(p),
            "verslag": p.verslag,
            "nummer": nummer(p),
        }
        for p in punten
    ]
    gegevens = {
        "regels": regels,
        "nieuw_url": reverse(url_naam, args=[pk]) if mag else "",
        "escalatie_url": reverse("escalatie"),
    }
    return render_to_string("casus/paneel_overleg.html", gegevens)
