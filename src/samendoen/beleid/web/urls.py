"""URLs of Koers; `site` mounts them at the root."""

from django.urls import path

from samendoen.beleid.web import (
    dorpen,
    geld,
    geldbeheer,
    indicatoren,
    initiatieven,
    lezingen,
    markten,
    raad,
    rapporten,
    verantwoorden,
    verhalen,
    views,
)

urlpatterns = [
    path("koers/", views.koers, name="koers"),
    path("koers/inlezen/", views.inlezen, name="koers_inlezen"),
    path("koers/geld/", views.geld, name="koers_geld"),
    path("koers/geld/regels/<int:regel_id>/", geld.besteding, name="koers_besteding"),
    path("koers/geld/grootboek/", geld.grootboek, name="koers_grootboek"),
    path("koers/geld/licht/", geldbeheer.geldgrens, name="koers_geldgrens"),
    path("koers/geld/begrotingen/<int:begroting_id>/", geldbeheer.wijzigen, name="koers_begroting_wijzigen"),
    path("koers/geld/wijzigingen/<int:wijziging_id>/", geldbeheer.terugnemen, name="koers_wijziging_terug"),
    path("koers/documenten/", lezingen.lijst, name="koers_lezingen"),
    path("koers/documenten/nieuw/", lezingen.nieuw, name="koers_lezing_nieuw"),
    path("koers/documenten/<int:lezing_id>/", lezingen.lezing, name="koers_lezing"),
    path("koers/documenten/<int:lezing_id>/overnemen/", lezingen.overnemen, name="koers_lezing_overnemen"),
    path("koers/documenten/<int:lezing_id>/wegleggen/", lezingen.wegleggen, name="koers_lezing_wegleggen"),
    path(
        "koers/documenten/<int:lezing_id>/<int:doel>/<int:nummer>/",
        lezingen.activiteit,
        name="koers_lezing_activiteit",
    ),
    path("koers/raad/", raad.raad, name="koers_raad"),
    path("koers/doelen/<int:doel_id>/stoppen/", raad.stoppen, name="koers_stoppen"),
    path("koers/doelen/<int:doel_id>/belofte/", raad.belofte_nieuw, name="koers_belofte_nieuw"),
    path("koers/beloften/<int:belofte_id>/", raad.belofte_einde, name="koers_belofte_einde"),
    path(
        "koers/beloften/<int:belofte_id>/heropenen/", raad.belofte_heropenen, name="koers_belofte_heropenen"
    ),
    path(
        "koers/geld/regels/<int:regel_id>/verplichting/",
        raad.verplichting_nieuw,
        name="koers_verplichting_nieuw",
    ),
    path("koers/verplichtingen/<int:verplichting_id>/", raad.verplichting_weg, name="koers_verplichting_weg"),
    path("koers/controle/", geld.controle, name="koers_controle"),
    path("koers/doelen/<int:doel_id>/", views.doel, name="koers_doel"),
    path("koers/doelen/<int:doel_id>/indicator/", indicatoren.indicator, name="koers_indicator"),
    path("koers/activiteiten/<int:activiteit_id>/", views.activiteit, name="koers_activiteit"),
    path("koers/activiteiten/<int:activiteit_id>/licht/", verantwoorden.stand, name="koers_stand"),
    path(
        "koers/activiteiten/<int:activiteit_id>/verantwoording/",
        verantwoorden.verantwoording,
        name="koers_verantwoording",
    ),
    path(
        "koers/activiteiten/<int:activiteit_id>/aanbieden/", verantwoorden.aanbieden, name="koers_aanbieden"
    ),
    path("koers/goedkeuren/", verantwoorden.goedkeuren, name="koers_goedkeuren"),
    path("koers/goedkeuren/<int:aanbieding_id>/", verantwoorden.aanbod, name="koers_aanbod"),
    path("koers/goedkeuren/<int:aanbieding_id>/goed/", verantwoorden.goed, name="koers_aanbod_goed"),
    path("koers/goedkeuren/<int:aanbieding_id>/terug/", verantwoorden.terug, name="koers_aanbod_terug"),
    path(
        "koers/goedkeuren/<int:aanbieding_id>/intrekken/",
        verantwoorden.intrekken,
        name="koers_aanbod_intrekken",
    ),
    path(
        "koers/goedkeuren/<int:aanbieding_id>/terughalen/",
        verantwoorden.terughalen,
        name="koers_aanbod_terughalen",
    ),
    path("koers/rapporten/", rapporten.lijst, name="koers_rapporten"),
    path("koers/rapporten/maken/", rapporten.maken, name="koers_rapport_maken"),
    path("koers/rapporten/<int:rapport_id>/", rapporten.blad, name="koers_rapport_blad"),
    path(
        "koers/rapporten/<int:rapport_id>/publiceren/", rapporten.publiceren, name="koers_rapport_publiceren"
    ),
    path(
        "koers/rapporten/<int:rapport_id>/verbeteren/", rapporten.verbeteren, name="koers_rapport_verbeteren"
    ),
    path("koers/rapporten/<int:rapport_id>/verschil/", rapporten.verschil, name="koers_rapport_verschil"),
    path("koers/rapporten/<int:rapport_id>/rapport.<str:vorm>", rapporten.bestand, name="koers_rapport"),
    path("koers/verhalen/", verhalen.lijst, name="koers_verhalen"),
    path("koers/verhalen/nieuw/", verhalen.nieuw, name="koers_verhaal_nieuw"),
    path("koers/verhalen/<int:verhaal_id>/", verhalen.verhaal, name="koers_verhaal"),
    path("koers/verhalen/<int:verhaal_id>/bestand/", verhalen.bestand, name="koers_verhaal_bestand"),
    path("koers/verhalen/<int:verhaal_id>/bewijs/", verhalen.bewijs, name="koers_verhaal_bewijs"),
    path("koers/verhalen/<int:verhaal_id>/wijzigen/", verhalen.wijzigen, name="koers_verhaal_wijzigen"),
    path("koers/verhalen/<int:verhaal_id>/beeld/", verhalen.beeld, name="koers_verhaal_beeld"),
    path("koers/verhalen/<int:verhaal_id>/beeld/weg/", verhalen.beeld_weg, name="koers_verhaal_beeld_weg"),
    path("koers/verhalen/<int:verhaal_id>/aanbieden/", verhalen.aanbieden, name="koers_verhaal_aanbieden"),
    path("koers/verhalen/<int:verhaal_id>/publiceren/", verhalen.publiceren, name="koers_verhaal_publiceren"),
    path("koers/verhalen/<int:verhaal_id>/terughalen/", verhalen.terughalen, name="koers_verhaal_terughalen"),
    path(
        "koers/verhalen/<int:verhaal_id>/toestemming/",
        verhalen.toestemming,
        name="koers_verhaal_toestemming",
    ),
    path("koers/verhalen/<int:verhaal_id>/intrekken/", verhalen.intrekken, name="koers_verhaal_intrekken"),
    path("koers/verhalen/<int:verhaal_id>/weggooien/", verhalen.weggooien, name="koers_verhaal_weggooien"),
    path("koers/markt/", markten.lijst, name="koers_markten"),
    path("koers/markt/nieuw/", markten.nieuw, name="koers_markt_nieuw"),
    path("koers/markt/<int:markt_id>/", markten.markt, name="koers_markt"),
    path("koers/markt/<int:markt_id>/wijzigen/", markten.wijzigen, name="koers_markt_wijzigen"),
    path("koers/markt/<int:markt_id>/<str:soort>/nieuw/", markten.regel_nieuw, name="koers_marktregel_nieuw"),
    path(
        "koers/markt/<int:markt_id>/publiceren/<str:deel>/<str:wat>/",
        markten.publiceren,
        name="koers_markt_publiceren",
    ),
    path("koers/markt/regels/<int:regel_id>/", markten.regel, name="koers_marktregel"),
    path("koers/markt/regels/<int:regel_id>/<str:wat>/", markten.regel_doen, name="koers_marktregel_doen"),
    path("koers/initiatieven/", initiatieven.lijst, name="koers_initiatieven"),
    path("koers/initiatieven/nieuw/", initiatieven.nieuw, name="koers_initiatief_nieuw"),
    path("koers/initiatieven/<int:initiatief_id>/", initiatieven.initiatief, name="koers_initiatief"),
    path(
        "koers/initiatieven/<int:initiatief_id>/wijzigen/",
        initiatieven.wijzigen,
        name="koers_initiatief_wijzigen",
    ),
    path(
        "koers/initiatieven/<int:initiatief_id>/toets/", initiatieven.toetsen, name="koers_initiatief_toets"
    ),
    path(
        "koers/initiatieven/<int:initiatief_id>/toekennen/",
        initiatieven.toekennen,
        name="koers_initiatief_toekennen",
    ),
    path(
        "koers/initiatieven/<int:initiatief_id>/afwijzen/",
        initiatieven.afwijzen,
        name="koers_initiatief_afwijzen",
    ),
    path("koers/initiatieven/<int:initiatief_id>/terug/", initiatieven.terug, name="koers_initiatief_terug"),
    path(
        "koers/initiatieven/<int:initiatief_id>/besluit/",
        initiatieven.besluiten,
        name="koers_initiatief_besluit",
    ),
    path("koers/evaluaties/<int:moment_id>/", initiatieven.evalueren, name="koers_evaluatie"),
    path(
        "koers/evaluaties/<int:moment_id>/terug/",
        initiatieven.evaluatie_terug,
        name="koers_evaluatie_terug",
    ),
    path("koers/dorpen/", dorpen.lijst, name="koers_dorpen"),
    path("koers/dorpen/verdelen/", dorpen.verdelen, name="koers_dorpen_verdelen"),
    path("koers/dorpen/<int:deel_id>/", dorpen.dorp, name="koers_dorp"),
    path("koers/dorpen/<int:deel_id>/uitgave/", dorpen.uitgave, name="koers_dorp_uitgave"),
    path(
        "koers/dorpen/uitgaven/<int:uitgave_id>/intrekken/",
        dorpen.uitgave_intrekken,
        name="koers_uitgave_intrekken",
    ),
]
