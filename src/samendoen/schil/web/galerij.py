"""The gallery: every component in every state, to look at and to check. Only with DEBUG."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samendoen.schil import api

VANDAAG = date(2025, 4, 10)
LEEFDOMEINEN = ("wonen", "geld", "werk en leren", "gezondheid", "gezin", "sociaal netwerk", "veiligheid")


class Voorbeeld(forms.Form):
    """A form with every kind of field."""

    naam = forms.CharField(label="Naam", help_text="Zoals op het paspoort.")
    geboortedatum = api.DatumVeld(label="Geboortedatum")
    team = forms.ChoiceField(label="Team", choices=[("", "Kies een team"), ("leerdam", "Leerdam")])
    vraag = forms.CharField(label="Wat is de vraag?", widget=forms.Textarea, required=False)
    kanaal = forms.ChoiceField(
        label="Hoe kwam de vraag binnen?",
        choices=[("balie", "Balie"), ("telefoon", "Telefoon")],
        widget=forms.RadioSelect,
    )
    domeinen = forms.MultipleChoiceField(
        label="Leefgebieden", choices=[(d, d.capitalize()) for d in LEEFDOMEINEN], widget=api.Chips
    )
    urgentie = forms.ChoiceField(
        label="Hoe snel?", choices=[("gewoon", "Gewoon"), ("spoed", "Spoed")], widget=api.ChipEen
    )
    akkoord = forms.BooleanField(label="De inwoner weet dat we dit opschrijven")
    uren = forms.IntegerField(label="Uren", required=False, widget=forms.NumberInput({"class": "sd-kort"}))
    bijlage = forms.FileField(label="Bijlage", required=False)
    op_slot = forms.CharField(label="Dossiernummer", initial="2025-0412", disabled=True, required=False)


@require_safe
def galerij(request: HttpRequest) -> HttpResponse:
    """Show all components; 404 without DEBUG."""
    if not settings.DEBUG:
        raise Http404
    fout = Voorbeeld({"naam": "", "geboortedatum": "31-02-2025", "domeinen": ["geld"], "uren": "veel"})
    fout.full_clean()
    orde = api.sortering(request.GET, {"wat", "uiterste", "aantal"}, "uiterste")
    return api.toon(
        request,
        "schil/galerij.html",
        {
            "form": Voorbeeld(prefix="leeg", initial={"domeinen": ["wonen", "geld"], "urgentie": "gewoon"}),
            "fout": fout,
            "klokken": _klokken(),
            "tabel": _tabel(orde),
            "lege_tabel": api.Tabel("Taken", (), (), leeg="Hier komen de taken die vandaag af moeten."),
            "pagina": Paginator(range(480), 20).page(4),
            "regels": _regels(request),
            "meer_url": "?eerder=1" if "eerder" not in request.GET else "",
            "lichten": [
                api.licht(s, o)
                for s, o in zip(
                    ("groen", "oranje", "rood", "grijs"), ("kwaliteit", "tijd", "geld", ""), strict=True
                )
            ],
            "standen": [
                api.status(s, s) for s in ("ok", "waarschuwing", "fout", "info", "neutraal", "pauze", "loopt")
            ],
            "kruimels": [("Vandaag", "/"), ("Onderdelen", "/galerij/"), ("Galerij", "")],
            "dag": VANDAAG,
        },
    )


def _klokken() -> list[api.Klok]:
    start = date(2025, 3, 10)
    stappen = [
        (
            start,
            "Op maandag 10 maart 2025 is de melding ontvangen. Die dag telt zelf niet mee.",
            "Wmo 2015 art. 2.3.2 lid 1",
        ),
        (
            date(2025, 4, 21),
            "De termijn is 6 weken: tot en met maandag 21 april 2025.",
            "Wmo 2015 art. 2.3.2 lid 1",
        ),
        (
            date(2025, 4, 21),
            "Maandag 21 april 2025 is tweede paasdag en kan niet de laatste dag zijn.",
            "Atw art. 3 lid 1",
        ),
        (date(2025, 4, 22), "De laatste dag is dinsdag 22 april 2025.", "Atw art. 1 lid 1"),
    ]
    stil = [(date(2025, 3, 20), date(2025, 3, 27))]
    einde = date(2025, 4, 22)
    basis: dict[str, Any] = {"start": start, "uiterste": einde, "vandaag": VANDAAG, "stappen": stappen}
    let_op = ["De schorsing loopt nog: de laatste dag schuift elke dag een dag op."]
    return [
        api.klok(naam="Onderzoek na een melding", **basis),
        api.klok(naam="Bijna om", **{**basis, "vandaag": einde - timedelta(days=3)}),
        api.klok(naam="Te laat", **{**basis, "vandaag": einde + timedelta(days=9)}),
        api.klok(
            naam="Staat stil",
            **{**basis, "vandaag": date(2025, 3, 25)},
            schorsingen=stil,
            waarschuwingen=let_op,
        ),
        api.klok(naam="Op tijd klaar", **basis, klaar_op=date(2025, 4, 4), schorsingen=stil),
        api.klok(naam="Te laat klaar", **basis, klaar_op=einde + timedelta(days=4)),
        api.klok(naam="Alleen berekend", **basis, rekenen=True),
    ]


def _tabel(orde: api.Sortering) -> api.Tabel:
    def rij(nummer: int) -> dict[str, str]:
        uiterste = VANDAAG + timedelta(days=3 * nummer - 4)
        return {
            "wat": f"Onderzoek afronden, melding {412 + nummer}",
            "url": f"/meldingen/{412 + nummer}/",
            "uiterste": api.termijn_tekst(uiterste, VANDAAG),
            "klok": api.balk(date(2025, 3, 1), uiterste, VANDAAG),
            "stand": api.licht("rood" if nummer < 2 else "groen", "tijd"),
            "aantal": api.aantal(nummer * 1257),
            "bedrag": api.euro(-102572900 if nummer == 1 else nummer * 28948750),
        }

    kolommen = [
        api.Kolom("wat", "Wat", sorteer=True),
        api.Kolom("uiterste", "Uiterlijk", sorteer=True),
        api.Kolom("klok", "Verloop"),
        api.Kolom("stand", "Stand"),
        api.Kolom("aantal", "Meldingen", getal=True, sorteer=True),
        api.Kolom("bedrag", "Bedrag", getal=True),
    ]
    voet = {
        "wat": "Samen",
        "uiterste": "",
        "klok": "",
        "stand": "",
        "aantal": "12.570",
        "bedrag": "-€ 736.242",
    }
    return api.Tabel(
        "Termijnen van deze maand", kolommen, [rij(n) for n in range(1, 7)], sortering=orde, voet=voet
    )


def _regels(request: HttpRequest) -> list[dict[str, str]]:
    if "eerder" in request.GET:
        return [{"datum": "ma 3 maart 2025", "wat": "Eerste gesprek aan het loket", "wie": "S. Verhoef"}]
    return [
        {
            "datum": "do 10 april 2025",
            "wat": "Plan vastgesteld, versie 2",
            "wie": "J. de Wit, regisseur",
            "url": "#tijdlijn",
        },
        {
            "datum": "vr 4 april 2025",
            "wat": "Besluit: huishoudelijke ondersteuning toegekend",
            "wie": "Team Leerdam",
            "soort": "besluit",
        },
        {
            "datum": "do 20 maart 2025",
            "wat": "Uitgenodigd om aan te vullen",
            "toelichting": "De termijn staat stil.",
            "soort": "waarschuwing",
        },
        {"datum": "ma 10 maart 2025", "wat": "Melding ontvangen", "wie": "Sociaal Loket"},
    ]
