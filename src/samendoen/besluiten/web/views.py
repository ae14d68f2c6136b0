"""Decisions: what waits, the page of an application with its letter, and the small steps on it."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.besluiten.actions import aanvraag as aanvraagacties
from samendoen.besluiten.actions.bekendmaking import maak_bekend
from samendoen.besluiten.actions.ondertekening import neem_terug, teken_mee
from samendoen.besluiten.queries import beeld as beelden
from samendoen.besluiten.queries import lijst as lijsten
from samendoen.besluiten.queries.bezwaar import paneel_aanvraag
from samendoen.besluiten.queries.bijdrage import deel_aanvraag
from samendoen.besluiten.queries.brief import brief_aan, brief_van, kenmerk, wie_krijgt
from samendoen.besluiten.queries.pgb import Pgbbeeld, pgbbeeld, zonder_pgb
from samendoen.besluiten.rules import Aanvraagstatus
from samendoen.besluiten.web.forms import DagForm
from samendoen.kernel.api import (
    Domeinfout,
    Geweigerd,
    NietGevonden,
    Permissie,
    Verzoek,
    geheel,
    log_inzage,
    poort,
)
from samendoen.organisatie.api import teams_voor_keuze
from samendoen.schil.api import Kolom, Tabel, brief_pdf, probeer, toon


@poort(Permissie.BESLUIT_VOORBEREIDEN)
def lijst(request: Verzoek) -> HttpResponse:
    """What waits for a decision, a signature, an announcement or a provider."""
    filters = {naam: request.GET.get(naam, "").replace("\x00", "") for naam in ("stap", "team")}
    rijen, deel = lijsten.te_doen(request.actor, filters, geheel(request.GET.get("pagina", "1")) or 1)
    tabel = Tabel(
        _("Te beslissen"),
        [
            Kolom("wie", _("Voor wie en wat")),
            Kolom("uiterlijk", _("Uiterlijk")),
            Kolom("stap", _("Wat nu")),
            Kolom("gevraagd", _("Aangevraagd"), heel=True),
            Kolom("wet", _("Wet"), heel=True),
            Kolom("team", _("Team"), heel=True),
        ],
        rijen,
        leeg=_("Hier verschijnt wat op een besluit wacht. Een voorziening vraagt u aan in de casus."),
        toon_titel=False,
    )
    context = {
        "tabel": tabel,
        "deel": deel,
        "filters": filters,
        "gefilterd": any(filters.values()),
        "stappen": [("", _("Alles")), *((code, str(woord)) for code, (woord, _v) in lijsten.STAPPEN.items())],
        "teams": [("", _("Alle teams")), *teams_voor_keuze(None)],
    }
    return toon(request, "besluiten/lijst.html", context, deel="lijst")


@poort(Permissie.WERK_ZIEN)
def aanvraag(request: Verzoek, aanvraag_id: int) -> HttpResponse:
    """One application with its last decision and the letter."""
    return toon_aanvraag(request, beelden.beeld(request.actor, aanvraag_id))


@poort(Permissie.WERK_ZIEN)
def besluit(request: Verzoek, besluit_id: int) -> HttpResponse:
    """One decision on an application: also an earlier one."""
    aanvraag_id = beelden.aanvraag_van_besluit(request.actor, besluit_id)
    return toon_aanvraag(request, beelden.beeld(request.actor, aanvraag_id, besluit_id))


def toon_aanvraag(request: Verzoek, a: beelden.Aanvraagbeeld) -> HttpResponse:
    """Show an application with what this actor may do about it; logged."""
    log_inzage(request.actor, "aanvraag", a.dossiers)
    mag = request.actor.mag
    bereidt_voor = a.schrijfbaar and mag(Permissie.BESLUIT_VOORBEREIDEN)
    neemt = a.schrijfbaar and mag(Permissie.BESLUIT_NEMEN)
    besloten = a.status is Aanvraagstatus.BESLOTEN
    context = {
        "a": a,
        "kruimels": [*_kruimels(a), (a.titel, "")],
        "mag_beslissen": bereidt_voor and a.status is Aanvraagstatus.INGEDIEND,
        "mag_intrekken": bereidt_voor and a.status is Aanvraagstatus.INGEDIEND,
        "mag_bekendmaken": bereidt_voor and besloten and _getekend(a),
        "mag_tekenen": neemt and a.besluit is not None and a.besluit.mag_tekenen,
        "mag_terugnemen": neemt and besloten,
        "mag_herzien": bereidt_voor and a.status is Aanvraagstatus.BEKENDGEMAAKT and a.geldt,
        "mag_veranderen": neemt and a.status is Aanvraagstatus.BEKENDGEMAAKT,
        "mag_aanvragen": bereidt_voor and a.status is Aanvraagstatus.BEKENDGEMAAKT,
        "mag_bezwaar": bereidt_voor and bool(a.besluit and a.besluit.open_voor_bezwaar),
        "bezwaren": paneel_aanvraag(request.actor, a.id),
        "bijdrage": deel_aanvraag(request.actor, a.id),
        "mag_toewijzen": a.schrijfbaar and mag(Permissie.VOORZIENING_TOEWIJZEN),
        "mag_pgb": bereidt_voor,
        "pgb": _pgb(a),
    }
    return toon(request, "besluiten/aanvraag.html", context)


def _pgb(a: beelden.Aanvraagbeeld) -> Pgbbeeld | None:
    voorziening = a.besluit.voorziening if a.besluit else None
    return pgbbeeld(voorziening.id) if voorziening and voorziening.pgb else None


def _getekend(a: beelden.Aanvraagbeeld) -> bool:
    return a.besluit is not None and not a.besluit.wacht_op_handtekening


def _kruimels(a: beelden.Aanvraagbeeld) -> list[tuple[str, str]]:
    casus = [(_("Casus %(nr)s") % {"nr": a.casus_id}, a.casus_url)] if a.casus_url else []
    return [(_("Besluiten"), reverse("besluiten")), *casus]


@poort(Permissie.WERK_ZIEN)
def brief(request: Verzoek, besluit_id: int) -> HttpResponse:
    """The letter of a decision as PDF/UA, as it was sent. Before the announcement there is none to send.

    `?aan=2` puts the address of the second one in it who receives it.
    """
    aanvraag_id = beelden.aanvraag_van_besluit(request.actor, besluit_id)
    rij = beelden.lees_aanvraag(request.actor, aanvraag_id)
    gekozen = next((b for b in beelden.besluiten_van(rij) if b.pk == besluit_id), None)
    bekend = gekozen is not None and gekozen.bekendgemaakt_op is not None
    tekst = brief_van(request.actor, gekozen, None) if gekozen and bekend else None
    if gekozen is None or tekst is None:
        raise NietGevonden(
            "geen_brief",
            _("Deze brief is er nog niet, of hij is gewist."),
            _("Maak eerst het besluit bekend."),
        )
    log_inzage(request.actor, "brief", [rij.dossier_id])
    post, nummer = wie_krijgt(request.actor, rij), geheel(request.GET.get("aan", ""))
    if nummer is not None and 0 < nummer <= len(post):
        tekst = brief_aan(tekst, post[nummer - 1])
    antwoord = HttpResponse(brief_pdf(tekst), content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="brief-{kenmerk(gekozen)}.pdf"'
    return antwoord


def met_formulier(
    request: Verzoek,
    aanvraag_id: int,
    form: forms.Form,
    doe: Callable[[dict[str, Any]], object],
    teksten: tuple[str, str, str, str],
    *,
    sjabloon: str = "besluiten/formulier.html",
    extra: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show one small form about an application and do what it asks; `extra` is for a template of its own."""
    titel, uitleg, knop, gelukt = teksten
    if request.method == "POST" and probeer(form, lambda: doe(form.cleaned_data)):
        messages.success(request, gelukt)
        return redirect("aanvraag", aanvraag_id)
    a = beelden.beeld(request.actor, aanvraag_id)
    log_inzage(request.actor, "aanvraag", a.dossiers)
    terug = reverse("aanvraag", args=[aanvraag_id])
    context = {
        "a": a,
        "form": form,
        "titel": titel,
        "uitleg": uitleg,
        "knop": knop,
        "terug": terug,
        "kruimels": [*_kruimels(a), (a.titel, terug), (titel, "")],
        **(extra or {}),
    }
    return toon(request, sjabloon, context)


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def bekendmaken(request: Verzoek, besluit_id: int) -> HttpResponse:
    """Announce a decision, after asking once."""
    aanvraag_id = beelden.aanvraag_van_besluit(request.actor, besluit_id)
    uitleg = _(
        "De brief ligt daarna vast en het besluit geldt. Verstuur de brief op de dag die u hier invult."
    )
    teksten = (
        _("Besluit bekendmaken"),
        " ".join(filter(None, (uitleg, zonder_pgb(besluit_id)))),
        _("Bekendmaken"),
        _("Het besluit is bekendgemaakt. Verstuur nu de brief."),
    )
    return met_formulier(
        request,
        aanvraag_id,
        DagForm(request.POST or None),
        lambda g: maak_bekend(request.actor, [(besluit_id, g["op"])]),
        teksten,
    )


@poort(Permissie.BESLUIT_VOORBEREIDEN, "GET", "HEAD", "POST")
def intrekken(request: Verzoek, aanvraag_id: int) -> HttpResponse:
    """Write that the applicant withdrew."""
    teksten = (
        _("Aanvraag intrekken"),
        _("De inwoner wil de aanvraag niet meer. Er komt een brief die dat bevestigt; er komt geen besluit."),
        _("Intrekken"),
        _("De aanvraag is ingetrokken. Verstuur de brief die dat bevestigt."),
    )
    return met_formulier(
        request,
        aanvraag_id,
        DagForm(request.POST or None),
        lambda g: aanvraagacties.trek_aanvraag_in(request.actor, aanvraag_id, g["op"]),
        teksten,
    )


@poort(Permissie.BESLUIT_NEMEN, "POST")
def meetekenen(request: Verzoek, besluit_id: int) -> HttpResponse:
    """Sign a decision for the second time."""
    return _stap(request, besluit_id, teken_mee, _("U hebt het besluit meegetekend."))


@poort(Permissie.BESLUIT_NEMEN, "POST")
def terugnemen(request: Verzoek, besluit_id: int) -> HttpResponse:
    """Take a decision back before its announcement."""
    gelukt = _("Het besluit is teruggenomen. Wat u schreef, staat nog in het formulier.")
    return _stap(request, besluit_id, neem_terug, gelukt)


def _stap(request: Verzoek, besluit_id: int, doe: Callable[..., None], gelukt: str) -> HttpResponse:
    """Do one step and go back to the page; what cannot be is said there."""
    aanvraag_id = beelden.aanvraag_van_besluit(request.actor, besluit_id)
    try:
        doe(request.actor, besluit_id)
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        messages.error(request, f"{fout.toelichting} {fout.doe}".strip())
    else:
        messages.success(request, gelukt)
    return redirect("aanvraag", aanvraag_id)
