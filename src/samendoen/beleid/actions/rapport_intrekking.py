"""Withdrawn consent beats freezing: another version without the story, and the old bytes destroyed.

See decision record 0026. Called in the transaction of the withdrawal, whose words are gone by then.
"""

from dataclasses import replace

from django.utils import translation
from django.utils.translation import gettext as _

from samendoen.beleid.actions.rapport import Verbetering, met_bovenaan, zet_vast
from samendoen.beleid.actions.verhaal_einde import bij_intrekking
from samendoen.beleid.events import RapportGepubliceerd, RapportVerbeterd, RapportVernietigd
from samendoen.beleid.models import Rapport, Rapportbestand, Rapportpublicatie, Rapportvernietiging
from samendoen.beleid.queries.rapport.delen import verbeterd
from samendoen.beleid.queries.rapporten import document_van, versienummer
from samendoen.beleid.rules.rapport import Rapportdocument
from samendoen.kernel.api import SYSTEEM, Actor, Vastlegging, actie, klok, leg_vast

REDEN = "toestemming_ingetrokken"


@actie("beleid", None)
def haal_verhaal_uit_rapporten(door: Actor, verhaal_id: int, rapporten: tuple[int, ...]) -> None:
    """Destroy every report that holds a story; of what the council reads there comes a version without.

    That version differs in nothing else, so it needs no second person: it is published at once.
    """
    for rapport in Rapport.objects.filter(pk__in=rapporten).select_related("plan").order_by("pk"):
        document = document_van(rapport.pk)
        if document is None:
            continue
        if _is_wat_de_raad_leest(rapport):
            _geef_uit_zonder(rapport, document, verhaal_id)
        Rapportvernietiging.objects.create(rapport=rapport, vernietigd_op=klok.nu(), reden=REDEN)
        Rapportbestand.objects.filter(rapport=rapport).delete()
        leg_vast(door, Vastlegging(RapportVernietigd(reden=REDEN), rapport.pk, klok.vandaag()))


def _is_wat_de_raad_leest(rapport: Rapport) -> bool:
    """Tell whether this version is out and no later one is."""
    uit = Rapportpublicatie.objects.filter(rapport=rapport).exists()
    return uit and not Rapportpublicatie.objects.filter(rapport__verbetert=rapport).exists()


def _laatste_van(rapport: Rapport) -> Rapport:
    """Return the end of the row of versions: a draft may stand after what is out."""
    while (volgende := Rapport.objects.filter(verbetert=rapport).first()) is not None:
        rapport = volgende
    return rapport


def _geef_uit_zonder(oud: Rapport, document: Rapportdocument, verhaal_id: int) -> None:
    """Freeze and publish what is left of a report; the system does, for nobody chose a word of it."""
    laatste = _laatste_van(oud)
    with translation.override("nl"):
        wijziging = _("Een verhaal is weggehaald. Verder is er niets veranderd.")
        reden = _("De toestemming om het te vertellen is ingetrokken.")
        nummer = versienummer(laatste) + 1
        blok = verbeterd(nummer, oud, wijziging, reden)
    kaal = met_bovenaan(zonder_verhaal(document, verhaal_id), blok, oud.pk, nummer)
    gemaakt = zet_vast(SYSTEEM, (oud.plan, kaal), Verbetering(laatste, wijziging, reden))
    Rapportpublicatie.objects.create(rapport_id=gemaakt.rapport_id, gepubliceerd_op=klok.nu())
    leg_vast(
        SYSTEEM,
        Vastlegging(RapportVerbeterd(verbetert=laatste.pk), gemaakt.rapport_id, klok.vandaag()),
        Vastlegging(RapportGepubliceerd(), gemaakt.rapport_id, klok.vandaag()),
    )


def zonder_verhaal(document: Rapportdocument, verhaal_id: int) -> Rapportdocument:
    """Return a report without the blocks of a story; the places of other stories move along."""
    verhalen: dict[str, list[int]] = dict(document.gegevens.get("verhalen", {}))
    weg = set(verhalen.pop(str(verhaal_id), []))
    blijft = [plek for plek in range(len(document.blokken)) if plek not in weg]
    nieuw = {plek: nummer for nummer, plek in enumerate(blijft)}
    return replace(
        document,
        blokken=tuple(document.blokken[plek] for plek in blijft),
        gegevens={
            **document.gegevens,
            "verhalen": {naam: [nieuw[plek] for plek in plekken] for naam, plekken in verhalen.items()},
        },
    )


def meld_aan() -> None:
    """Be told when consent for a story is withdrawn."""
    bij_intrekking.meld_aan("rapporten", haal_verhaal_uit_rapporten)
