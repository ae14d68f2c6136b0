"""What comes in at the front door, and what becomes of it there."""

from collections.abc import Sequence

from samendoen.kernel.api import SYSTEEM
from samendoen.site.demo.levensloop import Meldingloop
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.toegang.api import (
    NieuweMelding,
    handel_meldingen_af,
    registreer_meldingen,
    trek_melding_in,
)


def neem_op(meldingen: Sequence[Meldingloop], nummers: Nummers) -> None:
    """Take down the questions of a week."""
    ids = registreer_meldingen(SYSTEEM, [_melding(m, nummers) for m in meldingen])
    nummers.meldingen |= dict(zip((m.voorval.kenmerk for m in meldingen), ids, strict=True))


def rond_af(meldingen: Sequence[Meldingloop], nummers: Nummers) -> None:
    """Handle what was finished in a week; some are withdrawn by who asked."""
    af = [m.voorval for m in meldingen if m.voorval.afloop != "ingetrokken"]
    handel_meldingen_af(SYSTEEM, [(nummers.meldingen[v.kenmerk], v.afloop, v.klaar_op) for v in af])
    for m in meldingen:
        if m.voorval.afloop == "ingetrokken":
            trek_melding_in(SYSTEEM, nummers.meldingen[m.voorval.kenmerk], "door_inwoner")


def _melding(m: Meldingloop, nummers: Nummers) -> NieuweMelding:
    v = m.voorval
    return NieuweMelding(
        kenmerk=v.kenmerk,
        vraag=m.tekst,
        kanaal=v.kanaal,
        kader=v.kader,
        team=nummers.teams[v.telnaam],
        ontvangen_op=v.ontvangen_op,
        inwoner=nummers.personen[m.wie.kenmerk] if m.wie else None,
        leefgebieden=v.vraag.leefgebieden,
        spoed=v.vraag.spoed,
        melder=v.vraag.melder if m.wie else "anoniem",
        vrijwillig=v.vraag.vrijwillig,
        zorgvrager=v.vraag.zorgvrager,
    )
