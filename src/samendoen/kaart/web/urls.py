"""URLs of kaart."""

from django.urls import path

from samendoen.kaart.web import beheer, views

urlpatterns = [
    path("kaart/", views.kaart, name="kaart"),
    path("kaart/aanbod/nieuw/", beheer.aanbod_nieuw, name="aanbod_nieuw"),
    path("kaart/aanbod/<int:aanbod_id>/", views.toon_aanbod, name="aanbod"),
    path("kaart/aanbod/<int:aanbod_id>/wijzigen/", beheer.aanbod_wijzigen, name="aanbod_wijzigen"),
    path("kaart/aanbod/<int:aanbod_id>/stoppen/", beheer.aanbod_stoppen, name="aanbod_stoppen"),
    path("kaart/aanbod/<int:aanbod_id>/hervatten/", beheer.aanbod_hervatten, name="aanbod_hervatten"),
    path("kaart/organisaties/nieuw/", beheer.organisatie_nieuw, name="kaart_organisatie_nieuw"),
    path("kaart/organisaties/<int:organisatie_id>/", views.toon_organisatie, name="kaart_organisatie"),
    path(
        "kaart/organisaties/<int:organisatie_id>/wijzigen/",
        beheer.organisatie_wijzigen,
        name="kaart_organisatie_wijzigen",
    ),
    path("kaart/organisaties/<int:organisatie_id>/plek/", beheer.plek_nieuw, name="kaart_plek_nieuw"),
]
