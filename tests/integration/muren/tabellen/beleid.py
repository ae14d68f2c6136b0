"""What beleid adds to the tables of actions: everything hangs on the role, nothing on a dossier."""

from collections.abc import Callable
from datetime import date
from typing import Any

from samendoen.kernel.actor import SYSTEEM

OP_DOSSIER: dict[str, str] = {}
OP_ROL = {
    "beleid.importeer_plan": "beleid",
    "beleid.zet_standen": "beleid",
    "beleid.zet_voorbeeldstanden": "beleid",
    "beleid.laad_voorbeeld": "beleid",
    "beleid.wijzig_verantwoordingen": "beleid",
    "beleid.koppel_indicator": "beleid",
    "beleid.maak_indicator_los": "beleid",
    "beleid.bied_aan": "beleid",
    "beleid.trek_aanbod_in": "beleid",
    "beleid.keur_goed": "beleid",
    "beleid.stuur_terug": "beleid",
    "beleid.haal_publicatie_terug": "beleid",
    "beleid.wijzig_regels": "beleid",
    "beleid.verplaats_regels": "beleid",
    "beleid.beeindig_regels": "beleid",
    "beleid.herstel_regels": "beleid",
    "beleid.voeg_themas_toe": "beleid",
    "beleid.voeg_doelen_toe": "beleid",
    "beleid.voeg_activiteiten_toe": "beleid",
    "beleid.plan_rapportdagen": "beleid",
    "beleid.laat_rapportdag_vervallen": "beleid",
    "beleid.maak_rapport": "beleid",
    "beleid.publiceer_rapport": "beleid",
    "beleid.laad_voorbeeldrapporten": "",
    "beleid.verbeter_rapport": "beleid",
    "beleid.boek_bestedingen": "beleid",
    "beleid.leg_lezing_weg": "beleid",
    "beleid.lees_document_in": "beleid",
    "beleid.neem_lezing_over": "beleid",
    "beleid.verbeter_lezing": "beleid",
}
BINNEN: set[str] = {"beleid.haal_verhaal_uit_rapporten", "beleid.laat_verlopen"}
DOCUMENT = """Wat willen we bereiken?

Iedereen doet mee.

Wat gaan we ervoor doen in 2026?

We openen de deur

De deur is dicht en dat is jammer. Daarom gaat zij open.

Resultaat: De deur is open.
"""


def zet_op(wereld: Any) -> dict[str, Any]:
    """Read in Lopik's plan."""
    from samendoen.beleid.api import (
        NieuweStand,
        importeer_plan,
        lees_document_in,
        maak_rapport,
        plan_rapportdagen,
        publiceer_rapport,
        zet_standen,
    )
    from samendoen.beleid.models import Activiteit, Begrotingsregel, Doelstelling, Verantwoording

    importeer_plan(SYSTEEM, "lopik")
    importeer_plan(SYSTEEM, "utrechtse-heuvelrug")
    uit = maak_rapport(SYSTEEM, "voortgang", "lopik").rapport_id
    publiceer_rapport(SYSTEEM, uit)
    # What changed since, so that there is something to correct.
    mbo = Activiteit.objects.get(code="mbo").pk
    zet_standen(SYSTEEM, [NieuweStand(mbo, "geld", "groen", date(2024, 6, 3), "Er is genoeg.")])
    doelen = Doelstelling.objects.select_related("thema")
    doel = doelen.get(code="1.1", thema__onderdeel__plan__code="lopik")
    return {
        "rapport": uit,
        "rapportconcept": maak_rapport(SYSTEEM, "voortgang", "lopik", date(2024, 6, 2)).rapport_id,
        "lezing": lees_document_in(SYSTEEM, "lopik", "voortgang.txt", DOCUMENT.encode()),
        "tekst": Verantwoording.objects.get(activiteit__code="mbo").pk,
        "aanbod": aanbod("top3"),
        "offer": Activiteit.objects.get(code="top3").pk,
        "rapportdag": plan_rapportdagen(SYSTEEM, [rapportdag(date(2031, 3, 31))])[0],
        "thema": doel.thema_id,
        "onderdeel": doel.thema.onderdeel_id,
        "aangenomen": aanbod("pga", goed=True),
        "regel": Begrotingsregel.objects.get(code="innovatie").pk,
        "activiteit": mbo,
        "doel": doel.pk,
    }


def aanbod(code: str, *, goed: bool = False) -> int:
    """Offer the account of an activity, as the system; with `goed` somebody approved it."""
    from samendoen.beleid.api import NieuweStand, Oordeel, bied_aan, keur_goed, zet_standen
    from samendoen.beleid.models import Activiteit
    from samendoen.kernel import klok
    from samendoen.kernel.api import Rol
    from tests.maak import actor, maak_medewerker

    nummer = Activiteit.objects.get(code=code).pk
    lichten = [NieuweStand(nummer, a, "groen", klok.vandaag(), "") for a in ("kwaliteit", "tijd", "geld")]
    zet_standen(SYSTEEM, lichten)
    [gemaakt] = bied_aan(SYSTEEM, [nummer])
    if goed:
        keur_goed(actor(maak_medewerker(Rol.BELEID)), [Oordeel(gemaakt)])
    return gemaakt


def rapportdag(dag: date) -> Any:
    """Return a day of reporting to plan."""
    from uuid import uuid4

    from samendoen.beleid.api import NieuweRapportdag

    return NieuweRapportdag(uuid4(), "lopik", "Trendrapport", dag)


def _einde(w: Any) -> Any:
    from samendoen.beleid.api import Einde, Regelsoort

    return Einde(Regelsoort.DOEL, w.extra["doel"], 1, "De motie is afgedaan.")


def _wijziging(w: Any) -> Any:
    from samendoen.beleid.api import Regelsoort, Wijziging

    return Wijziging(Regelsoort.DOEL, w.extra["doel"], 1, {"titel": "Iedereen doet mee"}, "Korter.")


def _verplaatsing(w: Any) -> Any:
    from samendoen.beleid.api import Regelsoort, Verplaatsing

    return Verplaatsing(Regelsoort.DOEL, w.extra["doel"], 1, 3)


def _erbij(w: Any, wat: str) -> Any:
    from uuid import uuid4

    from samendoen.beleid.api import NieuwDoel, NieuweActiviteit, NieuwThema

    if wat == "thema":
        return NieuwThema(uuid4(), w.extra["onderdeel"], "Energie")
    if wat == "doel":
        return NieuwDoel(uuid4(), w.extra["thema"], "Warme huizen", "Motie 12.")
    return NieuweActiviteit(uuid4(), w.extra["doel"], "Isoleren", "100 huizen")


def _oordeel(w: Any, welk: str) -> Any:
    from samendoen.beleid.api import Oordeel

    return Oordeel(w.extra[welk], "Schrijf op wat het opleverde.")


def _stand(w: Any) -> Any:
    from samendoen.beleid.api import NieuweStand
    from samendoen.kernel import klok

    return NieuweStand(w.extra["activiteit"], "tijd", "oranje", klok.vandaag(), "De planning schuift.")


def _tekst(w: Any) -> Any:
    from samendoen.beleid.api import NieuweVerantwoording

    return NieuweVerantwoording(w.extra["activiteit"], "Er is een overeenkomst getekend.", w.extra["tekst"])


def _besteding(w: Any) -> Any:
    from samendoen.beleid.api import NieuweBesteding

    return NieuweBesteding(w.extra["regel"], 2024, 250_000_00, date(2024, 5, 31))


def _verbetering() -> Any:
    from samendoen.beleid.api import Verbetering

    return Verbetering("We openen de deur", "De deur staat open.", "")


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {
    "beleid.importeer_plan": lambda w, r: ("lopik",),
    "beleid.zet_standen": lambda w, r: ([_stand(w)],),
    "beleid.zet_voorbeeldstanden": lambda w, r: ("lopik",),
    "beleid.laad_voorbeeld": lambda w, r: (),
    "beleid.wijzig_verantwoordingen": lambda w, r: ([_tekst(w)],),
    "beleid.koppel_indicator": lambda w, r: (w.extra["doel"], "meldingen-per-team"),
    "beleid.maak_indicator_los": lambda w, r: (w.extra["doel"], "meldingen-per-team"),
    "beleid.bied_aan": lambda w, r: ([w.extra["offer"]],),
    "beleid.trek_aanbod_in": lambda w, r: (w.extra["aanbod"],),
    "beleid.keur_goed": lambda w, r: ([_oordeel(w, "aanbod")],),
    "beleid.stuur_terug": lambda w, r: ([_oordeel(w, "aanbod")],),
    "beleid.haal_publicatie_terug": lambda w, r: (_oordeel(w, "aangenomen"),),
    "beleid.wijzig_regels": lambda w, r: ([_wijziging(w)],),
    "beleid.verplaats_regels": lambda w, r: ([_verplaatsing(w)],),
    "beleid.beeindig_regels": lambda w, r: ([_einde(w)],),
    "beleid.herstel_regels": lambda w, r: ([_einde(w)],),
    "beleid.voeg_themas_toe": lambda w, r: ([_erbij(w, "thema")],),
    "beleid.voeg_doelen_toe": lambda w, r: ([_erbij(w, "doel")],),
    "beleid.voeg_activiteiten_toe": lambda w, r: ([_erbij(w, "activiteit")],),
    "beleid.plan_rapportdagen": lambda w, r: ([rapportdag(date(2030, 12, 31))],),
    "beleid.laat_rapportdag_vervallen": lambda w, r: (w.extra["rapportdag"],),
    "beleid.boek_bestedingen": lambda w, r: ([_besteding(w)],),
    "beleid.leg_lezing_weg": lambda w, r: (w.extra["lezing"],),
    "beleid.lees_document_in": lambda w, r: ("lopik", "brief.txt", b"Een brief."),
    "beleid.neem_lezing_over": lambda w, r: (w.extra["lezing"],),
    "beleid.verbeter_lezing": lambda w, r: (w.extra["lezing"], 1, 1, 1, _verbetering()),
    "beleid.maak_rapport": lambda w, r: ("voortgang", "lopik"),
    "beleid.laad_voorbeeldrapporten": lambda w, r: (),
    "beleid.publiceer_rapport": lambda w, r: (w.extra["rapportconcept"],),
    "beleid.verbeter_rapport": lambda w, r: (w.extra["rapport"], "Een licht.", "Het stond fout."),
}
