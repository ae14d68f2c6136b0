"""URLs of the figures; `site` mounts them at the root."""

from django.urls import path

from samendoen.cijfers.web import (
    dashboards,
    eigenvraag,
    gemis,
    ggm,
    grenzen,
    metingen,
    opendata,
    opmerkingen,
    views,
    zaken,
)

urlpatterns = [
    path("cijfers/", views.cijfers, name="cijfers"),
    path("cijfers/momentopname/", views.momentopname, name="cijfers_momentopname"),
    path("cijfers/dashboard/", dashboards.begin, name="dashboards"),
    path("cijfers/dashboard/mijn/", dashboards.mijn, name="mijn_cijfers"),
    path("cijfers/dashboard/<slug:code>/", dashboards.dashboard, name="dashboard"),
    path("cijfers/dashboard/<slug:code>/<slug:blok>.<str:vorm>", dashboards.blok, name="dashboard_blok"),
    path("cijfers/metingen/", metingen.lijst, name="metingen"),
    path("cijfers/metingen/lezen/", metingen.inlezen, name="metingen_lezen"),
    path("cijfers/metingen/<int:meting_id>/intrekken/", metingen.intrekken, name="meting_intrekken"),
    path(
        "cijfers/opmerkingen/<int:opmerking_id>/intrekken/",
        opmerkingen.intrekken,
        name="opmerking_intrekken",
    ),
    path("cijfers/<slug:code>/opmerking/", opmerkingen.nieuw, name="indicator_opmerking"),
    path("cijfers/<slug:code>/grens/", grenzen.zet, name="indicator_grens"),
    path("cijfers/gemis/", gemis.gemis, name="cijfers_gemis"),
    path("cijfers/vraag/", eigenvraag.eigen_vraag, name="eigen_vraag"),
    path("cijfers/vraag/bestand.<str:vorm>", eigenvraag.bestand, name="eigen_vraag_bestand"),
    path("cijfers/vraag/bewaren/", eigenvraag.bewaar, name="eigen_vraag_bewaren"),
    path("cijfers/vraag/<int:vraag_id>/weg/", eigenvraag.haal_weg, name="eigen_vraag_weg"),
    path("cijfers/ggm/", ggm.ggm, name="cijfers_ggm"),
    path("cijfers/<slug:code>/", views.indicator, name="indicator"),
    path("cijfers/<slug:code>/zaken/", zaken.zaken, name="indicator_zaken"),
    path("cijfers/<slug:code>/download.<str:vorm>", views.download, name="indicator_download"),
    path("open-data/", opendata.opendata, name="opendata"),
    path("open-data/catalogus.jsonld", opendata.catalogusbestand, name="opendata_catalogus"),
    path("open-data/<slug:code>.<str:vorm>", opendata.bestand, name="opendata_bestand"),
]
