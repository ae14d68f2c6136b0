"""What berichten adds to the tables of actions: the traffic is the system's.

What a person decides hangs on the dossier that the message is about."""

from collections.abc import Callable
from typing import Any

BACKOFFICE = "consulent teamleider backoffice"
OP_DOSSIER = {
    "berichten.handel_signalen_af": BACKOFFICE,
    "berichten.heropen_signalen": BACKOFFICE,
    "berichten.herzend_berichten": BACKOFFICE,
    "berichten.probeer_opnieuw": BACKOFFICE,
}
OP_ROL = {
    "berichten.ontvang": "",
    "berichten.verwerk": "",
    "berichten.stel_uit": "",
    "berichten.stel_toewijzingen_op": "",
    "berichten.verstuur": "",
    "berichten.vergeet_oude": "",
}
BINNEN = {"berichten.zet_klaar"}


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a message that was received, and one that was sent about a dossier."""
    from samendoen.berichten.actions.ontvangst import ontvang
    from samendoen.berichten.models import Bericht
    from samendoen.kernel import klok
    from samendoen.kernel.acties import schrijft
    from samendoen.kernel.actor import SYSTEEM
    from samendoen.kernel.models import Dossier

    dossier = Dossier.objects.get(pk=wereld.dossiers[0])
    with schrijft("berichten"):
        verstuurd = Bericht.objects.create(
            richting="uit",
            status="aangeboden",
            sha256="0" * 64,
            ruw=b"<Proef/>",
            op=klok.nu(),
            dossier=dossier,
            wet=dossier.wet,
        )
        wacht = Bericht.objects.create(
            richting="in",
            status="ontvangen",
            sha256="0" * 64,
            op=klok.nu(),
            afgehandeld_op=klok.vandaag(),
            dossier=dossier,
            wet=dossier.wet,
        )
    return {"bericht": ontvang(SYSTEEM, _levering()), "verstuurd": verstuurd.pk, "wacht": wacht.pk}


def _levering() -> Any:
    from uuid import uuid4

    from samendoen.berichten.transport import Levering

    return Levering(uuid4(), "proef.xml", b"<Proef/>")


class GeenTransport:
    """Takes everything and keeps nothing."""

    def weiger(self, *_: object) -> None:
        """Pass over."""


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "berichten.ontvang": lambda w, r: (_levering(),),
    "berichten.verwerk": lambda w, r: (w.extra["bericht"],),
    "berichten.stel_uit": lambda w, r: (w.extra["bericht"], "proef"),
    "berichten.stel_toewijzingen_op": lambda w, r: (),
    "berichten.verstuur": lambda w, r: (w.extra["bericht"], GeenTransport()),
    "berichten.handel_signalen_af": lambda w, r: ([w.extra["verstuurd"]],),
    "berichten.heropen_signalen": lambda w, r: ([w.extra["wacht"]],),
    "berichten.herzend_berichten": lambda w, r: ([w.extra["verstuurd"]],),
    "berichten.probeer_opnieuw": lambda w, r: ([w.extra["wacht"]],),
    "berichten.vergeet_oude": lambda w, r: (),
}
