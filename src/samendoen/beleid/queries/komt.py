"""The page "Wat komt eraan": the days of reporting of a plan, and per activity what is missing."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.models import Plan, Rapportdag
from samendoen.beleid.queries.werkronde import Werkregel, Werkronde, rondes
from samendoen.beleid.rules.jaar import Aanbodstaat, Mist, Ronde
from samendoen.kernel.api import klok
from samendoen.schil.api import dagen_over, datum_lang, status

MISTNAMEN = {
    Mist.EIGENAAR: ("fout", gettext_lazy("geen eigenaar")),
    Mist.LICHT: ("waarschuwing", gettext_lazy("lichten zetten")),
    Mist.TEKST: ("waarschuwing", gettext_lazy("verantwoording schrijven")),
    Mist.AANBIEDEN: ("waarschuwing", gettext_lazy("aanbieden")),
    Mist.VERBETEREN: ("waarschuwing", gettext_lazy("teruggestuurd: verbeteren en aanbieden")),
    Mist.GOEDKEUREN: ("info", gettext_lazy("goedkeuren")),
}
RONDENAMEN = {
    Ronde.NOG_NIET: gettext_lazy("De eigenaren zijn nog niet gevraagd."),
    Ronde.GEVRAAGD: gettext_lazy("De eigenaren hebben een taak op Vandaag."),
    Ronde.HERINNERD: gettext_lazy("De eigenaren hebben een herinnering op Vandaag."),
    Ronde.TE_LAAT: gettext_lazy("De dag is voorbij. Wat ontbreekt, ligt nu ook bij de adviseur."),
}


def blad(plan: Plan) -> dict[str, Any]:
    """Return the page of a plan as ready strings."""
    vandaag = klok.vandaag()
    dagen = Rapportdag.objects.filter(plan=plan, vervallen_op=None).select_related("adviseur").order_by("dag")
    gevonden = rondes(vandaag, [plan])
    beeld: dict[str, Any] = {
        "dagen": [
            {
                "id": d.pk,
                "titel": d.titel,
                "dag": datum_lang(d.dag),
                "over": dagen_over(d.dag, vandaag),
                "vooraf": d.dagen_vooraf,
                "herinnering": d.dagen_herinnering,
                "adviseur": d.adviseur.naam if d.adviseur else "",
                "voorbij": d.dag < vandaag,
            }
            for d in dagen
        ],
        "ronde": None,
    }
    if gevonden:
        beeld["ronde"] = _ronde(gevonden[0])
    return beeld


def _ronde(r: Werkronde) -> dict[str, Any]:
    klaar = [w for w in r.regels if w.stand.aanbod in (Aanbodstaat.OPEN, Aanbodstaat.GOEDGEKEURD)]
    af = aan_te_bieden(r)
    return {
        "titel": r.rapportdag.titel,
        "dag": datum_lang(r.rapportdag.dag),
        "over": dagen_over(r.rapportdag.dag, klok.vandaag()),
        "zin": RONDENAMEN[r.ronde],
        "sinds": datum_lang(r.sinds) if r.sinds else "",
        "telling": _("%(n)s van de %(alle)s activiteiten zijn aangeboden.")
        % {"n": len(klaar), "alle": len(r.regels)},
        "regels": [_regel(w) for w in r.regels],
        "af": len(af),
    }


def _regel(w: Werkregel) -> dict[str, Any]:
    return {
        "wat": w.activiteit.titel,
        "url": reverse("koers_activiteit", args=[w.activiteit.pk]),
        "onder": w.activiteit.doelstelling.titel,
        "eigenaar": w.activiteit.eigenaar.naam if w.activiteit.eigenaar else "",
        "lichten": f"{w.stand.lichten} / {w.stand.aspecten}",
        "tekst": _("ja") if w.stand.tekst else _("nee"),
        "mist": _mist(w),
    }


def _mist(w: Werkregel) -> SafeString | str:
    if not w.mist:
        return status("ok", _("klaar"))
    return format_html_join(" ", "{}", ((status(MISTNAMEN[m][0], str(MISTNAMEN[m][1])),) for m in w.mist))


def aan_te_bieden(r: Werkronde) -> list[int]:
    """Return the activities of a round of which everything is there and nothing was offered yet."""
    return [w.activiteit.pk for w in r.regels if set(w.mist) - {Mist.EIGENAAR} == {Mist.AANBIEDEN}]
