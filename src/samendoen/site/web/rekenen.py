"""The term calculator and the penalty calculator."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from samendoen.kernel.api import geheel, klok
from samendoen.recht.api import Dwangsom, Schorsing, Termijn, vaststellen_uiterlijk
from samendoen.schil.api import aantal, datum_lang, euro_centen, toon
from samendoen.schil.api import klok as maak_klok
from samendoen.site.web.forms import DwangsomForm, SchorsingForm, TermijnForm

HOOGSTENS_RIJEN = 12
VOORBEELDEN = (
    (_lazy("Onderzoek na een melding op 10 maart 2025"), "soort=wmo-onderzoek&start=2025-03-10"),
    (_lazy("Bezwaar tegen een besluit van 14 april 2025"), "soort=bezwaar&start=2025-04-14"),
    (
        _lazy("Aanvraag van 3 februari 2025 die twee weken stilstond"),
        "soort=awb-beslistermijn&start=2025-02-03&s0-van=2025-02-13&s0-tot=2025-02-27&s0-grond=aanvulling",
    ),
)


@require_safe
def termijnen(request: HttpRequest) -> HttpResponse:
    """Compute a statutory term from the query string and explain it; without one, show the form."""
    gevraagd = "soort" in request.GET
    form = TermijnForm(request.GET if gevraagd else None)
    rijen = [SchorsingForm(request.GET or None, prefix=f"s{n}") for n in range(_aantal_rijen(request))]
    gegevens: dict[str, Any] = {
        "form": form,
        "rijen": rijen,
        "meer": min(len(rijen) + 1, HOOGSTENS_RIJEN),
        "open": any(request.GET.get(naam) for naam in ("s0-van", "s0-tot", "verdaging", "rij_erbij")),
        "uitkomst": None,
        "voorbeelden": [{"tekst": str(tekst), "url": f"?{vraag}"} for tekst, vraag in VOORBEELDEN],
    }
    # Asking for one more row is no question yet: what is filled in stays, and nothing is judged.
    if gevraagd and "rij_erbij" in request.GET:
        gegevens["form"] = TermijnForm(initial=request.GET.dict())
        gegevens["rijen"] = [_blanco(rij, request) for rij in rijen]
    elif gevraagd:
        gegevens["uitkomst"] = _reken(form, rijen)
        gegevens["fouten"] = bool(form.errors or any(rij.errors for rij in rijen))
    return toon(request, "web/termijnen.html", gegevens)


def _aantal_rijen(request: HttpRequest) -> int:
    """Return how many suspensions the form shows: as many as were sent, or one more when asked."""
    gestuurd = sum(1 for n in range(HOOGSTENS_RIJEN) if f"s{n}-van" in request.GET)
    gevraagd = request.GET.get("rij_erbij", "")
    return min(max(gestuurd, geheel(gevraagd) or 0, 1), HOOGSTENS_RIJEN)


def _blanco(rij: SchorsingForm, request: HttpRequest) -> SchorsingForm:
    begin = {naam: request.GET.get(rij.add_prefix(naam), "") for naam in rij.fields}
    return SchorsingForm(initial={k: v for k, v in begin.items() if v}, prefix=rij.prefix)


def _reken(form: TermijnForm, rijen: list[SchorsingForm]) -> dict[str, Any] | None:
    if not all([form.is_valid(), *(rij.is_valid() for rij in rijen)]):
        return None
    schorsingen = [rij.cleaned_data["schorsing"] for rij in rijen if "schorsing" in rij.cleaned_data]
    termijn = form.bereken(schorsingen, klok.vandaag())
    return _toonbaar(termijn, schorsingen) if termijn else None


def _toonbaar(termijn: Termijn, schorsingen: list[Schorsing]) -> dict[str, Any]:
    vandaag = klok.vandaag()
    stil = [schorsing.dagen(vandaag) for schorsing in schorsingen]
    return {
        "naam": _(termijn.soort.naam).capitalize(),
        "klok": maak_klok(
            naam=_(termijn.soort.naam).capitalize(),
            start=termijn.start,
            uiterste=termijn.einde,
            vandaag=vandaag,
            schorsingen=[(van, tot) for van, tot in stil if tot >= van],
            stappen=[(stap.datum, stap.wat, stap.grondslag) for stap in termijn.stappen],
            waarschuwingen=termijn.waarschuwingen,
            rekenen=True,
        ),
    }


@require_safe
def dwangsom(request: HttpRequest) -> HttpResponse:
    """Compute the penalty for deciding late (Awb art. 4:17) from the query string."""
    form = DwangsomForm(request.GET or None)
    uitkomst = form.bereken() if form.is_valid() else None
    return toon(
        request,
        "web/dwangsom.html",
        {
            "form": form,
            "uitkomst": _dwangsom(uitkomst) if uitkomst else None,
            "kruimels": [(_("Termijnen"), "../"), (_("Dwangsom"), "")],
        },
    )


def _dwangsom(uitkomst: Dwangsom) -> dict[str, Any]:
    vaststellen = vaststellen_uiterlijk(min(uitkomst.tot, uitkomst.laatste_dag))
    return {
        "bedrag": euro_centen(uitkomst.bedrag_eurocent),
        "dagen": aantal(uitkomst.dagen),
        "loopt": uitkomst.dagen > 0,
        "eerste_dag": datum_lang(uitkomst.eerste_dag),
        "laatste_dag": datum_lang(uitkomst.laatste_dag),
        "tot": datum_lang(uitkomst.tot),
        "vaststellen": datum_lang(vaststellen.einde),
        "waarschuwingen": uitkomst.waarschuwingen,
    }
