"""What the demo writes in bulk is what the same actions write one by one, as a screen does."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening
from samendoen.casus.models import (
    Actie,
    Agendapunt,
    Casus,
    Meldcodepad,
    Notitie,
    Onderzoek,
    Overleg,
    Plan,
    Veiligheidsmerk,
    Veiligheidstaxatie,
)
from samendoen.inwoners.models import Huishouden, Inwoner
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud, Inzagerecht
from samendoen.site.demo import vullen
from samendoen.site.demo.agenda import Agenda, Week
from samendoen.site.demo.kamers import Stuk
from samendoen.site.demo.mensen import Gezin
from samendoen.site.demo.schrijven.nummers import Nummers
from samendoen.toegang.models import Eropaf, Melding
from samendoen.werk.models import Termijn
from tests.democontrole import bouw, eigen_map, teruggedraaid

pytestmark = pytest.mark.django_db
SCHAAL, GEZINNEN = 0.02, 12
Namen = dict[str, dict[int, Any]]


def gezin_van(werk: Any) -> Gezin | None:
    """Return the household that something of the agenda is about."""
    if isinstance(werk, tuple):
        return gezin_van(werk[0])
    if isinstance(werk, Gezin):
        return werk
    if isinstance(werk, Stuk):
        return werk.gezin
    if hasattr(werk, "melding"):
        return gezin_van(werk.melding)
    if getattr(werk, "casus", None) and not hasattr(werk, "gezin"):
        return gezin_van(werk.casus)
    gezin: Gezin | None = werk.gezin
    return gezin


def steekproef(agenda: Agenda) -> Agenda:
    """Keep the households of the tour and the first ones that come to a casus."""
    gekozen = {g.kenmerk for week in agenda.values() for g in week.gezinnen if g.vitrine}
    met_casus = [t.casus.gezin.kenmerk for week in agenda.values() for t in week.geopend]
    gekozen |= set(list(dict.fromkeys(met_casus))[:GEZINNEN])

    def past(werk: Any) -> bool:
        gezin = gezin_van(werk)
        return gezin is not None and gezin.kenmerk in gekozen

    weken = {
        dag: Week(**{deel.name: list(filter(past, getattr(week, deel.name))) for deel in fields(Week)})
        for dag, week in agenda.items()
    }
    return {dag: week for dag, week in weken.items() if week.omvang}


def beleef_een_voor_een(week: Week, nummers: Nummers) -> None:
    """Write a week as people at their screens would: one thing at a time, in the same order."""
    for naam, schrijf, wie in vullen.STAPPEN:
        for werk in getattr(week, naam):
            schrijf(nummers.actoren[wie(werk)], [werk], nummers)


def namen() -> Namen:
    """Return what everything is called, whatever its number: the mark that the demo gave it."""
    casussen = dict(Casus.objects.values_list("pk", "kenmerk"))
    plannen = {pk: (casussen[c], v) for pk, c, v in Plan.objects.values_list("pk", "casus", "versie")}
    aanvragen = dict(Aanvraag.objects.values_list("pk", "kenmerk"))
    besluiten = {
        pk: (aanvragen[a], uitkomst)
        for pk, a, uitkomst in Besluit.objects.values_list("pk", "aanvraag", "uitkomst")
    }
    bekend: Namen = {
        "inwoners.inwoner": dict(Inwoner.objects.values_list("pk", "kenmerk")),
        "inwoners.huishouden": dict(Huishouden.objects.values_list("pk", "kenmerk")),
        "toegang.melding": dict(Melding.objects.values_list("pk", "kenmerk")),
        "casus.casus": casussen,
        "casus.plan": plannen,
        "casus.actie": {
            pk: (kenmerk, plannen[plan])
            for pk, kenmerk, plan in Actie.objects.values_list("pk", "kenmerk", "doel__plan")
        },
        "besluiten.aanvraag": aanvragen,
        "besluiten.besluit": besluiten,
        "besluiten.voorziening": {
            pk: besluiten[besluit] for pk, besluit in Voorziening.objects.values_list("pk", "besluit")
        },
        "besluiten.toewijzing": dict(Toewijzing.objects.values_list("pk", "kenmerk")),
    }
    bekend["toegang.eropaf"] = {
        pk: bekend["toegang.melding"][melding] for pk, melding in Eropaf.objects.values_list("pk", "melding")
    }
    bekend |= {soort: dict(model.objects.values_list("pk", "kenmerk")) for soort, model in KAMERS.items()}
    velden = ("pk", "onderwerp_soort", "onderwerp_id", "soort")
    bekend["werk.termijn"] = {
        pk: (bekend[over][nummer], soort) for pk, over, nummer, soort in Termijn.objects.values_list(*velden)
    }
    return bekend


# Subject of an event -> what it is.
KAMERS: dict[str, Any] = {
    "casus.onderzoek": Onderzoek, "casus.merk": Veiligheidsmerk, "casus.meldcode": Meldcodepad,
    "casus.veiligheidstaxatie": Veiligheidstaxatie, "casus.notitie": Notitie, "casus.overleg": Overleg,
    "casus.agendapunt": Agendapunt,
}  # fmt: skip
# Field of an event -> what its number is of.
VELDEN = {
    "casus": "casus.casus", "melding": "toegang.melding", "huishouden": "inwoners.huishouden",
    "betrokkenen": "inwoners.inwoner", "personen": "inwoners.inwoner", "persoon": "inwoners.inwoner",
    "meldingen": "toegang.melding", "over": "inwoners.inwoner", "lezers": "inwoners.inwoner",
    "ontvangers": "inwoners.inwoner", "overleg": "casus.overleg",
    "besluit": "besluiten.besluit", "toewijzing": "besluiten.toewijzing", "actie": "casus.actie",
}  # fmt: skip


def met_namen(gegevens: Mapping[str, Any], bekend: Namen) -> str:
    """Return the data of an event with names in the place of numbers."""

    def noem(veld: str, waarde: Any) -> Any:
        van = gegevens.get("over_soort") if veld == "over_id" else VELDEN.get(veld)
        if van is None:
            return waarde
        if isinstance(waarde, list):
            return sorted(str(bekend[van][nummer]) for nummer in waarde)
        return bekend[van][waarde] if isinstance(waarde, int) else waarde

    return repr(sorted((veld, noem(veld, waarde)) for veld, waarde in gegevens.items()))


def beeld() -> Counter[Any]:
    """Return every event with its content and every grant, without the numbers; tasks are of the night."""
    bekend = namen()
    inhoud: dict[int, list[tuple[str, str]]] = {}
    for pk, veld, waarde in GebeurtenisInhoud.objects.values_list("gebeurtenis_id", "veld", "waarde"):
        inhoud.setdefault(pk, []).append((veld, waarde))
    telling: Counter[Any] = Counter()
    velden = ("id", "soort", "onderwerp_soort", "onderwerp_id", "voorgevallen_op", "vastgelegd_op",
              "actor_soort", "actor_id", "gegevens")  # fmt: skip
    for pk, soort, over, nummer, *wanneer_wie, gegevens in Gebeurtenis.objects.values_list(*velden):
        if over in bekend:
            wat = met_namen(gegevens, bekend)
            telling[soort, bekend[over][nummer], *wanneer_wie, wat, repr(sorted(inhoud.get(pk, [])))] += 1
    rechten = Inzagerecht.objects.values_list("niveau", "grond", "wet", "gebruiker", "groep", "van", "tot")
    telling.update(rechten)
    return telling


def test_one_by_one_gives_what_the_bulk_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bedenk = vullen._bedenk
    monkeypatch.setattr(vullen, "_bedenk", lambda *alles: steekproef(bedenk(*alles)))
    monkeypatch.setattr(vullen, "_werk_af", lambda *_alles: None)  # plans and figures come once, at the end
    with eigen_map(tmp_path):
        with teruggedraaid():
            bouw(SCHAAL)
            samen = beeld()
        monkeypatch.setattr(vullen, "_beleef", beleef_een_voor_een)
        with teruggedraaid():
            bouw(SCHAAL)
            enkel = beeld()
    soorten = {regel[0] for regel in samen}
    assert soorten >= {"casus.plan_vastgesteld", "besluiten.toegewezen", "casus.casus_gesloten"}
    assert sum(samen.values()) > 500
    assert (samen - enkel, enkel - samen) == (Counter(), Counter())
