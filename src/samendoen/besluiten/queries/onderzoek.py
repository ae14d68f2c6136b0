"""What was found before somebody decides: the questions, the plan, and whether it is too soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.models import Aanvraag
from samendoen.casus import api as casussen
from samendoen.kernel.api import Actor, Wet
from samendoen.recht.api import aanvraag_mogelijk, bereken
from samendoen.schil.api import datum_lang
from samendoen.toegang.api import Meldingkern, Status, meldingkernen


@dataclass(frozen=True, slots=True)
class Uitonderzoek:
    """What the investigation says: its conclusion, (life domain, how it is now, what is wanted), where it is
    read whole, and since when it stands ("": it is not sent yet)."""

    conclusie: str
    gebieden: tuple[tuple[str, str, str], ...]
    url: str
    verstuurd: str


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is known: (day, question) as they were asked, what the investigation found (None: nothing that
    this actor may read), the plan's action, and a warning ("": none)."""

    vragen: tuple[tuple[str, str], ...]
    onderzoek: Uitonderzoek | None
    afspraak: str
    niet_lichter: str
    te_vroeg: str


def bevindingen(door: Actor, aanvraag: Aanvraag) -> Bevinding:
    """Return what was found for an application that this actor may read."""
    van_casus = [melding for _casus, melding in casussen.meldingen_van([aanvraag.casus_id])]
    vragen = [m for m in van_casus if m.persoon_id == aanvraag.inwoner_id]
    leesbaar = meldingkernen(door, [m.id for m in vragen])
    acties = casussen.actiekernen(door, [aanvraag.actie_id]) if aanvraag.actie_id else {}
    actie = acties.get(aanvraag.actie_id or 0)
    return Bevinding(
        vragen=tuple(
            (datum_lang(m.ontvangen_op), m.vraag) for m in leesbaar.values() if m.vraag and not m.afgeschermd
        ),
        onderzoek=_uit_onderzoek(door, aanvraag),
        afspraak=actie.tekst if actie else "",
        niet_lichter=actie.niet_lichter if actie else "",
        te_vroeg=te_vroeg(vragen, aanvraag.wet, aanvraag.aangevraagd_op),
    )


def _uit_onderzoek(door: Actor, aanvraag: Aanvraag) -> Uitonderzoek | None:
    gevonden = casussen.onderzoeksbevindingen(door, aanvraag.casus_id, aanvraag.inwoner_id)
    if gevonden is None:
        return None
    return Uitonderzoek(
        conclusie=gevonden.conclusie,
        gebieden=gevonden.gebieden,
        url=reverse("onderzoek", args=[aanvraag.casus_id, gevonden.nummer]),
        verstuurd=datum_lang(gevonden.verstuurd_op) if gevonden.verstuurd_op else "",
    )


def te_vroeg(vragen: Sequence[Meldingkern], wet: str, op: date) -> str:
    """Return the warning that somebody applies before the investigation is done and its six weeks have
    passed (Wmo 2015 art. 2.3.2 lid 9); "" when there is nothing to warn about."""
    if wet != Wet.WMO:
        return ""
    lopend = [m for m in vragen if m.wet == Wet.WMO and m.status == Status.OPEN]
    eerste = min((m.ontvangen_op for m in lopend if m.ontvangen_op <= op), default=None)
    if eerste is None or aanvraag_mogelijk(eerste, op):
        return ""
    return _(
        "Het onderzoek naar de vraag van %(dag)s is nog niet afgerond. Een aanvraag kan pas na het "
        "onderzoek, of na %(einde)s (Wmo 2015 artikel 2.3.2 lid 9). Rond eerst het onderzoek af, of schrijf "
        "op waarom het niet kan wachten."
    ) % {"dag": datum_lang(eerste), "einde": datum_lang(bereken("wmo-onderzoek", eerste).einde)}
