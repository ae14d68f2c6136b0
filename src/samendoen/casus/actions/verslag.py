"""Send the report of an investigation: what was found is frozen, and its questions are answered."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, eis_open, haal_onderzoeken
from samendoen.casus.actions.onderzoek import eis_schrijfbaar, naar
from samendoen.casus.events import VerslagVerstuurd
from samendoen.casus.models import Onderzochte, Onderzoek, Onderzoekmelding, Verslagbrief, Verslagdeel
from samendoen.casus.queries.gemis import gemis_van
from samendoen.casus.queries.verslag import Verslagontwerp, als_json, ontwerpen
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.toegang.api import Status, Uitkomst, handel_meldingen_af, meldingkernen


@actie("casus", Permissie.CASUS_WERKEN)
def verstuur_verslagen(door: Actor, verzendingen: Sequence[tuple[int, date]]) -> None:
    """Record of (investigation, day) that the report went out that day (Wmo 2015 art. 2.3.2 lid 8).

    Each letter is frozen as it was sent, for each reader what that reader may read. The questions that are
    open still are handled as investigated: their clock is met or missed on that day. What the checklist
    misses is recorded; it stops nobody.
    Raises NietGevonden or Geweigerd without the right on the casus, on somebody in it or on one of its
    questions; Domeinfout for an investigation that ended, one without anything in it, or an impossible day.
    All or nothing.
    """
    op = dict(verzendingen)
    onderzoeken = haal_onderzoeken(door, op)
    personen = _eis_alles_schrijfbaar(door, onderzoeken)
    for pk, onderzoek in onderzoeken.items():
        eis_open([onderzoek.casus])
        _controleer(onderzoek, op[pk], pk in personen)
        onderzoek.status, onderzoek.verstuurd_op = naar(onderzoek, "verstuur"), op[pk]
    gemis = gemis_van(onderzoeken)
    werk_bij(onderzoeken.values(), ["status", "verstuurd_op"])
    letters = ontwerpen(door, op)
    _bevries(letters)
    leg_vast(
        door,
        *(
            _verstuurd(onderzoek, [b for b in letters if b.onderzoek_id == pk], gemis.get(pk, ()))
            for pk, onderzoek in onderzoeken.items()
        ),
    )
    _handel_af(door, op)


def _eis_alles_schrijfbaar(door: Actor, onderzoeken: Mapping[int, Onderzoek]) -> set[int]:
    """Refuse who may not write about everybody: their letter would leave words out. Return which of the
    investigations have somebody in them."""
    mogen = betrokkenen_van(door, {o.casus_id for o in onderzoeken.values()}, schrijven=True)
    rijen = Onderzochte.objects.filter(onderzoek__in=onderzoeken, dossier__gewist_op=None)
    gevonden = set()
    for onderzoek, persoon in rijen.values_list("onderzoek_id", "inwoner_id"):
        eis_schrijfbaar(door, mogen, onderzoeken[onderzoek].casus_id, persoon)
        gevonden.add(onderzoek)
    return gevonden


def _controleer(onderzoek: Onderzoek, op: date, met_iemand: bool) -> None:
    if not met_iemand:
        raise Domeinfout(
            "onderzoek_leeg",
            _("In dit onderzoek staat nog niemand."),
            _("Kies eerst met wie en waar u samen naar kijkt."),
        )
    if not onderzoek.begonnen_op <= op <= klok.vandaag():
        raise Domeinfout(
            "onderzoek_op",
            _("De dag van versturen ligt vóór het begin van het onderzoek of in de toekomst."),
            _("Kies een dag tussen het begin en vandaag."),
            veld="op",
        )


def _bevries(letters: Sequence[Verslagontwerp]) -> None:
    inhoud = [als_json(letter) for letter in letters]
    brieven = schrijf(
        Verslagbrief(
            onderzoek_id=letter.onderzoek_id,
            inwoner_id=letter.ontvanger.persoon_id,
            wet=letter.ontvanger.wet,
            dossier_id=letter.ontvanger.dossier_id,
            aan_id=letter.buiten,
            kader=kader,
        )
        for letter, (kader, _delen) in zip(letters, inhoud, strict=True)
    )
    schrijf(
        Verslagdeel(
            brief=brief,
            inwoner_id=over.persoon_id,
            wet=over.wet,
            dossier_id=over.dossier_id,
            volgorde=n,
            blokken=blokken,
        )
        for brief, letter, (_kader, delen) in zip(brieven, letters, inhoud, strict=True)
        for n, ((over, _deel), blokken) in enumerate(zip(letter.delen, delen, strict=True))
    )


def _verstuurd(onderzoek: Onderzoek, letters: Sequence[Verslagontwerp], gemis: Sequence[str]) -> Vastlegging:
    gebeurtenis = VerslagVerstuurd(
        casus=onderzoek.casus_id,
        team=onderzoek.casus.team.code,
        ontvangers=tuple(letter.voor for letter in letters),
        ontbreekt=tuple(gemis),
    )
    op = onderzoek.verstuurd_op or klok.vandaag()
    return Vastlegging(gebeurtenis, onderzoek.pk, op, dossier_id=onderzoek.casus.dossier_id)


def _handel_af(door: Actor, op: Mapping[int, date]) -> None:
    paren = Onderzoekmelding.objects.filter(onderzoek__in=op).order_by("melding_id")
    onderzoek_van = dict(paren.values_list("melding_id", "onderzoek_id"))
    kernen = meldingkernen(SYSTEEM, onderzoek_van)
    open_ = [pk for pk, kern in kernen.items() if kern.status == Status.OPEN]
    if open_:
        handel_meldingen_af(door, [(pk, Uitkomst.ONDERZOCHT.value, op[onderzoek_van[pk]]) for pk in open_])
