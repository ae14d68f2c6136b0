"""What the triage table proposes: for one question, or for many in the same few queries."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samendoen.inwoners.api import kernen
from samendoen.kaart.api import organisaties_voor_keuze
from samendoen.kernel.api import Actor
from samendoen.organisatie.api import gebiedsteams, teamnamen
from samendoen.organisatie.api import kernen as plaatsen
from samendoen.toegang.definities import tabelnaam, triageregels
from samendoen.toegang.models import ROUTES, Melding
from samendoen.toegang.rules import (
    NAAR_TEAM,
    Route,
    Triageregel,
    Triagevoorstel,
    Triagevraag,
    leeftijdsgroep,
    stel_voor,
)


@dataclass(frozen=True, slots=True)
class Tafel:
    """The table of this municipality, with the teams of its areas: read once, asked often."""

    regels: tuple[Triageregel, ...]
    hash: str
    gebieden: Mapping[str, str]

    def stel_voor(self, vraag: Triagevraag) -> Triagevoorstel:
        """Return the proposal of the first row that holds."""
        return stel_voor(self.regels, vraag, self.gebieden, self.hash)


def tafel() -> Tafel:
    """Return the table of this database's municipality: two queries."""
    regels, hash_ = triageregels(tabelnaam())
    return Tafel(regels, hash_, gebiedsteams())


def stel_triage_voor(vraag: Triagevraag) -> Triagevoorstel:
    """Return what the table proposes for one question, and why."""
    return tafel().stel_voor(vraag)


def plaatsnamen() -> dict[str, str]:
    """Return the villages of the municipality as the table names them, by their name in small letters."""
    return {naam.casefold(): naam for naam in plaatsen().values()}


def triagevragen(door: Actor, meldingen: Collection[Melding]) -> dict[int, Triagevraag]:
    """Return by melding what triage looks at, with age and village of a resident whom we know.

    A few queries, whatever their number. The village of a secret address is left out.
    """
    bekend = kernen(door, {m.inwoner_id for m in meldingen if m.herkend})
    namen = plaatsnamen() if bekend else {}
    vragen = {}
    for m in meldingen:
        kern = bekend.get(m.inwoner_id) if m.herkend else None
        vragen[m.pk] = Triagevraag(
            kader=m.wet,
            leefgebieden=tuple(m.leefgebieden),
            kanaal=m.kanaal,
            spoed=m.spoed,
            vrijwillig=m.vrijwillig,
            zorgvrager=m.zorgvrager,
            leeftijdsgroep=leeftijdsgroep(kern.leeftijd if kern else None),
            plaats=namen.get(kern.plaats.casefold(), kern.plaats) if kern else "",
        )
    return vragen


@dataclass(frozen=True, slots=True)
class Voorstelbeeld:
    """A proposal as a screen shows it: the route and where it leads to in words, and the reason.

    `compleet`: it can be taken over as it is; otherwise a human must still choose a team or an organisation.
    """

    uitkomst: str
    label: str
    team: str
    organisatie: int | None
    bestemming: str
    reden: str
    compleet: bool


def voorstelbeeld(voorstel: Triagevoorstel) -> Voorstelbeeld:
    """Return a proposal ready to show."""
    organisatie = None
    if voorstel.organisatie:
        op_kaart = organisaties_voor_keuze()
        organisatie = next((pk for pk, naam in op_kaart if naam == voorstel.organisatie), None)
    naar_team, warm = voorstel.uitkomst in NAAR_TEAM, voorstel.uitkomst == Route.WARME_OVERDRACHT
    team = teamnamen().get(voorstel.team, "") if voorstel.team else ""
    return Voorstelbeeld(
        uitkomst=voorstel.uitkomst,
        label=str(ROUTES[Route(voorstel.uitkomst)]),
        team=voorstel.team,
        organisatie=organisatie,
        bestemming=team or voorstel.organisatie,
        reden=voorstel.reden,
        compleet=(not naar_team or bool(team)) and (not warm or organisatie is not None),
    )
