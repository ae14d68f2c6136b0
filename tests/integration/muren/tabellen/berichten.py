"""What berichten adds to the tables of actions: the traffic itself is the system's."""

from collections.abc import Callable
from typing import Any

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "berichten.ontvang": "",
    "berichten.verwerk": "",
    "berichten.stel_uit": "",
    "berichten.verstuur": "",
    "berichten.vergeet_oude": "",
}
BINNEN = {"berichten.zet_klaar"}


def zet_op(wereld: Any) -> dict[str, Any]:
    """Make a message that was received."""
    from samendoen.berichten.actions.ontvangst import ontvang
    from samendoen.kernel.actor import SYSTEEM

    return {"bericht": ontvang(SYSTEEM, _levering())}


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
    "berichten.verstuur": lambda w, r: (w.extra["bericht"], GeenTransport()),
    "berichten.vergeet_oude": lambda w, r: (),
}
