"""What comes in at the front door, and what becomes of it there."""

from collections.abc import Sequence

from samendoen.kernel.api import Actor
from samendoen.site.demo.deur import Deurloop, Keuze
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.toegang.api import (
    NieuweMelding,
    Triagebesluit,
    bevestig_ontvangst,
    handel_meldingen_af,
    registreer_meldingen,
    trek_meldingen_in,
    trieer_meldingen,
    volg_overdrachten_op,
)


def neem_op(door: Actor, vragen: Sequence[Deurloop], nummers: Nummers) -> None:
    """Take down the questions of a week."""
    ids = registreer_meldingen(door, [_melding(vraag, nummers) for vraag in vragen])
    nummers.meldingen |= dict(zip((v.melding.voorval.kenmerk for v in vragen), ids, strict=True))


def bevestig(door: Actor, vragen: Sequence[Deurloop], nummers: Nummers) -> None:
    """Send the letters that confirm the receipt."""
    bevestig_ontvangst(door, [(_id(v, nummers), v.bevestigd_op) for v in vragen if v.bevestigd_op])


def trieer(door: Actor, keuzes: Sequence[tuple[Deurloop, Keuze]], nummers: Nummers) -> None:
    """Decide where the questions go."""
    trieer_meldingen(
        door,
        [
            Triagebesluit(
                melding=_id(vraag, nummers),
                uitkomst=keuze.uitkomst,
                team=keuze.team,
                organisatie=nummers.organisaties[keuze.organisatie] if keuze.organisatie else None,
                opvolgen_op=keuze.opvolgen_op,
                reden=keuze.reden,
                op=keuze.op,
            )
            for vraag, keuze in keuzes
        ],
    )


def volg_op(door: Actor, vragen: Sequence[Deurloop], nummers: Nummers) -> None:
    """Ask whether the warm referrals worked."""
    gevraagd = [(vraag, vraag.opgevolgd) for vraag in vragen if vraag.opgevolgd]
    volg_overdrachten_op(door, [(_id(vraag, nummers), gelukt, op) for vraag, (op, gelukt) in gevraagd])


def rond_af(door: Actor, vragen: Sequence[Deurloop], nummers: Nummers) -> None:
    """Handle what a team finished in a week."""
    handel_meldingen_af(door, [(_id(v, nummers), *v.af) for v in vragen if v.af])


def trek_in(door: Actor, vragen: Sequence[Deurloop], nummers: Nummers) -> None:
    """Take back what the residents withdrew."""
    trek_meldingen_in(door, [(_id(vraag, nummers), "door_inwoner") for vraag in vragen])


def _id(vraag: Deurloop, nummers: Nummers) -> int:
    return nummers.meldingen[vraag.melding.voorval.kenmerk]


def _melding(vraag: Deurloop, nummers: Nummers) -> NieuweMelding:
    m, v = vraag.melding, vraag.melding.voorval
    return NieuweMelding(
        kenmerk=v.kenmerk,
        vraag=m.tekst,
        kanaal=v.kanaal,
        kader=v.kader,
        team=vraag.eerst,
        ontvangen_op=v.ontvangen_op,
        inwoner=nummers.personen[m.wie.kenmerk] if m.wie else None,
        leefgebieden=v.vraag.leefgebieden,
        spoed=v.vraag.spoed,
        melder=v.vraag.melder if m.wie else "anoniem",
        vrijwillig=v.vraag.vrijwillig,
        zorgvrager=v.vraag.zorgvrager,
    )
