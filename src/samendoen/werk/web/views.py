"""Views of werk: Vandaag and tasks."""

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie, Verzoek, geheel, poort
from samendoen.schil.api import Kolom, Sortering, Tabel, probeer, sortering, toon
from samendoen.werk import queries
from samendoen.werk.actions import taak as acties
from samendoen.werk.definities import taakregel
from samendoen.werk.queries import DELEN, SORTEERBAAR, Deel, Vraag
from samendoen.werk.queries.vandaag import PER_DEEL, VAN_TAKEN
from samendoen.werk.rules import NADERT, NIEUW_DAGEN
from samendoen.werk.web.forms import TaakForm

WIE = ("", "mij", "team")


@poort(Permissie.VANDAAG_ZIEN)
def vandaag(request: Verzoek) -> HttpResponse:
    """What lies with me and my team; whose, order and part stand in the URL."""
    orde = sortering(request.GET, SORTEERBAAR, "uiterlijk")
    vraag = _vraag(request.GET, orde)
    delen = queries.vandaag(request.actor, vraag)
    klaar = request.actor.mag(Permissie.TAAK_AFRONDEN)
    gevuld = [_sectie(deel, orde, vraag, klaar) for deel in delen.values() if deel.rijen]
    context = {
        "secties": gevuld,
        "leeg": not gevuld,
        "filter": _filter(request.GET, vraag),
        "alleen": vraag.deel,
        "wie": vraag.wie,
        "begin": _begin(request.actor),
        "mag_taak": request.actor.mag(Permissie.TAAK_MAKEN),
        "terug": request.get_full_path(),
    }
    return toon(request, "werk/vandaag.html", context, deel="lijst")


def _begin(door: Actor) -> list[tuple[str, str]]:
    """Return label and URL of what this actor may begin, as other contexts plugged it in."""
    punten = sorted((punt for _sleutel, punt in stekkers.begin), key=lambda punt: punt.volgorde)
    mogen = (punt for punt in punten if punt.permissie is None or door.mag(punt.permissie))
    return [(str(punt.label), reverse(punt.url_naam)) for punt in mogen]


def _vraag(parameters: QueryDict, orde: Sortering) -> Vraag:
    wie, deel, pagina = (parameters.get(naam, "") for naam in ("wie", "deel", "pagina"))
    return Vraag(
        wie=wie if wie in WIE else "",
        orde=orde.orde,
        deel=deel if deel in DELEN else "",
        pagina=geheel(pagina) or 1,
    )


def _koppen() -> dict[str, str]:
    return {
        "nu": _("Eerst: termijnen die naderen of voorbij zijn"),
        "terug": _("Teruggekomen: berichten en antwoorden"),
        "nieuw": _("Nieuw bij u of uw team"),
        "taken": _("Taken"),
        "loopt": _("Andere lopende termijnen"),
        "gedaan": _("Vandaag afgerond"),
    }


def _waarom() -> dict[str, str]:
    """Return for each part why something stands in it; what its heading says already is left out."""
    nadert = taakregel(NADERT)
    return {
        "nu": _(
            "De laatste dag is voorbij, %(procent)s procent van de tijd is om, of er zijn nog hoogstens "
            "%(n)s dagen. Open de dag om te zien hoe zij is berekend."
        )
        % {"procent": nadert.procent, "n": nadert.dagen_vooraf},
        "nieuw": _("In de afgelopen %(n)s dagen bij u of uw team gekomen.") % {"n": NIEUW_DAGEN},
        "loopt": _("Langer dan %(n)s dagen bij u of uw team, en nog ruim op tijd of stilgezet.")
        % {"n": NIEUW_DAGEN},
        "gedaan": _("Vergissing? Met “Toch niet” staat de taak weer open."),
    }


def _sectie(deel: Deel, orde: Sortering, vraag: Vraag, klaar: bool) -> dict[str, object]:
    kolommen = [kolom for kolom in _kolommen(deel.code) if klaar or kolom.sleutel != "doe"]
    tabel = Tabel(_koppen()[deel.code], kolommen, deel.rijen, sortering=orde, toon_titel=False)
    laatste = vraag.deel == deel.code and vraag.pagina * PER_DEEL >= deel.aantal
    meer = "" if laatste or deel.aantal <= PER_DEEL else _meer(orde.parameters, deel.code, vraag)
    return {
        "code": deel.code,
        "titel": _koppen()[deel.code],
        "waarom": _waarom().get(deel.code, ""),
        "aantal": deel.aantal,
        "tabel": tabel,
        "taken": deel.code in VAN_TAKEN,
        "meer": meer,
    }


def _meer(parameters: QueryDict, code: str, vraag: Vraag) -> str:
    """Return the link to all rows of a part: its first page, or the next one when it stands alone."""
    nieuw = parameters.copy()
    nieuw["deel"] = code
    nieuw["pagina"] = str(vraag.pagina + 1 if vraag.deel == code else 1)
    return "?" + nieuw.urlencode()


def _kolommen(code: str) -> Sequence[Kolom]:
    wat = Kolom("wat", _("Wat"), sorteer=True)
    uiterlijk = Kolom("uiterlijk", _("Uiterlijk"), sorteer=True)
    bij = Kolom("bij", _("Bij"))
    if code in VAN_TAKEN:
        # The button early: on a phone the rest is scrolled to.
        return [wat, Kolom("doe", _("Klaar?")), uiterlijk, Kolom("waarom", _("Waarom")), bij]
    return [wat, uiterlijk, Kolom("stand", _("Stand")), bij]


def _filter(parameters: QueryDict, vraag: Vraag) -> list[dict[str, object]]:
    namen = {"": _("Alles"), "mij": _("Mijn werk"), "team": _("Werk van mijn team")}
    links = []
    for wie in WIE:
        nieuw = parameters.copy()
        nieuw.pop("pagina", None)
        nieuw["wie"] = wie
        links.append({"naam": namen[wie], "url": "?" + nieuw.urlencode(), "hier": wie == vraag.wie})
    return links


@poort(Permissie.TAAK_MAKEN, "GET", "HEAD", "POST")
def taak_nieuw(request: Verzoek) -> HttpResponse:
    """Make a task by hand, on a dossier (from its page) or on none."""
    velden = ("dossier", "onderwerp_soort", "onderwerp_id")
    begin = {naam: request.GET[naam] for naam in velden if naam in request.GET}
    form = TaakForm(request.actor, request.POST or None, initial=begin)
    if request.method == "POST" and probeer(form, lambda: acties.maak_taak(request.actor, form.als_taak())):
        messages.success(request, _("De taak is gemaakt."))
        return redirect("vandaag")
    kruimels = [(_("Vandaag"), reverse("vandaag")), (_("Taak maken"), "")]
    return toon(request, "werk/taak_nieuw.html", {"form": form, "kruimels": kruimels})


@poort(Permissie.VANDAAG_ZIEN)
def taak(request: Verzoek, taak_id: int) -> HttpResponse:
    """One task with its explanation: the rule, the document it rests on, the days it was computed from."""
    beeld = queries.taak(request.actor, taak_id)
    gegevens = {
        "t": beeld,
        "kruimels": [(_("Vandaag"), reverse("vandaag")), (_("Taak"), "")],
        "terug": request.get_full_path(),
        "mag_afronden": request.actor.mag(Permissie.TAAK_AFRONDEN),
    }
    return toon(request, "werk/taak.html", gegevens)


@poort(Permissie.TAAK_AFRONDEN, "POST")
def taak_gedaan(request: Verzoek, taak_id: int) -> HttpResponse:
    """Finish a task; the page offers to take it back."""
    return _doe(
        request,
        acties.rond_taak_af,
        taak_id,
        _("Taak afgerond. Vergissing? Met “Toch niet” staat zij weer open."),
    )


@poort(Permissie.TAAK_AFRONDEN, "POST")
def taak_heropenen(request: Verzoek, taak_id: int) -> HttpResponse:
    """Take finishing back."""
    return _doe(request, acties.heropen_taak, taak_id, _("De taak staat weer open."))


def _doe(
    request: Verzoek, actie: Callable[[Actor, int], int], taak_id: int, bericht: str
) -> HttpResponseRedirect:
    try:
        actie(request.actor, taak_id)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}")
    else:
        messages.success(request, bericht)
    terug = request.POST.get("terug", "")
    veilig = url_has_allowed_host_and_scheme(terug, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(terug if veilig else reverse("vandaag"))
