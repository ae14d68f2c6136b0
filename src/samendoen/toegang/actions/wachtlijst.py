"""Use cases on the waiting list: how soon a question is next, and calling who waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
)
from samendoen.schil.api import datum_lang
from samendoen.toegang.access import haal_op_slot, niet_gevonden
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.definities import eigen_wachtlijst, wachtlijsthash, wachtlijstnaam
from samendoen.toegang.events import (
    WachtcontactIngetrokken,
    WachtcontactVastgelegd,
    WachtprioriteitGezet,
)
from samendoen.toegang.models import Melding, Overbrugging, Wachtcontact, Wachtplek
from samendoen.toegang.queries.wachtenden import wachtend
from samendoen.toegang.rules import (
    LANGSTE_WACHT,
    WACHTCONTACT,
    Contactmoment,
    Contactuitkomst,
    laatste,
    uiterste_contact,
)
from samendoen.werk.api import laat_taken_vervallen

LANGSTE = 2000
PLEKVELDEN = ["contact_op", "volgende_op", "verteld_op", "verwachte_weken"]


@dataclass(frozen=True, slots=True)
class Prioriteitkeuze:
    """How soon a question is next (a code of the municipality's list), and why."""

    melding: int
    prioriteit: str
    reden: str


@dataclass(frozen=True, slots=True)
class Contactinvoer:
    """A call to somebody who waits. Without `volgende_op` the rhythm says when they are called next.

    `verwachte_weken` is how long they were told to wait still, None when nothing was said about it.
    """

    kenmerk: UUID
    melding: int
    op: date
    uitkomst: str
    woorden: str = ""
    volgende_op: date | None = None
    verwachte_weken: int | None = None


def eis_wacht(meldingen: Mapping[int, Melding]) -> None:
    """Raise Domeinfout for a question that does not wait (any more). One query."""
    wachten = set(wachtend(Melding.objects.filter(pk__in=meldingen)).values_list("pk", flat=True))
    for pk in meldingen:
        if pk not in wachten:
            raise Domeinfout(
                "wacht_niet",
                _("Melding %(nr)s staat niet op de wachtlijst.") % {"nr": pk},
                _("Ververs de pagina: misschien pakte een collega haar op."),
            )


def eis_tekst(veld: str, tekst: str) -> None:
    """Raise Domeinfout for words that are too long."""
    if len(tekst) > LANGSTE or "\x00" in tekst:
        raise Domeinfout(
            f"wacht_{veld}",
            _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
            _("Kort het in."),
            veld=veld,
        )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def zet_wachtprioriteiten(door: Actor, keuzes: Sequence[Prioriteitkeuze]) -> None:
    """Decide how soon questions are next, each with the reason that the list shows.

    The same again changes nothing; another choice corrects. Raises NietGevonden or Geweigerd without the
    right on one of them, Domeinfout (with the field) for one that does not wait, an unknown priority or a
    missing reason. All or nothing.
    """
    meldingen = haal_op_slot(door, [k.melding for k in keuzes])
    for keuze in keuzes:
        _controleer_keuze(keuze)
    plekken = Wachtplek.objects.filter(melding__in=meldingen).values_list("melding_id", "prioriteit", "reden")
    staat = {pk: (prioriteit, reden) for pk, prioriteit, reden in plekken}
    nieuw = [k for k in keuzes if staat.get(k.melding) != (k.prioriteit, k.reden.strip())]
    if not nieuw:
        return
    eis_wacht({k.melding: meldingen[k.melding] for k in nieuw})
    rijen = [
        Wachtplek(
            melding_id=k.melding,
            inwoner_id=meldingen[k.melding].inwoner_id,
            wet=meldingen[k.melding].wet,
            prioriteit=k.prioriteit,
            reden=k.reden.strip(),
        )
        for k in nieuw
    ]
    schrijf(rijen, of_werk_bij=(["melding"], ["prioriteit", "reden"]))
    merk = wachtlijsthash(wachtlijstnaam())
    leg_vast(
        door,
        *(
            _vast(
                meldingen[k.melding],
                WachtprioriteitGezet(prioriteit=k.prioriteit, definitie=merk),
                klok.vandaag(),
                {"reden": k.reden.strip()},
            )
            for k in nieuw
        ),
    )


def _controleer_keuze(keuze: Prioriteitkeuze) -> None:
    fouten = (
        (
            "prioriteit",
            keuze.prioriteit not in {p.code for p in eigen_wachtlijst().prioriteit},
            _("Deze prioriteit bestaat niet."),
            _("Kies er een uit de lijst."),
        ),
        (
            "reden",
            not keuze.reden.strip(),
            _("Er staat niet waarom."),
            _("Schrijf kort op waarom: de wachtlijst laat het zien."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"wacht_{veld}", wat, doe, veld=veld)
    eis_tekst("reden", keuze.reden)


def _vast(
    melding: Melding,
    gebeurtenis: WachtprioriteitGezet | WachtcontactVastgelegd,
    op: date,
    inhoud: Mapping[str, str],
) -> Vastlegging:
    return Vastlegging(
        gebeurtenis,
        melding.pk,
        op,
        dossier_id=melding.dossier_id,
        persoon_id=melding.inwoner_id,
        wet=melding.wet,
        inhoud=inhoud,
    )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def leg_wachtcontacten_vast(door: Actor, invoer: Sequence[Contactinvoer]) -> None:
    """Record calls to who waits; the task that asked for one is off the desk.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right on one of
    them, Domeinfout (with the field) for one that does not wait, an unknown outcome, an impossible day, or a
    next day after what the rhythm of the priority asks. All or nothing.
    """
    meldingen = haal_op_slot(door, [c.melding for c in invoer])
    gelijk = Wachtcontact.objects.filter(kenmerk__in=[c.kenmerk for c in invoer])
    bekend = set(gelijk.values_list("kenmerk", flat=True))
    nieuw = [c for c in invoer if c.kenmerk not in bekend]
    if not nieuw:
        return
    eis_wacht({c.melding: meldingen[c.melding] for c in nieuw})
    weken = _ritmes(meldingen)
    rijen = [_contact(door, c, meldingen[c.melding], weken[c.melding]) for c in nieuw]
    schrijf(rijen)
    _werk_plekken_bij(meldingen)
    leg_vast(
        door,
        *(
            _vast(
                meldingen[r.melding_id],
                WachtcontactVastgelegd(
                    contact=r.kenmerk,
                    uitkomst=r.uitkomst,
                    volgende_op=r.volgende_op,
                    verwachte_weken=r.verwachte_weken,
                ),
                r.op,
                {"toelichting": r.woorden},
            )
            for r in rijen
        ),
    )
    laat_taken_vervallen(door, WACHTCONTACT, SOORT, {r.melding_id for r in rijen})


def _ritmes(meldingen: Mapping[int, Melding]) -> dict[int, int]:
    """Return by question in how many weeks who waits is called again."""
    definitie = eigen_wachtlijst()
    gekozen = dict(Wachtplek.objects.filter(melding__in=meldingen).values_list("melding_id", "prioriteit"))
    return {pk: definitie.van(gekozen.get(pk, ""), m.route).weken for pk, m in meldingen.items()}


def _contact(door: Actor, c: Contactinvoer, melding: Melding, weken: int) -> Wachtcontact:
    _controleer_contact(c, melding)
    uiterlijk = uiterste_contact(c.op, Contactuitkomst(c.uitkomst), weken)
    if c.volgende_op is not None and not c.op < c.volgende_op <= uiterlijk:
        raise Domeinfout(
            "wacht_volgende_op",
            _("Het volgende contact ligt niet na dit contact, of te ver weg."),
            _("Kies een dag tot en met %(dag)s: zo vaak belt het team wie wacht.")
            % {"dag": datum_lang(uiterlijk)},
            veld="volgende_op",
        )
    return Wachtcontact(
        kenmerk=c.kenmerk,
        melding=melding,
        inwoner_id=melding.inwoner_id,
        wet=melding.wet,
        gebruiker_id=door.id,
        op=c.op,
        uitkomst=c.uitkomst,
        woorden=c.woorden.strip(),
        volgende_op=c.volgende_op or uiterlijk,
        verwachte_weken=c.verwachte_weken,
    )


def _controleer_contact(c: Contactinvoer, melding: Melding) -> None:
    lijst = _("Kies er een uit de lijst.")
    vertelt = c.verwachte_weken is not None
    fouten = (
        ("uitkomst", c.uitkomst not in set(Contactuitkomst), _("Deze uitkomst bestaat niet."), lijst),
        (
            "op",
            not melding.ontvangen_op <= c.op <= klok.vandaag(),
            _("De dag van het contact ligt vóór de melding of in de toekomst."),
            _("Kies een dag tussen de melding en vandaag."),
        ),
        (
            "verwachte_weken",
            vertelt and not 0 <= (c.verwachte_weken or 0) <= LANGSTE_WACHT,
            _("Dit aantal weken kan niet."),
            _("Vul een getal in van 0 tot en met %(n)s.") % {"n": LANGSTE_WACHT},
        ),
        (
            "verwachte_weken",
            vertelt and c.uitkomst == Contactuitkomst.NIET_BEREIKT,
            _("U hebt niemand bereikt, dus niets verteld over de wachttijd."),
            _("Laat dit veld leeg, of kies een andere uitkomst."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"wacht_{veld}", wat, doe, veld=veld)
    eis_tekst("woorden", c.woorden)


def _werk_plekken_bij(meldingen: Mapping[int, Melding]) -> None:
    """Write on each place in line what its contacts together say."""
    per: dict[int, list[Contactmoment]] = {pk: [] for pk in meldingen}
    rijen = Wachtcontact.objects.filter(melding__in=meldingen, ingetrokken=False).order_by("pk")
    for pk, op, volgende, weken in rijen.values_list("melding_id", "op", "volgende_op", "verwachte_weken"):
        per[pk].append(Contactmoment(op, volgende, weken))
    plekken = []
    for pk, momenten in per.items():
        nu = laatste(momenten)
        plekken.append(
            Wachtplek(
                melding_id=pk,
                inwoner_id=meldingen[pk].inwoner_id,
                wet=meldingen[pk].wet,
                contact_op=nu.contact_op,
                volgende_op=nu.volgende_op,
                verteld_op=nu.verteld_op,
                verwachte_weken=nu.verwachte_weken,
            )
        )
    schrijf(plekken, of_werk_bij=(["melding"], PLEKVELDEN))


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def trek_wachtcontact_in(door: Actor, melding_id: int, contact_id: int) -> None:
    """Cross out a contact that was recorded by mistake; what the ones before it say holds again.

    Again changes nothing. Raises NietGevonden or Geweigerd without the right.
    """
    melding = haal_op_slot(door, [melding_id])[melding_id]
    rij = Wachtcontact.objects.select_for_update().filter(pk=contact_id, melding=melding).first()
    if rij is None:
        raise niet_gevonden()
    if rij.ingetrokken:
        return
    rij.ingetrokken = True
    rij.save(update_fields=["ingetrokken"])
    _werk_plekken_bij({melding_id: melding})
    leg_vast(
        door,
        Vastlegging(
            WachtcontactIngetrokken(contact=rij.kenmerk),
            melding_id,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=gebeurtenis_van(melding_id, WachtcontactVastgelegd.soort, "contact", rij.kenmerk),
        ),
    )


def gebeurtenis_van(melding_id: int, soort: str, sleutel: str, kenmerk: UUID) -> int:
    """Return the event of this kind that carries this client-made id."""
    regels = van_onderwerp(SOORT, [melding_id])[melding_id]
    return next(g.pk for g in regels if g.soort == soort and g.gegevens[sleutel] == str(kenmerk))


def verplaats_wachten(personen: Mapping[int, int]) -> None:
    """Let what was written while (question -> person) waits be about whom it turned out to be about."""
    for plek in Wachtplek.objects.filter(melding__in=personen):
        for model in (Wachtplek, Wachtcontact, Overbrugging):
            rijen = model.objects.filter(melding=plek.melding_id)
            rijen.update(inwoner_id=personen[plek.melding_id])
