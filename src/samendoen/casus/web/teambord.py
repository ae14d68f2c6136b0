"""Screens of the team leader: the board, moving casussen, a whole caseload; and how heavy a casus is."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samendoen.casus.actions.teambord import LANGSTE, Verplaatsing, verplaats_casussen, zet_intensiteiten
from samendoen.casus.definities import eigen_caseload
from samendoen.casus.queries.schrijven import formulierblad
from samendoen.casus.queries.teambord import Caseloadbeeld, caseload, eigen_team, eigen_teams, teambord
from samendoen.casus.web.formulier import Formulierpagina, behandel, doe_of_zeg
from samendoen.kernel.api import Domeinfout, Permissie, Verzoek, geheel, poort
from samendoen.schil.api import ChipEen, kies, probeer, toon

TOEWIJZEN = Permissie.REGIE_TOEWIJZEN
TERUG = "teambord_terug"
"""In the session: what was moved last, to take it back: (casus, who has it now, who had it)."""
BLIJFT = "-"


@poort(TOEWIJZEN)
def begin(request: Verzoek) -> HttpResponse:
    """The board of the first of one's own teams; or that there is none."""
    teams = eigen_teams(request.actor)
    if not teams:
        return toon(request, "casus/teambord.html", {"b": None})
    gevraagd = request.GET.get("team", "")
    return redirect("teambord_team", gevraagd if gevraagd in teams else next(iter(teams)))


@poort(TOEWIJZEN)
def bord(request: Verzoek, code: str) -> HttpResponse:
    """The board of a team."""
    beeld = teambord(request.actor, code)
    terug = request.session.get(TERUG) or {}
    context = {"b": beeld, "terug": len(terug.get("casussen", ())) if terug.get("team") == code else 0}
    return toon(request, "casus/teambord.html", context)


@poort(TOEWIJZEN, "POST")
def verplaatsen(request: Verzoek, code: str) -> HttpResponse:
    """Move the casussen that were chosen, or dragged, to a colleague."""
    eigen_team(request.actor, code)
    naar = geheel(request.POST.get("naar", ""))
    gekozen = [_keuze(waarde) for waarde in request.POST.getlist("casus")]
    if naar is None or not gekozen or None in gekozen:
        messages.error(request, _("Kies eerst een of meer casussen, en dan naar wie zij gaan."))
        return redirect("teambord_team", code)
    paren = [Verplaatsing(casus, van, naar) for casus, van in filter(None, gekozen)]
    _verplaats(request, code, paren)
    return redirect("teambord_team", code)


def _keuze(waarde: str) -> tuple[int, int] | None:
    casus, _punt, van = waarde.partition(".")
    delen = geheel(casus), geheel(van)
    return None if delen[0] is None or delen[1] is None else (delen[0], delen[1])


def _verplaats(request: Verzoek, code: str, paren: list[Verplaatsing]) -> None:
    def doe() -> None:
        verplaats_casussen(request.actor, paren)
        _onthoud(request, code, paren)

    doe_of_zeg(request, doe, _gelukt(len(paren)))


def _gelukt(aantal: int) -> str:
    return ngettext("%(n)s casus is verplaatst.", "%(n)s casussen zijn verplaatst.", aantal) % {"n": aantal}


def _onthoud(request: Verzoek, code: str, paren: list[Verplaatsing]) -> None:
    heen = [(v.casus, v.naar, v.van) for v in paren if v.van != v.naar]
    request.session[TERUG] = {"team": code, "casussen": heen}


@poort(TOEWIJZEN, "POST")
def ongedaan(request: Verzoek, code: str) -> HttpResponse:
    """Take back what was moved last on this board."""
    eigen_team(request.actor, code)
    terug = request.session.pop(TERUG, None) or {}
    paren = [Verplaatsing(*rij) for rij in terug.get("casussen", ())]
    if not paren or terug.get("team") != code:
        messages.info(request, _("Er is niets meer om terug te zetten."))
        return redirect("teambord_team", code)
    doe_of_zeg(request, lambda: verplaats_casussen(request.actor, paren), _("De verplaatsing is teruggezet."))
    return redirect("teambord_team", code)


class CaseloadForm(forms.Form):
    """To whom the casussen of a colleague go: one for all, or another for some; and what they should know."""

    naar = forms.TypedChoiceField(
        label=gettext_lazy("Wie neemt de casussen over?"),
        coerce=int,
        widget=forms.Select,
        error_messages=kies(gettext_lazy("Kies een collega.")),
    )
    notitie = forms.CharField(
        label=gettext_lazy("Overdrachtsnotitie"),
        help_text=gettext_lazy(
            "Komt in elke casus die u overdraagt. Schrijf hier niets over één huishouden: dat kan per casus."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LANGSTE // 2,
        error_messages={"required": gettext_lazy("Schrijf kort op waarom u overdraagt.")},
    )

    def __init__(self, beeld: Caseloadbeeld, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.beeld = beeld
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ChoiceField)
        mensen = [(str(pk), naam) for pk, naam in beeld.ontvangers]
        veld.choices = [("", _("Kies een collega")), *mensen]
        blijft = _("Blijft bij %(naam)s") % {"naam": beeld.van}
        for regel in beeld.casussen:
            self.fields[f"naar_{regel.id}"] = forms.ChoiceField(
                label=_("Naar wie: %(naam)s") % {"naam": regel.naam},
                choices=[("", _("Zoals hierboven")), (BLIJFT, blijft), *mensen],
                required=False,
            )
            self.fields[f"notitie_{regel.id}"] = forms.CharField(
                label=_("Notitie: %(naam)s") % {"naam": regel.naam},
                required=False,
                max_length=LANGSTE // 2 - 2,
            )

    @property
    def alles_mag_leeg(self) -> bool:
        """Keep the words "mag leeg blijven" away from every row."""
        return True

    def rijen(self) -> list[tuple[Any, Any, Any]]:
        """Return each casus with its two fields."""
        return [(r, self[f"naar_{r.id}"], self[f"notitie_{r.id}"]) for r in self.beeld.casussen]

    def verplaatsingen(self) -> list[Verplaatsing]:
        """Return what is to be moved; what stays is left out."""
        g = self.cleaned_data
        paren = []
        for regel in self.beeld.casussen:
            keuze = g[f"naar_{regel.id}"]
            if keuze == BLIJFT:
                continue
            woorden = "\n".join(filter(None, (g["notitie"].strip(), g[f"notitie_{regel.id}"].strip())))
            naar = int(keuze) if keuze else g["naar"]
            paren.append(Verplaatsing(regel.id, self.beeld.van_id, naar, woorden))
        return paren


@poort(TOEWIJZEN, "GET", "HEAD", "POST")
def overdragen(request: Verzoek, code: str, gebruiker_id: int) -> HttpResponse:
    """Hand over the caseload of a colleague who leaves or is away for long, all at once."""
    beeld = caseload(request.actor, code, gebruiker_id)
    form = CaseloadForm(beeld, request.POST or None)

    def doe() -> None:
        paren = form.verplaatsingen()
        if not paren:
            raise Domeinfout(
                "caseload_leeg",
                _("Alle casussen blijven waar zij zijn."),
                _("Kies voor minstens één casus een collega."),
            )
        verplaats_casussen(request.actor, paren)
        _onthoud(request, code, paren)
        messages.success(request, _gelukt(len(paren)))

    if request.method == "POST" and probeer(form, doe):
        return redirect("teambord_team", code)
    kruimels = [(_("Teambord"), reverse("teambord_team", args=[code])), (_("Caseload overdragen"), "")]
    return toon(request, "casus/caseload.html", {"c": beeld, "form": form, "kruimels": kruimels})


class IntensiteitForm(forms.Form):
    """How much a casus asks."""

    intensiteit = forms.ChoiceField(
        label=gettext_lazy("Hoe zwaar is deze casus?"),
        help_text=gettext_lazy("De teamleider ziet zo wie er ruimte heeft."),
        widget=ChipEen,
        error_messages=kies(gettext_lazy("Kies hoe zwaar.")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["intensiteit"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(i.code, i.naam) for i in eigen_caseload().intensiteit]


@poort(Permissie.CASUS_WERKEN, "GET", "HEAD", "POST")
def intensiteit(request: Verzoek, casus_id: int) -> HttpResponse:
    """Say how heavy a casus is."""
    blad = formulierblad(request.actor, casus_id)
    form = IntensiteitForm(request.POST or None, initial={"intensiteit": blad.casus.intensiteit})
    pagina = Formulierpagina(
        _("Zwaarte van de casus"),
        _("Opslaan"),
        _("De zwaarte is opgeslagen. U kunt haar steeds wijzigen."),
        reverse("casus", args=[casus_id]),
        intro=blad.titel,
    )
    return behandel(
        request,
        blad,
        form,
        pagina,
        lambda: zet_intensiteiten(request.actor, [(casus_id, form.cleaned_data["intensiteit"])]),
    )
