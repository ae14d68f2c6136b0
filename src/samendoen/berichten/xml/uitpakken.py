"""Whatever form a file has, envelope, package or bare: the message in it, to be judged."""

from dataclasses import dataclass

from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.xml.envelop import is_envelop, lees_envelop
from samendoen.berichten.xml.pakket import is_pakket, pak_uit


@dataclass(frozen=True, slots=True)
class Uitgepakt:
    """The message, and what is wrong around it: with a finding there is nothing to judge."""

    inhoud: bytes
    bevindingen: tuple[Bevinding, ...] = ()


def neem_bericht(inhoud: bytes) -> Uitgepakt:
    """Take the message out of the envelope or the provider's package in which it travels; bare stays bare."""
    if is_envelop(inhoud):
        gelezen = lees_envelop(inhoud)
        envelop = gelezen.envelop
        if envelop is not None and envelop.fout is not None:
            zin = "Dit is geen bericht maar een foutbericht: zoek het bericht op waar het over gaat."
            return Uitgepakt(b"", (Bevinding(1, "Fo01", "/Fo01Bericht/body/code", zin),))
        return Uitgepakt(envelop.bericht if envelop else b"", gelezen.bevindingen)
    if is_pakket(inhoud):
        pakket = pak_uit(inhoud)
        return Uitgepakt(pakket.inhoud, pakket.bevindingen)
    return Uitgepakt(inhoud)
