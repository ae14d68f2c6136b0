"""What werk plugs in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.recht.api import geef_soort
from samendoen.schil.api import datum_lang
from samendoen.werk import events, feiten
from samendoen.werk.definities import Regel, taakregel
from samendoen.werk.models import Taak, Termijn
from samendoen.werk.queries.achter import ZAKEN
from samendoen.werk.queries.eigenwerk import eigenwerk
from samendoen.werk.queries.klokken import adres_termijn
from samendoen.werk.rules import NADERT, Termijnstatus, begin, laatste_sein

REDENEN = {
    "aanvulling": gettext_lazy("wachten op een aanvulling"),
    "instemming": gettext_lazy("met instemming van de inwoner"),
    "vertraging": gettext_lazy("vertraging door de inwoner"),
    "overmacht": gettext_lazy("overmacht"),
}


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.wisser.meld_aan("werk", WISSER)
    stekkers.taakregel.meld_aan(NADERT, REGEL)
    stekkers.adres.meld_aan("werk.termijn", adres_termijn)
    stekkers.feit.meld_aan("termijn", feiten.TERMIJN)
    stekkers.zaken.meld_aan("termijn", ZAKEN)
    stekkers.navigatie.meld_aan("vandaag", NAVIGATIE)
    stekkers.eigenwerk.meld_aan("werk", eigenwerk)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the tasks that somebody wrote about this person under this law."""
    weg, _soorten = Taak.objects.filter(inwoner_id=persoon_id, wet=wet).delete()
    return weg


def nadert(dag: date) -> Iterator[Taakvoorstel]:
    """Yield a task for every running clock that asks for attention on `dag`, or is overdue: one from the
    day it nears its end, and another in its place with a few days left."""
    regel = taakregel(NADERT)
    rijen = Termijn.objects.filter(
        status=Termijnstatus.LOOPT, geschorst_vanaf=None, nadert_op__lte=dag
    ).order_by("pk")
    velden = ("pk", "soort", "start", "uiterste_datum", "dossier_id", "groep_id", "gebruiker_id")
    for r in rijen.values(*velden).iterator():
        yield _voorstel(regel, r, dag)


def _voorstel(regel: Regel, r: Mapping[str, Any], dag: date) -> Taakvoorstel:
    soort, uiterste = geef_soort(r["soort"]), r["uiterste_datum"]
    laatste = laatste_sein(begin(r["soort"], r["start"]), uiterste, regel.getal("dagen_vooraf"))
    tekst, uitleg = regel.schrijf(
        "" if uiterste >= dag else "te_laat",
        naam=_(soort.naam),
        wet=soort.grondslag,
        begin=datum_lang(r["start"]),
        einde=datum_lang(uiterste),
    )
    return Taakvoorstel(
        # With the last day in it: a clock that was moved asks for attention anew.
        sleutel=f"{r['pk']}.{uiterste.isoformat()}" + (".laatst" if laatste <= dag else ""),
        tekst=tekst,
        uitleg=uitleg,
        uiterlijk=uiterste,
        dossier_id=r["dossier_id"],
        groep_id=r["groep_id"],
        gebruiker_id=r["gebruiker_id"],
        onderwerp_soort="werk.termijn",
        onderwerp_id=r["pk"],
    )


def herleid(sleutel: str) -> list[tuple[str, date]]:
    """Return the days from which the task of a clock was computed."""
    regel, termijn = taakregel(NADERT), Termijn.objects.get(pk=int(sleutel.partition(".")[0]))
    van = begin(termijn.soort, termijn.start)
    return [
        (_("De termijn begon"), termijn.start),
        (_("%(n)s procent van de tijd is om") % {"n": regel.procent}, termijn.nadert_op),
        (
            _("Nog %(n)s dagen") % {"n": regel.dagen_vooraf},
            laatste_sein(van, termijn.uiterste_datum, regel.getal("dagen_vooraf")),
        ),
        (_("Laatste dag"), termijn.uiterste_datum),
    ]


Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]


def _dag(gegevens: Gegevens, veld: str) -> str:
    return datum_lang(date.fromisoformat(gegevens[veld]))


def _gestart(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Termijn gestart: %(naam)s, uiterlijk %(dag)s.") % {
        "naam": _(geef_soort(gegevens["termijnsoort"]).naam),
        "dag": _dag(gegevens, "uiterste_datum"),
    }


def _geschorst(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Termijn opgeschort (%(reden)s).") % {"reden": REDENEN[gegevens["reden"]]}


def _hervat(gegevens: Gegevens, inhoud: Inhoud) -> str:
    zin = (
        _("De gestelde termijn verstreek: de termijn loopt weer, uiterlijk %(dag)s.")
        if gegevens["verstreken"]
        else _("De termijn loopt weer, uiterlijk %(dag)s.")
    )
    return zin % {"dag": _dag(gegevens, "uiterste_datum")}


def _verdaagd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Beslissing verdaagd met %(dagen)s dagen, uiterlijk %(dag)s.") % {
        "dagen": gegevens["dagen"],
        "dag": _dag(gegevens, "uiterste_datum"),
    }


def _gehaald(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Termijn gehaald (uiterlijk %(dag)s).") % {"dag": _dag(gegevens, "uiterste_datum")}


def _gemist(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Klaar, maar na de laatste dag (%(dag)s): %(dagen)s dagen te laat.") % {
        "dag": _dag(gegevens, "uiterste_datum"),
        "dagen": gegevens["dagen_te_laat"],
    }


def _heropend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("De termijn loopt door: het werk is toch nog niet klaar.")


def _vervallen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Termijn vervallen.")


def _overgedragen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("De termijn ligt nu bij een ander team of een andere collega.")


def _taak_gemaakt(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Taak gemaakt, uiterlijk %(dag)s.") % {"dag": _dag(gegevens, "uiterlijk")}


def _taak_verzet(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Taak verzet, uiterlijk %(dag)s.") % {"dag": _dag(gegevens, "uiterlijk")}


def _taak_afgerond(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Taak afgerond.")


def _taak_heropend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Taak heropend.")


def _taak_vervallen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Taak vervallen.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.TermijnGestart.soort: _gestart,
    events.TermijnGeschorst.soort: _geschorst,
    events.TermijnHervat.soort: _hervat,
    events.TermijnVerdaagd.soort: _verdaagd,
    events.TermijnGehaald.soort: _gehaald,
    events.TermijnGemist.soort: _gemist,
    events.TermijnHeropend.soort: _heropend,
    events.TermijnVervallen.soort: _vervallen,
    events.TermijnOvergedragen.soort: _overgedragen,
    events.TaakGemaakt.soort: _taak_gemaakt,
    events.TaakVerzet.soort: _taak_verzet,
    events.TaakAfgerond.soort: _taak_afgerond,
    events.TaakHeropend.soort: _taak_heropend,
    events.TaakVervallen.soort: _taak_vervallen,
}
WISSER = stekkers.Wisser(("werk.Taak",), wis)
REGEL = Taakregel(NADERT, "Een wettelijke termijn nadert haar einde of is voorbij.", nadert, herleid)
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Vandaag"), "vandaag", Permissie.VANDAAG_ZIEN, 10)
