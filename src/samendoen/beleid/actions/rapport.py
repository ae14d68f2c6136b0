"""Use cases: freeze a report, publish it, correct it by another version."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import LANGSTE_TEKST, VOORBEELDPLAN, plan_onbekend
from samendoen.beleid.actions.verhaal_einde import noteer_verhalen
from samendoen.beleid.events import RapportGemaakt, RapportGepubliceerd, RapportVerbeterd
from samendoen.beleid.models import Plan, Rapport, Rapportbestand, Rapportpublicatie
from samendoen.beleid.queries.rapport.delen import Opdracht, verbeterd
from samendoen.beleid.queries.rapport.soorten import MAKERS, maak_document
from samendoen.beleid.queries.rapport.vormen import maak_vormen
from samendoen.beleid.queries.rapporten import document_van, rapport_onbekend, versienummer
from samendoen.beleid.rules.rapport import Blok, Rapportdocument
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
)


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A frozen report: its number, its bytes by form, the hash of its contents, and whether it is new."""

    rapport_id: int
    titel: str
    peildatum: date
    bestanden: dict[str, bytes]
    inhoud_hash: str
    nieuw: bool


@dataclass(frozen=True, slots=True)
class Verbetering:
    """What takes the place of what: the version before, what is different, and why."""

    rapport: Rapport
    wijziging: str
    reden: str


@actie("beleid", Permissie.BELEID_BEHEREN)
def maak_rapport(door: Actor, soort: str, plan: str, peildatum: date | None = None) -> Gemaakt:
    """Freeze a report of a plan as it stood on `peildatum` (today when left out), in every form.

    Only what was published of lights, accounts and figures is in it. The council does not see it until
    somebody else publishes it. The same contents are the same report: made twice, at one moment or later,
    it is there once. Raises Domeinfout for a kind that does not exist, a day to come, a plan without an
    agenda; NietGevonden for a plan that was not read in.
    """
    return zet_vast(door, document_voor(soort, plan, peildatum))


def document_voor(soort: str, plan: str, peildatum: date | None = None) -> tuple[Plan, Rapportdocument]:
    """Return a report as it would be frozen now, and its plan. Raises as `maak_rapport`."""
    _controleer(soort, peildatum)
    rij = Plan.objects.filter(code=plan).first()
    if rij is None:
        raise plan_onbekend(plan)
    return rij, maak_document(soort, Opdracht(rij, peildatum or klok.vandaag()))


def zet_vast(
    door: Actor, wat: tuple[Plan, Rapportdocument], verbetering: Verbetering | None = None
) -> Gemaakt:
    """Keep a report in every form, unless the same one is there; part of an action."""
    plan, document = wat
    bestanden = maak_vormen(document)
    hashes = {vorm: hashlib.sha256(bytes_).hexdigest() for vorm, bytes_ in bestanden.items()}
    merk = hashlib.sha256("".join(hashes[vorm] for vorm in sorted(hashes)).encode()).hexdigest()
    nieuw = Rapport(
        plan=plan,
        soort=document.soort,
        titel=document.titel,
        peildatum=document.peildatum,
        gemaakt_op=klok.nu(),
        inhoud_hash=merk,
        versie=version("samendoen"),
        maker_id=door.id,
        grondslag=dict(document.gegevens.get("grondslag", {})),
        verbetert=verbetering.rapport if verbetering else None,
        wijziging=verbetering.wijziging if verbetering else "",
        reden=verbetering.reden if verbetering else "",
    )
    nummer, gemaakt = _vind_of_schrijf(nieuw, bestanden, hashes)
    if gemaakt:
        gebeurtenis = RapportGemaakt(
            rapportsoort=document.soort, plan=plan.code, peildatum=document.peildatum, inhoud=merk
        )
        leg_vast(door, Vastlegging(gebeurtenis, nummer, klok.vandaag()))
        noteer_verhalen(door, nummer, [int(verhaal) for verhaal in _verhalen(document)])
    return Gemaakt(nummer, document.titel, document.peildatum, bestanden, merk, gemaakt)


def _vind_of_schrijf(nieuw: Rapport, bestanden: dict[str, bytes], hashes: dict[str, str]) -> tuple[int, bool]:
    """Of the same report made twice at one moment the second finds what the first wrote."""
    bekend = Rapport.objects.filter(plan=nieuw.plan, soort=nieuw.soort, inhoud_hash=nieuw.inhoud_hash)
    bestaat = bekend.first()
    if bestaat:
        return bestaat.pk, False
    try:
        with transaction.atomic():
            nieuw.save(force_insert=True)
            Rapportbestand.objects.bulk_create(
                Rapportbestand(rapport=nieuw, vorm=vorm, inhoud=bytes_, hash=hashes[vorm])
                for vorm, bytes_ in bestanden.items()
            )
    except IntegrityError as fout:
        if "rapport_inhoud" not in str(fout):
            raise
        return bekend.get().pk, False
    return nieuw.pk, True


@actie("beleid", Permissie.BELEID_PUBLICEREN)
def publiceer_rapport(door: Actor, rapport_id: int) -> bool:
    """Let a report out to the council and return whether that is new; doing it again changes nothing.

    Raises Domeinfout for who made it (four eyes: also when their role changed in between), for a report
    whose bytes are gone, and for a correction of a report that was not published; NietGevonden.
    """
    rapport = _op_slot(rapport_id)
    if Rapportpublicatie.objects.filter(rapport=rapport).exists():
        return False
    if door.id is not None and rapport.maker_id == door.id:
        raise Domeinfout(
            "rapport_eigen_werk",
            _("U hebt dit rapport zelf gemaakt. Een ander kijkt het na en publiceert het."),
            _("Vraag een collega die het beleid beheert."),
        )
    if not rapport.bestanden.exists():
        raise _vernietigd()
    Rapportpublicatie.objects.create(rapport=rapport, gepubliceerd_op=klok.nu(), door_id=door.id)
    leg_vast(door, Vastlegging(RapportGepubliceerd(), rapport.pk, klok.vandaag()))
    return True


@actie("beleid", Permissie.BELEID_BEHEREN)
def verbeter_rapport(
    door: Actor, rapport_id: int, wijziging: str, reden: str, peildatum: date | None = None
) -> Gemaakt:
    """Make another version of a published report that says what is different in it and why (an erratum).

    It tells how things stood on `peildatum` (today when left out) and waits, as every report, for somebody
    else to publish it. The version before stays as it is. Raises Domeinfout for a report that was not
    published, that was corrected already or is gone, without words, or when nothing would be different;
    NietGevonden.
    """
    oud = _op_slot(rapport_id)
    _keur_verbetering(oud, wijziging, reden)
    plan, document = document_voor(oud.soort, oud.plan.code, peildatum)
    was = document_van(oud.pk)
    if was is None:
        raise _vernietigd()
    if document.blokken == was.blokken[1 if oud.verbetert_id else 0 :]:
        raise Domeinfout(
            "verbetering_zonder_verschil",
            _("Er zou niets anders in staan dan in dit rapport."),
            _("Verbeter eerst het plan, of kies een andere dag."),
            veld="peildatum",
        )
    nummer = versienummer(oud) + 1
    with translation.override("nl"):
        blok = verbeterd(nummer, oud, wijziging.strip(), reden.strip())
    document = met_bovenaan(document, blok, oud.pk, nummer)
    gemaakt = zet_vast(door, (plan, document), Verbetering(oud, wijziging.strip(), reden.strip()))
    leg_vast(door, Vastlegging(RapportVerbeterd(verbetert=oud.pk), gemaakt.rapport_id, klok.vandaag()))
    return gemaakt


def met_bovenaan(document: Rapportdocument, blok: Blok, rapport_id: int, nummer: int) -> Rapportdocument:
    """Return a report with a block on top that says which version it takes the place of."""
    verhalen = {naam: [plek + 1 for plek in plekken] for naam, plekken in _verhalen(document).items()}
    return replace(
        document,
        blokken=(blok, *document.blokken),
        gegevens={
            **document.gegevens,
            "verhalen": verhalen,
            "verbetert": {"rapport": rapport_id, "versie": nummer},
        },
    )


def _verhalen(document: Rapportdocument) -> Mapping[str, list[int]]:
    verhalen: Mapping[str, list[int]] = document.gegevens.get("verhalen", {})
    return verhalen


def _keur_verbetering(oud: Rapport, wijziging: str, reden: str) -> None:
    if not Rapportpublicatie.objects.filter(rapport=oud).exists():
        raise Domeinfout(
            "rapport_nog_concept",
            _("Dit rapport is nog niet gepubliceerd."),
            _("Maak gewoon een nieuw rapport; de raad heeft dit nog niet gezien."),
        )
    if Rapport.objects.filter(verbetert=oud).exists():
        raise Domeinfout(
            "rapport_al_verbeterd",
            _("Van dit rapport is al een verbeterde versie gemaakt."),
            _("Verbeter die versie."),
        )
    for veld, tekst in (("wijziging", wijziging), ("reden", reden)):
        if not tekst.strip() or len(tekst) > LANGSTE_TEKST:
            raise Domeinfout(
                f"verbetering_{veld}",
                _("De raad moet kunnen lezen wat er anders is, en waarom."),
                _("Schrijf het in een paar zinnen op, in hoogstens %(n)s tekens.") % {"n": LANGSTE_TEKST},
                veld=veld,
            )


def _op_slot(rapport_id: int) -> Rapport:
    """Return a report and take the turn on it; a row that never changes cannot be locked for update."""
    op_beurt(f"beleid.rapport.{rapport_id}")
    rij = Rapport.objects.select_related("plan").filter(pk=rapport_id).first()
    if rij is None:
        raise rapport_onbekend()
    return rij


def _vernietigd() -> Domeinfout:
    return Domeinfout(
        "rapport_vernietigd",
        _("De bestanden van dit rapport zijn vernietigd."),
        _("Maak een nieuw rapport."),
    )


def _controleer(soort: str, peildatum: date | None) -> None:
    if soort not in MAKERS:
        raise Domeinfout(
            "onbekend_rapport",
            _("Het rapport '%(soort)s' bestaat niet.") % {"soort": soort[:60]},
            _("Kies uit: %(soorten)s.") % {"soorten": ", ".join(MAKERS)},
            veld="soort",
        )
    if peildatum and peildatum > klok.vandaag():
        raise Domeinfout(
            "peildatum_in_de_toekomst",
            _("De peildatum ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
            veld="peildatum",
        )


@actie("beleid", Permissie.SYSTEEM)
def laad_voorbeeldrapporten(door: Actor) -> None:
    """Make and publish the reports that the demo shows to the council; a second time changes nothing."""
    for soort in ("voortgang", "raadsdashboard"):
        publiceer_rapport(door, maak_rapport(door, soort, VOORBEELDPLAN).rapport_id)
