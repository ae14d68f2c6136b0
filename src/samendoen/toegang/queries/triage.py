"""What the triage table proposes: for one question, or for many in the same few queries."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samendoen.inwoners.api import kernen
from samendoen.kernel.api import Actor
from samendoen.organisatie.api import gebiedsteams
from samendoen.organisatie.api import kernen as plaatsen
from samendoen.toegang.definities import tabelnaam, triageregels
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import Triageregel, Triagevoorstel, Triagevraag, leeftijdsgroep, stel_voor


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


def triagevragen(door: Actor, meldingen: Collection[Melding]) -> dict[int, Triagevraag]:
    """Return by melding what triage looks at, with age and village of a resident whom we know.

    A few queries, whatever their number. The village of a secret address is left out.
    """
    bekend = kernen(door, {m.inwoner_id for m in meldingen if m.herkend})
    namen = {naam.casefold(): naam for naam in plaatsen().values()} if bekend else {}
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
